"""Separates rows again that a stray quotation mark made part of another row.

An extra or missing mark swaps quoted and unquoted text up to the next mark. Without their marks the
lines are still those of the rows that the file had, and can be recognized by that.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from ..file.csv_records import joined, quoted, raw_fields, record_patterns, split_line_end, value
from ..file.label_records import TIME
from ..file.label_table import LabelTable
from ..label_values import Key, LabelRow
from .last_seen import SeenFile
from .lost_letters import lost_in

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_ESCAPE = r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8}))"
_LOSABLE = re.compile(rf"[^\0-\x7f]|[?_]|{_ESCAPE}")
_DIGITS = re.compile(rf"{_ESCAPE}|&#x?[0-9a-f]+;|<U[+][0-9A-F]+>|[^0-9]+?|[0-9]+")
_FEW = 8  # rows with the same digits that are looked at
_LIKE = 0.5  # the share of a line that is left of it at least
_COMPARED = 50  # lines that are compared with all rows that are gone


class Parted(NamedTuple):
    """A label file with its rows separated: its bytes, and which rows were repaired.

    ``torn`` says that it ended within the last of them.
    """

    data: bytes
    keys: frozenset[Key]
    torn: bool


def parted(
    table: LabelTable, data: bytes, rows: Mapping[Key, LabelRow], seen: SeenFile | None
) -> Parted | None:
    """Return the file *table*, which is *data*, with its rows separated; None if they are.

    *rows* are those that it had, some of which may stand in it as it was *seen*.
    """
    gone = {table.key_of(key) for key in rows} - table.rows.keys()
    if b'"' not in data:
        return None
    return _Walk(table, data, rows, gone, seen).result()


class _Known(NamedTuple):
    """A row that the file had: its record, with line end, and the lines of it without marks."""

    key: Key
    record: str
    lines: list[str]


class _Walk:
    """Goes through the text of a file from record to record, and from line to line where it must.

    What is as it should be is taken over as it stands.
    """

    def __init__(
        self,
        table: LabelTable,
        data: bytes,
        rows: Mapping[Key, LabelRow],
        gone: set[Key],
        seen: SeenFile | None,
    ) -> None:
        self._table, self._data = table, data
        self._delimiter = table.dialect.delimiter
        self._gone = gone
        self._head = table.ends[0]
        self._text = table.dialect.scannable(data[self._head :])
        self._pattern = record_patterns(self._delimiter)[0]
        # Those that do not stand in the file as they were.
        self._changed = {table.key_of(key) for key, row in rows.items() if not table.says(row)}
        self._known: dict[Key, _Known] = {}
        self._by_line: defaultdict[str, list[_Known]] = defaultdict(list)
        self._by_digits: defaultdict[str, list[_Known]] = defaultdict(list)
        if seen is not None:
            table.take_further(seen.table, seen.record, map(seen.table.key_of, rows))
        for key, row in rows.items():
            record = table.dialect.scannable(table.record(row))
            known = _Known(key, record, _without_marks(record))
            self._known[table.key_of(row.key)] = known
            self._by_line[known.lines[0]].append(known)
            if not table.dialect.text_of(record).isascii() or "\\" in record:
                self._by_digits[_digits(known.lines[0])].append(known)
        table.forget_further()
        self._out: list[str] = []
        self._mended: set[Key] = set()
        self._cut = False
        self._torn = False
        self._compared = 0

    def result(self) -> Parted | None:
        place = 0
        while place < len(self._text):
            place = self._go_on(place)
        if not (self._mended or self._cut):
            return None
        body = self._table.dialect.bytes_of("".join(self._out))
        return Parted(self._data[: self._head] + body, frozenset(self._mended), self._torn)

    def _go_on(self, start: int) -> int:
        """Take over or mend what stands at *start*; return where the next record begins."""
        found = self._pattern.match(self._text, start)
        end = found.end() if found is not None else len(self._text)
        line = split_line_end(self._text[start:end])[0]
        raw = raw_fields(line, self._delimiter)
        hides = _has_lines(line) and self._hides_rows(line)
        if found is None and not hides:  # a last line that is whole: nothing was cut off in it
            hides = line != self._text[start:end]
        is_row = found is not None and not hides and len(raw) == self._table.width
        if is_row and ('"' not in line or not self._lacks_one(start, raw)):
            return self._keep(start, end)
        first, _, behind = self._line_at(start)
        for known in self._at(first.replace('"', "")):
            if (rest := self._follow(known.lines[1:], behind)) is not None:
                return self._write(known, start, rest)
        if hides or '"' in line:
            return self._mend(start, end, raw, hides=hides)
        return self._keep(start, end)

    def _lacks_one(self, start: int, raw: list[str]) -> bool:
        """Return whether at *start* stands a row that was there with one mark less or more.

        No program writes it so: whoever edits marks in a text has them written in pairs. *raw* are
        the fields as the marks have it.
        """
        if all('"' not in each or quoted(value(each), self._delimiter) == each for each in raw):
            return False
        first, _, behind = self._line_at(start)
        for known in self._at(first.replace('"', "")):
            end = self._follow(known.lines[1:], behind)
            there = self._text[start:end]
            marks = there.count('"')
            if end is None:
                continue
            if _without_marks(there) != known.lines:  # it lost letters, and perhaps marks
                if marks % 2:
                    return True
            elif abs(known.record.count('"') - marks) == 1:
                return True
        return False

    def _keep(self, start: int, end: int) -> int:
        self._out.append(self._text[start:end])
        return end

    def _write(self, known: _Known, start: int, end: int) -> int:
        """Write *known* in the place of what stands from *start* to *end*."""
        there = self._text[start:end]
        line, line_end = split_line_end(there)
        record, wanted = split_line_end(known.record)
        if line != record or self._table.key_of(known.key) in self._gone:
            self._mended.add(known.key)
        if end == len(self._text) and not line_end:
            lines, fields = line.splitlines(), raw_fields(line, self._delimiter)
            self._torn |= len(lines) < len(known.lines) or len(fields) < self._table.width
        self._out.append(record + (line_end or wanted if line != record else line_end))
        return end

    def _mend(self, start: int, end: int, raw: list[str], *, hides: bool) -> int:
        """Mend the line at *start*, in which a stray mark may be; return where the next begins.

        That is so where the record up to *end* *hides* others. Else it is where the lines of one
        that is known follow one another.
        """
        line, line_end, behind = self._line_at(start)
        known = self._likely(line, raw)
        if known is not None and (hides or len(known.lines) > 1):
            rest = self._follow(known.lines[1:], behind)
            if hides or rest is not None:
                return self._write(known, start, behind if rest is None else rest)
        if not (hides and behind < len(self._text)):
            return self._keep(start, end)
        self._cut = True
        fields = line.split(self._delimiter)
        if len(fields) == self._table.width:
            whole = (raw if _is_closed(raw) else quoted(raw, self._delimiter) for raw in fields)
            self._out.append(self._delimiter.join(whole) + line_end)
        else:
            self._out.append(joined([line], self._delimiter) + line_end)
        return behind

    def _likely(self, line: str, raw: list[str]) -> _Known | None:
        """Return the row of which *line* has most, if that is half of its first line at least."""
        own = self._key_in([value(each) for each in raw])
        self._compared += 1
        keys = self._gone if self._compared <= _COMPARED else set()
        best, most = None, _LIKE
        there = line.replace('"', "")
        for key in {*keys, *([own] if own is not None else [])}:
            known = self._known.get(key)
            if known is None or known.key in self._mended:
                continue
            share = _share(known.lines[0], there)
            if share >= most:
                best, most = known, share
        return best

    def _hides_rows(self, record: str) -> bool:
        """Return whether a line of *record* but the first is of a row that is not elsewhere."""
        places = self._table.places
        times = [places[name] for name in ("created_at", "updated_at") if name in places]
        place = self._line_length(record, 0)
        while place < len(record):
            length = self._line_length(record, place)
            line = split_line_end(record[place : place + length])[0].replace('"', "")
            if any(self._table.key_of(known.key) in self._changed for known in self._at(line)):
                return True
            fields = line.split(self._delimiter)
            key = self._key_in(fields)
            if key in self._gone:
                return True
            if len(fields) == self._table.width and key is not None and all(key) and times:
                new = key not in self._table.rows
                if new and all(TIME.fullmatch(fields[number]) for number in times):
                    return True
            place += length
        return False

    def _at(self, line: str) -> list[_Known]:
        """Return the rows that begin with *line*, or did before it lost letters."""
        if line in self._by_line:
            return self._by_line[line]
        alike = self._by_digits.get(_digits(line), ())[:_FEW] if self._by_digits else ()
        return [known for known in alike if self._is_poorer(known.lines[0], line)]

    def _is_poorer(self, known: str, there: str) -> bool:
        """Return whether the line *there* is *known*, or that with letters lost; without marks."""
        if known == there:
            return True
        text_of = self._table.dialect.text_of
        letters = re.sub(_ESCAPE, _letter, text_of(known))
        return lost_in(letters, text_of(there)) is not None

    def _key_in(self, texts: list[str]) -> Key | None:
        """Return the key of the record that has *texts*, as they are scanned, if there is one."""
        places = self._table.places
        numbers = [places["pair_id"], places["annotator"]]
        if max(numbers) >= len(texts):
            return None
        pair_id, annotator = (self._table.dialect.text_of(texts[number]) for number in numbers)
        return pair_id, annotator

    def _follow(self, lines: list[str], start: int) -> int | None:
        """Return where *lines*, without marks, end if they stand at *start*; None if not."""
        for wanted in lines:
            if start >= len(self._text):
                return None
            line, _, behind = self._line_at(start)
            there = line.replace('"', "")
            if there != wanted and _share(wanted, there) < _LIKE:
                return None
            start = behind
        return start

    def _line_at(self, start: int) -> tuple[str, str, int]:
        """Return the line at *start*, its line end, and where the next one begins."""
        length = self._line_length(self._text, start)
        line, line_end = split_line_end(self._text[start : start + length])
        return line, line_end, start + length

    @staticmethod
    def _line_length(text: str, start: int) -> int:
        found = _LINES.match(text, start)
        return found.end() - start if found is not None else 0


def _digits(line: str) -> str:
    """Return the digits of *line*, which no encoding lacks; those that stand for letters do not."""
    return _DIGITS.sub(lambda found: found[0] if found[0].isdecimal() else "", line)


def _letter(escape: re.Match[str]) -> str:
    number = int(escape[1] or escape[2] or escape[3], 16)
    return chr(number) if number < 0x110000 else escape[0]


def _without_marks(record: str) -> list[str]:
    line = split_line_end(record)[0].replace('"', "")
    # One search for all three in a note of megabytes would let no other thread run meanwhile.
    return line.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _has_lines(text: str) -> bool:
    return "\n" in text or "\r" in text


def _is_closed(raw: str) -> bool:
    """Return whether the field *raw* has all of its marks."""
    return not raw.startswith('"') or quoted(value(raw), "") == raw


def _share(wanted: str, there: str) -> float:
    """Return the share of *wanted* that stands at the beginning and at the end of *there*.

    Letters that one of them may have lost do not count.
    """
    wanted, there = _LOSABLE.sub("", wanted), _LOSABLE.sub("", there)
    most = min(len(there), len(wanted))
    start = next((n for n in range(most) if there[n] != wanted[n]), most)
    rest = most - start
    end = next((n for n in range(rest) if there[-1 - n] != wanted[-1 - n]), rest)
    return (start + end) / max(1, len(wanted))
