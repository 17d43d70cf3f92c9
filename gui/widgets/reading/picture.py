"""The picture of a pair: everything that is painted, and the shapes of the marks in its cells."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPixmapCache,
    QTextLayout,
)

from ...compare import Comparison
from ...documents import Span
from ..controls.theme import Theme
from .cell import Cell
from .counterparts import Role, of
from .differences import Difference, Mark, Marks
from .row_layout import PlacedRow, RowLayout

_MARGIN = 1  # pixels of a mark on both sides of its letters


@dataclass(frozen=True)
class Picture:
    """What is painted. ``hover`` and ``current`` are differences; ``hits`` goes by role.

    It never changes: `Surface.change_picture` replaces it by one with other values. ``marks`` and
    ``comparison`` are None while two documents wait for their comparison.
    """

    layout: RowLayout
    theme: Theme
    comparison: Comparison | None = None
    marks: Marks | None = None
    current: Difference | None = None
    hover: Difference | None = None
    selection: dict[Role, Span] = field(default_factory=dict)
    hits: dict[Role, list[Span]] = field(default_factory=dict)
    current_hit: tuple[Role, Span] | None = None
    focus: Role | None = None
    caret: int | None = None

    def colour(self, role: str) -> QColor:
        """Return the theme's colour for *role*."""
        return self.theme.colour(role)

    def shows(self, kind: str) -> bool:
        """Return True where differences of *kind* are marked."""
        return self.marks is not None and kind in self.marks.shown


