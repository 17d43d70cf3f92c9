"""Where the view stands: a row and an offset into it, so that no better height moves the text."""

from __future__ import annotations

from dataclasses import dataclass

from .page import Page


@dataclass
class Scrolling:
    """The view's top lies ``offset`` pixels below the top of row ``row``.

    ``beyond`` are the pixels by which the view was brought past the usual end, so that a last
    difference stands where all others do; scrolling back gives them up.
    """

    row: int = 0
    offset: int = 0
    beyond: int = 0

    @property
    def at_top(self) -> bool:
        """True where nothing lies above the view."""
        return self.row == 0 and self.offset == 0

    def value(self, page: Page) -> int:
        """Return the pixels above the view's top, as far as heights are known."""
        return page.heights.top(self.row) + self.offset

    def go_to(self, page: Page, value: int, height: int) -> None:
        """Put the pixel *value* (of estimated heights) at the top of a view of *height* pixels."""
        value = max(value, 0)
        self.beyond = 0
        if value >= greatest_value(page, height):  # the very end, wherever it turns out to be
            self.row = len(page.rows) - 1
            self.offset = page.height(self.row)
            self.settle(page, height)
            return
        self.row = page.heights.at(value)
        estimated = page.heights[self.row]
        inside = value - page.heights.top(self.row)
        real = page.height(self.row)
        # A place in a row of another height than thought is the same share of it.
        self.offset = inside if real == estimated else inside * real // max(estimated, 1)
        self.settle(page, height)

    def move(self, page: Page, pixels: int, height: int) -> None:
        """Scroll by *pixels*, exactly when it is a few screens at most."""
        if abs(pixels) > 6 * height + 2000:
            self.go_to(page, self.value(page) + pixels, height)
            return
        self.offset += pixels
        self.settle(page, height)

    def bring(self, page: Page, row: int, offset: int, height: int) -> None:
        """Go to a place, past the usual end if need be, but not in a text that fits the view."""
        self.row, self.offset = row, offset
        self.beyond = height * 2 // 3 if greatest_value(page, height) else 0
        self.settle(page, height)

    def settle(self, page: Page, height: int) -> None:
        """Bring row and offset into bounds: ``0 <= offset < height of row``, no space below."""
        self._walk(page)
        below = -self.offset
        for placed in page.from_row(self.row, -self.offset, height):
            below = placed.bottom
        usual = bottom_space(page, height)
        space, most = height - below, max(usual, self.beyond)
        if space > most:
            self.offset -= space - most
            space = most
            self._walk(page)
        self.beyond = space if space > usual else 0

    def _walk(self, page: Page) -> None:
        last = len(page.rows) - 1
        self.row = min(self.row, last)
        while self.offset < 0 and self.row > 0:
            fold = page.fold_at(self.row - 1)
            self.row = fold.first if fold else self.row - 1
            self.offset += page.height(self.row)
        if self.row == 0:
            self.offset = max(self.offset, 0)
        while self.row < last and self.offset >= page.height(self.row):
            self.offset -= page.height(self.row)
            fold = page.fold_at(self.row)
            self.row = min(fold.last + 1, last) if fold else self.row + 1

    def top_of(self, page: Page, row: int) -> int:
        """Return the top of *row* as seen from the view's top; exact near the view."""
        if abs(row - self.row) < 200:
            step = range(self.row, row) if row >= self.row else range(row, self.row)
            for number in step:
                page.height(number)
        return page.heights.top(row) - self.value(page)


def bottom_space(page: Page, height: int) -> int:
    """Return the empty pixels that may stand below the last row."""
    return min(page.typography.line * 3, height // 4)


def greatest_value(page: Page, height: int) -> int:
    """Return the greatest scroll value for a view of *height* pixels."""
    return max(page.heights.total + bottom_space(page, height) - height, 0)
