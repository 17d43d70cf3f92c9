"""Differences and marks: the stops of stepping, in reading order, and which words are marked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from ...compare import ChangeKind, Comparison, SectionKind
from ...documents import Span
from .position_map import PositionMap
from .reading_rows import ReadingRow
from .roles import Role, of


class Difference(NamedTuple):
    """One stop: a change, or (``change`` is None) a missing, added or moved section as a whole.

    ``row`` is where it stands; for a change in a very long section, where that begins.
    A moved section has two stops: ``role`` says in which document; it is None for all others.
    """

    kind: str
    section: int
    change: int | None
    row: int
    role: Role | None = None


def differences(
    comparison: Comparison,
    rows: Sequence[ReadingRow],
    positions: PositionMap,
    shown: frozenset[str],
) -> list[Difference]:
    """Return the differences of the kinds *shown* from top to bottom.

    The changes inside a moved section are listed once, where it stands in the reference.
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
        for change in positions.changes_of(row.section):
            what = comparison.changes[change].kind.value
            if what in shown:
                found.append(Difference(what, row.section, change, number))
    return found


def _begins(comparison: Comparison, row: ReadingRow) -> bool:
    """Return whether the added section beside a missing one begins in *row*."""
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


# The kinds that can be marked or hidden: those of changes, and moved sections.
KINDS = frozenset(kind.value for kind in ChangeKind) | {"moved"}


class Mark(NamedTuple):
    """The words of one change in one document; an empty ``span`` is where they would stand."""

    span: Span
    kind: str
    change: int


class Marks:
    """The marks of a comparison, of the kinds in ``shown``, row by row."""

    def __init__(
        self, comparison: Comparison, positions: PositionMap, shown: frozenset[str]
    ) -> None:
        self._comparison = comparison
        self._positions = positions
        self.shown = shown
        self._places: dict[tuple[int, Role], list[Span]] = {}

    def of_row(self, row: ReadingRow, role: Role) -> list[Mark]:
        """Return the marks that touch *row* in the document of *role*, in order."""
        return [mark for mark in self.all_of_row(row, role) if mark.kind in self.shown]

    def all_of_row(self, row: ReadingRow, role: Role) -> list[Mark]:
        """Return the marks of *row* as :meth:`of_row` does, those of hidden kinds among them."""
        home = of(row, role)
        if row.section < 0 or row.facing is not None or home is None:
            return []
        numbers = self._positions.changes_of(row.section)
        if not numbers:
            return []
        places = self._places_of(row.section, role)
        found = []
        first = bisect_left(places, home.start, key=lambda span: span.end)
        for number in range(first, len(places)):
            place = places[number]
            if place.start > home.end or (place.start == home.end and place.start < place.end):
                break
            kind = self._comparison.changes[numbers[number]].kind.value
            touches = place.end > home.start or (place.start == place.end and row.begins)
            if touches:
                found.append(Mark(place, kind, numbers[number]))
        return found

    def _places_of(self, section: int, role: Role) -> list[Span]:
        key = (section, role)
        if key not in self._places:
            numbers = self._positions.changes_of(section)
            self._places[key] = [self._positions.place(number, role) for number in numbers]
        return self._places[key]
