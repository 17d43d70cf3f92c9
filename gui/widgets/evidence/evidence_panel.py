"""The evidence beside the text: summary, ledger and sections in one column.

Where the column is too short for all three, each gets a tab of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QTabBar, QVBoxLayout, QWidget

from ...compare import Comparison
from ..controls.theme import Theme
from .evidence_tables import LedgerPanel, SectionsPanel
from .summary import SummaryPanel

_SHARES = (0, 3, 1)  # of further room: the summary needs none once it is to be seen whole
_WHOLE_SUMMARY = 364  # logical pixels
_LINES_FOR_ALL = 45  # lines of text; below that the ledger would be left with a row or two
_LEAST_FOR_ALL = 750  # or below so many pixels: small letters make no smaller buttons and borders


class EvidencePanel(QWidget):
    """Everything that is known about a pair besides its text.

    ``change_wanted`` and ``section_wanted`` carry indices into the comparison's changes and
    sections; ``shown_changed`` carries the kinds that are to be marked.
    """

    change_wanted = Signal(int)
    section_wanted = Signal(int)
    shown_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary = SummaryPanel()
        self.ledger = LedgerPanel()
        self.sections = SectionsPanel()
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setHandleWidth(3)
        self.splitter.setChildrenCollapsible(False)
        self._parts = (_scrolling(self.summary), self.ledger, self.sections)
        for part in self._parts:
            self.splitter.addWidget(part)
        for number, share in enumerate(_SHARES):
            self.splitter.setStretchFactor(number, share)
        self.splitter.setSizes([_WHOLE_SUMMARY, *(share * 104 for share in _SHARES[1:])])
        self.tabs = self._make_tabs()
        self._stacked: QByteArray | None = None  # the splitter's places, while there are tabs
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self.splitter, 1)
        self.setMinimumWidth(240)
        self.ledger.occurrence_wanted.connect(self.change_wanted)
        self.sections.section_wanted.connect(self.section_wanted)
        self.summary.section_wanted.connect(self.section_wanted)
        self.summary.shown_changed.connect(self.shown_changed)

    def set_comparison(self, comparison: Comparison | None) -> None:
        """Show what *comparison* found; None while there is none yet."""
        for task in self.tasks(comparison):
            task()

    def tasks(self, comparison: Comparison | None) -> tuple[Callable[[], None], ...]:
        """Return the short tasks that show *comparison*."""
        return (
            partial(self.summary.set_comparison, comparison),
            partial(self.summary.set_furniture, comparison.furniture if comparison else None),
            partial(self.ledger.set_comparison, comparison),
            partial(self.sections.set_comparison, comparison),
        )

    def clear(self, reason: str) -> None:
        """Show nothing; *reason* says why there are no figures."""
        for task in self.tasks(None):
            task()
        self.summary.clear(reason)

    def show_change(self, change: int | None) -> None:
        """Select the ledger's entry for the change that became current."""
        self.ledger.show_change(change)

    def set_shown(self, shown: frozenset[str]) -> None:
        """Show which kinds are marked in the text."""
        self.summary.set_shown(shown)

    def set_switch_keys(self, keys: Mapping[str, str]) -> None:
        """Name the keys that switch the marking of each kind."""
        self.summary.set_switch_keys(keys)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self.summary.set_theme(theme)
        self.ledger.set_theme(theme)
        self.sections.set_theme(theme)

    def places(self) -> bytes:
        """Return where the borders between the three parts stand, to be remembered."""
        state = self.splitter.saveState() if self._stacked is None else self._stacked
        return bytes(state.data())

    def set_places(self, places: bytes) -> None:
        """Put the borders where ``places`` said they were."""
        if self._stacked is None:
            self.splitter.restoreState(QByteArray(places))
        else:
            self._stacked = QByteArray(places)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the parts, or put them behind tabs where each would be too low."""
        super().resizeEvent(event)
        lines = _LINES_FOR_ALL * self.fontMetrics().lineSpacing()
        tabbed = event.size().height() < max(lines, _LEAST_FOR_ALL)
        if tabbed == (self._stacked is not None):
            return
        if tabbed:
            self._stacked = self.splitter.saveState()
            self._show_tab(self.tabs.currentIndex())
        else:
            stacked, self._stacked = self._stacked, None
            for part in self._parts:
                part.show()
            assert stacked is not None
            self.splitter.restoreState(stacked)
        self.tabs.setVisible(tabbed)

    def _show_tab(self, chosen: int) -> None:
        if self._stacked is not None:
            for number, part in enumerate(self._parts):
                part.setVisible(number == chosen)

    def _make_tabs(self) -> QTabBar:
        tabs = QTabBar()
        tabs.setAccessibleName(self.tr("Evidence"))
        tabs.setDocumentMode(True)
        tabs.setDrawBase(False)
        tabs.setExpanding(True)
        tabs.setUsesScrollButtons(False)
        for name in (self.tr("Summary"), self.tr("Substitutions"), self.tr("Sections")):
            tabs.addTab(name)
        tabs.currentChanged.connect(self._show_tab)
        tabs.hide()
        return tabs


def _scrolling(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(widget)
    return area
