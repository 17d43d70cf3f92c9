"""Sections that stand elsewhere: counterparts found without the help of order."""

from __future__ import annotations

from .cancel import Check, checked
from .chains import pair_in_place
from .groups import Group
from .likeness import Candidate, Likeness
from .units import Unit

_LIKE_MOVED = 0.45  # without the help of order more must be shared: so much of the words ...
_MOVED_MUCH = 4.0  # ... or this weight of words
_LIKE_ALONE = 0.55  # where both are a section of their own, however short
_MOVED_LEAST = 1.2  # weight of the words that two moved units share


def find_moved(
    likeness: Likeness,
    candidates: list[Candidate],
    pairs: list[tuple[int, int]],
    check: Check,
    used: tuple[set[int], set[int]] | None = None,
) -> list[Group]:
    """Find runs of units that stand elsewhere and make up a whole section on either side."""
    units = likeness.units
    used = used or (set(), set())
    taken = (used[0] | {i for i, _ in pairs}, used[1] | {j for _, j in pairs})
    partner: dict[int, int] = {}
    ranked = sorted(candidates, key=lambda c: (-c.shared * c.likeness, c.i, c.j))
    for c in checked(ranked, check):
        if (
            c.likeness < 1
            and c.shared < _MOVED_LEAST
            and not (
                likeness.in_place(likeness.bags[0][c.i], likeness.bags[1][c.j]) >= _LIKE_ALONE
                and _are_alone(c, units)
            )
        ):
            continue
        if c.i not in taken[0] and c.j not in taken[1]:
            partner[c.i] = c.j
            taken[0].add(c.i)
            taken[1].add(c.j)
    fixed = (used[0] | {i for i, _ in pairs}, used[1] | {j for _, j in pairs})
    groups = []
    for run in checked(_runs(partner, units, fixed), check, 64):
        if _whole(run, units) and _is_clear(run, likeness):
            groups.append(_filled(run, likeness, taken))
    return groups


def _filled(run: Group, likeness: Likeness, taken: tuple[set[int], set[int]]) -> Group:
    """Pair the units of a moved section that lie between, before and behind its parts.

    Units in *taken* belong elsewhere and bound the section; those paired here are added.
    """
    (first_i, end_i), (first_j, end_j) = (
        _free_around(likeness.units[0], run.i0, run.i1, taken[0]),
        _free_around(likeness.units[1], run.j0, run.j1, taken[1]),
    )
    parts: list[Group] = []
    i, j = first_i, first_j
    for part in (*run.parts, Group(end_i, end_i, end_j, end_j)):
        found = pair_in_place(likeness, range(i, part.i0), range(j, part.j0))
        parts.extend(Group(a, a + 1, b, b + 1) for a, b in found)
        taken[0].update(a for a, _ in found)
        taken[1].update(b for _, b in found)
        if part.i0 < part.i1:
            parts.append(part)
        i, j = part.i1, part.j1
    return Group(parts[0].i0, parts[-1].i1, parts[0].j0, parts[-1].j1, parts=tuple(parts))


def _free_around(units: list[Unit], start: int, end: int, taken: set[int]) -> tuple[int, int]:
    """Return the range of units around ``[start, end)`` in one section that nothing has taken."""
    first, last = _block(units, start)
    while start > first and start - 1 not in taken:
        start -= 1
    while end < last and end not in taken:
        end += 1
    return start, end


def _block(units: list[Unit], n: int) -> tuple[int, int]:
    """Return the range of the units in the same section as unit *n*."""
    start = end = n
    while start and units[start - 1].block == units[n].block:
        start -= 1
    while end < len(units) and units[end].block == units[n].block:
        end += 1
    return start, end


def _is_clear(run: Group, likeness: Likeness) -> bool:
    """Return whether a run out of order shares enough; in a long one less of it is enough."""
    bags = likeness.joined(0, run.i0, run.i1), likeness.joined(1, run.j0, run.j1)
    alike = likeness.in_place(*bags)
    return alike >= _LIKE_MOVED or likeness.shared(*bags) >= _MOVED_MUCH


def _are_alone(c: Candidate, units: tuple[list[Unit], list[Unit]]) -> bool:
    """Return whether both units are a section of their own."""
    return _block(units[0], c.i) == (c.i, c.i + 1) and _block(units[1], c.j) == (c.j, c.j + 1)


def _runs(
    partner: dict[int, int],
    units: tuple[list[Unit], list[Unit]],
    fixed: tuple[set[int], set[int]],
) -> list[Group]:
    """Join moved units that follow each other in one section on both sides."""
    runs: list[Group] = []
    back = set(partner.values())
    for i in sorted(partner):
        j = partner[i]
        if runs:
            last = runs[-1]
            gap_i, gap_j = range(last.i1, i), range(last.j1, j)
            if (
                last.j1 <= j
                and units[0][last.i0].block == units[0][i].block
                and units[1][last.j0].block == units[1][j].block
                and not any(n in fixed[0] or n in partner for n in gap_i)
                and not any(n in fixed[1] or n in back for n in gap_j)
            ):
                parts = (*last.parts, Group(i, i + 1, j, j + 1))
                runs[-1] = Group(last.i0, i + 1, last.j0, j + 1, parts=parts)
                continue
        runs.append(Group(i, i + 1, j, j + 1, parts=(Group(i, i + 1, j, j + 1),)))
    return runs


def _whole(run: Group, units: tuple[list[Unit], list[Unit]]) -> bool:
    """True where the run is more than half of a section, by tokens, on either side."""
    for side, first, last in ((0, run.i0, run.i1 - 1), (1, run.j0, run.j1 - 1)):
        start, end = _block(units[side], first)
        size = units[side][end - 1].end - units[side][start].start
        if units[side][last].end - units[side][first].start > size / 2:
            return True
    return False
