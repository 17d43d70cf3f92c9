"""How well the aligner finds what was marked in pairs, compared with plain diffs.

Two things are measured by F, the harmonic mean of precision and recall: substitutions whose
words on both sides are exactly those of a mark, and the words of both texts that are rightly
marked as substituted or as having no counterpart. Signs alone do not count.

Both plain diffs compare words, without the signs between them, by the same keys as the aligner,
so that they ignore capitals and quotation marks too. Of the words that they replace, runs of
equal length are split one to one.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ..compare.comparison import ChangeKind, Comparison, Options, SectionKind
from ..compare.diff import myers
from ..compare.modelling.scoring_model import Model
from ..compare.modelling.steps import ADDED, DROPPED, REWRITTEN, SWAPPED, Step
from ..compare.pipeline import compare
from ..compare.telling.section_changes import ProposedChange, proposed_changes
from ..compare.tokenizing.tokens import TokenPair, Tokens
from ..documents import Span
from .marked_pairs import Example, MarkedPair

SYSTEMS = ("Copydesk", "difflib", "d-m-p")
_SUBSTITUTED, _ALONE = 1, 2  # how a word may be marked; 0 is for words that both texts have
Run = tuple[int, int, int, int]  # words [i0, i1) that are replaced by words [j0, j1)
Differ = Callable[[Sequence[int], Sequence[int]], Iterator[Run]]

# This is without the search for words that occur once, which ``diff.equal_tokens`` adds.
_diff_match_patch = myers


class Tally(NamedTuple):
    """How many things were found correctly, were found at all, and were there to be found."""

    right: int = 0
    found: int = 0
    known: int = 0

    def plus(self, other: Tally) -> Tally:
        """Return the sum of both tallies."""
        return Tally(*(x + y for x, y in zip(self, other, strict=True)))

    @property
    def f(self) -> float:
        """The harmonic mean of precision and recall; 1 if there was nothing to find."""
        return 2 * self.right / (self.found + self.known) if self.found + self.known else 1.0


class Marked(NamedTuple):
    """What was found between two documents: substitutions, and a mark for each word.

    Substitutions are bounds (i0, i1, j0, j1) in tokens, from word to word.
    """

    substitutions: frozenset[tuple[int, int, int, int]]
    words: tuple[bytes, bytes]

    def against(self, known: Marked) -> tuple[Tally, Tally]:
        """Return the tallies of substitutions and of words, measured by what is *known*."""
        both = self.substitutions & known.substitutions
        pairs = [
            pair
            for own, right in zip(self.words, known.words, strict=True)
            for pair in zip(own, right, strict=True)
        ]
        return (
            Tally(len(both), len(self.substitutions), len(known.substitutions)),
            Tally(
                sum(x == y != 0 for x, y in pairs),
                sum(x != 0 for x, _ in pairs),
                sum(y != 0 for _, y in pairs),
            ),
        )


def marked(drafts: Sequence[ProposedChange], sides: TokenPair) -> Marked:
    """Return the marks of *drafts*; minor differences and look-alikes have none."""
    marks = bytearray(len(sides[0].ids)), bytearray(len(sides[1].ids))
    substitutions = set()
    for draft in drafts:
        bounds = draft.reference, draft.candidate
        if draft.kind is ChangeKind.SUBSTITUTION:
            old, new = (_to_words(s, *own) for s, own in zip(sides, bounds, strict=True))
            if old or new:
                substitutions.add((*(old or draft.reference), *(new or draft.candidate)))
        elif draft.kind not in (ChangeKind.MISSING, ChangeKind.ADDED):
            continue
        mark = _SUBSTITUTED if draft.kind is ChangeKind.SUBSTITUTION else _ALONE
        for own, (start, end) in zip(marks, bounds, strict=True):
            own[start:end] = bytes([mark]) * (end - start)
    a, b = (
        bytes(mark for mark, word in zip(own, side.is_word, strict=True) if word)
        for own, side in zip(marks, sides, strict=True)
    )
    return Marked(frozenset(substitutions), (a, b))


def _to_words(side: Tokens, start: int, end: int) -> tuple[int, int] | None:
    """Return the bounds of a phrase without signs at its edges; None if it has no word."""
    words = [n for n in range(start, end) if side.is_word[n]]
    return (words[0], words[-1] + 1) if words else None


def drafts_of_comparison(comparison: Comparison, sides: TokenPair) -> list[ProposedChange]:
    """Return the changes of a comparison, with its missing and added sections as changes too."""
    alone = {SectionKind.MISSING: ChangeKind.MISSING, SectionKind.ADDED: ChangeKind.ADDED}
    found = [(c.kind, c.reference, c.candidate) for c in comparison.changes]
    found += [
        (alone[s.kind], s.reference, s.candidate) for s in comparison.sections if s.kind in alone
    ]
    return [
        ProposedChange(kind, _bounds(sides[0], reference), _bounds(sides[1], candidate))
        for kind, reference, candidate in found
    ]


def _bounds(side: Tokens, span: Span | None) -> tuple[int, int]:
    return (side.at(span.start), side.at(span.end)) if span else (0, 0)


def measure(pair: MarkedPair, model: Model) -> Iterator[tuple[Tally, Tally]]:
    """Yield the tallies of substitutions and of words for each of ``SYSTEMS``."""
    example = Example(pair, model.thesaurus)
    sides = example.sides
    known = marked(proposed_changes(example.marked, sides, Options()), sides)
    comparison = compare(sides[0].document, sides[1].document, model=model)
    for drafts in (
        drafts_of_comparison(comparison, sides),
        drafts_by(by_difflib, sides),
        drafts_by(by_diff_match_patch, sides),
    ):
        yield marked(drafts, sides).against(known)


def words_apart(pairs: Sequence[MarkedPair], model: Model) -> float:
    """Return the share of the words of unrelated *pairs* that are told to have no counterpart."""
    words = b""
    for pair in pairs:
        sides = Example(pair, model.thesaurus).sides
        comparison = compare(sides[0].document, sides[1].document, model=model)
        words += b"".join(marked(drafts_of_comparison(comparison, sides), sides).words)
    return words.count(_ALONE) / max(1, len(words))


class Report:
    """The figures of pairs by style."""

    def __init__(self) -> None:
        self._pairs: dict[str, int] = {}
        self._tallies: dict[str, list[list[Tally]]] = {}

    def add(self, pair: MarkedPair, model: Model) -> None:
        """Measure one pair."""
        self._pairs[pair.style] = self._pairs.get(pair.style, 0) + 1
        total = self._tallies.setdefault(pair.style, [[Tally()] * len(SYSTEMS) for _ in range(2)])
        for n, found in enumerate(measure(pair, model)):
            for own, tally in zip(total, found, strict=True):
                own[n] = own[n].plus(tally)

    def total(self) -> list[list[Tally]]:
        """Return the tallies of all pairs: substitutions, then words, of each of ``SYSTEMS``."""
        total = [[Tally()] * len(SYSTEMS) for _ in range(2)]
        for tallies in self._tallies.values():
            total = [
                [x.plus(y) for x, y in zip(*rows, strict=True)]
                for rows in zip(total, tallies, strict=True)
            ]
        return total

    def lines(self) -> Iterator[str]:
        """Yield the lines of a table."""
        wide = max(map(len, (*self._pairs, "all styles")), default=0) + 2
        columns = "".join(f"{name:>10}" for name in SYSTEMS)
        halves = (f"{name:^{len(columns)}}".rstrip() for name in ("substitutions", "words"))
        first, second = halves
        yield f"{'':{wide}}{'':>5}{first:{len(columns)}}{second}".rstrip()
        yield f"{'style':{wide}}pairs{columns}{columns}"
        for style in sorted(self._tallies):
            yield self._line(style, wide, self._pairs[style], self._tallies[style])
        yield self._line("all styles", wide, sum(self._pairs.values()), self.total())

    @staticmethod
    def _line(style: str, wide: int, pairs: int, tallies: Sequence[Sequence[Tally]]) -> str:
        figures = "".join(f"{tally.f:>10.3f}" for own in tallies for tally in own)
        return f"{style:{wide}}{pairs:>5}{figures}"


def by_difflib(a: Sequence[int], b: Sequence[int]) -> Iterator[Run]:
    """Yield the runs that Python's ``difflib`` finds different."""
    for tag, *run in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag != "equal":
            yield run[0], run[1], run[2], run[3]


