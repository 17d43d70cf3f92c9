"""Painting the reading view: both columns row by row, marks, gaps, and the gutter between them."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QTextLayout

from ...compare import SectionKind
from ...documents import Span
from . import describe, shapes
from .cell import Cell
from .differences import Difference, Mark, Marks
from .picture import Picture
from .roles import ROLES, Role, of
from .row_layout import Fold, Placed, RowLayout


class CellPainter:
    """Paints one cell; each cell of each frame gets a new one."""

    def __init__(
        self, painter: QPainter, picture: Picture, placed: Placed, role: Role, cell: Cell
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
                # The box goes round the letters, and is wide enough for a comma to be noticed.
                wider = max(thick * 1.1, (thick * 7 - box.width()) / 2)
                outline = box.adjusted(-wider, -thick, wider, thick * 0.6)
                shapes.frame(painter, outline, self._picture.colour(role), thick * 1.2, False)

    def _paint_tick(self, mark: Mark) -> None:
        """Paint the tick between two words where others are missing, or were added opposite."""
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
    """Paint the background that distinguishes a whole missing, added or moved section."""
    thick = max(picture.layout.typography.line / 14, 1.2)
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


Tops = list[tuple[int, float, float]]


def paint_rows(painter: QPainter, picture: Picture, rows: list[Placed], clip: QRectF) -> Tops:
    """Paint *rows*; return the first base lines of counterparts: (row, reference, candidate)."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(clip, picture.colour("paper"))
    _paint_gutter_back(painter, picture, clip)
    tops: Tops = []
    above: Placed | None = None
    for placed in rows:
        fold = picture.layout.fold_at(placed.number)
        if fold is not None:
            _paint_fold(painter, picture, placed, fold)
            above = None
            continue
        bases = [_paint_side(painter, picture, placed, role, clip) for role in ROLES]
        if bases[0] is not None and bases[1] is not None:
            tops.append((placed.number, bases[0], bases[1]))
        for role in ROLES:
            if of(placed.row.continuation, role):
                _paint_joint(painter, picture, above, placed, role)
        above = placed
        _paint_gutter(painter, picture, placed)
    for role in ROLES:
        if picture.layout.is_empty(role):
            _paint_empty(painter, picture, role, clip)
        if picture.focus is role:
            column = picture.layout.column(role)
            painter.fillRect(QRectF(column.left, 0, column.width, 2), picture.colour("focus"))
    return tops


def _paint_empty(painter: QPainter, picture: Picture, role: Role, clip: QRectF) -> None:
    column = picture.layout.column(role)
    room = QRectF(column.text_left, 40, column.text_width, picture.layout.typography.line * 4)
    painter.setFont(picture.layout.typography.small)
    painter.setPen(picture.colour("muted"))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(room.intersected(clip), int(flags), describe.empty_text(role))


def _paint_side(
    painter: QPainter, picture: Picture, placed: Placed, role: Role, clip: QRectF
) -> float | None:
    """Paint the text or gap of one side; return where its first base line was painted."""
    layout = picture.layout
    column = layout.column(role)
    padding = layout.padding(placed.number)
    box = QRectF(column.left, placed.text_top, column.width, placed.bottom - placed.text_top)
    if placed.row.heading is not None:
        _paint_heading(painter, picture, placed, role)
    painter.save()
    painter.setClipRect(box.adjusted(0, -padding - 2, 0, 3).intersected(clip))
    base = None
    cell = layout.cell(placed.number, role)
    whole = section_box(layout, placed, role)
    if cell is None:
        _paint_gap(painter, picture, placed, role, whole, clip)
    else:
        kind = placed.row.kind_of(role)
        if kind is not None and kind is not SectionKind.PAIRED and picture.shows(kind.value):
            paint_section_back(painter, picture, kind.value, whole, cell.right_to_left)
            _paint_section_pointer(painter, picture, placed.row.section_of(role), whole)
        cell_painter = CellPainter(painter, picture, placed, role, cell)
        base = cell_painter.paint(painter.clipBoundingRect())
    painter.restore()
    return base


def _paint_heading(painter: QPainter, picture: Picture, placed: Placed, role: Role) -> None:
    """Write above a run of texts that face each other that they are not counterparts."""
    layout, heading = picture.layout, placed.row.heading
    assert heading is not None
    words = heading[0] if role is Role.REFERENCE else heading[1]
    height = layout.typography.bar_height
    room = section_box(layout, placed, role)
    room.setRect(room.left(), room.top() - height, room.width(), height)
    _paint_chip(painter, picture, describe.run_text(role, words), room, "gap-text")


