"""The parts of training examples as arrays: every possible step of the aligner, with features.

The features of all steps of a part are the rows of one sparse matrix, in this order: each token
of the reference dropped, each of the candidate added, each of the reference rewritten, each of
the candidate rewritten, then every token kept and every phrase swapped.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import scipy.sparse

from ..compare.aligning.alignment import Band, Stretch
from ..compare.modelling.scores import (
    BLIND,
    KIN,
    LONE,
    RELATIONS,
    SAME_WORD,
    SURE,
    Features,
    Scores,
    broken_feature,
    capital_feature,
    relation_of,
    surely,
)
from ..compare.modelling.sequences import TokenSequence
from ..compare.modelling.steps import Step
from ..compare.modelling.swap_features import KINDS, SORTS, Phrase
from ..lexicon.thesaurus import Related
from .marked_pairs import Example, MarkedPair, elsewhere, may_swap, phrases_ending
from .path_features import (
    BLIND_STEP,
    FEATURES,
    GAP_STEP,
    KEPT_STEP,
    NUMBER,
    REWRITE_STEP,
    SURE_STEP,
    beside_name,
    features_of,
    kept_near_name,
    near_names,
    token_name,
)

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]


class Diagonals(NamedTuple):
    """Steps over *p* tokens of the reference and *q* of the candidate that lead to one state.

    ``rows`` and ``columns`` say where they end, ``steps`` which rows of the features they are.
    """

    p: int
    q: int
    state: int
    rows: Integers
    columns: Integers
    steps: Integers


@dataclass(frozen=True)
class Part:
    """A stretch of *size* tokens that is aligned separately, and the right path through it.

    ``joints`` are those of ``TokenSequence`` on each side. ``band`` has the first and last
    column of each row through which paths may pass. ``begins`` and ``ends`` say for each place
    how the tokens after and before it are related (``scores.RELATIONS``), ``turns`` whether words
    may be added there right after dropped ones. ``features`` has a row for each step, ``right``
    the summed features of the right path.
    """

    size: tuple[int, int]
    joints: tuple[Integers, Integers]
    band: Integers
    features: Any  # scipy.sparse.csr_matrix, which has no types
    diagonals: tuple[Diagonals, ...]
    begins: Integers
    ends: Integers
    turns: npt.NDArray[np.bool_]
    right: Floats


def parts_of(pair: MarkedPair, thesaurus: Related, *, classes: bool = True) -> Iterator[Part]:
    """Yield the parts of a training pair; *classes* is as for ``Example``."""
    for scores, (stretch, band), steps in right_paths(pair, thesaurus, classes=classes):
        yield _PartBuilder(scores, stretch, band).build(steps)


def right_paths(
    pair: MarkedPair, thesaurus: Related, *, classes: bool = True
) -> Iterator[tuple[Scores, tuple[Stretch, Band], list[Step]]]:
    """Yield each part of a pair with its band and the right steps through it.

    The scores have no weights; they know how often the swaps of the right steps occur elsewhere
    in the pair.
    """
    example = Example(pair, thesaurus, classes=classes)
    total = example.swapped(example.steps)
    for n, steps in example.parts():
        scores = Scores(example.aligned.sequences, {})
        scores.seen = elsewhere(total, example.swapped(steps))
        yield scores, example.aligned.parts[n], steps


class Rows:
    """The rows of a sparse matrix of features, numbered by *number*, which is built row by row."""

    def __init__(self, number: Mapping[str, int]) -> None:
        self._number = number
        self._columns = array("i")
        self._values = array("d")
        self._ends = array("i", [0])

    def __len__(self) -> int:
        return len(self._ends) - 1

    def add(self, features: Features) -> int:
        """Add a row and return its number."""
        self._columns.extend([self._number[name] for name in features])
        self._values.extend(features.values())
        self._ends.append(len(self._columns))
        return len(self) - 1

    def matrix(self) -> Any:
        """Return the rows as a ``scipy.sparse.csr_matrix``."""
        parts = (
            np.array(self._values),
            np.array(self._columns, dtype=np.int32),
            np.array(self._ends, dtype=np.int32),
        )
        return scipy.sparse.csr_matrix(parts, shape=(len(self), len(self._number)))


class _PartBuilder:
    """Collects the steps that are possible in one stretch of two sequences."""

    def __init__(
        self,
        scores: Scores,
        stretch: Stretch,
        band: Band,
    ) -> None:
        self._scores = scores
        self._i0, self._i1, self._j0, self._j1 = stretch
        m, n = self._size = self._i1 - self._i0, self._j1 - self._j0
        self._band = band or [(0, n)] * (m + 1)
        self._rows = Rows(NUMBER)
        self._diagonals: dict[tuple[int, int, int], tuple[array[int], ...]] = {}

    def build(self, right: Sequence[Step]) -> Part:
        """Return the part; *right* are its right steps."""
        a, b = self._scores.sequences
        for step in (GAP_STEP, REWRITE_STEP):
            for sequence, start, end in ((a, self._i0, self._i1), (b, self._j0, self._j1)):
                for k in range(start, end):
                    self._rows.add(_token_features(step, sequence, k))
        for i, (first, last) in enumerate(self._band):
            for j in range(max(1, first), last + 1) if i else ():
                self._add_diagonals(i, j)
        return Part(
            self._size,
            (
                np.array(a.joints[self._i0 : self._i1 + 1]),
                np.array(b.joints[self._j0 : self._j1 + 1]),
            ),
            np.array(self._band),
            self._rows.matrix(),
            tuple(
                Diagonals(*shape, *(np.array(own, dtype=np.int64) for own in found))
                for shape, found in self._diagonals.items()
            ),
            *self._relations(),
            np.logical_or.outer(
                a.breaks[self._i0 : self._i1 + 1], b.breaks[self._j0 : self._j1 + 1]
            ),
            _summed(features_of(self._scores, right)),
        )

    def _relations(self) -> tuple[Integers, Integers]:
        """Return how the tokens after and before each place are related, by ``RELATIONS``."""
        a, b = self._scores.sequences
        number = {name: n for n, name in enumerate(RELATIONS)}
        sorts = range(len(SORTS))
        by_sort = np.array([[number[relation_of(x, y)] for y in sorts] for x in sorts])
        own, their = slice(self._i0, self._i1), slice(self._j0, self._j1)
        found = by_sort[np.ix_(a.sorts[own], b.sorts[their])]
        for x, token in enumerate(a.ids[own]):
            for y, other in enumerate(b.ids[their]):
                if token == other:
                    found[x, y] = number[SAME_WORD]
                elif self._scores.is_kin(token, other):
                    found[x, y] = number[KIN]
        return np.pad(found, ((0, 1), (0, 1))), np.pad(found, ((1, 0), (1, 0)))

    def _add_diagonals(self, i: int, j: int) -> None:
        """Add the steps that keep a token or swap a phrase and end at row *i*, column *j*."""
        a, b = self._scores.sequences
        x, y = self._i0 + i - 1, self._j0 + j - 1
        if a.ids[x] == b.ids[y]:
            self._add((1, 1, SURE), i, j, self._kept_features(x, y))
            return
        if not may_swap(a, b, x, y, self._scores.swaps):
            return
        for p, old in phrases_ending(a, x, self._scores.swaps):
            for q, new in phrases_ending(b, y, self._scores.swaps):
                if p <= i and q <= j:
                    self._add_swap((p, q), (old, new), i, j)

    def _add_swap(
        self, shape: tuple[int, int], swap: tuple[Phrase, Phrase], i: int, j: int
    ) -> None:
        features = self._scores.swap_features(*swap)
        if features is None:
            return
        a, b = self._scores.sequences
        x, y = self._i0 + i - shape[0], self._j0 + j - shape[1]
        state, step = (SURE, SURE_STEP) if surely(features) else (BLIND, BLIND_STEP)
        beside = self._scores.beside(x, x + shape[0], y, y + shape[1])
        features[beside_name(step, beside)] = 1.0
        for name in (
            capital_feature(a.capitals[x], b.capitals[y]),
            broken_feature(a.breaks[x], b.breaks[y]),
        ):
            if name:
                features[name] = 1.0
        features.update(_near_features(step, a, self._i0 + i - 1))
        self._add((*shape, state), i, j, features)

    def _kept_features(self, x: int, y: int) -> Features:
        a, b = self._scores.sequences
        features = _token_features(KEPT_STEP, a, x)
        kind = KINDS[a.kinds[x]]
        features[kept_near_name(kind)] = a.near[0][x]
        beside = self._scores.beside(x, x + 1, y, y + 1)
        features[beside_name(token_name(KEPT_STEP, kind), beside)] = 1.0
        broken = broken_feature(a.breaks[x], b.breaks[y])
        if broken:
            features[broken] = 1.0
        return features

    def _add(self, shape: tuple[int, int, int], i: int, j: int, features: Features) -> None:
        if shape not in self._diagonals:
            self._diagonals[shape] = array("i"), array("i"), array("i")
        found = (i, j, self._rows.add(features))
        for own, number in zip(self._diagonals[shape], found, strict=True):
            own.append(number)


def _token_features(step: str, sequence: TokenSequence, k: int) -> Features:
    return {token_name(step, SORTS[sequence.sorts[k]]): 1.0, **_near_features(step, sequence, k)}


def _near_features(step: str, sequence: TokenSequence, k: int) -> Features:
    names = near_names(step)
    features = {name: own[k] for name, own in zip(names[:-1], sequence.near, strict=True)}
    if sequence.near[0][k] < LONE:
        features[names[-1]] = 1.0
    return features


def _summed(features: Features) -> Floats:
    found = np.zeros(len(FEATURES))
    for name, value in features.items():
        found[NUMBER[name]] += value
    return found
