"""Saves and prints the report of the pair in the window.

The writers of reports are imported on first use, to keep the start short.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from ... import settings as keys
from ...compare import Comparison
from ...labels import LabelRow
from ...review.background import InOrder, Work
from ...review.current_pair import CurrentPair
from ...review.pair_list.pair_state import pair_title
from ...settings import Settings
from ..controls.actions import ActionSet


class ReportController(QObject):
    """Writes reports of the marked pair with summary, ledger and sections.

    Reports are painted in slices between other events, and written by a thread.
    """

    def __init__(
        self,
        window: QWidget,
        current: CurrentPair,
        row: Callable[[], LabelRow | None],
        actions: ActionSet,
        settings: Settings,
        show_notice: Callable[[str], None],
        show_error: Callable[[str], None],
    ) -> None:
        """*row* returns the label row of the pair, or None.

        *show_notice* shows a passing notice, *show_error* a sentence that stays.
        """
        super().__init__(window)
        self._window = window
        self._current = current
        self._row = row
        self._settings = settings
        self._show_notice = show_notice
        self._show_error = show_error
        self._work: Work[Any] | None = None  # of the report that is being painted
        self._then: Callable[[Any], object] = lambda _: None  # takes what the work returns
        self._writing = InOrder(self, "copydesk-reports")
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)
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

        from .report_writing import page_layout, paint_pdf, print_strips, report_strips

        title = self._title()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        printer.setPageLayout(page_layout())
        if QPrintDialog(printer, self._window).exec() == QDialog.DialogCode.Accepted:
            strips = report_strips(comparison, title, self._row())
            pages = (printer.fromPage(), printer.toPage())
            file = printer.outputFileName()
            where = file or printer.printerName()
            done = self.tr("The report went to {printer}.").format(printer=where)
            if file and printer.outputFormat() == QPrinter.OutputFormat.PdfFormat:
                work: Work[Any] = paint_pdf(strips, title, printer.pageLayout(), *pages)
                self._run(work, lambda pdf: self._write(Path(file), pdf, done))
            else:
                work = print_strips(strips, printer, title, *pages)
                self._run(work, lambda _: self._show_notice(done))

    def close(self, seconds: float) -> None:
        """Drop a report that is being painted; one that is being written gets *seconds* to finish.

        A file in the place of a report that is not finished stays.
        """
        self._next.stop()
        if self._work is not None:
            self._work.close()
            self._work = None
        self._writing.close(seconds)

    def _save(self, suffix: str, title: str) -> None:
        comparison = self._comparison()
        if comparison is None:
            return
        from .report_writing import ask_where, paint_pdf, report_html, report_strips

        folder = self._settings[keys.REPORT_FOLDER] or self._settings[keys.LAST_FOLDER]
        name, row = self._title(), self._row()
        path = ask_where(self._window, title, name, suffix, folder)
        if path is None:
            return
        self._settings[keys.REPORT_FOLDER] = str(path.absolute().parent)
        done = self.tr("The report is in {path}.").format(path=path)
        if suffix == "pdf":
            work = paint_pdf(report_strips(comparison, name, row), name)
            self._run(work, lambda pdf: self._write(path, pdf, done))
        else:
            html = report_html(comparison, name, row)
            self._write(path, html.encode("utf-8", "surrogateescape"), done)

    def _write(self, path: Path, data: bytes, done: str) -> None:
        """Write *data* to *path* in the thread, then say *done*, or why that failed."""
        from .report_writing import write_whole

        self._writing.run(partial(write_whole, path, data), partial(self._written, path, done))

    def _written(self, path: Path, done: str, _: None, error: BaseException | None) -> None:
        from .report_writing import not_written

        if error is None:
            self._show_notice(done)
        elif isinstance(error, OSError):
            self._show_error(not_written(path, error))
        else:
            raise error

    def _run(self, work: Work[Any], then: Callable[[Any], object]) -> None:
        """Do *work* in slices between other events, then call *then* with the result."""
        while self._work is not None:  # the one before goes first
            self._go_on()
        self._work, self._then = work, then
        self._next.start()

    def _go_on(self) -> None:
        from .report_writing import PaperError

        assert self._work is not None
        try:
            next(self._work)
        except StopIteration as end:
            self._work = None
            self._then(end.value)
        except PaperError:
            self._work = None
            self._show_error(self.tr("The printer accepted nothing; check its settings."))
        else:
            self._next.start()

    def _comparison(self) -> Comparison | None:
        if self._current.comparison is None:
            self._show_notice(self.tr("There is no compared pair in the window to report on."))
        elif self._current.hides_figures:
            self._show_notice(
                self.tr("A report has similarities, which are hidden while the list is read so.")
            )
            return None
        return self._current.comparison

    def _title(self) -> str:
        pair = self._current.pair
        return pair_title(pair) if pair is not None else "Copydesk"
