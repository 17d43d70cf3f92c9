"""Caret and selection: offsets into a document, moved by the keys and the mouse of a pane."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QClipboard, QGuiApplication

from ...documents import Document, Span
from ..controls.controls import QWIDGETSIZE_MAX
from .counterparts import Role, of
from .pane import Move, Pane
from .picture import Picture
from .row_layout import RowLayout
from .scrolling import Scrolling
from .surface import Surface


class Selection:
    """A caret in one document and the text between it and its anchor."""

    def __init__(self) -> None:
        self.role = Role.REFERENCE
        self.caret: int | None = None
        self.anchor: int | None = None
        self._x: float | None = None  # the column that moves up and down keep to

    @property
    def span(self) -> Span | None:
        """The selected stretch, None where nothing is selected."""
        if self.caret is None or self.anchor is None or self.caret == self.anchor:
            return None
        return Span(min(self.caret, self.anchor), max(self.caret, self.anchor))

    def clear(self) -> None:
        """Forget caret and selection."""
        self.caret = self.anchor = self._x = None

    def put(self, role: Role, offset: int, extend: bool = False) -> None:
        """Put the caret at *offset* of *role*; *extend* keeps the anchor of the same document."""
        if not extend or role is not self.role or self.anchor is None:
            self.anchor = offset
        self.role, self.caret, self._x = role, offset, None

    def select(self, role: Role, span: Span) -> None:
        """Select *span* of *role*, the caret at its end."""
        self.role, self.anchor, self.caret, self._x = role, span.start, span.end, None

    def text(self, document: Document) -> str:
        """Return the selected text of *document*, unchanged."""
        return self.span.of(document.text) if self.span is not None else ""

    def move(self, layout: RowLayout, move: Move, extend: bool, page_height: int) -> None:
        """Move the caret; without *extend* the selection is given up."""
        if self.caret is None:
            return
        unit, direction = move.value
        number = layout.row_of(self.role, self.caret)
        if unit in ("line", "page"):
            pixels = layout.typography.line if unit == "line" else page_height
            target = self._vertically(layout, number, direction * pixels)
        elif unit == "document":
            target = 0 if direction < 0 else len(of(layout, self.role).text)
            self._x = None
        else:
            target = self._horizontally(layout, number, unit, direction)
            self._x = None
        if not extend:
            self.anchor = target
        self.caret = target

    def _horizontally(self, layout: RowLayout, number: int, unit: str, direction: int) -> int:
        assert self.caret is not None
        cell = layout.cell(number, self.role)
        if cell is None:
            return self.caret
        if unit == "edge":
            line = cell.line_number_of(self.caret)
            return cell.lines[line].start if direction < 0 else cell.last_place(line)
        if cell.right_to_left:
            direction = -direction  # an arrow key moves the caret the way it points
        target = cell.next_place(min(self.caret, cell.span.end), direction, unit == "word")
        if target != self.caret and cell.span.start <= target <= cell.span.end:
            return target
        other = layout.next_row_of(self.role, number, direction)
        if other is None:
            return self.caret
        span = of(layout.rows[other], self.role)
        assert span is not None
        return span.start if direction > 0 else span.end

    def _vertically(self, layout: RowLayout, number: int, pixels: int) -> int:
        """Return the offset *pixels* below the caret, or next to a gap, in the nearest text."""
        assert self.caret is not None
        cell = layout.cell(number, self.role)
        if cell is None:
            return self.caret
        box = cell.caret(min(self.caret, cell.span.end))
        if self._x is None:
            self._x = box.center().x()
        place = Scrolling(number, 0)
        middle = layout.space_above(number) + round(box.center().y()) + pixels
        return _offset_near(layout, self.role, place, self._x, middle, 1 if pixels > 0 else -1)


def _offset_near(
    layout: RowLayout, role: Role, place: Scrolling, x: float, below: int, direction: int
) -> int:
    """Return the offset of *role* at *x*, *below* pixels under the row of *place*."""
    number = place.row
    flow = layout.flow(number)
    while below < 0 and number > flow.start:
        number -= 1
        below += layout.height(number)
    while number < flow.stop - 1 and below >= layout.height(number):
        below -= layout.height(number)
        number += 1
    cell = None if layout.fold_at(number) else layout.cell(number, role)
    if cell is None:
        other = layout.next_row_of(role, number, direction)
        if other is None:
            other = layout.next_row_of(role, number, -direction)
        span = of(layout.rows[other], role) if other is not None else None
        if span is None:
            return 0
        return span.start if direction > 0 else span.end
    return cell.offset_at(x, below - layout.space_above(number))


def word_at(document: Document, offset: int) -> Span:
    """Return the token of *document* at *offset*, an empty span where there is none."""
    low, high = 0, len(document.tokens)
    while low < high:
        middle = (low + high) // 2
        if document.tokens[middle].end <= offset:
            low = middle + 1
        else:
            high = middle
    if low < len(document.tokens) and document.tokens[low].start <= offset:
        return document.tokens[low]
    return Span(offset, offset)


class SelectionController(QObject):
    """Moves the caret and selects; the picture shows both."""

    moved = Signal(object)  # Role: its caret or selection has changed

    def __init__(self, surface: Surface, panes: Mapping[Role, Pane], parent: QObject) -> None:
        super().__init__(parent)
        self._surface = surface
        self.selection = Selection()
        for role, pane in panes.items():
            pane.focused.connect(self._focused)
            pane.scroll_wanted.connect(partial(self._scroll, role))
            pane.move_wanted.connect(self._move)
            pane.pressed.connect(self._press)
            pane.dragged.connect(self._drag)
            pane.released.connect(self._offer)
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
        return of(picture.layout, self.selection.role) if picture is not None else None

    def text(self) -> str:
        """Return the selected text as it is in the document, empty where nothing is selected."""
        document = self.document()
        return self.selection.text(document) if document is not None else ""

    def copy(self) -> None:
        """Put the selected text on the clipboard; without a selection leave that unchanged."""
        text = self.text()
        if text:
            QGuiApplication.clipboard().setText(text)

    def _offer(self) -> None:
        """Let the middle button paste what was selected, on desktops where it does."""
        clipboard, text = QGuiApplication.clipboard(), self.text()
        if text and clipboard.supportsSelection():
            clipboard.setText(text, QClipboard.Mode.Selection)

    def select_all(self, role: Role) -> None:
        """Select the whole document of *role*."""
        picture = self._surface.picture
        if picture is not None:
            self.selection.select(role, Span(0, len(of(picture.layout, role).text)))
            self._show()

    def offset_at(self, role: Role, at: QPoint) -> int | None:
        """Return the offset of *role* nearest to a pixel of the view."""
        picture = self._surface.picture
        rows = self._surface.rows_in_view(role)
        if picture is None or not rows:
            return None
        layout = picture.layout
        y = min(max(at.y(), 0), self._surface.height_of_view - 1)
        placed = next((p for p in rows if p.top <= y < p.bottom), rows[-1])
        cell = None if layout.fold_at(placed.number) else layout.cell(placed.number, role)
        if cell is None:
            before = layout.next_row_of(role, placed.number, -1)
            span = of(layout.rows[before], role) if before is not None else None
            return span.end if span is not None else 0
        column = layout.column(role)
        return cell.offset_at(at.x() - column.text_left, y - placed.text_top)

    def _focused(self, role: Role | None) -> None:
        self._surface.change_picture(focus=role)

    def _scroll(self, role: Role, unit: str, count: int) -> None:
        surface = self._surface
        line = surface.typography.line
        if unit == "line":
            surface.scroll_by(count * line, role)
        elif unit == "page":
            surface.scroll_by(count * max(surface.height_of_view - 2 * line, line), role)
        else:
            surface.scroll_to(0 if count < 0 else QWIDGETSIZE_MAX * count, role)

    def _move(self, role: Role, move: Move, extend: bool) -> None:
        picture = self._surface.picture
        if picture is None:
            return
        if self.selection.caret is None or self.selection.role is not role:
            start = self._first_in_view(picture, role)
            self.selection.put(role, start)
        page_height = max(self._surface.height_of_view - 2 * self._surface.typography.line, 1)
        self.selection.move(picture.layout, move, extend, page_height)
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
            document = of(picture.layout, role)
            span = word_at(document, offset)
            if span.start == span.end and offset:
                span = word_at(document, offset - 1)
            self.selection.select(role, span)
            self._show()

    def _first_in_view(self, picture: Picture, role: Role) -> int:
        for placed in self._surface.rows_in_view(role):
            cell = (
                None
                if picture.layout.fold_at(placed.number)
                else picture.layout.cell(placed.number, role)
            )
            if cell is None:
                continue
            line = cell.lines[cell.line_number_at(-placed.text_top)]
            if placed.text_top + line.top >= 0:
                return line.start
        return 0

    def _follow(self, picture: Picture) -> None:
        """Scroll until the caret is in view."""
        selection, layout = self.selection, picture.layout
        assert selection.caret is not None
        number = layout.row_of(selection.role, selection.caret)
        top = self._surface.scrolling_of(number).top_of(layout, number)
        cell = None if layout.fold_at(number) else layout.cell(number, selection.role)
        if cell is None:
            return
        box = cell.caret(min(selection.caret, cell.span.end))
        y = top + layout.space_above(number) + round(box.top())
        bottom = y + round(box.height())
        if y < 0:
            self._surface.scroll_by(y, selection.role)
        elif bottom > self._surface.height_of_view:
            self._surface.scroll_by(bottom - self._surface.height_of_view, selection.role)

    def _show(self) -> None:
        picture = self._surface.picture
        if picture is None:
            return
        span = self.selection.span
        elsewhere = picture.focus is not None and self.selection.role is not picture.focus
        self._surface.change_picture(
            selection={self.selection.role: span} if span is not None else {},
            caret=None if elsewhere else self.selection.caret,
        )
        self.moved.emit(self.selection.role)
