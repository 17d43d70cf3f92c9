"""The evidence beside the text: summary, ledger and sections in one column.

The summary says how alike the documents are, what became of words, sections and furniture, and what
is unusual in the documents. If the column is too short for all three, each gets a tab.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QSplitter,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from ...compare import ChangeKind, Comparison, FurnitureItem
from ...settings import SHOWN_KINDS
from ..controls.controls import ScrollingColumn, Themed, plain_label, separator, slim_margins
from ..controls.qt_text import translated
from ..controls.theme import Theme
from .evidence_tables import LedgerPanel, SectionsPanel
from .summary import NOTHING, CountRow, Figure, FurnitureList, NoticeList

_SHARES = (0, 3, 1)  # of further room: the summary needs none once it is to be seen whole
_WHOLE_SUMMARY = 364  # logical pixels
_LINES_FOR_ALL = 45  # lines of text; below that the ledger would be left with a row or two
_LEAST_FOR_ALL = 750  # or below so many pixels: small letters make no smaller buttons and borders


class SummaryPanel(QFrame):
    """The figures of a comparison.

    ``section_wanted`` names a section that was clicked, ``shown_changed`` carries the kinds
    that are to be marked in the text.
    """

    section_wanted = Signal(int)
    shown_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "panel")
        self.setAccessibleName(self.tr("Summary"))
        self._shown = frozenset(SHOWN_KINDS)
        self._verbatim = Figure(self.tr("verbatim"))
        self._substituted = Figure(self.tr("with substitutions"))
        self._counts: dict[str, CountRow] = {}
        self._furniture = FurnitureList()
        self._furniture.section_wanted.connect(self.section_wanted)
        self._notices = NoticeList()
        self._lay_out()
        self.clear(self.tr("No comparison yet."))

    def set_comparison(self, comparison: Comparison | None) -> None:
        """Show the figures of *comparison*; None shows dashes while there is none."""
        if comparison is None:
            self.clear(self.tr("The documents are being compared."))
            return
        similarity = comparison.similarity
        empty = self.tr("There is no figure, because neither document has words.")
        exact = self.tr("Equal words, of both sides, by the words of both documents.")
        counted = self.tr("The same, but substituted and look-alike words count as kept.")
        self._verbatim.set_share(
            similarity.verbatim, empty if similarity.verbatim is None else exact
        )
        self._substituted.set_share(
            similarity.with_substitutions,
            empty if similarity.with_substitutions is None else counted,
        )
        for kind, text in self._count_texts(comparison).items():
            self._counts[kind].set_text(text)
        sides = (
            (self.tr("Reference: {notice}"), comparison.reference),
            (self.tr("Candidate: {notice}"), comparison.candidate),
        )
        self._notices.set_notices(
            pattern.format(notice=translated(notice.message))
            for pattern, document in sides
            for notice in document.notices
        )

    def set_furniture(self, items: Sequence[FurnitureItem] | None) -> None:
        """Show what became of headline, date, byline, captions and footer; None shows dashes."""
        self._furniture.set_items(items)

    def clear(self, reason: str) -> None:
        """Show dashes instead of figures; *reason* says why there are none."""
        self._verbatim.set_share(None, reason)
        self._substituted.set_share(None, reason)
        for row in self._counts.values():
            row.set_text(NOTHING, reason)
        self._notices.set_notices(())
        self._furniture.set_items(None)

    def set_shown(self, shown: frozenset[str]) -> None:
        """Show which kinds are marked in the text, without announcing it."""
        self._shown = shown & frozenset(SHOWN_KINDS)
        for kind, row in self._counts.items():
            row.set_marked(kind in self._shown)

    def set_switch_keys(self, keys: Mapping[str, str]) -> None:
        """Name the key of each kind's switch; *keys* goes by the name of the kind."""
        for kind, row in self._counts.items():
            row.set_key(keys.get(kind, ""))

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        parts: tuple[Themed, ...] = (self._verbatim, self._substituted, *self._counts.values())
        for part in (*parts, self._furniture, self._notices):
            part.set_theme(theme)

    def _switched(self, kind: str, marked: bool) -> None:
        self.set_shown(self._shown | {kind} if marked else self._shown - {kind})
        self.shown_changed.emit(self._shown)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        slim_margins(layout)
        layout.addWidget(plain_label(self.tr("Summary"), "title"))
        figures = QHBoxLayout()
        figures.setSpacing(self.fontMetrics().height())
        figures.addWidget(self._verbatim)
        figures.addWidget(self._substituted)
        layout.addLayout(figures)
        self._below_figures = separator()
        layout.addWidget(self._below_figures)
        counts = QGridLayout()
        counts.setVerticalSpacing(1)
        counts.setColumnStretch(2, 1)
        for number, kind in enumerate(SHOWN_KINDS):
            row = CountRow(kind, self._switched)
            self._counts[kind] = row
            row.add_to(counts, number)
        layout.addLayout(counts)
        layout.addWidget(self._notices)  # seldom there; not to be left below the edge
        layout.addWidget(separator())
        layout.addWidget(self._furniture)
        layout.addStretch(1)

    def show_figures(self, on: bool) -> None:
        """Show or hide how alike the documents are, which a blind reader may not want to know."""
        for part in (self._verbatim, self._substituted, self._below_figures):
            part.setVisible(on)

    def _count_texts(self, comparison: Comparison) -> dict[str, str]:
        tally = comparison.tally
        missing = punctuation_alone(comparison, ChangeKind.MISSING)
        added = punctuation_alone(comparison, ChangeKind.ADDED)
        return {
            "substitution": self._amount(
                tally.substituted,
                self.tr("%n time(s)", "", tally.substituted),
                self.tr("%n word(s)", "", tally.substituted_words),
            ),
            "missing": self._amount(
                tally.missing_words + tally.missing_sections + missing,
                self._words(tally.missing_words, tally.missing_sections),
                self._sections(tally.missing_sections),
                self._punctuation(missing),
            ),
            "added": self._amount(
                tally.added_words + tally.added_sections + added,
                self._words(tally.added_words, tally.added_sections),
                self._sections(tally.added_sections),
                self._punctuation(added),
            ),
            "moved": self._sections(tally.moved_sections) or "0",
            "look-alike": self._amount(
                tally.look_alikes, self.tr("%n time(s)", "", tally.look_alikes)
            ),
            "minor": self._amount(tally.minor, self.tr("%n time(s)", "", tally.minor)),
        }

    def _words(self, count: int, sections: int) -> str:
        return self.tr("%n word(s)", "", count) if count or sections else ""

    def _sections(self, count: int) -> str:
        return self.tr("%n section(s)", "", count) if count else ""

    def _punctuation(self, count: int) -> str:
        """Name the marks in the text that are no words, as they can be seen and gone to there."""
        times = self.tr("%n time(s)", "", count)
        return self.tr("punctuation {times}").format(times=times) if count else ""

    @staticmethod
    def _amount(count: int, *texts: str) -> str:
        return " · ".join(text for text in texts if text) if count else "0"


