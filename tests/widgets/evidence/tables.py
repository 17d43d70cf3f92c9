"""The table of a part of the evidence."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.widgets.evidence.evidence_tables import EvidenceTable


def table_of(panel: QWidget) -> EvidenceTable:
    table = panel.findChild(EvidenceTable)
    assert isinstance(table, EvidenceTable)
    return table
