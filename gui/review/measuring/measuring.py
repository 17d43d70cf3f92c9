"""Measuring the open list, as the window sees it: results and progress.

`MeasureRun` does the work in threads and processes; here it only comes back to Qt's thread, some
results at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from ...labels import Pair
from ...messages import Message
from ..background import RightOfWay, invoker
from ..measures import Unreadable
from ..pair_list.pair_book import PairBook
from ..preparing.protocol import Reading
from .measure_run import BESIDE_WINDOW, MeasureRun, MeasuringProgress

_BETWEEN = 200  # milliseconds between two batches of results
_SOON = 1  # millisecond until the next one, where more wait already
_AFTER = 20  # where the window goes first
AT_ONCE = 1_000  # results, which take some milliseconds


class Measuring(QObject):
    """Fills the measures of a ``PairBook`` in the background.

    ``measured`` carries the places of pairs whose measures are known now, ``unreadable`` why
    pairs cannot be read, by their places; both some at a time. ``progressed`` carries a
    ``MeasuringProgress``, or None where there is nothing to measure.
    """

    measured = Signal(object)  # list[int]
    unreadable = Signal(object)  # dict[int, Message]
    progressed = Signal(object)  # MeasuringProgress | None
    fault = Signal(str)  # for the log

    def __init__(self, parent: QObject, right_of_way: RightOfWay | None = None) -> None:
        """Let the window go first where it has the *right_of_way*."""
        super().__init__(parent)
        self._way = right_of_way or RightOfWay()
        self.head_start = RightOfWay(BESIDE_WINDOW.head_start)  # for the look-up
        self._book: PairBook | None = None
        self._run: MeasureRun | None = None
        self._first: list[int] = []
        self._on, self._may_use_battery, self._paused = True, False, False
        self._begin: partial[None] | None = None
        self._asked: tuple[Reading, Path | None] | None = None  # how pairs are measured
        self._progress: MeasuringProgress | None = None
        self._coming = False  # a thread has asked for a batch
        self._invoker = invoker()
        self._start = QTimer(self, singleShot=True)
        self._start.timeout.connect(self._begin_now)
        self._batch = QTimer(self, singleShot=True)
        self._batch.timeout.connect(self._take)

    @property
    def progress(self) -> MeasuringProgress | None:
        """How far the list is measured; None where there is nothing to measure."""
        return self._progress

    def begin(self, book: PairBook, reading: Reading, start: int, folder: Path | None) -> None:
        """Measure the pairs of *book* soon, from *start* on, read and compared as *reading* says.

        The cache is kept in *folder*. A list before it is forgotten. A single pair is not measured:
        it is compared in the window. Nor are those of a reader who sees no figures. Where ``go_on``
        let it continue, nothing starts over.
        """
        if book is self._book and self._asked == (reading, folder):
            return
        self.end()
        self._paused = False
        if len(book.pairs) > 1 and book.shows_figures:
            self._book, self._asked = book, (reading, folder)
            self._begin = partial(self._run_on, book.pairs, book.folder, reading, start, folder)
            self.head_start.take()
            self._start.start(round(BESIDE_WINDOW.before * 1_000))

    def go_on(self, book: PairBook, reading: Reading, folder: Path | None) -> None:
        """End, unless *book* has the same pairs for another annotator: then continue with that one.

        What is known of them is known at once. *reading* and *folder* are as in ``begin``.
        """
        before = self._book
        if before is None or before.pairs is not book.pairs or self._asked != (reading, folder):
            self.end()
            return
        book.take_measures(before)
        self._book = book

    def first(self, indices: Iterable[int]) -> None:
        """Measure these pairs before the others."""
        self._first = list(indices)
        if self._run is not None:
            self._run.first(self._first)

    def set_switch(self, on: bool, on_battery: bool) -> None:
        """Set whether pairs are measured at all, and whether they are on battery power."""
        switched = on != self._on
        self._on, self._may_use_battery = on, on_battery
        if self._run is None:
            return
        if switched:
            self._run.close()
            self._run = None
            self._begin_now()
        else:
            self._run.use_battery(on_battery)

    def set_paused(self, paused: bool) -> None:
        """Pause the processes, or let them continue."""
        self._paused = paused
        if self._run is not None:
            self._run.set_paused(paused)
            self.tell()

    def tell(self) -> None:
        """Announce progress that is news: the window compares pairs as well."""
        if self._run is not None and self._book is not None:
            progress = self._run.progress()  # counts also what cannot be read, or was not taken
            if progress.state != "looking":
                self.head_start.give_back()
            self._show(progress._replace(measured=self._book.measures.measured))

    def end(self, seconds: float = 0.0) -> None:
        """Forget the list; wait at most *seconds* for threads and processes."""
        self._start.stop()
        self._batch.stop()
        self._book = self._begin = self._asked = None
        run, self._run = self._run, None
        if run is not None:
            run.close(seconds)
        self._coming = False
        self.head_start.give_back()
        self._show(None)

    def _begin_now(self) -> None:
        if self._begin is not None:
            self._begin()

    def _run_on(
        self,
        pairs: Sequence[Pair],
        home: Path,
        reading: Reading,
        start: int,
        folder: Path | None,
    ) -> None:
        run: list[MeasureRun] = []

        def announce() -> None:
            self._invoker.invoke(self, lambda: self._come(run))

        self._run = MeasureRun(
            pairs,
            home,
            reading,
            start,
            folder,
            announce,
            jobs=None if self._on else 0,
            pace=BESIDE_WINDOW,
        )
        run.append(self._run)
        self._run.use_battery(self._may_use_battery)
        self._run.set_paused(self._paused)
        self._run.first(self._first)

    def _come(self, run: list[MeasureRun]) -> None:
        """Take what a thread has found, unless it belongs to another list."""
        if not run or run[0] is not self._run:
            return
        if run[0].progress().state == "done":  # nothing more comes that would be worth waiting for
            self._batch.start(_SOON)
        elif not self._batch.isActive():
            self._batch.start(_BETWEEN)

    def _take(self) -> None:
        book, run = self._book, self._run
        if book is None or run is None:
            return
        if self._way.taken:
            self._batch.start(_AFTER)
            return
        problems: dict[int, Message] = {}
        places: list[int] = []
        for known in run.known():
            book.measures.take(known.start, known.table)
            problems.update((at, found.problem) for at, found in known.problems.items())
            places += known.places()
        results = run.results(AT_ONCE)
        for index, result in results:
            book.measured(index, result)
            if isinstance(result, Unreadable):
                problems[index] = result.problem
            places.append(index)
        for details in run.faults():
            self.fault.emit(details)
        if problems:
            self.unreadable.emit(problems)
        if places:
            self.measured.emit(places)
        if len(results) == AT_ONCE:
            self._batch.start(_SOON)  # that all is done is told when all has come
        else:
            self.tell()

    def _show(self, progress: MeasuringProgress | None) -> None:
        if progress != self._progress:
            self._progress = progress
            self.progressed.emit(progress)
