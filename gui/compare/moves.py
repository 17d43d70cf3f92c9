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
from .units import Unit

_LEAST = 6.0  # weight of a cluster that is worth a second look: two near anchors, or one long
_COVERED = 0.4  # of a sentence's tokens must lie between the cluster's ends
_SIZE = 3.0  # by so much one side of a moved passage may be longer than the other


class Passage(NamedTuple):
    """Tokens ``[i0, i1)`` of the reference that stand at ``[j0, j1)`` of the candidate."""

    i0: int
    i1: int
    j0: int
    j1: int


def find_moved(
    clusters: Sequence[Cluster],
    chain: Sequence[int],
    units: tuple[Sequence[Unit], Sequence[Unit]],
) -> list[Passage]:
    """Return the moved passages, whole units on both sides, none of them overlapping."""
    starts = [[u.start for u in side] for side in units]
    in_order: list[dict[int, float]] = [{}, {}]
    for n in chain:
        for anchor in clusters[n].anchors:
            for side in (0, 1):
                unit = bisect_right(starts[side], anchor[side]) - 1
                in_order[side][unit] = in_order[side].get(unit, 0.0) + 1.0
    chained = set(chain)
    rest = [
        part
        for n, cluster in enumerate(clusters)
        if n not in chained and cluster.weight >= _LEAST
        for part in _neighbours(cluster, starts, in_order)
        if part.weight >= _LEAST
    ]
    rest.sort(key=lambda c: (-c.weight, c.first))
    taken: tuple[set[int], set[int]] = (set(), set())
    found: list[Passage] = []
    for cluster in rest:
        ranges = [
            _units_of(cluster, side, units[side], starts[side], in_order[side], taken[side])
            for side in (0, 1)
        ]
        if not ranges[0] or not ranges[1]:
            continue
        tokens = [
            (units[side][ranges[side][0]].start, units[side][ranges[side][-1]].end)
            for side in (0, 1)
        ]
        sizes = [end - start for start, end in tokens]
        if max(sizes) > _SIZE * min(sizes):
            continue
        for side in (0, 1):
            taken[side].update(ranges[side])
        found.append(Passage(*tokens[0], *tokens[1]))
    return sorted(found)


def _neighbours(
    cluster: Cluster, starts: Sequence[Sequence[int]], in_order: Sequence[dict[int, float]]
) -> list[Cluster]:
    """Return the parts of a cluster in units that are rather its own than the common order's.

    Between two parts lies at least one whole unit of either text.
    """
    placed = [
        (anchor, [bisect_right(starts[side], anchor[side]) - 1 for side in (0, 1)])
        for anchor in cluster.anchors
    ]
    own: list[dict[int, float]] = [{}, {}]
    for _, units in placed:
        for side in (0, 1):
            own[side][units[side]] = own[side].get(units[side], 0.0) + 1.0
    found: list[list[tuple[int, int]]] = []
    last = [-2, -2]
    for anchor, units in placed:
        if any(in_order[s].get(units[s], 0.0) >= own[s][units[s]] for s in (0, 1)):
            continue
        if units[0] > last[0] + 1 or units[1] > last[1] + 1:
            found.append([])
        found[-1].append(anchor)
        last = units
    return [Cluster.of(part) for part in found]


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
        if n in taken or in_order.get(n, 0.0) >= own.get(n, 0.0):
            return range(0)
    return range(low, high)
