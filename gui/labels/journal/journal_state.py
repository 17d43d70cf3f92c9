"""The state that results from all entries of the journal: rows, pending decisions, undo."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from ..label_values import Decision, Key, LabelRow
from .journal import News
from .journal_entries import Entry, JournalLine, decision_line, lacks_line
from .row_changes import merged


class Version(NamedTuple):
    """A row as the label file had it for a while; None if it had none.

    Our writes to the file are numbered in the order of the journal. ``since`` is the write that
    brought the version; ``seen`` is the first write at which anybody could have read it: a copy of
    the file with this version is not older. What another program wrote proves nothing of the kind,
    because that program may have had it in memory for long: its ``seen`` is that of the row that it
    replaced. ``own`` is True for what was decided here.
    """

    since: int
    seen: int
    own: bool
    row: LabelRow | Entry | None

    def value(self) -> LabelRow | None:
        """Return the row; of an entry it is parsed now."""
        return self.row.decision().after if isinstance(self.row, Entry) else self.row


class Versions:
    """The versions of all rows; the row of the last version of each is in the state."""

    def __init__(self) -> None:
        self.writes = 0
        self._last: dict[Key, tuple[int, int, bool]] = {}
        self._earlier: dict[Key, list[Version]] = {}
        self._lacked: dict[Key, int] = {}  # since when the file lacks it, by accident

    def clear(self) -> None:
        """Forget everything."""
        self.writes = 0
        self._last.clear()
        self._earlier.clear()
        self._lacked.clear()

    def enter(self, key: Key, entries: Sequence[Entry], last: LabelRow | Entry | None) -> None:
        """Note that the next write brings *entries*, all about *key*; *last* is the row before."""
        write = self.writes + 1
        own = entries[-1].what != "outside"
        if key in self._last:
            since, seen, was_own = self._last[key]
            self._earlier.setdefault(key, []).append(Version(since, seen, was_own, last))
            if key in self._lacked:
                self._earlier[key].append(Version(self._lacked[key], 0, False, None))
        else:
            seen = 0
            if not entries[0].brings:
                there = Version(0, 0, False, entries[0].decision().before)
                self._earlier[key] = [there]
        if own:
            seen = write
            for entry in entries[:-1]:  # it may have come into the file, too, if never noted
                self._earlier.setdefault(key, []).append(Version(write, write, True, entry))
        self._last[key] = (write, seen, own)
        self._lacked.pop(key, None)

    def lack(self, key: Key) -> None:
        """Note that the file lost the row by accident, or got an earlier version of it."""
        self._lacked.setdefault(key, self.writes + 1)

    def put_back(self, key: Key, row: LabelRow | Entry | None) -> None:
        """Note that the next write brings *row* back, which the file had lost."""
        since = self._lacked.pop(key, None)
        if since is not None and key in self._last:
            seen = self._last[key][1]
            gone = Version(since, 0, True, None)
            before = Version(*self._last[key], row)
            self._earlier.setdefault(key, []).extend((before, gone))
            self._last[key] = (self.writes + 1, seen, True)

    def has_earlier(self, key: Key) -> bool:
        """Return whether the row ever had another version."""
        return key in self._earlier

    def all_of(self, key: Key, last: LabelRow | Entry | None) -> Iterator[Version]:
        """Yield all versions, the oldest first; *last* is the row of the last one."""
        yield from self._earlier.get(key, ())
        if key in self._last:
            yield Version(*self._last[key], last)

    def seen(self, key: Key) -> int:
        """Return the first write at which the last version could be read."""
        return self._last.get(key, (0, 0, False))[1]

    def is_own(self, key: Key) -> bool:
        """Return whether the last version was decided here."""
        return self._last.get(key, (0, 0, False))[2]

    def at(self, key: Key, write: int, last: LabelRow | None) -> LabelRow | None:
        """Return the row after *write*; *last* is the row of the last version."""
        found = None
        for version in self.all_of(key, last):
            if version.since <= write:
                found = version
        return found.value() if found is not None else None

    def decided_after(self, key: Key, write: int) -> bool:
        """Return whether something was decided here after *write*."""
        return any(version.own and version.since > write for version in self.all_of(key, None))

    def gaps(self, key: Key, write: int) -> Iterator[tuple[int, int]]:
        """Yield the intervals after *write* in which the row was absent: from, to (exclusive)."""
        for gone, back in pairwise(self.all_of(key, None)):
            if gone.own and gone.since > write and gone.value() is None:
                yield gone.since, back.since

    def taken_out(self, key: Key) -> LabelRow | None:
        """Return a row that another program removed from the file; None for others.

        To be called for a row that is not in the file.
        """
        if key not in self._earlier or self._last[key][2]:
            return None
        return self._earlier[key][-1].value()

    def came_outside(self, key: Key) -> bool:
        """Return whether another program added the row."""
        earlier = self._earlier.get(key)
        return not self.is_own(key) and (not earlier or earlier[-1].value() is None)

    def born(self, key: Key, write: int, last: LabelRow | None) -> int:
        """Return since which write the file, as of *write*, has the row in any version."""
        since = 0
        gone = True
        for version in self.all_of(key, last):
            if version.since > write:
                break
            row = version.row
            if row is None or (isinstance(row, Entry) and row.takes_away):
                gone = True
            elif gone:
                since, gone = version.since, False
        return since


class JournalState:
    """The sum of the journal's entries: everybody's rows, and one annotator's undo history.

    ``pending`` has the decisions that the label file does not have yet, by number; ``past`` rows
    that an undo removed; ``checksum`` is that of the label file when it was last known to have
    everything, and ``encoding`` its encoding then. ``back`` are rows that the file lost by
    accident, to be written again; ``doubts`` are rows that may have been lost by accident or not,
    and that are kept here and left out of the file meanwhile. ``says_more`` is False if no row has
    a value for a column that only some label files have.
    """

    def __init__(self, annotator: str) -> None:
        self._annotator = annotator
        self.pending: dict[int, Entry] = {}
        self.checksum: int | None = None
        self.encoding = "utf-8"
        self._settled: dict[Key, LabelRow | Entry | None] = {}  # an entry: its row, not yet parsed
        self._waiting: dict[Key, list[Entry]] = {}  # what is pending, by row
        self.past: dict[Key, LabelRow] = {}
        self.history = UndoHistory()
        self.versions = Versions()
        self.back: dict[Key, None] = {}  # in the order in which they are to be written
        self.doubts: dict[Key, None] = {}
        self.says_more = False

    def absorb(self, news: News) -> set[Key]:
        """Apply *news*; return the keys of the rows they are about."""
        if news.anew:
            self._settled.clear()
            self.checksum = None
            self.pending.clear()
            self._waiting.clear()
            self.past.clear()
            self.history.clear()
            self.versions.clear()
            self.back.clear()
            self.doubts.clear()
        return self.absorb_entries(news.entries)

    def absorb_entries(self, entries: Iterable[Entry]) -> set[Key]:
        """Apply *entries*; return the keys of the rows they are about."""
        touched = set()
        for entry in entries:
            if entry.lacks:
                self.lack(**entry.lacks)
            if entry.saved >= 0:
                self.put_back(entry.has)
                self.encoding = entry.encoding
                self.settle(entry.saved, entry.checksum)
            elif entry.sequence:
                touched.add(entry.key)
                self._enter(entry)
        return touched

    def unsaved_lines(self, number: int) -> list[JournalLine]:
        """Return lines for another journal with everything that the label file does not have.

        *number* is the first free sequence number.
        """
        lines = [JournalLine(entry.about, entry.body) for entry in self.pending.values()]
        for key in (*self.back, *self.doubts):
            row = self.settled(key)
            if row is not None and key not in self._waiting:
                outside = Decision(number, row.updated_at, "outside", *key, None, row)
                lines.append(decision_line(outside))
                number += 1
        if self.back or self.doubts:
            lines.append(lacks_line(self.back, self.doubts))
        return lines

    def keep(self, entries: Sequence[Entry]) -> None:
        """Start over after the journal was lost, with the *entries* of the new one."""
        self.pending.clear()
        self._waiting.clear()
        self.history.clear()
        self.absorb_entries(entries)

    def settle(self, sequence: int, checksum: int | None) -> None:
        """Note that the label file, with this *checksum*, has everything up to *sequence*."""
        self.checksum = checksum
        versions = self.versions
        numbers = [number for number in self.pending if number <= sequence]
        for key in dict.fromkeys(self.pending[number].key for number in numbers):
            waiting = self._waiting.pop(key)
            done = [entry for entry in waiting if entry.sequence <= sequence]
            versions.enter(key, done, self._settled.get(key))
            self._forget_accident(key)
            if len(done) == 1 and key not in self._settled:
                self._settled[key] = done[0]
            else:
                self._settled[key] = self._sum(key, done)
            if len(done) < len(waiting):
                self._waiting[key] = waiting[len(done) :]
        for number in numbers:
            del self.pending[number]
        versions.writes += 1

    def lack(self, back: Iterable[Key] = (), doubt: Iterable[Key] = ()) -> None:
        """Note that the label file lost rows by accident, or, with *doubt*, perhaps on purpose."""
        for keys, these, others in (
            (back, self.back, self.doubts),
            (doubt, self.doubts, self.back),
        ):
            for key in keys:
                if self.knows(key):
                    these[key] = None
                    others.pop(key, None)
                    self.versions.lack(key)

    def put_back(self, keys: Iterable[Key]) -> None:
        """Note that the label file has the rows *keys* again."""
        for key in keys:
            if self.is_lacking(key):
                self.versions.put_back(key, self._settled.get(key))
                self._forget_accident(key)

    def taken_out(self) -> dict[Key, LabelRow]:
        """Return the rows that other programs removed from the label file."""
        found = {}
        for key in self._settled:
            if self.row(key) is None and (row := self.versions.taken_out(key)) is not None:
                found[key] = row
        return found

    def is_lacking(self, key: Key) -> bool:
        """Return whether the label file lost the row by accident, or perhaps so."""
        return key in self.back or key in self.doubts

    def _forget_accident(self, key: Key) -> None:
        self.back.pop(key, None)
        self.doubts.pop(key, None)

    def settled(self, key: Key) -> LabelRow | None:
        """Return the row in the label file, including values that it has no column for."""
        row = self._settled.get(key)
        if isinstance(row, Entry):
            row = self._settled[key] = row.decision().after
        return row

    def last_said(self, key: Key) -> LabelRow | None:
        """Return the row that the label file had last, even if it has none any more."""
        found = None
        for version in self.versions.all_of(key, self.settled(key)):
            found = version.value() or found
        return found

    def row(self, key: Key) -> LabelRow | None:
        """Return the row with all decisions that the label file does not have yet."""
        waiting = self._waiting.get(key)
        return self._sum(key, waiting) if waiting else self.settled(key)

    def adopt(self, rows: Mapping[Key, LabelRow]) -> None:
        """Take over *rows* of the label file, which are known to agree with the journal."""
        for key in self._settled:
            if not self.is_lacking(key):
                self._settled[key] = rows.get(key)

    def put_settled(self, key: Key, row: LabelRow | None) -> None:
        """Set the row that the label file has if the journal could not be written."""
        self._settled[key] = row

    def share(self, key: Key, row: LabelRow | None) -> None:
        """Keep *row* in place of an equal one, so that each is in memory only once."""
        if row is not None and self._settled.get(key) == row:
            self._settled[key] = row

    @property
    def has_rows(self) -> bool:
        """True if the label file should have any row that the journal knows."""
        return any(True for _ in self.live_keys)

    @property
    def live_keys(self) -> Iterator[Key]:
        """The keys of all rows that the label file should have, as far as the journal knows."""
        return (key for key in self._settled if self.settled(key) is not None)

    @property
    def row_count(self) -> int:
        """The number of rows, with the decisions that the label file does not have yet."""
        return sum(self.row(key) is not None for key in self.keys)

    def has(self, key: Key) -> bool:
        """Return whether the label file should have the row *key*."""
        row = self._settled.get(key)
        return row is not None and not (isinstance(row, Entry) and row.takes_away)

    def waiting(self, key: Key) -> Sequence[Entry]:
        """Return the decisions about the row *key* that the label file does not have yet."""
        return self._waiting.get(key, ())

    @property
    def settled_keys(self) -> Set[Key]:
        """The keys of all rows that the label file has or had."""
        return self._settled.keys()

    @property
    def keys(self) -> set[Key]:
        """The keys of all rows that any entry is about."""
        return {*self._settled, *self._waiting}

    def is_own(self, key: Key) -> bool:
        """Return whether the row is as decided here, and no other program changed it since."""
        return key in self._waiting or self.versions.is_own(key)

    def knows(self, key: Key) -> bool:
        """Return whether any entry is about the row *key*."""
        return key in self._settled or key in self._waiting

    def _sum(self, key: Key, entries: Sequence[Entry]) -> LabelRow | None:
        first, last = entries[0].decision(), entries[-1].decision()
        return merged(self.settled(key), first.before, last.after, _subjects(entries))

    def _enter(self, entry: Entry) -> None:
        key, what = entry.key, entry.what
        self.says_more = self.says_more or entry.says_more
        if what in ("outside", "repair"):  # the file has it already
            self.versions.enter(key, (entry,), self._settled.get(key))
            self.doubts.pop(key, None)
            self._settled[key] = entry
            self.past.pop(key, None)
        else:
            self.pending[entry.sequence] = entry
            self._waiting.setdefault(key, []).append(entry)
            self._remember_past(entry, key)
        if key[1] == self._annotator:
            self.history.record(entry)

    def _remember_past(self, entry: Entry, key: Key) -> None:
        """Keep the row that a decision removed: its revision and its seconds continue."""
        if not entry.takes_away:
            self.past.pop(key, None)
        elif (before := entry.decision().before) is not None:
            self.past[key] = before._replace(revision=before.revision + 1)


def _subjects(entries: Iterable[Entry]) -> set[str]:
    """Return what *entries* decided about a row, except what the last of them undid."""
    last: dict[str, str] = {}
    for entry in entries:
        is_walk = entry.what in ("undo", "redo")
        last[entry.decision().subject if is_walk else entry.what] = entry.what
    return {subject for subject, what in last.items() if what != "undo"}


class Spot(NamedTuple):
    """A decision by number and place in the journal, from where it is read on demand."""

    sequence: int
    offset: int
    length: int


class UndoHistory:
    """The undo history: unlimited, and the same after a restart."""

    def __init__(self) -> None:
        self.done: list[Spot] = []
        self.undone: list[Spot] = []

    def record(self, entry: Entry) -> None:
        """Add *entry*, the next one of this annotator in the journal.

        Undoing a decision skips those above it that no longer had an effect. One that was refused,
        and was seen by a second window meanwhile, cannot be undone.
        """
        what = entry.what
        if what == "undo":
            self._move(self.done, self.undone, entry.of)
        elif what == "redo":
            self._move(self.undone, self.done, entry.of)
        elif entry.is_own:
            self.done.append(Spot(entry.sequence, entry.offset, entry.length))
            self.undone.clear()

    def clear(self) -> None:
        """Forget everything."""
        self.done.clear()
        self.undone.clear()

    @staticmethod
    def _move(source: list[Spot], target: list[Spot], sequence: int | None) -> None:
        for place in range(len(source) - 1, -1, -1):
            if source[place].sequence == sequence:
                target.append(source[place])
                del source[place:]
                return
