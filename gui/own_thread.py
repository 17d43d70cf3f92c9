"""A thread that the window starts without waiting for it.

``Thread.start`` returns once the thread runs. On a busy machine that takes several milliseconds,
and opening a list starts seven threads.
"""

from __future__ import annotations

import _thread
import threading
from collections.abc import Callable
from time import monotonic


class OwnThread(threading.Thread):
    """A daemon that is alive as soon as it is started, whether it runs already or not."""

    def __init__(self, target: Callable[[], object], name: str) -> None:
        """Call *target* in a thread called *name*, once it is started."""
        super().__init__(target=target, name=name, daemon=True)
        self._asked = False
        self._under_way = threading.Event()

    def start(self) -> None:
        """Have the thread started; returns at once."""
        self._asked = True
        _thread.start_new_thread(self._start_and_wait, ())

    def _start_and_wait(self) -> None:
        try:
            super().start()
        finally:
            self._under_way.set()

    def is_alive(self) -> bool:
        """Return True from the start to the end."""
        return (self._asked and not self._under_way.is_set()) or super().is_alive()

    def join(self, timeout: float | None = None) -> None:
        """Wait for the end, or until *timeout* seconds are over."""
        until = None if timeout is None else monotonic() + timeout
        if self._asked and not self._under_way.wait(timeout):
            return
        super().join(None if until is None else max(until - monotonic(), 0.0))
