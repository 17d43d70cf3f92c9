"""Painting the text of one side of a row with its marks."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTextLayout

from ...documents import Span
from . import shapes
from .cell import Cell
from .marks import Mark
from .page import Placed
from .picture import Picture
from .roles import Role


class CellPainter:
    """Paints one cell; made anew for each cell of each frame."""

    def __init__(
        self, painter: QPainter, picture: Picture, placed: Placed, role: Role, cell: Cell
    ) -> None:
        self._painter = painter
        self._picture = picture
        self._role = role
        self._cell = cell
        self._left = picture.page.column(role).text_left
        self._top = placed.text_top
        self._marks = picture.marks.of_row(placed.row, role) if picture.marks is not None else []
        typography = picture.page.typography
        self._thick = max(typography.line / 14, 1.2)
        # Marks hug the letters: neighbours above and below stay apart.
        self._inset = typography.line * 0.13

    def paint(self, clip: QRectF) -> float:
        """Paint backgrounds, text and shapes of what lies inside *clip*.

        Returns the height at which the first line's letters stand.
        """
        cell, painter = self._cell, self._painter
        visible = [(mark, self._boxes(mark.span, clip)) for mark in self._marks]
        for mark, boxes in visible:
            self._paint_back(mark, boxes)
        self._paint_hits(clip)
        painter.setPen(self._picture.colour("text"))
        cell.draw(painter, self._left, self._top, clip, self._selection())
        for mark, boxes in visible:
            self._paint_shape(mark, boxes)
        self._paint_caret()
        return self._top + cell.baseline()

    def _boxes(self, span: Span, clip: QRectF) -> list[QRectF]:
        """Return the boxes of *span* inside *clip*, hugging the letters."""
        left, top, inset = self._left - 1, self._top + self._inset, 2 * self._inset
        low, high = clip.top() - self._top, clip.bottom() - self._top
        return [
            QRectF(box.x() + left, box.y() + top, box.width() + 2, box.height() - inset)
            for box in self._cell.rectangles(span)
            if box.y() < high and box.y() + box.height() > low
        ]

    def _is_pointed_at(self, mark: Mark) -> bool:
        hover = self._picture.hover
        return hover is not None and hover.change == mark.change

    def _is_current(self, mark: Mark) -> bool:
        current = self._picture.current
        return current is not None and current.change == mark.change

    def _paint_back(self, mark: Mark, boxes: list[QRectF]) -> None:
        picture, painter = self._picture, self._painter
        marked = self._is_current(mark) or self._is_pointed_at(mark)
        if mark.kind == "minor" and not marked:
            return
        for box in boxes:
            role = "current-back" if marked else f"{mark.kind}-back"
            shapes.block(painter, box, picture.colour(role), self._thick * 1.6)
            if mark.kind == "missing":
                colour = shapes.faded(picture.colour("missing"), 0.34)
                shapes.hatch(painter, box, colour, self._thick * 4, self._thick * 0.55)

    def _paint_shape(self, mark: Mark, boxes: list[QRectF]) -> None:
        painter, thick = self._painter, self._thick
        colour = self._picture.colour(mark.kind)
        if mark.span.start == mark.span.end:
            self._paint_tick(mark)
            return
        for box in boxes:
            if mark.kind == "substitution":
                shapes.underline(painter, box, colour, thick * 1.25)
            elif mark.kind == "look-alike":
                shapes.wave(painter, box, colour, thick)
            elif mark.kind == "minor":
                shapes.dots(painter, box, colour, thick)
            else:
                shapes.bar(painter, box, colour, thick * 2, self._cell.right_to_left)
            if self._is_current(mark) or self._is_pointed_at(mark):
                role = "current" if self._is_current(mark) else mark.kind
                # Around the letters, not over them; and a comma is easily overlooked.
                wider = max(thick * 1.1, (thick * 7 - box.width()) / 2)
                outline = box.adjusted(-wider, -thick, wider, thick * 0.6)
                shapes.frame(painter, outline, self._picture.colour(role), thick * 1.2, False)

    def _paint_tick(self, mark: Mark) -> None:
        """Show between two words that others are missing here, or were added opposite."""
        box = self._cell.caret(mark.span.start).translated(self._left, self._top)
        x, thick = box.center().x(), self._thick
        marked = self._is_current(mark) or self._is_pointed_at(mark)
        role = "current" if marked and self._is_current(mark) else mark.kind
        colour = self._picture.colour(role)
        foot = box.bottom() - self._inset * 0.2
        shapes.tick(self._painter, x, foot, thick * (4.2 if marked else 3), colour)
        if marked:
            stem = QRectF(x - thick / 2, box.top() + self._inset, thick, box.height())
            stem.setBottom(foot - thick)
            self._painter.fillRect(stem, colour)

    def _paint_hits(self, clip: QRectF) -> None:
        hits = self._picture.hits.get(self._role, [])
        if not hits:
            return
        span = self._cell.span
        first = bisect_left(hits, span.start, key=lambda hit: hit.end)
        for hit in hits[first:]:
            if hit.start >= span.end:
                break
            current = self._picture.current_hit == (self._role, hit)
            role = "find-current" if current else "find"
            for box in self._boxes(hit, clip):
                shapes.block(self._painter, box, self._picture.colour(role), 2)
                if current:
                    shapes.frame(self._painter, box, self._picture.colour("text"), 1.4, False, 2)

    def _selection(self) -> tuple[Span, QTextLayout.FormatRange] | None:
        span = self._picture.selection.get(self._role)
        home = self._cell.span
        if span is None or span.end <= home.start or span.start >= home.end:
            return None
        format_ = QTextLayout.FormatRange()
        format_.format.setBackground(self._picture.colour("selection"))
        format_.format.setForeground(self._picture.colour("text"))
        return Span(max(span.start, home.start), min(span.end, home.end)), format_

    def _paint_caret(self) -> None:
        picture, home = self._picture, self._cell.span
        if picture.focus is not self._role or picture.caret is None:
            return
        if home.start <= picture.caret <= home.end:
            box = self._cell.caret(picture.caret).translated(self._left, self._top)
            box.adjust(0, self._inset / 2, 0, -self._inset / 2)
            self._painter.fillRect(box, picture.colour("focus"))


def paint_section_back(
    painter: QPainter, picture: Picture, kind: str, box: QRectF, right_to_left: bool
) -> None:
    """Paint what tells a whole missing, added or moved section from others, behind its text."""
    thick = max(picture.page.typography.line / 14, 1.2)
    colour = picture.colour(kind)
    shapes.block(painter, box, shapes.faded(picture.colour(f"{kind}-back"), 0.62), 4)
    if kind == "moved":
        shapes.frame(painter, box, colour, thick, dashed=True)
        return
    edge = QRectF(box)
    edge.setWidth(thick * (4 if kind == "missing" else 2.4))
    if right_to_left:
        edge.moveRight(box.right())
    if kind == "missing":
        shapes.hatch(painter, edge, colour, thick * 3.2, thick * 1.1)
        inner = edge.left() if right_to_left else edge.right()
        painter.fillRect(QRectF(inner, box.top(), 1, box.height()), colour)
    else:
        painter.fillRect(edge, colour)
