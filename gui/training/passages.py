"""How far a short passage is trusted: the numbers of ``posterior``, found by trying.

A sentence that stands alone is put opposite its counterpart, or opposite the sentence before that,
which is about the same but says something else, so that every swap told there is wrong. The
numbers by which the swaps are told best (F of the links between words) are taken. Links inside a
long mark do not count: the mark does not say which of its words mean each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from typing import NamedTuple

from ..compare.aligning.alignment import Aligned
from ..compare.aligning.posterior import CHANCE, NAMES, PRICE, Links, likely_steps, price_of
from ..compare.aligning.viterbi import Aligner
from ..compare.modelling.scores import Scores
from ..compare.modelling.scoring_model import Model
from ..compare.modelling.steps import SWAPPED
from ..compare.modelling.swap_features import LONGEST
from ..compare.pairing.pair_alignment import PairAlignment
from ..compare.tokenizing.equivalence import unify
from ..compare.tokenizing.tokens import TokenPair, number_tokens
from ..documents import read_text
from .hyperparameters import LEARNING
from .marked_pairs import Mark, MarkedPair, sentence_ends

_UNTRIED = tuple([own[0] for own in LEARNING.tried])  # where no pair has a sentence for them

Link = tuple[int, ...]


class Passage(NamedTuple):
    """Two sentences and what was put for what; ``marks`` are None where all is something else."""

    reference: str
    candidate: str
    marks: tuple[Mark, ...] | None


class Counts(NamedTuple):
    """Links found rightly, links found, and links to be found."""

    right: int
    found: int
    known: int

    def plus(self, other: Counts) -> Counts:
        """Return the sums of both."""
        return Counts(*[x + y for x, y in zip(self, other, strict=True)])

    @property
    def f(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, self.found + self.known)


def fit_passages(pairs: Sequence[MarkedPair], model: Model) -> dict[str, float]:
    """Return the numbers of ``posterior.NAMES`` that do best on sentences of *pairs*.

    *model* has weights that were learned before.
    """
    sums: dict[tuple[float, ...], Counts] = {}
    for passage in passages(pairs):
        for numbers, counts in _tried(passage, model):
            sums[numbers] = sums.get(numbers, Counts(0, 0, 0)).plus(counts)
    best = max(sums, key=lambda numbers: sums[numbers].f, default=_UNTRIED)
    return dict(zip(NAMES, best, strict=True))


def passages(pairs: Sequence[MarkedPair]) -> Iterator[Passage]:
    """Yield sentences of *pairs* with their counterparts, and some with the one before that."""
    found = [passage for pair in pairs for passage in _sentences(pair)]
    for n in range(0, len(found), LEARNING.passages):
        yield found[n]
        if n and not n // LEARNING.passages % LEARNING.wrong_passages:
            yield Passage(found[n].reference, found[n - 1].candidate, None)


def _sentences(pair: MarkedPair) -> Iterator[Passage]:
    """Yield the changed sentences that correspond to one sentence of the candidate each."""
    for (i0, j0), (i1, j1) in pairwise(sentence_ends(pair)):
        texts = pair.reference[i0:i1], pair.candidate[j0:j1]
        inside = [m for m in pair.marks if m[0] >= i0 and m[1] <= i1 and m[2] >= j0 and m[3] <= j1]
        marks = tuple((m[0] - i0, m[1] - i0, m[2] - j0, m[3] - j0) for m in inside)
        if marks and all(len(read_text(text).sentences) == 1 for text in texts):
            yield Passage(*texts, marks)


def _tried(passage: Passage, model: Model) -> Iterator[tuple[tuple[float, ...], Counts]]:
    """Yield what is told of a passage with each combination of numbers."""
    sides = number_tokens(read_text(passage.reference), read_text(passage.candidate))
    sides = unify(sides)
    aligned = PairAlignment(sides, model).main
    share = aligned.share_kept()
    if share is None:
        return
    known, unknown = _marked_links(passage.marks or (), sides)
    aligner = Aligner(Scores(aligned.sequences, model.weights))
    for trust in LEARNING.tried[0]:
        links = list(aligned.likely_links(aligner, trust))
        by_price: dict[float, Counts] = {}
        for price, chance in product(*LEARNING.tried[1:]):
            own = price_of(share, {PRICE: price, CHANCE: chance})
            if own not in by_price:
                found = _told_links(aligned, links, own, sides) - unknown
                by_price[own] = Counts(len(found & known), len(found), len(known))
            yield (trust, price, chance), by_price[own]


def _told_links(
    aligned: Aligned, links: Sequence[tuple[int, Links]], price: float, sides: TokenPair
) -> set[Link]:
    """Return the links between words of the swaps that are told at a *price*."""
    return {
        link
        for n, own in links
        for s in likely_steps(own, aligned.parts[n][0], aligned.sequences, price)
        if s.kind == SWAPPED
        for link in product(aligned.numbers[0][s.i0 : s.i1], aligned.numbers[1][s.j0 : s.j1])
        if _are_words(link, sides)
    }


def _marked_links(marks: Sequence[Mark], sides: TokenPair) -> tuple[set[Link], set[Link]]:
    """Return the links inside short marks, and those inside long ones."""
    found: tuple[set[Link], set[Link]] = (set(), set())
    for i0, i1, j0, j1 in marks:
        words = [
            [n for n in range(len(side.ids)) if side.starts[n] >= start and side.ends[n] <= end]
            for side, start, end in zip(sides, (i0, j0), (i1, j1), strict=True)
        ]
        is_long = max(map(len, words)) > LONGEST
        found[is_long].update(link for link in product(*words) if _are_words(link, sides))
    return found


def _are_words(link: tuple[int, ...], sides: TokenPair) -> bool:
    """Return whether two tokens are words, and not the same one."""
    i, j = link
    are_words = sides[0].is_word[i] and sides[1].is_word[j]
    return bool(are_words) and sides[0].ids[i] != sides[1].ids[j]
