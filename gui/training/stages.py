"""What is learned after the weights of the aligner, in stages: each aligns with what is there.

Cuts and correspondence depend on each other. Pairs with moved passages teach no cuts, and without
weights of correspondence two sentences that share a few related words pass for one that has moved;
so correspondence is learned before the cuts. But cuts change the steps that speak for it; so it is
learned once more behind them, from steps as a comparison sees them. What tells a sentence that was
replaced by another from one that was written anew, and one that moved from all others, rests on
all of that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..compare.scoring_model import Model
from ..lexicon.thesaurus import Related
from .fit import fit_correspondence
from .fit_cuts import fit_cuts
from .fit_stories import fit_stories
from .hyperparameters import LEARNING
from .marked_pairs import MarkedPair
from .neighbours import fit_between, fit_inside
from .passages import fit_passages
from .reordered import fit_moved


def fit_stages(
    pairs: Sequence[MarkedPair],
    weights: Mapping[str, float],
    thesaurus: Related,
    unrelated: Sequence[MarkedPair] = (),
) -> dict[str, float]:
    """Return the *weights* of the aligner with those of cuts, correspondence and short passages.

    All are learned from *pairs*, and rounded as they are written, before they are used. *unrelated*
    ones teach what tells one story from two of one kind.
    """
    aligner = dict(weights)
    believed = _correspondence(pairs, Model(aligner, thesaurus))
    cuts = fit_cuts(pairs, Model(aligner | believed, thesaurus))
    found = aligner | _rounded(cuts)
    found |= _correspondence(pairs, Model(found, thesaurus))
    found |= fit_inside(pairs, Model(found, thesaurus))
    found |= fit_moved(pairs, Model(found, thesaurus))
    found |= fit_passages(pairs, Model(found, thesaurus))
    return found | fit_stories(pairs, unrelated, Model(found, thesaurus))


def _correspondence(pairs: Sequence[MarkedPair], model: Model) -> dict[str, float]:
    found = _rounded(fit_correspondence(pairs, model))
    return found | fit_between(pairs, Model({**model.weights, **found}, model.thesaurus))


def _rounded(weights: Mapping[str, float]) -> dict[str, float]:
    return {name: round(weight, LEARNING.decimals) for name, weight in weights.items()}