def _paint_joint(
    painter: QPainter, picture: Picture, above: Placed | None, placed: Placed, role: Role
) -> None:
    """Draw a line in the margin that joins the parts of a paragraph across the space between."""
    layout = picture.layout
    if not placed.row.begins:
        return
    column, half = layout.column(role), layout.typography.line / 2
    top = float(placed.top)
    if above is not None and above.row.kind is SectionKind.PAIRED:
        cell = layout.cell(above.number, role)
        top = top if cell is None else above.text_top + cell.height - half
    bottom = float(placed.text_top)
    if placed.row.kind is SectionKind.PAIRED:
        bottom += half
    else:
        bottom -= layout.padding(placed.number)
    x = (
        column.text_left
        - min((column.width - column.text_width) / 2, layout.typography.padding) / 2
    )
    painter.setPen(QPen(picture.colour("muted"), 1.2))
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))


def section_box(layout: RowLayout, placed: Placed, role: Role) -> QRectF:
    """Return the box around a whole section's text or gap, a little wider than its lines."""
    column = layout.column(role)
    wider = min((column.width - column.text_width) / 2 - 1, layout.typography.padding * 0.8)
    top = placed.text_top - (layout.padding(placed.number) if placed.row.begins else 0)
    width = column.text_width + 2 * wider
    return QRectF(column.text_left - wider, top, width, placed.bottom - top)


def _paint_section_pointer(painter: QPainter, picture: Picture, section: int, box: QRectF) -> None:
    """Outline a whole section that is the current difference or pointed at."""
    for difference, role in ((picture.hover, None), (picture.current, "current")):
        if difference is None or difference.change is not None:
            continue
        if difference.section == section:
            colour = picture.colour(role or difference.kind)
            shapes.frame(painter, box, colour, 2 if role else 1.4, dashed=False)


def _paint_gap(
    painter: QPainter, picture: Picture, placed: Placed, role: Role, box: QRectF, clip: QRectF
) -> None:
    kind = placed.row.kind
    if kind is None or not picture.shows(kind.value) or picture.layout.is_empty(role):
        return
    shapes.block(painter, box, picture.colour("gap"), 4)
    if kind is SectionKind.MOVED:
        shapes.frame(painter, box, picture.colour("moved"), 1.2, dashed=True)
    else:
        step = picture.layout.typography.line / 2.6
        shapes.hatch(painter, box, shapes.faded(picture.colour("gap-text"), 0.26), step, 1.1)
    _paint_section_pointer(painter, picture, placed.row.section, box)
    document = of(picture.layout, role.other)
    text = describe.gap_text(document, placed.row, sections_away(picture.layout, placed.number))
    colour = "moved" if kind is SectionKind.MOVED else "gap-text"
    _paint_chip(painter, picture, text, _chip_room(box, clip), colour)


def _chip_room(box: QRectF, clip: QRectF) -> QRectF:
    """Return the part of a gap for its text, so that the text is in view also in a long gap."""
    room = box.intersected(clip)
    return room if room.height() >= min(box.height(), 30) else box


def _paint_chip(
    painter: QPainter, picture: Picture, text: str, room: QRectF, colour: str
) -> QRectF:
    """Write *text* on a plain background in the middle of *room*, elided where it is too long."""
    font = picture.layout.typography.small
    metrics = QFontMetricsF(font)
    text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(room.width() - 20, 10))
    width = metrics.horizontalAdvance(text) + 16
    height = min(metrics.height() + 4, room.height())
    chip = QRectF(0, 0, width, height)
    chip.moveCenter(room.center())
    shapes.block(painter, chip, picture.colour("paper"), height / 2)
    painter.setFont(font)
    painter.setPen(picture.colour(colour))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)
    return chip


def sections_away(layout: RowLayout, number: int) -> int:
    """Return how many sections below (above if negative) the counterpart of a moved row stands.

    Counted in the pane with the gap: the sections between the gap and the counterpart, and the
    counterpart. Other gaps do not count, being no sections of that document.
    """
    row = layout.rows[number]
    if row.counterpart is None or row.moved_only is None:
        return 0
    pane = row.moved_only.other
    between = layout.rows[min(number, row.counterpart) : max(number, row.counterpart) + 1]
    count = sum(other.begins and of(other, pane) is not None for other in between)
    return count if row.counterpart > number else -count


