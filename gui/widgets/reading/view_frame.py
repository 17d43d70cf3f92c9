"""The frame of the reading view: pane headers, surface, panes, gutter handle, overview strip."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QToolTip, QVBoxLayout, QWidget

from ...documents import Document, shown_name
from ..controls.notifications import MessagePanel
from ..controls.theme import Theme, load_theme
from .cell import LARGEST_ZOOM, SMALLEST_ZOOM, typography
from .counterparts import ROLES, Role, of
from .differences import as_tooltip, role_text
from .overview import OverviewStrip
from .pane import Pane
from .row_layout import Columns, columns
from .surface import Surface

_KEY_MOVE = 20  # pixels that an arrow key moves the border
_ZOOMS = (60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)


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


class Frame(QWidget):
    """How the view looks: theme, zoom, font, sides, and the share of the width."""

    zoom_changed = Signal(int)
    encoding_wanted = Signal(object)  # Role: the reviewer wants to choose its encoding
    gutter_clicked = Signal(int)  # a pixel of the view's height
    retry_wanted = Signal()  # read again what could not be read
    next_wanted = Signal()  # or go on to the next pair

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = load_theme("light")
        self._zoom = 100
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
        """Show *reason* in the pane of *role*, whose document cannot be read; None takes it out."""
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
        self.surface.share = min(max(share, 0.05), 0.95)
        self.surface.lay_out()

    def set_zoom(self, percent: int) -> None:
        """Set the text's size in per cent, limited to 60 to 300."""
        percent = min(max(percent, SMALLEST_ZOOM), LARGEST_ZOOM)
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
        self.set_zoom(100)

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
            wanted = next((z for z in _ZOOMS if z > self._zoom), LARGEST_ZOOM)
        else:
            wanted = next((z for z in reversed(_ZOOMS) if z < self._zoom), SMALLEST_ZOOM)
        self.set_zoom(wanted)

    def _font_changed(self) -> None:
        self.surface.typography = typography(self._style, self._zoom, self._families)
        self.surface.lay_out()

    def _share_dragged(self, left: int) -> None:
        gutter = self._columns().gutter_width
        room = max(self.surface.viewport().width() - gutter, 1)
        self.set_share(left / room)

    def _columns(self) -> Columns:
        surface = self.surface
        if surface.picture is not None:
            return surface.picture.layout.columns
        type_ = surface.typography
        width = max(surface.viewport().width(), 2)
        return columns(width, surface.share, surface.swapped, type_.measure, type_.padding)

    def _place_panes(self) -> None:
        found = self._columns()
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


_LEAST_NAME = 18  # average characters of a name that its line must have room for


