"""Bringing the label file up to date in a thread, so that a locked file never stops the window."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from ..labels import LabelStore

_WAITS = (1.0, 2.0, 5.0, 10.0)  # seconds before another try; the last one is repeated


class LabelWriter(QObject):
    """Writes what the journal has into the label file, again and again until that succeeds.

    Every decision is in the journal before this is woken, so nothing depends on its haste.
    ``state_changed`` and ``edited_outside`` are announced from the writing thread.
    """

    state_changed = Signal(object)  # SaveState
    edited_outside = Signal(object)  # OutsideEdit

    def __init__(self, store: LabelStore, parent: QObject) -> None:
        """Write for *store*, which may be used in several threads."""
        super().__init__(parent)
        self._store = store
        self._condition = threading.Condition()
        self._wanted = False
        self._look_wanted = False
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="copydesk-label-writer", daemon=True)
        self._thread.start()

    def wake(self) -> None:
        """There is something to write, or the reviewer asks for another try."""
        with self._condition:
            self._wanted = True
            self._condition.notify()

    def look(self) -> None:
        """The label file may have been changed by another program."""
        with self._condition:
            self._look_wanted = True
            self._condition.notify()

    def close(self, seconds: float = 1.5) -> bool:
        """Write once more and end; False where that took longer than *seconds*.

        What could not be written is in the journal and comes into the file at the next start.
        """
        with self._condition:
            self._closing = True
            self._condition.notify()
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        failures = 0
        while True:
            with self._condition:
                wait = _WAITS[min(failures, len(_WAITS)) - 1] if failures else None
                self._condition.wait_for(
                    lambda: self._wanted or self._look_wanted or self._closing, wait
                )
                write = self._wanted or failures > 0
                look, closing = self._look_wanted, self._closing
                self._wanted = self._look_wanted = False
            if look and not closing:
                self._look()
            if write or look:
                failures = failures + 1 if not self._project() else 0
            if self._store.has_news:  # met with while writing
                self._look()
            if closing:
                return

    def _project(self) -> bool:
        state = self._store.project()
        self._announce(lambda: self.state_changed.emit(state))
        return state.kind.value == "saved"

    def _look(self) -> None:
        edit = self._store.look_outside()
        if edit is not None:
            self._announce(lambda: self.edited_outside.emit(edit))

    @staticmethod
    def _announce(announce: Callable[[], None]) -> None:
        try:
            announce()
        except RuntimeError:  # the window went away meanwhile
            return
