"""Finding a text in both documents."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from ...documents import Document, Span
from ...review.turns import Steps
from .roles import ROLES, Role

# More hits than this help nobody, and a single letter in a book has more.
MOST = 10_000
_STRETCH = 50_000  # characters that are looked through at one go: some milliseconds
_LOOKED = 1_000  # places that are looked at, at one go


def looking(document: Document, wanted: str, end: int | None = None) -> Steps[list[Span]]:
    """Find where *wanted* stands in *document*, at most MOST places, without regard to case.

    Any white space in *wanted* matches any white space, so that a phrase is found across lines.
    It goes in short steps, because ten megabytes take half a second: the first word is looked
    for in one stretch of the text after the other, the others where it stands. What stands
    behind *end* is not looked at.
    """
    found: list[Span] = []
    if not wanted or wanted.isspace():
        return found
    text, first, whole = document.text, wanted.split()[0], pattern_for(wanted)
    end = len(text) if end is None else end
    begins = pattern_for(first)
    at = looked = 0
    for limit in range(_STRETCH, end + _STRETCH, _STRETCH):
        while at < limit:
            begin = begins.search(text, at, min(limit + len(first) - 1, end))
            if begin is None:
                at = limit
                break
            match = whole.match(text, begin.start(), end)
            if match is None:
                at = begin.start() + 1
            else:
                found.append(Span(match.start(), match.end()))
                if len(found) == MOST:
                    return found
                at = match.end()
            looked += 1
            if looked % _LOOKED == 0:
                yield
        yield
    return found


def pattern_for(wanted: str) -> re.Pattern[str]:
    """Return the pattern that finds *wanted*, which is not only white space."""
    words = wanted.split()
    return re.compile(r"\s+".join(re.escape(word) for word in words), re.IGNORECASE)


def in_reading_order(
    hits: Mapping[Role, list[Span]], row_of: Callable[[Role, int], int]
) -> Steps[list[tuple[Role, Span]]]:
    """Put all hits in order from top to bottom, the reference before the candidate in one row.

    *row_of* gives the row of an offset.
    """
    sorted_by = []
    for number, role in enumerate(ROLES):
        for looked, span in enumerate(hits[role]):
            sorted_by.append((row_of(role, span.start), number, span))
            if looked % _LOOKED == 0:
                yield
    sorted_by.sort()
    return [(ROLES[number], span) for _, number, span in sorted_by]
