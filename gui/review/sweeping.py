"""Python's garbage collector at set times, so that it never holds up the window.

Left to itself it runs whenever enough values were made, in whichever thread makes them: over
the half a million values of a long pair for a quarter of a second, and it may end a widget of
Qt's in a thread that is not Qt's.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_PAUSE = 1000  # milliseconds
_WHOLE = 20  # every how many sweeps the older values are looked at too


class Sweeper(QObject):
    """Collects in Qt's thread, a little each second, as long as it lives.

    What is there when it begins - modules, widgets, themes - stays until the end and is not
    looked at again.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._count = 0
        gc.freeze()
        gc.disable()
        self._timer = QTimer(self, interval=_PAUSE)
        self._timer.timeout.connect(self.sweep)
        self._timer.start()

    def sweep(self) -> None:
        """Collect the newest values, and now and then all that are not frozen."""
        self._count += 1
        gc.collect(2 if self._count % _WHOLE == 0 else 1)

    def close(self) -> None:
        """Let the collector run by itself again."""
        self._timer.stop()
        gc.enable()
