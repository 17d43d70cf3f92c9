"""Icons: drawn as one-colour SVG files, tinted when they are used.

An SVG says ``currentColor`` where its ink goes; the theme's colour is put there before the
image is rasterised, so one file serves light and dark, enabled and disabled.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from ...resources import read_bytes
from .theme import Theme

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
