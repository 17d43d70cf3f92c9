"""The rows of a pair list, read when they are asked for; the text of the list is kept as it is."""

from __future__ import annotations

import errno
import json
import stat
from pathlib import Path
from typing import NamedTuple, Protocol

from ..documents import DocumentError, shown_name
from .model import PairListError
from .records import DELIMITERS, scan, split_line_end, values

_JSON_SUFFIXES = (".jsonl", ".ndjson", ".json")
_MOST_REPAIRS = 100  # rows with an unclosed quotation mark, after which the rest is one bad row


class Row(NamedTuple):
    """The values of one row by column, or the reason why it has none."""

    values: dict[str, str]
    problem: str | None = None


class Rows(Protocol):
    """The rows of a list, counted from 0; ``columns`` are the names that its header gives."""

    columns: tuple[str, ...]

    def __len__(self) -> int: ...

    def row(self, index: int) -> Row:
        """Return row *index*."""
        ...

    def size(self, index: int) -> int:
        """Return the characters of row *index*, which tell how long it takes to read."""
        ...


def read_rows(path: Path) -> Rows:
    """Read the pair list at *path*: JSON lines if it looks like that, else CSV.

    Raises :class:`PairListError`.
    """
    from ..documents.decode import decode  # its libraries are for lists only

    try:
        mode = path.stat().st_mode
        if stat.S_ISCHR(mode) or stat.S_ISBLK(mode):  # which may have no end
            raise OSError(errno.ENODEV, "it is a device")
        text = decode(path.read_bytes()).text
    except FileNotFoundError:
        raise PairListError(f"{shown_name(path)} is not there; check the path.") from None
    except OSError as error:
        why = error.strerror or str(error)
        raise PairListError(
            f"{shown_name(path)} cannot be read ({why}); choose another pair list."
        ) from None
    except DocumentError:
        raise PairListError(
            f"{shown_name(path)} is not a pair list: its bytes are no text; choose a CSV file."
        ) from None
    if path.suffix.lower() in _JSON_SUFFIXES or text.lstrip()[:1] == "{":
        if text.lstrip()[:1] == "[":
            raise PairListError(
                f"{shown_name(path)} is one JSON array; save it as JSON lines, one object a line."
            )
        return JsonRows(text)
    return CsvRows(text)


class CsvRows:
    """The rows of a CSV text with a header, after RFC 4180; the delimiter is found by itself."""

    def __init__(self, text: str) -> None:
        text = text.removeprefix("\ufeff")
        self._text = text
        self._delimiter = _delimiter_of(text)
        self._spans, self._unclosed = _spans(text, self._delimiter)
        self.columns: tuple[str, ...] = ()
        if self._spans:
            self.columns = tuple(name.strip() for name in self._values(*self._spans.pop(0)))

    def __len__(self) -> int:
        return len(self._spans)

    def row(self, index: int) -> Row:
        """Return row *index*."""
        start, end = self._spans[index]
        if start in self._unclosed:
            return Row({}, "opens a quotation mark that is never closed")
        found = self._values(start, end)
        row = dict(zip(self.columns, found, strict=False))
        if len(found) < len(self.columns):
            return Row(row, f"is too short: it has {len(found)} of {len(self.columns)} columns")
        return Row(row)

    def size(self, index: int) -> int:
        """Return the characters of row *index*, which tell how long it takes to read."""
        start, end = self._spans[index]
        return end - start

    def _values(self, start: int, end: int) -> list[str]:
        return values(split_line_end(self._text[start:end])[0], self._delimiter)


class JsonRows:
    """The rows of JSON lines: an object each, its keys the columns."""

    def __init__(self, text: str) -> None:
        self._text = text.removeprefix("\ufeff")
        self._spans: list[tuple[int, int]] = []
        names: dict[str, None] = {}
        start = 0
        while start < len(self._text):
            end = self._text.find("\n", start)
            end = len(self._text) if end < 0 else end
            if self._text[start:end].strip():
                self._spans.append((start, end))
                names.update(dict.fromkeys(self.row(len(self._spans) - 1).values))
            start = end + 1
        self.columns = tuple(names)

    def __len__(self) -> int:
        return len(self._spans)

    def row(self, index: int) -> Row:
        """Return row *index*; a value that is no text is written as JSON."""
        start, end = self._spans[index]
        try:
            found = json.loads(self._text[start:end])
            if not isinstance(found, dict):
                return Row({}, "is not a JSON object")
            return Row({name.strip(): _as_text(value) for name, value in found.items()})
        except ValueError:
            return Row({}, "is not valid JSON")
        except RecursionError:  # to write a value takes a little more than to read it
            return Row({}, "is nested too deeply; give each column a text or a number")

    def size(self, index: int) -> int:
        """Return the characters of row *index*, which tell how long it takes to read."""
        start, end = self._spans[index]
        return end - start


def _as_text(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _delimiter_of(text: str) -> str:
    """Return the delimiter that cuts the header, the first line, into most columns.

    ``"reference;candidate"`` → ``";"``
    """
    header = text.lstrip("\r\n").split("\n", 1)[0]
    return max(DELIMITERS, key=header.count)


def _spans(text: str, delimiter: str) -> tuple[list[tuple[int, int]], set[int]]:
    """Return where the records stand, and the starts of those with an unclosed quotation mark.

    Such a record is taken to be one line, so that it does not swallow the rest of the list.
    """
    spans: list[tuple[int, int]] = []
    unclosed: set[int] = set()
    start = 0
    while start < len(text):
        ends, closed = scan(text, delimiter, start)
        if not closed:
            bad = ends[-2] if len(ends) > 1 else start
            line = text.find("\n", bad) + 1
            if len(unclosed) < _MOST_REPAIRS and line > 0:
                ends[-1] = line
            unclosed.add(bad)
        for end in ends:
            if text[start:end].strip("\r\n"):
                spans.append((start, end))
            start = end
    return spans, unclosed
