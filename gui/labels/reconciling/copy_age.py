"""How old the copy is that was written over a label file, and which of its rows that explains.

Which rows the file had after each of our writes is known (``Versions`` in
``journal.journal_state``). A copy that has a row of our seventh write was read at the seventh or
later, and whatever came after the latest row it has was unknown to its writer.
"""

from __future__ import annotations

from collections.abc import Set
from datetime import datetime
from functools import cached_property

from ..file.label_table import LabelTable
from ..journal.journal_state import JournalState, Version
from ..journal.row_changes import SUBJECTS
from ..label_values import Key, LabelRow
from ..mending.damaged_records import Item
from ..mending.row_identity import age, said


class CopyAge:
    """The write of ours at which the copy was read, or later: of the latest row that it has."""

    def __init__(self, table: LabelTable, state: JournalState, claimed: Set[Key]) -> None:
        """*table* is what the file says; the rows *claimed* are there under another id."""
        self._table, self._state, self._claimed = table, state, claimed
        self._versions = state.versions
        self._write = 0

    def is_ours(self, key: Key) -> bool:
        """Return whether anything about the row was decided with this journal."""
        return self._versions.decided_after(key, -1)

    def has_row_from(self, write: int) -> None:
        """Take note of a row that the file has as our *write* made it: it is no older than that."""
        self._write = max(self._write, write)

    def first_seen(self, key: Key, known: LabelRow | None, there: LabelRow | None) -> int:
        """Return the first write at which the row said this, or, for None, anything."""
        versions = self._versions
        if not versions.has_earlier(key):
            return versions.seen(key)
        for version in versions.all_of(key, known):
            row = version.value()
            if row is not None and there in (None, said(self._table, row)):
                return version.seen
        return 0

    def base_of(self, key: Key, known: LabelRow | None, there: LabelRow) -> Version | None:
        """Return the version that the record *there* is, or was edited from, if that is known."""
        every = [v for v in self._versions.all_of(key, known) if v.value() is not None]
        for version in every:
            if said(self._table, version.value()) == there:
                return version
        for name in ("updated_at", "revision"):
            wanted = getattr(there, name)
            if name in self._table.columns and wanted:
                found = [v for v in every if getattr(v.value(), name) == wanted]
                if found:
                    return found[-1]
        return None

    def is_lost(self, item: Item) -> bool:
        """Return whether the row is as it was in the copy, and a decision of ours is lacking."""
        return self.explains(item) and self._versions.decided_after(item.key, self._write)

    def explains(self, item: Item) -> bool:
        """Return whether the copy's age, or a revision that was ours, explains what is there."""
        versions = self._versions
        then = versions.at(item.key, self._write, item.known)
        if said(self._table, then) == item.there:
            return True
        first = next(versions.all_of(item.key, item.known), None)
        if then is None and first is not None and not first.own and item.there is not None:
            # The file may have had it long before the journal got to know it.
            return said(self._table, first.value()) == item.there
        away = {*versions.gaps(item.key, self._write)}
        if item.there is None and away and not away <= self._gaps_of_others:
            return True
        if not self.is_older(item):
            return False
        return item.base is None or said(self._table, item.base.value()) == item.there

    def is_older(self, item: Item) -> bool:
        """Return whether the record is, or was edited from, an earlier revision: that is proof."""
        base, known = item.base, item.known
        if known is None or item.there is None:
            return False
        if base is None:
            return not self.is_ours(item.key) and _goes_back(self._table, known, item.there)
        row, columns = base.value(), self._table.columns
        if row is None:
            return False
        for name in ("revision", "updated_at"):
            if name in columns and getattr(row, name) < getattr(known, name):
                return bool(getattr(item.there, name) == getattr(row, name))
        return False

    def order(self, key: Key) -> tuple[int, tuple[str, Key]]:
        """Return what sorts rows as the copy has them."""
        row = self._state.settled(key)
        return self._versions.born(key, self._write, row), age(key, row)

    @cached_property
    def _gaps_of_others(self) -> Set[tuple[int, int]]:
        """When rows were away that the copy has as they are now: it was not read then."""
        found = set[tuple[int, int]]()
        for key in self._state.settled_keys - self._claimed:
            row = self._table.rows.get(self._table.key_of(key))
            if row is not None and said(self._table, self._state.settled(key)) == row:
                found.update(self._versions.gaps(key, -1))
        return found


def _goes_back(table: LabelTable, known: LabelRow, there: LabelRow) -> bool:
    """Return whether revision and time of *there* are lower: each decision raises both."""
    numbered = {"revision", "updated_at"} <= {*table.columns}
    lower = there.revision < known.revision and there.updated_at < known.updated_at
    return numbered and bool(there.updated_at) and lower


def carried_over(
    table: LabelTable, base: LabelRow, ours: LabelRow | None, there: LabelRow
) -> tuple[LabelRow | None, bool]:
    """Return *ours* with another program's changes to the older row *base*, and if they fit.

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


def is_later(row: LabelRow, seconds: float) -> bool:
    """Return whether *row* was decided on later than *seconds* since 1970, if it tells that."""
    try:
        decided = datetime.fromisoformat(row.updated_at.replace("Z", "+00:00"))
    except ValueError:
        return False
    return decided.timestamp() > seconds
