"""Signs that the reviewer is there: keys, mouse, wheel; the window active or not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject

from ..review.session import ReviewSession

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


class SignsOfLife(QObject):
    """Tells the session's attention clock about the reviewer.

    Filters the events of the native window only: these are few, where a filter of the
    application would see every paint and timer.
    """

    def __init__(self, session: ReviewSession, parent: QObject) -> None:
        """Tell *session*; ``installEventFilter`` it on the native window."""
        super().__init__(parent)
        self._session = session
        self._active = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice a sign and let the event go on."""
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
        """Let the clock of the list that is open now run or rest."""
        if self._session.decisions is not None:
            clock = self._session.decisions.clock
            (clock.resume if self._active else clock.pause)()
