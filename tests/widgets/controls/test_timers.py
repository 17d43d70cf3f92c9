"""How long one waits for what comes by itself: each has one timer, which runs for so long."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from gui.review.pair_list.pair_fields import Condition
from gui.widgets.controls.deferred import AfterPaint
from gui.widgets.controls.notifications import Toast
from gui.widgets.labelling.label_bar import LabelBar
from gui.widgets.labelling.note_field import NoteField
from gui.widgets.pairs.conditions import ConditionsPopup


def toast(window: QWidget) -> QObject:
    toast = Toast(window)
    toast.show_sentence("The labels are saved.")
    return toast


def reason(window: QWidget) -> QObject:
    bar = LabelBar(window)
    bar.show_reason("Look at it first.")
    return bar


def note(window: QWidget) -> QObject:
    field = NoteField(window)
    editor = field.findChild(QPlainTextEdit)
    assert editor is not None
    editor.setPlainText("odd date")
    return field


def held_tasks(window: QWidget) -> QObject:
    tasks = AfterPaint(window)
    tasks.hold()
    return tasks


def condition(window: QWidget) -> QObject:
    popup = ConditionsPopup(window)
    popup.open_at(QPoint(), [Condition("length", "between", "1")], [])
    QTest.keyClicks(popup.findChildren(QLineEdit)[-1], "2")
    return popup


@pytest.mark.parametrize(
    ("begin", "milliseconds"),
    [
        pytest.param(toast, [6_000], id="a sentence can be read"),
        pytest.param(reason, [6_000], id="a reason can be read"),
        pytest.param(note, [50, 1_000], id="drafts are many, notes few"),
        pytest.param(condition, [250], id="the list is filtered once typing rests"),
        pytest.param(held_tasks, [300], id="a window that paints nothing is not waited for"),
    ],
)
def test_what_comes_by_itself_comes_in_time(
    qapp: QApplication, begin: Callable[[QWidget], Any], milliseconds: list[int]
) -> None:
    window = QWidget()
    timers = begin(window).findChildren(QTimer)
    assert sorted(t.interval() for t in timers if t.isActive()) == milliseconds
    window.deleteLater()
