"""Recognizes a label file that ends too early: within a record, or without its last line end.

A killed append leaves such an end, and so do a power cut, and a program that is slow to write the
file, or never finishes. What is missing is known, and not lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum

from ..file.csv_records import split_line_end, values
from ..file.label_table import LabelTable
from ..journal.row_changes import SUBJECTS
from ..label_values import Key, LabelRow
from .last_seen import SeenFile
from .row_identity import is_text_or_rewritten


class Ending(Enum):
    """How a label file ends: ``EARLY`` without the end of its last line, ``TORN`` within one."""

    WHOLE = "whole"
    EARLY = "early"
    TORN = "torn"


def ending_of(
    table: LabelTable,
    data: bytes,
    rows: Iterable[LabelRow],
    seen: SeenFile | None,
    lacks_rows: Callable[[], bool],
) -> Ending:
    """Return how the file *table*, which is *data* and has a ``tail``, ends.

    *rows* are those of which the tail may be the beginning; *seen* is the file as it was last
    whole, if that is known, and *lacks_rows* tells whether it had rows that are gone.
    """
    whole, before = (seen.data, seen.table) if seen is not None else (b"", None)
    if not table.tail.strip(b"\0") or _is_cut_from(table, data, whole):
        return Ending.TORN
    tail = table.tail if table.dialect.is_wide else table.tail.rstrip(b"\0")
    fields = _fields(table)
    rows = list(rows)
    for row in rows:
        if table.record(row).startswith(tail) or _may_begin(table, fields, row.key):
            return Ending.TORN
    if whole and not whole.rstrip(b"\0").endswith((b"\n", b"\r")):
        return Ending.WHOLE  # whoever writes this file ends it so
    if table.flaw is not None:
        return Ending.WHOLE
    if not table.is_cut_off:
        torn = _is_shortened(table, fields, rows, before)
    else:  # together with rows that are gone that is no row which somebody began to write
        torn = _says_nothing(table, fields) or lacks_rows()
    return Ending.TORN if torn else Ending.EARLY


def _is_cut_from(table: LabelTable, data: bytes, whole: bytes) -> bool:
    """Return whether *data*, the bytes of *table*, ends within a record of *whole*."""
    rest = whole[table.size :].strip(b"\0\r\n\t ")
    return bool(rest) and whole.startswith(data)


def _fields(table: LabelTable) -> list[str] | None:
    """Return what the last record says; None where it ends within a character."""
    try:
        line = split_line_end(table.dialect.scannable(table.tail))[0]
    except UnicodeDecodeError:
        return None
    return values(table.dialect.text_of(line), table.dialect.delimiter)


def _may_begin(table: LabelTable, fields: list[str] | None, key: Key) -> bool:
    """Return whether a record with *fields* ends too early, and begins as one of *key* does."""
    if fields is None or not table.is_cut_off:
        return False
    if len(fields) > table.width or table.places["pair_id"] >= len(fields):
        return False
    for name, wanted in zip(("pair_id", "annotator"), table.key_of(key), strict=True):
        place = table.places[name]
        whole = place < len(fields) - 1
        if place < len(fields) and not (
            is_text_or_rewritten(wanted, fields[place])
            if whole
            else wanted.startswith(fields[place])
        ):
            return False
    return True


def _says_nothing(table: LabelTable, fields: list[str] | None) -> bool:
    """Return whether a record with too few *fields* has no label yet, no flag and no note."""
    if fields is None:
        return False
    places = [table.places[name] for name in SUBJECTS if name in table.places]
    return not any(fields[place].strip(" 0") for place in places if place < len(fields))


def _is_shortened(
    table: LabelTable, fields: list[str] | None, rows: Iterable[LabelRow], before: LabelTable | None
) -> bool:
    """Return whether the record is one of *rows*, but for the end of its last field."""
    if fields is None or len(fields) != table.width:
        return False
    said = {name: fields[place] for name, place in table.places.items()}
    name = next((each for each in said if table.places[each] == table.width - 1), None)
    there = _figure(fields[-1])
    if name is None:
        rows = before.rows.values() if before is not None else ()
    for row in rows:
        known = table.expressed(row).texts()
        last = known[name] if name else _further(before, row.key, table.names[-1])
        same = [each for each in SUBJECTS if each in said and each != name]
        if (
            _figure(last).startswith(there)
            and _figure(last) != there
            and known["annotator"] == said["annotator"]
            and is_text_or_rewritten(known["pair_id"], said["pair_id"])
            and all(known[each] == said[each] for each in same)
        ):
            return True
    return False


def _further(before: LabelTable | None, key: Key, name: str) -> str:
    if before is None or name not in before.others:
        return ""
    texts = before.further.get(before.key_of(key), ())
    return dict(zip(before.others, texts, strict=False)).get(name, "")


def _figure(text: str) -> str:
    return text.replace(",", ".")
