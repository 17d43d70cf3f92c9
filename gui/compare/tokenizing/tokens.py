"""The words and signs of two documents as common numbers: equal numbers, equal keys.

The text that people see is never changed; only keys are compared (``normalization``).
"""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import accumulate, compress
from typing import NamedTuple

import regex

from ...documents import Document, Span
from ...lexicon.grammar import ANY_CLASS, language_of, word_classes
from ..cancellation import checked
from .elements import Elements, find_elements, with_joined
from .normalization import DIRECTIONS, LEFTWARDS, SOFT_HYPHEN, is_hyphenated, is_turkic, key

# The accents that capitals lose: of Latin and Greek letters everywhere; cedilla and diaeresis
# where the language has them only as accents (a German Ä never loses its dots), and the tilde
# in Portuguese (a Spanish Ñ keeps it).
_ACCENTS = "\u0300\u0301\u0302\u0342"
_MORE_ACCENTS = {
    "French": "\u0308\u0327",
    "Italian": "\u0308",
    "Spanish": "\u0308",
    "Portuguese": "\u0303\u0308\u0327",
    "Dutch": "\u0308",
}
_CAPITAL_NOUNS = ("German",)
_LETTER = regex.compile(r"[\p{Line_Break=SA}\p{Hiragana}]")
_GREEK = regex.compile(r"\p{Greek}")
_BESIDE = 2  # elements on each side that tell whether a letter stands among capitals
_SOME = 10  # one word in so many runs to the left where these are more than a quotation
_LATIN_OR_GREEK = regex.compile(r"[\p{Latin}\p{Greek}\p{M}'\"-]+")


@dataclass(frozen=True)
class Tokens:
    """A document's elements as numbers: equal keys have equal numbers in both documents.

    An element is a token of the document or several that are compared as one (``elements``), so
    its number is not that of a token: ``at`` finds it by its offset. ``ids``, ``texts``,
    ``starts``, ``ends`` and ``is_word`` run parallel. ``names[id]`` is the key, ``classes[id]``
    its closed class or None; ``is_content[id]`` says whether a shared element tells
    something about the subject. ``turkic`` says that ``ı`` is the small letter of ``I``;
    ``accents`` are those that capitals lose; ``capital_nouns`` says that a capital makes no name,
    since all nouns have one. These six are shared by both documents.
    """

    document: Document
    ids: list[int]
    texts: list[str]
    starts: Sequence[int]
    ends: Sequence[int]
    is_word: bytes
    names: list[str]
    classes: list[str | None]
    is_content: list[bool]
    turkic: bool = False
    accents: str = ""
    capital_nouns: bool = False

    @cached_property
    def letters(self) -> dict[int, int]:
        """Which numbers are letters of scripts without spaces (``letters_of``)."""
        return letters_of(self.names)

    @cached_property
    def _words_before(self) -> array[int]:
        return array("L", accumulate(self.is_word, initial=0))  # a list takes ten times as much

    @cached_property
    def typography(self) -> frozenset[str]:
        """Invisible characters that are ordinary in this text; elsewhere they deceive.

        Soft hyphens are, where a program put them (``is_hyphenated``); marks of direction are,
        where words run in both directions.
        """
        found: set[str] = set()
        if is_hyphenated(self.document.text):
            found.add(SOFT_HYPHEN)
        if not DIRECTIONS.isdisjoint(self.document.text):
            leftwards = sum(unicodedata.bidirectional(word[-1]) in LEFTWARDS for word in self.texts)
            if _SOME * leftwards >= len(self.texts):
                found |= DIRECTIONS
        return frozenset(found)

    def is_in_capitals(self, n: int) -> bool:
        """Return whether element *n* is in capitals; a letter where a word near it is so too."""
        if not self.texts[n].isupper():
            return False
        near = self.texts[max(0, n - _BESIDE) : n + _BESIDE + 1]
        return any(len(text) > 1 and text.isupper() for text in [self.texts[n], *near])

    def words_in(self, start: int, end: int) -> int:
        """Return the number of words (not signs) among the elements ``[start, end)``."""
        return self._words_before[end] - self._words_before[start]

    def places_of(self, written: Collection[str]) -> list[int]:
        """Return the numbers of the elements written as one of *written*, ascending."""
        texts = checked(self.texts, 4096) if written else ()
        return [n for n, text in enumerate(texts) if text in written]

    def span(self, start: int, end: int) -> Span:
        """Return where the elements ``[start, end)``, at least one, stand in the text."""
        return Span(self.starts[start], self.ends[end - 1])

    def at(self, offset: int) -> int:
        """Return the number of the first element that starts at *offset* or behind it."""
        return bisect_left(self.starts, offset)

    def joined(self, ranges: Sequence[tuple[int, int]], numbers: Sequence[int]) -> Tokens:
        """Return the text with the elements of each range made one, which has its number then."""
        starts, ends, is_word = with_joined(Elements(self.starts, self.ends, self.is_word), ranges)
        ids, texts = list(self.ids), list(self.texts)
        stays = bytearray([1]) * len(ids)
        for (first, behind), number in zip(ranges, numbers, strict=True):
            ids[first] = number
            texts[first] = self.span(first, behind).of(self.document.text)
            stays[first + 1 : behind] = bytes(behind - first - 1)
        ids, texts = [*compress(ids, stays)], [*compress(texts, stays)]
        return replace(self, ids=ids, texts=texts, starts=starts, ends=ends, is_word=is_word)


