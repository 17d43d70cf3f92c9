"""A field that narrows the list below it while one types."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


class SearchField(QLineEdit):
    """Escape empties it and leaves it once it is empty; Arrow Down goes on to the list."""

    left_down = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.textChanged.connect(self._offer_clearing)
        self.setAcceptDrops(False)  # what is dropped here is files, for the window

    def _offer_clearing(self, text: str) -> None:
        """Have the button that empties the field from the first letter on.

        Qt goes through the desktop's icon themes for it, which no start should wait for.
        """
        if text:
            self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take these two keys; everything else is typed."""
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)
