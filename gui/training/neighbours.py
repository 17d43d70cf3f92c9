"""How much what stands around speaks for a part, and for a sentence, found by trying.

``correspondence.BETWEEN`` is what believed neighbours add to the odds of a part.
Training pairs are aligned and cut into parts, as they are, and with a paragraph of the candidate
replaced by a foreign one, which is opposite something else. The marks say which parts correspond.
The number with which the fewest words are in parts that are wrongly believed, or wrongly doubted,
is taken; of several equal ones that in the middle.

``correspondence.INSIDE`` is what its section adds to the odds of a sentence. It is found in the
same way, with sentences that are opposite the ones that follow them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..compare.comparison import SectionKind
from ..compare.modelling.correspondence import BETWEEN, INSIDE, Odds, doubted, is_replaced
from ..compare.modelling.scoring_model import Model
from ..compare.modelling.sequences import SequencePair
from ..compare.modelling.steps import LINKS, Step, tokens_of
from ..compare.pairing.copied_sentences import sentences_in
from ..compare.pairing.pair_alignment import PairAlignment
from ..compare.pairing.section_alignment import (
    AlignedSection,
    Parts,
    believed_parts,
    edges_of,
    odds_by_steps,
    odds_of,
    parts_with_steps,
    told_steps,
)
from ..compare.tokenizing.equivalence import unify
from ..compare.tokenizing.tokens import TokenPair
from .hyperparameters import LEARNING
from .marked_pairs import (
    Example,
    MarkedPair,
    with_foreign_paragraphs,
    with_replaced_sentences,
)


class Row(NamedTuple):
    """A part of a pair: its odds, its words, and whether its sides correspond by the marks.

    ``odds`` are None where one side is missing.
    """

    odds: Odds | None
    words: int
    corresponds: bool


def fit_between(pairs: Sequence[MarkedPair], model: Model) -> dict[str, float]:
    """Return the number by its name, found on *pairs*; *model* has the weights learned before."""
    texts = [rows_of(pair, model) for pair in (*pairs, *with_foreign_paragraphs(pairs, 1))]
    lost = {number: sum(_lost(rows, number) for rows in texts) for number in LEARNING.between}
    return {BETWEEN: middle_of_best(lost)}


def fit_inside(pairs: Sequence[MarkedPair], model: Model) -> dict[str, float]:
    """Return the number for sentences by its name, found on *pairs* like that for parts.

    As sentences are written anew more often than replaced by others, and a counterpart that is
    called missing costs a reader more, a wrong doubt counts as ``LEARNING.doubt`` wrong beliefs.
    """
    found = [own for pair in pairs for own in sentences_of(pair, model)]
    found += [own for pair in with_replaced_sentences(pairs) for own in sentences_of(pair, model)]
    lost = {}
    for number in LEARNING.inside:
        weights = {**model.weights, INSIDE: number}
        wrong = [
            own.words * (LEARNING.doubt if own.corresponds else 1)
            for own in found
            if own.corresponds == is_replaced(*own.sentence, weights)
        ]
        lost[number] = sum(wrong)
    return {INSIDE: middle_of_best(lost)}


def middle_of_best(lost: Mapping[float, int]) -> float:
    """Return the number with which the fewest words are *lost*; of several the middle one."""
    best = [number for number in lost if lost[number] == min(lost.values())]
    return best[(len(best) - 1) // 2]


class Sentence(NamedTuple):
    """A sentence of a believed section, what it is aligned with, and whether by the marks too."""

    sentence: tuple[Sequence[Step], SequencePair]
    words: int
    corresponds: bool


def sentences_of(pair: MarkedPair, model: Model) -> list[Sentence]:
    """Return the sentences of the sections that *model* believes, where there are several."""
    example = Example(pair, model.thesaurus)
    aligned = PairAlignment(unify(example.sides), model)
    main = aligned.main
    linked = linked_tokens(example)
    found = []
    for _, own in believed_parts(main):
        sentences = list(sentences_in(own, main.sequences))
        for steps in sentences if len(sentences) > 1 else ():
            if any(step.kind in LINKS for step in steps):
                i0, i1, j0, j1 = tokens_of(steps)
                section = AlignedSection(SectionKind.PAIRED, (i0, i1), (j0, j1))
                words = judged(section, main.numbers, linked, example)
                found.append(Sentence((steps, main.sequences), *words))
    return found


def rows_of(pair: MarkedPair, model: Model) -> list[Row]:
    """Return the parts into which *model* cuts a pair."""
    example = Example(pair, model.thesaurus)
    aligned, parts = aligned_parts(example.sides, model)
    main = aligned.main
    linked = linked_tokens(example)
    return [
        Row(own, *judged(section, main.numbers, linked, example))
        for (section, _), own in zip(parts, odds_of(parts, odds_by_steps(main)), strict=True)
    ]


def aligned_parts(sides: TokenPair, model: Model) -> tuple[PairAlignment, Parts]:
    """Return how *model* aligns two documents, and the parts that it cuts them into in order."""
    aligned = PairAlignment(unify(sides), model)
    main = aligned.main
    return aligned, parts_with_steps(main, told_steps(main), edges_of(main))


def linked_tokens(example: Example) -> tuple[Mapping[int, range], Mapping[int, range]]:
    """Return for each token what it means on the other side, by tokens of the documents."""
    steps = [step for step in example.marked if step.kind in LINKS]
    return (
        {i: range(s.j0, s.j1) for s in steps for i in range(s.i0, s.i1)},
        {j: range(s.i0, s.i1) for s in steps for j in range(s.j0, s.j1)},
    )


def judged(
    section: AlignedSection,
    numbers: Sequence[Sequence[int]],
    linked: tuple[Mapping[int, range], Mapping[int, range]],
    example: Example,
) -> tuple[int, bool]:
    """Return the number of words of a part, and whether half of them mean each other."""
    words = together = 0
    for side in (0, 1):
        own, other = section.side(side), section.side(1 - side)
        opposite = set(numbers[1 - side][slice(*other)]) if other else set()
        for n in numbers[side][slice(*own)] if own else ():
            if example.sides[side].is_word[n]:
                words += 1
                together += not opposite.isdisjoint(linked[side].get(n, ()))
    return words, 2 * together >= words


def _lost(rows: Sequence[Row], number: float) -> int:
    """Return the words in parts that are judged otherwise than their marks say."""
    is_doubted = doubted([row.odds for row in rows], {BETWEEN: number})
    return sum(
        row.words
        for row, undone in zip(rows, is_doubted, strict=True)
        if row.odds is not None and row.corresponds == undone
    )
