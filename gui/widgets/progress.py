"""How far the reviewer has come, and at which pace, without nagging."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from .parts import plain_label, tip


class ProgressPanel(QWidget):
    """A thin bar and one line: labelled, left, seconds a pair, time left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._total = self._labelled = 0
        self._pace: float | None = None
        self._remaining: float | None = None
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(120)
        self._text = plain_label("", "muted")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 0, 6, 0)
        layout.setSpacing(10)
        layout.addWidget(self._bar)
        layout.addWidget(self._text)
        self._tell()

    def set_progress(self, total: int, labelled: int) -> None:
        """Say how many of *total* pairs are labelled."""
        self._total, self._labelled = total, labelled
        self._tell()

    def set_pace(self, median_seconds: float | None, seconds_left: float | None) -> None:
        """Say how long a pair takes in the middle, and all that are left; None: not known."""
        self._pace, self._remaining = median_seconds, seconds_left
        self._tell()

    def _tell(self) -> None:
        self.setVisible(self._total > 0)
        self._bar.setRange(0, max(1, self._total))
        self._bar.setValue(self._labelled)
        left = self._total - self._labelled
        text = self.tr("{labelled} of {total} labelled").format(
            labelled=self._labelled, total=self._total
        )
        self._text.setText(text)
        lines = [text, self.tr("%n pair(s) left", "", left)]
        if self._pace is not None:
            lines.append(self.tr("{seconds} s a pair").format(seconds=f"{self._pace:.0f}"))
        if self._remaining is not None and left:
            lines.append(self.tr("about {time} left").format(time=self._duration(self._remaining)))
        self.setToolTip(tip("\n".join(lines)))
        self._bar.setAccessibleName(", ".join(lines))

    def _duration(self, seconds: float) -> str:
        minutes = max(1, round(seconds / 60))
        if minutes < 90:
            return self.tr("%n minute(s)", "", minutes)
        return self.tr("%n hour(s)", "", round(minutes / 60))
