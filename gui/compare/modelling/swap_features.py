"""The features of a swap: what speaks for one phrase having replaced another.

Most features are there or not, and are the bits of a number (``NAMES`` in the order of the bits);
``letters`` has a value. The score of a swap is their sum weighted by the model. No feature
depends on which document is the reference: reading a pair the other way round gives the same
scores.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import sqrt

from rapidfuzz.distance import Indel

from ...lexicon.grammar import NUMBER_WORDS, head_of, is_contraction
from ...lexicon.thesaurus import Related
from ..tokenizing.tokens import letters_of

SIGN, CLOSED, CONTENT = range(3)
KINDS = ("sign", "closed", "content")
# The kinds once more, as finely divided as the training text allows.
SORTS = (
    "content",
    "name",  # a capital that means something
    "number",
    "closed",  # of a language whose function words have no classes
    "article",
    "preposition",
    "conjunction",
    "pronoun",
    "auxiliary",
    "quantifier",
    "sign",
    "comma",
    "stop",
)
NAME, NUMBER = SORTS.index("name"), SORTS.index("number")
KIND_OF_SORT = tuple([CONTENT] * 3 + [CLOSED] * 7 + [SIGN] * 3)
_SORT_OF_SIGN = dict.fromkeys(",;\uff0c\u3001\u060c:", "comma") | dict.fromkeys(
    ".!?\u3002\uff01\uff1f\u0964", "stop"
)
_CLASSES = SORTS[SORTS.index("article") : SORTS.index("sign")]
# Longer phrases are rewritten stretches to the aligner (``scores.OLD``), and so are those of three
# words that neither the thesaurus nor a table knows.
LONGEST = 3
SPOKEN = frozenset(
    "%\u2030&+=#@\u00a7\u00b0\u20ac$\u00a3\u00a5\u20a9\u20b9\u00a2"
)  # read aloud as words
_ALIKE = 0.5  # share of letters in common; below, two words of a language share them anyway
_SAME = 0.75  # share of letters by which two phrases are spellings of each other
_MISSPELT = 0.8  # share of letters by which two longer words are one, spelt in two ways
_MARKS = frozenset([202, 216, 220, 230])  # Unicode's classes of marks below and above a letter
_STEM = 4  # letters in which two words begin alike, if they are forms of one
_LETTERS = 500  # of a phrase that are looked at: the time grows with their square

NAMES = (
    "shape_1_2",
    "shape_2_2",
    "shape_1_3",
    "shape_2_3",
    "content_content",  # a content word for a content word
    "closed_content",
    "closed_closed",
    "same_class",  # both are prepositions, or pronouns, ...
    *(f"same_{name}" for name in _CLASSES),
    *(f"lone_{name}" for name in _CLASSES),  # of two words; no such word stands opposite
    "sign_sign",
    "sign_word",
    "spoken_sign",  # & for and, % for percent
    "contraction",  # it is, it's
    "thesaurus",  # the thesaurus relates the phrases
    "thesaurus_part",  # it relates a word of one to a word of the other
    "trimmable",  # without a word at an edge the swap would be a better one
    "stem",
    "ending",
    "number_number",
    "number_word",
    "same_number",
    "closed_end",  # a phrase of several words ends in a function word
    "closed_start",
    "particles",  # two words for two, both with a particle behind: able to, capable of
    "table",  # the swap was learned from other pairs
    "seen",  # the swap was made elsewhere in the pair
)
BIT = {name: 1 << n for n, name in enumerate(NAMES)}
_THESAURUS, _PART = BIT["thesaurus"], BIT["thesaurus_part"]
_SIGN_SIGN, _SIGN_WORD, _SPOKEN_SIGN = BIT["sign_sign"], BIT["sign_word"], BIT["spoken_sign"]
_SAME_STEM, _SAME_ENDING = BIT["stem"], BIT["ending"]
_KNOWN = _THESAURUS | BIT["table"]
# Each of these is evidence for a swap besides its place.
_EVIDENCE = sum(
    BIT[name]
    for name in (
        "thesaurus",
        "thesaurus_part",
        "stem",
        "same_class",
        "same_number",
        "spoken_sign",
        "contraction",
        "sign_sign",
        "table",
        "seen",
    )
)
Phrase = int  # the number of a comparison key, or, from len(names) on, of two or three in a row


_SORT_OF_CLASS = {"adverb or quantifier": "quantifier"}


def kind_of(name: str, word_class: str | None) -> int:
    """Return whether a comparison key is a sign, a function word or a content word (``KINDS``)."""
    if not any(map(str.isalnum, name)):
        return SIGN
    return CLOSED if word_class else CONTENT


def sort_of(name: str, word_class: str | None) -> int:
    """Return which of ``SORTS`` a comparison key is; only its place tells whether it is a name."""
    kind = kind_of(name, word_class)
    if kind == SIGN:
        return SORTS.index(_SORT_OF_SIGN.get(name[:1], "sign"))
    if kind == CLOSED:
        known = _SORT_OF_CLASS.get(word_class or "", word_class)
        return SORTS.index(known if known in SORTS else "closed")
    is_number = name[0].isdigit() or name in NUMBER_WORDS
    return SORTS.index("number" if is_number else "content")


def names_of(mask: int) -> Iterator[str]:
    """Yield the names of the features in *mask*."""
    return (name for name, bit in BIT.items() if mask & bit)


@lru_cache(maxsize=4096)
def without_marks(word: str) -> str:
    """Return *word* with plain letters for those with accents, strokes or a hamza.

    >>> [without_marks(word) for word in ("peña", "źródło", "أمير", "й")]
    ['pena', 'zrodlo', 'امير', 'и']
    """
    letters = [_plain_letter(c) for c in unicodedata.normalize("NFKD", word)]
    return unicodedata.normalize("NFC", "".join(letters))


def _plain_letter(character: str) -> str:
    """Return nothing for a mark, and l for a letter that Unicode calls "L with stroke"."""
    if character.isascii():
        return character
    if unicodedata.combining(character) in _MARKS:
        return ""
    base, joined, _ = unicodedata.name(character, "").partition(" WITH ")
    return unicodedata.lookup(base) if joined and character.isalpha() else character


def is_sure(mask: int, letters: float) -> bool:
    """Return whether there is evidence for a swap besides its place."""
    return bool(mask & _EVIDENCE) or letters > 0


def _shape(text: str) -> tuple[str, str, bool]:
    """Return how a phrase begins and ends, if it is long enough; whether it begins with a digit."""
    size = len(text)
    start, end = text[:_STEM] if size >= _STEM else "", text[-2:] if size > _STEM else ""
    return start, end, text[:1].isdigit()


class SwapScorer:
    """Gives the features of a swap of any two phrases of a pair of documents.

    ``names`` are the comparison keys by number, ``kinds`` what they are; ``heads`` has what words
    and phrases begin with, by their numbers (``grammar.head_of``). *table* has the swaps that were
    learned from other pairs, with the number of pairs that showed each.
    """

    def __init__(
        self,
        names: Sequence[str],
        classes: Sequence[str | None],
        thesaurus: Related,
        table: Mapping[tuple[str, str], int] | None = None,
    ) -> None:
        self.names = names
        self.sorts = [sort_of(n, c) for n, c in zip(names, classes, strict=True)]
        self.kinds = [KIND_OF_SORT[sort] for sort in self.sorts]
        self.spoken = frozenset(n for n, name in enumerate(names) if name in SPOKEN)
        self.currencies = frozenset(
            n for n, name in enumerate(names) if unicodedata.category(name[0]) == "Sc"
        )
        self.letters = letters_of(names)
        self._classes = classes
        self._thesaurus = thesaurus
        self._table = table or {}
        self._known: dict[tuple[int, ...], Phrase] = {}
        self._in_table = {phrase for swap in self._table for phrase in swap}
        self._phrases: dict[tuple[int, ...], Phrase] = {}
        self._words: list[tuple[int, ...]] = [(n,) for n in range(len(names))]
        self._forms: dict[tuple[tuple[int, ...], tuple[int, ...]], int | None] = {}
        self._texts = [name[:_LETTERS] for name in names]
        self._shapes = [_shape(text) for text in self._texts]
        self.heads: list[str] = [head_of(name) for name in names]
        self._closeness: dict[tuple[Phrase, Phrase], float] = {}
        self._sets: dict[Phrase, tuple[frozenset[object], frozenset[object]]] = {}
        content = BIT["content_content"]
        mixed, closed = BIT["closed_content"], BIT["closed_closed"]
        self._by_kinds = ((0, 0, 0), (0, closed, mixed), (0, mixed, content))

    def phrase(self, tokens: Sequence[int]) -> Phrase:
        """Return the number of a phrase of ``LONGEST`` tokens at most."""
        if len(tokens) == 1:
            return tokens[0]
        words = tuple(tokens)
        found = self._phrases.get(words)
        if found is None:
            found = self._phrases[words] = len(self._texts)
            self._words.append(words)
            self._texts.append(" ".join([self._texts[word] for word in words])[:_LETTERS])
            self._shapes.append(_shape(self._texts[-1]))
            self.heads.append(self.heads[words[0]])
        return found

    def tokens(self, phrase: Phrase) -> tuple[int, ...]:
        """Return the comparison numbers of a phrase."""
        return self._words[phrase]

    def known_phrase(self, tokens: tuple[int, ...]) -> Phrase:
        """Return the number of a phrase if the thesaurus or the table knows it; else 0."""
        found = self._known.get(tokens)
        if found is None:
            text = " ".join([self.names[token] for token in tokens])
            known = text in self._in_table or self._thesaurus.keys(text)
            found = self._known[tokens] = self.phrase(tokens) if known else 0
        return found

    def is_known(self, phrase: Phrase) -> bool:
        """Return whether the thesaurus or the table of learned swaps has a phrase."""
        own = (self._sets.get(phrase) or self._look_up(phrase))[0]
        return bool(own) or bool(self._table)

    def is_listed(self, word: str) -> bool:
        """Return whether the thesaurus has a word, or a form of it."""
        return bool(self._thesaurus.keys(word))

    def related(self, a: Phrase, b: Phrase) -> bool:
        """Return whether the thesaurus relates two phrases."""
        own, synonyms = self._sets.get(a) or self._look_up(a)
        if not own:
            return False
        their, their_synonyms = self._sets.get(b) or self._look_up(b)
        return bool(their) and not (
            synonyms.isdisjoint(their) and their_synonyms.isdisjoint(own) and own.isdisjoint(their)
        )

    def closeness(self, a: Phrase, b: Phrase) -> float:
        """Return how much of their meaning two phrases share, by their synonyms.

        It is the cosine of their sets of synonyms, 0 to 1, and -1 where the thesaurus does not
        know both. Asking whether they are related takes less time.
        """
        found = self._closeness.get((a, b))
        if found is None:
            ours = (self._sets.get(a) or self._look_up(a))[1]
            theirs = (self._sets.get(b) or self._look_up(b))[1]
            found = -1.0
            if ours and theirs:
                found = len(ours & theirs) / sqrt(len(ours) * len(theirs))
            self._closeness[a, b] = found
        return found

    def nearness(self, a: Phrase, b: Phrase) -> float:
        """Return how near two words are in meaning, 0 to 1: 1 for two forms of one word.

        Words that the thesaurus does not relate are not near, whatever synonyms they share.
        """
        if self._shapes[a][0] == self._shapes[b][0] and self._likeness(a, b)[0] & BIT["stem"]:
            return 1.0
        return max(0.0, self.closeness(a, b)) if self.related(a, b) else 0.0

    def are_spellings(self, a: Phrase, b: Phrase) -> bool:
        """Return whether two words differ in marks on their letters only, or in few letters."""
        ours, theirs = self._texts[a], self._texts[b]
        if not (ours.isalpha() and theirs.isalpha()):
            return False
        x, y = without_marks(ours), without_marks(theirs)
        is_long = min(len(x), len(y)) > _STEM
        return x == y or (is_long and Indel.normalized_similarity(x, y) >= _MISSPELT)

    def meanings(self, phrase: Phrase) -> tuple[frozenset[object], frozenset[object]]:
        """Return what the thesaurus knows a phrase by, and its synonyms."""
        return self._sets.get(phrase) or self._look_up(phrase)

    def _look_up(self, phrase: Phrase) -> tuple[frozenset[object], frozenset[object]]:
        text = self._texts[phrase]
        keys = self._thesaurus.keys(text)
        found = keys, self._thesaurus.synonyms(text) if keys else keys
        self._sets[phrase] = found
        return found

    def features(self, a: Phrase, b: Phrase) -> tuple[int, float] | None:
        """Return the features of *b* replacing *a* as bits, and ``letters``; None if it cannot.

        Phrases of several words are a swap only where there is evidence besides their place.
        What depends on place (capitals, neighbours) or on the rest of the pair is not here.
        """
        size = len(self.names)
        if a >= size or b >= size:
            return self._phrase_features(a, b)
        x, y = self.kinds[a], self.kinds[b]
        if not x or not y:
            if x == y:
                return _SIGN_SIGN, 0.0
            sign = b if x else a
            return _SPOKEN_SIGN if sign in self.spoken else _SIGN_WORD, 0.0
        mask = self._by_kinds[x][y]
        if x == y == CLOSED and self._classes[a] == self._classes[b]:
            mask |= BIT["same_class"] | BIT.get(f"same_{SORTS[self.sorts[a]]}", 0)
        if self.related(a, b):
            mask |= _THESAURUS
        more, letters = self._likeness(a, b)
        return mask | more, letters

    def _likeness(self, a: Phrase, b: Phrase) -> tuple[int, float]:
        """Return the features of the letters and figures of two phrases, and ``letters``.

        That is their similarity by insertions and deletions (Indel), scaled so that ``_ALIKE`` is 0
        and equal phrases have 1.
        """
        x, y = self._texts[a], self._texts[b]
        start, end, is_figure = self._shapes[a]
        other_start, other_end, is_other_figure = self._shapes[b]
        letters = Indel.normalized_similarity(x, y, score_cutoff=_ALIKE)
        mask = 0
        if start and start == other_start and letters > 0:
            mask = _SAME_STEM
        elif end and end == other_end:
            mask = _SAME_ENDING
        if is_figure or is_other_figure:
            mask |= BIT["number_number" if is_figure and is_other_figure else "number_word"]
            if NUMBER_WORDS.get(x, x) == NUMBER_WORDS.get(y, y):
                mask |= BIT["same_number"]
        if self._table and ((x, y) in self._table or (y, x) in self._table):
            mask |= BIT["table"]
        return mask, 2.0 * letters - 1.0 if letters > _ALIKE else 0.0

    def _phrase_features(self, a: Phrase, b: Phrase) -> tuple[int, float] | None:
        ours, theirs = self._words[a], self._words[b]
        if ours[0] == theirs[0] or ours[-1] == theirs[-1]:
            return None
        mask = _PART if self._share_meaning(ours, theirs) else 0
        if self.related(a, b):
            mask |= _THESAURUS
        if not mask and self.heads[a] != self.heads[b] and not self._table:
            return None  # most of all: neither synonyms nor "did not" for "didn't"
        more, letters = self._likeness(a, b)
        mask |= more
        is_long = len(ours) > 2 or len(theirs) > 2
        x, y = self._texts[a], self._texts[b]
        if len(ours) == 1 and len(theirs) == 2:
            mask |= BIT["contraction"] * is_contraction(x, y)
        elif len(theirs) == 1 and len(ours) == 2:
            mask |= BIT["contraction"] * is_contraction(y, x)
        if not is_sure(mask, letters) or (is_long and not mask & _KNOWN):
            return None
        sorts = tuple([self.sorts[t] for t in ours]), tuple([self.sorts[t] for t in theirs])
        if sorts not in self._forms:
            self._forms[sorts] = self.form(*sorts)
        form = self._forms[sorts]
        if form is None:
            return None
        if self._trimmable(ours, theirs):
            mask |= BIT["trimmable"]
        return mask | form, letters

    def _share_meaning(self, ours: Sequence[int], theirs: Sequence[int]) -> bool:
        """Return whether a content word of one phrase is, or is related to, one of the other."""
        kinds, related = self.kinds, self.related
        for s in ours:
            if kinds[s] == CONTENT:
                for t in theirs:
                    if kinds[t] == CONTENT and (s == t or related(s, t)):
                        return True
        return False

    @staticmethod
    def form(ours: Sequence[int], theirs: Sequence[int]) -> int | None:
        """Return the features that phrases have by the sorts of their tokens.

        None where both are too long to be a swap, or one has a sign.
        """
        shape = sorted((len(ours), len(theirs)))
        if (
            shape[0] > 2
            or shape[1] > LONGEST
            or any(KIND_OF_SORT[sort] == SIGN for sort in (*ours, *theirs))
        ):
            return None
        mask = BIT[f"shape_{shape[0]}_{shape[1]}"]
        kinds = [[KIND_OF_SORT[sort] for sort in side] for side in (ours, theirs)]
        content = sum([CONTENT in side for side in kinds])
        mask |= BIT[("closed_closed", "closed_content", "content_content")[content]]
        for side in kinds:
            if len(side) > 1:
                mask |= BIT["closed_end"] * (side[-1] == CLOSED)
                mask |= BIT["closed_start"] * (side[0] == CLOSED)
        for sort in set(ours) ^ set(theirs):
            mask |= BIT.get(f"lone_{SORTS[sort]}", 0)
        if shape == [2, 2] and kinds[0][1] == kinds[1][1] == CLOSED:
            mask |= BIT["particles"]
        return mask

    def _trimmable(self, a: tuple[int, ...], b: tuple[int, ...]) -> bool:
        """Return whether a swap reads better without the word at one edge of one side.

        ``profit`` for ``will benefit`` is ``profit`` for ``benefit``, and ``will`` was dropped.
        """
        shorter = [(a[1:], b), (a[:-1], b)] if len(a) > 1 else []
        if len(b) > 1:
            shorter += [(a, b[1:]), (a, b[:-1])]
        for x, y in shorter:
            s, t = self.phrase(x), self.phrase(y)
            if s == t or self.related(s, t):
                return True
            if Indel.normalized_similarity(self._texts[s], self._texts[t], score_cutoff=_SAME):
                return True
        return False
