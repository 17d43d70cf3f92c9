"""Reads the rows of a pair list: CSV in its dialects, JSON, or PAN's format.

Workbooks, Parquet files and compressed lists are read by ``table_rows``.

Rows are read on demand; the text of the list is kept as it is.
"""

from __future__ import annotations

import re
import stat
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ...documents import DocumentError, shown_name
from ...messages import Message
from ...messages.about_pairs import AboutPairs
from ..file.csv_records import (
    DELIMITERS,
    RecordSpans,
    line_end,
    lines_of,
    raw_fields,
    record_patterns,
    records,
    split_line_end,
    values,
)
from ..label_values import PairListError
from .article_addresses import JSON_SUFFIXES, LIST_SUFFIXES, without_packing
from .headerless_rows import CorpusRows, HeaderlessRows
from .json_rows import JsonRows
from .pair_columns import PAIRS, Sought, unique_names
from .pair_table import ListRow, ListRows
from .table_rows import check_size, kind_of, read_table, unpacked

_LOOKED_AT = 100  # rows that tell whether all begin with their number


def read_rows(path: Path, sought: Sought = PAIRS, encoding: str | None = None) -> ListRows:
    """Read the pair list at *path*: a workbook, a Parquet file, JSON or else CSV, packed or not.

    The columns that are *sought* show where the header is and how it is split; *encoding* is that
    of a list that is not in UTF-8. Raises :class:`PairListError`.
    """
    name = shown_name(path)
    try:
        return rows_in(path, sought, encoding)
    except PairListError as error:
        why = error.message
        raise PairListError(Message(AboutPairs.LIST_UNREADABLE, name=name, why=why)) from None
    except (FileNotFoundError, NotADirectoryError):
        raise PairListError(Message(AboutPairs.NOT_THERE_CHECK_PATH, name=name)) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise PairListError(Message(AboutPairs.LIST_UNREADABLE, name=name, why=reason)) from None
    except DocumentError:
        raise PairListError(Message(AboutPairs.NO_TEXT, name=name)) from None


def rows_in(path: Path, sought: Sought, encoding: str | None) -> ListRows:
    """Read the rows of the file at *path*, like :func:`read_rows`.

    Raises OSError, DocumentError where its bytes are no text, and PairListError with a clause.
    """
    from ...documents.text.decode import decode  # its libraries are for lists only

    status = path.stat()
    if stat.S_ISCHR(status.st_mode) or stat.S_ISBLK(status.st_mode):  # which may have no end
        raise PairListError(Message(AboutPairs.IS_DEVICE))
    check_size(status.st_size)
    data = path.read_bytes()
    kind = kind_of(data)
    if kind is not None:
        return read_table(path, kind, sought)
    text = decode(unpacked(data), declared=encoding).text
    if suffix_of(path) in JSON_SUFFIXES or _JSON_START.match(text):
        return JsonRows(text, sought, folder=path.parent)
    if sought.articles:
        return CsvRows(text, sought)
    corpus = CorpusRows.of(path.parent, text)
    if corpus is None and sought.chosen is None:
        return _without_header(path, text) or CsvRows(text)
    return corpus or CsvRows(text, sought)


def _without_header(path: Path, text: str) -> HeaderlessRows | None:
    """Return the rows of a list where no name means anything and the first row is like the rest."""
    if _header_of(text.removeprefix("\ufeff"), PAIRS).means:
        return None
    delimiters = DELIMITERS if suffix_of(path) in LIST_SUFFIXES else ("\t",)
    return HeaderlessRows.of(path.parent, text, delimiters)


def suffix_of(path: Path) -> str:
    """Return the suffix of the list at *path*, in small letters and without that of a packer."""
    return Path(without_packing(path.name.lower())).suffix


