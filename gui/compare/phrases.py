"""Splitting a replaced run into the phrase pairs that mean each other.

A replaced run is what stands between two kept words: some words of the reference, some of the
candidate. The best split is found by dynamic programming (monotone phrase alignment, as in
Wu 1997 without inversion) over a score of plain evidence: swaps that the pair itself shows
elsewhere, spelling, word class, endings, capitals, figures, length.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import Indel

from .function_words import OPEN, PREPOSITION, word_class

_PHRASE = 3  # words on each side of one substitution ...
_LONG_PHRASE = 5  # ... unless the other side is a single word ("access" -> "the right of entry")
_TABLE = 1600  # cells; a larger run was rewritten, not swapped word by word
IMPOSSIBLE = -9.0


@dataclass(frozen=True)
class Item:
    """One word of a run - with its hyphenated parts - as tokens ``[start, end)``."""

    start: int
    end: int
    text: str
    name: str
    is_word: bool
    word_class: str | None

    @property
    def is_function(self) -> bool:
        """True for words of the closed classes."""
        return self.word_class is not None


@dataclass
class Lexicon:
    """What the pair itself teaches: how often one word stands alone where another stood."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    spellings: dict[tuple[str, str], float] = field(default_factory=dict)

    def learn(self, reference: str, candidate: str) -> None:
        """Count one isolated swap."""
        self.counts[reference, candidate] += 1

    def knows(self, reference: str, candidate: str) -> int:
        """Return how often the swap stands alone."""
        return self.counts.get((reference, candidate), 0)

    def spelling(self, a: str, b: str) -> float:
        """Return the evidence in the spelling of two words, 0 to about 0.9; remembered."""
        found = self.spellings.get((a, b))
        if found is None:
            found = self.spellings[a, b] = _spelling(a, b)
        return found

    def contraction(self, a: str, b: str) -> float:
        """Return the evidence that one phrase is the other run together; remembered.

        ``it is`` -> ``it's``, ``any one`` -> ``anyone``.
        """
        found = self.spellings.get((a, b))
        if found is None:
            joined = [x.replace(" ", "").replace("'", "") for x in (a, b)]
            likeness = Indel.normalized_similarity(*joined)
            found = self.spellings[a, b] = likeness if likeness >= 0.8 else 0.0
        return found


@dataclass(frozen=True)
class Step:
    """Items ``[i0, i1)`` stand for items ``[j0, j1)``; one side may be empty."""

    i0: int
    i1: int
    j0: int
    j1: int
    score: float = 0.0


@dataclass(frozen=True)
class Split:
    """The steps of a run and what speaks for them."""

    steps: tuple[Step, ...]
    score: float


def split_run(a: Sequence[Item], b: Sequence[Item], lexicon: Lexicon) -> Split:
    """Return the best split of one replaced run.

    ``National Defense`` against ``Nationwide Protection`` is two substitutions,
    ``increasingly`` against ``more and more`` is one.
    """
    m, n = len(a), len(b)
    if not m or not n or m * n > _TABLE:
        steps = [Step(0, m, 0, 0)] if m else []
        if n:
            steps.append(Step(m, m, 0, n))
        return Split(tuple(steps), sum(map(_alone, a)) + sum(map(_alone, b)))
    if m == n == 1:
        score = _swap(a, b, lexicon)
        if score > IMPOSSIBLE:
            return Split((Step(0, 1, 0, 1, score),), score)
        return Split((Step(0, 1, 0, 0), Step(1, 1, 0, 1)), _alone(a[0]) + _alone(b[0]))
    return _best_split(a, b, lexicon)


