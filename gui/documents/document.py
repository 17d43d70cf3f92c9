"""The values that describe a document or its file, and the one exception of this package.

Every offset counts code points of ``Document.text``. The window loads this module to show
documents, so it imports nothing of what reads them.
"""

from __future__ import annotations

import os
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice, repeat
from operator import le, lt
from pathlib import Path
from typing import NamedTuple, overload

from ..messages import CopydeskError, Message
from ..messages.about_documents import AboutDocument

CHECKED_AT_ONCE = 20_000  # spans
_SHORT_NAME = 80  # characters of a name that are always shown in full


class Signature(NamedTuple):
    """Identifies a file without reading it: which file, its length, its time."""

    device: int
    inode: int
    size: int
    modified: int  # nanoseconds

    @classmethod
    def of(cls, status: os.stat_result) -> Signature:
        """Return the signature of a file with *status*."""
        return cls(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)

    @classmethod
    def at(cls, path: Path) -> Signature | None:
        """Return the signature of the file at *path*; None where there is none."""
        try:
            return cls.of(path.stat())
        except (OSError, ValueError):
            return None


class Span(NamedTuple):
    """A half-open stretch ``[start, end)`` of a text, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of *text* inside this span."""
        return text[self.start : self.end]


class Spans(Sequence[Span]):
    """A sequence of spans, held as one array of their starts and one of their ends.

    A million words take 8 MB instead of 136, and the arrays can be sent through a pipe as bytes.
    """

    __slots__ = ("ends", "starts")

    def __init__(self, starts: array[int], ends: array[int]) -> None:
        self.starts = starts
        self.ends = ends

    @classmethod
    def of(cls, spans: Iterable[tuple[int, int]]) -> Spans:
        """Return *spans*, pairs of start and end, packed into arrays."""
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
        # Span(...) runs Python code for each span; this makes the same values ten times as fast.
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
    """Something the reviewer should know about how a document was read.

    ``code`` is a stable name (``"undecodable"``, ``"mojibake"``, ...), ``message`` what to
    say to people, and ``count`` how often it occurs (1 where counting makes no sense).
    """

    code: str
    message: Message
    count: int = 1


class ReadingOptions(NamedTuple):
    """How a document is to be read.

    ``name`` may identify Markdown. ``encoding`` overrides what the bytes say. ``whole_page``
    keeps the furniture of a page and the running heads of a PDF, ``as_written`` the marks of
    Markdown.
    """

    name: str
    encoding: str | None = None
    whole_page: bool = False
    as_written: bool = False


class Contents(NamedTuple):
    """The text of a document, its encoding ("" for packed formats), format and notices.

    ``hidden`` are the spans of the text that no reader sees. ``published`` is when the
    document tells machines that its text was published; see ``moments``.
    """

    text: str
    encoding: str
    format: str
    notices: tuple[Notice, ...] = ()
    hidden: tuple[Span, ...] = ()
    published: date | None = None


class Snapshot(NamedTuple):
    """Where a web page was fetched from: the address that was asked for and the ``final`` one.

    ``fetched`` is the time in UTC, ISO 8601; ``sha256`` the hash of the bytes as they came.
    """

    url: str
    final: str
    fetched: str
    sha256: str