class CsvRows:
    """The rows of a CSV text with a header (RFC 4180); the delimiter is detected.

    Quotation marks are plain characters if the list was evidently written so. ``notices`` say which
    lines are no rows of their own.
    """

    def __init__(self, text: str, sought: Sought = PAIRS) -> None:
        text = text.removeprefix("\ufeff")
        header = _header_of(text, sought)
        self._text = text
        self._delimiter = header.delimiter
        spans, self._unclosed = records(text, header.delimiter, header.end)
        header = self._with_row_names(header, spans)
        self.columns = header.columns
        self._names = unique_names(header.columns)
        self.is_literal = False
        self.notices: tuple[Message, ...] = ()
        if text.find('"', header.end) >= 0:
            spans = self._weighed(header, spans)
        spans = self._without_comments(spans, header.has_comments)
        while spans and self._is_empty(*spans[-1]):
            spans.pop()  # spreadsheets write rows of nothing behind the last one
        # A million spans would take 100 MB, and a tenth of a second of every search for garbage.
        self._starts = array("q", (start for start, _ in spans))
        self._ends = array("q", (end for _, end in spans))

    def __len__(self) -> int:
        return len(self._starts)

    def row(self, index: int) -> ListRow:
        """Return row *index*."""
        start, end = self._starts[index], self._ends[index]
        if start in self._unclosed:
            return ListRow({}, Message(AboutPairs.ROW_UNCLOSED))
        found = self._values(start, end)
        row = dict(zip(self._names, found, strict=False))
        wanted = len(self.columns)
        if len(found) < wanted:
            return ListRow(row, Message(AboutPairs.ROW_TOO_SHORT, found=len(found), wanted=wanted))
        if any(found[wanted:]):
            return ListRow(row, Message(AboutPairs.ROW_TOO_LONG, found=len(found), wanted=wanted))
        return ListRow(row)

    def size(self, index: int) -> int:
        """Return the characters of row *index*, which tell how long it takes to read."""
        return self._ends[index] - self._starts[index]

    def _with_row_names(self, header: _Header, spans: RecordSpans) -> _Header:
        """Return *header* with a nameless first column where only the rows have one.

        R writes so: each row begins with its number, to which the header says nothing.
        """
        wanted = len(header.columns) + 1
        for number, (start, end) in enumerate(spans[:_LOOKED_AT], start=1):
            line = split_line_end(self._text[start:end])[0]
            found = values(line, self._delimiter) if start not in self._unclosed else []
            if len(found) != wanted or found[0] != str(number):
                return header
        return header._replace(columns=("", *header.columns)) if spans else header

    def _is_empty(self, start: int, end: int) -> bool:
        return start not in self._unclosed and not any(map(str.strip, self._values(start, end)))

    def _values(self, start: int, end: int) -> list[str]:
        line = split_line_end(self._text[start:end])[0]
        return line.split(self._delimiter) if self.is_literal else values(line, self._delimiter)

    def _weighed(self, header: _Header, spans: RecordSpans) -> RecordSpans:
        """Return the lines where the list was written literally; else *spans*, and tell of them."""
        lines = lines_of(self._text, header.end)
        weighed = _Quotation(self._text, header, spans, self._unclosed)
        if not header.is_quoted and weighed.is_literal(lines):
            self.is_literal = True
            self._unclosed = set()
            return lines
        if weighed.hidden:
            row = weighed.first_hiding + 1
            count = weighed.hidden
            if count == 1:
                said = Message(AboutPairs.LINE_IN_OTHER_ROWS, row=row)
            else:
                said = Message(AboutPairs.LINES_IN_OTHER_ROWS, count=count, row=row)
            self.notices += (said,)
        return spans

    def _without_comments(self, spans: RecordSpans, known: bool) -> RecordSpans:
        """Drop lines that begin with ``#``: where a comment is *known*, or they are too short."""
        text, width = self._text, len(self.columns)
        found = {
            start
            for start, end in spans
            if text.startswith(_COMMENTS[:2], start)
            and (known or len(self._values(start, end)) < width)
        }
        if not found:
            return spans
        if len(found) == 1:
            said = Message(AboutPairs.COMMENT_PASSED_OVER)
        else:
            said = Message(AboutPairs.COMMENTS_PASSED_OVER, count=len(found))
        self.notices += (said,)
        return [span for span in spans if span[0] not in found]


class _Header(NamedTuple):
    """The first row of a CSV text that is neither blank nor a comment, and how it is cut."""

    columns: tuple[str, ...]
    delimiter: str
    end: int
    is_quoted: bool
    has_comments: bool
    means: bool = False


_JSON_START = re.compile(r'\ufeff?\s*(?:\{|\[\s*\{\s*")')
_TITLES = 10  # rows above the header
_COMMENTS = ("#", '"#', "//", "%")  # how a line before the header begins that is none
_SEPARATOR = re.compile(r'(?i:"?sep=)([^"\w\r\n])"?\1*(?:\r\n|\r|\n)')


def _header_of(text: str, sought: Sought) -> _Header:
    """Find the header of *text*, perhaps below titles: rows with one cell, as in spreadsheets."""
    first = header = _first_header(text, 0, sought)
    for _ in range(_TITLES):
        if header.means or sum(map(bool, header.columns)) > 1 or header.end >= len(text):
            break
        header = _first_header(text, header.end, sought)
    return header if header.means else first


def _first_header(text: str, start: int, sought: Sought) -> _Header:
    """Find the first row from *start*, behind ``sep=;``, as Excel wants it, and comments."""
    delimiters: tuple[str, ...] = DELIMITERS
    if said := _SEPARATOR.match(text, start):
        start, delimiters = said.end(), (said.group(1),)
    first: _Header | None = None
    while start < len(text):
        line = line_end(text, start)
        if text[start:line].strip("\r\n"):
            comment = text.startswith(_COMMENTS, start)
            reach = line if comment else len(text)
            header, means = _cut(text, (start, reach), delimiters, sought)
            if not comment:
                return header._replace(has_comments=first is not None)
            if means:
                return header
            first = first or header
        start = line
    return first or _Header((), delimiters[0], len(text), False, False)


