"""Text search: hits in both documents, stepping from one to the next, and the find bar."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from ...documents import Document, Span
from ...review.background import Turns, Work, outcome
from ..controls.buttons import IconButton
from ..controls.controls import plain_label, restyle, slim_margins
from ..controls.qt_text import grouped
from ..controls.theme import Theme
from .counterparts import ROLES, Role, of
from .row_layout import RowLayout
from .surface import Surface

# A single letter in a book has more hits; a longer list would help nobody.
MOST = 10_000
STRETCH = 200_000  # characters that are searched at a time, which takes some milliseconds
_LOOKED = 1_000  # places that are checked at a time


def find_places(document: Document, wanted: str, end: int | None = None) -> Work[list[Span]]:
    """Find at most MOST places of *wanted* in *document*, in any case.

    Any white space in *wanted* matches any white space, so that a phrase is found across lines. It
    works in slices, because ten megabytes take half a second: the first word is searched for
    stretch by stretch, the others only behind it. Text behind *end* is not searched.
    """
    found: list[Span] = []
    if not wanted or wanted.isspace():
        return found
    text, first, whole = document.text, wanted.split()[0], pattern_for(wanted)
    end = len(text) if end is None else end
    begins = pattern_for(first)
    at = looked = 0
    for limit in range(STRETCH, end + STRETCH, STRETCH):
        while at < limit:
            begin = begins.search(text, at, min(limit + len(first) - 1, end))
            if begin is None:
                at = limit
                break
            match = whole.match(text, begin.start(), end)
            if match is None:
                at = begin.start() + 1
            else:
                found.append(Span(match.start(), match.end()))
                if len(found) == MOST:
                    return found
                at = match.end()
            looked += 1
            if looked % _LOOKED == 0:
                yield
        yield
    return found


def pattern_for(wanted: str) -> re.Pattern[str]:
    """Return the pattern that finds *wanted*, which is not only white space."""
    words = wanted.split()
    return re.compile(r"\s+".join(re.escape(word) for word in words), re.IGNORECASE)


def in_reading_order(
    hits: Mapping[Role, list[Span]], row_of: Callable[[Role, int], int]
) -> Work[list[tuple[Role, Span]]]:
    """Put all hits in order from top to bottom, the reference before the candidate in one row.

    *row_of* gives the row of an offset.
    """
    sorted_by = []
    for number, role in enumerate(ROLES):
        for looked, span in enumerate(hits[role]):
            sorted_by.append((row_of(role, span.start), number, span))
            if looked % _LOOKED == 0:
                yield
    sorted_by.sort()
    return [(ROLES[number], span) for _, number, span in sorted_by]


class _Found(NamedTuple):
    """The hits in either document, and all of them in reading order."""

    hits: dict[Role, list[Span]]
    order: list[tuple[Role, Span]]


class Finder(QObject):
    """Marks all hits in both panes and steps through them, wrapping round.

    Very long texts are searched a little at a time: ``searching`` is emitted at the beginning,
    ``hits_changed`` at the end.
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
        self._stood_on: tuple[Role, Span] | None = None  # the current hit of the text before
        self._turns: Turns[_Found] = Turns(self)

    def find(self, text: str) -> int:
        """Mark every hit of *text*; go to the first one below the top of the view.

        While the text is being typed, it goes to the current hit, or the next one: the view must
        not wander with each letter. Returns the number of hits, 0 if it is not known yet.
        """
        self._text = text
        self._stood_on = None if self._at is None else self._hits[self._at]
        self._look(go=True)
        return len(self._hits)

    def renew(self) -> None:
        """Search a newly shown pair for the same text, without going to a hit."""
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
        layout = picture.layout
        work = _find_hits(layout, self._text)
        if sum(len(of(layout, role).text) for role in ROLES) <= STRETCH:
            self._found(outcome(work), go)
            return
        self._found(_Found({role: [] for role in ROLES}, []), go)
        self.searching.emit()
        self._turns.do(work, lambda found: self._found(found, go))

    def _found(self, found: _Found, go: bool) -> None:
        self._hits, self._at = found.order, None
        self._surface.change_picture(hits=found.hits, current_hit=None)
        self.hits_changed.emit(0, len(self._hits))
        if go and self._hits:
            before = self._stood_on
            begin = before if before is not None and self._is_in_view(before) else None
            self._go_to(self._first_from_view() if begin is None else self._first_from(begin))

    def _first_from(self, hit: tuple[Role, Span]) -> int:
        """Return the first hit at the place of *hit*, or behind it."""
        picture = self._surface.picture
        assert picture is not None
        layout, (role, span) = picture.layout, hit

        def place(one: tuple[Role, Span]) -> tuple[int, int, int]:
            return layout.row_of(one[0], one[1].start), ROLES.index(one[0]), one[1].start

        first = bisect_left(self._hits, place((role, span)), key=place)
        return first if first < len(self._hits) else 0

    def _first_from_view(self) -> int:
        """Return the first hit in view, or the next one below."""
        picture = self._surface.picture
        rows = self._surface.rows_in_view()
        if picture is None or not rows:
            return 0
        layout, top = picture.layout, rows[0].number
        first = bisect_left(self._hits, top, key=lambda hit: layout.row_of(hit[0], hit[1].start))
        for at in range(first, len(self._hits)):
            hit = self._hits[at]
            if layout.row_of(hit[0], hit[1].start) != top or self._is_in_view(hit):
                return at
        return 0

    def _is_in_view(self, hit: tuple[Role, Span]) -> bool:
        found = self._line_of(hit)
        return found is not None and 0 <= found[0] <= self._surface.height_of_view - found[1] * 2

    def _line_of(self, hit: tuple[Role, Span]) -> tuple[int, int] | None:
        """Return where the line of *hit* begins in the view, and its height; None in a fold."""
        picture = self._surface.picture
        assert picture is not None
        layout, (role, span) = picture.layout, hit
        number = layout.row_of(role, span.start)
        cell = layout.cell(number, role)
        if cell is None or layout.fold_at(number) is not None:
            return None
        line = cell.lines[cell.line_number_of(span.start)]
        below = layout.space_above(number) + line.top
        return self._surface.scrolling_of(number).top_of(layout, number) + below, line.height

    def _go_to(self, at: int) -> None:
        picture = self._surface.picture
        assert picture is not None
        self._at = at
        role, span = self._hits[at]
        layout = picture.layout
        number = layout.row_of(role, span.start)
        if layout.fold_at(number) is not None:
            self.opening_wanted.emit(number)
        cell = layout.cell(number, role)
        self._surface.change_picture(current_hit=(role, span))
        if cell is not None and not self._is_in_view((role, span)):
            line = cell.lines[cell.line_number_of(span.start)]
            below = layout.space_above(number) + line.top
            self._surface.bring(number, below, self._surface.height_of_view // 3)
        self.hits_changed.emit(at + 1, len(self._hits))


def _find_hits(layout: RowLayout, text: str) -> Work[_Found]:
    hits = {}
    for role in ROLES:
        hits[role] = yield from find_places(of(layout, role), text, layout.end_of(role))
    order = yield from in_reading_order(hits, layout.row_of)
    return _Found(hits, order)


class FindBar(QFrame):
    """A field, how many hits there are, and the way from one to the next."""

    text_changed = Signal(str)
    next_wanted = Signal()
    previous_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "panel")
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("Find in both documents"))
        self._field.setAccessibleName(self.tr("Find in both documents"))
        self._field.setMaximumWidth(420)
        self._field.setAcceptDrops(False)  # a drop is meant for the window, which opens files
        self._field.textChanged.connect(self.text_changed)
        self._count = plain_label("", "muted")
        self._previous = IconButton(
            "previous", self.tr("Previous hit"), lambda: self.previous_wanted.emit()
        )
        self._next = IconButton("next", self.tr("Next hit"), lambda: self.next_wanted.emit())
        self._close = IconButton("close", self.tr("Close the find bar (Esc)"), self.close_bar)
        layout = QHBoxLayout(self)
        slim_margins(layout)
        layout.addWidget(self._field, 1)
        for part in (self._previous, self._next, self._count):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(self._close)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self._field)
        self.set_hits(0, 0)

    def activate(self, text: str = "") -> None:
        """Show the bar with its text selected; search for *text* where given."""
        self.setVisible(True)
        if text:
            self._field.setText(text)
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self._field.text():
            self.text_changed.emit(self._field.text())

    def text(self) -> str:
        """Return the text that is searched for."""
        return self._field.text()

    def set_hits(self, current: int, total: int) -> None:
        """Show that the hit *current* (from 1; 0: none yet) of *total* is marked."""
        wanted = bool(self._field.text())
        if not wanted:
            text = ""
        elif not total:
            text = self.tr("Nothing found")
        elif current:
            text = self.tr("{current} of {total}").format(
                current=grouped(current), total=grouped(total)
            )
        else:
            text = self.tr("%n hit(s)", "", total)
        self._count.setText(text)
        restyle(self._field, "bad", wanted and not total)
        self._previous.setEnabled(total > 0)
        self._next.setEnabled(total > 0)

    def set_searching(self) -> None:
        """Show that a very long text is being searched; ``set_hits`` ends that."""
        self.set_hits(0, 0)
        self._count.setText(self.tr("Searching…"))
        restyle(self._field, "bad", False)

    def close_bar(self) -> None:
        """Hide the bar and announce it."""
        self.setVisible(False)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next hit, Shift+Enter to the previous one, Escape closes the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.previous_wanted if back else self.next_wanted).emit()
        else:
            super().keyPressEvent(event)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        for button in (self._previous, self._next, self._close):
            button.set_theme(theme)
