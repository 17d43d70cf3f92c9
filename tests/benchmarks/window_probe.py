"""Runs ``copydesk`` with ears: tells on standard output when what was painted, and every stall.

    python -m tests.benchmarks.window_probe [--no-guard] ARGUMENTS OF COPYDESK

Each line is an event and the seconds of the monotonic clock: ``painted``, ``marked``,
``key``, ``measured PAIRS``, ``stall SECONDS`` (the event loop did not turn for longer than 50 ms).
F12, which is no key of the program, sorts the list by similarity, or as it is again; ``sort`` says
that it came, ``listed`` that the sorted list is painted.

Nothing is imported here before the command itself imports it, or its start would be another.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from gui.commands import window
from gui.review.preparing.worker_link import WorkerLink

if TYPE_CHECKING:
    from gui.widgets.window.main_window import MainWindow

_TICK = 10  # milliseconds
_STALL = 0.050  # seconds


def say(event: str, *more: object) -> None:
    print(event, f"{time.monotonic():.4f}", *more, flush=True)


def listening() -> type[MainWindow]:
    """The real window, which also says what happens."""
    from PySide6.QtCore import QEvent, QObject, Qt, QTimer
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QAbstractItemView, QComboBox

    from gui.review.measuring.measure_run import MeasuringProgress
    from gui.review.pair_list.pairs_model import PairsModel
    from gui.widgets.pairs.pair_list import PairsPanel
    from gui.widgets.window.main_window import MainWindow

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
        def __init__(self, *args: object, **options: bool) -> None:
            super().__init__(*args, **options)  # type: ignore[arg-type]
            self.views.reading.painted.connect(lambda _serial: say("painted"))
            self.views.reading.marked.connect(lambda _serial: say("marked"))
            self.session.measuring.progressed.connect(self._progressed)
            self._watchdog: Watchdog | None = None

        def _progressed(self, progress: MeasuringProgress | None) -> None:
            if progress is not None:
                say("measured", str(progress.measured))

        def _sort(self) -> None:
            say("sort")
            panel = self.findChild(PairsPanel)
            assert panel is not None
            box = next(b for b in panel.findChildren(QComboBox) if b.findData("similarity") >= 0)
            place = box.findData("similarity")
            box.setCurrentIndex(0 if box.currentIndex() == place else place)
            box.activated.emit(box.currentIndex())
            rows = panel.findChild(QAbstractItemView)
            assert rows is not None
            self._follow_list(rows)

        def _follow_list(self, rows: QAbstractItemView) -> None:
            """Say when the list is painted again, unless it is still being sorted."""
            model = rows.model()
            assert isinstance(model, PairsModel)
            if model.busy:
                QTimer.singleShot(1, lambda: self._follow_list(rows))
                return
            rows.viewport().repaint()
            say("listed")

        def event(self, event: QEvent) -> bool:
            if event.type() == QEvent.Type.ShortcutOverride:
                if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F12:
                    QTimer.singleShot(0, self._sort)
                else:
                    say("key")
            elif event.type() == QEvent.Type.Show and self._watchdog is None:
                say("shown")
                self._watchdog = Watchdog(self)
            return super().event(event)

    return ProbedWindow


class HeardLink(WorkerLink):
    """The worker process, which is what the command starts first; then come the ears."""

    def __init__(self) -> None:
        super().__init__()
        import gui.app

        make = gui.app.make_window

        def with_ears(*args: object) -> MainWindow:
            import gui.widgets.window.main_window as real

            vars(real)["MainWindow"] = listening()
            return make(*args)  # type: ignore[arg-type]

        vars(gui.app)["make_window"] = with_ears


if __name__ == "__main__":
    arguments = sys.argv[1:]
    if arguments[:1] == ["--no-guard"]:
        arguments = arguments[1:]
        from gui.widgets.controls import actions

        actions.FIRST_SIGHT = 0.0
    vars(window)["WorkerLink"] = HeardLink
    sys.exit(window.main(arguments))
