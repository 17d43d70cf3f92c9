"""Whether somebody meant what a changed label file says: wish, accident, or doubt.

A spreadsheet that stood open, a sync client or a slow script writes a whole older copy over the
file, and rows vanish that nobody took out. How old it is the latest row tells that it has; whatever
came after that was unknown to its writer (``CopyAge``). So:

===========================================================  ==================================
what the file says, other than the last write of ours        what that is
===========================================================  ==================================
lacks two or more decisions, all younger than the copy       accident: they come back
lacks one such decision, a row that is gone                   doubt: somebody may have taken out
                                                              the newest row
the same, and the file is older than the decision itself      accident
has a row as an earlier revision, by number or time          accident: the later one comes back
has an edit of such an earlier revision                       both: the edit is carried over to
                                                              the later one; doubt where both
                                                              changed the same thing
lacks two or more rows at its end, and nothing else           accident: it was not written whole
lacks the last row                                            doubt
lacks rows at its end, and the end of its last line           doubt
ends within a record, also if a whole one was made of it      accident: all that it lacks is back
has a row of ours that was damaged, so that no program        accident: it is written again
  could have meant it
lacks as many rows as there are such records, and new ones    accident: they are written again
  that are nobody's
is empty, or gone                                             accident: it is written again
has a row under an id as a spreadsheet makes it: 7 for 007    accident: it gets its id back
has zeros in place of whole rows                              accident: they are written again
lacks more than half of the rows                              doubt
lacks half of them, and those are other people's              doubt
lacks rows and has them, but under an id that is not theirs   doubt
lacks rows, and no record has as many fields as the header    doubt
has a row that was cut short, and may have been meant         doubt
lacks other rows, and younger decisions with them             doubt about those rows
lacks other rows, while the youngest decisions are there      wish: they were taken out
has rows that say something else                              wish: they were edited
is exactly as before the last row was taken away here         accident: it is taken out again
has again one row that was taken away here, and other edits   wish: it stays in
has rows that the journal knows nothing of                    wish: they are another program's
===========================================================  ==================================

Rows of other people that the journal never saw are compared with the file as it was last whole.
They prove nothing about a copy's age, and who decided them may undo that: that the newest of them
are gone is no accident, unless more than half of all rows are.

An edit in a copy that is stale is a wish all the same. Nothing is dropped in doubt: the file
stays as it is, the row stays known, and somebody is asked.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from types import MappingProxyType
from typing import NamedTuple

from ..file.label_table import LabelTable
from ..journal.journal_state import JournalState
from ..label_values import Key, LabelRow
from ..mending.damaged_records import DamagedRecords, Item, scraps
from ..mending.row_identity import (
    age,
    meant,
    misnamed,
    renamed_rows,
    said,
)
from ..mending.torn_ends import Ending
from .copy_age import CopyAge, carried_over, is_later

RowChange = tuple[Key, LabelRow | None, LabelRow | None]  # a row before and after
_Items = dict[Key, Item]

_MANY = 3  # rows; more of them are hardly taken out one by one, if they are more than half
_SLACK = 2.0  # seconds by which the clocks of program and file system may differ


class Resolution(NamedTuple):
    """What to do about a label file that changed.

    ``wishes`` are rows before and after, to be taken over. ``back`` are rows that the file is to
    get again, in the order of their age; ``doubts`` rows that somebody must be asked about;
    ``returned`` are rows in doubt that the file has again, under their own id. ``renamed`` gives
    for a row the key under which the file has it. ``rows`` are what the file says of the rows in
    ``back``, under its own id for a row if no other row has that.
    Of those in ``back``, ``spoiled`` were damaged in the file rather than older.
    ``lacks`` is True where the file lacks any row at all, for whatever reason.
    """

    wishes: Sequence[RowChange] = ()
    back: Sequence[Key] = ()
    doubts: Sequence[Key] = ()
    returned: Sequence[Key] = ()
    renamed: Mapping[Key, Key] = MappingProxyType({})
    rows: Mapping[Key, LabelRow | None] = MappingProxyType({})
    spoiled: frozenset[Key] = frozenset()
    lacks: bool = False


def resolve(
    table: LabelTable,
    state: JournalState,
    *,
    unnoted: Mapping[Key, LabelRow] = MappingProxyType({}),
    before: Iterable[Key] | None = None,
    spoiled_before: Set[Key] = frozenset(),
    modified: float | None = None,
    ending: Ending = Ending.WHOLE,
) -> Resolution:
    """Return what to do about the file *table*: what was intended, lost, or is in doubt.

    *unnoted* are rows that it had when it was last seen whole and that the journal knows nothing
    of. What others wish to do with them is no news to the journal, so there are no such wishes.
    *before* are the rows of the file as it was last known, in its order, where that is still
    known, and *spoiled_before* those of them whose record was spoiled; *modified* is when the
    file was written, in seconds since 1970; *ending* tells whether
    it was written to its end.
    """
    return _Resolver(table, state, unnoted, before, spoiled_before, modified, ending).resolution()


class _Resolver:
    def __init__(
        self,
        table: LabelTable,
        state: JournalState,
        unnoted: Mapping[Key, LabelRow],
        before: Iterable[Key] | None,
        spoiled_before: Set[Key],
        modified: float | None,
        ending: Ending,
    ) -> None:
        self._table = table
        self._state = state
        self._unnoted = unnoted
        self._names = {table.key_of(key): key for key in (*unnoted, *state.keys)}
        self._before = before
        self._spoiled_before = spoiled_before
        self._modified = modified
        self._is_torn = ending is Ending.TORN
        self._ends_early = ending is Ending.EARLY
        self._claims = renamed_rows(table, self._names, self._settled, self._last_said)
        self._renamed = {key: row.key for key, row in self._claims.items()}
        self._others: defaultdict[Key, list[LabelRow]] = defaultdict(list)
        for row in self._claims.values():
            self._others[row.key].append(row)
        self._age = CopyAge(table, state, self._claims.keys())
        self._items: list[Item] = []
        self._returned: list[Key] = []
        self._rows = 0  # that the file should have
        for key in (*unnoted, *state.keys):
            self._look_at(key)
        self._items.sort(key=lambda item: item.key)

    def resolution(self) -> Resolution:
        spoiled, maybe = self._spoiled_ones()
        self._items = [
            item for item in self._items if item.key not in spoiled and item.key not in maybe
        ]
        gone = [item for item in self._items if item.known is not None and item.there is None]
        old = {item.key for item in self._items if self._age.is_older(item)}
        back, doubts = self._judged_by_age(gone, old)
        self._doubt_cut_rows(gone, back, doubts)
        for item in self._misnamed(gone):
            back.pop(item.key, None)  # it would be there twice
            doubts[item.key] = item
        wishes = self._wishes(old, back, doubts)
        if self._is_torn:
            spoiled.update((item.key, item) for item in gone)
        back.update(spoiled)
        doubts.update(maybe)
        return self._summed_up(
            wishes, back, doubts, frozenset(spoiled), lacks=bool(gone or spoiled or maybe)
        )

    def _judged_by_age(self, gone: Sequence[Item], old: Set[Key]) -> tuple[_Items, _Items]:
        """Return the rows to put back and those in doubt, as the age of the copy tells them."""
        lost = [item for item in self._items if self._age.is_lost(item)]
        end = self._lost_end(gone, {item.key for item in lost})
        if self._is_torn or old or self._shows_age(lost, end):
            stale = [item for item in self._items if self._age.explains(item)]
            back = {item.key: item for item in (*stale, *(gone if self._is_torn else end))}
            return back, {item.key: item for item in gone if item.key not in back}
        doubts = {item.key: item for item in (*lost, *end) if item.known is not None}
        if self._are_many(gone) or self._are_half_of_others(gone):
            doubts.update((item.key, item) for item in gone)
        elif lost:  # if that is an older copy, what it lacks of others is no wish either
            doubts.update((item.key, item) for item in gone if not self._age.is_ours(item.key))
        return (doubts, {}) if self._is_older_than(doubts.values()) else ({}, doubts)

    def _lost_end(self, gone: Sequence[Item], lost: Set[Key]) -> Sequence[Item]:
        """Return those of the rows *gone* that the file had at its end and is not to lose."""
        older = [item for item in gone if item.key not in lost]
        end = older if self._are_the_end(older, lost) else []
        if any(self._age.is_ours(item.key) for item in end) or self._are_many(end):
            return end
        return []  # whoever decided them may have undone that

    def _doubt_cut_rows(self, gone: Sequence[Item], back: _Items, doubts: _Items) -> None:
        """Add to *doubts* rows that were cut short, and those behind the end of a cut file."""
        short, key_of = self._table.short, self._table.key_of
        cut = [item for item in self._items if item.known is not None and key_of(item.key) in short]
        if self._ends_early:
            behind = self._behind_the_last()
            cut += [item for item in gone if item.key in behind]
        doubts.update((item.key, item) for item in cut if item.key not in back)

    def _wishes(self, old: Set[Key], back: _Items, doubts: _Items) -> list[RowChange]:
        """Return what was intended; an edit of a row that is *old* may add to the other two."""
        wishes: list[RowChange] = []
        for item in self._items:
            key = item.key
            if key in doubts:
                continue
            if key in old and key not in back:
                self._carry_over(item, wishes, back, doubts)
            elif key not in back and key not in self._unnoted:
                wishes.append((key, item.known, meant(self._table, key, item.known, item.there)))
        return wishes

    def _shows_age(self, lost: Sequence[Item], end: Sequence[Item]) -> bool:
        """Return whether it takes an older copy to lack what is *lost*, and the *end*.

        One decision alone does not tell, unless such a copy is there already and other rows are
        to be put back into it; or that decision took a row away, and the file has it and all
        others exactly as they were.
        """
        if len(lost) + len(end) > 1:
            return True
        if self._state.back:
            return bool(lost or end)
        return (
            [item.known for item in lost] == [None]
            and self._items == lost
            and "updated_at" in self._table.columns
            and self._table.rows.keys() <= self._names.keys() | self._others.keys()
        )

    def _spoiled_ones(self) -> tuple[dict[Key, Item], dict[Key, Item]]:
        """Return the rows whose record was damaged, and those of which that may be so."""
        spoiled, maybe = self._damaged() if self._table.spoiled else ({}, {})
        for key, scrap in self._scraps().items():
            self._renamed[key] = scrap
            spoiled[key] = next(item for item in self._items if item.key == key)
            self._is_torn |= scrap == next(reversed(self._table.rows))
        return spoiled, maybe

    def _scraps(self) -> Mapping[Key, Key]:
        gone = [item for item in self._items if item.known is not None and item.there is None]
        gone.sort(key=lambda item: self._by_age(item.key))
        return scraps(self._table, self._names.keys() | self._others.keys(), gone)

    def _damaged(self) -> tuple[dict[Key, Item], dict[Key, Item]]:
        records = DamagedRecords(self._table, self._names, self._settled, self._spoiled_before)
        # Such records may have been there long before.
        may_be_old = self._before is None and not self._unnoted
        spoiled, maybe = records.among(self._items, may_be_old=may_be_old)
        self._renamed.update(records.instead)
        return spoiled, maybe

    def _misnamed(self, gone: Sequence[Item]) -> Sequence[Item]:
        """Return those of the rows *gone* that may be there, but not where one looks for them.

        The record has another id or annotator; or no record has as many fields as the header.
        """
        table = self._table
        if gone and 0 < len(table.rows) <= len(table.ragged):
            return gone
        rows = {
            item.key: item.known
            for item in gone
            if item.known is not None and item.key not in self._unnoted
        }
        live = {name for name, key in self._names.items() if self._settled(key) is not None}
        known = live | self._others.keys()
        strangers = (row for key, row in table.rows.items() if key not in known)
        found = misnamed(table, rows, strangers)
        return [item for item in gone if item.key in found]

    def _summed_up(
        self,
        wishes: list[RowChange],
        back: Mapping[Key, Item],
        doubts: Mapping[Key, Item],
        spoiled: frozenset[Key],
        *,
        lacks: bool,
    ) -> Resolution:
        renamed = {key for key in self._renamed if key not in doubts}
        rows = {key: item.there for key, item in back.items() if key not in spoiled}
        known = (name for name, key in self._names.items() if self._settled(key) is not None)
        taken = Counter((*self._renamed.values(), *known))
        for key, there in self._renamed.items():
            if key not in doubts and key not in spoiled and taken[there] == 1:
                rows[key] = self._table.rows[there]
        return Resolution(
            wishes=wishes,
            back=sorted({*back, *renamed}, key=self._by_age),
            doubts=sorted(doubts, key=self._by_age),
            returned=[key for key in self._returned if key not in renamed],
            renamed=self._renamed,
            rows=rows,
            spoiled=spoiled,
            lacks=lacks or bool(self._renamed),
        )

    def _there(self, key: Key) -> LabelRow | None:
        table, name = self._table, self._table.key_of(key)
        row = self._claims.get(key) or table.rows.get(name)
        if key not in self._claims and name in self._others:
            records = [*table.hidden.get(name, ()), table.rows[name]]
            own = [each for each in records if each not in self._others[name]]
            row = own[-1] if own else None
        return row._replace(pair_id=name[0], annotator=name[1]) if row is not None else None

    def _look_at(self, key: Key) -> None:
        state, table = self._state, self._table
        there, known = self._there(key), self._settled(key)
        self._rows += known is not None
        if key in self._unnoted and there is not None and key in self._spoiled_before:
            return  # whoever writes such records may edit them
        if state.is_lacking(key):
            if key in state.doubts and there is not None and said(table, known) == there:
                self._returned.append(key)
            return
        if said(table, known) == there:
            if there is not None:
                self._age.has_row_from(self._age.first_seen(key, known, there))
            return
        # Also what is pending may stand there: written by one who died before noting so.
        if any(said(table, e.decision().after) == there for e in state.waiting(key)):
            if there is not None:
                self._age.has_row_from(state.versions.writes + 1)
            return
        own = table.key_of(key)
        if any(table.has_half_of(own, e.decision().after) for e in state.waiting(key)):
            return  # nobody intended it; it is rewritten
        base = self._age.base_of(key, known, there) if there is not None else None
        if there is not None:
            seen = base.seen if base is not None else self._age.first_seen(key, known, None)
            self._age.has_row_from(seen)
        self._items.append(Item(key, known, there, base))

    def _settled(self, key: Key) -> LabelRow | None:
        """Return the row as the file had it."""
        return self._unnoted.get(key) or self._state.settled(key)

    def _last_said(self, key: Key) -> LabelRow | None:
        """Return the row as the file had it last; an older copy has what was withdrawn since."""
        return self._settled(key) or self._state.last_said(key)

    def _are_many(self, gone: Sequence[Item]) -> bool:
        """Return whether nobody takes out so many of the rows one by one."""
        return len(gone) > max(_MANY, self._rows // 2)

    def _are_half_of_others(self, gone: Sequence[Item]) -> bool:
        """Return whether half of the rows are gone, and all of those are other people's."""
        half = len(gone) > 1 and 2 * len(gone) >= self._rows
        return half and not any(self._age.is_ours(item.key) for item in gone)

    def _are_the_end(self, gone: Sequence[Item], lost: Set[Key]) -> bool:
        """Return whether the rows *gone* were the last ones of the file before it got *lost*."""
        if not gone:
            return False
        missing = {item.key for item in gone}
        if self._before is not None:
            key_of = self._table.key_of
            here = {*self._table.rows, *map(key_of, self._renamed)} - self._others.keys()
            names = {key_of(key) for key in lost}
            order = [key for key in self._before if key not in names]
            if not here <= {*order}:  # somebody added rows: it was written to its end
                return False
            if {*order[-len(missing) :]} == {self._table.key_of(key) for key in missing}:
                return True
        state = self._state  # put back, rows stand elsewhere than they stood in the older copy
        live = [key for key in state.live_keys if not state.is_lacking(key) and key not in lost]
        live.sort(key=self._age.order)
        return all(
            {*keys[len(keys) - len(missing & {*keys}) :]} == missing & {*keys}
            for keys in (live, [*self._unnoted])
        )

    def _behind_the_last(self) -> Set[Key]:
        """Return the rows that would stand behind the last one of a copy that ends early.

        Those before it may have been taken out, where the others stand as they stood.
        """
        every = {item.key for item in self._items}
        if self._before is None or not self._table.rows:
            return every
        place = {name: number for number, name in enumerate(self._before)}
        there = [place.get(name, -1) for name in self._table.rows]
        if there != sorted({*there}) or there[0] < 0:
            return every
        key_of = self._table.key_of
        return {key for key in every if place.get(key_of(key), there[-1]) >= there[-1]}

    def _by_age(self, key: Key) -> tuple[str, Key]:
        return age(key, self._settled(key))

    def _is_older_than(self, items: Iterable[Item]) -> bool:
        """Return whether the file was written before one of the decisions that it lacks."""
        if self._modified is None:
            return False
        latest = self._modified + _SLACK
        return any(item.known is not None and is_later(item.known, latest) for item in items)

    def _carry_over(
        self,
        item: Item,
        wishes: list[RowChange],
        back: dict[Key, Item],
        doubts: dict[Key, Item],
    ) -> None:
        """Carry an edit of an earlier revision over to the later one."""
        base = item.base.value() if item.base is not None else None
        if base is None or item.there is None:
            return
        row, fits = carried_over(self._table, base, item.known, item.there)
        if not fits:
            doubts[item.key] = item
            return
        if row != item.known:
            wishes.append((item.key, item.known, row))
        back[item.key] = item
