"""Takes in what other programs did to the label file, and separates intent from accidents."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Set
from contextlib import ExitStack, suppress
from datetime import datetime
from itertools import islice
from pathlib import Path

from ..file.csv_format import utc_stamp
from ..file.files import Files
from ..file.label_file import ChangedMeanwhileError, LabelFile, NotAtRestError
from ..file.label_table import LabelTable
from ..journal.current_rows import CurrentRows
from ..label_values import Answer, Decision, JournalError, Key, LabelRow
from ..mending.last_seen import KeptCopy, SeenFile, in_order, unnoted
from ..mending.mending import Mended, known_rows, mended
from ..mending.torn_ends import Ending, ending_of
from .accident_reports import Accidents
from .file_problems import journal_unusable
from .stale import Resolution, RowChange, resolve

_MANY = 500  # rows, which take a moment to be brought back
_AT_ONCE = 2_000  # rows that the journal gets to know at one go, in some tenths of a second
_REST_TRIES = 100  # pauses for a file that another program keeps writing


class Intake:
    """The label file as it was last seen, and what the journal does not know of it yet.

    Only one thread at a time may use it.
    """

    def __init__(
        self,
        current_rows: CurrentRows,
        file: LabelFile,
        backups: Path,
        now: Callable[[], datetime],
        files: Files,
    ) -> None:
        self._current_rows = current_rows
        self._file = file
        self._backups = backups
        self._now = now
        self._backed_up = ""  # the day
        self._known: LabelTable | None = None  # the file as it was last whole
        self._rows_known = 0  # as many of its first rows: what another program adds comes behind
        self._misnamed_known: Set[Key] = frozenset()  # those of them that are other rows
        self.seen: SeenFile | None = None  # its bytes, or those before rows were lost
        self._is_from_copy = False  # as a window before this one kept it
        self._copy = KeptCopy(backups, current_rows.journal.stem, files)
        self._spoiled_before: frozenset[Key] = frozenset()  # its spoiled records then
        self._is_due = False  # the file changed and was not taken in yet
        self._hidden: list[Key] = []  # rows behind a flaw, beyond which nothing can be read
        self._noted: int | None = None  # the checksum that the journal had then
        self._spoiled: frozenset[Key] = frozenset()  # rows that were damaged in the file
        self._renamed: dict[Key, Key] = {}  # under which other keys the file has rows
        self._instead: dict[Key, Key] = {}  # rows that take the place of those that are taken out
        self._mended: Mended | None = None  # what is not in the file yet
        self._before_mending: tuple[LabelTable, Path | None] | None = None  # and the copy of it
        self._older: tuple[Path, str] | None = None  # the file before that, and its encoding
        self._taking_out = False  # the file is to be as it was then
        self._answers: list[Answer] = []
        self._waiting: Callable[[], None] | None = None  # to be called where a look takes long
        self.accidents = Accidents(
            file.path, backups, current_rows.journal.stem, current_rows.annotator
        )

    def look(
        self, waiting: Callable[[], None] = lambda: None, *, without_journal: bool = False
    ) -> None:
        """Take in what other programs did to the file; raises what :meth:`bring_up` raises.

        *waiting* is called if the file is still being written, or lacks so many rows that this
        takes a while. With *without_journal*, the journal cannot be used: the rows of the file are
        still shown.
        """
        if without_journal:
            self._file.look()
            with self._current_rows.lock:
                self._current_rows.take_file(self._file.table.rows)
            self._file.forget()  # to be taken in properly once the journal is back
            return
        self._waiting = waiting
        try:
            self._when_at_rest(self._look_once, waiting)
        finally:
            self._waiting = None

    def _when_at_rest(
        self, action: Callable[[], None], waiting: Callable[[], None] = lambda: None
    ) -> None:
        """Run *action*; if another program may be writing the file, wait and run it again.

        *waiting* is called before the first wait. Raises NotAtRestError if the file keeps changing,
        and what *action* raises.
        """
        tries = iter(range(_REST_TRIES))
        for number in tries:
            with suppress(NotAtRestError):
                action()
                return
            if number == 0:
                waiting()
            self._file.pause()
            while self._file.is_to_wait_for(self._now().timestamp()):
                if next(tries, None) is None:
                    break
                self._file.pause()
        action()

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
            with self._current_rows.journal_held():
                self.accidents.look_at(self._current_rows.state)
        except (OSError, JournalError) as error:
            self._is_due |= self._file.look(self._encoding)  # is it still there?
            if isinstance(error, OSError):
                raise JournalError(
                    journal_unusable(self._current_rows.journal.folder, error)
                ) from error
            raise
        changed = self._file.look(self._encoding)
        noted = self._current_rows.state.checksum
        # Another window may have written since, and somebody put back what was there before.
        overtaken = noted not in (self._file.checksum, self._noted)
        if changed or overtaken or self._is_due or self._current_rows.file_due:
            self._is_due = True
            as_left = noted == self._file.checksum
            if self._waiting is not None and self._rows_known - len(self._file.table.rows) > _MANY:
                self._waiting()
            if self._known is None and (self._current_rows.state.back or not as_left):
                self._remember_copy()
            self._mended = None if as_left else self._mend()
            has_flaw = self._file.table.flaw is not None
            ending = self._drop_torn_tail()
            if has_flaw and ending is Ending.TORN and self._mended is None:
                self._mended = self._mend(torn=True)  # what stands before that row
            self._take_in(ending)
            if self._mended is not None:
                with self._current_rows.lock:
                    self.accidents.found_mended(self._mended.rows, self._current_rows.state)
            self._remember()
            self._keep_copy(as_left=as_left)
            self._noted = self._current_rows.state.checksum
            self._is_due = False

    def _mend(self, *, torn: bool = False) -> Mended | None:
        """Repair what nobody can have meant before the file is compared; return the repairs.

        Rows that lost letters are journalled, because somebody may want them as they are.
        """
        file, data = self._file, b"".join(self._file.pieces)[: self._file.table.size]
        with self._current_rows.lock:
            known = known_rows(self._current_rows.state, self.seen)
        # Without the lock: where many rows were rewritten this takes seconds.
        found = mended(file.table, data, known, self.seen, torn=torn)
        if found is None:
            return None
        file.wait_for_rest(self._now().timestamp())
        copy = self._keep_older()
        others = self._unnoted()
        unnoted_rows = [(key, row) for key, row in others.items() if key in found.rows]
        for start in range(0, len(unnoted_rows), _AT_ONCE):  # a new decision may come between
            with self._current_rows.journal_held():
                self._current_rows.note(self._found(dict(unnoted_rows[start : start + _AT_ONCE])))
        self._before_mending = file.table, copy
        file.mend(found.table, found.data)
        return found

    def _keep_older(self) -> Path | None:
        """Keep a copy of the file before it is repaired; return its path if that worked."""
        self._older = None
        try:
            copy = self.accidents.keep_copy(self._file, utc_stamp(self._now())[:10])
        except ChangedMeanwhileError:
            raise
        except OSError:  # the copy is more than was promised; the rows are not held up
            return None
        self._older = copy, self._file.encoding
        return copy

    @property
    def _encoding(self) -> str:
        """The encoding that the file was written in when it was last whole."""
        return self.seen.encoding if self.seen is not None else self._current_rows.state.encoding

    def _remember(self) -> None:
        """Remember the file as it is, if it is whole."""
        file, state = self._file, self._current_rows.state
        if file.exists and file.table.flaw is None:
            self._known, self._spoiled_before = file.table, frozenset(file.table.spoiled)
            self._rows_known = len(file.table.rows)
            self._misnamed_known = frozenset(self._renamed.values())
            self._is_from_copy = False
            size = sum(len(piece) for piece in file.pieces)
            if not (state.back or state.doubts) and size == file.table.size:
                self.seen = SeenFile(file.pieces, file.encoding)

    def _keep_copy(self, *, as_left: bool) -> None:
        """Copy the file if it has what the journal lacks; *as_left* if nobody else changed it."""
        seen = self.seen
        if seen is not None and self._known is not None and seen.pieces is self._file.pieces:
            with suppress(OSError):  # a copy is more than was promised
                self._copy.keep(
                    self._unnoted(), self._known, seen, self._file.checksum, as_left=as_left
                )

    def _remember_copy(self) -> None:
        """Load the last whole file that an earlier window kept."""
        self.seen = self._copy.read(self._encoding)
        if self.seen is not None:
            self._known = self.seen.table
            self._rows_known = len(self._known.rows)
            self._misnamed_known = frozenset()
            self._spoiled_before = frozenset(self._known.spoiled)
            self._is_from_copy = True
            if self._file.encoding != self.seen.encoding:  # damage may lead to another guess
                self._file.forget()
                self._file.look(self.seen.encoding)

    def _unnoted(self) -> dict[Key, LabelRow]:
        """Return the rows of the last whole file that are not in the journal."""
        if self._known is None:
            return {}
        found = unnoted(self._known, self._current_rows.state, self._rows_known)
        return {key: row for key, row in found.items() if key not in self._misnamed_known}

    def _drop_torn_tail(self) -> Ending:
        """Drop a last record that was never written completely; return how the file ends."""
        file, table = self._file, self._file.table
        ending = Ending.WHOLE
        if table.tail:
            data, rows = b"".join(file.pieces), self._rows_perhaps_torn()
            ending = ending_of(table, data, rows, self.seen, self._lacks_rows)
        if ending is Ending.TORN:
            file.drop_torn_tail()
        return Ending.TORN if self._mended is not None and self._mended.torn else ending

    def _lacks_rows(self) -> bool:
        state, table = self._current_rows.state, self._file.table
        with self._current_rows.lock:
            known = [key for key in state.live_keys if not state.is_lacking(key)]
        return any(table.key_of(key) not in table.rows for key in (*known, *self._unnoted()))

    def _rows_perhaps_torn(self) -> Iterable[LabelRow]:
        """Yield rows that may begin like the last record."""
        state, table = self._current_rows.state, self._file.table
        with self._current_rows.lock:
            waiting = list(state.pending.values())
            keys = list(state.settled_keys)
        yield from (row for entry in waiting if (row := entry.decision().after) is not None)
        for key in keys:
            row = state.last_said(key)  # an older copy has what was taken away since
            if row is not None and not table.says(row):
                yield row
        for row in self._unnoted().values():
            if not table.says(row):
                yield row

    def _take_in(self, ending: Ending) -> None:
        """Take over the file's rows, and journal the differences as changes from outside."""
        current_rows, file, table = self._current_rows, self._file, self._file.table
        with current_rows.journal_held():
            state = current_rows.state
            self._hidden = []
            if table.flaw is not None or not file.exists:
                rows = {k: row for k, row in self._unnoted().items() if k not in table.rows}
                current_rows.note(self._found(rows))
            if table.flaw is not None:
                keys = state.settled_keys
                self._hidden = [
                    key for key in keys if state.has(key) and table.key_of(key) not in table.rows
                ]
            lacking = state.back or state.doubts
            if not file.exists:  # an accident, not an intended edit: see bring_up
                current_rows.take_file({})
                return
            as_left = state.checksum == file.checksum and not (state.pending or lacking)
            says_all = table.is_faithful and (table.has_further or not state.says_more)
            if says_all and as_left:
                self._renamed = {}
                state.adopt(table.rows)  # as we left it: nothing to compare
                current_rows.take_file(table.rows)
                return
            if table.flaw:  # what cannot be read to its end says nothing of what it lacks
                resolution = Resolution()
            else:
                resolution = self._resolve(ending)
            torn = ending is Ending.TORN
            if (
                table.tail
                or table.flaw
                or torn
                or resolution.lacks
                or resolution.back
                or resolution.doubts
            ):
                file.wait_for_rest(self._now().timestamp())
            self._obey(resolution)

    def _resolve(self, ending: Ending) -> Resolution:
        before = None
        if self._known is not None and not self._is_from_copy:
            before = list(islice(self._known.rows, self._rows_known)) or None
        return resolve(
            self._file.table,
            self._current_rows.state,
            unnoted=self._unnoted(),
            before=before,
            spoiled_before=self._spoiled_before,
            modified=self._file.modified,
            ending=ending,
        )

    def _obey(self, resolution: Resolution) -> None:
        """Journal the *resolution* on the file; to be called with the journal held."""
        current_rows, file, table = self._current_rows, self._file, self._file.table
        if (resolution.back or resolution.doubts) and not file.is_mended:
            self._keep_older()
        rows = self._unnoted()
        back = in_order(resolution.back, table, current_rows.state, self.seen)
        lacking = [key for key in (*back, *resolution.doubts) if key in rows]
        found = self._found({key: rows[key] for key in lacking})
        if resolution.back:  # into a file of its own: who is slow to write the old one may go on
            file.distrust()
        current_rows.append_outside(
            self._outside(resolution.wishes, behind=len(found)),
            file.checksum,
            file.encoding,
            found=found,
            back=back,
            doubt=resolution.doubts,
            has=resolution.returned,
        )
        self._renamed = dict(resolution.renamed)
        self._spoiled |= resolution.spoiled
        table.rewritten = {self._renamed.get(key, table.key_of(key)) for key in resolution.spoiled}
        if resolution.back:
            self.accidents.found(resolution.rows, current_rows.state)
        self.accidents.look_at(current_rows.state)
        names = {table.key_of(key): key for key in current_rows.state.keys}
        others = set(self._renamed.values())
        current_rows.take_file(
            {names.get(key, key): row for key, row in table.rows.items() if key not in others}
        )

    def _found(self, rows: Mapping[Key, LabelRow]) -> list[Decision]:
        """Return the entries that record *rows* in the journal."""
        return self._outside([(key, None, row) for key, row in rows.items()]) if rows else []

    def _outside(self, changes: Iterable[RowChange], *, behind: int = 0) -> list[Decision]:
        """Return the entries for *changes*, to be written behind that number of others."""
        at, number = utc_stamp(self._now()), self._current_rows.journal.next_sequence + behind
        return [
            Decision(number + place, at, "outside", *key, before, after)
            for place, (key, before, after) in enumerate(changes)
        ]
