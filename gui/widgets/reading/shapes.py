"""The shapes of marks: hatching, underlines, waves, bars, ticks and frames."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen


def faded(colour: QColor, alpha: float) -> QColor:
    """Return *colour* with an opacity of *alpha* (0 to 1)."""
    result = QColor(colour)
    result.setAlphaF(alpha)
    return result


def hatch(painter: QPainter, box: QRectF, colour: QColor, step: float, width: float) -> None:
    """Fill *box* with rising lines *step* pixels apart, in step with the whole picture."""
    visible = box
    if painter.hasClipping():
        visible = box.intersected(painter.clipBoundingRect())
    if visible.isEmpty():
        return
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(colour, width))
    height = visible.height()
    # Lines pass through (box.left + n·step, box.bottom), so that scrolling does not shift them.
    at = visible.left() - height - (visible.left() - height - box.left()) % step
    at += (box.bottom() - visible.bottom()) % step
    lines = []
    while at < visible.right() + step:
        lines.append(QLineF(at, visible.bottom(), at + height, visible.top()))
        at += step
    painter.drawLines(lines)
    painter.restore()


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


def wave(painter: QPainter, box: QRectF, colour: QColor, width: float) -> None:
    """Draw a wavy line along the foot of *box*."""
    step = width * 2.2
    path = QPainterPath(QPointF(box.left(), box.bottom() - width))
    x, up = box.left(), True
    while x < box.right():
        following = min(x + step, box.right())
        y = box.bottom() - width
        path.quadTo((x + following) / 2, y + (-step if up else step) * 0.8, following, y)
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


def frame(
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
