"""A label file in memory that can be edited row by row."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Mapping, Sequence, Set

from ..label_values import ALL_COLUMNS, COLUMNS, FIGURES, Key, LabelRow
from .csv_records import joined, quoted, raw_fields, split_line_end, value
from .label_records import SPOILED, Records

# Columns whose text is taken over as it stands in the file.
_AS_WRITTEN = ("reference", "candidate", "created_at", "updated_at", "note")


def columns_for(rows: Iterable[LabelRow]) -> tuple[str, ...]:
    """Return the columns of a table of *rows*: the usual ones, or all if a row needs them."""
    return ALL_COLUMNS if any(row.says_more for row in rows) else COLUMNS


class LabelTable(Records):
    """The rows of a label file, which can be changed while all other bytes stay.

    *data*, *encoding* and *texts* are as for :class:`Records`, and so is what is raised.
    """

    def in_unicode(self, data: bytes) -> tuple[LabelTable, bytes]:
        """Return *data*, the bytes of this file, in UTF-8, and the table of that.

        It has a byte-order mark: a spreadsheet takes a file without one for what it was before.
        Bytes that are no characters stay as they are.
        """
        text = self.dialect.text_of(self.dialect.scannable(data))
        recoded = codecs.BOM_UTF8 + text.encode("utf-8", "surrogateescape")
        table = LabelTable(recoded)
        table.rewritten = set(self.rewritten)
        return table, recoded

    def record(self, row: LabelRow) -> bytes:
        """Return the bytes of *row* as a record of this file, with its line end."""
        return self.dialect.bytes_of(self._line(row) + self.dialect.line_end)

    def extend(self, data: bytes) -> bool:
        """Add *data*, which was appended; False if the file must be read again instead."""
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
        """Keep the same objects as others do, *rows*, in place of equal ones."""
        for row in rows:
            if row is not None and self.rows.get(row.key) == row:
                self.rows[row.key] = row

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
        """Return whether the record of *key* is that of *row* with something lost or inserted.

        It is none that somebody may have written: it has zeros or bytes that are no characters;
        too many fields, while label and flag are as they were; or too few of them, and more than
        one of those that are lacking said something.
        """
        if key not in self.spoiled:
            return False
        there, wanted = self.rows[key].texts(), self.expressed(row).texts()
        other = [name for name in self.columns if there[name] != wanted[name]]
        if SPOILED.search("".join(there[name] for name in other)):
            return True
        if key in self.short:
            lost = [name for name in other if name in _AS_WRITTEN or name == "label"]
            return len(other) > 1 and all(wanted[name].startswith(there[name]) for name in lost)
        return "label" not in other and "flagged" not in other

    def take_further(
        self, other: LabelTable, record: Callable[[Key], bytes], keys: Iterable[Key]
    ) -> None:
        """From now on, write whole rows with the values that *other* has in further columns.

        *record* returns the bytes of one of its records, *keys* are those of the rows as it has
        them.
        """
        same = self.names == other.names and self.dialect == other.dialect
        shared = [name for name in self.others if name in other.others]
        for key in keys:
            if key not in other._places or not (same or shared):
                continue
            line = other.dialect.scannable(record(key))
            fields = raw_fields(split_line_end(line)[0], other.dialect.delimiter)
            if same:
                self._further[self.key_of(key)] = fields, other.rows[key]
                continue
            mine = [""] * self.width
            for name in shared:
                place = other.names.index(name)
                text = other.dialect.text_of(value(fields[place])) if place < len(fields) else ""
                self._further_lacking += self.dialect.lacking(text)
                text = self.dialect.scanned(text)
                mine[self.names.index(name)] = quoted(text, self.dialect.delimiter)
            self._further[self.key_of(key)] = mine, None

    def forget_further(self) -> None:
        """From now on, write whole rows without further columns."""
        self._further.clear()
        self._further_lacking = ""

    def drop_tail(self) -> None:
        """Forget the last record, which was never written completely."""
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
        dialect, rows = self.dialect, list(rows)
        columns = columns_for(rows)
        lines = [] if self.has_header else [joined(columns, dialect.delimiter)]
        lines.extend(self._line(row, columns) for row in rows)
        text = "".join(line + dialect.line_end for line in lines)
        return dialect.bytes_of(self._missing_line_end() + text)

    def edited(self, data: bytes, edits: Mapping[Key, LabelRow | None]) -> bytes:
        """Return *data*, the bytes of this file, with the rows of *edits* changed, and follow.

        A row that the file does not have is appended; None removes a row and its doubles. A row
        with another key replaces the one that the file has under this key. Only the columns that
        change are rewritten. If the result is not written, the table no longer matches the file.
        """
        ends = self.ends
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
                if key in self.merged:
                    changed.update(dict.fromkeys(places[:-1], b""))
                    self._forget_doubles(key)
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

    @property
    def due(self) -> Set[Key]:
        """The rows whose records are to be written at an edit, whatever they say."""
        return self.rewritten | self.merged

    def _forget_doubles(self, key: Key) -> None:
        *others, number = self._places[key]
        self._places[key] = [number]
        self.hidden.pop(key, None)
        self.doubles = [each for each in self.doubles if each not in (*others, number)]
        self.merged.discard(key)

    def _forget_damage(self, key: Key, number: int) -> None:
        self.spoiled.pop(key, None)
        self.swallowing.pop(key, None)
        self.short.discard(key)
        self.ragged = [each for each in self.ragged if each != number]
        self.strange = [each for each in self.strange if each[0] != number]

    def _line(self, row: LabelRow, columns: Sequence[str] = COLUMNS) -> str:
        """Return *row* as a record of this file, without line end, as it is scanned.

        *columns* are those of a file that has no header yet.
        """
        texts = row.texts()
        delimiter = self.dialect.delimiter
        if not self.has_header:
            return joined([self.dialect.scanned(texts[name]) for name in columns], delimiter)
        known, says = self._further.get(self.key_of(row.key), ((), None))
        fields = [*known, *[""] * self.width][: max(self.width, len(known))]
        before = says.texts() if says is not None else {}
        for name, place in self.places.items():
            if before.get(name) != texts[name]:
                fields[place] = quoted(self.dialect.scanned(texts[name]), delimiter)
        return delimiter.join(fields)

    def _changed(self, record: bytes, key: Key, row: LabelRow) -> bytes:
        """Return *record* with the columns that *row* changes; all other bytes stay."""
        line, line_end = split_line_end(self.dialect.scannable(record))
        if "\0" in line or key in self.rewritten:  # part of it is lost
            return self.dialect.bytes_of(self._line(row) + line_end)
        fields = raw_fields(line, self.dialect.delimiter)
        fields += [""] * (self.width - len(fields))
        before, after = self.rows[key].texts(), self.expressed(row).texts()
        for name, place in self.places.items():
            if before[name] != after[name] or (name in FIGURES and "," in fields[place]):
                text = self.dialect.scanned(row.texts()[name])
                fields[place] = quoted(text, self.dialect.delimiter)
        return self.dialect.bytes_of(self.dialect.delimiter.join(fields) + line_end)

    def _look_at_end(self, data: bytes) -> None:
        end = self.dialect.scannable(data[len(self.dialect.mark) :][-8:])
        self._line_end = split_line_end(end)[1]
        self.tail = b""
