"""Finds out which rows of a label file are those of the journal, though their ids are others.

Ids that a spreadsheet took for numbers or dates are recognized; of ids that were changed in any
other way it is found out which rows they may be.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Set

from ..file.label_table import LabelTable
from ..journal.journal_state import JournalState
from ..label_values import Key, LabelRow
from .rewritten_ids import Trace, digits_in, may_have_become, traces_of_id, traces_of_rewritten

_FEW = 20  # rows that are looked at one by one
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez"
_TAKEN_FOR_ELSE = re.compile(
    rf"[=+\-@].*|true|false|(?=\D*\d)[\d\s.,:/eE+\-%$€£¥]+"
    rf"|(?:{_MONTHS})[a-z]*[\s.\-/]?\d+|\d+[\s.\-/]?(?:{_MONTHS})[a-z]*",
    re.IGNORECASE,
)


_Settled = Callable[[Key], "LabelRow | None"]


def renamed_rows(
    table: LabelTable, names: Mapping[Key, Key], settled: _Settled, last_said: _Settled
) -> dict[Key, LabelRow]:
    """Return the rows that the file has under another id, with the key of their record.

    *names* are the keys of all rows that are known, by how the file says them; *settled* gives
    the row that the file had, and *last_said* also one that it has no longer.

    The row of pair ``007`` is not there, and a row of pair ``7`` that the journal knows nothing
    of is there and otherwise the same; likewise ``1E5`` and ``100000.0``. Several may have
    become one, as ``007`` and ``07``, or as ``007`` and ``7``. A row ``7`` that was taken away,
    as by a repair that made ``007`` of it, is as good as unknown.
    """
    gone = [
        key
        for there, key in names.items()
        if there not in table.rows and may_be_misread(key[0]) and last_said(key) is not None
    ]
    gone.sort(key=lambda key: settled(key) is None)
    if not gone:
        return {}
    strangers = _Strangers(table, names, settled)
    found: dict[Key, LabelRow] = {}
    claimed: set[LabelRow] = set()
    for key in gone:
        known = said(table, last_said(key))
        if known is None:
            continue
        others = strangers.may_be(key[0], known)
        if not others and may_be_formula(key[0]):
            others = strangers.computed(known)
        if not others and known.created_at:
            others = strangers.made_with(known)
        is_there = settled(key) is not None
        others = [
            row
            for row in others
            if row not in claimed and (is_there or strangers.is_of_nobody(row, known))
        ]
        if len(others) == 1:
            found[key] = others[0]
            claimed.add(others[0])
    return found


class _Strangers:
    """Records that are of no row as it is known, by their annotator and what they are about."""

    def __init__(self, table: LabelTable, names: Mapping[Key, Key], settled: _Settled) -> None:
        self._table, self._names, self._settled = table, names, settled
        self._has_documents = not {"reference", "candidate"}.isdisjoint(table.columns)
        self._near: defaultdict[object, list[LabelRow]] = defaultdict(list)
        self._made: defaultdict[tuple[str, str], list[LabelRow]] = defaultdict(list)
        self._by_trace: dict[object, tuple[Mapping[Trace, list[LabelRow]], list[int]]] = {}
        for row in self._among(table, names, settled):
            for about in dict.fromkeys(self._may_be_about(row)):
                self._near[about].append(row)
            self._made[row.created_at, row.annotator].append(row)

    def may_be(self, pair_id: str, known: LabelRow) -> list[LabelRow]:
        """Return the rows about what *known* is about, under an id that *pair_id* may become."""
        about = self._about(known)
        near = self._near.get(about, [])
        if len(near) <= _FEW:
            found = [row for row in near if may_have_become(pair_id, row.pair_id)]
            return (
                found if len(found) < 2 else [r for r in found if r.created_at == known.created_at]
            )
        if about not in self._by_trace:
            found_by: defaultdict[Trace, list[LabelRow]] = defaultdict(list)
            for row in near:
                for trace in traces_of_rewritten(row.pair_id):
                    found_by[trace].append(row)
            self._by_trace[about] = found_by, digits_in(found_by)
        index, digits = self._by_trace[about]
        same = (row for trace in traces_of_id(pair_id, digits) for row in index.get(trace, ()))
        return list(dict.fromkeys(same))

    def computed(self, known: LabelRow) -> list[LabelRow]:
        """Return the rows about the documents of *known* that were made at the same moment."""
        near = self._near.get(self._about(known), []) if self._has_documents else []
        return [row for row in near if row.created_at == known.created_at != ""]

    def made_with(self, known: LabelRow) -> list[LabelRow]:
        """Return the rows that were made at the same moment as *known*, and say the same."""
        made = self._made.get((known.created_at, known.annotator), [])
        return [row for row in made if row._replace(pair_id=known.pair_id) == known]

    def is_of_nobody(self, row: LabelRow, known: LabelRow) -> bool:
        """Return whether *row* is not that of its own id, but may be *known*, by its documents."""
        if row.key not in self._names:
            return True
        own = said(self._table, self._settled(self._names[row.key]))
        if own is None or not (self._has_documents and row.reference and row.candidate):
            return False
        return self._about(row) == self._about(known) != self._about(own)

    def _may_be_about(self, row: LabelRow) -> Iterator[object]:
        """Yield what rows are about that *row* may be; the file may have lacked a column."""
        yield self._about(row)
        if row.reference and row.candidate:
            yield self._about(row._replace(reference=""))
            yield self._about(row._replace(candidate=""))

    def _among(
        self, table: LabelTable, names: Mapping[Key, Key], settled: _Settled
    ) -> Iterator[LabelRow]:
        for there, row in table.rows.items():
            hidden = table.hidden.get(there, ())
            own = said(table, settled(names[there])) if there in names else None
            if own is None:
                yield from (*hidden, row)
            elif hidden:
                yield from (each for each in (*hidden, row) if each != own)
            elif self._has_documents and self._about(row) != self._about(own):
                yield row

    def _about(self, row: LabelRow) -> object:
        """Return the documents of *row*; without those, when it was made, or all but the id.

        A row that was decided again since has little else in common with that of an older copy.
        """
        if self._has_documents and (row.reference or row.candidate):
            return (row.reference, row.candidate, row.annotator)
        if row.created_at:
            return (row.created_at, row.annotator)
        return row._replace(pair_id="")


def may_be_misread(pair_id: str) -> bool:
    """Return whether a spreadsheet may take *pair_id* for a number, a date or the like.

    Or a program may trim it.
    """
    if _TAKEN_FOR_ELSE.fullmatch(pair_id) is not None:
        return True
    return pair_id[:1].isspace() or pair_id[-1:].isspace()


def is_text_or_rewritten(wanted: str, there: str) -> bool:
    """Return whether *there* is *wanted*, or what a spreadsheet may have made of it."""
    if wanted == there:
        return True
    return may_be_misread(wanted) and may_have_become(wanted, there)


def may_be_formula(pair_id: str) -> bool:
    """Return whether a spreadsheet may put what it computes in the place of *pair_id*: any text."""
    return pair_id[:1] in ("=", "+", "-", "@") and len(pair_id) > 1


def said(table: LabelTable, row: LabelRow | None) -> LabelRow | None:
    """Return *row* as the file would have it."""
    return None if row is None else table.expressed(row)


def age(key: Key, row: LabelRow | None) -> tuple[str, Key]:
    """Return what sorts rows by when they were made, the oldest first; no row comes before all."""
    return (row.created_at if row is not None else "", key)


def meant(
    table: LabelTable, key: Key, settled: LabelRow | None, there: LabelRow | None
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


def escaped_rows(table: LabelTable, state: JournalState) -> dict[Key, Key]:
    """Return the rows of which the file says with escapes what its encoding lacks.

    With each of them comes the key that it has there.
    """
    found = {}
    there = {name for name, row in table.rows.items() if any("\\" in str(each) for each in row)}
    for key in state.keys if there else ():
        name, row = table.key_of(key), state.settled(key)
        if name in there and row is not None and table.says(row) and table.lacking([row]):
            found[key] = name
    return found


def misnamed(
    table: LabelTable, gone: Mapping[Key, LabelRow], strangers: Iterable[LabelRow]
) -> dict[Key, Key | None]:
    """Return which of the rows *gone* may be *strangers*, which are rows of the file *table*.

    Programs change ids in unforeseen ways: ``½`` comes back as ``0.5``, ``a7`` with a blank behind
    it. Documents, hashes or times show that the row may be the same; nothing is done about it
    unless somebody says so.

    With each comes the key of the one that it may be; None where there are several, or where
    that one may be several rows.
    """
    if not gone:
        return {}
    columns = frozenset(table.columns)
    offered: defaultdict[object, set[Key]] = defaultdict(set)
    for row in strangers:
        for sign in _signs(row, columns):
            offered[sign].add(row.key)
    found: dict[Key, object] = {}
    for key, row in gone.items():
        signs = _signs(table.expressed(row), columns)
        if (sign := next((sign for sign in signs if sign in offered), None)) is not None:
            found[key] = sign
    claims = Counter(found.values())
    only = {
        key: next(iter(offered[sign]))
        for key, sign in found.items()
        if len(offered[sign]) == claims[sign] == 1
    }
    wanted = Counter(only.values())
    return {key: only[key] if key in only and wanted[only[key]] == 1 else None for key in found}


def _signs(row: LabelRow, columns: Set[str]) -> Iterator[object]:
    """Yield what *row* may be known by under another id or annotator, the surest sign first."""
    if {"reference", "candidate"} <= columns and row.reference and row.candidate:
        yield "documents", row.reference, row.candidate, row.annotator
    elif row.reference_sha256 and row.candidate_sha256:
        yield "hashes", row.reference_sha256, row.candidate_sha256, row.annotator
    if row.created_at:
        yield "all", row._replace(pair_id="", annotator="")
