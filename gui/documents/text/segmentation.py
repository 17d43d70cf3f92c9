"""A text becomes a ``Document``: its sections, its sentences, and its words and signs.

Sections are the blocks between blank lines. Sentences end by rules on punctuation and case, for any
script; what stops of abbreviations mean, ``abbreviations`` knows. Words are found by
``word_boundaries``.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

import regex

from ..document import Document, Notice, Span, Spans
from .abbreviations import ends_no_sentence
from .hidden_text import SeenText
from .line_ends import SENTENCE_ENDS, with_plain_ends
from .word_boundaries import LOST_END, LOST_START, find_tokens

_BLANK_LINE = regex.compile(r"\n[^\S\n]*(?=\n)")
# Full stops, question and exclamation marks of any script, closing quotes and brackets, then
# white space or, if the space was lost, a capitalised word; ideographic full stops need no space.
# Thai and Lao have no full stop but a space, which stands between phrases too, not between words:
# each phrase counts as a sentence. It means nothing beside a sign of repetition or abbreviation, or
# behind a number.
_IDEOGRAPHIC = "\u3002\uff61\uff01\uff1f"
_STOPS = "".join(sign for sign in SENTENCE_ENDS if sign not in _IDEOGRAPHIC)
# Signs that end sentences in one script only: the Greek question mark, and what Armenian and
# Ethiopic type for their full stops.
_BORROWED = (
    r";(?<=\p{Greek}\p{M}*\p{Greek}\p{M}*[\"'\u2019\u201d\u00bb)]?;)"
    r"|:(?<=\p{Armenian}{2}:)|\u1361\u1361"
)
# French sets closing marks apart by a space; those of German open in other languages.
_CLOSING = (
    r"(?:[\"'\u2019\u201d\u00bb\u203a)\]}*_]"
    r"|[^\S\n][\u00bb\u203a](?!\S)"
    r"|[\u201c\u2018\u00ab\u2039](?=\s))*+"
)
_PHRASE = r"[\p{Thai}\p{Lao}]"
_REPEATED = r"\u0e2f\u0e46\u0eaf\u0ec6"
_STOP = regex.compile(
    # Whole runs only: a line of dots is matched once, not once for each dot.
    rf"(?<![{_STOPS}])(?P<stop>[{_STOPS}]++|{_BORROWED})(?P<close>{_CLOSING})"
    rf"(?:\s+|(?P<lost>(?=[\"'\u2018\u201c\u00ab([]?{LOST_START})))"
    rf"|[{_IDEOGRAPHIC}]+[\u300d\u300f\u3011\uff09\u201d\u2019\"')\]]*\s*"
    rf"|{_PHRASE}(?<![{_REPEATED}\p{{N}}])\s++(?={_PHRASE})(?![{_REPEATED}])"
)
_OPENING = "\"'\u2018\u201c\u00ab\u2039([{\u00bf\u00a1\u201e\u201a*_-\u2013\u2014"
_SMALL_END = regex.compile(LOST_END)
# Characters of an address that no word has, as in "example.org/search?Query=tide".
# The flag (?r) searches from the end, where the answer is.
_ADDRESS = regex.compile(r"(?r)[/@=&]\S*$")
_MAIL = regex.compile(r"[^\s@]{0,64}@")


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
    """Return ``[start, end)`` without white space at its edges, or None if nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def read_text(
    text: str,
    *,
    name: str = "",
    encoding: str = "utf-8",
    sha256: str | None = None,
    format: str = "text",
    notices: tuple[Notice, ...] = (),
    hidden: tuple[Span, ...] = (),
    published: date | None = None,
) -> Document:
    r"""Return *text* as a :class:`Document`, with line ends made ``\n`` and no byte-order mark.

    *sha256* is the hash of the bytes that the text was read from; by default, that of the text's
    UTF-8 bytes. *hidden* are the spans of what no reader sees; such a text has plain line ends.
    """
    if sha256 is None:
        sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    text = with_plain_ends(text)
    sections = find_sections(text)
    if hidden:
        tokens, is_word, sentences = _apart(text, hidden)
    else:
        tokens, is_word = find_tokens(text)
        sentences = _sentences(text, sections)
    spans = sections, sentences, tokens, is_word
    return Document(
        text,
        name,
        encoding,
        sha256,
        format,
        *spans,
        notices,
        hidden=hidden,
        published=published,
    )


def _sentences(text: str, sections: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(s for section in sections for s in split_sentences(text, section))


def _apart(text: str, hidden: Sequence[Span]) -> tuple[Spans, bytes, tuple[Span, ...]]:
    """Return tokens, which of them are words, and sentences, where some of *text* is hidden.

    What readers see has those that it would have by itself.
    """
    seen = SeenText(text, hidden)
    tokens, is_word = find_tokens(seen.text)
    found = [(seen.whole(token), word) for token, word in zip(tokens, is_word, strict=True)]
    sentences = [seen.whole(own) for own in _sentences(seen.text, find_sections(seen.text))]
    for span in hidden:
        tokens, is_word = find_tokens(span.of(text))
        found += [
            (Span(span.start + start, span.start + end), word)
            for (start, end), word in zip(tokens, is_word, strict=True)
        ]
        at = bisect_right(sentences, span)
        if not at or sentences[at - 1].end <= span.start:
            sentences[at:at] = split_sentences(text, span)
    found.sort()
    return Spans.of([token for token, _ in found]), bytes(w for _, w in found), tuple(sentences)


def split_sentences(text: str, section: Span) -> list[Span]:
    r"""Return the sentences of one section, without the white space between them.

    A full stop ends a sentence unless it ends an initial (``J. Smith``), an abbreviation that
    needs more (``Gen. Tveit``, ``Jan. 31``, ``z. B. Brot``) or the number of an item (``2.
    Stir``), or a small letter follows. If the space after it was lost, it ends a sentence
    between a small letter and a capitalised word: ``begins.Residents``, but not ``Node.js`` or
    ``U.S.``; where letters have no case, between two words of two letters.

    >>> text = "Gen. Smith left on Jan. 3. He said: \u201cNo.\u201d It rained.Then it snowed."
    >>> [s.of(text) for s in split_sentences(text, Span(0, len(text)))]
    ['Gen. Smith left on Jan. 3.', 'He said: “No.”', 'It rained.', 'Then it snowed.']
    """
    found = []
    start = section.start
    for stop in _STOP.finditer(text, section.start, section.end):
        if stop.end() >= section.end:
            break
        if not _ends_sentence(text, start, stop, section.end):
            continue
        found.append(Span(start, stop.start() + len(stop.group().rstrip())))
        start = stop.end()
    found.append(Span(start, section.end))
    return found


def _ends_sentence(text: str, start: int, stop: regex.Match[str], limit: int) -> bool:
    mark = stop.group("stop")
    if mark is None:  # an ideographic full stop, or a space that stands for one
        return True
    if stop.group("lost") is not None and not _lacks_space(text, start, stop.start()):
        return False
    at = stop.end()
    while at < limit and text[at] in _OPENING:
        at += 1
    following = text[at] if at < limit else ""
    if following.islower():
        return False
    if mark != "." or stop.group("close"):
        return True
    return not ends_no_sentence(text, start, stop.start())


def _lacks_space(text: str, start: int, dot: int) -> bool:
    """Return whether a stop right before a capitalised word separates two sentences."""
    if not _SMALL_END.match(text, dot):
        return False
    return not (_ADDRESS.search(text, max(start, dot - 200), dot) or _MAIL.match(text, dot))
