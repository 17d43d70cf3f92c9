"""The weights that tell passages which correspond from passages that only stand opposite.

Parts of training pairs, aligned with the weights that were learned before, are examples of the
one; parts of texts that are taken from two different pairs are examples of the other. Logistic
regression tells them apart, each kind counting as much as the other, so that even odds mean that
nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import scipy.optimize

from ..compare.comparison import SectionKind
from ..compare.correspondence import NAMES, evidence, is_word_for_word
from ..compare.model import Model
from ..compare.pair_alignment import PairAlignment
from ..compare.section_alignment import edges_of, parts_with_steps
from ..compare.tokens import number_tokens
from ..documents import read_text
from .corpus import Floats
from .pairs import Pair

_PENALTY = 0.1  # on the squared weights; a few hundred parts speak for each of them
_OTHERS = (1, 2)  # each reference is put beside the candidates of the next pairs but so many


def fit_belief(pairs: Sequence[Pair], model: Model) -> dict[str, float]:
    """Return the weights of ``correspondence.NAMES``, learned from *pairs* aligned by *model*."""
    right = [row for pair in pairs for row in _rows(pair.reference, pair.candidate, model)]
    wrong = [
        row
        for n, pair in enumerate(pairs)
        for other in _OTHERS
        if other % len(pairs)
        for row in _rows(pair.reference, pairs[(n + other) % len(pairs)].candidate, model)
    ]
    if not right or not wrong:
        return dict.fromkeys(NAMES, 0.0)
    values = np.array([[row[name] for name in NAMES] for row in (*right, *wrong)])
    signs = np.repeat((1.0, -1.0), (len(right), len(wrong)))
    shares = np.repeat((0.5 / len(right), 0.5 / len(wrong)), (len(right), len(wrong)))
    shares *= len(right)

    def loss(weights: Floats) -> tuple[float, Floats]:
        margins = signs * (values @ weights)
        lost = shares @ np.logaddexp(0.0, -margins) + _PENALTY / 2 * (weights @ weights)
        slopes = -shares * signs / (1.0 + np.exp(np.minimum(margins, 500.0)))
        return float(lost), values.T @ slopes + _PENALTY * weights

    found = scipy.optimize.minimize(loss, np.zeros(len(NAMES)), jac=True, method="L-BFGS-B")
    return dict(zip(NAMES, found.x.tolist(), strict=True))


def _rows(reference: str, candidate: str, model: Model) -> Iterator[Mapping[str, float]]:
    """Yield what speaks for each part that two texts are cut into, and against it."""
    sides = number_tokens(read_text(reference), read_text(candidate))
    aligned = PairAlignment(sides, model)
    main = aligned.main
    for entry, steps in parts_with_steps(main, main.steps(), edges_of(main, aligned.units)):
        if entry.kind is not SectionKind.PAIRED or is_word_for_word(steps):
            continue
        if entry.reference and entry.candidate:
            part = (*entry.reference, *entry.candidate)
            yield evidence(part, steps, main.sequences, main.swaps)
