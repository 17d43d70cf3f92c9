"""The values that describe a document. Every offset counts code points of ``Document.text``."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, repeat
from operator import le, lt
from typing import NamedTuple, overload


class Span(NamedTuple):
    """A half-open stretch ``[start, end)`` of a text, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of *text* inside this span."""
        return text[self.start : self.end]


_STRETCH = 20_000  # spans that are checked at one go


class Spans(Sequence[Span]):
    """A sequence of spans that is held as two arrays, of their starts and of their ends.

    A million words take 8 MB instead of 136, and the arrays go through a pipe as they are.
    """

    __slots__ = ("ends", "starts")

    def __init__(self, starts: array[int], ends: array[int]) -> None:
        self.starts = starts
        self.ends = ends

    @classmethod
    def of(cls, spans: Iterable[tuple[int, int]]) -> Spans:
        """Return *spans* as such a sequence."""
        pairs = list(spans)
        return cls(array("i", (start for start, _ in pairs)), array("i", (end for _, end in pairs)))

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, index: int) -> Span: ...
    @overload
    def __getitem__(self, index: slice) -> Spans: ...
    def __getitem__(self, index: int | slice) -> Span | Spans:
        if isinstance(index, slice):
            return Spans(self.starts[index], self.ends[index])
        return Span(self.starts[index], self.ends[index])

    def __iter__(self) -> Iterator[Span]:
        # Span(...) itself runs Python for each; this makes the same values ten times as quickly.
        pairs = zip(self.starts, self.ends, strict=True)
        return map(tuple.__new__, repeat(Span), pairs)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Spans):
            return self.starts == other.starts and self.ends == other.ends
        return tuple(self) == other

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Spans.of({list(map(tuple, self))})"


@dataclass(frozen=True)
class Notice:
    """Something a reader should know about how a document was read.

    ``code`` is a stable name (``"undecodable"``, ``"mojibake"``, ...), ``message`` one
    plain English sentence, ``count`` how often it occurs (1 where counting makes no sense).
    """

    code: str
    message: str
    count: int = 1


@dataclass(frozen=True)
class Document:
    r"""A text and where its parts stand in it.

    ``text`` has no byte-order mark and only ``\n`` as a line end; nothing else was changed.
    ``name`` is the path as it was given, or what stands for one. ``sha256`` is of the bytes
    that were read. ``sections`` are blocks between blank lines, ``sentences`` parts of
    sections, ``tokens`` the words (UAX #29) and the other visible characters; all ascend,
    do not overlap, and are spans into ``text``. ``is_word`` runs parallel to ``tokens``: 1 for
    a word, 0 for a sign.
    """

    text: str
    name: str
    encoding: str
    sha256: str
    format: str
    sections: tuple[Span, ...]
    sentences: tuple[Span, ...]
    tokens: Spans
    is_word: bytes
    notices: tuple[Notice, ...] = ()

    def __post_init__(self) -> None:
        if len(self.tokens) != len(self.is_word):
            raise ValueError("is_word must run parallel to tokens")
        for what in ("sections", "sentences", "tokens"):
            spans = getattr(self, what)
            if not _ascend(spans if isinstance(spans, Spans) else Spans.of(spans)):
                raise ValueError(f"{what} must ascend and not overlap: {spans}")
            if spans and spans[-1].end > len(self.text):
                raise ValueError(f"{what} reach past the end of the text")

    @cached_property
    def words(self) -> int:
        """The number of words; punctuation does not count."""
        return sum(self.is_word)

    def token_at(self, offset: int) -> int:
        """Return the number of the first token that starts at *offset* or behind it."""
        assert isinstance(self.tokens, Spans)
        return bisect_left(self.tokens.starts, offset)


def _ascend(spans: Spans) -> bool:
    """Tell whether *spans* ascend and do not overlap.

    A stretch of them at a time: of a million words the whole check would keep all other threads
    waiting, that of the window among them.
    """
    before = 0
    for at in range(0, len(spans), _STRETCH):
        starts, ends = spans.starts[at : at + _STRETCH], spans.ends[at : at + _STRETCH]
        follow = starts[0] >= before and all(map(le, ends, islice(starts, 1, None)))
        if not follow or not all(map(lt, starts, ends)):
            return False
        before = ends[-1]
    return True
