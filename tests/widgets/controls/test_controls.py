""""""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from gui.widgets.controls.controls import ElidedLabel, plain_label, tip
from gui.widgets.controls.language import install_language, spoken_language
from gui.widgets.controls.qt_text import exact_text
from gui.widgets.evidence.evidence_tables import KIND_NAMES, kind_hint, kind_text

Show = Callable[[QWidget], None]


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


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_each_kind_has_its_word_and_its_sentence(kind: str) -> None:
    assert kind_text(kind)
    assert kind_hint(kind).endswith(".")


def test_unknown_kinds_are_errors() -> None:
    for ask in (kind_text, kind_hint):
        with pytest.raises(KeyError):
            ask("paired")


@pytest.mark.parametrize(
    ("choice", "desktop", "spoken"),
    [
        ("en", ["de-DE"], "en"),
        ("xx", ["de-DE"], "en"),
        ("system", ["xx-XX", "en-GB"], "en"),
        ("", [], "en"),
    ],
)
def test_the_language_is_the_chosen_one_or_the_desktops(
    choice: str, desktop: list[str], spoken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        QLocale,
        "system",
        staticmethod(lambda: type("Desktop", (), {"uiLanguages": lambda self: desktop})()),
    )
    assert spoken_language(choice) == spoken


def test_a_language_can_be_changed_and_leaves_nothing_behind(qapp: QApplication) -> None:
    before = QLocale()
    try:
        for choice in ("en", "en"):
            assert install_language(qapp, choice) == "en"
        found = qapp.findChildren(QTranslator, "language")
        assert len(found) <= 4
    finally:
        for translator in qapp.findChildren(QTranslator, "language"):
            qapp.removeTranslator(translator)
            translator.deleteLater()
        QLocale.setDefault(before)
