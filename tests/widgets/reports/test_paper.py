"""The report on paper: nothing is lost between two pages, and nothing torn that need not be."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import (
    QColor,
    QImage,
    QPageLayout,
    QPainter,
    QPdfWriter,
    QTextDocument,
    QTextTable,
)
from PySide6.QtWidgets import QApplication

from gui.widgets.controls.theme import apply_theme, load_theme
from gui.widgets.reports.report_writing import (
    PlacedStretch,
    draw_page,
    page_layout,
    pages_of,
    parts_of,
    print_strips,
    text_document,
)

WORDS = " ".join(f"word{number}" for number in range(40))
WIDTH, HEIGHT = 9000.0, 6000.0  # of a page, in dots
Page = list[PlacedStretch]


@pytest.fixture
def device(tmp_path: Path, qapp: QApplication) -> QPdfWriter:
    device = QPdfWriter(str(tmp_path / "report.pdf"))
    device.setPageLayout(page_layout())
    return device


def test_a_page_is_a4_with_a_margin_of_15_millimetres() -> None:
    paper = page_layout().fullRect(QPageLayout.Unit.Millimeter)
    text = page_layout().paintRect(QPageLayout.Unit.Millimeter)
    assert (round(paper.width()), round(paper.height())) == (210, 297)
    assert text.getRect() == pytest.approx((15, 15, 180, 267), abs=0.1)


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


def laid_out(document: QTextDocument, height: float = HEIGHT) -> list[Page]:
    return pages_of(parts_of(document, WIDTH), height)


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


def page_numbers(pages: list[Page], top: float, bottom: float) -> list[int]:
    """The pages that show all of what stands from *top* to *bottom*, or a part of it."""
    return [
        number
        for number, page in enumerate(pages)
        for _, stretch in page
        if stretch.top < bottom - 1 and top + 1 < stretch.bottom
    ]


def test_each_line_is_on_one_page_and_nothing_overlaps(device: QPdfWriter) -> None:
    document = report(device, 30)
    pages = laid_out(document)
    assert len(pages) > 3
    for top, bottom, text in line_boxes(document):
        if text not in ("R", "C"):
            assert len(page_numbers(pages, top, bottom)) == 1, text
    for page in pages:
        below = 0.0
        for y, stretch in page:
            assert y >= below - 1
            below = y + stretch.bottom - stretch.top
        assert below <= HEIGHT + 1


def test_a_row_that_fits_is_not_torn_and_each_page_repeats_the_head(device: QPdfWriter) -> None:
    document = report(device, 30)
    pages = laid_out(document)
    table = next(f for f in document.rootFrame().childFrames() if isinstance(f, QTextTable))
    layout = document.documentLayout()
    for row in range(1, table.rows()):
        box = layout.blockBoundingRect(table.cellAt(row, 0).firstCursorPosition().block())
        assert len(page_numbers(pages, box.top(), box.bottom())) == 1
    head = layout.blockBoundingRect(table.cellAt(0, 0).firstCursorPosition().block())
    assert page_numbers(pages, head.top(), head.bottom()) == list(range(len(pages)))


def test_a_row_higher_than_a_page_is_parted_between_lines(device: QPdfWriter) -> None:
    document = report(device, 1, " ".join([WORDS] * 20))
    pages = laid_out(document)
    assert len(pages) > 2
    for top, bottom, text in line_boxes(document):
        if text not in ("R", "C"):
            assert len(page_numbers(pages, top, bottom)) == 1, text


def test_a_heading_is_never_the_last_thing_on_a_page(device: QPdfWriter) -> None:
    document = text_document("<p>Line</p>" * 60 + "<h3>Heading</h3><p>Text</p>")
    document.documentLayout().setPaintDevice(device)
    laid_out(document)
    boxes = line_boxes(document)
    heading = next(box for box in boxes if box[2] == "Heading")
    pages = laid_out(document, heading[1] + 5)  # a page that ends just below the heading
    assert page_numbers(pages, *heading[:2]) == [1]
    assert page_numbers(pages, *boxes[-1][:2]) == [1]


def test_paper_is_white_and_its_text_dark_while_the_window_is_dark(
    qapp: QApplication, device: QPdfWriter
) -> None:
    apply_theme(qapp, load_theme("dark"))
    document = text_document("<p>Words</p>")
    document.setPageSize(QSizeF(300, -1))
    image = QImage(300, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_page(painter, pages_of(parts_of(document, 300), 200)[0])
    painter.end()
    apply_theme(qapp, load_theme("light"))
    shades = [image.pixelColor(x, y).lightness() for x in range(80) for y in range(60)]
    assert min(shades) < 80
    assert max(shades) == 255


def printed(path: Path, strips: list[QTextDocument], first: int = 0, last: int = 0) -> int:
    """Print to *path*; return the number of pages."""
    device = QPdfWriter(str(path))
    device.setPageLayout(page_layout())
    steps = sum(1 for _ in print_strips(strips, device, "<b>title</b>", first, last))
    pages = path.read_bytes().count(b"/Type /Page\n")
    assert steps == len(strips) + pages, "each strip and each page is a step of its own"
    return pages


def test_only_the_pages_that_are_wanted_are_printed(
    tmp_path: Path, qapp: QApplication, device: QPdfWriter
) -> None:
    assert printed(tmp_path / "all.pdf", [report(device, 60)]) > 3
    assert printed(tmp_path / "some.pdf", [report(device, 60)], 2, 3) == 2


def test_a_table_in_pieces_makes_the_same_pages_as_in_one(
    tmp_path: Path, qapp: QApplication, device: QPdfWriter
) -> None:
    whole = printed(tmp_path / "one.pdf", [report(device, 60)])
    pieces = [report(device, 20), *(going_on(device, 10) for _ in range(4))]
    assert printed(tmp_path / "five.pdf", pieces) == whole


def going_on(device: QPdfWriter, rows: int) -> QTextDocument:
    """A piece that goes on with the table of the one before."""
    cells = f"<td>{WORDS}</td><td>7</td><td>{WORDS}</td>"
    document = text_document(
        '<table width="100%" cellpadding="5"><thead><tr><th>R</th><th></th><th>C</th></tr></thead>'
        + f"<tr>{cells}</tr>" * rows
        + "</table>"
    )
    document.documentLayout().setPaintDevice(device)
    return document
