"""The frame of a sentence: its function words and signs, with any word in between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

_ANY = -1  # stands for a content word
LONGEST = 400  # tokens of a sentence; longer ones are not looked through word by word
_ALIKE = 0.85  # unrelated sentences of one length and language reach .75
_FUNCTION_WORDS = 3  # fewer prove nothing


@dataclass(frozen=True)
class Frame:
    """The frame of a sentence and how many function words it has."""

    ids: tuple[int, ...]
    functions: int


def frame_of(ids: Sequence[int], weights: Sequence[float]) -> Frame:
    """Return the frame of a sentence; ``weights`` are those of ``keys.weight``."""
    return Frame(
        tuple([t if weights[t] < 1 else _ANY for t in ids]),
        sum([0 < weights[t] < 1 for t in ids]),
    )


def same_frame(a: Frame, b: Frame) -> bool:
    """Return whether two sentences are built alike, whatever their content words are.

    A spinner that swaps every content word leaves the frame: ``The valley's farmers say the
    cut will be felt`` and ``The vale's growers declare the discount will be sensed`` are
    ``the * * * the * will be *``. It counts only where both stand alone in the same place.
    """
    if min(a.functions, b.functions) < _FUNCTION_WORDS:
        return False
    length = len(a.ids), len(b.ids)
    if max(length) > LONGEST or 2 * min(length) < _ALIKE * sum(length):
        return False
    return Indel.normalized_similarity(a.ids, b.ids, score_cutoff=_ALIKE) > 0
