"""The header of a label file: it tells delimiter, line end, and where our columns stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from ..messages import CopydeskError, Message
from ..messages.about_labels import AboutLabels
from .dialect import Dialect, encoding_of
from .model import COLUMNS, NEEDED
from .records import DELIMITERS, scan, split_line_end, values

_WINDOW = 4096  # characters


class HeaderError(CopydeskError):
    """The file is no label file; the message is a clause: "it has no column …"."""


class Header(NamedTuple):
    """``columns``: ours, and at which place; ``width``: how many columns there are in all.

    ``end`` is where the first record starts, in the text as it is scanned. An empty file has a
    header without columns: the first row written brings them along.
    """

    dialect: Dialect
    columns: Mapping[str, int]
    width: int
    end: int


def read_header(data: bytes, known: str = "utf-8") -> tuple[Header, str, bytes]:
    """Return the header of *data*, the text of *data* as it is scanned, and half a character.

    The latter are bytes at the end that are none yet, in UTF-16 or UTF-32. *known* is the
    encoding that the file was last written in. Raises :class:`HeaderError`.
    """
    encoding, mark = encoding_of(data, known)
    dialect = Dialect(encoding, mark)
    whole = len(data) - (len(data) - len(mark)) % dialect.character_size
    try:
        text = dialect.scannable(data[len(mark) : whole])
    except UnicodeDecodeError:
        raise HeaderError(Message(AboutLabels.WRONG_ENCODING, encoding=encoding)) from None
    if not any(text[at : at + _WINDOW].strip("\0\r\n\t ") for at in range(0, len(text), _WINDOW)):
        return Header(dialect, {}, 0, len(text)), text, data[whole:]
    start = 0
    delimiters: tuple[str, ...] = DELIMITERS
    if text[:4].lower() == "sep=" and text[5:6] in ("\r", "\n"):  # a line that Excel understands
        start, delimiters = scan(text[:8], ",").ends[0], (text[4],)
    names: list[str] = []
    for delimiter in delimiters:
        end = _header_end(text, delimiter, start)
        line, line_end = split_line_end(text[start:end])
        names = [name.strip().lower() for name in values(dialect.text_of(line), delimiter)]
        if all(name in names for name in NEEDED):
            columns = {name: names.index(name) for name in COLUMNS if name in names}
            dialect = replace(dialect, delimiter=delimiter, line_end=line_end or "\r\n")
            _check_single(names)
            return Header(dialect, columns, len(names), end), text, data[whole:]
    raise HeaderError(_lacking(dialect.text_of(text[start : start + 2000]).lower()))


def _header_end(text: str, delimiter: str, start: int) -> int:
    """Return where the first record that is not blank ends."""
    window = _WINDOW  # grows where the header is longer, so that a file is scanned once
    while True:
        piece = text[start : start + window]
        for end in scan(piece, delimiter).ends:
            if end == len(piece) < len(text) - start:
                break  # the record may go on behind the window
            if piece[:end].strip("\r\n") or start + end == len(text):
                return start + end
        window *= 4


def _check_single(names: list[str]) -> None:
    for name in COLUMNS:
        if names.count(name) > 1:
            raise HeaderError(Message(AboutLabels.DOUBLE_COLUMN, name=name))


def _lacking(head: str) -> Message:
    line = head.split("\n", 1)[0]
    lacking = [name for name in NEEDED if name not in line]
    if not lacking:
        return Message(AboutLabels.NO_SEPARATOR)
    *names, last = [f"“{name}”" for name in lacking]
    if not names:
        return Message(AboutLabels.LACKS_COLUMN, name=last)
    return Message(AboutLabels.LACKS_COLUMNS, names=", ".join(names), last=last)
