"""Decides which of two articles is likelier the original, and on what evidence.

A copy is published later, lacks paragraphs, and has word pairs that other articles do not have. The
last two vote, and without a clear result nothing is decided. A date decides alone, unless all of
many words contradict it: then it is that of something else on the page, or was forged. Neither a
few odd words, which anybody may write, nor the length can overrule it: a later article may have
paragraphs of its own. If the days differ but a zone could reverse their order, words and length
cannot contradict them. Headlines, bylines and the like do not vote: a copy loses some of them, and
its site adds others.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from itertools import pairwise
from math import log

from ..dating.dates import Dated, order, order_of_days
from ..verifying.verification import SwappedWords, Verified

_CERTAIN = 1.0  # what the votes must add up to
# The words alone, where dates say otherwise: fifteen swaps, none against them. By chance the words
# of stories that were issued again with new figures said up to 3.2, for either side as often.
_AGAINST_A_DATE = 4.0
# How many swaps tell something: so many, and two more for each that tells the contrary. Of four
# that tell the same, that is as likely by chance as a coin that falls on one side four times.
_ENOUGH = 4
_MISSING = 8  # words beyond which missing ones count
_ODD = 2.0  # how many more of the swaps must be familiar on one side than on the other


class Earlier(Enum):
    """The evidence for the original; the value is written to the list."""

    DATE = "date"
    METADATA = "metadata"
    WORDS = "words"
    LENGTH = "length"
    CONTEXT = "context"
    SAME = "same text"
    LISTED = "list"
    UNKNOWN = "unknown"


def earlier(
    found: Verified,
    dates: tuple[Dated | None, Dated | None],
    frequency: Callable[[tuple[str, str]], int],
) -> tuple[int, Earlier]:
    """Return 1 if the first is the original, -1 if the second, 0 if unclear; and the evidence.

    *dates* are those of the articles; *frequency* returns in how many other articles two words are
    neighbours.
    """
    familiar = _familiar(found.swaps, frequency)
    votes = {Earlier.WORDS: _by_words(familiar), Earlier.LENGTH: _by_length(found.missing)}
    if max(familiar) < _ENOUGH + 2 * min(familiar):  # few words tell nothing, but cast doubt
        votes[Earlier.WORDS] = _against(votes[Earlier.LENGTH], votes[Earlier.WORDS])
    total = sum(votes.values())
    way = (total >= _CERTAIN) - (total <= -_CERTAIN)
    by_date = order(*dates)
    if by_date and votes[Earlier.WORDS] * -by_date < _AGAINST_A_DATE:
        by_metadata = any(own and own.by_metadata for own in dates)
        return by_date, Earlier.METADATA if by_metadata else Earlier.DATE
    if not way or (not by_date and way == -order_of_days(*dates)):
        return 0, Earlier.UNKNOWN
    return way, max(votes, key=lambda vote: votes[vote] * way)


def _against(vote: float, doubt: float) -> float:
    """Return as much of *doubt* as weakens a *vote* without reversing it."""
    return max(min(doubt, 0), -vote) if vote > 0 else min(max(doubt, 0), -vote)


def _familiar(
    swaps: Sequence[SwappedWords], frequency: Callable[[tuple[str, str]], int]
) -> tuple[int, int]:
    """Return at how many swaps the words of the first, and of the second, are more familiar.

    Each swap is a trial: on which side are the neighbouring words common in other articles? Figures
    do not count: the times and dates of a story that was issued again are as unfamiliar as the
    first ones.
    """
    familiar = [0, 0]
    for sides in swaps:
        if any(character.isdigit() for words in sides for word in words for character in word):
            continue
        known = [max((frequency(pair) for pair in pairwise(words)), default=0) for words in sides]
        if known[0] != known[1]:
            familiar[known[1] > known[0]] += 1
    return familiar[0], familiar[1]


def _by_words(familiar: tuple[int, int]) -> float:
    """Return the logarithm of the odds, with one trial more for each side."""
    return log((familiar[0] + 1) / (familiar[1] + 1)) / log(_ODD)


def _by_length(missing: tuple[int, int]) -> float:
    """Return how much more text only the first has than only the second."""
    return log((missing[0] + _MISSING) / (missing[1] + _MISSING)) / log(_ODD) / 2
