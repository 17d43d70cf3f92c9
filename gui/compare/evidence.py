"""What speaks for one phrase having been swapped for another.

Scores are sums of plain evidence, in units that only compare with each other: swaps that the
pair itself shows elsewhere, spelling, word class, endings, capitals, figures, length.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel

from .function_words import NUMBER_WORDS, OPEN, PARTICLES

if TYPE_CHECKING:
    from .phrases import Split

IMPOSSIBLE = -9.0
# For one word against several. A word and three are likelier than two and two: "used today"
# -> "utilized right this moment".
_LENGTHS = MappingProxyType({1: 0.6, 2: 0.4, 3: 0.22, 4: 0.04, 5: -0.14})
_CONTRACTED = 0.8  # of the letters of two phrases, in order
_ALIKE = 0.55  # of the letters of two words, in order; more speaks for a swap
_SAME_START = 0.15  # for three equal letters at the start ...
_SAME_STEM = 0.3  # ... and where they are half of the longer word, "takes" and "taking"
RELATED = 0.15  # of spelling: three equal letters at the start, or most letters
_SAME_END = 0.25  # for two equal letters at the end, as in "walking" and "running"
_SAME_CLASS = 0.3  # for function words of one class
_OTHER_CLASS = -0.2
_ONE_CLOSED = -0.5  # for a function word against a content word
_CAPITALS = 0.3  # for two capitals at the start
_ONE_CAPITAL = -0.2
_DIGITS = 0.3
_MIXED = -0.005  # for a function word in a phrase that stands for content words
_BEHIND = 0.4  # against a function word behind the word of a phrase that spelling speaks for
_EDGE = -0.6  # for a sign that no phrase begins or ends there


class Item(NamedTuple):
    """One word of a replaced run - with its hyphenated parts - as tokens ``[start, end)``.

    ``closed`` is true for words of the closed classes that seldom stand for content words.
    """

    start: int
    end: int
    text: str
    name: str
    is_word: bool
    word_class: str | None
    closed: bool
    has_digit: bool


def make_item(
    bounds: tuple[int, int], text: str, name: str, is_word: bool, word_class: str | None
) -> Item:
    """Return the item of the tokens inside *bounds*."""
    closed = word_class is not None and word_class != OPEN
    has_digit = not name.isalpha() and any(map(str.isdigit, name))
    return Item(*bounds, text, name, is_word, word_class, closed, has_digit)


class Phrase(NamedTuple):
    """One or a few items in a row, and what of them speaks for or against a swap.

    ``content`` are the names of those without a closed class, ``edges`` counts the signs that
    no phrase begins or ends there.
    """

    items: tuple[Item, ...]
    name: str
    is_words: bool
    content: tuple[str, ...]
    closed: bool
    edges: int
    has_digit: bool


def phrase_of(items: Sequence[Item]) -> Phrase:
    """Return *items* as a phrase."""
    first, last = items[0], items[-1]
    if len(items) == 1:
        content = () if first.word_class else (first.name,)
        return Phrase(
            (first,), first.name, first.is_word, content, first.closed, 0, first.has_digit
        )
    # No phrase begins with "and" or "out", none ends with "and" or "the".
    edges = (first.word_class == "conjunction") + (first.name in PARTICLES)
    edges += last.word_class in ("conjunction", "article")
    return Phrase(
        tuple(items),
        " ".join([x.name for x in items]),
        False not in [x.is_word for x in items],
        tuple([x.name for x in items if not x.word_class]),
        False not in [x.closed for x in items],
        edges,
        True in [x.has_digit for x in items],
    )


@dataclass
class Lexicon:
    """What the pair itself teaches: how often one word stands alone where another stood."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    spellings: dict[tuple[str, str], float] = field(default_factory=dict)
    contractions: dict[tuple[str, str], float] = field(default_factory=dict)
    splits: dict[object, Split] = field(default_factory=dict)

    def learn(self, reference: str, candidate: str) -> None:
        """Count one isolated swap."""
        self.counts[reference, candidate] += 1
        self.splits.clear()

    def knows(self, reference: str, candidate: str) -> int:
        """Return how often the swap stands alone."""
        return self.counts.get((reference, candidate), 0)

    def spelling(self, a: Item, b: Item) -> float:
        """Return the evidence in the spelling of two words, 0 to about 1; remembered."""
        names = a.name, b.name
        found = self.spellings.get(names)
        if found is None:
            closed = a.word_class is not None or b.word_class is not None
            found = self.spellings[names] = 0.0 if closed else spelling(*names)
        return found

    def contraction(self, a: str, b: str) -> float:
        """Return the evidence that one phrase is the other run together; remembered.

        ``it is`` -> ``it's``, ``any one`` -> ``anyone``.
        """
        # Spaces and apostrophes aside; far from equally long they cannot be nearly the same.
        lengths = [len(x) - x.count(" ") - x.count("'") for x in (a, b)]
        if 2 * min(lengths) < _CONTRACTED * sum(lengths):
            return 0.0
        found = self.contractions.get((a, b))
        if found is None:
            joined = [x.replace(" ", "").replace("'", "") for x in (a, b)]
            found = Indel.normalized_similarity(*joined, score_cutoff=_CONTRACTED)
            self.contractions[a, b] = found
        return found


