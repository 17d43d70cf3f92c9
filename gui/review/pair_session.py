"""Which pair is in the window, and what is known of it.

Everything here happens in Qt's thread; reading and comparing happen in the worker process and
come back as signals.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import islice

from PySide6.QtCore import QObject, Signal

from ..compare import Comparison, FurnitureItem
from ..documents import Document
from ..labels import LabelRow, Pair
from ..messages import Message
from .decisions import Decisions
from .opening import Opened
from .pair_book import PairBook
from .pair_order import Order
from .preparing import Prepared, Preparer
from .protocol import Request, Stamp
from .reading_options import Reading, request_for
from .worker_link import WorkerLink

_AHEAD = 3  # unlabelled pairs that are prepared before their turn


class PairSession(QObject):
    """One pair of a list in the window: read, compared, and prepared ahead."""

    list_opened = Signal()
    leaving = Signal()  # the last moment to keep a note for the current pair
    pair_changed = Signal(int)  # index in the list; its documents follow
    pair_awaited = Signal()  # they were not prepared and take a moment
    beginnings_ready = Signal(object, object)  # of very long ones, to be read meanwhile
    documents_ready = Signal(object, object)  # reference, candidate
    comparison_ready = Signal(object)
    pair_failed = Signal(object)  # Message: why there is no comparison
    label_changed = Signal(str)  # pair id: label, flag or note
    notice = Signal(object)  # Message
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
        self.furniture: tuple[FurnitureItem, ...] = ()  # of the comparison
        self.problem: Message | str | None = None
        self._wish: Callable[[], object] | None = None  # once what was decided is on the disk
        self._parting = False  # from the list: nothing more is decided on it
        self._preparer = Preparer(self._request, self, link)
        self._preparer.beginnings_ready.connect(self._beginnings_read)
        self._preparer.documents_ready.connect(self._documents_read)
        self._preparer.ready.connect(self._pair_prepared)
        self._preparer.fault.connect(self.fault)

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

    def go_to(self, index: int) -> None:
        """Bring the pair at *index* into the window, once all that was decided is on the disk.

        Stays where something could not be kept.
        """
        if 0 <= index < len(self.pairs) and not self._parting:
            self.leaving.emit()
            self._when_kept(partial(self._go, index))

    def _go(self, index: int) -> None:
        if self.decisions is not None and self.current_pair is not None:
            self.decisions.leave(self.current_pair)
        self.current_index = index
        self.order.go_to(index)
        self.swapped = False
        self._show()

    def reload(self) -> None:
        """Read the current pair from disk again."""
        if self.current_index is not None and self.book is not None:
            self._readable(self.current_index)
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
        self.read_otherwise(self.reading._replace(whole_page=on))

    def read_repaired(self, on: bool) -> None:
        """Show text that was decoded wrongly before it came here as it was meant, or as it is."""
        self.read_otherwise(self.reading._replace(repair=on))

    def watched_paths(self) -> list[str]:
        """The documents of the pair in the window that are files."""
        return [path for path in self._source_paths() if path is not None]

    def read_stamps(self) -> dict[str, Stamp]:
        """The stamps under which those files were read, by path, as far as they are."""
        known = None if self.current_index is None else self._preparer.known(self.current_index)
        if known is None or known.stamps is None:
            return {}
        read = zip(self._source_paths(), known.stamps, strict=True)
        return {path: then for path, then in read if path is not None}

    def _index_of(self, pair_id: str) -> int | None:
        """Return which pair of the list has this id; None where there is none, or no list."""
        return self.book.index_of(pair_id) if self.book is not None else None

    def _is_open(self, index: int) -> bool:
        return self.book is not None and self.book.is_open(index)

    def _when_kept(self, step: Callable[[], object]) -> None:
        """Do *step* now, or after what is on its way to the disk; a later wish replaces it."""
        if self.decisions is not None and self.decisions.waiting:
            self._wish = step
        else:
            step()

    def _show(self) -> None:
        index = self.current_index
        if index is None:
            return
        self.documents = self.comparison = None
        self.problem = None
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
        book, stretches = self.book, self.order.stretches()
        likely = islice(book.open_among(stretches), _AHEAD) if book is not None else ()
        neighbours = (self.order.step(1), self.order.step(-1))
        return [*likely, *(index for index in neighbours if index is not None)]

    def _request(self, index: int) -> Request | None:
        if self.opened is None or not 0 <= index < len(self.pairs):
            return None
        return request_for(self.pairs[index], self.opened.pairs.folder, self.reading)

    def _source_paths(self) -> tuple[str | None, str | None]:
        """Where the documents of the pair in the window are; None for a text of the list."""
        request = None if self.current_index is None else self._request(self.current_index)
        if request is None:
            return (None, None)
        return (request.reference.path, request.candidate.path)

    def _beginnings_read(self, index: int, reference: Document, candidate: Document) -> None:
        if index == self.current_index:
            self.beginnings_ready.emit(reference, candidate)

    def _documents_read(self, index: int, reference: Document, candidate: Document) -> None:
        if index == self.current_index:
            self._look_whether_changed(index, reference, candidate)
            self.documents = (reference, candidate)
            self.documents_ready.emit(reference, candidate)

    def _pair_prepared(self, index: int, prepared: Prepared) -> None:
        if index != self.current_index:
            return
        if prepared.comparison is None:
            if prepared.problem is not None:
                self._fail(prepared.problem)
            return
        comparison = prepared.comparison
        self._look_whether_changed(index, comparison.reference, comparison.candidate)
        self.documents = (comparison.reference, comparison.candidate)
        self.comparison = comparison
        self.furniture = prepared.furniture
        if self.book is not None:
            self.book.unreadable(index, None)  # whatever was found when the list was read
            self.book.compared(index, comparison)
            self._readable(index)
        self.comparison_ready.emit(comparison)

    def _readable(self, index: int) -> None:
        if self.book is not None and self.book.unreadable(index, None):
            self.label_changed.emit(self.pairs[index].id)

    def _fail(self, problem: Message | str) -> None:
        self.problem = problem
        if self.book is not None and self.current_index is not None:
            self.book.unreadable(self.current_index, problem)
            self.label_changed.emit(self.pairs[self.current_index].id)
        self.pair_failed.emit(problem)

    def _look_whether_changed(self, index: int, reference: Document, candidate: Document) -> None:
        if self.book is not None and self.book.judged(index, reference, candidate):
            self.label_changed.emit(self.pairs[index].id)