@dataclass(frozen=True)
class Document:
    r"""A text and the spans of its sections, sentences and tokens.

    ``text`` has no byte-order mark and only ``\n`` as a line end; nothing else was changed.
    ``name`` is the path as it was given, or what stands for one. ``sha256`` is the hash of the
    bytes that were read. ``sections`` are the blocks between blank lines, ``sentences`` the
    sentences of the sections, ``tokens`` the words (UAX #29) and all other visible characters.
    ``hidden`` is the text that no reader sees, such as white letters on white; it begins and ends
    at tokens. Each sequence of spans ascends without overlaps. ``is_word`` runs parallel to
    ``tokens``: 1 for a word, 0 for a sign. ``snapshot`` says where a web page is from,
    ``published`` when it was published, or a mail sent, where its metadata say so plainly.
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
    snapshot: Snapshot | None = None
    hidden: tuple[Span, ...] = ()
    published: date | None = None

    @classmethod
    def absent(cls, name: str) -> Document:
        """Return an empty document in place of *name*, which cannot be read."""
        return cls("", name, "", "", "text", (), (), Spans.of(()), b"")

    def __post_init__(self) -> None:
        if len(self.tokens) != len(self.is_word):
            raise ValueError("is_word must run parallel to tokens")
        for what in ("sections", "sentences", "tokens", "hidden"):
            spans = getattr(self, what)
            if not _ascend(spans if isinstance(spans, Spans) else Spans.of(spans)):
                raise ValueError(f"{what} must ascend and not overlap: {spans}")
            if spans and spans[-1].end > len(self.text):
                raise ValueError(f"{what} reach past the end of the text")

    @cached_property
    def words(self) -> int:
        """The number of words that readers see; punctuation does not count."""
        return self.is_word.count(1) - self.hidden_words

    @cached_property
    def hidden_words(self) -> int:
        """The number of words in hidden text."""
        edges = ((self.token_at(span.start), self.token_at(span.end)) for span in self.hidden)
        return sum(self.is_word.count(1, first, last) for first, last in edges)

    def hides(self, span: Span) -> bool:
        """Return whether readers see nothing of *span*, because all of it is hidden text."""
        return bool(self.hidden) and not any(
            seen.of(self.text).strip() for seen, is_hidden in self.parts(span) if not is_hidden
        )

    def parts(self, span: Span) -> Iterator[tuple[Span, bool]]:
        """Yield *span* in parts that are all seen or all hidden, each with whether it is hidden."""
        at = span.start
        first = bisect_right(self.hidden, at, key=lambda own: own.end)
        for own in islice(self.hidden, first, None):
            if own.start >= span.end:
                break
            if own.start > at:
                yield Span(at, own.start), False
            end = min(own.end, span.end)
            yield Span(max(own.start, at), end), True
            at = end
        if at < span.end:
            yield Span(at, span.end), False

    def token_at(self, offset: int) -> int:
        """Return the index of the first token that starts at or after *offset*."""
        assert isinstance(self.tokens, Spans)
        return bisect_left(self.tokens.starts, offset)


def _ascend(spans: Spans) -> bool:
    """Return whether *spans* ascend and do not overlap.

    They are checked in batches: checking a million words at once would block all other threads,
    including the window's.
    """
    before = 0
    for at in range(0, len(spans), CHECKED_AT_ONCE):
        starts, ends = (
            spans.starts[at : at + CHECKED_AT_ONCE],
            spans.ends[at : at + CHECKED_AT_ONCE],
        )
        follow = starts[0] >= before and all(map(le, ends, islice(starts, 1, None)))
        if not follow or not all(map(lt, starts, ends)):
            return False
        before = ends[-1]
    return True


class DocumentError(CopydeskError):
    """A document cannot be read; the message says what is wrong and what to do."""


def shown_name(path: str | bytes | os.PathLike[str] | os.PathLike[bytes]) -> str:
    r"""Return *path* in a form that can be shown and printed anywhere, always on one line.

    Bytes that are not UTF-8 and characters that would control a terminal become escapes; the
    middle of a very long name is left out.

    >>> shown_name(b"caf\xe9\n.txt")
    'caf\\xe9\\n.txt'
    """
    name = os.fsdecode(path)
    if len(name) > 3 * _SHORT_NAME:  # escape only what is shown: the name may be megabytes long
        start, end = _printable(name[:_SHORT_NAME]), _printable(name[-_SHORT_NAME:])
        return f"{start[:_SHORT_NAME]}…{end[-_SHORT_NAME:]}"
    shown = _printable(name)
    if len(shown) > 3 * _SHORT_NAME:
        shown = f"{shown[:_SHORT_NAME]}…{shown[-_SHORT_NAME:]}"
    return shown


def _printable(name: str) -> str:
    return "".join(c if c.isprintable() else _escaped(c) for c in name)


def _escaped(character: str) -> str:
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:  # a byte that was not UTF-8, as os.fsdecode keeps it
        return f"\\x{code - 0xDC00:02x}"
    return character.encode("unicode_escape").decode("ascii")


def missing_library(format: str, library: str) -> DocumentError:
    """Return the error that names the library to install before *format* can be read."""
    return DocumentError(Message(AboutDocument.LIBRARY_MISSING, format=format, library=library))


def plural(count: int, one: str, many: str | None = None) -> str:
    """Return *count* with its noun.

    >>> plural(1, "word"), plural(1200, "word"), plural(2, "entry", "entries")
    ('1 word', '1,200 words', '2 entries')
    """
    return f"{count:,} {one if count == 1 else many or one + 's'}"
