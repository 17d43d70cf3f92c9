"""How the column of the evidence shares its height, and its tables their width."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from gui.widgets.controls.theme import load_theme
from gui.widgets.evidence.evidence_panel import EvidencePanel
from gui.widgets.evidence.evidence_tables import EvidenceTable
from tests.widgets.evidence.test_evidence_panel import ledger_of
from tests.widgets.widget_helpers import Show


@pytest.fixture
def panel(look: QApplication, show: Show) -> EvidencePanel:
    panel = EvidencePanel()
    panel.set_theme(load_theme("light"))
    panel.resize(300, 1_000)
    show(panel)
    return panel


def test_further_height_goes_to_the_ledger_and_a_quarter_of_it_to_the_sections(
    panel: EvidencePanel,
) -> None:
    before = panel.splitter.sizes()
    panel.resize(300, 1_400)
    QApplication.processEvents()
    grown = [after - was for after, was in zip(panel.splitter.sizes(), before, strict=True)]
    assert grown == pytest.approx([0, 300, 100], abs=2)


@pytest.mark.parametrize("pixels", [8, 30])
def test_all_parts_are_seen_from_45_lines_or_750_pixels_on(
    panel: EvidencePanel, pixels: int
) -> None:
    font = QFont(panel.font())
    font.setPixelSize(pixels)
    panel.setFont(font)
    least = max(750, 45 * panel.fontMetrics().lineSpacing())
    assert (least > 750) is (pixels > 8)
    for height, tabbed in ((least, False), (least - 1, True)):
        panel.resize(300, height)
        QApplication.processEvents()
        assert panel.height() == height
        assert panel.tabs.isVisible() is tabbed


@pytest.mark.parametrize(("row", "counts"), [(199, True), (200, False)])
def test_the_first_200_rows_decide_about_the_widths(
    panel: EvidencePanel, row: int, counts: bool
) -> None:
    """All of thousands would keep the window waiting."""
    words = [(f"a{n:03}", f"b{n:03}") for n in range(201)]
    table = panel.ledger.findChild(EvidenceTable)
    assert table is not None
    panel.set_comparison(ledger_of(*words))
    QApplication.processEvents()
    before = table.columnWidth(0)
    words[row] = (f"a{row:03}" + "w" * 20, f"b{row:03}")
    panel.set_comparison(ledger_of(*words))
    QApplication.processEvents()
    assert (table.columnWidth(0) > before) is counts


def test_the_column_of_numbers_is_20_pixels_wider_than_its_heading(panel: EvidencePanel) -> None:
    """The style keeps some of them for itself."""
    table = panel.ledger.findChild(EvidenceTable)
    assert table is not None
    panel.set_comparison(ledger_of(("dawn", "sunrise"), ("quay", "pier")))
    QApplication.processEvents()
    header = table.horizontalHeader()
    text = table.model().headerData(2, Qt.Orientation.Horizontal)
    assert header.sectionSize(2) == header.fontMetrics().horizontalAdvance(text) + 20