def alone(item: Item) -> float:
    """Return the score of a word without a counterpart: swaps are likelier than gaps."""
    if not item.is_word:
        return -0.02
    return -0.4 if item.word_class else -0.5


def swapped(a: Phrase, b: Phrase, lexicon: Lexicon) -> float:
    """Return what speaks for phrase *a* having been swapped for phrase *b*."""
    m, n = len(a.items), len(b.items)
    if m == n == 1:
        return _word_for_word(a.items[0], b.items[0], lexicon)
    if not a.is_words or not b.is_words:
        return IMPOSSIBLE
    first, last = a.items[0], a.items[-1]
    if first.name == b.items[0].name or last.name == b.items[-1].name:
        return IMPOSSIBLE  # that word was kept, not swapped
    score = _LENGTHS[max(m, n)]
    known = lexicon.knows(a.name, b.name)
    if known:
        return score + 1.0 + min(known, 3) * 0.2
    score += _cognate(a, b, lexicon) + lexicon.contraction(a.name, b.name)
    return score + _classes(a, b) + _capitals(first.text, b.items[0].text)


def is_related(a: Item, b: Item, lexicon: Lexicon) -> bool:
    """Return whether two words are related by spelling, as ``directed`` and ``director``."""
    return lexicon.spelling(a, b) >= RELATED


def _word_for_word(a: Item, b: Item, lexicon: Lexicon) -> float:
    if not a.is_word or not b.is_word:
        # Signs stand only for signs.
        return 0.3 if a.is_word == b.is_word else IMPOSSIBLE
    if a.name == b.name:
        return IMPOSSIBLE
    known = lexicon.knows(a.name, b.name)
    if known:
        return 1.6 + min(known, 3) * 0.2
    score = (
        _LENGTHS[1] + lexicon.spelling(a, b) + _endings(a.name, b.name) + _capitals(a.text, b.text)
    )
    if a.closed and b.closed:
        return score + (_SAME_CLASS if a.word_class == b.word_class else _OTHER_CLASS)
    if a.closed or b.closed:
        return score + _ONE_CLOSED
    return score + _DIGITS if a.has_digit and b.has_digit else score


def _cognate(a: Phrase, b: Phrase, lexicon: Lexicon) -> float:
    """Return the best evidence in spelling between two words of phrases.

    It speaks for the phrases only where they hold no other content word: ``probably`` -> ``in
    all probability``, but in ``week`` -> ``calendar weeks`` one word was added.
    """
    if max(len(a.content), len(b.content)) > 1 and not _is_compound(a.content, b.content):
        return 0.0
    most = max([lexicon.spelling(x, y) for x in a.items for y in b.items])
    # Of "vessels of" -> "vessel" the function word behind is missing, no part of the swap.
    behind = any(len(p.items) > 1 and p.items[-1].closed for p in (a, b))
    return max(0.0, most - _BEHIND) if behind else most


def _is_compound(a: Sequence[str], b: Sequence[str]) -> bool:
    """Return whether one word holds a word of the other phrase and more: ``overtime``, ``time``."""
    if len(a) > 1:
        a, b = b, a
    return len(a) == 1 and any(
        4 <= len(part) <= len(a[0]) - 3 and (a[0].startswith(part) or a[0].endswith(part))
        for part in b
    )


def spelling(a: str, b: str) -> float:
    """Return the evidence in the spelling of two words, 0 to about 1."""
    if NUMBER_WORDS.get(a, a) == NUMBER_WORDS.get(b, b):
        return 0.8  # "two" -> "2"
    start = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        start += 1
    bonus = max(0.0, Indel.normalized_similarity(a, b) - _ALIKE) * 1.5
    if start < 3:
        return bonus
    return bonus + (_SAME_STEM if 2 * start >= max(len(a), len(b)) else _SAME_START)


def _classes(a: Phrase, b: Phrase) -> float:
    if a.closed and b.closed:
        return _SAME_CLASS if len({x.word_class for x in (*a.items, *b.items)}) == 1 else 0.0
    if a.closed or b.closed:
        # "more than" -> "over": without a content word on the other side nothing speaks against.
        return -0.4 if a.content or b.content else 0.0
    digits = a.has_digit and b.has_digit
    # "were able" -> "have been capable": the auxiliaries stand for each other.
    mixed = sum([x.closed for x in (*a.items, *b.items)])
    return (_DIGITS if digits else 0.0) + _EDGE * (a.edges + b.edges) + _MIXED * mixed


def _endings(a: str, b: str) -> float:
    return _SAME_END if min(len(a), len(b)) >= 5 and a[-2:] == b[-2:] else 0.0


def _capitals(a: str, b: str) -> float:
    first, second = a[0], b[0]
    if not first.isalpha() or not second.isalpha():
        return 0.0
    if first.isupper():
        return _CAPITALS if second.isupper() else _ONE_CAPITAL
    return _ONE_CAPITAL if second.isupper() else 0.0
