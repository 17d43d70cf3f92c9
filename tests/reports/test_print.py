"""The report for paper as Qt draws it: all the text, and each kind with its shape."""

from __future__ import annotations

import pytest

from gui.reports import to_print_html
from gui.reports.html.markup import direction
from tests.reports.samples import every_kind, of_texts

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


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("12 May", "ltr"),
        ("12 \u05d0", "rtl"),
        ("\u0641\u062a\u062d", "rtl"),
        ("12", "ltr"),
        ("", "ltr"),
    ],
)
def test_a_text_is_set_from_the_side_of_its_first_letter(text: str, side: str) -> None:
    assert direction(text) == side


def test_arabic_is_set_from_the_right_and_the_arrows_keep_their_direction(qapp: object) -> None:
    same = "\u0627\u0644\u0645\u062c\u0644\u0633 \u0642\u0631\u0631 \u064a\u0648\u0645 "
    comparison = of_texts(
        same + "\u0641\u062a\u062d " + same, same + "\u0645\u0631\u0641\u0623 " + same
    )
    assert len(comparison.ledger) == 1
    [entry] = comparison.ledger
    markup = "".join(to_print_html(comparison, title="t"))
    assert markup.count('dir="rtl"') == 2
    assert f"\u2068{entry.reference}\u2069 → <b>\u2068{entry.candidate}\u2069</b>" in markup
    document = QtGui.QTextDocument()
    document.setHtml(markup)
    sides = set()
    block = document.begin()
    while block.isValid():
        if same.strip() in block.text():
            sides.add(block.textDirection())
        block = block.next()
    assert [side.name for side in sides] == ["RightToLeft"]
