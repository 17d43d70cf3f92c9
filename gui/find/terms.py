"""What an article is found again by: pairs of neighbouring words, and figures.

A spun copy loses a fifth of its words, but keeps names, figures and what stands next to them. Two
neighbouring words that hardly any other article has side by side are kept by a copy and shared by
chance only seldom; longer runs are lost with the first swap in them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise
from typing import NamedTuple

from ..compare.normalization import key
from ..documents.segmentation import find_tokens
from ..lexicon.grammar import function_words

_key = lru_cache(maxsize=1 << 18)(key)


class Terms(NamedTuple):
    """The terms of an article, each once; ``digest`` is that of all its words in order.

    The ``pairs`` are in the order in which they first stand in the text.
    """

    pairs: tuple[tuple[str, str], ...]
    figures: frozenset[str]
    words: int
    digest: bytes

    def keys(self) -> list[int]:
        """Return the keys of the pairs in their order, see ``term_key``."""
        return [term_key(pair) for pair in self.pairs]

    def figures_text(self) -> str:
        """Return the figures as one text, which takes a tenth of what a set does."""
        return "\n".join(sorted(self.figures))


def figures_in(text: str) -> frozenset[str]:
    """Return the figures that ``Terms.figures_text`` made *text* of."""
    return frozenset(text.split("\n")) if text else frozenset()


def words_of(text: str) -> list[str]:
    """Return the words of *text* in order, each as the comparison takes words for equal.

    >>> words_of("The Café’s 1,200 guests — all of them")
    ['the', "café's", '1,200', 'guests', 'all', 'of', 'them']
    """
    spans, is_word = find_tokens(text)
    return [_key(text[start:end]) for (start, end), own in zip(spans, is_word, strict=True) if own]


def terms_of(text: str) -> Terms:
    """Return the terms of *text*. A pair of two function words is none: any article has it."""
    words = words_of(text)
    return Terms(
        tuple(dict.fromkeys(telling_pairs(words))),
        frozenset(word for word in words if any(map(str.isdigit, word))),
        len(words),
        blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=16).digest(),
    )


def term_key(pair: tuple[str, str]) -> int:
    """Return a number of 64 bits, with a sign, that a pair of words is known by.

    It is the same on every machine; two of a billion pairs have one number once in forty times.
    """
    words = "\n".join(pair).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(words, digest_size=8).digest(), "big", signed=True)


def telling_pairs(words: Iterable[str]) -> list[tuple[str, str]]:
    """Return each two neighbours of *words* of which one at least is no function word.

    >>> telling_pairs(["out", "of", "the", "harbour"])
    [('the', 'harbour')]
    """
    closed = function_words()
    return [
        (first, second)
        for first, second in pairwise(words)
        if first not in closed or second not in closed
    ]
