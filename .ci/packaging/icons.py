"""``python .ci/packaging/icons.py``: draw the program's icon in the sizes that desktops ask for.

The pictures go to resources/desktop/icons. Run it after resources/icons/copydesk.svg was changed.
"""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parents[2]
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


def draw(size: int) -> QImage:
    """Return the icon *size* pixels wide and high."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(ROOT / "resources/icons/copydesk.svg")).render(painter)
    painter.end()
    return image


def main() -> None:
    """Draw all sizes."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    for size in SIZES:
        place = ROOT / f"resources/desktop/icons/copydesk-{size}.png"
        if not draw(size).save(str(place)):
            raise SystemExit(f"{place} cannot be written.")
    application.quit()


if __name__ == "__main__":
    main()
