r"""CSV records as they stand, so that a file can be edited without touching the rest of it.

The csv module reads values; it cannot say where in the file they stood, how they were quoted,
or that a quotation mark was never closed. What counts as a record and a field here is what the
csv module reads (not strict), so both always agree on the values.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

DELIMITERS = (",", ";", "\t", "|")


class Records(NamedTuple):
    """Where records end (each with its line end), and whether the last quotation is closed."""

    ends: list[int]
    closed: bool


@lru_cache(maxsize=len(DELIMITERS))
def _patterns(delimiter: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of one record with its line end, and of one field."""
    d = re.escape(delimiter)
    # (?!") makes the closing mark unambiguous: in an unclosed "a""b the pair is never split.
    rest = f"[^{d}\r\n]*"
    field = f'"[^"]*(?:""[^"]*)*"(?!"){rest}|[^{d}"\r\n]{rest}|'
    record = f"(?:{field})(?:{d}(?:{field}))*(?:\r\n|\r|\n|\\Z)"
    return re.compile(record), re.compile(f"({field})(?:{d}|\\Z)")


def scan(text: str, delimiter: str, start: int = 0) -> Records:
    r"""Find the records of *text* from *start* on.

    An unclosed quotation mark makes the rest of the text one last record, and ``closed`` False.

    >>> scan('a,"b\nc"\r\nd,"e\n', ",")
    Records(ends=[9, 14], closed=False)
    """
    match = _patterns(delimiter)[0].match
    ends = []
    while start < len(text):
        found = match(text, start)
        if found is None:
            ends.append(len(text))
            return Records(ends, closed=False)
        start = found.end()
        ends.append(start)
    return Records(ends, closed=True)


def split_line_end(record: str) -> tuple[str, str]:
    r"""Return *record* without its line end, and the line end.

    ``"a,b\r\n"`` → ``("a,b", "\r\n")``
    """
    for line_end in ("\r\n", "\n", "\r"):
        if record.endswith(line_end):
            return record[: -len(line_end)], line_end
    return record, ""


def raw_fields(record: str, delimiter: str) -> list[str]:
    """Return the fields of *record* (without line end) as they stand, quotation marks and all.

    ``'a,"b,""c"'`` → ``['a', '"b,""c"']``
    """
    if '"' not in record:
        return record.split(delimiter)
    match = _patterns(delimiter)[1].match
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
    """Return what the field *raw* means.

    ``'"b,""c"'`` → ``'b,"c'``
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
    """Return what the fields of *record* (without line end) mean."""
    if '"' not in record:
        return record.split(delimiter)
    return [value(raw) for raw in raw_fields(record, delimiter)]


def quoted(text: str, delimiter: str) -> str:
    """Return *text* as a field, in quotation marks where a reader needs them.

    ``'b,"c'`` → ``'"b,""c"'``
    """
    needs = any(c in text for c in (delimiter, '"', "\r", "\n")) or text != text.strip(" \t")
    return '"' + text.replace('"', '""') + '"' if needs else text


def joined(texts: Sequence[str], delimiter: str) -> str:
    """Return *texts* as one record without its line end."""
    return delimiter.join(quoted(text, delimiter) for text in texts)
