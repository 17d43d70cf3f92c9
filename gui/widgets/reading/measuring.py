"""Laying out in idle moments what is not in view, so that the scroll bar is exact."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from .page import Page

# Only pairs up to this size: of larger ones only what is near the view is laid out.
_MOST_ROWS = 1_500
_MOST_CHARACTERS = 150_000
_SLICE = 0.008  # seconds of laying out before other events get their turn


class Measurer(QObject):
    """Replaces the estimated heights of a page, a slice at a time."""

    measured = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._page: Page | None = None
        self._next_row = 0
        self._seen = False
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._measure_slice)

    def seen(self) -> None:
        """A page was painted: the first one is not held up by rows that are out of view."""
        self._seen = True
        if self._page is not None:
            self._timer.start()

    def measure(self, page: Page) -> None:
        """Begin with the first row of *page*, unless it is too big."""
        characters = len(page.reference.text) + len(page.candidate.text)
        if len(page.rows) > _MOST_ROWS or characters > _MOST_CHARACTERS:
            self.stop()
            return
        self._page, self._next_row = page, 0
        if self._seen:
            self._timer.start()

    def stop(self) -> None:
        """Measure nothing any more."""
        self._page = None
        self._timer.stop()

    def _measure_slice(self) -> None:
        page = self._page
        if page is None:
            return
        until = perf_counter() + _SLICE
        while self._next_row < len(page.rows) and perf_counter() < until:
            page.height(self._next_row)
            self._next_row += 1
        if self._next_row < len(page.rows):
            self._timer.start()
        else:
            self._page = None
            self.measured.emit()
