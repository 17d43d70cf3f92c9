"""The text of a pane for assistive technology: screen readers read it by letter, word and line.

A pane paints nothing itself, so Qt knows no text of it. Qt counts UTF-16 units here too.

A selection cannot be reported from Python: Qt asks for its bounds through pointers to numbers,
which no method in Python can fill. Only the caret is reported.
"""

from __future__ import annotations

from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
)
from PySide6.QtWidgets import QAccessibleWidget

from ...documents import Document, Span
from .counterparts import of
from .display import Offsets
from .pane import Pane
from .selection import SelectionController
from .surface import Surface

_OFFERED = "the text of panes is offered"


class Spoken:
    """Answers questions about the text of one pane. Offsets are in UTF-16 units."""

    def __init__(self, pane: Pane, surface: Surface, selector: SelectionController) -> None:
        self._pane = pane
        self._surface = surface
        self._selector = selector
        self._counted: tuple[Document, Offsets] | None = None

    def text(self, start: int, end: int) -> str:
        """Return the text from *start* up to *end*; -1 is the end of the document."""
        document = self._document()
        if document is None:
            return ""
        offsets = self._offsets(document)
        first = offsets.to_points(max(start, 0))
        last = len(document.text) if end < 0 else offsets.to_points(end)
        return document.text[first:last]

    def length(self) -> int:
        """Return the length of the text."""
        document = self._document()
        return self._offsets(document).units if document is not None else 0

    def caret(self) -> int:
        """Return the offset of the caret; 0 where there is none."""
        document, selection = self._document(), self._selector.selection
        if document is None or selection.caret is None or selection.role is not self._pane.role:
            return 0
        return self._offsets(document).to_utf16(selection.caret)

    def put_caret(self, offset: int) -> None:
        """Put the caret at *offset* and bring it into view."""
        document = self._document()
        if document is not None:
            point = self._offsets(document).to_points(max(offset, 0))
            self._selector.put(self._pane.role, min(point, len(document.text)))

    def box(self, offset: int) -> QRect:
        """Return the box of the character at *offset* on the screen; empty in a closed fold."""
        document, picture = self._document(), self._surface.picture
        if document is None or picture is None or not 0 <= offset <= self.length():
            return QRect()
        layout, role = picture.layout, self._pane.role
        point = self._offsets(document).to_points(offset)
        number = layout.row_of(role, point)
        cell = None if layout.fold_at(number) else layout.cell(number, role)
        if cell is None:
            return QRect()
        box = cell.caret(min(point, cell.span.end)).toRect()
        after = cell.caret(min(point + 1, cell.span.end)).toRect()
        if after.top() == box.top():
            box = box.united(after)
        scrolling = self._surface.scrolling_of(number)
        top = scrolling.top_of(layout, number) + layout.space_above(number)
        box.translate(layout.column(role).text_left, top)
        return QRect(self._surface.viewport().mapToGlobal(box.topLeft()), box.size())

    def offset_at(self, at: QPoint) -> int:
        """Return the offset nearest to a place on the screen; -1 without a text."""
        document = self._document()
        inside = self._surface.viewport().mapFromGlobal(at)
        point = self._selector.offset_at(self._pane.role, inside)
        if document is None or point is None:
            return -1
        return self._offsets(document).to_utf16(point)

    def hidden(self, offset: int) -> tuple[bool, int, int]:
        """Return whether the text at *offset* is hidden from readers, and from where to where."""
        document = self._document()
        if document is None:
            return False, 0, 0
        offsets = self._offsets(document)
        point = offsets.to_points(max(offset, 0))
        for part, is_hidden in document.parts(Span(0, len(document.text))):
            if point < part.end:
                return is_hidden, offsets.to_utf16(part.start), offsets.to_utf16(part.end)
        return False, 0, offsets.units

    def report_caret(self) -> None:
        """Report to assistive technology that the caret has moved."""
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleTextCursorEvent(self._pane, self.caret()))

    def _document(self) -> Document | None:
        picture = self._surface.picture
        return of(picture.layout, self._pane.role) if picture is not None else None

    def _offsets(self, document: Document) -> Offsets:
        if self._counted is None or self._counted[0] is not document:
            self._counted = (document, Offsets(document.text))
        return self._counted[1]


class SpokenPane(QAccessibleWidget, QAccessibleTextInterface):
    """A pane as assistive technology sees it: a text that can be read but not edited."""

    def __init__(self, pane: Pane) -> None:
        QAccessibleWidget.__init__(self, pane, QAccessible.Role.EditableText, "")
        QAccessibleTextInterface.__init__(self)
        self._pane = pane

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """Return the part of this object that answers questions about text."""
        if kind == QAccessible.InterfaceType.TextInterface:
            return shiboken6.VoidPtr(shiboken6.getCppPointer(self)[-1])
        # Where Qt has no such part it returns None, which PySide would pass on as a pointer.
        found: Any = QAccessibleWidget.interface_cast(self, kind)
        return found if found is not None else shiboken6.VoidPtr(0)

    def state(self) -> QAccessible.State:
        """Return the state: a text of several lines, read-only."""
        state = QAccessibleWidget.state(self)
        state.readOnly = True
        state.multiLine = True
        return state

    def text(self, *asked: Any) -> str:
        """Return the name or the description; with two offsets, the text between them."""
        if len(asked) == 2:
            return self._pane.spoken.text(*asked) if self._pane.spoken else ""
        return QAccessibleWidget.text(self, *asked)

    def characterCount(self) -> int:
        """Return the length of the text."""
        return self._pane.spoken.length() if self._pane.spoken else 0

    def cursorPosition(self) -> int:
        """Return where the caret stands."""
        return self._pane.spoken.caret() if self._pane.spoken else 0

    def setCursorPosition(self, offset: int) -> None:
        """Put the caret there."""
        if self._pane.spoken:
            self._pane.spoken.put_caret(offset)

    def characterRect(self, offset: int) -> QRect:
        """Return where a character stands on the screen."""
        return self._pane.spoken.box(offset) if self._pane.spoken else QRect()

    def offsetAtPoint(self, at: QPoint) -> int:
        """Return the character at a place on the screen."""
        return self._pane.spoken.offset_at(at) if self._pane.spoken else -1

    def scrollToSubstring(self, start: int, end: int) -> None:
        """Bring a stretch of the text into view."""
        self.setCursorPosition(start)

    def attributes(self, offset: int) -> Any:
        """Return whether readers do not see the text at *offset*, and the stretch like it."""
        if self._pane.spoken is None:
            return ("", 0, 0)
        is_hidden, start, end = self._pane.spoken.hidden(offset)
        return ("invisible:true;" if is_hidden else "", start, end)

    def selectionCount(self) -> int:
        """Return 0: a selection's bounds cannot be reported from Python."""
        return 0

    def selection(self, number: int) -> Any:
        """Return an empty selection."""
        return (0, 0)

    def addSelection(self, start: int, end: int) -> None:
        """Select nothing: there is one selection, made by keys or mouse."""

    def removeSelection(self, number: int) -> None:
        """Leave the selection as it is."""

    def setSelection(self, number: int, start: int, end: int) -> None:
        """Leave the selection as it is."""


def offer_text() -> None:
    """Let assistive technology ask panes for their text; called once in a program."""
    application = QCoreApplication.instance()
    if application is None or application.property(_OFFERED):
        return
    application.setProperty(_OFFERED, True)
    QAccessible.installFactory(_interface_of)


def _interface_of(name: str, asked: QObject | None) -> QAccessibleInterface | None:
    return SpokenPane(asked) if isinstance(asked, Pane) else None
