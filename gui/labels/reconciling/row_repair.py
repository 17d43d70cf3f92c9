"""Repairs, on request, what a spreadsheet rewrote in a label file, with a backup and undo.

The file is replaced first, then the journal is told what became of the rows. Where the program
ends between the two, the journal finds rows under ids that it does not know, which is what
another program might have done: it asks, or takes them over, and nothing is lost.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from ...messages import CopydeskError
from ..file.csv_format import utc_stamp
from ..file.label_file import LabelFile
from ..file.label_table import LabelTable
from ..journal.current_rows import CurrentRows
from ..label_values import (
    Decision,
    Edits,
    JournalError,
    Key,
    LabelFileError,
    LabelRow,
    Pair,
    SaveKind,
    SaveState,
)
from ..mending.rewritten_rows import day_first, keys_with_commas, put_right
from .file_problems import FlawError, keep_copy
from .projection import Projection
from .stray_rows import Hashes, Stray, stray_rows

Correction = tuple[LabelRow, LabelRow]  # a row as the file has it, and as it is to be


class RepairError(CopydeskError):
    """Nothing can be repaired now; the message says why."""


class Repaired(NamedTuple):
    """A repair: ``rows`` before and after, and the copy of the file before it."""

    rows: Sequence[Correction] = ()
    copy: Path | None = None


class RowRepair:
    """Finds and repairs rows of one label file that a spreadsheet rewrote.

    *project* brings the file up to date; *writing* is held while the file is in use.
    """

    def __init__(
        self,
        current_rows: CurrentRows,
        file: LabelFile,
        projection: Projection,
        backups: Path,
        now: Callable[[], datetime],
        project: Callable[[], SaveState],
        writing: threading.Lock,
    ) -> None:
        self._current_rows = current_rows
        self._file = file
        self._projection = projection
        self._backups = backups
        self._now = now
        self._project = project
        self._writing = writing

    def strays(self, pairs: Sequence[Pair], hashes: Hashes | None = None) -> list[Stray]:
        """Return the rows that name none of *pairs*; see :func:`stray_rows`."""
        return stray_rows(self._rows(), pairs, hashes)

    def _rows(self) -> list[LabelRow]:
        """Return all rows, also those that the file has under the key of another one."""
        with self._writing:
            hidden = [row for rows in self._file.table.hidden.values() for row in rows]
        return [*hidden, *self._current_rows.rows().values()]

    def wanted(self, strays: Iterable[Stray], pairs: Sequence[Pair]) -> list[Correction]:
        """Return the possible repairs.

        Rows of *strays* get the id of the one pair that they can be about, and all rows the
        times and figures that can be told.
        """
        by_id = {pair.id: pair for pair in pairs}
        likely = {stray.row: by_id[stray.likely] for stray in strays if stray.likely is not None}
        rows = self._rows()
        order = day_first(rows)
        with self._writing:
            commas = keys_with_commas(b"".join(self._file.pieces), self._file.encoding)
        changes = []
        for row in rows:
            pair = likely.get(row)
            key = row.key if pair is None else (pair.id, row.annotator)
            right = put_right(row, pair, self._earlier(key), order)
            if right != row or row.key in commas:
                changes.append((row, right))
        return changes

    def put_right(self, changes: Sequence[Correction], *, may_double: bool = False) -> Repaired:
        """Write *changes* into the file, after copying it to the backups.

        Rows that changed meanwhile are left alone, and so are those whose new key another row
        has, unless *may_double*, as the file may have had it. Raises OSError, CopydeskError.
        """
        self._bring_up()
        at = utc_stamp(self._now())
        left, done = list(changes), list[Correction]()
        copy = None
        while left:
            with self._writing:
                copy = copy or self._keep_copy(at[:10])
                some, left = _parted(self._file.table, left, may_double)
                if not some:
                    break
                self._write(some, at, copy)
                self._file.forget()
                self._projection.look()
                done += some
        return Repaired(done, copy if done else None)

    def take_back(self, repaired: Repaired | None = None) -> Repaired:
        """Undo what was *repaired*, or else the latest repair; a second call undoes the undoing.

        The file gets exactly the bytes that it had, where nothing changed in it since; otherwise
        the rows that nobody decided about since are as they were. Raises OSError, CopydeskError.
        """
        self._bring_up()
        if repaired is None:
            changes = self.last()
        else:
            changes = self._left_of(repaired)
        at = utc_stamp(self._now())
        with self._writing:
            before = self._file_before(changes) if changes else None
            if before is not None:
                copy = self._keep_copy(at[:10])
                self._write(changes, at, copy, before)
                self._file.forget()
                self._projection.look()
                return Repaired(changes, copy)
        return self.put_right(changes, may_double=True)

    def _left_of(self, repaired: Repaired) -> list[Correction]:
        """Return what undoes what is left of *repaired*.

        Somebody may have undone it elsewhere, or decided about rows since.
        """
        with self._writing, suppress(OSError):
            now = b"".join(self._file.pieces)
            if repaired.copy is not None and repaired.copy.read_bytes() == now:
                return []
        rows = ((after, before) for before, after in repaired.rows)
        return [change for change in rows if self._current_rows.row(change[0].key) == change[0]]

    def _bring_up(self) -> None:
        """Bring the file up to date; raises RepairError where that fails.

        It is looked at first: a command line may have put something right a moment ago.
        """
        with self._writing, suppress(LabelFileError, JournalError, OSError):  # project tells
            self._projection.look()
        state = self._project()
        if state.kind is not SaveKind.SAVED and state.message is not None:
            raise RepairError(state.message)

    def _file_before(self, changes: Sequence[Correction]) -> tuple[LabelTable, bytes] | None:
        """Return the file as it was before the repair that *changes* undo, if it is as left then.

        That is the copy which the repair makes the present file of, byte for byte.
        """
        repair = [(after, before) for before, after in changes]
        now = b"".join(self._file.pieces)
        found = self._backups.glob(f"{self._current_rows.journal.stem}-*-repair-*.csv")
        for copy in sorted(found, key=lambda path: path.stat().st_mtime, reverse=True):
            data = copy.read_bytes()
            if data == now:  # of figures alone, both files have the same rows
                continue
            with suppress(CopydeskError):
                table = LabelTable(data, self._file.encoding, self._file.texts)
                if _repaired(table, data, repair) == now:
                    return LabelTable(data, self._file.encoding, self._file.texts), data
        return None

    def last(self) -> list[Correction]:
        """Return what undoes the latest repair, which may have been such an undoing itself.

        A row that was decided about since is left alone. Raises OSError.
        """
        batch: list[Decision] = []
        for entry in self._current_rows.journal.entries():
            if entry.what == "repair":
                decision = entry.decision()
                if batch and batch[0].at != decision.at:
                    batch.clear()
                batch.append(decision)
        gone = {(made.key, made.other_id): made.before for made in batch if made.after is None}
        changes = []
        for made in batch:
            if made.after is None:
                continue
            was = made.before
            if made.other_id:
                was = gone.get(((made.other_id, made.annotator), made.pair_id))
            if was is not None and self._current_rows.row(made.key) == made.after:
                changes.append((made.after, was))
        return changes

    def _keep_copy(self, day: str) -> Path:
        if self._projection.flaw is not None:
            raise FlawError(self._projection.flaw)
        stem, checksum = self._current_rows.journal.stem, self._file.checksum
        copy = self._backups / f"{stem}-{day}-repair-{checksum:08x}.csv"
        keep_copy(self._file, copy, f"{stem}-*.csv")
        copy.touch()  # it may have been kept before others, and is the latest one now
        return copy

    def _write(
        self,
        changes: Sequence[Correction],
        at: str,
        copy: Path,
        whole: tuple[LabelTable, bytes] | None = None,
    ) -> None:
        """Write *changes*, or the *whole* file as it is with them, and tell the journal."""
        file, table = self._file, self._file.table
        edits = {} if whole is not None else _edits(table, changes)
        letters = table.lacking(edits.values())
        whole = file.in_unicode() if letters else whole
        file.check_writable()
        with file.lock():
            self._current_rows.try_out()  # before anything changes: can it be told of?
            file.edit(edits, whole)
            if letters:
                self._projection.accidents.recoded(table, letters, copy)
            with self._current_rows.journal_held():
                made = self._decisions(changes, at)
                self._current_rows.append_outside(
                    made, file.checksum, file.encoding, by_others=False
                )

    def _decisions(self, changes: Sequence[Correction], at: str) -> list[Decision]:
        number, made = self._current_rows.journal.next_sequence, list[Decision]()

        def add(key: Key, before: LabelRow | None, after: LabelRow | None, other: str = "") -> None:
            sequence = number + len(made)
            made.append(Decision(sequence, at, "repair", *key, before, after, other_id=other))

        for before, after in changes:
            if before.key == after.key:
                add(after.key, before, after)
            else:
                add(before.key, before, None, after.pair_id)
                add(after.key, None, after, before.pair_id)
        return made

    def _earlier(self, key: Key) -> list[LabelRow]:
        """Return the rows that the journal had for *key*, the latest first.

        Those that were decided here come before what other programs made of them.
        """
        with self._current_rows.lock:
            state = self._current_rows.state
            versions = list(state.versions.all_of(key, state.settled(key)))[::-1]
            versions.sort(key=lambda version: not version.own)
            found = [version.value() for version in versions]
        return [row for row in found if row is not None]


def _edits(table: LabelTable, changes: Iterable[Correction]) -> Edits:
    return {table.key_of(before.key): after for before, after in changes}


def _parted(
    table: LabelTable, left: Sequence[Correction], may_double: bool
) -> tuple[list[Correction], list[Correction]]:
    """Part *left* into what can be written into *table* at one go and the rest.

    Of records with one key only the last can be reached; the one before is the last then.
    """
    some: dict[Key, Correction] = {}
    rest = []
    taken = set(table.rows)
    for before, after in reversed(left):
        there = table.key_of(before.key)
        is_there = table.rows.get(there) == table.expressed(before)
        is_free = after.key == before.key or table.key_of(after.key) not in taken
        is_free |= may_double
        if is_there and is_free and there not in some:
            some[there] = (before, after)
            taken.add(table.key_of(after.key))
        else:
            rest.append((before, after))
    return list(some.values())[::-1], rest[::-1]


def _repaired(table: LabelTable, data: bytes, changes: Sequence[Correction]) -> bytes | None:
    """Return *data*, the bytes of *table*, with all *changes*; None where one does not fit."""
    left = list(changes)
    while left:
        some, left = _parted(table, left, may_double=True)
        if not some:
            return None
        edits = _edits(table, some)
        if table.lacking(edits.values()):
            table, data = table.in_unicode(data)
        data = table.edited(data, edits)
        table = LabelTable(data, table.dialect.encoding)
    return data
