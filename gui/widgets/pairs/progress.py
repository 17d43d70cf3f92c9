"""The reviewer's progress and pace."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from ..controls.controls import plain_label, tip
from ..controls.qt_text import grouped


class ProgressPanel(QWidget):
    """The pair's number, a thin bar, how many pairs are labelled, and the pace."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._total = self._labelled = 0
        self._number = self._among = 0
        self._pace: float | None = None
        self._remaining: float | None = None
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(120)
        self._place = plain_label("")
        self._text = plain_label("", "muted")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 0, 6, 0)
        layout.setSpacing(10)
        layout.addWidget(self._place)
        layout.addWidget(self._bar)
        layout.addWidget(self._text)
        self._show_figures()

    def set_progress(self, total: int, labelled: int) -> None:
        """Show how many of *total* pairs are labelled."""
        self._total, self._labelled = total, labelled
        self._show_figures()

    def set_place(self, number: int, among: int) -> None:
        """Show that pair *number* (from 1; 0: none) of *among* pairs is in the window."""
        self._number, self._among = number, among
        self._show_figures()

    def set_pace(self, median_seconds: float | None, seconds_left: float | None) -> None:
        """Show the median seconds for a pair and the time for those left; None: not known."""
        self._pace, self._remaining = median_seconds, seconds_left
        self._show_figures()

    def _show_figures(self) -> None:
        self.setVisible(self._total > 0)
        self._bar.setRange(0, max(1, self._total))
        self._bar.setValue(self._labelled)
        left = self._total - self._labelled
        place = self.tr("pair {number} of {total}").format(
            number=grouped(self._number), total=grouped(self._among)
        )
        self._place.setText(place if self._number else "")
        done = self.tr("%n labelled", "", self._labelled)
        shown, lines = [done], [place] if self._number else []
        lines += [done, self.tr("%n pair(s) left", "", left)]
        if self._pace is not None:
            shown.append(self.tr("{seconds} s a pair").format(seconds=f"{self._pace:.0f}"))
            lines.append(shown[-1])
        if self._remaining is not None and left:
            lines.append(self.tr("about {time} left").format(time=self._duration(self._remaining)))
        self._text.setText(" · ".join(shown))
        self.setToolTip(tip("\n".join(lines)))
        self._bar.setAccessibleName(", ".join(lines))

    def _duration(self, seconds: float) -> str:
        minutes = max(1, round(seconds / 60))
        if minutes < 90:
            return self.tr("%n minute(s)", "", minutes)
        return self.tr("%n hour(s)", "", round(minutes / 60))
