"""The message in place of the text where there is none, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ..controls.controls import IconLabel, plain_label
from ..controls.theme import Theme


class MessagePanel(QFrame):
    """A title and a sentence in the middle of the window, for a pair that cannot be read."""

    retry_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel("unreadable", "warning", 48)
        self._title = plain_label("", "headline", wrap=True)
        self._text = plain_label("", wrap=True)
        self._hint = plain_label("", "muted", wrap=True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._retry = QPushButton(self.tr("Read it again"))
        self._retry.clicked.connect(self.retry_wanted)
        self._next = QPushButton(self.tr("Next pair"))
        self._next.clicked.connect(self.next_wanted)
        buttons = QHBoxLayout()
        buttons.addWidget(self._retry)
        buttons.addWidget(self._next)
        buttons.addStretch(1)
        inner = QWidget()
        inner.setMaximumWidth(620)
        column = QVBoxLayout(inner)
        column.setSpacing(10)
        for part in (self._icon, self._title, self._text, self._hint):
            column.addWidget(part)
        column.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(inner, 100)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addStretch(2)

    def set_message(self, title: str, text: str, hint: str = "") -> None:
        """Show *title*, *text* and, quieter, *hint*."""
        self._title.setText(title)
        self._text.setText(text)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._icon.set_theme(theme)
