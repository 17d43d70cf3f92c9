"""Two texts as the aligner sees them, for tests that make the steps themselves."""

from __future__ import annotations

from gui.compare.modelling.scoring_model import load_model
from gui.compare.modelling.sequences import SequencePair, TextPair, sequence_of
from gui.compare.modelling.swap_features import SwapScorer
from gui.compare.tokenizing.tokens import TokenPair, number_tokens
from gui.documents import read_text


def as_seen(reference: str, candidate: str) -> tuple[TokenPair, SequencePair]:
    """Return the tokens of two texts, and what is known of each."""
    sides = number_tokens(read_text(reference), read_text(candidate))
    swaps = SwapScorer(sides[0].names, sides[0].classes, load_model().thesaurus)
    texts = TextPair.of(sides, swaps)
    first, second = (sequence_of(texts, n, range(len(s.ids)), ()) for n, s in enumerate(sides))
    return sides, SequencePair(first, second, swaps)
