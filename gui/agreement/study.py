"""The figures of a study: overall, for each annotator, and for each pair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

import numpy as np

from .coefficients import DRAWS, SEED, Agreement, Agreements, Estimate, Integers, agreements
from .dawid_skene import Truth, most_likely
from .ratings import Ratings

BANDS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)  # of the share of words that are the same
_PARTS = 4  # of an annotator's work, from the first label to the last


class Annotator(NamedTuple):
    """One annotator's work, and how far others, the model, known labels and repetitions agree.

    ``seconds`` is the median time for a label. ``with_others`` is the share of others' labels for
    the same pairs that are the same, ``accuracy`` the estimated share of right labels, ``drift`` is
    ``with_others`` in each quarter of the work, in order of time. ``with_himself`` compares
    repeated pairs, ``with_gold`` pairs whose label is known.
    """

    name: str
    labels: Mapping[str, int]
    seconds: float | None
    flagged: int
    with_others: Estimate
    accuracy: float | None
    confusion: Sequence[Sequence[float]]
    drift: Sequence[Estimate]
    with_himself: Agreement
    with_gold: Agreement

    @property
    def pairs(self) -> int:
        """The number of pairs labelled."""
        return sum(self.labels.values())


class Band(NamedTuple):
    """The pairs with ``verbatim`` in [low, high); the last band includes its end."""

    low: float
    high: float
    agreement: Agreement


class Disputed(NamedTuple):
    """A pair that annotators disagree about; ``certainty`` is that of its most likely label."""

    pair: str
    said: Mapping[str, str]
    likeliest: str
    certainty: float


@dataclass(frozen=True)
class Study:
    """All figures of a set of ratings. ``disputed`` begins with the hardest pair."""

    ratings: Ratings
    agreements: Agreements
    truth: Truth
    annotators: Sequence[Annotator]
    bands: Sequence[Band]
    disputed: Sequence[Disputed]
    unread: int

    @property
    def labels(self) -> Sequence[str]:
        """The labels, in the order of all tables."""
        return self.ratings.labels


def study_of(
    ratings: Ratings, gold: Mapping[str, str] | None = None, *, draws: int = DRAWS, seed: int = SEED
) -> Study:
    """Return the study of *ratings*; *gold* are the known labels, by pair."""
    first, repeats = ratings.without_repeats()
    numbers = numbers_of(first)
    labels = len(first.labels)
    found = agreements(numbers, labels, draws=draws, seed=seed)
    truth = most_likely(numbers, labels)

    def of_couples(couples: Sequence[tuple[str, str]]) -> Agreement:
        return _of_couples(couples, draws, seed)

    annotators = []
    for column, name in enumerate(first.annotators):
        rows = [row for (_, annotator), row in first.rows.items() if annotator == name]
        times = [row.lead_time for row in rows if row.lead_time > 0]
        with_others, drift = _with_others(first, numbers, column, draws, seed)
        known = [(gold[r.pair_id], str(r.label)) for r in rows if gold and r.pair_id in gold]
        confusion = truth.confusion[column]
        annotators.append(
            Annotator(
                name,
                Counter(str(row.label) for row in rows),
                median(times) if times else None,
                sum(row.flagged for row in rows),
                with_others,
                None
                if with_others.value is None  # the model knows nothing but what they started from
                else float(truth.shares @ np.diagonal(confusion)),
                confusion.tolist(),
                drift,
                of_couples([(r.first, r.second) for r in repeats if r.annotator == name]),
                of_couples(known),
            )
        )
    unread = sum(bool((row < 0).all()) for row in numbers)
    return Study(
        first,
        found,
        truth,
        annotators,
        _bands(first, numbers, draws, seed),
        _disputed(first, truth),
        unread,
    )


def numbers_of(ratings: Ratings) -> Integers:
    """Return the ratings in the form that ``agreements`` takes."""
    labels = {label: n for n, label in enumerate(ratings.labels)}
    columns = {name: n for n, name in enumerate(ratings.annotators)}
    places = {pair: n for n, pair in enumerate(ratings.pairs)}
    found = np.full((len(places), len(columns)), -1, dtype=np.int64)
    for (pair, annotator), row in ratings.rows.items():
        found[places[pair], columns[annotator]] = labels[str(row.label)]
    return found


def _of_couples(couples: Sequence[tuple[str, str]], draws: int, seed: int) -> Agreement:
    """Return how far the first of each couple of labels agrees with the second."""
    labels = {label: n for n, label in enumerate(sorted({one for both in couples for one in both}))}
    if len(couples) < 2:
        return Agreement(len(couples))
    numbers = np.array([[labels[one] for one in both] for both in couples], dtype=np.int64)
    return agreements(numbers, len(labels), draws=draws, seed=seed).over_all


def _with_others(
    ratings: Ratings, numbers: Integers, column: int, draws: int, seed: int
) -> tuple[Estimate, list[Estimate]]:
    """Return which share of the others' labels is an annotator's own, and in parts of his work."""
    own = numbers[:, column : column + 1]
    others = np.delete(numbers, column, axis=1)
    there = (others >= 0) & (own >= 0)
    counts = np.stack([((others == own) & there).sum(axis=1), there.sum(axis=1)], axis=1)
    shared = np.flatnonzero(counts[:, 1])
    name = ratings.annotators[column]
    times = {pair: row.created_at for (pair, by), row in ratings.rows.items() if by == name}
    in_time = sorted(shared, key=lambda n: (times[ratings.pairs[n]], n))
    bounds = [len(in_time) * part // _PARTS for part in range(_PARTS + 1)]
    parts = [in_time[start:end] for start, end in pairwise(bounds)]
    return _share(counts[shared], draws, seed), [_share(counts[n], draws, seed) for n in parts]


def _share(counts: Integers, draws: int, seed: int) -> Estimate:
    """Return the sum of the first column by that of the second, with its interval over rows."""
    size = len(counts)
    if size < 2:
        return Estimate()
    value = float(counts[:, 0].sum() / counts[:, 1].sum())
    if not draws:
        return Estimate(value)
    kinds, often = np.unique(counts, axis=0, return_counts=True)
    chance = np.random.default_rng(seed)
    drawn = chance.multinomial(size, often / size, draws) @ kinds
    return Estimate.of(value, drawn[:, 0] / drawn[:, 1])


def _bands(ratings: Ratings, numbers: Integers, draws: int, seed: int) -> list[Band]:
    """Return how far ratings agree by how many of the words are the same."""
    shares: dict[str, list[float]] = {}
    for (pair, _), row in ratings.rows.items():
        if row.verbatim is not None:
            shares.setdefault(pair, []).append(row.verbatim)
    of_pair = {pair: median(own) for pair, own in shares.items()}
    found = []
    for low, high in pairwise(BANDS):
        last = high == BANDS[-1]
        inside = [
            n
            for n, pair in enumerate(ratings.pairs)
            if pair in of_pair and low <= of_pair[pair] and (of_pair[pair] < high or last)
        ]
        own = Agreement(0)
        if inside:
            own = agreements(numbers[inside], len(ratings.labels), draws=draws, seed=seed).over_all
        found.append(Band(low, high, own))
    return found


def disputed_of(ratings: Ratings) -> list[Disputed]:
    """Return the pairs with different labels, the least certain ones first."""
    return _disputed(ratings, most_likely(numbers_of(ratings), len(ratings.labels)))


def _disputed(ratings: Ratings, truth: Truth) -> list[Disputed]:
    places = {pair: n for n, pair in enumerate(ratings.pairs)}
    found = []
    for pair, said in ratings.of_pairs().items():
        if len(set(said.values())) > 1:
            posterior = truth.posterior[places[pair]]
            best = int(posterior.argmax())
            found.append(Disputed(pair, said, ratings.labels[best], float(posterior[best])))
    return sorted(found, key=lambda own: own.certainty)
