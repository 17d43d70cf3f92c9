"""The reviewer's own guidelines, shown beside the list of pairs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from .parts import ElidedLabel, IconButton, plain_label
from .theme import Theme


class GuidelinesPanel(QFrame):
    """A text file of the reviewer's, read-only and literal; ``file_wanted`` asks for another."""

    file_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "panel")
        self._title = ElidedLabel(self.tr("Guidelines"), "title")
        self._other = IconButton(
            "open", self.tr("Choose a guidelines file"), lambda: self.file_wanted.emit()
        )
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setAccessibleName(self.tr("Guidelines"))
        self._text.setTabChangesFocus(True)
        self._empty = plain_label(
            self.tr("A text file of yours, such as the rules of your project, can stand here."),
            "muted",
            wrap=True,
        )
        choose = QPushButton(self.tr("Choose a file…"))
        choose.clicked.connect(self.file_wanted)
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._empty)
        column.addWidget(choose)
        column.addStretch(1)
        self._stack = QStackedLayout()
        self._stack.addWidget(nothing)
        self._stack.addWidget(self._text)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._other)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addLayout(self._stack, 1)

    def set_text(self, text: str | None, name: str = "") -> None:
        """Show *text* of the file *name*; None says that there is none."""
        self._text.setPlainText(text or "")
        self._title.setText(name or self.tr("Guidelines"))
        self._stack.setCurrentIndex(0 if text is None else 1)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._other.set_theme(theme)
