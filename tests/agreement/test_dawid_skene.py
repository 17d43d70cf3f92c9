"""The truth behind ratings, on annotators whose abilities are known."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from gui.agreement.dawid_skene import most_likely

Ints = NDArray[np.int64]
ABILITIES = (0.9, 0.8, 0.7, 0.6, 0.0)  # of saying the true label; else any. The last one spams
LABELS = 3


def simulated(pairs: int, seed: int) -> tuple[Ints, Ints]:
    """Return what is true of *pairs*, and what the five say."""
    chance = np.random.default_rng(seed)
    truth = chance.choice(LABELS, pairs, p=(0.7, 0.2, 0.1))
    said = [
        np.where(chance.random(pairs) < ability, truth, chance.integers(0, LABELS, pairs))
        for ability in ABILITIES
    ]
    return truth, np.stack(said, axis=1)


@pytest.fixture(scope="module", params=[1, 2, 3])
def study(request: pytest.FixtureRequest) -> tuple[Ints, Ints]:
    return simulated(1_000, request.param)


def test_it_beats_the_majority(study: tuple[Ints, Ints]) -> None:
    truth, said = study
    likeliest = most_likely(said, LABELS).posterior.argmax(axis=1)
    majority = np.eye(LABELS)[said].sum(axis=1).argmax(axis=1)
    assert (likeliest == truth).mean() > (majority == truth).mean() + 0.01


def test_it_finds_how_often_each_annotator_is_right(
    study: tuple[Ints, Ints],
) -> None:
    truth, said = study
    found = most_likely(said, LABELS).confusion
    for own, column in zip(found, said.T, strict=True):
        for label in range(LABELS):
            right = (column[truth == label] == label).mean()
            assert own[label, label] == pytest.approx(right, abs=0.12)


def test_what_it_says_is_as_probable_as_it_says(study: tuple[Ints, Ints]) -> None:
    """The expected calibration error, over ten bins, is small."""
    truth, said = study
    posterior = most_likely(said, LABELS).posterior
    best = posterior.max(axis=1)
    is_right = posterior.argmax(axis=1) == truth
    bins = np.minimum(9, (10 * best).astype(int))
    error = sum(
        abs(best[bins == n].mean() - is_right[bins == n].mean()) * (bins == n).mean()
        for n in np.unique(bins)
    )
    assert error < 0.03


def test_who_rated_one_pair_is_not_believed_to_be_perfect() -> None:
    """Nor is a pair that he alone read certain."""
    said = np.array([[0, 0, -1]] * 20 + [[1, 1, -1]] * 20 + [[-1, -1, 1]])
    found = most_likely(said, 2)
    assert 0.6 < found.posterior[-1, 1] < 0.9
    assert found.posterior[0, 0] > 0.99


def test_a_pair_without_ratings_is_what_all_pairs_are() -> None:
    said = np.array([[0, 0]] * 30 + [[1, 1]] * 10 + [[-1, -1]])
    assert most_likely(said, 2).posterior[-1] == pytest.approx([0.74, 0.26], abs=0.02)


def test_whoever_has_rated_nothing_is_taken_to_be_right_three_times_in_four() -> None:
    found = most_likely(np.array([[0, -1], [1, -1], [1, -1]]), 2)
    assert found.confusion[1] == pytest.approx(np.array([[0.75, 0.25], [0.25, 0.75]]))
