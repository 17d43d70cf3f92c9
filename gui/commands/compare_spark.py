"""Compares the pairs of a list on Apache Spark, some thousands at a time, in order."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Iterator
from contextlib import suppress
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from ..documents import Reader
from ..labels.journal.journal import journal_folder
from ..labels.label_values import Pair, PairList
from ..spark_session import spark_session
from .compare_forms import PrintedPair
from .compare_list import ListRun, PartialFile, key_of
from .comparing import Job, Manner, Task

if TYPE_CHECKING:
    from pyspark import SparkContext

# The results are the same whatever the rounds are. More tasks than processors, so that none waits
# long for the slowest; some pairs in each, since loading the model takes as long as a few of them.
_TASKS = 4  # for each processor in a round
_PAIRS = 50  # of a task
_MOST = 50_000  # pairs of a round, whose comparisons are in memory: some 500 MB


class SparkRun(ListRun):
    """The pairs of a list, compared on a cluster; otherwise like a ``ListRun``.

    The documents are read where they are compared: their paths must be valid there as well.
    """

    def __init__(
        self,
        master: str | None,
        listed: PairList,
        manner: Manner,
        jobs: int,
        kept: PartialFile | None = None,
    ) -> None:
        """*master* is the cluster; without one, *jobs* threads of this machine do the work."""
        super().__init__(listed, manner, jobs, kept)
        self._master = master
        self._at_once = 0  # pairs of the round

    def results(self) -> Generator[tuple[Pair, PrintedPair], None, None]:
        """Yield each pair with what is printed of it, in the order of the list.

        Raises SparkError if Spark cannot be used or fails, and OutputError if the partial file
        cannot be written.
        """
        self._look_for_known()
        if len(self._known) == self.total:
            yield from self._given(range(self.total), {})
            return
        progress = self._progress()
        logs = journal_folder().parent

        def tell(done: int, total: int) -> None:
            progress.show(self._done + self._at_once * done // max(1, total), self.failed)

        try:
            with spark_session(self._master, self._jobs, logs, tell) as session:
                for numbers in self._rounds(session.sparkContext.defaultParallelism):
                    found = self._compared(session.sparkContext, numbers)
                    progress.clear()
                    yield from self._given(numbers, found)
        finally:
            progress.clear()

    def _rounds(self, processors: int) -> Iterator[range]:
        """Yield the pairs of each round, including those with known results."""
        size = min(_MOST, _PAIRS * _TASKS * processors)
        start = 0
        while start < self.total:
            unknown = (n for n in range(start, self.total) if n not in self._known)
            last = list(islice(unknown, size))
            end = last[-1] + 1 if len(last) == size else self.total
            yield range(start, end)
            start = end

    def _compared(self, context: SparkContext, numbers: range) -> dict[int, PrintedPair]:
        """Have pairs without a known result compared, and store the results."""
        tasks = [
            Task(number, self._pairs[number], self._folder)
            for number in numbers
            if number not in self._known
        ]
        self._at_once = len(tasks)
        keys = {}
        if self._partial is not None:  # before they are read: a file that changes has another
            keys = {own.number: key_of(own.pair, self._folder) for own in tasks}
        parts = max(1, min(len(tasks), _TASKS * context.defaultParallelism))
        work = partial(_pieces, self._manner, str(Path.cwd()))
        found = dict(context.parallelize(tasks, parts).mapPartitions(work).collect())
        for number, key in keys.items():
            if self._partial is not None and not found[number].passing:
                self._partial.keep(key, found[number])
        self._done += len(tasks)
        return found

    def _given(
        self, numbers: range, found: dict[int, PrintedPair]
    ) -> Iterator[tuple[Pair, PrintedPair]]:
        for number in numbers:
            if self._partial is not None and number in self._known:
                piece = self._partial.piece(self._known[number])
            else:
                piece = found.pop(number)
            self.failed += piece.failed
            yield self._pairs[number], piece


def _pieces(
    manner: Manner, folder: str, tasks: Iterable[Task]
) -> Iterator[tuple[int, PrintedPair]]:
    """Compare, in a process of Spark, the pairs of *tasks*; relative paths start from *folder*."""
    with suppress(OSError):
        os.chdir(folder)
    with Reader() as reader:
        job = Job(manner, reader)
        for task in tasks:
            yield task.number, job.piece(task)
