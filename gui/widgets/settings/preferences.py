"""What the reviewer can choose in the settings, as one frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from ...compare import Options

ZOOM_RANGE = (60, 300)
SIZE_RANGE = (1, 2000)


@dataclass(frozen=True)
class Preferences:
    """The choices of the settings dialog.

    ``theme`` is a theme's name or "system", ``font_style`` "serif" or "sans", ``zoom`` in per
    cent, ``size_limit_mb`` the largest document in megabytes, ``annotator`` empty for the
    login name, ``language`` a language or "system". ``keys`` gives the keys of actions that
    were rebound, by the action's name, in Qt's portable notation.
    """

    theme: str = "system"
    font_style: str = "serif"
    zoom: int = 100
    folding: bool = False
    options: Options = field(default_factory=Options)
    size_limit_mb: int = 50
    annotator: str = ""
    language: str = "system"
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        for what, value, (lowest, highest) in (
            ("zoom", self.zoom, ZOOM_RANGE),
            ("size_limit_mb", self.size_limit_mb, SIZE_RANGE),
        ):
            if not lowest <= value <= highest:
                raise ValueError(f"{what} must be {lowest} to {highest}, not {value}")
