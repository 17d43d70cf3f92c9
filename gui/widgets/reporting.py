"""The report of a pair to send on: as HTML, as PDF, on paper."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QSaveFile
from PySide6.QtGui import QPdfWriter, QTextDocument
from PySide6.QtWidgets import QFileDialog, QWidget

from ..compare import Comparison
from ..labels import LabelRow
from ..reports import to_html, to_print_html
from .paper import PaperError, page_layout, print_strips
from .report_words import WindowWording


class ReportError(Exception):
    """A report could not be written; the message is one sentence."""


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
    label = row.label.value if row.label is not None else None
    return {"label": label, "annotator": row.annotator, "note": row.note}


def save_html(path: Path, html: str) -> None:
    """Write *html* whole or not at all; raises ReportError."""
    file = QSaveFile(str(path))
    data = html.encode("utf-8", "surrogateescape")
    written = file.open(QSaveFile.OpenModeFlag.WriteOnly) and file.write(data) == len(data)
    if not written or not file.commit():
        raise ReportError(_not_written(path, file.errorString()))


def save_pdf(
    path: Path, strips: Iterable[QTextDocument], title: str
) -> Generator[None, None, None]:
    """Write *strips* as a PDF in short steps, whole or not at all; raises ReportError."""
    file = QSaveFile(str(path))  # QPdfWriter says nothing when it cannot write
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly):
        raise ReportError(_not_written(path, file.errorString()))
    writer = QPdfWriter(file)
    writer.setTitle(title)
    writer.setCreator("Copydesk")
    writer.setPageLayout(page_layout())
    try:
        yield from print_strips(strips, writer, title)
    except PaperError:
        file.cancelWriting()
    if not file.commit():
        raise ReportError(_not_written(path, file.errorString()))


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
    """Ask where to save a report; None where the reviewer thinks better of it."""
    safe = "".join(letter if letter.isalnum() or letter in "-_. " else "-" for letter in name)
    proposed = str(Path(folder) / f"{safe[:80].strip('. ') or 'report'}.{suffix}")
    path, _ = QFileDialog.getSaveFileName(parent, title, proposed, f"*.{suffix}")
    if not path:
        return None
    return Path(path) if path.endswith(f".{suffix}") else Path(f"{path}.{suffix}")


def _not_written(path: Path, why: str) -> str:
    return QCoreApplication.translate(
        "Reporting", "The report could not be written to {path} ({why}); choose another place."
    ).format(path=path, why=why)
