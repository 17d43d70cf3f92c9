"""Brings the label file up to date with the journal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from contextlib import suppress
from itertools import islice
from typing import NamedTuple

from ...messages import Message
from ..file.csv_format import utc_stamp
from ..file.label_file import ChangedMeanwhileError, NotAtRestError
from ..file.label_table import LabelTable
from ..label_values import Answer, Edits, Key, LabelRow
from ..mending.last_seen import in_order
from ..mending.row_identity import escaped_rows, meant, misnamed, said
from .file_problems import FlawError, keep_copy
from .intake import Intake
from .stale import RowChange

_TRIES = 5  # writes that another program came into, each time
BATCH = 500
"""Decisions that are written, and rows that are computed, in one batch.

The latter holds the lock of the rows for some 50 ms, for which a new decision has to wait.
"""
_MOST_BACK = 20_000  # rows that are put back at one go: for each of these the file is written whole


class _Said(NamedTuple):
    """What an answer comes to: rows before and after, and those that the file is to get again.

    The journal gets to know of those in ``new`` only now. ``has`` are rows that are put back, as
    the file has them.
    """

    made: Sequence[RowChange] = ()
    new: Sequence[RowChange] = ()
    back: Sequence[Key] = ()
    has: Mapping[Key, LabelRow | None] | None = None


class _Work(NamedTuple):
    """The rows whose records are to be looked at, in their *order*, and what comes of that.

    ``others`` says under how many ids that are not theirs the file has rows, and ``known`` which
    row each of these ids belongs to. ``taken_back`` are those of rows that are gone, ``due`` those
    to be written in any case.
    """

    order: Sequence[Key]
    others: Mapping[Key, int]
    known: Mapping[Key, Key]
    taken_back: Set[Key]
    edits: Edits
    due: Set[Key]


class Projection(Intake):
    """Keeps one label file up to date with one journal. Only one thread at a time may use it.

    Only :meth:`answer` is thread-safe.
    """

    def bring_up(self) -> None:
        """Write durably what the label file does not have yet.

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

    @property
    def has_work(self) -> bool:
        """True if the label file lacks anything, or is not known to be durable."""
        with self._current_rows.lock:
            state = self._current_rows.state
            lacks = bool(state.pending or state.back or self._answers)
            unsure = self._file.is_doubtful or self._is_due
            return lacks or unsure or self.has_lost_file or self.flaw is not None

    @property
    def flaw(self) -> Message | None:
        """What must be repaired in the label file before anything can be written to it."""
        return self._file.table.flaw if self._file.is_usable else None

    @property
    def has_lost_file(self) -> bool:
        """True if the label file with its rows is gone or unreadable."""
        return not self._file.is_usable or bool(self._hidden) or self._is_lost

    @property
    def _is_lost(self) -> bool:
        return not self._file.exists and self._current_rows.state.has_rows

    @property
    def lacking(self) -> int:
        """The number of decisions in no label file, including all rows of a lost file."""
        with self._current_rows.lock:
            state = self._current_rows.state
            if not self._file.is_usable or not self._file.exists:
                lost: Iterable[Key] = state.settled_keys
            else:
                lost = {*state.back, *self._hidden}
            rows = sum(state.has(key) and not state.waiting(key) for key in lost)
            return sum(entry.is_own for entry in state.pending.values()) + rows

    def answer(self, answer: Answer) -> None:
        """Set what to do about an accident when the file is next brought up to date."""
        self._answers.append(answer)

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
        with self._current_rows.lock:
            entries = list(islice(self._current_rows.state.pending.values(), BATCH))
            back = list(islice(self._current_rows.state.back, _MOST_BACK))
            keys = {*(entry.key for entry in entries), *back}
            last = max((entry.sequence for entry in entries), default=0)
        edits = self._edits(keys, base or self._file.table)
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
        self._taking_out = False
        if last or back:
            self._current_rows.settle(last, self._file.checksum, self._file.encoding, back)
        self._say_mended()
        if lost:
            self.accidents.wrote_again(gone=gone)
        elif back:
            last_ones = not self._current_rows.state.back
            state = self._current_rows.state
            self.accidents.wrote_back(back, self._renamed, self._spoiled, state, last=last_ones)
            self._spoiled -= {*back}  # the next accident may be another one
        return len(entries) < BATCH and len(back) < _MOST_BACK

    def _say_mended(self) -> None:
        """Report what was mended in the file, once that is written."""
        if self._mended is None or self._before_mending is None or self._file.is_mended:
            return
        found, (table, copy) = self._mended, self._before_mending
        self._mended = self._before_mending = None
        self.accidents.wrote_mended(found)
        if table.dialect.encoding != found.table.dialect.encoding:
            self.accidents.recoded(table, found.letters, copy, found.table)

    def _write(self, keys: set[Key], edits: Edits, base: LabelTable | None) -> None:
        """Write *edits* of the rows *keys*; where the file is lost, into *base*, as it was."""
        file, table = self._file, base or self._file.table
        older = self._as_before() if base is None else None
        if older is not None:
            file.edit({}, older)
            self._remember()
            return
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

    def _as_before(self) -> tuple[LabelTable, bytes] | None:
        """Return the older copy, if rows are taken out again and the file is to be just that.

        None where anything was decided since, another program wrote into the file, or it is in
        UTF-8 since, for the sake of letters.
        """
        if not self._taking_out or self._older is None:
            return None
        copy, encoding = self._older
        if encoding != self._file.encoding:
            return None
        try:
            data = copy.read_bytes()
        except OSError:
            return None
        older, table = LabelTable(data, encoding, self._file.texts), self._file.table
        with self._current_rows.lock:
            state = self._current_rows.state
            edits = {} if state.pending else self._edits({*state.back}, table)
        rows = dict(table.rows)
        for name, row in edits.items():
            rows.pop(name, None)
            if row is not None:
                said_there = older.expressed(row)
                rows[said_there.key] = said_there
        same = rows == older.rows and not table.hidden and table.further == older.further
        return (LabelTable(data, encoding, self._file.texts), data) if same and edits else None

    def _take_further(self, edits: Edits, table: LabelTable) -> None:
        if self.seen is not None and self._current_rows.state.back:
            keys = [table.key_of(row.key) for row in edits.values() if row is not None]
            table.take_further(self.seen.table, self.seen.record, keys)

    def _write_in_unicode(
        self, keys: set[Key], whole: tuple[LabelTable, bytes] | None, letters: str
    ) -> None:
        """Turn the file, or the *whole* one that is lost, into UTF-8, and write the rows *keys*.

        Its encoding lacks *letters*. Rows that have escapes for such letters get them, too.
        """
        file, copy = self._file, None
        table = whole[0] if whole is not None else file.table
        with suppress(OSError):  # more than was promised: what the file says stays the same
            if file.exists:
                copy = self.accidents.keep_before_recoding(file, utc_stamp(self._now())[:10])
        whole = file.in_unicode() if whole is None else table.in_unicode(whole[1])
        with self._current_rows.lock:
            escaped = escaped_rows(table, self._current_rows.state)
            self._renamed |= {key: name for key, name in escaped.items() if key != name}
            edits = self._edits({*keys, *escaped}, whole[0])
        self._take_further(edits, whole[0])
        file.edit(edits, whole)
        self.accidents.recoded(table, letters, copy)

    def _edits(self, keys: set[Key], table: LabelTable) -> Edits:
        """Return what the file *table* has to say differently of *keys*, by the keys it has."""
        with self._current_rows.lock:
            work = self._work(keys, table)
        for start in range(0, len(work.order), BATCH):
            with self._current_rows.lock:
                for key in work.order[start : start + BATCH]:
                    self._edit(key, work, table)
        return work.edits

    def _work(self, keys: set[Key], table: LabelTable) -> _Work:
        """Return what is to be known of all *keys* before each of them is looked at."""
        state = self._current_rows.state
        edits: Edits = {}
        if not self._file.exists:  # it vanished: everything that it had goes into a new one
            had = {key for key in state.settled_keys if key not in state.doubts}
            keys = keys | {key for key in had if state.row(key) is not None or table.has_header}
            # What was taken out of it meanwhile, or is in doubt, does not come back.
            there = {table.key_of(key) for key in keys}
            edits = {name: None for name in table.rows if name not in there}
        others, known, keys = Counter(self._renamed.values()), dict[Key, Key](), {*keys}
        if others:
            names = {
                table.key_of(key): key
                for key in state.keys
                if state.row(key) is not None and key not in state.doubts
            }
            known = {name: names[name] for name in others.keys() & names.keys()}
        others.update(known.keys())
        for name, count in others.items():  # its own row is the only one that keeps this id
            if name in known and count == 1 + len(table.hidden.get(name, ())) > 1:
                table.merged.add(name)
                keys.add(known[name])
        taken_back = {table.key_of(key) for key in keys if state.row(key) is None}
        order = in_order(keys, table, state, self.seen if state.back else None)
        order.sort(key=lambda key: state.row(key) is not None)  # gone ones first
        return _Work(order, others, known, taken_back, edits, table.due)

    def _edit(self, key: Key, work: _Work, table: LabelTable) -> None:
        """Add what the file *table* has to say differently of *key* to the edits of *work*."""
        row, edits = self._current_rows.journalled_row(key), work.edits
        name = table.key_of(key)
        other: Key | None = self._renamed.get(key)
        if other in table.rows and name not in table.rows:
            records, others = 1 + len(table.hidden.get(other, ())), work.others[other]
            if other not in work.known and others + (other in work.taken_back) == records > 1:
                edits[other] = None
            elif others == 1:
                name = other
        if (place := self._instead.get(key)) in edits and name not in table.rows:
            name = place
        if said(table, row) != table.rows.get(name) or name in work.due:
            edits[name] = row

    def _do_answers(self) -> None:
        """Journal what the reviewer said of accidents."""
        current_rows, file = self._current_rows, self._file
        with current_rows.journal_held():
            while self._answers:
                answer = self._answers[0]
                if answer in (Answer.PUT_BACK, Answer.RESTORE):
                    said = self._put_back(everything=answer is Answer.RESTORE)
                elif answer is Answer.LEAVE_OUT:
                    said = self._left_out()
                else:
                    said = self._taken_out()
                current_rows.append_outside(
                    self._outside(said.made, behind=len(said.new)),
                    file.checksum,
                    file.encoding,
                    found=self._outside(said.new),
                    back=said.back,
                    by_others=False,
                )
                if said.has is not None:
                    self.accidents.found(said.has, current_rows.state)
                self._answers.pop(0)
            self.accidents.look_at(current_rows.state)

    def _put_back(self, *, everything: bool) -> _Said:
        """Return what puts the rows in doubt back, and, with *everything*, those taken out."""
        state, table = self._current_rows.state, self._file.table
        back = list(state.doubts)
        renamed = self._under_other_ids(back)
        gone = {there: table.rows[table.key_of(there)] for there in renamed.values()}
        new: list[RowChange] = [
            (key, None, row) for key, row in gone.items() if not state.knows(key)
        ]
        made: list[RowChange] = [(key, row, None) for key, row in gone.items()]
        if everything:
            out = state.taken_out()
            made += [(key, None, row) for key, row in out.items()]
            back += out
        has = {key: table.rows.get(table.key_of(renamed.get(key, key))) for key in back}
        self.accidents.taken_out(gone)
        return _Said(made, new, [*back, *gone], has)

    def _left_out(self) -> _Said:
        state, table = self._current_rows.state, self._file.table
        made = []
        for key in state.doubts:
            known, there = state.settled(key), table.rows.get(table.key_of(key))
            made.append((key, known, meant(table, key, known, there)))
        return _Said(made)

    def _under_other_ids(self, keys: Iterable[Key]) -> dict[Key, Key]:
        """Return the rows that may be *keys* under other ids, and that these replace.

        Each is the only one, and was not there before.
        """
        state, table = self._current_rows.state, self._file.table
        rows = {key: row for key in keys if (row := state.settled(key)) is not None}
        names = {table.key_of(key): key for key in state.keys} if rows else {}
        before = self.seen.table.rows if self.seen is not None else {}
        strangers = [
            row
            for there, row in table.rows.items()
            if there not in before
            and (there not in names or state.versions.came_outside(names[there]))
        ]
        found = misnamed(table, rows, strangers)
        renamed = {key: names.get(name, name) for key, name in found.items() if name is not None}
        self._instead.update((key, table.key_of(there)) for key, there in renamed.items())
        return renamed

    def _taken_out(self) -> _Said:
        """Return what the rows that were put back become again, also under other ids."""
        state, table = self._current_rows.state, self._file.table
        put_back = self.accidents.put_back
        names = Counter(there.key for there, _ in put_back.values() if there is not None)
        made: list[RowChange] = []
        new: list[RowChange] = []
        for key, (there, put) in put_back.items():
            known = state.settled(key)
            if known != put or state.waiting(key):  # decided again since
                continue
            if there is None or there.key == table.key_of(key):
                made.append((key, known, meant(table, key, known, there)))
            elif names[there.key] == 1 and there.key not in table.rows:
                self._instead[there.key] = table.key_of(key)
                made.append((key, known, None))
                new.append((there.key, None, meant(table, key, known, there)))
            else:  # rows of several ids had become rows of one
                there = there._replace(pair_id=key[0], annotator=key[1])
                made.append((key, known, meant(table, key, known, there)))
        back = [key for key, _, _ in (*made, *new)]
        self.accidents.taken_out(back)
        self._taking_out = True
        return _Said(made, new, back)

    def _back_up(self) -> None:
        """Keep a copy of the file as it was before the first change of a day (in UTC)."""
        day = utc_stamp(self._now())[:10]
        if day == self._backed_up or not self._file.exists:
            return
        with suppress(OSError):  # a backup is more than was promised; the change is not held up
            stem = self._current_rows.journal.stem
            keep_copy(self._file, self._backups / f"{stem}-{day}.csv", f"{stem}-*.csv")
            self._backed_up = day
