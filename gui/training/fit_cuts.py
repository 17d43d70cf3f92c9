"""The weights of the second look at short changed stretches (``compare.aligning.cuts``).

The aligner, with the weights that it has already, aligns the training pairs; the stretches in
which it might have cut otherwise are the examples. Of all ways to cut one, the marked way is to
be the most likely, as in ``fit``. All stretches are summed at once, place by place.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np

from ..compare.aligning.cuts import NAMES, START, STATES, Place, StretchInDoubt, stretches_in_doubt
from ..compare.modelling.scoring_model import Model
from ..compare.modelling.steps import KEPT, Part, Step
from ..compare.pairing.pair_alignment import PairAlignment
from .corpus import Floats, Integers, Rows
from .hyperparameters import LEARNING
from .marked_pairs import Example, MarkedPair
from .minimization import minimum

_NEVER = -1e30  # stands for log(0), but is finite: the difference of two is not NaN
_NUMBER = {name: n for n, name in enumerate(NAMES)}
_Example = tuple[StretchInDoubt, Sequence[Step]]


class Ways(NamedTuple):
    """All ways to cut some stretches: arcs between numbered places, each a row of *features*.

    ``begins`` and ``ends`` are the first and last place of each stretch, ``levels`` tells how many
    tokens stand before a place, ``right`` are the arcs of the right ways.
    """

    sources: Integers
    targets: Integers
    features: Any  # scipy.sparse.csr_matrix, which has no types
    begins: Integers
    ends: Integers
    levels: Integers
    right: Integers


def fit_cuts(pairs: Sequence[MarkedPair], model: Model) -> dict[str, float]:
    """Return the weights of ``cuts.NAMES``, learned from *pairs* as *model* aligns them."""
    examples = [example for pair in pairs for example in examples_of(pair, model)]
    if not examples:
        return dict.fromkeys(NAMES, 0.0)
    ways = ways_to_cut(examples)
    transposed = ways.features.T.tocsr()
    right = np.asarray(ways.features[ways.right].sum(axis=0)).ravel()
    chart = Chart(ways)

    def loss(weights: Floats) -> tuple[float, Floats]:
        log_sum, expected = chart.log_sum_and_expected(ways.features @ weights)
        value = log_sum - right @ weights + LEARNING.cuts_penalty / 2 * (weights @ weights)
        return float(value), transposed @ expected - right + LEARNING.cuts_penalty * weights

    found = minimum(loss, len(NAMES), penalty=LEARNING.cuts_penalty)
    return dict(zip(NAMES, found.weights.tolist(), strict=True))


def examples_of(pair: MarkedPair, model: Model) -> Iterator[_Example]:
    """Yield the stretches of a pair that could be cut otherwise, with the steps that are right.

    Longer ones than a comparison looks at are among them: the weights of short ones gain by it.
    A stretch is left out if the right steps keep a word in it, or enter or leave it elsewhere
    than at its ends.
    """
    example = Example(pair, model.thesaurus)
    aligned = PairAlignment(example.sides, model)
    if aligned.moved:
        return  # its tokens have other numbers
    steps, sequences = aligned.main.steps(), aligned.main.sequences
    behind = {(0, 0): 0} | {(s.i1, s.j1): n for n, s in enumerate(example.steps, 1)}
    for start, end in stretches_in_doubt(steps, sequences, LEARNING.cuts_most):
        stretch = StretchInDoubt(steps[start:end], sequences)
        i0, i1, j0, j1 = stretch.part
        first, last = behind.get((i0, j0)), behind.get((i1, j1))
        if first is None or last is None:
            continue
        right = example.steps[first:last]
        if all(step.kind != KEPT for step in right):
            yield stretch, right


def ways_to_cut(examples: Sequence[_Example]) -> Ways:
    """Return all ways to cut the stretches of *examples*, but those without the right way."""
    rows = Rows(_NUMBER)
    sources, targets, levels = array("q"), array("q"), array("q")
    begins, ends, right = array("q"), array("q"), array("q")
    for stretch, steps in examples:
        i0, i1, j0, j1 = stretch.part
        arcs = {
            (source, _target(step, stretch), step[1:]): (features, names)
            for step, features in stretch.segments()
            for source, names in stretch.ways(step)
        }
        wanted = list(_right_arcs(stretch, steps))
        if not all(arc in arcs for arc in wanted):
            continue
        places = sorted({place for source, target, _ in arcs for place in (source, target)})
        number = {place: n for n, place in enumerate(places, len(levels))}
        right.extend([len(rows) + n for n, arc in enumerate(arcs) if arc in wanted])
        for (source, target, _), (features, names) in arcs.items():
            rows.add({**features, **dict.fromkeys(names, 1.0)})
            sources.append(number[source])
            targets.append(number[target])
        begins.append(number[i0, j0, START])
        ends.append(number[i1, j1, START])
        levels.extend([i - i0 + j - j0 for i, j, _ in places])
    return Ways(
        np.array(sources),
        np.array(targets),
        rows.matrix(),
        np.array(begins),
        np.array(ends),
        np.array(levels),
        np.array(right),
    )


def _right_arcs(
    stretch: StretchInDoubt, steps: Sequence[Step]
) -> Iterator[tuple[Place, Place, Part]]:
    source = stretch.part[0], stretch.part[2], START
    for step in steps:
        yield source, _target(step, stretch), step[1:]
        source = step.i1, step.j1, STATES[step.kind]


def _target(step: Step, stretch: StretchInDoubt) -> Place:
    """Return the place that a step leads to; all ways end in one."""
    is_last = (step.i1, step.j1) == (stretch.part[1], stretch.part[3])
    return step.i1, step.j1, START if is_last else STATES[step.kind]


class Chart:
    """Sums over all ways, forward and backward, for the arcs of all stretches at once."""

    def __init__(self, ways: Ways) -> None:
        self._ways = ways
        self._forward = _grouped(ways.targets, ways.levels)
        self._backward = _grouped(ways.sources, ways.levels)[::-1]

    def log_sum_and_expected(self, scores: Floats) -> tuple[float, Floats]:
        """Return the logarithm of the summed ways, and how often each arc is expected."""
        ways = self._ways
        before = np.full(len(ways.levels), _NEVER)
        behind = before.copy()
        before[ways.begins] = 0.0
        behind[ways.ends] = 0.0
        for arcs, starts, places in self._forward:
            summed = before[ways.sources[arcs]] + scores[arcs]
            before[places] = np.logaddexp.reduceat(summed, starts)
        for arcs, starts, places in self._backward:
            summed = behind[ways.targets[arcs]] + scores[arcs]
            behind[places] = np.logaddexp.reduceat(summed, starts)
        sums = before[ways.ends]
        # Each stretch's places are numbered in one run, its last place among them.
        stretch = np.searchsorted(ways.ends, ways.targets)
        found = before[ways.sources] + scores + behind[ways.targets] - sums[stretch]
        return float(sums.sum()), np.exp(np.minimum(found, 0.0))


def _grouped(places: Integers, levels: Integers) -> list[tuple[Integers, Integers, Integers]]:
    """Return arcs by the level of their *places*: their numbers, where each place's begin, places.

    What is reached from lower levels is summed before it is gone on from.
    """
    order = np.lexsort((places, levels[places]))
    found = []
    for own in np.split(order, np.nonzero(np.diff(levels[places[order]]))[0] + 1):
        starts = np.concatenate(([0], np.nonzero(np.diff(places[own]))[0] + 1))
        found.append((own, starts, places[own][starts]))
    return found
