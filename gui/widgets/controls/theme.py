"""Themes: colours as data, and the palette, the style sheet and the icons made of them.

A theme file names base colours and gives each role one of them. Widgets ask for roles only; no
colour is written down in code. An icon is an SVG file that says ``currentColor`` where its ink
goes; the theme's colour is put there before the image is rasterised, so one file serves light
and dark, enabled and disabled. Labels have an icon and a colour here as well.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from string import Template
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from ...labels import DEFAULT_LABELS, Label, LabelSet
from ...resources import ResourceError, icon_path, read_bytes, read_theme, resource_path

ROLES = (
    *("window", "panel", "paper", "hover", "text", "muted", "border", "control"),
    *("accent", "on-accent", "focus", "selection"),
    *("substitution", "substitution-back", "missing", "missing-back", "added", "added-back"),
    *("moved", "moved-back", "look-alike", "look-alike-back", "minor", "minor-back"),
    *("hidden", "hidden-back"),
    *("gap", "gap-text", "find", "find-current", "current", "current-back"),
    *("error", "error-back", "warning", "warning-back", "ok", "ok-back"),
)

PICTURES = ("check", "down", "up")
"""The small pictures that a theme brings for the style sheet."""

_PLAIN_LABEL = "label"  # the icon of a label that has none of its own

WEARS_FUSION = "copydesk-fusion"
"""The property of an application that was started in the Fusion style.

Asking for the style itself creates Python classes for its enumerations, which takes 15 ms.
"""

_HEX = re.compile(r"#[0-9a-fA-F]{6}\Z")


class ThemeError(Exception):
    """A theme file that cannot be used; the message says why."""


@dataclass(frozen=True)
class Theme:
    """Colours by role. ``dark`` is True for a theme of the dark appearance."""

    name: str
    dark: bool
    roles: Mapping[str, str]

    def __post_init__(self) -> None:
        missing = [role for role in ROLES if role not in self.roles]
        if missing:
            raise ThemeError(f"The theme {self.name} has no colour for: {', '.join(missing)}.")

    def colour(self, role: str) -> QColor:
        """Return the colour of *role*; raises KeyError for a role that does not exist."""
        return QColor(self.roles[role])

    def hex(self, role: str) -> str:
        """Return the colour of *role* as ``#rrggbb``."""
        return self.roles[role]


def load_theme(name: str) -> Theme:
    """Read the theme *name* from the resources.

    Raises ThemeError where a role is missing or names a colour that is not defined, and
    ResourceError where there is no such theme.
    """
    data = read_theme(name)
    base = data.get("base", {})
    colours = {}
    for role, colour in data.get("roles", {}).items():
        value = base.get(colour, "")
        if not _HEX.match(value):
            raise ThemeError(f"The theme {name} gives {role} the unknown colour {colour!r}.")
        colours[role] = value
    return Theme(name, bool(data.get("dark")), MappingProxyType(colours))


def system_is_dark() -> bool:
    """Return whether the desktop asks for a dark appearance; False where it does not say."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def chosen_theme(choice: str) -> Theme:
    """Return the theme for a choice of the settings: a theme's name, or ``"system"``."""
    if choice == "system":
        choice = "dark" if system_is_dark() else "light"
    return load_theme(choice)


def palette(theme: Theme) -> QPalette:
    """Return the palette that makes Fusion draw in the colours of *theme*."""
    roles = QPalette.ColorRole
    result = QPalette(theme.colour("window"))
    for role, name in (
        (roles.Window, "window"),
        (roles.WindowText, "text"),
        (roles.Base, "paper"),
        (roles.AlternateBase, "panel"),
        (roles.Text, "text"),
        (roles.PlaceholderText, "muted"),
        (roles.Button, "panel"),
        (roles.ButtonText, "text"),
        (roles.BrightText, "error"),
        (roles.Highlight, "selection"),
        (roles.HighlightedText, "text"),
        (roles.Accent, "accent"),
        (roles.Link, "accent"),
        (roles.LinkVisited, "accent"),
        (roles.ToolTipBase, "panel"),
        (roles.ToolTipText, "text"),
        (roles.Light, "hover"),
        (roles.Midlight, "hover"),
        (roles.Mid, "border"),
        (roles.Dark, "control"),
        (roles.Shadow, "control"),
    ):
        result.setColor(role, theme.colour(name))
    for role in (roles.WindowText, roles.Text, roles.ButtonText, roles.HighlightedText):
        result.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("control"))
    return result


