"""Lines with their places on a page are put into reading order, column by column.

A PDF says where its characters stand and nothing else; columns are inferred from the gaps between
lines. ``pdf`` reads the lines, ``page_layout`` makes paragraphs of them.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from itertools import groupby, pairwise
from statistics import median
from typing import NamedTuple

EDGE = 2
"""Lines of a running head or foot."""

_GUTTER = 0.6  # type sizes, the least distance of two columns
_FAR = 2.5  # type sizes between a running head or foot and the columns
_FEWEST = 4  # lines of a column
_TRIED = 20  # left edges that are tried as those of a column; text has fewer, drawings do not
_FILLED = 0.6  # share of its column's width that a full line has; most lines of prose are full
_LETTERS = 15  # characters of a usual line of prose; the cells of a table have fewer
_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


class PageLine(NamedTuple):
    """A line of text: left and right edge, baseline and type size, in points; y grows upwards.

    ``beside_letter`` says that the large first letter of its paragraph takes a part of its room.
    ``after_space`` says that the file has a space before it, which parts it from such a letter.
    ``hidden`` is what nobody sees behind it, marked; it decides nothing here.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    beside_letter: bool = False
    hidden: str = ""
    after_space: bool = False


class _Piece(NamedTuple):
    """A part of a line between wide gaps; ``number`` is the line's place in the file."""

    number: int
    line: PageLine


def from_top(lines: list[list[PageLine]]) -> list[list[PageLine]]:
    """Return the lines of a page, in the reverse order if most of them go up.

    That is how text comes that runs down the page, because it is read from its left.
    """
    bases = [line[0].base for line in lines]
    up = sum((below > above) - (below < above) for above, below in pairwise(bases))
    return lines[::-1] if 2 * up > len(lines) else lines


def in_reading_order(lines: list[list[PageLine]]) -> list[PageLine]:
    """Return the lines of a page in reading order; each is given as its pieces between wide gaps.

    Programs that print row by row write the first lines of all columns, then the second lines.
    A gap that runs down between lines of prose separates columns: what is left of it is read
    before what is right of it, within the lines that run across. If there is no such gap, or
    the file has its columns in order already, its order is not changed.
    """
    pieces = [_Piece(number, line) for number, parts in enumerate(lines) for line in parts]
    head, body, foot = _parted(pieces)
    ordered = [*head, *_ordered(body), *foot]
    return [
        _whole_line([piece.line for piece in group])
        for _, group in groupby(ordered, key=lambda piece: piece.number)
    ]


def _parted(pieces: list[_Piece]) -> tuple[list[_Piece], list[_Piece], list[_Piece]]:
    """Return the pieces far above the rest, the rest, and those far below: heads have no column."""
    bases = sorted({piece.line.base for piece in pieces}, reverse=True)
    far = _FAR * max((piece.line.size for piece in pieces), default=0)
    top, bottom = math.inf, -math.inf
    for above, below in pairwise(bases[: EDGE + 1]):
        top = above if above - below > far else top
    for above, below in pairwise(bases[-EDGE - 1 :]):
        bottom = max(bottom, below) if above - below > far else bottom
    head = [piece for piece in pieces if piece.line.base >= top]
    foot = [piece for piece in pieces if piece.line.base <= bottom < top]
    return head, [p for p in pieces if bottom < p.line.base < top], foot


def _whole_line(pieces: list[PageLine]) -> PageLine:
    return PageLine(
        " ".join(piece.text for piece in pieces),
        min(piece.left for piece in pieces),
        max(piece.right for piece in pieces),
        pieces[0].base,
        pieces[0].size,
        hidden="".join(piece.hidden for piece in pieces),
        after_space=pieces[0].after_space,
    )


