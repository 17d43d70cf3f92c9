"""The minimum of a convex function, to more digits than are written of it.

On another kind of processor sums are rounded otherwise, and a search that ends early ends elsewhere
there. So this one goes on until the minimum is known to be nearer than ``NEAR``, which is far less
than the last digit that is written of a weight. That can be known: a penalty on the squared weights
makes the function at least as curved as the penalty in all directions, so the minimum is no further
away than the length of the gradient divided by the penalty.

The search is L-BFGS (Nocedal and Wright, *Numerical Optimization*, 2006, chapter 7). Values of the
function are no guide so near to the minimum, where they differ by less than what rounding does to
their sum; the step along each direction is found by the slope alone, which suffices where a
function is convex.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Loss = Callable[[Floats], tuple[float, Floats]]  # the value of a function, and its gradient

NEAR = 1e-9
_MEMORY = 80  # steps that tell the curvature; with 20 a search takes half as long again
MOST_STEPS = 2000  # steps; what is learned here takes some 250
_TRIES = 30  # of the length of a step
_FLAT = 0.9  # share of its slope that a direction may have left behind a step
_LONGER = 4.0  # times a step that is too short
_INSIDE = 0.1  # share of the lengths still possible that is left out at both ends


class NoMinimumError(Exception):
    """A search has not come near to the minimum; the message is one sentence."""


class Minimum(NamedTuple):
    """Where a function is least, its value there, and how many steps led there."""

    weights: Floats
    value: float
    steps: int


class _Step(NamedTuple):
    """A step, and how the gradient changed over it."""

    shift: Floats
    change: Floats

    @property
    def product(self) -> float:
        return float(self.shift @ self.change)


class _Place(NamedTuple):
    weights: Floats
    value: float
    gradient: Floats


def minimum(
    loss: Loss,
    width: int,
    *,
    penalty: float,
    on_step: Callable[[int, float], None] | None = None,
) -> Minimum:
    """Return the minimum of a convex function of *width* weights, found from zero.

    The function contains half the squared weights times *penalty*. *on_step* is called after each
    step with its number and the value.

    >>> far = np.array([3.0, 0.001])
    >>> found = minimum(lambda w: (float(w @ w) / 2 - far @ w, w - far), 2, penalty=1.0)
    >>> found.weights.round(6).tolist()
    [3.0, 0.001]
    """
    start = np.zeros(width)
    place = _Place(start, *loss(start))
    memory: list[_Step] = []
    for n in range(MOST_STEPS):
        if np.linalg.norm(place.gradient) <= NEAR * penalty:
            return Minimum(place.weights, place.value, n)
        new = _along(loss, place, _direction(place.gradient, memory))
        memory.append(_Step(new.weights - place.weights, new.gradient - place.gradient))
        del memory[:-_MEMORY]
        place = new
        if on_step:
            on_step(n + 1, place.value)
    raise NoMinimumError(f"After {MOST_STEPS} steps {width} weights still change.")


def _direction(gradient: Floats, memory: Sequence[_Step]) -> Floats:
    """Return the step to where the minimum would be, as far as *memory* tells the curvature."""
    if not memory:
        first: Floats = -gradient / np.linalg.norm(gradient)
        return first
    found = -gradient
    factors = []
    for step in reversed(memory):
        factor = (step.shift @ found) / step.product
        found = found - factor * step.change
        factors.append(factor)
    last = memory[-1]
    found = found * (last.product / (last.change @ last.change))
    for step, factor in zip(memory, reversed(factors), strict=True):
        found = found + (factor - (step.change @ found) / step.product) * step.shift
    return found


def _along(loss: Loss, place: _Place, direction: Floats) -> _Place:
    """Return a place in a *direction* where the function slopes less in it than it does here."""
    slope = float(place.gradient @ direction)
    short, short_slope = 0.0, slope
    long = long_slope = 0.0  # none is known yet
    length = 1.0
    for _ in range(_TRIES):
        weights = place.weights + length * direction
        new = _Place(weights, *loss(weights))
        own = float(new.gradient @ direction)
        if abs(own) <= _FLAT * abs(slope):
            return new
        if own < 0.0:
            short, short_slope = length, own
        else:
            long, long_slope = length, own
        if not long:
            length *= _LONGER
            continue
        share = short_slope / (short_slope - long_slope)
        length = short + (long - short) * min(max(share, _INSIDE), 1.0 - _INSIDE)
    raise NoMinimumError(
        f"A search for {len(direction)} weights does not get nearer to the minimum."
    )
