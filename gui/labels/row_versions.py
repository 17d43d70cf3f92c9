"""Which row the label file had when: what tells an older copy of it from a later one.

Ids that a spreadsheet took for numbers or dates are recognised, too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from .journal_entries import Entry
from .journal_state import JournalState
from .label_table import Table
from .label_values import Key, LabelRow
from .row_changes import SUBJECTS


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


_DIGITS = 15  # that a spreadsheet keeps of a number
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez"
_TAKEN_FOR_ELSE = re.compile(
    rf"[=+\-@].*|true|false|(?=\D*\d)[\d\s.,:/eE+\-%$€£¥]+"
    rf"|(?:{_MONTHS})[a-z]*[\s.\-/]?\d+|\d+[\s.\-/]?(?:{_MONTHS})[a-z]*",
    re.IGNORECASE,
)


def renamed_rows(table: Table, state: JournalState) -> dict[Key, Key]:
    """Return the rows that the file has under another id, with the key that it has there.

    The row of pair ``007`` is not there, and a row of pair ``7`` that the journal knows nothing
    of is there and otherwise the same; likewise ``1E5`` and ``100000.0``. Several may have
    become one, as ``007`` and ``07``.
    """
    names = {table.key_of(key): key for key in state.keys}
    gone = [
        key
        for there, key in names.items()
        if there not in table.rows and _may_be_misread(key[0]) and state.settled(key) is not None
    ]
    strangers = _strangers(table, state, names) if gone else []
    alike: defaultdict[object, list[LabelRow]] = defaultdict(list)
    for row in strangers:
        for sign in {(_number(row.pair_id), row.annotator), (row.created_at, row.annotator)}:
            alike[sign].append(row)
    found: dict[Key, Key] = {}
    for key in gone:
        known = said(table, state.settled(key))
        if known is None:
            continue
        number, by = _number(key[0]), known.annotator
        others = [r for r in alike[number, by] if _same_pair(table, known, r)]
        if number is None or not others:
            same = alike[known.created_at, by] if known.created_at else []
            others = [r for r in same if r._replace(pair_id=known.pair_id) == known]
        if len(others) == 1:
            found[key] = others[0].key
    return found


def _strangers(table: Table, state: JournalState, names: Mapping[Key, Key]) -> list[LabelRow]:
    """Return the rows of the file that the journal knows nothing of, by their key at least."""
    found = [row for key, row in table.rows.items() if key not in names]
    for key, hidden in table.hidden.items():
        if key in names:
            own = said(table, state.settled(names[key]))
            found += [row for row in (*hidden, table.rows[key]) if row != own]
        else:
            found += hidden
    return found


def _may_be_misread(pair_id: str) -> bool:
    return _TAKEN_FOR_ELSE.fullmatch(pair_id) is not None


def _number(text: str) -> str | None:
    """Return the number that *text* is, as far as a spreadsheet keeps it; None if it is none."""
    try:
        return f"{float(text.strip().replace(',', '.')):.{_DIGITS}g}"
    except ValueError:
        return None


def _same_pair(table: Table, row: LabelRow, other: LabelRow) -> bool:
    """Return whether *other* is about the documents of *row*, or, without those, says the same."""
    if "reference" in table.columns and "candidate" in table.columns:
        return (row.reference, row.candidate) == (other.reference, other.candidate)
    return other._replace(pair_id=row.pair_id) == row


def said(table: Table, row: LabelRow | None) -> LabelRow | None:
    """Return *row* as the file would say it."""
    return None if row is None else table.expressed(row)


def age(key: Key, row: LabelRow | None) -> tuple[str, Key]:
    """Return what sorts rows by when they were made, the oldest first; no row comes before all."""
    return (row.created_at if row is not None else "", key)


def meant(
    table: Table, key: Key, settled: LabelRow | None, there: LabelRow | None
) -> LabelRow | None:
    """Return the row that the record *there* means, where *settled* was known before.

    A column that the file lacks, or a character, is still as the journal has it.
    """
    if there is None:
        return None
    if settled is None:
        return there._replace(pair_id=key[0], annotator=key[1])
    known = table.expressed(settled)
    changed = {
        name: getattr(there, name)
        for name in table.columns
        if getattr(there, name) != getattr(known, name)
    }
    return settled._replace(**changed)


def carried_over(
    table: Table, base: LabelRow, ours: LabelRow | None, there: LabelRow
) -> tuple[LabelRow | None, bool]:
    """Return *ours* with what another program changed in the older row *base*, and if that fits.

    It does not where both changed the same thing to something else. The label was made
    ``copy`` here, and somebody added a note to the row of before: the row has both.
    """
    known = table.expressed(base)
    changes = {
        name: getattr(there, name)
        for name in SUBJECTS
        if name in table.columns and getattr(there, name) != getattr(known, name)
    }
    if ours is None:
        return None, not changes
    fits = all(
        getattr(ours, name) in (getattr(base, name), value) for name, value in changes.items()
    )
    return (ours._replace(**changes), True) if fits else (ours, False)
