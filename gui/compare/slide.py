"""Where a run may stand in several places, the place a reader would choose.

An edit script is often not unique: in ``the old [and the] new`` or ``the [old and] the new``
the same words were put in. diff-match-patch slides such runs to word edges
(``diff_cleanupSemanticLossless``); here the tokens are words already, and runs slide to the
edges of sentences, clauses and brackets.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .words import Match

_ENDS = frozenset(".!?\u2026\u3002")
_PAUSES = frozenset(",;:\u2013\u2014")
_OPENING = frozenset("([{\u201c\u2018\u00ab")
_CLOSING = frozenset(")]}\u201d\u2019\u00bb")


def slide(
    matches: Sequence[Match],
    ids: tuple[Sequence[int], Sequence[int]],
    texts: Sequence[Sequence[str]],
    weights: Sequence[float],
) -> list[Match]:
    """Return *matches* with every one-sided run moved to its best place.

    *ids* and *texts* are the tokens of both sides, *weights* those of the keys. ``in years [low]
    [medium]`` against ``in years [medium]`` lost ``[low]``, not ``low] [``.
    """
    found = list(matches)
    n = 0
    while n + 1 < len(found):
        (i, j), (x, y) = found[n], found[n + 1]
        if x - i > 1 and y - j == 1:
            n = _slide_run(found, n, 0, ids[0], texts[0], weights)
        elif y - j > 1 and x - i == 1:
            n = _slide_run(found, n, 1, ids[1], texts[1], weights)
        n += 1
    return found


def _slide_run(
    found: list[Match],
    n: int,
    side: int,
    ids: Sequence[int],
    texts: Sequence[str],
    weights: Sequence[float],
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

    def fit(by: int) -> tuple[float, int]:
        # Function words lead to the word behind them: "[and the butter]", not "[butter and the]".
        last = weights[ids[end + by - 1]] >= 1
        return _edge(texts, start + by) + _edge(texts, end + by) + last, -abs(by)

    best = max(range(-left, right + 1), key=fit)
    for step in range(1, -best + 1):
        at = n + 1 - step
        found[at] = _placed(end - step, found[at][other], side)
    for step in range(best):
        at = n + 1 + step
        found[at] = _placed(start + step, found[at][other], side)
    return n + best


def _placed(own: int, other: int, side: int) -> Match:
    return (own, other) if side == 0 else (other, own)


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


def rebalance(
    matches: Sequence[Match],
    ids: tuple[Sequence[int], Sequence[int]],
    sizes: tuple[int, int],
    is_content: Callable[[int], bool],
) -> list[Match]:
    """Return *matches* with function words kept where they leave as many words on both sides.

    ``The zero part`` against ``We draw the line where the zeroth part`` keeps the second
    ``the``, which has ``zero`` and ``zeroth`` behind it, not the first.
    """
    found = list(matches)
    for n, (i, j) in enumerate(found):
        if is_content(i):
            continue
        before = found[n - 1] if n else (-1, -1)
        behind = found[n + 1] if n + 1 < len(found) else sizes
        gaps = (i - before[0] - 1, j - before[1] - 1), (behind[0] - i - 1, behind[1] - j - 1)
        surplus = gaps[1][1] - gaps[1][0], gaps[0][1] - gaps[0][0]
        # Move it away from the side with the surplus; what it leaves joins the other gap.
        if surplus[0] and gaps[1][0] and gaps[1][1] and any(gaps[0]):
            moved = (i, j + surplus[0]) if surplus[0] > 0 else (i - surplus[0], j)
        elif surplus[1] and gaps[0][0] and gaps[0][1] and any(gaps[1]):
            moved = (i, j - surplus[1]) if surplus[1] > 0 else (i + surplus[1], j)
        else:
            continue
        if (
            before[0] < moved[0] < behind[0]
            and before[1] < moved[1] < behind[1]
            and (ids[0][moved[0]] == ids[1][moved[1]])
        ):
            found[n] = moved
    return found
