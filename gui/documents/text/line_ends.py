"""Which signs end a sentence, and which line ends of a text are meant and end a paragraph.

Line ends of verse, lists and captions are meant; others only fit the text to a width. The window
asks this too, so nothing here imports ``regex``.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from ..document import Document, Span

# The signs that end statements in any script, and those that end any sentence.
FULL_STOPS = (
    ".\u0589\u061d\u061e\u06d4\u0700\u0701\u0702\u0837\u083d\u083e\u0964\u0965\u0df4\u0f0d"
    "\u0f0e\u104b\u1362\u1368\u166e\u1735\u1736\u17d4\u17d5\u17da\u1803\u1809\u1aa8\u1aa9\u1aaa"
    "\u1aab\u1b5a\u1b5b\u1b5e\u1b5f\u1b7d\u1b7e\u1b7f\u1c3b\u1c3c\u1c7e\u1c7f\u2026\u2cf9\u2cfb"
    "\u2e3c\u3002\ua4ff\ua60e\ua6f3\ua876\ua877\ua8ce\ua8cf\ua92f\ua9c8\ua9c9\uaa5d\uaa5e\uaa5f"
    "\uaaf0\uabeb\ufe52\uff0e\uff61"
)
SENTENCE_ENDS = FULL_STOPS + (
    "!?\u037e\u061f\u07f9\u0839\u1367\u1944\u1945\u203c\u203d\u2047\u2048\u2049\u2cfa\u2e2e"
    "\u2e53\u2e54\ua60f\ua6f7\uaaf1\ufe56\ufe57\uff01\uff1f"
)

_WIDEST = 120  # columns; no text is wrapped to a greater width
_NARROWEST = 40  # columns; shorter lines are verse or a list
_NEARLY = 0.85  # share of the width, as words may have been swapped after the text was wrapped
_PARAGRAPH = 120  # characters; a longer line is a paragraph, whatever it ends with
_VERSE = 0.4  # share of lines that end in a pause; of wrapped lines about every seventh does
_PAUSES = frozenset(",;:.!?\u2026\u2014")
_PARAGRAPH_ENDS = frozenset(SENTENCE_ENDS + ":\"'\u201d\u2019\u00bb)")


def with_plain_ends(text: str) -> str:
    r"""Return *text* with all line ends made ``\n``, and without a byte-order mark."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def wrap_width(document: Document) -> int | None:
    """Return the number of columns at which a document was wrapped, or None.

    It was wrapped if most lines inside its sections are so long that the first word of the next
    line would hardly have fitted. Verse has lines of about the same length too, but they end
    where the clauses do.
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
    r"""Return the offsets of the line ends in *section* that are meant, not made to fit *width*.

    >>> text = "A caption\nA long paragraph that no one wrapped goes on and on."
    >>> true_line_ends(text, Span(0, len(text)), None)
    [9]
    >>> text = "A sentence that somebody or some program wrapped\nin the middle goes on here."
    >>> true_line_ends(text, Span(0, len(text)), None)
    []

    If every line ends with a pause, the lines are verse, however long.
    """
    ends = []
    at = section.start
    lines = section.of(text).split("\n")
    is_verse = len(lines) > 2 and all(line.rstrip()[-1:] in _PAUSES for line in lines)
    for line, following in pairwise(lines):
        at += len(line)
        if is_verse or not _wrapped(line.rstrip(), following.lstrip(), width):
            ends.append(at)
        at += 1
    return ends


def _wrapped(line: str, following: str, width: int | None) -> bool:
    if width and len(line) + 1 + len(following.split(None, 1)[0]) > _NEARLY * width:
        return True
    # The sentence simply continues on the next line.
    continues = line[-1:] not in ".!?:;" and following[:1].islower()
    return continues and _NARROWEST <= len(line) <= _WIDEST


def is_list(lines: list[str]) -> bool:
    """Return whether the *lines* of a section are a list of short items, best left in one piece.

    Compared line by line, an item of which only one word remains would have no counterpart. An
    item that a swap made longer does not matter: most lines of a list are short and, unlike
    those of verse, few end with a pause.
    """
    longer = sum(len(line) > _NARROWEST for line in lines)
    if len(lines) < 3 or max(map(len, lines)) > 2 * _NARROWEST or 4 * longer > len(lines):
        return False
    return not longer or sum(line[-1:] in _PAUSES for line in lines) < _VERSE * len(lines)


def are_paragraphs(lines: list[str]) -> bool:
    """Return whether the *lines* of a section are paragraphs, as in texts without blank lines.

    Verse and lists have short lines, most of which end without a full stop. Two lines are not
    enough: the first may be a caption or a headline.
    """
    prose = sum(len(line) for line in lines if _is_paragraph(line))
    return len(lines) > 2 and 2 * prose > sum(map(len, lines))


class SectionLines(NamedTuple):
    """The lines of a section: the offsets of the ends that are meant, and what the lines are.

    ``are_blocks`` where each is a paragraph of a text that uses no blank lines.
    """

    ends: list[int]
    are_list: bool
    are_blocks: bool


def lines_of(document: Document, section: Span, width: int | None) -> SectionLines:
    """Return the lines of a *section* of a document that was wrapped at *width*, or not."""
    text = document.text
    ends = true_line_ends(text, section, width)
    lines = [text[a:b].strip() for a, b in pairwise([section.start, *ends, section.end])]
    are_list = is_list(lines)
    # Where blank lines are used, they part the paragraphs.
    is_most = 2 * (section.end - section.start) > len(text)
    return SectionLines(ends, are_list, is_most and not are_list and are_paragraphs(lines))


def _is_paragraph(line: str) -> bool:
    is_sentence = line[-1:] in _PARAGRAPH_ENDS and not line[:1].islower()
    return len(line) >= _PARAGRAPH or (len(line) > _NARROWEST and is_sentence)


_START = attrgetter("start")


class Paragraphs:
    """Knows which line ends of a document end a paragraph; examines each section on demand."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._width: int | None = None
        self._looked_at_width = False
        self._ends: dict[int, frozenset[int]] = {}  # by the number of a section

    def ends_line(self, offset: int) -> bool:
        """Return whether the line feed at *offset* is meant, not only there to fit a width."""
        number = self._section(offset)
        if number < 0:
            return True
        ends = self._ends.get(number)
        if ends is None:
            if not self._looked_at_width:
                self._width, self._looked_at_width = wrap_width(self._document), True
            section = self._document.sections[number]
            ends = frozenset(true_line_ends(self._document.text, section, self._width))
            self._ends[number] = ends
        return offset in ends

    def continues(self, end: int, start: int) -> bool:
        r"""Return whether the text from *start* on continues the paragraph that ends at *end*.

        >>> from gui.documents import read_text
        >>> paragraphs = Paragraphs(read_text("One goes on.\n\nA caption\nTwo begins."))
        >>> paragraphs.continues(3, 4), paragraphs.continues(12, 14), paragraphs.continues(23, 24)
        (True, False, False)
        """
        sections, following = self._document.sections, self._section(end - 1) + 1
        if following < len(sections) and sections[following].start <= start:
            return False
        text = self._document.text
        at = text.find("\n", end, start)
        while at >= 0:
            if self.ends_line(at):
                return False
            at = text.find("\n", at + 1, start)
        return True

    def _section(self, offset: int) -> int:
        return bisect_right(self._document.sections, offset, key=_START) - 1
