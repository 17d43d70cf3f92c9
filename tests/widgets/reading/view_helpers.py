"""What the tests of the reading view do with it: listen, wait, and look where things stand."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from gui.compare import Comparison
from gui.documents import Span
from gui.widgets.reading import ReadingView
from gui.widgets.reading.counterparts import Role
from gui.widgets.reading.picture import Picture

from .conftest import several


def other_pair() -> Comparison:
    """Return a pair that is another than the fixture's."""
    return several(2)


def do_idle_work(view: ReadingView) -> None:
    """Paint, and let idle work and posted signals have their turns."""
    for _ in range(40):
        view.surface.viewport().repaint()
        QApplication.processEvents()


def shown_picture(view: ReadingView) -> Picture:
    """Return what the view is painted from; it must show two documents."""
    picture = view.surface.picture
    assert picture is not None
    return picture


def top_of_current(view: ReadingView) -> int:
    """Return how far below the view's top the current difference stands."""
    picture = shown_picture(view)
    at = view.stepper.height_of_current()
    assert at is not None
    return at - view.surface.scrolling.value(picture.layout)


def pixel_of(view: ReadingView, role: Role, offset: int) -> QPoint:
    """Return the middle of the character at *offset* in the view."""
    picture = shown_picture(view)
    layout = picture.layout
    number = layout.row_of(role, offset)
    cell = layout.cell(number, role)
    assert cell is not None
    box = cell.rectangles(Span(offset, offset + 1))[0]
    scrolling = view.surface.scrolling_of(number)
    top = scrolling.top_of(layout, number) + layout.space_above(number)
    return QPoint(
        round(layout.column(role).text_left + box.center().x()), round(top + box.center().y())
    )


def in_pane(view: ReadingView, role: Role, at: QPoint) -> QPoint:
    return at - view.panes[role].pos()
