"""Every difference that one can step to, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ...compare import Comparison, SectionKind
from .reading_rows import ReadingRow
from .roles import Role
from .twins import Twins


class Difference(NamedTuple):
    """One stop: a change, or (``change`` is None) a missing, added or moved section as a whole.

    ``row`` is where it stands; for a change in a very long section, where that begins.
    A moved section has two stops: ``role`` tells in which document, None for all others.
    """

    kind: str
    section: int
    change: int | None
    row: int
    role: Role | None = None


def differences(
    comparison: Comparison, rows: Sequence[ReadingRow], twins: Twins, shown: frozenset[str]
) -> list[Difference]:
    """Return the differences of the kinds *shown* from top to bottom.

    The changes inside a moved section are met once, where it stands in the reference.
    """
    found: list[Difference] = []
    for number, row in enumerate(rows):
        if not row.begins or row.kind is None:
            continue
        kind = row.kind
        if kind is not SectionKind.PAIRED and kind.value in shown:
            found.append(Difference(kind.value, row.section, None, number, row.moved_only))
        if row.facing is not None and "added" in shown and _begins(comparison, row):
            found.append(Difference("added", row.facing, None, number))
        if row.moved_only is Role.CANDIDATE or row.facing is not None:
            continue
        for change in twins.changes_of(row.section):
            what = comparison.changes[change].kind.value
            if what in shown:
                found.append(Difference(what, row.section, change, number))
    return found


def _begins(comparison: Comparison, row: ReadingRow) -> bool:
    """Tell whether the added section beside a missing one begins in *row*."""
    assert row.facing is not None
    home = comparison.sections[row.facing].candidate
    return home is not None and row.candidate is not None and row.candidate.start == home.start


def step(count: int, at: int | None, by: int) -> tuple[int, bool]:
    """Return the stop *by* (1 or -1) from *at* among *count*, and whether that wrapped round.

    Raises ValueError where there are no stops.
    """
    if count == 0:
        raise ValueError("nothing to step to")
    if at is None:
        return (0 if by > 0 else count - 1), False
    following = at + by
    return following % count, not 0 <= following < count
