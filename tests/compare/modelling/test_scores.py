"""What a place and what was seen elsewhere add to the score of a step."""

from __future__ import annotations

import pytest

from gui.compare.modelling.scores import Scores
from gui.compare.modelling.sequences import (
    BEYOND,
    SequencePair,
    TextPair,
    TokenSequence,
    sequence_of,
)
from gui.compare.modelling.swap_features import CONTENT, SwapScorer
from gui.compare.tokenizing.tokens import number_tokens
from gui.documents import read_text
from gui.lexicon.thesaurus import NoThesaurus

WORDS = [f"w{n}" for n in range(400)]
SWAPS = SwapScorer(WORDS, [None] * len(WORDS), NoThesaurus())


def sequence(near: list[float]) -> TokenSequence:
    """Return a sentence of different content words, of whose places this share was kept."""
    size = len(near)
    none = [0] * (size + 1)
    ids, kinds = [*range(size), BEYOND], [CONTENT] * size
    return TokenSequence(ids, kinds, none, none, none, none, (near, near, near))


def test_where_less_than_a_tenth_was_kept_near_by_a_word_is_lone() -> None:
    places = sequence([0.09, 0.11])
    scores = Scores(SequencePair(places, places, SWAPS), {"gap_lone": 1.0})
    assert scores.gap_at[0] == [1.0, 0.0]


@pytest.mark.parametrize(("times", "share"), [(1, 0.25), (3, 0.75), (4, 1.0), (5, 1.0)])
def test_a_swap_seen_four_times_elsewhere_is_as_good_as_certain(times: int, share: float) -> None:
    places = sequence([0.5, 0.5])
    scores = Scores(SequencePair(places, places, SWAPS), {"seen_often": 1.0})
    scores.learn({((0,), (1,)): times})
    assert (scores.swap_features(0, 1) or {})["seen_often"] == share
    found = scores.swap(0, 1)
    assert found
    assert found[0] == share
    assert scores.seen_stretch(0, 2, 0, 2, times) == share


@pytest.mark.parametrize(("kind", "reach"), [(0, 12), (1, 60)])
def test_what_was_kept_counts_12_and_60_tokens_away(kind: int, reach: int) -> None:
    sides = number_tokens(read_text(" ".join(WORDS)), read_text("w0"))
    texts = TextPair(sides, ((), ()), ([0] * 401, [0] * 2), SWAPS)
    found = sequence_of(texts, 0, range(400), [(200, 0, 1)])
    near = found.near[kind]
    places = [n for n in range(100, 300) if near[n] > near[99]]
    assert (places[0], places[-1]) == (200 - reach + 1, 200 + reach)


def test_what_stands_behind_the_last_word_is_no_word() -> None:
    sides = number_tokens(read_text("one two"), read_text("one"))
    texts = TextPair(sides, ((), ()), ([0] * 3, [0] * 2), SWAPS)
    assert sequence_of(texts, 0, range(2), []).ids[-1] < 0
