"""The evidence in a short column: each part behind a tab instead of a row or two of each."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui.widgets.controls.tables import EvidenceTable
from gui.widgets.controls.theme import load_theme
from gui.widgets.evidence.evidence_panel import EvidencePanel
from tests.widgets.samples import comparison


@pytest.fixture
def panel(look: QApplication, show: Callable[[QWidget], None]) -> EvidencePanel:
    panel = EvidencePanel()
    panel.set_theme(load_theme("light"))
    panel.set_comparison(comparison())
    panel.resize(300, 900)
    show(panel)
    return panel


def seen(panel: EvidencePanel) -> list[str]:
    parts = {"summary": panel.summary, "ledger": panel.ledger, "sections": panel.sections}
    return [name for name, part in parts.items() if part.isVisible()]


def rows_of_the_ledger(panel: EvidencePanel) -> int:
    table = panel.ledger.findChild(EvidenceTable)
    assert table is not None
    return table.viewport().height() // table.verticalHeader().defaultSectionSize()


@pytest.mark.parametrize("height", [560, 660, 690, 790, 970])
def test_the_ledger_has_rows_enough_at_every_height_of_a_screen(
    panel: EvidencePanel, height: int
) -> None:
    panel.resize(300, height)
    QApplication.processEvents()
    if panel.tabs.isVisible():
        panel.tabs.setCurrentIndex(1)
        QApplication.processEvents()
    assert rows_of_the_ledger(panel) >= 4


def test_a_short_column_shows_one_part_and_the_keys_change_it(panel: EvidencePanel) -> None:
    assert seen(panel) == ["summary", "ledger", "sections"]
    panel.resize(300, 660)
    QApplication.processEvents()
    assert seen(panel) == ["summary"]
    panel.tabs.setFocus()
    QTest.keyClick(panel.tabs, Qt.Key.Key_Right)
    assert seen(panel) == ["ledger"]
    panel.set_comparison(comparison())
    assert seen(panel) == ["ledger"], "a new pair does not change the tab"
    panel.resize(300, 900)
    QApplication.processEvents()
    assert seen(panel) == ["summary", "ledger", "sections"]


def test_the_borders_are_remembered_although_the_column_is_short(panel: EvidencePanel) -> None:
    panel.splitter.setSizes([300, 400, 190])
    before = panel.splitter.sizes()
    panel.resize(300, 600)
    QApplication.processEvents()
    kept = panel.places()
    panel.set_places(kept)
    panel.resize(300, 900)
    QApplication.processEvents()
    assert panel.splitter.sizes() == before
