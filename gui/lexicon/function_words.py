"""Words of the closed classes: they connect other words and say little about the subject.

Sharing them does not make two texts alike, and one of them seldom replaces a word of another
class. English words are known by class. Of some other languages the most common words are
known, enough to recognize the language of a pair; in all others rarity must do. The words are in
``resources/model/function_words.toml``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from ..resources import read_table

ANY_CLASS = "function word"  # in a language whose classes are not distinguished
_CLITICS = frozenset(["s", "re", "ve", "ll", "d", "m", "t"])
_BEFORE_NOT = {"wo": "will", "ca": "can", "sha": "shall"}  # won't, can't, shan't
_CONTRACTED = {
    "s": ("is", "has"),
    "re": ("are",),
    "ve": ("have",),
    "ll": ("will", "shall"),
    "d": ("had", "would"),
    "m": ("am",),
}
_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty",
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
)
_TENS = "thirty forty fifty sixty seventy eighty ninety hundred"
NUMBER_WORDS = (
    {
        word: f"{n}{ending}"
        for words, ending in zip(_NUMBERS, ("", "th"), strict=True)
        for n, word in enumerate(words.split())
    }
    | {"first": "1st", "second": "2nd", "third": "3rd"}
    | {word: str(n * 10) for n, word in enumerate(_TENS.split(), 3)}
)


@lru_cache(maxsize=1)
def _tables() -> Mapping[str, Mapping[str, str]]:
    """Return the class of every function word, by language."""
    found = read_table("model", "function_words.toml")
    english = {word: kind for kind, words in found["English"].items() for word in words.split()}
    others = found["others"].items()
    return {"English": english} | {
        language: dict.fromkeys(words.split(), ANY_CLASS) for language, words in others
    }


def language_of(words: Mapping[str, int]) -> str:
    """Return the language that has most function words among *words*, which are counted.

    It is English if there are none.

    >>> language_of({"der": 3, "hund": 2, "und": 1})
    'German'
    """
    return max(_tables(), key=lambda language: hits_of(language, words))


def hits_of(language: str, words: Mapping[str, int]) -> int:
    """Return how many of *words*, which are counted, are function words of *language*."""
    return sum([words.get(word, 0) for word in _tables()[language]])


def word_classes(language: str) -> Callable[[str], str | None]:
    """Return a function from a comparison key to its closed class, None for a content word.

    >>> [word_classes("English")(w) for w in ("within", "they're", "isn't", "sea")]
    ['preposition', 'pronoun', 'auxiliary', None]
    """
    table = _tables()[language]

    def class_of(name: str) -> str | None:
        head, mark, tail = name.partition("'")
        if not mark:
            return table.get(name)
        # This is for "they're" and "isn't", not for the French "l'eau", whose second part counts.
        return table.get(name.removesuffix("n't")) or (
            table.get(head) if tail in _CLITICS else None
        )

    return class_of


def is_contraction(short: str, long: str) -> bool:
    """Return whether *short* is a contraction of the two words of *long*.

    >>> [is_contraction(*pair) for pair in (("it's", "it is"), ("won't", "will not"))]
    [True, True]
    >>> is_contraction("cannot", "can not"), is_contraction("its", "it is")
    (True, False)
    """
    first, _, second = long.partition(" ")
    if second == "not":
        own = short.removesuffix("n't")
        return (own != short and _BEFORE_NOT.get(own, own) == first) or short == f"{first}not"
    head, mark, tail = short.partition("'")
    return bool(mark) and head == first and second in _CONTRACTED.get(tail, ())


def head_of(name: str) -> str:
    """Return the first two letters of a word as it is written in full.

    >>> head_of("won't"), head_of("it's"), head_of("house")
    ('wi', 'it', 'ho')
    """
    own = name.removesuffix("n't")
    return _BEFORE_NOT.get(own, own)[:2] if own != name else name[:2]
