"""Writes the report of a pair as HTML, as PDF and on paper, in the language of the window.

Imported with the first report, to keep reports and Qt's printing out of the start. On paper a page
has a footer, and no section is torn apart that fits on one page. ``QTextDocument.print_`` would add
margins of its own, number pages without saying how many there are, and break a page in the middle
of a pair's sections; so the report is laid out as long strips, and each page shows stretches of
them.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QRectF, QSizeF, Qt
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
    QPdfWriter,
    QTextBlock,
    QTextDocument,
    QTextTable,
    QTextTableCell,
)
from PySide6.QtWidgets import QFileDialog, QWidget

from ...compare import Comparison
from ...labels import LabelRow
from ...labels.file.files import Files
from ...messages import Message
from ...reports import Wording, to_html, to_print_html
from ..controls.qt_text import current_language, shown_percent, translated


def report_html(comparison: Comparison, title: str, row: LabelRow | None) -> str:
    """The report of a pair in the language of the window."""
    return to_html(comparison, title=title, wording=WindowWording(), **_decided(row))


def report_strips(
    comparison: Comparison, title: str, row: LabelRow | None
) -> Iterator[QTextDocument]:
    """The same for paper, piece by piece: Qt's printer knows little of style sheets."""
    words = WindowWording()
    for html in to_print_html(comparison, title=title, wording=words, **_decided(row)):
        yield text_document(html)


def _decided(row: LabelRow | None) -> dict[str, Any]:
    if row is None:
        return {}
    by = row.annotator
    return {"label": row.label, "annotator": by, "flagged": row.flagged, "note": row.note}


def paint_pdf(
    strips: Iterable[QTextDocument],
    title: str,
    layout: QPageLayout | None = None,
    first: int = 0,
    last: int = 0,
) -> Generator[None, None, bytes]:
    """Paint *strips* in slices, and return the bytes of a PDF at the end.

    The pages are as *layout* says, and only those from *first* to *last* where they are given. It
    is painted in memory: Qt's fonts need the window's thread, which must not wait for a disk.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("Copydesk")
    writer.setPageLayout(layout if layout is not None else page_layout())
    yield from print_strips(strips, writer, title, first, last)
    return bytes(buffer.data().data())


def write_whole(path: Path, data: bytes) -> None:
    """Write *data* to *path* atomically; to be called in a thread, because the disk may be slow.

    An existing file keeps its permissions, and a link stays a link. Raises OSError.
    """
    files = Files()
    target = Path(os.path.realpath(path))
    there: os.stat_result | None = None
    with suppress(FileNotFoundError):
        there = files.stat(target)
    if there is not None:
        if not stat.S_ISREG(there.st_mode):  # a folder, a device: nothing may take its place
            code = errno.EISDIR if stat.S_ISDIR(there.st_mode) else errno.EINVAL
            raise OSError(code, os.strerror(code))
        if not files.may_write(target):
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))
    temporary = target.with_name(f".copydesk-{secrets.token_hex(8)}.tmp")
    try:
        files.write_new(temporary, data, like=there)
        files.replace(temporary, target)
    except OSError:
        with suppress(OSError):
            files.unlink(temporary)
        raise


class LiteralDocument(QTextDocument):
    """A document that loads nothing, whatever its markup asks for."""

    def loadResource(self, kind: int, name: object) -> object:
        """Refuse: a report is self-contained, and a name must never cause a request."""
        return None


def text_document(html: str) -> QTextDocument:
    """The report as a document that Qt can print."""
    document = LiteralDocument()
    document.setHtml(html)
    return document


def ask_where(parent: QWidget, title: str, name: str, suffix: str, folder: str) -> Path | None:
    """Ask where to save a report; None where the reviewer cancels."""
    safe = "".join(letter if letter.isalnum() or letter in "-_. " else "-" for letter in name)
    proposed = str(Path(folder) / f"{safe[:80].strip('. ') or 'report'}.{suffix}")
    path, _ = QFileDialog.getSaveFileName(parent, title, proposed, f"*.{suffix}")
    if not path:
        return None
    return Path(path) if path.endswith(f".{suffix}") else Path(f"{path}.{suffix}")


def not_written(path: Path, error: OSError) -> str:
    """The sentence that says why there is no report at *path*."""
    return QCoreApplication.translate(
        "Reporting", "The report could not be written to {path} ({why}); choose another place."
    ).format(path=path, why=error.strerror or str(error))


CONTEXT = "Reports"
"""The translation context of every text of the reports."""


class WindowWording(Wording):
    """Translates a report's words as the window does, with the reviewer's number format."""

    def __init__(self) -> None:
        self.language = current_language()
        self._said: dict[str, str] = {}  # a report asks for the same few words thousands of times

    def say(self, source: str) -> str:
        """Return *source* in the language of the window."""
        said = self._said.get(source)
        if said is None:
            said = self._said[source] = QCoreApplication.translate(CONTEXT, source)
        return said

    def count(self, source: str, number: int) -> str:
        """Return *source* with *number*, in the form that goes with it."""
        return QCoreApplication.translate(CONTEXT, source, "", number)

    def percent(self, share: float | None) -> str:
        """Return *share* as per cent with the reviewer's decimal point."""
        return shown_percent(share)

    def sentence(self, message: Message) -> str:
        """Return a document's notice in the language of the window."""
        return translated(message)


