"""The details that a bug report needs: versions, platform, screen, changed settings, the log.

They hold nothing of the reviewer's documents: of the settings only those are told that cannot name
one.
"""

from __future__ import annotations

import platform
from pathlib import Path
from typing import Any

import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from ... import __version__
from ... import settings as keys
from ...settings import Setting, Settings
from ..controls.qt_text import current_language

_TOLD: tuple[Setting[Any], ...] = (
    *(keys.THEME, keys.LANGUAGE, keys.ZOOM, keys.FONT_STYLE, keys.PANE_SHARE, keys.FOLDING),
    *(keys.SHOWN, keys.MINOR_CASE, keys.MINOR_QUOTES, keys.MINOR_DASHES, keys.MINOR_SPACING),
    *(keys.MINOR_PUNCTUATION, keys.MINOR_MARKS, keys.WHOLE_PAGE, keys.SIZE_LIMIT, keys.KEYS),
    *(keys.MEASURE, keys.MEASURE_ON_BATTERY),
    *(keys.SHOW_PAIRS, keys.SHOW_EVIDENCE, keys.SHOW_GUIDELINES),
)


def details(settings: Settings, log: Path) -> str:
    """Return the details as lines of English, for whoever mends the program."""
    screens = ", ".join(
        f"{screen.size().width()}x{screen.size().height()} at {screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    )
    lines = [
        f"Copydesk {__version__}",
        f"Python {platform.python_version()} ({platform.python_implementation()})",
        f"Qt {qVersion()}, PySide {PySide6.__version__}, {QGuiApplication.platformName()}",
        f"Platform: {platform.platform()}",
        f"Screens: {screens}",
        f"Language: {current_language()}",
        f"Log: {log}",
    ]
    changed = [
        f"  {setting.key} = {setting.write(settings[setting])}"
        for setting in _TOLD
        if settings[setting] != setting.default
    ]
    lines += ["Settings that differ from the defaults:", *(changed or ["  none"])]
    return "\n".join(lines) + "\n"
