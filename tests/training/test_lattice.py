"""The sums over all alignments, beside paths written out one by one, and what they teach."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from gui.compare.aligning.cuts import NAMES as CUTS
from gui.compare.aligning.posterior import NAMES as OF_PASSAGES
from gui.compare.aligning.posterior import Posterior
from gui.compare.aligning.viterbi import Aligner
from gui.compare.modelling.correspondence import BETWEEN, INSIDE, MOVED
from gui.compare.modelling.correspondence import NAMES as BELIEF
from gui.compare.modelling.scores import Scores
from gui.compare.modelling.scoring_model import load_model
from gui.compare.modelling.steps import ADDED, DROPPED, KEPT, REWRITTEN, SWAPPED, Step
from gui.compare.modelling.stories import LEAST
from gui.compare.modelling.stories import NAMES as OF_STORIES
from gui.compare.modelling.swap_features import NAMES
from gui.lexicon.thesaurus import NoThesaurus
from gui.resources import read_bytes, resource_path
from gui.training.batches import batch_of, batches
from gui.training.corpus import Floats, Part, parts_of
from gui.training.fit import evaluate_all, fit
from gui.training.lattice import Lattice, log_sum_and_expected
from gui.training.marked_pairs import (
    Example,
    MarkedPair,
    elsewhere,
    may_swap,
    phrases_ending,
    read_pairs,
    strangers,
    unmarked,
)
from gui.training.path_features import (
    BEGINS,
    ENDS,
    FEATURES,
    NOT_LEARNED,
    NUMBER,
    TOLLS,
    TRANSITIONS,
    features_of,
)
from tests.training.pairs_for_tests import tiny_pairs

NOTHING = NoThesaurus()
SMALL = (
    "[[New|Fresh]] too. [[It|He]]",
    "[[a|the]] cat[[, sat|; it sat]]",
    "[[did not|didn't]] run[[|s]] & [[so|and]]",
    "Go[[ns|ing]].\n\n[[Big|Large]] [[wood|house wood]]",
    "[[One two.|]]",
    "[[|One.\n\nTwo]]",
)


def pair_of(body: str) -> MarkedPair:
    return MarkedPair("made up", "none", False, *unmarked(body))


def some_weights(seed: int) -> Floats:
    return np.random.default_rng(seed).normal(size=len(FEATURES))


@lru_cache
def tiny_parts() -> tuple[Part, ...]:
    shipped = read_pairs(resource_path("model", "pairs"))
    pairs = [shipped[0], *strangers(shipped, 1)]
    thesaurus = load_model().thesaurus
    return tuple(part for pair in pairs for part in parts_of(pair, thesaurus))[:12]


def paths(
    scores: Scores, i: int, j: int, m: int, n: int, *, rewriting: bool = True
) -> Iterator[tuple[Step, ...]]:
    """Yield all paths of the aligner from a place to the end, as its documentation has them.

    Without *rewriting*, words may be added behind dropped ones anywhere.
    """
    if (i, j) == (m, n):
        yield ()
        return
    a, b = scores.sequences
    steps = [Step(DROPPED, i, i + 1, j, j)] if i < m else []
    steps += [Step(ADDED, i, i, j, j + 1)] if j < n else []
    steps += [
        Step(REWRITTEN, i, x, j, y)
        for x in range(i + 1, m + 1)
        for y in range(j + 1, n + 1)
        if rewriting and not any((*a.breaks[i + 1 : x], *b.breaks[j + 1 : y]))
    ]
    if i < m and j < n and a.ids[i] == b.ids[j]:
        steps.append(Step(KEPT, i, i + 1, j, j + 1))
    for x in range(i + 1, min(i + 3, m) + 1):
        for y in range(j + 1, min(j + 3, n) + 1):
            if (
                may_swap(a, b, x - 1, y - 1, scores.swaps)
                and any(x - p == i for p, _ in phrases_ending(a, x - 1, scores.swaps))
                and any(y - q == j for q, _ in phrases_ending(b, y - 1, scores.swaps))
                and scores.swap_features(
                    scores.swaps.phrase(a.ids[i:x]), scores.swaps.phrase(b.ids[j:y])
                )
            ):
                steps.append(Step(SWAPPED, i, x, j, y))
    for step in steps:
        for rest in paths(scores, step.i1, step.j1, m, n, rewriting=rewriting):
            kinds = step.kind, rest[0].kind if rest else None
            turns = kinds == (DROPPED, ADDED) and not (a.breaks[step.i1] or b.breaks[step.j1])
            turns = turns and rewriting
            if kinds != (ADDED, DROPPED) and not turns:
                yield (step, *rest)


def score(scores: Scores, steps: tuple[Step, ...], weights: Floats) -> float:
    return sum(float(weights[NUMBER[k]]) * v for k, v in features_of(scores, steps).items())


@pytest.mark.parametrize("body", SMALL)
def test_the_sum_is_that_of_all_paths_and_the_best_is_the_aligners(body: str) -> None:
    example = Example(pair_of(body), NOTHING)
    (part,) = parts_of(example.pair, NOTHING)
    m, n = part.size
    for seed in range(3):
        weights = some_weights(seed)
        named = dict(zip(FEATURES, weights.tolist(), strict=True))
        seen = elsewhere(example.swapped(example.steps), example.swapped(example.steps))
        scores = Scores(example.aligned.sequences, named)
        scores.seen = seen
        all_paths = list(paths(scores, 0, 0, m, n))
        found = np.array([score(scores, path, weights) for path in all_paths])
        assert len(found) == len(set(all_paths))
        total = float(np.logaddexp.reduce(found))
        assert Lattice(batch_of([part]), weights).log_sums[0] == pytest.approx(total, abs=1e-9)
        best = score(scores, tuple(Aligner(scores).align(0, m, 0, n)), weights)
        assert max(found) == pytest.approx(best, abs=1e-9)


def test_the_gradient_is_that_of_finite_differences(tmp_path: Path) -> None:
    parts = [part for pair in tiny_pairs(tmp_path) for part in parts_of(pair, NOTHING)]
    parts = sorted(parts, key=lambda part: part.size)[:5]
    weights = some_weights(7) / 4
    step = 1e-5
    own = list(batches(parts))
    expected = evaluate_all(own, weights)[1].sum(axis=0)
    assert np.count_nonzero(expected) > 40
    own_axes = [np.eye(len(FEATURES))[n] for n in np.flatnonzero(expected)]
    for axis in (*own_axes, (expected == 0) * 1.0):  # those that never occur all at once
        shift = step * axis
        higher, lower = (evaluate_all(own, weights + s)[0].sum() for s in (shift, -shift))
        slope = (higher - lower) / (2 * step)
        assert expected @ axis == pytest.approx(slope, abs=2e-6), np.array(FEATURES)[axis > 0]


def test_inside_a_band_too_the_gradient_is_that_of_finite_differences() -> None:
    shipped = read_pairs(resource_path("model", "pairs"))
    parts = (part for pair in shipped for part in parts_of(pair, NOTHING))
    part = next(p for p in parts if np.ptp(p.band, axis=1).min() < p.size[1])
    batch = batch_of([part])
    weights = some_weights(8) / 4
    direction = some_weights(9)
    step = 1e-5
    higher, lower = (Lattice(batch, weights + s * direction).log_sums[0] for s in (step, -step))
    gradient = log_sum_and_expected(batch, weights)[1] @ direction
    assert gradient == pytest.approx((higher - lower) / (2 * step), rel=1e-6)


def test_together_parts_have_the_sums_that_they_have_alone() -> None:
    """However large the others are, and where bands narrow the ways through some of them."""
    shipped = read_pairs(resource_path("model", "pairs"))[:2]
    parts = [part for pair in shipped for part in parts_of(pair, NOTHING)]
    banded = [p for p in parts if np.ptp(p.band, axis=1).min() < p.size[1]]
    assert banded
    own = [*parts[:6], banded[0], *parts[-6:]]
    weights = some_weights(10) / 4
    together = log_sum_and_expected(batch_of(own), weights)
    alone = [log_sum_and_expected(batch_of([part]), weights) for part in own]
    assert together[0] == pytest.approx(sum(found for found, _ in alone))
    assert together[1] == pytest.approx(np.sum([found for _, found in alone], axis=0), abs=1e-8)


def test_the_right_path_is_one_of_those_summed() -> None:
    """Weights that reward the right path alone bring the sum down to it, never below."""
    for part in tiny_parts():
        for seed in range(5):
            weights = some_weights(seed) * 3
            assert part.right @ weights <= Lattice(batch_of([part]), weights).log_sums[0] + 1e-9


def test_the_right_steps_are_those_that_the_aligner_can_take() -> None:
    for pair in read_pairs(resource_path("model", "pairs"))[::3]:
        example = Example(pair, NOTHING)
        a, b = example.aligned.sequences
        i = j = 0
        for step in example.steps:
            assert (step.i0, step.j0) == (i, j)
            i, j = step.i1, step.j1
            same = a.ids[step.i0 : i] == b.ids[step.j0 : j]
            assert same is (step.kind == KEPT)
            assert step.kind != SWAPPED or may_swap(a, b, i - 1, j - 1, example.swaps)
        assert (i, j) == (len(a.kinds), len(b.kinds))
        for _, steps in example.parts():
            assert (ADDED, DROPPED) not in {(x.kind, y.kind) for x, y in pairwise(steps)}


def test_parts_without_a_right_path_are_left_out() -> None:
    whole = pair_of("[[Some big|Many]] cats [[off in fear|away]].")
    assert len(list(parts_of(whole, NOTHING))) == 1
    over_the_end = pair_of("[[Some big|Many]] cats [[off in fear.\n\nAnd|away so]].")
    assert list(parts_of(over_the_end, NOTHING)) == []
    turning = pair_of("cats [[off |]][[|very ]]so fast")
    assert len(list(parts_of(turning, NOTHING))) == 1  # that of "cats"


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ('[[Old|old]] [[“|"]]', [KEPT, KEPT]),
        ("[[a b c |x y ]][[d e|u v w]]", [REWRITTEN, REWRITTEN]),
        ('[[The “big”|the "big"]] [[a b c|d]]', [KEPT] * 4 + [REWRITTEN]),
        ("[[|x ]][[y |]]z", [DROPPED, ADDED, KEPT]),
        ("[[.|and]] go", [REWRITTEN, KEPT]),
        ("[[&|and]] [[cat|dog]]", [SWAPPED, SWAPPED]),
    ],
)
def test_marks_become_steps(body: str, kinds: list[int]) -> None:
    example = Example(pair_of(body), NOTHING)
    assert [step.kind for step in example.steps] == kinds


def best_steps(pair: MarkedPair, weights: Mapping[str, float]) -> list[Step]:
    aligned = Example(pair, NOTHING).aligned
    aligner = Aligner(Scores(aligned.sequences, weights))
    return [step for part, band in aligned.parts for step in aligner.align(*part, band)]


def test_two_pairs_teach_their_right_steps(tmp_path: Path) -> None:
    pairs = tiny_pairs(tmp_path)
    parts = [part for pair in pairs for part in parts_of(pair, NOTHING)]
    told: list[tuple[int, float]] = []
    found = fit(parts, penalty=0.01, on_step=lambda n, value: told.append((n, value)))
    assert [n for n, _ in told] == list(range(1, found.steps + 1))
    assert found.value < told[0][1]
    weights = dict(zip(FEATURES, found.weights.tolist(), strict=True))
    for pair in pairs:
        right = [s for _, steps in Example(pair, NOTHING).parts() for s in steps]
        wrong = set(right) ^ set(best_steps(pair, weights))
        untaught = set(right) ^ set(best_steps(pair, {}))
        assert len(wrong) <= len(right) / 20
        assert len(untaught) > len(right) / 4


def test_at_the_maximum_features_are_expected_as_often_as_they_are_right() -> None:
    """But for the penalty, which also keeps what never occurs at nothing."""
    (part,) = parts_of(pair_of("[[Big|Large]] [[to|house to]]. Do [[there|where]]."), NOTHING)
    found = fit([part], penalty=0.5)
    expected = evaluate_all([batch_of([part])], found.weights)[1][0]
    assert part.right - 0.5 * found.weights == pytest.approx(expected, abs=1e-8)
    assert found.weights[NUMBER["number_word"]] == 0.0
    strict = fit([part], penalty=5.0)
    assert np.square(strict.weights).sum() < np.square(found.weights).sum() / 4


@pytest.mark.parametrize("name", ["journalist-3-01", "web-spinner-6-01"])
def test_the_features_of_the_right_path_are_those_of_its_steps(name: str) -> None:
    between = {t.feature for t in TRANSITIONS} | {f for toll in TOLLS for f in toll.features}
    between |= {NUMBER[name] for name in (*BEGINS, *ENDS)}
    of_steps = [n for n in range(len(FEATURES)) if n not in between]
    (pair,) = (p for p in read_pairs(resource_path("model", "pairs")) if p.name == name)
    thesaurus = load_model().thesaurus
    example = Example(pair, thesaurus)
    for (number, steps), part in zip(example.parts(), parts_of(pair, thesaurus), strict=True):
        stretch = example.aligned.parts[number][0]
        total = np.zeros(len(FEATURES))
        for step in steps:
            rows = rows_of(step, part, (stretch.i0, stretch.j0))
            total += np.asarray(part.features[rows].sum(axis=0))[0]
        assert part.right[of_steps] == pytest.approx(total[of_steps], abs=1e-9)


def rows_of(step: Step, part: Part, start: tuple[int, int]) -> list[int]:
    """Return the rows of the features of a step in a part that starts at two tokens."""
    i, j, p, q = step.i0 - start[0], step.j0 - start[1], step.i1 - step.i0, step.j1 - step.j0
    m, n = part.size
    if step.kind in (KEPT, SWAPPED):
        return [
            int(row)
            for own in part.diagonals
            for x, y, row in zip(own.rows, own.columns, own.steps, strict=True)
            if (own.p, own.q, x, y) == (p, q, i + p, j + q)
        ]
    first = m + n if step.kind == REWRITTEN else 0
    return [first + k for k in (*range(i, i + p), *range(m + j, m + j + q))]


HASHED = """
import hashlib, sys
from pathlib import Path
from gui.lexicon.thesaurus import NoThesaurus
from gui.training.corpus import parts_of
from gui.training.fit import fit
from tests.training.pairs_for_tests import tiny_pairs