def _paint_fold(painter: QPainter, picture: Picture, placed: Placed, fold: Fold) -> None:
    layout = picture.layout
    left = min(layout.column(role).left for role in ROLES)
    right = max(layout.column(role).right for role in ROLES)
    box = QRectF(left, placed.text_top, right - left, placed.bottom - placed.text_top)
    shapes.block(painter, box, picture.colour("panel"), 0)
    painter.fillRect(QRectF(left, box.top(), box.width(), 1), picture.colour("border"))
    painter.fillRect(QRectF(left, box.bottom() - 1, box.width(), 1), picture.colour("border"))
    painter.setFont(layout.typography.small)
    painter.setPen(picture.colour("muted"))
    text = f"▸ {describe.fold_text(fold.words, fold.equal)}"
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)


def _paint_gutter_back(painter: QPainter, picture: Picture, clip: QRectF) -> None:
    columns = picture.layout.columns
    box = QRectF(columns.gutter_left, clip.top(), columns.gutter_width, clip.height())
    painter.fillRect(box, picture.colour("window"))
    for x in (box.left(), box.right() - 1):
        painter.fillRect(QRectF(x, clip.top(), 1, clip.height()), picture.colour("border"))


def _paint_gutter(painter: QPainter, picture: Picture, placed: Placed) -> None:
    """Join the counterparts of a row; draw a sign for a section that has none."""
    row, layout = placed.row, picture.layout
    if not row.begins or row.kind is None:
        return
    columns, line = layout.columns, layout.typography.line
    middle = placed.text_top + line / 2
    box = QRectF(columns.gutter_left, placed.text_top, columns.gutter_width, line)
    if row.kind is SectionKind.PAIRED:
        pen = QPen(picture.colour("border"), 1.4)
        painter.setPen(pen)
        inset = columns.gutter_width * 0.28
        painter.drawLine(QPointF(box.left() + inset, middle), QPointF(box.right() - inset, middle))
        return
    if not picture.shows(row.kind.value):
        return
    if row.facing is not None:
        box.setHeight(line)
        colour = picture.colour("muted")
        shapes.sign(painter, box, colour, "facing", False)
        return
    away = sections_away(layout, placed.number)
    size = min(columns.gutter_width * 0.62, line * 0.92)
    disc = QRectF(0, 0, size, size)
    disc.moveCenter(QPointF(box.center().x(), middle))
    shapes.block(painter, disc, picture.colour(f"{row.kind.value}-back"), size / 2)
    shapes.frame(painter, disc, picture.colour(row.kind.value), 1.2, False, size / 2)
    shapes.sign(painter, disc, picture.colour(row.kind.value), row.kind.value, away > 0)


def paint_connector(painter: QPainter, picture: Picture, ends: tuple[QPointF, QPointF]) -> None:
    """Draw a curve through the gutter between the counterparts of the current change."""
    columns = picture.layout.columns
    start, end = sorted(ends, key=QPointF.x)
    gutter = (float(columns.gutter_left), float(columns.gutter_left + columns.gutter_width))
    middle = sum(gutter) / 2
    path = QPainterPath(QPointF(gutter[0], start.y()))
    path.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), QPointF(gutter[1], end.y()))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(picture.colour("current"), 2))
    painter.drawPath(path)


def counterpart_ends(picture: Picture, rows: list[Placed]) -> tuple[QPointF, QPointF] | None:
    """Return the points beside the current change's counterparts, None unless both are in view."""
    current, marks = picture.current, picture.marks
    if current is None or marks is None:
        return None
    heights: dict[Role, float] = {}
    for placed in rows:
        same = placed.row.section == current.section
        if same and not picture.layout.fold_at(placed.number):
            heights |= _heights(picture, marks, placed, current)
    if len(heights) < 2:
        return None
    reference, candidate = (
        QPointF(of(picture.layout.columns, role).left, heights[role]) for role in ROLES
    )
    return reference, candidate


def _heights(
    picture: Picture, marks: Marks, placed: Placed, current: Difference
) -> dict[Role, float]:
    """Return at which height the current change stands in the texts of one row."""
    found = {}
    for role in ROLES:
        cell = picture.layout.cell(placed.number, role)
        if cell is None:
            continue
        if current.change is None:
            if placed.row.begins and placed.row.facing is None:
                found[role] = placed.text_top + picture.layout.typography.line / 2
            continue
        for mark in marks.of_row(placed.row, role):
            if mark.change == current.change:
                box = cell.caret(max(mark.span.start, cell.span.start))
                found[role] = placed.text_top + box.center().y()
    return found