def punctuation_alone(comparison: Comparison, kind: ChangeKind) -> int:
    """Return how often nothing but punctuation is missing, or added: the tally counts words.

    >>> from gui.compare import compare
    >>> from gui.documents import read_text
    >>> lost = compare(read_text("It is late. It left at six."), read_text("It is late It left."))
    >>> punctuation_alone(lost, ChangeKind.MISSING), lost.tally.missing_words
    (1, 2)
    """
    reference, candidate = comparison.reference.text, comparison.candidate.text
    count = 0
    for change in comparison.changes:
        if change.kind is kind:
            text, span = reference, change.reference
            if span is None:
                text, span = candidate, change.candidate
            count += span is not None and not any(map(str.isalnum, text[span.start : span.end]))
    return count


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
        self._parts = (ScrollingColumn(self.summary), self.ledger, self.sections)
        for part in self._parts:
            self.splitter.addWidget(part)
        for number, share in enumerate(_SHARES):
            self.splitter.setStretchFactor(number, share)
        self.splitter.setSizes([_WHOLE_SUMMARY, *(share * 104 for share in _SHARES[1:])])
        self._cover = self._make_cover()
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

    def cover(self) -> None:
        """Hide everything at once: another pair is coming whose comparison is not there yet.

        Clearing the summary as well would delay the text too much.
        """
        self.ledger.set_comparison(None)
        self.sections.set_comparison(None)
        self._cover.setGeometry(self.splitter.geometry())
        self._cover.raise_()
        self._cover.show()

    def tasks(self, comparison: Comparison | None) -> tuple[Callable[[], None], ...]:
        """Return short tasks that together show *comparison*, which appears with the last one.

        So the figures of one pair are never beside the substitutions of another.
        """
        return (
            self.cover,
            partial(self.summary.set_comparison, comparison),
            partial(self.summary.set_furniture, comparison.furniture if comparison else None),
            partial(self.ledger.set_comparison, comparison),
            partial(self.sections.set_comparison, comparison),
            self._cover.hide,
        )

    def clear(self, reason: str) -> None:
        """Show no figures; *reason* says why there are none."""
        self.summary.clear(reason)
        self.ledger.set_comparison(None)
        self.sections.set_comparison(None)
        self._cover.hide()

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
        """Return the positions of the splitter, to be saved."""
        state = self.splitter.saveState() if self._stacked is None else self._stacked
        return bytes(state.data())

    def set_places(self, places: bytes) -> None:
        """Restore the positions that ``places`` returned."""
        if self._stacked is None:
            self.splitter.restoreState(QByteArray(places))
        else:
            self._stacked = QByteArray(places)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the parts, or put them behind tabs if each would be too low."""
        super().resizeEvent(event)
        self._cover.setGeometry(self.splitter.geometry())
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

    def _make_cover(self) -> QWidget:
        """Return the widget that hides the three parts while they are out of date."""
        cover = QWidget(self)
        cover.setAutoFillBackground(True)
        cover.hide()
        return cover

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
