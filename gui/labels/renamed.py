"""Rows whose id a spreadsheet took for a number or a date, and wrote as it writes those."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from .comparing import said
from .journal_state import JournalState
from .model import Key, LabelRow
from .table import Table

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
