"""Sections of a comparison: units with their counterparts, put together again.

A section stays whole where its parts have their counterparts in one section; it is cut at a
line end or a sentence end where they have not.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .cancel import Check, checked, no_check
from .groups import Group, Pairing
from .model import SectionKind
from .units import Unit


@dataclass
class Entry:
    """A section in the making: unit ranges ``[start, end)``, None on a side it does not have."""

    kind: SectionKind
    reference: list[int] | None
    candidate: list[int] | None
    groups: list[Group] = field(default_factory=list)

    def range(self, side: int) -> list[int] | None:
        """Return the unit range in the reference (0) or the candidate (1)."""
        return self.candidate if side else self.reference


def build_entries(
    pairing: Pairing, units: tuple[list[Unit], list[Unit]], check: Check = no_check
) -> list[Entry]:
    """Return the sections in the contract's order, covering every unit of both sides once."""
    moved = (
        {n for g in pairing.moved for n in range(g.i0, g.i1)},
        {n for g in pairing.moved for n in range(g.j0, g.j1)},
    )
    entries: list[Entry] = []
    for group in checked(pairing.paired, check):
        last = entries[-1] if entries else None
        if last and _goes_on(last, group, units, moved):
            assert last.reference
            assert last.candidate
            last.reference[1], last.candidate[1] = group.i1, group.j1
            last.groups.append(group)
        else:
            entries.append(
                Entry(SectionKind.PAIRED, [group.i0, group.i1], [group.j0, group.j1], [group])
            )
    for group in pairing.moved:
        bounds = [group.i0, group.i1], [group.j0, group.j1]
        entries.append(Entry(SectionKind.MOVED, *bounds, list(group.parts)))
    alone = [_cover(entries, side, units[side], check) for side in (0, 1)]
    return _in_order(entries, alone[0], alone[1])


def _goes_on(
    entry: Entry,
    group: Group,
    units: tuple[list[Unit], list[Unit]],
    moved: tuple[set[int], set[int]],
) -> bool:
    """True where *group* belongs to the same section as the end of *entry*, on both sides."""
    for side, first in ((0, group.i0), (1, group.j0)):
        bounds = entry.range(side)
        assert bounds is not None
        last = bounds[1] - 1
        before, after = units[side][last], units[side][first]
        if before.block != after.block or any(n in moved[side] for n in range(last + 1, first)):
            return False
    return True


def _cover(entries: list[Entry], side: int, units: list[Unit], check: Check) -> list[Entry]:
    """Give each unit without a counterpart to the entry whose line it shares, or one of its own."""
    owner: dict[int, Entry] = {}
    for entry in checked(entries, check):
        bounds = entry.range(side)
        assert bounds is not None
        for n in range(*bounds):
            owner[n] = entry
    check()
    kind = SectionKind.ADDED if side else SectionKind.MISSING
    alone: list[Entry] = []
    n = 0
    while n < len(units):
        if n in owner:
            n += 1
            continue
        end = n
        while end < len(units) and end not in owner and units[end].block == units[n].block:
            end += 1
        start, stop = n, end
        before, after = owner.get(n - 1), owner.get(end)
        while before and start < stop and _one_line(units, n - 1, start):
            _widen(before, side, start)
            start += 1
        while after and start < stop and _one_line(units, end, stop - 1):
            _widen(after, side, stop - 1)
            stop -= 1
        if start < stop:
            bounds = [start, stop]
            alone.append(Entry(kind, None if side else bounds, bounds if side else None))
        n = end
    return alone


def _one_line(units: list[Unit], a: int, b: int) -> bool:
    return units[a].block == units[b].block and units[a].line == units[b].line


def _widen(entry: Entry, side: int, n: int) -> None:
    bounds = entry.range(side)
    assert bounds is not None
    bounds[0], bounds[1] = min(bounds[0], n), max(bounds[1], n + 1)


def _in_order(entries: list[Entry], missing: list[Entry], added: list[Entry]) -> list[Entry]:
    """Order by the reference; what is added stands behind its predecessor and what is missing."""
    by_reference = sorted([*entries, *missing], key=lambda e: e.reference or [0])
    by_candidate = sorted([*entries, *added], key=lambda e: e.candidate or [0])
    behind: dict[int, list[Entry]] = {}
    last = -1
    for entry in by_candidate:
        if entry.kind is SectionKind.ADDED:
            behind.setdefault(last, []).append(entry)
        else:
            last = id(entry)
    found: list[Entry] = []
    waiting = behind.get(-1, [])
    for entry in by_reference:
        if entry.kind is not SectionKind.MISSING:
            found.extend(waiting)
            waiting = behind.get(id(entry), [])
        found.append(entry)
    found.extend(waiting)
    return found
