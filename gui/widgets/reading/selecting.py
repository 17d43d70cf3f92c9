"""Caret and selection in the panes: keys and mouse of a pane become a selection of its text."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication

from ...documents import Document, Span
from .pane import Pane
from .picture import Picture
from .roles import Role, of
from .selection import Move, Selection, word_at
from .surface import Surface


class Selector(QObject):
    """Moves the caret and selects; the picture shows both."""

    moved = Signal(object)  # Role: its caret or selection has changed

    def __init__(self, surface: Surface, panes: Mapping[Role, Pane], parent: QObject) -> None:
        super().__init__(parent)
        self._surface = surface
        self.selection = Selection()
        for pane in panes.values():
            pane.focused.connect(self._focused)
            pane.scroll_wanted.connect(self._scroll)
            pane.move_wanted.connect(self._move)
            pane.pressed.connect(self._press)
            pane.dragged.connect(self._drag)
            pane.double_clicked.connect(self._select_word)
            pane.copy_wanted.connect(self.copy)
            pane.select_all_wanted.connect(self.select_all)

    def clear(self) -> None:
        """Forget caret and selection."""
        self.selection.clear()
        self._show()

    def put(self, role: Role, offset: int) -> None:
        """Put the caret at *offset* of *role* and bring it into view."""
        picture = self._surface.picture
        if picture is not None:
            self.selection.put(role, offset)
            self._show()
            self._follow(picture)

    def document(self) -> Document | None:
        """Return the document that the selection is in."""
        picture = self._surface.picture
        return of(picture.page, self.selection.role) if picture is not None else None

    def text(self) -> str:
        """Return the selected text as it is in the document, empty where nothing is selected."""
        document = self.document()
        return self.selection.text(document) if document is not None else ""

    def copy(self) -> None:
        """Put the selected text on the clipboard; with nothing selected leave it as it is."""
        text = self.text()
        if text:
            QGuiApplication.clipboard().setText(text)

    def select_all(self, role: Role) -> None:
        """Select the whole document of *role*."""
        picture = self._surface.picture
        if picture is not None:
            self.selection.select(role, Span(0, len(of(picture.page, role).text)))
            self._show()

    def offset_at(self, role: Role, at: QPoint) -> int | None:
        """Return the offset of *role* nearest to a pixel of the view."""
        picture = self._surface.picture
        rows = self._surface.rows_in_view()
        if picture is None or not rows:
            return None
        page = picture.page
        y = min(max(at.y(), 0), self._surface.height_of_view - 1)
        placed = next((p for p in rows if p.top <= y < p.bottom), rows[-1])
        cell = None if page.fold_at(placed.number) else page.cell(placed.number, role)
        if cell is None:
            before = page.next_row_of(role, placed.number, -1)
            span = of(page.rows[before], role) if before is not None else None
            return span.end if span is not None else 0
        column = page.column(role)
        return cell.offset_at(at.x() - column.text_left, y - placed.text_top)

    def _focused(self, role: Role | None) -> None:
        if self._surface.picture is not None:
            self._surface.picture.focus = role
            self._surface.viewport().update()

    def _scroll(self, unit: str, count: int) -> None:
        surface = self._surface
        line = surface.typography.line
        if unit == "line":
            surface.scroll_by(count * line)
        elif unit == "page":
            surface.scroll_by(count * max(surface.height_of_view - 2 * line, line))
        elif count < 0:
            surface.scroll_to(0)
        else:
            surface.scroll_to(surface.verticalScrollBar().maximum() + 1)

    def _move(self, role: Role, move: Move, extend: bool) -> None:
        picture = self._surface.picture
        if picture is None:
            return
        if self.selection.caret is None or self.selection.role is not role:
            start = self._first_in_view(picture, role)
            self.selection.put(role, start)
        page_height = max(self._surface.height_of_view - 2 * self._surface.typography.line, 1)
        self.selection.move(picture.page, move, extend, page_height)
        self._show()
        self._follow(picture)

    def _press(self, role: Role, at: QPoint, extend: bool) -> None:
        offset = self.offset_at(role, at)
        if offset is not None:
            self.selection.put(role, offset, extend)
            self._show()

    def _drag(self, role: Role, at: QPoint) -> None:
        offset = self.offset_at(role, at)
        if offset is not None:
            self.selection.put(role, offset, extend=True)
            self._show()

    def _select_word(self, role: Role, at: QPoint) -> None:
        picture = self._surface.picture
        offset = self.offset_at(role, at)
        if picture is not None and offset is not None:
            document = of(picture.page, role)
            span = word_at(document, offset)
            if span.start == span.end and offset:
                span = word_at(document, offset - 1)
            self.selection.select(role, span)
            self._show()

    def _first_in_view(self, picture: Picture, role: Role) -> int:
        for placed in self._surface.rows_in_view():
            cell = (
                None
                if picture.page.fold_at(placed.number)
                else picture.page.cell(placed.number, role)
            )
            if cell is None:
                continue
            line = cell.lines[cell.line_number_at(-placed.text_top)]
            if placed.text_top + line.top >= 0:
                return line.start
        return 0

    def _follow(self, picture: Picture) -> None:
        """Scroll so far that the caret is in view."""
        selection, page = self.selection, picture.page
        assert selection.caret is not None
        number = page.row_of(selection.role, selection.caret)
        top = self._surface.scrolling.top_of(page, number)
        cell = None if page.fold_at(number) else page.cell(number, selection.role)
        if cell is None:
            return
        box = cell.caret(min(selection.caret, cell.span.end))
        y = top + page.space_above(number) + round(box.top())
        bottom = y + round(box.height())
        if y < 0:
            self._surface.scroll_by(y)
        elif bottom > self._surface.height_of_view:
            self._surface.scroll_by(bottom - self._surface.height_of_view)

    def _show(self) -> None:
        picture = self._surface.picture
        if picture is None:
            return
        span = self.selection.span
        picture.selection = {self.selection.role: span} if span is not None else {}
        picture.caret = self.selection.caret
        if picture.focus is not None and self.selection.role is not picture.focus:
            picture.caret = None
        self._surface.viewport().update()
        self.moved.emit(self.selection.role)
