"""The settings dialog shows what was chosen and announces only what is new; About."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QSpinBox,
    QTabWidget,
    QWidget,
)

from gui.compare import Options
from gui.settings import Settings
from gui.widgets.controls.actions import action_table
from gui.widgets.settings.settings_controller import reading_of
from gui.widgets.settings.settings_dialog import Preferences, SettingsDialog
from tests.widgets.widget_helpers import Show

TABLE = action_table()


CHOSEN = Preferences(
    theme="dark",
    font_style="sans",
    zoom=130,
    folding=True,
    options=Options(case=False, punctuation=True, marks=False),
    size_limit_mb=12,
    annotator="ann",
    language="en",
    keys={"find": ("Alt+F",)},
)


@pytest.fixture
def dialog(qapp: QApplication, show: Show) -> SettingsDialog:
    """The dialog with nothing chosen yet."""
    dialog = SettingsDialog(Preferences(), TABLE)
    show(dialog)
    return dialog


@pytest.fixture
def heard(dialog: SettingsDialog) -> list[Preferences]:
    """What the dialog announces."""
    found: list[Preferences] = []
    dialog.applied.connect(found.append)
    return found


def field_of(dialog: QWidget, name: str) -> QWidget:
    """Return the field that the label *name* belongs to."""
    [buddy] = [label.buddy() for label in dialog.findChildren(QLabel) if label.text() == name]
    assert buddy is not None
    return buddy


def number(dialog: QWidget, name: str) -> QSpinBox:
    field = field_of(dialog, name)
    assert isinstance(field, QSpinBox)
    return field


def test_the_dialog_gives_back_what_it_was_given(qapp: QApplication, show: Show) -> None:
    dialog = SettingsDialog(CHOSEN, TABLE)
    show(dialog)
    assert dialog.preferences() == replace(CHOSEN, keys={"find": ("Alt+F",)})


def test_unknown_choices_become_the_first_one(qapp: QApplication) -> None:
    dialog = SettingsDialog(replace(CHOSEN, theme="gone", language="xx"), TABLE)
    assert (dialog.preferences().theme, dialog.preferences().language) == ("system", "system")


def test_each_control_changes_its_preference(
    dialog: SettingsDialog, heard: list[Preferences]
) -> None:
    for name, value in (("Colours:", "dark"), ("Language:", "en"), ("Font of the texts:", "sans")):
        box = field_of(dialog, name)
        assert isinstance(box, QComboBox)
        box.setCurrentIndex(box.findData(value))
    number(dialog, "Size of the texts:").setValue(130)
    number(dialog, "Largest document:").setValue(12)
    for switch in dialog.findChildren(QCheckBox):
        if switch.text().startswith(("Fold", "Upper", "All", "Optional")):
            switch.click()
    name_field = field_of(dialog, "Annotator:")
    assert isinstance(name_field, QLineEdit)
    name_field.setText("  ann ")
    dialog.accept()
    assert heard == [replace(CHOSEN, keys={})]


def test_apply_announces_only_what_is_new(dialog: SettingsDialog, heard: list[Preferences]) -> None:
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    apply = buttons.button(QDialogButtonBox.StandardButton.Apply)
    apply.click()
    assert heard == []
    number(dialog, "Size of the texts:").setValue(200)
    apply.click()
    apply.click()
    assert [each.zoom for each in heard] == [200]


def test_cancel_announces_nothing(dialog: SettingsDialog, heard: list[Preferences]) -> None:
    number(dialog, "Size of the texts:").setValue(200)
    dialog.reject()
    assert heard == []


def test_the_tabs_can_be_gone_through_by_keyboard(dialog: SettingsDialog) -> None:
    tabs = dialog.findChild(QTabWidget)
    assert tabs is not None
    tabs.tabBar().setFocus()
    QTest.keyClick(tabs.tabBar(), Qt.Key.Key_Right)
    assert tabs.currentIndex() == 1


@pytest.mark.parametrize(("zoom", "limit"), [(20, 50), (500, 50), (100, 0)])
def test_preferences_refuse_nonsense(zoom: int, limit: int) -> None:
    with pytest.raises(ValueError, match="must be"):
        Preferences(zoom=zoom, size_limit_mb=limit)


@pytest.mark.parametrize(
    ("lowest", "highest", "make"),
    [
        (60, 300, lambda value: Preferences(zoom=value)),
        (1, 2000, lambda value: Preferences(size_limit_mb=value)),
    ],
)
def test_a_preference_outside_its_range_is_an_error(
    lowest: int, highest: int, make: Callable[[int], Preferences]
) -> None:
    assert make(lowest) != make(highest)
    for value in (lowest - 1, highest + 1):
        with pytest.raises(ValueError, match=f"{lowest} to {highest}"):
            make(value)


def test_documents_of_fifty_megabytes_are_read(tmp_path: Path) -> None:
    assert reading_of(Settings(tmp_path / "settings")).limit == 50_000_000