class CellPainter:
    """Paints one cell, once: each time that a cell is painted, it gets a new painter."""

    def __init__(
        self, painter: QPainter, picture: Picture, placed: PlacedRow, role: Role, cell: Cell
    ) -> None:
        self._painter = painter
        self._picture = picture
        self._role = role
        self._cell = cell
        self._left = picture.layout.column(role).text_left
        self._top = placed.text_top
        self._marks = picture.marks.of_row(placed.row, role) if picture.marks is not None else []
        typography = picture.layout.typography
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
        hidden = [box for span in self._hidden() for box in self._boxes(span, clip)]
        for box in hidden:
            hatch(painter, box, self._picture.colour("hidden-back"), self._thick * 3, self._thick)
        self._paint_hits(clip)
        painter.setPen(self._picture.colour("text"))
        cell.draw(painter, self._left, self._top, clip, self._selection())
        for box in hidden:
            brackets(painter, box, self._picture.colour("hidden"), self._thick * 1.1)
        for mark, boxes in visible:
            self._paint_shape(mark, boxes)
        self._paint_caret()
        return self._top + cell.baseline()

    def _hidden(self) -> list[Span]:
        """Return where the document has text that no reader sees."""
        document = of(self._picture.layout, self._role)
        if not document.hidden:
            return []
        return [part for part, is_hidden in document.parts(self._cell.span) if is_hidden]

    def _boxes(self, span: Span, clip: QRectF) -> list[QRectF]:
        """Return the boxes of *span* inside *clip*, hugging the letters."""
        left, top, inset = self._left - _MARGIN, self._top + self._inset, 2 * self._inset
        low, high = clip.top() - self._top, clip.bottom() - self._top
        return [
            QRectF(box.x() + left, box.y() + top, box.width() + 2 * _MARGIN, box.height() - inset)
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
            block(painter, box, picture.colour(role), self._thick * 1.6)
            if mark.kind == "missing":
                colour = faded(picture.colour("missing"), 0.34)
                hatch(painter, box, colour, self._thick * 4, self._thick * 0.55)

    def _paint_shape(self, mark: Mark, boxes: list[QRectF]) -> None:
        painter, thick = self._painter, self._thick
        colour = self._picture.colour(mark.kind)
        if mark.span.start == mark.span.end:
            self._paint_tick(mark)
            return
        for box in boxes:
            if mark.kind == "substitution":
                underline(painter, box, colour, thick * 1.25)
            elif mark.kind == "look-alike":
                wave(painter, box, colour, thick)
            elif mark.kind == "minor":
                dots(painter, box, colour, thick)
            else:
                self._paint_bar(mark, box, colour)
            if self._is_current(mark) or self._is_pointed_at(mark):
                role = "current" if self._is_current(mark) else mark.kind
                # The box goes round the letters, and is wide enough for a comma to be noticed.
                wider = max(thick * 1.1, (thick * 7 - box.width()) / 2)
                around = box.adjusted(-wider, -thick, wider, thick * 0.6)
                outline(painter, around, self._picture.colour(role), thick * 1.2, False)

    def _paint_bar(self, mark: Mark, box: QRectF, colour: QColor) -> None:
        """Paint the bar before *box*; without a blank there, it is thin and hides no letter.

        So it is before punctuation that is missing, and in scripts that have no blanks.
        """
        start = mark.span.start
        before = of(self._picture.layout, self._role).text[max(start - 1, 0) : start]
        inside, width = 0.0, self._thick * 2
        if before and not before.isspace():
            inside, width = _MARGIN + self._thick * 0.4, self._thick * 0.8
        if self._cell.right_to_left:
            inside = -inside
        bar(self._painter, box.translated(inside, 0), colour, width, self._cell.right_to_left)

    def _paint_tick(self, mark: Mark) -> None:
        """Paint the tick between two words where others are missing, or were added opposite."""
        box = self._cell.caret(mark.span.start).translated(self._left, self._top)
        x, thick = box.center().x(), self._thick
        marked = self._is_current(mark) or self._is_pointed_at(mark)
        role = "current" if marked and self._is_current(mark) else mark.kind
        colour = self._picture.colour(role)
        foot = box.bottom() - self._inset * 0.2
        tick(self._painter, x, foot, thick * (4.2 if marked else 3), colour)
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
                block(self._painter, box, self._picture.colour(role), 2)
                if current:
                    outline(self._painter, box, self._picture.colour("text"), 1.4, False, 2)

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
    """Paint the background that distinguishes a whole missing, added or moved section."""
    thick = max(picture.layout.typography.line / 14, 1.2)
    colour = picture.colour(kind)
    block(painter, box, faded(picture.colour(f"{kind}-back"), 0.62), 4)
    if kind == "moved":
        outline(painter, box, colour, thick, dashed=True)
        return
    edge = QRectF(box)
    edge.setWidth(thick * (4 if kind == "missing" else 2.4))
    if right_to_left:
        edge.moveRight(box.right())
    if kind == "missing":
        hatch(painter, edge, colour, thick * 3.2, thick * 1.1)
        inner = edge.left() if right_to_left else edge.right()
        painter.fillRect(QRectF(inner, box.top(), 1, box.height()), colour)
    else:
        painter.fillRect(edge, colour)


def faded(colour: QColor, alpha: float) -> QColor:
    """Return *colour* with an opacity of *alpha* (0 to 1)."""
    result = QColor(colour)
    result.setAlphaF(alpha)
    return result


_LINES = 8  # on a tile: so many, that their distance hardly suffers from its whole pixels


def hatch(painter: QPainter, box: QRectF, colour: QColor, spacing: float, width: float) -> None:
    """Fill *box* with rising lines *spacing* pixels apart, which move with it.

    It uses a tile: drawing line by line takes twenty times as long, noticeably so with many gaps.
    """
    scale = painter.device().devicePixelRatioF()
    side = max(round(spacing * scale * _LINES), _LINES)
    tile = QPixmap()
    key = f"copydesk-hatch-{side}-{colour.rgba()}-{width}-{scale}"
    if not QPixmapCache.find(key, tile):
        tile = _hatched(side, colour, width * scale)
        tile.setDevicePixelRatio(scale)
        QPixmapCache.insert(key, tile)
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.drawTiledPixmap(box, tile)
    painter.restore()


def _hatched(side: int, colour: QColor, width: float) -> QPixmap:
    """Return a tile of *side* pixels that continues at all of its edges."""
    tile = QPixmap(side, side)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, width))
    starts = (side * number / _LINES for number in range(-_LINES - 1, _LINES + 2))
    more = 2 * width  # beyond the edges, where a line ends square
    lines = [QLineF(at - more, side + more, at + side + more, -more) for at in starts]
    painter.drawLines(lines)
    painter.end()
    return tile


