"""The differing runs of a section: what stands between two kept words."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from .cancel import Check, checked, no_check
from .groups import Group
from .keys import Keyed
from .sections import Entry
from .units import Unit, token_range

Bounds = tuple[int, int]
_UNEVEN = 0.3  # of the tokens of both sides
_CHANGED = 0.6
_NEARLY_ALL = 0.75


class Rewriting(IntEnum):
    """How far two counterparts were written anew, and so how little a place alone proves."""

    SPUN = 0  # at most word by word
    LOOSE = 1  # in large parts
    OTHER = 2  # nearly all of it: by another writer


class Run(NamedTuple):
    """Tokens ``[start, end)`` on each side that differ.

    ``kept`` is true for one kept word that is only written differently.
    """

    reference: Bounds
    candidate: Bounds
    kept: bool = False
    rewriting: Rewriting = Rewriting.SPUN

    @property
    def is_replaced(self) -> bool:
        """True where words stand on both sides."""
        return (
            not self.kept
            and self.reference[0] < self.reference[1]
            and self.candidate[0] < self.candidate[1]
        )


def entry_runs(
    entry: Entry,
    sides: tuple[Keyed, Keyed],
    units: tuple[list[Unit], list[Unit]],
    check: Check = no_check,
) -> Iterator[Run]:
    """Yield the differing runs of a section: group by group, and the units between as a whole."""
    assert entry.reference
    assert entry.candidate
    at, ends = zip(
        token_range(units[0], *entry.reference),
        token_range(units[1], *entry.candidate),
        strict=True,
    )
    for group in entry.groups:
        a0, a1 = token_range(units[0], group.i0, group.i1)
        b0, b1 = token_range(units[1], group.j0, group.j1)
        yield from _alone((at[0], a0), (at[1], b0))
        yield from _group_runs(group, sides, (a0, a1), (b0, b1), check)
        at = a1, b1
    yield from _alone((at[0], ends[0]), (at[1], ends[1]))


def settle_edges(runs: Iterator[Run], sides: tuple[Keyed, Keyed]) -> Iterator[Run]:
    """Match the tokens that two touching runs share at their edges.

    Where the end of a quotation was dropped, the closing mark stands in both texts: an added
    mark and a missing sentence with its mark are one missing sentence without it.
    """
    last: Run | None = None
    for run in runs:
        if last and not last.kept and not run.kept and _touch(last, run):
            reference = last.reference[0], run.reference[1]
            candidate = last.candidate[0], run.candidate[1]
            a0, a1, b0, b1 = _trimmed(reference, candidate, sides)
            if (a0 == a1) != (b0 == b1):
                last = Run((a0, a1), (b0, b1))
                continue
        if last:
            yield last
        last = run
    if last:
        yield last


def _touch(last: Run, run: Run) -> bool:
    return last.reference[1] == run.reference[0] and last.candidate[1] == run.candidate[0]


def _trimmed(
    reference: Bounds, candidate: Bounds, sides: tuple[Keyed, Keyed]
) -> tuple[int, int, int, int]:
    a, b = sides[0].texts, sides[1].texts
    (a0, a1), (b0, b1) = reference, candidate
    while a0 < a1 and b0 < b1 and a[a1 - 1] == b[b1 - 1]:
        a1, b1 = a1 - 1, b1 - 1
    while a0 < a1 and b0 < b1 and a[a0] == b[b0]:
        a0, b0 = a0 + 1, b0 + 1
    return a0, a1, b0, b1


def _alone(reference: Bounds, candidate: Bounds) -> Iterator[Run]:
    if reference[0] < reference[1]:
        yield Run(reference, (candidate[0], candidate[0]))
    if candidate[0] < candidate[1]:
        yield Run((reference[1], reference[1]), candidate)


def _group_runs(
    group: Group,
    sides: tuple[Keyed, Keyed],
    reference: Bounds,
    candidate: Bounds,
    check: Check,
) -> Iterator[Run]:
    texts = sides[0].texts, sides[1].texts
    (i, a1), (j, b1) = reference, candidate
    rewriting = _rewriting(group, reference, candidate)
    for x, y, n in checked(group.blocks, check):
        if i < x or j < y:
            yield Run((i, x), (j, y), rewriting=rewriting)
        i, j = x + n, y + n
        if texts[0][x:i] != texts[1][y:j]:
            for k in range(n):
                if texts[0][x + k] != texts[1][y + k]:
                    yield Run((x + k, x + k + 1), (y + k, y + k + 1), kept=True)
    if i < a1 or j < b1:
        yield Run((i, a1), (j, b1), rewriting=rewriting)


def _rewriting(group: Group, reference: Bounds, candidate: Bounds) -> Rewriting:
    """Tell how far a unit was rewritten: little is kept, or its runs are unlike in length.

    A spinner, however eager, puts about as many words in as it takes out. A heading of which
    nothing was kept has its counterpart by its place alone, and so have its words.
    """
    if not group.blocks:
        return Rewriting.SPUN
    tokens = reference[1] - reference[0] + candidate[1] - candidate[0]
    changed = tokens
    uneven = 0
    i, j = reference[0], candidate[0]
    for x, y, n in (*group.blocks, (reference[1], candidate[1], 0)):
        uneven += abs((x - i) - (y - j))
        changed -= 2 * n
        i, j = x + n, y + n
    if changed > _NEARLY_ALL * tokens:
        return Rewriting.OTHER
    loose = uneven > _UNEVEN * tokens or changed > _CHANGED * tokens
    return Rewriting.LOOSE if loose else Rewriting.SPUN