_MARGIN = 15.0  # millimetres
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


class StripStretch(NamedTuple):
    """A part of a strip, from *top* to *bottom* in the device's dots."""

    strip: QTextDocument
    top: float
    bottom: float


class PlacedStretch(NamedTuple):
    """What a page shows at *y*."""

    y: float
    stretch: StripStretch


class PaperError(Exception):
    """The device cannot be drawn on."""


def print_strips(
    strips: Iterable[QTextDocument],
    device: QPagedPaintDevice,
    title: str,
    first: int = 0,
    last: int = 0,
) -> Generator[None, None, None]:
    """Draw *strips*, one below the other, on *device*, with *title* at the foot of each page.

    Draws only the pages from *first* to *last*, counted from 1, if they are given. Yields often, so
    that other events are handled; raises PaperError.
    """
    painter = QPainter()
    if not painter.begin(device):
        raise PaperError
    try:
        whole = QSizeF(device.width(), device.height())
        font = QFont()
        font.setPointSizeF(8)
        foot = QFontMetricsF(font, device).lineSpacing()
        parts: list[PagePart] = []
        for strip in strips:
            strip.documentLayout().setPaintDevice(device)
            parts += _going_on(parts, parts_of(strip, whole.width()), space=foot)
            yield
        pages = pages_of(parts, whole.height() - 2 * foot)
        for number in range(max(first, 1), min(last or len(pages), len(pages)) + 1):
            if number > max(first, 1):
                device.newPage()
            draw_page(painter, pages[number - 1])
            painter.setFont(font)
            painter.setPen(_MUTED)
            strip_of_foot = QRectF(0, whole.height() - foot, whole.width(), foot)
            room = int(whole.width() * 0.8)
            short = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideMiddle, room)
            painter.drawText(strip_of_foot, int(Qt.AlignmentFlag.AlignLeft), short)
            count = f"{number} / {len(pages)}"
            painter.drawText(strip_of_foot, int(Qt.AlignmentFlag.AlignRight), count)
            yield
    finally:
        painter.end()


def _going_on(before: Sequence[PagePart], parts: list[PagePart], space: float) -> list[PagePart]:
    """Return *parts* placed below *before*, with *space* above a new heading.

    A strip that begins with a table's head goes on with the table of the one before.
    """
    if not before or not parts:
        return parts
    if parts[0].is_head:
        return parts[1:]
    if not parts[0].leads:
        return parts
    return [replace(parts[0], gap=max(parts[0].gap, space)), *parts[1:]]


def draw_page(painter: QPainter, page: Sequence[PlacedStretch]) -> None:
    """Draw *page* in dark text on white, whatever the colours of the window are."""
    for y, (strip, top, bottom) in page:
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, _INK)
        context.palette = palette
        context.clip = QRectF(0, top, strip.textWidth(), bottom - top)
        painter.save()
        painter.translate(0, y - top)
        painter.setClipRect(context.clip)
        strip.documentLayout().draw(painter, context)
        painter.restore()


@dataclass(frozen=True)
class PagePart:
    """What should stay on one page: a block or a row of a table, and where it may be split.

    ``gap`` is the space above it; ``leads`` is true for a heading or a table's head, which is
    never the last thing on a page; ``head`` is the table's, to be repeated on a new page, and
    ``is_head`` is true for that itself.
    """

    stretch: StripStretch
    lines: tuple[tuple[float, float], ...]
    gap: float = 0.0
    leads: bool = False
    head: StripStretch | None = None
    is_head: bool = False

    @property
    def height(self) -> float:
        """The height without the gap."""
        return self.stretch.bottom - self.stretch.top


