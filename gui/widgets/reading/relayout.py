"""Lays out what is shown for another geometry, in slices.

Emoji and scripts other than Latin take Qt ten times as long as Latin prose: a few screens of them
noticeably block the window. So a large view is laid out in several turns of the event loop, while
the old geometry stays on screen; a small one is laid out at once.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from .counterparts import ROLES, Role, of
from .row_layout import RowLayout
from .scrolling import Place

AT_ONCE = 16_000
"""Bytes of text in UTF-8 that one turn lays out; one cell may have more.

A byte takes about as long in any script. A large screen of English has about this many.
"""

MOST_ROWS = 1_000
"""Rows whose heights are estimated at once, several times per turn when side panels fold."""


class Relayout(QObject):
    """Prepares layouts to be shown; a newer one replaces one that is under way."""

    ready = Signal()  # later, after a call of ``begin`` that returned False

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.layout: RowLayout | None = None
        self.places: tuple[Place, ...] = ()
        self._cells: list[tuple[int, Role]] = []
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._turn)

    @property
    def under_way(self) -> bool:
        """True while there is a layout that is not ready."""
        return self.layout is not None

    def begin(self, layout: RowLayout, places: tuple[Place, ...], height: int) -> bool:
        """Prepare *layout* for views of *height* pixels at *places*; True if it is ready now."""
        self.layout, self.places = layout, places
        self._cells = [cell for place in places for cell in _missing(layout, place, height)]
        few = len(layout.rows) <= MOST_ROWS
        if few and sum(_bytes(layout, cell) for cell in self._cells) <= AT_ONCE:
            return True
        self._timer.start()
        return False

    def take(self) -> tuple[RowLayout, tuple[Place, ...]]:
        """Return the layout and its places; missing cells are laid out when they are needed."""
        assert self.layout is not None
        found = self.layout, self.places
        self.stop()
        return found

    def stop(self) -> None:
        """Drop the layout."""
        self.layout, self._cells = None, []
        self._timer.stop()

    def _turn(self) -> None:
        if self.layout is None:
            return
        laid_out = 0
        while self._cells and (not laid_out or laid_out + self._next_bytes() <= AT_ONCE):
            laid_out += self._next_bytes()
            self.layout.cell(*self._cells.pop(0))
        if self._cells:
            self._timer.start()
        else:
            self.ready.emit()

    def _next_bytes(self) -> int:
        assert self.layout is not None
        return _bytes(self.layout, self._cells[0])


def _missing(layout: RowLayout, place: Place, height: int) -> list[tuple[int, Role]]:
    """Return the cells that a view at *place* needs, as far as that can be told beforehand."""
    found = []
    number = layout.row_of(Role(place.role), place.offset)
    top, end = place.pixels, layout.flow(number).stop
    while number < end and top < height:
        found += [(number, role) for role in ROLES if layout.lacks(number, role)]
        top += layout.estimate(number)
        number += 1
    return found


def _bytes(layout: RowLayout, cell: tuple[int, Role]) -> int:
    number, role = cell
    span = of(layout.rows[number], role)
    return 0 if span is None else len(span.of(of(layout, role).text).encode("utf-8", "replace"))
