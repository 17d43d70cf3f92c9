"""How likely each link of two words is, summed over all alignments, and the links worth telling.

The best path of ``viterbi`` is all or nothing: where two texts share little it leaves words alone,
or rewrites a whole stretch, although some of the words in it plainly mean each other. Here every
path counts by its probability. The forward and backward sums (Baum and others 1970) give the
posterior of each link, and a second dynamic program takes those that promise most (minimum Bayes
risk; Kumar and Byrne 2002). A rewritten stretch says nothing of the words in it, so there is no
such step here; instead, words may be added behind dropped ones anywhere.

Three numbers, learned with the weights, say how far a passage without others around it is trusted:
``TRUST`` multiplies all scores, because the same signs tell less there; a link is told if its
posterior is above ``PRICE``, and above ``CHANCE`` times the odds against a word being kept, because
a short text finds something like each of its words in a long one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import exp, log
from typing import NamedTuple

from ..cancellation import check
from ..modelling.scores import BLIND, EXTRA, MISSING, NEVER, SURE
from ..modelling.sequences import SequencePair
from ..modelling.steps import KEPT, SWAPPED, Part, Step, gaps
from ..modelling.swap_features import LONGEST
from .swap_rows import Edge, SwapRows
from .viterbi import Aligner

Matrix = list[list[float]]
# How many words of each side may be told as one swap. Longer phrases on both sides may where that
# is likelier than several swaps (``Links.phrases_at``).
_SHAPES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1))
_NEVER = -1.0  # the worth of a word opposite itself inside a swap
NAMES = TRUST, PRICE, CHANCE = "posterior_trust", "posterior_price", "posterior_chance"


class Links(NamedTuple):
    """The posterior of each pair of tokens: being the same word kept, or part of a swap.

    ``phrases`` has the swaps of several words for several by the place where they end, with their
    sizes and the posterior of their being one swap.
    """

    kept: Matrix
    swapped: Matrix
    phrases: dict[tuple[int, int], list[tuple[int, int, float]]]

    def phrases_at(self, i: int, j: int) -> Iterator[tuple[int, int]]:
        """Yield the sizes of phrases that end here and are likelier one swap than several."""
        for p, q, share in self.phrases.get((i, j), ()):
            if 2 * share > max([max(row[j - q : j]) for row in self.swapped[i - p : i]]):
                yield p, q


class _Cells(NamedTuple):
    """Sums of one direction by place; row *n* is to be multiplied by ``exp(scale[n])``."""

    sure: Matrix
    blind: Matrix
    scale: list[float]


class Posterior:
    """The sums over all alignments of one part; *trust* multiplies all scores."""

    def __init__(self, aligner: Aligner, part: Part, trust: float) -> None:
        self._aligner = aligner
        self._part = part
        self._trust = trust
        self._size = part[1] - part[0], part[3] - part[2]
        scores = aligner.scores
        self._between = {key: self._odds(score) for key, score in scores.between.items()}
        i0, i1, j0, j1 = part
        ends = (i0, i1), (j0, j1)
        self._gap, self._open, self._close, self._over = (
            [
                [self._odds(x) for x in own[start : end + 1]]
                for own, (start, end) in zip(of, ends, strict=True)
            ]
            for of in (scores.gap_at, scores.open_at, scores.close_at, scores.gap_over_at)
        )
        self._edges = list(self._rows_of_edges())

    def _odds(self, score: float) -> float:
        return exp(self._trust * score)

    def _rows_of_edges(self) -> Iterator[list[list[Edge]]]:
        """Yield for each row the steps that keep or swap words and end in its cells."""
        i0, _, j0, _ = self._part
        m, n = self._size
        scores = self._aligner.scores
        a, b = scores.sequences
        rows = SwapRows(scores, self._part)
        yield [[] for _ in range(n + 1)]
        for i in range(1, m + 1):
            check()
            k = i0 + i - 1
            found = rows.row(i, 0, n)
            row: list[list[Edge]] = []
            for j, scored in enumerate(zip(found.sure, found.blind, strict=True)):
                own = [(1, 1, s, s == scored[0]) for s in scored if s > NEVER]
                own += found.longer.get(j, ())  # some, seen elsewhere, are no links: too long
                row.append(
                    [(p, q, self._odds(s), sure) for p, q, s, sure in own if max(p, q) <= LONGEST]
                )
            for j in range(1, n + 1):
                y = j0 + j - 1
                if a.ids[k] == b.ids[y]:
                    score = scores.kept_at[k] + scores.broken[a.breaks[k]][b.breaks[y]]
                    by = scores.beside(k, k + 1, y, y + 1)
                    score += scores.kept_beside[a.kinds[k]][by]
                    row[j] = [*row[j], (1, 1, self._odds(score), True)]
            yield row

    def links(self) -> Links:
        """Return the posteriors of all links; all are 0 where the sums went out of range."""
        m, n = self._size
        before, after = self._forward(), self._backward()
        found = Links([[0.0] * n for _ in range(m)], [[0.0] * n for _ in range(m)], {})
        total = before.sure[m][n]
        if not total:
            return found
        whole = log(total) + before.scale[m]
        a, b = self._aligner.scores.sequences
        i0, _, j0, _ = self._part
        for i in range(1, m + 1):
            sizes = range(min(LONGEST, i) + 1)
            by = [exp(before.scale[i - p] + after.scale[i] - whole) for p in sizes]
            for j in range(1, n + 1):
                for p, q, odds, sure in self._edges[i][j]:
                    came, goes = (before.sure, after.sure) if sure else (before.blind, after.blind)
                    share = came[i - p][j - q] * odds * goes[i][j] * by[p]
                    is_kept = p == q == 1 and a.ids[i0 + i - 1] == b.ids[j0 + j - 1]
                    if p > 1 and q > 1:
                        found.phrases.setdefault((i, j), []).append((p, q, share))
                    kind = found.kept if is_kept else found.swapped
                    for x in range(i - p, i):
                        for y in range(j - q, j):
                            kind[x][y] += share
        return found

    def _forward(self) -> _Cells:
        """Return what reaches each place, by the kind of swap that goes on from there."""
        m, n = self._size
        t = self._between
        gap, opening, closing, over = self._gap, self._open, self._close, self._over
        found = _Cells([], [], [])
        dropped = [0.0] * (n + 1)  # by column: paths that end with a dropped word
        leaving = [0.0] * (n + 1)  # ... that may begin to drop words here
        for i in range(m + 1):
            added = left = turned = 0.0
            sures, blinds = [0.0] * (n + 1), [0.0] * (n + 1)
            sizes = range(1, min(LONGEST, i) + 1)
            back = [exp(found.scale[i - p] - found.scale[i - 1]) for p in sizes]
            for j in range(n + 1):
                sure, blind = (0.0, 0.0) if i or j else (1.0, 0.0)
                for p, q, odds, is_sure in self._edges[i][j]:
                    if is_sure:
                        sure += odds * found.sure[i - p][j - q] * back[p - 1]
                    else:
                        blind += odds * found.blind[i - p][j - q] * back[p - 1]
                if i:
                    lost = leaving[j] * opening[0][i - 1] + dropped[j] * over[0][i - 1]
                    dropped[j] = lost * gap[0][i - 1]
                if j:
                    added = added * over[1][j - 1] + (left + turned) * opening[1][j - 1]
                    added *= gap[1][j - 1]
                left = leaving[j] = sure * t[SURE, MISSING] + blind * t[BLIND, MISSING]
                turned = dropped[j] * closing[0][i] * t[MISSING, EXTRA]
                gone = dropped[j] * closing[0][i] + added * closing[1][j]
                sures[j] = sure * t[SURE, SURE] + blind * t[BLIND, SURE] + gone * t[MISSING, SURE]
                blinds[j] = sure * t[SURE, BLIND] + blind * t[BLIND, BLIND]
                blinds[j] += gone * t[MISSING, BLIND]
            largest = max(max(sures), max(leaving), max(dropped)) or 1.0
            for own in (sures, blinds, leaving, dropped):
                own[:] = [x / largest for x in own]
            found.sure.append(sures)
            found.blind.append(blinds)
            found.scale.append(log(largest) + (found.scale[-1] if i else 0.0))
        return found

    def _backward(self) -> _Cells:
        """Return what goes on from each place, by the kind of swap that leads there."""
        m, n = self._size
        t = self._between
        gap, opening, closing, over = self._gap, self._open, self._close, self._over
        starting = self._edges_by_start()
        rows: list[tuple[list[float], list[float], float]] = []  # from the last row to the first
        below = [0.0] * (n + 1)  # by column: ways on from a word dropped in the next row
        for i in range(m, -1, -1):
            beside = 0.0  # ways on from a word added in the next column
            sures, blinds, lower = [0.0] * (n + 1), [0.0] * (n + 1), [0.0] * (n + 1)
            sizes = range(1, min(LONGEST, m - i) + 1)
            ahead = [exp(rows[-p][2] - rows[-1][2]) for p in sizes]
            for j in range(n, -1, -1):
                sure, blind = (0.0, 0.0) if i < m or j < n else (1.0, 0.0)
                for p, q, odds, is_sure in starting[i][j]:
                    onward = rows[-p][0] if is_sure else rows[-p][1]
                    goes = onward[j + q] * odds * ahead[p - 1]
                    if is_sure:
                        sure += goes
                    else:
                        blind += goes
                down = below[j] * gap[0][i] if i < m else 0.0
                right = beside * gap[1][j] if j < n else 0.0
                opened = right * opening[1][j] if j < n else 0.0
                lose = opened + (down * opening[0][i] if i < m else 0.0)
                ways = t[MISSING, SURE] * sure + t[MISSING, BLIND] * blind
                sures[j] = t[SURE, SURE] * sure + t[SURE, BLIND] * blind + t[SURE, MISSING] * lose
                blinds[j] = t[BLIND, SURE] * sure + t[BLIND, BLIND] * blind
                blinds[j] += t[BLIND, MISSING] * lose
                lower[j] = closing[0][i] * (ways + t[MISSING, EXTRA] * opened)
                lower[j] += down * over[0][i] if i < m else 0.0
                beside = closing[1][j] * ways + (right * over[1][j] if j < n else 0.0)
            largest = max(max(sures), max(blinds), max(lower)) or 1.0
            below = [x / largest for x in lower]
            scale = log(largest) + (rows[-1][2] if rows else 0.0)
            rows.append(([x / largest for x in sures], [x / largest for x in blinds], scale))
        rows.reverse()
        return _Cells([row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows])

    def _edges_by_start(self) -> list[list[list[Edge]]]:
        m, n = self._size
        found: list[list[list[Edge]]] = [[[] for _ in range(n + 1)] for _ in range(m + 1)]
        for i, row in enumerate(self._edges):
            for j, own in enumerate(row):
                for edge in own:
                    found[i - edge[0]][j - edge[1]].append(edge)
        return found


def price_of(share: float, weights: Mapping[str, float]) -> float:
    """Return the posterior from which a link is told, if *share* of the longer text was kept."""
    return max(weights[PRICE], weights[CHANCE] * (1 - share) / share if share else 1.0)


def likely_steps(links: Links, part: Part, sequences: SequencePair, price: float) -> list[Step]:
    """Return the steps of a part whose links have the most posterior above *price* together."""
    i0, i1, j0, j1 = part
    a, b = sequences
    how = _best_ways(links, part, sequences, price)
    steps: list[Step] = []
    i, j = i1 - i0, j1 - j0
    while i or j:
        p, q = how[i][j]
        x, y = i0 + i, j0 + j
        if p and q:
            is_kept = p == q == 1 and a.ids[x - 1] == b.ids[y - 1]
            steps.append(Step(KEPT if is_kept else SWAPPED, x - p, x, y - q, y))
        else:
            steps += gaps(x - p, x, y - q, y)
        i, j = i - p, j - q
    return steps[::-1]


def _best_ways(
    links: Links, part: Part, sequences: SequencePair, price: float
) -> list[list[tuple[int, int]]]:
    """Return for each place how many tokens of both sides the last step before it takes."""
    i0, i1, j0, j1 = part
    a, b = sequences[0].ids[i0:i1], sequences[1].ids[j0:j1]
    m, n = len(a), len(b)
    worth = [
        [_NEVER if x == y else links.swapped[i][j] - price for j, y in enumerate(b)]
        for i, x in enumerate(a)
    ]
    fits = [
        [_reach(sequence.breaks, start, end) for end in range(start, stop + 1)]
        for sequence, start, stop in ((sequences[0], i0, i1), (sequences[1], j0, j1))
    ]
    best = [[0.0] * (n + 1) for _ in range(m + 1)]
    how = [[(0, 1)] * (n + 1), *[[(1, 0)] * (n + 1) for _ in range(m)]]
    for i in range(1, m + 1):
        for j in range(1, n + 1):
            value, way = best[i - 1][j], (1, 0)
            if best[i][j - 1] > value:
                value, way = best[i][j - 1], (0, 1)
            for p, q in (*_SHAPES, *links.phrases_at(i, j)):
                if p > fits[0][i] or q > fits[1][j]:
                    continue
                if p == q == 1 and a[i - 1] == b[j - 1]:
                    own = links.kept[i - 1][j - 1]
                else:
                    own = sum([sum(row[j - q : j]) for row in worth[i - p : i]])
                if own > 0 and best[i - p][j - q] + own > value:
                    value, way = best[i - p][j - q] + own, (p, q)
            best[i][j], how[i][j] = value, way
    return how


def _reach(breaks: Sequence[int], start: int, end: int) -> int:
    """Return how many tokens before *end* belong to one sentence, at most ``LONGEST``."""
    for size in range(1, min(LONGEST, end - start)):
        if breaks[end - size]:
            return size
    return min(LONGEST, end - start)
