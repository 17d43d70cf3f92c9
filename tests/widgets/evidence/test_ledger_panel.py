"""The ledger by keys and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QToolTip,
)

from gui.compare import compare
from gui.documents import read_text
from gui.widgets.evidence.evidence_tables import (
    LedgerPanel,
)
from tests.widgets.evidence.tables import table_of
from tests.widgets.widget_helpers import Show, heard


@pytest.fixture
def ledger(qapp: QApplication, show: Show) -> LedgerPanel:
    panel = LedgerPanel()
    one = "The cat sat here. The cat ran off. A dog barked at the cat and at the moon."
    panel.set_comparison(
        compare(read_text(one), read_text(one.replace("cat", "feline").replace("moon", "night")))
    )
    show(panel)
    return panel


def test_enter_steps_through_the_occurrences_and_round(ledger: LedgerPanel) -> None:
    emitted = heard(ledger.occurrence_wanted)
    table = table_of(ledger)
    table.selectRow(0)
    assert emitted == [], "moving through the rows goes nowhere yet"
    for _ in range(4):
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert emitted == [0, 1, 2, 0]
    table.selectRow(1)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert emitted[-1] == 3


def test_a_click_goes_there_and_a_selecting_click_does_not(ledger: LedgerPanel) -> None:
    emitted = heard(ledger.occurrence_wanted)
    table = table_of(ledger)
    place = table.visualRect(table.model().index(1, 0)).center()
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(table.viewport(), left, plain, place)
    assert emitted == [3]


def test_stepping_goes_on_from_the_change_that_one_stands_on(ledger: LedgerPanel) -> None:
    emitted = heard(ledger.occurrence_wanted)
    ledger.show_change(1)
    assert table_of(ledger).currentIndex().row() == 0
    ledger.step(0)
    assert emitted == [2]
    ledger.show_change(None)
    assert table_of(ledger).selectionModel().selectedRows() == []


def test_the_ledger_is_copied_as_text_and_as_csv(ledger: LedgerPanel) -> None:
    ledger.copy_text()
    assert QGuiApplication.clipboard().text() == "cat → feline\t3\nmoon → night\t1\n"
    table_of(ledger).selectRow(1)
    ledger.copy_csv()
    assert QGuiApplication.clipboard().text().splitlines() == [
        "reference,candidate,count",
        "moon,night,1",
    ]


def test_typing_filters_the_ledger(ledger: LedgerPanel) -> None:
    field = ledger.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "NIGHT")
    assert table_of(ledger).model().rowCount() == 1
    ledger.set_comparison(None)
    assert field.text() == ""


def test_a_row_is_told_in_full_by_its_tooltip(ledger: LedgerPanel, qapp: QApplication) -> None:
    table = table_of(ledger)
    place = table.visualRect(table.model().index(0, 0)).center()
    event = QHelpEvent(QEvent.Type.ToolTip, place, table.viewport().mapToGlobal(place))
    qapp.sendEvent(table.viewport(), event)
    assert "cat became feline, 3 time" in QToolTip.text()
    QToolTip.hideText()
