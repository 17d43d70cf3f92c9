"""A text becomes a Document: its sections, blocks between blank lines, its sentences and words."""

from __future__ import annotations

import hashlib

import regex

from .model import Document, Notice, Span
from .sentences import split_sentences
from .tokens import find_tokens

_BLANK_LINE = regex.compile(r"\n[^\S\n]*(?=\n)")


def find_sections(text: str) -> tuple[Span, ...]:
    r"""Return the blocks between blank lines, without white space at their edges.

    >>> text = "A headline\n\nA text\nin two lines\n"
    >>> [s.of(text) for s in find_sections(text)]
    ['A headline', 'A text\nin two lines']
    """
    spans = []
    start = 0
    for cut in [*(m.start() for m in _BLANK_LINE.finditer(text)), len(text)]:
        span = trim(text, start, cut)
        if span is not None:
            spans.append(span)
        start = cut
    return tuple(spans)


def trim(text: str, start: int, end: int) -> Span | None:
    """Return ``[start, end)`` without white space at its edges, or None where nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def with_plain_ends(text: str) -> str:
    r"""Return *text* with all line ends made ``\n``, a byte-order mark dropped."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def read_text(
    text: str,
    *,
    name: str = "",
    encoding: str = "utf-8",
    sha256: str | None = None,
    format: str = "text",
    notices: tuple[Notice, ...] = (),
) -> Document:
    r"""Return *text* as a :class:`Document`, line ends made ``\n``, a byte-order mark dropped.

    *sha256* is of the bytes the text was read from; without it, of the text's UTF-8 bytes.
    """
    if sha256 is None:
        sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    text = with_plain_ends(text)
    sections = find_sections(text)
    tokens, is_word = find_tokens(text)
    sentences = tuple(s for section in sections for s in split_sentences(text, section))
    return Document(
        text, name, encoding, sha256, format, sections, sentences, tokens, is_word, notices
    )