class TokenPair(NamedTuple):
    """The elements of both documents, under common numbers."""

    reference: Tokens
    candidate: Tokens

    def are_one(self, i: int, j: int) -> bool:
        """Return whether elements *i* and *j* are one: the same, or one lost its accents.

        Capitals lose them (``OU`` for ``où``) also where both documents have a word without any,
        so that the numbers of the two differ.
        """
        a, b = self
        names = a.names[a.ids[i]], b.names[b.ids[j]]
        if names[0] == names[1] or all(map(str.isascii, names)):
            return names[0] == names[1]
        bare = [_without_accents(name, a.accents) for name in names]
        return bare[0] == bare[1] and any(
            side.is_in_capitals(n) and _lacks_accents(name, a.accents)
            for side, n, name in zip(self, (i, j), names, strict=True)
        )

    def named(self, names: Sequence[str]) -> TokenPair:
        """Return the pair with words of its own added, by their keys, of no closed class."""
        a = self.reference
        more = partial(
            replace,
            names=[*a.names, *names],
            classes=[*a.classes, *[None] * len(names)],
            is_content=[*a.is_content, *[tells_subject(name, None) for name in names]],
        )
        return TokenPair(*map(more, self))

    def mirrored(self) -> TokenPair:
        """Return the pair as it is with the documents exchanged."""
        return TokenPair(self.candidate, self.reference)


def number_tokens(reference: Document, candidate: Document) -> TokenPair:
    """Give the elements of both documents common numbers."""
    documents = reference, candidate
    elements = find_elements(reference, candidate), find_elements(candidate, reference)
    texts = [
        [document.text[start:end] for start, end in checked(zip(*own[:2], strict=True), 4096)]
        for document, own in zip(documents, elements, strict=True)
    ]
    counts = [Counter(checked(own, 4096)) for own in texts]
    written = dict.fromkeys([*counts[0], *counts[1]])
    turkic = is_turkic(written)
    keys = {token: key(token, turkic) for token in checked(written)}
    totals: Counter[str] = Counter()
    for own in counts:
        for token, count in own.items():
            totals[keys[token]] += count
    names = list(totals)
    numbers = {name: n for n, name in enumerate(names)}
    language = language_of(totals)
    accents = _ACCENTS + _MORE_ACCENTS.get(language, "")
    numbered = [{token: numbers[keys[token]] for token in own} for own in counts]
    if not all(map(str.isascii, keys)):
        _unify_capitals(counts, numbered, names, accents, turkic)
    class_of = word_classes(language)
    classes = [ANY_CLASS if is_letter(name) else class_of(name) for name in checked(names, 4096)]
    of_names = checked(zip(names, classes, strict=True), 4096)
    is_content = [tells_subject(name, word_class) for name, word_class in of_names]
    known = turkic, accents, language in _CAPITAL_NOUNS
    found = []
    for n, document in enumerate(documents):
        ids = list(map(numbered[n].__getitem__, checked(texts[n], 4096)))
        shared = names, classes, is_content
        found.append(Tokens(document, ids, texts[n], *elements[n], *shared, *known))
    return TokenPair(*found)


