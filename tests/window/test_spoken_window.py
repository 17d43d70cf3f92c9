"""What a screen reader finds in the whole window, and what it is told of decisions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QComboBox

from gui.widgets.labelling.label_bar import LabelBar
from tests.window.driving import Driver
from tests.window.harbour_articles import ARTICLE, COPY

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description
ROLES = (QAccessible.Role.Client, QAccessible.Role.NoRole)
DRAWN = ("GutterHandle",)  # Qt has no role for what parts two texts


@pytest.fixture
def listed(driver: Driver, tmp_path: Path) -> Driver:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(COPY, encoding="utf-8")
    rows = "".join(f"<i>p{number}</i>,a.txt,b.txt,AP & co\n" for number in range(3))
    path = tmp_path / "pairs.csv"
    path.write_text(f"id,reference,candidate,agency\n{rows}", encoding="utf-8")
    driver.open(path).resize(1440, 900)  # with list and evidence beside the texts
    QApplication.processEvents()
    return driver


def walked(found: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    """Yield *found* and all that stands in it, as assistive technology goes through a window."""
    if found is not None and found.isValid() and not found.state().invisible:
        yield found
        for number in range(found.childCount()):
            yield from walked(found.child(number))


def test_each_control_of_the_window_has_name_and_role_and_nothing_is_markup(
    listed: Driver,
) -> None:
    assert listed.window is not None
    root = QAccessible.queryAccessibleInterface(listed.window)
    nameless, without_role, markup = [], [], []
    for found in walked(root):
        name, description = found.text(NAME), found.text(DESCRIPTION)
        kind = type(found.object()).__name__
        if found.state().focusable and not name:
            nameless.append(kind)
        if found.role() is QAccessible.Role.ColumnHeader and not name:
            nameless.append("a column")
        if found.state().focusable and found.role() in ROLES and kind not in DRAWN:
            without_role.append(kind)
        if any(mark in name + description for mark in ("<qt>", "&lt;", "&amp;", "<br")):
            markup.append(f"{kind}: {name} {description}")
    assert QAccessible.Role.ColumnHeader in {found.role() for found in walked(root)}
    assert nameless == []
    assert without_role == []
    assert markup == []


def test_a_box_says_what_is_chosen_there_too(listed: Driver) -> None:
    """Qt on Linux and macOS gives what is chosen as its name."""
    assert listed.window is not None
    for box in listed.window.findChildren(QComboBox):
        found = QAccessible.queryAccessibleInterface(box)
        said = {found.text(kind) for kind in (NAME, DESCRIPTION)} - {box.currentText(), ""}
        assert said, box.currentText()


def test_a_label_s_button_says_when_to_choose_it_and_its_key(listed: Driver) -> None:
    assert listed.window is not None
    bar = listed.window.findChild(LabelBar)
    assert bar is not None
    spoken = [
        found.text(DESCRIPTION) for found in walked(QAccessible.queryAccessibleInterface(bar))
    ]
    assert "The candidate was made from the reference. (2)" in spoken


def test_a_decision_is_said_once_it_is_kept(
    listed: Driver, said: list[str], qapp: QApplication
) -> None:
    listed.press("2")
    listed.wait_for_pair()
    assert said[0] == "<i>p0</i>: copy"
    said.clear()
    listed.press("f")
    listed.press("f")
    assert said == ["<i>p1</i>: flagged", "<i>p1</i>: not flagged any more"]
