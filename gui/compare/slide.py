"""Where a run may stand in several places, the place a reader would choose.

An edit script is often not unique: in ``the old [and the] new`` or ``the [old and] the new``
the same words were put in. diff-match-patch slides such runs to word edges
(``diff_cleanupSemanticLossless``); here the tokens are words already, and runs slide to the
edges of sentences, clauses and brackets.
"""

from __future__ import annotations

from collections.abc import Sequence

from .words import Match

_ENDS = frozenset(".!?\u2026\u3002")
_PAUSES = frozenset(",;:\u2013\u2014")
_OPENING = frozenset("([{\u201c\u2018\u00ab")
_CLOSING = frozenset(")]}\u201d\u2019\u00bb")


def slide(
    matches: Sequence[Match],
    ids: tuple[Sequence[int], Sequence[int]],
    texts: Sequence[Sequence[str]],
) -> list[Match]:
    """Return *matches* with every one-sided run moved to its best place.

    *ids* and *texts* are the tokens of both sides. ``condition [MATH] [SUM]`` against
    ``condition [SUM]`` lost ``[MATH]``, not ``MATH] [``.
    """
    found = list(matches)
    n = 0
    while n + 1 < len(found):
        (i, j), (x, y) = found[n], found[n + 1]
        if x - i > 1 and y - j == 1:
            n = _slide_run(found, n, 0, ids[0], texts[0])
        elif y - j > 1 and x - i == 1:
            n = _slide_run(found, n, 1, ids[1], texts[1])
        n += 1
    return found


def _slide_run(
    found: list[Match], n: int, side: int, ids: Sequence[int], texts: Sequence[str]
) -> int:
    """Slide the run between matches *n* and *n* + 1; return the match that now precedes it.

    A step to the left gives the run's last token to the candidate's word before it, which is
    the same, and a step to the right the other way round.
    """
    start, end = found[n][side] + 1, found[n + 1][side]
    other = 1 - side
    left = 0
    while (
        n - left >= 0
        and found[n - left][side] == start - 1 - left
        and found[n - left][other] == found[n][other] - left
        and start - 1 - left >= 0
        and ids[start - 1 - left] == ids[end - 1 - left]
    ):
        left += 1
    right = 0
    while (
        n + 1 + right < len(found)
        and found[n + 1 + right][side] == end + right
        and found[n + 1 + right][other] == found[n + 1][other] + right
        and ids[start + right] == ids[end + right]
    ):
        right += 1
    if not left and not right:
        return n
    best = max(
        range(-left, right + 1), key=lambda by: (_fit(texts, start + by, end + by), -abs(by))
    )
    for step in range(1, -best + 1):
        at = n + 1 - step
        found[at] = _placed(end - step, found[at][other], side)
    for step in range(best):
        at = n + 1 + step
        found[at] = _placed(start + step, found[at][other], side)
    return n + best


def _placed(own: int, other: int, side: int) -> Match:
    return (own, other) if side == 0 else (other, own)


def _fit(texts: Sequence[str], start: int, end: int) -> int:
    """Return how natural a stretch the tokens ``[start, end)`` are."""
    return _edge(texts, start) + _edge(texts, end)


def _edge(texts: Sequence[str], at: int) -> int:
    """Return how strong the break before token *at* is."""
    if at == 0 or at == len(texts):
        return 4
    before, after = texts[at - 1], texts[at]
    if before in _ENDS:
        return 4
    if before in _PAUSES or before in _CLOSING or after in _OPENING:
        return 2
    return 1 if after in _PAUSES or after in _ENDS else 0
