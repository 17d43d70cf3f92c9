"""The frame of the reading view: header, surface, panes, gutter handle and overview strip."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...settings import PANE_SHARE_RANGE, ZOOM, ZOOM_RANGE
from ..controls.notifications import MessagePanel
from ..controls.theme import Theme, load_theme
from .cell import typography
from .counterparts import ROLES, Role, of
from .differences import role_text
from .overview import OverviewStrip
from .pane import Pane, PaneHeader
from .surface import Surface

_KEY_MOVE = 20  # pixels that an arrow key moves the border
_ZOOMS = (70, 80, 90, 100, 110, 125, 150, 175, 200, 250)  # between the smallest and the largest


class GutterHandle(QWidget):
    """Lies over the gutter: dragging it moves the border, a double click centres it."""

    dragged = Signal(int)  # the gutter's wanted left edge in the view
    halved = Signal()
    clicked = Signal(QPoint)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("gutter")
        self.setAccessibleName(self.tr("Border between the documents"))
        self.setAccessibleDescription(
            self.tr("Left and right move it, Home puts it in the middle.")
        )
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._grip: int | None = None
        self._moved = False
        self.setCursor(Qt.CursorShape.SplitHCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the border with the keyboard."""
        moves = {Qt.Key.Key_Left: -_KEY_MOVE, Qt.Key.Key_Right: _KEY_MOVE}
        pixels = moves.get(Qt.Key(event.key()))
        if pixels is not None:
            self.dragged.emit(self.x() + pixels)
        elif event.key() == Qt.Key.Key_Home:
            self.halved.emit()
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the focus; the gutter itself is painted below this widget."""
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(self.palette().accent(), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the gutter."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = round(event.position().x())
            self._moved = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it."""
        if self._grip is not None:
            at = self.mapToParent(event.position().toPoint()).x() - self._grip
            if at != self.x():
                self._moved = True
                self.dragged.emit(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; a press without a drag was a click."""
        if self._grip is not None and not self._moved:
            self.clicked.emit(self.mapToParent(event.position().toPoint()))
        self._grip = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Halve the width."""
        self._grip = None
        self.halved.emit()


class ViewFrame(QWidget):
    """The looks of the view: theme, zoom, font, sides, and the share of the width."""

    zoom_changed = Signal(int)
    encoding_wanted = Signal(object)  # Role: the reviewer wants to choose its encoding
    gutter_clicked = Signal(int)  # a pixel of the view's height
    retry_wanted = Signal()  # read again what could not be read
    next_wanted = Signal()  # or go on to the next pair

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = load_theme("light")
        self._zoom = ZOOM.default
        self._style = "serif"
        self._families: tuple[str, ...] = ()
        self.surface = Surface(theme, typography(self._style, self._zoom), self)
        self.header = PaneHeader(theme, self)
        self.strip = OverviewStrip(theme, self)
        viewport = self.surface.viewport()
        self.panes = {role: Pane(role, viewport) for role in ROLES}
        self._handle = GutterHandle(viewport)
        self._reason: MessagePanel | None = None  # made when it is first needed
        self._reason_role: Role | None = None
        self._handle.dragged.connect(self._share_dragged)
        self._handle.halved.connect(lambda: self.set_share(0.5))
        self._handle.clicked.connect(lambda at: self.gutter_clicked.emit(at.y()))
        self.surface.laid_out.connect(self._place_panes)
        self.surface.zoom_wanted.connect(self._change_zoom)
        self.header.encoding_wanted.connect(self.encoding_wanted)
        viewport.installEventFilter(self)
        self._assemble()
        self.setFocusProxy(self.panes[Role.REFERENCE])
        self.set_theme(theme)

    def _assemble(self) -> None:
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.surface, 1)
        below.addWidget(self.strip)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addLayout(below, 1)

    @property
    def zoom(self) -> int:
        """The zoom in per cent."""
        return self._zoom

    @property
    def share(self) -> float:
        """The share of the width (0 to 1) that the first pane has."""
        return self.surface.share

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme*."""
        self.surface.theme = theme
        self.surface.change_picture(theme=theme)
        self.header.set_theme(theme)
        self.strip.set_theme(theme)
        if self._reason is not None:
            self._reason.set_theme(theme)
        self.surface.viewport().update()

    def _show_reason(self, role: Role | None, reason: str) -> None:
        """Show *reason* in the pane of *role*, whose document cannot be read; None removes it."""
        self._reason_role = role
        if self._reason is None:
            if role is None:
                return
            self._reason = MessagePanel(self.surface.viewport())
            self._reason.setAutoFillBackground(True)
            self._reason.retry_wanted.connect(self.retry_wanted)
            self._reason.next_wanted.connect(self.next_wanted)
            self._reason.set_theme(self.surface.theme)
        self._reason.setVisible(role is not None)
        if role is not None:
            title = QCoreApplication.translate("ReadingView", "{role}: cannot be read")
            self._reason.set_message(title.format(role=role_text(role)), reason)
            self._place_panes()

    def set_swapped(self, swapped: bool) -> None:
        """Put the candidate first; roles, colours and meanings stay as they are."""
        if swapped != self.surface.swapped:
            self.surface.swapped = swapped
            self.surface.lay_out()

    def set_share(self, share: float) -> None:
        """Give the first pane *share* (0 to 1) of the width."""
        self.surface.share = _within(round(share * 1000), PANE_SHARE_RANGE) / 1000
        self.surface.lay_out()

    def set_zoom(self, percent: int) -> None:
        """Set the text's size in per cent, within the range of the setting."""
        percent = _within(percent, ZOOM_RANGE)
        if percent != self._zoom:
            self._zoom = percent
            self._font_changed()
            self.zoom_changed.emit(percent)

    def zoom_in(self) -> None:
        """Take the next larger size."""
        self._change_zoom(1)

    def zoom_out(self) -> None:
        """Take the next smaller size."""
        self._change_zoom(-1)

    def zoom_reset(self) -> None:
        """Go back to 100 per cent."""
        self.set_zoom(ZOOM.default)

    def set_font_style(self, style: str) -> None:
        """Choose ``"serif"`` or ``"sans"``; raises ValueError for anything else."""
        typography(style, self._zoom)
        self._style = style
        self._font_changed()

    def set_font_families(self, families: tuple[str, ...]) -> None:
        """Try *families* before the fonts of the style."""
        self._families = families
        self._font_changed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the panes over their columns when the surface is resized."""
        if event.type() == QEvent.Type.Resize:
            self._place_panes()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's font size."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._font_changed()
        super().changeEvent(event)

    def _change_zoom(self, by: int) -> None:
        if by > 0:
            wanted = next((z for z in _ZOOMS if z > self._zoom), ZOOM_RANGE[1])
        else:
            wanted = next((z for z in reversed(_ZOOMS) if z < self._zoom), ZOOM_RANGE[0])
        self.set_zoom(wanted)

    def _font_changed(self) -> None:
        self.surface.typography = typography(self._style, self._zoom, self._families)
        self.surface.lay_out()

    def _share_dragged(self, left: int) -> None:
        gutter = self.surface.columns.gutter_width
        room = max(self.surface.viewport().width() - gutter, 1)
        self.set_share(left / room)

    def _place_panes(self) -> None:
        found = self.surface.columns
        height = self.surface.viewport().height()
        for role, pane in self.panes.items():
            column = of(found, role)
            room = QRect(column.left, 0, column.width, height)
            pane.setGeometry(room)
            if self._reason is not None and self._reason_role is role:
                self._reason.setGeometry(room)
        self._handle.setGeometry(QRect(found.gutter_left, 0, found.gutter_width, height))
        first, second = reversed(ROLES) if found.swapped else ROLES
        order: list[QWidget] = [self.panes[first], self.panes[second], self._handle]
        order += [self.header.encoding_button(role) for role in (first, second)]
        for before, behind in pairwise(order):
            QWidget.setTabOrder(before, behind)
        self.header.set_columns(found)

    def pane_with_focus(self) -> Role | None:
        """Return the role whose pane has the keyboard's focus."""
        return next((role for role, pane in self.panes.items() if pane.hasFocus()), None)


def _within(value: int, bounds: tuple[int, int]) -> int:
    return min(max(value, bounds[0]), bounds[1])
