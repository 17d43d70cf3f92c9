"""Sections follow from aligned words: where both texts are cut, and what the parts are.

Each edge of a section (a block between blank lines) of one document is looked up between the
aligned words of the other; both are cut there. A part with aligned words on both sides is
paired; one without is missing or added. An edge that falls inside a sentence opposite cuts the
sentence there, so that each part stands beside its counterpart. Where a pair of parts shares too
little to correspond, it is undone, and both texts are cut again.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeVar

from .alignment import Aligned
from .cancellation import check, checked
from .comparison import SectionKind
from .correspondence import doubted, odds, without_exchanges
from .sequences import Unit
from .steps import ADDED, KEPT, REWRITTEN, SWAPPED, Part, Step, gaps

T = TypeVar("T")
Link = tuple[int, int, int, int]  # tokens [i0, i1) of the reference, [j0, j1) of the candidate


class Entry(NamedTuple):
    """A section by its tokens ``[start, end)``, None on a side that it does not have."""

    kind: SectionKind
    reference: tuple[int, int] | None
    candidate: tuple[int, int] | None

    def side(self, number: int) -> tuple[int, int] | None:
        """Return the tokens of the reference (0) or the candidate (1)."""
        return self.candidate if number else self.reference

    @property
    def part(self) -> Part:
        """The tokens of both sides of a paired or moved section."""
        assert self.reference
        assert self.candidate
        return (*self.reference, *self.candidate)

    def mirrored(self) -> Entry:
        """Return the entry as it is with the documents exchanged."""
        kind = _MIRRORED.get(self.kind, self.kind)
        return Entry(kind, self.candidate, self.reference)


_MIRRORED = {
    SectionKind.MISSING: SectionKind.ADDED,
    SectionKind.ADDED: SectionKind.MISSING,
}


class Edges(NamedTuple):
    """Where one text may be cut: ``breaks`` as in ``TokenSequence``.

    ``lines`` are starts of lines inside a section, which count where one of them stands alone.
    """

    breaks: Sequence[int]
    lines: Iterable[int] = ()


def cut(
    links: Sequence[Link],
    edges: tuple[Edges, Edges],
    sizes: tuple[int, int],
) -> list[Entry]:
    r"""Return the paired, missing and added parts of two texts in the order of both.

    >>> sections("The rain fell. The road closed.", "The rain fell.\n\nThe road closed.")
    paired, paired
    """
    cuts = {(0, 0), sizes}
    for side in (0, 1):
        own = edges[side]
        places = {n for n, b in enumerate(own.breaks) if b == 2}
        places |= set(_lone_lines(side, own, places, links, sizes[side]))
        for place in checked(places, 1024):
            found = _opposite(place, side, links, edges[1 - side].breaks, sizes[1 - side])
            if found is not None:
                cuts.add((place, found) if side == 0 else (found, place))
    entries: list[Entry] = []
    x = y = 0
    at = 0
    for i, j in sorted(cuts):
        j = max(j, y)
        linked = at < len(links) and links[at][1] <= i
        while at < len(links) and links[at][1] <= i:
            at += 1
        if linked:
            entries.append(Entry(SectionKind.PAIRED, (x, i), (y, j)))
        else:
            if x < i:
                entries.append(Entry(SectionKind.MISSING, (x, i), None))
            if y < j:
                entries.append(Entry(SectionKind.ADDED, None, (y, j)))
        x, y = i, j
    return entries


def _opposite(
    place: int, side: int, links: Sequence[Link], breaks: Sequence[int], size: int
) -> int | None:
    """Return where the other text is cut for a cut at *place*, None inside a linked phrase."""
    start, end = 2 * side, 2 * side + 1
    other_start, other_end = 2 - 2 * side, 3 - 2 * side
    n = bisect_left(links, place, key=lambda link: link[start])
    low = links[n - 1][other_end] if n else 0
    high = links[n][other_start] if n < len(links) else size
    if n and links[n - 1][end] > place:
        return None
    close_before = n > 0 and links[n - 1][end] == place
    close_behind = n < len(links) and links[n][start] == place
    spots = range(low, high + 1)
    if close_behind and not close_before:
        spots = spots[::-1]
    for least in (2, 1):
        for spot in spots:
            if breaks[spot] >= least:
                return spot
    return spots[0]


def _lone_lines(
    side: int, edges: Edges, places: set[int], links: Sequence[Link], size: int
) -> Iterable[int]:
    r"""Yield both ends of lines inside a section that have no aligned word.

    >>> sections("The ferry\nA boat came back on Monday.", "A boat came back on Monday.")
    missing, paired
    """
    bounds = sorted({0, size, *places, *edges.lines})
    linked = [link[2 * side] for link in links]
    ends = [link[2 * side + 1] for link in links]
    for start, end in pairwise(bounds):
        n = bisect_right(ends, start)
        if n == len(links) or linked[n] >= end:
            yield start
            yield end


def joined(entries: Sequence[Entry], breaks: tuple[Sequence[int], Sequence[int]]) -> list[Entry]:
    """Return *entries* with the missing (or added) parts of one section that touch made one."""
    found: list[Entry] = []
    last: dict[int, int] = {}  # by side: the number of the last part that has only this side
    for entry in entries:
        side = 0 if entry.kind is SectionKind.MISSING else 1
        own = entry.side(side)
        before = found[last[side]].side(side) if side in last else None
        if entry.kind is SectionKind.PAIRED or own is None:
            last = {}
        elif before and before[1] == own[0] and breaks[side][own[0]] != 2:
            bounds = (before[0], own[1])
            found[last[side]] = Entry(
                entry.kind, None if side else bounds, bounds if side else None
            )
            continue
        else:
            last[side] = len(found)
        found.append(entry)
    return found


def in_order(found: Sequence[tuple[Entry, T]]) -> list[tuple[Entry, T]]:
    """Order by the reference; what is added stands behind its predecessor and what is missing."""
    by_reference = sorted((e for e in found if e[0].reference), key=lambda e: e[0].reference or ())
    by_candidate = sorted((e for e in found if e[0].candidate), key=lambda e: e[0].candidate or ())
    behind: dict[tuple[int, int] | None, list[tuple[Entry, T]]] = {}
    last: tuple[int, int] | None = None
    for entry in by_candidate:
        if entry[0].reference is None:
            behind.setdefault(last, []).append(entry)
        else:
            last = entry[0].reference
    ordered: list[tuple[Entry, T]] = []
    waiting = behind.get(None, [])
    for entry in by_reference:
        if entry[0].candidate is not None:
            ordered += waiting
            waiting = behind.get(entry[0].reference, [])
        ordered.append(entry)
    return ordered + waiting


def entries_of(
    aligned: Aligned,
    units: tuple[Sequence[Unit], Sequence[Unit]],
    kind: SectionKind,
    weights: Mapping[str, float],
) -> list[tuple[Entry, list[Step]]]:
    """Return the parts of what was aligned, with the steps of each, by document tokens.

    Parts with words on both sides are of *kind*: paired, or moved.
    """
    numbers = aligned.numbers
    steps = aligned.steps()
    check()
    edges = edges_of(aligned, units)
    is_lone = not any(any(own.breaks[1:-1]) for own in aligned.sequences)  # two single sentences
    while True:
        check()
        told = parts_with_steps(aligned, steps, edges)
        is_doubted = doubted(
            [
                odds(entry.part, own, aligned.sequences, aligned.swaps, weights, is_lone=is_lone)
                if entry.kind is SectionKind.PAIRED
                else None
                for entry, own in checked(told, 64)
            ]
        )
        if not any(is_doubted):
            break
        # What is not believed corresponds to nothing: cut again without it, so that a sentence
        # dropped at the end of a paragraph stays with its paragraph.
        steps = [
            step
            for (entry, own), undone in zip(told, is_doubted, strict=True)
            for step in (gaps(*entry.part) if undone else own)
        ]
    own_steps = {
        entry: without_exchanges(own, aligned.sequences)
        for entry, own in told
        if entry.kind is SectionKind.PAIRED
    }
    breaks = aligned.sequences[0].breaks, aligned.sequences[1].breaks
    believed = joined([entry for entry, _ in told], breaks)
    found: list[tuple[Entry, list[Step]]] = []
    for entry in checked(believed, 64):
        own = [_placed(step, numbers) for step in own_steps.get(entry, ())]
        found.append((_placed_entry(entry, numbers, kind), own))
    return found


def parts_with_steps(
    aligned: Aligned, steps: Sequence[Step], edges: tuple[Edges, Edges]
) -> list[tuple[Entry, list[Step]]]:
    """Return the parts that the texts are cut into, and the steps inside each."""
    links = [s[1:] for s in steps if s.kind in (KEPT, SWAPPED, REWRITTEN)]
    entries = cut(links, edges, (len(aligned.numbers[0]), len(aligned.numbers[1])))
    home: tuple[list[int], list[int]] = ([], [])
    for n, entry in enumerate(entries):
        for side in (0, 1):
            bounds = entry.side(side)
            if bounds:
                home[side].extend([n] * (bounds[1] - bounds[0]))
    inside: list[list[Step]] = [[] for _ in entries]
    for step in checked(steps, 4096):
        inside[home[1][step.j0] if step.kind == ADDED else home[0][step.i0]].append(step)
    return list(zip(entries, inside, strict=True))


def edges_of(aligned: Aligned, units: tuple[Sequence[Unit], Sequence[Unit]]) -> tuple[Edges, Edges]:
    """Return where each side may be cut."""
    return _edges(aligned, units, 0), _edges(aligned, units, 1)


def _edges(aligned: Aligned, units: tuple[Sequence[Unit], Sequence[Unit]], side: int) -> Edges:
    """Return where one side may be cut: sections, lines, and where a passage was taken out."""
    own = aligned.numbers[side]
    place = {n: k for k, n in enumerate(own)}
    lines = [
        place[unit.start]
        for last, unit in pairwise(units[side])
        if unit.line != last.line and unit.start in place
    ]
    return Edges(aligned.sequences[side].breaks, lines)


def _placed_entry(entry: Entry, numbers: Sequence[Sequence[int]], kind: SectionKind) -> Entry:
    """Return an entry by document tokens."""
    reference, candidate = (
        (own[bounds[0]], own[bounds[1] - 1] + 1) if bounds else None
        for own, bounds in zip(numbers, entry[1:], strict=True)
    )
    paired = entry.kind is SectionKind.PAIRED
    return Entry(kind if paired else entry.kind, reference, candidate)


def _placed(step: Step, numbers: Sequence[Sequence[int]]) -> Step:
    """Return a step by document tokens; a side that it does not touch is empty."""
    kind, i0, i1, j0, j1 = step
    a, b = numbers
    i = (a[i0], a[i1 - 1] + 1) if i0 < i1 else (a[i0], a[i0]) if i0 < len(a) else (0, 0)
    j = (b[j0], b[j1 - 1] + 1) if j0 < j1 else (b[j0], b[j0]) if j0 < len(b) else (0, 0)
    return Step(kind, *i, *j)
