"""Units: the parts a section may be cut into - its sentences, cut further at true line ends."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import NamedTuple

from ..documents.lines import are_paragraphs, is_list, true_line_ends, wrap_width
from .cancel import Check, checked, no_check
from .tokens import Tokens


class Unit(NamedTuple):
    """Tokens ``[start, end)`` of one sentence, in section number ``block``, line number ``line``.

    Where every paragraph is a line and no blank lines are used, each line is a block. Two units
    of one block stand in one ``line`` where no true line end separates them; the line ends of
    hard-wrapped text do not count. A list or table is one ``line``, so that it stays whole, though
    each of its rows is a unit.
    """

    start: int
    end: int
    block: int
    line: int


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
        listed = is_list(lines)
        # Where blank lines are used, they part the paragraphs.
        is_most = 2 * (section.end - section.start) > len(text)
        by_line = is_most and not listed and are_paragraphs(lines)
        cuts = list(ends)
        ends = [] if listed else ends
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
