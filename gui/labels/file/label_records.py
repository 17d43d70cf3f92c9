"""The records of a label file in memory: where each row stands, and what it says.

Some are no proper rows: repeated headers, misfits, and those that swallowed others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from operator import itemgetter

from ...messages import Message
from ...messages.about_labels import AboutLabels
from ..label_set import DEFAULT_LABELS
from ..label_values import ALL_COLUMNS, COLUMNS, FURTHER, NEEDED, Key, LabelRow
from .csv_format import Texts, is_mark_of_conflict, read_header
from .csv_records import DELIMITERS, scan, split_line_end, values

_DEFAULT = frozenset(DEFAULT_LABELS.names)
SPOILED = re.compile("[\0\ud800-\udfff]")
"""Zeros, and bytes that are no characters."""

_TIMES = ("created_at", "updated_at")
TIME = re.compile(r"\d{1,4}[-./ ]\w{1,9}[-./ ].*|\d{8}.*", re.DOTALL)
"""A time, as anybody may write it: 2025-01-31T09:05, 31.1.2025, 20250131, 1738314000."""
_OF_LINES = ("pair_id", "reference", "candidate", "note")  # columns whose texts may have lines


class Records:
    """The rows of a label file and the places of their records.

    ``rows`` are what the file says, by pair and annotator; of two with one key the last stands,
    and ``doubles`` are the numbers of such records. ``ragged`` are records with too few or too
    many fields. ``spoiled`` are the rows whose record is so, or has zeros or bytes that are no
    characters, with that record as it is scanned; ``swallowing`` those that seem to have others
    in a field, with the number of their record. ``repeats`` are records that are the header once
    more. ``strange`` are the labels that are none of the default ones, with the number of
    their record.
    ``flaw`` says what must be mended before anything may be written, such as a quotation mark
    that is never closed; it is empty as a rule. ``tail`` are the bytes of a last record that
    lacks its line end, or half of it. *encoding* is what the file was last written in, and *texts*
    are likely to be in it. Raises :class:`HeaderError`.
    """

    def __init__(self, data: bytes, encoding: str = "utf-8", texts: Texts = tuple) -> None:
        header, text, half = read_header(data, encoding, texts)
        self.dialect = header.dialect
        self.places = header.columns  # in the order of the fields, of the columns that are ours
        self.width = header.width
        self.names = header.names
        self.others = header.others  # names of columns that are not ours
        self.others_at = [n for n, name in enumerate(header.names) if name in header.others]
        self.further: dict[Key, tuple[str, ...]] = {}  # what rows say in them, if anything
        # Picks the values of all columns out of a record; a column that the file lacks is last.
        self._pick = itemgetter(*(header.columns.get(name, -1) for name in ALL_COLUMNS))
        mark = self.dialect.mark
        self._lengths = [len(mark) + len(self.dialect.bytes_of(text[: header.end]))]
        self._line_end = split_line_end(text[: header.end])[1]
        self._line_end_before = self._line_end  # of the record before the last one
        self._places: dict[Key, list[int]] = {}
        self.rows: dict[Key, LabelRow] = {}
        self.doubles: list[int] = []
        self.hidden: dict[Key, list[LabelRow]] = {}  # by others of the same key further down
        self.ragged: list[int] = []
        self.short: set[Key] = set()  # of the rows with too few fields
        self.spoiled: dict[Key, str] = {}
        self.swallowing: dict[Key, int] = {}
        self.rewritten: set[Key] = set()  # of the rows, those to be written whole at an edit
        self.merged: set[Key] = set()  # and those of which further records go at an edit
        # Raw fields of rows that may be written whole, and the rows that these fields say.
        self._further: dict[Key, tuple[list[str], LabelRow | None]] = {}
        self._further_lacking = ""  # letters in these fields that the encoding of the file lacks
        self.repeats: list[int] = []
        self._conflict = 0  # the first record that is no row, but the mark of a merge conflict
        self._misfits = 0  # records of which the header says what cannot be
        self.strange: list[tuple[int, str]] = []
        self.flaw: Message | None = None
        self.tail = b""
        self._last_key: Key | None = None
        if not header.closed:
            self.flaw = Message(AboutLabels.FLAW_QUOTATION_IN_HEADER)
        self._read_records(text, header.end)
        if half:
            if self.flaw is None:
                self.flaw = Message(AboutLabels.FLAW_HALF_CHARACTER)
            if not self.tail:
                self._lengths.append(0)
                self._line_end_before = self._line_end
            self._lengths[-1] += len(half)
            self.tail += half

    @property
    def size(self) -> int:
        """The length of the file in bytes."""
        return sum(self._lengths)

    @property
    def has_header(self) -> bool:
        """False for an empty file: the first row written brings the header along."""
        return self.width > 0

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of ours that the file has, or will have."""
        return tuple(self.places) if self.has_header else ALL_COLUMNS

    @cached_property
    def is_faithful(self) -> bool:
        """True where the file can say all that most rows say: the usual columns, every character.

        A row that ``says_more`` needs ``has_further``, too.
        """
        return self.dialect.is_unicode and all(name in self.columns for name in COLUMNS)

    @cached_property
    def has_further(self) -> bool:
        """True where the file has each column that only some files have, or will have it."""
        return all(name in self.columns for name in FURTHER)

    def expressed(self, row: LabelRow) -> LabelRow:
        """Return *row* as it will be read back from this file."""
        if self.is_faithful and (self.has_further or not row.says_more):
            return row
        express = self.dialect.expressed
        texts = row.texts()
        return LabelRow.from_texts({name: express(texts[name]) for name in self.columns})

    def key_of(self, key: Key) -> Key:
        """Return *key* as this file says it."""
        if self.dialect.is_unicode:
            return key
        return (self.dialect.expressed(key[0]), self.dialect.expressed(key[1]))

    def lacking(self, rows: Iterable[LabelRow | None]) -> str:
        """Return the letters that *rows* need and the encoding of the file lacks."""
        lacking = self.dialect.lacking
        found = dict.fromkeys(self._further_lacking)
        if self.has_header and not self.dialect.is_unicode:
            for row in filter(None, rows):
                texts = row.texts()
                for name in self.places:
                    found.update(dict.fromkeys(lacking(texts[name])))
        return "".join(found)

    def says(self, row: LabelRow) -> bool:
        """Return whether the file has *row*, in a record that is whole."""
        key = self.key_of(row.key)
        if self.tail and key == self._last_key and self.is_cut_off:
            return False
        return self.rows.get(key) == self.expressed(row)

    @property
    def is_cut_off(self) -> bool:
        """Whether the last record ends too early."""
        return bool(self.flaw or self.ragged[-1:] == [len(self._lengths) - 1])

    def place_of(self, key: Key) -> tuple[int, int]:
        """Return where the record of *key* begins and ends in the file as it was read."""
        number, ends = self._places[key][-1], self._ends
        return ends[number - 1], ends[number]

    def numbers(self, key: Key) -> list[int]:
        """Return the numbers of the records with *key*, that of its row at the end."""
        return self._places[key]

    @property
    def ends(self) -> list[int]:
        """Where header and records end in the file, in bytes."""
        return list(accumulate(self._lengths))

    @cached_property
    def _ends(self) -> list[int]:
        return self.ends

    def _read_records(self, text: str, start: int) -> None:
        ends, closed = scan(text, self.dialect.delimiter, start)
        wide = self.dialect.is_wide
        for end in ends:
            record = text[start:end]
            self._lengths.append(len(self.dialect.bytes_of(record)) if wide else end - start)
            self._line_end_before = self._line_end
            line, self._line_end = split_line_end(record)
            if not closed and end == len(text):
                number = len(self._lengths) - 1
                self.flaw = Message(AboutLabels.FLAW_QUOTATION, record=number)
            elif line:
                self._take(line)
            if end == len(text) and (self._missing_line_end() or not closed):
                self.tail = self.dialect.bytes_of(record)
            start = end
        if self._conflict and self.flaw is None:
            self.flaw = Message(AboutLabels.FLAW_CONFLICT, record=self._conflict)
        if self._misfits > 1 and self._misfits == len(self._lengths) - 1 and self.flaw is None:
            self._forget_all()

    def _forget_all(self) -> None:
        """Believe nothing that is said under a header that does not fit its rows."""
        self.flaw = Message(AboutLabels.FLAW_HEADER)
        self.rows.clear()
        self._places.clear()
        self.hidden.clear()
        self.doubles, self.strange = [], []
        self.short, self.spoiled, self.swallowing = set(), {}, {}

    def _take(self, line: str) -> None:
        """Enter the last record; *line* is the record without its line end."""
        text = self.dialect.text_of(line)
        found = values(text, self.dialect.delimiter)
        if not any(map(str.strip, found)):  # a blank row of a spreadsheet
            return
        number = len(self._lengths) - 1
        if is_mark_of_conflict(line):
            self._conflict = self._conflict or number
            return
        fields = len(found)
        short = fields < self.width
        long = any(found[self.width :])
        if fields != self.width:
            self.ragged.append(number)
            found = [*found, *[""] * self.width][: self.width]
        further = tuple(found[place] for place in self.others_at)
        found.append("")  # where a column that the file lacks points
        texts = self._pick(found)
        row = LabelRow.from_values(texts)
        key = self._last_key = row.key
        if is_header(row):
            self.repeats.append(number)
            return
        if short or long:
            self._misfits += is_misfit(line, row, fields, self.width, self.places)
        if short:
            self.short.add(key)
        self.swallowing.pop(key, None)
        if ("\n" in line or "\r" in line) and swallows(texts, self._row_of, self.places):
            self.swallowing[key] = number
        if short or long or "\0" in line or (not line.isascii() and SPOILED.search(text)):
            self.spoiled[key] = line
        else:
            self.spoiled.pop(key, None)
        if any(further):
            self.further[key] = further
        places = self._places.setdefault(key, [])
        if places:
            self.doubles.append(number)
            self.hidden.setdefault(key, []).append(self.rows[key])
        places.append(number)
        self.rows[key] = row
        if row.label is not None and row.label not in _DEFAULT:
            self.strange.append((number, row.label))

    def _row_of(self, line: str) -> LabelRow | None:
        fields = values(line, self.dialect.delimiter)
        whole = len(fields) == self.width
        return LabelRow.from_values(self._pick([*fields, ""])) if whole else None

    def _missing_line_end(self) -> str:
        """Return what the end of the file lacks before a record can be appended."""
        wanted = self.dialect.line_end
        if not self.has_header or self._line_end in (wanted, "\n", "\r\n"):
            return ""
        return wanted.removeprefix(self._line_end) if self._line_end else wanted