def _cut(
    text: str, reach: tuple[int, int], delimiters: Sequence[str], sought: Sought
) -> tuple[_Header, bool]:
    """Return the header that begins within *reach*, and whether its names mean something.

    The delimiter is the one that gives such names, or else the one of which most stand outside
    of quotation marks.
    """
    start = reach[0]
    found: list[tuple[tuple[bool, int], _Header]] = []
    for delimiter in delimiters:
        record = record_patterns(delimiter)[0].match(text, *reach)
        end = record.end() if record else line_end(text, start)
        line = split_line_end(text[start:end])[0]
        raw = raw_fields(line, delimiter) if record else line.split(delimiter)
        names = [name.strip() for name in (values(line, delimiter) if record else raw)]
        means = sought.are_in(names)
        if not means and line.startswith(_COMMENTS):
            bare = [names[0].lstrip("#/%").strip(), *names[1:]]
            if means := sought.are_in(bare):
                names = bare
        bare_line = _QUOTED.sub("", line)
        is_quoted = any(_QUOTED.fullmatch(field) for field in raw)
        header = _Header(tuple(names), delimiter, end, is_quoted, False, means)
        found.append(((means, bare_line.count(delimiter)), header))
    (means, _), header = max(found, key=lambda each: each[0])
    return header, means


_QUOTED = re.compile(r'"[^"]*(?:""[^"]*)*"')


def proper_record(delimiter: str, width: int) -> re.Pattern[str]:
    """Return the pattern of a record of *width* fields that a writer of CSV makes."""
    d = re.escape(delimiter)
    field = f'(?:{_QUOTED.pattern}(?!")|[^{d}"\r\n]*)'
    return re.compile(f"{field}(?:{d}{field}){{{max(width - 1, 0)}}}")


class _Quotation:
    """What the quotation marks of a list come to when they are read as such.

    ``bad`` rows are such as no writer of CSV makes: cut short or too long by a quotation, going
    over lines, or with text behind a closing mark. ``proper`` ones are as they should be,
    ``plain`` ones have marks only inside of a field. ``hidden`` counts lines that may be rows and
    are parts of others, of which the first is row ``first_hiding``.
    """

    def __init__(self, text: str, header: _Header, spans: RecordSpans, unclosed: set[int]) -> None:
        self._text = text
        self._delimiter = header.delimiter
        self._width = len(header.columns)
        self._proper = proper_record(header.delimiter, self._width)
        self.bad = self.proper = self.plain = self.hidden = 0
        self.first_hiding = -1
        for index, (start, end) in enumerate(spans):
            if text.find('"', start, end) >= 0:
                self._weigh(index, split_line_end(text[start:end])[0], start in unclosed)
            elif not self._is_whole(start, end):
                self.bad += 1

    def _weigh(self, index: int, record: str, unclosed: bool) -> None:
        spoiled = marked = False
        if self._proper.fullmatch(record):
            marked = True
        else:
            raw = raw_fields(record, self._delimiter)
            quoted = [field for field in raw if field.startswith('"')]
            marked = bool(quoted)
            spoiled = (
                unclosed
                or len(raw) != self._width
                or not all(_QUOTED.fullmatch(field.rstrip()) for field in quoted)
            )
        hidden = record.count("\n") or record.count("\r")
        if hidden and not spoiled:
            wanted = self._width - 1
            lines = re.split(r"[\r\n]+", record)
            if any(line.count(self._delimiter) != wanted for line in lines):
                hidden = 0  # a text of several lines, as it should be
        if hidden:
            self.hidden += hidden
            if self.first_hiding < 0:
                self.first_hiding = index
        bad = spoiled or (hidden > 0 and self._delimiter == "\t")
        self.bad += bad
        self.proper += marked and not bad
        self.plain += not marked

    def _is_whole(self, start: int, end: int) -> bool:
        if self._text.startswith("#", start):  # a comment, perhaps
            return True
        return self._text.count(self._delimiter, start, end) == self._width - 1

    def is_literal(self, lines: RecordSpans) -> bool:
        """Return whether *lines* explain the list better as they stand.

        Where tabs divide them, most lists with marks in them are written so; elsewhere each line
        has to be whole, and most quotations must be none.
        """
        if self._delimiter != "\t":
            return self.bad > self.proper and all(self._is_whole(*line) for line in lines)
        ragged = sum(not self._is_whole(*line) for line in lines)
        return ragged < self.bad or (not ragged and self.plain > 0)
