"""The overview strip: both documents as narrow lanes, with every difference and the view.

Hits of the search are ticks at the outer edge of their document's lane. The strip's contents are
collected in shares of the whole height, a slice in each turn of the event loop.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from time import perf_counter
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QWidget

from ...compare import SectionKind
from ...documents import Span
from ...review.background import SLICE
from ..controls.theme import Theme
from .counterparts import ROLES, Role, of
from .differences import Marks
from .picture import faded
from .reading_rows import ReadingRow
from .row_layout import GUTTER, RowLayout
from .stepping import Stepper
from .surface import Surface

# The most important kind wins a pixel that several share.
_LEAST_FIRST = ("minor", "substitution", "look-alike", "added", "missing", "moved")
_MARGIN = 5  # logical pixels beside a lane, where there are ticks

HIT = "hit"
"""The kind of a stretch that is a search hit; it is no difference, and has its own place."""


class LaneMark(NamedTuple):
    """One mark in a lane, in shares (0 to 1) of the whole height."""

    role: Role
    kind: str
    start: float
    end: float


class OverviewStrip(QWidget):
    """The strip; ``wanted`` carries the share of the text to bring into the middle of the view.

    ``stretches`` is what it shows now.
    """

    wanted = Signal(float)
    scrolled = Signal(int)  # notches of the wheel, down is positive

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.stretches: list[LaneMark] = []
        self._swapped = False
        self._view = (0.0, 1.0)
        self._current: float | None = None
        self._grip = 0.0
        self._drawn: QPixmap | None = None
        self.setFixedWidth(GUTTER)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Overview of the differences"))
        self.setAccessibleDescription(self.tr("A click or drag scrolls both documents there."))

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme*."""
        self._theme = theme
        self._redraw()

    def set_stretches(self, stretches: list[LaneMark], swapped: bool) -> None:
        """Show these differences; *swapped* puts the candidate's lane first."""
        self.stretches = stretches
        self._swapped = swapped
        self._redraw()

    def set_view(self, start: float, end: float, current: float | None) -> None:
        """Show which share of the text is in view, and where the current difference is."""
        if (start, end) != self._view or current != self._current:
            self._view, self._current = (start, end), current
            self.update()

    def sizeHint(self) -> QSize:
        """Return the strip's width."""
        return QSize(GUTTER, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lanes from their cached picture, and the view over it."""
        ratio = self.devicePixelRatioF()
        if self._drawn is None or self._drawn.size() != self.size() * ratio:
            self._drawn = self._draw(ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        box = self._view_box()
        painter.fillRect(box, faded(self._theme.colour("accent"), 0.12))
        painter.setPen(QPen(self._theme.colour("accent"), 1))
        painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 3, 3)
        if self._current is not None:
            y = round(self._current * self.height())
            painter.fillRect(QRect(0, y - 1, self.width(), 3), self._theme.colour("current"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the place that is clicked."""
        if event.button() == Qt.MouseButton.LeftButton:
            box = self._view_box()
            inside = box.contains(event.position().toPoint())
            # A drag that begins inside the box keeps its point under the mouse.
            self._grip = event.position().y() - box.center().y() if inside else 0.0
            self._want(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow a drag."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._want(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll as over the text."""
        notches = -event.angleDelta().y() / 120
        self.scrolled.emit(int(notches) or (1 if notches > 0 else -1))
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Forget the picture when the style changes."""
        self._drawn = None
        super().changeEvent(event)

    def _want(self, event: QMouseEvent) -> None:
        share = (event.position().y() - self._grip) / max(self.height(), 1)
        self.wanted.emit(min(max(share, 0.0), 1.0))

    def _view_box(self) -> QRect:
        top = round(self._view[0] * self.height())
        bottom = round(self._view[1] * self.height())
        return QRect(0, min(top, self.height() - 8), self.width(), max(bottom - top, 8))

    def _redraw(self) -> None:
        self._drawn = None
        self.update()

    def _draw(self, ratio: float) -> QPixmap:
        drawn = QPixmap(self.size() * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(self._theme.colour("panel"))
        painter = QPainter(drawn)
        painter.fillRect(QRect(0, 0, 1, self.height()), self._theme.colour("border"))
        for role in ROLES:
            self._draw_lane(painter, role)
        painter.end()
        return drawn

    def _draw_lane(self, painter: QPainter, role: Role) -> None:
        first = (role is Role.REFERENCE) != self._swapped
        width = self.width() // 2 - _MARGIN - 1
        left = _MARGIN if first else _MARGIN + width + 2
        height = self.height()
        painter.fillRect(QRect(left, 0, width, height), self._theme.colour("paper"))
        for top, bottom, kind in runs(self.stretches, role, height):
            self._draw_run(painter, QRect(left, top, width, bottom - top), kind)
        edge = 0 if first else left + width + 1
        for y in ticks(self.stretches, role, height):
            painter.fillRect(QRect(edge, y, _MARGIN - 1, 2), self._theme.colour("text"))

    def _draw_run(self, painter: QPainter, box: QRect, kind: str) -> None:
        """Draw one run: a colour, and a shape of its own for each kind."""
        colour = QColor(self._theme.colour(kind))
        width = box.width()
        if kind == "missing":
            painter.fillRect(box, faded(colour, 0.35))
            painter.fillRect(QRect(box.left(), box.top(), 4, box.height()), colour)
        elif kind == "moved":
            painter.fillRect(box, faded(colour, 0.25))
            painter.setPen(QPen(colour, 1, Qt.PenStyle.DashLine))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        elif kind == "added":
            painter.fillRect(box, colour)
        elif kind == "minor":
            painter.fillRect(QRect(box.center().x() - 1, box.top(), 3, box.height()), colour)
        else:
            inset = width // 4
            painter.fillRect(box.adjusted(inset, 0, -inset, 0), colour)


def runs(stretches: list[LaneMark], role: Role, height: int) -> list[tuple[int, int, str]]:
    """Return (top, bottom, kind) in pixels of one lane, each pixel with its most important kind."""
    kinds: list[str | None] = [None] * max(height, 1)
    for stretch in stretches:
        if stretch.role is not role or stretch.kind == HIT:
            continue
        top = min(int(stretch.start * height), height - 1)
        bottom = min(max(int(stretch.end * height), top + 2), height)
        weight = _LEAST_FIRST.index(stretch.kind)
        for y in range(top, bottom):
            there = kinds[y]
            if there is None or _LEAST_FIRST.index(there) < weight:
                kinds[y] = stretch.kind
    found: list[tuple[int, int, str]] = []
    for y, kind in enumerate(kinds):
        if kind is None:
            continue
        if found and found[-1][1] == y and found[-1][2] == kind:
            found[-1] = (found[-1][0], y + 1, kind)
        else:
            found.append((y, y + 1, kind))
    return found


def ticks(stretches: list[LaneMark], role: Role, height: int) -> list[int]:
    """Return the pixels of one lane at which a hit begins, from the top."""
    found = {
        min(int(stretch.start * height), height - 2)
        for stretch in stretches
        if stretch.kind == HIT and stretch.role is role
    }
    return sorted(found)


_REST = 120  # milliseconds without another change before gathering begins


class Overview(QObject):
    """Keeps the overview strip up to date with the surface, and the surface with the strip."""

    def __init__(self, surface: Surface, strip: OverviewStrip, stepper: Stepper) -> None:
        super().__init__(surface)
        self._surface = surface
        self._strip = strip
        self._stepper = stepper
        self._source: Iterator[LaneMark | None] | None = None
        self._found: list[LaneMark] = []
        self._ends: dict[tuple[Role, str], int] = {}
        self._finest = 1.0  # points of the strip's height that are distinguished
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._gather_slice)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._gather_at_rest)
        surface.view_changed.connect(self.show_view)
        surface.laid_out.connect(self.gather_soon)
        strip.wanted.connect(self._go_to_share)
        strip.scrolled.connect(self._scroll)

    def show_hits(self, current: int, count: int) -> None:
        """Show the hits of the search; stepping from hit to hit changes nothing here."""
        if current == 0:
            self.gather_soon()

    def gather_soon(self) -> None:
        """Gather again once changes have stopped."""
        self._rest.start()

    def _gather_at_rest(self) -> None:
        # Asking for the picture would do all that is left of its layout at once.
        if not self._surface.relayout.under_way:
            self.gather()

    def gather(self) -> None:
        """Gather again now, beginning with a first slice."""
        picture = self._surface.picture
        self._found, self._ends = [], {}
        tallest = self._strip.screen().virtualSize().height()  # whichever screen it will stand on
        self._finest = tallest * self._strip.devicePixelRatioF()
        if picture is None or (picture.marks is None and not any(picture.hits.values())):
            self._source = None
            self._strip.set_stretches([], self._surface.swapped)
            return
        self._source = stretches(picture.layout, picture.marks, picture.hits)
        self._gather_slice()

    def _gather_slice(self) -> None:
        until = perf_counter() + SLICE
        while self._source is not None:
            try:
                found = next(self._source)
            except StopIteration:
                self._source = None
                self._strip.set_stretches(self._found, self._surface.swapped)
                self.show_view()
                return
            if found is not None:
                self._keep(found)
            elif perf_counter() > until:
                self._next.start()
                return

    def _keep(self, found: LaneMark) -> None:
        """Keep a stretch unless its kind is already shown at the same point."""
        end = int(found.end * self._finest)
        kind = (found.role, found.kind)
        if self._ends.get(kind) != end or int(found.start * self._finest) != end:
            self._ends[kind] = end
            self._found.append(found)

    def show_view(self) -> None:
        """Show on the strip what is in view, and where the current difference is."""
        picture, surface = self._surface.picture, self._surface
        if picture is None:
            self._strip.set_view(0.0, 1.0, None)
            return
        total = max(picture.layout.height_of_flow(surface.scrolling.first), 1)
        top = surface.scrolling.value(picture.layout)
        bottom = min(top + surface.height_of_view, total)
        at = self._stepper.height_of_current()
        self._strip.set_view(top / total, bottom / total, None if at is None else at / total)

    def _go_to_share(self, share: float) -> None:
        picture = self._surface.picture
        if picture is not None:
            first = self._surface.scrolling.first
            middle = round(share * picture.layout.height_of_flow(first))
            self._surface.scroll_to(middle - self._surface.height_of_view // 2)

    def _scroll(self, notches: int) -> None:
        self._surface.scroll_by(notches * 3 * self._surface.typography.line)


def stretches(
    layout: RowLayout, marks: Marks | None, hits: Mapping[Role, Sequence[Span]]
) -> Iterator[LaneMark | None]:
    """Yield the stretches row by row, and None after each row, where the work may pause."""
    top, total = 0, 1
    for number, row in enumerate(layout.rows):
        if number == layout.flow(number).start:
            top, total = 0, max(layout.height_of_flow(number), 1)
        height = layout.heights[number]
        text_top = top + layout.space_above(number)
        for role in ROLES:
            span = of(row, role)
            if span is None:
                continue
            if layout.fold_at(number) is not None:  # a fold hides all but the hits
                if _between(hits.get(role, ()), span):
                    yield LaneMark(role, HIT, top / total, top / total)
                continue
            kind = row.kind_of(role)
            if marks and kind not in (None, SectionKind.PAIRED) and kind.value in marks.shown:
                yield LaneMark(role, kind.value, text_top / total, (top + height) / total)
            room = (top + height - text_top) / max(span.end - span.start, 1)
            for what, part in _inside(row, role, span, marks, hits):
                start = text_top + (max(part.start, span.start) - span.start) * room
                end = text_top + (min(part.end, span.end) - span.start) * room
                yield LaneMark(role, what, start / total, end / total)
        top += height
        yield None


def _inside(
    row: ReadingRow,
    role: Role,
    span: Span,
    marks: Marks | None,
    hits: Mapping[Role, Sequence[Span]],
) -> Iterator[tuple[str, Span]]:
    """Yield what stands inside *span* of *row*: the marks' kinds, then the hits."""
    if marks is not None:
        for mark in marks.of_row(row, role):
            if mark.span.start < mark.span.end:
                yield mark.kind, mark.span
    for hit in _between(hits.get(role, ()), span):
        yield HIT, hit


def _between(hits: Sequence[Span], span: Span) -> Sequence[Span]:
    first = bisect_left(hits, span.start, key=lambda hit: hit.start)
    return hits[first : bisect_left(hits, span.end, key=lambda hit: hit.start)]
