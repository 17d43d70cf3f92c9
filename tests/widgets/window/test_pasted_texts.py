"""Two texts that are pasted are compared exactly as they are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QPlainTextEdit,
    QPushButton,
)

from gui import __version__
from gui.widgets.settings.settings_controller import AboutDialog
from gui.widgets.window.opening_controller import PasteDialog
from tests.widgets.widget_helpers import Show, label_texts


def test_two_texts_are_given_back_exactly(qapp: QApplication, show: Show) -> None:
    dialog = PasteDialog()
    show(dialog)
    [compare] = [b for b in dialog.findChildren(QPushButton) if b.text() == "Compare"]
    reference, candidate = dialog.findChildren(QPlainTextEdit)
    reference.insertPlainText("a\u00a0b\n\n<b>c</b> 😀")
    assert not compare.isEnabled(), "the candidate has no words yet"
    candidate.insertPlainText(" \n")
    assert not compare.isEnabled()
    candidate.insertPlainText("d\u2028e")
    assert compare.isEnabled()
    assert dialog.texts() == ("a\u00a0b\n\n<b>c</b> 😀", " \nd\u2028e")


def test_tab_leaves_a_text_field(qapp: QApplication, show: Show) -> None:
    dialog = PasteDialog()
    show(dialog)
    reference, candidate = dialog.findChildren(QPlainTextEdit)
    reference.setFocus()
    QTest.keyClick(reference, Qt.Key.Key_Tab)
    assert candidate.hasFocus()


def test_about_names_version_and_licence(qapp: QApplication, show: Show) -> None:
    dialog = AboutDialog()
    show(dialog)
    text = "\n".join(label_texts(dialog))
    assert f"Version {__version__}" in text
    assert "MIT licence" in text
