"""The evidence beside the text: summary, ledger and sections in one column."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from ..compare import Comparison
from ..compare.furniture import FurnitureItem, furniture
from .ledger import LedgerPanel
from .sections import SectionsPanel
from .summary import SummaryPanel
from .theme import Theme

_SHARES = (0, 2, 1)  # of further room: the summary needs none once it is to be seen whole
_WHOLE_SUMMARY = 440  # logical pixels


class EvidencePanel(QWidget):
    """All that is known about a pair besides its text.

    ``change_wanted`` and ``section_wanted`` carry indices into the comparison's changes and
    sections, ``shown_changed`` the kinds that are to be marked.
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
        self.splitter.addWidget(_scrolling(self.summary))
        self.splitter.addWidget(self.ledger)
        self.splitter.addWidget(self.sections)
        for part, share in enumerate(_SHARES):
            self.splitter.setStretchFactor(part, share)
        self.splitter.setSizes([_WHOLE_SUMMARY, *(share * 90 for share in _SHARES[1:])])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter, 1)
        self.setMinimumWidth(240)
        self.ledger.occurrence_wanted.connect(self.change_wanted)
        self.sections.section_wanted.connect(self.section_wanted)
        self.summary.section_wanted.connect(self.section_wanted)
        self.summary.shown_changed.connect(self.shown_changed)

    def set_comparison(self, comparison: Comparison | None) -> None:
        """Show what *comparison* found; None while there is none yet."""
        for step in self.steps(comparison, furniture(comparison) if comparison else None):
            step()

    def steps(
        self, comparison: Comparison | None, found: Sequence[FurnitureItem] | None
    ) -> tuple[Callable[[], None], ...]:
        """Return what shows *comparison* and the furniture *found*, in short steps."""
        return (
            partial(self.summary.set_comparison, comparison),
            partial(self.summary.set_furniture, found),
            partial(self.ledger.set_comparison, comparison),
            partial(self.sections.set_comparison, comparison),
        )

    def clear(self, reason: str) -> None:
        """Show nothing; *reason* says why there are no figures."""
        self.set_comparison(None)
        self.summary.clear(reason)

    def show_change(self, change: int | None) -> None:
        """Select the ledger's entry for the change that one stepped onto."""
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


def _scrolling(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(widget)
    return area
