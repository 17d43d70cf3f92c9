"""Python's garbage collector at set times, so that it never holds up the window.

Left to itself it runs whenever enough values were made, in whichever thread makes them: over
the half a million values of a long pair for a quarter of a second, and it may end a widget of
Qt's in a thread that is not Qt's.
"""

from __future__ import annotations

import gc
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

_PAUSE = 1000  # milliseconds
_WHOLE = 20  # every how many sweeps the older values are looked at too
_MANY = 200_000  # values that are too many to be looked at while the window waits
_LONG = 0.040  # seconds; what took so long is not looked at a second time


class GcScheduler(QObject):
    """Collects in Qt's thread, a little each second, as long as it lives.

    What is there when it begins - modules, widgets, themes - stays until the end and is not
    looked at again. Nor are the values of a very long list that was opened since: they go when
    nobody refers to them any more, without a collector's help.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._count = 0
        self._since_whole = 0  # values made since all were looked at
        gc.freeze()
        gc.disable()
        self._timer = QTimer(self, interval=_PAUSE)
        self._timer.timeout.connect(self.sweep)
        self._timer.start()

    def sweep(self) -> None:
        """Collect the newest values, and now and then all that are not frozen."""
        self._count += 1
        whole = self._count % _WHOLE == 0
        newest = gc.get_count()[0]
        self._since_whole += newest
        if newest > _MANY or (whole and self._since_whole > _MANY):
            gc.freeze()
            self._since_whole = 0
            return
        begun = perf_counter()
        gc.collect(2 if whole else 1)
        if whole:
            self._since_whole = 0
        if perf_counter() - begun > _LONG:
            gc.freeze()

    def close(self) -> None:
        """Let the collector run by itself again."""
        self._timer.stop()
        gc.enable()
