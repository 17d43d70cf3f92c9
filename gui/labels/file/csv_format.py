"""The format of a label file: its header, encoding, delimiter and line ends.

``csv_records`` knows what a record is; here it is found out in which dialect a file has them.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from ...documents import DocumentError, shown_name
from ...messages import CopydeskError, Message
from ...messages.about_labels import AboutLabels
from ..label_values import ALL_COLUMNS, NEEDED
from .csv_records import DELIMITERS, scan, split_line_end, values

LARGEST = 200_000_000
"""Bytes of the largest label file that is read: some 800,000 rows."""

_LINE_END = re.compile(r"\r\n?|\n")
_WORD = re.compile(r"\w+")
_SAID = re.compile(r"[^\0\r\n\t ]")  # what a file has that is not empty


class HeaderError(CopydeskError):
    """The file is no label file; the message is a clause: "it has no column …"."""


def check_size(size: int) -> None:
    """Raise :class:`HeaderError` where a file of *size* bytes is too large for a label file."""
    if size > LARGEST:
        raise HeaderError(Message(AboutLabels.TOO_LARGE, size=size // 10**6, most=LARGEST // 10**6))


class Header(NamedTuple):
    """``columns``: ours, and at which place; ``width``: how many columns there are in all.

    ``names`` are those of all, in their order; ``others`` those that are not ours. ``end`` is
    where the first record starts, in the text as it is scanned. An empty file has a header without
    columns: the first row written brings them along. ``closed`` is False where a quotation mark in
    it has no end, and all that follows is part of it.
    """

    dialect: Dialect
    columns: Mapping[str, int]
    width: int
    end: int
    names: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    closed: bool = True


def read_header(
    data: bytes, known: str = "utf-8", texts: Texts = tuple
) -> tuple[Header, str, bytes]:
    """Return the header of *data*, its text as it is scanned, and bytes of an incomplete character.

    The latter are left at the end of UTF-16 or UTF-32. *known* is the encoding that the file was
    last written in; *texts* are likely to be in it. Raises :class:`HeaderError`.
    """
    encoding, mark = encoding_of(data, known, texts)
    dialect = Dialect(encoding, mark)
    whole = len(data) - (len(data) - len(mark)) % dialect.character_size
    try:
        text = dialect.scannable(data[len(mark) : whole])
    except UnicodeDecodeError:
        raise HeaderError(Message(AboutLabels.WRONG_ENCODING, encoding=encoding)) from None
    if _SAID.search(text) is None:
        return Header(dialect, {}, 0, len(text)), text, data[whole:]
    start = 0
    delimiters: tuple[str, ...] = DELIMITERS
    if text[:4].lower() == "sep=" and text[5:6] in ("\r", "\n"):  # a line that Excel understands
        start, delimiters = scan(text[:8], ",").ends[0], (text[4],)
    names: list[str] = []
    for delimiter in delimiters:
        end = _header_end(text, delimiter, start)
        line, line_end = split_line_end(text[start:end])
        written = [name.strip() for name in values(dialect.text_of(line), delimiter)]
        names = [name.lower() for name in written]
        if all(name in names for name in NEEDED):
            columns = {name: names.index(name) for name in ALL_COLUMNS if name in names}
            dialect = replace(dialect, delimiter=delimiter, line_end=line_end or "\r\n")
            _check_single(names)
            others = tuple(name for name in written if name and name.lower() not in columns)
            closed = end < len(text) or scan(text, delimiter, start).closed
            header = Header(dialect, columns, len(names), end, tuple(written), others, closed)
            return header, text, data[whole:]
    raise HeaderError(_lacking(dialect.text_of(text[start : start + 2000]).lower()))


def _header_end(text: str, delimiter: str, start: int) -> int:
    """Return where the first record that is not blank ends."""
    first = _LINE_END.search(text, start)
    # Grows where the header goes on behind its first line, so that a file is not scanned for it.
    window = len(text) if first is None else first.end() - start + 1
    while True:
        piece = text[start : start + window]
        for end in scan(piece, delimiter).ends:
            if end == len(piece) < len(text) - start:
                break  # the record may go on behind the window
            if piece[:end].strip("\r\n") or start + end == len(text):
                return start + end
        window *= 4


def _check_single(names: list[str]) -> None:
    for name in ALL_COLUMNS:
        if names.count(name) > 1:
            raise HeaderError(Message(AboutLabels.DOUBLE_COLUMN, name=name))


def is_begun_header(data: bytes) -> bool:
    """Return whether *data* is only the beginning of a header of ours, which was cut off.

    >>> is_begun_header(b'"pair_id","refer'), is_begun_header(b"pair_id,label,annotator")
    (True, False)
    """
    if len(data) > _LONGEST_HEADER:
        return False
    text = data.removeprefix(codecs.BOM_UTF8).decode("latin-1").lower()
    mark = '"' if text.startswith('"') else ""
    for delimiter in DELIMITERS:
        *whole, last = text.split(delimiter)
        names = [name.removeprefix(mark).removesuffix(mark) for name in whole]
        if whole and all(f"{mark}{name}{mark}" in whole and name in ALL_COLUMNS for name in names):
            begun = last.removeprefix(mark)
            is_cut = not all(name in names for name in NEEDED) or (mark and not last.endswith(mark))
            longer = (name for name in ALL_COLUMNS if name.startswith(begun) and name != begun)
            return bool(is_cut) and any(longer)
    return False


# Bytes: a mark at the beginning, and each of our columns in quotation marks.
_LONGEST_HEADER = len(codecs.BOM_UTF8) + sum(len(f'"{name}",') for name in ALL_COLUMNS)
_CONFLICT = re.compile(r"(?:<{7}|>{7}|\|{7})(?: .*)?|={7}", re.DOTALL)


def is_mark_of_conflict(line: str) -> bool:
    """Return whether *line* is one of git's markers of a merge conflict."""
    return line[:1] in ("<", "=", ">", "|") and _CONFLICT.fullmatch(line) is not None


