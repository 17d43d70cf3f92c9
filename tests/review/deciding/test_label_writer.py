"""The thread that writes the label file: when it tries again, and when it looks again."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any, ClassVar, cast

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from gui.labels import LabelStore, SaveKind, SaveState
from gui.review.deciding.saving import LabelWriter
from tests.any_message import any_message
from tests.review.waiting import wait_until


class Hurried(threading.Condition):
    """Waits a thousandth of the time and notes for how many seconds somebody wanted to."""

    waits: ClassVar[list[float]] = []

    def wait_for(self, predicate: Callable[[], Any], timeout: float | None = None) -> Any:
        if timeout is not None:
            self.waits.append(timeout)
            timeout /= 1_000
        return super().wait_for(predicate, timeout)


class FullDisk:
    """Stands for a store whose label file cannot be written until there is room."""

    has_file = True
    has_news = False
    standing = staticmethod(tuple)  # nothing is odd

    room = False

    def project(self) -> SaveState:
        kind = SaveKind.SAVED if self.room else SaveKind.JOURNAL
        return SaveState(kind, any_message("The disk is full."))


@pytest.fixture
def owner(qapp: QApplication) -> Iterator[QObject]:
    found = QObject()
    yield found
    found.deleteLater()


def test_it_is_tried_again_after_one_and_two_and_then_each_three_seconds(
    owner: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What passes is over soon, and nobody has to press a key for it."""
    monkeypatch.setattr("gui.review.deciding.saving.threading.Condition", Hurried)
    Hurried.waits.clear()
    disk = FullDisk()
    writer = LabelWriter(cast(LabelStore, disk), owner)
    monkeypatch.undo()
    writer.wake()
    wait_until(lambda: len(Hurried.waits) >= 6)
    assert Hurried.waits[:6] == [1.0, 2.0, 3.0, 3.0, 3.0, 3.0]
    disk.room = True
    wait_until(lambda: not writer.busy)
    assert writer.close(10)


class NewFile(FullDisk):
    """Stands for a store whose label file is made when it is first written."""

    room = True

    def __init__(self) -> None:
        self.has_file = False

    def project(self) -> SaveState:
        self.has_file = True
        return super().project()


def test_a_file_that_was_made_is_looked_at_once_more_after_a_second_and_a_half(
    owner: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.review.deciding.saving.threading.Condition", Hurried)
    Hurried.waits.clear()
    writer = LabelWriter(cast(LabelStore, NewFile()), owner)
    monkeypatch.undo()
    writer.wake()
    wait_until(lambda: bool(Hurried.waits))
    assert writer.close(10)
    assert 1.25 < Hurried.waits[0] <= 1.5
