"""The way through the list: from the pair in the window to another one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from ..documents import shown_name
from ..messages import Message
from ..messages.about_pairs import AboutReview
from .background import Turns
from .current_pair import CurrentPair
from .pair_list.pair_book import PairBook
from .pair_list.pair_order import Order

_IN_A_ROW = 5  # pairs that cannot be read, after which it may be the disk that is gone
_NAMED = 3  # pairs that were passed over
_AGAIN = 20  # milliseconds to the next look whether rows that others changed are known


class PairNavigation(QObject):
    """The ways from the pair in the window to another one of the list.

    A step follows the order on screen. A label leads where ``after_label`` says: to the next
    unlabelled pair ("unlabelled"), to the next one in the order ("next"), or nowhere ("stay").
    """

    notice = Signal(object)  # Message
    all_labelled = Signal()
    changed_outside = Signal()  # the row of the pair in the window: see labelled_meanwhile

    def __init__(
        self, pair: CurrentPair, taking_over: Turns[None], go: Callable[[int, bool], object]
    ) -> None:
        """*go* is called with a pair to show, and True if a search for an unlabelled one led there.

        *taking_over* is the work on rows that other programs changed: until it is done, nobody
        knows whether all pairs are labelled.
        """
        super().__init__(pair)
        self.after_label = "unlabelled"
        self._pair = pair
        self._taking_over = taking_over
        self._go = go
        self._book: PairBook | None = None
        self._order = Order(())
        self._seems_open = False  # the pair in the window, to who looked at it when it came
        self._led_to: int | None = None  # the pair that the search for an unlabelled one found
        self._led_on = 0  # to how many in a row that could not be read
        # What the current search passed over: the first pairs, how many, and how many repeat an id.
        self._passed: tuple[list[int], int, int] = ([], 0, 0)
        self._may_end = True  # at the end page, where it finds none
        # What somebody changed in 50,000 rows takes seconds: the window answers meanwhile.
        self._once_known = QTimer(self, singleShot=True, interval=_AGAIN)
        self._once_known.timeout.connect(lambda: self._lead_on(*self._past))
        self._past: tuple[int, ...] = ()
        pair.failed.connect(self._led_to_unreadable, Qt.ConnectionType.QueuedConnection)
        for signal in (pair.comparison_ready, pair.read_again, pair.reading_changed):
            signal.connect(self._stay)

    def open_list(self, book: PairBook, order: Order) -> None:
        """Move among the pairs of *book* from now on, along *order*."""
        self._book, self._order = book, order

    def close_list(self) -> None:
        """Forget the list; there is nowhere to go."""
        self._once_known.stop()
        self._book = None

    def arrive(self, index: int, led: bool) -> None:
        """Note that the pair at *index* is shown; *led* is as it was passed to *go*."""
        self._once_known.stop()
        self._led_to = index if led else None
        self._seems_open = self._label_of(index) is None
        self._order.go_to(index)

    def corrects(self) -> bool:
        """Return whether a label for the pair in the window would replace another one.

        False if the pair was ``labelled_meanwhile``: a reviewer who goes from one unlabelled pair
        to the next may not have noticed.
        """
        return not self._seems_open and self._has_label()

    @property
    def labelled_meanwhile(self) -> bool:
        """True if the pair had no label when it was shown, and was then labelled elsewhere."""
        return self._seems_open and self._has_label()

    def changed_here(self, pair_id: str) -> None:
        """Note that this window decided something about the pair with this id."""
        if self._is_here(pair_id):
            self._seems_open = not self._has_label()
            if self._seems_open:  # its label was taken back, and with it the way that waits
                self._once_known.stop()

    def changed_elsewhere(self, pair_id: str) -> None:
        """Note that another window or program changed the row of the pair with this id."""
        if self._is_here(pair_id):
            self.changed_outside.emit()

    def _is_here(self, pair_id: str) -> bool:
        pair = self._pair.pair
        return pair is not None and pair.id == pair_id

    def _has_label(self) -> bool:
        return self._pair.index is not None and self._label_of(self._pair.index) is not None

    def _label_of(self, index: int) -> str | None:
        row = self._book.row(index) if self._book is not None else None
        return row.label if row is not None else None

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
        """Go to the first unlabelled pair on screen, if there is one."""
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

        Unreadable pairs are passed over, even those that turn out to be unreadable only when they
        are opened; ``notice`` says so. ``all_labelled`` follows when no other pair is left.
        """
        self._led_on, self._may_end = 0, True
        self._passed = [], 0, 0
        self._lead_on()

    def from_label(self, pair_id: str, corrects: bool) -> Callable[[], object] | None:
        """Return what follows a label of the pair with this id; None to stay there.

        A label that *corrects* another one never leads out of the order.
        """
        if self.after_label == "stay":
            return None if corrects else self._say_none_left
        if corrects or self.after_label == "next":
            return self._next_in_order
        if self._is_here(pair_id) and self._pair.problem is not None:
            return self._next_to_finish
        return self.next_unlabelled

    def _say_none_left(self) -> None:
        """Say so when the last pair is labelled and the window stays at it."""
        if self._book is None or self._next_open() is not None or self._taking_over.busy:
            return
        if len(self._book.pairs) == 1:  # there is no end that a key would lead to
            self.all_labelled.emit()
        else:
            self.notice.emit(Message(AboutReview.NONE_LEFT))

    def _next_in_order(self) -> None:
        """Go to the next pair on screen; at the end, say so, or that nothing is left."""
        index = self._order.step(1)
        if index is not None:
            self._go(index, False)
        elif self._next_open() is None:
            self.all_labelled.emit()
        else:
            self.notice.emit(Message(AboutReview.LAST_PAIR))

    def _next_to_finish(self) -> None:
        """Go to the next unlabelled pair, and to unreadable ones when none is left.

        A reviewer who labels one of these unusable is finishing the list.
        """
        if self._book is not None and self._next_open() is None and not self._taking_over.busy:
            left = self._book.marks.without_label(1)
            if left:
                self._go(left[0], False)
                return
        self.next_unlabelled()

    def _lead_on(self, *past: int) -> None:
        """Go to the next unlabelled pair; say what was passed over, including *past*."""
        index = self._next_open()
        if index is None and self._taking_over.busy:  # before saying that all are labelled
            self._once_known.start()
            self._past = past
            return
        if index is not None:
            self._say_passed_over(index, *past)
            self._go(index, True)
        elif self._pair.index is not None and self._is_open(self._pair.index):
            self.notice.emit(Message(AboutReview.ONLY_OPEN_PAIR))
        elif self._may_end:
            self.all_labelled.emit()

    def _led_to_unreadable(self, _problem: Message) -> None:
        """Go on from an unreadable pair that the search for an unlabelled one led to."""
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
        """Say which pairs before *index* were passed over because they cannot be read.

        Some are found one after another; each message lists all that the search passed over.
        """
        if self._book is None:
            return
        on_the_way = (past, *self._order.stretches())
        found, count, twice = self._book.marks.pass_over(on_the_way, index, _NAMED)
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
