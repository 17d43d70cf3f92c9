"""Two texts that are pasted are compared exactly as they are."""

from __future__ import annotations

import pytest
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
from tests.review.waiting import wait_until
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


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_control_enter_compares_once_there_are_two_texts(
    qapp: QApplication, show: Show, key: Qt.Key
) -> None:
    dialog = PasteDialog()
    show(dialog)
    dialog.activateWindow()
    wait_until(dialog.isActiveWindow)
    reference, candidate = dialog.findChildren(QPlainTextEdit)
    reference.setPlainText("one")
    reference.setFocus()
    accepted: list[tuple[str, str]] = []
    dialog.accepted.connect(lambda: accepted.append(dialog.texts()))
    QTest.keyClick(reference, key, Qt.KeyboardModifier.ControlModifier)
    assert not accepted
    candidate.setPlainText("two")
    QTest.keyClick(reference, key, Qt.KeyboardModifier.ControlModifier)
    assert accepted == [("one", "two")]


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
