"""A report on paper: pages with a footer, and no section torn apart that fits on one page.

``QTextDocument.print_`` would add margins of its own, number pages without saying how many there
are, and break a page in the middle of a pair's sections. So the report is laid out as one long
strip, and each page shows a stretch of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QTextBlock,
    QTextDocument,
    QTextTable,
    QTextTableCell,
)

_MARGIN = 15.0  # millimetres
_FOOTER = 2.2  # lines of the footer's font that are kept free for it
_INK = QColor("#1c2129")  # paper is white, whatever the window's colours are
_MUTED = QColor("#545e6b")


def page_layout() -> QPageLayout:
    """A4 upright, as the printer gets it first."""
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        margins,
        QPageLayout.Unit.Millimeter,
    )


class Stretch(NamedTuple):
    """A part of the strip, from *top* to *bottom* in the device's dots."""

    top: float
    bottom: float


class PageOf(NamedTuple):
    """What a page shows: the head of a table that goes on, if any, and a stretch below it."""

    head: Stretch | None
    body: Stretch


def print_pages(
    document: QTextDocument, device: QPagedPaintDevice, title: str, first: int = 0, last: int = 0
) -> bool:
    """Draw *document* on *device*, with *title* at the foot of each page.

    Only the pages from *first* to *last*, counted from 1, where they are given. Returns False
    where the device cannot be drawn on.
    """
    painter = QPainter()
    if not painter.begin(device):
        return False
    font = QFont(document.defaultFont())
    font.setPointSizeF(8)
    foot = QFontMetricsF(font, device).lineSpacing()
    whole = QSizeF(device.width(), device.height())
    document.documentLayout().setPaintDevice(device)
    pages = pages_of(document, QSizeF(whole.width(), whole.height() - _FOOTER * foot))
    wanted = range(max(first, 1), min(last or len(pages), len(pages)) + 1)
    for number in wanted:
        if number > wanted.start:
            device.newPage()
        draw_page(painter, document, pages[number - 1])
        painter.setFont(font)
        painter.setPen(_MUTED)
        strip = QRectF(0, whole.height() - foot, whole.width(), foot)
        room = int(strip.width() * 0.8)
        short = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(strip, int(Qt.AlignmentFlag.AlignLeft), short)
        painter.drawText(strip, int(Qt.AlignmentFlag.AlignRight), f"{number} / {len(pages)}")
    return painter.end()


def draw_page(painter: QPainter, document: QTextDocument, page: PageOf) -> None:
    """Draw *page* of *document* in ink on white, whatever the colours of the window are."""
    below = 0.0
    for stretch in (page.head, page.body):
        if stretch is None:
            continue
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, _INK)
        context.palette = palette
        height = stretch.bottom - stretch.top
        context.clip = QRectF(0, stretch.top, document.textWidth(), height)
        painter.save()
        painter.translate(0, below - stretch.top)
        painter.setClipRect(context.clip)
        document.documentLayout().draw(painter, context)
        painter.restore()
        below += height


@dataclass(frozen=True)
class _Part:
    """What should stand on one page: a block or a row of a table, and what may part it."""

    top: float
    bottom: float
    lines: tuple[Stretch, ...]
    leads: bool = False  # a heading, or a table's head: never the last thing on a page
    head: Stretch | None = None  # of the table, to be repeated on a new page


def pages_of(document: QTextDocument, size: QSizeF) -> list[PageOf]:
    """Lay *document* out on pages of *size*.

    A row or block that fits on a page stands on one; a heading is not the last thing on a page.
    What is higher than a page is parted between two lines.
    """
    document.setDocumentMargin(0)
    document.setPageSize(QSizeF(size.width(), -1))
    waiting = list(_parts(document))[::-1]
    pages: list[PageOf] = []
    while waiting:
        start = waiting[-1]
        head = start.head if pages else None
        if head is not None and head.bottom - head.top > size.height() / 2:
            head = None
        room = size.height() - (head.bottom - head.top if head else 0.0)
        limit = start.top + room
        taken = _fitting(waiting, limit)
        if taken:
            del waiting[-taken:]
            end = waiting[-1].top if waiting else start.top + room
            pages.append(PageOf(head, Stretch(start.top, min(end, limit))))
            continue
        cut = _cut(start, limit)
        pages.append(PageOf(head, Stretch(start.top, cut)))
        waiting[-1] = replace(start, top=cut, leads=False)
    return pages


def _fitting(waiting: list[_Part], limit: float) -> int:
    """Return how many parts, from the last of the list on, end above *limit* and may end a page."""
    found = 0
    for number, part in enumerate(reversed(waiting), start=1):
        if part.bottom > limit:
            break
        if not part.leads or number == len(waiting):
            found = number
    return found


def _cut(part: _Part, limit: float) -> float:
    """Return the lowest place above *limit* that parts no line of *part*."""
    ends = sorted(line.bottom for line in part.lines if part.top < line.bottom <= limit)
    for end in reversed(ends):
        if not any(line.top < end < line.bottom for line in part.lines):
            return end
    return limit


def _parts(document: QTextDocument) -> Iterator[_Part]:
    layout = document.documentLayout()
    each = document.rootFrame().begin()
    while not each.atEnd():
        frame, block = each.currentFrame(), each.currentBlock()
        if isinstance(frame, QTextTable):
            yield from _rows(frame, layout)
        elif block.isValid() and block.length() > 1:
            box = layout.blockBoundingRect(block)
            leads = block.blockFormat().headingLevel() > 0
            yield _Part(box.top(), box.bottom(), tuple(_lines(block, layout)), leads)
        each += 1


def _rows(table: QTextTable, layout: QAbstractTextDocumentLayout) -> Iterator[_Part]:
    heads = table.format().headerRowCount()
    padding = table.format().cellPadding() * layout.paintDevice().logicalDpiY() / 96
    head: Stretch | None = None
    for row in range(table.rows()):
        lines = tuple(
            line
            for column in range(table.columns())
            for block in _blocks(table.cellAt(row, column))
            for line in _lines(block, layout)
        )
        top = min(line.top for line in lines) - padding
        bottom = max(line.bottom for line in lines) + padding
        if row < heads:
            head = Stretch(top if head is None else head.top, bottom)
        leads = row < heads
        yield _Part(top, bottom, lines, leads, None if leads else head)


def _blocks(cell: QTextTableCell) -> Iterator[QTextBlock]:
    block, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
    while block.isValid():
        yield block
        if block == last:
            return
        block = block.next()


def _lines(block: QTextBlock, layout: QAbstractTextDocumentLayout) -> Iterator[Stretch]:
    top = layout.blockBoundingRect(block).top()
    own = block.layout()
    for number in range(own.lineCount()):
        line = own.lineAt(number)
        yield Stretch(top + line.y(), top + line.y() + line.height())
