"""What a text looks like on the screen: as many code points as it has, but none of them unseen.

Bidi overrides can make a text read otherwise than it is stored, zero-width characters hide
inside words (CVE-2021-42574, "Trojan Source"). Each is drawn as a stand-in of one code point,
so that offsets into the text stay right.
"""

from __future__ import annotations

import unicodedata
from itertools import pairwise

_BIDI = dict.fromkeys([0x202D, 0x202A, 0x2066], "\u2192")  # left to right …
_BIDI |= dict.fromkeys([0x202E, 0x202B, 0x2067], "\u2190")  # right to left …
_BIDI |= dict.fromkeys([0x202C, 0x2068, 0x2069], "\u2194")  # first strong, and pops
_BIDI |= dict.fromkeys([0x200E, 0x200F, 0x061C], "\u00b7")
_ZERO_WIDTH = dict.fromkeys(
    [0x00AD, 0x180E, 0x200B, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0xFEFF], "\u00b7"
)
# Joiners shape genuine Persian, Indic and emoji text: a stand-in only beside other letters.
_JOINERS = dict.fromkeys([0x200C, 0x200D], "\u00b7")
# The control pictures; tab and line feed keep their meaning.
_CONTROLS = {c: chr(0x2400 + c) for c in range(0x20) if c not in (0x09, 0x0A)}
_CONTROLS |= {0x7F: "\u2421"} | dict.fromkeys(range(0x80, 0xA0), "\ufffd")
_LINES = {0x0A: "\u2028", 0x2029: "\u2028", 0x0B: "\u2028", 0x0C: "\u2028", 0x85: "\u2028"}
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_TABLE = _SURROGATES | _CONTROLS | _LINES | _BIDI | _ZERO_WIDTH
_JOINING_SCRIPTS = ((0x0590, 0x08FF), (0x0900, 0x0DFF), (0x1000, 0x109F), (0x1780, 0x17FF))
_STAND_INS = frozenset([*_BIDI, *_ZERO_WIDTH, *_CONTROLS]) - frozenset(_LINES)


def shown(text: str) -> str:
    r"""Return what is drawn for *text*, code point for code point.

    A line end becomes a line separator, or a space where the lines were plainly wrapped by hand.

    >>> shown("pass\u200bword")
    'pass\u00b7word'
    >>> shown("\u202egnp.exe")
    '\u2190gnp.exe'
    """
    if "\n" in text and hard_wrapped(text):
        text = text.replace("\n", " ")
    if text.isascii() and text.isprintable():
        return text
    drawn = text.translate(_TABLE)
    if "\u200c" in drawn or "\u200d" in drawn:
        drawn = "".join(
            _JOINERS[ord(c)] if ord(c) in _JOINERS and not _joins(drawn, i) else c
            for i, c in enumerate(drawn)
        )
    return drawn


def stand_ins(text: str) -> list[int]:
    """Return the offsets in *text* of the unseen characters that :func:`shown` replaces."""
    if text.isascii() and text.isprintable():
        return []
    return [
        i
        for i, c in enumerate(text)
        if ord(c) in _STAND_INS or (ord(c) in _JOINERS and not _joins(text, i))
    ]


def _joins(text: str, at: int) -> bool:
    neighbours = [ord(c) for c in (text[at - 1 : at] + text[at + 1 : at + 2])]
    return any(low <= c <= high for c in neighbours for low, high in _JOINING_SCRIPTS) or any(
        c > 0x1F000 or unicodedata.category(chr(c)) == "So" for c in neighbours
    )


def hard_wrapped(text: str) -> bool:
    r"""Return True where the line ends of *text* were set by a fixed line length.

    That is so when no line had room for the first word of the next.

    >>> hard_wrapped("The telephone rang twice\nbefore the secretary was\nable to answer it.")
    True
    >>> hard_wrapped("Roses are red,\nviolets\nare blue.")
    False
    """
    lines = text.split("\n", 400)[:400]
    if len(lines) < 3 or any(not line.strip() for line in lines):
        return False
    longest = max(len(line) for line in lines)
    if not 20 <= longest <= 200 or any(line[0] in "-*\u2022>|\t" for line in lines):
        return False
    return all(
        len(line) + 1 + len(following.split(None, 1)[0]) > longest
        for line, following in pairwise(lines)
    )


def right_to_left(text: str) -> bool:
    """Return True where the first letter with a direction reads from right to left."""
    for character in text[:2000]:
        direction = unicodedata.bidirectional(character)
        if direction == "L":
            return False
        if direction in ("R", "AL"):
            return True
    return False


def mixes_directions(text: str) -> bool:
    """Return True where *text* holds any right-to-left letter."""
    if text.isascii():
        return False
    return any(unicodedata.bidirectional(c) in ("R", "AL", "AN") for c in text)


def name_of(character: str) -> str:
    """Return the name and number of an unseen *character*: ``ZERO WIDTH SPACE (U+200B)``."""
    return f"{unicodedata.name(character, 'CONTROL')} (U+{ord(character):04X})"