if __name__ == "__main__":
    parts = [p for pair in tiny_pairs(Path(sys.argv[1])) for p in parts_of(pair, NoThesaurus())]
    found = fit(parts, penalty=1.0, jobs=int(sys.argv[2]))
    print(hashlib.sha256(found.weights.tobytes()).hexdigest())
"""


def test_the_same_pairs_give_the_same_weights(tmp_path: Path) -> None:
    script = tmp_path / "hashed.py"
    script.write_text(HASHED, encoding="utf-8")
    root = Path(__file__).parents[2]
    runs = [
        subprocess.Popen(
            [sys.executable, str(script), str(tmp_path), jobs],
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(root), "PYTHONHASHSEED": seed},
            stdout=subprocess.PIPE,
            text=True,
        )
        for jobs, seed in (("1", "1"), ("2", "2"))
    ]
    one, two = (run.communicate(timeout=60)[0] for run in runs)
    assert len(one.strip()) == 64
    assert one == two


class Recorded(dict[str, float]):
    """Weights that remember which of them were asked for."""

    def __init__(self) -> None:
        self.asked: set[str] = set()

    def get(self, name: str, default: object = None) -> float:
        self.asked.add(name)
        return 0.0


def test_the_features_are_those_that_the_aligner_reads() -> None:
    weights = Recorded()
    example = Example(pair_of("[[colour|color]] [[and|or]] go to."), NOTHING)
    scores = Scores(example.aligned.sequences, weights)
    scores.seen = example.swapped(example.steps)
    Aligner(scores).align(0, 5, 0, 5)
    read = (weights.asked | set(NAMES)) - {NOT_LEARNED}
    assert read == set(FEATURES)
    of_paths = {t.feature for t in TRANSITIONS} | {
        f for toll in TOLLS for f in toll.features if f < len(FEATURES)
    }
    assert {n for n, name in enumerate(FEATURES) if ">" in name} <= of_paths


@pytest.mark.parametrize("body", SMALL)
def test_posteriors_are_sums_over_all_paths_without_rewriting(body: str) -> None:
    weights = dict(zip(FEATURES, some_weights(11), strict=True))
    example = Example(pair_of(body), load_model().thesaurus)
    scores = Scores(example.aligned.sequences, weights)
    a, b = (sequence.ids[:-1] for sequence in scores.sequences)
    kept, swapped = np.zeros((len(a), len(b))), np.zeros((len(a), len(b)))
    total = 0.0
    for path in paths(scores, 0, 0, len(a), len(b), rewriting=False):
        found = features_of(scores, path)
        odds = np.exp(0.5 * sum(weights[name] * value for name, value in found.items()))
        total += odds
        for kind, i0, i1, j0, j1 in path:
            if kind in (KEPT, SWAPPED):
                (kept if kind == KEPT else swapped)[i0:i1, j0:j1] += odds
    links = Posterior(Aligner(scores), (0, len(a), 0, len(b)), 0.5).links()
    assert np.array(links.kept).reshape(kept.shape) == pytest.approx(kept / total, abs=1e-9)
    assert np.array(links.swapped).reshape(kept.shape) == pytest.approx(swapped / total, abs=1e-9)


def test_the_shipped_weights_are_those_of_the_features() -> None:
    weights = json.loads(read_bytes("model", "weights.json"))["weights"]
    read = {*FEATURES, *BELIEF, BETWEEN, INSIDE, MOVED, *CUTS, *OF_PASSAGES, *OF_STORIES, LEAST}
    assert sorted(set(weights) - read) == []  # a weight that nobody reads
    assert sorted(read - set(weights)) == []  # a feature without a weight
    assert all(isinstance(weight, float) and abs(weight) < 20 for weight in weights.values())