def _best_split(a: Sequence[Item], b: Sequence[Item], lexicon: Lexicon) -> Split:
    m, n = len(a), len(b)
    best = [[0.0] * (n + 1) for _ in range(m + 1)]
    back: list[list[tuple[int, int]]] = [[(0, 0)] * (n + 1) for _ in range(m + 1)]
    alone = [_alone(x) for x in a], [_alone(x) for x in b]
    for i in range(m + 1):
        row = best[i]
        for j in range(n + 1):
            if not i and not j:
                continue
            top, how = IMPOSSIBLE * (m + n), (0, 0)
            # Longer phrases first: of two equal splits the later word gets the longer phrase,
            # as the noun at the end of "hotel room" does.
            for p in range(min(i, _LONG_PHRASE), 0, -1):
                for q in range(min(j, _PHRASE if p > 1 else _LONG_PHRASE), 0, -1):
                    if p > _PHRASE and q > 1:
                        continue
                    score = best[i - p][j - q] + _swap(a[i - p : i], b[j - q : j], lexicon)
                    if score > top:
                        top, how = score, (p, q)
            if i and best[i - 1][j] + alone[0][i - 1] > top:
                top, how = best[i - 1][j] + alone[0][i - 1], (1, 0)
            if j and row[j - 1] + alone[1][j - 1] > top:
                top, how = row[j - 1] + alone[1][j - 1], (0, 1)
            row[j], back[i][j] = top, how
    steps = []
    i, j = m, n
    while i or j:
        p, q = back[i][j]
        steps.append(Step(i - p, i, j - q, j, best[i][j] - best[i - p][j - q]))
        i, j = i - p, j - q
    return Split(tuple(_join_governed(steps[::-1], a, b, lexicon)), best[m][n])


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
                all(x.word_class in (None, OPEN) for x in words)
                and all(x.word_class == PREPOSITION for x in rest)
                and not lexicon.knows(*names)
                and names[0] not in names[1]
                and names[1] not in names[0]
            ):
                joined[-1] = Step(last.i0, step.i1, last.j0, step.j1, last.score + step.score)
                continue
        joined.append(step)
    return joined


def _is_single(step: Step) -> bool:
    return step.i1 - step.i0 == step.j1 - step.j0 == 1


def _alone(item: Item) -> float:
    """Return the score of a word without a counterpart: swaps are likelier than gaps."""
    if not item.is_word:
        return -0.02
    return -0.3 if item.is_function else -0.5


def _swap(a: Sequence[Item], b: Sequence[Item], lexicon: Lexicon) -> float:
    """Return what speaks for phrase *a* having been swapped for phrase *b*."""
    p, q = len(a), len(b)
    for side in (a, b):
        for item in side:
            if not item.is_word:
                # Signs stand only for signs.
                both = p == q == 1 and not a[0].is_word and not b[0].is_word
                return 0.3 if both else IMPOSSIBLE
    score = 0.8 - 0.2 * max(p, q) - 0.05 * min(p, q) + (0.05 if p == q == 1 else 0.0)
    if p == q == 1:
        names = a[0].name, b[0].name
    else:
        names = " ".join(x.name for x in a), " ".join(x.name for x in b)
    known = lexicon.knows(*names)
    if known:
        return score + 1.0 + min(known, 3) * 0.2
    score += max(lexicon.spelling(x.name, y.name) for x in a for y in b)
    score += _classes(a, b)
    if p == q == 1:
        score += _endings(*names)
    else:
        score += lexicon.contraction(*names)
    return score + _capitals(a[0].text, b[0].text)


def _spelling(a: str, b: str) -> float:
    if word_class(a) or word_class(b):
        return 0.0
    start = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        start += 1
    bonus = max(0.0, Indel.normalized_similarity(a, b) - 0.6) * 2
    return bonus + (0.15 if start >= 3 else 0.0)


def _classes(a: Sequence[Item], b: Sequence[Item]) -> float:
    closed = [all(x.word_class not in (None, OPEN) for x in side) for side in (a, b)]
    if all(closed):
        same = len(a) == len(b) == 1 and a[0].word_class == b[0].word_class
        return 0.2 if same else -0.1
    if any(closed):
        return -0.4
    digits = [any(c.isdigit() for x in side for c in x.name) for side in (a, b)]
    return 0.3 if all(digits) else 0.0


def _endings(a: str, b: str) -> float:
    if len(a) < 4 or len(b) < 4:
        return 0.0
    if a[-2:] == b[-2:]:
        return 0.2
    return 0.1 if a[-1] == b[-1] == "s" else 0.0


def _capitals(a: str, b: str) -> float:
    first, second = a[0], b[0]
    if not first.isalpha() or not second.isalpha():
        return 0.0
    if first.isupper() and second.isupper():
        return 0.15
    return -0.1 if first.isupper() != second.isupper() else 0.0
