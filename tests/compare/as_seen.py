"""Two texts as the aligner sees them, for tests that make the steps themselves."""

from __future__ import annotations

from gui.compare.modelling.scoring_model import load_model
from gui.compare.modelling.sequences import SequencePair, breaks_of, find_units, sequence_of
from gui.compare.modelling.swap_features import SwapScorer
from gui.compare.tokenizing.tokens import TokenPair, number_tokens
from gui.documents import read_text


def as_seen(reference: str, candidate: str) -> tuple[TokenPair, SequencePair, SwapScorer]:
    """Return the tokens of two texts, what is known of each, and the scorer of their swaps."""
    sides = number_tokens(read_text(reference), read_text(candidate))
    swaps = SwapScorer(sides[0].names, sides[0].classes, load_model().thesaurus)
    first, second = (
        sequence_of(side, range(len(side.ids)), swaps, breaks_of(side, find_units(side)), (), n)
        for n, side in enumerate(sides)
    )
    return sides, (first, second), swaps
