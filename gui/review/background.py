"""Background work: takes a function that knows no UI, calls back in Qt's thread.

Long work that needs Qt's thread is done there in slices. So is garbage collection: left to itself,
Python's collector runs whenever enough values were made, in whichever thread makes them (a quarter
of a second for the half a million values of a long pair), and it may destroy a Qt widget in a
thread that is not Qt's.
"""

from __future__ import annotations

import gc
import queue
import sys
import threading
import time
import traceback
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from functools import cache, partial
from time import perf_counter
from typing import Any, Generic, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

from ..own_thread import OwnThread

T = TypeVar("T")
_TURN = 0.00005  # seconds for which one thread keeps Python from the others
_WAY = 0.5  # seconds for which the window may go first
_Task: TypeAlias = "tuple[Callable[[], Any], Callable[[Any, BaseException | None], None]]"


class Invoker(QObject):
    """Calls functions in the thread it was made in, once that thread's event loop gets there.

    A thread must not emit a signal of an object that another thread may be deleting just then:
    that crashes. An invoker is never deleted, so any thread can use it at any time.
    """

    _invoked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._invoked.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def invoke(self, receiver: QObject, function: Callable[[], object]) -> None:
        """Call *function* later, unless *receiver* is deleted by then.

        Nothing is called once the application object is gone, which a thread may find at shutdown.
        """
        with suppress(RuntimeError):  # it cannot be asked before: Qt may go in between
            self._invoked.emit(receiver, function)

    @Slot(object, object)
    def _call(self, receiver: QObject, function: Callable[[], object]) -> None:
        if isValid(receiver):
            function()


@cache
def invoker() -> Invoker:
    """Return the invoker of Qt's thread; the first call has to come from there."""
    return Invoker()


def described(error: BaseException) -> str:
    """Return *error* with where it was raised, for the log."""
    return "".join(traceback.format_exception(type(error), error, error.__traceback__))


