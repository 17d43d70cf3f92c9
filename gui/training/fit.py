"""The weights that make the right paths likeliest.

The objective is the log-likelihood of the right path of every part, less a penalty on the
squared weights. It is concave, so that there is one maximum wherever the search begins; L-BFGS
finds it (Byrd, Lu, Nocedal and Zhu 1995). Processes may share the parts; whatever their number,
the same sums are made in the same order.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import NamedTuple

import numpy as np
import scipy.optimize

from .corpus import Floats, Part
from .feature_names import FEATURES
from .lattice import log_sum_and_expected

Sums = tuple[Floats, Floats]  # for each part the logarithm of its paths, and the gradient of it
Evaluator = Callable[[Floats], Sums]


class Fit(NamedTuple):
    """The weights found, by ``FEATURES``, and how the search went."""

    weights: Floats
    log_likelihood: float
    iterations: int
    converged: bool


def fit(
    parts: Sequence[Part],
    *,
    penalty: float,
    iterations: int,
    jobs: int = 1,
    tell: Callable[[int, float], None] | None = None,
) -> Fit:
    """Return the weights that maximize the penalized likelihood of the right paths.

    After each iteration *tell* is called with its number and the objective. Features that no
    path in *parts* has keep the weight 0.
    """
    right = np.sum([part.right for part in parts], axis=0)
    done = 0

    def told(intermediate_result: scipy.optimize.OptimizeResult) -> None:
        nonlocal done
        done += 1
        if tell:
            tell(done, -float(intermediate_result.fun))

    with _evaluator(parts, jobs) as evaluate:

        def loss(weights: Floats) -> tuple[float, Floats]:
            log_sums, expected = evaluate(weights)
            value = log_sums.sum() - right @ weights + penalty / 2 * (weights @ weights)
            gradient = expected.sum(axis=0) - right + penalty * weights
            return float(value), gradient

        found = scipy.optimize.minimize(
            loss,
            np.zeros(len(FEATURES)),
            jac=True,
            method="L-BFGS-B",
            options={"maxiter": iterations},
            callback=told,
        )
    return Fit(found.x, -float(found.fun), int(found.nit), bool(found.success))


def evaluate_all(parts: Sequence[Part], weights: Floats) -> Sums:
    """Return the logarithm of the summed paths of each part, and the gradients, one a row."""
    found = [log_sum_and_expected(part, weights) for part in parts]
    return np.array([own for own, _ in found]), np.array([own for _, own in found])


@contextmanager
def _evaluator(parts: Sequence[Part], jobs: int) -> Iterator[Evaluator]:
    """Provide what evaluates *parts*: this process, or *jobs* others with a share of them each."""
    if jobs <= 1:
        yield lambda weights: evaluate_all(parts, weights)
        return
    # The largest first, dealt out in turn: every process has about the same work.
    order = sorted(range(len(parts)), key=lambda n: (-np.prod(parts[n].size), n))
    shares = [order[k::jobs] for k in range(jobs)]
    # New interpreters: numpy's threads do not survive a fork.
    context = multiprocessing.get_context("spawn")
    pipes = [context.Pipe() for _ in shares]
    processes = [
        context.Process(target=_work, args=([parts[n] for n in share], theirs), daemon=True)
        for share, (_, theirs) in zip(shares, pipes, strict=True)
    ]
    try:
        for process, (_, theirs) in zip(processes, pipes, strict=True):
            process.start()
            theirs.close()  # so that the death of a process ends its pipe
        yield lambda weights: _gathered(shares, [ours for ours, _ in pipes], weights)
    finally:
        for ours, _ in pipes:
            ours.close()
        for process in processes:
            if process.pid is not None:
                process.join()


def _gathered(
    shares: Sequence[Sequence[int]], connections: Sequence[Connection], weights: Floats
) -> Sums:
    """Return what the processes find, in the order of the parts."""
    for connection in connections:
        connection.send(weights)
    count = sum(map(len, shares))
    log_sums, expected = np.zeros(count), np.zeros((count, len(FEATURES)))
    for share, connection in zip(shares, connections, strict=True):
        log_sums[share], expected[share] = connection.recv()
    return log_sums, expected


def _work(parts: Sequence[Part], connection: Connection) -> None:
    """Answer weights with what *parts* give for them, until the pipe ends."""
    try:
        while True:
            connection.send(evaluate_all(parts, connection.recv()))
    except (EOFError, OSError, KeyboardInterrupt):
        return
