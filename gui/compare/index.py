"""Which units of the candidate are worth comparing with one of the reference."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from itertools import pairwise
from math import fsum
from typing import NamedTuple

from .cancel import Check, checked

_COMMON = 32  # a key in more units than this is no reason to compare two of them
_BEST = 8  # how many counterparts of one unit are looked at closely
_RANKS = 2  # of many equal units, how far from its own rank a counterpart is looked for
_TELLING = 8  # tokens; so many the same in a row and no other unit need be looked at
_RARE_LEAST = 0.3  # share of a unit's weight in rare words; with less, word pairs are looked up
_ROUNDING = 1e-6  # sums of weights in another order may differ by less


class Bag(NamedTuple):
    """The keys of one unit in order, and without order; ``weight`` is theirs together.

    In ``words`` the second ``the`` of a unit has a number of its own, the same in every unit,
    so that what two units share is what two sets share.
    """

    ids: tuple[int, ...]
    words: frozenset[int]
    weight: float


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
        self._check = check
        self._weights = weights
        self._same: dict[tuple[int, ...], list[int]] = defaultdict(list)
        self._ranks: Counter[tuple[int, ...]] = Counter()
        self._free = [j for j in range(len(bags)) if j not in used]
        few = len(bags) <= _COMMON
        listed = frozenset([t for t, w in enumerate(base) if few or w >= 1])
        words: dict[int, list[int]] = defaultdict(list)
        for j in checked(self._free, check, 64):
            self._same[bags[j].ids].append(j)
            for token in listed & bags[j].words:
                words[token].append(j)
        # What a word that both have adds to the score: nothing where it is common.
        self._gains = [*weights[: len(base)], *[0.0] * (len(weights) - len(base))]
        if not few:
            for token in [t for t, places in words.items() if len(places) > _COMMON]:
                self._gains[token] = 0.0
                del words[token]
        self._words = words
        self._listed = frozenset(words)
        self._asking: Sequence[Bag] = ()
        self._pairs: dict[tuple[int, int], list[int]] | None = None

    def near(self, bag: Bag, least: float) -> list[int]:
        """Return units that may be *least* like *bag*, ascending, those with the same words too.

        Of many equal units those of about the same rank are returned, so *bag* must be given
        in the order of its document.
        """
        twins = self._same.get(bag.ids, [])
        rank = self._ranks[bag.ids]
        self._ranks[bag.ids] += 1
        if len(twins) > _BEST:
            twins = twins[max(0, rank - _RANKS) : rank + _RANKS + 1]
        if self.is_found(bag):
            return list(twins)
        return sorted({*twins, *self.sharing(bag, least)})

    def ask_for(self, bags: Sequence[Bag]) -> None:
        """Prepare for asking for *bags*, units of the other document, and for no others."""
        self._asking = bags
        self._pairs = None

    def is_found(self, bag: Bag) -> bool:
        """Return whether so many words the same in a row were found that no others need be."""
        return len(bag.ids) >= _TELLING and bag.ids in self._same

    def sharing(self, bag: Bag, least: float) -> list[int]:
        """Return the best few units that share words with *bag* and may be *least* like it."""
        seen = sorted(self._listed & bag.words)
        found = [(self._gains[t], self._words[t]) for t in seen]
        unseen = bag.weight - fsum([gain for gain, _ in found])
        if self._has_few_rare(bag):
            found += self._places_of_pairs(bag)
        scores: dict[int, float] = {}
        score_of = scores.get
        for gain, places in found:
            for j in places:
                scores[j] = score_of(j, 0.0) + gain
        # Were all that was not looked up shared too, a unit with less would still be unlike.
        floor = (least * bag.weight / 2 - unseen) / (1 - least / 2) - _ROUNDING
        if len(scores) > 4 * _BEST:
            floor = max(floor, sorted(scores.values())[-4 * _BEST])
        most = sorted([(s, -j) for j, s in scores.items() if s and s >= floor], reverse=True)
        size = 1 + bag.weight
        best = [(s / (size + self._bags[-j].weight), j) for s, j in most[: 4 * _BEST]]
        best.sort(reverse=True)
        return [-j for _, j in best[:_BEST]]

    def _has_few_rare(self, bag: Bag) -> bool:
        return fsum(map(self._gains.__getitem__, bag.words)) < _RARE_LEAST * bag.weight

    def _places_of_pairs(self, bag: Bag) -> list[tuple[float, list[int]]]:
        """Return what each pair of neighbouring words in *bag* adds to the score, and where."""
        if self._pairs is None:
            self._pairs = self._word_pairs()
        weights = self._weights
        shared = sorted(self._pairs.keys() & set(pairwise(bag.ids)))
        found = [(weights[a] + weights[b], self._pairs[a, b]) for a, b in shared]
        return [(gain, places) for gain, places in found if len(places) <= _COMMON]

    def _word_pairs(self) -> dict[tuple[int, int], list[int]]:
        """Return the units by those of their pairs of neighbouring words that will be asked for."""
        asked: set[tuple[int, int]] = set()
        for bag in checked(self._asking, self._check, 64):
            if self._has_few_rare(bag):
                asked.update(pairwise(bag.ids))
        pairs = defaultdict(list)
        for j in checked(self._free, self._check, 64):
            for pair in asked.intersection(pairwise(self._bags[j].ids)):
                pairs[pair].append(j)
        return pairs
