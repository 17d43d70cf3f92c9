"""Anchors: places where two texts certainly correspond, chained to an order and to what left it.

Sentences that both texts have word for word, rare words and rare runs of three tokens are
anchors. Neighbouring anchors that keep their distance form clusters (collinear chaining, as
aligners of genomes do: Abouelhoda and Ohlebusch 2005). The heaviest chain of clusters that
ascends in both texts is the common order; heavy clusters outside it are passages that moved.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set
from itertools import pairwise, product
from operator import itemgetter
from typing import NamedTuple, Protocol

from ..cancellation import check, checked
from ..diff import longest_ascending, once_in_both
from ..modelling.sequences import Unit
from ..tokenizing.tokens import TokenPair, Tokens

Same = tuple[int, int, int]  # where a unit of both texts begins in each, and its size in tokens

_RARE = 3  # times in either text; a word that occurs more often anchors nothing by itself
_LETTERS = 9  # tokens in a script without spaces, which are two or three words
_NEAR = 12  # tokens between two anchors of a cluster: about a sentence
_DRIFT = 8  # tokens by which swaps of several words may shift what follows within that


class Cluster(NamedTuple):
    """Anchors (i, j) that keep their distance, ascending, and how many tokens they vouch for.

    ``is_same`` says that they are whole sentences, which both texts have word for word.
    """

    anchors: tuple[tuple[int, int], ...]
    weight: float
    is_same: bool = False

    @classmethod
    def of(cls, anchors: Sequence[tuple[int, int]]) -> Cluster:
        """Return *anchors* as a cluster; neighbours vouch for the tokens between them."""
        total = 1.0
        for (i, j), (x, y) in pairwise(anchors):
            total += min(x - i, y - j)
        return cls(tuple(anchors), total)

    @property
    def first(self) -> tuple[int, int]:
        """The first anchor."""
        return self.anchors[0]

    @property
    def last(self) -> tuple[int, int]:
        """The last anchor."""
        return self.anchors[-1]

    @property
    def middle(self) -> tuple[int, int]:
        """The anchor in the middle, where the cluster stands in the common order.

        Its ends may be chance: a rare word that both texts happen to have in the next sentence.
        """
        return self.anchors[len(self.anchors) // 2]


def find_clusters(sides: TokenPair, same: Sequence[Same] = ()) -> list[Cluster]:
    """Return the clusters of anchors of two texts, by their first anchor.

    Runs of the *same* units are clusters of their own: nothing else in them is an anchor, and no
    cluster goes on behind them. Any other anchor joins the cluster from which it drifts least: the
    one whose last anchor is near by in both texts, at nearly the same distance in each.
    """
    starts = [pair[0] for pair in same], sorted(pair[1] for pair in same)
    # The last anchors of clusters, and how many of the same units stand before them in each text.
    ends: list[tuple[int, int, tuple[int, int], list[tuple[int, int]]]] = []
    found: list[list[tuple[int, int]]] = []
    for i, j in checked(_free_anchors(sides, same)):
        while ends and ends[0][0] < i - _NEAR:
            ends.pop(0)
        before = bisect_left(starts[0], i), bisect_left(starts[1], j)
        best = -1
        least = _DRIFT + 1
        for n, (x, y, units, _) in enumerate(ends):
            if x < i and y < j <= y + _NEAR and units == before:
                drift = abs((i - x) - (j - y))
                if drift < least or (drift == least and best >= 0 and x > ends[best][0]):
                    best, least = n, drift
        if best < 0:
            cluster: list[tuple[int, int]] = []
            found.append(cluster)
        else:
            cluster = ends.pop(best)[3]
        cluster.append((i, j))
        ends.append((i, j, before, cluster))
    return sorted([*map(Cluster.of, found), *_runs_of(same)], key=lambda cluster: cluster.first)


def same_units(sides: TokenPair, units: tuple[Sequence[Unit], Sequence[Unit]]) -> list[Same]:
    """Return the units of two words or more that each text has once, the same in both.

    Not one that may be a copy, while its true counterpart was changed: then at least half of its
    content words are not as frequent in one text as in the other.
    """
    own = [
        [unit for unit in checked(some, 1024) if side.words_in(unit.start, unit.end) > 1]
        for side, some in zip(sides, units, strict=True)
    ]
    keys = [
        [tuple(side.ids[unit.start : unit.end]) for unit in some]
        for side, some in zip(sides, own, strict=True)
    ]
    counts = [Counter(side.ids) for side in sides]
    is_content = sides[0].is_content

    def is_copy(key: tuple[int, ...]) -> bool:
        as_often = [counts[0][t] == counts[1][t] for t in key if is_content[t]]
        return bool(as_often) and 2 * sum(as_often) <= len(as_often)

    return sorted(
        (own[0][m].start, own[1][n].start, len(keys[0][m]))
        for m, n in checked(once_in_both(*keys), 256)
        if not is_copy(keys[0][m])
    )


def parted_units(
    sides: TokenPair, units: tuple[Sequence[Unit], Sequence[Unit]]
) -> tuple[list[Unit], list[Unit]]:
    r"""Return *units* with those cut in two that begin or end with a whole unit of the other text.

    A headline that lost its line end and the sentence behind it look like one sentence; each may
    have moved without the other. Such a unit has two words or more, and stands once in each text.

    >>> news, crows, van = "The local news", "Seven crows sat there.", "Anna drove her van home."
    >>> sections(f"{news}\n\n{van}\n\n{crows}", f"{news} {crows}\n\n{van}")
    paired, paired, moved
    """
    keys = [
        Counter(key for unit in checked(own, 1024) if len(key := _words(side, unit)) > 1)
        for side, own in zip(sides, units, strict=True)
    ]
    once = [{key for key, count in own.items() if count == 1} for own in keys]
    return (
        _parted(sides[0], units[0], once[1] - keys[0].keys()),
        _parted(sides[1], units[1], once[0] - keys[1].keys()),
    )


def _parted(side: Tokens, units: Sequence[Unit], whole: Set[tuple[int, ...]]) -> list[Unit]:
    """Return *units* cut behind and before what is *whole* elsewhere, if one alone has that.

    The other part is the longer one: two words before a whole sentence were added to that.
    """
    sizes: tuple[defaultdict[tuple[int, ...], set[int]], ...] = defaultdict(set), defaultdict(set)
    for key in checked(whole, 1024):
        sizes[0][key[:2]].add(len(key))
        sizes[1][key[-2:]].add(len(key))
    places: dict[tuple[int, ...], list[int]] = defaultdict(list)  # where to cut, by what is whole
    for unit in checked(units, 1024):
        own = _words(side, unit)
        for size in sizes[0].get(own[:2], ()):
            if 2 * size <= len(own) and own[:size] in whole:
                places[own[:size]].append(unit.start + size)
        for size in sizes[1].get(own[-2:], ()):
            if 2 * size <= len(own) and own[-size:] in whole:
                places[own[-size:]].append(unit.start + len(own) - size)
    cuts = sorted({found[0] for found in places.values() if len(found) == 1})
    found = []
    for unit in checked(units, 1024):
        inside = cuts[bisect_right(cuts, unit.start) : bisect_left(cuts, unit.end)]
        bounds = pairwise([unit.start, *inside, unit.end])
        found += [unit._replace(start=start, end=end) for start, end in bounds]
    return found


def _words(side: Tokens, unit: Unit) -> tuple[int, ...]:
    """Return the tokens of a unit without the signs at its end."""
    end = unit.end
    while end > unit.start and not side.is_word[end - 1]:
        end -= 1
    return tuple(side.ids[unit.start : end])


def _free_anchors(sides: TokenPair, same: Sequence[Same]) -> list[tuple[int, int]]:
    """Return the anchors outside the *same* units; a run that begins in one begins behind it."""
    taken, opposite = (bytearray(len(side.ids)) for side in sides)
    for i, j, size in checked(same, 256):
        taken[i : i + size] = opposite[j : j + size] = b"\1" * size
    found = {(i, j) for i, j in checked(_rare_words(sides), 4096) if not (taken[i] or opposite[j])}
    for i, j in checked(_rare_runs(sides), 4096):
        for n in range(3):
            if not (taken[i + n] or opposite[j + n]):
                found.add((i + n, j + n))
                break
    check()
    return sorted(found)


def _runs_of(same: Sequence[Same]) -> Iterable[Cluster]:
    """Yield a cluster for each run of the *same* units that follow each other in both texts."""
    run: list[tuple[int, int]] = []
    for i, j, size in same:
        if run and run[-1] != (i - 1, j - 1):
            yield Cluster(tuple(run), float(len(run)), is_same=True)
            run = []
        run += zip(range(i, i + size), range(j, j + size), strict=True)
    if run:
        yield Cluster(tuple(run), float(len(run)), is_same=True)


def _rare_words(sides: TokenPair) -> Iterable[tuple[int, int]]:
    counts = [Counter(side.ids) for side in sides]
    rare = {
        token
        for token, count in counts[0].items()
        if count <= _RARE and 0 < counts[1][token] <= _RARE and sides[0].is_content[token]
    }
    where = [_places(side.ids, rare) for side in sides]
    for token, places in where[0].items():
        yield from product(places, where[1][token])


def _places(ids: Sequence[int], wanted: Set[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for n in [n for n, token in enumerate(checked(ids, 4096)) if token in wanted]:
        found[ids[n]].append(n)
    return found


def _rare_runs(sides: TokenPair) -> list[tuple[int, int]]:
    """Return the starts of runs of three tokens, or nine letters, that occur once in both texts.

    They anchor what has no rare word: ``and it was`` may stand in one place only. Of letters of a
    script without spaces it takes more to be rare (``tokens.is_letter``).
    """
    runs = []
    letters = sides[0].letters
    for side in sides:
        check()
        ids = side.ids
        own: list[tuple[int, ...]] = list(zip(ids, ids[1:], ids[2:], strict=False))
        for n in checked(range(len(own)), 4096) if letters else ():
            if ids[n] in letters:
                own[n] = tuple(ids[n : n + _LETTERS])
        runs.append(own)
    return once_in_both(*runs)


class Placed(Protocol):
    """What stands at one place of each text: a cluster of anchors, or a passage."""

    @property
    def middle(self) -> tuple[int, int]:
        """Where it stands in the reference and in the candidate."""

    @property
    def weight(self) -> float:
        """How many tokens it vouches for."""


def heaviest_chain(clusters: Sequence[Placed]) -> list[int]:
    """Return the clusters, by number, of the heaviest chain that ascends in both texts.

    O(n log n): best chains by the place of their end in the candidate, in a Fenwick tree (Fenwick
    1994), which keeps the maximum of what stands before each place.

    >>> first, moved, last = ((2, 9),), ((5, 3), (9, 7)), ((12, 12), (15, 15))
    >>> heaviest_chain([Cluster.of(first), Cluster.of(moved), Cluster.of(last)])
    [1, 2]
    """
    if not clusters:
        return []
    places = sorted({c.middle[1] for c in clusters})
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(places) + 1)

    def best_before(j: int) -> tuple[float, int]:
        at, found = bisect_left(places, j), (0.0, -1)
        while at > 0:
            if tree[at][0] > found[0]:
                found = tree[at]
            at -= at & -at
        return found

    def put(j: int, value: tuple[float, int]) -> None:
        at = bisect_right(places, j)
        while at <= len(places):
            if value[0] > tree[at][0]:
                tree[at] = value
            at += at & -at

    totals = [0.0] * len(clusters)
    before = [-1] * len(clusters)
    # Of clusters in one place of the reference the later ones come first: neither precedes.
    order = sorted(
        range(len(clusters)), key=lambda n: (clusters[n].middle[0], -clusters[n].middle[1])
    )
    for n in checked(order):
        total, before[n] = best_before(clusters[n].middle[1])
        totals[n] = total + clusters[n].weight
        put(clusters[n].middle[1], (totals[n], n))
    n = max(range(len(clusters)), key=lambda n: (totals[n], -n))
    chain = []
    while n >= 0:
        chain.append(n)
        n = before[n]
    return chain[::-1]


def common_anchors(clusters: Sequence[Cluster], chain: Sequence[int]) -> list[tuple[int, int]]:
    """Return the anchors of a chain that ascend in both texts, as many as can be."""
    found = {anchor for n in checked(chain) for anchor in clusters[n].anchors}
    ordered = sorted(found, key=itemgetter(1), reverse=True)
    check()
    ordered.sort(key=itemgetter(0))
    check()
    return longest_ascending(ordered)
