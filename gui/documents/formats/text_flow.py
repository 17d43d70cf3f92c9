"""The paragraphs of a word processor's file in the order in which people read them.

What stands inside a paragraph but is not part of its sentence - a text box, a note - would cut it
in two. It follows the paragraph, or, if it is a note, the whole text. How text looks counts as far
as it decides whether readers see it (``Look``).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from ..text.hidden_text import as_hidden, without_marks
from ..text.note_marks import follows_word, is_note_mark

_LONG = 100  # characters of a cell that is a paragraph, in a table that only arranges the page
_TINY = 1.0  # points; nobody reads such type
_WHITE = 250  # of 255, of each colour
_ALIKE = 8  # of 255, by which two colours differ that nobody tells apart


@dataclass
class _Paragraph:
    pieces: list[str] = field(default_factory=list)
    behind: list[str] = field(default_factory=list)  # the paragraphs of its text boxes


class TextFlow:
    r"""Takes what a file holds, piece by piece, and gives it back as paragraphs.

    A row of short cells is one line, its cells separated by tabs:

    >>> flow = TextFlow()
    >>> flow.begin_row()
    >>> for word in ("Quay", "Closed"):
    ...     flow.begin_cell()
    ...     flow.begin_paragraph()
    ...     flow.add(word)
    ...     flow.end_paragraph()
    ...     flow.end_cell()
    >>> flow.end_row()
    >>> flow.finish()
    ['Quay\tClosed']
    """

    def __init__(self) -> None:
        self._body: list[str] = []
        self._notes: list[str] = []
        self._sinks = [self._body]  # where finished paragraphs go, the innermost last
        self._open: list[_Paragraph] = []
        self._rows: list[list[list[str]]] = []
        self._carried: dict[int, _Paragraph] = {}  # by level: these go on in the next paragraph

    @property
    def is_open(self) -> bool:
        """Whether a paragraph has begun and not ended."""
        return bool(self._open)

    def add(self, text: str, *, hidden: bool = False, raised: bool = False) -> None:
        """Add *text* to the innermost paragraph; outside of all it is dropped.

        With *hidden* it is marked as text that no reader sees; *raised* above the line it may be
        the mark of a note, which stands apart from the word.
        """
        if self._open and text:
            pieces = self._open[-1].pieces
            if not text.isascii():
                text = without_marks(text)
            if raised and pieces and is_note_mark(text) and follows_word(pieces[-1]):
                text = f" {text}"
            pieces.append(as_hidden(text) if hidden else text)

    def add_paragraph(self, text: str) -> None:
        """Add a whole paragraph, behind the one that is open, if one is."""
        if text.strip():
            self._sinks[-1].append(text.strip())

    def begin_paragraph(self) -> None:
        """Begin a paragraph; inside another one it is part of a box or note."""
        paragraph = self._carried.pop(len(self._sinks), None) or _Paragraph()
        self._open.append(paragraph)
        self._sinks.append(paragraph.behind)

    def end_paragraph(self, *, goes_on: bool = False) -> None:
        """End the innermost paragraph; with *goes_on* the next one belongs to it."""
        self._sinks.pop()
        paragraph = self._open.pop()
        if goes_on:
            self._carried[len(self._sinks)] = paragraph
        else:
            self._take(paragraph)

    def begin_note(self) -> None:
        """Begin a footnote or endnote."""
        self._sinks.append(self._notes)

    def end_note(self) -> None:
        """End the note that began last."""
        self._flush()
        self._sinks.pop()

    def begin_row(self) -> None:
        """Begin a row of a table."""
        self._flush()
        self._rows.append([])

    def begin_cell(self) -> None:
        """Begin a cell of the row that began last."""
        cell: list[str] = []
        self._rows[-1].append(cell)
        self._sinks.append(cell)

    def end_cell(self) -> None:
        """End the cell that began last."""
        self._flush()
        self._sinks.pop()

    def end_row(self) -> None:
        """End the row that began last; its cells become a line if each is short."""
        cells = self._rows.pop()
        if all(len(cell) <= 1 and len("".join(cell)) < _LONG for cell in cells):
            self.add_paragraph("\t".join("".join(cell) for cell in cells))
        else:
            self._sinks[-1].extend(paragraph for cell in cells for paragraph in cell)

    def finish(self) -> list[str]:
        """Return the paragraphs, those of the notes last."""
        while self._open:
            self.end_paragraph()
        self._flush()
        return [*self._body, *self._notes]

    def _flush(self) -> None:
        paragraph = self._carried.pop(len(self._sinks), None)
        if paragraph is not None:
            self._take(paragraph)

    def _take(self, paragraph: _Paragraph) -> None:
        self.add_paragraph("".join(paragraph.pieces))
        self._sinks[-1].extend(paragraph.behind)


class Look(NamedTuple):
    """What is said of text, None where nothing is: ``size`` in points, colours as hex."""

    vanishes: bool | None = None
    size: float | None = None
    colour: str | None = None
    ground: str | None = None

    def over(self, base: Look) -> Look:
        """Return this look where it says something, else *base*."""
        if base is PLAIN:
            return self
        said = {name: value for name, value in self._asdict().items() if value is not None}
        return base._replace(**said)

    def hides(self, *, on_paper: bool) -> bool:
        """Return whether nobody sees such text; *on_paper* says that it stands on the white page.

        >>> [Look(colour="FFFFFF").hides(on_paper=where) for where in (True, False)]
        [True, False]
        """
        if self.vanishes is not None:
            return self.vanishes
        if self.size is not None and self.size <= _TINY:
            return True
        colour = _channels(self.colour)
        if colour is None:
            return False
        ground = _channels(self.ground)
        if ground is not None:
            return all(
                abs(one - other) <= _ALIKE for one, other in zip(colour, ground, strict=True)
            )
        return on_paper and self.ground is None and min(colour) >= _WHITE


PLAIN = Look()
"""The look of text of which nothing is said."""


def _channels(text: str | None) -> tuple[int, int, int] | None:
    try:
        red, green, blue = bytes.fromhex(text or "")
    except ValueError:
        return None
    return red, green, blue
