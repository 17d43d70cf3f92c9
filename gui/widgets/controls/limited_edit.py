"""A field for texts of limited length: what is too long for it is refused as a whole."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit


class Room(NamedTuple):
    """How much a field takes: characters, lines, and characters in one line.

    Qt lays out all of a text when it comes, and a line as a whole: beyond some ten thousand
    the window would stand still.
    """

    characters: int
    lines: int
    line: int


class LimitedEdit(QPlainTextEdit):
    """Plain text of limited length. ``refused`` is emitted for what was too long to insert.

    The text that is already in the field stays unchanged.
    """

    refused = Signal()

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room

    def has_room(self, text: str) -> bool:
        """Return whether *text* fits in place of the selection, or at the caret."""
        document, cursor = self.document(), self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        characters = document.characterCount() - 1 - (end - start) + len(text)
        if characters > self._room.characters:
            return False  # before the lines of megabytes are counted
        first, last = document.findBlock(start), document.findBlock(end)
        lines = list(map(len, text.split("\n")))
        lines[0] += start - first.position()  # with what stands before and behind it
        lines[-1] += last.position() + last.length() - 1 - end
        return (
            document.blockCount() + len(lines) - 1 <= self._room.lines
            and max(lines) <= self._room.line
        )

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert what is pasted or dropped, or refuse it."""
        if self.has_room(source.text()):
            super().insertFromMimeData(source)
        else:
            self.refused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type the key, or refuse it where there is no room for it."""
        text = event.text()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        types = enter or (bool(text) and text.isprintable())
        if types and not self.has_room("\n" if enter else text):
            self.refused.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Insert what an input method has composed, or refuse it."""
        text = event.commitString()
        if text and not self.has_room(text):
            self.refused.emit()
            event.accept()
            return
        super().inputMethodEvent(event)
