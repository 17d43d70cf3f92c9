"""Splitting a replaced run into the phrase pairs that mean each other.

A replaced run is what stands between two kept words: some words of the reference, some of the
candidate. The best split is found by dynamic programming (monotone phrase alignment, as in
Wu 1997 without inversion) over the scores of ``evidence``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .evidence import IMPOSSIBLE, Item, Lexicon, Phrase, alone, phrase_of, swapped
from .function_words import GOVERNED

# Words on both sides of one substitution. Two for two is always two single swaps, unless a
# governed preposition joins them.
SHAPES = ((5, 1), (4, 1), (3, 1), (2, 1), (1, 5), (1, 4), (1, 3), (1, 2), (1, 1))
TABLE = 1600  # cells; a larger run was rewritten, not swapped word by word


@dataclass(frozen=True)
class Step:
    """Items ``[i0, i1)`` stand for items ``[j0, j1)``; one side may be empty."""

    i0: int
    i1: int
    j0: int
    j1: int


@dataclass(frozen=True)
class Split:
    """The steps of a run and what speaks for them."""

    steps: tuple[Step, ...]
    score: float


def apart(i0: int, i1: int, j0: int, j1: int) -> tuple[Step, ...]:
    """Return the steps of two stretches that do not stand for each other."""
    steps = Step(i0, i1, j0, j0), Step(i1, i1, j0, j1)
    return tuple([s for s in steps if s.i0 < s.i1 or s.j0 < s.j1])


def split_run(a: Sequence[Item], b: Sequence[Item], lexicon: Lexicon) -> Split:
    """Return the best split of one replaced run.

    ``National Defense`` against ``Nationwide Protection`` is two substitutions,
    ``increasingly`` against ``more and more`` is one.
    """
    m, n = len(a), len(b)
    if not m or not n or m * n > TABLE:
        return Split(apart(0, m, 0, n), sum(map(alone, a)) + sum(map(alone, b)))
    if m == n == 1:
        score = swapped(phrase_of(a), phrase_of(b), lexicon)
        if score > IMPOSSIBLE:
            return Split((Step(0, 1, 0, 1),), score)
        return Split(apart(0, 1, 0, 1), alone(a[0]) + alone(b[0]))
    run = tuple([(x.text, x.name) for x in a]), tuple([(x.text, x.name) for x in b])
    found = lexicon.splits.get(run)
    if found is None:
        found = lexicon.splits[run] = _best_split(a, b, lexicon)
    return found


def _best_split(a: Sequence[Item], b: Sequence[Item], lexicon: Lexicon) -> Split:
    m, n = len(a), len(b)
    best = [[0.0] * (n + 1) for _ in range(m + 1)]
    back: list[list[tuple[int, int]]] = [[(0, 0)] * (n + 1) for _ in range(m + 1)]
    gaps = [alone(x) for x in a], [alone(x) for x in b]
    # A phrase longer than the surplus of its side, and one more, would leave others without.
    shapes = [(p, q) for p, q in SHAPES if p <= max(1, m - n + 2) and q <= max(1, n - m + 2)]
    phrases = phrases_of(a, {p for p, _ in shapes}), phrases_of(b, {q for _, q in shapes})
    for i in range(m + 1):
        row = best[i]
        for j in range(n + 1):
            if not i and not j:
                continue
            top, how = IMPOSSIBLE * (m + n), (0, 0)
            # Longer phrases first: of two equal splits the later word gets the longer phrase,
            # as the noun at the end of "hotel room" does.
            for p, q in shapes:
                if p <= i and q <= j:
                    score = best[i - p][j - q] + swapped(
                        phrases[0][p][i - p], phrases[1][q][j - q], lexicon
                    )
                    if score > top:
                        top, how = score, (p, q)
            if i and best[i - 1][j] + gaps[0][i - 1] > top:
                top, how = best[i - 1][j] + gaps[0][i - 1], (1, 0)
            if j and row[j - 1] + gaps[1][j - 1] > top:
                top, how = row[j - 1] + gaps[1][j - 1], (0, 1)
            row[j], back[i][j] = top, how
    steps = []
    i, j = m, n
    while i or j:
        p, q = back[i][j]
        steps.append(Step(i - p, i, j - q, j))
        i, j = i - p, j - q
    return Split(tuple(_join_governed(steps[::-1], a, b, lexicon)), best[m][n])


def phrases_of(items: Sequence[Item], lengths: Iterable[int]) -> dict[int, list[Phrase]]:
    """Return all phrases of each of the *lengths*, by their start."""
    return {
        length: [phrase_of(items[n : n + length]) for n in range(len(items) - length + 1)]
        for length in lengths
    }


def _join_governed(
    steps: list[Step], a: Sequence[Item], b: Sequence[Item], lexicon: Lexicon
) -> list[Step]:
    """Join a swapped preposition to the swapped word before it, which governs it.

    ``able to`` -> ``capable of`` is one substitution: ``to`` does not mean ``of``. ``area in``
    -> ``region within`` stays two.
    """
    joined: list[Step] = []
    for step in steps:
        last = joined[-1] if joined else None
        if last and _is_single(last) and _is_single(step):
            words, rest = (a[last.i0], b[last.j0]), (a[step.i0], b[step.j0])
            names = rest[0].name, rest[1].name
            if (
                not all(x.closed for x in words)
                and all(x.name in GOVERNED for x in rest)
                and not lexicon.knows(*names)
                and names[0] not in names[1]
                and names[1] not in names[0]
            ):
                joined[-1] = Step(last.i0, step.i1, last.j0, step.j1)
                continue
        joined.append(step)
    return joined


def _is_single(step: Step) -> bool:
    return step.i1 - step.i0 == step.j1 - step.j0 == 1
