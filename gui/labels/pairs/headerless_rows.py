"""The rows of pair lists that have no header.

PAN has lists of two names per line; SemEval and other corpora have columns that are described in a
separate file. The columns of the documents are recognized by the shape of the rows, but only if the
first row has the same shape: otherwise it may be an unknown header.
"""

from __future__ import annotations

import os
import re
from array import array
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from statistics import median
from typing import NamedTuple

from ...documents.web.web_addresses import is_address
from ...messages import Message
from ...messages.about_pairs import AboutPairs
from ..file.csv_records import (
    lines_of,
    raw_fields,
    record_patterns,
    records,
    split_line_end,
    values,
)
from .article_addresses import may_be_there
from .pair_columns import PAIRS, ends_as_sentence, is_text
from .pair_table import ListRow

_LONGEST_LINE = 4_096  # characters of a line with two names
_LINE_END = re.compile(r"\r\n|\r|\n")
_MARKS = ",;|\"'"  # that may stand around the names of a header
LOOKED_AT = 100
"""The number of rows by which columns are recognized."""

_MOST = 0.8  # of them are alike where they are a column
_LENGTHS = 3  # times as long as its partner, a text is none: a headline and its article
_LEAST = 1 / 3  # of the usual length of a text, below which a first row may be a header
_TEXTS = ("reference_text", "candidate_text")
_PATHS = ("reference", "candidate")


class CorpusRows:
    """The rows of a list without a header in PAN's format, two names per line.

    The documents are in folders ``susp`` and ``src`` beside the list, or above it.
    """

    columns: tuple[str, ...] = ("reference", "candidate")
    notices: tuple[Message, ...] = ()

    def __init__(self, lines: Sequence[str], place: str) -> None:
        self._lines = lines
        self._place = place

    @classmethod
    def of(cls, folder: Path, text: str) -> CorpusRows | None:
        """Return the rows of *text*, a list in *folder*; None if it is not of that kind."""
        first = text[:_LONGEST_LINE].lstrip("\ufeff\r\n").split("\n", 1)[0]
        names = first.split()
        if len(names) != 2 or PAIRS.are_in([name.strip(_MARKS) for name in names]):
            return None
        for place in ("", "../"):
            if all((folder / place / name).is_dir() for name in ("susp", "src")):
                lines = _LINE_END.split(text.removeprefix("\ufeff"))
                return cls([line for line in lines if line.strip()], place)
        return None

    def __len__(self) -> int:
        return len(self._lines)

    def row(self, index: int) -> ListRow:
        """Return row *index*."""
        names = self._lines[index].split()
        if len(names) != 2:
            code = AboutPairs.ROW_TOO_SHORT if len(names) < 2 else AboutPairs.ROW_TOO_LONG
            return ListRow({}, Message(code, found=len(names), wanted=2))
        suspicious, source = names
        if source.startswith("susp") and not suspicious.startswith("susp"):
            suspicious, source = source, suspicious
        paths = (f"{self._place}src/{source}", f"{self._place}susp/{suspicious}")
        return ListRow(dict(zip(self.columns, paths, strict=True)))

    def size(self, index: int) -> int:
        """Return the characters of row *index*, which tell how long it takes to read."""
        return len(self._lines[index])


class Shape(NamedTuple):
    """The shape of a list's rows: which columns contain the documents, and as what."""

    first: int
    second: int
    names: tuple[str, str]

    def columns(self, width: int) -> tuple[str, ...]:
        """Return names for *width* columns: those of the documents, and numbers."""
        names = [f"column {number + 1}" for number in range(width)]
        names[self.first], names[self.second] = self.names
        return tuple(names)

    def notice(self) -> Message:
        """Return the notice about the columns that were chosen."""
        return Message(AboutPairs.NO_HEADER, first=self.first + 1, second=self.second + 1)


class HeaderlessRows:
    """The rows of a list without a header; ``notices`` say which columns were chosen.

    With tabs, quotation marks are plain characters and rows may have further columns, as in
    corpora; otherwise all rows must have as many columns as most of the first ones.
    """

    def __init__(self, text: str, cut: _Cut, shape: Shape) -> None:
        self._text = text
        self._cut = cut
        self._needed = shape.second + 1
        spans, self._unclosed = cut.spans(text)
        self._starts = array("q", (start for start, _ in spans))  # as in ``pair_rows``
        self._ends = array("q", (end for _, end in spans))
        self._width = cut.width
        if cut.is_literal:
            count = (text.count(cut.delimiter, start, end) for start, end in spans)
            self._width = max(count) + 1
        self.columns = shape.columns(self._width)
        self.notices: tuple[Message, ...] = (shape.notice(),)

    @classmethod
    def of(cls, folder: Path, text: str, delimiters: Sequence[str]) -> HeaderlessRows | None:
        """Return the rows of *text*, a list in *folder*; None if its first row may be a header.

        Its columns are separated by one of the *delimiters*.
        """
        text = text.removeprefix("\ufeff")
        for delimiter in sorted(delimiters, key="\t".__ne__):
            cut = _Cut(text, delimiter)
            shape = shape_of(cut.sample, folder) if cut.is_even() else None
            if shape is not None:
                return cls(text, cut, shape)
        return None

    def __len__(self) -> int:
        return len(self._starts)

    def row(self, index: int) -> ListRow:
        """Return row *index*."""
        start, end = self._starts[index], self._ends[index]
        if start in self._unclosed:
            return ListRow({}, Message(AboutPairs.ROW_UNCLOSED))
        found = self._cut.values(self._text[start:end])
        row = {name: cell for name, cell in zip(self.columns, found, strict=False) if cell}
        if len(found) < self._needed:
            short = Message(AboutPairs.ROW_TOO_SHORT, found=len(found), wanted=self._needed)
            return ListRow(row, short)
        if any(found[self._width :]):
            usual = self._width
            return ListRow(
                row, Message(AboutPairs.ROW_TOO_LONG_HERE, found=len(found), wanted=usual)
            )
        return ListRow(row)

    def size(self, index: int) -> int:
        """Return the characters of row *index*, which tell how long it takes to read."""
        return self._ends[index] - self._starts[index]


