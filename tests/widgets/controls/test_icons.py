"""Icons take the colour of their role, are sharp, and none is shipped for nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from gui.resources import ResourceError, resource_path
from gui.widgets.controls.actions import action_table
from gui.widgets.controls.theme import icon, load_theme, pixmap, program_icon

GUI = Path(__file__).parents[3] / "gui"
ICONS = sorted(path.stem for path in resource_path("icons").glob("*.svg"))


def inks(image: QImage) -> set[str]:
    """Return the colours of the opaque pixels of *image*."""
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_has_ink_inside_its_frame(name: str, qapp: QApplication) -> None:
    image = pixmap(name, QColor("#123456"), 48).toImage()
    assert inks(image), name
    edge = [*((x, 0) for x in range(48)), *((0, y) for y in range(48))]
    assert all(image.pixelColor(x, y).alpha() < 255 for x, y in edge), f"{name} is cut off"


def test_an_icon_takes_the_colour_of_its_role(qapp: QApplication) -> None:
    for theme in (load_theme("light"), load_theme("dark")):
        image = icon("flag-set", theme, "warning").pixmap(QSize(18, 18)).toImage()
        assert theme.hex("warning") in inks(image)


def test_the_programs_icon_keeps_its_colours(qapp: QApplication) -> None:
    assert program_icon().availableSizes()
    assert len(inks(program_icon().pixmap(QSize(64, 64)).toImage())) > 3


def test_a_sharp_screen_gets_more_pixels(qapp: QApplication) -> None:
    sharp = pixmap("open", QColor("#000000"), 18, 2.0)
    assert (sharp.width(), sharp.deviceIndependentSize().width()) == (36, 18)


def test_an_unknown_icon_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(ResourceError):
        icon("no-such-icon", load_theme("light"))


def test_no_icon_is_shipped_for_nothing() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in GUI.rglob("*.py"))
    named = {*re.findall(r'"([a-z-]+)"', code), *(spec.icon for spec in action_table())}
    assert [name for name in ICONS if name not in named] == []