def _unify_capitals(
    counts: Sequence[Counter[str]],
    numbered: Sequence[dict[str, int]],
    names: Sequence[str],
    accents: str,
    turkic: bool,
) -> None:
    """Give words in capitals the number of the word that they are without its marks.

    Capitals lose accents, and in Turkish texts the dots that programs do not know of: ``BELEDIYE``
    for ``belediye``, and ``açikladi`` for ``AÇIKLADI``. Not where the other document has the plain
    word too, and never ``resume`` for ``résumé``, which are two words.

    >>> changes("un État fort", "un ETAT fort"), changes("a résumé", "a resume")
    État ~ ETAT
    résumé → resume
    (None, None)
    >>> changes("Bir iskele açıldı", "BIR ISKELE AÇILDI")
    Bir ~ BIR | iskele ~ ISKELE | açıldı ~ AÇILDI
    """

    def bare(name: str) -> str:
        name = _without_accents(name, accents)
        return name.replace("ı", "i") if turkic else name

    before = [set(numbers.values()) for numbers in numbered]
    for side, other in ((0, 1), (1, 0)):
        marked = [t for t in counts[other] if (not t.isupper() if turkic else not t.isascii())]
        full: dict[str, int] = {}  # by what is left without marks, the commonest
        for token in checked(sorted(marked, key=lambda t: (-counts[other][t], t))):
            number = numbered[other][token]
            full.setdefault(bare(names[number]), number)
        for token in checked(counts[side] if full else ()):
            number = numbered[side][token]
            name = names[number]
            is_bare = token.isupper() and len(token) > 1 and number not in before[other]
            if is_bare and _lacks_accents(name, accents):
                numbered[side][token] = full.get(bare(name), number)


def _without_accents(name: str, accents: str) -> str:
    """Return *name* without *accents*; Greek also without a diaeresis: ``Μάιος``, ``ΜΑΪΟΣ``."""
    if name.isascii() or not _LATIN_OR_GREEK.fullmatch(name):
        return name
    if _GREEK.search(name):
        accents += "\u0308"
    letters = unicodedata.normalize("NFD", name)
    return unicodedata.normalize("NFC", "".join([c for c in letters if c not in accents]))


def _lacks_accents(name: str, accents: str) -> bool:
    """Return whether *name* may be a word that lost its accents; in Greek some may be left."""
    return _without_accents(name, accents) == name or _GREEK.search(name) is not None


def is_letter(name: str) -> bool:
    """Return whether a shared key is a letter or syllable of a script without spaces.

    Like a function word it tells nothing of the subject: texts share any number of them. An
    ideograph is a word.

    >>> [is_letter(name) for name in ("\u0e01", "\u3042", "\u8239", "a")]
    [True, True, False, False]
    """
    return not name.isascii() and _LETTER.match(name) is not None


def tells_subject(name: str, word_class: str | None) -> bool:
    """Return whether a shared key tells something about the subject: it is a content word.

    A lone letter of an alphabet is an initial or an article; a lone ideograph is a word.

    >>> [tells_subject(name, None) for name in ("ferry", "a", "7", "\u8239", "!")]
    [True, False, True, True, False]
    """
    is_letter = len(name) == 1 and name.isascii() and name.isalpha()
    return not word_class and not is_letter and any(map(str.isalnum, name))


def letters_of(names: Sequence[str]) -> dict[int, int]:
    """Return which of the *names* are letters of a script without spaces, by number.

    The value is how many letters and marks it is: one of Burmese is often a syllable with four.

    >>> letters_of(["a", "\u0e01", "\u1000\u103b\u1031\u102c"])
    {1: 1, 2: 4}
    """
    return {n: len(name) for n, name in enumerate(checked(names, 4096)) if is_letter(name)}


def runs_of_letters(
    ids: Sequence[int], letters: Mapping[int, int], size: int
) -> Iterator[tuple[int, int]]:
    """Yield the shortest runs of at least *size* letters and marks, by their start and end.

    >>> list(runs_of_letters([0, 1, 0, 9, 1, 1], {0: 1, 1: 2}, size=3))
    [(0, 2), (1, 3), (4, 6)]
    """
    start = count = 0
    for n, token in enumerate(ids if letters else ()):
        own = letters.get(token, 0)
        if not own:
            start, count = n + 1, 0
            continue
        count += own
        while count - letters[ids[start]] >= size:
            count -= letters[ids[start]]
            start += 1
        if count >= size:
            yield start, n + 1
