"""Painting the reading view: both columns row by row, gaps, folds, and the gutter between them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from ...compare import SectionKind
from .counterparts import ROLES, Role, of
from .differences import Difference, Marks, empty_text, fold_text, gap_text, run_text
from .picture import CellPainter, Picture, block, faded, hatch, outline, paint_section_back, sign
from .row_layout import Fold, PlacedRow, RowLayout

Tops = list[tuple[int, float, float]]


def paint_rows(
    painter: QPainter, picture: Picture, rows: list[PlacedRow], clip: QRectF, view: QRectF
) -> Tops:
    """Paint *rows*; return the first base lines of counterparts: (row, reference, candidate).

    Only what lies inside *clip* is painted, but as if all of *view* were: a text in the middle of
    the visible part of a gap stays in its place.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(clip, picture.colour("paper"))
    _paint_gutter_back(painter, picture, clip)
    tops: Tops = []
    above: PlacedRow | None = None
    for placed in rows:
        fold = picture.layout.fold_at(placed.number)
        if fold is not None:
            _paint_fold(painter, picture, placed, fold)
            above = None
            continue
        bases = [_paint_side(painter, picture, placed, role, clip, view) for role in ROLES]
        if bases[0] is not None and bases[1] is not None:
            tops.append((placed.number, bases[0], bases[1]))
        for role in ROLES:
            if of(placed.row.continuation, role):
                _paint_joint(painter, picture, above, placed, role)
        above = placed
        _paint_gutter(painter, picture, placed)
    for role in ROLES:
        if picture.layout.is_empty(role):
            _paint_empty(painter, picture, role, view)
        if picture.focus is role:
            column = picture.layout.column(role)
            painter.fillRect(QRectF(column.left, 0, column.width, 2), picture.colour("focus"))
    return tops


def _paint_empty(painter: QPainter, picture: Picture, role: Role, view: QRectF) -> None:
    column = picture.layout.column(role)
    room = QRectF(column.text_left, 40, column.text_width, picture.layout.typography.line * 4)
    painter.setFont(picture.layout.typography.small)
    painter.setPen(picture.colour("muted"))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(room.intersected(view), int(flags), empty_text(role))


