"""The kept words of a sentence written anew.

Where most words differ, the longest common subsequence is made of function words that both
sentences happen to have in one order. There the kept words are weighed: content words count
more, neighbours more than strangers, and words of one stem hold their place though they differ
(weighted alignment by dynamic programming, Needleman and Wunsch 1970).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .evidence import RELATED, spelling
from .keys import Keyed
from .words import Block, join_blocks

_REWRITTEN = 0.4  # of the tokens of both; where less differs, the short edit script is right
_TABLE = 8000  # cells; sentences are smaller
_CONTENT = 1.0
_FUNCTION = 0.4
_SIGN = 0.2
_NEXT = 0.3  # for a kept word right behind another
_STEM = 0.9  # for words of one stem, the more alike the more


def is_rewritten(blocks: list[Block], ids: tuple[Sequence[int], Sequence[int]]) -> bool:
    """Return whether *blocks* leave much of the tokens *ids* without a counterpart."""
    sizes = len(ids[0]), len(ids[1])
    kept = sum([n for _, _, n in blocks])
    return sizes[0] * sizes[1] <= _TABLE and 2 * kept <= (1 - _REWRITTEN) * sum(sizes)


def weighed_tokens(a: Sequence[int], b: Sequence[int], keyed: Keyed) -> list[Block]:
    """Return the blocks of equal tokens of the alignment that weighs most, ascending.

    ``on a hill, a chapel was built of the stones of the castle`` against ``the stones of the
    castle went to a chapel on the hill``: ``the stones of the castle`` is kept, not ``a``, ``of``
    and ``the``.
    """
    stems = _stems(keyed)
    weights = [_weight(keyed.weights[t]) for t in a]
    best = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    kept = [[False] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a, 1):
        for j, y in enumerate(b, 1):
            top = max(best[i - 1][j], best[i][j - 1])
            if x == y:
                score = best[i - 1][j - 1] + weights[i - 1] + _NEXT * kept[i - 1][j - 1]
                kept[i][j] = score >= top
            else:
                score = best[i - 1][j - 1] + stems(x, y)
            best[i][j] = max(top, score)
    found: list[Block] = []
    i, j = len(a), len(b)
    while i and j:
        if kept[i][j]:
            i, j = i - 1, j - 1
            found.append((i, j, 1))
        elif best[i - 1][j] == best[i][j]:
            i -= 1
        elif best[i][j - 1] == best[i][j]:
            j -= 1
        else:
            i, j = i - 1, j - 1
    return join_blocks(found[::-1])


def _weight(weight: float) -> float:
    """Return what keeping a token counts, by its weight as a key."""
    if weight >= 1:
        return _CONTENT
    return _FUNCTION if weight > 0 else _SIGN


def _stems(keyed: Keyed) -> Callable[[int, int], float]:
    """Return a function that tells what two different keys count as words of one stem."""
    known: dict[tuple[int, int], float] = {}

    def stem(x: int, y: int) -> float:
        if keyed.weights[x] < 1 or keyed.weights[y] < 1:
            return 0.0
        found = known.get((x, y))
        if found is None:
            alike = spelling(keyed.names[x], keyed.names[y])
            found = known[x, y] = _STEM * min(1.0, 0.5 + alike) if alike >= RELATED else 0.0
        return found

    return stem
