"""Sections that a copy glued together: cut where the other document has a section end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from .keys import Keyed
from .units import Unit

_ENDS = frozenset('.!?\u2026\u3002"\u201d\u2019\u00bb')  # behind them sentences are cut anyway
_Edge = tuple[
    int, tuple[int, ...]
]  # how far behind the cut; the two tokens before it, nearest first


def cut_glued(
    units: tuple[list[Unit], list[Unit]], sides: tuple[Keyed, Keyed]
) -> tuple[list[Unit], list[Unit]]:
    """Return *units* with those cut that hold the end of one section and the start of the next.

    A headline or caption has no full stop to tell where it ends: ``Bridge opened The mayor cut
    the ribbon.`` is cut behind ``opened`` where the other document has ``Bridge opened`` in a
    section of its own before ``The mayor``.
    """
    return (
        _cut(units[0], sides[0], _edges(units[1], sides[1])),
        _cut(units[1], sides[1], _edges(units[0], sides[0])),
    )


def _edges(units: Sequence[Unit], side: Keyed) -> dict[int, list[_Edge]]:
    """Return the section ends without a full stop by either of the two tokens behind them.

    One word on each side of the end may have been swapped.
    """
    edges: dict[int, list[_Edge]] = defaultdict(list)
    ids = side.ids
    for last, following in pairwise(units):
        if last.block != following.block and side.texts[last.end - 1] not in _ENDS:
            before = tuple(ids[n] for n in (last.end - 1, last.end - 2) if n >= last.start)
            for n in range(following.start, min(following.start + 2, following.end)):
                edges[ids[n]].append((n - following.start, before))
    return edges


def _cut(units: list[Unit], side: Keyed, edges: dict[int, list[_Edge]]) -> list[Unit]:
    found: list[Unit] = []
    for unit in units:
        at = unit.start
        for cut in _cuts(unit, side, edges):
            found.append(replace(unit, start=at, end=cut))
            at = cut
        found.append(replace(unit, start=at))
    return found


def _cuts(unit: Unit, side: Keyed, edges: dict[int, list[_Edge]]) -> Iterator[int]:
    ids, texts, weights = side.ids, side.texts, side.weights
    last = unit.start
    for n in range(unit.start + 1, unit.end):
        for offset, before in edges.get(ids[n], ()):
            cut = n - offset
            if cut <= last or not (texts[cut][0].isupper() or texts[cut][0].isdigit()):
                continue
            same = [t for k, t in enumerate(before, 1) if cut - k >= last and ids[cut - k] == t]
            # A word on each side, and at least one that says something.
            words = [weights[t] for t in same if weights[t]]
            if words and max(*words, weights[ids[n]]) >= 1:
                yield cut
                last = cut
                break
