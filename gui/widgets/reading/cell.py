"""One span of a document laid out as lines of a given width, and the typography of the view.

All distances follow from one font size.

Qt needs minutes to wrap a megabyte without a space, but hundredths of a second for the same text
in pieces of 2,000 characters. So a cell consists of pieces; each begins where the last line of
the one before began, which makes the seams invisible.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontInfo,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from ...documents import Span
from ..controls.controls import QWIDGETSIZE_MAX
from .display import Offsets, mixes_directions, right_to_left, shown

# The first installed family is used; all suit long reading and are widespread.
SERIF = (
    "Source Serif 4",
    "Source Serif Pro",
    "Charter",
    "Georgia",
    "Cambria",
    "Noto Serif",
    "Liberation Serif",
    "DejaVu Serif",
)
SANS = (
    "Source Sans 3",
    "Inter",
    "Segoe UI",
    "Helvetica Neue",
    "Noto Sans",
    "Liberation Sans",
    "DejaVu Sans",
)
# Characters in a line: 66 to 78 are read most easily (Bringhurst). The sample is English.
_MEASURE = 74
_SAMPLE = "the quick brown fox jumps over the lazy dog and then it goes to sleep for an hour"
_LINE_SPACING = 1.56  # of the font's size: open enough for marks under and over the words
_SIZE_TO_APPLICATION = 1.32  # prose is set larger than the labels around it


class Typography(NamedTuple):
    """The fonts and whole-pixel distances for one style and zoom.

    ``line`` is the height of a line, ``base`` how far below its top the baseline is,
    ``measure`` the greatest width of a column of text, ``section_gap`` the space above a
    section, ``character`` the average width of a character.
    """

    font: QFont
    small: QFont
    line: int
    base: float
    measure: int
    character: float
    section_gap: int
    padding: int

    @property
    def bar_height(self) -> int:
        """The height of the bar that stands for a fold."""
        return self.line + max(self.line // 3, 6)


def typography(style: str, zoom: int, families: tuple[str, ...] = ()) -> Typography:
    """Return the typography for *style* (``"serif"`` or ``"sans"``) at *zoom* per cent.

    *families* are tried before the ones of the style.
    """
    if style not in ("serif", "sans"):
        raise ValueError(f"no such style: {style}")
    application = QGuiApplication.font()
    points = application.pointSizeF()
    if points <= 0:
        points = application.pixelSize() * 0.75
    font = QFont()
    font.setFamilies([*families, *(SERIF if style == "serif" else SANS)])
    font.setStyleHint(QFont.StyleHint.Serif if style == "serif" else QFont.StyleHint.SansSerif)
    font.setPointSizeF(max(points, 8.0) * _SIZE_TO_APPLICATION * zoom / 100)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    small = QFont(application)
    small.setPointSizeF(max(points * 0.95 * zoom / 100, 6.0))
    if families:
        small.setFamilies(list(families))
    metrics = QFontMetricsF(font)
    character = metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE)
    line = round(QFontInfo(font).pixelSize() * _LINE_SPACING)
    return Typography(
        font=font,
        small=small,
        line=line,
        base=(line - metrics.height()) / 2 + metrics.ascent(),
        measure=round(character * _MEASURE),
        character=character,
        section_gap=round(line * 0.62),
        padding=max(round(line * 0.75), 10),
    )


PIECE = 2_000


class Line(NamedTuple):
    """A line: its text ``[start, end)`` in code points of the document, its place in the cell."""

    start: int
    end: int
    top: int
    height: int
    qt: QTextLine
    piece: _Piece


class _Piece:
    """A layout of at most PIECE characters; its positions count from ``start`` in UTF-16."""

    def __init__(self, start: int, text: str) -> None:
        self.start = start
        self.offsets = Offsets(text)
        self.layout = QTextLayout(text)
        self.top = 0
        self.bottom = 0

    def unit(self, offset: int) -> int:
        """Return the UTF-16 position of the document offset *offset* in this layout."""
        return self.offsets.to_utf16(min(max(offset - self.start, 0), self.offsets.points))

    def point(self, unit: int) -> int:
        """Return the document offset of the UTF-16 position *unit*."""
        return self.start + self.offsets.to_points(unit)


def _joined(runs: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Join the stretches that touch each other."""
    found: list[tuple[float, float]] = []
    for left, right in sorted(runs):
        if found and left <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], right))
        elif right > left:
            found.append((left, right))
    return found


