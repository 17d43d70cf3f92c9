"""Scores what two articles have in common, from 0 to 1.

Three things together distinguish a copy from another article about the same event, or this week's
report from last week's: the articles share much of the smaller one, more than by chance; the
figures are the same; and in a comparison, most of one corresponds to the other. Each is a factor.
With a score of 0.5, a pair is as likely worth reading as not.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

from ...resources import read_table

T = TypeVar("T", float, Any)  # a number, or an array of numbers


class ScoreLimits(NamedTuple):
    """Numbers found by search; ``resources/model/find.toml`` says by which command.

    ``evidence``: nats at which what is shared counts half. ``figures``: the factor if no figure is
    shared. ``middle``: the product of the factors that gives a score of 0.5. ``reach``: how many
    terms on each side of a shared one may correspond as well. ``places``: the number of places over
    which shared terms must be spread for all of them to count; ``passage``: nats at which half of
    them count in a single place; ``excerpt``: nats of a passage that is as likely worth reading as
    not if it is all that two articles share; ``kept``: the share of names and figures in what
    corresponds that is typical of a copy; ``others``: how steeply the score falls below that.
    """

    evidence: float
    figures: float
    middle: float
    reach: int
    places: float
    passage: float
    excerpt: float
    kept: float
    others: float


@lru_cache(maxsize=1)
def limits() -> ScoreLimits:
    """Return the numbers that ship with the program."""
    return ScoreLimits(**read_table("model", "find.toml")["limits"])


def figures_kept(first: frozenset[str], second: frozenset[str]) -> float:
    """Return how likely a figure of the article with fewer is in the other one, 0 to 1.

    It is estimated from those that are, by Laplace's rule of succession: one figure that is not
    kept says little, ten say much.

    >>> figures_kept(frozenset({"7", "2024"}), frozenset({"2024", "9", "12"}))
    0.5
    """
    fewer = min(len(first), len(second))
    return (len(first & second) + 1) / (fewer + 2)


def certainty(evidence: T, own: ScoreLimits) -> T:
    """Return how certain it is, 0 to 1, that what is shared is not there by chance.

    >>> certainty(400, limits()._replace(evidence=400))
    0.5
    """
    certain: T = evidence / (evidence + own.evidence)
    return certain


def likeness(evidence: T, share: T, kept: float, own: ScoreLimits) -> T:
    """Return the product of the factors known before two articles are compared.

    *evidence* and *share* are those of ``Shared``, or arrays of them; *kept* is the share of
    figures kept.
    """
    found: T = share * certainty(evidence, own) * (own.figures + (1 - own.figures) * kept)
    return found


def same_story(kept: int, others: int, own: ScoreLimits) -> float:
    """Return how likely, 0 to 1, articles tell the same story, by their names and figures.

    *kept* are the same in both; for the *others* each article has its own. A copy has few of those,
    but spinners also change names that consist of words.

    >>> own = limits()._replace(kept=0.8, others=2)
    >>> same_story(8, 2, own), round(same_story(3, 6, own), 2)
    (1.0, 0.25)
    """
    share = (kept + 1) / (kept + others + 1)
    return float(min(1.0, share / own.kept) ** own.others)


def score_of(product: float, own: ScoreLimits) -> float:
    """Return the score, 0 to 1, of a product of factors.

    >>> score_of(0.2, limits()._replace(middle=0.2))
    0.5
    """
    return product / (product + own.middle)


def passage_score(evidence: float, own: ScoreLimits) -> float:
    """Return the score, 0 to 1, of two articles that share a passage worth *evidence* nats.

    >>> passage_score(280, limits()._replace(excerpt=280))
    0.5
    """
    return evidence / (evidence + own.excerpt)


def product_of(score: float, own: ScoreLimits) -> float:
    """Return the least product whose score is *score*; infinite for 1."""
    return own.middle * score / (1 - score) if score < 1 else float("inf")
