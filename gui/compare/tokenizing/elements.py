"""What is compared as one: a token, or several tokens that other writers type as a single sign.

A typewriter has ``...`` for ``…``, ``--`` for a dash, two backticks for a quotation mark, and a
backtick for the apostrophe in ``don`t``. Each is one element, so that it stands where the one
sign stands in the other document. So is a word that was divided at the end of a line.

The other way round, a program that takes a page apart writes ``The ferry quay closesThe board
met``: the end of a headline and the first word of the lead, as one word. Where the other document
has a new section there, the word is parted, so that each part stands in its own section; inside a
section its two words are one element, and only white space differs.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import chain, compress, pairwise
from typing import NamedTuple

from ...documents import Document, Span
from ...documents.document import Spans
from ...documents.text.line_ends import lines_of, wrap_width
from ...documents.text.word_boundaries import find_tokens
from ..cancellation import checked

_SPACES = " \u00a0\u2009\u202f"
_SEVERAL = re.compile(
    rf"""
    (?=[-.,'`<>\u00b4\u0964\u1361\u2013-\u201d\u2026-\u2033\u2080-\u2089\u2500\uff0e])  # for speed
    (?: \u2026[.\u2026]+ | \.\.\.+ | \uff0e\uff0e\uff0e+ | \.(?:[{_SPACES}]\.){{2,}}
    | --+ | \u2014\u2014+ | \u2013\u2013+ | \u2500\u2500+
    | ''+ | ``+ | \u2018\u2018+ | \u2019\u2019+ | \u00b4\u00b4+
    | ,,(?=\w) | <<+ | >>+
    | [`\u00b4\u2032\u201d\u2033](?=[^\W_])
    | [\u2080-\u2089]+
    | \u0964\u0964 | \u1361\u1361 )
    """,
    re.VERBOSE,
)
_DOTS = ".\u2026\uff0e"
_DASHES = "-\u2014\u2013\u2500"
_APOSTROPHES = "`\u00b4\u2032"
_HEBREW = re.compile("[\u05d0-\u05ea]")
# Thousands set apart: "10 000", with a space of any kind.
_GROUPED = re.compile(rf"[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}})+(?!\w)")
_LONG_NUMBER = re.compile("[0-9]{4,}")
_AT_END = r"[-\u00ac\u00ad\u2010][ \t]*\n"  # text recognition reads a hyphen as a negation
_HYPHENS = frozenset("-\u2010")
_HYPHEN_AT_END = re.compile(_AT_END)
_DIVIDED = re.compile(rf"(?<!\w)([^\W\d_]+){_AT_END}[ \t]*([^\W\d_]+)(?!\w)")
_COMPOUND = re.compile(r"(?<![^\W\d_])([^\W\d_]+)[-\u2010](?=([^\W\d_]+))")
_BESIDE = 4  # characters on either side, white space not counted, that have to be the same
# A section begins with a capital, a figure or a letter of a script that has no capitals. Scripts
# without spaces are left out: each letter of theirs is a token of its own.
_BEGINS = re.compile(
    "(?<=\\S)(?=[^\\W_])(?![a-z\u00df-\u00f6\u00f8-\u00ff\u0430-\u045f\u03ac-\u03ce])"
    "[^\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
)
# A line end inside a section, with what belongs to it.
_LINE_END = re.compile(r"(?<=\S)[^\S\n]*\n[^\S\n]*(?=\S)")


class Elements(NamedTuple):
    """Where the elements of a document stand, in code points, and 1 for each that is a word."""

    starts: Sequence[int]
    ends: Sequence[int]
    is_word: bytes


def find_elements(document: Document, other: Document) -> Elements:
    """Return the elements of *document*, which is compared with *other*.

    Each begins where a token begins and ends where one ends.
    """
    spans = document.tokens
    plain = Elements(spans.starts, spans.ends, document.is_word)
    signs, numbers = _signs(document.text), _numbers(document.text, other.text)
    words = chain(_divided(document, other), run_together(document, other))
    ranges = element_ranges(sorted(chain(signs, numbers, words)), plain)
    return with_joined(plain, ranges) if ranges else plain


def _signs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of *text* that one sign may stand for.

    >>> changes("He left -- slowly", "He left – slowly")
    -- ~ –
    """
    for match in checked(_SEVERAL.finditer(text)):
        start, end = match.span()
        first, size = text[start], end - start
        if "\u2080" <= first <= "\u2089":
            yield from _formula(text, start, end)
        elif size == 1:
            yield from _apostrophe(text, start)
        elif first == ",":
            if not text[start - 1 : start].strip().strip("([{"):
                yield start, end
        elif first in _DOTS or size == 2 or (size == 3 and first in _DASHES):
            yield start, end


def _apostrophe(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Yield the stretch that joins the words around a sign that stands for an apostrophe.

    ``don`t`` and ``l´eau`` are one word each, as 6′2 is one number, and in Hebrew ``צה”ל`` is.

    >>> changes("I don`t know", "I don't know")
    don`t ~ don't
    """
    before, sign, behind = text[at - 1 : at], text[at], text[at + 1]
    if sign in _APOSTROPHES:
        joins = (before + behind).isalpha() or (before + behind).isdecimal()
    else:
        joins = bool(_HEBREW.match(before) and _HEBREW.match(behind))
    if joins:
        yield at - 1, at + 2


def _formula(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretch that joins lowered digits with the letters around them.

    >>> changes("H₂O boils", "H2O boils")
    H₂O ~ H2O
    """
    if text[start - 1 : start].isalpha():
        yield start - 1, end + text[end : end + 1].isalpha()


def _numbers(text: str, other: str) -> Iterator[tuple[int, int]]:
    """Yield the numbers whose thousands are set apart by a space.

    A plain space does so only where the *other* text has the same number in one piece: in
    ``the 12 100 seats`` nobody can tell, nor in a row of figures.

    >>> changes("It has 10 000 seats", "It has 10000 seats")
    10 000 ~ 10000
    """
    found = _grouped(text)
    whole = _whole_numbers(other) if found else ()
    for start, end in checked(found):
        number = text[start:end]
        if " " not in number or "".join(number.split()) in whole:
            yield start, end


def _grouped(text: str) -> list[tuple[int, int]]:
    found = checked(_GROUPED.finditer(text))
    return [m.span() for m in found if not _goes_on(text[max(0, m.start() - 2) : m.start()])]


def _goes_on(before: str) -> bool:
    """Tell whether a word or a number has begun in the two characters *before*: ``A``, ``1,``."""
    return before[-1:].isalnum() or before[:1].isdigit()


def _whole_numbers(text: str) -> set[str]:
    whole = set(_LONG_NUMBER.findall(text))
    written = (text[start:end] for start, end in _grouped(text))
    return whole | {"".join(number.split()) for number in written if " " not in number}


def _divided(document: Document, other: Document) -> Iterator[tuple[int, int]]:
    r"""Yield the words that a hyphen divides at the end of a line.

    >>> changes("An inter-\nnational fair", "An international fair")
    inter- national ~ international

    The hyphen belongs to the word, as in ``self-/made``, if the *other* text has ``self-made`` on
    one line more often than this one, or if it divides it, too, and either text has it on one line.
    Otherwise it is one word if the other text has it whole, or divides it. If neither is so, it is
    one all the same, unless it goes on with a capital, is a part of a longer compound, stands in
    this text with its hyphen on one line, or the other text has both parts as words of their own
    and this text never has the whole.
    """
    text = document.text
    if not _HYPHEN_AT_END.search(text):
        return
    compounds, of_other = (
        Counter([pair for pair, _ in _word_pairs(_COMPOUND, own.text)]) for own in (document, other)
    )
    words, others = ({*map(str.casefold, token_texts(own))} for own in (document, other))
    elsewhere = {pair for pair, _ in _word_pairs(_DIVIDED, other.text)}
    for pair, match in _word_pairs(_DIVIDED, text):
        whole = "".join(pair)
        start, end = match.span()
        is_compound = pair in compounds or pair in of_other
        if compounds[pair] < of_other[pair] or (is_compound and pair in elsewhere):
            continue
        if whole in others or pair in elsewhere:
            yield start, end
            continue
        is_part = not _HYPHENS.isdisjoint((text[start - 1 : start], text[end : end + 1]))
        if compounds[pair] or is_part or not match[2][0].islower():
            continue
        if whole in words or not others.issuperset(pair):
            yield start, end


def _word_pairs(pattern: re.Pattern[str], text: str) -> list[tuple[tuple[str, str], re.Match[str]]]:
    """Return both words of each match, in small letters, and the match."""
    found = checked(pattern.finditer(text))
    return [((match[1].casefold(), match[2].casefold()), match) for match in found]


def element_ranges(found: list[tuple[int, int]], plain: Elements) -> list[tuple[int, int]]:
    """Return which elements the sorted stretches *found* cover, overlapping ones joined.

    What ends inside a token, before an invisible character, is left out; letters beside an
    apostrophe bring their whole words.
    """
    ranges: list[tuple[int, int]] = []
    last = len(plain.starts)
    for start, end in checked(found):
        first = bisect_left(plain.ends, start + 1)
        behind = bisect_left(plain.starts, end)
        if first + 1 >= behind or behind > last:
            continue
        is_whole = plain.is_word[first] or plain.starts[first] == start
        if not is_whole or not (plain.is_word[behind - 1] or plain.ends[behind - 1] == end):
            continue
        if ranges and first < ranges[-1][1]:
            ranges[-1] = ranges[-1][0], behind
        else:
            ranges.append((first, behind))
    return ranges


def with_joined(plain: Elements, ranges: Sequence[tuple[int, int]]) -> Elements:
    """Return the elements with those of each range made one."""
    ends, is_word = list(plain.ends), bytearray(plain.is_word)
    stays = bytearray([1]) * len(ends)
    for n, behind in ranges:
        ends[n] = ends[behind - 1]
        is_word[n] = any(is_word[n:behind])
        stays[n + 1 : behind] = bytes(behind - n - 1)
    first, last = (array("i", compress(own, stays)) for own in (plain.starts, ends))
    return Elements(first, last, bytes(compress(is_word, stays)))


def parted(reference: Document, candidate: Document) -> tuple[Document, Document]:
    r"""Return both documents with words parted where the other document has a new section.

    >>> sections("Ferry quay closes\n\nThe board met.", "Ferry quay closesThe board met.")
    paired, paired
    """
    ours, theirs = (
        {_beside(document.text, start) for start in _blocks(document)}
        for document in (reference, candidate)
    )
    return (
        _parted(reference, candidate, theirs - ours),
        _parted(candidate, reference, ours - theirs),
    )


def _parted(document: Document, other: Document, wanted: Set[tuple[str, str]]) -> Document:
    """Return *document* with words parted between characters that are *wanted*.

    Not a word that the *other* document has as a whole.
    """
    if not wanted:
        return document
    text, tokens = document.text, document.tokens
    places: dict[int, list[int]] = {}  # by the number of the token
    for match in checked(_BEGINS.finditer(text), 2048):
        at = match.start()
        if _beside(text, at) in wanted:
            n = bisect_right(tokens.starts, at) - 1
            if tokens.starts[n] < at < tokens.ends[n] and tokens[n].of(text) not in other.text:
                places.setdefault(n, []).append(at)
    return _with_parts(document, places) if places else document


def _blocks(document: Document) -> Iterator[int]:
    """Yield where the sections of a document begin, but for the first."""
    width = wrap_width(document)
    for n, section in enumerate(checked(document.sections)):
        if n:
            yield section.start
        lines = lines_of(document, section, width)
        if lines.are_blocks:
            yield from lines.ends


def _beside(text: str, at: int) -> tuple[str, str]:
    """Return a few characters before and behind a place, without white space."""
    before, behind = text[max(0, at - 4 * _BESIDE) : at], text[at : at + 4 * _BESIDE]
    return "".join(before.split())[-_BESIDE:], "".join(behind.split())[:_BESIDE]


def _with_parts(document: Document, places: dict[int, list[int]]) -> Document:
    """Return *document* with the tokens, by number, cut at *places*; a sentence begins there."""
    text = document.text
    spans: list[tuple[int, int]] = []
    is_word = bytearray()
    for n, token in enumerate(checked(document.tokens)):
        if n not in places:
            spans.append(token)
            is_word.append(document.is_word[n])
            continue
        for start, end in pairwise([token.start, *places[n], token.end]):
            found, words = find_tokens(text[start:end])
            spans += [(own.start + start, own.end + start) for own in found]
            is_word += words
    cuts = [place for own in places.values() for place in own]
    sentences = [
        Span(*own)
        for start, end in document.sentences
        for own in pairwise([start, *cuts[bisect_right(cuts, start) : bisect_left(cuts, end)], end])
    ]
    tokens = Spans.of(spans)
    return replace(document, tokens=tokens, is_word=bytes(is_word), sentences=tuple(sentences))


def run_together(document: Document, other: Document) -> Iterator[tuple[int, int]]:
    r"""Yield the words of *document* between which the *other* one lost a line end.

    >>> changes("The board met\nand voted to close it.", "The board metand voted to close it.")
    met and ~ metand

    Where a space stands between, both spellings may be meant: ``any more``, ``anymore``.
    """
    text, tokens = document.text, document.tokens
    wanted: dict[str, list[tuple[int, int]]] = {}
    for line_end in _LINE_END.finditer(text):
        n = bisect_right(tokens.starts, line_end.start())
        if 0 < n < len(tokens) and document.is_word[n - 1] and document.is_word[n]:
            start, end = tokens.starts[n - 1], tokens.ends[n]
            wanted.setdefault("".join(text[start:end].split()), []).append((start, end))
    found = set()
    for word, start in zip(token_texts(other), other.tokens.starts, strict=True) if wanted else ():
        for own in wanted.get(word, ()):
            around = _beside(other.text, start)[0], _beside(other.text, start + len(word))[1]
            if around == (_beside(text, own[0])[0], _beside(text, own[1])[1]):
                found.add(own)
    yield from sorted(found)


def token_texts(document: Document) -> Iterator[str]:
    """Yield the tokens of *document* as they are written."""
    text = document.text
    bounds = zip(document.tokens.starts, document.tokens.ends, strict=True)
    return (text[start:end] for start, end in checked(bounds, 4096))
