"""Where the line that joins the twins of the current change enters and leaves the gutter."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from .differences import Difference
from .marks import Marks
from .page import Placed
from .picture import Picture
from .roles import ROLES, Role, of


def twin_ends(picture: Picture, rows: list[Placed]) -> tuple[QPointF, QPointF] | None:
    """Return the points beside the current change's twins, None unless both are in view."""
    current, marks = picture.current, picture.marks
    if current is None or marks is None:
        return None
    heights: dict[Role, float] = {}
    for placed in rows:
        same = placed.row.section == current.section
        if same and not picture.page.fold_at(placed.number):
            heights |= _heights(picture, marks, placed, current)
    if len(heights) < 2:
        return None
    reference, candidate = (
        QPointF(of(picture.page.columns, role).left, heights[role]) for role in ROLES
    )
    return reference, candidate


def _heights(
    picture: Picture, marks: Marks, placed: Placed, current: Difference
) -> dict[Role, float]:
    """Return at which height the current change stands in the texts of one row."""
    found = {}
    for role in ROLES:
        cell = picture.page.cell(placed.number, role)
        if cell is None:
            continue
        if current.change is None:
            if placed.row.begins and placed.row.facing is None:
                found[role] = placed.text_top + picture.page.typography.line / 2
            continue
        for mark in marks.of_row(placed.row, role):
            if mark.change == current.change:
                box = cell.caret(max(mark.span.start, cell.span.start))
                found[role] = placed.text_top + box.center().y()
    return found
