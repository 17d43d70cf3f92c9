"""Who gets which pairs."""

from __future__ import annotations

from collections import Counter

import pytest

from gui.agreement.assignment import Assigned, TooShortError, Wishes, assign
from gui.labels.label_values import Pair
from gui.labels.pairs.blind import APART, REPEATED

NAMES = ("Ann", "Ben", "Cleo")


def pairs(count: int, known: int = 0) -> list[Pair]:
    """Return pairs of two sites, one in three of the second; the first *known* have a label."""
    return [
        Pair(
            f"p{n}",
            f"{n}/r.txt",
            f"{n}/c.txt",
            details=(("site", "ab"[n % 3 == 0]), ("truth", "copy" if n < known else "")),
        )
        for n in range(count)
    ]


def ids(found: Assigned, name: str) -> list[str]:
    return [pair.id for pair in found.lists[name]]


def test_each_pair_is_in_one_list_and_each_overlap_pair_in_exactly_k() -> None:
    found = assign(pairs(300), Wishes(NAMES, overlap=0.2, copies=2, seed=7))
    times = Counter(id for name in NAMES for id in ids(found, name))
    assert Counter(times.values()) == {1: 240, 2: 60}
    assert {id for id, n in times.items() if n == 2} == set(found.overlap)
    for id, readers in found.overlap.items():
        assert [name for name in NAMES if id in ids(found, name)] == readers


def test_lists_are_as_long_as_each_other_and_balanced_by_a_column() -> None:
    found = assign(pairs(301), Wishes(NAMES, overlap=0.1, balance="site", seed=7))
    sites = [Counter(pair.details[0][1] for pair in found.lists[name]) for name in NAMES]
    for site in "ab":
        assert max(own[site] for own in sites) - min(own[site] for own in sites) <= 1
    assert max(map(len, found.lists.values())) - min(map(len, found.lists.values())) <= 1


def test_pairs_with_a_known_label_are_in_all_lists_among_the_others() -> None:
    found = assign(pairs(120, known=9), Wishes(NAMES, gold="truth", seed=7))
    assert found.gold == {f"p{n}": "copy" for n in range(9)}
    for name in NAMES:
        places = [n for n, id in enumerate(ids(found, name)) if id in found.gold]
        assert len(places) == 9
        assert places != list(range(9))
    assert not found.overlap.keys() & found.gold.keys()


def test_a_pair_comes_again_at_least_thirty_pairs_later() -> None:
    for seed in range(20):
        found = assign(pairs(150), Wishes(NAMES, repeat=0.2, seed=seed))
        for name in NAMES:
            own = ids(found, name)
            again = [id for id in own if id.endswith(REPEATED)]
            assert sorted(id.removesuffix(REPEATED) for id in again) == sorted(found.repeats[name])
            assert len(again) == 10
            for id in again:
                assert own.index(id) - own.index(id.removesuffix(REPEATED)) > APART


def test_the_same_seed_gives_the_same_lists_and_another_one_others() -> None:
    wishes = Wishes(NAMES, overlap=0.2, repeat=0.05, gold="truth", balance="site", seed=7)
    first, again = assign(pairs(200, 9), wishes), assign(pairs(200, 9), wishes)
    assert first == again
    assert first.lists != assign(pairs(200, 9), wishes._replace(seed=8)).lists


def test_a_list_that_is_too_short_to_repeat_is_refused() -> None:
    with pytest.raises(TooShortError) as caught:
        assign(pairs(90), Wishes(NAMES, repeat=0.05))
    assert caught.value.longest == APART


def test_more_annotators_than_pairs() -> None:
    found = assign(pairs(2), Wishes(NAMES, overlap=1.0, copies=3))
    assert [sorted(ids(found, name)) for name in NAMES] == [["p0", "p1"]] * 3
