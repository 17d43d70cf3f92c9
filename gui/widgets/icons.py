"""Icons: drawn as one-colour SVG files, tinted when they are used.

An SVG says ``currentColor`` where its ink goes; the theme's colour is put there before the
picture is rasterised, so one file serves light and dark, enabled and disabled.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ..resources import read_bytes
from .theme import Theme

_SIZES = (16, 20, 24, 32, 48)


def pixmap(name: str, colour: QColor, size: int, scale: float = 1.0) -> QPixmap:
    """Return the icon *name* in *colour*, *size* logical pixels square.

    *scale* is the device pixel ratio. Raises ResourceError where there is no such icon.
    """
    source = read_bytes("icons", f"{name}.svg").replace(b"currentColor", colour.name().encode())
    result = QPixmap(QSize(round(size * scale), round(size * scale)))
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(source).render(painter, QRectF(result.rect()))
    painter.end()
    result.setDevicePixelRatio(scale)
    return result


def icon(name: str, theme: Theme, role: str = "text") -> QIcon:
    """Return the icon *name* in the colour that *theme* has for *role*.

    Disabled icons take the theme's ``control`` colour. Raises ResourceError where there is
    no such icon.
    """
    result = QIcon()
    modes = ((QIcon.Mode.Normal, role), (QIcon.Mode.Disabled, "control"))
    for mode, ink in modes:
        for size in _SIZES:
            for scale in _scales():
                picture = pixmap(name, theme.colour(ink), size, scale)
                result.addPixmap(picture, mode)
    return result


def program_icon() -> QIcon:
    """Return the program's own icon, which keeps its colours in every theme."""
    result = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        result.addPixmap(pixmap("copydesk", QColor(0, 0, 0), size))
    return result


def _scales() -> tuple[float, ...]:
    """Return the device pixel ratios of the screens that are there, and 1."""
    ratios = {screen.devicePixelRatio() for screen in QGuiApplication.screens()}
    return tuple(sorted({1.0, *ratios}))
