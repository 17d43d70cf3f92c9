"""Which row the label file had when: what tells an older copy of it from a later one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .entries import Entry
from .model import Key, LabelRow


class Version(NamedTuple):
    """A row as the label file had it for a while; None where it had none.

    Our writes to the file are numbered as the journal notes them. ``since`` is the write that
    brought the version; ``seen`` is the first write at which anybody could have read it: a copy
    of the file that has the version is not older. What another program wrote proves nothing of
    the kind, because that program may have held it for long: it is ``seen`` where the row that
    it wrote over was. ``own`` is True for what was decided here.
    """

    since: int
    seen: int
    own: bool
    row: LabelRow | Entry | None

    def value(self) -> LabelRow | None:
        """Return the row; of an entry it is parsed now."""
        return self.row.decision().after if isinstance(self.row, Entry) else self.row


class Versions:
    """The versions of all rows, the last one of each without its row, which the state has."""

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
        """The next write brings *entries*, all about *key*; *last* is what was there before."""
        write = self.writes + 1
        own = entries[-1].what != "outside"
        if key in self._last:
            since, seen, was_own = self._last[key]
            self._earlier.setdefault(key, []).append(Version(since, seen, was_own, last))
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
        """An accident took the row out of the file, or put an earlier one there."""
        self._lacked.setdefault(key, self.writes + 1)

    def put_back(self, key: Key, row: LabelRow | Entry | None) -> None:
        """The next write brings *row* again, which the file lacked."""
        since = self._lacked.pop(key, None)
        if since is not None and key in self._last:
            seen = self._last[key][1]
            gone = Version(since, 0, True, None)
            before = Version(*self._last[key], row)
            self._earlier.setdefault(key, []).extend((before, gone))
            self._last[key] = (self.writes + 1, seen, True)

    def has_earlier(self, key: Key) -> bool:
        """Return whether the row was ever another one."""
        return key in self._earlier

    def all_of(self, key: Key, last: LabelRow | Entry | None) -> Iterator[Version]:
        """Yield all versions, the oldest first; *last* is the row of the last one."""
        yield from self._earlier.get(key, ())
        if key in self._last:
            yield Version(*self._last[key], last)

    def seen(self, key: Key) -> int:
        """Return the first write at which the last version could be read."""
        return self._last.get(key, (0, 0, False))[1]

    def at(self, key: Key, write: int, last: LabelRow | None) -> LabelRow | None:
        """Return the row after *write*; *last* is the row of the last version."""
        found = None
        for version in self.all_of(key, last):
            if version.since <= write:
                found = version
        return found.value() if found is not None else None

    def decided_after(self, key: Key, write: int) -> bool:
        """Return whether *write* lacks something that was decided here."""
        return any(version.own and version.since > write for version in self.all_of(key, None))

    def taken_out(self, key: Key) -> LabelRow | None:
        """Return what a row said that another program took out of the file; None for others.

        Call it for a row that is not there.
        """
        if key not in self._earlier or self._last[key][2]:
            return None
        return self._earlier[key][-1].value()

    def born(self, key: Key, write: int, last: LabelRow | None) -> int:
        """Return the write since which the file has the row, whatever it says, after *write*."""
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
