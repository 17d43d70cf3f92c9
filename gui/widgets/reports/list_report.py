"""One run that writes the reports of all pairs of a list, by a pool of processes.

Imported with the first such run, to keep the start short.
"""

from __future__ import annotations

import hashlib
import threading
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QCoreApplication

from ...compare.version import comparison_version
from ...labels import Pair
from ...labels.pairs.blind import blinded
from ...labels.pairs.pair_paths import state_of
from ...messages import Message
from ...process_pool import LOST_IN_A_ROW, Lost, ProcessPool, spare_processors
from ...reports.html import Decided, Figures, IndexRow, to_index
from ...reports.report_folder import ReportFolder, page_name
from ...review.opening.opening import Opened
from ...review.pair_list.pair_state import pair_title
from ...review.preparing.protocol import Reading, request_for
from ..controls.qt_text import translated
from .list_report_worker import NotWritten, ReportTask, Setup
from .report_writing import WindowWording


class ListReportRun:
    """One run over all pairs. ``rows`` are those of the index, filled in by the pool's threads."""

    def __init__(
        self, opened: Opened, reading: Reading, folder: ReportFolder, language: str
    ) -> None:
        """Begin; the pages go to ``parts`` of *folder*, in the *language* that was chosen.

        Pages of an earlier run that would come out the same are not written again.
        """
        self.folder = folder
        self.title = opened.pairs.name
        self.labels = opened.book.marks.label_names()
        self._pairs: Sequence[Pair] = opened.pairs.pairs
        self._base = opened.pairs.folder
        self._reading = reading
        self._language = language
        self._decided = _decided(opened)
        self._is_blind = opened.blind is not None
        self._kept: dict[str, tuple[str, list[Any]]] | None = None  # by an earlier run
        self._version = ""
        self._keys: dict[int, str] = {}
        self._next = 0
        self._lost = 0  # answers in a row that never came
        self._lock = threading.Lock()
        self._beginning = threading.Lock()  # apart from the other, for which the window may wait
        self.rows: dict[int, IndexRow] = {}
        self.total = len(self._pairs)
        setup = Setup(str(folder.parts), language)
        module = f"{__package__}.list_report_worker"
        jobs = max(1, min(spare_processors(), self.total))
        self._pool = ProcessPool(module, setup, jobs, self._take, self._put)

    @property
    def done(self) -> int:
        """How many pairs are done."""
        with self._lock:
            return len(self.rows)

    @property
    def is_stuck(self) -> bool:
        """True if processes keep ending as soon as they start."""
        return self._lost >= LOST_IN_A_ROW

    def close(self) -> None:
        """Kill the processes."""
        with self._lock:
            self._next = self.total
        self._pool.close(0.0)

    def finish(self) -> int:
        """Write the index and move the report to its place; return how many pairs have no page.

        To be called in a thread. Raises OSError.
        """
        rows = [self.rows[number] for number in range(self.total)]
        index = to_index(rows, title=self.title, labels=self.labels, wording=WindowWording())
        files = [row.file for row in rows if row.file]
        self.folder.finish(index, files)
        return len(rows) - len(files)

    # --- in the threads of the pool -----------------------------------------------------------

    def _take(self) -> ReportTask | None:
        while True:
            with self._lock:
                number, self._next = self._next, self._next + 1
            if number >= self.total or self.is_stuck:
                return None
            pair = self._pairs[number]
            decided, title = self._decided.get(pair.id, ()), pair_title(pair)
            request = request_for(pair, self._base, self._reading)
            if request is not None and not self._is_kept(number, pair, decided):
                return ReportTask(number, title, request, decided)
            if request is not None:
                continue
            problem = translated(pair.problem)
            with self._lock:
                self.rows[number] = IndexRow(title, problem=problem, decided=decided)

    def _is_kept(self, number: int, pair: Pair, decided: tuple[Decided, ...]) -> bool:
        """Return whether an earlier run, which was interrupted, has written this pair's page."""
        with self._beginning:
            if self._kept is None:
                self._kept, self._version = self.folder.kept(), comparison_version("reports")
        said = (self._version, self._reading, self._language, decided)
        known = repr((*said, state_of(pair, self._base))).encode("utf-8", "surrogatepass")
        key, name = hashlib.sha256(known).hexdigest()[:32], page_name(pair_title(pair))
        had, figures = self._kept.get(name, ("", []))
        with self._lock:
            self._keys[number] = key
            if had != key:
                return False
            self.rows[number] = IndexRow(pair_title(pair), name, Figures(*figures), decided=decided)
            return True

    def _put(self, task: ReportTask, outcome: object) -> None:
        row = IndexRow(task.pair_id, decided=task.decided)
        if isinstance(outcome, Figures):
            row = row._replace(file=page_name(task.pair_id), figures=outcome)
            with self._lock, suppress(OSError):  # a later run would have to make it again
                self.folder.keep(row.file, self._keys[task.number], outcome)
        else:
            row = row._replace(problem=self._problem(outcome))
        with self._lock:
            self._lost = self._lost + 1 if outcome is Lost.DIED else 0
            self.rows[task.number] = row

    def _problem(self, outcome: object) -> str:
        if isinstance(outcome, Message):
            return translated(blinded(outcome) if self._is_blind else outcome)
        return _why_not(outcome)


def _decided(opened: Opened) -> Mapping[str, tuple[Decided, ...]]:
    """Return the decisions of all annotators by pair id; a blind reader gets only their own."""
    found: defaultdict[str, list[Decided]] = defaultdict(list)
    rows = opened.store.rows(everybody=opened.blind is None)
    for row in sorted(rows.values(), key=lambda row: row.key):
        found[row.pair_id].append(Decided(row.label, row.annotator, row.flagged, row.note))
    return {pair_id: tuple(rows) for pair_id, rows in found.items()}


def _why_not(outcome: object) -> str:
    if isinstance(outcome, NotWritten):
        said = QCoreApplication.translate(
            "ListReportController", "The report could not be written ({why})."
        )
        return said.format(why=outcome.why)
    return QCoreApplication.translate(
        "ListReportController", "The process that compared this pair ended early, or took too long."
    )
