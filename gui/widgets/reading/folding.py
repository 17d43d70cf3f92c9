"""Which stretches of equal rows are long enough to be folded into one bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from ...compare import SectionKind
from .marks import Marks
from .reading_rows import ReadingRow
from .roles import ROLES

# Shorter stretches cost less to read over than to think about.
FEWEST_WORDS = 60


class Fold(NamedTuple):
    """Rows ``first`` to ``last`` (included) without a shown difference, and the words in them.

    ``equal`` is False where they differ in what the reviewer chose not to be shown.
    """

    first: int
    last: int
    words: int
    equal: bool


def equal_stretches(
    rows: Sequence[ReadingRow], marks: Marks, words: Callable[[ReadingRow], int]
) -> tuple[Fold, ...]:
    """Return the folds for *rows*: neighbouring paired rows without a marked change."""
    found = []
    first: int | None = None
    sum_, equal = 0, True
    for number in range(len(rows) + 1):
        row = rows[number] if number < len(rows) else None
        if row is not None and _is_plain(row, marks):
            first = number if first is None else first
            sum_ += words(row)
            equal = equal and not any(marks.all_of_row(row, role) for role in ROLES)
            continue
        if first is not None and sum_ >= FEWEST_WORDS:
            found.append(Fold(first, number - 1, sum_, equal))
        first, sum_, equal = None, 0, True
    return tuple(found)


def _is_plain(row: ReadingRow, marks: Marks) -> bool:
    return row.kind is SectionKind.PAIRED and not any(marks.of_row(row, role) for role in ROLES)
