"""The numbers that decide how weights are learned, and are not learned themselves.

They were chosen by how well the aligner then does on pairs that it has not seen. How long a search
goes on is none of them: it ends at the minimum (``minimization``), so that only the penalties keep
weights small. They had been chosen with searches that were cut off; that of the aligner ended
within a tenth of the log-likelihood at the minimum, so that the same penalties serve.

The file of the weights has these numbers, too: a test tells where one was changed and the weights
were not learned again.
"""

from __future__ import annotations

from typing import NamedTuple

_QUARTERS = tuple(n / 4 for n in range(21))  # 0 to 5


class Hyperparameters(NamedTuple):
    """All of them; a penalty is twice the price of each squared weight."""

    penalty: float = 1.5
    strangers: int = 3  # mixtures of unrelated paragraphs that are added to the pairs
    foreign_paragraphs: int = 4  # one pair in this many gets a paragraph of another one
    paragraph: int = 100  # code points that such a paragraph has; headings are shorter
    seed: int = 5  # of the chance that mixes
    without_classes: int = 6  # one pair in this many is read as in a language without known classes
    # One pair in this many is read so where the weights without a thesaurus are learned.
    unaided_without_classes: int = 2
    cuts_penalty: float = 4.0
    cuts_most: int = 10  # tokens of a side of the stretches that cuts are learned from
    correspondence_penalty: float = 0.1  # each is learned from a few hundred parts
    others: tuple[int, ...] = (1, 2)  # distances of the pairs put beside each reference
    of_one_kind: float = 0.3  # weight of the stories of one kind among what does not correspond
    short: int = 40  # words of a piece of a pair that is read as a text
    # What is tried for ``stories.LEAST``.
    least: tuple[float, ...] = (-3.0, -2.5, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0)
    passages: int = 3  # one sentence in this many is tried; more do not change the outcome
    wrong_passages: int = 2  # one of so many of them is tried opposite a wrong one, too
    # What is tried for each of ``posterior.NAMES``, in all combinations.
    tried: tuple[tuple[float, ...], ...] = (
        (0.3, 0.4, 0.5, 0.7, 1.0),
        (0.04, 0.08, 0.12, 0.16),
        (0.03, 0.04, 0.05, 0.06, 0.08),
    )
    # What is tried for ``correspondence.BETWEEN``.
    between: tuple[float, ...] = (0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0)
    # What is tried for ``correspondence.INSIDE``, and how much a wrong doubt costs there.
    inside: tuple[float, ...] = _QUARTERS
    doubt: int = 4
    # What is tried for ``correspondence.MOVED``.
    moved: tuple[float, ...] = (-1.5, -1.25, -1.0, -0.75, -0.5, -0.25, 0.0)
    replaced_sentences: int = 3  # of a pair that are put opposite another, at most
    # Of the weights that are written, and used from then on; ``minimization.NEAR`` is far less.
    decimals: int = 3


LEARNING = Hyperparameters()
"""Those that the command uses where it is told nothing else."""
