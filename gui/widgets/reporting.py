"""The report of a pair to send on: as HTML, as PDF, on paper."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSaveFile
from PySide6.QtGui import QPdfWriter, QTextDocument
from PySide6.QtWidgets import QFileDialog, QWidget

from ..compare import Comparison
from ..labels import LabelRow
from ..reports import to_html, to_print_html
from .paper import page_layout, print_pages
from .report_words import WindowWording


class ReportError(Exception):
    """A report could not be written; the message is one sentence."""


def report_html(comparison: Comparison, title: str, row: LabelRow | None, *, paper: bool) -> str:
    """The report of a pair in the language of the window.

    With *paper* it is for Qt's printer, which knows little of style sheets.
    """
    write = to_print_html if paper else to_html
    words = WindowWording()
    if row is None:
        return write(comparison, title=title, wording=words)
    label = row.label.value if row.label is not None else None
    return write(
        comparison,
        title=title,
        label=label,
        annotator=row.annotator,
        note=row.note,
        wording=words,
    )


def save_html(path: Path, html: str) -> None:
    """Write *html* whole or not at all; raises ReportError."""
    file = QSaveFile(str(path))
    data = html.encode("utf-8", "surrogateescape")
    written = file.open(QSaveFile.OpenModeFlag.WriteOnly) and file.write(data) == len(data)
    if not written or not file.commit():
        raise ReportError(_not_written(path, file.errorString()))


def save_pdf(path: Path, html: str, title: str) -> None:
    """Write *html* as a PDF; raises ReportError."""
    probe = QSaveFile(str(path))  # QPdfWriter says nothing when it cannot write
    if not probe.open(QSaveFile.OpenModeFlag.WriteOnly):
        raise ReportError(_not_written(path, probe.errorString()))
    writer = QPdfWriter(probe)
    writer.setTitle(title)
    writer.setCreator("Copydesk")
    writer.setPageLayout(page_layout())
    drawn = print_pages(text_document(html), writer, title)
    if not drawn or not probe.commit():
        raise ReportError(_not_written(path, probe.errorString()))


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
