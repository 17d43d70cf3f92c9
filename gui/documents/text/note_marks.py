"""The marks of notes stand apart from words: a raised "1" after "quay" is no part of the word.

Exponents stay as they are: after a digit, or after the one or two letters of a unit (km²).
"""

from __future__ import annotations

import re

_MARK = re.compile(
    r"[\[(]?(?:\d{1,3}(?: ?[,\u2013-] ?\d{1,3})*|[a-z]|[ivx]{2,5}"
    r"|[*\u2020\u2021\u00a7\u00b6]{1,3})[\])]?"
)
# A word of three letters or more, perhaps with a punctuation mark after it.
_BEFORE = re.compile(r"[^\W\d_]{3}[.,;:!?\"'\u2019\u201d)]*$")
_LONGEST = 40  # characters before a mark that are looked at


def is_note_mark(text: str) -> bool:
    """Return whether *text*, raised above the line, is the mark of a note.

    >>> is_note_mark("12"), is_note_mark("[a]"), is_note_mark("nd")
    (True, True, False)
    """
    return _MARK.fullmatch(text) is not None


def follows_word(before: str) -> bool:
    """Return whether a note's mark right after *before* would join its last word.

    >>> follows_word("the quay"), follows_word("the quay,"), follows_word("40 km")
    (True, True, False)
    """
    return _BEFORE.search(before[-_LONGEST:]) is not None
