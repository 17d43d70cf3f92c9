"""The report on paper: nothing is lost between two pages, and nothing torn that need not be."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QImage, QPainter, QPdfWriter, QTextDocument, QTextTable
from PySide6.QtWidgets import QApplication

from gui.widgets.paper import PageOf, draw_page, page_layout, pages_of, print_pages
from gui.widgets.reporting import text_document
from gui.widgets.theme import apply_theme, load_theme

WORDS = " ".join(f"word{number}" for number in range(40))
SIZE = QSizeF(9000, 6000)  # of a page, in dots


@pytest.fixture
def device(tmp_path: Path, qapp: QApplication) -> QPdfWriter:
    device = QPdfWriter(str(tmp_path / "report.pdf"))
    device.setPageLayout(page_layout())
    return device


def report(device: QPdfWriter, rows: int, words: str = WORDS) -> QTextDocument:
    cells = f"<td>{words}</td><td>7</td><td>{words}</td>"
    document = text_document(
        "<h2>Title</h2><p>Figures</p><h3>The pair</h3>"
        '<table width="100%" cellpadding="5"><thead><tr><th>R</th><th></th><th>C</th></tr></thead>'
        + f"<tr>{cells}</tr>" * rows
        + "</table>"
    )
    document.documentLayout().setPaintDevice(device)
    return document


def line_boxes(document: QTextDocument) -> list[tuple[float, float, str]]:
    """Where each line of the strip stands, and its block's text."""
    found = []
    block = document.begin()
    while block.isValid():
        top = document.documentLayout().blockBoundingRect(block).top()
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number)
            found.append((top + line.y(), top + line.y() + line.height(), block.text()))
        block = block.next()
    return [box for box in found if box[2]]


def page_numbers(pages: list[PageOf], top: float, bottom: float) -> list[int]:
    """The pages that show something of what stands from *top* to *bottom*."""
    return [n for n, page in enumerate(pages) if page.body.top < bottom and top < page.body.bottom]


def test_each_line_is_on_one_page_and_the_pages_follow_each_other(device: QPdfWriter) -> None:
    document = report(device, 30)
    pages = pages_of(document, SIZE)
    assert len(pages) > 3
    for top, bottom, text in line_boxes(document):
        assert len(page_numbers(pages, top, bottom)) == 1, text
    for one, two in pairwise(pages):
        assert two.body.top == pytest.approx(one.body.bottom)


def test_a_row_that_fits_is_not_torn_and_each_page_repeats_the_head(device: QPdfWriter) -> None:
    document = report(device, 30)
    pages = pages_of(document, SIZE)
    table = next(f for f in document.rootFrame().childFrames() if isinstance(f, QTextTable))
    layout = document.documentLayout()
    for row in range(1, table.rows()):
        box = layout.blockBoundingRect(table.cellAt(row, 0).firstCursorPosition().block())
        assert len(page_numbers(pages, box.top() + 1, box.bottom() - 1)) == 1
    assert pages[0].head is None
    assert all(page.head is not None for page in pages[1:])
    for page in pages:
        head = page.head.bottom - page.head.top if page.head else 0
        assert page.body.bottom - page.body.top + head <= SIZE.height() + 1


def test_a_row_higher_than_a_page_is_parted_between_lines(device: QPdfWriter) -> None:
    document = report(device, 1, " ".join([WORDS] * 20))
    pages = pages_of(document, SIZE)
    assert len(pages) > 2
    for top, bottom, text in line_boxes(document):
        assert len(page_numbers(pages, top, bottom)) == 1, text


def test_a_heading_is_never_the_last_thing_on_a_page(device: QPdfWriter) -> None:
    document = text_document("<p>Line</p>" * 60 + "<h3>Heading</h3><p>Text</p>")
    document.documentLayout().setPaintDevice(device)
    pages_of(document, SIZE)
    boxes = line_boxes(document)
    heading = next(box for box in boxes if box[2] == "Heading")
    # A page that ends just below the heading.
    pages = pages_of(document, QSizeF(SIZE.width(), heading[1] + 5))
    [on] = page_numbers(pages, *heading[:2])
    assert on == 1
    assert page_numbers(pages, *boxes[-1][:2]) == [1]


def test_paper_is_white_and_its_text_dark_while_the_window_is_dark(
    qapp: QApplication, device: QPdfWriter
) -> None:
    apply_theme(qapp, load_theme("dark"))
    document = text_document("<p>Words</p>")
    pages = pages_of(document, QSizeF(300, 200))
    image = QImage(300, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_page(painter, document, pages[0])
    painter.end()
    apply_theme(qapp, load_theme("light"))
    shades = [image.pixelColor(x, y).lightness() for x in range(80) for y in range(40)]
    assert min(shades) < 80
    assert max(shades) == 255


def test_only_the_pages_that_are_wanted_are_printed(tmp_path: Path, qapp: QApplication) -> None:
    sizes = []
    for first, last in ((0, 0), (2, 3)):
        path = tmp_path / f"{first}.pdf"
        device = QPdfWriter(str(path))
        device.setPageLayout(page_layout())
        assert print_pages(report(device, 60), device, "<b>title</b>", first, last)
        sizes.append(path.read_bytes().count(b"/Type /Page\n"))
    assert sizes[0] > 3
    assert sizes[1] == 2
