"""The plain forms of which an English word may be an inflection.

A thesaurus lists ``walk`` and ``body``; texts have ``walked`` and ``bodies``. The rules below
propose every possible plain form, right or wrong: ``neede`` for ``needed`` does no harm, because
the thesaurus knows which of them exist. Irregular forms are in
``resources/model/irregular_forms.toml``. Measured on the swapped words of two sets of news
articles, this finds slightly more than a lemmatizer whose dictionaries are four times as large
as the thesaurus.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from ..resources import read_table

_SHORTEST_STEM = 2  # letters; "used" and "goes" have an ending, "bed" and "yes" do not


@lru_cache(maxsize=1)
def irregular_forms() -> Mapping[str, tuple[str, ...]]:
    """Return the plain words of every irregular form.

    >>> irregular_forms()["left"]
    ('leave',)
    """
    found: dict[str, tuple[str, ...]] = {}
    for table in read_table("model", "irregular_forms.toml").values():
        for row in table.split(","):
            plain, *forms = row.split()
            for form in forms:
                found[form] = (*found.get(form, ()), plain)
    return found


def phrase_forms(phrase: str) -> tuple[str, ...]:
    """Return *phrase* and all it may be an inflection of, by its first and its last word.

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
    """Return *word* and the plain forms of which it may be an inflection, each once.

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
    """Return what *word* may be without its ending; nothing if it has none.

    >>> _without_ending("seed"), _without_ending("agreed")
    ([], ['agree'])
    """
    for ending, restore in _ENDINGS:
        if word.endswith(ending):
            long_enough = len(word) >= len(ending) + _SHORTEST_STEM
            return restore(word[: -len(ending)]) if long_enough else []
    return []


def _plural(stem: str) -> list[str]:
    """Return the singulars of *stem* and -s.

    >>> [_plural(stem) for stem in ("door", "bodie", "boxe")]
    [['door'], ['bodie', 'body'], ['boxe', 'box']]
    >>> [_plural(stem) for stem in ("glas", "bu", "thi")]
    [[], [], []]
    """
    if stem[-1] in "siu":
        return []
    if stem.endswith("ie"):
        return [stem, stem[:-2] + "y"]
    return [stem, stem[:-1]] if stem.endswith("e") else [stem]


def _inflected(stem: str) -> list[str]:
    """Return the plain forms of *stem* and -ed, -ing, -er or -est.

    >>> [_inflected(stem) for stem in ("walk", "us", "stopp", "carri")]
    [['walk', 'walke'], ['us', 'use'], ['stopp', 'stoppe', 'stop'], ['carri', 'carrie', 'carry']]
    """
    found = [stem, stem + "e"]
    if stem[-1] == stem[-2]:
        found.append(stem[:-1])
    elif stem.endswith("i"):
        found.append(stem[:-1] + "y")
    elif stem.endswith("y"):
        found.append(stem[:-1] + "ie")
    return found


def _agreed(stem: str) -> list[str]:
    """Return the plain forms of *stem* and -eed.

    >>> _agreed("agr")
    ['agree']
    """
    return [stem + "ee"]


def _adverb(stem: str) -> list[str]:
    """Return the adjectives of *stem* and -ly.

    >>> [_adverb(stem) for stem in ("quick", "happi", "possib", "historical")]
    [['quick'], ['happi', 'happy'], ['possib', 'possible'], ['historical', 'historic']]
    """
    found = [stem]
    if stem.endswith("i"):
        found.append(stem[:-1] + "y")
    elif stem.endswith("al"):
        found.append(stem[:-2])
    elif stem.endswith("b"):
        found.append(stem + "le")
    return found


# Only the first ending that fits is removed.
_ENDINGS = (
    ("eed", _agreed),
    ("ing", _inflected),
    ("est", _inflected),
    ("ed", _inflected),
    ("er", _inflected),
    ("ly", _adverb),
    ("s", _plural),
)
