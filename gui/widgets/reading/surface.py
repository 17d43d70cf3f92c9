"""The scrolled surface that both columns are painted on.

A row has one height for both of its sides, so counterparts are always level. The position in the
text is a row and an offset into it; the scroll bar only reflects it. If the documents are apart,
each has its own rows and position; the bar then reflects the one scrolled last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ...documents import Document
from ..controls.theme import Theme
from .cell import Typography
from .counterparts import Role
from .painting import Tops, counterpart_ends, paint_connector, paint_rows
from .picture import Picture
from .reading_rows import ReadingRow
from .relayout import Relayout
from .row_layout import Columns, Fold, PlacedRow, RowLayout, columns
from .scrolling import Measurer, Place, Scrolling, greatest_value, place_at, position_of


class Surface(QAbstractScrollArea):
    """Paints a :class:`Picture` and scrolls it. Announces scrolling and layout."""

    first_painted = Signal()  # a new picture was painted for the first time
    view_changed = Signal()  # scrolled, resized, or heights became known
    laid_out = Signal()  # columns or font changed
    zoom_wanted = Signal(int)  # notches of the wheel, with Ctrl held

    def __init__(self, theme: Theme, typography: Typography, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # PySide does not know the class of Qt's own viewport; to find it, it would create all its
        # widget classes, which adds 15 ms to the start.
        viewport = QWidget()
        viewport.setBackgroundRole(QPalette.ColorRole.Base)
        viewport.setAutoFillBackground(True)
        self.setViewport(viewport)
        self.theme = theme
        self.typography = typography
        self.share = 0.5
        self.swapped = False
        self.message = ""
        self._picture: Picture | None = None
        self.scrolling = Scrolling()  # of the flow that was scrolled last
        self._scrollings = [self.scrolling]  # of each flow
        self.painted_tops: Tops = []
        self._places: tuple[Place, ...] = ()  # in each flow; none where they have to be found anew
        self._fresh = False
        self._syncing = False
        self._measurer = Measurer(self)
        self._measurer.measured.connect(self._all_measured)
        self.relayout = Relayout(self)
        self.relayout.ready.connect(self._show_layout)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The overview strip is shown and dragged instead; the hidden bar holds the numbers.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().valueChanged.connect(self._scroll_bar_moved)

    # What is shown

    @property
    def picture(self) -> Picture | None:
        """What is shown, laid out for the present width and font; None for a message."""
        if self.relayout.under_way:
            self._show_layout()
        return self._picture

    @property
    def columns(self) -> Columns:
        """The columns as they are on screen, or as they would be if nothing is shown."""
        return self._columns() if self._picture is None else self._picture.layout.columns

    def show_picture(self, picture: Picture, places: Sequence[Place] = ()) -> None:
        """Show *picture*, scrolled to *places*, one for each flow, or to its top without them."""
        self.relayout.stop()
        self._picture = picture
        self.message = ""
        flows = dict.fromkeys(flow.start for flow in picture.layout.flows.values())
        self._scrollings = [Scrolling(first, first=first) for first in flows]
        self.scrolling = self._scrollings[0]
        self._fresh = True
        for place in places:
            self._go_to_place(place)
        self._changed()
        self._measurer.measure(picture.layout)

    def change_picture(self, **values: Any) -> None:
        """Replace the given fields of the picture by other *values*, if there is a picture."""
        if self._picture is not None:
            self._picture = replace(self._picture, **values)
            self.viewport().update()

    def show_message(self, text: str) -> None:
        """Show only *text*."""
        self.relayout.stop()
        self._picture = None
        self.message = text
        self._fresh = True
        self.painted_tops = []
        self._measurer.stop()
        self._changed()

    def make_layout(
        self, reference: Document, candidate: Document, rows: Sequence[ReadingRow], apart: bool
    ) -> RowLayout:
        """Return a layout of *rows*, which stand *apart* or not, for the present width and font."""
        return RowLayout(reference, candidate, rows, self._columns(), self.typography, apart=apart)

    def lay_out(self) -> None:
        """Lay the picture out again for another width, font or side; the text stays in place.

        If that is much work, it is spread over later turns. Meanwhile the old picture stays on
        screen; asking for ``picture`` finishes the work at once.
        """
        if self._picture is None:
            self._changed(keep_place=True)
            self.laid_out.emit()
            return
        # What was never painted has no position to keep, and is laid out when it is painted.
        places = () if self._fresh and self.at_top else self._places_shown()
        layout = self._picture.layout.relaid(self._columns(), self.typography)
        if self.relayout.begin(layout, places, self.height_of_view):
            self._show_layout()
        else:
            self._measurer.stop()

    def _show_layout(self) -> None:
        """Show the layout for the present width and font."""
        assert self._picture is not None
        layout, places = self.relayout.take()
        self._picture = replace(self._picture, layout=layout)
        for place in places:
            self._go_to_place(place)
        self._places = places
        self._measurer.measure(layout)
        self._changed(keep_place=True)
        self.laid_out.emit()

    def set_folds(self, folds: Sequence[Fold]) -> None:
        """Close exactly *folds*; the text in view stays in place where possible."""
        if self.picture is None:
            return
        places = self.places()
        self.picture.layout.set_folds(folds)
        for place in places:
            self._go_to_place(place)
        self._changed()
        self._measurer.measure(self.picture.layout)

    # Scrolling

    @property
    def height_of_view(self) -> int:
        """The pixels of text in view."""
        return self.viewport().height()

    @property
    def at_top(self) -> bool:
        """True where nothing lies above the view."""
        return all(own.at_top for own in self._scrollings)

    def scrolling_of(self, number: int) -> Scrolling:
        """Return the scroll position of the flow of row *number*."""
        if self.picture is None:
            return self.scrolling
        flow = self.picture.layout.flow(number)
        return next(own for own in self._scrollings if own.first == flow.start)

    def _scrolled(self, role: Role | None) -> list[Scrolling]:
        """Return what scrolls with *role*, None for everything, and note it as scrolled last."""
        if self.picture is None or role is None:
            return self._scrollings
        self.scrolling = self.scrolling_of(self.picture.layout.flows[role].start)
        return [self.scrolling]

    def scroll_by(self, pixels: int, role: Role | None = None) -> None:
        """Scroll the flow of *role*, or everything, down by *pixels*, up if negative."""
        if self.picture is not None and pixels:
            for own in self._scrolled(role):
                own.move(self.picture.layout, pixels, self.height_of_view)
            self._changed()

    def scroll_to(self, value: int, role: Role | None = None) -> None:
        """Put the pixel *value* of the whole text at the top of the view.

        That is the text of *role*, or else the one scrolled last; the other follows to the same
        share.
        """
        if self.picture is None:
            return
        layout, height = self.picture.layout, self.height_of_view
        moved = self._scrolled(role)
        greatest = max(greatest_value(layout, height, self.scrolling.first), 1)
        for own in moved:
            own_greatest = greatest_value(layout, height, own.first)
            share = value if own is self.scrolling else value * own_greatest // greatest
            own.go_to(layout, share, height)
        self._changed()

    def bring(self, number: int, below_top: int, wanted: int) -> None:
        """Bring the place *below_top* pixels into row *number* to *wanted* pixels below the top."""
        if self.picture is None:
            return
        layout = self.picture.layout
        fold = layout.fold_at(number)
        row, offset = (fold.first, -wanted) if fold else (number, below_top - wanted)
        self.scrolling = self.scrolling_of(row)
        self.scrolling.bring(layout, row, offset, self.height_of_view)
        self._changed()

    def place(self) -> Place | None:
        """Return the place of the topmost line in view, in the flow that was scrolled last."""
        places = self.places()
        return places[self._scrollings.index(self.scrolling)] if places else None

    def places(self) -> tuple[Place, ...]:
        """Return the place of the topmost line in view in each flow."""
        return self._places_shown() if self.picture is not None else ()

    def _places_shown(self) -> tuple[Place, ...]:
        assert self._picture is not None
        layout = self._picture.layout
        if not self._places and layout.rows:
            self._places = tuple(place_at(layout, self._in_view(own)) for own in self._scrollings)
        return self._places

    def place_of(self, role: Role) -> Place | None:
        """Return the place of the topmost line of *role* in view."""
        if self.picture is None or not self.picture.layout.rows:
            return None
        return place_at(self.picture.layout, self.rows_in_view(role), (role,))

    def restore_place(self, place: Place) -> None:
        """Go back to a place; one past the text's end is brought into it."""
        if self.picture is not None:
            self._go_to_place(place)
            self._changed()

    def rows_in_view(self, role: Role | None = None) -> list[PlacedRow]:
        """Return the rows in view, laid out: those with text of *role*, or all."""
        if self.picture is None:
            return []
        flows = self.picture.layout.flows
        starts = (
            [flows[role].start] if role is not None else [own.first for own in self._scrollings]
        )
        return [placed for first in starts for placed in self._in_view(self.scrolling_of(first))]

    def _in_view(self, own: Scrolling) -> list[PlacedRow]:
        assert self._picture is not None
        return list(self._picture.layout.from_row(own.row, -own.offset, self.height_of_view))

    def row_at(self, y: int, role: Role | None = None) -> PlacedRow | None:
        """Return the row at the pixel *y* of the view, in the flow of *role*."""
        for placed in self.rows_in_view(role):
            if placed.top <= y < placed.bottom:
                return placed
        return None

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows in view; remember where the counterparts' base lines were painted."""
        painter = QPainter(self.viewport())
        clip = QRectF(event.rect())
        picture = self._picture
        if picture is None:
            painter.fillRect(clip, self.theme.colour("paper"))
            painter.setPen(self.theme.colour("muted"))
            painter.setFont(self.typography.font)
            room = self.viewport().rect().adjusted(40, 20, -40, -20)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, int(flags), self.message)
            painter.end()
            self._announce_first()
            return
        rows = [placed for own in self._scrollings for placed in self._in_view(own)]
        view = QRectF(self.viewport().rect())
        self.painted_tops = paint_rows(painter, picture, rows, clip, view)
        ends = counterpart_ends(picture, rows)
        if ends is not None:
            paint_connector(painter, picture, ends)
        painter.end()
        self._sync()
        self._announce_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the topmost line where it is while the columns get another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.lay_out()
        elif self._picture is not None:
            self._clamp()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll what is under the mouse by three lines per notch; zoom with Ctrl."""
        layout = None if self.picture is None else self.picture.layout
        role = None if layout is None else layout.columns.role_at(round(event.position().x()))
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            notches = event.angleDelta().y() / 120
            self.zoom_wanted.emit(int(notches) or (1 if notches > 0 else -1))
        elif not event.pixelDelta().isNull():
            self.scroll_by(-event.pixelDelta().y(), role)
        else:
            pixels = round(-event.angleDelta().y() / 120 * 3 * self.typography.line)
            self.scroll_by(pixels, role)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave keys to the panes."""
        event.ignore()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Do nothing: the view paints itself at its position."""

    # Inside

    def _columns(self) -> Columns:
        typography = self.typography
        width = max(self.viewport().width(), 2)
        return columns(width, self.share, self.swapped, typography.measure, typography.padding)

    def _announce_first(self) -> None:
        if self._fresh:
            self._fresh = False
            self._measurer.seen()
            self.first_painted.emit()

    def _scroll_bar_moved(self, value: int) -> None:
        if not self._syncing:
            self.scroll_to(value)

    def _changed(self, keep_place: bool = False) -> None:
        if not keep_place:
            self._places = ()
        self._sync()
        self.viewport().update()
        self.view_changed.emit()

    def _sync(self) -> None:
        """Update the scroll bar from the view, unless it is being dragged."""
        bar = self.verticalScrollBar()
        if bar.isSliderDown():
            return
        self._syncing = True
        if self._picture is None:
            bar.setRange(0, 0)
        else:
            height = self.height_of_view
            layout = self._picture.layout
            bar.setRange(0, greatest_value(layout, height, self.scrolling.first))
            bar.setPageStep(height)
            bar.setSingleStep(self.typography.line)
            bar.setValue(self.scrolling.value(layout))
        self._syncing = False

    def _go_to_place(self, place: Place) -> None:
        assert self._picture is not None
        layout = self._picture.layout
        row, offset = position_of(layout, place)
        own = self.scrolling_of(row)
        own.row, own.offset = row, offset
        own.clamp(layout, self.height_of_view)

    def _all_measured(self) -> None:
        if self._picture is not None:
            self._clamp()

    def _clamp(self) -> None:
        """Bring the positions within changed bounds, unless that is about to be done."""
        assert self._picture is not None
        if self.relayout.under_way:
            return
        for own in self._scrollings:
            own.clamp(self._picture.layout, self.height_of_view)
        self._changed(keep_place=True)
