"""A similarity as a large figure with a bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ..reports import percent
from .parts import plain_label, tip
from .theme import Theme


class Bar(QWidget):
    """A share of a whole as a thin bar. Nothing is filled where the share is absent."""

    def __init__(self) -> None:
        super().__init__()
        self._share: float | None = None
        self._theme: Theme | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float | None) -> None:
        """Fill the bar to *share* (0 to 1)."""
        self._share = share
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the bar: thin, and as wide as there is room."""
        return QSize(80, 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the empty bar and the filled part of it."""
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        painter.setBrush(self._theme.colour("border"))
        painter.drawRoundedRect(whole, 3, 3)
        if self._share:
            whole.setWidth(max(whole.height(), whole.width() * self._share))
            painter.setBrush(self._theme.colour("accent"))
            painter.drawRoundedRect(whole, 3, 3)


class Figure(QWidget):
    """A similarity: a large figure, what it says, and a bar."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._value = plain_label(percent(None), "figure")
        self._bar = Bar()
        self._words = plain_label(name, "muted", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for part in (self._value, self._bar, self._words):
            layout.addWidget(part)

    def set_share(self, share: float | None, hint: str) -> None:
        """Show *share* (0 to 1) as a percentage, or that it is absent; *hint* says why."""
        text = percent(share, 0)
        self._value.setText(text)
        self._bar.set_share(share)
        self.setToolTip(tip(hint))
        self.setAccessibleName(f"{text} {self._name}")

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._bar.set_theme(theme)
