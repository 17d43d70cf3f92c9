"""The reviewer's activity: signs of attention, and keys that were not meant to label.

`ActivityFilter` sees keys, mouse and wheel; `KeyGuard` keeps a key from labelling a pair that
nobody has seen yet.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from ...review.session import ReviewSession

_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
    }
)


class ActivityFilter(QObject):
    """Reports signs of the reviewer to the session's attention clock.

    Filters the events of the native window only: these are few, where a filter of the
    application would see every paint and timer.
    """

    def __init__(self, session: ReviewSession, parent: QObject) -> None:
        """Report to *session*; install this with ``installEventFilter`` on the native window."""
        super().__init__(parent)
        self._session = session
        self._active = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a sign of the reviewer and let the event pass."""
        if event.type() in _SIGNS:
            self.sign()
        return False

    def sign(self) -> None:
        """The reviewer did something."""
        if self._session.decisions is not None:
            self._session.decisions.clock.sign()

    def set_active(self, active: bool) -> None:
        """The window became active, or another one did."""
        self._active = active
        self.refresh()

    def refresh(self) -> None:
        """Start or pause the clock of the list that is open now."""
        if self._session.decisions is not None:
            clock = self._session.decisions.clock
            (clock.resume if self._active else clock.pause)()


FIRST_SIGHT = 0.15
"""Seconds after the first paint of a pair's text in which no key decides anything."""


class KeyGuard:
    """Decides whether a key for a decision is ignored, and why.

    It is ignored when an editable text has the focus, when the key repeats by itself, and until a
    moment after the pair's text was first painted.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        """*now* gives seconds that never go back."""
        self._now = now
        self._painted: float | None = None
        self._repeating = False

    def pair_coming(self) -> None:
        """Note that another pair is coming whose text has not been seen yet."""
        self._painted = None

    def text_painted(self) -> None:
        """Note that the pair's text was painted; later paints of the same text change nothing."""
        if self._painted is None:
            self._painted = self._now()

    def key_pressed(self, repeating: bool) -> None:
        """Note that a key is about to act; *repeating* is True while it is held down."""
        self._repeating = repeating

    def objection(self, focus: QWidget | None) -> str:
        """Return why a deciding key is ignored now, in one sentence; empty where it may act.

        *focus* is the widget that has the keyboard.
        """
        if is_editable(focus):
            return QCoreApplication.translate(
                "KeyGuard", "Ignored, because a text is being edited. Esc leaves it."
            )
        if self._repeating:
            return QCoreApplication.translate(
                "KeyGuard", "Ignored, because the key was held down. Press it anew."
            )
        return self.unseen()

    @staticmethod
    def not_on_screen() -> str:
        """Return why no decision is taken on a pair that is not visible, in one sentence."""
        return QCoreApplication.translate(
            "KeyGuard", "Ignored, because the pair is not on the screen yet."
        )

    def unseen(self) -> str:
        """Return why the pair cannot be judged yet, in one sentence; empty where it can."""
        if self._painted is None:
            return self.not_on_screen()
        if self._now() - self._painted < FIRST_SIGHT:
            return QCoreApplication.translate(
                "KeyGuard", "Ignored, because the pair had only just appeared. Press it again."
            )
        return ""


def is_editable(widget: QWidget | None) -> bool:
    """True for a widget in which keys write text."""
    if isinstance(widget, (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)):
        return not widget.isReadOnly()
    return isinstance(widget, QComboBox) and widget.isEditable()
