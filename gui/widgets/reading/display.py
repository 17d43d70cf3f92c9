"""Display text: a text as the screen shows it, and offsets in the units of Qt.

A bidi override can make a text read differently from how it is stored, and zero-width characters
hide inside words (CVE-2021-42574, "Trojan Source"). Each is drawn as a stand-in of one code
point, so offsets into the text stay right.

Values of a comparison count code points, as Python does; Qt counts UTF-16 units. `Offsets` is
the only place in the program that converts one to the other.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from itertools import pairwise

from ...documents import Document, Span

_BIDI = dict.fromkeys([0x202D, 0x202A, 0x2066], "\u2192")  # left to right …
_BIDI |= dict.fromkeys([0x202E, 0x202B, 0x2067], "\u2190")  # right to left …
_BIDI |= dict.fromkeys([0x202C, 0x2068, 0x2069], "\u2194")  # first strong, and pops
_BIDI |= dict.fromkeys([0x200E, 0x200F, 0x061C], "\u00b7")
_ZERO_WIDTH = dict.fromkeys(
    [0x00AD, 0x180E, 0x200B, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0xFEFF], "\u00b7"
)
# Joiners shape genuine Persian, Indic and emoji text: they get a stand-in only elsewhere.
_JOINERS = dict.fromkeys([0x200C, 0x200D], "\u00b7")
# The control pictures; tab and line feed keep their meaning.
_CONTROLS = {c: chr(0x2400 + c) for c in range(0x20) if c not in (0x09, 0x0A)}
_CONTROLS |= {0x7F: "\u2421"} | dict.fromkeys(range(0x80, 0xA0), "\ufffd")
_LINES = {0x0A: "\u2028", 0x2029: "\u2028", 0x0B: "\u2028", 0x0C: "\u2028", 0x85: "\u2028"}
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
# Blocks of fewer lines do not show why these end; the width is learned from the first blocks.
_FEWEST_LINES, _LOOKED_AT = 3, 400
_TABLE = _SURROGATES | _CONTROLS | _LINES | _BIDI | _ZERO_WIDTH
_JOINING_SCRIPTS = ((0x0590, 0x08FF), (0x0900, 0x0DFF), (0x1000, 0x109F), (0x1780, 0x17FF))
_STAND_INS = frozenset([*_BIDI, *_ZERO_WIDTH, *_CONTROLS]) - frozenset(_LINES)


def shown(text: str, flowing: bool = False) -> str:
    r"""Return what is drawn for *text*, code point for code point.

    A line end becomes a line separator, or a space where the text is *flowing*.

    >>> shown("pass\u200bword")
    'pass·word'
    >>> shown("\u202egnp.exe")
    '←gnp.exe'
    """
    if flowing:
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
    """Return the offsets in *text* of the invisible characters that :func:`shown` replaces."""
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


class Wrapping:
    r"""Finds where the line ends of a document were set by a fixed line length.

    In such a block no line had room for the first word of the next. For a block of two lines
    the width of the document's other blocks decides.

    >>> from gui.documents import read_text
    >>> letter = read_text("The telephone rang twice\nbefore the secretary was\nable to.")
    >>> Wrapping(letter).flows(0)
    True
    >>> Wrapping(read_text("Roses are red,\nviolets\nare blue.")).flows(0)
    False
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._width = self._usual_width()

    def flows(self, offset: int) -> bool:
        """Return True where line ends of the block at *offset* are to be drawn as spaces."""
        sections = self._document.sections
        at = bisect_right(sections, offset, key=lambda span: span.start) - 1
        if at < 0:
            return False
        lines = self._lines(sections[at])
        if len(lines) >= _FEWEST_LINES:
            return _is_wrapped(lines, max(len(line) for line in lines))
        return len(lines) > 1 and self._width is not None and _is_wrapped(lines, self._width)

    def _usual_width(self) -> int | None:
        blocks = [self._lines(span) for span in self._document.sections[:_LOOKED_AT]]
        widths = [max(map(len, b)) for b in blocks if len(b) >= _FEWEST_LINES]
        wrapped = [
            max(map(len, b))
            for b in blocks
            if len(b) >= _FEWEST_LINES and _is_wrapped(b, max(map(len, b)))
        ]
        return max(wrapped) if 2 * len(wrapped) > len(widths) else None

    def _lines(self, span: Span) -> list[str]:
        return self._document.text[span.start : min(span.end, span.start + 40_000)].split("\n")


def _is_wrapped(lines: list[str], width: int) -> bool:
    if not 20 <= width <= 200 or any(not line.strip() for line in lines):
        return False
    if any(line[0] in "-*\u2022>|\t" for line in lines):  # points of a list
        return False
    return all(
        len(line) + 1 + len(following.split(None, 1)[0]) > width
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
    r"""Return the name and number of an invisible *character* as a label.

    >>> name_of("\u200b")
    'ZERO WIDTH SPACE (U+200B)'
    """
    return f"{unicodedata.name(character, 'CONTROL')} (U+{ord(character):04X})"


_LAST_OF_PLANE_0 = "\uffff"


class Offsets:
    """The offsets of one short piece of text in both counts.

    >>> offsets = Offsets("a😀 word")
    >>> offsets.to_utf16(3), offsets.to_points(4)
    (4, 3)
    """

    def __init__(self, text: str) -> None:
        self.points = len(text)
        wide: list[int] = []
        if not text.isascii() and max(text) > _LAST_OF_PLANE_0:
            wide = [i for i, c in enumerate(text) if c > _LAST_OF_PLANE_0]
        self._wide = wide
        self._wide_utf16 = [at + before for before, at in enumerate(wide)]
        self.units = self.points + len(wide)

    def to_utf16(self, point: int) -> int:
        """Return the UTF-16 offset of the code point offset *point*."""
        return point + bisect_left(self._wide, point)

    def to_points(self, unit: int) -> int:
        """Return the code point offset of *unit*; between surrogates, that of their character."""
        before = bisect_left(self._wide_utf16, unit)
        if before and self._wide_utf16[before - 1] == unit - 1:
            return self._wide[before - 1]  # between the two halves
        return unit - before
