"""Passages that stand elsewhere in the candidate: found from anchors that left the common order.

The smallest unit that moves is a sentence (or a line): a reader looks for a lost sentence, but
reads a phrase that changed its place inside one as an added and a missing phrase. Whole
sentences with most of their anchors in one cluster outside the chain moved; neighbours that
moved together are one passage.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, deque
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from .anchors import Cluster
from .cancellation import checked
from .diff import once_in_both
from .sequences import Unit
from .swap_features import SwapScorer
from .tokens import TokenPair, Tokens

Bag = frozenset[int]  # the words of a passage that tell most, by their comparison numbers

_LEAST = 6.0  # tokens that a cluster vouches for, to be worth a second look: two anchors 5 apart
_RATHER = 0.5  # share of a unit's anchors that keep it in the common order, if they stand there
_COVERED = 0.4  # of a sentence's tokens must lie between the cluster's ends
_COMMON = 500  # passages of different words that hold one; such a word alone finds none of them
_SHARE = 0.4  # of the content words of the longer one are shared by what was lost and found
_SHORT = 12  # tokens; more without any content word are letters of a script without spaces
_FEW = 2  # passages that hold a word; it leads there where other words were swapped


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


def find_lost(
    missing: Sequence[tuple[int, int]],
    added: Sequence[tuple[int, int]],
    sides: TokenPair,
    swaps: SwapScorer | None = None,
) -> list[Passage]:
    """Return the passages among *missing* and *added* ones (token ranges) that are the same.

    They are too short, or were spun too heavily, to have anchors enough; but nothing else is left
    that they could correspond to. *swaps* tells which words may stand for others. What both have
    once word for word is the same, however short.

    >>> sections("It is late. Ann Lee.", "Ann Lee. It is late.")
    paired, moved
    """
    if not missing or not added:
        return []
    passages: dict[int, Passage] = {}
    used: set[int] = set()

    def pair(m: int, n: int) -> None:
        passages[m] = Passage(*missing[m], *added[n])
        used.add(n)

    keys = [
        [tuple(side.ids[start:end]) for start, end in ranges]
        for side, ranges in zip(sides, (missing, added), strict=True)
    ]
    for m, n in once_in_both(*keys):
        pair(m, n)
    # Passages of the same words are looked at as one: a list has them by the thousand.
    alike = (
        _bags(sides[0], missing, sides[0].is_content, passages),
        _bags(sides[1], added, sides[0].is_content, used),
    )
    fitting: dict[float, dict[Bag, list[Bag]]] = {}
    for share, bag, other in _sharing(*alike, swaps):
        fitting.setdefault(share, {}).setdefault(bag, []).append(other)
    for _, own in sorted(fitting.items(), reverse=True):
        bag_of = {m: bag for bag in own for m in alike[0][bag] if m not in passages}
        for m in sorted(bag_of):
            left = [alike[1][bag] for bag in own[bag_of[m]] if alike[1][bag]]
            if left:
                pair(m, min(left).popleft())
    return list(passages.values())


def _bags(
    side: Tokens, ranges: Sequence[tuple[int, int]], is_content: Sequence[bool], but: Container[int]
) -> dict[Bag, deque[int]]:
    """Return the numbers of the passages that have the same content words, by these.

    Of a short one that has none, such as ``What did he do?``, all words count if it stands alone.
    """
    found: dict[Bag, deque[int]] = {}
    for n, (start, end) in enumerate(checked(ranges, 1024)):
        if n not in but:
            own = side.ids[start:end]
            bag = frozenset([t for t in own if is_content[t]])
            if not bag and end - start <= _SHORT:
                words = zip(own, side.is_word[start:end], strict=True)
                bag = frozenset([t for t, is_word in words if is_word])
            found.setdefault(bag, deque()).append(n)
    return {bag: own for bag, own in found.items() if len(own) == 1 or _tells(bag, is_content)}


def _tells(bag: Bag, is_content: Sequence[bool]) -> bool:
    return any(is_content[token] for token in bag)


def _sharing(
    ours: Iterable[Bag], theirs: Iterable[Bag], swaps: SwapScorer | None
) -> Iterator[tuple[float, Bag, Bag]]:
    """Yield the pairs of bags that share enough of the words of the larger one, and how many.

    Those that share a word that few have may have other words swapped for related ones.
    """
    holders: dict[int, list[Bag]] = {}
    for other in theirs:
        for token in other:
            holders.setdefault(token, []).append(other)
    relatives = _Relatives(holders, swaps) if swaps else None
    for bag in checked(ours, 64):
        rare = [own for token in bag if len(own := holders.get(token, ())) <= _COMMON]
        few = {other for own in rare if relatives and len(own) <= _FEW for other in own}
        related = relatives.of_all(bag) if relatives and few else bag
        common = sum([len(holders.get(token, ())) > _COMMON for token in bag])
        fewest = max(2, _SHARE * len(bag))
        for other, shared in Counter(chain.from_iterable(rare)).items():
            if shared + common < fewest and other not in few:
                continue  # as for most
            size = max(len(bag), len(other))
            least = max(2, _SHARE * size)
            count = len(bag & other)
            if relatives and other in few and count < least <= count + len(related & other):
                count += relatives.count(bag - other, other - bag)
            if count >= least:
                yield count / size, bag, other


class _Relatives:
    """Which of *words* the thesaurus relates to a word, by an index: each word has a hundred."""

    def __init__(self, words: Iterable[int], swaps: SwapScorer) -> None:
        self._words = words
        self._meanings = swaps.meanings
        self._found: dict[int, set[int]] = {}

    @cached_property
    def _index(self) -> tuple[dict[object, list[int]], dict[object, list[int]]]:
        """The words by what they are known by, and by their synonyms; few texts ask for it."""
        known_by: dict[object, list[int]] = {}
        synonym_of: dict[object, list[int]] = {}
        for word in checked(self._words, 256):
            keys, synonyms = self._meanings(word)
            for key in keys:
                known_by.setdefault(key, []).append(word)
            for key in synonyms:
                synonym_of.setdefault(key, []).append(word)
        return known_by, synonym_of

    def of(self, word: int) -> set[int]:
        """Return the words that are related to a word (``SwapScorer.related``)."""
        found = self._found.get(word)
        if found is None:
            known_by, synonym_of = self._index
            keys, synonyms = self._meanings(word)
            found = self._found[word] = set()
            for key in keys:
                found.update(known_by.get(key, ()), synonym_of.get(key, ()))
            for key in synonyms:
                found.update(known_by.get(key, ()))
        return found

    def of_all(self, bag: Bag) -> Bag:
        """Return the words that are related to one of a bag's."""
        return frozenset().union(*map(self.of, bag))

    def count(self, bag: Bag, other: Bag) -> int:
        """Return how many words of each bag have a relative in the other one."""
        found = [own for word in bag if (own := self.of(word) & other)]
        return min(len(found), len(set().union(*found)))
