"""Labels and tooltips: literal, elided or wrapped; text read back from a field unchanged."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from gui.widgets.controls.controls import ElidedLabel, plain_label, tip
from gui.widgets.controls.qt_text import exact_text
from tests.widgets.widget_helpers import Show


def test_a_tooltip_shows_markup_literally() -> None:
    assert tip("<b>x</b>.txt") == "<qt>&lt;b&gt;x&lt;/b&gt;.txt</qt>"
    assert tip("one\ntwo") == "<qt>one<br>two</qt>"
    assert tip("") == ""


def test_a_long_line_gives_way_and_can_still_be_read(qapp: QApplication, show: Show) -> None:
    label = ElidedLabel("/data/" + "folder/" * 60 + "file.txt")
    window = QWidget()
    QVBoxLayout(window).addWidget(label)
    window.resize(200, 60)
    show(window)
    assert window.width() <= 240
    assert "file.txt" in label.toolTip()
    assert label.accessibleName().endswith("file.txt")


def test_a_wrapped_label_takes_the_height_that_its_width_needs(
    qapp: QApplication, show: Show
) -> None:
    label = plain_label("many words " * 30, wrap=True)
    window = QWidget()
    QVBoxLayout(window).addWidget(label)
    window.resize(240, 400)
    show(window)
    assert label.height() >= label.heightForWidth(label.width())


def test_text_is_read_back_without_qts_losses(qapp: QApplication) -> None:
    document = QTextDocument()
    text = "a\u00a0b\u2028c\n\nd\u200be"
    document.setPlainText(text)
    assert exact_text(document) == text
    assert document.toPlainText() != text
