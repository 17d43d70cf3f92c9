"""How sure one must be that a sentence moved and was reworded, found by trying.

``correspondence.MOVED``, times the logarithm of the number of passages that could have been tried,
is added to the odds of two that share few words and stand in different places. The sentences of
training pairs are put in the opposite order in the candidate, each a paragraph of its own or all in
one, and of three in a row one is left out of either text. The number with which the fewest words
are aligned with another sentence, or not aligned although their own is there, is taken; of several
equal ones that in the middle.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ..compare.modelling.correspondence import MOVED
from ..compare.modelling.scoring_model import Model
from ..compare.modelling.steps import LINKS
from ..compare.pairing.pair_alignment import PairAlignment
from ..compare.tokenizing.equivalence import unify
from ..compare.tokenizing.tokens import Tokens, number_tokens
from ..documents import read_text
from .hyperparameters import LEARNING
from .marked_pairs import MarkedPair, sentence_ends
from .neighbours import middle_of_best

_FEWEST = 4  # sentences; of fewer hardly one is left to be found


class Reordered(NamedTuple):
    """Two texts made of the sentences of a pair, each given with its number in the pair."""

    reference: tuple[tuple[int, str], ...]
    candidate: tuple[tuple[int, str], ...]
    between: str


def fit_moved(pairs: Sequence[MarkedPair], model: Model) -> dict[str, float]:
    """Return the number by its name, found on *pairs*; *model* has the weights learned before."""
    texts = [
        own for n, pair in enumerate(pairs) for own in reordered(pair, "\n\n" if n % 2 else " ")
    ]
    lost = {
        number: sum(
            words_lost(own, Model({**model.weights, MOVED: number}, model.thesaurus))
            for own in texts
        )
        for number in LEARNING.moved
    }
    return {MOVED: middle_of_best(lost)}


def reordered(pair: MarkedPair, between: str) -> list[Reordered]:
    """Return the sentences of a pair in another order, none for a pair of few.

    >>> text = "Rain fell. Dogs bark. Bees sting. Cats purr."
    >>> ((own,),) = [reordered(MarkedPair("", "", False, text, text, ()), " ")]
    >>> [text for _, text in own.reference], [text for _, text in own.candidate]
    (['Dogs bark.', 'Bees sting.'], ['Cats purr.', 'Bees sting.', 'Rain fell.'])
    """
    sentences = [
        (pair.reference[i0:i1].strip(), pair.candidate[j0:j1].strip())
        for (i0, j0), (i1, j1) in pairwise(sentence_ends(pair))
    ]
    both = [own for own in sentences if all(own)]
    if len(both) < _FEWEST:
        return []
    reference = tuple((n, own[0]) for n, own in enumerate(both) if n % 3 != 0)
    candidate = tuple((n, own[1]) for n, own in enumerate(both) if n % 3 != 1)
    return [Reordered(reference, candidate[::-1], between)]


def words_lost(texts: Reordered, model: Model) -> int:
    """Return the words of the reference that are aligned wrongly, or wrongly not aligned."""
    documents = [read_text(texts.between.join(text for _, text in own)) for own in texts[:2]]
    sides = unify(number_tokens(*documents))
    sections = PairAlignment(sides, model).sections
    home = [
        homes(side, own, len(texts.between)) for side, own in zip(sides, texts[:2], strict=True)
    ]
    linked = {
        i: home[1][step.j0 : step.j1]
        for _, steps in sections
        for step in steps
        if step.kind in LINKS
        for i in range(step.i0, step.i1)
    }
    there = set(home[1])
    return sum(
        home[0][i] not in linked[i] if i in linked else home[0][i] in there
        for i, is_word in enumerate(sides.reference.is_word)
        if is_word
    )


def homes(side: Tokens, sentences: Sequence[tuple[int, str]], between: int) -> list[int]:
    """Return for each token the number of its sentence; *between* code points part two of them."""
    found: list[int] = []
    at = end = 0
    for number, text in sentences:
        end += len(text)
        while at < len(side.starts) and side.starts[at] < end:
            found.append(number)
            at += 1
        end += between
    return found
