"""The list of pairs and the reviewer's progress, kept in step with the review session."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from ... import settings as keys
from ...messages import Message
from ...review.measuring.measure_run import MeasuringProgress
from ...review.pair_list.label_marks import PairsLeft, left_text
from ...review.pair_list.pair_book import PairBook
from ...review.pair_list.pair_fields import DECIDED, View
from ...review.pair_list.pair_state import OVERRULED, filters
from ...review.pair_list.pairs_model import PairsModel
from ...review.session import ReviewSession
from ...settings import Settings
from ..controls.controls import plain_label, set_tip
from ..controls.deferred import AfterPaint, LazyWidget
from ..controls.qt_text import grouped, whole_hours

if TYPE_CHECKING:
    from .pair_list import PairsPanel

_SETTLING = 3.0  # seconds after opening, in which another pair may still come by itself


class PairsController(QObject):
    """Shows the state of each pair, which one is in the window, and how many are left.

    The session follows the order of the list.
    """

    def __init__(
        self,
        session: ReviewSession,
        model: PairsModel,
        panel: LazyWidget[PairsPanel],
        progress: ProgressPanel,
        settings: Settings,
        later: AfterPaint,
        is_reading: Callable[[], bool],
    ) -> None:
        """*later* runs what can wait until the text of a pair is painted.

        *is_reading* returns whether the reviewer is in the middle of the pair, and so stays there
        when the order changes.
        """
        super().__init__(session)
        self._session = session
        self._model = model
        self._panel = panel
        self._progress = progress
        self._settings = settings
        self._later = later
        self._is_reading = is_reading
        session.label_changed.connect(self._label_changed)
        session.states_changed.connect(self._states_changed)
        session.pairs_looked_at.connect(self._pairs_looked_at)
        model.shown_changed.connect(self._order_changed)
        model.unreadable_found.connect(self._unreadable_found)
        panel.do("connect", self._connect_panel)
        self._looking = False
        self._opened_at: int | None = None  # the pair; -1 once the reviewer has gone on from it
        self._settled = 0.0  # when the reviewer must have begun to read
        self._begins: Callable[[], None] | None = None  # once the order is found
        pair = session.pair
        for signal in (session.label_journalled, pair.read_again, pair.reading_changed):
            signal.connect(self._stay)
        model.right_of_way = session.right_of_way
        model.head_start = session.measuring.head_start
        session.measuring.measured.connect(lambda _: model.measured())
        session.measuring.progressed.connect(self._measuring_progressed)
        self.refresh()

    def refresh(self) -> None:
        """Apply the settings for measuring pairs and for moving on after a label."""
        settings = self._settings
        on, on_battery = settings[keys.MEASURE], settings[keys.MEASURE_ON_BATTERY]
        self._session.measuring.set_switch(on, on_battery)
        self._session.navigation.after_label = settings[keys.AFTER_LABEL]

    def hide_measures(self, on: bool) -> None:
        """Hide the figures of comparisons in the list, or show them again."""
        self._panel.do("measures", lambda panel: panel.hide_measures(on))

    def show_list(self) -> None:
        """Show the pairs that the session has opened."""
        if self._session.book is not None:
            book = self._session.book
            self._model.label_names = _names_of(book)
            self._model.shows_figures = book.shows_figures
            self._panel.do("labels", lambda panel: panel.set_labels(book.labels))
            self._opened_at, self._looking = None, _is_looking(self._session.measuring.progress)
            self._begins, self._settled = None, monotonic() + _SETTLING
            view = View.from_texts(self._settings.view(self._key))
            self._model.set_pairs(self._session.pairs, book.states(), book.measures, view)
            self._order_changed()
            if not self._session.returned:
                self._begin_order()

    def show_pair(self, index: int) -> None:
        """Mark the pair at *index* as the one in the window."""
        if self._opened_at is None:
            self._opened_at = index
        elif index != self._opened_at:
            self._opened_at = -1
        self._later.do("pairs", partial(self._mark_pair, index))
        self._later.do("progress", self._show_progress)

    def _mark_pair(self, index: int) -> None:
        self._panel.do("current", lambda panel: panel.set_current(index))

    def _connect_panel(self, panel: PairsPanel) -> None:
        panel.pair_wanted.connect(self._session.go_to)
        panel.view_changed.connect(self._keep_view)
        panel.ordered.connect(self._ordered)
        panel.measuring.pause_wanted.connect(self._session.measuring.set_paused)
        panel.measuring.set_progress(self._session.measuring.progress)

    @property
    def _key(self) -> str:
        """The key under which the settings of the list are saved."""
        opened = self._session.opened
        return opened.key if opened is not None else ""

    def _keep_view(self, view: View) -> None:
        self._opened_at = -1
        self._settings.remember_view(self._key, view.texts())
        self._name_labels()

    def _name_labels(self) -> None:
        """Offer filters for the labels that pairs have now, and for the chosen one."""
        book, model = self._session.book, self._model
        names = _names_of(book) if book is not None else ()
        chosen = model.view.wanted
        if chosen not in filters(names):
            names = (*names, chosen)
        if names != model.label_names:
            model.label_names = names
            model.columns_changed.emit()

    def _measuring_progressed(self, progress: MeasuringProgress | None) -> None:
        """Show progress, and sort by results from earlier sittings before the reviewer moves on."""
        self._panel.do("measuring", lambda panel: panel.measuring.set_progress(progress))
        looking = _is_looking(progress)
        news = progress is not None and (self._looking or progress.state == "done")
        if news and not looking and self._session.pair.index == self._opened_at:
            self._model.sort_again()
            if self._looking and not self._session.returned and monotonic() < self._settled:
                self._begin_order()
                self._opened_at = self._session.pair.index
        self._looking = looking

    def _ordered(self, again: bool) -> None:
        """Begin another order; an order by decisions is for looking at pairs again.

        That one begins at its top; an order that was applied *again* continues at the same pair.
        """
        if self._model.view.sort not in DECIDED and not self._session.is_read_only:
            self._begin_order()
        elif not again:
            self._begin(self._session.navigation.begin_at_top)

    def _begin_order(self) -> None:
        """Go to the first unlabelled pair."""
        self._begin(self._session.navigation.begin_order)

    def _begin(self, begin: Callable[[], None]) -> None:
        """Call *begin* once the order is known, unless the reviewer is in the middle of a pair."""
        self._begins = begin
        self._begin_when_found()

    def _begin_when_found(self) -> None:
        begin = self._begins
        if begin is not None and not self._model.busy:
            self._begins = None
            if self._session.pair.index is None or not self._is_reading():
                begin()

    def show_all(self) -> None:
        """Show all pairs in the list, and go to the first unlabelled one."""
        self._panel.do("all", lambda panel: panel.show_all())
        self._begin_order()

    def shown_are_labelled(self) -> bool:
        """Return whether every pair shown in the list has a label; False if none is shown."""
        book, shown = self._session.book, self._model.shown()
        return book is not None and len(shown) > 0 and book.marks.are_labelled(shown)

    def _order_changed(self) -> None:
        model = self._model
        self._session.order.change(model.shown(), self._session.pair.index, model.place_of)
        self._later.do("progress", self._show_progress)
        self._begin_when_found()

    def _stay(self) -> None:
        """Stay at the pair after a decision, or when it is read again."""
        if self._opened_at != -1:  # else the order was chosen, and is begun where it begins
            self._opened_at, self._begins = -1, None

    def _label_changed(self, pair_id: str) -> None:
        book = self._session.book
        index = book.index_of(pair_id) if book is not None else None
        if book is not None and index is not None:
            self._name_labels()
            self._model.set_state(index, book.state(index))
            self._later.do("progress", self._show_progress)

    def _states_changed(self, pair_ids: frozenset[str]) -> None:
        book = self._session.book
        if book is not None:
            model = self._model
            self._name_labels()
            indices = (i for i in map(book.index_of, pair_ids) if i is not None)
            model.set_states({i: book.state(i, model.state(i).problem) for i in indices})
            self._later.do("progress", self._show_progress)

    def _pairs_looked_at(self, indices: Sequence[int]) -> None:
        book = self._session.book
        if book is not None:
            self._model.set_states({index: book.state(index) for index in indices})
            self._later.do("progress", self._show_progress)

    def _unreadable_found(self, problems: Mapping[int, Message]) -> None:
        """Tell the book which rows, of those just read, cannot be labelled."""
        if self._session.book is not None:
            self._session.book.list_says(problems)
            self._later.do("progress", self._show_progress)

    def _show_progress(self) -> None:
        session = self._session
        book, index = session.book, session.pair.index
        if book is None or session.decisions is None:
            return
        total, left = len(session.pairs), book.marks.left()
        self._progress.set_progress(total, left)
        self._panel.do("left", lambda panel: panel.set_left(left))
        position = session.order.position(index) if index is not None else None
        number = 0 if position is None else position + 1
        self._progress.set_place(number, len(session.order) if total > 1 else 0)
        pace = session.decisions.pace()
        self._progress.set_pace(pace, None if pace is None else pace * left.to_label)


class ProgressPanel(QWidget):
    """The pair's number, a thin bar, how many pairs are labelled, and the pace."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._total, self._left = 0, PairsLeft()
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
        layout.addWidget(self._place)
        layout.addWidget(self._bar)
        layout.addWidget(self._text)
        self._show_figures()

    def set_progress(self, total: int, left: PairsLeft) -> None:
        """Show how many of *total* pairs are labelled: all but those *left*."""
        self._total, self._left = total, left
        self._show_figures()

    def set_place(self, number: int, among: int) -> None:
        """Show that pair *number* (from 1) of *among* pairs on screen is in the window.

        Number 0 stands for a pair that is not among them; *among* 0 shows nothing.
        """
        self._number, self._among = number, among
        self._show_figures()

    def set_pace(self, median_seconds: float | None, seconds_left: float | None) -> None:
        """Show the median seconds for a pair and the time for those left; None: not known."""
        self._pace, self._remaining = median_seconds, seconds_left
        self._show_figures()

    def _show_figures(self) -> None:
        self.setVisible(self._total > 0)
        self._bar.setRange(0, max(1, self._total))
        labelled = self._total - sum(self._left)
        self._bar.setValue(labelled)
        place = self._place_text()
        self._place.setText(place)
        done = self.tr("%n labelled", "", labelled)
        shown, lines = [done], [place] if place else []
        lines += [done, left_text(self._left)]
        if self._pace is not None:
            digits = 1 if self._pace < 9.95 else 0  # "0 s a pair" would be no pace
            seconds = QLocale().toString(float(self._pace), "f", digits)
            shown.append(self.tr("{seconds} s a pair").format(seconds=seconds))
            lines.append(shown[-1])
        if self._remaining is not None and self._left.to_label:
            lines.append(self._time_left(round(self._remaining / 60)))
        self._text.setText(" · ".join(shown))
        set_tip(self, "\n".join(lines))
        self._bar.setAccessibleName(", ".join(lines))

    def _place_text(self) -> str:
        if not self._among:
            return ""
        if not self._number:
            return self.tr("outside the {total} shown").format(total=grouped(self._among))
        return self.tr("pair {number} of {total}").format(
            number=grouped(self._number), total=grouped(self._among)
        )

    def _time_left(self, minutes: int) -> str:
        if minutes < 1:
            return self.tr("less than a minute left")
        return self.tr("about {time} left").format(time=self._duration(minutes))

    def _duration(self, minutes: int) -> str:
        hours = whole_hours(minutes)
        if hours is None:
            return self.tr("%n minute(s)", "", minutes)
        return self.tr("%n hour(s)", "", hours)


def _is_looking(progress: MeasuringProgress | None) -> bool:
    """Return whether results from earlier sittings are still being looked up."""
    return progress is None or progress.state == "looking"


def _names_of(book: PairBook) -> tuple[str, ...]:
    """Return the labels to filter by, and the filter for labels that were overruled."""
    names = book.marks.label_names()
    return (*names, OVERRULED) if book.rulings else names
