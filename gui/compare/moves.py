"""Passages that stand elsewhere in the candidate: found from anchors that left the common order.

The smallest unit that moves is a sentence (or a line): a reader looks for a lost sentence, but
reads a phrase that changed its place inside one as an added and a missing phrase. Whole
sentences with most of their anchors in one cluster outside the chain moved; neighbours that
moved together are one passage.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from .anchors import Cluster
from .cancellation import checked
from .sequences import Unit

_LEAST = 6.0  # tokens that a cluster vouches for, to be worth a second look: two anchors 5 apart
_RATHER = 0.5  # share of a unit's anchors that keep it in the common order, if they stand there
_COVERED = 0.4  # of a sentence's tokens must lie between the cluster's ends


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
    starts = [[u.start for u in side] for side in units]
    in_order: list[dict[int, float]] = [{}, {}]
    for n in chain:
        for anchor in checked(clusters[n].anchors, 4096):
            for side in (0, 1):
                unit = bisect_right(starts[side], anchor[side]) - 1
                in_order[side][unit] = in_order[side].get(unit, 0.0) + 1.0
    chained = set(chain)
    rest = [
        cluster
        for n, cluster in enumerate(clusters)
        if n not in chained and (cluster.is_same or cluster.weight >= _LEAST)
    ]
    rest.sort(key=lambda c: (-c.weight, c.first))
    taken: tuple[set[int], set[int]] = (set(), set())
    found: list[tuple[range, range]] = []
    for cluster in checked(rest, 64):
        first, second = (
            _units_of(cluster, side, units[side], starts[side], in_order[side], taken[side])
            for side in (0, 1)
        )
        if not first or not second:
            continue
        taken[0].update(first)
        taken[1].update(second)
        found.append((first, second))
    found = _joined(sorted(found, key=lambda pair: pair[0].start), units, in_order)
    return [
        Passage(*_tokens_of(first, units[0]), *_tokens_of(second, units[1]))
        for first, second in found
    ]


def _tokens_of(numbers: range, units: Sequence[Unit]) -> tuple[int, int]:
    return units[numbers[0]].start, units[numbers[-1]].end


def _joined(
    found: Sequence[tuple[range, range]],
    units: tuple[Sequence[Unit], Sequence[Unit]],
    in_order: Sequence[dict[int, float]],
) -> list[tuple[range, range]]:
    r"""Widen moved units to the section they moved with, and join neighbours.

    Units beside them in both texts that the common order has nothing of moved along: their words
    were swapped. So did those of one text that stand between two of them in one section: they were
    dropped, or added, there.

    >>> rest = "Anna drove the van home alone that night, and nobody asked why she had come back."
    >>> bread, milk = "Bread was sold out by nine.", "Milk came late."
    >>> sections(f"{rest}\n\n{bread} Nobody left. {milk}", f"{bread} {milk}\n\n{rest}")
    paired, moved
    """
    taken = [{n for pair in found for n in pair[side]} for side in (0, 1)]

    def is_free(side: int, n: int, beside: int) -> bool:
        own = units[side]
        is_near = 0 <= n < len(own) and own[n].block == own[beside].block
        return is_near and n not in in_order[side] and n not in taken[side]

    def are_free(side: int, start: int, stop: int) -> bool:
        return start == stop or (
            all(is_free(side, n, start - 1) for n in range(start, stop))
            and units[side][start - 1].block == units[side][stop].block
        )

    joined: list[tuple[range, range]] = []
    for first, second in found:
        i, j, x, y = first[0], second[0], first[-1], second[-1]
        while is_free(0, i - 1, i) and is_free(1, j - 1, j):
            i, j = i - 1, j - 1
        while is_free(0, x + 1, x) and is_free(1, y + 1, y):
            x, y = x + 1, y + 1
        taken[0].update(range(i, x + 1))
        taken[1].update(range(j, y + 1))
        last = joined[-1] if joined else None
        if (
            last
            and last[1].stop <= j
            and are_free(0, last[0].stop, i)
            and are_free(1, last[1].stop, j)
        ):
            joined[-1] = range(last[0].start, x + 1), range(last[1].start, y + 1)
        else:
            joined.append((range(i, x + 1), range(j, y + 1)))
    return joined


def _units_of(
    cluster: Cluster,
    side: int,
    units: Sequence[Unit],
    starts: Sequence[int],
    in_order: dict[int, float],
    taken: set[int],
) -> range:
    """Return the units that a cluster covers, empty where the common order has more of one."""
    first, last = cluster.first[side], cluster.last[side] + 1
    low = bisect_right(starts, first) - 1
    high = bisect_left(starts, last)
    own: dict[int, float] = {}
    for anchor in cluster.anchors:
        unit = bisect_right(starts, anchor[side]) - 1
        own[unit] = own.get(unit, 0.0) + 1.0

    def covered(n: int) -> bool:
        unit = units[n]
        inside = min(last, unit.end) - max(first, unit.start)
        return inside >= _COVERED * (unit.end - unit.start) and own.get(n, 0.0) > 0

    while low < high and not covered(low):
        low += 1
    while high > low and not covered(high - 1):
        high -= 1
    for n in range(low, high):
        if n in taken or in_order.get(n, 0.0) >= _RATHER * own.get(n, 0.0):
            return range(0)
    return range(low, high)
