"""Runs the window on one input of ``stalls`` and does with it what a reviewer does.

    python -m tests.torture.stalls_probe [--where] NAME FOLDER ARGUMENTS OF COPYDESK

Prints a line for each action: its name; the longest time in seconds for which the event loop did
not turn; the longest without what one of the threads waited for a processor meanwhile, which on
a busy machine says more; how long the window's own thread worked in one turn at most; and where
the window stood.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent

from gui.commands import window
from gui.widgets.controls import actions
from gui.widgets.window import main_window
from tests.torture.stalls_inputs import INPUTS, Action

_BEAT = 5  # milliseconds
_CALM = 0.6  # seconds without a stall, and with the action done, until the next one
_LATE = 0.04  # seconds from which on it is asked where the window stands
_WATCH = 0.01  # seconds between two looks at it
_LONGEST = 30.0  # seconds without a beat, after which the window is given up
_PATIENCE = 200.0  # seconds for one action, comparing included


class Heart:
    """Beats in the event loop; between two beats the window stands still."""

    def __init__(self, driven: main_window.MainWindow, actions: list[Action], where: bool) -> None:
        self._window = driven
        self._where = where
        self._actions = actions
        self._name = "open"
        self._done: Callable[[], bool] = lambda: driven.session.pair.index is not None
        self._worst = self._alone = self._work = 0.0
        self._worked, self._queued = time.thread_time(), _queued()
        self._last = self._begun = self._restless = time.monotonic()
        self._first = True
        self._places: defaultdict[str, float] = defaultdict(float)
        self._noted = 0.0
        if where:
            # The window's thread says itself where it is. Another must not read its frames, which
            # it leaves meanwhile: that brought Python down now and then.
            signal.signal(signal.SIGALRM, self._note_place)
            signal.setitimer(signal.ITIMER_REAL, _WATCH, _WATCH)
        self._timer = QTimer(driven, interval=_BEAT)
        self._timer.timeout.connect(self._beat)
        QTimer.singleShot(0, self._timer.start)  # what comes before is not to be seen yet
        threading.Thread(target=self._watch, daemon=True).start()

    def _beat(self) -> None:
        now, worked, queued = time.monotonic(), time.thread_time(), _queued()
        if self._first:
            self._first, self._last, self._worked, self._queued = False, now, worked, queued
        stood = now - self._last - _BEAT / 1000
        waits = (wait - self._queued.get(thread, wait) for thread, wait in queued.items())
        self._alone = max(self._alone, stood - max(waits, default=0.0))
        self._work = max(self._work, worked - self._worked)
        self._last, self._worked, self._queued = now, worked, queued
        self._worst = max(self._worst, stood)
        if stood > _LATE:
            self._restless = now
        if not self._done():
            self._restless = now
        elif now - self._restless > _CALM:
            self._tell()
            self._go_on()

    def _go_on(self) -> None:
        if not self._actions:
            self._timer.stop()
            self._window.close()
            return
        action = self._actions.pop(0)
        self._name, self._worst, self._alone, self._work = action.name, 0.0, 0.0, 0.0
        self._places.clear()
        self._last = self._begun = self._restless = time.monotonic()
        self._worked, self._queued = time.thread_time(), _queued()
        done = action.do(self._window)
        self._done = done if callable(done) else lambda: True

    def _tell(self) -> None:
        place = max(self._places, key=self._places.__getitem__, default="-")
        times = (f"{seconds:.4f}" for seconds in (self._worst, self._alone, self._work))
        print(self._name, *times, place, sep="\t", flush=True)

    def _watch(self) -> None:
        main = threading.main_thread().name
        worked = _worked() if self._where else {}
        while True:
            before = time.monotonic()
            time.sleep(_WATCH)
            now = time.monotonic()
            if self._where:
                since, worked = worked, _worked()
                busiest = _busiest(since, worked)
                if now - before > _WATCH + _LATE and busiest != main:  # nobody else could run
                    self._places[f"held by {busiest}"] += now - before
            if now - self._last > _LONGEST or now - self._begun > _PATIENCE:
                self._worst = self._alone = max(now - self._last, self._worst)
                self._name += " (given up)"
                self._tell()
                os._exit(1)

    def _note_place(self, _number: int, frame: FrameType | None) -> None:
        """Note where the window is, or where it comes out of a long call of C."""
        now = time.monotonic()
        if now - self._last > _LATE:
            self._places[_place(frame)] += now - max(self._noted, self._last)
        self._noted = now


def _queued() -> dict[str, float]:
    """The seconds that each thread has waited for a processor so far; empty where none tells."""
    return _schedule(1)


def _worked() -> dict[str, float]:
    """The seconds that each thread has had a processor so far."""
    return _schedule(0)


def _schedule(field: int) -> dict[str, float]:
    found = {}
    for place in Path("/proc/self/task").glob("*/schedstat"):
        with suppress(OSError):  # the thread has ended
            found[place.parent.name] = int(place.read_text(encoding="ascii").split()[field]) / 1e9
    return found


def _busiest(since: dict[str, float], worked: dict[str, float]) -> str:
    """The name of the thread that worked most between two looks."""
    thread = max(worked, key=lambda one: worked[one] - since.get(one, 0.0), default="")
    names = {str(one.native_id): one.name for one in threading.enumerate()}
    return names.get(thread, "a thread of Qt")


def _place(frame: FrameType | None) -> str:
    """The innermost functions of the program that *frame* is in."""
    found: list[str] = []
    while frame is not None and len(found) < 3:
        code = frame.f_code
        if "/gui/" in code.co_filename:
            found.append(f"{Path(code.co_filename).stem}.{code.co_name}:{frame.f_lineno}")
        frame = frame.f_back
    return " < ".join(found) or "Qt"


def main(arguments: list[str]) -> int:
    """Open the window and do the actions of an input; *arguments* are those of the command."""
    where = arguments[0] == "--where"
    name, folder, *others = arguments[1:] if where else arguments
    actions.FIRST_SIGHT = 0.0

    class Driven(main_window.MainWindow):
        heart: Heart | None = None

        def showEvent(self, event: QShowEvent) -> None:
            super().showEvent(event)
            if self.heart is None:
                self.heart = Heart(self, list(INPUTS[name].actions(Path(folder))), where)

    vars(main_window)["MainWindow"] = Driven
    return window.main(others)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
