"""Saves the reports of all pairs of the list, with a progress banner that can stop it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ... import settings as keys
from ...review.background import InOrder
from ...review.session import ReviewSession
from ...settings import Settings
from ..controls.actions import ActionSet
from ..controls.notifications import Banners
from ..controls.qt_text import grouped, middle_cut

if TYPE_CHECKING:
    from PySide6.QtWidgets import QProgressDialog

    from .list_report import ListReportRun

_LOOK = 100  # milliseconds between two looks at what is done
_LAST_WAIT = 2.0  # seconds for what is being taken away when the window is closed
_BANNER = "list-report"


class ListReportController(QObject):
    """Asks where to save the reports, and has them written while the window can be used."""

    ended = Signal()

    def __init__(
        self,
        window: QWidget,
        session: ReviewSession,
        actions: ActionSet,
        settings: Settings,
        banners: Banners,
    ) -> None:
        """Report progress and result in *banners*."""
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        self._banners = banners
        self._run: ListReportRun | None = None
        self._bar: QProgressDialog | None = None
        self._disk = InOrder(self, "copydesk-list-report")
        self._look = QTimer(self, interval=_LOOK)
        self._look.timeout.connect(self._show_progress)
        actions.handle({"export-list": self.ask})

    def ask(self) -> None:
        """Ask for a zip file or a folder, and begin; meanwhile, give the keyboard to the bar."""
        from PySide6.QtWidgets import QFileDialog  # as everywhere, not before somebody asks for it

        opened = self._session.opened
        if self._bar is not None:
            self._bar.activateWindow()
        if opened is None or self._run is not None:
            return
        zip_file, folder = self.tr("Zip file") + " (*.zip)", self.tr("Folder") + " (*)"
        last = self._settings[keys.REPORT_FOLDER] or self._settings[keys.LAST_FOLDER]
        safe = "".join(c if c.isalnum() or c in "-_. " else "-" for c in opened.pairs.name)
        proposed = str(Path(last) / f"{safe[:80].strip('. ') or 'report'}-reports.zip")
        title = self.tr("Save the reports of all pairs")
        path, kind = QFileDialog.getSaveFileName(
            self._window, title, proposed, f"{zip_file};;{folder}"
        )
        if not path:
            return
        if kind == folder:
            path = path.removesuffix(".zip")
        elif not path.lower().endswith(".zip"):
            path += ".zip"
        self._settings[keys.REPORT_FOLDER] = str(Path(path).absolute().parent)
        self.begin(Path(path))

    def begin(self, path: Path) -> None:
        """Write the reports of the list that is open to *path*, a folder or a zip file."""
        opened = self._session.opened
        if opened is None or self._run is not None:
            return
        if not opened.book.shows_figures:
            said = self.tr("Reports have similarities, which are hidden while the list is read so.")
            self._tell(said, "info")
            return
        from ...reports.report_folder import ForeignFilesError, ReportFolder
        from .list_report import ListReportRun

        try:
            folder = ReportFolder(path)
            folder.begin(anew=False)
        except ForeignFilesError:
            said = self.tr(
                "{path} exists and is not a report of a list; choose "
                "another name, or an empty folder."
            )
            self._tell(said.format(path=middle_cut(str(path))), "warning")
            return
        except OSError as error:
            self._not_written(path, error)
            return
        self._banners.hide_banner(_BANNER)
        reading, language = self._session.pair.reading, self._settings[keys.LANGUAGE]
        self._run = ListReportRun(opened, reading, folder, language)
        self._bar = self._make_bar(self._run.total)
        self._look.start()

    def cancel(self) -> None:
        """Stop, and remove what was written."""
        run = self._end()
        if run is not None:
            run.close()
            self._drop(run)
            self._tell(self.tr("The reports were stopped; none of them is kept."), "info")
            self.ended.emit()

    def close(self) -> None:
        """Stop because the window is closed, and keep what is done for the next time."""
        run = self._end()
        if run is not None:
            run.close()
            if not run.folder.has_kept:
                self._drop(run)
        self._disk.close(_LAST_WAIT)

    def _drop(self, run: ListReportRun) -> None:
        self._disk.run(run.folder.drop, lambda _result, _error: None)

    def _make_bar(self, total: int) -> QProgressDialog:
        from PySide6.QtWidgets import QProgressBar, QProgressDialog

        bar = QProgressDialog(self._window)
        slim = QProgressBar(bar)
        slim.setTextVisible(False)  # there is no room in it, and the label says more
        bar.setBar(slim)
        bar.setWindowTitle(self.tr("Reports of all pairs"))
        bar.setCancelButtonText(self.tr("Stop"))
        bar.setRange(0, total)
        bar.setAutoClose(False)
        bar.setAutoReset(False)
        bar.setMinimumDuration(0)
        bar.canceled.connect(self.cancel)
        bar.setValue(0)
        # The keys go on to the pair: an Enter too many would stop the run, and drop its pages.
        bar.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        bar.show()
        self._window.activateWindow()  # where the desktop has activated it all the same
        return bar

    def _show_progress(self) -> None:
        run, bar = self._run, self._bar
        if run is None or bar is None:
            return
        done = run.done
        bar.setLabelText(
            self.tr("{done} of {total} pairs compared and written").format(
                done=grouped(done), total=grouped(run.total)
            )
        )
        bar.setValue(done)
        if run.is_stuck:
            self.cancel()
            self._tell(
                self.tr(
                    "The processes that compare pairs end as soon as they start; close other "
                    "programs."
                ),
                "warning",
            )
        elif done == run.total:
            self._end()
            run.close()
            path = run.folder.target
            self._disk.run(run.finish, partial(self._finished, path))

    def _end(self) -> ListReportRun | None:
        self._look.stop()
        run, self._run = self._run, None
        bar, self._bar = self._bar, None
        if bar is not None:
            bar.canceled.disconnect(self.cancel)
            bar.close()
            bar.deleteLater()
        return run

    def _finished(self, path: Path, failed: int | None, error: BaseException | None) -> None:
        if isinstance(error, OSError):
            self._not_written(path, error)
        elif error is not None:
            raise error
        else:
            said = self.tr("The reports are in {path}.").format(path=middle_cut(str(path)))
            if failed:
                left = self.tr("%n pair(s) could not be compared.", "", failed)
                said = f"{said} {left}"
            self._tell(said, "info")
        self.ended.emit()

    def _not_written(self, path: Path, error: OSError) -> None:
        said = self.tr("The reports could not be written to {path} ({why}); choose another place.")
        why = error.strerror or str(error)
        self._tell(said.format(path=middle_cut(str(path)), why=why), "warning")

    def _tell(self, said: str, kind: str) -> None:
        self._banners.show_banner(_BANNER, said, kind)
