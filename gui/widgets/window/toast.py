"""A passing notice over the text that takes no room, no focus and no clicks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from ..controls.qt_text import middle_cut
from ..controls.screen_reader import announce

_SHOWN = 6000  # milliseconds
_MARGIN = 18  # logical pixels above the lower edge

_LONGEST = 1_000  # characters; only a very long name makes a sentence longer


class Toast(QLabel):
    """One sentence near the lower edge of *host*, for some seconds."""

    def __init__(self, host: QWidget) -> None:
        """Stay hidden until there is something to show."""
        super().__init__(host)
        self._host = host
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setProperty("part", "toast")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._end = QTimer(self, singleShot=True, interval=_SHOWN)
        self._end.timeout.connect(self.hide)
        host.installEventFilter(self)
        self.hide()

    def show_sentence(self, sentence: str) -> None:
        """Show *sentence*; a later one takes its place."""
        if len(sentence) > _LONGEST:
            sentence = middle_cut(sentence, _LONGEST)
        self.setText(sentence)
        self.setAccessibleName(sentence)
        self._place()
        self.show()
        self.raise_()
        self._end.start()
        announce(self, sentence)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the place when the host's size changes."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        host = self._host
        widest = max(200, host.width() - 4 * _MARGIN)
        natural = self.fontMetrics().boundingRect(self.text()).width() + 40
        self.setFixedWidth(min(natural, widest))
        self.adjustSize()
        self.move((host.width() - self.width()) // 2, host.height() - self.height() - _MARGIN)
