"""Orders and filters are those of the plain functions, and are found in short steps."""

from __future__ import annotations

import random
import sys

import pytest

from gui.labels import Label
from gui.review.arranging import STEP, ordered, passing
from gui.review.pair_states import FILTERS, PairState
from gui.review.turns import Steps, outcome

COUNT = 5_000


def steps_of(work: Steps[object]) -> int:
    return sum(1 for _ in work)


def states(seed: int) -> dict[int, PairState]:
    chance = random.Random(seed)
    labels = [None, *Label]
    return {
        index: PairState(
            chance.choice(labels),
            flagged=chance.random() < 0.1,
            note=chance.choice(["", "", "odd", "Even"]),
            similarity=chance.choice([None, 0.0, 0.5, chance.random()]),
        )
        for index in chance.sample(range(COUNT), COUNT // 2)
    }


@pytest.mark.parametrize("count", [0, 1, 2, STEP, COUNT])
def test_a_seed_that_was_kept_gives_the_order_that_it_always_gave(count: int) -> None:
    plain = list(range(count))
    random.Random(77).shuffle(plain)
    whole, rank = outcome(ordered(count, "shuffled", 77, {}))
    assert list(whole) == plain
    assert [whole[place] for place in rank] == list(range(count))


def test_the_most_alike_come_first_those_equally_alike_in_list_order() -> None:
    known = states(3)

    def unlikeness(index: int) -> float:
        similarity = known[index].similarity if index in known else None
        return 2.0 if similarity is None else 1.0 - similarity

    whole, rank = outcome(ordered(COUNT, "similarity", 0, known))
    assert list(whole) == sorted(range(COUNT), key=unlikeness)
    assert [whole[place] for place in rank] == list(range(COUNT))


@pytest.mark.parametrize("wanted", FILTERS)
@pytest.mark.parametrize("needle", ["", "7", "even"])
def test_a_view_holds_what_passes(wanted: str, needle: str) -> None:
    known = states(4)
    texts = [f"p{index}" for index in range(COUNT)]
    found = outcome(passing(range(COUNT), wanted, needle, texts.__getitem__, known))
    assert list(found) == [
        index
        for index in range(COUNT)
        if (state := known.get(index, PairState())).passes(wanted)
        and (needle in texts[index] or needle in state.note.casefold())
    ]


def test_no_step_is_longer_in_a_longer_list() -> None:
    texts = [f"p{index}" for index in range(40 * STEP)]
    for order in ("shuffled", "similarity"):
        few = steps_of(ordered(4 * STEP, order, 1, {}))
        assert steps_of(ordered(40 * STEP, order, 1, {})) >= 9 * few
    few = steps_of(passing(range(4 * STEP), "copy", "x", texts.__getitem__, {}))
    assert steps_of(passing(range(40 * STEP), "copy", "x", texts.__getitem__, {})) >= 9 * few


@pytest.mark.parametrize("order", ["similarity", "shuffled"])
def test_no_step_makes_or_forgets_much_at_once_nor_does_who_forgets_the_order(order: str) -> None:
    count = 40 * STEP
    known = {index: PairState(similarity=1 / (index + 1)) for index in range(count)}
    steps = ordered(count, order, 5, known)
    before, changes = sys.getallocatedblocks(), []
    found: object = None
    while found is None:
        try:
            next(steps)
        except StopIteration as end:
            found = end.value
            del end
        after = sys.getallocatedblocks()
        changes.append(abs(after - before))
        before = after
    del found
    changes.append(abs(sys.getallocatedblocks() - before))
    assert max(changes) < 8 * STEP


def test_a_long_note_is_a_step_of_its_own() -> None:
    known = {index: PairState(note="word " * 50_000) for index in range(20)}
    assert steps_of(passing(range(20), "all", "needle", lambda _index: "", known)) >= 20
