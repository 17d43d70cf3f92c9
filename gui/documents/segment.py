"""Where the sections, sentences and words of a text stand.

Words follow the default word boundaries of Unicode's UAX #29, as the ``regex`` library
implements them; sections are blocks between blank lines.
"""

from __future__ import annotations

import hashlib

import regex

from .model import Document, Notice, Span
from .sentences import split_sentences

_BOUNDARY = regex.compile(r"(?V1w)\b")
_BLANK_LINE = regex.compile(r"\n[^\S\n]*(?=\n)")
# Characters without a shape belong to the word they stand in or behind: a spinner hides them
# inside words to defeat string matching.
_INVISIBLE = regex.compile(r"\p{Default_Ignorable_Code_Point}+")
# South-East Asian scripts write U+200B between words, where it is genuine.
_SPACED_BY_ZWSP = regex.compile(r"[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")


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


def find_tokens(text: str) -> tuple[tuple[Span, ...], tuple[bool, ...]]:
    r"""Return the tokens of *text* and, in parallel, whether each is a word.

    A token is a word of UAX #29 or one other visible character (a grapheme cluster).
    Zero-width characters belong to the word they stand in.

    >>> text = "the U.S. spent 5,000 on today\u2019s long-term plan"
    >>> [s.of(text) for s in find_tokens(text)[0]]
    ['the', 'U.S', '.', 'spent', '5,000', 'on', 'today’s', 'long', '-', 'term', 'plan']
    """
    spans: list[Span] = []
    words: list[bool] = []
    start = 0
    glue = False  # the next segment goes on with the last token
    for boundary in _BOUNDARY.finditer(text):
        end = boundary.start()
        segment = text[start:end]
        if not segment or segment.isspace():
            glue = False
            start = end
            continue
        # A mark or soft hyphen behind white space makes one segment with it.
        start = end - len(segment.lstrip())
        touches = bool(spans) and spans[-1].end == start
        word = _is_word(segment)
        if not word and _INVISIBLE.fullmatch(segment.strip()):
            if touches and not _SPACED_BY_ZWSP.match(text[start - 1]):
                spans[-1] = Span(spans[-1].start, end)
                glue = words[-1]
        elif glue and word and touches:
            spans[-1] = Span(spans[-1].start, end)
            glue = False
        else:
            spans.append(Span(start, end))
            words.append(word)
            glue = False
        start = end
    return tuple(spans), tuple(words)


def _is_word(segment: str) -> bool:
    return segment[0].isalnum() or any(c.isalnum() for c in segment)


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
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    sections = find_sections(text)
    tokens, is_word = find_tokens(text)
    sentences = tuple(s for section in sections for s in split_sentences(text, section))
    return Document(
        text, name, encoding, sha256, format, sections, sentences, tokens, is_word, notices
    )
