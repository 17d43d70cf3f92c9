"""The pair in the window, read and compared, the likely next ones, and the way to them.

Everything here happens in Qt's thread; reading and comparing happen in the worker process and
come back as signals.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from ..compare import Comparison, rounded_share
from ..documents import Document, shown_name
from ..documents.web_addresses import dated, is_address
from ..labels import Judged, Pair
from ..labels.blind import blinded, told
from ..messages import Message
from ..messages.about_pairs import AboutReview
from .background import Turns
from .opening import Opened
from .pair_book import PairBook
from .pair_order import Order
from .preparing import Prepared, Preparer
from .protocol import Reading, Request, Sides, Stamp, request_to_show
from .worker_link import WorkerLink

_IN_A_ROW = 5  # pairs that cannot be read, after which it may be the disk that is gone
_NAMED = 3  # pairs that were passed over
_AHEAD = 3  # unlabelled pairs that are prepared before their turn
_OWED = 3  # labelled ones, behind them, whose label came before their comparison


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
        """Have the pair at *index* compared although it is not in the window any more.

        It was labelled before that; ``owed_ready`` follows, unless it cannot be compared.
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

    def judged(self) -> Judged:
        """Return what a decision on the pair is made on: hashes, order on screen, similarity."""
        if self.comparison is not None:
            return judged_on(self.comparison)._replace(**self._shown())
        reference, candidate = self.documents or self.sides
        return Judged(
            reference_sha256=reference.sha256 if reference is not None else "",
            candidate_sha256=candidate.sha256 if candidate is not None else "",
        )._replace(**self._shown())

    def _shown(self) -> dict[str, Any]:
        """Return how the pair is shown, as a ``Judged`` has it."""
        blind = self._book.blind if self._book is not None else None
        return {
            "shown_swapped": self.swapped,
            "blind": told(blind, marks=self.unmarked and self.index not in self._seen_marked),
            "seed": None if blind is None else blind.seed,
        }

    @property
    def hides_figures(self) -> bool:
        """True where the reader is not to see how alike the documents are."""
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
        owed = islice((i for i in self._owed if self._pairs[i].problem is None), _OWED)
        return [*likely, *(index for index in neighbours if index is not None), *owed]

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
        self.problem = self._pairs[self.index].problem or prepared.problem
        if self._book.blind is not None:
            self.problem = blinded(self.problem)
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
        """What was owed came, or nothing can come."""
        self._owed.pop(index, None)
        if prepared.comparison is not None:
            self.owed_ready.emit(index, prepared.comparison)

    def _look_whether_changed(self, index: int, reference: Document, candidate: Document) -> None:
        if self._book is not None and self._book.judged(index, reference, candidate):
            self.state_changed.emit(self._pairs[index].id)


