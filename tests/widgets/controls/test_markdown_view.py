"""Markdown is rendered, HTML in it stays literal, and nothing is loaded for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QImage, QTextDocument
from PySide6.QtWidgets import QApplication

from gui.widgets.controls.markdown_view import (
    MarkdownView,
    SealedDocument,
    is_short_enough,
    markdown_document,
)
from tests.widgets.widget_helpers import Show


def test_headings_lists_and_emphasis_are_rendered(qapp: QApplication) -> None:
    document = markdown_document("# Rules\n\n- **bold** one\n- two\n")
    assert document.toPlainText().split("\n") == ["Rules", "bold one", "two"]
    first = document.begin()
    assert first.blockFormat().headingLevel() == 1
    assert first.next().textList() is not None
    assert document.find("bold").charFormat().fontWeight() > 500


@pytest.mark.parametrize(
    "html", ["a <b>x</b> c", "<img src='x.png'>", "<script>x</script>", "&lt;b&gt; <br>"]
)
def test_html_stays_literal(html: str, qapp: QApplication) -> None:
    shown = markdown_document(f"Before\n\n{html}\n").toPlainText()
    assert html.replace("&lt;b&gt;", "<b>") in shown


@pytest.mark.parametrize("how", ["![red]({})", "<img src='{}'>", "![red][r]\n\n[r]: {}"])
@pytest.mark.parametrize("form", ["path", "url"])
def test_no_picture_is_loaded(
    how: str, form: str, tmp_path: Path, qapp: QApplication, show: Show
) -> None:
    picture = QImage(80, 80, QImage.Format.Format_RGB32)
    picture.fill(QColor("#ff0000"))
    path = tmp_path / "red.png"
    assert picture.save(str(path))
    place = str(path) if form == "path" else path.as_uri()
    view = MarkdownView()
    view.resize(300, 300)
    view.show_markdown(how.format(place))
    show(view)
    drawn = view.grab().toImage()
    red = sum(
        drawn.pixelColor(x, y) == QColor("#ff0000")
        for x in range(0, drawn.width(), 5)
        for y in range(0, drawn.height(), 5)
    )
    assert red == 0
    assert "red" in view.toPlainText()


def test_a_sealed_document_gives_an_empty_picture_for_whatever_is_named(
    qapp: QApplication, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.css"
    secret.write_text("p { color: red }", encoding="utf-8")
    document = SealedDocument()
    for kind in (
        QTextDocument.ResourceType.ImageResource,
        QTextDocument.ResourceType.StyleSheetResource,
        QTextDocument.ResourceType.HtmlResource,
    ):
        found = document.resource(kind.value, QUrl.fromLocalFile(str(secret)))
        assert isinstance(found, QImage)
        assert found.size().width() == 1


def test_what_would_take_long_is_not_rendered() -> None:
    assert is_short_enough("word " * 1_000)
    assert not is_short_enough("word " * 10_000)
    assert not is_short_enough("|a|b|\n" * 1_000)
    assert not is_short_enough("- a\n" * 2_000)


def test_the_beginning_is_shown_until_somebody_scrolls(qapp: QApplication, show: Show) -> None:
    view = MarkdownView()
    view.show_markdown("# Rules\n\n" + "A long line of words that wraps.\n\n" * 60)
    bar = view.verticalScrollBar()
    show(view)
    view.resize(140, 120)
    QApplication.processEvents()
    assert bar.maximum() > 0
    assert bar.value() == 0
    bar.triggerAction(bar.SliderAction.SliderPageStepAdd)
    assert bar.value() > 0


@pytest.mark.parametrize(
    ("most", "more"),
    [
        ("x" * 40_000, "x" * 40_001),
        ("- a\n" * 1_499, "- a\n" * 1_500),
        ("|" * 2_000, "|" * 2_001),  # each may be a cell of a table
    ],
)
def test_40_000_characters_1500_lines_and_2000_bars_are_rendered(most: str, more: str) -> None:
    assert is_short_enough(most)
    assert not is_short_enough(more)
