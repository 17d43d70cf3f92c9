"""Which pairs are shown and in which order, and which one is next on the screen."""

from __future__ import annotations

import gc
import random
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import chain

import pytest

from gui.labels import DEFAULT_LABELS
from gui.review.background import Work, outcome
from gui.review.pair_list.pair_order import AT_ONCE, Order, ordered, passing
from gui.review.pair_list.pair_state import FILTERS, PairState


def others(order: Order) -> list[int]:
    return list(chain.from_iterable(order.stretches()))


def test_steps_follow_the_order_on_screen_and_end_at_its_ends() -> None:
    order = Order([4, 2, 9])
    order.go_to(2)
    assert (order.step(-1), order.step(1)) == (4, 9)
    order.go_to(9)
    assert order.step(1) is None


def test_a_pair_that_dropped_out_leaves_its_place_to_the_next() -> None:
    order = Order([0, 1, 2, 3])
    order.go_to(1)
    order.change([0, 2, 3], current=1)
    assert (order.step(-1), order.step(1)) == (0, 2)
    assert others(order) == [2, 3, 0]


def test_steps_go_on_from_where_a_pair_would_stand_that_a_new_filter_leaves_out() -> None:
    order = Order(range(10))
    order.go_to(5)
    shown = [2, 7]
    order.change(shown, 5, lambda index: sum(other < index for other in shown))
    assert order.position(5) is None
    assert (order.step(-1), order.step(1)) == (2, 7)
    assert others(order) == [7, 2]


def test_steps_go_on_from_a_pair_that_was_brought_up_though_it_is_not_shown() -> None:
    shown = [1, 3, 6, 8]
    order = Order(())
    order.change(shown, 1, lambda index: sum(other < index for other in shown))
    order.go_to(7)  # as an undo does
    assert (order.step(-1), order.step(1)) == (6, 8)


def test_the_others_begin_behind_the_current_pair_and_wraps_round() -> None:
    order = Order(range(6))
    order.go_to(3)
    assert others(order) == [4, 5, 0, 1, 2]


def test_an_empty_order_has_no_next() -> None:
    order = Order(())
    assert order.step(1) is None
    assert others(order) == []


def test_a_list_in_its_own_order_needs_no_table() -> None:
    order = Order(range(50_000))
    assert order.position(49_999) == 49_999
    assert order.position(50_000) is None


class Listed(list[int]):
    """A list that counts how often it is gone through."""

    gone_through = 0

    def __iter__(self) -> Iterator[int]:
        self.gone_through += 1
        return super().__iter__()


def test_where_the_place_of_a_pair_is_known_nothing_is_gone_through() -> None:
    shown = Listed(range(999, -1, -1))
    order = Order(())
    for current in (10, 20, 30):
        order.change(shown, current, lambda index: 999 - index)
        assert (order.position(current), order.step(1)) == (999 - current, current - 1)
    assert shown.gone_through == 0
    assert others(order) == [*range(29, -1, -1), *range(999, 30, -1)]


def test_a_list_in_its_own_order_is_gone_through_in_ranges() -> None:
    order = Order(range(50_000))
    order.go_to(300)
    assert order.stretches() == (range(301, 50_000), range(300))


COUNT = 5_000


def steps_of(work: Work[object]) -> int:
    return sum(1 for _ in work)


