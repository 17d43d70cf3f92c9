"""Function words and the phrases that stand for them: "during", "in the course of".

A thesaurus knows few of them, and they have no word in common by which they could be told to mean
the same. The groups are in ``resources/model/function_phrases.toml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from ..resources import read_table
from .grammar import word_forms

_CACHED = 1 << 14  # phrases; a long article that was changed heavily has about as many
_NONE: frozenset[int] = frozenset()


@lru_cache(maxsize=1)
def phrase_groups() -> tuple[tuple[str, ...], ...]:
    """Return the groups of phrases any of which may be put for any other."""
    lines = [line for text in _table().values() for line in text.splitlines() if line.strip()]
    return tuple(
        [tuple([" ".join(phrase.split()) for phrase in line.split("|")]) for line in lines]
    )


def _table() -> Mapping[str, str]:
    return read_table("model", "function_phrases.toml")


@lru_cache(maxsize=1)
def _numbers() -> Mapping[str, frozenset[int]]:
    """Return the numbers of the groups that a phrase belongs to."""
    found: dict[str, set[int]] = {}
    for number, group in enumerate(phrase_groups()):
        for phrase in group:
            found.setdefault(phrase, set()).add(number)
    return {phrase: frozenset(own) for phrase, own in found.items()}


@lru_cache(maxsize=1)
def longest_phrase() -> int:
    """Return how many words the longest phrase has."""
    return max(phrase.count(" ") + 1 for phrase in _numbers())


@lru_cache(maxsize=_CACHED)
def groups_of(phrase: str) -> frozenset[int]:
    """Return the numbers of the groups of a phrase; of several words, the first may be inflected.

    >>> bool(groups_of("during") & groups_of("in the course of"))
    True
    >>> bool(groups_of("can") & groups_of("is able to"))
    True
    >>> groups_of("lighthouse")
    frozenset()
    """
    known = _numbers()
    first, space, rest = phrase.partition(" ")
    if not rest:
        return known.get(phrase, _NONE)
    forms = [known.get(f"{form}{space}{rest}", _NONE) for form in word_forms(first)]
    return _NONE.union(*forms)
