"""What the model makes of annotators whose abilities are known, beside the majority.

    python -m tests.benchmarks.annotators [PAIRS [STUDIES]]

Five annotators, the last of whom says anything, label PAIRS pairs (1,000) in each of some STUDIES
(20). Prints how often the likeliest label is right, and the reliability diagram: what the model
says of its answers against how often they are right. Asserts nothing.
"""

from __future__ import annotations

import sys
import time

import numpy as np

from gui.agreement.coefficients import agreements
from gui.agreement.dawid_skene import most_likely

_ABILITIES = (0.9, 0.8, 0.7, 0.6, 0.0)  # of saying the true label; else any label
_SHARES = (0.7, 0.2, 0.1)  # of the labels among the pairs
_BINS = 10
_WIDTH = 40  # columns of a bar


def main(arguments: list[str]) -> None:
    """Print the tables."""
    pairs, studies = [*map(int, arguments), *(1_000, 20)[len(arguments) :]]
    right = {"model": [], "majority": []}  # type: dict[str, list[float]]
    said: list[np.ndarray] = []
    are_right: list[np.ndarray] = []
    chance = np.random.default_rng(7)
    labels = len(_SHARES)
    for _ in range(studies):
        truth = chance.choice(labels, pairs, p=_SHARES)
        ratings = np.stack(
            [
                np.where(chance.random(pairs) < own, truth, chance.integers(0, labels, pairs))
                for own in _ABILITIES
            ],
            axis=1,
        )
        posterior = most_likely(ratings, labels).posterior
        is_right = posterior.argmax(axis=1) == truth
        votes = np.eye(labels)[ratings].sum(axis=1)
        right["model"].append(is_right.mean())
        right["majority"].append((votes.argmax(axis=1) == truth).mean())
        said.append(posterior.max(axis=1))
        are_right.append(is_right)
    for name, shares in right.items():
        print(f"{name:<10} right {np.mean(shares):.4f} ± {np.std(shares):.4f}")
    _diagram(np.concatenate(said), np.concatenate(are_right))
    start = time.process_time()
    agreements(ratings, labels)
    print(f"agreement with intervals, {pairs:,} pairs: {time.process_time() - start:.2f} s")


def _diagram(said: np.ndarray, is_right: np.ndarray) -> None:
    """Print how often answers are right by how probable they are said to be."""
    bins = np.minimum(_BINS - 1, (_BINS * said).astype(int))
    error = 0.0
    print("said    right   answers")
    for n in np.unique(bins):
        inside = bins == n
        mean, share = said[inside].mean(), is_right[inside].mean()
        error += abs(mean - share) * inside.mean()
        print(f"{mean:.3f}   {share:.3f}   {inside.sum():>7,}  {'█' * round(_WIDTH * share)}")
    print(f"expected calibration error {error:.4f}")


if __name__ == "__main__":
    main(sys.argv[1:])
