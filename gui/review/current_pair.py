"""The pair in the window, read and compared, and the likely next ones.

Everything here happens in Qt's thread; reading and comparing happen in the worker process and
come back as signals.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Any

from PySide6.QtCore import QObject, Signal

from ..compare import Comparison, rounded_share
from ..documents import Document
from ..documents.web.web_addresses import dated, is_address
from ..labels import DecisionContext, Pair
from ..labels.pairs.blind import what_was_hidden
from ..messages import Message
from .opening.opening import Opened
from .pair_list.pair_book import PairBook
from .pair_list.pair_order import Order
from .preparing.preparing import Prepared, Preparer
from .preparing.protocol import Reading, Request, Sides, Stamp, request_to_show
from .preparing.worker_link import WorkerLink

_AHEAD = 3  # unlabelled pairs that are prepared before their turn


class CurrentPair(QObject):
    """The pair of the open list that is in the window, and what is known of it."""

    changed = Signal(int)  # index in the list; the documents follow
    awaited = Signal()  # they were not prepared and take a moment
    beginnings_ready = Signal(object, object)  # of very long ones, to be read meanwhile
    documents_ready = Signal(object, object)  # reference, candidate
    comparison_ready = Signal(object)
    owed_ready = Signal(int, object)  # index, comparison: see owe
    failed = Signal(object)  # Message: why there is no comparison
    state_changed = Signal(str)  # pair id: it can be read now, or no longer, or it changed
    read_again = Signal()  # the pair in the window is about to be
    reading_changed = Signal()  # documents are read or compared otherwise from now on
    fault = Signal(str)  # for the log

    def __init__(self, parent: QObject, link: WorkerLink | None = None) -> None:
        """*link* is a worker process that was started before the window; None starts one."""
        super().__init__(parent)
        self.index: int | None = None
        self.documents: tuple[Document, Document] | None = None
        self.comparison: Comparison | None = None
        self.problem: Message | None = None
        self.sides: Sides = (None, None)  # what can be read of a pair with a problem
        self.swapped = False
        self.unmarked = False  # the marks are switched off
        self._seen_marked: set[int] = set()  # pairs that were seen with them
        self.reading = Reading()
        self._opened: Opened | None = None
        self._order = Order(())
        self._owed: dict[int, None] = {}  # in the order in which they were labelled
        self._preparer = Preparer(self._request, self, link)
        self._preparer.beginnings_ready.connect(self._beginnings_read)
        self._preparer.documents_ready.connect(self._documents_read)
        self._preparer.ready.connect(self._pair_prepared)
        self._preparer.ready_ahead.connect(self._prepared_ahead)
        self._preparer.fault.connect(self.fault)

    @property
    def pair(self) -> Pair | None:
        """The pair itself; None before one was shown."""
        if self.index is None:
            return None
        return self._pairs[self.index]

    def open_list(self, opened: Opened, order: Order, reading: Reading) -> None:
        """Show pairs of *opened* from now on; those next in *order* are prepared ahead."""
        self._opened, self._order, self.reading = opened, order, reading
        self._owed = dict.fromkeys(opened.book.without_similarities)

    def close_list(self) -> None:
        """Forget the list and what is known of its pairs."""
        self._preparer.forget()
        self._opened, self._order = None, Order(())
        self._owed.clear()
        self._seen_marked.clear()
        self.index = self.documents = self.comparison = None
        self.sides = (None, None)

    def close(self) -> None:
        """End the worker process."""
        self._preparer.close()

    def show(self, index: int) -> None:
        """Show the pair at *index*."""
        self.index = index
        self.swapped = self._book is not None and self._book.swapped(index)
        self._show()

    def reload(self, *, others: bool = False) -> None:
        """Read the current pair from disk again, and the *others* when their turn comes."""
        if self.index is not None and self._book is not None:
            self.read_again.emit()
            self._readable(self.index)
            self._preparer.forget(None if others else self.index)
            self._show()

    def owe(self, index: int) -> None:
        """Have the pair at *index* compared although it has left the window.

        It was labelled before its comparison was ready; ``owed_ready`` follows, unless it fails.
        """
        known = self._preparer.known(index)
        if known is None and self._pairs[index].problem is None:
            self._owed[index] = None
        elif known is not None and known.comparison is not None:
            self.owed_ready.emit(index, known.comparison)

    def read_otherwise(self, reading: Reading) -> None:
        """Compare the pair in the window again with other options or another way of reading."""
        if reading != self.reading:
            self.reading = reading
            self.reading_changed.emit()
            self._preparer.forget()
            if self.index is not None:
                self._show()

    def read_whole_pages(self, on: bool) -> None:
        """Show web pages with their menus and footers, or the article alone."""
        self.read_otherwise(self.reading._replace(whole_page=on))

    def read_repaired(self, on: bool) -> None:
        """Show text that was decoded wrongly before it was saved repaired, or as it is."""
        self.read_otherwise(self.reading._replace(repair=on))

    def watched_paths(self) -> list[str]:
        """The documents of the pair in the window that are files."""
        return [path for path in self._source_paths() if path is not None]

    def read_stamps(self) -> dict[str, Stamp]:
        """The stamps under which those files were read, by path, as far as they are."""
        known = None if self.index is None else self._preparer.known(self.index)
        if known is None or known.stamps is None:
            return {}
        read = zip(self._source_paths(), known.stamps, strict=True)
        return {path: then for path, then in read if path is not None}

    def context(self) -> DecisionContext:
        """Return what a decision on the pair is made on: hashes, order on screen, similarity."""
        if self.comparison is not None:
            return context_of(self.comparison)._replace(**self._shown())
        reference, candidate = self.documents or self.sides
        return DecisionContext(
            reference_sha256=reference.sha256 if reference is not None else "",
            candidate_sha256=candidate.sha256 if candidate is not None else "",
        )._replace(**self._shown())

    def context_at(self, index: int) -> DecisionContext:
        """Return what a decision on the pair at *index* is made on: nothing, for another pair."""
        return self.context() if index == self.index else DecisionContext()

    def _shown(self) -> dict[str, Any]:
        """Return how the pair is shown, as a ``DecisionContext`` has it."""
        blind = self._book.blind if self._book is not None else None
        return {
            "shown_swapped": self.swapped,
            "blind": what_was_hidden(
                blind, marks=self.unmarked and self.index not in self._seen_marked
            ),
            "seed": None if blind is None else blind.seed,
        }

    @property
    def hides_figures(self) -> bool:
        """True where the reader must not see how alike the documents are."""
        return self._book is not None and not self._book.shows_figures

    def saw_marks(self) -> None:
        """The pair in the window was shown with its marks."""
        if self.index is not None:
            self._seen_marked.add(self.index)

    def as_read(self) -> Pair | None:
        """Return the pair in the window; web pages are named by the snapshots that were read."""
        pair = self.pair
        if pair is None:
            return None
        reference, candidate = (
            name
            if document is None or document.snapshot is None or not is_address(name)
            else dated(name, document.snapshot.fetched)
            for name, document in zip(
                (pair.reference, pair.candidate), self.documents or self.sides, strict=True
            )
        )
        return pair._replace(reference=reference, candidate=candidate)

    @property
    def _pairs(self) -> Sequence[Pair]:
        return self._opened.pairs.pairs if self._opened is not None else ()

    @property
    def _book(self) -> PairBook | None:
        return self._opened.book if self._opened is not None else None

    def _show(self) -> None:
        index = self.index
        if index is None:
            return
        self.documents = self.comparison = None
        self.problem, self.sides = None, (None, None)
        self.changed.emit(index)
        known = self._preparer.want(index, self._ahead())
        if known is not None:
            self._pair_prepared(index, known)
        else:
            self.awaited.emit()

    def _ahead(self) -> list[int]:
        book, stretches = self._book, self._order.stretches()
        likely = islice(book.open_among(stretches), _AHEAD) if book is not None else ()
        neighbours = (self._order.step(1), self._order.step(-1))
        return [*likely, *(index for index in neighbours if index is not None), *self._next_owed()]

    def _next_owed(self) -> list[int]:
        """Return the labelled pair, if any, whose comparison is due; when it is there, the next."""
        due = (i for i in self._owed if i != self.index and self._pairs[i].problem is None)
        return [*islice(due, 1)]

    def _request(self, index: int) -> Request | None:
        if self._opened is None or not 0 <= index < len(self._pairs):
            return None
        return request_to_show(self._pairs[index], self._opened.pairs.folder, self.reading)

    def _source_paths(self) -> tuple[str | None, str | None]:
        """Where the documents of the pair in the window are; None for a text of the list."""
        request = None if self.index is None else self._request(self.index)
        if request is None:
            return (None, None)
        return (request.reference.path, request.candidate.path)

    def _beginnings_read(self, index: int, reference: Document, candidate: Document) -> None:
        if index == self.index:
            self.beginnings_ready.emit(reference, candidate)

    def _documents_read(self, index: int, reference: Document, candidate: Document) -> None:
        if index == self.index:
            self._look_whether_changed(index, reference, candidate)
            self.documents = (reference, candidate)
            self.documents_ready.emit(reference, candidate)

    def _pair_prepared(self, index: int, prepared: Prepared) -> None:
        if index != self.index:
            return
        self._owed.pop(index, None)
        if prepared.comparison is None:
            self._fail(prepared)
            return
        comparison = prepared.comparison
        self._look_whether_changed(index, comparison.reference, comparison.candidate)
        self.documents = (comparison.reference, comparison.candidate)
        self.comparison = comparison
        if self._book is not None:
            self._book.unreadable(index, None)  # whatever was found when the list was read
            self._book.measured(index, prepared.measures)
            self._readable(index)
        self.comparison_ready.emit(comparison)

    def _readable(self, index: int) -> None:
        if self._book is not None and self._book.unreadable(index, None):
            self.state_changed.emit(self._pairs[index].id)

    def _fail(self, prepared: Prepared) -> None:
        if self._book is None or self.index is None or prepared.problem is None:
            return
        # What the list says goes first: the rest may be why its documents cannot be shown.
        self.problem = self._book.explained(self._pairs[self.index].problem or prepared.problem)
        self.sides = prepared.sides
        self._book.unreadable(self.index, self.problem)
        self.state_changed.emit(self._pairs[self.index].id)
        self.failed.emit(self.problem)

    def _prepared_ahead(self, index: int, prepared: Prepared) -> None:
        if self._book is None or not 0 <= index < len(self._pairs):
            return
        if prepared.problem is not None:
            problem = self._pairs[index].problem or prepared.problem
            self._book.unreadable(index, problem)
            self.state_changed.emit(self._pairs[index].id)
        if index in self._owed:
            self._pay(index, prepared)
            self._preparer.then(self._ahead())

    def _pay(self, index: int, prepared: Prepared) -> None:
        """Announce a comparison that was owed, or give up waiting for it."""
        self._owed.pop(index, None)
        if prepared.comparison is not None:
            self.owed_ready.emit(index, prepared.comparison)

    def _look_whether_changed(self, index: int, reference: Document, candidate: Document) -> None:
        if self._book is not None and self._book.look_whether_changed(index, reference, candidate):
            self.state_changed.emit(self._pairs[index].id)


def context_of(comparison: Comparison) -> DecisionContext:
    """Return the hashes of what was compared, and how alike it is."""
    shares = comparison.similarity[:2]
    verbatim, substituted = (None if one is None else rounded_share(one) for one in shares)
    return DecisionContext(
        comparison.reference.sha256,
        comparison.candidate.sha256,
        verbatim=verbatim,
        with_substitutions=substituted,
    )
