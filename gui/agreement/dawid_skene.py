"""Estimates the labels of pairs from annotators with different error rates.

A. P. Dawid and A. M. Skene, "Maximum likelihood estimation of observer error-rates using the EM
algorithm" (1979): how likely each label is for a pair, and how likely each annotator is to choose
one label where another is true, are estimated in turn until neither changes. crowd-kit has the
method too, but depends on transformers, pyarrow, nltk and 600 MB.

MACE's spammer, who draws labels from fixed shares, is a confusion matrix with equal rows, which is
found here as well; GLAD's difficulty of each pair needs more labels per pair than studies have.

Each annotator's errors start from some pseudo-ratings (a Dirichlet prior): somebody with few
ratings is not believed to be perfect, nor a spammer to be reliably wrong.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from .coefficients import Floats, Integers

_RIGHT, _WRONG = 1.5, 0.5  # ratings that nobody gave, shared among the labels of a row
_LEAST_CHANGE = 1e-6  # of a probability; then the estimates stand
_MOST_STEPS = 1_000


class Truth(NamedTuple):
    """``posterior`` of each label for each pair, ``confusion`` of each annotator, ``shares``.

    A row of a confusion matrix is the true label, a column the annotator's; rows sum to 1.
    ``shares`` are those of the labels among the pairs.
    """

    posterior: Floats
    confusion: Floats
    shares: Floats


def most_likely(ratings: Integers, labels: int) -> Truth:
    """Return the likely labels of pairs; *ratings* have the form that ``agreements`` takes.

    A pair without a rating gets the shares of all pairs.

    >>> most_likely(np.array([[0, 0, 0], [1, 1, 0], [1, 1, 1]]), 2).posterior.round(1).tolist()
    [[1.0, 0.0], [0.1, 0.9], [0.0, 1.0]]
    """
    patterns, inverse, counts = np.unique(ratings, axis=0, return_inverse=True, return_counts=True)
    said = np.eye(labels)[np.maximum(patterns, 0)] * (patterns >= 0)[..., None]
    votes = said.sum(axis=1)
    posterior = (votes + 1 / labels) / (votes.sum(axis=1, keepdims=True) + 1)
    prior = np.full((labels, labels), _WRONG / max(1, labels - 1))
    np.fill_diagonal(prior, _RIGHT)
    for _ in range(_MOST_STEPS):
        weighted = posterior * counts[:, None]
        shares = (weighted.sum(axis=0) + 1) / (counts.sum() + labels)
        confusion = np.einsum("pt,pas->ats", weighted, said) + prior
        confusion /= confusion.sum(axis=2, keepdims=True)
        scores = np.log(shares) + np.einsum("pas,ats->pt", said, np.log(confusion))
        scores -= scores.max(axis=1, keepdims=True)
        found = np.exp(scores)
        found /= found.sum(axis=1, keepdims=True)
        change = np.abs(found - posterior).max(initial=0.0)
        posterior = found
        if change < _LEAST_CHANGE:
            break
    return Truth(posterior[np.ravel(inverse)], confusion, shares)
