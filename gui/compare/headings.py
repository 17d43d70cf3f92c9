"""Headings whose every word was swapped: only their place and shape tell their counterparts."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from .cancel import Check, checked, no_check
from .groups import Group, Pairing
from .keys import Keyed
from .units import Unit
from .words import Block

_WORDS = 3  # a longer line keeps a word, or is another one
_TOKENS = 12  # words and signs; with more it is no heading
_GAP = 8  # units; in a larger gap the place proves little


def pair_headings(
    pairing: Pairing,
    sides: tuple[Keyed, Keyed],
    units: tuple[list[Unit], list[Unit]],
    check: Check = no_check,
) -> Pairing:
    """Pair as many short lines of the same shapes that stand between the same two counterparts.

    ``Verdict`` -> ``Conclusion``, ``Never!`` -> ``Not once!``. A line that comes again, as
    ``Advertisement`` does, is no heading of this place.
    """
    moved = (
        {i for g in pairing.moved for i in range(g.i0, g.i1)},
        {j for g in pairing.moved for j in range(g.j0, g.j1)},
    )
    alone = [
        _once(own, side, check) - away for own, side, away in zip(units, sides, moved, strict=True)
    ]
    found = []
    for last, following in checked(pairwise(pairing.paired), check):
        gap = range(last.i1, following.i0), range(last.j1, following.j0)
        if not all(0 < len(own) <= _GAP for own in gap):
            continue
        lines = [
            [
                (n, shape)
                for n in gap[s]
                if n in alone[s] and (shape := _shape(units[s], n, sides[s]))
            ]
            for s in (0, 1)
        ]
        if [shape for _, shape in lines[0]] == [shape for _, shape in lines[1]]:
            for (i, _), (j, _) in zip(*lines, strict=True):
                found.append(Group(i, i + 1, j, j + 1, blocks=_kept_end(units, i, j, sides)))
    return Pairing(sorted([*pairing.paired, *found], key=lambda g: g.i0), pairing.moved)


def _once(units: list[Unit], side: Keyed, check: Check) -> set[int]:
    """Return the units no longer than a heading whose words no other unit of the document has."""
    runs = [
        (n, tuple(side.ids[u.start : u.end]))
        for n, u in checked(enumerate(units), check, 4096)
        if u.end - u.start <= _TOKENS
    ]
    times = Counter([ids for _, ids in runs])
    return {n for n, ids in runs if times[ids] == 1}


def _shape(units: list[Unit], n: int, side: Keyed) -> tuple[bool, str] | None:
    """Return whether a short unit is a section, and the sign at its end; None for a longer one."""
    unit = units[n]
    words = sum(side.document.is_word[unit.start : unit.end])
    if not 0 < words <= _WORDS or not side.texts[unit.start][0].isupper():
        return None
    whole = units[n - 1].block != unit.block != units[n + 1].block
    last = unit.end - 1
    return whole, "" if side.document.is_word[last] else side.texts[last]


def _kept_end(
    units: tuple[list[Unit], list[Unit]], i: int, j: int, sides: tuple[Keyed, Keyed]
) -> tuple[Block, ...]:
    a, b = units[0][i].end - 1, units[1][j].end - 1
    return ((a, b, 1),) if sides[0].ids[a] == sides[1].ids[b] else ()
