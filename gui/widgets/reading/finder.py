"""Stepping through what was found in both documents."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ...documents import Span
from .find import find_all, in_reading_order
from .roles import ROLES, Role, of
from .surface import Surface


class Finder(QObject):
    """Marks all hits in both panes and goes from one to the next, round and round."""

    hits_changed = Signal(int, int)  # the current hit from 1 (0: none), how many
    opening_wanted = Signal(int)  # the row of a hit lies in a closed fold

    def __init__(self, surface: Surface, parent: QObject) -> None:
        super().__init__(parent)
        self._surface = surface
        self._text = ""
        self._hits: list[tuple[Role, Span]] = []
        self._at: int | None = None

    def find(self, text: str) -> int:
        """Mark every place of *text*; go to the first one from the view's top on."""
        self._text = text
        self._look()
        if self._hits:
            self._go_to(self._first_from_view())
        return len(self._hits)

    def renew(self) -> None:
        """Find the same text again in a newly shown pair, without going there."""
        self._look()

    def step(self, by: int) -> None:
        """Go to the next (1) or the one before (-1)."""
        if self._hits:
            at = self._first_from_view() if self._at is None else self._at + by
            self._go_to(at % len(self._hits))

    def _look(self) -> None:
        picture = self._surface.picture
        self._hits, self._at = [], None
        if picture is not None:
            page = picture.page
            hits = {role: find_all(of(page, role), self._text) for role in ROLES}
            rows = {role: [page.row_of(role, s.start) for s in hits[role]] for role in ROLES}
            self._hits = in_reading_order(hits, rows)
            picture.hits = hits
            picture.current_hit = None
            self._surface.viewport().update()
        self.hits_changed.emit(0, len(self._hits))

    def _first_from_view(self) -> int:
        picture = self._surface.picture
        rows = self._surface.rows_in_view()
        if picture is None or not rows:
            return 0
        for number, (role, span) in enumerate(self._hits):
            if picture.page.row_of(role, span.start) >= rows[0].number:
                return number
        return 0

    def _go_to(self, at: int) -> None:
        picture = self._surface.picture
        assert picture is not None
        self._at = at
        role, span = self._hits[at]
        page = picture.page
        number = page.row_of(role, span.start)
        if page.fold_at(number) is not None:
            self.opening_wanted.emit(number)
        cell = page.cell(number, role)
        picture.current_hit = (role, span)
        if cell is not None:
            line = cell.lines[cell.line_number_of(span.start)]
            below = page.space_above(number) + line.top
            y = self._surface.scrolling.top_of(page, number) + below
            if not 0 <= y <= self._surface.height_of_view - line.height * 2:
                self._surface.bring(number, below, self._surface.height_of_view // 3)
        self._surface.viewport().update()
        self.hits_changed.emit(at + 1, len(self._hits))
