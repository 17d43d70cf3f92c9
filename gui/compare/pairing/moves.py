"""Passages that stand elsewhere in the candidate: found from anchors that left the common order.

The smallest unit that moves is a sentence (or a line): a reader looks for a lost sentence, but
reads a phrase that changed its place inside one as an added and a missing phrase. Whole
sentences with most of their anchors in one cluster outside the chain moved; neighbours that
moved together are one passage.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import chain, pairwise, repeat
from typing import NamedTuple

from ..aligning.anchors import Cluster
from ..cancellation import checked
from ..modelling.correspondence import RUN
from ..modelling.sequences import Unit

_LEAST = 6.0  # tokens that a cluster vouches for, to be worth a second look: two anchors 5 apart
_RATHER = 0.5  # a unit with so many anchors in the common order, for one in the cluster, stays
_LONGER = 3.0  # times as long as a passage is at most what moved along: a word draws no sentence
_COVERED = 0.4  # of a sentence's tokens at least, or ``RUN`` of them, lie inside the cluster


class Passage(NamedTuple):
    """Tokens ``[i0, i1)`` of the reference that stand at ``[j0, j1)`` of the candidate."""

    i0: int
    i1: int
    j0: int
    j1: int

    @property
    def middle(self) -> tuple[int, int]:
        """Where it stands in both texts; no other passage begins between there and its end."""
        return self.i0, self.j0

    @property
    def weight(self) -> float:
        """The tokens of both sides."""
        return float(self.i1 - self.i0 + self.j1 - self.j0)


def crosses(passage: Passage, anchors: Sequence[tuple[int, int]]) -> bool:
    """Return whether a passage stands before one of *anchors* in one text, behind it in the other.

    Where nothing is crossed nothing moved. *anchors* ascend in both texts.
    """
    before = bisect_left(anchors, passage.i0, key=lambda anchor: anchor[0])
    behind = bisect_left(anchors, passage.i1, key=lambda anchor: anchor[0])
    return (before > 0 and anchors[before - 1][1] >= passage.j1) or (
        behind < len(anchors) and anchors[behind][1] < passage.j0
    )


def find_moved(
    clusters: Sequence[Cluster],
    chain: Sequence[int],
    units: tuple[Sequence[Unit], Sequence[Unit]],
) -> list[Passage]:
    """Return the moved passages, whole units on both sides, none of them overlapping.

    >>> rain, hotel, road = "The rain fell all night.", "Nobody left.", "The road closed at dawn."
    >>> sections(f"{rain} {hotel} {road}", f"{road} {rain} {hotel}")
    paired, moved
    """
    common = [anchor for n in chain for anchor in checked(clusters[n].anchors, 4096)]
    sides = [_Side(own, [anchor[side] for anchor in common]) for side, own in enumerate(units)]
    chained = set(chain)
    rest = [
        cluster
        for n, cluster in enumerate(clusters)
        if n not in chained and (cluster.is_same or cluster.weight >= _LEAST)
    ]
    rest.sort(key=lambda c: (-c.weight, c.first))
    found: list[tuple[range, range]] = []
    for cluster in checked(rest, 64):
        ours, theirs = zip(*cluster.anchors, strict=True)
        first, second = sides[0].covered(ours), sides[1].covered(theirs)
        if first and second:
            sides[0].moved.update(first)
            sides[1].moved.update(second)
            found.append((first, second))
    found.sort(key=lambda pair: pair[0].start)
    return [
        Passage(*sides[0].tokens(first), *sides[1].tokens(second))
        for first, second in _joined(found, sides)
    ]


class _Side:
    """The units of one text: what the common order has of each, and which of them moved.

    *anchors* are the tokens in the common order.
    """

    def __init__(self, units: Sequence[Unit], anchors: Sequence[int]) -> None:
        self._units = units
        # Of each token the unit.
        sizes = (repeat(n, unit.end - unit.start) for n, unit in enumerate(checked(units, 1024)))
        self._unit = list(chain.from_iterable(sizes))
        self._starts = [unit.start for unit in units]
        self._in_order = self._counted(anchors)
        self.moved: set[int] = set()

    def _counted(self, anchors: Sequence[int]) -> Counter[int]:
        return Counter(map(self._unit.__getitem__, anchors))

    def tokens(self, numbers: range) -> tuple[int, int]:
        """Return the range of the tokens of units in a row."""
        return self._units[numbers[0]].start, self._units[numbers[-1]].end

    def covered(self, anchors: Sequence[int]) -> range:
        """Return the units that a cluster covers; none if one of them stays in the common order."""
        first, last = anchors[0], anchors[-1] + 1
        own = self._counted(anchors)
        covered = []
        for n in range(bisect_right(self._starts, first) - 1, bisect_left(self._starts, last)):
            start, end, _, _ = self._units[n]
            inside = min(last, end) - max(first, start)
            if own[n] and inside >= min(RUN, _COVERED * (end - start)):
                covered.append(n)
        found = range(covered[0], covered[-1] + 1) if covered else range(0)
        if any(n in self.moved or self._in_order[n] >= _RATHER * own[n] for n in found):
            return range(0)
        return found

    def is_free(self, n: int, beside: int) -> bool:
        """Return whether unit *n* is in the section of unit *beside*, and has no place as yet."""
        own = self._units
        is_near = 0 <= n < len(own) and own[n].block == own[beside].block
        return is_near and not self._in_order[n] and n not in self.moved

    def are_free(self, start: int, stop: int) -> bool:
        """Return whether all units ``[start, stop)`` and those around them are of one section."""
        return start == stop or (
            all(self.is_free(n, start - 1) for n in range(start, stop))
            and self._units[start - 1].block == self._units[stop].block
        )


def _joined(
    found: Sequence[tuple[range, range]], sides: Sequence[_Side]
) -> list[tuple[range, range]]:
    r"""Widen moved units to the section they moved with, and join neighbours.

    Units beside them in both texts of which the common order has nothing moved along: their words
    were swapped. So did units of one text alone that stand between two of them in one section: they
    were dropped, or added, there.

    >>> rest = "Anna drove the van home alone that night, and nobody asked why she had come back."
    >>> bread, milk = "Bread was sold out by nine.", "Milk came late."
    >>> sections(f"{rest}\n\n{bread} Nobody left. {milk}", f"{bread} {milk}\n\n{rest}")
    paired, moved
    """
    a, b = sides
    joined: list[tuple[range, range]] = []
    for first, second in found:
        i, j, x, y = first[0], second[0], first[-1], second[-1]
        while a.is_free(i - 1, i) and b.is_free(j - 1, j):
            i, j = i - 1, j - 1
        while a.is_free(x + 1, x) and b.is_free(y + 1, y):
            x, y = x + 1, y + 1
        a.moved.update(range(i, x + 1))
        b.moved.update(range(j, y + 1))
        old, new = joined[-1] if joined else (first, second)
        if joined and new.stop <= j and a.are_free(old.stop, i) and b.are_free(new.stop, j):
            joined[-1] = range(old.start, x + 1), range(new.start, y + 1)
        else:
            joined.append((range(i, x + 1), range(j, y + 1)))
    return joined


Ends = Mapping[int, int]  # of sentences and sections, by their first token


def widened(
    passages: Sequence[Passage],
    alone: tuple[Ends, Ends],
    idle: tuple[Ends, Ends],
    units: tuple[Sequence[Unit], Sequence[Unit]],
    goes_along: Callable[[Passage, float], bool],
) -> list[Passage]:
    r"""Return moved *passages* with what moved along inside their sections, and neighbours as one.

    That is what stands beside a passage in both texts and is *alone* there: nothing else
    corresponds to it. Or it is alone in one text, and in the other the passage itself ends with an
    *idle* sentence, which keeps no word. *goes_along* judges it; it is also told the weight of the
    passage.

    >>> clock = "The clock in the hall stopped at four on the day of the flood."
    >>> old = "Lorries take the ferry to Arnholt. It leaves on the hour."
    >>> new = "Trucks take the ferry to Arnholt. Each full hour sees one go."
    >>> sections(f"{old}\n\n{clock}", f"{clock}\n\n{new}")
    moved, paired
    """
    inside = [_places_inside(own) for own in units]
    behind = [dict(own) for own in alone]
    before = [_by_end(own) for own in alone]
    idle_before = [_by_end(own) for own in idle]

    def next_to(
        corner: tuple[int, int], loose: Sequence[Ends], own: Sequence[Ends], size: float
    ) -> tuple[int, int]:
        """Return the *corner* of a passage of some *size* with what is *loose* beyond it.

        Its *own* idle sentences begin, or end, there, too.
        """
        while True:
            free = [n in inside[s] and n in loose[s] for s, n in enumerate(corner)]
            ends = [(loose if free[s] else own)[s].get(n) for s, n in enumerate(corner)]
            i, j = ends
            if not any(free) or i is None or j is None:
                return corner
            (i0, i1), (j0, j1) = sorted((corner[0], i)), sorted((corner[1], j))
            beside = Passage(i0, i1, j0, j1)
            if beside.weight > _LONGER * size or not goes_along(beside, size):
                return corner
            for side, (start, end) in enumerate(((i0, i1), (j0, j1))):
                if free[side]:  # it is nobody else's
                    del behind[side][start], before[side][end]
            corner = i if free[0] else corner[0], j if free[1] else corner[1]
            if not all(free):
                return corner

    wide: list[Passage] = []
    for own in passages:
        i0, j0 = next_to((own.i0, own.j0), before, idle, own.weight)
        i1, j1 = next_to((own.i1, own.j1), behind, idle_before, own.weight)
        wide.append(Passage(i0, i1, j0, j1))
    at = {(own.i0, own.j0): own for own in wide if own.i0 in inside[0] and own.j0 in inside[1]}
    later = {at[own.i1, own.j1] for own in wide if (own.i1, own.j1) in at}
    found: list[Passage] = []
    for own in wide:
        if own not in later:
            last = own
            while (last.i1, last.j1) in at:
                last = at[last.i1, last.j1]
            found.append(Passage(own.i0, last.i1, own.j0, last.j1))
    return found


def _by_end(ranges: Ends) -> dict[int, int]:
    """Return the starts of ranges by their ends."""
    return {end: start for start, end in ranges.items()}


def _places_inside(units: Sequence[Unit]) -> set[int]:
    """Return the tokens that units begin with inside a section."""
    return {own.start for last, own in pairwise(units) if own.block == last.block}
