"""The sum over all alignments of parts, and the expected number of each feature.

The steps of ``viterbi`` form a lattice of six states over pairs of positions. With weights,
each path through it has a score, and the softmax of the scores makes the aligner a conditional
random field (Lafferty, McCallum and Pereira 2001), a semi-Markov one because a swap may span
several tokens (Sarawagi and Cohen 2004). The forward and backward passes sum the paths before
and after each place; together they give the expected number of each feature, which is the
gradient of the sum.

All sums are logarithms. Rows of the lattices of a whole batch are one numpy array; where paths run
along a row, the recurrence is solved with cumulative sums.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ..compare.modelling.scores import BLIND, EXTRA, MISSING, NEW, OLD, SURE
from .batches import Batch, Swaps
from .corpus import Floats
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


def log_sum_and_expected(batch: Batch, weights: Floats) -> tuple[float, Floats]:
    """Return the sum of the logarithms of the summed paths of each part, and its gradient."""
    lattice = Lattice(batch, weights)
    return float(lattice.log_sums.sum()), lattice.expected()


class Lattice:
    """The paths through the parts of a batch under given weights.

    ``_reached[i, s, :, j]`` sums the paths of each part that reach place (i, j) in state s,
    ``_into[i, t, :, j]`` those that leave it with a step of state t; ``_onward[i, t, :, j]`` sums
    the ways to continue from there with a step of state t, ``_after[i, s, :, j]`` all ways to
    continue from state s. ``log_sums`` are the logarithms of the summed paths of each part.
    """

    def __init__(self, batch: Batch, weights: Floats) -> None:
        self._batch = batch
        count, rows, columns = batch.begins.shape
        self._parts, self._last = np.arange(count), rows - 1
        self._scores: Floats = batch.features @ weights
        known = np.append(self._scores, 0.0)  # as padding is numbered
        self._gap_a, self._gap_b, self._old, self._new = (known[own] for own in batch.tokens)
        self._by_row, self._by_column = _transition_scores(batch, weights)
        self._swaps = [self._dense(own) for own in batch.swaps]
        # The scores of beginning and of ending a rewritten stretch at each place.
        self._begins, self._ends = (
            weights[numbers][own].swapaxes(0, 1)
            for numbers, own in zip(_NUMBERS, (batch.begins, batch.ends_of_rewritten), strict=True)
        )
        self._turns = np.where(batch.turns, 0.0, _FORBIDDEN).swapaxes(0, 1)
        self._band = None
        if batch.outside is not None:
            self._band = np.where(batch.outside, NEVER, 0.0).swapaxes(0, 1)
        shape = rows, STATES, count, columns
        self._reached, self._into = np.full(shape, NEVER), np.full(shape, NEVER)
        self._forward()
        m, n = batch.ends
        self.log_sums: Floats = self._into[m, SURE, self._parts, n]

    def _dense(self, own: Swaps) -> Floats:
        count, rows, columns = self._batch.begins.shape
        scores = np.full((rows, count, columns), NEVER)
        scores[own.rows, own.parts, own.columns] = self._scores[own.steps]
        return scores

    def _forward(self) -> None:
        reached, into = self._reached, self._into
        for i in range(self._last + 1):
            self._reach_diagonally(i)
            if i:
                reached[i, MISSING] = into[i - 1, MISSING] + self._gap_a[:, i - 1, None]
                reached[i, OLD] = into[i - 1, OLD] + self._old[:, i - 1, None]
            else:
                reached[0, SURE, :, 0] = 0.0
            self._leave_out(reached[i], i)
            self._reach_along(i, NEW, self._new)
            self._reach_along(i, EXTRA, self._gap_b)
            self._leave_out(reached[i], i)
            left = self._left(i)
            into[i, _DOWN] = _log_sum(
                left[:, None] + self._by_row[i][:, _DOWN, :, None] + self._by_column[:, _DOWN]
            )
            started = _log_sum(
                left[_STARTING]
                + self._by_row[i, _STARTING, OLD, :, None]
                + self._by_column[_STARTING, OLD]
            )
            longer = left[OLD] + self._by_row[i, OLD, OLD, :, None] + self._by_column[OLD, OLD]
            into[i, OLD] = np.logaddexp(started + self._begins[i], longer)

    def _left(self, i: int) -> Floats:
        """Return the paths that reach places and continue with another state than NEW."""
        left: Floats = self._reached[i].copy()
        left[NEW] += self._ends[i]
        return left

    def _reach_diagonally(self, i: int) -> None:
        for own, scores in zip(self._batch.swaps, self._swaps, strict=True):
            if i < own.p:
                continue
            before = self._into[i - own.p, own.state, :, : scores.shape[2] - own.q]
            target = self._reached[i, own.state, :, own.q :]
            np.logaddexp(target, scores[i, :, own.q :] + before, out=target)

    def _reach_along(self, i: int, state: int, tokens: Floats) -> None:
        """Sum the paths along row *i* whose last steps take *tokens* of the candidate."""
        sources = [x for x, following in FOLLOWING.items() if state in following and x != state]
        left = self._left(i)[..., :-1]
        if state == EXTRA:
            left[MISSING] += self._turns[i, :, :-1]
        column = self._by_column[..., :-1]
        begun = _log_sum(
            left[sources] + self._by_row[i, sources, state, :, None] + column[sources, state]
        )
        longer = self._by_row[i, state, state, :, None] + column[state, state] + tokens
        self._reached[i, state, :, 1:] = _along(begun + tokens, longer[:, 1:])

    def _backward(self) -> None:
        self._onward, self._after = (np.full(self._into.shape, NEVER) for _ in range(2))
        onward, after = self._onward, self._after
        rows, columns = self._batch.ends
        onward[rows, SURE, self._parts, columns] = 0.0
        for i in range(self._last, -1, -1):
            self._go_on_diagonally(i)
            if i < self._last:
                onward[i, MISSING] = after[i + 1, MISSING] + self._gap_a[:, i, None]
                onward[i, OLD] = after[i + 1, OLD] + self._old[:, i, None]
            self._leave_out(onward[i], i)
            self._go_on_along(i, EXTRA, self._gap_b)
            self._go_on_along(i, NEW, self._new)
            self._leave_out(onward[i], i)
            ways = (
                self._started(i)[None] + self._by_row[i, _DOWN, :, :, None] + self._by_column[_DOWN]
            )
            ways[_DOWN == MISSING, EXTRA] += self._turns[i]
            after[i, _DOWN] = _log_sum(ways.swapaxes(0, 1))
            after[i, OLD] = _log_sum(
                onward[i, [OLD, NEW]]
                + self._by_row[i, OLD, [OLD, NEW], :, None]
                + self._by_column[OLD, [OLD, NEW]]
            )
            self._leave_out(after[i], i)

    def _leave_out(self, row: Floats, i: int) -> None:
        """Let no path pass through the places of a row that are in no band."""
        if self._band is not None:
            row += self._band[i]

    def _started(self, i: int) -> Floats:
        """Return the ways to continue from places where no stretch is being rewritten."""
        started: Floats = self._onward[i].copy()
        started[OLD] += self._begins[i]
        return started

    def _go_on_diagonally(self, i: int) -> None:
        for own, scores in zip(self._batch.swaps, self._swaps, strict=True):
            if i + own.p > self._last:
                continue
            after = self._after[i + own.p, own.state, :, own.q :]
            target = self._onward[i, own.state, :, : scores.shape[2] - own.q]
            np.logaddexp(target, scores[i + own.p, :, own.q :] + after, out=target)

    def _go_on_along(self, i: int, state: int, tokens: Floats) -> None:
        """Sum the ways to continue along row *i* from *state*, also those by a step of it."""
        targets = [x for x in FOLLOWING[state] if x != state]
        other = _log_sum(
            self._started(i)[targets]
            + self._by_row[i, state, targets, :, None]
            + self._by_column[state, targets]
        )
        if state == NEW:
            other = other + self._ends[i]
        longer = self._by_row[i, state, state, :, None] + self._by_column[state, state, :, :-1]
        after = _along(other[:, ::-1], (longer + tokens)[:, ::-1])[:, ::-1]
        self._after[i, state] = after
        self._onward[i, state, :, :-1] = after[:, 1:] + tokens

    def expected(self) -> Floats:
        """Return the expected number of each feature on the paths, summed over the parts."""
        self._backward()
        rows, _, count, columns = self._into.shape
        by_row = np.zeros((STATES, STATES, rows, count))
        by_column = np.zeros((STATES, STATES, count, columns))
        begun, ended = np.zeros((rows, count, columns)), np.zeros((rows, count, columns))
        for state, found in self._chances():
            if state == NEW:
                ended = found[:, _NOT_NEW].sum(axis=1)
            if state != OLD:
                begun += found[:, OLD]
            by_row[state], by_column[state] = found.sum(axis=3).swapaxes(0, 1), found.sum(axis=0)
        counts = np.zeros(FORBIDDEN + 1)
        for source, target, feature in TRANSITIONS:
            counts[feature] += by_row[source, target].sum()
        tables = by_row.swapaxes(2, 3), by_column
        for source, target, side, features in TOLLS:
            joints, own = self._batch.joints[side].ravel(), tables[side][source, target].ravel()
            counts[list(features)] += np.bincount(joints, own, len(features))
        for numbers, relations, own in (
            (_NUMBERS[0], self._batch.begins, begun),
            (_NUMBERS[1], self._batch.ends_of_rewritten, ended),
        ):
            places = relations.swapaxes(0, 1).ravel()
            counts[numbers] += np.bincount(places, own.ravel(), len(numbers))
        steps = self._expected_steps(tables[0].sum(axis=0), by_column.sum(axis=0))
        of_steps: Floats = self._batch.features.T @ steps
        return counts[:NO_FEATURE] + of_steps

    def _chances(self) -> Iterator[tuple[int, Floats]]:
        """Yield for each state the probability that a path goes from it to each next state.

        It is by place, in the order of ``_reached``.
        """
        rest = self._onward - self.log_sums[:, None]
        for state in range(STATES):
            way = (
                self._reached[:, state, None]
                + self._by_row[:, state, :, :, None]
                + self._by_column[state]
                + rest
            )
            if state == NEW:
                way[:, _NOT_NEW] += self._ends[:, None]
            if state != OLD:
                way[:, OLD] += self._begins
            if state == MISSING:
                way[:, EXTRA] += self._turns
            yield state, np.exp(way)

    def _expected_steps(self, by_row: Floats, by_column: Floats) -> Floats:
        """Return how often each step is expected, from how often a state is entered by place."""
        steps = np.zeros(len(self._scores) + 1)
        own = by_row[MISSING], by_column[EXTRA], by_row[OLD], by_column[NEW]
        for numbers, expected in zip(self._batch.tokens, own, strict=True):
            steps[numbers] = expected[:, :-1]
        for swaps in self._batch.swaps:
            steps[swaps.steps] = np.exp(
                self._into[swaps.rows - swaps.p, swaps.state, swaps.parts, swaps.columns - swaps.q]
                + self._scores[swaps.steps]
                + self._after[swaps.rows, swaps.state, swaps.parts, swaps.columns]
                - self.log_sums[swaps.parts]
            )
        return steps[:-1]


def _transition_scores(batch: Batch, weights: Floats) -> tuple[Floats, Floats]:
    """Return the scores of each transition by row, and what the column adds to them."""
    count, rows, columns = batch.begins.shape
    known = np.append(weights, (0.0, _FORBIDDEN))  # as NO_FEATURE and FORBIDDEN are numbered
    by_row = np.full((STATES, STATES, count, rows), NEVER)
    by_column = np.zeros((STATES, STATES, count, columns))
    for source, target, feature in TRANSITIONS:
        by_row[source, target] = known[feature]
    tables = {REFERENCE: by_row, CANDIDATE: by_column}
    for source, target, side, features in TOLLS:
        tables[side][source, target] += known[list(features)][batch.joints[side]]
    return np.ascontiguousarray(np.moveaxis(by_row, 3, 0)), by_column


def _log_sum(ways: Floats) -> Floats:
    """Return the logarithms of the sums over the first axis; faster than ``np.logaddexp``."""
    most = ways.max(axis=0)
    found: Floats = most + np.log(np.exp(ways - most).sum(axis=0))
    return found


def _along(begun: Floats, longer: Floats) -> Floats:
    """Return v with ``v[k] = log(exp(begun[k]) + exp(v[k - 1] + longer[k - 1]))`` in each row."""
    way = np.zeros(begun.shape)
    np.cumsum(longer, axis=1, out=way[:, 1:])
    sums = np.logaddexp.accumulate(np.maximum(begun - way, NEVER), axis=1)
    return np.maximum(way + sums, NEVER)
