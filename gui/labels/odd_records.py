"""Records that are no proper rows: repeated headers, misfits, and those that swallowed others."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from .csv_format import DELIMITERS
from .label_values import ALL_COLUMNS, NEEDED, LabelRow

_TIMES = ("created_at", "updated_at")
TIME = re.compile(r"\d{1,4}[-./ ]\w{1,9}[-./ ].*|\d{8}.*", re.DOTALL)
"""A time, as anybody may write it: 2025-01-31T09:05, 31.1.2025, 20250131, 1738314000."""
_OF_LINES = ("pair_id", "reference", "candidate", "note")  # columns whose texts may have lines


def is_header(row: LabelRow) -> bool:
    """Return whether *row* repeats the header, as after joining two files."""
    names = zip(NEEDED, (row.pair_id, row.label or "", row.annotator), strict=True)
    return all(name == text[: 2 * len(name)].strip().lower() for name, text in names)


def is_misfit(line: str, row: LabelRow, fields: int, width: int, columns: Collection[str]) -> bool:
    """Return whether the header, of *width* names, gives a name to what cannot be that.

    A time is none, or the whole *line* is one field, and other delimiters are in it.
    """
    if fields == 1:
        return any(line.count(other) >= width - 1 for other in DELIMITERS)
    times = [getattr(row, name).strip("\0") for name in _TIMES if name in columns]
    return any(time and not TIME.fullmatch(time) for time in times)


def swallows(
    texts: Sequence[str], row_of: Callable[[str], LabelRow | None], columns: Collection[str]
) -> bool:
    """Return whether a record seems to have other rows in *texts*, its fields.

    *row_of* reads a line as a record of the file, if it has as many fields; *columns* are those
    of ours that the file has.
    """
    for name, text in zip(ALL_COLUMNS, texts, strict=True):
        lines = text.replace("\r", "\n").split("\n")  # many times as quick as a search for both
        if len(lines) > 1 and name not in _OF_LINES:
            return True
        if len(lines) > 1 and any(_is_whole(row_of(line), columns) for line in lines):
            return True
    return False


def _is_whole(row: LabelRow | None, columns: Collection[str]) -> bool:
    if row is None or not (row.pair_id and row.annotator):
        return False
    return all(TIME.fullmatch(getattr(row, name)) for name in _TIMES if name in columns)
