"""How far annotators agree beyond chance, with bootstrap intervals over the pairs.

Raw agreement is the share of couples of ratings of a pair that are the same. Cohen's kappa (1960)
compares two annotators; for more it is the mean over all couples of them (Light 1971).
Krippendorff's alpha for nominal data ("Computing Krippendorff's alpha-reliability", 2011) takes
missing ratings. Gwet's AC1 (2008; missing ratings as in his handbook of 2014) stays meaningful
where nearly all pairs have one label, which lowers the other two however well people agree.

All four are functions of sums over the pairs. A draw of the bootstrap reweights the pairs, so a
thousand draws are one product of matrices. No library does that: called for each of 2,000 draws,
``krippendorff`` takes 20 seconds for 10,000 pairs, and that for each label, each couple of
annotators and each band of similarity. The tests compare the figures with published examples.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
DRAWS = 2_000
SEED = 7
_AT_ONCE = 250  # draws whose counts are in memory together
_LEAST = 2  # pairs that ratings must share; of one nothing can be said
_DEFINED = 0.9  # share of the draws in which a figure must exist to have an interval
_TAILS = (2.5, 97.5)  # percentiles


class Estimate(NamedTuple):
    """A figure and its 95 % interval; None where there are too few data."""

    value: float | None = None
    low: float | None = None
    high: float | None = None

    @classmethod
    def of(cls, value: float, draws: Floats) -> Estimate:
        """Return *value* with the interval that *draws* of a bootstrap give it."""
        low, high = np.percentile(draws, _TAILS)
        return cls(value, float(low), float(high))


class Agreement(NamedTuple):
    """How far ratings agree; ``pairs`` is the number of pairs with two or more of them."""

    pairs: int
    raw: Estimate = Estimate()
    kappa: Estimate = Estimate()
    alpha: Estimate = Estimate()
    ac1: Estimate = Estimate()


class Agreements(NamedTuple):
    """Agreement overall, for each label against all others, and of each couple of annotators.

    ``tables`` count the labels of two annotators: the rows are the labels of the first.
    """

    over_all: Agreement
    by_label: Sequence[Agreement]
    of_two: dict[tuple[int, int], Agreement]
    tables: dict[tuple[int, int], Integers]


def agreements(
    ratings: Integers, labels: int, *, draws: int = DRAWS, seed: int = SEED
) -> Agreements:
    """Return how far *ratings* agree: a row for each pair, a column for each annotator.

    A rating is the number of a label, below *labels*, or -1 for none. Without *draws* no figure has
    an interval.
    """
    ratings = ratings[(ratings >= 0).any(axis=1)]
    patterns, inverse, counts = np.unique(ratings, axis=0, return_inverse=True, return_counts=True)
    sums = _Sums(patterns, labels)
    point = sums.of(counts[None, :].astype(np.float64))
    drawn = [sums.of(some) for some in _drawn(np.ravel(inverse), len(counts), draws, seed)]
    every = _Totals._make(map(np.concatenate, zip(*drawn, strict=True))) if drawn else None
    pairs = int(point.several[0])
    of_two = {}
    for n, two in enumerate(sums.twos):
        table = point.tables[:, n]
        own = None if every is None else _of_two(every.tables[:, n])
        of_two[two] = _agreement_of(int(table.sum()), _of_two(table), own)
    return Agreements(
        _agreement_of(pairs, _over_all(point), None if every is None else _over_all(every)),
        [
            _agreement_of(
                pairs, _of_label(point, k), None if every is None else _of_label(every, k)
            )
            for k in range(labels)
        ],
        of_two,
        {two: point.tables[0, n].astype(np.int64) for n, two in enumerate(sums.twos)},
    )


def _drawn(inverse: Integers, patterns: int, draws: int, seed: int) -> Iterator[Floats]:
    """Yield how often each pattern is among as many pairs, drawn with replacement."""
    chance = np.random.default_rng(seed)
    inverse = np.sort(inverse)  # the order of the pairs must not matter
    size = len(inverse)
    for start in range(0, draws, _AT_ONCE):
        some = min(_AT_ONCE, draws - start)
        counts = np.empty((some, patterns))
        for n in range(some):
            taken = inverse[chance.integers(0, size, size)]
            counts[n] = np.bincount(taken, minlength=patterns)
        yield counts


class _Totals(NamedTuple):
    """Sums over the pairs of a draw (first axis) that the figures are made of, by label.

    ``rated`` and ``several`` count pairs with one rating or more, and with two. ``shares`` are of
    the ratings of a pair, ``ratings`` counts those of pairs with two. ``alike`` are couples of
    ratings that both are a label, and ``unlike`` that both are another, by the ratings that each
    has beside it; ``alike_share`` and ``unlike_share`` by all couples of the pair. ``tables``
    count the labels of each two annotators.
    """

    rated: Floats
    several: Floats
    shares: Floats
    ratings: Floats
    alike: Floats
    unlike: Floats
    alike_share: Floats
    unlike_share: Floats
    tables: Floats


class _Sums:
    """What a pair with a certain row of ratings, a pattern, adds to each of the totals."""

    def __init__(self, patterns: Integers, labels: int) -> None:
        counts = np.stack([(patterns == k).sum(axis=1) for k in range(labels)], axis=1, dtype=float)
        size = counts.sum(axis=1)[:, None]
        several = size >= 2
        others = size - counts
        beside = np.where(several, 1 / np.maximum(size - 1, 1), 0.0)
        couples = beside / np.maximum(size, 1)
        alike, unlike = counts * (counts - 1), others * (others - 1)
        self._columns = (
            (size > 0).astype(float),
            several.astype(float),
            counts / np.maximum(size, 1),
            counts * several,
            alike * beside,
            unlike * beside,
            alike * couples,
            unlike * couples,
        )
        self._labels = labels
        self.twos: list[tuple[int, int]] = []
        self._cells: list[tuple[Integers, Floats]] = []
        one_of = np.eye(labels * labels)
        for a, b in combinations(range(patterns.shape[1]), 2):
            both = np.flatnonzero((patterns[:, a] >= 0) & (patterns[:, b] >= 0))
            if both.size:
                self.twos.append((a, b))
                self._cells.append((both, one_of[patterns[both, a] * labels + patterns[both, b]]))

    def of(self, counts: Floats) -> _Totals:
        """Return the totals where each pattern is there as often as a row of *counts* says."""
        rated, several, *by_label = [counts @ column for column in self._columns]
        tables = [counts[:, both] @ cells for both, cells in self._cells]
        shape = (len(counts), len(tables), self._labels, self._labels)
        stacked = np.stack(tables, axis=1).reshape(shape) if tables else np.zeros(shape)
        return _Totals._make([rated[:, 0], several[:, 0], *by_label, stacked])


class _Figures(NamedTuple):
    """The four figures for each draw; not a number where one does not exist."""

    raw: Floats
    kappa: Floats
    alpha: Floats
    ac1: Floats


def _over_all(totals: _Totals) -> _Figures:
    raw = _ratio(totals.alike_share.sum(axis=-1), totals.several)
    return _Figures(
        raw,
        _mean_kappa(totals.tables),
        _alpha(totals.ratings, totals.alike),
        _ac1(raw, _ratio(totals.shares, totals.rated[:, None])),
    )


def _of_label(totals: _Totals, label: int) -> _Figures:
    """Return the figures where all other labels are one."""

    def or_not(alike: Floats, unlike: Floats) -> Floats:
        return np.stack([alike[:, label], unlike[:, label]], axis=-1)

    raw = _ratio((totals.alike_share + totals.unlike_share)[:, label], totals.several)
    ratings = totals.ratings
    shares = _ratio(totals.shares[:, label], totals.rated)
    tables = totals.tables
    both = tables[..., label, label]
    first, second = tables[..., label, :].sum(axis=-1), tables[..., :, label].sum(axis=-1)
    neither = tables.sum(axis=(-1, -2)) - first - second + both
    collapsed = np.stack([both, first - both, second - both, neither], axis=-1)
    return _Figures(
        raw,
        _mean_kappa(collapsed.reshape((*both.shape, 2, 2))),
        _alpha(
            or_not(ratings, ratings.sum(axis=-1, keepdims=True) - ratings),
            or_not(totals.alike, totals.unlike),
        ),
        _ac1(raw, np.stack([shares, 1 - shares], axis=-1)),
    )


def _of_two(tables: Floats) -> _Figures:
    """Return the figures of two annotators by the tables of their labels."""
    same = np.diagonal(tables, axis1=-2, axis2=-1)
    ratings = tables.sum(axis=-1) + tables.sum(axis=-2)
    raw = _ratio(same.sum(axis=-1), tables.sum(axis=(-1, -2)))
    shares = _ratio(ratings, ratings.sum(axis=-1, keepdims=True))
    return _Figures(raw, _kappa(tables), _alpha(ratings, 2 * same), _ac1(raw, shares))


def _mean_kappa(tables: Floats) -> Floats:
    """Return the mean of kappa over all two annotators for whom it exists."""
    found = _kappa(tables)
    exists = np.isfinite(found)
    return _ratio(np.where(exists, found, 0.0).sum(axis=-1), exists.sum(axis=-1))


def _kappa(tables: Floats) -> Floats:
    size = tables.sum(axis=(-1, -2))
    observed = _ratio(np.trace(tables, axis1=-2, axis2=-1), size)
    expected = _ratio((tables.sum(axis=-1) * tables.sum(axis=-2)).sum(axis=-1), size * size)
    return _beyond(observed, expected)


def _alpha(ratings: Floats, alike: Floats) -> Floats:
    size = ratings.sum(axis=-1)
    observed = _ratio(alike.sum(axis=-1), size)
    expected = _ratio((ratings * (ratings - 1)).sum(axis=-1), size * (size - 1))
    return _beyond(observed, expected)


def _ac1(raw: Floats, shares: Floats) -> Floats:
    kinds = shares.shape[-1]
    if kinds < 2:
        return np.full_like(raw, np.nan)
    return _beyond(raw, (shares * (1 - shares)).sum(axis=-1) / (kinds - 1))


def _beyond(observed: Floats, expected: Floats) -> Floats:
    """Return agreement beyond that of chance, as a share of what is possible."""
    return _ratio(observed - expected, 1 - expected)


def _ratio(part: Floats, whole: Floats) -> Floats:
    """Return *part* by *whole*; not a number where there is nothing to take a part of."""
    shape = np.broadcast_shapes(np.shape(part), np.shape(whole))
    found = np.full(shape, np.nan)
    np.divide(part, whole, out=found, where=np.broadcast_to(np.abs(whole) > 1e-12, shape))
    return found


def _agreement_of(pairs: int, point: _Figures, drawn: _Figures | None) -> Agreement:
    if pairs < _LEAST:
        return Agreement(pairs)
    draws = [None] * len(point) if drawn is None else drawn
    return Agreement(pairs, *map(_estimate, (float(own[0]) for own in point), draws))


def _estimate(value: float, draws: Floats | None) -> Estimate:
    if not np.isfinite(value):
        return Estimate()
    if draws is None:
        return Estimate(value)
    there = draws[np.isfinite(draws)]
    if len(there) < _DEFINED * len(draws):
        return Estimate(value)
    return Estimate.of(value, there)