class Cell:
    """The laid out lines of *span* of *text*; ``height`` is in pixels.

    Line ends of the text end a line, unless the text is *flowing*.
    """

    def __init__(
        self, text: str, span: Span, width: int, typography: Typography, flowing: bool = False
    ) -> None:
        self.span = span
        self.width = width
        drawn = shown(span.of(text), flowing)
        self._drawn = drawn
        self.right_to_left = right_to_left(drawn)
        self._mixed = self.right_to_left or mixes_directions(drawn)
        self._lines: list[Line] = []
        self._pieces: list[_Piece] = []
        self._boxes_of: dict[Span, list[QRectF]] = {}
        self._typography = typography
        self.height = self._lay_out(drawn)

    @property
    def lines(self) -> list[Line]:
        """The lines from top to bottom."""
        return self._lines

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self._lines]

    @cached_property
    def _tops(self) -> list[int]:
        return [line.top for line in self._lines]

    def _lay_out(self, drawn: str) -> int:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTabStopDistance(self._typography.character * 8)
        if self.right_to_left:
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        else:
            option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        at = top = 0
        while at < len(drawn):
            piece = _Piece(self.span.start + at, drawn[at : at + PIECE])
            last = at + PIECE >= len(drawn)
            at, top = self._lay_out_piece(piece, option, top, last)
            at -= self.span.start
            self._pieces.append(piece)
        return top

    def _lay_out_piece(
        self, piece: _Piece, option: QTextOption, top: int, last: bool
    ) -> tuple[int, int]:
        """Lay out one piece; return where the next begins (offset in the document) and its top."""
        layout = piece.layout
        layout.setFont(self._typography.font)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        lines: list[QTextLine] = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self.width)
            lines.append(line)
        layout.endLayout()
        end = piece.start + piece.offsets.points
        if not last and len(lines) > 1:  # the next piece begins with this line
            dropped = lines.pop()
            dropped.setPosition(QPointF(0, QWIDGETSIZE_MAX))
            end = piece.point(dropped.textStart())
        piece.top = top
        for line in lines:
            base = self._base_of(line)
            height = max(self._typography.line, round(base + line.descent()))
            line.setPosition(QPointF(0, top - piece.top + base - line.ascent()))
            start = piece.point(line.textStart())
            stop = piece.point(line.textStart() + line.textLength())
            self._lines.append(Line(start, stop, top, height, line, piece))
            top += height
        piece.bottom = top
        return end, top

    def _base_of(self, line: QTextLine) -> float:
        """Return how far below its top the baseline of *line* is.

        A letter from another font may be higher. It uses the free space above the line, so that
        the line stays level with its counterpart, unless that space is much too small.
        """
        usual, needed = self._typography.base, line.ascent()
        return usual if needed <= usual * 1.2 else needed

    def draw(
        self,
        painter: QPainter,
        x: int,
        y: int,
        clip: QRectF,
        selection: tuple[Span, QTextLayout.FormatRange] | None,
    ) -> None:
        """Draw the lines that touch *clip*, with the text of *selection* in its format."""
        for piece in self._pieces:
            if y + piece.bottom < clip.top() or y + piece.top > clip.bottom():
                continue
            selections = []
            if selection is not None:
                span, format_ = selection
                format_.start = piece.unit(span.start)
                format_.length = piece.unit(span.end) - format_.start
                if format_.length > 0:
                    selections = [format_]
            visible = QRectF(clip.left(), max(clip.top(), y + piece.top), clip.width(), 0)
            visible.setBottom(min(clip.bottom(), y + piece.bottom))
            piece.layout.draw(painter, QPointF(x, y + piece.top), selections, visible)

    def rectangles(self, span: Span) -> list[QRectF]:
        """Return the boxes of the text of *span*, in pixels of the cell, line by line."""
        boxes = self._boxes_of.get(span)
        if boxes is None:
            boxes = self._boxes_of[span] = self._find_boxes(span)
        return boxes

    def _find_boxes(self, span: Span) -> list[QRectF]:
        found: list[QRectF] = []
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        for line in self._lines[first:]:
            if line.start >= span.end:
                break
            start, end = max(span.start, line.start), min(span.end, self._visible_end(line))
            if start < end:
                found += self._boxes(line, start, end)
        return found

    def _visible_end(self, line: Line) -> int:
        """Return the end of *line* without the space that it was broken at."""
        end = line.end
        while end > line.start and self._drawn[end - 1 - self.span.start].isspace():
            end -= 1
        return end

    def _boxes(self, line: Line, start: int, end: int) -> Iterable[QRectF]:
        if not self._mixed:
            left, right = self._x(line, start), self._x(line, end)
            right = min(right, self.width)
            return [QRectF(left, line.top, right - left, line.height)] if right > left else []
        # In a line of two directions one span may be drawn in several places.
        runs: list[tuple[float, float]] = []
        unit = line.piece.unit(start)
        for glyphs in line.piece.layout.glyphRuns(unit, line.piece.unit(end) - unit):
            advances = glyphs.rawFont().advancesForGlyphIndexes(glyphs.glyphIndexes())
            places = list(zip(glyphs.positions(), advances, strict=True))
            runs.append((min(p.x() for p, _ in places), max(p.x() + a.x() for p, a in places)))
        inside = [(max(left, 0.0), min(right, float(self.width))) for left, right in runs]
        return [QRectF(a, line.top, b - a, line.height) for a, b in _joined(inside)]

    def _x(self, line: Line, offset: int) -> float:
        # The stubs of Qt promise an object; it is the pair (x, position really taken).
        found = cast("tuple[float, int]", line.qt.cursorToX(line.piece.unit(offset)))
        return found[0]

    def line_number_at(self, y: int) -> int:
        """Return the number of the line at the pixel *y*, the first or last for one outside."""
        return min(max(bisect_right(self._tops, y) - 1, 0), len(self._lines) - 1)

    def line_number_of(self, offset: int) -> int:
        """Return the number of the line that holds the offset."""
        return min(max(bisect_right(self._starts, offset) - 1, 0), len(self._lines) - 1)

    def offset_at(self, x: float, y: int) -> int:
        """Return the offset between two characters that is nearest to a pixel of the cell."""
        number = self.line_number_at(y)
        line = self._lines[number]
        unit = line.qt.xToCursor(x, QTextLine.CursorPosition.CursorBetweenCharacters)
        found = min(max(line.piece.point(unit), line.start), line.end)
        return self.last_place(number) if found == line.end else found

    def last_place(self, number: int) -> int:
        """Return the last offset that is in line *number* and not at the start of the next."""
        line = self._lines[number]
        if number == len(self._lines) - 1:
            return line.end
        before = line.piece.layout.previousCursorPosition(line.piece.unit(line.end))
        return max(line.piece.point(before), line.start)

    def character_at(self, x: float, y: int) -> int | None:
        """Return the offset of the character under a pixel of the cell, None beside the text."""
        line = self._lines[self.line_number_at(y)]
        if not line.top <= y < line.top + line.height:
            return None
        box = line.qt.naturalTextRect()
        if not box.left() <= x < box.right():
            return None
        unit = line.qt.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
        return min(line.piece.point(unit), line.end - 1)

    def caret(self, offset: int) -> QRectF:
        """Return the box of the caret before the character at *offset*, two pixels wide."""
        line = self._lines[self.line_number_of(offset)]
        x = min(self._x(line, min(offset, line.end)), self.width - 1)
        return QRectF(x - 0.5, line.top, 2, line.height)

    def baseline(self) -> float:
        """Return how far below the cell's top the baseline of the first line is."""
        line = self._lines[0].qt
        return line.position().y() + line.ascent()

    def next_place(self, offset: int, direction: int, by_word: bool) -> int:
        """Return the offset one character or word before (-1) or behind (1) *offset*."""
        line = self._lines[self.line_number_of(offset)]
        layout = line.piece.layout
        mode = (
            QTextLayout.CursorMode.SkipWords if by_word else QTextLayout.CursorMode.SkipCharacters
        )
        unit = line.piece.unit(offset)
        if direction > 0:
            return line.piece.point(layout.nextCursorPosition(unit, mode))
        return line.piece.point(layout.previousCursorPosition(unit, mode))
