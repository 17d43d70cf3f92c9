"""Rows of a list or table: where one was lost, the word that follows it keeps its counterpart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from .keys import Keyed
from .runs import Bounds, Run

_LONGEST = 60  # characters; a longer line is prose, and may have been wrapped anywhere


def split_rows(runs: Iterable[Run], sides: tuple[Keyed, Keyed]) -> Iterator[Run]:
    """Cut whole rows off the runs that hold them, where the other side holds part of one row.

    ``Flour 300 g / Butter`` against ``Margarine``, both at the start of a row, is the missing
    row ``Flour 300 g``, and ``Butter`` replaced.
    """
    for run in runs:
        if not run.is_replaced:
            yield run
            continue
        ends = [
            _row_ends(side, bounds)
            for side, bounds in zip(sides, (run.reference, run.candidate), strict=True)
        ]
        if bool(ends[0]) == bool(ends[1]):
            yield run
            continue
        yield from _split(run, sides, ends)


def _split(run: Run, sides: tuple[Keyed, Keyed], ends: list[list[int]]) -> Iterator[Run]:
    (a0, a1), (b0, b1) = run.reference, run.candidate
    side = 0 if ends[0] else 1
    if _starts_row(sides[0], a0) and _starts_row(sides[1], b0):
        cut = ends[side][-1]
        whole, rest = ((a0, cut), (cut, a1)) if side == 0 else ((b0, cut), (cut, b1))
        yield _one_sided(side, whole, a0, b0)
        yield _with(run, side, rest)
    elif _starts_row(sides[0], a1) and _starts_row(sides[1], b1):
        cut = ends[side][0]
        rest, whole = ((a0, cut), (cut, a1)) if side == 0 else ((b0, cut), (cut, b1))
        yield _with(run, side, rest)
        yield _one_sided(side, whole, a1, b1)
    else:
        yield run


def _with(run: Run, side: int, bounds: Bounds) -> Run:
    if side == 0:
        return Run(bounds, run.candidate, rewriting=run.rewriting)
    return Run(run.reference, bounds, rewriting=run.rewriting)


def _one_sided(side: int, bounds: Bounds, a: int, b: int) -> Run:
    return Run(bounds, (b, b)) if side == 0 else Run((a, a), bounds)


def _row_ends(side: Keyed, bounds: Bounds) -> list[int]:
    """Return the tokens that begin a row inside *bounds*, none where a row is long."""
    first, last = bounds
    if "\n" not in side.document.text[side.starts[first] : side.ends[last - 1]]:
        return []
    starts = [n for n in range(first + 1, last) if _starts_row(side, n)]
    edges = [first, *starts, last]
    if any(side.ends[b - 1] - side.starts[a] > _LONGEST for a, b in pairwise(edges)):
        return []
    return starts


def _starts_row(side: Keyed, n: int) -> bool:
    """Return whether token *n* is the first of a line, or behind the last of all."""
    if n in (0, len(side.ids)):
        return True
    return "\n" in side.document.text[side.ends[n - 1] : side.starts[n]]