def _lacking(head: str) -> Message:
    if is_mark_of_conflict(head.split("\n", 1)[0].rstrip("\r")):
        return Message(AboutLabels.BEGINS_WITH_CONFLICT)
    words = set(_WORD.findall(head.split("\n", 1)[0]))
    lacking = [name for name in NEEDED if name not in words]
    if not lacking:
        return Message(AboutLabels.NO_SEPARATOR)
    *names, last = [f"“{name}”" for name in lacking]
    if not names:
        return Message(AboutLabels.LACKS_COLUMN, name=last)
    return Message(AboutLabels.LACKS_COLUMNS, names=", ".join(names), last=last)


Texts = Callable[[], Iterable[str]]
"""Returns texts that are likely to be in a label file; called when its encoding is guessed."""

_MARKS = (  # UTF-32 before UTF-16: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = ("utf-16", "utf-32")
_SHIFTED = ("iso-2022", "iso2022", "hz", "utf-7")  # encodings in which a comma may be no comma


@dataclass(frozen=True)
class Dialect:
    """How one label file is written: encoding, delimiter, line ends, columns.

    Files are scanned as text in which every character can be turned back into its bytes:
    Latin-1, a character for each byte, or for UTF-16 and UTF-32 the text itself.
    """

    encoding: str = "utf-8"
    mark: bytes = b""
    delimiter: str = ","
    line_end: str = "\r\n"

    @cached_property
    def is_wide(self) -> bool:
        """True if a comma takes more than one byte."""
        return self.encoding.startswith(_WIDE)

    @cached_property
    def character_size(self) -> int:
        """The number of bytes of which every character is a multiple."""
        return {"utf-16": 2, "utf-32": 4}.get(self.encoding[:6], 1)

    @cached_property
    def is_unicode(self) -> bool:
        """True where every character can be written."""
        return self.encoding == "utf-8" or self.is_wide

    def scannable(self, data: bytes) -> str:
        """Return *data*, which has no byte-order mark, as text to be scanned."""
        if self.is_wide:
            return data.decode(self.encoding, "surrogatepass")
        return data.decode("latin-1")

    def bytes_of(self, scanned: str) -> bytes:
        """Return the bytes that a piece of scanned text stands for."""
        if self.is_wide:
            return scanned.encode(self.encoding, "surrogatepass")
        return scanned.encode("latin-1")

    def text_of(self, scanned: str) -> str:
        """Return the real text of a piece of scanned text."""
        if self.is_wide or scanned.isascii():
            return scanned
        return scanned.encode("latin-1").decode(self.encoding, "surrogateescape")

    def lacking(self, text: str) -> str:
        """Return the letters of *text* that the encoding lacks, each of them once."""
        if self.is_unicode or text.isascii():
            return ""
        letters = dict.fromkeys(plain(text))
        return "".join(letter for letter in letters if self.expressed(letter) != letter)

    def scanned(self, text: str) -> str:
        r"""Return *text* as it will be scanned; what the encoding lacks becomes an escape.

        In windows-1252 a snowman becomes ``\u2603``. That is for looking a row up: before a row
        with a snowman is written, the file is turned into UTF-8.
        """
        text = plain(text)
        if self.is_wide or text.isascii():
            return text
        return text.encode(self.encoding, "backslashreplace").decode("latin-1")

    def expressed(self, text: str) -> str:
        """Return *text* as it will be read back from the file."""
        return self.text_of(self.scanned(text))


def encoding_of(data: bytes, known: str = "utf-8", texts: Texts = tuple) -> tuple[str, bytes]:
    r"""Return the encoding of a label file that holds *data*, and its byte-order mark.

    Bytes that fit no encoding count as broken UTF-8, and stay as they are. If the encoding must be
    guessed, *known* is preferred, so that one more row does not change the guess:
    ``encoding_of(b"caf\xe9", "windows-1252")`` is ``("windows-1252", b"")``. Before that comes the
    encoding in which the file has most non-ASCII words of *texts*, such as names.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name, mark
    if not known.startswith(_WIDE) and _is_plain_utf_8(data):
        return "utf-8", b""
    # Imported late: it takes a tenth of a start to load, and few files need it.
    from ...documents.text.decode import decode
    from ...documents.text.encoding_guess import with_most_words

    if known.startswith(_WIDE):  # it would explain anything
        half = len(data) % Dialect(known).character_size
        whole = encoding_of(data[: len(data) - half]) if half else ("utf-8", b"")
        if whole[0] == known:
            return whole
        known = "utf-8"
    try:
        name = decode(data).encoding
    except DocumentError:  # zeros in it, perhaps
        return known if known != "utf-8" and _explains(known, data) else "utf-8", b""
    if name.startswith(_SHIFTED) or (known == "utf-8" and _is_spoiled_utf_8(data)):
        return "utf-8", b""
    if not name.startswith(("utf", *_WIDE)):
        if known != "utf-8" and _explains(known, data):
            name = known
        name = with_most_words(data, texts(), name)
    return name.removesuffix("-sig"), b""


def may_be_named(encoding: str) -> bool:
    """Return whether *encoding*, other than UTF-8, can be that of a label file.

    It must encode ASCII as ASCII.
    """
    try:
        is_plain = _ASCII.encode(encoding) == _ASCII.encode()
    except (LookupError, ValueError):
        return False
    return is_plain and not codecs.lookup(encoding).name.startswith(("utf-8", *_SHIFTED))


_ASCII = "".join(map(chr, range(32, 127))) + "\r\n\t"
_CONTROLS = bytes({*range(32), 127} - {*b"\t\n\r"})
TOLD_AT_ONCE = 1 << 20  # bytes
_PIECE = 1 << 18  # bytes that are decoded in less than a millisecond
_LONE = re.compile("[\ud800-\udfff]")
_BEYOND_ASCII = re.compile("[^\0-\x7f\ud800-\udfff]")


def _is_plain_utf_8(data: bytes) -> bool:
    """Return whether *data* is short and certainly UTF-8, as nearly all label files are.

    Without control characters it is neither UTF-16 nor ISO 2022; HZ, which is ASCII too, is ruled
    out by its escapes.
    """
    is_short = len(data) <= TOLD_AT_ONCE  # what takes long is left to what does a piece at a time
    return (
        is_short
        and b"~{" not in data
        and _explains("utf-8", data)
        and len(data.translate(None, _CONTROLS)) == len(data)
    )


def _is_spoiled_utf_8(data: bytes) -> bool:
    """Return whether *data* is UTF-8 with some damaged bytes.

    In that case at least half of the non-ASCII lines, or characters, are valid. In any other
    encoding hardly any of them would be valid UTF-8 by chance.
    """
    if _explains("utf-8", data):
        return False
    text = data.decode("utf-8", "surrogateescape")
    spoiled = len(_LONE.findall(text))
    if not spoiled:
        return False
    lines = [line for line in text.split("\n") if not line.isascii()]
    broken = sum(_LONE.search(line) is not None for line in lines)
    return 2 * broken <= len(lines) or spoiled <= len(_BEYOND_ASCII.findall(text))


def _explains(encoding: str, data: bytes) -> bool:
    """Return whether *data* is in *encoding*; checked in pieces, so that other threads can run."""
    try:
        decoder = codecs.getincrementaldecoder(encoding)()
        for start in range(0, len(data), _PIECE):
            decoder.decode(data[start : start + _PIECE])
        decoder.decode(b"", final=True)
    except (LookupError, ValueError):
        return False
    return True


_UNWRITABLE = re.compile("[\0\ud800-\udfff]")


def plain(text: str) -> str:
    r"""Return *text* with NUL, and what UTF-8 cannot encode, as escapes.

    A byte of a path that is not UTF-8, kept by Python as a lone surrogate, becomes ``\xNN``.

    >>> plain("caf\udce9.txt")
    'caf\\xe9.txt'
    """
    if text.isascii() and "\0" not in text:  # as a rule, and a long id is asked about often
        return text
    return _UNWRITABLE.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code == 0 or 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code & 0xFF:02x}"
    return f"\\u{code:04x}"


def utc_stamp(moment: datetime) -> str:
    """Return *moment* in UTC with milliseconds.

    >>> utc_stamp(datetime(2025, 1, 31, 9, 5, 7, 120_000, timezone.utc))
    '2025-01-31T09:05:07.120Z'
    """
    utc = moment.astimezone(timezone.utc)
    return utc.strftime("%Y-%m-%dT%H:%M:%S") + f".{utc.microsecond // 1000:03d}Z"


def proposed_name(path: Path) -> str:
    """Return a name like *path* that is still free, for a message.

    >>> proposed_name(Path("labels.csv"))
    'labels-2.csv'
    """
    number = 2
    while (proposal := path.with_name(f"{path.stem}-{number}{path.suffix}")).exists():
        number += 1
    return shown_name(proposal)
