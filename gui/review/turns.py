"""Long work in Qt's thread, a little of it in each turn of the event loop."""

from __future__ import annotations

from collections.abc import Callable, Generator
from time import perf_counter
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

Found = TypeVar("Found")
Steps = Generator[None, None, Found]
"""Work that yields whenever something else may happen, and returns what it found."""

_SLICE = 0.008  # seconds of work before other events get their turn


def outcome(steps: Steps[Found]) -> Found:
    """Go through *steps* at once and return what they found."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: Found = end.value
            return found


class Turns(QObject, Generic[Found]):
    """Goes through steps that are short each; other events are heard in between."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Steps[Found] | None = None
        self._then: Callable[[Found], object] = _nothing
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._slice)

    @property
    def busy(self) -> bool:
        """True while there are steps to do."""
        return self._steps is not None

    def do(self, steps: Steps[Found], then: Callable[[Found], object] | None = None) -> None:
        """Go through *steps* from the next turn on, and give *then* what they found.

        What was being done before is dropped.
        """
        self._steps, self._then = steps, then or _nothing
        self._timer.start()

    def stop(self) -> None:
        """Drop what is left to do."""
        self._steps, self._then = None, _nothing
        self._timer.stop()

    def finish(self) -> None:
        """Do at once what is left, however long that takes."""
        if self._steps is not None:
            self._end(outcome(self._steps))

    def _slice(self) -> None:
        until = perf_counter() + _SLICE
        steps = self._steps
        while steps is not None and steps is self._steps:  # a step may ask for something else
            try:
                next(steps)
            except StopIteration as end:
                if steps is self._steps:
                    self._end(end.value)
                return
            except BaseException:
                if steps is self._steps:  # there is nothing left that could be done
                    self.stop()
                raise
            if perf_counter() > until:
                self._timer.start()
                return

    def _end(self, found: Found) -> None:
        then = self._then
        self.stop()
        then(found)


def _nothing(_found: object) -> None:
    return None
