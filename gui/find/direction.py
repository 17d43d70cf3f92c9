"""Which of two articles is likelier the original, and what tells so.

A copy is published later, and lacks paragraphs; whoever made it puts words side by side that
other articles do not have side by side. The last two vote, and where nothing adds up, nothing is
said. A date decides alone, unless all of many words say otherwise: then it is that of something
else on the page, or was forged. Neither a few odd words, which anybody may write, nor the length
tell anything against it: a later article may have paragraphs of its own. Where the days differ
but a zone could turn their order, neither words nor length tell the contrary. Headlines, bylines
and the like do not vote: what a copy loses of them, the site around it adds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from itertools import pairwise
from math import log

from .dates import Dated, order, order_of_days
from .verification import Verified

_CERTAIN = 1.0  # what the votes must add up to
# The words alone, where dates say otherwise: fifteen swaps, none against them. By chance the words
# of stories that were issued again with new figures said up to 3.2, for either side as often.
_AGAINST_A_DATE = 4.0
# How many swaps tell something: so many, and two more for each that tells the contrary. Of four
# that tell the same, that is as likely by chance as a coin that falls on one side four times.
_ENOUGH = 4
_MISSING = 8  # words beyond which missing ones count
_ODD = 2.0  # how many more of the swaps must be familiar on one side than on the other
Swap = tuple[tuple[str, ...], tuple[str, ...]]


class Earlier(Enum):
    """What tells the original; the value stands in the list."""

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
    """Return 1 if the first is the original, -1 if the second, 0 if nothing tells; and what does.

    *dates* are those of the articles; *frequency* tells in how many other articles two words stand
    side by side.
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
    """Return as much of *doubt* as takes from a *vote*, and turns it no other way."""
    return max(min(doubt, 0), -vote) if vote > 0 else min(max(doubt, 0), -vote)


def _familiar(
    swaps: Sequence[Swap], frequency: Callable[[tuple[str, str]], int]
) -> tuple[int, int]:
    """Return at how many swaps the words of the first are more familiar, and of the second.

    Each swap is a trial: on which side do other articles know the words side by side? Figures are
    no trial: the times and dates of a story that was issued again are as strange as those it had
    first.
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
    """Return how much more the first has that the second lacks, than the other way round."""
    return log((missing[0] + _MISSING) / (missing[1] + _MISSING)) / log(_ODD) / 2
