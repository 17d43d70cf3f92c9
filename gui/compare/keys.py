"""Comparison keys: what two tokens must share to count as the same word.

The text that people see is never changed; only keys are compared. A key is the token in
NFKC (Unicode Standard Annex #15) and full case folding, quotation marks and dashes unified,
invisible characters dropped.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

import regex

from ..documents import Document, Span
from .cancel import Check, checked, no_check, pieces
from .function_words import language_of, word_classes

# Characters with no shape of their own: soft hyphen, zero-width spaces and joiners, marks of
# direction, variation selectors (Unicode's Default_Ignorable_Code_Point).
INVISIBLE = regex.compile(r"\p{Default_Ignorable_Code_Point}+")
_SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2039\u203a\u2032\u02bc\uff07`\u00b4"
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d\ufe58\ufe63"
QUOTES = str.maketrans({**dict.fromkeys(_SINGLE_QUOTES, "'"), **dict.fromkeys(_DOUBLE_QUOTES, '"')})
DASHES = str.maketrans(dict.fromkeys(_DASHES, "-"))
_UNIFIED = {**QUOTES, **DASHES}


def key(token: str) -> str:
    r"""Return what *token* is compared by.

    >>> key("\u201c") == key('"'), key("Caf\u00e9") == key("cafe\u0301"), key("de\u200bfense")
    (True, True, 'defense')
    """
    if token.isascii():
        return token.casefold()
    plain = unicodedata.normalize("NFKC", token).casefold().translate(_UNIFIED)
    return INVISIBLE.sub("", plain) or token


@dataclass(frozen=True)
class Keyed:
    """A document's tokens as numbers: equal keys have equal numbers in both documents.

    ``ids``, ``texts``, ``starts`` and ``ends`` run parallel to ``Document.tokens``;
    ``weights[id]`` says how much a shared token tells about the subject: 1 for a content word,
    little for function words, 0 for punctuation. ``names[id]`` is the key itself,
    ``classes[id]`` its closed class or None.
    """

    document: Document
    ids: list[int]
    texts: list[str]
    starts: Sequence[int]
    ends: Sequence[int]
    weights: list[float]
    names: list[str]
    classes: list[str | None]

    @cached_property
    def _words_before(self) -> list[int]:
        return list(accumulate(self.document.is_word, initial=0))

    def words_in(self, start: int, end: int) -> int:
        """Return the number of words (not signs) among the tokens ``[start, end)``."""
        return self._words_before[end] - self._words_before[start]

    def places_of(self, written: Container[str], check: Check) -> list[int]:
        """Return the numbers of the tokens written as one of *written*, ascending."""
        numbered = pieces(range(len(self.texts)), check)
        return [n for some in numbered for n in some if self.texts[n] in written]

    def span(self, start: int, end: int) -> Span:
        """Return where the tokens ``[start, end)``, at least one, stand in the text."""
        return Span(self.starts[start], self.ends[end - 1])


def number_tokens(
    reference: Document, candidate: Document, check: Check = no_check
) -> tuple[Keyed, Keyed]:
    """Give the tokens of both documents common numbers."""
    numbers: dict[str, int] = {}
    seen: dict[str, int] = {}
    found = []
    for document in (reference, candidate):
        text, spans = document.text, document.tokens
        ids: list[int] = []
        texts: list[str] = []
        bounds = zip(pieces(spans.starts, check), pieces(spans.ends, check), strict=True)
        for starts, ends in bounds:
            some = [text[s:e] for s, e in zip(starts, ends, strict=True)]
            for token in dict.fromkeys(some):
                if token not in seen:
                    seen[token] = numbers.setdefault(key(token), len(numbers))
            ids += map(seen.__getitem__, some)
            texts += some
        found.append((document, ids, texts, spans.starts, spans.ends))
    names = list(numbers)
    counts: Counter[int] = Counter()
    for _, ids, *_ in found:
        for some_ids in pieces(ids, check):
            counts.update(some_ids)
    class_of = word_classes(language_of({names[t]: n for t, n in counts.items()}))
    classes = [class_of(name) for name in checked(names, check, 4096)]
    known = zip(names, classes, strict=True)
    weights = [weight(name, kind) for name, kind in checked(known, check, 4096)]
    reference_side, candidate_side = (Keyed(*f, weights, names, classes) for f in found)
    return reference_side, candidate_side


def weight(name: str, word_class: str | None) -> float:
    """Return how much a shared key tells: 1 a content word, 0.1 a function word, 0 a sign."""
    if not any(map(str.isalnum, name)):
        return 0.0
    if word_class:
        return 0.1
    # A lone letter of an alphabet is an initial or an article; a lone ideograph is a word.
    if len(name) == 1 and name.isascii() and name.isalpha():
        return 0.1
    return 1.0
