"""Where two texts certainly correspond, in what order, and what left it."""

from __future__ import annotations

import pytest

from gui.compare.aligning.anchors import (
    Cluster,
    common_anchors,
    find_clusters,
    heaviest_chain,
    same_units,
)
from gui.compare.modelling.sequences import Unit, find_units
from gui.compare.pairing.leftovers import find_counterparts
from gui.compare.pairing.moves import Passage, crosses, find_moved
from gui.compare.tokenizing.tokens import TokenPair, number_tokens
from gui.documents import read_text

FIRST = "The harbor master counted nine boats at dawn and wrote it down."
SECOND = "Nobody in the village had ever seen such a storm before that night."
THIRD = "The baker opened late because the ovens had gone cold again."


def numbered(a: str, b: str) -> TokenPair:
    return number_tokens(read_text(a), read_text(b))


def moved(a: str, b: str) -> list[tuple[str, str]]:
    """Return the moved passages of two texts, as both have them."""
    sides = numbered(a, b)
    clusters = find_clusters(sides)
    units = find_units(sides[0]), find_units(sides[1])
    passages = find_moved(clusters, heaviest_chain(clusters), units)
    return [(sides[0].span(p.i0, p.i1).of(a), sides[1].span(p.j0, p.j1).of(b)) for p in passages]


def test_neighbouring_anchors_make_a_cluster() -> None:
    sides = numbered(f"{FIRST}\n\n{SECOND}", f"{FIRST}\n\n{SECOND}")
    (cluster,) = find_clusters(sides)
    assert cluster.first == (0, 0)
    assert {i - j for i, j in cluster.anchors} == {0}


def test_words_in_both_texts_by_chance_are_clusters_of_their_own() -> None:
    sides = numbered("A pilot slept. " + FIRST, SECOND + " " + THIRD + " The pilot snored.")
    assert all(len(c.anchors) == 1 for c in find_clusters(sides))


def test_the_heaviest_chain_is_the_common_order() -> None:
    near, far = Cluster.of([(0, 30), (1, 31)]), Cluster.of([(40, 0), (41, 1)])
    heavy = Cluster.of([(10, 10), (14, 14), (18, 18), (22, 22)])
    clusters = [near, heavy, far, Cluster.of([(60, 60)])]
    assert heaviest_chain(clusters) == [1, 3]
    assert common_anchors(clusters, [1, 3]) == [*heavy.anchors, (60, 60)]


def test_a_chain_of_nothing_is_empty() -> None:
    assert heaviest_chain([]) == []


def test_anchors_of_one_word_in_several_places_never_repeat_a_place() -> None:
    found = common_anchors(
        [Cluster.of([(0, 0)]), Cluster.of([(0, 4)]), Cluster.of([(5, 5)])], [0, 1, 2]
    )
    assert len({i for i, _ in found}) == len(found) == len({j for _, j in found})


def test_a_section_that_stands_elsewhere_moved_whole() -> None:
    two = "It was found by a diver. Its owner paid for the salvage."
    a = f"{FIRST}\n\n{two}\n\n{SECOND}\n\n{THIRD}"
    assert moved(a, f"{FIRST}\n\n{SECOND}\n\n{THIRD}\n\n{two}") == [(two, two)]


def test_a_sentence_that_went_to_another_section_moved_alone() -> None:
    short = "Rain fell on the empty quay all night."
    found = moved(
        f"{FIRST} {short}\n\n{SECOND}\n\n{THIRD}", f"{FIRST}\n\n{SECOND}\n\n{THIRD} {short}"
    )
    assert found == [(short, short)]


def test_a_copy_pasted_elsewhere_does_not_take_a_spun_sentence_away() -> None:
    spun = FIRST.replace("counted", "tallied")
    assert moved(f"{FIRST}\n\n{SECOND}", f"{spun}\n\n{SECOND}\n\n{FIRST}") == []


def test_only_what_crosses_something_moved() -> None:
    anchors = [(5, 5), (20, 20)]
    assert not crosses(Passage(6, 9, 8, 12), anchors)
    assert crosses(Passage(6, 9, 22, 25), anchors)
    assert crosses(Passage(22, 25, 6, 9), anchors)


