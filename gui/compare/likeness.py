"""How alike two units are, judged by the content words they share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from copy import copy
from itertools import chain
from typing import NamedTuple

from rapidfuzz.distance import Indel

from .cancel import Check, checked, no_check
from .frames import LONGEST, Frame, frame_of, same_frame
from .index import Bag, UnitIndex
from .keys import Keyed
from .units import Unit


class Candidate(NamedTuple):
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
        runs = [
            [tuple(side.ids[u.start : u.end]) for u in checked(found, check)]
            for side, found in zip(sides, units, strict=True)
        ]
        self.weights = _rarity(self.base, runs, check)
        self._numbers: dict[int, list[int]] = {}
        self._frames: dict[tuple[int, ...], Frame] = {}
        self.bags = tuple([self.bag(ids) for ids in checked(own, check, 64)] for own in runs)

    def second_look(self, swaps: dict[int, int], used: set[int], check: Check) -> Likeness:
        """Return this measure with the swaps that the pair has taught made in the reference.

        Units in *used* stay as they are; they have their counterparts.
        """
        second = copy(self)
        second.bags = (
            [
                bag if n in used else self.bag([swaps.get(t, t) for t in bag.ids])
                for n, bag in enumerate(checked(self.bags[0], check, 64))
            ],
            self.bags[1],
        )
        return second

    def bag(self, ids: Sequence[int]) -> Bag:
        """Return the bag of the keys *ids*."""
        words = frozenset(ids)
        if len(words) < len(ids):
            words = words.union(*[self._again(t, n) for t, n in Counter(ids).items() if n > 1])
        return Bag(tuple(ids), words, math.fsum(map(self.weights.__getitem__, words)))

    def joined(self, side: int, start: int, end: int) -> Bag:
        """Return the bag of the units ``[start, end)`` of one side together."""
        if end == start + 1:
            return self.bags[side][start]
        return self.bag([t for bag in self.bags[side][start:end] for t in bag.ids])

    def _again(self, token: int, times: int) -> list[int]:
        """Return the numbers of the second and later ones of *times* equal keys in one unit."""
        numbers = self._numbers.setdefault(token, [])
        while len(numbers) < times - 1:
            numbers.append(len(self.weights))
            self.weights.append(self.weights[token])
        return numbers[: times - 1]

    def shared(self, a: Bag, b: Bag) -> float:
        """Return the weight of the words that both have."""
        return math.fsum(map(self.weights.__getitem__, a.words & b.words))

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
        if same_frame(self._frame(a), self._frame(b)):
            return 1.0
        common = len(a.words & b.words)
        if common < 2 and 4 * common < sum(length):
            return 0.0
        kept = Indel.normalized_similarity(a.ids, b.ids, score_cutoff=0.5)
        return max(self.between(a, b), kept)

    def _frame(self, bag: Bag) -> Frame:
        frame = self._frames.get(bag.ids)
        if frame is None:
            frame = self._frames[bag.ids] = frame_of(bag.ids, self.base)
        return frame

    def candidates(
        self,
        least: float,
        check: Check,
        used: tuple[Collection[int], Collection[int]] = ((), ()),
    ) -> list[Candidate]:
        """Return pairs of units at least *least* alike, ascending, a bounded number for each.

        Units in *used* are passed over.
        """
        asking = [(i, bag) for i, bag in enumerate(self.bags[0]) if i not in used[0]]
        index = UnitIndex(self.bags[1], self.weights, self.base, used[1], check)
        index.ask_for([bag for _, bag in asking if not index.is_found(bag)])
        found: list[Candidate] = []
        for i, bag in checked(asking, check, 16):
            found.extend(self._alike(i, index.near(bag, least), least))
        present = {(c.i, c.j) for c in found}
        strays = [
            c.i
            for c in found
            if c.likeness == 1.0 and present.isdisjoint([(c.i - 1, c.j - 1), (c.i + 1, c.j + 1)])
        ]
        # Where the same words stand in strange company, the counterpart may be another unit.
        index.ask_for([self.bags[0][i] for i in strays])
        for i in checked(strays, check, 16):
            others = list(self._alike(i, index.sharing(self.bags[0][i], least), least))
            found.extend([c for c in others if (c.i, c.j) not in present])
            present.update([(c.i, c.j) for c in others])
        return sorted(found)

    def _alike(self, i: int, near: Iterable[int], least: float) -> Iterator[Candidate]:
        bag = self.bags[0][i]
        for j in near:
            other = self.bags[1][j]
            if bag.ids == other.ids:
                yield Candidate(i, j, bag.weight, 1.0)
                continue
            shared = self.shared(bag, other)
            likeness = _dice(bag, other, shared)
            if likeness >= least:
                yield Candidate(i, j, shared, likeness)


def _dice(a: Bag, b: Bag, shared: float) -> float:
    total = a.weight + b.weight
    return 2 * shared / total if total else 0.0


def _rarity(
    base: Sequence[float], runs: Sequence[Sequence[Iterable[int]]], check: Check
) -> list[float]:
    """Return the weights of the keys, given what they weigh at most and the keys of the units."""
    total = sum(map(len, runs))
    in_units = Counter(
        chain.from_iterable(set(ids) for own in runs for ids in checked(own, check, 64))
    )
    most = math.log(max(2.0, total / 2))
    return [
        w * (0.25 + 0.75 * min(1.0, math.log(max(1.0, total / max(in_units[t], 2))) / most))
        if total > 4
        else w
        for t, w in enumerate(checked(base, check, 4096))
    ]
