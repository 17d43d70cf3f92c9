"""Closes the window once all decisions are on disk, or earlier, after a warning."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QMainWindow

from ...documents import shown_name
from ...review.deciding.decisions import PATIENCE
from ...review.session import ReviewSession
from ..controls.notifications import Banners
from ..labelling.label_bar import LabelBar
from ..labelling.note_field import NoteField

ENOUGH = 5000
"""Milliseconds that the disk may delay closing before a banner says so."""

_BANNER = "closing"
_JOURNAL_BANNER = "closing-journal"


class ClosingController(QObject):
    """Decides whether the window may close.

    Usually nothing is waiting for the disk, and it may. Otherwise the window stays open and
    responsive, and closes by itself as soon as everything is kept. If the reviewer closes it again,
    or the disk takes some seconds, it says what would be lost; after that it closes on request. If
    something cannot be kept at all, it stays once, and closes the next time. If decisions are only
    in the journal because the label file could not be written, that is tried once more; if it fails
    again, the window says so once and closes the next time. When the system ends the session,
    nobody can be asked, and the window closes in any case.
    """

    def __init__(
        self,
        window: QMainWindow,
        session: ReviewSession,
        banners: Banners,
        labels: LabelBar,
        note: NoteField,
    ) -> None:
        """Decide for *window*, which asks :meth:`may_close`."""
        super().__init__(window)
        self._window = window
        self._session = session
        self._banners = banners
        self._labels = labels
        self._note = note
        self._waiting = False
        self._warned = False  # what would be lost was told: who closes again means it
        self._refused = False  # something could not be kept when it was tried last
        self._free = False
        self._kept = False
        self._ending = False  # by the system
        self._journal_warned = False  # that decisions are in the journal only
        self._trying = QTimer(self, singleShot=True)  # to write the label file once more
        self._trying.timeout.connect(self._warn_of_journal)
        self._sign = QTimer(self, singleShot=True, interval=PATIENCE)
        self._sign.timeout.connect(lambda: labels.set_save_state("saving"))
        self._enough = QTimer(self, singleShot=True)
        self._enough.timeout.connect(self._too_long)
        session.finished.connect(self._finished)
        session.unfinished.connect(self._unfinished)
        session.label_journalled.connect(self._journalled)
        session.label_saved.connect(self._label_file_written)
        session.label_kept_in_journal.connect(self._not_written)
        session.list_opened.connect(self._trying.stop)
        session.list_opened.connect(self._label_file_written)

    @property
    def kept(self) -> bool:
        """True once all decisions are on disk and nothing more follows."""
        return self._kept

    def may_close(self) -> bool:
        """Return whether the window may close now; if not, it closes by itself when it may."""
        if self._free or (self._waiting and self._warned):
            return True
        if self._waiting:
            self._warn()
            return False
        if self._session.only_in_journal and not (self._journal_warned or self._ending):
            self._try_once_more()
            return False
        self._session.finish()
        if self._kept:
            return True
        self._waiting = True
        self._note.setEnabled(False)  # what is written now would not be kept
        self._sign.start()
        self._enough.start(ENOUGH)
        return False

    def end(self) -> None:
        """Close as soon as possible because the system ends the session, then quit."""
        again, self._ending = self._ending, True
        if again:
            self._leave()
        elif self._window.close():
            QCoreApplication.quit()  # also where a dialog is open

    def _finished(self) -> None:
        self._kept = True
        if self._waiting:
            self._leave()

    def _leave(self) -> None:
        self._free = True
        self._window.close()
        if self._ending:
            QCoreApplication.quit()

    def _unfinished(self) -> None:
        """Stay open once because something was refused: a banner says what, and it may be fixed."""
        if not self._waiting:
            return
        self._waiting = self._warned = False
        self._sign.stop()
        self._enough.stop()
        self._note.setEnabled(True)
        self._banners.hide_banner(_BANNER)
        if self._refused or self._ending:
            self._leave()
        self._refused = True

    def _journalled(self) -> None:
        self._refused = False

    def _try_once_more(self) -> None:
        """Try again to write the label file; warn if the window is closed again meanwhile."""
        if self._trying.isActive() or self._session.decisions is None:
            self._warn_of_journal()
            return
        self._trying.start(ENOUGH)
        self._session.decisions.retry()

    def _not_written(self) -> None:
        if self._trying.isActive():
            self._warn_of_journal()

    def _label_file_written(self) -> None:
        self._journal_warned = False
        self._banners.hide_banner(_JOURNAL_BANNER)
        if self._trying.isActive():
            self._trying.stop()
            self._window.close()

    def _warn_of_journal(self) -> None:
        self._trying.stop()
        self._journal_warned = True
        opened, count = self._session.opened, self._session.only_in_journal
        text = self.tr(
            "%n decision(s) could not be written to {name} and are kept in the recovery journal. "
            "They are written when Copydesk opens that file the next time and can write it. Close "
            "the window again to leave.",
            "",
            count,
        )
        name = shown_name(opened.labels_path.name) if opened is not None else ""
        self._banners.show_banner(_JOURNAL_BANNER, text.format(name=name), "warning")

    def _too_long(self) -> None:
        if self._ending:
            self._leave()
        else:
            self._warn()

    def _warn(self) -> None:
        self._warned = True
        self._banners.show_banner(
            _BANNER,
            self.tr(
                "The disk does not answer: the last decision is not saved yet. The window closes "
                "by itself when it is; close it again to leave without that decision."
            ),
            "warning",
        )
