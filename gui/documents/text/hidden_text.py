"""Text in a document that no reader sees: it stays in its place, and its spans are known.

The readers of formats put it between two marks (``as_hidden``). ``with_hidden_apart`` takes the
marks out of the whole text and returns where the hidden text stands; ``SeenText`` is the text
without it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

import regex

from ...messages import counted
from ...messages.about_documents import AboutDocument
from ..document import Notice, Span

# Unicode promises that these will never be characters; one that a file has is replaced.
_BEGIN, _END = "\ufdd0", "\ufdd1"
_MARK = re.compile("[\ufdd0-\ufdef]")
_ZERO = 0xFDD2  # the digits of a number that stands for a hidden text
_NUMBER = re.compile(f"{_BEGIN}([\ufdd2-\ufddb]+){_END}")
_STAND_IN = regex.compile(rf"(?<![ \t])[ \t]++{_NUMBER.pattern}(?=\s|$)|{_NUMBER.pattern}")
_PIECE = re.compile(f"{_BEGIN}([^{_BEGIN}{_END}]*){_END}?")
_BETWEEN = regex.compile(rf"{_END}([ \t]*+){_BEGIN}")
_BLANK_LINES = regex.compile(r"(\n[^\S\n]*+\n\s*+)")
# Words of these scripts have no spaces between them, so that hidden text splits none.
_UNSPACED = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\u3000-\u303f\uff00-\uff65]"
)
_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*+")
_QUOTED = 200  # characters that the notice quotes
_FULL_STOPS = (".", "。", "．", "।")


def as_hidden(text: str) -> str:
    """Return *text* between the marks of hidden text."""
    return f"{_BEGIN}{text}{_END}"


def without_marks(text: str) -> str:
    """Return *text* of a file without characters that would be taken for marks."""
    return _MARK.sub("\ufffd", text) if _MARK.search(text) else text


def stand_in(number: int) -> str:
    """Return the placeholder of the hidden text *number* while a page is taken apart."""
    return as_hidden("".join(chr(_ZERO + int(digit)) for digit in str(number)))


def without_stand_ins(text: str) -> str:
    """Return *text* without stand-ins, and without the space before one that is not needed."""
    return _STAND_IN.sub("", text) if _BEGIN in text else text


def put_back(text: str, hidden: Sequence[str]) -> tuple[str, list[str]]:
    """Return *text* with *hidden* texts, marked, for their stand-ins, and those without one."""
    if not hidden:
        return text, []
    left = dict(enumerate(hidden))

    def original(found: re.Match[str]) -> str:
        number = int("".join(chr(ord(digit) - _ZERO + ord("0")) for digit in found[1]))
        return as_hidden(left.pop(number, ""))

    return _NUMBER.sub(original, text), list(left.values())


def with_hidden_apart(text: str) -> tuple[str, tuple[Span, ...]]:
    r"""Return *text* without marks, and the spans of what stood between them.

    Hidden text in the middle of a word is put behind it, because readers see the word whole:

    >>> text, (span,) = with_hidden_apart("A pho" + as_hidden("purple") + "ne, no more.")
    >>> text, span.of(text)
    ('A phone, purple no more.', 'purple')
    """
    if _BEGIN not in text:
        return text, ()
    builder = _Builder()
    for number, piece in enumerate(_PIECE.split(_BETWEEN.sub(_joint, text))):
        if number % 2:
            builder.hide(piece)
        else:
            builder.show(_MARK.sub("", piece))
    return builder.result()


def _joint(found: regex.Match[str]) -> str:
    """Return what stands between two pieces of hidden text that become one."""
    return " " if found[1] else ""


class _Builder:
    """Puts seen and hidden pieces together, with white space between them."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._last = ""  # the last character
        self._spans: list[Span] = []
        self._waiting: list[str] = []  # hidden text inside a word that goes on

    def show(self, piece: str) -> None:
        if not piece:
            return
        rest = piece
        if self._waiting:
            is_cut = not (self._last or " ").isspace() and not piece[0].isspace()
            if is_cut and not _UNSPACED.match(self._last) and not _UNSPACED.match(piece):
                word = re.match(r"\S+", piece)
                assert word is not None
                self._add(word[0])
                rest = piece[word.end() :]
                if not rest:
                    return
            self._put()
            if not rest[0].isspace() and not self._last.isspace():
                self._add(" ")
        self._add(rest)

    def hide(self, piece: str) -> None:
        self._waiting.append(piece)

    def result(self) -> tuple[str, tuple[Span, ...]]:
        self._put()
        return "".join(self._pieces), tuple(self._spans)

    def _put(self) -> None:
        """Add the hidden text that waits, each paragraph of it for itself."""
        for number, part in enumerate(_BLANK_LINES.split(" ".join(self._waiting))):
            core = part.strip()
            if number % 2 or not core:
                self._add(part)
                continue
            before, _, behind = part.partition(core)
            if self._last and not before and not self._last.isspace():
                before = " "
            self._add(before)
            self._spans.append(Span(self._length, self._length + len(core)))
            self._add(core)
            self._add(behind)
        self._waiting.clear()

    def _add(self, piece: str) -> None:
        if piece:
            self._pieces.append(piece)
            self._length += len(piece)
            self._last = piece[-1]


