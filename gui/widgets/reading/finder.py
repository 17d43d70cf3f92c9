"""Stepping through what was found in both documents."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from ...documents import Span
from ...review.turns import Steps, Turns, outcome
from .find import in_reading_order, looking
from .page import Page
from .roles import ROLES, Role, of
from .surface import Surface

_AT_ONCE = 200_000  # characters of both texts that are looked through at once


class _Found(NamedTuple):
    """The hits in either document, and all of them in reading order."""

    hits: dict[Role, list[Span]]
    order: list[tuple[Role, Span]]


class Finder(QObject):
    """Marks all hits in both panes and goes from one to the next, round and round.

    Very long texts are looked through a little at a time: ``searching`` tells that it began,
    ``hits_changed`` that it is done.
    """

    hits_changed = Signal(int, int)  # the current hit from 1 (0: none), how many
    searching = Signal()
    opening_wanted = Signal(int)  # the row of a hit lies in a closed fold

    def __init__(self, surface: Surface, parent: QObject) -> None:
        super().__init__(parent)
        self._surface = surface
        self._text = ""
        self._hits: list[tuple[Role, Span]] = []
        self._at: int | None = None
        self._turns: Turns[_Found] = Turns(self)

    def find(self, text: str) -> int:
        """Mark every place of *text*; go to the first one from the view's top on.

        Returns how many there are, 0 where that is not known yet.
        """
        self._text = text
        self._look(go=True)
        return len(self._hits)

    def renew(self) -> None:
        """Find the same text again in a newly shown pair, without going there."""
        self._look(go=False)

    def step(self, by: int) -> None:
        """Go to the next (1) or the one before (-1)."""
        if self._hits:
            at = self._first_from_view() if self._at is None else self._at + by
            self._go_to(at % len(self._hits))

    def _look(self, go: bool) -> None:
        self._turns.stop()
        picture = self._surface.picture
        if picture is None or not self._text:
            self._found(_Found({role: [] for role in ROLES}, []), go)
            return
        page = picture.page
        work = _looking(page, self._text)
        if sum(len(of(page, role).text) for role in ROLES) <= _AT_ONCE:
            self._found(outcome(work), go)
            return
        self._found(_Found({role: [] for role in ROLES}, []), go)
        self.searching.emit()
        self._turns.do(work, lambda found: self._found(found, go))

    def _found(self, found: _Found, go: bool) -> None:
        self._hits, self._at = found.order, None
        picture = self._surface.picture
        if picture is not None:
            picture.hits = found.hits
            picture.current_hit = None
            self._surface.viewport().update()
        self.hits_changed.emit(0, len(self._hits))
        if go and self._hits:
            self._go_to(self._first_from_view())

    def _first_from_view(self) -> int:
        picture = self._surface.picture
        rows = self._surface.rows_in_view()
        if picture is None or not rows:
            return 0
        page = picture.page
        first = bisect_left(
            self._hits, rows[0].number, key=lambda hit: page.row_of(hit[0], hit[1].start)
        )
        return first if first < len(self._hits) else 0

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


def _looking(page: Page, text: str) -> Steps[_Found]:
    hits = {}
    for role in ROLES:
        hits[role] = yield from looking(of(page, role), text, page.end_of(role))
    order = yield from in_reading_order(hits, page.row_of)
    return _Found(hits, order)
