"""Work that can wait until the text is painted, which is what the reviewer waits for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_PATIENCE = 300  # milliseconds: a window that is hidden or minimised paints nothing


class AfterPaint(QObject):
    """Does named steps one at a time, each in a turn of the event loop of its own.

    While a text is on its way to the screen the steps are held back; a step of the same name
    replaces one that is still waiting.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: dict[str, Callable[[], object]] = {}
        self._held = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._next)

    @property
    def waiting(self) -> bool:
        """True while there are steps to do."""
        return bool(self._steps)

    def hold(self) -> None:
        """A text is about to be painted: begin no step before ``painted`` is called."""
        self._held = True
        self._timer.start(_PATIENCE)

    def painted(self) -> None:
        """The text is on the screen."""
        self._held = False
        self._timer.start(0)

    def do(self, name: str, step: Callable[[], object]) -> None:
        """Do *step* when there is time for it."""
        self._steps.pop(name, None)
        self._steps[name] = step
        if not self._held and not self._timer.isActive():
            self._timer.start(0)

    def forget(self) -> None:
        """Drop the steps that are still waiting: what they would show is gone."""
        self._steps.clear()

    def _next(self) -> None:
        self._held = False
        if not self._steps:
            return
        name = next(iter(self._steps))
        step = self._steps.pop(name)
        if self._steps:
            self._timer.start(0)  # before the step, which may hold the others back again
        step()