def stylesheet(theme: Theme) -> str:
    """Return the style sheet of the window, its places filled from *theme*.

    ``$role`` becomes the role's colour, ``$check``, ``$down`` and ``$up`` the path of the
    theme's own picture: a style sheet cannot tint one.
    """
    template = Template(read_bytes("themes", "window.qss").decode())
    places = {role.replace("-", "_"): theme.hex(role) for role in ROLES}
    for picture in PICTURES:
        places[picture] = resource_path("themes", f"{theme.name}-{picture}.svg").as_posix()
    return template.substitute(places)


def apply_theme(application: QApplication, theme: Theme) -> None:
    """Draw the whole program in the colours of *theme*, in the Fusion style."""
    if not application.property(WEARS_FUSION):
        application.setStyle("Fusion")
        application.setProperty(WEARS_FUSION, True)
    application.setPalette(palette(theme))
    application.setStyleSheet(stylesheet(theme))


SIZE = 18
"""Side of the icons in buttons, menus and lists, in logical pixels."""


def pixmap(name: str, colour: QColor, size: int, scale: float = 1.0) -> QPixmap:
    """Return the icon *name* in *colour*, *size* logical pixels square.

    *scale* is the device pixel ratio. Qt's pixmap cache keeps it: the same few icons stand in
    many places. Raises ResourceError where there is no such icon.
    """
    key = f"copydesk/{name}/{colour.name()}/{size}/{scale}"
    known = QPixmap()
    if QPixmapCache.find(key, known):
        return known
    source = read_bytes("icons", f"{name}.svg").replace(b"currentColor", colour.name().encode())
    result = QPixmap(QSize(round(size * scale), round(size * scale)))
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    QSvgRenderer(source).render(painter, QRectF(result.rect()))
    painter.end()
    result.setDevicePixelRatio(scale)
    QPixmapCache.insert(key, result)
    return result


def icon(name: str, theme: Theme, role: str = "text", size: int = SIZE) -> QIcon:
    """Return the icon *name* in the colour that *theme* has for *role*.

    It is drawn for each kind of screen that is there, in one *size*: smaller ones are scaled,
    and the style greys it where it is disabled. Raises ResourceError where there is no such
    icon.
    """
    result = QIcon()
    for scale in _scales():
        result.addPixmap(pixmap(name, theme.colour(role), size, scale))
    return result


def program_icon() -> QIcon:
    """Return the program's own icon, which keeps its colours in every theme."""
    result = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        result.addPixmap(pixmap("copydesk", QColor(0, 0, 0), size))
    return result


def _scales() -> tuple[float, ...]:
    """Return the device pixel ratios of the screens that are there."""
    ratios = {screen.devicePixelRatio() for screen in QGuiApplication.screens()}
    return tuple(sorted(ratios)) or (1.0,)


def sign_of_label(name: str, labels: LabelSet) -> tuple[str, str]:
    """Return the icon and the colour role of the label *name*, even if *labels* lack it.

    Default labels have icons of their own; all others, and one that lacks it, have the plain one.
    """
    known = labels.find(name)
    role = "muted" if known is None else known.colour
    return _icon_of_label(name) if name in DEFAULT_LABELS.names else _PLAIN_LABEL, role


@cache
def _icon_of_label(name: str) -> str:
    own = f"label-{name}"
    try:
        icon_path(own)
    except ResourceError:
        return _PLAIN_LABEL
    return own


def hint_of(label: Label) -> str:
    """Return when to choose *label*: the hint of its list, or the meaning of a default one."""
    meanings = {
        "original": QCoreApplication.translate(
            "LabelBar", "The reference was made from the candidate."
        ),
        "copy": QCoreApplication.translate(
            "LabelBar", "The candidate was made from the reference."
        ),
        "unrelated": QCoreApplication.translate("LabelBar", "Neither was made from the other."),
        "unusable": QCoreApplication.translate(
            "LabelBar", "The pair cannot be judged: a document cannot be read, or is the wrong one."
        ),
    }
    return label.description or meanings.get(label.name, "")
