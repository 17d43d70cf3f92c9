"""How columns are shown to somebody who chooses the one with the texts."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QComboBox

from gui.widgets.window.columns_dialog import ColumnsDialog


def test_60_characters_of_a_name_and_of_a_value_are_shown(qapp: QApplication) -> None:
    columns = [("n" * 60, "v" * 60), ("n" * 61, "v" * 61)]
    dialog = ColumnsDialog("pool.csv", columns)
    choice = dialog.findChild(QComboBox)
    assert isinstance(choice, QComboBox)
    whole, cut = (choice.itemText(row).split(": ") for row in range(2))
    assert whole == ["n" * 60, "v" * 60]
    assert (len(cut[0]), cut[1]) == (60, "v" * 60 + "…")
    dialog.deleteLater()
