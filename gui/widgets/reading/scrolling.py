"""The scroll position, how the view gets back to it, and the measuring of row heights.

The position is a row and an offset into it, so an improved estimate of a height moves no text.
Rows out of view are measured when the event loop is idle, until the scroll bar is exact. A
`Place` is a position in the text, which survives a new layout.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from ...review.background import SLICE
from .counterparts import ROLES, Role, of
from .row_layout import PlacedRow, RowLayout


@dataclass
class Scrolling:
    """The view's top lies ``offset`` pixels below the top of row ``row``.

    ``first`` is the first row of the flow that is scrolled. ``beyond`` are the pixels by which the
    view was scrolled past the usual end, so that a last difference is at the same height as all
    others; scrolling back resets it.
    """

    row: int = 0
    offset: int = 0
    beyond: int = 0
    first: int = 0

    @property
    def at_top(self) -> bool:
        """True where nothing lies above the view."""
        return self.row == self.first and self.offset == 0

    def value(self, layout: RowLayout) -> int:
        """Return the pixels above the view's top, as far as heights are known."""
        return layout.top_in_flow(self.row) + self.offset

    def go_to(self, layout: RowLayout, value: int, height: int) -> None:
        """Put the pixel *value* (of estimated heights) at the top of a view of *height* pixels."""
        value = max(value, 0)
        self.beyond = 0
        if value >= greatest_value(layout, height, self.first):  # the end, wherever that will be
            self.row = layout.flow(self.first).stop - 1
            self.offset = layout.height(self.row)
            self.clamp(layout, height)
            return
        self.row = layout.heights.at(value + layout.heights.top(self.first))
        estimated = layout.heights[self.row]
        inside = value - layout.top_in_flow(self.row)
        real = layout.height(self.row)
        # If the row's real height differs from the estimate, the place is the same share of it.
        self.offset = inside if real == estimated else inside * real // max(estimated, 1)
        self.clamp(layout, height)

    def move(self, layout: RowLayout, pixels: int, height: int) -> None:
        """Scroll by *pixels*, exactly when it is a few screens at most."""
        if abs(pixels) > 6 * height + 2000:
            self.go_to(layout, self.value(layout) + pixels, height)
            return
        self.offset += pixels
        self.clamp(layout, height)

    def bring(self, layout: RowLayout, row: int, offset: int, height: int) -> None:
        """Go to a place, past the usual end if necessary, unless the text fits the view."""
        self.row, self.offset = row, offset
        self.beyond = height * 2 // 3 if greatest_value(layout, height, self.first) else 0
        self.clamp(layout, height)

    def clamp(self, layout: RowLayout, height: int) -> None:
        """Bring row and offset into bounds: ``0 <= offset < height of row``, no space below."""
        self._walk(layout)
        below = -self.offset
        for placed in layout.from_row(self.row, -self.offset, height):
            below = placed.bottom
        usual = bottom_space(layout, height)
        space, most = height - below, max(usual, self.beyond)
        if space > most:
            self.offset -= space - most
            space = most
            self._walk(layout)
        self.beyond = space if space > usual else 0

    def _walk(self, layout: RowLayout) -> None:
        first, last = self.first, layout.flow(self.first).stop - 1
        self.row = max(min(self.row, last), first)
        while self.offset < 0 and self.row > first:
            fold = layout.fold_at(self.row - 1)
            self.row = fold.first if fold else self.row - 1
            self.offset += layout.height(self.row)
        if self.row == first:
            self.offset = max(self.offset, 0)
        while self.row < last and self.offset >= layout.height(self.row):
            self.offset -= layout.height(self.row)
            fold = layout.fold_at(self.row)
            self.row = min(fold.last + 1, last) if fold else self.row + 1

    def top_of(self, layout: RowLayout, row: int) -> int:
        """Return the top of *row*, of the same flow, as seen from the view's top; exact near it."""
        if abs(row - self.row) < 200:
            between = range(self.row, row) if row >= self.row else range(row, self.row)
            for number in between:
                layout.height(number)
        return layout.top_in_flow(row) - self.value(layout)


def bottom_space(layout: RowLayout, height: int) -> int:
    """Return the empty pixels that may stand below the last row."""
    return min(layout.typography.line * 3, height // 4)


def greatest_value(layout: RowLayout, height: int, row: int = 0) -> int:
    """Return the greatest scroll value of the flow of *row* for a view of *height* pixels."""
    return max(layout.height_of_flow(row) + bottom_space(layout, height) - height, 0)


# Only pairs up to this size: of larger ones only what is near the view is laid out.
_MOST_ROWS = 1_500
_MOST_CHARACTERS = 150_000


class Measurer(QObject):
    """Replaces the estimated heights of a layout, a slice at a time."""

    measured = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._page: RowLayout | None = None
        self._next_row = 0
        self._seen = False
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._measure_slice)

    def seen(self) -> None:
        """Start measuring rows out of view, now that those in view are painted."""
        self._seen = True
        if self._page is not None:
            self._timer.start()

    def measure(self, layout: RowLayout) -> None:
        """Begin with the first row of *layout*, unless it is too big."""
        characters = len(layout.reference.text) + len(layout.candidate.text)
        if len(layout.rows) > _MOST_ROWS or characters > _MOST_CHARACTERS:
            self.stop()
            return
        self._page, self._next_row = layout, 0
        if self._seen:
            self._timer.start()

    def stop(self) -> None:
        """Stop measuring."""
        self._page = None
        self._timer.stop()

    def _measure_slice(self) -> None:
        layout = self._page
        if layout is None:
            return
        until = perf_counter() + SLICE
        while self._next_row < len(layout.rows) and perf_counter() < until:
            layout.height(self._next_row)
            self._next_row += 1
        if self._next_row < len(layout.rows):
            self._timer.start()
        else:
            self._page = None
            self.measured.emit()


class Place(NamedTuple):
    """The line with *offset* of *role* stands *pixels* below the view's top."""

    role: str
    offset: int
    pixels: int


def place_at(layout: RowLayout, rows: list[PlacedRow], roles: Sequence[Role] = ROLES) -> Place:
    """Return the place of the topmost line of *rows*, the rows in view, with text of *roles*."""
    for placed in rows:
        for role in roles:
            span = of(placed.row, role)
            if span is None:
                continue
            if layout.fold_at(placed.number):
                return Place(role.value, span.start, placed.text_top)
            cell = layout.cell(placed.number, role)
            assert cell is not None
            line = cell.lines[cell.line_number_at(-placed.text_top)]
            if placed.text_top + line.top + line.height > 0:
                return Place(role.value, line.start, placed.text_top + line.top)
    return Place(roles[0].value, 0, 0)


def position_of(layout: RowLayout, place: Place) -> tuple[int, int]:
    """Return the row of *place*, and how far below its top the view's top has to be."""
    role = Role(place.role)
    number = layout.row_of(role, place.offset)
    below = layout.space_above(number)
    fold = layout.fold_at(number)
    if fold is not None:
        return fold.first, layout.space_above(fold.first) - place.pixels
    cell = layout.cell(number, role)
    if cell is not None:
        below += cell.lines[cell.line_number_of(place.offset)].top
    return number, below - place.pixels
