"""Which words of a row are marked, and as what."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from ...compare import ChangeKind, Comparison
from ...documents import Span
from .reading_rows import ReadingRow
from .roles import Role, of
from .twins import Twins

# What can be marked, or hidden by choice: the kinds of changes, and moved sections.
KINDS = frozenset(kind.value for kind in ChangeKind) | {"moved"}


class Mark(NamedTuple):
    """The words of one change in one document; an empty ``span`` is where they would stand."""

    span: Span
    kind: str
    change: int


class Marks:
    """The marks of a comparison, of the kinds in ``shown``, row by row."""

    def __init__(self, comparison: Comparison, twins: Twins, shown: frozenset[str]) -> None:
        self._comparison = comparison
        self._twins = twins
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
        numbers = self._twins.changes_of(row.section)
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
            numbers = self._twins.changes_of(section)
            self._places[key] = [self._twins.place(number, role) for number in numbers]
        return self._places[key]