def test_short_sections_that_are_the_same_are_found_among_what_is_left() -> None:
    sides = numbered("It is late. ___", "___ It is late.")
    found = find_counterparts([(0, 4), (4, 5)], [(0, 1), (1, 5)], sides, None, share_many)
    assert sorted(found) == [Passage(0, 4, 1, 5), Passage(4, 5, 0, 1)]


def share_many(passage: Passage, others: int) -> bool:
    """Judge as if those that share many words correspond, and no others."""
    return not others


def fillers(kind: str, number: int) -> str:
    """Return *number* different words, none of which another *kind* has."""
    return " ".join(f"{kind}{chr(97 + n)}" for n in range(number))


def test_a_copy_of_a_sentence_that_was_changed_in_its_place_is_not_taken_for_it() -> None:
    copied = "The harbor master counted nine boats at dawn."
    changed = "The harbor master tallied nine boats at dawn."
    for a, b, size in (
        (f"{copied} {SECOND}", f"{SECOND} {copied}", 2),
        (f"{copied} {SECOND}", f"{changed} {SECOND} {copied}", 1),
    ):
        sides = numbered(a, b)
        units = find_units(sides[0]), find_units(sides[1])
        assert len(same_units(sides, units)) == size


@pytest.mark.parametrize(("times", "anchors"), [(3, 9), (4, 0)])
def test_a_word_anchors_up_to_three_times_in_either_text(times: int, anchors: int) -> None:
    a, b = (f"boat {fillers(kind, 2)} " * times for kind in ("gnu", "yak"))
    assert sum(len(c.anchors) for c in find_clusters(numbered(a, b))) == anchors


@pytest.mark.parametrize(
    ("apart", "clusters"), [((12, 12), 1), ((13, 13), 2), ((12, 4), 1), ((12, 3), 2)]
)
def test_anchors_of_a_cluster_are_12_tokens_apart_and_drift_by_8(
    apart: tuple[int, int], clusters: int
) -> None:
    a, b = (
        f"pilot {fillers(kind, n - 1)} harbor"
        for kind, n in zip(("gnu", "yak"), apart, strict=True)
    )
    assert len(find_clusters(numbered(a, b))) == clusters


def passages(size: int, away: list[int], home: list[int]) -> list[Passage]:
    """Return what moved if the third sentence of the candidate has words of the first.

    Sentences have *size* tokens. *away* are the words of the first that stand in the third, *home*
    those that stand in the first.
    """
    units = [Unit(n * size, (n + 1) * size, n, n) for n in range(3)]
    clusters = [
        Cluster.of([(n, n) for n in (*home, *range(size, 2 * size))]),
        Cluster.of([(n, n + 2 * size) for n in away]),
    ]
    return find_moved(clusters, [0], (units, units))


def test_what_moved_has_two_words_five_tokens_apart() -> None:
    assert passages(10, [0, 5], home=[]) == [Passage(0, 10, 20, 30)]
    assert passages(10, [0, 4], home=[]) == []


def test_what_moved_reaches_over_two_fifths_of_its_sentence() -> None:
    assert passages(15, [0, 5], home=[]) == [Passage(0, 15, 30, 45)]
    assert passages(16, [0, 5], home=[]) == []


def test_half_as_many_words_keep_a_sentence_in_its_place() -> None:
    assert passages(10, [0, 1, 2, 3, 6], home=[8, 9]) == [Passage(0, 10, 20, 30)]
    assert passages(10, [0, 2, 3, 6], home=[8, 9]) == []


@pytest.mark.parametrize(
    ("shared", "size", "is_found"),
    [(4, 10, True), (4, 11, False), (2, 5, True), (2, 6, False), (1, 2, False)],
)
def test_how_much_a_missing_and_an_added_passage_share(
    shared: int, size: int, is_found: bool
) -> None:
    a, b = (
        " ".join([fillers("gnu", shared), fillers(kind, size - shared)]) for kind in ("yak", "emu")
    )
    found = find_counterparts([(0, size)], [(0, size)], numbered(a, b), None, share_many)
    assert found == ([Passage(0, size, 0, size)] if is_found else [])
