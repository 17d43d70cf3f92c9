"""A label file in memory: where each row stands, what it says, and how to change only that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import accumulate

from .header import read_header
from .model import COLUMNS, Key, LabelRow
from .records import joined, quoted, raw_fields, scan, split_line_end, values


class Table:
    """The rows of a label file and the places of their records.

    ``rows`` are what the file says, by pair and annotator; of two with one key the last stands,
    and ``doubles`` counts the others. ``ragged`` counts records with too few or too many
    fields. ``strange`` are the labels that are none, with the number of their record.
    ``unclosed`` is the number of a record in which a quotation mark is never closed: nothing
    may be written then; None is the rule. ``tail`` are the bytes of a last record without line
    end. Raises :class:`HeaderError`.
    """

    def __init__(self, data: bytes) -> None:
        header, text = read_header(data)
        self.dialect = header.dialect
        self._columns = header.columns
        self._width = header.width
        mark = self.dialect.mark
        self._lengths = [len(mark) + len(self.dialect.bytes_of(text[: header.end]))]
        self._line_end = split_line_end(text[: header.end])[1]
        self._places: dict[Key, list[int]] = {}
        self.rows: dict[Key, LabelRow] = {}
        self.doubles = 0
        self.ragged = 0
        self.strange: list[tuple[int, str]] = []
        self.unclosed: int | None = None
        self.tail = b""
        self._read_records(text, header.end)

    @property
    def size(self) -> int:
        """The length of the file in bytes."""
        return sum(self._lengths)

    @property
    def has_header(self) -> bool:
        """False for an empty file: the first row written brings the header along."""
        return self._width > 0

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of ours that the file has, or will have."""
        return tuple(self._columns) if self.has_header else COLUMNS

    def expressed(self, row: LabelRow) -> LabelRow:
        """Return *row* as it will be read back from this file."""
        express = self.dialect.expressed
        texts = row.texts()
        return LabelRow.from_texts({name: express(texts[name]) for name in self.columns})

    def key_of(self, key: Key) -> Key:
        """Return *key* as this file says it."""
        return (self.dialect.expressed(key[0]), self.dialect.expressed(key[1]))

    def extend(self, data: bytes) -> bool:
        """Take in *data*, which was appended; False where the file must be read anew instead."""
        text = self.dialect.scannable(data)
        missing = self._missing_line_end()
        if not self.has_header or self.unclosed is not None or not text.startswith(missing):
            return False
        if missing:
            self._lengths[-1] += len(self.dialect.bytes_of(missing))
            self._line_end = self.dialect.line_end
            self.tail = b""
        self._read_records(text, len(missing))
        return True

    def drop_tail(self) -> None:
        """Forget the last record, which was never written whole."""
        number = len(self._lengths) - 1
        for key, places in self._places.items():
            if places[-1] == number:
                del self._places[key], self.rows[key]
                break
        self._lengths.pop()
        self.tail = b""
        self._line_end = self.dialect.line_end
        self.unclosed = None

    def appendix(self, rows: Iterable[LabelRow]) -> bytes:
        """Return the bytes that append *rows*, with header or line end where one is missing."""
        dialect = self.dialect
        lines = [] if self.has_header else [joined(COLUMNS, dialect.delimiter)]
        lines.extend(self._line(row) for row in rows)
        text = "".join(line + dialect.line_end for line in lines)
        return dialect.bytes_of(self._missing_line_end() + text)

    def edited(self, data: bytes, edits: Mapping[Key, LabelRow | None]) -> bytes:
        """Return *data*, the bytes of this file, with the rows of *edits* changed.

        A row that the file does not have is appended; None takes a row away, with its doubles.
        Of a row only the columns that change are written anew. The table itself is spent: the
        result is to be read by a new one, or taken over by :meth:`moved_to`.
        """
        raise NotImplementedError
