"""Splitting runs in which the place of a word says little.

In a long run, or in a sentence written anew, a word need not stand for the word at its place.
There the pairs that more than their place speaks for are found first, and only short stretches
between two of them are swapped word by word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .evidence import Item, Lexicon, Phrase, is_related, swapped
from .phrases import SHAPES, TABLE, Step, apart, phrases_of, split_run
from .runs import Rewriting

_TELLING = 0.85  # score of a step that spelling, class or another occurrence speaks for
_TELLING_SPUN = 0.95  # the same where all but the run was kept: the place says more there
_LONG = 7  # words; a run that long on one side is split at such steps first ...
_UNEVEN = 1.5  # ... and if so many times longer than the other, was not swapped word by word
_FEW = 3  # words; a run so short is swapped word by word even where much was rewritten
_SINGLE = ((1, 1),)


def split_rewritten(
    a: Sequence[Item], b: Sequence[Item], lexicon: Lexicon, rewriting: Rewriting
) -> list[Step]:
    """Return the best split of one replaced run of a unit written anew as far as *rewriting* says.

    ``agencies , and is often seen beside the others`` against ``agency`` is one substitution, of
    the first word; the rest is missing. Between two writers only words that are related by
    spelling count, or that were swapped elsewhere: both have an ``of`` or an ``in``.
    """
    m, n = len(a), len(b)
    by_place = max(m, n) < _LONG and not _is_loose(m, n, rewriting)
    if not m or not n or m * n > TABLE or by_place:
        return list(split_run(a, b, lexicon).steps)
    steps: list[Step] = []
    i = j = 0
    for step in _telling(a, b, lexicon, rewriting):
        steps += [*_between(a, b, (i, step.i0, j, step.j0), lexicon, rewriting), step]
        i, j = step.i1, step.j1
    return [*steps, *_between(a, b, (i, m, j, n), lexicon, rewriting)]


def _between(
    a: Sequence[Item],
    b: Sequence[Item],
    bounds: tuple[int, int, int, int],
    lexicon: Lexicon,
    rewriting: Rewriting,
) -> Iterator[Step]:
    """Yield the steps of what stands between two telling ones.

    ``Cube and`` against ``regular solid and Sir Robert``: behind the swap the ``and`` was kept.
    """
    i0, i1, j0, j1 = bounds
    while i0 < i1 and j0 < j1 and a[i0].name == b[j0].name:
        yield Step(i0, i0 + 1, j0, j0 + 1)
        i0, j0 = i0 + 1, j0 + 1
    if _is_loose(i1 - i0, j1 - j0, rewriting) or _is_uneven(i1 - i0, j1 - j0):
        yield from apart(i0, i1, j0, j1)
        return
    for step in split_run(a[i0:i1], b[j0:j1], lexicon).steps:
        yield Step(step.i0 + i0, step.i1 + i0, step.j0 + j0, step.j1 + j0)


def _is_loose(m: int, n: int, rewriting: Rewriting) -> bool:
    """Return whether the place of a word says nothing in a run of *m* and *n* words."""
    return rewriting is Rewriting.OTHER or (bool(rewriting) and max(m, n) > _FEW)


def _is_uneven(m: int, n: int) -> bool:
    return max(m, n) >= _LONG and max(m, n) > _UNEVEN * min(m, n)


def _telling(
    a: Sequence[Item], b: Sequence[Item], lexicon: Lexicon, rewriting: Rewriting
) -> list[Step]:
    """Return the steps, without crossings, of which most speaks for all together."""
    least = _TELLING if rewriting else _TELLING_SPUN
    shapes = _SINGLE if rewriting is Rewriting.OTHER else SHAPES
    phrases = phrases_of(a, {p for p, _ in shapes}), phrases_of(b, {q for _, q in shapes})
    best = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    back: list[list[Step | None]] = [[None] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            top, how = max(best[i - 1][j], best[i][j - 1]), None
            for p, q in shapes:
                if p > i or q > j:
                    continue
                score = _evidence(phrases[0][p][i - p], phrases[1][q][j - q], lexicon, rewriting)
                if score >= least and best[i - p][j - q] + score > top:
                    top = best[i - p][j - q] + score
                    how = Step(i - p, i, j - q, j)
            best[i][j], back[i][j] = top, how
    return list(_traced(best, back))[::-1]


def _traced(best: list[list[float]], back: list[list[Step | None]]) -> Iterator[Step]:
    """Yield the steps of the best score, last first."""
    i, j = len(best) - 1, len(best[0]) - 1
    while i and j:
        step = back[i][j]
        if step:
            yield step
            i, j = step.i0, step.j0
        elif best[i - 1][j] == best[i][j]:
            i -= 1
        else:
            j -= 1


def _evidence(a: Phrase, b: Phrase, lexicon: Lexicon, rewriting: Rewriting) -> float:
    """Return the score of a swap, 0 where only place and class speak for it between writers."""
    score = swapped(a, b, lexicon)
    if rewriting is Rewriting.OTHER and score >= _TELLING:
        known = lexicon.knows(a.name, b.name)
        return score if known or is_related(a.items[0], b.items[0], lexicon) else 0.0
    return score