def by_diff_match_patch(a: Sequence[int], b: Sequence[int]) -> Iterator[Run]:
    """Yield the runs that diff-match-patch finds different, given one character for each word."""
    i = j = 0
    for x, y, n in [*_diff_match_patch(a, b), (len(a), len(b), 0)]:
        if i < x or j < y:
            yield i, x, j, y
        i, j = x + n, y + n


def drafts_by(differ: Differ, sides: TokenPair) -> list[ProposedChange]:
    """Return the changes that *differ* finds between two documents."""
    where = [[n for n, word in enumerate(side.is_word) if word] for side in sides]
    a, b = ([side.ids[n] for n in own] for side, own in zip(sides, where, strict=True))
    steps: list[Step] = []
    for i0, i1, j0, j1 in differ(a, b):
        old, new = where[0][i0:i1], where[1][j0:j1]
        if old and len(old) == len(new):
            steps += [Step(SWAPPED, i, i + 1, j, j + 1) for i, j in zip(old, new, strict=True)]
        elif old and new:
            steps.append(Step(REWRITTEN, old[0], old[-1] + 1, new[0], new[-1] + 1))
        else:
            steps += [Step(DROPPED, i, i + 1, 0, 0) for i in old]
            steps += [Step(ADDED, 0, 0, j, j + 1) for j in new]
    return [draft for step in steps for draft in proposed_changes([step], sides, Options())]
