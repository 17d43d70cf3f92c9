"""Which rows of a comparison stand beside each other on a page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from ..compare import SectionKind
from .marked import Marked
from .rows import Row, rows

# Where so many words are missing and so many added at one place, they are shown beside each
# other: two texts that share nothing are judged by reading them side by side.
_FACING_WORDS = 60


class Line(NamedTuple):
    """What stands left and right; the same row on both sides where sections are paired."""

    reference: Row | None
    candidate: Row | None


def lines(marked: Marked) -> list[Line]:
    """Return the rows of a comparison as lines of a page, in reading order.

    Before → after: ``A gap``, ``B gap``, ``gap C``, where A and B are long and missing and C is
    long and added, become ``A C``, ``B gap``.
    """
    found: list[Line] = []
    waiting = rows(marked.comparison)
    at = 0
    while at < len(waiting):
        missing = _run(waiting, at, SectionKind.MISSING)
        added = _run(waiting, at + len(missing), SectionKind.ADDED)
        if min(_words(marked, missing), _words(marked, added)) >= _FACING_WORDS:
            found += [Line(one, other) for one, other in zip_longest(missing, added)]
        else:
            alone = (*missing, *added) or (waiting[at],)
            found += [Line(r if r.reference else None, r if r.candidate else None) for r in alone]
        at += max(1, len(missing) + len(added))
    return found


def _run(waiting: Sequence[Row], at: int, kind: SectionKind) -> Sequence[Row]:
    end = at
    while end < len(waiting) and waiting[end].kind is kind:
        end += 1
    return waiting[at:end]


def _words(marked: Marked, run: Sequence[Row]) -> int:
    return sum(marked.words(marked.comparison.sections[row.section]) for row in run)
