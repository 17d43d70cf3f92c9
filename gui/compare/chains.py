"""Order-keeping optima: the best chain of counterparts, and what fits into a gap of one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from .cancel import Check, checked, no_check
from .likeness import Candidate, Likeness

_LIKE_IN_PLACE = 0.16  # enough between two neighbours that are surely paired
_GAP = 1_000  # pairs of units; in a larger gap the place proves nothing


def best_chain(weighted: list[tuple[float, Candidate]], check: Check = no_check) -> list[Candidate]:
    """Return the candidates of the largest total weight that ascend strictly on both sides.

    A Fenwick tree (1994) of the best chain that ends at or before each unit: O(n log n).
    """
    if not weighted:
        return []
    places = sorted({c.j for _, c in weighted})
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(places) + 1)
    back = [-1] * len(weighted)
    order = sorted(range(len(weighted)), key=lambda n: (weighted[n][1].i, -weighted[n][1].j))
    for n in checked(order, check, 4096):
        gain, c = weighted[n]
        rank = bisect_left(places, c.j)
        best = (0.0, -1)
        at = rank
        while at > 0:
            if tree[at][0] > best[0]:
                best = tree[at]
            at -= at & -at
        back[n] = best[1]
        total = (best[0] + gain, n)
        at = rank + 1
        while at < len(tree):
            if total[0] > tree[at][0]:
                tree[at] = total
            at += at & -at
    check()
    best = (0.0, -1)
    at = len(places)
    while at > 0:
        if tree[at][0] > best[0]:
            best = tree[at]
        at -= at & -at
    chain = []
    n = best[1]
    while n >= 0:
        chain.append(weighted[n][1])
        n = back[n]
    return chain[::-1]


def pair_in_place(
    likeness: Likeness,
    free_i: Sequence[int],
    free_j: Sequence[int],
    least: float = _LIKE_IN_PLACE,
) -> list[tuple[int, int]]:
    """Pair units that stand between the same counterparts and are at least *least* alike."""
    if len(free_i) * len(free_j) > _GAP:
        return []
    near = []
    for i in free_i:
        for j in free_j:
            like = likeness.in_place(likeness.bags[0][i], likeness.bags[1][j])
            if like >= least:
                near.append((like, Candidate(i, j, 0.0, like)))
    return [(c.i, c.j) for c in best_chain(near)]
