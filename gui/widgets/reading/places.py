"""Places in the text, by which the view comes back after everything was laid out anew."""

from __future__ import annotations

from typing import NamedTuple

from .page import Page, Placed
from .roles import ROLES, Role, of


class Place(NamedTuple):
    """The line with *offset* of *role* stands *pixels* below the view's top."""

    role: str
    offset: int
    pixels: int


def place_at(page: Page, rows: list[Placed]) -> Place:
    """Return the place of the topmost line of *rows*, the rows in view."""
    for placed in rows:
        for role in ROLES:
            span = of(placed.row, role)
            if span is None:
                continue
            if page.fold_at(placed.number):
                return Place(role.value, span.start, placed.text_top)
            cell = page.cell(placed.number, role)
            assert cell is not None
            line = cell.lines[cell.line_number_at(-placed.text_top)]
            if placed.text_top + line.top + line.height > 0:
                return Place(role.value, line.start, placed.text_top + line.top)
    return Place(Role.REFERENCE.value, 0, 0)


def position_of(page: Page, place: Place) -> tuple[int, int]:
    """Return the row of *place*, and how far below its top the view's top has to be."""
    role = Role(place.role)
    number = page.row_of(role, place.offset)
    below = page.space_above(number)
    fold = page.fold_at(number)
    if fold is not None:
        return fold.first, page.space_above(fold.first) - place.pixels
    cell = page.cell(number, role)
    if cell is not None:
        below += cell.lines[cell.line_number_of(place.offset)].top
    return number, below - place.pixels