def block(painter: QPainter, box: QRectF, colour: QColor, radius: float = 3.0) -> None:
    """Fill *box* with round corners."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour))
    painter.drawRoundedRect(box, radius, radius)


def underline(painter: QPainter, box: QRectF, colour: QColor, width: float) -> None:
    """Draw a solid line along the foot of *box*."""
    painter.fillRect(QRectF(box.left(), box.bottom() - width, box.width(), width), colour)


def dots(painter: QPainter, box: QRectF, colour: QColor, width: float) -> None:
    """Draw a dotted line along the foot of *box*."""
    pen = QPen(colour, width, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1.2, 1.6])
    painter.setPen(pen)
    y = box.bottom() - width / 2
    painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))


def brackets(painter: QPainter, box: QRectF, colour: QColor, width: float) -> None:
    """Draw a line above and below *box*, and its four corners bent towards the text."""
    arm = min(box.height() * 0.22, box.width() / 2)
    for edge, inwards in ((box.top(), arm), (box.bottom(), -arm)):
        top = edge - (0 if inwards > 0 else width)
        painter.fillRect(QRectF(box.left(), top, box.width(), width), colour)
        upper = min(edge, edge + inwards)
        painter.fillRect(QRectF(box.left(), upper, width, arm), colour)
        painter.fillRect(QRectF(box.right() - width, upper, width, arm), colour)


def wave(painter: QPainter, box: QRectF, colour: QColor, width: float) -> None:
    """Draw a wavy line along the foot of *box*."""
    half = width * 2.2
    path = QPainterPath(QPointF(box.left(), box.bottom() - width))
    x, up = box.left(), True
    while x < box.right():
        following = min(x + half, box.right())
        y = box.bottom() - width
        path.quadTo((x + following) / 2, y + (-half if up else half) * 0.8, following, y)
        x, up = following, not up
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def bar(painter: QPainter, box: QRectF, colour: QColor, width: float, at_right: bool) -> None:
    """Draw an upright bar beside *box*, before its text begins."""
    left = box.right() if at_right else box.left() - width
    painter.fillRect(QRectF(left, box.top(), width, box.height()), colour)


def tick(painter: QPainter, x: float, foot: float, size: float, colour: QColor) -> None:
    """Draw the editor's insertion mark, a small wedge pointing up to between two words."""
    path = QPainterPath(QPointF(x, foot - size * 1.25))
    path.lineTo(x + size * 0.8, foot)
    path.lineTo(x - size * 0.8, foot)
    path.closeSubpath()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPath(path)


def sign(painter: QPainter, disc: QRectF, colour: QColor, kind: str, downwards: bool) -> None:
    """Draw a sign of the gutter: minus (missing), plus (added), arrow (moved), unequal (facing)."""
    size = min(disc.width(), disc.height())
    painter.setPen(QPen(colour, max(size / 12, 1.4)))
    centre, arm = disc.center(), size * 0.24
    if kind == "facing":
        for y in (-arm * 0.45, arm * 0.45):
            painter.drawLine(centre + QPointF(-arm, y), centre + QPointF(arm, y))
        painter.drawLine(centre + QPointF(-arm * 0.5, arm), centre + QPointF(arm * 0.5, -arm))
        return
    if kind != "moved":
        painter.drawLine(centre - QPointF(arm, 0), centre + QPointF(arm, 0))
    if kind != "missing":
        painter.drawLine(centre - QPointF(0, arm), centre + QPointF(0, arm))
    if kind == "moved":
        tip = centre + QPointF(0, arm if downwards else -arm)
        back = -arm * 0.8 if downwards else arm * 0.8
        painter.drawLine(tip, tip + QPointF(-arm * 0.8, back))
        painter.drawLine(tip, tip + QPointF(arm * 0.8, back))


def outline(
    painter: QPainter, box: QRectF, colour: QColor, width: float, dashed: bool, radius: float = 4
) -> None:
    """Draw the outline of *box*, dashed or solid."""
    pen = QPen(colour, width)
    if dashed:
        pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = width / 2
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)