class Way(QObject):
    """The ways from the pair in the window to another one of the list.

    A step leads along the order on the screen, a label where ``after_label`` says: to the next
    pair without one ("unlabelled"), to the next one in the order ("next"), or nowhere ("stay").
    """

    notice = Signal(object)  # Message
    all_labelled = Signal()

    def __init__(
        self, pair: CurrentPair, taking_over: Turns[None], go: Callable[[int, bool], object]
    ) -> None:
        """*go* is called with the pair to go to, and whether the search for an open one found it.

        *taking_over* is the work on rows that other programs changed: before it is done nobody
        knows whether all are labelled.
        """
        super().__init__(pair)
        self.after_label = "unlabelled"
        self._pair = pair
        self._taking_over = taking_over
        self._go = go
        self._book: PairBook | None = None
        self._order = Order(())
        self._led_to: int | None = None  # the pair that the search for an unlabelled one found
        self._led_on = 0  # to how many in a row that could not be read
        # What the present way passed over: the first pairs, how many, and whose id stands twice.
        self._passed: tuple[list[int], int, int] = ([], 0, 0)
        self._may_end = True  # at the end page, where it finds none
        pair.failed.connect(self._led_to_unreadable, Qt.ConnectionType.QueuedConnection)
        for signal in (pair.comparison_ready, pair.read_again, pair.reading_changed):
            signal.connect(self._stay)

    def open_list(self, book: PairBook, order: Order) -> None:
        """Lead among the pairs of *book* from now on, along *order*."""
        self._book, self._order = book, order

    def close_list(self) -> None:
        """Lead nowhere."""
        self._book = None

    def arrive(self, index: int, led: bool) -> None:
        """The pair at *index* comes into the window; *led* is as it was given to *go*."""
        self._led_to = index if led else None
        self._order.go_to(index)

    def step(self, by: int) -> None:
        """Go to the next pair on screen (+1) or the one before (-1)."""
        index = self._order.step(by)
        if index is not None:
            self._go(index, False)
        elif by > 0:
            self.notice.emit(Message(AboutReview.LAST_PAIR))
        else:
            self.notice.emit(Message(AboutReview.FIRST_PAIR))

    def begin_order(self) -> None:
        """Go to the first pair on screen that has no label, if there is one."""
        index = self._book.next_open((self._order.all(),)) if self._book is not None else None
        if index is not None and index != self._pair.index:
            self.begin_at(index)

    def begin_at_top(self) -> None:
        """Go to the first pair on screen, whether it has a label or not."""
        index = next(iter(self._order.all()), None)
        if index is not None and index != self._pair.index:
            self._go(index, False)

    def begin_at(self, index: int) -> None:
        """Go to the pair at *index*, or to the next one that can be read."""
        self._led_on, self._may_end = 0, False
        self._passed = [], 0, 0
        self._go(index, True)

    def next_unlabelled(self) -> None:
        """Go to the next pair without a label; at the end begin again at the top.

        Pairs that cannot be read are passed over, which ``notice`` says, also where that comes
        out only when one is opened. ``all_labelled`` follows when no other pair is left.
        """
        self._led_on, self._may_end = 0, True
        self._passed = [], 0, 0
        self._lead_on()

    def from_label(self, pair_id: str, corrects: bool) -> Callable[[], object] | None:
        """Return where a label of the pair with this id leads, or what is said; None for nothing.

        One that *corrects* another label leads on in the order, never elsewhere.
        """
        if self.after_label == "stay":
            return None if corrects else self._say_none_left
        if corrects or self.after_label == "next":
            return self._next_in_order
        pair = self._pair.pair
        if pair is not None and pair.id == pair_id and self._pair.problem is not None:
            return self._next_to_finish
        return self.next_unlabelled

    def _say_none_left(self) -> None:
        """Say so when the last pair is labelled and the window stays at it."""
        if self._next_open() is None and not self._taking_over.busy:
            self.notice.emit(Message(AboutReview.NONE_LEFT))

    def _next_in_order(self) -> None:
        """Go to the next pair on screen; at its end say so, or that nothing is left."""
        index = self._order.step(1)
        if index is not None:
            self._go(index, False)
        elif self._next_open() is None:
            self.all_labelled.emit()
        else:
            self.notice.emit(Message(AboutReview.LAST_PAIR))

    def _next_to_finish(self) -> None:
        """Go to the next pair without a label, and to those that cannot be read when none is left.

        Who calls one of these unusable is at finishing the list.
        """
        if self._book is not None and self._next_open() is None and not self._taking_over.busy:
            left = self._book.without_label(1)
            if left:
                self._go(left[0], False)
                return
        self.next_unlabelled()

    def _lead_on(self, *past: int) -> None:
        """Go to the next pair without a label; say what was passed over, as *past* was."""
        index = self._next_open()
        if index is None and self._taking_over.busy:  # before saying that all are labelled
            self._taking_over.finish()
            index = self._next_open()
        if index is not None:
            self._say_passed_over(index, *past)
            self._go(index, True)
        elif self._pair.index is not None and self._is_open(self._pair.index):
            self.notice.emit(Message(AboutReview.ONLY_OPEN_PAIR))
        elif self._may_end:
            self.all_labelled.emit()

    def _led_to_unreadable(self, _problem: Message) -> None:
        """The way to the next unlabelled pair led to one that cannot be read: go on."""
        index, book = self._pair.index, self._book
        if index is None or index != self._led_to or book is None or self._pair.problem is None:
            return
        self._led_to = None
        self._led_on += 1
        if self._led_on < _IN_A_ROW and len(book.pairs) > 1:
            self._lead_on(index)

    def _stay(self) -> None:
        self._led_to = None  # read again it may fail, and that is to be seen

    def _say_passed_over(self, index: int, *past: int) -> None:
        """Say which pairs before *index* were passed over as they cannot be read.

        Of some of them that comes out one after the other; each time all of the way are said.
        """
        if self._book is None:
            return
        on_the_way = (past, *self._order.stretches())
        found, count, twice = self._book.pass_over(on_the_way, index, _NAMED)
        if not count:
            return
        named = [*self._passed[0], *found][:_NAMED]
        count, twice = count + self._passed[1], twice + self._passed[2]
        self._passed = named, count, twice
        ids = [shown_name(self._book.title(one)) for one in named]
        if count == 1:
            code = AboutReview.DOUBLE_PASSED_OVER if twice else AboutReview.PASSED_OVER
            why = self._book.state(named[0]).problem or ""
            self.notice.emit(Message(code, id=ids[0], clause=why))
        else:
            listed = ", ".join(ids) + (", …" if count > len(ids) else "")
            code = AboutReview.PASSED_OVER_MIXED if twice else AboutReview.PASSED_OVER_MANY
            code = AboutReview.DOUBLES_PASSED_OVER if twice == count else code
            self.notice.emit(Message(code, count=count, ids=listed))

    def _next_open(self) -> int | None:
        return self._book.next_open(self._order.stretches()) if self._book is not None else None

    def _is_open(self, index: int) -> bool:
        return self._book is not None and self._book.is_open(index)


def judged_on(comparison: Comparison) -> Judged:
    """Return the hashes of what was compared, and how alike it is."""
    shares = comparison.similarity[:2]
    verbatim, substituted = (None if one is None else rounded_share(one) for one in shares)
    return Judged(
        comparison.reference.sha256,
        comparison.candidate.sha256,
        verbatim=verbatim,
        with_substitutions=substituted,
    )
