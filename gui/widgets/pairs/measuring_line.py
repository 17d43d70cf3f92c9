"""The line below the list that says how far its pairs are measured, and lets that rest."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ...review.measure_run import Progress
from ..controls.controls import IconButton, plain_label
from ..controls.qt_text import grouped
from ..controls.theme import Theme

_LONG = 90  # minutes, beyond which hours are told


class MeasuringLine(QWidget):
    """How many pairs are measured and how long the rest takes, with a button to pause.

    It is seen only while there is something left to measure. ``pause_wanted`` carries whether
    the measuring shall rest.
    """

    pause_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = plain_label("", "muted", wrap=True)
        self._button = IconButton("pause", "", self._pressed)
        self._resting = False
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._button)
        self._theme: Theme | None = None
        self.set_progress(None)

    def set_progress(self, progress: Progress | None) -> None:
        """Show *progress*, None where nothing is to be measured."""
        self.setVisible(progress is not None and progress.state not in ("looking", "done"))
        if progress is None:
            return
        self._text.setText(self._sentence(progress))
        self._button.setVisible(progress.state in ("measuring", "paused"))
        self._resting = progress.state == "paused"
        self._button.describe(
            self.tr("Go on measuring") if self._resting else self.tr("Pause the measuring")
        )
        self._dress()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._theme = theme
        self._dress()

    def _dress(self) -> None:
        if self._theme is not None:
            self._button.set_icon("resume" if self._resting else "pause", self._theme)

    def _pressed(self) -> None:
        self.pause_wanted.emit(not self._resting)

    def _sentence(self, progress: Progress) -> str:
        figures = self.tr("{measured} of {total} measured").format(
            measured=grouped(progress.measured), total=grouped(progress.total)
        )
        if progress.state == "paused":
            return self.tr("{figures}, paused").format(figures=figures)
        if progress.state == "battery":
            return self.tr("{figures}, goes on with mains power").format(figures=figures)
        if progress.seconds is None or progress.state == "off":
            return figures
        time = self._duration(progress.seconds)
        return self.tr("{figures}, about {time}").format(figures=figures, time=time)

    def _duration(self, seconds: float) -> str:
        minutes = max(1, round(seconds / 60))
        if minutes < _LONG:
            return self.tr("{minutes} min").format(minutes=grouped(minutes))
        return self.tr("{hours} h").format(hours=grouped(round(minutes / 60)))
