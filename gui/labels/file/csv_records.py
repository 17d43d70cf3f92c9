"""The records and fields of CSV: where they are in a text, and how they are written.

Records keep their place in the text, so one row can be edited without touching the rest (RFC 4180,
with the dialects that spreadsheets write). Quotation marks may be unclosed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

DELIMITERS = (",", ";", "\t", "|")
RecordSpans = list[tuple[int, int]]

_MOST_REPAIRS = 100  # rows with an unclosed quotation mark, after which the rest is one bad row
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


class RecordEnds(NamedTuple):
    """Where records end (each with its line end), and whether the last quotation is closed."""

    ends: list[int]
    closed: bool


@lru_cache(maxsize=len(DELIMITERS))
def record_patterns(delimiter: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of one record with its line end, and of one field."""
    d = re.escape(delimiter)
    # (?!") makes the closing mark unambiguous: in an unclosed "a""b the pair is never split.
    rest = f"[^{d}\r\n]*"
    field = f'"[^"]*(?:""[^"]*)*"(?!"){rest}|[^{d}"\r\n]{rest}|'
    record = f"(?:{field})(?:{d}(?:{field}))*(?:\r\n|\r|\n|\\Z)"
    return re.compile(record), re.compile(f"({field})(?:{d}|\\Z)")


def scan(text: str, delimiter: str, start: int = 0) -> RecordEnds:
    r"""Find the records of *text* from *start* on.

    An unclosed quotation mark makes the rest of the text one last record, and ``closed`` False.

    >>> scan('a,"b\nc"\r\nd,"e\n', ",")
    RecordEnds(ends=[9, 14], closed=False)
    """
    match = record_patterns(delimiter)[0].match
    ends = []
    while start < len(text):
        found = match(text, start)
        if found is None:
            ends.append(len(text))
            return RecordEnds(ends, closed=False)
        start = found.end()
        ends.append(start)
    return RecordEnds(ends, closed=True)


def split_line_end(record: str) -> tuple[str, str]:
    r"""Return *record* without its line end, and the line end.

    >>> split_line_end("a,b\r\n")
    ('a,b', '\r\n')
    """
    for line_end in ("\r\n", "\n", "\r"):
        if record.endswith(line_end):
            return record[: -len(line_end)], line_end
    return record, ""


def raw_fields(record: str, delimiter: str) -> list[str]:
    """Return the fields of *record* (without line end) with their quotation marks.

    >>> raw_fields('a,"b,""c"', ",")
    ['a', '"b,""c"']
    """
    if '"' not in record:
        return record.split(delimiter)
    match = record_patterns(delimiter)[1].match
    fields: list[str] = []
    start = 0
    while True:
        found = match(record, start)
        if found is None:  # an unclosed quotation mark
            return [*fields, record[start:]]
        fields.append(found.group(1))
        if found.end(1) == len(record):
            return fields
        start = found.end()


def value(raw: str) -> str:
    """Return the value of the field *raw*.

    >>> value('"b,""c"')
    'b,"c'
    """
    if not raw.startswith('"'):
        return raw
    closing = len(raw)
    place = 1
    while (place := raw.find('"', place)) >= 0:
        if raw[place + 1 : place + 2] != '"':
            closing = place
            break
        place += 2
    return raw[1:closing].replace('""', '"') + raw[closing + 1 :]


def values(record: str, delimiter: str) -> list[str]:
    """Return the values of the fields of *record* (without line end)."""
    if '"' not in record:
        return record.split(delimiter)
    return [value(raw) for raw in raw_fields(record, delimiter)]


def quoted(text: str, delimiter: str) -> str:
    """Return *text* as a field, in quotation marks where a reader needs them.

    >>> quoted('b,"c', ","), quoted("b", ",")
    ('"b,""c"', 'b')
    """
    needs = any(c in text for c in (delimiter, '"', "\r", "\n")) or text != text.strip(" \t")
    return '"' + text.replace('"', '""') + '"' if needs else text


def joined(texts: Sequence[str], delimiter: str) -> str:
    """Return *texts* as one record without its line end."""
    return delimiter.join(quoted(text, delimiter) for text in texts)


def line_end(text: str, start: int) -> int:
    """Return where the line at *start* ends, with what ends it."""
    found = _LINE.match(text, start)
    return found.end() if found else len(text)


def lines_of(text: str, start: int) -> RecordSpans:
    """Return the lines of *text* from *start* on that are not blank."""
    return [
        found.span()
        for found in _LINE.finditer(text, start)
        if text[found.start() : found.end()].strip("\r\n")
    ]


def records(text: str, delimiter: str, start: int) -> tuple[RecordSpans, set[int]]:
    """Return the spans of the records, and the starts of those with an unclosed quotation mark.

    Such a record counts as one line, so that it does not swallow the rest of the list.
    """
    spans: RecordSpans = []
    unclosed: set[int] = set()
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