def with_marks(text: str, hidden: Sequence[Span]) -> str:
    """Return *text* with its *hidden* spans between marks, as ``with_hidden_apart`` takes it."""
    pieces = []
    at = 0
    for span in hidden:
        pieces += [text[at : span.start], as_hidden(span.of(text))]
        at = span.end
    return "".join([*pieces, text[at:]])


def hidden_notice(text: str, hidden: Sequence[Span]) -> Iterator[Notice]:
    """Yield the notice of the *hidden* spans of *text*, if there are any.

    >>> [str(notice.message) for notice in hidden_notice("Seen. Purple  cows", [Span(6, 18)])]
    ['2 words are hidden from readers; they are marked in the text: “Purple cows”.']
    """
    if not hidden:
        return
    texts = [span.of(text) for span in hidden]
    words = sum(len(_WORD.findall(each)) for each in texts)
    one, many = AboutDocument.HIDDEN_WORD, AboutDocument.HIDDEN_WORDS
    yield Notice("hidden-text", counted(one, many, words, text=quoted(texts)), words)


def quoted(texts: Sequence[str]) -> str:
    r"""Return *texts* as a notice quotes them: one behind the other, cut where that is too long.

    The full stop at their end is left to the sentence that quotes them, which has its own.

    >>> quoted(["The quay was\nclosed.", "Nobody came."])
    'The quay was closed. … Nobody came'
    """
    said = " … ".join(" ".join(text.split()) for text in texts)
    if len(said) > _QUOTED:
        return f"{said[:_QUOTED].rstrip()}…"
    return without_stop(said)


def without_stop(text: str) -> str:
    """Return *text* for the end of a sentence: without a full stop, but with the points of "...".

    >>> without_stop("The Harbour Mail."), without_stop("It rained ...")
    ('The Harbour Mail', 'It rained ...')
    """
    return text[:-1] if text[-1:] in _FULL_STOPS and text[-2:-1].isalnum() else text


class SeenText:
    r"""What readers see of a text, and where its characters stand in the whole of it.

    >>> seen = SeenText("A [b] c", [Span(2, 5)])
    >>> seen.text, seen.whole(Span(3, 4)), seen.whole(Span(0, 4))
    ('A  c', Span(start=6, end=7), Span(start=0, end=7))
    """

    def __init__(self, text: str, hidden: Sequence[Span]) -> None:
        edges = [0, *(edge for span in hidden for edge in span), len(text)]
        self.text = "".join(
            text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)
        )
        self._before = [0, *accumulate(span.end - span.start for span in hidden)]
        self._cuts = [
            span.start - before for span, before in zip(hidden, self._before, strict=False)
        ]

    @property
    def cuts(self) -> Sequence[int]:
        """The offsets in the seen text at which hidden text was taken out, in its order."""
        return self._cuts

    def whole(self, span: Span) -> Span:
        """Return where *span* of the seen text stands in the whole text."""
        return Span(
            span.start + self._before[bisect_right(self._cuts, span.start)],
            span.end + self._before[bisect_left(self._cuts, span.end)],
        )
