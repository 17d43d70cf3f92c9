"""Fonts and distances of the reading view, all derived from one font size."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QGuiApplication

SMALLEST_ZOOM, LARGEST_ZOOM = 60, 300
# The first family that is installed is taken; all suit long reading and are widespread.
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
# A line of 66 to 78 characters is read most easily (Bringhurst); spaces and letters of English.
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
