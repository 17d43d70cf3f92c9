"""How many rows that name no pair are listed, and how many pairs that one may be about."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QTreeWidget

from gui.labels import LabelRow
from gui.labels.reconciling.stray_rows import Stray
from gui.widgets.labelling.stray_rows_dialog import StrayRows, StrayRowsDialog
from tests.widgets.widget_helpers import label_texts


def stray(*possible: str) -> Stray:
    return Stray(LabelRow("7", "a.txt", "b.txt", "copy", "anna", "", ""), None, possible)


def dialog_of(*strays: Stray) -> tuple[StrayRowsDialog, QTreeWidget]:
    dialog = StrayRowsDialog(StrayRows(strays, 0, ()), "labels.csv")
    table = dialog.findChild(QTreeWidget)
    assert isinstance(table, QTreeWidget)
    return dialog, table


@pytest.mark.parametrize(("rows", "listed"), [(1_000, 1_000), (1_001, 1_000)])
def test_a_thousand_rows_are_listed(qapp: QApplication, rows: int, listed: int) -> None:
    dialog, table = dialog_of(*[stray()] * rows)
    assert table.topLevelItemCount() == listed
    assert ("The first 1,000 are listed." in label_texts(dialog)) is (rows > listed)
    dialog.deleteLater()


def test_three_pairs_are_named_that_a_row_may_be_about(qapp: QApplication) -> None:
    dialog, table = dialog_of(stray("07", "007", "7.0"), stray("07", "007", "7.0", "0007"))
    told = [table.topLevelItem(row).text(1) for row in range(2)]  # type: ignore[union-attr]
    assert told == ["any of 07, 007, 7.0", "any of 07, 007, 7.0, …"]
    dialog.deleteLater()
