"""How alike two units are, judged by the content words they share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection
from copy import copy
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from .cancel import Check, checked, no_check
from .frames import LONGEST, frame_of, same_frame
from .index import Bag, UnitIndex
from .keys import Keyed
from .units import Unit


@dataclass(frozen=True)
class Candidate:
    """Units ``i`` and ``j``, the weight of what they share, and its share of both, 0 to 1."""

    i: int
    j: int
    shared: float
    likeness: float


class Likeness:
    """Measures units of both documents by the words they share, rare ones most.

    The weight of a key is that of ``keys.weight`` times its rarity among the units (inverse
    document frequency, Spaerck Jones 1972, held above a quarter so that the subject's own
    words never count for nothing).
    """

    def __init__(
        self,
        sides: tuple[Keyed, Keyed],
        units: tuple[list[Unit], list[Unit]],
        check: Check = no_check,
    ) -> None:
        self.units = units
        self.base = sides[0].weights
        self.weights = _rarity(sides, units, check)
        self.bags = tuple(
            [self.bag(side.ids[u.start : u.end]) for u in checked(found, check)]
            for side, found in zip(sides, units, strict=True)
        )

    def second_look(self, swaps: dict[int, int], used: set[int], check: Check) -> Likeness:
        """Return this measure with the swaps that the pair has taught made in the reference.

        Units in *used* stay as they are; they have their counterparts.
        """
        second = copy(self)
        second.bags = (
            [
                bag if n in used else self.bag([swaps.get(t, t) for t in bag.ids])
                for n, bag in enumerate(checked(self.bags[0], check))
            ],
            self.bags[1],
        )
        return second

    def bag(self, ids: list[int]) -> Bag:
        """Return the bag of the keys *ids*."""
        counts = Counter(ids)
        weights = self.weights
        weight = sum([weights[t] * n for t, n in counts.items()])
        return Bag(counts, weight, tuple(ids), frame_of(ids, self.base))

    def shared(self, a: Bag, b: Bag) -> float:
        """Return the weight of the words that both have."""
        if len(a.counts) > len(b.counts):
            a, b = b, a
        other = b.counts
        weights = self.weights
        return sum([weights[t] * min(n, other[t]) for t, n in a.counts.items() if t in other])

    def between(self, a: Bag, b: Bag) -> float:
        """Return Dice's coefficient of the weights: 0 nothing shared, 1 the same words."""
        return 1.0 if a.ids == b.ids else _dice(a, b, self.shared(a, b))

    def in_place(self, a: Bag, b: Bag) -> float:
        """Return the likeness of units whose neighbours are paired; there all tokens count too.

        ``That's our fault.`` and ``That's our break.`` share no content word, but stand in the
        same place and share most tokens in order. One shared word proves nothing in longer units.
        """
        length = len(a.ids), len(b.ids)
        if 3 * min(length) < max(length) or max(length) > LONGEST:
            return self.between(a, b)  # too unlike in length, or too long to look through
        if same_frame(a.frame, b.frame):
            return 1.0
        other = b.counts
        common = sum([min(n, other[t]) for t, n in a.counts.items() if t in other])
        if common < 2 and 4 * common < sum(length):
            return 0.0
        kept = Indel.normalized_similarity(a.ids, b.ids, score_cutoff=0.5)
        return max(self.between(a, b), kept)

    def candidates(
        self,
        least: float,
        check: Check,
        used: tuple[Collection[int], Collection[int]] = ((), ()),
    ) -> list[Candidate]:
        """Return pairs of units at least *least* alike, ascending, a bounded number for each.

        Units in *used* are passed over.
        """
        index = UnitIndex(self.bags[1], self.weights, self.base, used[1], check)
        found = []
        for i, bag in enumerate(checked(self.bags[0], check, 16)):
            if i in used[0]:
                continue
            for j in index.near(bag):
                other = self.bags[1][j]
                shared = self.shared(bag, other)
                likeness = 1.0 if bag.ids == other.ids else _dice(bag, other, shared)
                if likeness >= least:
                    found.append(Candidate(i, j, shared, likeness))
        return found


def _dice(a: Bag, b: Bag, shared: float) -> float:
    total = a.weight + b.weight
    return 2 * shared / total if total else 0.0


def _rarity(
    sides: tuple[Keyed, Keyed], units: tuple[list[Unit], list[Unit]], check: Check
) -> list[float]:
    base = sides[0].weights
    in_units: Counter[int] = Counter()
    total = 0
    for side, found in zip(sides, units, strict=True):
        total += len(found)
        for unit in checked(found, check):
            in_units.update(set(side.ids[unit.start : unit.end]))
    most = math.log(max(2.0, total / 2))
    return [
        w * (0.25 + 0.75 * min(1.0, math.log(max(1.0, total / max(in_units[t], 2))) / most))
        if total > 4
        else w
        for t, w in enumerate(base)
    ]