class _Cut:
    """How the rows of *text* are split: by which delimiter, with quotation marks or without.

    ``sample`` has the first rows, ``width`` the number of columns of most of them.
    """

    def __init__(self, text: str, delimiter: str) -> None:
        self.delimiter = delimiter
        self.is_literal = False
        quoted = list(islice(self._first_records(text), LOOKED_AT))
        self.sample = [self.values(record) for record in quoted]
        if delimiter == "\t" and not all(map(self._is_quoted, quoted)):
            self.is_literal = True
            lines = filter(str.strip, _LINE_END.split(text[: LOOKED_AT * _LONGEST_LINE]))
            self.sample = [self.values(line) for line in islice(lines, LOOKED_AT)]
        widths = [len(row) for row in self.sample]
        self.width = max(widths, key=widths.count, default=0)

    def _first_records(self, text: str) -> Iterator[str]:
        match, start = record_patterns(self.delimiter)[0].match, 0
        while start < len(text) and (found := match(text, start)):
            if found.group().strip("\r\n"):
                yield found.group()
            start = found.end()

    def _is_quoted(self, record: str) -> bool:
        """Return whether a CSV writer quoted fields of *record*."""
        fields = raw_fields(split_line_end(record)[0], self.delimiter)
        marked = [field for field in fields if '"' in field]
        return bool(marked) and all(f[0] == f[-1] == '"' and len(f) > 1 for f in marked)

    def is_even(self) -> bool:
        """Return whether the rows have a regular number of columns."""
        if not self.sample or self.width < len(_PATHS):
            return False
        alike = sum(len(row) == self.width for row in self.sample)
        return self.is_literal or alike >= _MOST * len(self.sample)

    def values(self, record: str) -> list[str]:
        """Return what stands in the columns of *record*."""
        line = split_line_end(record)[0]
        return line.split(self.delimiter) if self.is_literal else values(line, self.delimiter)

    def spans(self, text: str) -> tuple[list[tuple[int, int]], set[int]]:
        """Return the spans of all rows of *text*, and the starts of broken ones."""
        return (lines_of(text, 0), set()) if self.is_literal else records(text, self.delimiter, 0)


def shape_of(rows: Sequence[Sequence[str]], folder: Path) -> Shape | None:
    """Return the shape of *rows*, the first rows of a list in *folder*.

    None if the first may be a header, or if the columns of the documents cannot be recognized.
    """
    paths = _adjacent(rows, lambda cell: _is_document(cell, folder))
    if paths is not None:
        return Shape(*paths, _PATHS)
    texts = _texts_in(rows)
    if texts is not None:
        return Shape(*texts, _TEXTS)
    addresses = _adjacent(rows, is_address)  # after texts, beside which corpora say their sources
    return None if addresses is None else Shape(*addresses, _PATHS)


def _texts_in(rows: Sequence[Sequence[str]]) -> tuple[int, int] | None:
    """Return the columns of the texts, unless the first of *rows* may have their names."""
    texts = _adjacent(rows, is_text, like=True)
    first, rest = [cell.strip() for cell in rows[0]], rows[1:]
    if texts is None or not rest:
        return None
    columns = [[row[at].strip() for row in rest if at < len(row)] for at in range(len(first))]
    numbers = [at for at, cells in enumerate(columns) if cells and _most(_is_number, cells)]
    if numbers:
        return texts if all(_is_number(first[at]) for at in numbers) else None
    return texts if all(_is_like(first[at], columns[at]) for at in texts) else None


def _adjacent(
    rows: Sequence[Sequence[str]], is_one: Callable[[str], bool], *, like: bool = False
) -> tuple[int, int] | None:
    """Return the first two adjacent columns whose values mostly satisfy *is_one*.

    The first row has to do so as well. With *like*, neither is much longer than the other.
    """
    found: dict[int, float] = {}
    for at in range(len(rows[0])):
        cells = [row[at].strip() if at < len(row) else "" for row in rows]
        if is_one(cells[0]) and _most(is_one, cells):
            found[at] = median(map(len, cells))
        before = found.get(at - 1)
        if before is not None and at in found:
            longest, shortest = max(before, found[at]), min(before, found[at])
            if not like or longest <= _LENGTHS * shortest:
                return at - 1, at
    return None


def _most(is_one: Callable[[str], bool], cells: Sequence[str]) -> bool:
    return sum(map(is_one, cells)) >= _MOST * len(cells)


def _is_number(cell: str) -> bool:
    """Return whether *cell* is a number, with a decimal point or comma."""
    try:
        float(cell.replace(",", "."))
    except ValueError:
        return False
    return any(map(str.isdigit, cell))


def _is_document(cell: str, folder: Path) -> bool:
    """Return whether *cell* is an existing path."""
    return bool(cell) and may_be_there(os.path.join(folder, cell))  # noqa: PTH118


def _is_like(cell: str, others: Sequence[str]) -> bool:
    """Return whether *cell* is a text like the *others*, and not the name of their column."""
    if len(cell) < _LEAST * median(map(len, others)):
        return False
    return ends_as_sentence(cell) or not _most(ends_as_sentence, others)
