"""A pane: the invisible widget over one column that takes focus, keys and mouse; and the header."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolButton, QToolTip, QWidget

from ...documents import Document, shown_name
from ..controls.theme import Theme
from .counterparts import ROLES, Role, of
from .differences import as_tooltip, role_text
from .row_layout import Columns


class Move(Enum):
    """A move of the caret: the value is (unit, direction)."""

    CHARACTER_BACK = ("character", -1)
    CHARACTER_ON = ("character", 1)
    WORD_BACK = ("word", -1)
    WORD_ON = ("word", 1)
    LINE_UP = ("line", -1)
    LINE_DOWN = ("line", 1)
    PAGE_UP = ("page", -1)
    PAGE_DOWN = ("page", 1)
    LINE_START = ("edge", -1)
    LINE_END = ("edge", 1)
    DOCUMENT_START = ("document", -1)
    DOCUMENT_END = ("document", 1)


_Key = Qt.Key
_MOVES = {
    (_Key.Key_Left, False): Move.CHARACTER_BACK,
    (_Key.Key_Right, False): Move.CHARACTER_ON,
    (_Key.Key_Left, True): Move.WORD_BACK,
    (_Key.Key_Right, True): Move.WORD_ON,
    (_Key.Key_Up, False): Move.LINE_UP,
    (_Key.Key_Down, False): Move.LINE_DOWN,
    (_Key.Key_PageUp, False): Move.PAGE_UP,
    (_Key.Key_PageDown, False): Move.PAGE_DOWN,
    (_Key.Key_Home, False): Move.LINE_START,
    (_Key.Key_End, False): Move.LINE_END,
    (_Key.Key_Home, True): Move.DOCUMENT_START,
    (_Key.Key_End, True): Move.DOCUMENT_END,
}
# Keys that scroll without Shift: by lines, by pages (of the view), or to an end.
_SCROLLS = {
    _Key.Key_Up: ("line", -2),
    _Key.Key_Down: ("line", 2),
    _Key.Key_PageUp: ("page", -1),
    _Key.Key_PageDown: ("page", 1),
    _Key.Key_Space: ("page", 1),
    _Key.Key_Home: ("end", -1),
    _Key.Key_End: ("end", 1),
}


class SpokenText(Protocol):
    """What a pane can tell assistive technology about its text. Offsets are in UTF-16 units."""

    def text(self, start: int, end: int) -> str:
        """Return the text from *start* up to *end*; -1 is the end of the document."""

    def length(self) -> int:
        """Return the length of the text."""

    def caret(self) -> int:
        """Return the offset of the caret; 0 where there is none."""

    def put_caret(self, offset: int) -> None:
        """Put the caret at *offset* and bring it into view."""

    def hidden(self, offset: int) -> tuple[bool, int, int]:
        """Return whether the text at *offset* is hidden from readers, and from where to where."""

    def box(self, offset: int) -> QRect:
        """Return the box of the character at *offset* on the screen; empty in a closed fold."""

    def offset_at(self, at: QPoint) -> int:
        """Return the offset nearest to a place on the screen; -1 without a text."""

    def report_caret(self) -> None:
        """Report to assistive technology that the caret has moved."""


class Pane(QWidget):
    """Announces what the reviewer does over one document; paints nothing itself."""

    focused = Signal(object)  # Role
    scroll_wanted = Signal(str, int)  # "line", "page" or "end", how many
    move_wanted = Signal(object, object, bool)  # Role, Move, extend the selection
    pressed = Signal(object, QPoint, bool)  # Role, place in the view, extend
    dragged = Signal(object, QPoint)
    released = Signal()  # the mouse: what was selected with it is complete
    double_clicked = Signal(object, QPoint)
    pointed = Signal(object, object)  # Role, place in the view or None
    copy_wanted = Signal()
    select_all_wanted = Signal(object)  # Role
    menu_wanted = Signal(object, QPoint, QPoint)  # Role, place in the view, on the screen
    tip_wanted = Signal(object, QPoint, QPoint)

    def __init__(self, role: Role, parent: QWidget) -> None:
        super().__init__(parent)
        self.role = role
        self.spoken: SpokenText | None = None  # answers assistive technology
        self._dragging = QTimer(self, interval=40)
        self._dragging.timeout.connect(self._drag_on)
        self._mouse = QPoint()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def show_tip(self, at: QPoint, text: str) -> None:
        """Show *text* literally beside the mouse; hide the tip if *text* is empty."""
        if text:
            QToolTip.showText(at, as_tooltip(text), self)
        else:
            QToolTip.hideText()

    def event(self, event: QEvent) -> bool:
        """Ask for a tooltip; keep the keys of the pane from the window's shortcuts."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self.tip_wanted.emit(self.role, self.mapToParent(event.pos()), event.globalPos())
            return True
        shortcut = event.type() == QEvent.Type.ShortcutOverride
        if shortcut and isinstance(event, QKeyEvent) and self._is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll with bare keys, select with Shift, move the caret with left and right."""
        if not self._is_ours(event):
            event.ignore()
            return
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all_wanted.emit(self.role)
        else:
            self._moved(event)

    def _moved(self, event: QKeyEvent) -> None:
        shift, control = _modifiers(event)
        key = _Key(event.key())
        if key in _SCROLLS and not shift:
            unit, count = _SCROLLS[key]
            self.scroll_wanted.emit(unit, count)
        elif key == _Key.Key_Space:
            self.scroll_wanted.emit("page", -1)
        else:
            move = _MOVES.get((key, control)) or _MOVES[key, False]
            self.move_wanted.emit(self.role, move, shift)

    def _is_ours(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Copy):
            return True
        if event.matches(QKeySequence.StandardKey.SelectAll):
            return True
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift_or_control = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
        if modifiers & ~shift_or_control:
            return False
        try:
            key = _Key(event.key())
        except ValueError:
            return False
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if control:
            return (key, True) in _MOVES
        return (key, False) in _MOVES or key in _SCROLLS

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the caret under the mouse; Shift extends the selection."""
        if event.button() == Qt.MouseButton.LeftButton:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.pressed.emit(self.role, self.mapToParent(event.position().toPoint()), shift)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at what is under the mouse, or extend the selection to it."""
        self._mouse = self.mapToParent(event.position().toPoint())
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged.emit(self.role, self._mouse)
            outside = not 0 <= self._mouse.y() < self.height()
            if outside and not self._dragging.isActive():
                self._dragging.start()
            elif not outside:
                self._dragging.stop()
        else:
            self.pointed.emit(self.role, self._mouse)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stop the scrolling of a drag; what it has selected is complete."""
        self._dragging.stop()
        if event.button() == Qt.MouseButton.LeftButton:
            self.released.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        self.double_clicked.emit(self.role, self.mapToParent(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Stop pointing at anything."""
        self.pointed.emit(self.role, None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Announce that this pane has the focus."""
        self.focused.emit(self.role)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Announce that the focus is gone."""
        self._dragging.stop()
        self.focused.emit(None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu."""
        self.menu_wanted.emit(self.role, self.mapToParent(event.pos()), event.globalPos())

    def _drag_on(self) -> None:
        above = self._mouse.y() < 0
        self.scroll_wanted.emit("line", -1 if above else 1)
        self.dragged.emit(self.role, self._mouse)


def _modifiers(event: QKeyEvent) -> tuple[bool, bool]:
    modifiers = event.modifiers()
    return (
        bool(modifiers & Qt.KeyboardModifier.ShiftModifier),
        bool(modifiers & Qt.KeyboardModifier.ControlModifier),
    )


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
        """What is being done with the documents; empty if nothing is."""
        return self._state

    def set_state(self, state: str) -> None:
        """Show behind both names what is being done with the documents."""
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
            name_with_folder(document),
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
        """Move the names to a line of their own if little of them would fit on the first."""
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


def name_with_folder(document: Document) -> str:
    """Return the file's name with its folder: all pairs of a list may have the same file names.

    >>> from gui.documents import read_text
    >>> name_with_folder(read_text("", name="/lists/bridge/reference.txt"))
    'bridge/reference.txt'

    The id of an article in a file may have slashes of its own:

    >>> name_with_folder(read_text("", name="/lists/bridge/pool.jsonl#https://news.example/a/b"))
    'bridge/pool.jsonl#https://news.example/a/b'
    """
    file, mark, id = shown_name(document.name).partition("#")
    return "/".join(file.replace("\\", "/").rstrip("/").split("/")[-2:]) + mark + id


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
        facts = [translate("ReadingView", "%n word(s)", "", document.words)]
        if document.hidden:
            facts.append(translate("ReadingView", "%n hidden word(s)", "", document.hidden_words))
        pane.setAccessibleDescription(", ".join([*facts, document.encoding]))
