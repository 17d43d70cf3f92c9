"""The layout of the window: its widgets and their places."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ...review.pair_list.pairs_model import PairsModel
from ..controls.deferred import LazyPage, LazyWidget
from ..controls.notifications import Banners, Toast
from ..controls.theme import Theme
from ..evidence.evidence_panel import EvidencePanel
from ..labelling.label_bar import LabelBar
from ..labelling.note_field import NoteField
from ..pairs.guidelines import GuidelinesPanel
from ..pairs.pairs_controller import ProgressPanel
from ..reading import ReadingView
from ..reading.text_search import FindBar

if TYPE_CHECKING:
    from ..controls.notifications import MessagePanel
    from ..pairs.pair_list import PairsPanel
    from .end_page import EndPanel
    from .help_pages import LegendStrip
    from .start_page import StartPanel


class Stage(QStackedWidget):
    """Shows one of: the start page, the pair, why there is no pair, the end page."""

    def __init__(self, pair: QWidget, text: QWidget) -> None:
        """*pair* is the page with the two texts, which is shown first; *text* takes its focus."""
        super().__init__()
        self._text = text
        self.pair = pair
        self.addWidget(pair)
        self.start = LazyPage(_start, self)
        self.message = LazyPage(_message, self)
        self.end = LazyPage(_end, self)

    def show_pair(self) -> None:
        """Show the two texts."""
        self.setCurrentWidget(self.pair)

    def turn_to(self, page: LazyPage[Any]) -> None:
        """Show *page*; if what it replaces had the focus, the page gets it.

        Qt would focus its first button, which a key meant for a pair might then press.
        """
        focus = QApplication.focusWidget()
        page.show()
        if focus is None or self.isAncestorOf(focus):
            self.take_keys()

    def take_keys(self) -> None:
        """Focus what is shown."""
        shown = self.currentWidget()
        if shown is not None:
            (self._text if shown is self.pair else shown).setFocus()


class WindowLayout:
    """Everything that the reviewer sees, put together once."""

    def __init__(self, window: QMainWindow, theme: Theme) -> None:
        """Create the widgets of *window*."""
        self.pairs_model = PairsModel(window)
        self.guidelines = GuidelinesPanel()
        self.reading = ReadingView()
        self.note = NoteField()
        self.evidence = EvidencePanel()
        self.banners = Banners()
        self.labels = LabelBar()
        self.progress = ProgressPanel()
        self.stage = Stage(self._pair_page(), self.reading)
        self.side = QSplitter(Qt.Orientation.Vertical)
        self.side.addWidget(self.guidelines)
        self.late_pairs = LazyWidget(self._pairs, partial(self.side.insertWidget, 0), self.side)
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        for widget in (self.side, self._middle(), self.evidence):
            self.columns.addWidget(widget)
        self.columns.setStretchFactor(1, 1)
        self.columns.setCollapsible(1, False)
        self.columns.setSizes([230, 860, 310])
        for splitter in (self.side, self.columns):
            splitter.setHandleWidth(3)
        window.setCentralWidget(self._whole())
        self.banners.focus_left.connect(self.stage.take_keys)
        self.evidence.ledger.filter_left.connect(self.stage.take_keys)
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
        self.late_legend.do("theme", lambda legend: legend.set_theme(theme))
        self.late_find.do("theme", lambda find: find.set_theme(theme))
        self.late_pairs.do("theme", lambda pairs: pairs.set_theme(theme))
        self.stage.start.do("theme", lambda page: page.set_theme(theme))
        self.stage.message.do("theme", lambda page: page.set_theme(theme))
        self.stage.end.do("theme", lambda page: page.set_theme(theme))

    def _pairs(self) -> PairsPanel:
        from ..pairs.pair_list import PairsPanel

        pairs = PairsPanel(self.pairs_model)
        pairs.hide()  # else Qt shows it where it is put, before there is a list in it
        pairs.search_left.connect(self.stage.take_keys)
        return pairs

    def _pair_page(self) -> QWidget:
        page = QWidget()
        layout = _column(page)
        layout.addWidget(self.reading, 1)
        self.late_legend = LazyWidget(_legend, partial(layout.insertWidget, 0), page)
        self.late_find = LazyWidget(FindBar, partial(layout.insertWidget, 0), page)
        return page

    def _middle(self) -> QWidget:
        """Return the stage with the note below it, because unreadable pairs can have notes too."""
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


def _start() -> StartPanel:
    from .start_page import StartPanel

    return StartPanel()


def _message() -> MessagePanel:
    from ..controls.notifications import MessagePanel

    return MessagePanel()


def _legend() -> LegendStrip:
    from .help_pages import LegendStrip

    return LegendStrip()


def _end() -> EndPanel:
    from .end_page import EndPanel

    return EndPanel()


def _column(widget: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout
