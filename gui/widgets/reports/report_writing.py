"""Writes the report of a pair as HTML, as PDF and on paper, in the language of the window."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, QSaveFile
from PySide6.QtGui import QPdfWriter, QTextDocument
from PySide6.QtWidgets import QFileDialog, QWidget

from ...compare import Comparison
from ...labels import LabelRow
from ...messages import Message
from ...reports import Wording, to_html, to_print_html
from ..controls.translation import translated
from ..window.language import current_language
from .pagination import PaperError, page_layout, print_strips


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


CONTEXT = "Reports"
"""The translation context of every text of the reports."""


class WindowWording(Wording):
    """Says what a report says as the window does, with the reviewer's digits and points."""

    def __init__(self) -> None:
        self.language = current_language()
        self._locale = QLocale()
        self._said: dict[str, str] = {}  # a report asks for the same few words thousands of times

    def say(self, source: str) -> str:
        """Return *source* in the language of the window."""
        said = self._said.get(source)
        if said is None:
            said = self._said[source] = QCoreApplication.translate(CONTEXT, source)
        return said

    def count(self, source: str, number: int) -> str:
        """Return *source* with *number*, in the form that goes with it."""
        said = QCoreApplication.translate(CONTEXT, source, "", number)
        return said.replace(str(number), self._locale.toString(number), 1)

    def percent(self, share: float | None, digits: int = 1) -> str:
        """Return *share* as per cent with the reviewer's decimal point."""
        return super().percent(share, digits).replace(".", self._locale.decimalPoint())

    def sentence(self, message: Message) -> str:
        """Return a document's notice in the language of the window."""
        return translated(message)
