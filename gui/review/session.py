"""The review session: which pair is in the window, and how it was labelled.

The session decides; the window only shows and asks, and the store writes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import islice

from PySide6.QtCore import QObject, QTimer, Signal

from ..compare import Comparison
from ..labels import UNUSABLE, Answer, Decision, LabelRow, OutsideEdit, Pair, SaveState
from ..labels.label_values import SaveKind
from ..labels.pairs.blind import without_ids_of_rows
from ..messages import Message
from ..messages.about_accidents import AboutAccidents
from ..messages.about_blind import AboutLookingBack
from ..messages.about_labels import AboutLabels
from ..messages.about_pairs import AboutReview
from .background import RightOfWay, Turns, Work
from .current_pair import CurrentPair, context_of
from .deciding.decisions import Asked, Decisions
from .document_checks import DocumentChecks
from .measuring.measuring import Measuring
from .opening.opening import Opened
from .pair_list.pair_book import PairBook
from .pair_list.pair_order import Order
from .pair_navigation import PairNavigation
from .preparing.protocol import Reading
from .preparing.worker_link import WorkerLink

_LAST_WRITING = 1500  # milliseconds for the label file at the end; the journal has it anyway
_MEASURED_FIRST = 20  # pairs behind the one in the window
_SOME = 100  # rows of others taken over at a time; fewer come and go one by one in the list shown


class ReviewSession(QObject):
    """A pair list with its labels: moving from pair to pair, and every decision.

    A thread stores each decision; until the journal has it, the window stays at the pair but
    remains responsive. ``pair`` is the pair in the window.
    """

    list_opened = Signal()
    leaving = Signal()  # the last moment to keep a note for the current pair
    label_changed = Signal(str)  # pair id: label, flag or note
    notice = Signal(object)  # Message or text
    several_notices = Signal(object)  # tuple of them: what there is to know of a list at opening
    standing_changed = Signal(object, object)  # tuples of what several_notices may tell of
    fault = Signal(str)  # for the log
    states_changed = Signal(object)  # frozenset of the ids of pairs, some of many at a time
    pairs_looked_at = Signal(object)  # list of pairs, by index: unreadable, changed, or not so now
    label_journalled = Signal()  # safe, and on its way into the label file
    label_saved = Signal()
    label_kept_in_journal = Signal(object)  # Message
    label_file_lost = Signal()  # it is gone, or cannot be read any more
    save_failed = Signal(object)  # Message
    accident = Signal(object)  # labels.Accident
    overruled = Signal(object)  # labels.Overruled, some of them
    saving_takes_long = Signal()  # a decision is not in journal or label file yet
    declined = Signal(object)  # Message: why a decision was not even handed in
    note_kept = Signal(str)  # pair id
    note_refused = Signal(str)  # pair id
    note_resumed = Signal()  # that of the current pair was being typed when the last window died
    undone = Signal(object)  # Decision, or None where there was nothing to undo
    redone = Signal(object)
    all_labelled = Signal()
    stayed_at_pair = Signal()  # a decision on the current pair was undone or brought back
    finished = Signal()  # see finish
    unfinished = Signal()

    def __init__(self, parent: QObject | None = None, link: WorkerLink | None = None) -> None:
        """*link* is a worker process that was started before the window; None starts one."""
        super().__init__(parent)
        self.opened: Opened | None = None
        self.decisions: Decisions | None = None
        self.order = Order(())
        self.pair = CurrentPair(self, link)
        self.pair.state_changed.connect(self.label_changed)
        self.pair.comparison_ready.connect(self._compared)
        self.pair.owed_ready.connect(self._fill_in)
        self.pair.fault.connect(self.fault)
        self._wish: Callable[[], object] | None = None  # once what was decided is on the disk
        self._parting = False  # from the list: nothing more is decided on it
        self.only_in_journal = 0  # decisions that no label file holds and that cannot be written
        self._goal: Callable[[], object] | None = None  # where a decision leads
        self.returned = False  # to the pair at which the annotator stopped, when the list opened
        self._corrects = False  # the label on its way takes the place of another one
        self._not_taken_over: set[str] = set()  # pairs whose rows other programs changed
        self._taking_over: Turns[None] = Turns(self)
        self.navigation = PairNavigation(self.pair, self._taking_over, self._go_when_kept)
        self.navigation.notice.connect(self.notice)
        self.navigation.all_labelled.connect(self.all_labelled)
        self.right_of_way = RightOfWay()  # given back when the pair is painted
        self.measuring = Measuring(self, self.right_of_way)
        self.measuring.fault.connect(self.fault)
        self._checks = DocumentChecks(
            self, lambda: self.pair.index, self.right_of_way, self.measuring.head_start
        )
        self._checks.looked_at.connect(self.pairs_looked_at)
        self._checks.fault.connect(self.fault)
        self.measuring.unreadable.connect(self._checks.found_unreadable)
        self.pair.changed.connect(self._measure_first)
        self.pair.reading_changed.connect(self._measure_again)

    def open(self, opened: Opened, reading: Reading, place: str | None = None) -> None:
        """Review *opened* from now on, beginning at the pair with the id *place*.

        If a note was being typed when the last window crashed, that pair comes first. Decisions
        that are not on disk yet are waited for; if they cannot be kept, the open list stays.
        """
        self.leaving.emit()
        self._parting = True
        self._when_kept(partial(self._open, opened, reading, place))

    def _open(self, opened: Opened, reading: Reading, place: str | None) -> None:
        self.measuring.go_on(opened.book, reading, opened.state)
        self._let_go()
        self._parting = False
        self.opened = opened
        self.decisions = Decisions(opened.store, self)
        self._connect_decisions(self.decisions)
        self.decisions.retry()  # bring the label file up to what was replayed
        self.order = Order(range(len(self.pairs)))
        self.pair.open_list(opened, self.order, reading)
        self.navigation.open_list(opened.book, self.order)
        self._checks.open_list(opened.book)
        place = opened.report.resumed or place
        start = opened.book.index_of(place) if place else None
        self.returned = start is not None or opened.is_read_only
        self.list_opened.emit()
        if start is not None:
            self.go_to(start)
        elif self.pair.index is None:  # nobody has begun at the first pair of another order
            self.navigation.begin_at(opened.begin_at)
        start = self.pair.index or 0
        self._checks.look()
        self.measuring.begin(opened.book, self.pair.reading, start, opened.state)
        # Only in the next turn: the first list is opened before there is a window to show them.
        QTimer.singleShot(0, self, partial(self._tell_of, opened))

    def _tell_of(self, opened: Opened) -> None:
        if opened is self.opened:
            # That a label file was gone is told, and stays, when its rows are written again.
            warnings = tuple(
                said
                for said in (*opened.pairs.notices, *opened.report.warnings)
                if said.code is not AboutAccidents.GONE_WHEN_OPENED or opened.is_read_only
            )
            if len(warnings) == 1:
                self.notice.emit(warnings[0])
            elif warnings:
                self.several_notices.emit(warnings)
            pair = self.pair.pair
            if pair is not None and pair.id == opened.report.resumed:
                self.note_resumed.emit()

    def _connect_decisions(self, decisions: Decisions) -> None:
        decisions.changed.connect(self._row_changed)
        decisions.changed.connect(self.navigation.changed_here)
        decisions.changed.connect(lambda _id: self.label_journalled.emit())
        decisions.changed.connect(self.label_changed)
        decisions.kept.connect(self._kept)
        decisions.not_kept.connect(self._not_kept)
        decisions.refused.connect(self.save_failed)
        decisions.takes_long.connect(self.saving_takes_long)
        decisions.state_changed.connect(self._save_state_changed)
        decisions.standing_changed.connect(self.standing_changed)
        decisions.edited_outside.connect(self._edited_outside)

    def close_list(self, seconds: float = 0.0) -> None:
        """Close the list and forget its pairs.

        Threads write what is left to write and then end; each is given at most *seconds*.
        """
        self.measuring.end(seconds)
        self._let_go(seconds)

    def _let_go(self, seconds: float = 0.0) -> None:
        """Close the list, but go on measuring."""
        self.right_of_way.give_back()
        self._checks.close_list(seconds)
        self._taking_over.stop()
        self._not_taken_over.clear()
        if self.decisions is not None:
            self.decisions.close(seconds)
            self.decisions.blockSignals(True)  # what its threads announced meanwhile is stale
            self.decisions.deleteLater()
        self.pair.close_list()
        self.navigation.close_list()
        self.opened = self.decisions = None
        self.only_in_journal = 0
        self._wish = self._goal = None

    def finish(self) -> None:
        """End the sitting without stopping the window.

        ``finished`` says that everything is on disk, in the journal if the label file cannot be
        written; ``unfinished``, that something could not be kept.
        """
        self.leaving.emit()
        self._parting = True
        self._when_kept(self._finish)

    def _finish(self) -> None:
        if self.decisions is None or not self.decisions.busy:
            self.finished.emit()
            return
        self.decisions.ended.connect(self.finished)
        QTimer.singleShot(_LAST_WRITING, self, self.finished.emit)
        self.decisions.end()

    def close(self, seconds: float = 1.5) -> None:
        """End everything that runs for this session; *seconds* is as in close_list."""
        self.pair.close()
        self.close_list(seconds)

    @property
    def book(self) -> PairBook | None:
        """What is known of the pairs of the list; None before a list is open."""
        return self.opened.book if self.opened is not None else None

    @property
    def pairs(self) -> Sequence[Pair]:
        """The pairs of the list; empty before one is open."""
        return self.opened.pairs.pairs if self.opened is not None else ()

    @property
    def is_behind(self) -> bool:
        """True if the label file lacked something when the list was opened, and may still do so."""
        if self.opened is None or self.decisions is None:
            return False
        return self.opened.report.behind and self.decisions.busy

    def row(self) -> LabelRow | None:
        """What the annotator decided about the current pair."""
        if self.book is None or self.pair.index is None:
            return None
        return self.book.row(self.pair.index)

    def go_to(self, index: int) -> None:
        """Show the pair at *index* once all decisions are on disk.

        Stays where something could not be kept.
        """
        self._go_when_kept(index, False)

    def _go_when_kept(self, index: int, led: bool) -> None:
        """Like :meth:`go_to`; *led* if the search for an unlabelled pair found it."""
        if 0 <= index < len(self.pairs) and not self._parting:
            self.right_of_way.take()
            self.leaving.emit()
            self._when_kept(partial(self._go, index, led))

    def _go(self, index: int, led: bool) -> None:
        if self.decisions is not None and self.pair.pair is not None:
            self.decisions.leave(self.pair.pair)
        self.navigation.arrive(index, led)
        self.pair.show(index)

    def _index_of(self, pair_id: str) -> int | None:
        """Return which pair of the list has this id; None where there is none, or no list."""
        return self.book.index_of(pair_id) if self.book is not None else None

    def _when_kept(self, then: Callable[[], object]) -> None:
        """Call *then* once all decisions are on disk; a later call replaces this one."""
        if self.decisions is not None and self.decisions.waiting:
            self._wish = then
        else:
            then()

    def step(self, by: int) -> None:
        """Go to the next pair on screen (+1) or the one before (-1)."""
        self.navigation.step(by)

    def next_unlabelled(self) -> None:
        """Go to the next pair without a label, see :meth:`PairNavigation.next_unlabelled`."""
        self.navigation.next_unlabelled()

    def set_label(self, label: str) -> bool:
        """Label the current pair; once that is kept, go on as ``navigation.after_label`` says.

        Returns False if it is not accepted. An unreadable pair can only be labelled unusable.
        """
        pair, decisions = self.pair.as_read(), self.decisions
        if pair is None or decisions is None or self._is_read_only():
            return False
        if self.pair.documents is None and (label != UNUSABLE or self.pair.problem is None):
            return False
        self.right_of_way.take()
        if not decisions.waiting:
            self._corrects = self.navigation.corrects()
        return self._taken(not self._parting and decisions.label(pair, label, self.pair.context()))

    def set_flag(self, on: bool) -> bool:
        """Flag the current pair, or remove its flag; False if that is not accepted."""
        pair, decisions = self.pair.as_read(), self.decisions
        if pair is None or decisions is None or self._is_read_only():
            return False
        return self._taken(not self._parting and decisions.flag(pair, on, self.pair.context()))

    def set_note(self, text: str, pair_id: str) -> bool:
        """Keep *text* as the note of the pair with this id; False if there is no such pair.

        ``note_kept`` or ``note_refused`` follows.
        """
        index = self._index_of(pair_id)
        if index is None or self.decisions is None or self._is_read_only():
            return False
        self.decisions.note(self.pairs[index], text, self.pair.context_at(index))
        return True

    def keep_draft(self, text: str, pair_id: str) -> None:
        """Keep *text*, a note that is still being typed, in case the window crashes."""
        index = self._index_of(pair_id)
        if index is not None and self.decisions is not None and not self.is_read_only:
            self.decisions.draft(self.pairs[index], text, self.pair.context_at(index))

    def undo(self) -> None:
        """Undo the last decision and go back to its pair; ``undone`` follows."""
        if self.decisions is not None and not self._is_read_only():
            self._taken(not self._parting and self.decisions.undo())

    def redo(self) -> None:
        """Redo what was undone last and go to its pair; ``redone`` follows."""
        if self.decisions is not None and not self._is_read_only():
            self._taken(not self._parting and self.decisions.redo())

    @property
    def is_read_only(self) -> bool:
        """True where somebody's labels are only viewed."""
        return self.opened is not None and self.opened.is_read_only

    def _is_read_only(self) -> bool:
        """Return ``is_read_only``, after announcing that it prevents a decision."""
        if self.is_read_only:
            self.declined.emit(Message(AboutLookingBack.READ_ONLY))
        return self.is_read_only

    def _taken(self, taken: bool) -> bool:
        if not taken:
            self.declined.emit(Message(AboutReview.STILL_SAVING))
        return taken

    def _kept(self, asked: Asked, decision: Decision | None) -> None:
        """Go on, now that the journal has a decision, unless another is on its way."""
        pair_id = asked.pair.id if asked.pair is not None else ""
        if asked.what == "label":
            index = self._index_of(pair_id)
            if self.book is not None and index is not None:
                if self.book.mark_changed(index, False):
                    self.label_changed.emit(pair_id)
                self._goal = self.navigation.from_label(pair_id, self._corrects)
        elif asked.what == "note":
            if self.decisions is not None and not self.decisions.has_note(pair_id):
                self.note_kept.emit(pair_id)
        else:
            self._walked(asked.what, decision)
        if decision is not None:
            self._see_to_similarities(decision.pair_id)
        if self.decisions is not None and not self.decisions.waiting:
            then, self._wish, self._goal = self._wish or self._goal, None, None
            if then is not None:
                then()

    def _see_to_similarities(self, pair_id: str) -> None:
        """Have similarities filled in if a label came, or came back, before the comparison."""
        index, book = self._index_of(pair_id), self.book
        row = None if book is None or index is None else book.row(index)
        if row is None or index is None or not row.lacks_similarities:
            return
        if index == self.pair.index and self.pair.comparison is not None:
            self._fill_in(index, self.pair.comparison)
        else:
            self.pair.owe(index)

    def _compared(self, comparison: Comparison) -> None:
        if self.pair.index is not None:
            self._fill_in(self.pair.index, comparison)
        self.measuring.tell()

    def _fill_in(self, index: int, comparison: Comparison) -> None:
        """Write the similarities of a pair whose row was waiting for them."""
        row = None if self.book is None else self.book.row(index)
        if row is not None and row.lacks_similarities and self.decisions is not None:
            self.decisions.fill_in(row.pair_id, context_of(comparison))

    def _walked(self, what: str, decision: Decision | None) -> None:
        if what not in ("undo", "redo"):
            return
        if decision is not None:
            self._goal = partial(self._back_to, decision.pair_id)
        (self.undone if what == "undo" else self.redone).emit(decision)

    def _not_kept(self, asked: Asked) -> None:
        """Stay at the pair, because its decision could not be kept."""
        self._wish = self._goal = None
        if asked.what == "note" and asked.pair is not None:
            self.note_refused.emit(asked.pair.id)
        if self._parting:
            self._parting = False
            self.unfinished.emit()

    def _back_to(self, pair_id: str) -> None:
        index = self._index_of(pair_id)
        if index is not None and index != self.pair.index:
            self.go_to(index)
        elif index is not None:
            self.stayed_at_pair.emit()

    def _measure_first(self, index: int) -> None:
        """Have the pair in the window and those behind it measured before all others."""
        behind, _ = self.order.stretches()
        self.measuring.first([index, *islice(behind, _MEASURED_FIRST)])

    def _measure_again(self) -> None:
        if self.opened is not None:
            book, start = self.opened.book, self.pair.index or 0
            book.forget_measures()
            self.measuring.begin(book, self.pair.reading, start, self.opened.state)

    def pages_came(self) -> None:
        """Update pairs whose web pages were fetched: some can be read now, others have changed."""
        if self.opened is None:
            return
        book = self.opened.book
        self.pairs_looked_at.emit(book.forget_missing_pages())
        self.pair.reload(others=True)
        self._checks.look()
        self._measure_again()

    def _save_state_changed(self, state: SaveState) -> None:
        delayed = state.message is not None and state.message.code is AboutLabels.BEING_WRITTEN
        self.only_in_journal = 0 if delayed else state.pending
        if state.lost:
            self.label_file_lost.emit()
        if state.kind is SaveKind.SAVED:
            if self.decisions is not None and not self.decisions.waiting:  # else more follows
                self.label_saved.emit()
        elif state.kind is SaveKind.FAILED:
            self.save_failed.emit(state.message)
        elif delayed:
            self.saving_takes_long.emit()
        else:
            self.label_kept_in_journal.emit(state.message)

    def _row_changed(self, pair_id: str) -> None:
        index = self._index_of(pair_id)
        if self.book is not None and index is not None:
            self.book.look_again(index)

    def answer(self, answer: Answer) -> None:
        """Record the reviewer's *answer* to what ``accident`` asked about the label file."""
        if self.decisions is not None:
            self.decisions.answer(answer)

    def _edited_outside(self, edit: OutsideEdit) -> None:
        self._not_taken_over |= edit.pair_ids
        self._taking_over.do(self._take_over())
        if edit.message is not None:
            self.notice.emit(edit.message)
        if edit.accident is not None:
            blind = self.opened is not None and self.opened.blind is not None
            self.accident.emit(without_ids_of_rows(edit.accident) if blind else edit.accident)
        if edit.overruled:
            self.overruled.emit(edit.overruled)

    def _take_over(self) -> Work[None]:
        """Take over and announce the rows that others changed, some at a time."""
        while self._not_taken_over:
            some = list(islice(self._not_taken_over, _SOME))
            self._not_taken_over.difference_update(some)
            for pair_id in some:
                self._row_changed(pair_id)
                self.navigation.changed_elsewhere(pair_id)
            self.states_changed.emit(frozenset(some))
            yield
