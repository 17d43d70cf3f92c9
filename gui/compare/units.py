"""Units: the parts a section may be cut into - its sentences, cut further at true line ends."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

from ..documents import Span
from .keys import Keyed

_WRAPPED_AT_LEAST = 40
_WRAPPED_AT_MOST = 120  # no e-mail, terminal or style guide wraps wider (columns)


@dataclass(frozen=True)
class Unit:
    """Tokens ``[start, end)`` of one sentence, in section number ``block``, line number ``line``.

    Two units of one block stand in one ``line`` where no true line end separates them; the
    line ends of hard-wrapped text do not count.
    """

    start: int
    end: int
    block: int
    line: int


def find_units(side: Keyed) -> list[Unit]:
    """Return the units of a document; every token is in exactly one."""
    document = side.document
    text = document.text
    starts = [t.start for t in document.tokens]
    units: list[Unit] = []
    sentence = 0
    line = 0
    for block, section in enumerate(document.sections):
        ends = true_line_ends(text, section)
        cuts = list(ends)
        while sentence < len(document.sentences) and (
            document.sentences[sentence].end <= section.end
        ):
            cuts.append(document.sentences[sentence].end)
            sentence += 1
        line += 1
        at = bisect_left(starts, section.start)
        breaks = iter([*ends, section.end])
        next_break = next(breaks)
        for cut in sorted({*cuts, section.end}):
            end = bisect_left(starts, cut, lo=at)
            if end > at:
                while starts[at] >= next_break and next_break < section.end:
                    line += 1
                    next_break = next(breaks)
                units.append(Unit(at, end, block, line))
                at = end
    return units


def true_line_ends(text: str, section: Span) -> list[int]:
    """Return where lines of *section* end because someone wanted it, not to fit a width.

    A line was wrapped where the next line's first word would not have fitted on it (the width
    is that of the section's longest line), or where a sentence goes on.

    >>> text = "A caption\\nA long paragraph that no one wrapped goes on and on."
    >>> true_line_ends(text, Span(0, len(text)))
    [9]
    >>> text = "This was wrapped\\nat sixteen signs\\nby a program"
    >>> true_line_ends(text, Span(0, len(text)))
    []
    """
    lines = text[section.start : section.end].split("\n")
    if len(lines) == 1:
        return []
    width = max(len(line.rstrip()) for line in lines)
    ends = []
    at = section.start
    for line, following in pairwise(lines):
        at += len(line)
        if not _wrapped(line.rstrip(), following.lstrip(), width):
            ends.append(at)
        at += 1
    return ends


def _wrapped(line: str, following: str, width: int) -> bool:
    if width > _WRAPPED_AT_MOST:
        return False
    words = following.split(None, 1)
    if words and len(line) + 1 + len(words[0]) > width:
        return True
    if width < _WRAPPED_AT_LEAST or line[-1:] in ".!?:;":
        return False
    # A sentence that goes on in the next line; short lines that do are verse or a list.
    least = 0.5 if following[:1].islower() else 0.8
    return len(line) >= least * width
