"""Enter does what a dialog is for, and does not cancel it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QPushButton

from gui.widgets.window.columns_dialog import ColumnsDialog
from gui.widgets.window.link_dialogs import LinksDialog
from gui.widgets.window.opening_controller import PasteDialog
from tests.widgets.widget_helpers import Show


def columns() -> ColumnsDialog:
    return ColumnsDialog("odd.csv", [("nr", "n1"), ("inhalt", "The ferry waited for the swans.")])


@pytest.mark.parametrize("make", [PasteDialog, LinksDialog, columns])
def test_the_default_button_is_not_the_one_that_cancels(
    qapp: QApplication, show: Show, make: Callable[[], QDialog]
) -> None:
    dialog = make()
    show(dialog)
    (default,) = [own for own in dialog.findChildren(QPushButton) if own.isDefault()]
    assert default.text() != "Cancel"


def test_enter_in_the_field_of_a_column_looks_for_pairs(qapp: QApplication, show: Show) -> None:
    dialog = columns()
    show(dialog)
    accepted: list[bool] = []
    dialog.accepted.connect(lambda: accepted.append(True))
    QTest.keyClick(dialog.findChildren(QComboBox)[0], Qt.Key.Key_Return)
    assert accepted
