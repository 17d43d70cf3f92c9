"""The review session: which pair is in the window, and how it was labelled.

The session decides; the window only shows and asks, and the store writes.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from PySide6.QtCore import QObject, Signal

from ..labels import Decision, Judged, Label, OutsideEdit, SaveState
from .decisions import Decisions
from .freshness import Freshness, Judgement, hashes_of
from .opening import Opened
from .order import Order
from .pair_session import PairSession
from .reading import Reading
from .turns import Steps, Turns
from .worker_link import WorkerLink

_SOME = 200  # rows changed by others that are taken over at a time: a few milliseconds


class ReviewSession(PairSession):
    """One pair list with its labels: the way from pair to pair, and every decision on it."""

    states_changed = Signal(object)  # frozenset of the ids of pairs, some of many at a time
    label_journalled = Signal()  # safe, and on its way into the label file
    label_saved = Signal()
    label_kept_in_journal = Signal(str)
    save_failed = Signal(str)
    all_labelled = Signal()
    stayed_at_pair = Signal()  # a decision on the current pair was undone or brought back

    def __init__(self, parent: QObject | None = None, link: WorkerLink | None = None) -> None:
        """*link* is a worker process that was started before the window; None starts one."""
        super().__init__(parent, link)
        self._not_taken_over: set[str] = set()  # pairs whose rows other programs changed
        self._taking_over: Turns[None] = Turns(self)
        self._freshness = Freshness(self)
        self._freshness.changed.connect(self._found_changed)
        self._freshness.fault.connect(self.fault)

    def open(self, opened: Opened, reading: Reading, place: str | None = None) -> None:
        """Review *opened* from now on, beginning at the pair with the id *place*."""
        self.close_list()
        self.opened = opened
        self.book = opened.book
        self.reading = reading
        self.decisions = Decisions(opened.store, self)
        self.decisions.changed.connect(self._row_changed)
        self.decisions.changed.connect(lambda _id: self.label_journalled.emit())
        self.decisions.changed.connect(self.label_changed)
        self.decisions.refused.connect(self.save_failed)
        self.decisions.state_changed.connect(self._save_state_changed)
        self.decisions.edited_outside.connect(self._edited_outside)
        self.decisions.retry()  # bring the label file up to what was replayed
        self.order = Order(range(len(self.pairs)))
        self.list_opened.emit()
        start = self.book.index_of(place) if place else None
        if start is None:
            start = self.book.first_open or 0
        self.go_to(start)
        self._freshness.look(self.book)
        for warning in (*opened.pairs.notices, *opened.report.warnings):
            self.notice.emit(warning)

    def close_list(self) -> None:
        """Let go of the list: write what is to be written, forget the pairs."""
        self._freshness.close()
        self._taking_over.stop()
        self._not_taken_over.clear()
        if self.decisions is not None:
            self.decisions.close()
            self.decisions.blockSignals(True)  # what its thread announced meanwhile is stale
            self.decisions.deleteLater()
        self._preparer.forget()
        self.opened = self.book = self.decisions = self.current_index = None
        self.documents = self.comparison = None

    def close(self) -> None:
        """End everything that runs for this session."""
        self._preparer.close()
        self.close_list()

    def step(self, by: int) -> None:
        """Go to the next pair on screen (+1) or the one before (-1)."""
        index = self.order.step(by)
        if index is not None:
            self.go_to(index)
        elif by > 0:
            self.notice.emit(self.tr("This is the last pair of the list."))
        else:
            self.notice.emit(self.tr("This is the first pair of the list."))

    def next_unlabelled(self) -> None:
        """Go to the next pair without a label; at the end begin again at the top."""
        index = self._next_open()
        if index is None and self._taking_over.busy:  # before saying that all are labelled
            self._taking_over.finish()
            index = self._next_open()
        if index is not None:
            self.go_to(index)
        elif self.current_index is not None and self._is_open(self.current_index):
            self.notice.emit(self.tr("This is the only pair left without a label."))
        else:
            self.all_labelled.emit()

    def _next_open(self) -> int | None:
        return self.book.next_open(self.order.stretches()) if self.book is not None else None

    def set_label(self, label: Label) -> bool:
        """Label the current pair and go on to the next unlabelled one; False where refused."""
        pair, decisions = self.current_pair, self.decisions
        if pair is None or decisions is None or self.documents is None:
            return False
        if not decisions.label(pair, label, self._judged()):
            return False
        index = self.current_index
        if self.book is not None and index is not None and self.book.mark_changed(index, False):
            self.label_changed.emit(pair.id)
        self.next_unlabelled()
        return True

    def set_flag(self, on: bool) -> bool:
        """Flag the current pair, or take its flag off."""
        pair, decisions = self.current_pair, self.decisions
        return bool(pair and decisions and decisions.flag(pair, on, self._judged()))

    def set_note(self, text: str, pair_id: str) -> bool:
        """Keep *text* as the note of the pair with this id."""
        index = self.book.index_of(pair_id) if self.book is not None else None
        if index is None or self.decisions is None:
            return False
        judged = self._judged() if index == self.current_index else Judged()
        kept = self.decisions.note(self.pairs[index], text, judged)
        self._note_refused = not kept
        return kept

    def undo(self) -> Decision | None:
        """Take back the last decision and go back to its pair."""
        return self._back_to(self.decisions.undo() if self.decisions is not None else None)

    def redo(self) -> Decision | None:
        """Bring back what was undone last and go to its pair."""
        return self._back_to(self.decisions.redo() if self.decisions is not None else None)

    def _back_to(self, decision: Decision | None) -> Decision | None:
        if decision is not None and self.book is not None:
            index = self.book.index_of(decision.pair_id)
            if index is not None and index != self.current_index:
                self.go_to(index)
            elif index is not None:
                self.stayed_at_pair.emit()
        return decision

    def _found_changed(self, found: Sequence[Judgement]) -> None:
        """Mark pairs whose documents changed; those labelled anew meanwhile are judged as now."""
        book = self.book
        if book is None:
            return
        for judged in found:
            row = book.row(judged.index)
            still = row is not None and row.label is not None and hashes_of(row) == judged.hashes
            if still and book.mark_changed(judged.index, True):
                self.label_changed.emit(book.ids[judged.index])

    def _judged(self) -> Judged:
        reference, candidate = self.documents or (None, None)
        similarity = self.comparison.similarity if self.comparison is not None else None
        return Judged(
            reference_sha256=reference.sha256 if reference is not None else "",
            candidate_sha256=candidate.sha256 if candidate is not None else "",
            shown_swapped=self.swapped,
            verbatim=similarity.verbatim if similarity is not None else None,
            with_substitutions=similarity.with_substitutions if similarity is not None else None,
        )

    def _save_state_changed(self, state: SaveState) -> None:
        if state.kind.value == "saved":
            self.label_saved.emit()
        elif state.kind.value == "failed":
            self.save_failed.emit(state.message)
        else:
            self.label_kept_in_journal.emit(state.message)

    def _row_changed(self, pair_id: str) -> None:
        index = self.book.index_of(pair_id) if self.book is not None else None
        if self.book is not None and index is not None:
            self.book.look_again(index)

    def _edited_outside(self, edit: OutsideEdit) -> None:
        self._not_taken_over |= edit.pair_ids
        self._taking_over.do(self._take_over())
        if edit.message:
            self.notice.emit(edit.message)

    def _take_over(self) -> Steps[None]:
        """Look at the rows that others changed, some of them at a time, and announce those."""
        while self._not_taken_over:
            some = list(islice(self._not_taken_over, _SOME))
            self._not_taken_over.difference_update(some)
            for pair_id in some:
                self._row_changed(pair_id)
            self.states_changed.emit(frozenset(some))
            yield
