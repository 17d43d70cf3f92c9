"""The layout of the window: its widgets, their places, and which panels are shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ...review.pairs_model import PairsModel
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


NARROW = 1400
"""Width of the window, in logical pixels, below which the side panels fold."""

_FOR_BOTH = 1040  # logical pixels, in which panels at both sides leave two readable columns


class Panel(Protocol):
    """A widget, or a ``LazyWidget``."""

    def setVisible(self, on: bool, /) -> None:
        """Show or hide the panel."""


class _Side:
    def __init__(self, panel: Panel, chosen: bool, beside: str) -> None:
        self.panel = panel
        self.beside = beside  # "before" the text or "behind" it
        self.chosen = chosen  # what the reviewer wants where there is room
        self.useful = True  # whether it has anything to show
        self.opened_narrow = False  # wanted by the reviewer although the window is narrow


class SidePanels:
    """Shows and folds the panels beside the text.

    In a narrow window a panel is folded unless the reviewer opens it there, which is remembered;
    when the window grows again, the choice for wide windows applies. If panels on both sides would
    leave the text no room, those on the side opened last are shown.
    """

    def __init__(
        self,
        panels: Mapping[str, tuple[Panel, bool, str]],
        shown: Callable[[str, bool], None],
        narrow: tuple[str, ...] = (),
    ) -> None:
        """Show *panels* by name, each with whether the reviewer wants it, and its side.

        The side is "before" or "behind" the text; *shown* is called with changes. *narrow* are
        those that the reviewer wants in a narrow window.
        """
        self._sides = {name: _Side(*panel) for name, panel in panels.items()}
        for name in self._sides.keys() & set(narrow):
            self._sides[name].opened_narrow = True
        self._announce_change = shown
        self._narrow = self._one_only = False
        self._latest = ""  # where the panel stands that was opened last in a narrow window

    def resized(self, width: int) -> None:
        """Fit the panels to a window that is *width* logical pixels wide."""
        self._narrow = width < NARROW
        self._one_only = width < _FOR_BOTH
        self.refresh()

    def set_useful(self, name: str, useful: bool) -> None:
        """Set whether the panel *name* has anything to show; one that has not stays hidden."""
        self._sides[name].useful = useful
        self.refresh()

    def choose(self, name: str, on: bool) -> bool | None:
        """Show or hide the panel *name*, as the reviewer chose.

        Returns the choice to be saved for wide windows; None for one in a narrow window, which
        ``wanted_narrow`` returns.
        """
        side = self._sides[name]
        if self._narrow:
            side.opened_narrow = on
            if on:
                self._latest = side.beside
                self._give_way()
        else:
            side.chosen = on
        if on:
            side.useful = True
        self.refresh()
        return None if self._narrow else on

    def _give_way(self) -> None:
        """Fold the panels on the other side of the text if there is room for one side only."""
        for side in self._sides.values():
            if self._one_only and side.beside != self._latest:
                side.opened_narrow = False

    @property
    def wanted_narrow(self) -> tuple[str, ...] | None:
        """Return the panels to show in a narrow window; None if only one side has room."""
        if self._one_only:
            return None
        return tuple(name for name, side in self._sides.items() if side.opened_narrow)

    def shows(self, name: str) -> bool:
        """Return whether the panel *name* is visible."""
        side = self._sides[name]
        if self._one_only and side.beside != self._latest:
            return False
        return side.useful and (side.opened_narrow if self._narrow else side.chosen)

    def refresh(self) -> None:
        """Show the panels that are wanted, useful and have room."""
        for name, side in self._sides.items():
            on = self.shows(name)
            side.panel.setVisible(on)
            self._announce_change(name, on)
