"""Units: the parts a section may be cut into - its sentences, cut further at true line ends."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ..documents import Document, Span
from .cancel import Check, checked, no_check
from .tokens import Tokens

_WIDEST = 120  # columns; nobody wraps text wider
_NARROWEST = 40  # columns; shorter lines are verse or a list
_NEARLY = 0.85  # of the width; the words may have been swapped after the text was wrapped
_PARAGRAPH = 120  # characters; a longer line is a paragraph, whatever it ends with
_VERSE = 0.4  # of the lines end in a sign; of wrapped lines about every seventh does
_PAUSES = frozenset(",;:.!?\u2026\u2014")
_SENTENCE_ENDS = frozenset(".!?\u2026\u3002\uff01\uff1f:\"'\u201d\u2019\u00bb)")


class Unit(NamedTuple):
    """Tokens ``[start, end)`` of one sentence, in section number ``block``, line number ``line``.

    Where every paragraph is a line and no blank lines are used, each line is a block. Two units
    of one block stand in one ``line`` where no true line end separates them; the line ends of
    hard-wrapped text do not count.
    """

    start: int
    end: int
    block: int
    line: int


def token_range(units: Sequence[Unit], start: int, end: int) -> tuple[int, int]:
    """Return the tokens ``[first, last + 1)`` of the units ``[start, end)``."""
    return units[start].start, units[end - 1].end


def find_units(side: Tokens, check: Check = no_check) -> list[Unit]:
    """Return the units of a document; every token is in exactly one."""
    document = side.document
    text = document.text
    starts = side.starts
    width = wrap_width(document)
    units: list[Unit] = []
    sentence = line = block = 0
    for section in checked(document.sections, check):
        ends = true_line_ends(text, section, width)
        bounds = [section.start, *ends, section.end]
        lines = [text[a:b].strip() for a, b in pairwise(bounds)]
        is_list = _is_list(lines)
        if is_list:
            ends = []
        # Where blank lines are used, they part the paragraphs.
        is_most = 2 * (section.end - section.start) > len(text)
        by_line = is_most and not is_list and _is_by_line(lines)
        cuts = list(ends)
        while sentence < len(document.sentences) and (
            document.sentences[sentence].end <= section.end
        ):
            cuts.append(document.sentences[sentence].end)
            sentence += 1
        line += 1
        block += 1
        at = bisect_left(starts, section.start)
        breaks = iter([*ends, section.end])
        next_break = next(breaks)
        for cut in checked(sorted({*cuts, section.end}), check, 4096):
            end = bisect_left(starts, cut, lo=at)
            if end > at:
                while starts[at] >= next_break and next_break < section.end:
                    line += 1
                    block += by_line
                    next_break = next(breaks)
                units.append(Unit(at, end, block, line))
                at = end
    return units


def cut_unit(unit: Unit, cuts: Iterable[int]) -> Iterator[Unit]:
    """Yield the parts of *unit* between the tokens *cuts* inside it, ascending."""
    at = unit.start
    for cut in cuts:
        yield unit._replace(start=at, end=cut)
        at = cut
    yield unit if at == unit.start else unit._replace(start=at)


def _is_list(lines: list[str]) -> bool:
    """Return whether a section is a list of short lines, which stays one unit.

    Line by line, an item with one word left would have no counterpart. An item that a swap
    made longer changes nothing: most lines of a list are short, and, unlike those of verse,
    few end with a pause.
    """
    longer = sum(len(line) > _NARROWEST for line in lines)
    if len(lines) < 3 or max(map(len, lines)) > 2 * _NARROWEST or 4 * longer > len(lines):
        return False
    return not longer or sum(line[-1:] in _PAUSES for line in lines) < _VERSE * len(lines)


def _is_by_line(lines: list[str]) -> bool:
    """Return whether the lines of a section are paragraphs, as where no blank lines are used.

    Verse and lists have short lines, most of which end without a full stop. Of two lines the
    first may be a caption or a headline that stuck to its paragraph.
    """
    prose = sum(len(line) for line in lines if _is_paragraph(line))
    return len(lines) > 2 and 2 * prose > sum(map(len, lines))


def _is_paragraph(line: str) -> bool:
    is_sentence = line[-1:] in _SENTENCE_ENDS and not line[:1].islower()
    return len(line) >= _PARAGRAPH or (len(line) > _NARROWEST and is_sentence)


def wrap_width(document: Document) -> int | None:
    """Return the number of columns that a whole document was wrapped at, or None.

    It was wrapped where most lines inside its sections are so long that the next line's first
    word would hardly have fitted on them. Verse has lines of about one length too, but they
    end where the clauses do.
    """
    joints = [
        (line.rstrip(), len(following.split(None, 1)[0]))
        for section in document.sections
        for line, following in pairwise(section.of(document.text).split("\n"))
    ]
    width = max((len(line) for line, _ in joints), default=0)
    full = sum(len(line) + 1 + word > _NEARLY * width for line, word in joints)
    stops = sum(line[-1:] in _PAUSES for line, _ in joints)
    if (
        _NARROWEST <= width <= _WIDEST
        and full >= 3
        and full > 0.6 * len(joints)
        and stops < _VERSE * len(joints)
    ):
        return width
    return None


def true_line_ends(text: str, section: Span, width: int | None) -> list[int]:
    r"""Return where lines of *section* end because someone wanted it, not to fit a *width*.

    >>> text = "A caption\nA long paragraph that no one wrapped goes on and on."
    >>> true_line_ends(text, Span(0, len(text)), None)
    [9]
    >>> text = "A sentence that somebody or some program wrapped\nin the middle goes on here."
    >>> true_line_ends(text, Span(0, len(text)), None)
    []
    """
    ends = []
    at = section.start
    for line, following in pairwise(section.of(text).split("\n")):
        at += len(line)
        if not _wrapped(line.rstrip(), following.lstrip(), width):
            ends.append(at)
        at += 1
    return ends


def _wrapped(line: str, following: str, width: int | None) -> bool:
    if width and len(line) + 1 + len(following.split(None, 1)[0]) > _NEARLY * width:
        return True
    # A sentence that simply goes on in the next line.
    goes_on = line[-1:] not in ".!?:;" and following[:1].islower()
    return goes_on and _NARROWEST <= len(line) <= _WIDEST
