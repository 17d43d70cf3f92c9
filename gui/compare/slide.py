"""Where a run may stand in several places, the place a reader would choose.

An edit script is often not unique: in ``the old [and the] new`` or ``the [old and] the new``
the same words were put in. diff-match-patch slides such runs to word edges
(``diff_cleanupSemanticLossless``); here the tokens are words already, and runs slide to the
edges of sentences, clauses and brackets.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .cancel import Check, no_check
from .words import Block

_OFTEN = 512  # blocks between two questions to the caller
_ENDS = frozenset(".!?\u2026\u3002")
_PAUSES = frozenset(",;:\u2013\u2014")
_OPENING = frozenset("([{\u201c\u2018\u00ab")
_CLOSING = frozenset(")]}\u201d\u2019\u00bb")


def slide(
    blocks: Sequence[Block],
    ids: tuple[Sequence[int], Sequence[int]],
    texts: Sequence[Sequence[str]],
    weights: Sequence[float],
    check: Check = no_check,
) -> list[Block]:
    """Return *blocks* with every one-sided run between two of them moved to its best place.

    *ids* and *texts* are the tokens of both sides, *weights* those of the keys. ``in years [low]
    [medium]`` against ``in years [medium]`` lost ``[low]``, not ``low] [``.
    """
    found = list(blocks)
    n = 0
    while n + 1 < len(found):
        if not n % _OFTEN:
            check()
        (i, j, before), (x, y, behind) = found[n], found[n + 1]
        if j + before == y:
            by = _best_place((i + before, x), (before, behind), ids[0], texts[0], weights)
        elif i + before == x:
            by = _best_place((j + before, y), (before, behind), ids[1], texts[1], weights)
        else:
            by = 0
        found[n] = i, j, before + by
        found[n + 1] = x + by, y + by, behind - by
        if behind == by:
            del found[n + 1]
        if before + by:
            n += 1
        else:
            del found[n]
    return found


def _best_place(
    run: tuple[int, int],
    limits: tuple[int, int],
    ids: Sequence[int],
    texts: Sequence[str],
    weights: Sequence[float],
) -> int:
    """Return by how many tokens the run ``[start, end)`` of one side is best moved to the right.

    *limits* are the lengths of the equal blocks before and behind it. A step to the left gives
    the run's last token to the other side's word before it, which is the same, and a step to
    the right the other way round.
    """
    start, end = run
    left = right = 0
    while left < limits[0] and ids[start - 1 - left] == ids[end - 1 - left]:
        left += 1
    while right < limits[1] and ids[start + right] == ids[end + right]:
        right += 1
    if not left and not right:
        return 0

    def fit(by: int) -> tuple[float, int]:
        # Function words lead to the word behind them: "[and the butter]", not "[butter and the]".
        last = weights[ids[end + by - 1]] >= 1
        return _edge(texts, start + by) + _edge(texts, end + by) + last, -abs(by)

    return max(range(-left, right + 1), key=fit)


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
    blocks: Sequence[Block],
    ids: tuple[Sequence[int], Sequence[int]],
    sizes: tuple[int, int],
    is_content: Callable[[int], bool],
) -> list[Block]:
    """Return *blocks* with function words kept where they leave as many words on both sides.

    ``The zero part`` against ``We draw the line where the zeroth part`` keeps the second
    ``the``, which has ``zero`` and ``zeroth`` behind it, not the first.
    """
    found = list(blocks)
    for n, (i, j, size) in enumerate(found):
        if size > 1 or is_content(i):
            continue
        last = found[n - 1] if n else (0, 0, 0)
        before = last[0] + last[2], last[1] + last[2]
        behind = found[n + 1] if n + 1 < len(found) else sizes
        gaps = (i - before[0], j - before[1]), (behind[0] - i - 1, behind[1] - j - 1)
        surplus = gaps[1][1] - gaps[1][0], gaps[0][1] - gaps[0][0]
        # Move it away from the side with the surplus; what it leaves joins the other gap.
        if surplus[0] and gaps[1][0] and gaps[1][1] and any(gaps[0]):
            moved = (i, j + surplus[0]) if surplus[0] > 0 else (i - surplus[0], j)
        elif surplus[1] and gaps[0][0] and gaps[0][1] and any(gaps[1]):
            moved = (i, j - surplus[1]) if surplus[1] > 0 else (i + surplus[1], j)
        else:
            continue
        if (
            before[0] <= moved[0] < behind[0]
            and before[1] <= moved[1] < behind[1]
            and ids[0][moved[0]] == ids[1][moved[1]]
        ):
            found[n] = *moved, 1
    return found
