"""Next and previous follow what is on screen."""

from __future__ import annotations

from gui.review.order import Order


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
    assert list(order.others()) == [2, 3, 0]


def test_the_others_begin_behind_the_current_pair_and_wraps_round() -> None:
    order = Order(range(6))
    order.go_to(3)
    assert list(order.others()) == [4, 5, 0, 1, 2]


def test_an_empty_order_has_no_next() -> None:
    order = Order(())
    assert order.step(1) is None
    assert list(order.others()) == []


def test_a_list_in_its_own_order_needs_no_table() -> None:
    order = Order(range(50_000))
    assert order.position(49_999) == 49_999
    assert order.position(50_000) is None
