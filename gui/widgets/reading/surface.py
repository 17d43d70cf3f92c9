"""The scrolled surface that both columns are painted on.

A row has one height for both of its sides, so counterparts are always level. The place
in the text is a row and an offset into it; the scroll bar only reflects it.
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
from .painting import Tops, counterpart_ends, paint_connector, paint_rows
from .picture import Picture
from .reading_rows import ReadingRow
from .row_layout import Columns, Fold, Placed, RowLayout, columns
from .scrolling import Measurer, Place, Scrolling, greatest_value, place_at, position_of


class Surface(QAbstractScrollArea):
    """Paints a :class:`Picture` and scrolls it. Announces scrolling and layout."""

    first_painted = Signal()  # a new picture was painted for the first time
    view_changed = Signal()  # scrolled, resized, or heights became known
    laid_out = Signal()  # columns or font changed
    zoom_wanted = Signal(int)  # notches of the wheel, with Ctrl held

    def __init__(self, theme: Theme, typography: Typography, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # PySide does not know the class of Qt's own viewport; to find it, it would create all
        # its classes of widgets, which takes 15 ms of the start.
        viewport = QWidget()
        viewport.setBackgroundRole(QPalette.ColorRole.Base)
        viewport.setAutoFillBackground(True)
        self.setViewport(viewport)
        self.theme = theme
        self.typography = typography
        self.share = 0.5
        self.swapped = False
        self.message = ""
        self.picture: Picture | None = None
        self.scrolling = Scrolling()
        self.painted_tops: Tops = []
        self._place: Place | None = None
        self._fresh = False
        self._syncing = False
        self._measurer = Measurer(self)
        self._measurer.measured.connect(self._all_measured)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The overview strip is shown and dragged instead; the hidden bar holds the numbers.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().valueChanged.connect(self._scroll_bar_moved)

    # What is shown

    def show_picture(self, picture: Picture, place: Place | None) -> None:
        """Show *picture* from *place* on, from its top where that is None."""
        self.picture = picture
        self.message = ""
        self.scrolling = Scrolling()
        self._fresh = True
        self._place = None
        if place is not None:
            self._go_to_place(place)
        self._changed()
        self._measurer.measure(picture.layout)

    def change_picture(self, **values: Any) -> None:
        """Show the same picture with other *values* of its fields, if there is a picture."""
        if self.picture is not None:
            self.picture = replace(self.picture, **values)
            self.viewport().update()

    def show_message(self, text: str) -> None:
        """Show only *text*."""
        self.picture = None
        self.message = text
        self._fresh = True
        self.painted_tops = []
        self._measurer.stop()
        self._changed()

    def make_layout(
        self, reference: Document, candidate: Document, rows: Sequence[ReadingRow]
    ) -> RowLayout:
        """Return a layout of *rows* for the present width and font."""
        return RowLayout(reference, candidate, rows, self._columns(), self.typography)

    def lay_out(self) -> None:
        """Lay the picture out again for another width, font or side; the text stays in place."""
        if self.picture is not None:
            place = self.place()
            self.picture.layout.set_geometry(self._columns(), self.typography)
            if place is not None:
                self._go_to_place(place)
            self._place = place
            self._measurer.measure(self.picture.layout)
        self._changed(keep_place=True)
        self.laid_out.emit()

    def set_folds(self, folds: Sequence[Fold]) -> None:
        """Close exactly *folds*; the text in view stays in place where possible."""
        if self.picture is None:
            return
        place = self.place()
        self.picture.layout.set_folds(folds)
        if place is not None:
            self._go_to_place(place)
        self._changed()
        self._measurer.measure(self.picture.layout)

    # Scrolling

    @property
    def height_of_view(self) -> int:
        """The pixels of text in view."""
        return self.viewport().height()

    def scroll_by(self, pixels: int) -> None:
        """Scroll down by *pixels*, up if negative."""
        if self.picture is not None and pixels:
            self.scrolling.move(self.picture.layout, pixels, self.height_of_view)
            self._changed()

    def scroll_to(self, value: int) -> None:
        """Put the pixel *value* of the whole text at the top of the view."""
        if self.picture is not None:
            self.scrolling.go_to(self.picture.layout, value, self.height_of_view)
            self._changed()

    def bring(self, number: int, below_top: int, wanted: int) -> None:
        """Bring the place *below_top* pixels into row *number* to *wanted* pixels below the top."""
        if self.picture is None:
            return
        layout = self.picture.layout
        fold = layout.fold_at(number)
        row, offset = (fold.first, -wanted) if fold else (number, below_top - wanted)
        self.scrolling.bring(layout, row, offset, self.height_of_view)
        self._changed()

    def place(self) -> Place | None:
        """Return the place of the topmost line in view."""
        if self.picture is None or not self.picture.layout.rows:
            return None
        if self._place is None:
            self._place = place_at(self.picture.layout, self.rows_in_view())
        return self._place

    def restore_place(self, place: Place) -> None:
        """Go back to a place; one past the text's end is brought into it."""
        if self.picture is not None:
            self._go_to_place(place)
            self._changed()

    def rows_in_view(self) -> list[Placed]:
        """Return the rows that are in view, laid out."""
        if self.picture is None:
            return []
        height = self.height_of_view
        return list(
            self.picture.layout.from_row(self.scrolling.row, -self.scrolling.offset, height)
        )

    def row_at(self, y: int) -> Placed | None:
        """Return the row at the pixel *y* of the view."""
        for placed in self.rows_in_view():
            if placed.top <= y < placed.bottom:
                return placed
        return None

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows in view; remember where the counterparts' base lines were painted."""
        painter = QPainter(self.viewport())
        clip = QRectF(event.rect())
        if self.picture is None:
            painter.fillRect(clip, self.theme.colour("paper"))
            painter.setPen(self.theme.colour("muted"))
            painter.setFont(self.typography.font)
            room = self.viewport().rect().adjusted(40, 20, -40, -20)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, int(flags), self.message)
            painter.end()
            self._announce_first()
            return
        rows = self.rows_in_view()
        view = QRectF(self.viewport().rect())
        self.painted_tops = paint_rows(painter, self.picture, rows, clip, view)
        ends = counterpart_ends(self.picture, rows)
        if ends is not None:
            paint_connector(painter, self.picture, ends)
        painter.end()
        self._sync()
        self._announce_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the topmost line where it is while the columns get another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.lay_out()
        elif self.picture is not None:
            self.scrolling.clamp(self.picture.layout, self.height_of_view)
            self._changed(keep_place=True)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll three lines a notch; zoom with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            notches = event.angleDelta().y() / 120
            self.zoom_wanted.emit(int(notches) or (1 if notches > 0 else -1))
        elif not event.pixelDelta().isNull():
            self.scroll_by(-event.pixelDelta().y())
        else:
            self.scroll_by(round(-event.angleDelta().y() / 120 * 3 * self.typography.line))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave keys to the panes."""
        event.ignore()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Do nothing: the view paints itself where it is."""

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
            self._place = None
        self._sync()
        self.viewport().update()
        self.view_changed.emit()

    def _sync(self) -> None:
        """Update the scroll bar from the view, unless it is being dragged."""
        bar = self.verticalScrollBar()
        if bar.isSliderDown():
            return
        self._syncing = True
        if self.picture is None:
            bar.setRange(0, 0)
        else:
            height = self.height_of_view
            bar.setRange(0, greatest_value(self.picture.layout, height))
            bar.setPageStep(height)
            bar.setSingleStep(self.typography.line)
            bar.setValue(self.scrolling.value(self.picture.layout))
        self._syncing = False

    def _go_to_place(self, place: Place) -> None:
        assert self.picture is not None
        layout = self.picture.layout
        self.scrolling.row, self.scrolling.offset = position_of(layout, place)
        self.scrolling.clamp(layout, self.height_of_view)

    def _all_measured(self) -> None:
        if self.picture is not None:
            self.scrolling.clamp(self.picture.layout, self.height_of_view)
            self._changed(keep_place=True)
