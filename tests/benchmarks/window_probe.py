"""Runs ``copydesk`` with ears: tells on standard output when what was painted, and every stall.

    python -m tests.benchmarks.window_probe [--no-guard] ARGUMENTS OF COPYDESK

Each line is an event and the seconds of the monotonic clock: ``painted``, ``marked``,
``key``, ``stall SECONDS`` (the event loop did not turn for longer than 50 ms).
"""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QEvent, QObject, Qt, QTimer

import gui.app
from gui.commands.window import main
from gui.widgets import key_guard
from gui.widgets.main_window import MainWindow

_TICK = 10  # milliseconds
_STALL = 0.050  # seconds


def say(event: str, *more: object) -> None:
    print(event, f"{time.monotonic():.4f}", *more, flush=True)


class Watchdog(QObject):
    """Notices when the event loop does not turn."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._last = time.monotonic()
        self._timer = QTimer(self, interval=_TICK, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = time.monotonic()
        late = now - self._last - _TICK / 1000
        if late > _STALL:
            say("stall", f"{late:.3f}")
        self._last = now


class ProbedWindow(MainWindow):
    """The real window, which also says what happens."""

    def __init__(self, *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self.parts.reading.painted.connect(lambda _serial: say("painted"))
        self.parts.reading.marked.connect(lambda _serial: say("marked"))
        self._watchdog: Watchdog | None = None

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            say("key")
        elif event.type() == QEvent.Type.Show and self._watchdog is None:
            self._watchdog = Watchdog(self)
        return super().event(event)


if __name__ == "__main__":
    arguments = sys.argv[1:]
    if arguments[:1] == ["--no-guard"]:
        arguments = arguments[1:]
        key_guard.FIRST_SIGHT = 0.0
    vars(gui.app)["MainWindow"] = ProbedWindow
    sys.exit(main(arguments))
