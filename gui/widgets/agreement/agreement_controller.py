"""Has the agreement of annotators computed on request, and shows it beside the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from ... import settings as keys
from ...agreement import ASSIGNMENT
from ...review.background import InOrder
from ...review.opening.opening import Opened
from ...review.session import ReviewSession
from ...settings import Settings
from ..controls.actions import ActionSet
from ..controls.qt_text import grouped, translated
from ..controls.theme import Theme

if TYPE_CHECKING:
    from ...agreement.agreement_worker import Computed, StudyRefused, StudyRequest
    from .agreement_dialog import AgreementDialog
    from .agreement_run import AgreementRun


class AgreementController(QObject):
    """Opens the dialog, and runs one computation at a time while it is open."""

    def __init__(
        self,
        window: QWidget,
        session: ReviewSession,
        actions: ActionSet,
        settings: Settings,
        theme: Theme,
        show_notice: Callable[[str], None],
    ) -> None:
        """*show_notice* shows a passing sentence in the window."""
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        self._theme = theme
        self._show_notice = show_notice
        self._dialog: AgreementDialog | None = None
        self._run: AgreementRun | None = None
        self._page = ""  # of the figures that are shown
        self._writing = InOrder(self, "copydesk-agreement")
        actions.handle({"agreement": self.ask})
        session.list_opened.connect(self._list_opened)
        session.label_journalled.connect(self._labels_changed)
        session.states_changed.connect(lambda _ids: self._labels_changed())

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._theme = theme
        if self._dialog is not None:
            self._dialog.set_theme(theme)

    def ask(self) -> None:
        """Show the agreement for the open list, or bring its dialog to the front."""
        opened = self._session.opened
        if opened is None:
            return
        if self._dialog is None:
            self._dialog = self._make_dialog(opened)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def close(self, seconds: float) -> None:
        """Drop the computation; a page that is being written gets *seconds* to finish."""
        self._list_opened()
        self._writing.close(seconds)

    def _make_dialog(self, opened: Opened) -> AgreementDialog:
        from .agreement_dialog import AgreementDialog

        dialog = AgreementDialog(opened.pairs.name, _own_files(opened), self._theme, self._window)
        dialog.finished.connect(self._closed)
        if opened.blind is not None:
            said = self.tr(
                "You read this list blind: labels of others, and how far yours agree with them, "
                "are not shown. Turn blind reading off to see them."
            )
            dialog.show_hidden(said)
            return dialog
        if opened.wanted.disputes is not None and opened.wanted.disputes.hide_names:
            said = self.tr(
                "You decide without names: the figures, which say who gave which label, are not "
                "shown. Open the list without --hide-names to see them."
            )
            dialog.show_hidden(said)
            return dialog
        self._dialog = dialog
        if opened.wanted.disputes is not None:
            dialog.by_file.setChecked(opened.wanted.disputes.by_file)
        dialog.add_files(self._settings.label_files(opened.wanted.key))
        dialog.files_changed.connect(self._files_changed)
        dialog.wanted.connect(self._compute)
        dialog.pair_chosen.connect(self._open_pair)
        dialog.page_wanted.connect(self._save_page)
        self._compute()
        return dialog

    def _closed(self) -> None:
        self._stop()
        self._dialog = None

    def _list_opened(self) -> None:
        """Close the agreement of the previous list."""
        if self._dialog is not None:
            self._dialog.close()

    def _files_changed(self, added: tuple[str, ...]) -> None:
        opened = self._session.opened
        if opened is not None:
            self._settings.remember_label_files(opened.wanted.key, added)
        self._compute()

    def _labels_changed(self) -> None:
        if self._dialog is not None:
            self._dialog.show_outdated()

    def _open_pair(self, pair_id: str) -> None:
        opened, dialog = self._session.opened, self._dialog
        if opened is None or dialog is None:
            return
        index = opened.book.index_of(pair_id)
        if index is None:
            dialog.show_not_listed()
            return
        self._session.go_to(index)
        self._window.raise_()
        self._window.activateWindow()

    # --- the figures --------------------------------------------------------------------------

    def _stop(self) -> None:
        run, self._run = self._run, None
        self._page = ""
        if run is not None:
            run.close()

    def _compute(self) -> None:
        opened, dialog = self._session.opened, self._dialog
        if opened is None or dialog is None or opened.blind is not None:
            return
        from .agreement_run import AgreementRun

        self._stop()
        order = _order(opened, dialog.files, dialog.by_file.isChecked())
        dialog.show_waiting(self.tr("Reading %n label file(s)…", "", len(order.files)))
        self._run = AgreementRun(self, order, self._take_answer)

    def _take_answer(self, answer: object) -> None:
        from ...agreement.agreement_worker import Computed, Counted, StudyRefused
        from ...process_pool import Fault

        dialog = self._dialog
        if dialog is None:
            return
        if isinstance(answer, Counted):
            annotators = QCoreApplication.translate(
                "Agreement", "%n annotator(s)", "", answer.annotators
            )
            said = self.tr("Computing from {labels} labels by {annotators}…")
            dialog.show_waiting(said.format(labels=grouped(answer.labels), annotators=annotators))
        elif isinstance(answer, Computed):
            self._show(dialog, answer)
        elif isinstance(answer, StudyRefused):
            dialog.show_refused(self._why(answer), [translated(own) for own in answer.remarks])
        else:
            if isinstance(answer, Fault):
                self._session.fault.emit(answer.details)
            dialog.show_refused(
                self.tr(
                    "The process that computes the figures ended early, or took too long; close "
                    "other programs and try again."
                )
            )

    def _show(self, dialog: AgreementDialog, found: Computed) -> None:
        self._page = found.page
        doubtful = [f"{translated(own)} {self._by_file_hint()}" for own in found.doubtful]
        dialog.show_data(found.data, [*doubtful, *map(translated, found.remarks)])

    def _why(self, refused: StudyRefused) -> str:
        if not refused.alone:
            return translated(refused.why)
        hint = self.tr("Add the label files of others.")
        if self._dialog is not None and len(self._dialog.files) > 1:  # all have one name
            hint = self._by_file_hint()
        return f"{translated(refused.why)} {hint}"

    def _by_file_hint(self) -> str:
        return self.tr("If these are several people, treat each file as an annotator of its own.")

    # --- the page -----------------------------------------------------------------------------

    def _save_page(self) -> None:
        if self._dialog is None or not self._page:
            return
        from ..reports.report_writing import ask_where, write_whole

        opened, page = self._session.opened, self._page
        folder = self._settings[keys.REPORT_FOLDER] or self._settings[keys.LAST_FOLDER]
        name = f"{opened.pairs.name}-agreement" if opened is not None else "agreement"
        path = ask_where(self._dialog, self.tr("Save the agreement as HTML"), name, "html", folder)
        if path is None:
            return
        self._settings[keys.REPORT_FOLDER] = str(path.absolute().parent)
        data = page.encode("utf-8", "surrogateescape")
        self._writing.run(partial(write_whole, path, data), partial(self._written, path))

    def _written(self, path: Path, _: None, error: BaseException | None) -> None:
        from ..reports.report_writing import not_written

        if isinstance(error, OSError):
            said = not_written(path, error)
        elif error is not None:
            raise error
        else:
            said = self.tr("The page is in {path}.").format(path=path)
        if self._dialog is not None:
            self._dialog.show_done(said)
        else:
            self._show_notice(said)


def _own_files(opened: Opened) -> list[str]:
    """Return the label files of what is open: those that are adjudicated or viewed, or its own.

    An adjudicator is not one of the annotators, so that the adjudicator's own file does not count.
    """
    wanted = opened.wanted
    if wanted.disputes is not None:
        return [str(Path(name).absolute()) for name in wanted.disputes.files]
    if wanted.review is not None:
        return [str(Path(name).absolute()) for name in wanted.review.files]
    return [str(opened.labels_path)]


def _order(opened: Opened, files: tuple[str, ...], by_file: bool) -> StudyRequest:
    from ...agreement.agreement_worker import StudyRequest
    from ...labels.journal.journal import journal_folder

    state = opened.state
    journals = journal_folder() if state is None else state / "journals"
    # A label file may be about other documents than two that were named, or pairs nobody disputes.
    whole = len(opened.wanted.paths) == 1 and opened.wanted.disputes is None
    return StudyRequest(
        files,
        str(opened.labels_path),
        str(journals),
        opened.store.labels,
        opened.book.ids if whole else (),
        by_file,
        str(opened.pairs.folder / ASSIGNMENT),
        f"Agreement: {opened.pairs.name}",
    )
