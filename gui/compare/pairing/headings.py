r"""Short lines told by what they are and where they stand, when their words do not tell it.

At the head of both texts a headline, a date and a byline stand opposite their like. A reworded
headline shares words with the name of the site above it, with the line below it or with the first
sentence, and a date line shares figures with any other line: by their words alone such lines would
be torn. A dateline, which opens the first sentence, is told here, too.

>>> text = "The mill in Pell has a new wheel, and on Monday it was turned by the stream again."
>>> sections(f"Mill turns\n\nBy Ann Lee\n\n{text}", f"Mill turns\n\nBy Bo Ek\n\n{text}")
paired, paired, paired

``Ingredients`` and ``What you need`` share no word, and no thesaurus relates them. But a heading
belongs to the passage behind it: where that has a counterpart, the heading before the counterpart
is the heading's own, and where it moved, its heading moved with it. A heading follows a paragraph,
while a date line or a byline follows a headline. A site's own lines are told by their words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from enum import Enum
from itertools import groupby, zip_longest
from typing import NamedTuple

import regex
from rapidfuzz.distance import Postfix, Prefix

from ...documents.text.line_ends import FULL_STOPS, SENTENCE_ENDS
from ..aligning.anchors import heaviest_chain
from ..cancellation import checked
from ..comparison import FurnitureKind, SectionKind
from ..furniture.furniture import kinds_at_head
from ..furniture.furniture_lines import ends_with, is_name_line, without_date, without_day
from ..furniture.furniture_words import is_site_line, says_author, says_newsroom
from ..modelling.sequences import Unit
from ..modelling.steps import REWRITTEN, Part, Step, gaps, kept
from ..tokenizing.tokens import TokenPair, Tokens
from .moves import Passage
from .section_alignment import AlignedSection, alone, in_order

_LINES = 40  # of a text, among which its head is looked for
_LONGEST_DATELINE = 80  # code points
_DATELINE = regex.compile(
    r"(?P<place>\p{Lu}[\p{L}.'\u2019-]+(?: \p{Lu}[\p{L}.'\u2019-]*){0,3})"
    r"(?P<more>(?:, ?[^()\n\u2013\u2014-]{2,25}?)?(?: ?\([^()\n]{2,25}\))?)"
    r" ?(?:--?|[\u2013\u2014]) "
)
_KINDS = (FurnitureKind.HEADLINE, FurnitureKind.DATE, FurnitureKind.BYLINE)
_WORDS = 8  # of a heading at most; a sentence has more, and most headlines have
_STANZA = 2  # lines of a block, or of a short list, at least
Sections = list[tuple[AlignedSection, list[Step]]]


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
        sure = [{own.start for own in lines if own.is_told} for lines in (ours, theirs)]
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


class _Before(Enum):
    """What stands before a heading."""

    NOTHING = "nothing"
    PARAGRAPH = "paragraph"
    LINE = "another short line"


class _Heading(NamedTuple):
    """The tokens ``[start, end)`` of a heading, and what stands before it."""

    start: int
    end: int
    before: _Before


class Headings:
    r"""The headings of two documents, and *lines* at the head of both that are of one kind.

    >>> plan, vote = "The plan was made in May.", "The vote is in June."
    >>> sections(f"{plan}\n\nVerdict\n\n{vote}", f"{plan}\n\nConclusion\n\n{vote}")
    paired, paired, paired
    """

    def __init__(
        self,
        sides: TokenPair,
        units: tuple[Sequence[Unit], Sequence[Unit]],
        lines: Sequence[Passage],
    ) -> None:
        self._ids = sides[0].ids, sides[1].ids
        self._lines = lines
        # By the token at which the passage behind each begins.
        self._found = [
            {own.end: own for own in _once(*side)} for side in zip(sides, units, strict=True)
        ]

    def joined(self, sections: Sections) -> Sections:
        """Return *sections*, which stand in the order of both texts, with their headings paired.

        Below a headline, or above all, a line may be anything: it is a heading where others are.
        Lines of the head of which only their kind tells what they stand opposite are paired where a
        sentence is.
        """
        pairs: list[tuple[_Heading, _Heading]] = []
        lines: list[Passage] = []
        kind = SectionKind.PAIRED
        is_prose_paired = False
        alone: set[AlignedSection] = set()  # missing and added, since the last counterparts
        for section, _ in checked(sections, 64):
            if not (section.reference and section.candidate):
                alone.add(section)
                continue
            kind = section.kind
            is_prose_paired |= section.reference[1] - section.reference[0] > _WORDS
            lines += [own for own in self._lines if alone >= {*_apart(own)}]
            both = self._before(section.part, alone)
            if both:
                pairs.append(both)
            alone.clear()
        if not is_prose_paired:
            lines.clear()
        if any(_are_sure(both) for both in pairs):
            lines += [Passage(a.start, a.end, b.start, b.end) for a, b in pairs]
        gone = {own for line in lines for own in _apart(line)}
        found = [own for own in sections if own[0] not in gone]
        return in_order([*found, *[self._section(kind, line) for line in lines]])

    def moved_with(self, passage: Passage, alone: Set[AlignedSection]) -> Passage:
        r"""Return a passage that moved, with its heading if it stands *alone* on both sides.

        >>> plan, vote = "The plan was made in May.", "The vote of the board is in June."
        >>> a, b = f"{plan}\n\nVerdict\n\n{vote}", f"Conclusion\n\n{vote}\n\n{plan}"
        >>> sections(a, b)
        moved, paired, paired
        """
        both = self._before(passage, alone)
        if not both or not _are_sure(both):
            return passage
        return Passage(both[0].start, passage.i1, both[1].start, passage.j1)

    def _before(self, part: Part, alone: Set[AlignedSection]) -> tuple[_Heading, _Heading] | None:
        """Return the headings that stand before both sides of *part*, if they are *alone*."""
        h, k = self._found[0].get(part[0]), self._found[1].get(part[2])
        return (h, k) if h and k and alone >= {*_apart((*h[:2], *k[:2]))} else None

    def _section(self, kind: SectionKind, both: Part) -> tuple[AlignedSection, list[Step]]:
        """Return a section of two lines: one changed stretch between what both have."""
        i0, i1, j0, j1 = both
        section = AlignedSection(kind, (i0, i1), (j0, j1))
        ours, theirs = self._ids[0][i0:i1], self._ids[1][j0:j1]
        x = Prefix.similarity(ours, theirs)
        y = Postfix.similarity(ours[x:], theirs[x:])
        between = i0 + x, i1 - y, j0 + x, j1 - y
        is_change = between[0] < between[1] and between[2] < between[3]
        return section, [
            *kept(i0, j0, x),
            *([Step(REWRITTEN, *between)] if is_change else gaps(*between)),
            *kept(i1 - y, j1 - y, y),
        ]


def _are_sure(both: tuple[_Heading, _Heading]) -> bool:
    """Return whether two lines are headings by their places alone."""
    before = {own.before for own in both}
    return _Before.PARAGRAPH in before and _Before.LINE not in before


def _apart(both: Part) -> tuple[AlignedSection, AlignedSection]:
    """Return the sections that two lines are while nobody knows that they correspond."""
    i0, i1, j0, j1 = both
    return alone(0, (i0, i1)), alone(1, (j0, j1))


def _once(side: Tokens, units: Sequence[Unit]) -> Iterator[_Heading]:
    """Yield the headings that are no lines of the site, and whose words no other line has."""
    times = Counter(tuple(side.ids[own.start : own.end]) for own in checked(units, 1024))
    for own in _headings(side, units):
        if times[tuple(side.ids[own.start : own.end])] == 1 and not _is_furniture(side, own):
            yield own


def _is_furniture(side: Tokens, own: _Heading) -> bool:
    """Return whether a line is the site's by its words, says when, or names the author above.

    Inside the text a name is that of someone who speaks, and the first line of all, which may look
    like one, is the headline.
    """
    text = side.span(own.start, own.end).of(side.document.text)
    if is_site_line(text) or without_date(text) is not None or without_day(text) is not None:
        return True
    is_above = own.before is _Before.LINE or (own.before is _Before.NOTHING and says_author(text))
    return is_above and is_name_line(text)


def _headings(side: Tokens, units: Sequence[Unit]) -> Iterator[_Heading]:
    """Yield the headings of a document: short lines before a paragraph, a list or a stanza."""
    before = _Before.NOTHING
    last: _Heading | None = None
    for _, block in groupby(checked(units, 1024), lambda unit: unit.block):
        lines = [list(own) for _, own in groupby(block, lambda unit: unit.line)]
        is_stanza = len(lines) >= _STANZA
        for n, line in enumerate(lines):
            start, end = line[0].start, line[-1].end
            words = side.words_in(start, end)
            if not words:
                continue  # a row of asterisks
            text = side.span(start, end).of(side.document.text)
            is_short = len(line) == 1 and words <= _WORDS and not ends_with(FULL_STOPS, text)
            is_prose = len(line) > 1 or (not is_short and ends_with(SENTENCE_ENDS, text))
            if last and (is_prose or (is_stanza and not n)):
                yield last
            last = None
            if is_short:
                last = _Heading(start, end, before)
            before = _Before.PARAGRAPH if is_prose or is_stanza else _Before.LINE
