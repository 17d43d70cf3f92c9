"""What can wait until the text is painted."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication

from gui.widgets.controls import deferred
from gui.widgets.controls.deferred import AfterPaint
from tests.review.waiting import let_pass, wait_until


@pytest.fixture
def later(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[AfterPaint]:
    monkeypatch.setattr(deferred, "PATIENCE", 3_600_000)  # a busy machine would use it up
    owner = QObject()
    yield AfterPaint(owner)
    owner.deleteLater()


def test_tasks_wait_for_the_paint_and_come_in_order(later: AfterPaint) -> None:
    done: list[str] = []
    later.hold()
    later.do("list", lambda: done.append("list"))
    later.do("evidence", lambda: done.append("evidence"))
    let_pass(50)
    assert done == []
    later.painted()
    wait_until(lambda: not later.waiting)
    assert done == ["list", "evidence"]


class Listener(QObject):
    """Writes down when events that were posted to it have their turn."""

    def __init__(self, done: list[str]) -> None:
        super().__init__()
        self.done = done

    def event(self, event: QEvent) -> bool:
        self.done.append("others")
        return True


def test_each_task_has_a_turn_of_its_own(later: AfterPaint) -> None:
    done: list[str] = []
    others = Listener(done)

    def do(name: str) -> None:
        done.append(name)
        QCoreApplication.postEvent(others, QEvent(QEvent.Type.User))

    for name in "abc":
        later.do(name, partial(do, name))
    assert done == []
    wait_until(lambda: len(done) == 6)
    assert done == ["a", "others", "b", "others", "c", "others"]


def test_a_newer_task_of_the_same_name_replaces_the_older(later: AfterPaint) -> None:
    done: list[int] = []
    later.hold()
    for number in range(3):
        later.do("progress", lambda number=number: done.append(number))  # type: ignore[misc]
    later.painted()
    wait_until(lambda: not later.waiting)
    assert done == [2]


def test_a_window_that_paints_nothing_gets_its_tasks_too(
    later: AfterPaint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deferred, "PATIENCE", 1)
    done: list[str] = []
    later.hold()
    later.do("list", lambda: done.append("list"))
    wait_until(lambda: done == ["list"])


def test_a_task_may_hold_back_those_behind_it(later: AfterPaint) -> None:
    done: list[str] = []
    later.do("first", later.hold)
    later.do("second", lambda: done.append("second"))
    let_pass(50)
    assert later.waiting
    later.painted()
    wait_until(lambda: done == ["second"])


def test_tasks_about_what_is_gone_are_dropped(later: AfterPaint) -> None:
    done: list[str] = []
    later.do("list", lambda: done.append("list"))
    later.forget()
    later.do("progress", lambda: done.append("progress"))
    wait_until(lambda: not later.waiting)
    assert done == ["progress"]
