"""Finding a text in both documents."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ...documents import Document, Span
from .roles import ROLES, Role

# More hits than this help nobody, and a single letter in a book has more.
MOST = 10_000


def find_all(document: Document, wanted: str) -> list[Span]:
    """Return where *wanted* stands in *document*, at most MOST places, without regard to case.

    Any white space in *wanted* matches any white space, so that a phrase is found across lines.
    """
    if not wanted or wanted.isspace():
        return []
    found = []
    for match in pattern_for(wanted).finditer(document.text):
        found.append(Span(match.start(), match.end()))
        if len(found) == MOST:
            break
    return found


def pattern_for(wanted: str) -> re.Pattern[str]:
    """Return the pattern that finds *wanted*, which is not only white space."""
    words = wanted.split()
    return re.compile(r"\s+".join(re.escape(word) for word in words), re.IGNORECASE)


def in_reading_order(
    hits: Mapping[Role, list[Span]], row_of: Mapping[Role, list[int]]
) -> list[tuple[Role, Span]]:
    """Return all hits from top to bottom, the reference before the candidate in one row."""
    order = [
        (row, number, role, span)
        for number, role in enumerate(ROLES)
        for row, span in zip(row_of[role], hits[role], strict=True)
    ]
    order.sort(key=lambda hit: (hit[0], hit[1], hit[3]))
    return [(role, span) for _, _, role, span in order]
