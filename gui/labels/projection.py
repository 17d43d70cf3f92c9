"""Brings the label file up to date with the journal, and takes in what others did to the file."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack, suppress
from datetime import datetime
from itertools import islice
from pathlib import Path

from ..messages import Message
from .book import Book
from .csv_format import stamp
from .file_problems import Accidents, FlawError, journal_unusable, keep_copy
from .files import Files
from .label_file import ChangedMeanwhileError, LabelFile, NotAtRestError
from .label_table import Table
from .label_values import Answer, Decision, Edits, JournalError, Key, LabelRow
from .last_seen import KeptCopy, Seen, in_order, unnoted
from .row_identity import escaped_rows, meant, said
from .stale import Change, Verdict, judge

_TRIES = 5  # writes that another program came into, each time
_REST_TRIES = 100  # pauses for a file that another program keeps writing
BATCH = 500
"""Decisions that are worked out and written at one go.

The book is held for that long, some 50 ms, and a new decision has to wait.
"""


class Projection:
    """Keeps one label file up to one journal. Only one thread at a time may call it.

    :meth:`answer` alone may be called by any.
    """

    def __init__(
        self,
        book: Book,
        file: LabelFile,
        backups: Path,
        now: Callable[[], datetime],
        files: Files,
    ) -> None:
        self._book = book
        self._file = file
        self._backups = backups
        self._now = now
        self._backed_up = ""  # the day
        self._known: Table | None = None  # the file as it was last whole
        self.seen: Seen | None = None  # its bytes, or those before rows were lost
        self._is_from_copy = False  # as a window before this one kept it
        self._copy = KeptCopy(backups, book.journal.stem, files)
        self._spoiled_before: frozenset[Key] = frozenset()  # its spoiled records then
        self._is_due = False  # the file changed and was not taken in yet
        self._hidden: list[Key] = []  # rows behind a flaw, beyond which nothing can be read
        self._noted: int | None = None  # the checksum that the journal had then
        self._spoiled: frozenset[Key] = frozenset()  # rows that were damaged in the file
        self._renamed: dict[Key, Key] = {}  # under which other keys the file has rows
        self._answers: list[Answer] = []
        self.accidents = Accidents(file.path, backups, book.journal.stem, book.annotator)

    def bring_up(self) -> None:
        """Write what the label file does not have yet; afterwards it is durable.

        Raises OSError, LabelFileError and FlawError; nothing is lost then.
        """
        if self._is_due or not self._file.is_usable or self.flaw is not None:
            self.look()  # what is wrong with the file comes before whether it may be written
            if not self.has_work:
                return
            if self.flaw is not None:
                raise FlawError(self.flaw)
        tries = 0
        while True:
            try:
                self._when_at_rest(self._write_all)
                return
            except NotAtRestError:
                raise
            except ChangedMeanwhileError:
                self._file.forget()
                tries += 1
                if tries == _TRIES:
                    raise

    def _write_all(self) -> None:
        done = False
        while not done:
            self._file.check_writable()
            with self._file.lock():
                done = self._write_batch()

    def _when_at_rest(
        self, action: Callable[[], None], waiting: Callable[[], None] = lambda: None
    ) -> None:
        """Do *action*; where another program may be writing the file, wait, and do it again.

        *waiting* is called before the first wait. Raises NotAtRestError where the file never
        comes to rest, and what *action* raises.
        """
        for number in range(_REST_TRIES):
            with suppress(NotAtRestError):
                action()
                return
            if number == 0:
                waiting()
            self._file.pause()
        action()

    @property
    def has_work(self) -> bool:
        """Whether the label file lacks anything, or is not known to be durable."""
        with self._book.lock:
            state = self._book.state
            lacks = bool(state.pending or state.back or self._answers)
            unsure = self._file.is_doubtful or self._is_due
            return lacks or unsure or self.has_lost_file or self.flaw is not None

    @property
    def flaw(self) -> Message | None:
        """What must be mended in the label file before anything can be written to it."""
        return self._file.table.flaw if self._file.is_usable else None

    @property
    def has_lost_file(self) -> bool:
        """Whether rows that were in the label file are in none now: it is gone or unreadable."""
        return not self._file.is_usable or bool(self._hidden) or self._is_lost

    @property
    def _is_lost(self) -> bool:
        return not self._file.exists and self._book.state.has_rows

    @property
    def lacking(self) -> int:
        """The number of decisions that no label file holds, each row of a lost one being one."""
        with self._book.lock:
            state = self._book.state
            if not self._file.is_usable or not self._file.exists:
                lost: Iterable[Key] = state.settled_keys
            else:
                lost = {*state.back, *self._hidden}
            rows = sum(state.has(key) and not state.waiting(key) for key in lost)
            return sum(entry.is_own for entry in state.pending.values()) + rows

    def answer(self, answer: Answer) -> None:
        """Set what to do about an accident when the file is next brought up to date."""
        self._answers.append(answer)

    def look(
        self, waiting: Callable[[], None] = lambda: None, *, without_journal: bool = False
    ) -> None:
        """Take in what other programs did to the file; raises what :meth:`bring_up` raises.

        *waiting* is called where it is not at rest yet. *without_journal* where that cannot be
        used: the rows of the file are shown all the same.
        """
        if without_journal:
            self._file.look()
            with self._book.lock:
                self._book.take_file(self._file.table.rows)
            self._file.forget()  # to be taken in properly once the journal is back
            return
        self._when_at_rest(self._look_once, waiting)

    def _look_once(self) -> None:
        with ExitStack() as held:
            # On a read-only or full disk there is no lock, and one may be stuck.
            with suppress(OSError):
                if os.path.exists(self._file.path):  # noqa: PTH110 - nor where nobody may look
                    held.enter_context(self._file.lock())
                    self._file.remove_leftovers()
            self._look()

    def _look(self) -> None:
        try:
            with self._book.journal_held():
                self.accidents.look_at(self._book.state)
        except (OSError, JournalError) as error:
            self._is_due |= self._file.look(self._encoding)  # is it still there?
            if isinstance(error, OSError):
                raise JournalError(journal_unusable(self._book.journal.folder, error)) from error
            raise
        changed = self._file.look(self._encoding)
        noted = self._book.state.checksum
        # Another window may have written since, and somebody put back what was there before.
        overtaken = noted not in (self._file.checksum, self._noted)
        if changed or overtaken or self._is_due or self._book.file_due:
            self._is_due = True
            as_left = noted == self._file.checksum
            if self._known is None and (self._book.state.back or not as_left):
                self._remember_copy()
            whole = self.seen.data if self.seen is not None else b""
            torn = self._file.drop_torn_tail(self._rows_perhaps_torn(), whole)
            self._take_in(torn)
            self._remember()
            self._keep_copy(as_left=as_left)
            self._noted = self._book.state.checksum
            self._is_due = False

    @property
    def _encoding(self) -> str:
        """The encoding that the file was written in when it was last whole."""
        return self.seen.encoding if self.seen is not None else self._book.state.encoding

    def _remember(self) -> None:
        """Remember the file as it is, if it is whole."""
        file, state = self._file, self._book.state
        if file.exists and file.table.flaw is None:
            self._known, self._spoiled_before = file.table, frozenset(file.table.spoiled)
            self._is_from_copy = False
            size = sum(len(piece) for piece in file.pieces)
            if not (state.back or state.doubts) and size == file.table.size:
                self.seen = Seen(file.pieces, file.encoding)

    def _keep_copy(self, *, as_left: bool) -> None:
        """Keep the file if it has what the journal lacks; *as_left*: nobody else changed it."""
        seen = self.seen
        if seen is not None and self._known is not None and seen.pieces is self._file.pieces:
            with suppress(OSError):  # a copy is more than was promised
                self._copy.keep(
                    self._unnoted(), self._known, seen, self._file.checksum, as_left=as_left
                )

    def _remember_copy(self) -> None:
        """Take for the last whole file what a window before this one kept."""
        self.seen = self._copy.read(self._encoding)
        if self.seen is not None:
            self._known = self.seen.table
            self._spoiled_before = frozenset(self._known.spoiled)
            self._is_from_copy = True
            if self._file.encoding != self.seen.encoding:  # damage may lead to another guess
                self._file.forget()
                self._file.look(self.seen.encoding)

    def _unnoted(self) -> dict[Key, LabelRow]:
        """Return the rows of the last whole file that the journal knows nothing of."""
        return unnoted(self._known, self._book.state) if self._known is not None else {}

    def _rows_perhaps_torn(self) -> Iterable[LabelRow]:
        """Yield rows of which the last record may be the beginning."""
        state, table = self._book.state, self._file.table
        if not table.tail:
            return
        with self._book.lock:
            waiting = list(state.pending.values())
            keys = list(state.settled_keys)
        yield from (row for entry in waiting if (row := entry.decision().after) is not None)
        for key in keys:
            row = state.settled(key)
            if row is not None and not table.says(row):
                yield row
        for row in self._unnoted().values():
            if not table.says(row):
                yield row

    def _write_batch(self) -> bool:
        """Write the oldest decisions that the file does not have; return whether that was all."""
        self._look()
        if self._answers:
            self._do_answers()
        if self.flaw is not None:  # also while there is nothing to write: the next label would be
            raise FlawError(self.flaw)
        lost = self._is_lost
        if lost:
            self._file.wait_for_rest(self._now().timestamp())
        base = self.seen.fresh_table() if lost and self.seen is not None else None
        with self._book.lock:
            entries = list(islice(self._book.state.pending.values(), BATCH))
            back = list(islice(self._book.state.back, BATCH))
            keys = {*(entry.key for entry in entries), *back}
            edits = self._edits(keys, base or self._file.table)
            last = max((entry.sequence for entry in entries), default=0)
        names = {self._file.table.key_of(key) for key in keys} - edits.keys()
        if any(name in self._file.table.rows for name in names):  # a set would go through all rows
            # Written by a program that ended before it noted so, perhaps after a failed fsync.
            self._file.distrust()
        if edits or self._file.is_doubtful:
            self._back_up()
        gone = self._file.modified is None
        if base is not None or edits:
            self._write(keys, edits, base)
        elif last or back or self._file.is_doubtful:
            self._file.make_durable()
        if last or back:
            self._book.settle(last, self._file.checksum, self._file.encoding, back)
        if lost:
            self.accidents.wrote_again(gone=gone)
        elif back:
            last_ones = not self._book.state.back
            self.accidents.wrote_back(back, self._renamed, self._spoiled, last=last_ones)
            self._spoiled -= {*back}  # the next accident may be another one
        return len(entries) < BATCH and len(back) < BATCH

    def _write(self, keys: set[Key], edits: Edits, base: Table | None) -> None:
        """Write *edits* of the rows *keys*; where the file is lost, into *base*, as it was."""
        file, table = self._file, base or self._file.table
        whole = None if base is None or self.seen is None else (base, self.seen.data)
        self._take_further(edits, table)
        rows = [row for key, row in edits.items() if row and key not in table.rows]
        if letters := table.lacking(edits.values()):
            self._write_in_unicode(keys, whole, letters)
        elif len(rows) == len(edits) and whole is None and file.can_append:
            file.append(rows)
        else:
            file.edit(edits, whole)
        self._remember()

    def _take_further(self, edits: Edits, table: Table) -> None:
        if self.seen is not None and self._book.state.back:
            keys = [table.key_of(row.key) for row in edits.values() if row is not None]
            table.take_further(self.seen.table, self.seen.record, keys)

    def _write_in_unicode(
        self, keys: set[Key], whole: tuple[Table, bytes] | None, letters: str
    ) -> None:
        """Turn the file, or the *whole* one that is lost, into UTF-8, and write the rows *keys*.

        Its encoding lacks *letters*. Rows that have escapes for such letters get them, too.
        """
        file, copy = self._file, None
        table = whole[0] if whole is not None else file.table
        with suppress(OSError):  # more than was promised: what the file says stays the same
            if file.exists:
                copy = self.accidents.keep_before_recoding(file, stamp(self._now())[:10])
        whole = file.in_unicode() if whole is None else table.in_unicode(whole[1])
        with self._book.lock:
            escaped = escaped_rows(table, self._book.state)
            self._renamed |= {key: name for key, name in escaped.items() if key != name}
            edits = self._edits({*keys, *escaped}, whole[0])
        self._take_further(edits, whole[0])
        file.edit(edits, whole)
        self.accidents.recoded(table, letters, copy)

    def _edits(self, keys: set[Key], table: Table) -> Edits:
        """Return what the file *table* has to say differently of *keys*, by the keys it has."""
        state = self._book.state
        edits: Edits = {}
        if not self._file.exists:  # it vanished: everything that it had goes into a new one
            had = {key for key in state.settled_keys if key not in state.doubts}
            keys = keys | {key for key in had if state.row(key) is not None or table.has_header}
            # What was taken out of it meanwhile, or is in doubt, does not come back.
            there = {table.key_of(key) for key in keys}
            edits = {name: None for name in table.rows if name not in there}
        known = {table.key_of(key) for key in self._renamed and state.keys}
        others = Counter(self._renamed.values())
        others.update(known & others.keys())
        for key in in_order(keys, table, state, self.seen if state.back else None):
            row = self._book.journalled_row(key)
            name = table.key_of(key)
            other = self._renamed.get(key)
            if other in table.rows and name not in table.rows:
                if others[other] == 1:
                    name = other
                elif other not in known and others[other] == 1 + len(table.hidden[other]):
                    edits[other] = None
            if said(table, row) != table.rows.get(name) or name in table.rewritten:
                edits[name] = row
        return edits

    def _take_in(self, torn: bool) -> None:
        """Make the file's rows known; what differs from the journal is journalled as outside."""
        book, file, table = self._book, self._file, self._file.table
        with book.journal_held():
            state = book.state
            self._hidden = []
            if table.flaw is not None or not file.exists:
                rows = {k: row for k, row in self._unnoted().items() if k not in table.rows}
                book.note(self._found(rows))
            if table.flaw is not None:
                keys = state.settled_keys
                self._hidden = [
                    key for key in keys if state.has(key) and table.key_of(key) not in table.rows
                ]
            lacking = state.back or state.doubts
            if not file.exists:  # an accident, not an intended edit: see bring_up
                book.take_file({})
                return
            as_left = state.checksum == file.checksum and not (state.pending or lacking)
            if table.is_faithful and as_left:
                state.adopt(table.rows)  # as we left it: nothing to compare
                book.take_file(table.rows)
                return
            if table.flaw:  # what cannot be read to its end says nothing of what it lacks
                verdict = Verdict()
            else:
                verdict = self._judge(torn)
            if table.tail or table.flaw or torn or verdict.lacks or verdict.back or verdict.doubts:
                file.wait_for_rest(self._now().timestamp())
            self._obey(verdict)

    def _judge(self, torn: bool) -> Verdict:
        before = None
        if self._known is not None and not self._is_from_copy:
            before = self._known.rows or None
        return judge(
            self._file.table,
            self._book.state,
            unnoted=self._unnoted(),
            before=before,
            spoiled_before=self._spoiled_before,
            modified=self._file.modified,
            torn=torn,
        )

    def _obey(self, verdict: Verdict) -> None:
        """Journal what is to be made of the file; call it with the journal held."""
        book, file, table = self._book, self._file, self._file.table
        if verdict.back or verdict.doubts:
            try:
                self.accidents.keep_copy(file, stamp(self._now())[:10])
            except ChangedMeanwhileError:
                raise
            except OSError:  # the copy is more than was promised; the rows are not held up
                pass
        rows = self._unnoted()
        back = in_order(verdict.back, table, book.state, self.seen)
        lacking = [key for key in (*back, *verdict.doubts) if key in rows]
        found = self._found({key: rows[key] for key in lacking})
        if verdict.back:  # into a file of its own: who is slow to write the old one may go on
            file.distrust()
        book.append_outside(
            self._outside(verdict.wishes, behind=len(found)),
            file.checksum,
            file.encoding,
            found=found,
            back=back,
            doubt=verdict.doubts,
            has=verdict.returned,
        )
        self._renamed = dict(verdict.renamed)
        self._spoiled |= verdict.spoiled
        table.rewritten = {self._renamed.get(key, table.key_of(key)) for key in verdict.spoiled}
        if verdict.back:
            self.accidents.found(verdict.rows, book.state)
        self.accidents.look_at(book.state)
        names = {table.key_of(key): key for key in book.state.keys}
        others = set(self._renamed.values())
        book.take_file(
            {names.get(key, key): row for key, row in table.rows.items() if key not in others}
        )

    def _found(self, rows: Mapping[Key, LabelRow]) -> list[Decision]:
        """Return the entries by which the journal gets to know *rows*."""
        return self._outside([(key, None, row) for key, row in rows.items()]) if rows else []

    def _outside(self, changes: Iterable[Change], *, behind: int = 0) -> list[Decision]:
        """Return the entries for *changes*, to be written behind so many others."""
        at, number = stamp(self._now()), self._book.journal.next_sequence + behind
        return [
            Decision(number + place, at, "outside", *key, before, after)
            for place, (key, before, after) in enumerate(changes)
        ]

    def _do_answers(self) -> None:
        """Journal what the reviewer said of accidents."""
        book, file, table = self._book, self._file, self._file.table
        with book.journal_held():
            state = book.state
            while self._answers:
                answer = self._answers[0]
                made: list[Change] = []
                back: list[Key] = []
                if answer in (Answer.PUT_BACK, Answer.RESTORE):
                    back = list(state.doubts)
                    if answer is Answer.RESTORE:
                        made = [(key, None, row) for key, row in state.taken_out().items()]
                        back += [key for key, _, _ in made]
                elif answer is Answer.LEAVE_OUT:
                    for key in state.doubts:
                        known, there = state.settled(key), table.rows.get(table.key_of(key))
                        made.append((key, known, meant(table, key, known, there)))
                else:
                    for key, (there, put) in self.accidents.put_back.items():
                        known = state.settled(key)
                        if known == put and not state.waiting(key):  # not decided again since
                            made.append((key, known, meant(table, key, known, there)))
                    back = [key for key, _, _ in made]
                    self.accidents.taken_out(back)
                book.append_outside(
                    self._outside(made), file.checksum, file.encoding, back=back, by_others=False
                )
                if answer in (Answer.PUT_BACK, Answer.RESTORE):
                    has = {key: table.rows.get(table.key_of(key)) for key in back}
                    self.accidents.found(has, state)
                self._answers.pop(0)
            self.accidents.look_at(state)

    def _back_up(self) -> None:
        """Keep a copy of the file as it was before the first change of a day (in UTC)."""
        day = stamp(self._now())[:10]
        if day == self._backed_up or not self._file.exists:
            return
        with suppress(OSError):  # a backup is more than was promised; the change is not held up
            stem = self._book.journal.stem
            keep_copy(self._file, self._backups / f"{stem}-{day}.csv", f"{stem}-*.csv")
            self._backed_up = day
