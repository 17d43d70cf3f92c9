"""Finds damaged records of a label file, and the rows that they were.

No program writes a record with NUL bytes, invalid characters, or too many or too few fields; so
nobody meant what it says.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from typing import NamedTuple

from ..file.label_table import LabelTable
from ..journal.journal_state import Version
from ..label_values import Key, LabelRow
from .row_identity import is_text_or_rewritten

_FEW_GONE = 1_000  # rows that are compared with what may be a scrap of them
_LONGEST = 30  # characters of an id that a spreadsheet may rewrite
_COMPARED = 50  # rows that are gone, and spoiled records, up to which each two are compared


class Item(NamedTuple):
    """A row that differs in the file: how it is known, how it is there, and since when."""

    key: Key
    known: LabelRow | None
    there: LabelRow | None
    base: Version | None


_BLANK = LabelRow.from_texts({}).texts()  # what empty fields say


def scraps(table: LabelTable, known: Set[Key], gone: Sequence[Item]) -> dict[Key, Key]:
    """Return which records are only the beginning of rows that are *gone*.

    A copy was cut within a record, and a spreadsheet completed what was left. *known* are keys of
    records that are something else.
    """
    found: dict[Key, Key] = {}
    if not gone or len(gone) > _FEW_GONE:
        return found
    for name, row in table.rows.items():
        if name in known or name in table.hidden or row.created_at:
            continue
        begun = _begun(table, row)
        for item in gone if begun else ():
            if item.key not in found and item.known is not None:
                wanted = table.expressed(item.known).texts()
                if _begins(begun, [wanted[name] for name in _in_order(table)]):
                    found[item.key] = row.key
                    break
    return found


def _in_order(table: LabelTable) -> list[str]:
    return sorted(table.places, key=table.places.__getitem__)


def _begun(table: LabelTable, row: LabelRow) -> list[str]:
    """Return what *row* says, if it has nothing after its annotator."""
    texts, names = row.texts(), _in_order(table)
    said = [texts[name] if texts[name] != _BLANK[name] else "" for name in names]
    while said and not said[-1]:
        said.pop()
    last = max(map(names.index, ("pair_id", "label", "annotator")))
    return said if len(said) <= last + 1 < len(names) else []


def _begins(begun: Sequence[str], wanted: Sequence[str]) -> bool:
    """Return whether *begun* is a record of *wanted* that was cut off."""
    *whole, last = begun
    if not all(map(is_text_or_rewritten, wanted, whole)):
        return False
    text = wanted[len(whole)]
    return text.startswith(last) or any(
        is_text_or_rewritten(text[:end], last) for end in range(1, min(len(text), _LONGEST) + 1)
    )


class DamagedRecords:
    """The spoiled records of *table*.

    *names* are the keys of all known rows, by their form in the file; *settled* returns the row
    that the file had. *before* are the records that were spoiled when it was last whole.
    ``instead`` maps a row to the key of the record that took its place.
    """

    def __init__(
        self,
        table: LabelTable,
        names: Mapping[Key, Key],
        settled: Callable[[Key], LabelRow | None],
        before: Set[Key],
    ) -> None:
        self._table = table
        self._names = names
        self._settled = settled
        self._before = before
        self.instead: dict[Key, Key] = {}

    def among(
        self, items: Sequence[Item], *, may_be_old: bool
    ) -> tuple[dict[Key, Item], dict[Key, Item]]:
        """Return those of *items* whose record was damaged, and those whose record may have been.

        An unknown record takes the place of a missing row if half of it still matches the row, or
        if it was not there before; one with NUL bytes may stand for several rows. *may_be_old* says
        that it is not known what was there before.
        """
        table, names = self._table, self._names
        spoiled = {item.key: item for item in items if self._is_spoiled(item)}
        swallowed = any("\0" in table.spoiled[table.key_of(key)] for key in spoiled)
        fresh = [
            key
            for key in table.spoiled
            if key not in self._before and names.get(key) not in spoiled
        ]
        strangers = [key for key in fresh if key not in names]
        gone = [item for item in items if item.known is not None and item.there is None]
        if len(gone) <= _COMPARED and len(strangers) <= _COMPARED:
            gone = [item for item in gone if not self._took_the_place(item, strangers, spoiled)]
        own = [names[key] for key in fresh if key in names and key not in table.short]
        records = len(spoiled) + len(strangers) + len(own)
        zeros = swallowed or any("\0" in table.spoiled[key] for key in fresh)
        if not gone or (len(gone) > records and not zeros):
            return spoiled, {}
        rest = {item.key: item for item in gone}
        if may_be_old and not swallowed:
            return spoiled, rest
        blank = [key for key in strangers if "\0" in table.spoiled[key]]
        self.instead.update(zip(rest, blank, strict=False))  # nobody meant them
        for key in own:  # it says what it should, and more: that of the row that is gone
            there = table.rows[table.key_of(key)]
            rest[key] = Item(key, self._settled(key), there, None)
        return {**spoiled, **rest}, {}

    def _is_spoiled(self, item: Item) -> bool:
        if item.known is None or item.there is None:
            return False
        return self._table.has_spoiled(self._table.key_of(item.key), item.known)

    def _took_the_place(self, item: Item, fresh: list[Key], spoiled: dict[Key, Item]) -> bool:
        """Look for the record that is left of *item*; note it, and return whether there is one."""
        for key in fresh:
            if item.known is not None and self._table.may_have_been(key, item.known):
                self.instead[item.key] = key
                spoiled[item.key] = item
                fresh.remove(key)
                return True
        return False
