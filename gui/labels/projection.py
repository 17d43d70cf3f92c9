"""The label file is brought up to the journal; what others did to the file is taken in."""

from __future__ import annotations

import errno
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from itertools import islice
from pathlib import Path

from .book import Book
from .comparing import outside_changes
from .label_file import ChangedMeanwhileError, LabelFile
from .model import Decision, Key, LabelRow
from .problems import FlawError
from .writing import stamp

_TRIES = 5
_BACKUPS_KEPT = 30  # days on which something changed
STEP = 500
"""Decisions that are worked out and written at one go.

The book is held for that long, some 50 ms, and a new decision has to wait.
"""


class Projection:
    """Keeps one label file up to one journal. Only one thread at a time may call it."""

    def __init__(
        self, book: Book, file: LabelFile, backups: Path, now: Callable[[], datetime]
    ) -> None:
        self._book = book
        self._file = file
        self._backups = backups
        self._now = now
        self._backed_up = ""  # the day

    def bring_up(self) -> None:
        """Write what the label file does not have yet; afterwards it is durable.

        Raises OSError, LabelFileError and FlawError; nothing is lost then.
        """
        tries = 0
        while True:
            try:
                self._file.check_writable()
                with self._file.lock():
                    if self._step():
                        return
            except ChangedMeanwhileError:
                self._file.forget()
                tries += 1
                if tries == _TRIES:
                    raise

    @property
    def has_work(self) -> bool:
        """Whether the label file lacks anything, or is not known to be durable."""
        with self._book.lock:
            state = self._book.state
            lost = not self._file.exists and state.has_rows
            return bool(state.pending) or self._file.is_doubtful or lost

    def look(self, *, without_journal: bool = False) -> None:
        """Take in what other programs did to the file; raises what :meth:`bring_up` raises.

        *without_journal* where that cannot be used: the rows of the file are shown all the same.
        """
        if without_journal:
            self._file.look()
            with self._book.lock:
                self._book.take_file(self._file.table.rows)
            self._file.forget()  # to be taken in properly once the journal is back
            return
        try:
            if self._file.path.exists():
                with self._file.lock():
                    self._file.remove_leftovers()
                    self._look()
                    return
        except OSError as error:
            if error.errno not in (errno.EACCES, errno.EPERM, errno.EROFS, errno.EAGAIN):
                raise
        self._look()  # without a file, or on a read-only folder, there is no lock; one may be stuck

    def _look(self) -> None:
        with self._book.journal_held():
            pass
        changed = self._file.look(self._book.state.encoding)
        if changed or self._book.file_due:
            with self._book.lock:
                waiting = list(self._book.state.pending.values())
            rows = (entry.decision().after for entry in waiting)
            self._file.drop_torn_tail(row for row in rows if row is not None)
            self._take_in()

    def _step(self) -> bool:
        """Write the oldest decisions that the file does not have; return whether that was all."""
        self._look()
        with self._book.lock:
            entries = list(islice(self._book.state.pending.values(), STEP))
            keys = {entry.key for entry in entries}
            edits = self._edits(keys)
            last = max((entry.sequence for entry in entries), default=0)
        names = {self._file.table.key_of(key) for key in keys} - edits.keys()
        if not names.isdisjoint(self._file.table.rows):
            # Written by one who did not live to note so, perhaps because of a failed fsync.
            self._file.distrust()
        if edits or self._file.is_doubtful:
            if self._file.table.flaw:
                raise FlawError(self._file.table.flaw)
            self._back_up()
        if edits:
            self._write(edits)
        elif last or self._file.is_doubtful:
            self._file.settle()
        if last:
            self._book.settle(last, self._file.checksum, self._file.encoding)
        return len(entries) < STEP

    def _write(self, edits: dict[Key, LabelRow | None]) -> None:
        file = self._file
        rows = [row for key, row in edits.items() if row and key not in file.table.rows]
        if len(rows) == len(edits) and file.table.has_header and not file.is_doubtful:
            file.append(rows)
        else:
            file.edit(edits)

    def _edits(self, keys: set[Key]) -> dict[Key, LabelRow | None]:
        """Return what the file has to say differently of *keys*, by the keys that it has."""
        state, table = self._book.state, self._file.table
        if not self._file.exists:  # it vanished: everything that it had goes into a new one
            keys = keys | {key for key in state.settled_keys if state.row(key) is not None}
        edits: dict[Key, LabelRow | None] = {}
        for key in sorted(keys, key=self._age):
            row = state.row(key)
            there = table.rows.get(table.key_of(key))
            if (table.expressed(row) if row is not None else None) != there:
                edits[table.key_of(key)] = row
        return edits

    def _age(self, key: Key) -> tuple[str, Key]:
        row = self._book.state.row(key)
        return (row.created_at if row is not None else "", key)

    def _take_in(self) -> None:
        """Make the file's rows known; what differs from the journal is journalled as outside."""
        book, file, table = self._book, self._file, self._file.table
        with book.journal_held():
            state = book.state
            if not file.exists:  # not somebody's wish, but an accident: see bring_up
                book.take_file({})
            elif table.is_faithful and not state.pending and state.checksum == file.checksum:
                state.adopt(table.rows)  # as we left it: nothing to compare
                book.take_file(table.rows)
            else:
                found = outside_changes(table, state)
                at, number = stamp(self._now()), book.journal.next_sequence
                book.append_outside(
                    [
                        Decision(number + place, at, "outside", *key, before, after)
                        for place, (key, before, after) in enumerate(found)
                    ],
                    file.checksum,
                    file.encoding,
                )
                names = {table.key_of(key): key for key in state.keys}
                book.take_file({names.get(key, key): row for key, row in table.rows.items()})

    def _back_up(self) -> None:
        """Keep a copy of the file as it was before the first change of a day (in UTC)."""
        day = stamp(self._now())[:10]
        if day == self._backed_up or not self._file.exists:
            return
        stem = self._book.journal.stem
        copy = self._backups / f"{stem}-{day}.csv"
        with suppress(OSError):  # a backup is more than was promised; the change is not held up
            self._backups.mkdir(parents=True, exist_ok=True)
            if not copy.exists():
                self._file.copy_to(copy)
                for old in sorted(self._backups.glob(f"{stem}-*.csv"))[:-_BACKUPS_KEPT]:
                    old.unlink()
            self._backed_up = day
