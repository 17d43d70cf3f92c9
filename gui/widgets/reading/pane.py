"""The invisible widget over one column: it takes the focus, keys and the mouse."""

from __future__ import annotations

from enum import Enum
from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from .counterparts import Role
from .differences import as_tooltip


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
    """What a pane can say of its text to assistive technology. Offsets are in UTF-16 units."""

    def text(self, start: int, end: int) -> str:
        """Return the text from *start* up to *end*; -1 is the end of the document."""

    def length(self) -> int:
        """Return the length of the text."""

    def caret(self) -> int:
        """Return the offset of the caret; 0 where there is none."""

    def put_caret(self, offset: int) -> None:
        """Put the caret at *offset* and bring it into view."""

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
        """Stop the scrolling of a drag."""
        self._dragging.stop()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        self.double_clicked.emit(self.role, self.mapToParent(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing any more."""
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
