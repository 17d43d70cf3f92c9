"""What is learned after the weights of the aligner, in stages: each aligns with what is there.

The cuts come first: they change the steps that speak for two passages corresponding. Up to the
number that tells how sure one must be that a sentence moved, everything is learned from the first
alignment of two texts; a second look at what it left (``leftovers``) rests on that number.
What tells a sentence that was replaced by another from one that was written anew, and one that
moved from all others, rests on the weights of correspondence; so do short passages and stories.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..compare.modelling.correspondence import MOVED
from ..compare.modelling.scoring_model import Model
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
    found = dict(weights)
    found |= _rounded(fit_cuts(pairs, Model(found, thesaurus)))
    found |= _correspondence(pairs, Model(found, thesaurus))
    found |= fit_inside(pairs, Model(found, thesaurus))
    found |= fit_moved(pairs, Model(found, thesaurus))
    found |= fit_passages(pairs, Model(found, thesaurus))
    # As correspondence is, stories are learned from what a first alignment puts together.
    first = {name: weight for name, weight in found.items() if name != MOVED}
    return found | fit_stories(pairs, unrelated, Model(first, thesaurus))


def fit_unaided(pairs: Sequence[MarkedPair], weights: Mapping[str, float]) -> dict[str, float]:
    """Return the *weights* of the aligner without a thesaurus with those of its cuts.

    What corresponds at all is decided by the others (``compare.aligning.unaided``).
    """
    return {**weights, **_rounded(fit_cuts(pairs, Model(weights)))}


def _correspondence(pairs: Sequence[MarkedPair], model: Model) -> dict[str, float]:
    found = _rounded(fit_correspondence(pairs, model))
    return found | fit_between(pairs, Model({**model.weights, **found}, model.thesaurus))


def _rounded(weights: Mapping[str, float]) -> dict[str, float]:
    return {name: round(weight, LEARNING.decimals) for name, weight in weights.items()}
