"""Gathering what the overview strip draws, in shares of the whole height, a slice at a time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from ...compare import SectionKind
from ...documents import Span
from .marks import Marks
from .overview import HIT, OverviewStrip, Stretch
from .page import Page
from .reading_rows import ReadingRow
from .roles import ROLES, Role, of
from .stepping import Stepper
from .surface import Surface

_SLICE = 0.008  # seconds of gathering before other events get their turn
_FINEST = 4_096  # points of the strip's height that are told apart
_REST = 120  # milliseconds without another change before gathering begins


class Overview(QObject):
    """Keeps the overview strip up to date with the surface, and the surface with the strip."""

    def __init__(self, surface: Surface, strip: OverviewStrip, stepper: Stepper) -> None:
        super().__init__(surface)
        self._surface = surface
        self._strip = strip
        self._stepper = stepper
        self._source: Iterator[Stretch | None] | None = None
        self._found: list[Stretch] = []
        self._ends: dict[tuple[Role, str], int] = {}
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._gather_slice)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self.gather)
        surface.view_changed.connect(self.show_view)
        surface.laid_out.connect(self.gather_soon)
        strip.wanted.connect(self._go_to_share)
        strip.scrolled.connect(self._scroll)

    def show_hits(self, current: int, count: int) -> None:
        """Show what was found; stepping from hit to hit changes nothing here."""
        if current == 0:
            self.gather_soon()

    def gather_soon(self) -> None:
        """Gather anew once things have come to rest."""
        self._rest.start()

    def gather(self) -> None:
        """Gather anew now, beginning with a first slice."""
        picture = self._surface.picture
        self._found, self._ends = [], {}
        if picture is None or (picture.marks is None and not any(picture.hits.values())):
            self._source = None
            self._strip.set_stretches([], self._surface.swapped)
            return
        self._source = stretches(picture.page, picture.marks, picture.hits)
        self._gather_slice()

    def _gather_slice(self) -> None:
        until = perf_counter() + _SLICE
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

    def _keep(self, found: Stretch) -> None:
        """Keep what can be seen: not what lies within a point where its kind is shown already."""
        end = int(found.end * _FINEST)
        kind = (found.role, found.kind)
        if self._ends.get(kind) != end or int(found.start * _FINEST) != end:
            self._ends[kind] = end
            self._found.append(found)

    def show_view(self) -> None:
        """Show on the strip what is in view, and where the current difference is."""
        picture, surface = self._surface.picture, self._surface
        if picture is None:
            self._strip.set_view(0.0, 1.0, None)
            return
        total = max(picture.page.heights.total, 1)
        top = surface.scrolling.value(picture.page)
        bottom = min(top + surface.height_of_view, total)
        at = self._stepper.height_of_current()
        self._strip.set_view(top / total, bottom / total, None if at is None else at / total)

    def _go_to_share(self, share: float) -> None:
        picture = self._surface.picture
        if picture is not None:
            middle = round(share * picture.page.heights.total)
            self._surface.scroll_to(middle - self._surface.height_of_view // 2)

    def _scroll(self, notches: int) -> None:
        self._surface.scroll_by(notches * 3 * self._surface.typography.line)


def stretches(
    page: Page, marks: Marks | None, hits: Mapping[Role, Sequence[Span]]
) -> Iterator[Stretch | None]:
    """Yield the stretches row by row, and None after each row, where one may pause."""
    total = max(page.heights.total, 1)
    top = 0
    for number, row in enumerate(page.rows):
        height = page.heights[number]
        text_top = top + page.space_above(number)
        for role in ROLES:
            span = of(row, role)
            if span is None:
                continue
            if page.fold_at(number) is not None:  # only what was found is seen through a fold
                if _between(hits.get(role, ()), span):
                    yield Stretch(role, HIT, top / total, top / total)
                continue
            kind = row.kind_of(role)
            if marks and kind not in (None, SectionKind.PAIRED) and kind.value in marks.shown:
                yield Stretch(role, kind.value, text_top / total, (top + height) / total)
            room = (top + height - text_top) / max(span.end - span.start, 1)
            for what, part in _inside(row, role, span, marks, hits):
                start = text_top + (max(part.start, span.start) - span.start) * room
                end = text_top + (min(part.end, span.end) - span.start) * room
                yield Stretch(role, what, start / total, end / total)
        top += height
        yield None


def _inside(
    row: ReadingRow,
    role: Role,
    span: Span,
    marks: Marks | None,
    hits: Mapping[Role, Sequence[Span]],
) -> Iterator[tuple[str, Span]]:
    """Yield what stands inside *span* of *row*: the marks' kinds, then what was found."""
    if marks is not None:
        for mark in marks.of_row(row, role):
            if mark.span.start < mark.span.end:
                yield mark.kind, mark.span
    for hit in _between(hits.get(role, ()), span):
        yield HIT, hit


def _between(hits: Sequence[Span], span: Span) -> Sequence[Span]:
    first = bisect_left(hits, span.start, key=lambda hit: hit.start)
    return hits[first : bisect_left(hits, span.end, key=lambda hit: hit.start)]
