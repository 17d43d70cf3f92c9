"""Saves and prints the report of the pair in the window.

What writes reports is imported when one is asked for: no start should wait for it.
"""

from __future__ import annotations

from collections.abc import Callable, Generator

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from ... import settings as keys
from ...compare import Comparison
from ...review.session import ReviewSession
from ...settings import Settings
from ..window.actions import ActionSet


class ReportController(QObject):
    """The marked pair with summary, ledger and sections, to send on."""

    def __init__(
        self,
        window: QWidget,
        session: ReviewSession,
        actions: ActionSet,
        settings: Settings,
        show_notice: Callable[[str], None],
        show_error: Callable[[str], None],
    ) -> None:
        """*show_notice* shows a passing notice, *show_error* a sentence that stays."""
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        self._show_notice = show_notice
        self._show_error = show_error
        self._steps: Generator[None, None, None] | None = (
            None  # of the report that is being written
        )
        self._done = ""
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._step)
        actions.handle(
            {"export-html": self.save_html, "export-pdf": self.save_pdf, "print": self.print}
        )

    def save_html(self) -> None:
        """Ask where, and save one self-contained HTML file."""
        self._save("html", self.tr("Save a report as HTML"))

    def save_pdf(self) -> None:
        """Ask where, and save a PDF."""
        self._save("pdf", self.tr("Save a report as PDF"))

    def print(self) -> None:
        """Ask for a printer and print the pair."""
        comparison = self._comparison()
        if comparison is None:
            return
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from .pagination import page_layout, print_strips
        from .report_writing import report_strips

        title = self._title()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        printer.setPageLayout(page_layout())
        if QPrintDialog(printer, self._window).exec() == QDialog.DialogCode.Accepted:
            strips = report_strips(comparison, title, self._session.row())
            pages = (printer.fromPage(), printer.toPage())
            where = printer.outputFileName() or printer.printerName()
            done = self.tr("The report went to {printer}.").format(printer=where)
            self._run(print_strips(strips, printer, title, *pages), done)

    def close(self) -> None:
        """Drop what is being written; what was at its place stays."""
        self._next.stop()
        if self._steps is not None:
            self._steps.close()
            self._steps = None

    def _save(self, suffix: str, title: str) -> None:
        comparison = self._comparison()
        if comparison is None:
            return
        from .report_writing import ReportError, ask_where, report_html, report_strips
        from .report_writing import save_html as write_html
        from .report_writing import save_pdf as write_pdf

        folder = self._settings[keys.LAST_FOLDER]
        name, row = self._title(), self._session.row()
        path = ask_where(self._window, title, name, suffix, folder)
        if path is None:
            return
        done = self.tr("The report is in {path}.").format(path=path)
        if suffix == "pdf":
            self._run(write_pdf(path, report_strips(comparison, name, row), name), done)
            return
        try:
            write_html(path, report_html(comparison, name, row))
        except ReportError as error:
            self._show_error(str(error))
        else:
            self._show_notice(done)

    def _run(self, steps: Generator[None, None, None], done: str) -> None:
        """Take *steps* one by one between the window's own work, then say *done*."""
        while self._steps is not None:  # the one before goes first
            self._step()
        self._steps, self._done = steps, done
        self._next.start()

    def _step(self) -> None:
        from .pagination import PaperError
        from .report_writing import ReportError

        assert self._steps is not None
        try:
            next(self._steps)
        except StopIteration:
            self._steps = None
            self._show_notice(self._done)
        except ReportError as error:
            self._steps = None
            self._show_error(str(error))
        except PaperError:
            self._steps = None
            self._show_error(self.tr("The printer took nothing; look at its settings."))
        else:
            self._next.start()

    def _comparison(self) -> Comparison | None:
        if self._session.pair.comparison is None:
            self._show_notice(self.tr("There is no compared pair in the window to report on."))
        return self._session.pair.comparison

    def _title(self) -> str:
        pair = self._session.pair.pair
        return pair.id if pair is not None else "Copydesk"
