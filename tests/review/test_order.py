"""Next and previous follow what is on screen."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from gui.review.order import Order


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
