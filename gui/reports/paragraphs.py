"""Where a paragraph goes on although the comparison cut it, so that it is shown as one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from ..compare import Comparison
from ..documents import Document, Span
from ..documents.line_ends import true_line_ends, wrap_width


class GoesOn(NamedTuple):
    """Of the edge above a row: whether a paragraph of either document goes on across it.

    None where a document has no text above the edge or none below it.
    """

    reference: bool | None
    candidate: bool | None

    @property
    def joins(self) -> bool:
        """True where the edge cuts a paragraph and is between paragraphs of neither document."""
        return any(self) and False not in self


class Paragraphs:
    """Knows which line ends of a document end a paragraph; looks at a section when asked."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._starts = [section.start for section in document.sections]
        self._width: int | None = None
        self._looked_at_width = False
        self._ends: dict[int, frozenset[int]] = {}  # by the number of a section

    def ends_line(self, offset: int) -> bool:
        """Return whether the line feed at *offset* is meant, and not only there to fit a width."""
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

    def goes_on(self, end: int, start: int) -> bool:
        r"""Return whether the text at *start* goes on with the paragraph of that before *end*.

        >>> from gui.documents import read_text
        >>> paragraphs = Paragraphs(read_text("One goes on.\n\nA caption\nTwo begins."))
        >>> paragraphs.goes_on(3, 4), paragraphs.goes_on(12, 14), paragraphs.goes_on(23, 24)
        (True, False, False)
        """
        if self._section(end - 1) != self._section(start):
            return False
        text = self._document.text
        at = text.find("\n", end, start)
        while at >= 0:
            if self.ends_line(at):
                return False
            at = text.find("\n", at + 1, start)
        return True

    def _section(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1


def going_on(
    comparison: Comparison, rows: Iterable[tuple[Span | None, Span | None]]
) -> list[GoesOn]:
    """Return for each of *rows*, texts or gaps of both documents, what goes on across its top.

    A gap between two parts of one paragraph interrupts it: it goes on across both edges.
    """
    spans = list(rows)
    reference = _across(Paragraphs(comparison.reference), [row[0] for row in spans])
    candidate = _across(Paragraphs(comparison.candidate), [row[1] for row in spans])
    return [GoesOn(*both) for both in zip(reference, candidate, strict=True)]


def _across(paragraphs: Paragraphs, spans: list[Span | None]) -> list[bool | None]:
    found: list[bool | None] = [None] * len(spans)
    last: int | None = None  # the row before that has text
    for number, span in enumerate(spans):
        if span is None:
            continue
        if last is not None:
            before = spans[last]
            assert before is not None
            goes_on = paragraphs.goes_on(before.end, span.start)
            found[last + 1 : number + 1] = [goes_on] * (number - last)
        last = number
    return found
