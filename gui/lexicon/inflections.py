"""The plain forms a word of an English text may be an inflection of.

A thesaurus lists ``walk`` and ``body``; texts have ``walked`` and ``bodies``. The rules below
propose every plain form that is possible, right or wrong (``neede`` for ``needed`` does no
harm), because the thesaurus is asked which of them exist; irregular forms stand in
``resources/model/irregular_forms.toml``. Measured on the swapped words of two
sets of news articles, this finds somewhat more than a lemmatizer whose dictionaries weigh
four times as much as the thesaurus.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from ..resources import read_table

_SHORTEST_STEM = 2  # letters before an ending: "used" and "goes" have one, "bed" and "yes" none


@lru_cache(maxsize=1)
def irregular_forms() -> Mapping[str, tuple[str, ...]]:
    """Return the plain words of every irregular form: ``left`` is a form of ``leave``."""
    found: dict[str, tuple[str, ...]] = {}
    for table in read_table("model", "irregular_forms.toml").values():
        for row in table.split(","):
            plain, *forms = row.split()
            for form in forms:
                found[form] = (*found.get(form, ()), plain)
    return found


def phrase_forms(phrase: str) -> tuple[str, ...]:
    """Return *phrase* and what it may be an inflection of, by its first and its last word.

    >>> phrase_forms("gave up")
    ('gave up', 'give up')
    """
    first, space, rest = phrase.partition(" ")
    if not space:
        return word_forms(phrase)
    middle, space, last = rest.rpartition(" ")
    return tuple(
        f"{head} {middle}{space}{tail}" for head in word_forms(first) for tail in word_forms(last)
    )


def word_forms(word: str) -> tuple[str, ...]:
    """Return *word* and the plain forms it may be an inflection of; each stands there once.

    >>> word_forms("bodies")
    ('bodies', 'bodie', 'body')
    """
    found = [word]
    owner = word.removesuffix("'s") if word.endswith("'s") else word.removesuffix("'")
    if owner != word:
        found.append(owner)
    found += irregular_forms().get(owner, ())
    found += _without_ending(owner)
    return tuple(dict.fromkeys(found))


def _without_ending(word: str) -> list[str]:
    """Return what *word* may be without its ending, if it has one."""
    for ending, restore in _ENDINGS:
        if word.endswith(ending):
            long_enough = len(word) >= len(ending) + _SHORTEST_STEM
            return restore(word[: -len(ending)]) if long_enough else []
    return []


def _plural(stem: str) -> list[str]:
    """``door-s``, ``bodie-s``, ``boxe-s``; but neither ``glas-s`` nor ``bu-s`` nor ``thi-s``."""
    if stem[-1] in "siu":
        return []
    if stem.endswith("ie"):
        return [stem, stem[:-2] + "y"]
    return [stem, stem[:-1]] if stem.endswith("e") else [stem]


def _inflected(stem: str) -> list[str]:
    """``walk-ed``, ``us-ed``, ``stopp-ed``, ``carri-ed``: also before -ing, -er and -est."""
    found = [stem, stem + "e"]
    if stem[-1] == stem[-2]:
        found.append(stem[:-1])
    elif stem.endswith("i"):
        found.append(stem[:-1] + "y")
    elif stem.endswith("y"):
        found.append(stem[:-1] + "ie")
    return found


def _agreed(stem: str) -> list[str]:
    """``agr-eed``, ``fr-eed``; but ``seed`` is no form of ``see``, and its stem is too short."""
    return [stem + "ee"]


def _adverb(stem: str) -> list[str]:
    """``quick-ly``, ``happi-ly``, ``possib-ly``, ``historical-ly``."""
    found = [stem]
    if stem.endswith("i"):
        found.append(stem[:-1] + "y")
    elif stem.endswith("al"):
        found.append(stem[:-2])
    elif stem.endswith("b"):
        found.append(stem + "le")
    return found


# The first that fits is cut off.
_ENDINGS = (
    ("eed", _agreed),
    ("ing", _inflected),
    ("est", _inflected),
    ("ed", _inflected),
    ("er", _inflected),
    ("ly", _adverb),
    ("s", _plural),
)
