"""Waiting for what happens in the background, with an end."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QObject, QTimer

_LOOK_AGAIN = 3  # milliseconds: also what no event tells of is seen soon


def wait_until(true: Callable[[], object], milliseconds: int = 60_000) -> None:
    """Let Qt work until *true* says so; fails after *milliseconds*.

    On a busy machine it takes seconds to start a process, as the window does for a worker that
    is slow to drop what nobody wants any more.
    """
    deadline = QDeadlineTimer(milliseconds)
    if true():
        return
    with _Wakeful() as loop:
        while not true():
            assert not deadline.hasExpired(), "waited in vain"
            loop.turn()


def let_pass(milliseconds: int) -> None:
    """Let Qt work for a while in which nothing is expected to happen."""
    deadline = QDeadlineTimer(milliseconds)
    with _Wakeful() as loop:
        while not deadline.hasExpired():
            loop.turn()


class _Wakeful:
    """An event loop whose turns sleep until something happens, but not for long.

    (`QCoreApplication.processEvents` with a time does not sleep: it would take a whole processor
    from what is being waited for.)
    """

    def __init__(self) -> None:
        self._loop = QEventLoop()
        self._timer = QTimer()

    def __enter__(self) -> _Wakeful:
        self._timer.start(_LOOK_AGAIN)
        return self

    def __exit__(self, *error: object) -> None:
        self._timer.stop()

    def turn(self) -> None:
        """Sleep until there are events and let Qt work on them."""
        self._loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def let_timers_run(owner: QObject, milliseconds: int) -> None:
    """Let the timers of *owner* time out that do so within *milliseconds*, without waiting."""
    for timer in owner.findChildren(QTimer):
        if timer.isActive() and timer.interval() <= milliseconds:
            if timer.isSingleShot():
                timer.stop()
            timer.timeout.emit()
