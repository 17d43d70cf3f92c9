"""The sum over all alignments of a part, and the expected number of each feature.

The steps of ``compare.viterbi`` form a lattice of six states over pairs of positions. With weights,
each path through it has a score, and the softmax of the scores makes the aligner a conditional
random field (Lafferty, McCallum and Pereira 2001), a semi-Markov one because a swap may span
several tokens (Sarawagi and Cohen 2004). The forward and backward passes sum the paths before
and after each place; together they give the expected number of each feature, which is the
gradient of the sum.

All sums are logarithms. Rows of the lattice are numpy vectors; where paths run along a row, the
recurrence is solved with cumulative sums.
"""

from __future__ import annotations

import numpy as np

from ..compare.scores import BLIND, EXTRA, MISSING, NEW, OLD, SURE
from .corpus import Diagonals, Floats, Part
from .path_features import (
    BEGINS,
    CANDIDATE,
    ENDS,
    FOLLOWING,
    FORBIDDEN,
    NO_FEATURE,
    NUMBER,
    REFERENCE,
    STATES,
    TOLLS,
    TRANSITIONS,
)

NEVER = -1e30  # stands for log(0), but is finite: the difference of two is not NaN
# This is close to log(0), but small enough that cumulative sums along a row stay precise.
_FORBIDDEN = -60.0
_DOWN = np.array([SURE, BLIND, MISSING])  # states whose steps end in another row
_NUMBERS = tuple(np.array([NUMBER[name] for name in names]) for names in (BEGINS, ENDS))
_STARTING = np.array([SURE, BLIND, MISSING, EXTRA, NEW])  # states that OLD may follow
_NOT_NEW = np.array([SURE, BLIND, MISSING, EXTRA, OLD])


def log_sum_and_expected(part: Part, weights: Floats) -> tuple[float, Floats]:
    """Return the logarithm of the summed paths of *part*, and its gradient by the weights."""
    lattice = Lattice(part, weights)
    return lattice.log_sum, lattice.expected()


