"""The weights of ``compare.modelling.stories``, which tell one story from two of one kind.

Logistic regression separates parts of training pairs from parts of texts that have nothing to do
with each other: of two different pairs, and of the unrelated stories. Each training pair is there
once more with other names and figures (``localized``), because a copy told of another town is no
other story. All are read once more as in a language that the thesaurus does not know.
``stories.LEAST`` is found by trying, like the numbers in ``neighbours``: the fewest words are to be
in parts that are wrongly believed or wrongly doubted, in pieces of pairs, with their own names and
with others, in pairs with a foreign paragraph, and in unrelated stories. As in ``fit_inside``, a
wrong doubt counts more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from ..compare.comparison import SectionKind
from ..compare.modelling.correspondence import Odds, doubted, has_same_words
from ..compare.modelling.scoring_model import Model
from ..compare.modelling.stories import LEAST, NAMES, evidence_of_story
from ..compare.pairing.pair_alignment import PairAlignment
from ..compare.pairing.section_alignment import (
    Parts,
    odds_by_steps,
    odds_of,
    story_odds_of,
    tell_one_story_of,
)
from ..compare.tokenizing.tokens import number_tokens
from ..documents import read_text
from ..lexicon.thesaurus import NoThesaurus
from .fit import logistic_regression, texts_of_others
from .hyperparameters import LEARNING
from .localized import localized
from .marked_pairs import Example, MarkedPair, opposite, with_foreign_paragraphs
from .neighbours import aligned_parts, judged, linked_tokens, middle_of_best


class Text(NamedTuple):
    """A pair cut into parts, with their odds by either regression.

    ``marked`` are the words of each, and whether its sides correspond by the marks.
    """

    alignment: PairAlignment
    parts: Parts
    odds: tuple[Sequence[Odds | None], Sequence[Odds | None]]
    marked: Sequence[tuple[int, bool]]


def fit_stories(
    pairs: Sequence[MarkedPair], unrelated: Sequence[MarkedPair], model: Model
) -> dict[str, float]:
    """Return the weights by their names, learned from *pairs* and *unrelated* ones.

    None are learned where there are no unrelated ones. *model* has all other weights.
    """
    copies = [*pairs, *localized(pairs)]
    right, wrong, alike = (
        [row for texts in kind for row in _rows(*texts, model)]
        for kind in (_texts(copies), texts_of_others(pairs), _texts(unrelated))
    )
    if not right or not wrong or not alike:
        return {}
    sizes = len(right), len(wrong), len(alike)
    parts = 1.0, 1.0 - LEARNING.of_one_kind, LEARNING.of_one_kind
    each = [part / size for part, size in zip(parts, sizes, strict=True)]
    found = logistic_regression(
        np.array([[row[name] for name in NAMES] for row in (*right, *wrong, *alike)]),
        np.repeat((1.0, -1.0, -1.0), sizes),
        np.repeat(each, sizes) * len(right) / 2,
    )
    weights = dict(zip(NAMES, [round(w, LEARNING.decimals) for w in found.tolist()], strict=True))
    learned = Model({**model.weights, **weights}, model.thesaurus)
    return {**weights, LEAST: _least(pairs, unrelated, learned)}


def _least(pairs: Sequence[MarkedPair], unrelated: Sequence[MarkedPair], model: Model) -> float:
    """Return the number of ``stories.LEAST``; *model* has the other weights."""
    short = [piece for pair in pairs for piece in pieces(pair)]
    short += list(localized(short))
    mixed = [*short, *with_foreign_paragraphs(pairs, 1), *unrelated]
    bare = Model(model.weights, NoThesaurus())
    texts = [_text(pair, model) for pair in mixed]
    texts += [_text(pair, bare) for pair in (*short, *unrelated)]
    lost = {
        least: sum(_lost(own, {**model.weights, LEAST: least}) for own in texts)
        for least in LEARNING.least
    }
    return middle_of_best(lost)


def pieces(pair: MarkedPair) -> Iterator[MarkedPair]:
    """Yield a pair cut at ends of paragraphs into texts as short as the unrelated stories."""
    ends = [found.end() for found in re.finditer("\n\n+", pair.reference)]
    ends = [end for end in ends if not any(m[0] < end and end - 2 < m[1] for m in pair.marks)]
    start = last = 0
    for end in [*ends, len(pair.reference)]:
        if len(pair.reference[start:end].split()) < LEARNING.short:
            continue
        other = opposite(pair.marks, end)
        inside = [m for m in pair.marks if start <= m[0] and m[1] <= end]
        yield MarkedPair(
            f"{pair.name}-{start}",
            pair.style,
            pair.is_test,
            pair.reference[start:end],
            pair.candidate[last:other],
            tuple((m[0] - start, m[1] - start, m[2] - last, m[3] - last) for m in inside),
        )
        start, last = end, other


def _texts(pairs: Sequence[MarkedPair]) -> list[tuple[str, str]]:
    return [(pair.reference, pair.candidate) for pair in pairs]


def _rows(reference: str, candidate: str, model: Model) -> Iterator[Mapping[str, float]]:
    """Yield the evidence of each part of two texts that leaves a doubt, by two thesauri."""
    for own in (model, Model(model.weights, NoThesaurus())):
        sides = number_tokens(read_text(reference), read_text(candidate))
        aligned, parts = aligned_parts(sides, own)
        main = aligned.main
        for section, steps in parts:
            seen = steps, main.sequences
            if section.kind is SectionKind.PAIRED and not has_same_words(*seen):
                yield evidence_of_story(*seen)


def _text(pair: MarkedPair, model: Model) -> Text:
    example = Example(pair, model.thesaurus)
    aligned, parts = aligned_parts(example.sides, model)
    main = aligned.main
    linked = linked_tokens(example)
    odds = odds_of(parts, odds_by_steps(main)), story_odds_of(parts, main)
    marked = [judged(section, main.numbers, linked, example) for section, _ in parts]
    return Text(aligned, parts, odds, marked)


def _lost(text: Text, weights: Mapping[str, float]) -> int:
    """Return the words in parts that are judged otherwise than their marks say."""
    is_one_story = tell_one_story_of(text.parts, text.alignment.main, weights)
    odds = text.odds[0 if is_one_story else 1]
    is_doubted = doubted(odds, weights if is_one_story else {})
    return sum(
        words * (LEARNING.doubt if corresponds else 1)
        for (words, corresponds), own, undone in zip(text.marked, odds, is_doubted, strict=True)
        if own is not None and corresponds == undone
    )
