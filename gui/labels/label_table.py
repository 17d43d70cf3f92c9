"""A label file in memory: where each row stands, what it says, and how to change only that."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from itertools import accumulate
from operator import itemgetter

from ..messages import Message
from ..messages.about_labels import AboutLabels
from .csv_format import (
    Texts,
    joined,
    quoted,
    raw_fields,
    read_header,
    scan,
    split_line_end,
    value,
    values,
)
from .label_set import DEFAULT_LABELS
from .label_values import COLUMNS, FIGURES, Key, LabelRow
from .odd_records import is_header, is_misfit, swallows, texts_of

_DEFAULT = frozenset(DEFAULT_LABELS.names)
# Columns whose text is taken over as it stands in the file.
_AS_WRITTEN = ("reference", "candidate", "created_at", "updated_at", "note")
_SPOILED = re.compile("[\0\ud800-\udfff]")  # zeros, and bytes that are no characters


class Table:
    """The rows of a label file and the places of their records.

    ``rows`` are what the file says, by pair and annotator; of two with one key the last stands,
    and ``doubles`` are the numbers of such records. ``ragged`` are records with too few or too
    many fields. ``spoiled`` are the rows whose record is so, or has zeros or bytes that are no
    characters, with that record as it is scanned, or ``swallowing`` others behind it: that tells
    their number, and whether it is so beyond doubt. ``repeats`` are records that are the header
    once more. ``strange`` are the labels that are none of the default ones, with the number of
    their record.
    ``flaw`` says what must be mended before anything may be written, such as a quotation mark
    that is never closed; it is empty as a rule. ``tail`` are the bytes of a last record that
    lacks its line end, or half of it. *encoding* is what the file was last written in, and *texts*
    are likely to be in it. Raises :class:`HeaderError`.
    """

    def __init__(self, data: bytes, encoding: str = "utf-8", texts: Texts = tuple) -> None:
        header, text, half = read_header(data, encoding, texts)
        self.dialect = header.dialect
        self._columns = header.columns
        self._width = header.width
        self._names = header.names
        self.others = header.others  # names of columns that are not ours
        self._others_at = [n for n, name in enumerate(header.names) if name in header.others]
        self.further: dict[Key, tuple[str, ...]] = {}  # what rows say in them, if anything
        # Picks the values of all columns out of a record; a column that the file lacks is last.
        self._pick = itemgetter(*(header.columns.get(name, -1) for name in COLUMNS))
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
        self.swallowing: dict[Key, tuple[int, bool]] = {}
        self.rewritten: set[Key] = set()  # of the rows, those to be written whole at an edit
        # Raw fields of rows that may be written whole, and the rows that these fields say.
        self._further: dict[Key, tuple[list[str], LabelRow | None]] = {}
        self._further_lacking = ""  # letters in these fields that the encoding of the file lacks
        self.repeats: list[int] = []
        self._misfits = 0  # records of which the header says what cannot be
        self.strange: list[tuple[int, str]] = []
        self.flaw: Message | None = None
        self.tail = b""
        self._last_key: Key | None = None
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
        return self._width > 0

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of ours that the file has, or will have."""
        return tuple(self._columns) if self.has_header else COLUMNS

    @cached_property
    def is_faithful(self) -> bool:
        """True where the file can say all that a row says: all columns, every character."""
        return len(self.columns) == len(COLUMNS) and self.dialect.is_unicode

    def expressed(self, row: LabelRow) -> LabelRow:
        """Return *row* as it will be read back from this file."""
        if self.is_faithful:
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
                for name in self._columns:
                    found.update(dict.fromkeys(lacking(texts[name])))
        return "".join(found)

    def in_unicode(self, data: bytes) -> tuple[Table, bytes]:
        """Return *data*, the bytes of this file, in UTF-8, and the table of that.

        It has a byte-order mark: a spreadsheet takes a file without one for what it was before.
        Bytes that are no characters stay as they are.
        """
        text = self.dialect.text_of(self.dialect.scannable(data))
        recoded = codecs.BOM_UTF8 + text.encode("utf-8", "surrogateescape")
        table = Table(recoded)
        table.rewritten = set(self.rewritten)
        return table, recoded

    def record(self, row: LabelRow) -> bytes:
        """Return the bytes of *row* as a record of this file, with its line end."""
        return self.dialect.bytes_of(self._line(row) + self.dialect.line_end)

    def extend(self, data: bytes) -> bool:
        """Take in *data*, which was appended; False where the file must be read again instead."""
        missing = self._missing_line_end()
        if not self.has_header or self.flaw is not None or len(data) % self.dialect.character_size:
            return False
        text = self.dialect.scannable(data)
        if not text.startswith(missing):
            return False
        if missing:
            self._lengths[-1] += len(self.dialect.bytes_of(missing))
            self._line_end = self.dialect.line_end
            self.tail = b""
        self._read_records(text, len(missing))
        return True

    def share(self, rows: Iterable[LabelRow | None]) -> None:
        """Keep *rows*, which others keep too, in place of equal ones."""
        for row in rows:
            if row is not None and self.rows.get(row.key) == row:
                self.rows[row.key] = row

    def says(self, row: LabelRow) -> bool:
        """Return whether the file has *row*, in a record that is whole."""
        key = self.key_of(row.key)
        if self.tail and key == self._last_key and self._is_cut_off:
            return False
        return self.rows.get(key) == self.expressed(row)

    @property
    def _is_cut_off(self) -> bool:
        """Whether the last record ends too early."""
        return bool(self.flaw or self.ragged[-1:] == [len(self._lengths) - 1])

    def is_torn_from(self, rows: Iterable[LabelRow]) -> bool:
        """Return whether ``tail`` is the beginning of one of *rows*, or nothing but zeros."""
        if not self.tail.strip(b"\0"):
            return bool(self.tail)
        tail = self.tail if self.dialect.is_wide else self.tail.rstrip(b"\0")
        return any(self.record(row).startswith(tail) or self._tail_may_be(row.key) for row in rows)

    def is_cut_from(self, data: bytes, whole: bytes) -> bool:
        """Return whether *data*, the bytes of this file, ends within a record of *whole*."""
        rest = whole[self.size :].strip(b"\0\r\n\t ")
        return bool(rest) and whole.startswith(data)

    def _tail_may_be(self, key: Key) -> bool:
        """Return whether the last record ends too early, and begins as a record of *key* does."""
        if not self.tail or not self._is_cut_off:
            return False
        try:
            line = split_line_end(self.dialect.scannable(self.tail))[0]
        except UnicodeDecodeError:  # half a character
            return False
        fields = values(self.dialect.text_of(line), self.dialect.delimiter)
        if len(fields) > self._width or self._columns["pair_id"] >= len(fields):
            return False
        for name, wanted in zip(("pair_id", "annotator"), self.key_of(key), strict=True):
            place = self._columns[name]
            whole = place < len(fields) - 1
            if place < len(fields) and not (
                wanted == fields[place] if whole else wanted.startswith(fields[place])
            ):
                return False
        return True

    def has_half_of(self, key: Key, row: LabelRow | None) -> bool:
        """Return whether the record of *key* is what a power cut left of *row*.

        It has too few columns, or zeros; another machine may have written behind it.
        """
        if row is None or key not in self.rows:
            return False
        there, wanted = self.rows[key].texts(), self.expressed(row).texts()
        if self._places[key][-1] not in self.ragged and "\0" not in "".join(there.values()):
            return False
        begun = all(wanted[name].startswith(there[name].rstrip("\0")) for name in _AS_WRITTEN)
        return begun and there["label"] in ("", wanted["label"])

    def may_have_been(self, key: Key, row: LabelRow) -> bool:
        """Return whether the spoiled record of *key* still has half of that of *row*."""
        there, wanted = self.spoiled[key], self._line(row)
        most = min(len(there), len(wanted))
        start = next((n for n in range(most) if there[n] != wanted[n]), most)
        rest = most - start
        end = next((n for n in range(rest) if there[-1 - n] != wanted[-1 - n]), rest)
        return start + end >= len(wanted) / 2

    def has_spoiled(self, key: Key, row: LabelRow) -> bool:
        """Return whether the record of *key* is that of *row* with something lost or put in.

        It is none that somebody may have written: it has zeros or bytes that are no characters, or
        other rows in a field;
        too many fields, while label and flag are as they were; or too few of them, and more than
        one of those that are lacking said something.
        """
        if key not in self.spoiled:
            return False
        if key in self.swallowing:
            return True
        there, wanted = self.rows[key].texts(), self.expressed(row).texts()
        other = [name for name in self.columns if there[name] != wanted[name]]
        if _SPOILED.search("".join(there[name] for name in other)):
            return True
        if key in self.short:
            lost = [name for name in other if name in _AS_WRITTEN or name == "label"]
            return len(other) > 1 and all(wanted[name].startswith(there[name]) for name in lost)
        return "label" not in other and "flagged" not in other

    def texts_within(self, keys: Iterable[Key]) -> set[str]:
        """Return what stands in the lines of those records of *keys* that are swallowing others."""
        records = (self.spoiled[key] for key in keys if key in self.swallowing)
        return texts_of(map(self.dialect.text_of, records), self.dialect.delimiter)

    def place_of(self, key: Key) -> tuple[int, int]:
        """Return where the record of *key* begins and ends in the file as it was read."""
        number, ends = self._places[key][-1], self._ends
        return ends[number - 1], ends[number]

    @cached_property
    def _ends(self) -> list[int]:
        return list(accumulate(self._lengths))

    def take_further(
        self, other: Table, record: Callable[[Key], bytes], keys: Iterable[Key]
    ) -> None:
        """Write rows, where they are written whole, with what *other* has in further columns.

        *record* returns the bytes of one of its records, *keys* are those of the rows as it has
        them.
        """
        same = self._names == other._names and self.dialect == other.dialect
        shared = [name for name in self.others if name in other.others]
        for key in keys:
            if key not in other._places or not (same or shared):
                continue
            line = other.dialect.scannable(record(key))
            fields = raw_fields(split_line_end(line)[0], other.dialect.delimiter)
            if same:
                self._further[self.key_of(key)] = fields, other.rows[key]
                continue
            mine = [""] * self._width
            for name in shared:
                place = other._names.index(name)
                text = other.dialect.text_of(value(fields[place])) if place < len(fields) else ""
                self._further_lacking += self.dialect.lacking(text)
                text = self.dialect.scanned(text)
                mine[self._names.index(name)] = quoted(text, self.dialect.delimiter)
            self._further[self.key_of(key)] = mine, None

    def drop_tail(self) -> None:
        """Forget the last record, which was never written whole."""
        number = len(self._lengths) - 1
        for key, places in self._places.items():
            if places[-1] == number:
                del self._places[key], self.rows[key]
                self.further.pop(key, None)
                self._forget_damage(key, number)
                break
        self._lengths.pop()
        self.tail = b""
        self._line_end = self._line_end_before
        self.flaw = None

    def appendix(self, rows: Iterable[LabelRow]) -> bytes:
        """Return the bytes that append *rows*, with header or line end where one is missing."""
        dialect = self.dialect
        lines = [] if self.has_header else [joined(COLUMNS, dialect.delimiter)]
        lines.extend(self._line(row) for row in rows)
        text = "".join(line + dialect.line_end for line in lines)
        return dialect.bytes_of(self._missing_line_end() + text)

    def edited(self, data: bytes, edits: Mapping[Key, LabelRow | None]) -> bytes:
        """Return *data*, the bytes of this file, with the rows of *edits* changed, and follow.

        A row that the file does not have is appended; None takes a row away, with its doubles.
        A row of another key takes the place of the one that the file has under this key.
        Of a row only the columns that change are rewritten. Where the result cannot be
        written, the table is no longer that of the file.
        """
        ends = list(accumulate(self._lengths))
        changed: dict[int, bytes] = {}
        for key, row in edits.items():
            places = self._places.get(key, [])
            if row is None:
                changed.update(dict.fromkeys(places, b""))
                self._places.pop(key, None)
                self.rows.pop(key, None)
                self.further.pop(key, None)
            elif places:
                number = places[-1]
                if key in self.rewritten:
                    self._forget_damage(key, number)
                changed[number] = self._changed(data[ends[number - 1] : ends[number]], key, row)
                said = self.expressed(row)
                if said.key != key:  # it was there under another id
                    del self.rows[key]
                    self._places[said.key] = self._places.pop(key)
                    if key in self.further:
                        self.further[said.key] = self.further.pop(key)
                self.rows[said.key] = said
        pieces, done = [], 0
        for number in sorted(changed):
            pieces += [data[done : ends[number - 1]], changed[number]]
            done = ends[number]
            self._lengths[number] = len(changed[number])
        spliced = b"".join((*pieces, data[done:]))
        self._look_at_end(spliced)
        new = [row for row in edits.values() if row and self.key_of(row.key) not in self.rows]
        if not new and self.has_header:
            return spliced
        if not self.has_header:
            spliced = self.dialect.mark  # the rest is white space, or zeros that a power cut left
        appendix = self.appendix(new)
        if self.has_header:
            self.extend(appendix)
        return spliced + appendix

    def _forget_damage(self, key: Key, number: int) -> None:
        self.spoiled.pop(key, None)
        self.swallowing.pop(key, None)
        self.short.discard(key)
        self.ragged = [each for each in self.ragged if each != number]
        self.strange = [each for each in self.strange if each[0] != number]

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
        number = len(self._lengths) - 1
        fields = len(found)
        short = fields < self._width
        long = any(found[self._width :])
        if fields != self._width:
            self.ragged.append(number)
            found = [*found, *[""] * self._width][: self._width]
        further = tuple(found[place] for place in self._others_at)
        found.append("")  # where a column that the file lacks points
        texts = self._pick(found)
        row = LabelRow.from_values(texts)
        key = self._last_key = row.key
        if is_header(row):
            self.repeats.append(number)
            return
        if short or long:
            self._misfits += is_misfit(line, row, fields, self._width, self._columns)
        if short:
            self.short.add(key)
        self.swallowing.pop(key, None)
        swallowing = None
        if "\n" in line or "\r" in line:
            swallowing = swallows(texts, self._row_of, self._columns)
        if swallowing is not None:
            self.swallowing[key] = number, swallowing
            self.spoiled[key] = line
        elif short or long or "\0" in line or (not line.isascii() and _SPOILED.search(text)):
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
        whole = len(fields) == self._width
        return LabelRow.from_values(self._pick([*fields, ""])) if whole else None

    def _line(self, row: LabelRow) -> str:
        """Return *row* as a record of this file, without line end, as it is scanned."""
        texts = row.texts()
        delimiter = self.dialect.delimiter
        if not self.has_header:
            return joined([self.dialect.scanned(text) for text in texts.values()], delimiter)
        known, says = self._further.get(self.key_of(row.key), ((), None))
        fields = [*known, *[""] * self._width][: max(self._width, len(known))]
        before = says.texts() if says is not None else {}
        for name, place in self._columns.items():
            if before.get(name) != texts[name]:
                fields[place] = quoted(self.dialect.scanned(texts[name]), delimiter)
        return delimiter.join(fields)

    def _changed(self, record: bytes, key: Key, row: LabelRow) -> bytes:
        """Return *record* with the columns that *row* changes; all other bytes stay."""
        line, line_end = split_line_end(self.dialect.scannable(record))
        if "\0" in line or key in self.rewritten:  # part of it is lost
            return self.dialect.bytes_of(self._line(row) + line_end)
        fields = raw_fields(line, self.dialect.delimiter)
        fields += [""] * (self._width - len(fields))
        before, after = self.rows[key].texts(), self.expressed(row).texts()
        for name, place in self._columns.items():
            if before[name] != after[name] or (name in FIGURES and "," in fields[place]):
                text = self.dialect.scanned(row.texts()[name])
                fields[place] = quoted(text, self.dialect.delimiter)
        return self.dialect.bytes_of(self.dialect.delimiter.join(fields) + line_end)

    def _missing_line_end(self) -> str:
        """Return what the end of the file lacks before a record can be appended."""
        wanted = self.dialect.line_end
        if not self.has_header or self._line_end in (wanted, "\n", "\r\n"):
            return ""
        return wanted.removeprefix(self._line_end) if self._line_end else wanted

    def _look_at_end(self, data: bytes) -> None:
        end = self.dialect.scannable(data[len(self.dialect.mark) :][-8:])
        self._line_end = split_line_end(end)[1]
        self.tail = b""
