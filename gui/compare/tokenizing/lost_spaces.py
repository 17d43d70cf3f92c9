"""Words that run together because a line end between them was lost.

A program that takes a page apart writes ``The ferry quay closesThe board met``: the end of a
headline and the first word of the lead, as one word. What the other document has there tells. Where
it has a new section, the word is parted, so that each part stands in its own section; inside a
section, the two words of the other document are one element, and only white space differs.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from ...documents import Document, Span
from ...documents.document import Spans
from ...documents.text.line_ends import lines_of, wrap_width
from ...documents.text.word_boundaries import find_tokens
from ..cancellation import checked

_BESIDE = 4  # characters on either side, white space not counted, that have to be the same
# A section begins with a capital, a figure or a letter of a script that has no capitals. Scripts
# without spaces are left out: each letter of theirs is a token of its own.
_BEGINS = re.compile(
    "(?<=\\S)(?=[^\\W_])(?![a-z\u00df-\u00f6\u00f8-\u00ff\u0430-\u045f\u03ac-\u03ce])"
    "[^\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
)
# A line end inside a section, with what belongs to it.
_LINE_END = re.compile(r"(?<=\S)[^\S\n]*\n[^\S\n]*(?=\S)")


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
    starts, ends, is_word = array("i"), array("i"), bytearray()
    at = 0
    for n, cuts in places.items():
        for own, more in ((starts, document.tokens.starts), (ends, document.tokens.ends)):
            own += more[at:n]
        is_word += document.is_word[at:n]
        token = document.tokens[n]
        for start, end in zip([token.start, *cuts], [*cuts, token.end], strict=True):
            found, words = find_tokens(text[start:end])
            starts.extend(own.start + start for own in found)
            ends.extend(own.end + start for own in found)
            is_word += words
        at = n + 1
    tokens = Spans(starts + document.tokens.starts[at:], ends + document.tokens.ends[at:])
    cut = [place for own in places.values() for place in own]
    return replace(
        document,
        tokens=tokens,
        is_word=bytes(is_word + document.is_word[at:]),
        sentences=tuple(_divided(document.sentences, cut)),
    )


def _divided(sentences: Iterable[Span], places: list[int]) -> Iterator[Span]:
    for sentence in sentences:
        first = bisect_right(places, sentence.start)
        cuts = places[first : bisect_left(places, sentence.end)]
        yield from map(Span, [sentence.start, *cuts], [*cuts, sentence.end])


def run_together(document: Document, other: Document) -> Iterator[tuple[int, int]]:
    r"""Yield the words of *document* between which the *other* one lost a line end.

    >>> changes("The board met\nand voted to close it.", "The board metand voted to close it.")
    met and ~ metand

    Where a space stands between, both spellings may be meant: ``any more``, ``anymore``.
    """
    text, tokens = document.text, document.tokens
    ends = [match.start() for match in _LINE_END.finditer(text)]
    if not ends:
        return
    wanted: dict[str, list[tuple[int, int]]] = {}
    for at in ends:
        n = bisect_right(tokens.starts, at)
        if 0 < n < len(tokens) and document.is_word[n - 1] and document.is_word[n]:
            start, end = tokens.starts[n - 1], tokens.ends[n]
            wanted.setdefault("".join(text[start:end].split()), []).append((start, end))
    found = set()
    for word, start in zip(token_texts(other), other.tokens.starts, strict=True):
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
