"""The caret and the selection: offsets into a document, moved by keys and mouse."""

from __future__ import annotations

from enum import Enum

from ...documents import Document, Span
from .page import Page
from .roles import Role, of
from .scrolling import Scrolling


class Move(Enum):
    """How far the caret goes: the value is (unit, direction)."""

    CHARACTER_BACK = ("character", -1)
    CHARACTER_ON = ("character", 1)
    WORD_BACK = ("word", -1)
    WORD_ON = ("word", 1)
    LINE_UP = ("line", -1)
    LINE_DOWN = ("line", 1)
    PAGE_UP = ("page", -1)
    PAGE_DOWN = ("page", 1)
    LINE_START = ("edge", -1)
    LINE_END = ("edge", 1)
    DOCUMENT_START = ("document", -1)
    DOCUMENT_END = ("document", 1)


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
        """Return the selected text of *document*, as it is there."""
        return self.span.of(document.text) if self.span is not None else ""

    def move(self, page: Page, move: Move, extend: bool, page_height: int) -> None:
        """Move the caret; without *extend* the selection is given up."""
        if self.caret is None:
            return
        unit, step = move.value
        number = page.row_of(self.role, self.caret)
        if unit in ("line", "page"):
            pixels = page.typography.line if unit == "line" else page_height
            target = self._vertically(page, number, step * pixels)
        elif unit == "document":
            target = 0 if step < 0 else len(of(page, self.role).text)
            self._x = None
        else:
            target = self._horizontally(page, number, unit, step)
            self._x = None
        if not extend:
            self.anchor = target
        self.caret = target

    def _horizontally(self, page: Page, number: int, unit: str, step: int) -> int:
        assert self.caret is not None
        cell = page.cell(number, self.role)
        if cell is None:
            return self.caret
        if unit == "edge":
            line = cell.line_number_of(self.caret)
            return cell.lines[line].start if step < 0 else cell.last_place(line)
        if cell.right_to_left:
            step = -step  # the arrow points where the caret goes
        target = cell.next_place(min(self.caret, cell.span.end), step, unit == "word")
        if target != self.caret and cell.span.start <= target <= cell.span.end:
            return target
        other = page.next_row_of(self.role, number, step)
        if other is None:
            return self.caret
        span = of(page.rows[other], self.role)
        assert span is not None
        return span.start if step > 0 else span.end

    def _vertically(self, page: Page, number: int, pixels: int) -> int:
        """Return the offset *pixels* below the caret, in the nearest text if a gap is there."""
        assert self.caret is not None
        cell = page.cell(number, self.role)
        if cell is None:
            return self.caret
        box = cell.caret(min(self.caret, cell.span.end))
        if self._x is None:
            self._x = box.center().x()
        place = Scrolling(number, 0)
        middle = page.space_above(number) + round(box.center().y()) + pixels
        return _offset_near(page, self.role, place, self._x, middle, 1 if pixels > 0 else -1)


def _offset_near(
    page: Page, role: Role, place: Scrolling, x: float, below: int, direction: int
) -> int:
    """Return the offset of *role* at *x*, *below* pixels under the row of *place*."""
    number = place.row
    while below < 0 and number > 0:
        number -= 1
        below += page.height(number)
    while number < len(page.rows) - 1 and below >= page.height(number):
        below -= page.height(number)
        number += 1
    cell = None if page.fold_at(number) else page.cell(number, role)
    if cell is None:
        other = page.next_row_of(role, number, direction)
        if other is None:
            other = page.next_row_of(role, number, -direction)
        span = of(page.rows[other], role) if other is not None else None
        if span is None:
            return 0
        return span.start if direction > 0 else span.end
    return cell.offset_at(x, below - page.space_above(number))


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
