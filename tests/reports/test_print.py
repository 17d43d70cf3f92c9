"""The report for paper as Qt draws it: all the text, and each kind with its shape."""

from __future__ import annotations

import pytest

from gui.reports import to_print_html
from tests.reports.samples import every_kind

QtGui = pytest.importorskip("PySide6.QtGui", exc_type=ImportError)


def test_all_text_and_every_mark_arrive_in_the_document(qapp: object) -> None:
    comparison = every_kind()
    document = QtGui.QTextDocument()
    document.setHtml("".join(to_print_html(comparison, title="A <pair>")))
    plain = document.toPlainText()
    for side in (comparison.reference, comparison.candidate):
        for section in side.sections:
            assert section.of(side.text) in plain
    marks = dict(_marks(document))
    assert marks["old"] == marks["new"] == "underline"
    assert marks["big"] == "strike-out"
    assert marks["today"] == "bold"
    assert marks["harb\u043eur"] == "italic underline"
    assert marks["quay"] == "italic"


def _marks(document: object) -> list[tuple[str, str]]:
    """Return each stretch of text that has a format of its own, with what marks it."""
    found = []
    block = document.begin()  # type: ignore[attr-defined]
    while block.isValid():
        fragments = block.begin()
        while not fragments.atEnd():
            fragment = fragments.fragment()
            font = fragment.charFormat()
            names = (
                ("italic", font.fontItalic()),
                ("bold", font.fontWeight() >= QtGui.QFont.Weight.DemiBold),
                ("underline", font.fontUnderline()),
                ("strike-out", font.fontStrikeOut()),
            )
            found.append((fragment.text(), " ".join(name for name, on in names if on)))
            fragments += 1
        block = block.next()
    return found
