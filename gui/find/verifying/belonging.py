"""Estimates whether what two articles share belongs to either, or was taken from the other.

An article stays with the same people and things. A digest, or a page that surrounds an article with
other pieces, does not: little of the passage is mentioned again in the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from ...compare import Comparison
from ...documents import Document, Span
from ...lexicon.grammar import function_words
from ..sharing.terms import telling_pairs, words_of

_FEWEST = 30  # words, each counted once, of which nothing can be said
_SHORT = 2  # letters of words that say little, in languages without a list of function words
_PAIRS = 2.0  # what pairs of words that come again count for, beside single words
_LARGE = 0.2  # in larger texts more comes again by chance: growth, as a power of the size
# Halves and thirds of 1,400 news articles come again less than this once in forty times; of
# articles in a digest of three, a half or nearly all do.
_BELONGS = 0.085
_BEGINNING = 1.6  # what it counts for that both begin alike, or that a headline stands inside
_HEADLINE = 100  # characters at most
_ENDS = tuple(".!?。！？…")  # of sentences; headlines end otherwise
_FOREIGN = 1.0  # what belongs to an article less than this is foreign to it
_ALIEN = 0.65  # the same, where it is all of the other one: that may have lost the rest
_MORE = 1.5  # how many times more it must belong to the other one to come from there
_Parts = Sequence[tuple[Span, "Span | None"]]


class Belonging(NamedTuple):
    """How closely what corresponds is related to the rest of either article, by ``belonging_to``.

    None where that cannot be said, as where it is all of an article.
    """

    first: float | None = None
    second: float | None = None

    @property
    def taker(self) -> int:
        """1 if what corresponds is foreign to the first, and less so to the second.

        -1 if it is the other way round, 0 if there is no evidence.
        """
        first, second = (inf if own is None else own for own in self)
        lower, more = sorted((first, second))
        if lower >= (_FOREIGN if more < inf else _ALIEN) or more < _MORE * lower:
            return 0
        return 1 if first == lower else -1

    @property
    def foreign(self) -> tuple[bool, bool]:
        """True if what corresponds may be foreign to either; less certain than ``taker``."""
        first, second = (own is not None and own < _FOREIGN for own in self)
        return first, second

    def turned(self) -> Belonging:
        """Return the same, seen from the second article."""
        return Belonging(self.second, self.first)


def belonging_in(found: Comparison) -> Belonging:
    """Return how closely what corresponds is related to the rest of either article.

    It counts in favour of an article that it begins like the other one, and against it that the
    other one's headline is inside it.
    """
    both = [(own.reference, own.candidate) for own in found.sections]
    first = [(own, other) for own, other in both if own]
    second = [(own, other) for other, own in both if own]
    return Belonging(
        _belonging(found.reference, first, _beginning(found.candidate, second, first)),
        _belonging(found.candidate, second, _beginning(found.reference, first, second)),
    )


def _belonging(document: Document, parts: _Parts, weight: float) -> float | None:
    passage: list[str] = []
    rest: list[str] = []
    for span, counterpart in parts:
        (passage if counterpart else rest).extend(words_of(span.of(document.text)))
    found = belonging_to(rest, passage)
    return None if found is None else found * weight


def _beginning(document: Document, parts: _Parts, others: _Parts) -> float:
    """Return a factor that depends on where the beginning of a document is in the other one."""
    if not parts or not others:
        return 1.0
    span, counterpart = min(parts, key=lambda part: part[0].start)
    if counterpart is None:
        return 1.0
    if counterpart.start == min(other.start for other, _ in others):
        return _BEGINNING
    text = span.of(document.text).strip()
    return 1.0 if len(text) > _HEADLINE or text.endswith(_ENDS) else 1 / _BEGINNING


def belonging_to(rest: Sequence[str], passage: Sequence[str]) -> float | None:
    """Return how closely a *passage* is related to the *rest* of its article.

    It is 1 for what hardly belongs there. Both are words in order; None if either has too few.
    """
    words = [_content(passage), _content(rest)]
    fewer, more = sorted(map(len, words))
    if fewer < _FEWEST:
        return None
    pairs = [set(telling_pairs(own)) for own in (passage, rest)]
    again = _both(*words) + _PAIRS * _both(*pairs)
    return again / (_BELONGS * float(more**_LARGE))


def _content(words: Sequence[str]) -> set[str]:
    closed = function_words()
    return {word for word in words if word not in closed and len(word) > _SHORT}


def _both(first: set[str] | set[tuple[str, str]], second: set[str] | set[tuple[str, str]]) -> float:
    """Return the share of the smaller set that both have."""
    return len(first & second) / max(1, min(len(first), len(second)))