@contextmanager
def short_turns() -> Iterator[None]:
    """Have Python switch between threads every twentieth of a millisecond.

    Qt's thread releases the interpreter lock in many of its calls, dozens of times while it paints.
    If another thread is busy, it waits for its turn after each of them: by default five
    milliseconds for every busy thread.
    """
    before = sys.getswitchinterval()
    sys.setswitchinterval(_TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


class RightOfWay:
    """Held by the window while the reader waits for a pair; threads that are in no hurry wait.

    Each busy thread gets as much of the interpreter as Qt's thread does: beside two of them, what
    takes 50 milliseconds takes 150.
    """

    def __init__(self, most: float = _WAY) -> None:
        """No call of ``wait`` takes longer than *most* seconds."""
        self._most = most
        self._until = 0.0
        self._free = threading.Event()
        self._free.set()

    @property
    def taken(self) -> bool:
        """True while the reader waits."""
        return time.monotonic() < self._until

    def take(self) -> None:
        """The reader asked for another pair."""
        self._free.clear()
        self._until = time.monotonic() + self._most

    def give_back(self) -> None:
        """The reader has it."""
        self._until = 0.0
        self._free.set()

    def wait(self) -> None:
        """Return once the reader has what was asked for; called in a thread, between two pieces.

        A reader who asks for one pair after another delays each piece of work, but stops none.
        """
        left = self._until - time.monotonic()
        if left > 0:
            self._free.wait(left)


class Background(QObject, Generic[T]):
    """Runs one function at a time in a thread; a newer call makes the older one stale.

    The function knows nothing of Qt. Its result, or its exception, comes back in the thread of this
    object; a stale call reports nothing. A function that takes long should check the event that it
    is given, and return once that is set.
    """

    def __init__(
        self,
        parent: QObject,
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """*done* is called with a result, *failed* with what the function raised."""
        super().__init__(parent)
        self._done = done
        self._failed = failed
        self._number = 0
        self._threads: list[tuple[threading.Thread, threading.Event]] = []
        self._invoker = invoker()

    @property
    def busy(self) -> bool:
        """True while a call is under way whose result is still wanted."""
        return bool(self._threads) and not self._threads[-1][1].is_set()

    def run(self, function: Callable[[threading.Event], T]) -> None:
        """Start *function*; whatever ran before is asked to stop, and its result is dropped."""
        self.forget()
        number = self._number
        cancelled = threading.Event()

        def work() -> None:
            result: Any = None
            error: BaseException | None = None
            try:
                result = function(cancelled)
            except BaseException as raised:  # told to the caller, whatever it is
                error = raised
            self._invoker.invoke(self, partial(self._take, number, result, error))

        thread = OwnThread(work, "copydesk-background")
        self._threads.append((thread, cancelled))
        thread.start()

    def tell(self, cancelled: threading.Event, news: Callable[[], object]) -> None:
        """Call *news* in the thread of this object; a function calls this while it runs.

        *cancelled* is the event that the function was given; a stale call reports nothing.
        """
        self._invoker.invoke(self, lambda: None if cancelled.is_set() else news())

    def forget(self) -> None:
        """Drop the result of the call under way, if there is one, and whatever it still reports."""
        self._number += 1
        for _, cancelled in self._threads:
            cancelled.set()
        self._threads = [(thread, event) for thread, event in self._threads if thread.is_alive()]

    def close(self, seconds: float = 1.0) -> None:
        """Drop everything and wait at most *seconds* for the threads to end."""
        self.forget()
        deadline = time.monotonic() + seconds
        for thread, _ in self._threads:
            thread.join(max(0.0, deadline - time.monotonic()))

    def _take(self, number: int, result: Any, error: BaseException | None) -> None:
        if number != self._number:
            return
        self._threads.clear()
        if error is not None:
            self._failed(error)
        else:
            self._done(result)


class InOrder(QObject):
    """Runs functions one after another in a thread of its own; none is ever dropped.

    The functions know nothing of Qt. What each returned or raised comes back in the thread of
    this object, in the same order.
    """

    def __init__(self, parent: QObject, name: str) -> None:
        """Call the thread *name*; it is started when there is something to do."""
        super().__init__(parent)
        self._name = name
        self._tasks: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._invoker = invoker()

    def run(
        self, function: Callable[[], Any], done: Callable[[Any, BaseException | None], None]
    ) -> None:
        """Run *function* after those before it, then call *done* with its result or error."""
        self._tasks.put((function, done))
        if self._thread is None:
            self._thread = OwnThread(self._run, self._name)
            self._thread.start()

    def close(self, seconds: float) -> bool:
        """Finish what was handed in, then end; False where that takes longer than *seconds*."""
        if self._thread is None:
            return True
        self._tasks.put(None)
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while (task := self._tasks.get()) is not None:
            function, done = task
            result: Any = None
            error: BaseException | None = None
            try:
                result = function()
            except BaseException as raised:  # told to the caller, whatever it is
                error = raised
            self._invoker.invoke(self, partial(done, result, error))


Outcome = TypeVar("Outcome")
Work = Generator[None, None, Outcome]
"""Work that yields whenever something else may happen, and returns what it found."""

SLICE = 0.008
"""Seconds of work in Qt's thread before other events get their turn: half a frame of a screen."""


def outcome(work: Work[Outcome]) -> Outcome:
    """Do all of *work* at once and return what it found."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            found: Outcome = end.value
            return found


class Turns(QObject, Generic[Outcome]):
    """Does work a little at a time; other events are handled in between."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Work[Outcome] | None = None
        self._then: Callable[[Outcome], object] = _nothing
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._slice)

    @property
    def busy(self) -> bool:
        """True while there is work to do."""
        return self._work is not None

    def do(self, work: Work[Outcome], then: Callable[[Outcome], object] | None = None) -> None:
        """Begin *work* in the next turn, and give *then* what it found.

        Work that was under way is dropped.
        """
        self._work, self._then = work, then or _nothing
        self._timer.start()

    def stop(self) -> None:
        """Drop what is left to do."""
        self._work, self._then = None, _nothing
        self._timer.stop()

    def _slice(self) -> None:
        until = perf_counter() + SLICE
        work = self._work
        while work is not None and work is self._work:  # it may ask for something else
            try:
                next(work)
            except StopIteration as end:
                if work is self._work:
                    self._end(end.value)
                return
            except BaseException:
                if work is self._work:  # there is nothing left that could be done
                    self.stop()
                raise
            if perf_counter() > until:
                self._timer.start()
                return

    def _end(self, found: Outcome) -> None:
        then = self._then
        self.stop()
        then(found)


def _nothing(_found: object) -> None:
    return None


_PAUSE = 1000  # milliseconds
_WHOLE = 20  # every how many sweeps the older values are looked at too
_MANY = 50_000  # values that are too many to be looked at each second, while the window waits
_MANY_OLDER = 100_000  # every now and then, of those made since all were looked at
_LONG = 0.040  # seconds; what took so long is not looked at a second time


class GcScheduler(QObject):
    """Collects garbage in Qt's thread, a little every second, for as long as it lives.

    What exists when it begins (modules, widgets, themes) stays until the end and is not examined
    again. Nor are the values of a very long list that was opened since: reference counting frees
    them, without the collector's help.
    """

    def __init__(self, parent: QObject, pause: int = _PAUSE) -> None:
        """Wait *pause* milliseconds between two sweeps."""
        super().__init__(parent)
        self._count = 0
        self._since_whole = 0  # values made since all were looked at
        gc.freeze()
        gc.disable()
        self._timer = QTimer(self, interval=pause)
        self._timer.timeout.connect(self.sweep)
        self._timer.start()

    def sweep(self) -> None:
        """Collect the newest values, and now and then all that are not frozen."""
        self._count += 1
        whole = self._count % _WHOLE == 0
        newest = gc.get_count()[0]
        self._since_whole += newest
        if newest > _MANY or (whole and self._since_whole > _MANY_OLDER):
            gc.freeze()
            self._since_whole = 0
            return
        begun = perf_counter()
        gc.collect(2 if whole else 1)
        if whole:
            self._since_whole = 0
        if perf_counter() - begun > _LONG:
            gc.freeze()

    def close(self) -> None:
        """Hand the work back to Python's own collector."""
        self._timer.stop()
        gc.enable()
