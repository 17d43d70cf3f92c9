"""The metrics of the reading view: fonts, distances, and the widths of its columns.

All distances follow from one font size; the columns and the gutter between them follow from the
width of the view.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QGuiApplication

from .counterparts import Role

SMALLEST_ZOOM, LARGEST_ZOOM = 60, 300
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

    ``line`` is the height of a line, ``base`` how far below its top the letters stand,
    ``measure`` the greatest width of a column of text, ``section_gap`` the space above a
    section, ``character`` the width of a usual character.
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


GUTTER = 34
NARROWEST_PANE = 140
_INNER = 2  # in paddings: the space between text and gutter where the pane is wider than the text


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

    Text is never wider than *measure*. In a wider pane it stands near the gutter, so that its
    counterpart is near; on a large screen the distance could be a thousand pixels.
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
