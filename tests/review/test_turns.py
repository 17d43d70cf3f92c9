"""Long work is done a little at a time."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication

from gui.review.turns import Steps, Turns, outcome
from tests.review.waiting import wait_until


@pytest.fixture
def owner(qapp: QApplication) -> Iterator[QObject]:
    found = QObject()
    yield found
    found.deleteLater()


def count(to: int, seconds: float = 0.0) -> Steps[int]:
    for _ in range(to):
        time.sleep(seconds)
        yield
    return to


def test_the_steps_bring_what_they_found_and_others_get_their_turn(owner: QObject) -> None:
    turns: Turns[int] = Turns(owner)
    found: list[int] = []
    turns.do(count(40, 0.002), found.append)
    assert turns.busy
    QCoreApplication.processEvents()
    assert turns.busy, "not all in one turn"
    wait_until(lambda: not turns.busy)
    assert found == [40]


def test_a_newer_work_drops_the_older_one(owner: QObject) -> None:
    turns: Turns[int] = Turns(owner)
    found: list[int] = []
    turns.do(count(1), found.append)
    turns.do(count(2), found.append)
    wait_until(lambda: not turns.busy)
    assert found == [2]
    turns.do(count(3), found.append)
    turns.stop()
    QCoreApplication.processEvents()
    assert (turns.busy, found) == (False, [2])


def test_a_step_may_ask_for_something_else(owner: QObject) -> None:
    turns: Turns[int] = Turns(owner)
    found: list[int] = []

    def change_of_mind() -> Steps[int]:
        turns.do(count(5), found.append)
        yield
        return 1

    turns.do(change_of_mind(), found.append)
    wait_until(lambda: not turns.busy)
    assert found == [5]


def test_what_is_left_can_be_done_at_once(owner: QObject) -> None:
    turns: Turns[int] = Turns(owner)
    found: list[int] = []
    turns.finish()
    turns.do(count(1_000), found.append)
    turns.finish()
    assert (turns.busy, found, outcome(count(7))) == (False, [1_000], 7)


def test_what_fails_is_told_and_is_over(owner: QObject, monkeypatch: pytest.MonkeyPatch) -> None:
    turns: Turns[int] = Turns(owner)
    told: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: told.append(kind))

    def steps() -> Steps[int]:
        yield
        raise LookupError

    turns.do(steps())
    wait_until(lambda: told)
    assert told == [LookupError]
    assert not turns.busy
