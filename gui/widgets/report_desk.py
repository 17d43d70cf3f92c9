"""Saves and prints the report of the pair in the window.

What writes reports is imported when one is asked for: no start should wait for it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from .. import settings as kept_as
from ..compare import Comparison
from ..review.session import ReviewSession
from ..settings import Settings
from .action_set import ActionSet


class ReportDesk(QObject):
    """The marked pair with summary, ledger and sections, to send on."""

    def __init__(
        self,
        window: QWidget,
        session: ReviewSession,
        actions: ActionSet,
        kept: Settings,
        tell: Callable[[str], None],
        complain: Callable[[str], None],
    ) -> None:
        """*tell* shows a passing notice, *complain* a sentence that stays."""
        super().__init__(window)
        self._window = window
        self._session = session
        self._kept = kept
        self._tell = tell
        self._complain = complain
        actions.handle(
            {"export-html": self.save_html, "export-pdf": self.save_pdf, "print": self.print}
        )

    def save_html(self) -> None:
        """Ask where, and save one self-contained HTML file."""
        self._save("html", self.tr("Save a report as HTML"))

    def save_pdf(self) -> None:
        """Ask where, and save a PDF."""
        self._save("pdf", self.tr("Save a report as PDF"))

    def write(self, path: Path, comparison: Comparison) -> None:
        """Write the report to *path*, as its suffix says; raises ReportError."""
        from .reporting import report_html, save_html, save_pdf

        title = self._title()
        if path.suffix == ".pdf":
            html = report_html(comparison, title, self._session.row(), paper=True)
            save_pdf(path, html, title)
        else:
            save_html(path, report_html(comparison, title, self._session.row(), paper=False))

    def print(self) -> None:
        """Ask for a printer and print the pair."""
        comparison = self._comparison()
        if comparison is None:
            return
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from .paper import page_layout, print_pages
        from .reporting import report_html, text_document

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._title())
        printer.setPageLayout(page_layout())
        if QPrintDialog(printer, self._window).exec() == QDialog.DialogCode.Accepted:
            html = report_html(comparison, self._title(), self._session.row(), paper=True)
            pages = (printer.fromPage(), printer.toPage())
            if not print_pages(text_document(html), printer, self._title(), *pages):
                self._complain(self.tr("The printer took nothing; look at its settings."))
                return
            where = printer.outputFileName() or printer.printerName()
            self._tell(self.tr("The report went to {printer}.").format(printer=where))

    def _save(self, suffix: str, title: str) -> None:
        comparison = self._comparison()
        if comparison is None:
            return
        from .reporting import ReportError, ask_where

        folder = self._kept[kept_as.LAST_FOLDER]
        path = ask_where(self._window, title, self._title(), suffix, folder)
        if path is None:
            return
        try:
            self.write(path, comparison)
        except ReportError as error:
            self._complain(str(error))
        else:
            self._tell(self.tr("The report is in {path}.").format(path=path))

    def _comparison(self) -> Comparison | None:
        if self._session.comparison is None:
            self._tell(self.tr("There is no compared pair in the window to report on."))
        return self._session.comparison

    def _title(self) -> str:
        pair = self._session.current_pair
        return pair.id if pair is not None else "Copydesk"
