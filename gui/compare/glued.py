"""Sections that a copy glued together: cut where the other document has a section end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .cancel import Check, checked, no_check
from .keys import Keyed
from .units import Unit

_ENDS = frozenset('.!?\u2026\u3002"\u201d\u2019\u00bb')  # behind them sentences are cut anyway
_Seam = tuple[int, int, int, int]  # how far a key stands before a cut, and one behind it; the keys


def cut_glued(
    units: tuple[list[Unit], list[Unit]], sides: tuple[Keyed, Keyed], check: Check = no_check
) -> tuple[list[Unit], list[Unit]]:
    """Return *units* with those cut that hold the end of one section and the start of the next.

    A headline or caption has no full stop to tell where it ends: ``Bridge opened The mayor cut
    the ribbon.`` is cut behind ``opened`` where the other document has ``Bridge opened`` in a
    section of its own before ``The mayor``.
    """
    return (
        _cut(units[0], sides[0], _seams(units[1], sides[1]), check),
        _cut(units[1], sides[1], _seams(units[0], sides[0]), check),
    )


def _seams(units: Sequence[Unit], side: Keyed) -> set[_Seam]:
    """Return what tells the section ends without a full stop: a word before, a word behind.

    Either may be the second from the end, so that one word on each side may have been swapped.
    """
    seams: set[_Seam] = set()
    ids, weights = side.ids, side.weights
    for last, following in pairwise(units):
        if last.block == following.block or side.texts[last.end - 1] in _ENDS:
            continue
        for back in range(1, min(2, last.end - last.start) + 1):
            for ahead in range(min(2, following.end - following.start)):
                a, b = ids[last.end - back], ids[following.start + ahead]
                if weights[a] and max(weights[a], weights[b]) >= 1:
                    seams.add((back, ahead, a, b))
    return seams


def _cut(units: list[Unit], side: Keyed, seams: set[_Seam], check: Check) -> list[Unit]:
    if not seams:
        return units
    found: list[Unit] = []
    for unit in units:
        at = unit.start
        for cut in checked(range(unit.start + 1, unit.end), check, 4096):
            first = side.texts[cut][0]
            if (first.isupper() or first.isdigit()) and _is_seam(cut, at, unit.end, side, seams):
                found.append(unit._replace(start=at, end=cut))
                at = cut
        found.append(unit if at == unit.start else unit._replace(start=at))
    return found


def _is_seam(cut: int, start: int, end: int, side: Keyed, seams: set[_Seam]) -> bool:
    return any(
        (back, ahead, side.ids[cut - back], side.ids[cut + ahead]) in seams
        for back in range(1, min(2, cut - start) + 1)
        for ahead in range(min(2, end - cut))
    )
