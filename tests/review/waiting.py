"""Waiting for what happens in the background, with an end."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop


def wait_until(true: Callable[[], object], milliseconds: int = 10_000) -> None:
    """Let Qt work until *true* says so; fails after *milliseconds*."""
    deadline = QDeadlineTimer(milliseconds)
    while not true():
        assert not deadline.hasExpired(), "waited in vain"
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)


def let_pass(milliseconds: int) -> None:
    """Let Qt work for a while in which nothing is expected to happen."""
    deadline = QDeadlineTimer(milliseconds)
    while not deadline.hasExpired():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 10)
