"""Only attention counts as time spent on a pair."""

from __future__ import annotations

from gui.review.deciding.decisions import AttentionClock


class Time:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def watched() -> tuple[AttentionClock, Time]:
    time = Time()
    clock = AttentionClock(time)
    clock.resume()
    return clock, time


def test_time_counts_while_the_reviewer_gives_signs() -> None:
    clock, time = watched()
    for _ in range(5):
        time.seconds += 50
        clock.sign()
    assert clock.seconds() == 250


def test_of_a_stretch_without_a_sign_only_a_minute_counts() -> None:
    clock, time = watched()
    time.seconds += 10
    clock.sign()
    time.seconds += 90
    assert clock.seconds() == 70
    clock.sign()
    time.seconds += 5
    assert clock.seconds() == 75


def test_nothing_counts_while_the_window_is_not_active() -> None:
    clock, time = watched()
    time.seconds += 7
    clock.pause()
    time.seconds += 500
    clock.sign()
    assert clock.seconds() == 7
    clock.resume()
    time.seconds += 3
    assert clock.seconds() == 10


def test_pausing_or_resuming_twice_counts_once() -> None:
    clock, time = watched()
    time.seconds += 4
    clock.resume()
    time.seconds += 4
    clock.pause()
    clock.pause()
    assert clock.seconds() == 8


def test_taking_begins_another_count() -> None:
    clock, time = watched()
    time.seconds += 12
    assert clock.take() == 12
    time.seconds += 2
    assert clock.take() == 2


def test_a_clock_that_goes_back_costs_nothing() -> None:
    clock, time = watched()
    time.seconds -= 30
    assert clock.seconds() == 0
