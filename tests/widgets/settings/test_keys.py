"""Keys: which may be bound to what, the page where they are rebound, and the sheet of all."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QScrollArea,
    QStyle,
    QTreeWidget,
)

from gui.widgets.controls.actions import action_table
from gui.widgets.settings.keys_dialog import KeyBindings, KeysPage, KeysSheet
from tests.widgets.widget_helpers import Show, label_texts

TABLE = action_table()


@pytest.fixture
def bindings(qapp: QApplication) -> KeyBindings:
    return KeyBindings(TABLE, {})


def test_a_new_key_comes_first_and_the_old_one_second(bindings: KeyBindings) -> None:
    assert bindings.push("swap", "S") == ""
    assert bindings.keys("swap") == ("S", "Ctrl+T")
    assert bindings.push("swap", "Ctrl+T") == ""
    assert bindings.keys("swap") == ("Ctrl+T", "S")
    bindings.push("swap", "Y")
    assert bindings.keys("swap") == ("Y", "Ctrl+T"), "two keys, no more"
    assert bindings.rebound() == {"swap": ("Y", "Ctrl+T")}


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("2", "2 is the key of “Label: copy”. Remove it there first."),
        ("ctrl+z", "Ctrl+Z is the key of “Undo the last decision”. Remove it there first."),
        ("Down", "Down moves through the text that has the focus."),
        ("Shift+PgUp", "Shift+PgUp moves through the text that has the focus."),
        ("Esc", "Esc works the buttons and fields of the window."),
        ("Return", "Return works the buttons and fields of the window."),
        ("", "This is not a key."),
    ],
)
def test_a_key_that_is_taken_is_refused_with_the_reason(
    bindings: KeyBindings, key: str, why: str
) -> None:
    assert bindings.push("swap", key) == why
    assert bindings.rebound() == {}


def test_a_key_that_was_taken_away_is_free(bindings: KeyBindings) -> None:
    bindings.clear("label-copy")
    assert bindings.keys("label-copy") == ()
    assert bindings.push("swap", "2") == ""
    assert bindings.reset("label-copy").startswith("2 is the key of “Swap sides”")
    assert bindings.keys("label-copy") == ()
    bindings.reset("swap")
    assert bindings.reset("label-copy") == ""
    assert bindings.rebound() == {}


def test_all_keys_can_be_as_at_first(bindings: KeyBindings) -> None:
    bindings.push("swap", "S")
    bindings.clear("find")
    bindings.reset_all()
    assert bindings.rebound() == {}


def test_no_two_actions_share_a_key_at_first(bindings: KeyBindings) -> None:
    for entry in TABLE:
        for key in entry.default_keys:
            assert bindings.push(entry.name, key) == "", (entry.name, key)


@pytest.fixture
def page(qapp: QApplication, show: Show) -> KeysPage:
    page = KeysPage(TABLE, {"swap": ("S",)})
    show(page)
    return page


def rows(page: KeysPage) -> dict[str, tuple[str, str]]:
    tree = page.findChild(QTreeWidget)
    assert tree is not None
    found = {}
    for number in range(tree.topLevelItemCount()):
        group = tree.topLevelItem(number)
        assert group is not None
        for row in range(group.childCount()):
            item = group.child(row)
            assert item is not None
            found[item.text(0)] = (item.text(1), item.text(2))
    return found


def press_key(page: KeysPage, key: str) -> None:
    field = page.findChild(QKeySequenceEdit)
    assert field is not None
    field.setKeySequence(QKeySequence(key))


def test_the_page_shows_all_actions_with_their_keys(page: KeysPage) -> None:
    shown = rows(page)
    assert len(shown) == len(TABLE)
    assert shown["Label: original"][0] == "1"
    assert shown["Swap sides"] == ("S", "")


def test_a_pressed_key_is_bound_to_the_chosen_action(page: KeysPage) -> None:
    press_key(page, "Y")
    assert rows(page)["Label: original"][0] == "Y"
    press_key(page, "2")
    assert any("2 is the key of" in text for text in label_texts(page))
    assert "2" not in rows(page)["Label: original"]
    assert page.rebound()["label-original"][0] == "Y"


def test_a_real_key_reaches_the_field(page: KeysPage) -> None:
    field = page.findChild(QKeySequenceEdit)
    assert field is not None
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Y)
    assert page.rebound()["label-original"][0] == "Y"


def test_keys_are_taken_away_and_given_back_by_buttons(page: KeysPage) -> None:
    for name, expected in (("Take keys away", ""), ("As at first", "1"), ("All as at first", "1")):
        [button] = [b for b in page.findChildren(QPushButton) if b.text() == name]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert rows(page)["Label: original"][0] == expected
    assert page.rebound() == {}


def test_the_sheet_shows_each_action_with_its_keys_of_now(qapp: QApplication, show: Show) -> None:
    sheet = KeysSheet(TABLE, {"find": ("Alt+F",), "swap": ()})
    show(sheet)
    shown = label_texts(sheet)
    assert all(entry.translated() in shown for entry in TABLE)
    assert "Alt+F" in shown
    assert "Ctrl+F" not in shown
    assert "Ctrl+T" not in shown
    names = [label.accessibleName() for label in sheet.findChildren(QLabel)]
    assert "Find: Alt+F" in names


def test_the_sheet_scrolls_only_where_the_screen_is_too_low(qapp: QApplication, show: Show) -> None:
    sheet = KeysSheet(TABLE, {})
    show(sheet)
    [area] = sheet.findChildren(QScrollArea)
    inside = area.widget()
    assert inside is not None
    content = inside.sizeHint().height()
    around = sheet.height() - area.viewport().height()
    wanted, room = content + around, sheet.screen().availableSize().height()
    assert sheet.height() <= room - sheet.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
    assert sheet.height() >= min(wanted, room - 100)


def test_the_sheet_is_scrolled_by_keys(qapp: QApplication, show: Show) -> None:
    sheet = KeysSheet(TABLE, {})
    sheet.resize(sheet.width(), 300)
    show(sheet)
    focus = qapp.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_PageDown)
    [area] = sheet.findChildren(QScrollArea)
    assert area.verticalScrollBar().value() > 0


def test_the_lines_of_the_sheet_stand_close(qapp: QApplication, show: Show) -> None:
    """The distance between its columns is not that between its lines."""
    sheet = KeysSheet(TABLE, {})
    show(sheet)
    names = {label.text(): label for label in sheet.findChildren(QLabel)}
    group = [spec.translated() for spec in TABLE if spec.group == TABLE[0].group]
    tops = [names[text].mapTo(sheet, QPoint(0, 0)).y() for text in group]
    line = 2 * sheet.fontMetrics().height()
    assert all(below - above < line for above, below in pairwise(tops)), tops
