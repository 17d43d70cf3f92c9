"""Which units are counterparts: an order-keeping optimum first, then what moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from .cancel import Check, checked
from .chains import best_chain, pair_in_place
from .groups import Group, Pairing
from .likeness import Candidate, Likeness
from .moved import find_moved

_LIKE = 0.3  # content words shared; unrelated sentences on one subject stay well below
_STAYED = 0.5  # enough to tell that a unit stayed, though the same words stand elsewhere too
_RIVAL = 0.6  # a pair much less alike than one of its units' best is not a counterpart


def pair_units(likeness: Likeness, check: Check) -> Pairing:
    """Find the counterparts of the units of two documents.

    Where each has one unit only, these are the only counterparts there can be.
    """
    if len(likeness.units[0]) == len(likeness.units[1]) == 1:
        return Pairing([Group(0, 1, 0, 1)], [])
    candidates = _drop_rivals(likeness.candidates(_LIKE, check), check)
    chain = best_chain(_weighed(candidates, likeness, check), check)
    pairs = _with_stayed(likeness, [(c.i, c.j) for c in chain], check)
    moved = find_moved(likeness, candidates, pairs, check)
    pairs = _fill_gaps(likeness, pairs, moved, check)
    return Pairing(_join_neighbours(likeness, pairs, moved, check), moved)


def pair_rest(likeness: Likeness, pairing: Pairing, check: Check) -> Pairing:
    """Return the further counterparts among the units that *pairing* leaves alone.

    *likeness* is that of a second look, which knows the swaps that the first one taught.
    """
    groups = [*pairing.paired, *pairing.moved]
    used = (
        {i for g in groups for i in range(g.i0, g.i1)},
        {j for g in groups for j in range(g.j0, g.j1)},
    )
    candidates = _drop_rivals(likeness.candidates(_LIKE, check, used), check)
    fixed = [(n, m) for g in pairing.paired for n, m in ((g.i0, g.j0), (g.i1 - 1, g.j1 - 1))]
    in_order = [c for c in candidates if _fits(c, fixed)]
    pairs = [(c.i, c.j) for c in best_chain(_weighed(in_order, likeness, check), check)]
    moved = find_moved(likeness, candidates, sorted([*fixed, *pairs]), check, used)
    gaps = _fill_gaps(likeness, sorted({*fixed, *pairs}), [*pairing.moved, *moved], check)
    pairs = [(i, j) for i, j in gaps if i not in used[0] and j not in used[1]]
    return Pairing([Group(i, i + 1, j, j + 1) for i, j in pairs], moved)


def _fits(c: Candidate, fixed: list[tuple[int, int]]) -> bool:
    """Return whether a pair keeps the order of the *fixed* pairs, ascending on both sides."""
    at = bisect_left(fixed, (c.i, -1))
    return (not at or fixed[at - 1][1] < c.j) and (at == len(fixed) or c.j < fixed[at][1])


def _drop_rivals(candidates: list[Candidate], check: Check) -> list[Candidate]:
    """Return *candidates* without those much less alike than the best of one of their units.

    Two units that both have true copies are no counterparts, however alike they are: of two
    offices with other hours, one was moved past the other, and no hour was changed.
    """
    best: tuple[dict[int, float], dict[int, float]] = ({}, {})
    for i, j, _, like in checked(candidates, check, 4096):
        if like > best[0].get(i, 0.0):
            best[0][i] = like
        if like > best[1].get(j, 0.0):
            best[1][j] = like
    return [
        c
        for c in checked(candidates, check, 4096)
        if c.likeness >= _RIVAL * max(best[0][c.i], best[1][c.j])
        and (c.likeness == 1 or min(best[0][c.i], best[1][c.j]) < 1)
    ]


def _weighed(
    candidates: list[Candidate], likeness: Likeness, check: Check
) -> list[tuple[float, Candidate]]:
    """Weigh candidates by their words, so that the fewest words are left to have moved.

    Those much alike count a little more, and those whose neighbours go together too.
    """
    present = {(c.i, c.j) for c in candidates}
    weighed = []
    for c in checked(candidates, check, 4096):
        words = min(len(likeness.bags[0][c.i].ids), len(likeness.bags[1][c.j].ids))
        neighbours = ((c.i - 1, c.j - 1) in present) + ((c.i + 1, c.j + 1) in present)
        weighed.append((words * (0.5 + c.likeness / 2) * (1 + 0.1 * neighbours), c))
    return weighed


def _with_stayed(
    likeness: Likeness, pairs: list[tuple[int, int]], check: Check
) -> list[tuple[int, int]]:
    """Add the units that stayed in place with swapped words while a true copy stands elsewhere.

    ``The phone rang.`` against ``The telephone rang.`` in its place and, below, ``The phone
    rang.`` as a quotation pulled out: the second was added, nothing moved.
    """
    bags = likeness.bags
    known = [{bag.ids for bag in own} for own in bags]
    found = list(pairs)
    for free_i, free_j in checked(_gaps(likeness, pairs), check, 64):
        twins = [i for i in free_i if bags[0][i].ids in known[1]]
        altered = [j for j in free_j if bags[1][j].ids not in known[0]]
        if twins and altered:
            check()
            found.extend(pair_in_place(likeness, twins, altered, _STAYED))
    return sorted(found)


def _gaps(
    likeness: Likeness, pairs: list[tuple[int, int]]
) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """Yield the units between two paired neighbours, on both sides."""
    last_i = last_j = -1
    for i, j in [*pairs, (len(likeness.units[0]), len(likeness.units[1]))]:
        if i > last_i + 1 and j > last_j + 1:
            yield range(last_i + 1, i), range(last_j + 1, j)
        last_i, last_j = i, j


def _fill_gaps(
    likeness: Likeness,
    pairs: list[tuple[int, int]],
    moved: list[Group],
    check: Check,
) -> list[tuple[int, int]]:
    """Pair what is left between two paired neighbours, where less likeness is enough."""
    away = (
        {i for g in moved for i in range(g.i0, g.i1)},
        {j for g in moved for j in range(g.j0, g.j1)},
    )
    found = list(pairs)
    for gap_i, gap_j in checked(_gaps(likeness, pairs), check, 64):
        free_i = [n for n in gap_i if n not in away[0]]
        free_j = [n for n in gap_j if n not in away[1]]
        if free_i and free_j:
            check()
            found.extend(pair_in_place(likeness, free_i, free_j))
    return sorted(found)


def _join_neighbours(
    likeness: Likeness,
    pairs: list[tuple[int, int]],
    moved: list[Group],
    check: Check,
) -> list[Group]:
    """Widen pairs over a neighbouring unit that holds the rest of the counterpart.

    ``One sentence. And its end.`` against ``One sentence, and its end.`` is two units for one.
    """
    taken = (
        {i for i, _ in pairs} | {i for g in moved for i in range(g.i0, g.i1)},
        {j for _, j in pairs} | {j for g in moved for j in range(g.j0, g.j1)},
    )
    groups = []
    for i, j in checked(pairs, check, 32):
        bounds = [[i, i + 1], [j, j + 1]]
        grown = True
        while grown:
            grown = False
            for side in (0, 1):
                for end, step in ((0, -1), (1, 0)):
                    n = bounds[side][end] + step
                    if _widens(likeness, bounds, side, n, taken[side]):
                        taken[side].add(n)
                        bounds[side][end] = n if end == 0 else n + 1
                        grown = True
        (i0, i1), (j0, j1) = bounds
        groups.append(Group(i0, i1, j0, j1))
    return groups


def _widens(
    likeness: Likeness,
    bounds: list[list[int]],
    side: int,
    n: int,
    taken: set[int],
) -> bool:
    own = likeness.units[side]
    if not 0 <= n < len(own) or n in taken or own[n].block != own[bounds[side][0]].block:
        return False
    bag = likeness.bags[side][n]
    whole = [likeness.joined(s, *bounds[s]) for s in (0, 1)]
    if bag.weight <= 0 or likeness.shared(bag, whole[1 - side]) < bag.weight / 2:
        return False
    wider = likeness.bag([*whole[side].ids, *bag.ids])
    return likeness.between(wider, whole[1 - side]) > likeness.between(*whole) + 0.02
