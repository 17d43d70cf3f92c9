"""Reads and compares pairs ahead of the reviewer, so that the next one is ready at once."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from ...compare import Comparison
from ...messages import Message
from ...messages.about_pairs import AboutReview
from ..background import invoker
from ..measures import Measures
from .protocol import Cancel, Documents, Failed, Found, Request, Sides, Stamp, WorkerAnswer
from .worker_link import QueuedLink, WorkerLink

_KEPT_PAIRS = 12
_KEPT_WORDS = 600_000  # of all pairs kept; the one in the window is kept whatever its length
_REST = 80  # milliseconds that the window has to paint a pair before the next ones are prepared
_GRACE = 250  # milliseconds that a worker has to drop a pair that is no longer wanted
_UNWANTED = -1  # in place of a key: the worker is busy with something that is no longer wanted
_PATIENCE = 120_000  # milliseconds after which a pair is given up


class Prepared(NamedTuple):
    """The result for a pair: its comparison, or the message that says why there is none.

    ``measures`` are those of the comparison. ``stamps`` are those of the files as they were read;
    None where that is not known. Where there is no comparison, ``sides`` has the documents that
    can be read all the same.
    """

    comparison: Comparison | None = None
    problem: Message | None = None
    stamps: tuple[Stamp, Stamp] | None = None
    sides: Sides = (None, None)
    measures: Measures | None = None

    @property
    def words(self) -> int:
        """The words of both documents, which determine how much memory the result takes."""
        if self.comparison is None:
            return sum(document.words for document in self.sides if document is not None)
        return self.comparison.reference.words + self.comparison.candidate.words


class _Compared(NamedTuple):
    """The worker's result, joined with the documents that it sent before."""

    serial: int
    prepared: Prepared


def _prepared(found: Found, documents: Documents) -> Prepared:
    comparison = found.comparison(documents)
    comparison.is_added  # noqa: B018 - looks at all sections, and the window's thread need not
    measures = Measures.of(comparison)
    return Prepared(comparison, None, documents.stamps, measures=measures)


