"""Finds the records and lines of a CSV text, even with unclosed quotation marks."""

from __future__ import annotations

import re

from .csv_format import scan

Spans = list[tuple[int, int]]

_MOST_REPAIRS = 100  # rows with an unclosed quotation mark, after which the rest is one bad row
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


def line_end(text: str, start: int) -> int:
    """Return where the line at *start* ends, with what ends it."""
    found = _LINE.match(text, start)
    return found.end() if found else len(text)


def lines_of(text: str, start: int) -> Spans:
    """Return the lines of *text* from *start* on that are not blank."""
    return [
        found.span()
        for found in _LINE.finditer(text, start)
        if text[found.start() : found.end()].strip("\r\n")
    ]


def records(text: str, delimiter: str, start: int) -> tuple[Spans, set[int]]:
    """Return the spans of the records, and the starts of those with an unclosed quotation mark.

    Such a record counts as one line, so that it does not swallow the rest of the list.
    """
    spans: Spans = []
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
