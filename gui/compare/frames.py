"""The frame of a sentence: its function words and signs, with any word in between."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Indel

_ANY = -1  # stands for a content word
LONGEST = 400  # tokens of a sentence; longer ones are not looked through word by word
_ALIKE = 0.85  # unrelated sentences of one length and language reach .75
_FUNCTION_WORDS = 3  # fewer prove nothing


def same_frame(a: Sequence[int], b: Sequence[int], weights: Sequence[float]) -> bool:
    """Return whether two sentences are built alike, whatever their content words are.

    A spinner that swaps every content word leaves the frame: ``The valley's farmers say the
    cut will be felt`` and ``The vale's growers declare the discount will be sensed`` are
    ``the * * * the * will be *``. It counts only where both stand alone in the same place.
    """
    if max(len(a), len(b)) > LONGEST:
        return False
    frames = [[t if weights[t] < 1 else _ANY for t in ids] for ids in (a, b)]
    if min(sum(0 < weights[t] < 1 for t in ids) for ids in (a, b)) < _FUNCTION_WORDS:
        return False
    return Indel.normalized_similarity(*frames) >= _ALIKE