class Preparer(QObject):
    """Has pairs read and compared by the worker process and keeps the latest results.

    The caller chooses a key for each pair. One pair is *wanted*: it has priority, and the signals
    concern it alone, so that a stale result never reaches the window. Only ``ready_ahead`` reports
    other pairs, which are prepared before their turn.
    """

    beginnings_ready = Signal(int, object, object)  # key, first words of both: very long texts
    documents_ready = Signal(int, object, object)  # key, reference, candidate
    ready = Signal(int, object)  # key, Prepared
    ready_ahead = Signal(int, object)  # key, Prepared: of a pair that is not in the window
    fault = Signal(str)  # details for the log

    def __init__(
        self, request: Callable[[int], Request | None], parent: QObject, link: WorkerLink | None
    ) -> None:
        """*request* says what to read for a key; None for a pair that cannot be read at all."""
        super().__init__(parent)
        self._request = request
        self._at_hand: OrderedDict[int, Prepared] = OrderedDict()
        self._wanted: int | None = None
        self._ahead: deque[int] = deque()
        self._working: int | None = None  # the key that the worker has
        self._sending: Request | None = None  # not known yet whether the worker got it
        self._sent_again = False
        self._ended_early = False  # the worker ended while that was not known
        self._serial = 0
        self._documents: Documents | None = None
        self._generation = 0
        self._closed = False
        self._invoker = invoker()
        self._give_up = QTimer(self, singleShot=True)
        self._give_up.timeout.connect(self._too_long)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._next)
        self._grace = QTimer(self, singleShot=True, interval=_GRACE)
        self._grace.timeout.connect(self._end_stubborn)
        self._link = self._attended(link) if link is not None else None

    @property
    def busy(self) -> bool:
        """True while the worker has a pair."""
        return self._working is not None

    def want(self, key: int, ahead: Sequence[int] = ()) -> Prepared | None:
        """The pair of *key* is in the window now, those of *ahead* are likely to follow.

        Returns the result if there is one; else None, and a signal follows. Whether its files
        changed since they were read is not checked here: ``FileWatch`` reports it a moment later.
        """
        self._wanted = key
        self._ahead = deque(other for other in ahead if other != key)
        known = self._known(key)
        useful = (key,) if known is None else self._ahead
        if self._working is not None and self._working not in useful:
            self._let_go()
        elif known is None and self._documents is not None:
            self.documents_ready.emit(key, self._documents.reference, self._documents.candidate)
        if known is None:
            self._next()
        else:
            self._rest.start()
        return known

    def then(self, ahead: Sequence[int]) -> None:
        """Replace the pairs that are likely to follow; the wanted pair stays the same."""
        self._ahead = deque(other for other in ahead if other != self._wanted)
        self._next()

    def forget(self, key: int | None = None) -> None:
        """Drop the result for *key*, or all results, because files or options changed."""
        if key is None:
            self._at_hand.clear()
        else:
            self._at_hand.pop(key, None)
        if self._working is not None and key in (None, self._working):
            self._let_go()

    def known(self, key: int) -> Prepared | None:
        """Return the result for *key*, if there is one, without requesting it."""
        return self._at_hand.get(key)

    def close(self) -> None:
        """End the worker process; nothing is announced from here on."""
        self._closed = True
        self._generation += 1
        for timer in (self._give_up, self._rest, self._grace):
            timer.stop()
        if self._link is not None:
            self._link.close()
            self._link = None

    def _known(self, key: int) -> Prepared | None:
        known = self._at_hand.get(key)
        if known is None:
            return None
        self._at_hand.move_to_end(key)
        return known

    def _next(self) -> None:
        """Give the idle worker the most urgent pair that has no result yet."""
        if self._working is not None or self._closed:
            return
        waiting = [] if self._wanted is None else [self._wanted]
        for key in (*waiting, *self._ahead):
            if key in self._at_hand:
                continue
            request = self._request(key)
            if request is None:
                continue
            self._serial += 1
            self._working = key
            self._documents = None
            self._sent_again = False
            self._send(request._replace(serial=self._serial))
            self._give_up.start(_PATIENCE)
            return

    def _send(self, request: Request) -> None:
        self._sending = request
        if self._link is None:
            self._link = self._attended(None)
        self._link.send(request)

    def _attended(self, link: WorkerLink | None) -> QueuedLink:
        """Return a link with a thread of its own, to the process of *link* or to a new one."""
        generation = self._generation
        documents: list[Documents] = []  # the latest; only the listening thread looks at them

        def take(answer: WorkerAnswer) -> None:
            came: WorkerAnswer | _Compared = answer
            if isinstance(answer, Documents):
                documents[:] = [answer]
            elif isinstance(answer, Found):
                # Put together here: checking and measuring tens of thousands of sections and
                # changes takes a moment.
                came = _Compared(answer.serial, _prepared(answer, documents[0]))
            self._invoker.invoke(self, lambda: self._take(generation, came))

        def ended() -> None:
            self._invoker.invoke(self, lambda: self._worker_ended(generation))

        def sent(message: Request | Cancel, arrived: bool) -> None:
            self._invoker.invoke(self, lambda: self._sent(generation, message, arrived))

        return QueuedLink(take, ended, sent, link)

    def _restart(self) -> None:
        """End the worker; the next request starts another."""
        self._generation += 1
        self._sending = None
        self._ended_early = False
        if self._link is not None:
            self._link.end()
            self._link = None

    def _let_go(self) -> None:
        """Ask the worker to stop what is no longer wanted, and end it if it does not."""
        if self._link is not None:
            self._link.send(Cancel(self._serial))
        self._working = _UNWANTED
        self._documents = None
        if not self._grace.isActive():
            self._grace.start()

    def _end_stubborn(self) -> None:
        self._restart()
        self._idle()

    def _too_long(self) -> None:
        if self._working is not None and self._working >= 0:
            minutes = _PATIENCE // 60_000
            self._restart()
            self._keep(Prepared(problem=Message(AboutReview.GIVEN_UP, minutes=minutes)))

    def _worker_ended(self, generation: int) -> None:
        """Handle the end of a worker that ran out of memory or was crashed by a library."""
        if generation != self._generation or self._closed:
            return
        if self._sending is not None:  # it may have ended before it had anything to do
            self._ended_early = True
            return
        self._restart()
        if self._working is not None and self._working >= 0:
            self._keep(Prepared(problem=Message(AboutReview.PROCESS_DOWN)))
        elif self._working is not None:
            self._idle()

    def _sent(self, generation: int, message: Request | Cancel, arrived: bool) -> None:
        """Note whether the worker received *message*, or had ended before."""
        if generation != self._generation or message is not self._sending or self._closed:
            return
        request, self._sending = self._sending, None
        if arrived:
            if self._ended_early:
                self._worker_ended(generation)
            return
        self._restart()
        if self._working == _UNWANTED:
            self._idle()
        elif self._sent_again:  # no worker lives, whatever it is given
            self._keep(Prepared(problem=Message(AboutReview.PROCESS_DOWN)))
        else:
            self._sent_again = True
            self._send(request)

    def _take(self, generation: int, answer: WorkerAnswer | _Compared) -> None:
        if generation != self._generation or answer.serial != self._serial or self._closed:
            return
        if (
            self._working == _UNWANTED
        ):  # it was let go of; the last answer says that the worker is free
            if not isinstance(answer, Documents):
                self._idle()
        elif isinstance(answer, Documents) and not answer.whole:
            if self._working == self._wanted:
                self.beginnings_ready.emit(self._working, answer.reference, answer.candidate)
        elif isinstance(answer, Documents):
            self._documents = answer
            if self._working == self._wanted:
                self.documents_ready.emit(self._working, answer.reference, answer.candidate)
        elif isinstance(answer, _Compared):
            self._keep(answer.prepared)
        elif isinstance(answer, Failed):
            if answer.details:
                self.fault.emit(answer.details)
            failed = Prepared(problem=answer.message, stamps=answer.stamps, sides=answer.sides)
            self._keep(failed)

    def _keep(self, prepared: Prepared) -> None:
        key = self._working
        if key is None:
            return
        self._at_hand[key] = prepared
        self._at_hand.move_to_end(key)
        self._drop_oldest()
        self._idle()
        if key == self._wanted:
            self.ready.emit(key, prepared)
        else:
            self.ready_ahead.emit(key, prepared)

    def _drop_oldest(self) -> None:
        for key in list(self._at_hand):
            words = sum(prepared.words for prepared in self._at_hand.values())
            if len(self._at_hand) <= _KEPT_PAIRS and words <= _KEPT_WORDS:
                return
            if key != self._wanted and key not in self._ahead:
                del self._at_hand[key]

    def _idle(self) -> None:
        self._working = None
        self._documents = None
        self._give_up.stop()
        self._grace.stop()
        self._next()
