"""The parts of the window and where they stand. Nothing here decides anything."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ..review.pairs_model import PairsModel
from .banner import Banners
from .evidence import EvidencePanel
from .guidelines import GuidelinesPanel
from .label_bar import LabelBar
from .late_page import LatePage, LatePart
from .note_field import NoteField
from .progress import ProgressPanel
from .reading import ReadingView
from .theme import Theme
from .toast import Toast

if TYPE_CHECKING:
    from .end import EndPanel
    from .find_bar import FindBar
    from .message import MessagePanel
    from .pairs import PairsPanel
    from .start import StartPanel


class WindowParts:
    """Everything that the reviewer sees, put together once.

    ``stage`` shows one of: the start, the pair, why there is no pair, the end.
    """

    def __init__(self, window: QMainWindow, theme: Theme) -> None:
        """Fill *window*."""
        self.pairs_model = PairsModel(window)
        self.guidelines = GuidelinesPanel()
        self.reading = ReadingView()
        self.note = NoteField()
        self.evidence = EvidencePanel()
        self.banners = Banners()
        self.labels = LabelBar()
        self.progress = ProgressPanel()
        self.pair_page = self._pair_page()
        self.stage = QStackedWidget()
        self.stage.addWidget(self.pair_page)
        self.start_page = LatePage(_start, self.stage)
        self.message_page = LatePage(_message, self.stage)
        self.end_page = LatePage(_end, self.stage)
        self.side = QSplitter(Qt.Orientation.Vertical)
        self.side.addWidget(self.guidelines)
        self.late_pairs = LatePart(self._pairs, partial(self.side.insertWidget, 0), self.side)
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        for widget in (self.side, self._middle(), self.evidence):
            self.columns.addWidget(widget)
        self.columns.setStretchFactor(1, 1)
        self.columns.setCollapsible(1, False)
        self.columns.setSizes([230, 860, 310])
        for splitter in (self.side, self.columns):
            splitter.setHandleWidth(3)
        window.setCentralWidget(self._whole())
        self.banners.focus_left.connect(self._to_the_stage)
        self.evidence.ledger.filter_left.connect(self._to_the_stage)
        self.toast = Toast(self.stage)
        self.note.hide()
        self.guidelines.hide()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in the colours of *theme*."""
        for part in (
            self.guidelines,
            self.reading,
            self.note,
            self.evidence,
            self.banners,
            self.labels,
        ):
            part.set_theme(theme)
        self.late_find.do("theme", lambda find: find.set_theme(theme))
        self.late_pairs.do("theme", lambda pairs: pairs.set_theme(theme))
        self.start_page.do("theme", lambda page: page.set_theme(theme))
        self.message_page.do("theme", lambda page: page.set_theme(theme))
        self.end_page.do("theme", lambda page: page.set_theme(theme))

    def _to_the_stage(self) -> None:
        shown = self.stage.currentWidget()
        if shown is not None:
            (self.reading if shown is self.pair_page else shown).setFocus()

    def _pairs(self) -> PairsPanel:
        from .pairs import PairsPanel

        pairs = PairsPanel(self.pairs_model)
        pairs.search_left.connect(self._to_the_stage)
        return pairs

    def _pair_page(self) -> QWidget:
        page = QWidget()
        layout = _column(page)
        layout.addWidget(self.reading, 1)
        self.late_find = LatePart(_find, partial(layout.insertWidget, 0), page)
        return page

    def _middle(self) -> QWidget:
        """The stage with the note below it: a pair that cannot be read can be noted too."""
        middle = QWidget()
        layout = _column(middle)
        layout.addWidget(self.stage, 1)
        layout.addWidget(self.note)
        return middle

    def _whole(self) -> QWidget:
        whole = QWidget()
        layout = _column(whole)
        layout.addWidget(self.banners)
        layout.addWidget(self.columns, 1)
        layout.addWidget(self.labels)
        return whole


def _find() -> FindBar:
    from .find_bar import FindBar

    return FindBar()


def _start() -> StartPanel:
    from .start import StartPanel

    return StartPanel()


def _message() -> MessagePanel:
    from .message import MessagePanel

    return MessagePanel()


def _end() -> EndPanel:
    from .end import EndPanel

    return EndPanel()


def _column(widget: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout
