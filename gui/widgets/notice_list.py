"""What a reader should know about how a document was read."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from .parts import IconLabel, plain_label
from .theme import Theme


class NoticeList(QWidget):
    """Sentences with a warning sign each; takes no room while there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._theme: Theme | None = None
        self._icons: list[IconLabel] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self.setVisible(False)

    def set_notices(self, sentences: Iterable[str]) -> None:
        """Show *sentences* instead of those before."""
        while (item := self._layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._icons = []
        for sentence in sentences:
            self._layout.addWidget(self._line(sentence))
        self.setVisible(bool(self._icons))

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._theme = theme
        for sign in self._icons:
            sign.set_theme(theme)

    def _line(self, sentence: str) -> QWidget:
        line = QWidget()
        sign = IconLabel("warning", "warning")
        if self._theme is not None:
            sign.set_theme(self._theme)
        self._icons.append(sign)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(plain_label(sentence, wrap=True), 1)
        return line
