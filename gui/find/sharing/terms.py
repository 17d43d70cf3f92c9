"""The terms by which copies are found: pairs of neighbouring words, and figures.

A spun copy loses a fifth of its words, but keeps names, figures and the words next to them. Rare
pairs of neighbouring words survive in a copy and are seldom shared by chance; longer runs are lost
with the first swap in them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise
from typing import NamedTuple

from ...compare.tokenizing.normalization import key
from ...documents.text.word_boundaries import find_tokens
from ...lexicon.grammar import function_words

_key = lru_cache(maxsize=1 << 18)(key)


class Terms(NamedTuple):
    """The terms of an article, each once; ``digest`` is a hash of all its words in order.

    The ``pairs`` are in the order of their first occurrence in the text.
    """

    pairs: tuple[tuple[str, str], ...]
    figures: frozenset[str]
    words: int
    digest: bytes

    def keys(self) -> list[int]:
        """Return the keys of the pairs in their order, see ``term_key``."""
        return [term_key(pair) for pair in self.pairs]

    def figures_text(self) -> str:
        """Return the figures as one text, which takes a tenth of the memory of a set."""
        return "\n".join(sorted(self.figures))


def figures_in(text: str) -> frozenset[str]:
    """Return the figures that ``Terms.figures_text`` turned into *text*."""
    return frozenset(text.split("\n")) if text else frozenset()


def words_of(text: str) -> list[str]:
    """Return the words of *text* in order, normalized as for the comparison.

    >>> words_of("The Café’s 1,200 guests — all of them")
    ['the', "café's", '1,200', 'guests', 'all', 'of', 'them']
    """
    spans, is_word = find_tokens(text)
    return [_key(text[start:end]) for (start, end), own in zip(spans, is_word, strict=True) if own]


def terms_of(text: str) -> Terms:
    """Return the terms of *text*, without pairs of two function words, which any article has."""
    words = words_of(text)
    return Terms(
        tuple(dict.fromkeys(telling_pairs(words))),
        frozenset(word for word in words if any(map(str.isdigit, word))),
        len(words),
        blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=16).digest(),
    )


def term_key(pair: tuple[str, str]) -> int:
    """Return a signed 64-bit number that identifies a pair of words.

    It is the same on every machine; among a billion pairs, the chance of a collision is 1 in 40.
    """
    words = "\n".join(pair).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(words, digest_size=8).digest(), "big", signed=True)


def telling_pairs(words: Iterable[str]) -> list[tuple[str, str]]:
    """Return the pairs of neighbouring *words* that are not both function words.

    >>> telling_pairs(["out", "of", "the", "harbour"])
    [('the', 'harbour')]
    """
    closed = function_words()
    return [
        (first, second)
        for first, second in pairwise(words)
        if first not in closed or second not in closed
    ]
