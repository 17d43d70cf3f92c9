"""Splitting a replaced run into the phrase pairs that mean each other.

A replaced run is what stands between two kept words: some words of the reference, some of the
candidate. The best split is found by dynamic programming (monotone phrase alignment, as in
Wu 1997 without inversion) over a score of plain evidence: swaps that the pair itself shows
elsewhere, spelling, part of speech by ending and by word class, capitals, figures, length.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import Indel

from .keys import FUNCTION_WORDS

_LONGEST = 3  # words of one phrase; longer ones are found only as a whole
_TABLE = 1600  # cells; a larger run was rewritten, not swapped word by word


@dataclass(frozen=True)
class Item:
    """One word of a run - with its hyphenated parts - as tokens ``[start, end)``."""

    start: int
    end: int
    text: str
    name: str
    is_word: bool

    @property
    def is_function(self) -> bool:
        """True for words of the closed classes."""
        return self.name in FUNCTION_WORDS


@dataclass
class Lexicon:
    """What the pair itself teaches: how often one word stands alone where another stood."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def learn(self, reference: str, candidate: str) -> None:
        """Count one isolated swap."""
        self.counts[reference, candidate] += 1

    def knows(self, reference: str, candidate: str) -> int:
        """Return how often the swap stands alone."""
        return self.counts.get((reference, candidate), 0)


@dataclass(frozen=True)
class Step:
    """Items ``[i0, i1)`` stand for items ``[j0, j1)``; one side may be empty."""

    i0: int
    i1: int
    j0: int
    j1: int
    evidence: float = 0.0


def split_run(a: Sequence[Item], b: Sequence[Item], lexicon: Lexicon) -> list[Step]:
    """Return the steps of the best split of one replaced run.

    ``National Defense`` against ``Nationwide Protection`` is two substitutions,
    ``increasingly`` against ``more and more`` is one.
    """
    if len(a) == len(b) == 1:
        score = _swap(a, b, lexicon)
        return [Step(0, 1, 0, 1, score)] if score > -1 else [Step(0, 1, 0, 0), Step(1, 1, 0, 1)]
    if len(a) * len(b) > _TABLE:
        return [Step(0, len(a), 0, 0), Step(len(a), len(a), 0, len(b))]
    return _best_split(a, b, lexicon)


def _best_split(a: Sequence[Item], b: Sequence[Item], lexicon: Lexicon) -> list[Step]:
    m, n = len(a), len(b)
    best = [[0.0] * (n + 1) for _ in range(m + 1)]
    back: list[list[tuple[int, int, float]]] = [[(0, 0, 0.0)] * (n + 1) for _ in range(m + 1)]
    for i in range(m + 1):
        for j in range(n + 1):
            if i == j == 0:
                continue
            top, how = -1e9, (0, 0, 0.0)
            if i and best[i - 1][j] + _alone(a[i - 1]) > top:
                top, how = best[i - 1][j] + _alone(a[i - 1]), (1, 0, 0.0)
            if j and best[i][j - 1] + _alone(b[j - 1]) > top:
                top, how = best[i][j - 1] + _alone(b[j - 1]), (0, 1, 0.0)
            for p in range(1, min(i, _LONGEST) + 1):
                for q in range(1, min(j, _LONGEST) + 1):
                    score = _swap(a[i - p : i], b[j - q : j], lexicon)
                    if score > -1 and best[i - p][j - q] + score > top:
                        top, how = best[i - p][j - q] + score, (p, q, score)
            best[i][j], back[i][j] = top, how
    steps = []
    i, j = m, n
    while i or j:
        p, q, score = back[i][j]
        steps.append(Step(i - p, i, j - q, j, score))
        i, j = i - p, j - q
    return steps[::-1]


def _alone(item: Item) -> float:
    """Return the score of a word without a counterpart."""
    if not item.is_word:
        return -0.02
    return -0.15 if item.is_function else -0.35


_BASE = {
    (1, 1): 0.6,
    (1, 2): 0.35,
    (2, 1): 0.35,
    (1, 3): 0.15,
    (3, 1): 0.15,
    (2, 2): 0.2,
    (2, 3): 0.1,
    (3, 2): 0.1,
    (3, 3): 0.05,
}


def _swap(a: Sequence[Item], b: Sequence[Item], lexicon: Lexicon) -> float:
    """Return how likely phrase *a* was swapped for phrase *b*; -2 where it cannot be."""
    words = [sum(x.is_word for x in side) for side in (a, b)]
    if words[0] != len(a) or words[1] != len(b):
        # Signs stand only for signs, and a phrase holds no sign but inside.
        single = len(a) == len(b) == 1 and not words[0] and not words[1]
        return 0.3 if single else -2.0
    score = _BASE[len(a), len(b)]
    names = [" ".join(x.name for x in side) for side in (a, b)]
    known = lexicon.knows(names[0], names[1])
    if known:
        return score + 1.0 + min(known, 3) * 0.2
    score += _spelling(names[0], names[1])
    score += _classes(a, b)
    if len(a) == len(b) == 1:
        score += _endings(names[0], names[1])
    score += _capitals(a, b)
    return score


def _spelling(a: str, b: str) -> float:
    likeness = Indel.normalized_similarity(a.replace(" ", ""), b.replace(" ", ""))
    start = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        start += 1
    bonus = max(0.0, likeness - 0.5) * 1.5
    return bonus + (0.15 if start >= 3 else 0.0)


def _classes(a: Sequence[Item], b: Sequence[Item]) -> float:
    content = [sum(not x.is_function for x in side) for side in (a, b)]
    if not content[0] and not content[1]:
        return 0.2
    if not content[0] or not content[1]:
        return -0.4
    digits = [any(c.isdigit() for x in side for c in x.name) for side in (a, b)]
    return 0.3 if all(digits) else 0.0


def _endings(a: str, b: str) -> float:
    if len(a) < 4 or len(b) < 4:
        return 0.0
    if a[-2:] == b[-2:]:
        return 0.2
    return 0.1 if a[-1] == b[-1] == "s" else 0.0


def _capitals(a: Sequence[Item], b: Sequence[Item]) -> float:
    first, second = a[0].text[:1], b[0].text[:1]
    if not first.isalpha() or not second.isalpha():
        return 0.0
    if first.isupper() and second.isupper():
        return 0.15
    return -0.1 if first.isupper() != second.isupper() else 0.0
