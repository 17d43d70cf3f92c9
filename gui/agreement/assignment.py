"""Assigns pairs to annotators: a list for each, drawn from one list of pairs.

Pairs read by several annotators, pairs whose label is known, and repeated pairs show afterwards how
far the labels can be trusted (R. Artstein and M. Poesio, "Inter-coder agreement for computational
linguistics", 2008). The same pairs, options and seed give the same lists.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from ..labels.label_values import Pair
from ..labels.pairs.blind import APART, REPEATED


class Wishes(NamedTuple):
    """How pairs are assigned.

    ``overlap`` is the share of the pairs that ``copies`` annotators read, ``repeat`` the share of
    an annotator's pairs that are repeated; both from 0 to 1. ``balance`` names a column whose
    values have the same shares in every list, ``gold`` a column with known labels: those pairs are
    in all lists.
    """

    annotators: Sequence[str]
    overlap: float = 0.0
    copies: int = 2
    repeat: float = 0.0
    balance: str | None = None
    gold: str | None = None
    seed: int = 0


class Assigned(NamedTuple):
    """The lists by annotator, in the order of reading, and the reasons for some of their pairs.

    ``overlap`` has the annotators of each pair that several read, ``gold`` the known labels,
    ``repeats`` the repeated pairs by annotator.
    """

    lists: dict[str, list[Pair]]
    overlap: dict[str, list[str]]
    gold: dict[str, str]
    repeats: dict[str, list[str]]


class TooShortError(ValueError):
    """A list is too short to repeat a pair; ``longest`` is the length of the longest."""

    def __init__(self, longest: int) -> None:
        super().__init__(longest)
        self.longest = longest


def assign(pairs: Sequence[Pair], wishes: Wishes) -> Assigned:
    """Assign *pairs*; raises TooShortError if pairs should be repeated and cannot."""
    chance = random.Random(wishes.seed)  # noqa: S311 - drawn again by whoever has the seed
    gold = {p.id: known for p in pairs if (known := _value(p, wishes.gold).strip())}
    groups: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        if pair.id not in gold:
            groups[_value(pair, wishes.balance)].append(pair)
    lists: dict[str, list[Pair]] = {name: [] for name in wishes.annotators}
    overlap: dict[str, list[str]] = {}
    turn = _Turn(wishes.annotators, chance)
    due = 0.0
    for _, own in sorted(groups.items()):
        chance.shuffle(own)
        turn.begin_group()
        due += wishes.overlap * len(own)
        several = round(due)
        due -= several
        for n, pair in enumerate(own):
            readers = turn.take(wishes.copies if n < several else 1)
            if len(readers) > 1:
                overlap[pair.id] = readers
            for name in readers:
                lists[name].append(pair)
    in_all = [pair for pair in pairs if pair.id in gold]
    repeats = {}
    for name, mine in lists.items():
        mine += in_all
        chance.shuffle(mine)
        repeats[name] = _repeat(mine, wishes.repeat, chance)
    if wishes.repeat and not any(repeats.values()):
        raise TooShortError(max(map(len, lists.values()), default=0))
    return Assigned(lists, overlap, gold, repeats)


class _Turn:
    """Chooses who is next: least in this group, then least overall, then at random."""

    def __init__(self, names: Sequence[str], chance: random.Random) -> None:
        self._all = dict.fromkeys(names, 0)
        self._own = dict.fromkeys(names, 0)
        self._chance = chance

    def begin_group(self) -> None:
        """Start another group of pairs."""
        self._own = dict.fromkeys(self._own, 0)

    def take(self, number: int) -> list[str]:
        """Return the next *number* annotators."""
        order = sorted(
            self._all, key=lambda name: (self._own[name], self._all[name], self._chance.random())
        )
        for name in order[:number]:
            self._own[name] += 1
            self._all[name] += 1
        return sorted(order[:number])


def _repeat(pairs: list[Pair], share: float, chance: random.Random) -> list[str]:
    """Repeat a *share* of the pairs of a list, far enough behind; return their ids."""
    early = max(0, len(pairs) - APART)
    number = min(early, round(share * len(pairs)))
    if share and not number and early:
        number = 1
    again = sorted(chance.sample(range(early), number))
    ids = [pairs[at].id for at in again]
    # From the end, so that the places before are still those of the list as it was.
    for at in reversed(again):
        place = chance.randint(at + APART + 1, len(pairs))
        pairs.insert(place, pairs[at]._replace(id=f"{pairs[at].id}{REPEATED}"))
    return ids


def _value(pair: Pair, column: str | None) -> str:
    return next((value for name, value in pair.details if name == column), "")
