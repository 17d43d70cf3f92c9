"""Which units of the candidate are worth comparing with one of the reference."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import pairwise

from .cancel import Check, checked
from .frames import Frame

_COMMON = 32  # a key in more units than this is no reason to compare two of them
_BEST = 8  # how many counterparts of one unit are looked at closely
_RANKS = 2  # of many equal units, how far from its own rank a counterpart is looked for
_TELLING = 8  # tokens; so many the same in a row and no other unit need be looked at
_RARE_LEAST = 0.3  # share of a unit's weight in rare words; with less, word pairs are looked up


@dataclass(frozen=True)
class Bag:
    """The keys of one unit with their weights; order does not count."""

    counts: dict[int, int]
    weight: float
    ids: tuple[int, ...]
    frame: Frame


class UnitIndex:
    """The units of one document by their words, and by their word pairs where words are common.

    The work for one unit is bounded: common words are passed over, and the best few returned.
    """

    def __init__(
        self,
        bags: Sequence[Bag],
        weights: Sequence[float],
        base: Sequence[float],
        used: Collection[int],
        check: Check,
    ) -> None:
        self._bags = bags
        self._weights = weights
        self._few = len(bags) <= _COMMON
        self._words: dict[int, list[int]] = defaultdict(list)
        self._same: dict[tuple[int, ...], list[int]] = defaultdict(list)
        self._pairs: dict[tuple[int, int], list[int]] | None = None
        self._ranks: Counter[tuple[int, ...]] = Counter()
        self._free = [j for j in range(len(bags)) if j not in used]
        for j in checked(self._free, check):
            self._same[bags[j].ids].append(j)
            for token in bags[j].counts:
                if self._few or base[token] >= 1:
                    self._words[token].append(j)

    def near(self, bag: Bag) -> list[int]:
        """Return units that may be like *bag*, ascending; units with the same words first.

        Of many equal units those of about the same rank are returned, so *bag* must be given
        in the order of its document.
        """
        twins = self._same.get(bag.ids, [])
        rank = self._ranks[bag.ids]
        self._ranks[bag.ids] += 1
        if len(twins) > _BEST:
            twins = twins[max(0, rank - _RANKS) : rank + _RANKS + 1]
        if twins and len(bag.ids) >= _TELLING:
            return list(twins)
        return sorted({*twins, *self._sharing(bag)})

    def _sharing(self, bag: Bag) -> Iterator[int]:
        scores: dict[int, float] = defaultdict(float)
        rare = 0.0
        for token in bag.counts:
            places = self._words.get(token, ())
            if self._few or len(places) <= _COMMON:
                gain = self._weights[token]
                rare += gain
                for j in places:
                    scores[j] += gain
        if rare < _RARE_LEAST * bag.weight:
            for pair in set(pairwise(bag.ids)):
                places = self._word_pairs().get(pair, ())
                if len(places) <= _COMMON:
                    gain = self._weights[pair[0]] + self._weights[pair[1]]
                    for j in places:
                        scores[j] += gain
        most = nlargest(4 * _BEST, ((s, -j) for j, s in scores.items()))
        best = [(s / (1 + self._bags[-j].weight + bag.weight), j) for s, j in most if s]
        best.sort(reverse=True)
        return (-j for _, j in best[:_BEST])

    def _word_pairs(self) -> dict[tuple[int, int], list[int]]:
        """Return the units by their pairs of neighbouring words, made when first asked for."""
        if self._pairs is None:
            self._pairs = defaultdict(list)
            for j in self._free:
                for pair in set(pairwise(self._bags[j].ids)):
                    self._pairs[pair].append(j)
        return self._pairs