class PaneHeader(QWidget):
    """Paints ``REFERENCE calls.txt`` over each column; the encoding is a button.

    ``encoding_wanted`` carries the role whose encoding the reviewer wants to choose.
    """

    encoding_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._documents: dict[Role, Document] = {}
        self._columns: Columns | None = None
        self._lines = 1
        self._state = ""
        self._buttons = {role: self._make_button(role) for role in ROLES}
        self.setFixedHeight(self.fontMetrics().height() + 16)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme*."""
        self._theme = theme
        for button in self._buttons.values():
            colour, hover = theme.hex("muted"), theme.hex("border")
            button.setStyleSheet(
                f"QToolButton {{ color: {colour}; border: 1px solid transparent; padding: 1px 5px;"
                f" background: transparent; border-radius: 3px }}"
                f"QToolButton:hover, QToolButton:focus {{ border-color: {hover} }}"
            )
        self.update()

    def set_documents(self, reference: Document | None, candidate: Document | None) -> None:
        """Show the names and encodings of both documents."""
        given = {Role.REFERENCE: reference, Role.CANDIDATE: candidate}
        self._documents = {role: doc for role, doc in given.items() if doc is not None}
        for role, button in self._buttons.items():
            document = self._documents.get(role)
            button.setText(document.encoding if document else "")
            button.setVisible(document is not None and bool(document.encoding))
            if document is not None:
                text = self.tr("{role}: read as {encoding}").format(
                    role=role_text(role), encoding=document.encoding
                )
                button.setAccessibleName(text)
                button.setToolTip(as_tooltip(text))
                button.setAccessibleDescription(text)
        if self._columns is not None:
            self._choose_lines()
        self._place_buttons()
        self.update()

    @property
    def state(self) -> str:
        """What is being done with the documents; empty where nothing is."""
        return self._state

    def set_state(self, state: str) -> None:
        """Say behind both names what is being done with the documents."""
        if state != self._state:
            self._state = state
            self.update()

    def encoding_button(self, role: Role) -> QToolButton:
        """Return the button that shows the encoding of *role*."""
        return self._buttons[role]

    def set_columns(self, columns: Columns) -> None:
        """Place names and buttons above *columns*."""
        self._columns = columns
        self._choose_lines()
        self._place_buttons()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint role and name over each column, the name elided in its middle."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.colour("panel"))
        line = QRect(0, self.height() - 1, self.width(), 1)
        painter.fillRect(line, self._theme.colour("border"))
        if self._columns is None:
            return
        for role, document in self._documents.items():
            self._paint_head(painter, role, document)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons at the columns' ends."""
        self._place_buttons()

    def event(self, event: QEvent) -> bool:
        """Show the whole path in a tooltip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            role = self._columns.role_at(event.pos().x()) if self._columns else None
            document = self._documents.get(role) if role is not None else None
            tip = as_tooltip(shown_name(document.name)) if document is not None else ""
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)

    def _paint_head(self, painter: QPainter, role: Role, document: Document) -> None:
        room = self._room(role)
        bold = QFont(self.font())
        bold.setBold(True)
        bold.setPointSizeF(bold.pointSizeF() * 0.88)
        bold.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
        painter.setFont(bold)
        painter.setPen(self._theme.colour("muted"))
        label = role_text(role).upper()
        vertical = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(room, int(vertical), label)
        used = painter.fontMetrics().horizontalAdvance(label) + 12
        if self._lines == 2:
            room = self._room(role).translated(0, self._line_height())
        else:
            room.setLeft(room.left() + used)
            room.setRight(room.right() - self._buttons[role].width() - 8)
        painter.setFont(self.font())
        metrics = painter.fontMetrics()
        state = f"  {self._state}" if self._state else ""
        short = metrics.elidedText(
            short_name(document),
            Qt.TextElideMode.ElideMiddle,
            room.width() - metrics.horizontalAdvance(state),
        )
        painter.setPen(self._theme.colour("text"))
        painter.drawText(room, int(vertical), short)
        room.setLeft(room.left() + metrics.horizontalAdvance(short))
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(room, int(vertical), state)

    def _room(self, role: Role) -> QRect:
        assert self._columns is not None
        column = of(self._columns, role)
        # A column of text may be narrow in a wide pane: the head stands above the text.
        height = self.height() - 1 if self._lines == 1 else self._line_height()
        return QRect(column.text_left, 0, column.text_width, height)

    def _line_height(self) -> int:
        return self.fontMetrics().height() + 6

    def _choose_lines(self) -> None:
        """Give the names a line of their own where little of them would be left on the first."""
        assert self._columns is not None
        metrics = self.fontMetrics()
        least = _LEAST_NAME * metrics.averageCharWidth()
        narrow = any(
            of(self._columns, role).text_width
            - metrics.horizontalAdvance(role_text(role).upper())
            - self._buttons[role].sizeHint().width()
            < least
            for role in self._documents
        )
        self._lines = 2 if narrow else 1
        wanted = 2 * self._line_height() + 2 if narrow else metrics.height() + 16
        if self.height() != wanted:
            self.setFixedHeight(wanted)

    def _make_button(self, role: Role) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setVisible(False)
        button.clicked.connect(lambda: self.encoding_wanted.emit(role))
        return button

    def _place_buttons(self) -> None:
        if self._columns is None:
            return
        for role, button in self._buttons.items():
            button.adjustSize()
            room = self._room(role)
            left = room.right() - button.width() + 1
            button.move(left, (room.height() + 1 - button.height()) // 2)


def short_name(document: Document) -> str:
    """Return the file's name with its folder: all pairs of a list may have the same file names.

    >>> from gui.documents import read_text
    >>> short_name(read_text("", name="/lists/bridge/reference.txt"))
    'bridge/reference.txt'
    """
    return "/".join(shown_name(document.name).replace("\\", "/").rstrip("/").split("/")[-2:])


def name_panes(panes: Mapping[Role, QWidget], documents: tuple[Document, Document] | None) -> None:
    """Name the document of each pane for assistive technology.

    Panes without a document stay visible: hiding one would move its focus elsewhere.
    """
    for role, pane in panes.items():
        shape = Qt.CursorShape.ArrowCursor if documents is None else Qt.CursorShape.IBeamCursor
        pane.setCursor(shape)
        if documents is None:
            pane.setAccessibleName(role_text(role))
            pane.setAccessibleDescription("")
            continue
        document = documents[0] if role is Role.REFERENCE else documents[1]
        translate = QCoreApplication.translate
        name = translate("ReadingView", "{role}: {name}")
        pane.setAccessibleName(name.format(role=role_text(role), name=shown_name(document.name)))
        words = translate("ReadingView", "%n word(s)", "", document.words)
        pane.setAccessibleDescription(f"{words}, {document.encoding}")