def _paint_side(
    painter: QPainter,
    picture: Picture,
    placed: PlacedRow,
    role: Role,
    clip: QRectF,
    view: QRectF,
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
        _paint_gap(painter, picture, placed, role, whole, view)
    else:
        kind = placed.row.kind_of(role)
        if kind is not None and kind is not SectionKind.PAIRED and picture.shows(kind.value):
            paint_section_back(painter, picture, kind.value, whole, cell.right_to_left)
            _paint_section_pointer(painter, picture, placed.row.section_of(role), whole)
        cell_painter = CellPainter(painter, picture, placed, role, cell)
        base = cell_painter.paint(painter.clipBoundingRect())
    painter.restore()
    return base


def _paint_heading(painter: QPainter, picture: Picture, placed: PlacedRow, role: Role) -> None:
    """Write a heading above texts that face each other: they are not counterparts."""
    layout, heading = picture.layout, placed.row.heading
    assert heading is not None
    words = heading[0] if role is Role.REFERENCE else heading[1]
    height = layout.typography.bar_height
    room = section_box(layout, placed, role)
    room.setRect(room.left(), room.top() - height, room.width(), height)
    _paint_chip(painter, picture, run_text(role, words), room, "gap-text")


def _paint_joint(
    painter: QPainter, picture: Picture, above: PlacedRow | None, placed: PlacedRow, role: Role
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


def section_box(layout: RowLayout, placed: PlacedRow, role: Role) -> QRectF:
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
            outline(painter, box, colour, 2 if role else 1.4, dashed=False)


def _paint_gap(
    painter: QPainter, picture: Picture, placed: PlacedRow, role: Role, box: QRectF, view: QRectF
) -> None:
    kind = placed.row.kind
    if kind is None or not picture.shows(kind.value) or picture.layout.is_empty(role):
        return
    block(painter, box, picture.colour("gap"), 4)
    if kind is SectionKind.MOVED:
        outline(painter, box, picture.colour("moved"), 1.2, dashed=True)
    else:
        spacing = picture.layout.typography.line / 2.6
        hatch(painter, box, faded(picture.colour("gap-text"), 0.26), spacing, 1.1)
    _paint_section_pointer(painter, picture, placed.row.section, box)
    document = of(picture.layout, role.other)
    text = gap_text(document, placed.row, sections_away(picture.layout, placed.number))
    colour = "moved" if kind is SectionKind.MOVED else "gap-text"
    _paint_chip(painter, picture, text, _chip_room(box, view), colour)


def _chip_room(box: QRectF, view: QRectF) -> QRectF:
    """Return the part of a gap in which its text goes, so that it is visible in a long gap."""
    room = box.intersected(view)
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
    block(painter, chip, picture.colour("paper"), height / 2)
    painter.setFont(font)
    painter.setPen(picture.colour(colour))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)
    return chip


def sections_away(layout: RowLayout, number: int) -> int:
    """Return how many sections below (above if negative) the counterpart of a moved row stands.

    Counted in the pane with the gap are the sections between the gap and the counterpart, and the
    counterpart itself. Other gaps are no sections of that document, and do not count.
    """
    row = layout.rows[number]
    if row.counterpart is None or row.moved_only is None:
        return 0
    pane = row.moved_only.other
    between = layout.rows[min(number, row.counterpart) : max(number, row.counterpart) + 1]
    count = sum(other.begins and of(other, pane) is not None for other in between)
    return count if row.counterpart > number else -count


def _paint_fold(painter: QPainter, picture: Picture, placed: PlacedRow, fold: Fold) -> None:
    layout = picture.layout
    left = min(layout.column(role).left for role in ROLES)
    right = max(layout.column(role).right for role in ROLES)
    box = QRectF(left, placed.text_top, right - left, placed.bottom - placed.text_top)
    block(painter, box, picture.colour("panel"), 0)
    painter.fillRect(QRectF(left, box.top(), box.width(), 1), picture.colour("border"))
    painter.fillRect(QRectF(left, box.bottom() - 1, box.width(), 1), picture.colour("border"))
    painter.setFont(layout.typography.small)
    painter.setPen(picture.colour("muted"))
    text = f"▸ {fold_text(fold.words, fold.equal)}"
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)


def _paint_gutter_back(painter: QPainter, picture: Picture, clip: QRectF) -> None:
    columns = picture.layout.columns
    box = QRectF(columns.gutter_left, clip.top(), columns.gutter_width, clip.height())
    painter.fillRect(box, picture.colour("window"))
    for x in (box.left(), box.right() - 1):
        painter.fillRect(QRectF(x, clip.top(), 1, clip.height()), picture.colour("border"))


def _paint_gutter(painter: QPainter, picture: Picture, placed: PlacedRow) -> None:
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
        sign(painter, box, colour, "facing", False)
        return
    away = sections_away(layout, placed.number)
    size = min(columns.gutter_width * 0.62, line * 0.92)
    disc = QRectF(0, 0, size, size)
    disc.moveCenter(QPointF(box.center().x(), middle))
    block(painter, disc, picture.colour(f"{row.kind.value}-back"), size / 2)
    outline(painter, disc, picture.colour(row.kind.value), 1.2, False, size / 2)
    sign(painter, disc, picture.colour(row.kind.value), row.kind.value, away > 0)


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


def counterpart_ends(picture: Picture, rows: list[PlacedRow]) -> tuple[QPointF, QPointF] | None:
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
    picture: Picture, marks: Marks, placed: PlacedRow, current: Difference
) -> dict[Role, float]:
    """Return the heights at which the current change is in the texts of one row."""
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