@cache
def states(seed: int) -> Mapping[int, PairState]:
    chance = random.Random(seed)
    labels = [None, *DEFAULT_LABELS.names]
    return {
        index: PairState(
            chance.choice(labels),
            flagged=chance.random() < 0.1,
            note=chance.choice(["", "", "odd", "Even"]),
            similarity=chance.choice([None, 0.0, 0.5, chance.random()]),
        )
        for index in chance.sample(range(COUNT), COUNT // 2)
    }


def similarities(known: Mapping[int, PairState]) -> Callable[[int], float | None]:
    """How alike the documents of each pair are."""
    return lambda index: known[index].similarity if index in known else None


@pytest.mark.parametrize("count", [0, 1, 2, AT_ONCE, COUNT])
def test_a_seed_that_was_kept_gives_the_order_that_it_always_gave(count: int) -> None:
    plain = list(range(count))
    random.Random(77).shuffle(plain)
    whole, rank = outcome(ordered(count, "shuffled", 77, similarities({})))
    assert list(whole) == plain
    assert [whole[place] for place in rank] == list(range(count))


def test_the_most_alike_come_first_those_equally_alike_in_list_order() -> None:
    known = states(3)

    def unlikeness(index: int) -> float:
        similarity = known[index].similarity if index in known else None
        return 2.0 if similarity is None else 1.0 - similarity

    whole, rank = outcome(ordered(COUNT, "similarity", 0, similarities(known), falling=True))
    assert list(whole) == sorted(range(COUNT), key=unlikeness)
    assert [whole[place] for place in rank] == list(range(COUNT))


@pytest.mark.parametrize("at_once", [AT_ONCE, 2_800])
@pytest.mark.parametrize("falling", [False, True])
def test_what_is_missing_comes_last_either_way_and_equals_stay_in_list_order(
    falling: bool, at_once: int
) -> None:
    values = [None, 3.0, 1.0, 3.0, None, 2.0, 1.0] * 400
    whole, rank = outcome(ordered(len(values), "length", 0, values.__getitem__, falling, at_once))

    def place(index: int) -> tuple[bool, float]:
        value = values[index] or 0.0
        return (values[index] is None, -value if falling else value)

    assert list(whole) == sorted(range(len(values)), key=place)
    assert [whole[at] for at in rank] == list(range(len(values)))


def test_the_order_of_the_list_can_be_turned_round() -> None:
    whole, rank = outcome(ordered(5, "list", 0, similarities({}), falling=True))
    assert (list(whole), list(rank)) == ([4, 3, 2, 1, 0], [4, 3, 2, 1, 0])


def test_every_condition_must_hold() -> None:
    tests = [lambda index: index > 3, lambda index: index % 2 == 0]
    assert list(outcome(passing(range(9), "all", "", str, {}, tests))) == [4, 6, 8]


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


def test_a_thousand_pairs_are_looked_at_in_a_step() -> None:
    """They take less than a millisecond, and the step itself next to nothing."""
    texts = ["p"] * 5_000
    assert steps_of(passing(range(5_000), "copy", "x", texts.__getitem__, {})) == 5


@pytest.mark.parametrize(("characters", "steps"), [(99, 1), (100, 2), (9_900, 100)])
def test_a_hundred_characters_of_a_note_count_as_a_pair(characters: int, steps: int) -> None:
    known = {index: PairState(note="x" * characters) for index in range(1_000)}
    found = passing(range(1_000), "all", "needle", lambda _index: "", known)
    assert steps_of(found) == steps


def test_no_step_is_longer_in_a_longer_list() -> None:
    texts = [f"p{index}" for index in range(40 * AT_ONCE)]
    for order in ("shuffled", "similarity"):
        few = steps_of(ordered(4 * AT_ONCE, order, 1, similarities({})))
        assert steps_of(ordered(40 * AT_ONCE, order, 1, similarities({}))) >= 9 * few
    few = steps_of(passing(range(4 * AT_ONCE), "copy", "x", texts.__getitem__, {}))
    assert steps_of(passing(range(40 * AT_ONCE), "copy", "x", texts.__getitem__, {})) >= 9 * few


@pytest.fixture
def no_collector() -> Iterator[None]:
    """What tests before this one left behind is not forgotten in the middle of it."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("no_collector")
@pytest.mark.parametrize("order", ["similarity", "shuffled"])
def test_no_step_makes_or_forgets_much_at_once_nor_does_who_forgets_the_order(order: str) -> None:
    count = 40 * AT_ONCE
    known = {index: PairState(similarity=1 / (index + 1)) for index in range(count)}
    steps = ordered(count, order, 5, similarities(known))
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
    assert max(changes) < 8 * AT_ONCE


def test_a_long_note_is_a_step_of_its_own() -> None:
    known = {index: PairState(note="word " * 50_000) for index in range(20)}
    assert steps_of(passing(range(20), "all", "needle", lambda _index: "", known)) >= 20


class Compared(float):
    """A number that counts how often it was compared."""

    count = 0

    def __lt__(self, other: float) -> bool:
        Compared.count += 1
        return float(self) < float(other)


def test_what_is_sorted_at_one_go_is_not_merged_besides(monkeypatch: pytest.MonkeyPatch) -> None:
    """In order already, each is compared with the one before it, and with nothing else."""
    monkeypatch.setattr(Compared, "count", 0)
    values = [Compared(value) for value in range(20_000)]
    outcome(ordered(len(values), "length", 0, values.__getitem__, at_once=20_000))
    assert Compared.count < 20_000
