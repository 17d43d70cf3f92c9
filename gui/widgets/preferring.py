"""Between what is remembered and what the settings dialog shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import settings as kept_as
from ..compare import Options
from ..review.reading import Reading
from ..settings import Settings

if TYPE_CHECKING:
    from .preferences import Preferences

_MEGABYTE = 1_000_000


def options_of(kept: Settings) -> Options:
    """What counts as a minor difference."""
    return Options(
        case=kept[kept_as.MINOR_CASE],
        quotes=kept[kept_as.MINOR_QUOTES],
        dashes=kept[kept_as.MINOR_DASHES],
        spacing=kept[kept_as.MINOR_SPACING],
        punctuation=kept[kept_as.MINOR_PUNCTUATION],
        marks=kept[kept_as.MINOR_MARKS],
    )


def reading_of(kept: Settings) -> Reading:
    """How documents are read and compared."""
    return Reading(
        options=options_of(kept),
        whole_page=kept[kept_as.WHOLE_PAGE],
        limit=kept[kept_as.SIZE_LIMIT] * _MEGABYTE,
    )


def preferences_of(kept: Settings) -> Preferences:
    """What the settings dialog shows."""
    from .preferences import Preferences  # a start does not pay for the dialog

    return Preferences(
        theme=kept[kept_as.THEME],
        font_style=kept[kept_as.FONT_STYLE],
        zoom=kept[kept_as.ZOOM],
        folding=kept[kept_as.FOLDING],
        options=options_of(kept),
        size_limit_mb=kept[kept_as.SIZE_LIMIT],
        annotator=kept[kept_as.ANNOTATOR],
        language=kept[kept_as.LANGUAGE],
        keys=kept[kept_as.KEYS],
    )


def keep(kept: Settings, preferences: Preferences) -> None:
    """Remember what was chosen in the settings dialog."""
    kept[kept_as.THEME] = preferences.theme
    kept[kept_as.FONT_STYLE] = preferences.font_style
    kept[kept_as.ZOOM] = preferences.zoom
    kept[kept_as.FOLDING] = preferences.folding
    kept[kept_as.MINOR_CASE] = preferences.options.case
    kept[kept_as.MINOR_QUOTES] = preferences.options.quotes
    kept[kept_as.MINOR_DASHES] = preferences.options.dashes
    kept[kept_as.MINOR_SPACING] = preferences.options.spacing
    kept[kept_as.MINOR_PUNCTUATION] = preferences.options.punctuation
    kept[kept_as.MINOR_MARKS] = preferences.options.marks
    kept[kept_as.SIZE_LIMIT] = preferences.size_limit_mb
    kept[kept_as.ANNOTATOR] = preferences.annotator
    kept[kept_as.LANGUAGE] = preferences.language
    kept[kept_as.KEYS] = dict(preferences.keys)
    kept.save()
