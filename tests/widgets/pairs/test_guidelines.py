"""The panel of the guidelines: Markdown is rendered, other text stands as it is."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit

from gui.widgets.controls.markdown_view import MarkdownView
from gui.widgets.pairs.guidelines import GuidelinesPanel
from tests.widgets.widget_helpers import Show

TEXT = "# Rules\n\nRead **both** <b>texts</b>.\n"


def shown(panel: GuidelinesPanel) -> str:
    kinds: tuple[type[QPlainTextEdit] | type[QTextEdit], ...] = (QPlainTextEdit, MarkdownView)
    fields = [field for kind in kinds for field in panel.findChildren(kind)]
    return "".join(field.toPlainText() for field in fields if field.isVisible())


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("guidelines.md", "Rules\nRead both <b>texts</b>."),
        ("RULES.MD", "Rules\nRead both <b>texts</b>."),
        ("rules.markdown", "Rules\nRead both <b>texts</b>."),
        ("guidelines.txt", TEXT),
        ("guidelines", TEXT),
    ],
)
def test_only_markdown_is_rendered(name: str, text: str, qapp: QApplication, show: Show) -> None:
    panel = GuidelinesPanel()
    show(panel)
    panel.set_text(TEXT, name)
    assert shown(panel) == text


def test_markdown_that_is_too_long_stays_plain_text(qapp: QApplication, show: Show) -> None:
    panel = GuidelinesPanel()
    show(panel)
    panel.set_text("- **a**\n" * 2_000, "guidelines.md")
    assert shown(panel).startswith("- **a**\n")
    panel.set_text("- **a**\n", "guidelines.md")
    assert shown(panel) == "a"
    panel.set_text(None)
    assert shown(panel) == ""