class Lattice:
    """The paths through one part under given weights.

    ``_reached[s, i, j]`` sums the paths that reach place (i, j) in state s, ``_into[t, i, j]``
    those that leave it with a step of state t; ``_onward[t, i, j]`` sums the ways to continue
    from there with a step of state t, ``_after[s, i, j]`` all ways to continue from state s.
    """

    def __init__(self, part: Part, weights: Floats) -> None:
        self._part = part
        m, n = part.size
        self._scores: Floats = part.features @ weights
        self._gap_a, self._gap_b, self._old, self._new, _ = np.split(
            self._scores, np.cumsum([m, n, m, n])
        )
        self._by_row, self._by_column = _transition_scores(part, weights)
        self._diagonals = [self._dense(own) for own in part.diagonals]
        # The scores of beginning and of ending a rewritten stretch at each place.
        self._begins, self._ends = (
            weights[numbers][own]
            for numbers, own in zip(_NUMBERS, (part.begins, part.ends), strict=True)
        )
        self._turns = np.where(part.turns, 0.0, _FORBIDDEN)
        self._rows = [slice(first, last + 1) for first, last in part.band.tolist()]
        shape = STATES, m + 1, n + 1
        self._reached, self._into = np.full(shape, NEVER), np.full(shape, NEVER)
        self._forward()
        self.log_sum = float(self._into[SURE, m, n])

    def _dense(self, own: Diagonals) -> Floats:
        m, n = self._part.size
        scores = np.full((m + 1, n + 1), NEVER)
        scores[own.rows, own.columns] = self._scores[own.steps]
        return scores

    def _forward(self) -> None:
        reached, into = self._reached, self._into
        for i, cells in enumerate(self._rows):
            self._reach_diagonally(i, cells)
            if i:
                reached[MISSING, i, cells] = into[MISSING, i - 1, cells] + self._gap_a[i - 1]
                reached[OLD, i, cells] = into[OLD, i - 1, cells] + self._old[i - 1]
            else:
                reached[SURE, 0, 0] = 0.0
            self._reach_along(i, cells, NEW, self._new)
            self._reach_along(i, cells, EXTRA, self._gap_b)
            left = self._left(i, cells)
            into[_DOWN, i, cells] = np.logaddexp.reduce(
                left[:, None] + self._by_row[:, _DOWN, i, None] + self._by_column[:, _DOWN, cells]
            )
            started = np.logaddexp.reduce(
                left[_STARTING]
                + self._by_row[_STARTING, OLD, i, None]
                + self._by_column[_STARTING, OLD, cells]
            )
            longer = left[OLD] + self._by_row[OLD, OLD, i] + self._by_column[OLD, OLD, cells]
            into[OLD, i, cells] = np.logaddexp(started + self._begins[i, cells], longer)

    def _left(self, i: int, cells: slice) -> Floats:
        """Return the paths that reach places and continue with another state than NEW."""
        left: Floats = self._reached[:, i, cells].copy()
        left[NEW] += self._ends[i, cells]
        return left

    def _reach_diagonally(self, i: int, cells: slice) -> None:
        for own, scores in zip(self._part.diagonals, self._diagonals, strict=True):
            start = max(cells.start, own.q)
            if i < own.p or start >= cells.stop:
                continue
            before = self._into[own.state, i - own.p, start - own.q : cells.stop - own.q]
            target = self._reached[own.state, i, start : cells.stop]
            np.logaddexp(target, scores[i, start : cells.stop] + before, out=target)

    def _reach_along(self, i: int, cells: slice, state: int, tokens: Floats) -> None:
        """Sum the paths along row *i* whose last steps take *tokens* of the candidate."""
        sources = [x for x, following in FOLLOWING.items() if state in following and x != state]
        own = slice(cells.start, cells.stop - 1)
        left = self._left(i, own)
        if state == EXTRA:
            left[MISSING] += self._turns[i, own]
        begun = np.logaddexp.reduce(
            left[sources]
            + self._by_row[sources, state, i, None]
            + self._by_column[sources, state, own]
        )
        longer = self._by_row[state, state, i] + self._by_column[state, state, own] + tokens[own]
        self._reached[state, i, own.start + 1 : cells.stop] = _along(
            begun + tokens[own], longer[1:]
        )

    def _backward(self) -> None:
        m, n = self._part.size
        shape = STATES, m + 1, n + 1
        self._onward, self._after = np.full(shape, NEVER), np.full(shape, NEVER)
        onward, after = self._onward, self._after
        for i in range(m, -1, -1):
            cells = self._rows[i]
            self._go_on_diagonally(i, cells)
            if i < m:
                onward[MISSING, i, cells] = after[MISSING, i + 1, cells] + self._gap_a[i]
                onward[OLD, i, cells] = after[OLD, i + 1, cells] + self._old[i]
            else:
                onward[SURE, m, n] = 0.0
            self._go_on_along(i, cells, EXTRA, self._gap_b)
            self._go_on_along(i, cells, NEW, self._new)
            ways = (
                self._started(i, cells)[None]
                + self._by_row[_DOWN, :, i, None]
                + self._by_column[_DOWN, :, cells]
            )
            ways[_DOWN == MISSING, EXTRA] += self._turns[i, cells]
            after[_DOWN, i, cells] = np.logaddexp.reduce(ways, axis=1)
            after[OLD, i, cells] = np.logaddexp.reduce(
                onward[[OLD, NEW], i, cells]
                + self._by_row[OLD, [OLD, NEW], i, None]
                + self._by_column[OLD, [OLD, NEW], cells]
            )

    def _started(self, i: int, cells: slice) -> Floats:
        """Return the ways to continue from places where no stretch is being rewritten."""
        started: Floats = self._onward[:, i, cells].copy()
        started[OLD] += self._begins[i, cells]
        return started

    def _go_on_diagonally(self, i: int, cells: slice) -> None:
        m, n = self._part.size
        for own, scores in zip(self._part.diagonals, self._diagonals, strict=True):
            stop = min(cells.stop, n + 1 - own.q)
            if i + own.p > m or cells.start >= stop:
                continue
            ends = i + own.p, slice(cells.start + own.q, stop + own.q)
            target = self._onward[own.state, i, cells.start : stop]
            np.logaddexp(target, scores[ends] + self._after[own.state][ends], out=target)

    def _go_on_along(self, i: int, cells: slice, state: int, tokens: Floats) -> None:
        """Sum the ways to continue along row *i* from *state*, also those by a step of it."""
        targets = [x for x in FOLLOWING[state] if x != state]
        other = np.logaddexp.reduce(
            self._started(i, cells)[targets]
            + self._by_row[state, targets, i, None]
            + self._by_column[state, targets, cells]
        )
        if state == NEW:
            other = other + self._ends[i, cells]
        own = slice(cells.start, cells.stop - 1)
        longer = self._by_row[state, state, i] + self._by_column[state, state, own] + tokens[own]
        after = _along(other[::-1], longer[::-1])[::-1]
        self._after[state, i, cells] = after
        self._onward[state, i, own] = after[1:] + tokens[own]

    def expected(self) -> Floats:
        """Return the expected number of each feature on a path."""
        self._backward()
        m, n = self._part.size
        by_row = np.zeros((STATES, STATES, m + 1))
        by_column = np.zeros((STATES, STATES, n + 1))
        begun, ended = np.zeros((m + 1, n + 1)), np.zeros((m + 1, n + 1))
        for state in range(STATES):
            # The probability that a path goes from *state* at a place to each next state.
            way = (
                self._reached[state]
                + self._by_row[state, :, :, None]
                + self._by_column[state, :, None, :]
                + self._onward
                - self.log_sum
            )
            if state == NEW:
                way[_NOT_NEW] += self._ends
            if state != OLD:
                way[OLD] += self._begins
            if state == MISSING:
                way[EXTRA] += self._turns
            found = np.exp(way)
            if state == NEW:
                ended = found[_NOT_NEW].sum(axis=0)
            if state != OLD:
                begun += found[OLD]
            by_row[state], by_column[state] = found.sum(axis=2), found.sum(axis=1)
        counts = np.zeros(FORBIDDEN + 1)
        for source, target, feature in TRANSITIONS:
            counts[feature] += by_row[source, target].sum()
        for source, target, side, features in TOLLS:
            own = (by_row, by_column)[side][source, target]
            counts[list(features)] += np.bincount(self._part.joints[side], own, len(features))
        steps = self._expected_steps(by_row.sum(axis=0), by_column.sum(axis=0))
        for numbers, relations, own in (
            (_NUMBERS[0], self._part.begins, begun),
            (_NUMBERS[1], self._part.ends, ended),
        ):
            counts[numbers] += np.bincount(relations.ravel(), own.ravel(), len(numbers))
        of_steps: Floats = self._part.features.T @ steps
        return counts[:NO_FEATURE] + of_steps

    def _expected_steps(self, by_row: Floats, by_column: Floats) -> Floats:
        """Return how often each step is expected, from how often a state is entered by place."""
        m, n = self._part.size
        steps = np.zeros(len(self._scores))
        tokens = by_row[MISSING, :m], by_column[EXTRA, :n], by_row[OLD, :m], by_column[NEW, :n]
        steps[: 2 * (m + n)] = np.concatenate(tokens)
        for own in self._part.diagonals:
            steps[own.steps] = np.exp(
                self._into[own.state, own.rows - own.p, own.columns - own.q]
                + self._scores[own.steps]
                + self._after[own.state, own.rows, own.columns]
                - self.log_sum
            )
        return steps


def _transition_scores(part: Part, weights: Floats) -> tuple[Floats, Floats]:
    """Return the scores of each transition by row, and what the column adds to them."""
    m, n = part.size
    known = np.append(weights, (0.0, _FORBIDDEN))  # as NO_FEATURE and FORBIDDEN are numbered
    by_row = np.full((STATES, STATES, m + 1), NEVER)
    by_column = np.zeros((STATES, STATES, n + 1))
    for source, target, feature in TRANSITIONS:
        by_row[source, target] = known[feature]
    tables = {REFERENCE: by_row, CANDIDATE: by_column}
    for source, target, side, features in TOLLS:
        tables[side][source, target] += known[list(features)][part.joints[side]]
    return by_row, by_column


def _along(begun: Floats, longer: Floats) -> Floats:
    """Return v with ``v[k] = log(exp(begun[k]) + exp(v[k - 1] + longer[k - 1]))``."""
    way = np.zeros(len(begun))
    np.cumsum(longer, out=way[1:])
    return np.maximum(way + np.logaddexp.accumulate(np.maximum(begun - way, NEVER)), NEVER)
