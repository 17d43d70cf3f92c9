"""The search comes so near to the minimum that no digit that is written depends on rounding."""

from __future__ import annotations

import numpy as np
import pytest

from gui.training.fit import logistic_regression
from gui.training.hyperparameters import LEARNING
from gui.training.minimization import NEAR, Floats, NoMinimumError, minimum

WIDTH = 40
PENALTY = 0.5


def some_rows() -> tuple[Floats, Floats]:
    """Return rows whose columns have very different scales, as common and rare features do."""
    chance = np.random.default_rng(7)
    values = chance.normal(size=(3000, WIDTH)) * np.geomspace(0.02, 3.0, WIDTH)
    right = values @ chance.normal(size=WIDTH) + chance.normal(size=3000) > 0.0
    return values, np.where(right, 1.0, -1.0)


class Logistic:
    """The price of telling some rows from others, in a given order of the rows."""

    def __init__(self, order: slice) -> None:
        values, signs = some_rows()
        self.rows = (values * signs[:, None])[order]

    def __call__(self, weights: Floats) -> tuple[float, Floats]:
        margins = self.rows @ weights
        value = np.logaddexp(0.0, -margins).sum() + PENALTY / 2 * weights @ weights
        gradient: Floats = PENALTY * weights - self.rows.T @ (1.0 / (1.0 + np.exp(margins)))
        return float(value), gradient

    def least(self) -> Floats:
        """Return the minimum by Newton's method."""
        weights = np.zeros(WIDTH)
        for _ in range(30):
            odds = 1.0 / (1.0 + np.exp(self.rows @ weights))
            curvature = (self.rows.T * (odds * (1.0 - odds))) @ self.rows
            step = np.linalg.solve(curvature + PENALTY * np.eye(WIDTH), self(weights)[1])
            weights -= step
        return weights


def test_the_minimum_is_as_near_as_is_promised() -> None:
    loss = Logistic(slice(None))
    found = minimum(loss, WIDTH, penalty=PENALTY)
    assert np.linalg.norm(found.weights - loss.least()) <= NEAR
    assert found.value == loss(found.weights)[0]


def test_sums_in_another_order_give_the_same_digits() -> None:
    one, two = (
        minimum(Logistic(order), WIDTH, penalty=PENALTY).weights
        for order in (slice(None), slice(None, None, -1))
    )
    assert one.tobytes() != two.tobytes()
    assert np.abs(one - two).max() <= 2 * NEAR < 0.1**LEARNING.decimals / 1e5


def test_the_regression_has_no_slope_left() -> None:
    values, signs = some_rows()
    shares = np.full(len(signs), 0.5)
    weights = logistic_regression(values, signs, shares)
    penalty = LEARNING.correspondence_penalty
    odds = 1.0 / (1.0 + np.exp(signs * (values @ weights)))
    slopes = penalty * weights - values.T @ (shares * signs * odds)
    assert np.linalg.norm(slopes) <= 2 * NEAR * penalty


def test_each_step_is_told() -> None:
    told: list[int] = []
    found = minimum(
        Logistic(slice(None)), WIDTH, penalty=PENALTY, on_step=lambda n, _: told.append(n)
    )
    assert told == list(range(1, found.steps + 1))


def test_a_search_that_does_not_end_is_an_error_and_no_result(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("gui.training.minimization.MOST_STEPS", 3)
    with pytest.raises(NoMinimumError, match="After 3 steps 40 weights still change"):
        minimum(Logistic(slice(None)), WIDTH, penalty=PENALTY)


def test_a_function_without_a_minimum_is_an_error() -> None:
    with pytest.raises(NoMinimumError, match="does not get nearer"):
        minimum(lambda weights: (float(weights.sum()), np.ones(2)), 2, penalty=1.0)
