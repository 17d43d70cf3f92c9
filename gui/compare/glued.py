"""Sections that a copy glued together: cut where the other document has a section end."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from .cancel import Check, checked, no_check, pieces
from .keys import Keyed
from .units import Unit, cut_unit

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
        _cut(units[0], sides[0], _seams(units[1], sides[1], check), check),
        _cut(units[1], sides[1], _seams(units[0], sides[0], check), check),
    )


def _seams(units: Sequence[Unit], side: Keyed, check: Check) -> set[_Seam]:
    """Return what tells the section ends without a full stop: a word before, a word behind.

    Either may be the second from the end, so that one word on each side may have been swapped.
    """
    seams: set[_Seam] = set()
    ids, weights = side.ids, side.weights
    for last, following in checked(pairwise(units), check):
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
    places = _places(side, seams, check)
    k = 0
    for unit in checked(units, check):
        at = unit.start
        cuts = []
        k = bisect_right(places, at, k)
        while k < len(places) and (cut := places[k]) < unit.end:
            if _is_seam(cut, at, unit.end, side, seams):
                cuts.append(cut)
                at = cut
            k += 1
        found.extend(cut_unit(unit, cuts))
    return found


def _places(side: Keyed, seams: set[_Seam], check: Check) -> list[int]:
    """Return the tokens with a capital or digit that may stand behind a seam, ascending."""
    ids, texts = side.ids, side.texts
    heads: tuple[set[int], set[int]] = (set(), set())
    for _, ahead, _, key in seams:
        heads[ahead].add(key)
    large: set[str] = set()
    for some in pieces(texts, check):
        large.update(t for t in dict.fromkeys(some) if t[0].isupper() or t[0].isdigit())
    return [
        n
        for n in checked(side.places_of(large, check), check)
        if ids[n] in heads[0] or (n + 1 < len(ids) and ids[n + 1] in heads[1])
    ]


def _is_seam(cut: int, start: int, end: int, side: Keyed, seams: set[_Seam]) -> bool:
    return any(
        (back, ahead, side.ids[cut - back], side.ids[cut + ahead]) in seams
        for back in range(1, min(2, cut - start) + 1)
        for ahead in range(min(2, end - cut))
    )
