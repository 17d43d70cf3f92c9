"""The review session: which pair is in the window, what is known of it, how it was labelled.

Everything here happens in Qt's thread; reading, comparing and writing happen elsewhere and
come back as signals. The session decides, the window only shows and asks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from PySide6.QtCore import QObject, Signal

from ..compare import Comparison
from ..documents import Document
from ..labels import Decision, Judged, Label, LabelRow, OutsideEdit, Pair, SaveState
from .decisions import Decisions
from .opening import Opened
from .order import Order
from .pair_book import PairBook
from .preparing import Prepared, Preparer
from .reading import Reading, request_for
from .worker import Request
from .worker_link import WorkerLink

_AHEAD = 3  # unlabelled pairs that are prepared before their turn


class ReviewSession(QObject):
    """One pair list with its labels, one pair of it in the window."""

    list_opened = Signal()
    leaving = Signal()  # the last moment to keep a note for the current pair
    pair_changed = Signal(int)  # index in the list; its documents follow
    pair_awaited = Signal()  # they were not prepared and take a moment
    documents_ready = Signal(object, object)  # reference, candidate
    comparison_ready = Signal(object)
    pair_failed = Signal(str)  # why there is no comparison, in one sentence
    label_changed = Signal(str)  # pair id: label, flag or note
    states_changed = Signal()  # many pairs at once
    label_journalled = Signal()  # safe, and on its way into the label file
    label_saved = Signal()
    label_kept_in_journal = Signal(str)
    save_failed = Signal(str)
    all_labelled = Signal()
    notice = Signal(str)
    fault = Signal(str)  # for the log

    def __init__(self, parent: QObject | None = None, link: WorkerLink | None = None) -> None:
        """*link* is a worker process that was started before the window; None starts one."""
        super().__init__(parent)
        self.opened: Opened | None = None
        self.book: PairBook | None = None
        self.decisions: Decisions | None = None
        self.order = Order(())
        self.reading = Reading()
        self.swapped = False
        self.current_index: int | None = None
        self.documents: tuple[Document, Document] | None = None
        self.comparison: Comparison | None = None
        self.problem = ""
        self._note_refused = False
        self._preparer = Preparer(self._request, self, link)
        self._preparer.documents_ready.connect(self._documents_read)
        self._preparer.ready.connect(self._pair_prepared)
        self._preparer.fault.connect(self.fault)

    # --- the list ---------------------------------------------------------------------------

    def open(self, opened: Opened, reading: Reading, place: str | None = None) -> None:
        """Review *opened* from now on, beginning at the pair with the id *place*."""
        self.close_list()
        self.opened = opened
        self.book = PairBook(opened)
        self.reading = reading
        self.decisions = Decisions(opened.store, self)
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
            start = 0 if self._is_open(0) else next(self.order.following(self._is_open), 0)
        self.go_to(start)
        for warning in (*opened.pairs.notices, *opened.report.warnings):
            self.notice.emit(warning)

    def close_list(self) -> None:
        """Let go of the list: write what is to be written, forget the pairs."""
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

    @property
    def pairs(self) -> Sequence[Pair]:
        """The pairs of the list; empty before one is open."""
        return self.opened.pairs.pairs if self.opened is not None else ()

    @property
    def current_pair(self) -> Pair | None:
        """The pair in the window."""
        return None if self.current_index is None else self.pairs[self.current_index]

    def row(self) -> LabelRow | None:
        """What the annotator decided about the current pair."""
        if self.book is None or self.current_index is None:
            return None
        return self.book.row(self.current_index)

    # --- from pair to pair ------------------------------------------------------------------

    def go_to(self, index: int) -> None:
        """Bring the pair at *index* into the window; stays where a note could not be kept."""
        if not 0 <= index < len(self.pairs) or not self._leave():
            return
        self.current_index = index
        self.order.go_to(index)
        self.swapped = False
        self._show()

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
        index = next(self.order.following(self._is_open), None)
        if index is not None:
            self.go_to(index)
        elif self.current_index is not None and self._is_open(self.current_index):
            self.notice.emit(self.tr("This is the only pair left without a label."))
        else:
            self.all_labelled.emit()

    def reload(self) -> None:
        """Read the current pair from disk again."""
        if self.current_index is not None and self.book is not None:
            self.book.unreadable(self.current_index, "")
            self._preparer.forget(self.current_index)
            self._show()

    def read_otherwise(self, reading: Reading) -> None:
        """Options or the way of reading changed: compare again what is in the window."""
        if reading != self.reading:
            self.reading = reading
            self._preparer.forget()
            if self.current_index is not None:
                self._show()

    def read_whole_pages(self, on: bool) -> None:
        """Show web pages with their menus and footers, or the article alone."""
        self.read_otherwise(replace(self.reading, whole_page=on))

    def read_repaired(self, on: bool) -> None:
        """Show text that was decoded wrongly before it came here as it was meant, or as it is."""
        self.read_otherwise(replace(self.reading, repair=on))

    def watched_paths(self) -> list[str]:
        """The files whose changes matter now: the two documents and the label file."""
        if self.opened is None:
            return []
        request = None if self.current_index is None else self._request(self.current_index)
        sources = (request.reference.path, request.candidate.path) if request is not None else ()
        return [str(self.opened.labels_path), *(path for path in sources if path is not None)]

    def _is_open(self, index: int) -> bool:
        return self.book is not None and self.book.is_open(index)

    def _leave(self) -> bool:
        self._note_refused = False
        self.leaving.emit()
        if self.decisions is not None and self.current_pair is not None:
            self.decisions.leave(self.current_pair)
        return not self._note_refused

    def _show(self) -> None:
        index = self.current_index
        if index is None:
            return
        self.documents = self.comparison = None
        self.problem = ""
        self.pair_changed.emit(index)
        problem = self.pairs[index].problem
        known = self._preparer.want(index, self._ahead())
        if problem is not None:
            self._fail(problem)
        elif known is not None:
            self._pair_prepared(index, known)
        else:
            self.pair_awaited.emit()

    def _ahead(self) -> list[int]:
        likely = list(islice(self.order.following(self._is_open), _AHEAD))
        neighbours = (self.order.step(1), self.order.step(-1))
        return [*likely, *(index for index in neighbours if index is not None)]

    def _request(self, index: int) -> Request | None:
        if self.opened is None or not 0 <= index < len(self.pairs):
            return None
        return request_for(self.pairs[index], self.opened.pairs.folder, self.reading)

    def _documents_read(self, index: int, reference: Document, candidate: Document) -> None:
        if index == self.current_index:
            self._look_whether_changed(index, reference, candidate)
            self.documents = (reference, candidate)
            self.documents_ready.emit(reference, candidate)

    def _pair_prepared(self, index: int, prepared: Prepared) -> None:
        if index != self.current_index:
            return
        if prepared.comparison is None:
            self._fail(prepared.problem)
            return
        comparison = prepared.comparison
        self._look_whether_changed(index, comparison.reference, comparison.candidate)
        self.documents = (comparison.reference, comparison.candidate)
        self.comparison = comparison
        if self.book is not None:
            self.book.compared(index, comparison)
        self.comparison_ready.emit(comparison)

    def _fail(self, problem: str) -> None:
        self.problem = problem
        if self.book is not None and self.current_index is not None:
            self.book.unreadable(self.current_index, problem)
            self.label_changed.emit(self.pairs[self.current_index].id)
        self.pair_failed.emit(problem)

    def _look_whether_changed(self, index: int, reference: Document, candidate: Document) -> None:
        if self.book is not None and self.book.judged(index, reference, candidate):
            self.label_changed.emit(self.pairs[index].id)

    # --- decisions --------------------------------------------------------------------------

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
        return decision

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

    def _edited_outside(self, edit: OutsideEdit) -> None:
        self.states_changed.emit()
        if edit.message:
            self.notice.emit(edit.message)
