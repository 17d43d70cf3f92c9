"""Writes the report of a pair as HTML, as PDF and on paper, in the language of the window.

Imported with the first report: no start pays for reports and Qt's printing.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Generator, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice
from PySide6.QtGui import QPageLayout, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QFileDialog, QWidget

from ...compare import Comparison
from ...labels import LabelRow
from ...labels.files import Files
from ...messages import Message
from ...reports import Wording, to_html, to_print_html
from ..controls.qt_text import current_language, shown_percent, translated
from .pagination import page_layout, print_strips


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
    """Paint *strips* a little at a time, and at their end return the bytes of a PDF.

    The pages are as *layout* says, and only those from *first* to *last* where they are given.
    It is painted in memory: Qt's fonts belong to the window's thread, which waits for no disk.
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
    """Write *data* to *path*, whole or not at all; for a thread, as it waits for the disk.

    A file that is there keeps its rights and stays behind a link. Raises OSError.
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
        """Refuse: a report is whole in itself, and a name must never become a request."""
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
