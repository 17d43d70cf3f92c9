"""Connects the review session with what shows its pairs: text, evidence, list, end page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from ... import settings as keys
from ...compare import Comparison
from ...documents import Document
from ...labels import Pair
from ...messages import Message
from ...review.deciding.decisions import PATIENCE
from ...review.pair_list.pair_state import pair_title
from ...review.session import ReviewSession
from ...settings import Settings
from ..controls.actions import ActionSet, KeyGuard
from ..controls.deferred import AfterPaint
from ..controls.notifications import Banners
from ..controls.qt_text import shown_percent, translated
from ..evidence.evidence_panel import EvidencePanel
from ..labelling.label_bar import LabelBar
from ..labelling.labelling_controller import LabellingController
from ..pairs.pairs_controller import PairsController
from ..reading import ReadingView
from ..reading.counterparts import Role
from ..reading.scrolling import Place
from .session_notices import SessionNotices
from .window_layout import Stage

if TYPE_CHECKING:
    from ..controls.notifications import MessagePanel
    from .end_page import EndPanel


class ReviewController(QObject):
    """Shows the pairs that the session goes to. The session decides; this only shows the result."""

    def __init__(
        self,
        session: ReviewSession,
        actions: ActionSet,
        labelling: LabellingController,
        pairs: PairsController,
        later: AfterPaint,
        *,
        stage: Stage,
        reading: ReadingView,
        evidence: EvidencePanel,
        labels: LabelBar,
        banners: Banners,
        notices: SessionNotices,
        settings: Settings,
        show_notice: Callable[[str, int | None], None],
    ) -> None:
        """Connect everything; ``show_list`` shows what the session has open.

        *later* does what can wait until the text is on the screen.
        """
        super().__init__(session)
        self._session = session
        self._actions = actions
        self._labelling = labelling
        self._pairs = pairs
        self._later = later
        self._stage = stage
        self._reading = reading
        self._evidence = evidence
        self._labels = labels
        self._banners = banners
        self._notices = notices
        self._settings = settings
        self._show_notice = show_notice
        self._shown: int | None = None  # the pair in the window
        self._list_is_new = True
        self._place: Place | None = None  # where its text stood before it was read again
        self._says_progress = False  # it takes long, so every step is told
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._say_progress)
        self._connect_session()
        self._connect_views()
        self._connect_actions()

    def show_list(self) -> None:
        """Show the list that was opened, and its pair in the window."""
        session = self._session
        if session.opened is None or session.book is None:
            return
        self._banners.hide_banner("saving")
        self._later.forget()
        self._shown = None
        self._list_is_new = True
        self._labelling.show_labels()
        self._evidence.summary.show_figures(session.book.shows_figures)
        self._pairs.show_list()
        self._labels.set_path(str(session.opened.labels_path))
        self._notices.show_whose(session.opened)
        if session.is_behind:
            self._labels.set_save_state("saving")
        else:
            self._labelling.show_saved()
        if session.pair.index is not None and self._shown is None:  # else its order brought it
            self.show_pair(session.pair.index)
            if session.pair.comparison is not None:
                self.show_comparison(session.pair.comparison)
            elif session.pair.problem is not None:
                self.show_problem(session.pair.problem)
            else:
                self.show_waiting()
                if session.pair.documents is not None:
                    self.show_documents(*session.pair.documents)

    def show_pair(self, index: int) -> None:
        """Show name and label of the pair that is coming; its text follows."""
        self._actions.guard.pair_coming()
        self._labels.end_reason()
        self._later.hold()
        # The same pair read again stays where it was; of another one, even of one with the same
        # texts, the first paint counts.
        self._place = self._reading.place() if index == self._shown else None
        self._shown = index
        self._evidence.cover()  # it would show the figures of the previous pair
        reads = self._list_is_new or self._has_keys()
        self._list_is_new = False
        self._end_progress()
        self._reading.clear()
        self._banners.hide_banner("long")
        self._banners.hide_banner("unreadable")
        self._stage.show_pair()
        if reads:  # at once: a pair that comes slowly, or never, must not leave the keys elsewhere
            self._stage.take_keys()
        self._pairs.show_pair(index)
        self._reading.set_swapped(self._session.pair.swapped)
        self._actions["swap"].setChecked(self._session.pair.swapped)
        self._labelling.show_decision()

    def _has_keys(self) -> bool:
        """Return whether the focus is in the text, in what is shown in its place, or nowhere."""
        focus = QApplication.focusWidget()
        pages = (self._reading, self._stage.message.made, self._stage.end.made)
        return focus is None or any(page is not None and page.isAncestorOf(focus) for page in pages)

    def show_waiting(self) -> None:
        """Say so if reading and comparing the pair takes longer than a moment."""
        self._patience.start()

    def _say_progress(self) -> None:
        self._says_progress = True
        self._evidence.clear(self.tr("Comparing…"))
        self._tell_progress()

    def _tell_progress(self) -> None:
        if self._says_progress:
            self._reading.show_progress(whole=self._session.pair.documents is not None)

    def _end_progress(self) -> None:
        self._patience.stop()
        if self._says_progress:
            self._says_progress = False
            self._reading.end_progress()

    def show_beginnings(self, reference: Document, candidate: Document) -> None:
        """Show the first words of two very long texts while they are being read."""
        self._reading.show_documents(reference, candidate)
        self._tell_progress()

    def show_documents(self, reference: Document, candidate: Document) -> None:
        """Show the two texts while they are being compared."""
        place = self._reading.place()  # somebody may read their beginnings already
        if self._session.pair.unmarked:
            self._reading.show_unmarked(reference, candidate)
        else:
            self._reading.show_documents(reference, candidate)
        self._reading.restore_place(place)
        self._show_share()
        self._tell_progress()

    def show_comparison(self, comparison: Comparison) -> None:
        """Show the marked pair."""
        self._end_progress()
        if self._session.pair.unmarked:
            self._show_unmarked(comparison)
            return
        self._session.pair.saw_marks()
        self._reading.show_comparison(comparison)
        self._show_share()
        if self._place is not None:
            self._reading.restore_place(self._place)
            self._place = None
        self._later.hold()
        for number, task in enumerate(self._evidence.tasks(comparison)):
            self._later.do(f"evidence {number}", partial(self._show_evidence, comparison, task))
        self._labelling.show_ready()
        self._foresee_end()

    def _show_unmarked(self, comparison: Comparison) -> None:
        """Show the texts of a compared pair without the results of the comparison."""
        self._reading.show_unmarked(comparison.reference, comparison.candidate)
        self._show_share()
        if self._place is not None:
            self._reading.restore_place(self._place)
            self._place = None
        self._evidence.clear(self._marks_hidden())
        self._labelling.show_ready()
        self._foresee_end()

    def _marks_hidden(self) -> str:
        key = self._actions.shown_keys().get("show-marks", "")
        said = self.tr("The marks are hidden.")
        return f"{said} ({key})" if key else said

    def _show_marks(self, on: bool) -> None:
        """Show or hide the results of the comparison."""
        pair = self._session.pair
        self._settings[keys.MARKS] = on
        pair.unmarked = not on
        self._pairs.hide_measures(not on)
        if pair.comparison is not None and not self._stage.end.shown:
            self.show_comparison(pair.comparison)

    def _show_share(self) -> None:
        """Say if the texts are too long to be shown to their ends."""
        share = self._reading.shown_share
        if share >= 1:
            self._banners.hide_banner("long")
            return
        sentence = self.tr(
            "These texts are very long: the first {share} of them are shown here. Figures, "
            "substitutions and reports are about all of them."
        )
        self._banners.show_banner("long", sentence.format(share=shown_percent(share)), "info")

    def _show_evidence(self, comparison: Comparison, task: Callable[[], None]) -> None:
        here = comparison is self._session.pair.comparison  # else another pair came meanwhile
        if here and not self._stage.end.shown and not self._session.pair.unmarked:
            task()

    def show_problem(self, problem: Message) -> None:
        """Show why the pair cannot be read, and what can be read of it."""
        pair = self._session.pair.pair
        self._end_progress()
        self._reading.clear()
        self._evidence.clear(self.tr("There is no comparison of this pair."))
        if pair is not None and any(self._session.pair.sides):
            self._show_sides(pair, translated(problem))
        else:
            message = self._stage.message
            message.part.set_message("" if pair is None else pair_title(pair), translated(problem))
            self._stage.turn_to(message)
            self._text_painted()  # there is no text; the message is what there is
        self._labelling.show_ready()
        self._foresee_end()

    def _show_sides(self, pair: Pair, reason: str) -> None:
        """Show the readable documents of *pair*, and why it cannot be judged."""
        reference, candidate = self._session.pair.sides
        if reference is not None and candidate is not None:
            self._reading.show_documents(reference, candidate)
            self._banners.show_banner("unreadable", reason, "warning", closable=False)
        elif reference is not None:
            name = "" if pair.number else pair.candidate
            self._reading.show_readable(reference, Role.CANDIDATE, name, reason)
        elif candidate is not None:
            name = "" if pair.number else pair.reference
            self._reading.show_readable(candidate, Role.REFERENCE, name, reason)
        self._show_share()

    def _text_painted(self) -> None:
        if self._session.pair.documents is None and self._session.pair.problem is None:
            return  # beginnings are to be read, not judged
        self._session.right_of_way.give_back()
        self._actions.guard.text_painted()
        labels = self._labels
        if labels.reason == KeyGuard.not_on_screen():  # which is no longer true
            if self._session.pair.problem is None:
                labels.show_reason(self.tr("Now the pair is shown. Press the key again."))
            else:
                labels.end_reason()
        self._later.painted()

    def _connect_session(self) -> None:
        session = self._session
        session.pair.changed.connect(self.show_pair)
        session.pair.awaited.connect(self.show_waiting)
        session.pair.beginnings_ready.connect(self.show_beginnings)
        session.pair.documents_ready.connect(self.show_documents)
        session.pair.comparison_ready.connect(self.show_comparison)
        session.pair.failed.connect(self.show_problem)
        session.label_changed.connect(self._label_changed)
        session.states_changed.connect(lambda _pair_ids: self._labelling.show_decision())
        session.all_labelled.connect(self.show_end)
        session.stayed_at_pair.connect(self._back_from_end)

    def _connect_views(self) -> None:
        self._reading.painted.connect(self._text_painted)
        self._reading.marked.connect(self._later.painted)
        self._reading.retry_wanted.connect(self._session.pair.reload)
        self._reading.next_wanted.connect(partial(self._session.step, 1))
        self._banners.action_wanted.connect(self._banner_action)
        self._stage.message.do("connect", self._connect_message)
        self._stage.end.do("connect", self._connect_end)

    def _connect_message(self, message: MessagePanel) -> None:
        message.retry_wanted.connect(self._session.pair.reload)
        message.next_wanted.connect(lambda: self._session.step(1))

    def _connect_end(self, end: EndPanel) -> None:
        end.pair_wanted.connect(self._session.go_to)
        end.back_wanted.connect(self._back_from_end)
        end.folder_wanted.connect(self._show_label_folder)
        end.all_wanted.connect(self._pairs.show_all)

    def _connect_actions(self) -> None:
        session = self._session
        self._actions.handle(
            {
                "next-pair": lambda: session.step(1),
                "previous-pair": self._previous_pair,
                "next-unlabelled": self._next_unlabelled,
                "reload": session.pair.reload,
            }
        )
        self._actions.handle_switches({"show-marks": self._show_marks})
        session.pair.unmarked = not self._settings[keys.MARKS]
        self._pairs.hide_measures(session.pair.unmarked)
        self._actions["show-marks"].setChecked(not session.pair.unmarked)

    # --- what is shown ----------------------------------------------------------------------

    def _label_changed(self, pair_id: str) -> None:
        pair = self._session.pair.pair
        if pair is not None and pair.id == pair_id:
            self._labelling.show_decision()

    def _banner_action(self, key: str) -> None:
        if key == "saving":
            self._labelling.retry()
        elif key == "changed":
            self._banners.hide_banner("changed")
            self._session.pair.reload()

    # --- the end ----------------------------------------------------------------------------

    def _foresee_end(self) -> None:
        """Create the end page while the last pair is read, not when it is labelled."""
        book = self._session.book
        if book is not None and len(self._session.pairs) > 1 and book.marks.left().to_label <= 1:
            self._later.do("end", self._stage.end.make)

    def show_end(self) -> None:
        """Show the end page: how many pairs have each label, what is left, where the file is."""
        session, book = self._session, self._session.book
        if session.opened is None or book is None:
            return
        counts, path = book.marks.counts(), str(session.opened.labels_path)
        if len(session.pairs) == 1:  # its label is to be seen beside its text
            said = (
                self.tr("This is the only pair. It cannot be read, but can be labelled unusable.")
                if counts[None]
                else self.tr("Labelled. The label is in {path}.").format(path=path)
            )
            self._show_notice(said, 0)
            return
        from .end_page import listed_of

        end = self._stage.end
        shown_are_labelled = self._pairs.shown_are_labelled()
        end.part.next_key = self._actions.shown_keys().get("next-unlabelled", "")
        end.part.set_result(
            counts,
            path,
            *listed_of(book),
            book.labels,
            shown_are_labelled,
        )
        self._evidence.clear(self.tr("No pair is shown here."))
        self._stage.turn_to(end)
        self._labelling.show_decision()

    def _next_unlabelled(self) -> None:
        """Go on; from the end page, to pairs without a label because they cannot be read."""
        book, end = self._session.book, self._stage.end
        left = book.marks.without_label(1) if book is not None and end.shown else []
        if left:
            self._session.go_to(left[0])
        else:
            self._session.next_unlabelled()

    def _previous_pair(self) -> None:
        """Go back; from the end page, to the pair that was read last."""
        if self._stage.end.shown:
            self._back_from_end()
        else:
            self._session.step(-1)

    def _back_from_end(self) -> None:
        if self._session.pair.problem is not None and not any(self._session.pair.sides):
            self._stage.turn_to(self._stage.message)
        else:
            self._stage.show_pair()
            self._stage.take_keys()
            comparison = self._session.pair.comparison
            if self._session.pair.unmarked:
                self._evidence.clear(self._marks_hidden())
            elif comparison is not None:
                self._evidence.set_comparison(comparison)
        self._labelling.show_decision()

    def _show_label_folder(self) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        if self._session.opened is not None:
            folder = Path(self._session.opened.labels_path).parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