def parts_of(strip: QTextDocument, width: float) -> list[PagePart]:
    """Lay *strip* out to *width* and return its parts from top to bottom."""
    strip.setDocumentMargin(0)
    strip.setPageSize(QSizeF(width, -1))
    parts: list[PagePart] = []
    bottom = 0.0
    for part in _parts(strip):
        parts.append(replace(part, gap=max(part.stretch.top - bottom, 0.0)))
        bottom = part.stretch.bottom
    return parts


def pages_of(parts: Sequence[PagePart], height: float) -> list[list[PlacedStretch]]:
    """Spread *parts* over pages of *height*.

    A row or block that fits on a page is never split, and a heading is never last on a page. What
    is higher than a page is split between two lines.
    """
    filler = _Filler(height)
    for number, part in enumerate(parts):
        with_it = 0.0
        for following in parts[number + 1 :] if part.leads else ():
            with_it += following.gap + min(following.height, height / 4)
            if not following.leads:
                break
        filler.add(part, with_it)
    return filler.pages


class _Filler:
    """Pages that are filled from the top."""

    def __init__(self, height: float) -> None:
        self.pages: list[list[PlacedStretch]] = [[]]
        self._height = height
        self._used = 0.0

    def add(self, part: PagePart, with_it: float) -> None:
        """Place *part* where there is room for it and for *with_it* below it."""
        needed = part.gap + part.height + with_it
        if part.gap + part.height > self._height:
            needed = self._height / 4  # it is split anyway
        gap = part.gap
        if self.pages[-1] and self._used + needed > self._height:
            self._turn(part)
            gap = 0.0
        while gap + part.height > (room := self._height - self._used):
            cut = _cut(part, part.stretch.top + room - gap)
            self._place(part.stretch._replace(bottom=cut), gap)
            part, gap = replace(part, stretch=part.stretch._replace(top=cut)), 0.0
            self._turn(part)
        self._place(part.stretch, gap)

    def _turn(self, part: PagePart) -> None:
        self.pages.append([])
        self._used = 0.0
        head = part.head
        if head is not None and head.bottom - head.top < self._height / 2:
            self._place(head, 0.0)

    def _place(self, stretch: StripStretch, gap: float) -> None:
        self.pages[-1].append(PlacedStretch(self._used + gap, stretch))
        self._used += gap + stretch.bottom - stretch.top


def _cut(part: PagePart, limit: float) -> float:
    """Return the lowest place above *limit* that splits no line of *part*."""
    top = part.stretch.top
    for end in sorted((end for _, end in part.lines if top < end <= limit), reverse=True):
        if not any(start < end < stop for start, stop in part.lines):
            return end
    return max(limit, top + 1)


def _parts(strip: QTextDocument) -> Iterator[PagePart]:
    layout = strip.documentLayout()
    each = strip.rootFrame().begin()
    while not each.atEnd():
        frame, block = each.currentFrame(), each.currentBlock()
        if isinstance(frame, QTextTable):
            yield from _rows(frame, strip)
        elif block.isValid() and block.length() > 1:
            box = layout.blockBoundingRect(block)
            leads = block.blockFormat().headingLevel() > 0
            lines = tuple(_lines(block, layout))
            yield PagePart(StripStretch(strip, box.top(), box.bottom()), lines, leads=leads)
        each += 1


def _rows(table: QTextTable, strip: QTextDocument) -> Iterator[PagePart]:
    layout = strip.documentLayout()
    heads = table.format().headerRowCount()
    padding = table.format().cellPadding() * layout.paintDevice().logicalDpiY() / 96
    head: StripStretch | None = None
    for row in range(table.rows()):
        lines = tuple(
            line
            for column in range(table.columns())
            for block in _blocks(table.cellAt(row, column))
            for line in _lines(block, layout)
        )
        top = min(start for start, _ in lines) - padding
        bottom = max(stop for _, stop in lines) + padding
        if row < heads:
            head = StripStretch(strip, top if head is None else head.top, bottom)
            yield PagePart(StripStretch(strip, top, bottom), lines, leads=True, is_head=True)
        else:
            yield PagePart(StripStretch(strip, top, bottom), lines, head=head)


def _blocks(cell: QTextTableCell) -> Iterator[QTextBlock]:
    block, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
    while block.isValid():
        yield block
        if block == last:
            return
        block = block.next()


def _lines(block: QTextBlock, layout: QAbstractTextDocumentLayout) -> Iterator[tuple[float, float]]:
    top = layout.blockBoundingRect(block).top()
    own = block.layout()
    for number in range(own.lineCount()):
        line = own.lineAt(number)
        yield top + line.y(), top + line.y() + line.height()
