"""Files that are dropped: which of them is which, and that nobody takes them away."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from gui.widgets.labelling.note_field import NoteField
from gui.widgets.window.start_page import take_files

MOVE_FIRST = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
HAND = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)


def files() -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/d/a.txt")])
    return data


def text() -> QMimeData:
    data = QMimeData()
    data.setText("words")
    return data


def events(data: QMimeData) -> list[QDropEvent]:
    """The three events of one drop, as a file manager that proposes a move sends them."""
    found = [
        QDragEnterEvent(QPoint(5, 5), MOVE_FIRST, data, *HAND),
        QDragMoveEvent(QPoint(5, 5), MOVE_FIRST, data, *HAND),
        QDropEvent(QPointF(5, 5), MOVE_FIRST, data, *HAND),
    ]
    for event in found:
        event.setDropAction(Qt.DropAction.MoveAction)
    return found


@pytest.mark.parametrize("number", range(3))
def test_files_are_taken_as_a_copy_whatever_is_proposed(qapp: QApplication, number: int) -> None:
    data = files()
    event = events(data)[number]
    assert take_files(event)
    assert event.isAccepted()
    assert event.dropAction() is Qt.DropAction.CopyAction


def test_what_is_no_file_is_left(qapp: QApplication) -> None:
    data = text()
    for event in events(data):
        assert not take_files(event)
        assert not event.isAccepted()


def test_files_dropped_onto_the_note_are_no_text_of_it(show: Callable[[QWidget], None]) -> None:
    note = NoteField()
    show(note)  # which also takes it away while there is an application
    edit = note.findChild(QPlainTextEdit)
    assert edit is not None
    taken, left = text(), files()
    assert edit.canInsertFromMimeData(taken)
    assert not edit.canInsertFromMimeData(left)