def is_header(row: LabelRow) -> bool:
    """Return whether *row* repeats the header, as after joining two files."""
    names = zip(NEEDED, (row.pair_id, row.label or "", row.annotator), strict=True)
    return all(name == text[: 2 * len(name)].strip().lower() for name, text in names)


def is_misfit(line: str, row: LabelRow, fields: int, width: int, columns: Collection[str]) -> bool:
    """Return whether the header, of *width* names, gives a name to what cannot be that.

    A time is none, or the whole *line* is one field, and other delimiters are in it.
    """
    if fields == 1:
        return any(line.count(other) >= width - 1 for other in DELIMITERS)
    times = [getattr(row, name).strip("\0") for name in _TIMES if name in columns]
    return any(time and not TIME.fullmatch(time) for time in times)


def swallows(
    texts: Sequence[str], row_of: Callable[[str], LabelRow | None], columns: Collection[str]
) -> bool:
    """Return whether a record seems to have other rows in *texts*, its fields.

    *row_of* reads a line as a record of the file, if it has as many fields; *columns* are those
    of ours that the file has.
    """
    for name, text in zip(ALL_COLUMNS, texts, strict=True):
        lines = text.replace("\r", "\n").split("\n")  # many times as quick as a search for both
        if len(lines) > 1 and name not in _OF_LINES:
            return True
        if len(lines) > 1 and any(_is_whole(row_of(line), columns) for line in lines):
            return True
    return False


def _is_whole(row: LabelRow | None, columns: Collection[str]) -> bool:
    if row is None or not (row.pair_id and row.annotator):
        return False
    return all(TIME.fullmatch(getattr(row, name)) for name in _TIMES if name in columns)
