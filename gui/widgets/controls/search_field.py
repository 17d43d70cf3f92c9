"""A search field that filters the list below it as the reviewer types."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


class SearchField(QLineEdit):
    """A search field: Escape clears it, or leaves it when empty; Arrow Down enters the list."""

    left_down = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.textChanged.connect(self._offer_clearing)
        self.setAcceptDrops(False)  # a drop is meant for the window, which opens files

    def _offer_clearing(self, text: str) -> None:
        """Offer the button that clears the field, once it has text.

        Qt goes through the desktop's icon themes for it, which no start should wait for.
        """
        if text:
            self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle Escape and Arrow Down; type everything else."""
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)
