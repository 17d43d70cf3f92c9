"""Sentences that begin with a small letter: cut where the other document has a sentence end."""

from __future__ import annotations

from collections.abc import Sequence

from .cancel import Check, checked, no_check, pieces
from .keys import Keyed
from .units import Unit, cut_unit

_STOPS = frozenset(".!?\u2026")
_Pair = tuple[int, int]


def cut_small_starts(
    units: tuple[list[Unit], list[Unit]], sides: tuple[Keyed, Keyed], check: Check = no_check
) -> tuple[list[Unit], list[Unit]]:
    """Return *units* cut at the full stops inside them where the other document ends a sentence.

    Spinners write the first word small that they swap: ``The sea was calm. boats left.`` is one
    sentence by the rules, and two where the other document has ``was calm.`` at an end, or
    a sentence whose second and third word are those behind ``boats``.
    """
    stops = [_inner_stops(own, side, check) for own, side in zip(units, sides, strict=True)]
    # What stands before a stop inside a sentence of either document is an abbreviation.
    short = [
        {side.ids[cut - 2] for cuts in own for cut in checked(cuts, check, 4096)}
        for own, side in zip(stops, sides, strict=True)
    ]
    return (
        _cut(units[0], stops[0], sides[0], _edges(units[1], sides[1]), short[1], check),
        _cut(units[1], stops[1], sides[1], _edges(units[0], sides[0]), short[0], check),
    )


def _inner_stops(units: Sequence[Unit], side: Keyed, check: Check) -> list[list[int]]:
    """Return, for each unit, the tokens behind full stops that begin with a small letter."""
    texts = side.texts
    return [
        [
            cut
            for some in pieces(range(unit.start + 3, unit.end - 3), check)
            for cut in some
            if texts[cut - 1] in _STOPS and texts[cut][0].islower()
        ]
        if not _STOPS.isdisjoint(texts[unit.start + 2 : max(unit.start + 2, unit.end - 4)])
        else []
        for unit in checked(units, check, 64)
    ]


def _edges(units: Sequence[Unit], side: Keyed) -> tuple[set[_Pair], set[_Pair]]:
    """Return the last two words of sentences, and their second and third."""
    ids = side.ids
    long = [u for u in units if u.end - u.start > 3]
    ends = {(ids[u.end - 3], ids[u.end - 2]) for u in long if side.texts[u.end - 1] in _STOPS}
    return ends, {(ids[u.start + 1], ids[u.start + 2]) for u in long}


def _cut(
    units: list[Unit],
    stops: list[list[int]],
    side: Keyed,
    edges: tuple[set[_Pair], set[_Pair]],
    short: set[int],
    check: Check,
) -> list[Unit]:
    ids = side.ids
    ends, starts = edges
    found: list[Unit] = []
    for unit, places in zip(units, stops, strict=True):
        cuts = [
            cut
            for cut in checked(places, check, 4096)
            if ids[cut - 2] not in short
            and ((ids[cut - 3], ids[cut - 2]) in ends or (ids[cut + 1], ids[cut + 2]) in starts)
        ]
        found.extend(cut_unit(unit, cuts))
    return found
