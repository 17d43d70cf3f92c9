"""Passages that stand elsewhere in the candidate: found from anchors that left the common order.

The smallest unit that moves is a sentence (or a line): a reader looks for a lost sentence, but
reads a phrase that changed its place inside one as an added and a missing phrase. Whole
sentences with most of their anchors in one cluster outside the chain moved; neighbours that
moved together are one passage.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from .anchors import Cluster
from .sequences import Unit
from .tokens import TokenPair

_LEAST = 6.0  # tokens that a cluster vouches for, to be worth a second look: two anchors 5 apart
_RATHER = 0.5  # of its anchors in the common order keep a unit there: a spun sentence, not its copy
_COVERED = 0.4  # of a sentence's tokens must lie between the cluster's ends
_SHARED = 4  # content words that a missing and an added passage share if they are the same ...
_SHARE = 0.4  # ... and so much of the content words of the longer one
_MOST = 0.5  # two are enough where they are so much of the longer one
_SIZE = 3.0  # by so much one side of a moved passage may be longer than the other


class Passage(NamedTuple):
    """Tokens ``[i0, i1)`` of the reference that stand at ``[j0, j1)`` of the candidate."""

    i0: int
    i1: int
    j0: int
    j1: int


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
    found: list[tuple[range, range]] = []
    for cluster in rest:
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
    passages = []
    for first, second in found:
        i0, i1 = units[0][first[0]].start, units[0][first[-1]].end
        j0, j1 = units[1][second[0]].start, units[1][second[-1]].end
        if max(i1 - i0, j1 - j0) <= _SIZE * min(i1 - i0, j1 - j0):
            passages.append(Passage(i0, i1, j0, j1))
    return passages


def _joined(
    found: Sequence[tuple[range, range]],
    units: tuple[Sequence[Unit], Sequence[Unit]],
    in_order: Sequence[dict[int, float]],
) -> list[tuple[range, range]]:
    """Widen moved units to the section they moved with, and join neighbours.

    A unit of the same section that the common order has nothing of moved along: its words were
    swapped, or dropped.
    """
    taken = [{n for pair in found for n in pair[side]} for side in (0, 1)]

    def widened(own: range, side: int) -> range:
        blocks = [unit.block for unit in units[side]]
        low, high = own.start, own.stop

        def is_free(n: int) -> bool:
            return blocks[n] == blocks[low] and n not in in_order[side] and n not in taken[side]

        while low and is_free(low - 1):
            low -= 1
        while high < len(blocks) and is_free(high):
            high += 1
        taken[side].update(range(low, high))
        return range(low, high)

    joined: list[tuple[range, range]] = []
    for first, second in found:
        pair = widened(first, 0), widened(second, 1)
        last = joined[-1] if joined else None
        if last and last[0].stop == pair[0].start and last[1].stop == pair[1].start:
            joined[-1] = (
                range(last[0].start, pair[0].stop),
                range(last[1].start, pair[1].stop),
            )
        else:
            joined.append(pair)
    return joined


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
        if any(in_order[s].get(units[s], 0.0) >= _RATHER * own[s][units[s]] for s in (0, 1)):
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
        if n in taken or in_order.get(n, 0.0) >= _RATHER * own.get(n, 0.0):
            return range(0)
    return range(low, high)


def find_lost(
    missing: Sequence[tuple[int, int]],
    added: Sequence[tuple[int, int]],
    sides: TokenPair,
    swaps: Collection[tuple[int, int]],
) -> list[Passage]:
    """Return the passages among *missing* and *added* ones (token ranges) that are the same.

    Heavily spun, they have too few anchors; knowing the *swaps* of the rest of the pair (single
    words, by number), more of their words correspond.
    """
    if not missing or not added:
        return []
    swapped: dict[int, set[int]] = {}
    for a, b in swaps:
        swapped.setdefault(a, set()).add(b)
    weights = sides[0].weights
    bags = [
        [{t for t in side.ids[start:end] if weights[t] >= 1} for start, end in ranges]
        for side, ranges in zip(sides, (missing, added), strict=True)
    ]
    holders: dict[int, list[int]] = {}
    for n, bag in enumerate(bags[1]):
        for token in bag:
            holders.setdefault(token, []).append(n)
    found = [(2.0, m, n) for m, n in _identical(missing, added, sides)]
    for m, bag in enumerate(bags[0]):
        shared: dict[int, int] = {}
        for token in bag:
            for n in {n for t in (token, *swapped.get(token, ())) for n in holders.get(t, ())}:
                shared[n] = shared.get(n, 0) + 1
        for n, count in shared.items():
            size = max(len(bag), len(bags[1][n]))
            if (count >= _SHARED and count >= _SHARE * size) or (
                count > 1 and count >= _MOST * size
            ):
                found.append((count / size, m, n))
    passages: dict[int, Passage] = {}
    used: set[int] = set()
    for _, m, n in sorted(found, key=lambda x: (-x[0], x[1], x[2])):
        if m not in passages and n not in used:
            passages[m] = Passage(*missing[m], *added[n])
            used.add(n)
    return list(passages.values())


def neighbours_joined(passages: Sequence[Passage]) -> list[Passage]:
    """Return *passages* by their place, those that touch in both texts made one."""
    found: list[Passage] = []
    for own in sorted(passages):
        last = found[-1] if found else None
        if last and (last.i1, last.j1) == (own.i0, own.j0):
            found[-1] = Passage(last.i0, own.i1, last.j0, own.j1)
        else:
            found.append(own)
    return found


def _identical(
    missing: Sequence[tuple[int, int]],
    added: Sequence[tuple[int, int]],
    sides: TokenPair,
) -> Iterator[tuple[int, int]]:
    """Yield the passages, by number, that occur once in each list, however short they are."""
    where: list[dict[tuple[int, ...], int]] = []
    for side, ranges in zip(sides, (missing, added), strict=True):
        own: dict[tuple[int, ...], int] = {}
        for n, (start, end) in enumerate(ranges):
            key = tuple(side.ids[start:end])
            own[key] = -1 if key in own else n
        where.append(own)
    for key, m in where[0].items():
        n = where[1].get(key, -1)
        if m >= 0 and n >= 0:
            yield m, n
