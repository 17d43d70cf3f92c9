"""Where the two columns of text and the gutter between them stand, from the width of the view."""

from __future__ import annotations

from typing import NamedTuple

from .roles import Role

GUTTER = 34
NARROWEST_PANE = 140
_INNER = 2  # paddings between the text and the gutter, where the pane is wider than the text


class Column(NamedTuple):
    """One pane: its whole width, and the part of it that text stands in. Pixels of the view."""

    left: int
    width: int
    text_left: int
    text_width: int

    @property
    def right(self) -> int:
        """The pixel behind the pane."""
        return self.left + self.width


class Columns(NamedTuple):
    """Both panes. ``swapped`` puts the candidate first; nothing else depends on the side."""

    reference: Column
    candidate: Column
    gutter_left: int
    gutter_width: int
    swapped: bool

    def role_at(self, x: int) -> Role | None:
        """Return whose pane holds the pixel *x*, None for the gutter."""
        if self.gutter_left <= x < self.gutter_left + self.gutter_width:
            return None
        first = x < self.gutter_left
        return Role.REFERENCE if first != self.swapped else Role.CANDIDATE


def columns(width: int, share: float, swapped: bool, measure: int, padding: int) -> Columns:
    """Share *width* pixels among the panes; *share* (0 to 1) of it goes to the first one.

    Text is never wider than *measure*. In a wider pane it stands near the gutter, so that the eye
    has no long way to the counterpart: on a large screen that would be a thousand pixels.
    """
    gutter = GUTTER if width >= 500 else GUTTER * 3 // 5
    room = max(width - gutter, 2)
    least = min(NARROWEST_PANE, room // 2)
    first = min(max(round(room * share), least), room - least)
    left = _column(0, first, measure, padding, gutter_behind=True)
    right = _column(first + gutter, room - first, measure, padding, gutter_behind=False)
    if swapped:
        return Columns(right, left, first, gutter, True)
    return Columns(left, right, first, gutter, False)


def _column(left: int, width: int, measure: int, padding: int, *, gutter_behind: bool) -> Column:
    padding = min(padding, max(width // 12, 4))
    text = max(min(measure, width - 2 * padding), 10)
    inner = min((width - text) // 2, padding * _INNER)
    start = width - text - inner if gutter_behind else inner
    return Column(left, width, left + start, text)
