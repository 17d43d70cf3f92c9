"""The values that describe a document. Every offset counts code points of ``Document.text``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch ``[start, end)`` of a text, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of *text* inside this span."""
        return text[self.start : self.end]


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
    do not overlap, and are spans into ``text``. ``is_word`` runs parallel to ``tokens``.
    """

    text: str
    name: str
    encoding: str
    sha256: str
    format: str
    sections: tuple[Span, ...]
    sentences: tuple[Span, ...]
    tokens: tuple[Span, ...]
    is_word: tuple[bool, ...]
    notices: tuple[Notice, ...] = ()

    def __post_init__(self) -> None:
        if len(self.tokens) != len(self.is_word):
            raise ValueError("is_word must run parallel to tokens")
        for what in ("sections", "sentences", "tokens"):
            end = 0
            for span in getattr(self, what):
                if not end <= span.start < span.end:
                    raise ValueError(f"{what} must ascend and not overlap: {span} after {end}")
                end = span.end
            if end > len(self.text):
                raise ValueError(f"{what} reach past the end of the text")

    @cached_property
    def words(self) -> int:
        """The number of words; punctuation does not count."""
        return sum(self.is_word)
