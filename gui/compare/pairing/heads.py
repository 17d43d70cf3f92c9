r"""Lines at the head of both texts: a headline, a date and a byline stand opposite their like.

A reworded headline shares some words with the name of the site above it, with the line below it or
with the first sentence, and a date line shares figures with any other line. Their words are aligned
with those of such lines then, and a line is torn where the other text has two. So what a line is
tells first what it stands opposite. A dateline, which opens the first sentence, is told here, too.

>>> text = "The mill in Pell has a new wheel, and on Monday it was turned by the stream again."
>>> sections(f"Mill turns\n\nBy Ann Lee\n\n{text}", f"Mill turns\n\nBy Bo Ek\n\n{text}")
paired, paired, paired
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

import regex

from ..aligning.anchors import heaviest_chain
from ..comparison import FurnitureKind
from ..furniture.furniture import kinds_at_head
from ..furniture.furniture_words import says_author, says_newsroom
from ..modelling.sequences import Unit
from ..tokenizing.tokens import TokenPair, Tokens
from .moves import Passage

_LINES = 40  # of a text, among which its head is looked for
_LONGEST_DATELINE = 80  # code points
_DATELINE = regex.compile(
    r"(?P<place>\p{Lu}[\p{L}.'\u2019-]+(?: \p{Lu}[\p{L}.'\u2019-]*){0,3})"
    r"(?P<more>(?:, ?[^()\n\u2013\u2014-]{2,25}?)?(?: ?\([^()\n]{2,25}\))?)"
    r" ?(?:--?|[\u2013\u2014]) "
)
_KINDS = (FurnitureKind.HEADLINE, FurnitureKind.DATE, FurnitureKind.BYLINE)


class _Line(NamedTuple):
    """The tokens ``[start, end)`` of a line, the numbers in it, and what it is.

    ``is_told`` says that its words leave no doubt that it is a date or a byline; a bare name may be
    anything.
    """

    start: int
    end: int
    ids: frozenset[int]
    kind: FurnitureKind | None
    is_told: bool


class Heads:
    """The lines at the head of both texts that stand opposite each other.

    Both texts have equally many of their kind, in one order, and no other line has more of their
    words. ``in_place`` are all of them, ``swapped`` those of which one stands in the place of the
    other even if they share no word.
    """

    def __init__(self, sides: TokenPair, units: tuple[Sequence[Unit], Sequence[Unit]]) -> None:
        ours, theirs = (_lines(side, own) for side, own in zip(sides, units, strict=True))
        found: list[Passage] = []
        for kind in _KINDS:
            a, b = ([own for own in lines if own.kind is kind] for lines in (ours, theirs))
            if len(a) == len(b):
                found += [
                    Passage(x.start, x.end, y.start, y.end)
                    for x, y in zip(a, b, strict=True)
                    if _are_nearest(x, y, ours, theirs)
                ]
        found.sort()
        self.in_place = [found[n] for n in heaviest_chain(found)]
        sure = (
            {own.start for own in ours if own.is_told},
            {own.start for own in theirs if own.is_told},
        )
        self.swapped = [p for p in self.in_place if p.i0 in sure[0] and p.j0 in sure[1]]


def dateline_end(side: Tokens, start: int) -> int | None:
    """Return the first token behind the dateline with which a report begins at token *start*.

    It is a place in capitals, or one with a day or an agency, and a dash: "ROME, June 2 -". None
    where the report has none.
    """
    text, begin = side.document.text, side.starts[start]
    found = _DATELINE.match(text[begin : begin + _LONGEST_DATELINE])
    if not found or not (found["place"].isupper() or regex.search(r"[\d(]", found["more"])):
        return None
    return side.at(begin + found.end())


def _are_nearest(x: _Line, y: _Line, ours: Sequence[_Line], theirs: Sequence[_Line]) -> bool:
    """Return whether two lines have no other counterparts by their words."""
    least = len(x.ids & y.ids)
    others = [*[(x, own) for own in theirs], *[(own, y) for own in ours]]
    shared = [(len(a.ids & b.ids), max(len(a.ids), len(b.ids))) for a, b in others]
    return not any(same > least and 2 * same > size for same, size in shared)


def _lines(side: Tokens, units: Sequence[Unit]) -> list[_Line]:
    """Return the first lines of a text one by one, also those that make one block, as in a list."""
    text = side.document.text
    bounds: list[tuple[int, int]] = []
    for unit in units:
        goes_on = bounds and "\n" not in text[side.ends[unit.start - 1] : side.starts[unit.start]]
        if len(bounds) == _LINES and not goes_on:
            break
        start, _ = bounds.pop() if goes_on else unit[:2]
        bounds.append((start, unit.end))
    spans = [side.span(*own) for own in bounds]
    kinds = kinds_at_head(side.document, spans)
    found = []
    for (start, end), span, kind in zip_longest(bounds, spans, kinds):
        ids = frozenset(side.ids[start:end])
        is_author = kind is FurnitureKind.BYLINE
        is_told = is_author and (says_author(span.of(text)) or says_newsroom(span.of(text)))
        is_told = is_told or kind is FurnitureKind.DATE
        found.append(_Line(start, end, ids, kind, is_told))
    return found