def _ordered(pieces: list[_Piece]) -> list[_Piece]:
    gutter = _gutter(pieces)
    if gutter is None:
        return pieces
    bands = _bands(pieces, gutter)
    if all(_in_order(band, gutter) for band in bands):
        return pieces
    from_right = 2 * sum(bool(_FROM_RIGHT.search(piece.line.text)) for piece in pieces) > len(
        pieces
    )
    found = []
    for band in bands:
        sides = [_beside(band, gutter, right=right) for right in (from_right, not from_right)]
        found += [piece for side in sides for piece in _from_top(_ordered(side))]
        found += _from_top([piece for piece in band if _crosses(piece.line, gutter)])
    return found


def _from_top(pieces: list[_Piece]) -> list[_Piece]:
    """Return *pieces* with their runs of descending lines ordered by where each run begins."""
    runs: list[list[_Piece]] = []
    for piece in pieces:
        up = piece.line.base - runs[-1][-1].line.base if runs else math.inf
        if up > piece.line.size:
            runs.append([])
        runs[-1].append(piece)
    return [p for run in sorted(runs, key=lambda run: -run[0].line.base) for p in run]


class _Gutter(NamedTuple):
    start: float
    end: float


def _gutter(pieces: list[_Piece]) -> _Gutter | None:
    """Return the gap that best divides the page into two sides of prose, None if there is none."""
    if len(pieces) < 2 * _FEWEST:
        return None
    size = median(piece.line.size for piece in pieces)
    begins = Counter(round(piece.line.left) for piece in pieces)
    best, most = None, 0.0
    for left, count in begins.most_common(_TRIED):
        if count < _FEWEST:
            continue
        gutter = _Gutter(left - _GUTTER * size, left - 1.0)
        sides = [_beside(pieces, gutter, right=right) for right in (False, True)]
        across = len(pieces) - len(sides[0]) - len(sides[1])
        score = min(map(len, sides)) - across / 2
        if score > most and any(_is_columns(band, gutter, size) for band in _bands(pieces, gutter)):
            best, most = gutter, score
    return best


def _beside(pieces: list[_Piece], gutter: _Gutter, *, right: bool) -> list[_Piece]:
    if right:
        return [piece for piece in pieces if piece.line.left >= gutter.end]
    return [piece for piece in pieces if piece.line.right <= gutter.start]


def _bands(pieces: list[_Piece], gutter: _Gutter) -> list[list[_Piece]]:
    """Return the bands of the page from its top: lines across the gutter, and what lies between."""
    cuts = sorted({p.line.base for p in pieces if _crosses(p.line, gutter)})
    bands: dict[tuple[int, bool], list[_Piece]] = {}
    for piece in pieces:
        above = len(cuts) - bisect_right(cuts, piece.line.base)
        bands.setdefault((above, _crosses(piece.line, gutter)), []).append(piece)
    return [bands[key] for key in sorted(bands)]


def _crosses(line: PageLine, gutter: _Gutter) -> bool:
    return line.left < gutter.end and line.right > gutter.start


def _is_columns(band: list[_Piece], gutter: _Gutter, size: float) -> bool:
    """Return whether both sides are lines of prose beside each other, not cells of a table."""
    sides = [[p.line for p in _beside(band, gutter, right=right)] for right in (False, True)]
    if min(map(len, sides)) < _FEWEST:
        return False
    for lines in sides:
        widest: dict[int, float] = {}
        for line in lines:
            left = round(line.left)
            widest[left] = max(widest.get(left, 0), line.right - line.left)
        full = sum(line.right - line.left >= _FILLED * widest[round(line.left)] for line in lines)
        if 2 * full < len(lines) or median(len(line.text) for line in lines) < _LETTERS:
            return False
    low = max(min(line.base for line in lines) for lines in sides)
    high = min(max(line.base for line in lines) for lines in sides)
    return high - low >= size


def _in_order(band: list[_Piece], gutter: _Gutter) -> bool:
    """Return whether the file has all of the left side before the right side."""
    right = [piece.line.left >= gutter.end for piece in band]
    return right == sorted(right) and len({piece.number for piece in band}) == len(band)
