"""The weights of the second look: all ways are summed, and the marked ones become likely."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from gui.compare.aligning.cuts import MOST, NAMES
from gui.compare.modelling.scoring_model import Model, load_model
from gui.training.fit_cuts import Chart, Ways, examples_of, fit_cuts, ways_to_cut
from gui.training.marked_pairs import MarkedPair, unmarked

SHIPPED = load_model()
UNCUT = Model({k: v for k, v in SHIPPED.weights.items() if k not in NAMES}, SHIPPED.thesaurus)
BODIES = (
    "The firm may play a [[leading|number one]] [[role|function]] in the harbour this year.",
    "Nine [[companies|firms]] [[were eligible|qualified]] to bid for the work.",
    "The men [[ate|had]] [[|cold ]][[soup|broth]] at the old mill near the river.",
)


def pairs() -> list[MarkedPair]:
    return [MarkedPair(f"made up {n}", "none", False, *unmarked(b)) for n, b in enumerate(BODIES)]


def ways() -> Ways:
    return ways_to_cut([example for pair in pairs() for example in examples_of(pair, UNCUT)])


def test_the_sum_is_that_of_all_ways() -> None:
    found = ways()
    scores = np.random.default_rng(3).normal(size=len(found.sources))
    total = 0.0
    for begin, end in zip(found.begins, found.ends, strict=True):
        sums: list[float] = []

        def go_on(place: int, score: float, end: int = end, sums: list[float] = sums) -> None:
            if place == end:
                sums.append(score)
            for arc in np.nonzero(found.sources == place)[0]:
                go_on(int(found.targets[arc]), score + scores[arc])

        go_on(int(begin), 0.0)
        total += float(np.logaddexp.reduce(sums))
    assert Chart(found).log_sum_and_expected(scores)[0] == pytest.approx(total)


def test_the_gradient_is_that_of_finite_differences() -> None:
    found = ways()
    chart = Chart(found)
    scores = np.random.default_rng(4).normal(size=len(found.sources))
    expected = chart.log_sum_and_expected(scores)[1]
    step = 1e-5
    for arc in range(0, len(scores), 7):
        shift = np.zeros(len(scores))
        shift[arc] = step
        more, less = (chart.log_sum_and_expected(scores + s)[0] for s in (shift, -shift))
        assert expected[arc] == pytest.approx((more - less) / (2 * step), abs=1e-6)


def test_the_right_arcs_lead_from_begin_to_end() -> None:
    found = ways()
    runs: list[list[int]] = []
    for arc in found.right:
        if found.sources[arc] in found.begins:
            runs.append([])
        runs[-1].append(int(arc))
    assert len(runs) == len(found.begins) == len(found.ends)
    for run, begin, end in zip(runs, found.begins, found.ends, strict=True):
        assert found.sources[run[0]] == begin
        assert found.targets[run[-1]] == end
        assert all(found.targets[x] == found.sources[y] for x, y in pairwise(run))


def test_marks_become_likely_and_the_same_each_time() -> None:
    weights = fit_cuts(pairs(), UNCUT)
    assert sorted(weights) == list(NAMES)
    assert weights == fit_cuts(pairs(), UNCUT)
    found = ways()
    scores = found.features @ np.array([weights[name] for name in NAMES])
    chart = Chart(found)
    known = np.zeros(len(scores))
    assert (
        scores[found.right].sum() - chart.log_sum_and_expected(scores)[0]
        > known[found.right].sum() - chart.log_sum_and_expected(known)[0] + 1.0
    )


LONG = (
    "The council [[announced a plan|was going]] [[for repairing|to mend]] "
    "[[its old harbour wall|what keeps out each wave]] this year."
)


def test_longer_stretches_than_a_comparison_looks_at_are_learned_from() -> None:
    long = MarkedPair("long", "none", False, *unmarked(LONG))
    ((stretch, steps),) = examples_of(long, UNCUT)
    assert len(steps) == 3
    assert max(stretch.part[1] - stretch.part[0], stretch.part[3] - stretch.part[2]) > MOST
    assert len(ways_to_cut([(stretch, steps)]).begins) == 1


def test_without_stretches_in_doubt_nothing_is_learned() -> None:
    calm = MarkedPair("calm", "none", False, *unmarked("The [[big|large]] house is old."))
    assert fit_cuts([calm], UNCUT) == dict.fromkeys(NAMES, 0.0)
