"""Help: the legend of the marks, how to judge a pair, and the details for a bug report.

The texts are in ``resources/help`` in each language. The legend is also shown once, unasked, as a
strip above the first pair. The details contain nothing from the reviewer's documents, and only
settings that cannot name one.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import PySide6
from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ... import __version__
from ... import settings as keys
from ...resources import ResourceError, help_text
from ...settings import SHOWN_KINDS, Setting, Settings
from ..controls.actions import ActionSet
from ..controls.buttons import IconButton
from ..controls.controls import plain_label, resize_on_screen, set_tip, slim_margins
from ..controls.deferred import LazyWidget
from ..controls.qt_text import current_language
from ..controls.theme import Theme
from ..evidence.evidence_tables import kind_hint, kind_text


class HelpController(QObject):
    """Opens the pages of the help menu, and shows the strip of marks with the first pair."""

    def __init__(
        self,
        window: QWidget,
        strip: LazyWidget[LegendStrip],
        actions: ActionSet,
        settings: Settings,
        log: Path,
        show_notice: Callable[[str], None],
        show_error: Callable[[str], None],
    ) -> None:
        """*log* is where errors are logged; *show_notice* says what was done."""
        super().__init__(window)
        self._window = window
        self._strip = strip
        self._settings = settings
        self._log = log
        self._show_notice = show_notice
        self._show_error = show_error
        strip.do("close", lambda part: part.closed.connect(part.hide))
        strip.do("legend", lambda part: part.legend_wanted.connect(self.legend))
        actions.handle(
            {
                "legend": self.legend,
                "how-to-judge": self.how_to_judge,
                "copy-details": self.copy_details,
            }
        )

    def first_pair_shown(self) -> None:
        """Show the strip of marks unless the reviewer has seen it before."""
        if not self._settings[keys.LEGEND_SEEN]:
            self._settings[keys.LEGEND_SEEN] = True
            self._strip.make().show()

    def legend(self) -> None:
        """Show what each mark means."""
        self._show("legend", self.tr("Legend of the marks"))

    def how_to_judge(self) -> None:
        """Show how a pair is judged."""
        self._show("judging", self.tr("How to judge a pair"))

    def copy_details(self) -> None:
        """Copy the details for a bug report."""
        QGuiApplication.clipboard().setText(details(self._settings, self._log))
        self._show_notice(
            self.tr("The details are on the clipboard. They hold no texts and no document names.")
        )

    def _show(self, name: str, title: str) -> None:
        try:
            text = help_text(name, current_language())
        except ResourceError as error:
            self._show_error(str(error))
            return
        HelpPage(title, text, self._window).show()


class HelpPage(QDialog):
    """A page of help beside the window, which can be used meanwhile."""

    def __init__(self, title: str, text: str, parent: QWidget | None = None) -> None:
        from ..controls.markdown_view import MarkdownView

        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        page = MarkdownView()
        page.setAccessibleName(title)
        page.show_markdown(text)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(page, 1)
        layout.addWidget(buttons)
        resize_on_screen(self, 620, 560)


class LegendStrip(QFrame):
    """A sample of each mark, in one line or more; ``legend_wanted`` asks for the whole legend."""

    legend_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "banner-info")
        self.setAccessibleName(self.tr("Legend of the marks"))
        self._samples = []
        self._grid = QGridLayout()
        for kind in SHOWN_KINDS:
            sample = plain_label(kind_text(kind), f"mark-{kind}")
            set_tip(sample, kind_hint(kind))
            self._samples.append(sample)
        self._in_rows(1)
        self._row = row = QHBoxLayout(self)
        slim_margins(row)
        row.addLayout(self._grid)
        row.addStretch(1)
        self._more = QPushButton(self.tr("What they mean"))
        self._more.setProperty("part", "link")
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more.setCursor(Qt.CursorShape.PointingHandCursor)
        self._more.clicked.connect(self.legend_wanted)
        self._close = IconButton("close", self.tr("Close the legend"), self.closed.emit)
        row.addWidget(self._more)
        row.addWidget(self._close)
        self.setMinimumWidth(1)  # the window is never wider for it
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the samples into as many rows as they need."""
        super().resizeEvent(event)
        between, margins = self._grid.horizontalSpacing(), self._row.contentsMargins()
        fixed = margins.left() + margins.right()
        fixed += sum(each.sizeHint().width() + between for each in (self._more, self._close))
        widths = [sample.sizeHint().width() + between for sample in self._samples]
        for rows in range(1, len(widths) + 1):
            columns = -(-len(widths) // rows)
            if fixed + sum(max(widths[n::columns]) for n in range(columns)) <= event.size().width():
                break
        self._in_rows(rows)

    def _in_rows(self, rows: int) -> None:
        columns = -(-len(self._samples) // rows)
        for number, sample in enumerate(self._samples):
            self._grid.addWidget(sample, number // columns, number % columns)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._close.set_theme(theme)


_TOLD: tuple[Setting[Any], ...] = (
    *(keys.THEME, keys.LANGUAGE, keys.ZOOM, keys.FONT_STYLE, keys.PANE_SHARE, keys.FOLDING),
    keys.SHOWN,
    *keys.MINOR.values(),
    *(keys.WHOLE_PAGE, keys.SIZE_LIMIT, keys.KEYS, keys.MEASURE, keys.MEASURE_ON_BATTERY),
    *(keys.SHOW_PAIRS, keys.SHOW_EVIDENCE, keys.SHOW_GUIDELINES, keys.SHOW_NARROW),
)


def details(settings: Settings, log: Path) -> str:
    """Return the details for a bug report, as lines of English."""
    import platform  # takes as long as ten other modules

    screens = ", ".join(
        f"{screen.size().width()}x{screen.size().height()} at {screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    )
    lines = [
        f"Copydesk {__version__}",
        f"Python {platform.python_version()} ({platform.python_implementation()})",
        f"Qt {qVersion()}, PySide {PySide6.__version__}, {QGuiApplication.platformName()}",
        f"Platform: {platform.platform()}",
        f"Screens: {screens}",
        f"Language: {current_language()}",
        f"Log: {log}",
    ]
    changed = [
        f"  {setting.key} = {setting.write(settings[setting])}"
        for setting in _TOLD
        if settings[setting] != setting.default
    ]
    lines += ["Settings that differ from the defaults:", *(changed or ["  none"])]
    return "\n".join(lines) + "\n"
