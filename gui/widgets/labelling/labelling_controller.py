"""Connects the keys and buttons of labelling with the session, and shows what was saved."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from ...labels import DEFAULT_LABELS, UNUSABLE, Decision, LabelSet
from ...messages import Message
from ...messages.about_blind import AboutLookingBack
from ...review.pair_list.pair_state import label_text, pair_title
from ...review.session import ReviewSession
from ..controls.actions import LABEL, ActionSet, label_actions
from ..controls.notifications import Banners, StandingBanners
from ..controls.qt_text import announce, translated
from .label_bar import LabelBar
from .note_field import NoteField


class LabellingController(QObject):
    """Label, flag, note, undo and redo, and the state of saving.

    The session decides and the store saves; only what was saved is shown.
    """

    def __init__(
        self,
        session: ReviewSession,
        actions: ActionSet,
        *,
        labels: LabelBar,
        note: NoteField,
        give_keys_back: Callable[[], None],
        is_covered: Callable[[], bool],
        banners: Banners,
        standing: StandingBanners,
        show_notice: Callable[[str, int | None], None],
    ) -> None:
        """*give_keys_back* moves the focus to what is shown when the reviewer leaves the note.

        *is_covered* returns whether something else is shown in place of the pair; *show_notice*
        shows a passing notice.
        """
        super().__init__(session)
        self._session = session
        self._labels = labels
        self._note = note
        self._give_keys_back = give_keys_back
        self._is_covered = is_covered
        self._banners = banners
        self._standing = standing
        self._actions = actions
        self._show_notice = show_notice
        self._decided = ""  # what a screen reader is told once it is kept
        self._connect()
        actions.handle(
            {
                "note": self.edit_note,
                "undo": session.undo,
                "redo": session.redo,
                "undo-sitting": self._undo_sitting,
            }
        )
        actions.handle_switches({"flag": self._flag})
        self._handle_labels(DEFAULT_LABELS)

    def show_labels(self) -> None:
        """Offer the labels of the list that was opened, with their keys."""
        if self._session.book is None:
            return
        labels = self._session.book.labels
        clashes = self._actions.set_labels(label_actions(labels))
        self._handle_labels(labels)
        self._labels.set_labels(labels)
        sentences = [
            self.tr(
                "The key {key} of the label “{label}” is that of “{action}”. Choose another one in "
                "the settings, under Keys, or in {file}."
            ).format(
                key=key,
                label=label_text(spec.label or spec.name.removeprefix(LABEL)),
                action=other.translated(),
                file=labels.source,
            )
            for spec, key, other in clashes
        ]
        marks = [f"{labels.source}: {spec.name} {key} {other.name}" for spec, key, other in clashes]
        if any(self._standing.news("label keys", marks)):
            self._banners.show_banner("label keys", "\n".join(sentences), "warning")
        else:
            self._banners.hide_banner("label keys")

    def _handle_labels(self, labels: LabelSet) -> None:
        names = labels.names
        self._actions.handle({f"{LABEL}{name}": partial(self._label, name) for name in names})

    def _connect(self) -> None:
        session = self._session
        session.label_journalled.connect(self._journalled)
        session.label_saved.connect(self.show_saved)
        session.label_kept_in_journal.connect(lambda why: self._show_save_state("journal", why))
        session.save_failed.connect(self._fail)
        session.saving_takes_long.connect(lambda: self._labels.set_save_state("saving"))
        session.declined.connect(self._decline)
        session.undone.connect(self._show_undone)
        session.redone.connect(self._show_redone)
        session.note_kept.connect(self._note_kept)
        session.note_resumed.connect(self.edit_note)  # typed on, it must not label the pair
        session.note_refused.connect(self._note.note_refused)
        session.leaving.connect(self._note.flush)
        self._labels.label_wanted.connect(self._label_by_button)
        self._labels.flag_wanted.connect(self._flag)
        self._labels.note_wanted.connect(self.edit_note)
        self._labels.retry_wanted.connect(self.retry)
        self._note.note_changed.connect(self._keep_note)
        self._note.draft_changed.connect(session.keep_draft)
        self._note.typing_began.connect(self._typing_began)
        self._note.typing_undone.connect(self._typing_undone)
        self._note.left.connect(self.leave_note)
        self._actions.refused.connect(self._labels.show_reason)

    def _label(self, label: str) -> None:
        self._note.flush()
        if self._covered():
            return
        if self._session.pair.problem is not None and label != UNUSABLE:
            key = self._actions.shown_keys().get(f"{LABEL}{UNUSABLE}", "")
            said = self.tr(
                "The only label for this pair is unusable. It can be flagged and noted, too."
            )
            self._labels.show_reason(f"{said} ({key})" if key else said)
        elif self._session.set_label(label):
            self._decide(label_text(label))

    def _flag(self, on: bool) -> None:
        if not self._covered() and self._session.set_flag(on):
            self._decide(self.tr("flagged") if on else self.tr("not flagged any more"))
        self.show_decision()  # the switch shows what is saved, not what was asked for

    def _decide(self, what: str) -> None:
        pair = self._session.pair.pair
        self._decided = f"{pair_title(pair)}: {what}" if pair is not None else what

    def typed_elsewhere(self, text: str) -> None:
        """Note that typing of *text* began in an empty field, if it is the key of a decision."""
        action = self._actions.with_key(QKeySequence(text.upper())) if text.strip() else None
        if action is not None and self._actions.decides(action.objectName()):
            self._labels.show_reason(
                self.tr(
                    "“{key}” went into the text field, not to the pair. Esc empties it."
                ).format(key=text)
            )

    def _decline(self, reason: Message) -> None:
        self._labels.show_reason(translated(reason))
        if not self._session.is_read_only:
            self._labels.set_save_state("saving")

    def _covered(self) -> bool:
        """Return whether the end page hides the pair, after saying that it cannot be labelled."""
        covered = self._is_covered()
        if covered:
            self._labels.show_reason(
                self.tr("Ignored, because no pair is shown here. Go back to the pairs first.")
            )
        return covered

    def _label_by_button(self, label: str) -> None:
        reason = "" if self._session.pair.problem is not None else self._actions.guard.unseen()
        if reason:
            self._labels.show_reason(reason)
        else:
            self._label(label)

    def _undo_sitting(self) -> None:
        decisions = self._session.decisions
        if decisions is None or decisions.decided_in_sitting == 0:
            self._labels.show_reason(
                self.tr("Nothing was decided in this session. Ctrl+Z undoes earlier decisions.")
            )
        else:
            self._session.undo()

    def _show_undone(self, decision: Decision | None) -> None:
        if decision is None:
            self._labels.show_reason(self.tr("There is nothing to undo."))
        else:
            self._show_notice(self.tr("Undone: {what}.").format(what=self._spoken(decision)), 1)

    def _show_redone(self, decision: Decision | None) -> None:
        if decision is None:
            self._labels.show_reason(self.tr("There is nothing to redo."))
        else:
            said = self.tr("Brought back: {what}.").format(what=self._spoken(decision))
            self._show_notice(said, 1)

    def _spoken(self, decision: Decision) -> str:
        what = {
            "label": self.tr("the label of {pair}"),
            "flag": self.tr("the flag of {pair}"),
            "note": self.tr("the note of {pair}"),
        }.get(decision.subject or decision.what, self.tr("the decision on {pair}"))
        book = self._session.book
        title = decision.pair_id if book is None else book.title_of(decision.pair_id)
        return what.format(pair=title)

    def _keep_note(self, text: str, pair_id: str) -> None:
        if not self._session.set_note(text, pair_id) and self._session.opened is not None:
            self._note.note_refused(pair_id)

    def _typing_began(self) -> None:
        self._labels.set_save_state("saving")

    def _typing_undone(self) -> None:
        if self._session.decisions is not None:
            self._session.decisions.retry()  # its answer says where things stand

    def _note_kept(self, pair_id: str) -> None:
        self._note.note_kept(pair_id)
        pair = self._session.pair.pair
        if pair is not None and pair.id == pair_id:
            self.show_decision()

    def edit_note(self) -> None:
        """Move the focus to the note, where keys write text until Esc."""
        if self._session.is_read_only:
            self._decline(Message(AboutLookingBack.READ_ONLY))
        elif self._session.pair.pair is not None and not self._covered():
            self._note.show()
            self._note.setFocus()

    @property
    def is_writing(self) -> bool:
        """True while keys go into the note."""
        focus = QApplication.focusWidget()
        return focus is not None and self._note.isAncestorOf(focus)

    def leave_note(self) -> None:
        """Return to the text; hide the note if it is empty."""
        self._give_keys_back()
        self.show_decision()

    def show_decision(self) -> None:
        """Show label, flag and note of the pair in the window, or none if the pair is covered."""
        kept = self._session.row()
        row = None if self._is_covered() else kept
        self._labels.set_label(row.label if row is not None else None)
        self._labels.set_flagged(row is not None and row.flagged)
        self._labels.set_note(row.note if row is not None else "")
        self._actions["flag"].setChecked(row is not None and row.flagged)
        pair = self._session.pair.pair
        if pair is not None:
            self._note.set_note(kept.note if kept is not None else "", pair.id)
            if self._session.is_read_only:
                self._note.set_read_only()
            unkept = self._note.unkept
            self._note.setVisible(bool(row is not None and row.note) or self.is_writing or unkept)
        self.show_ready()

    def show_ready(self) -> None:
        """Enable what can be decided about the pair in the window."""
        session = self._session
        seen = session.pair.pair is not None and not self._is_covered()
        self._labels.set_open(seen)
        if not seen:
            why = self.tr("No pair is shown here.") if session.pair.pair is not None else ""
            self._labels.set_ready(False, why)
        elif session.pair.problem is not None:
            self._labels.set_ready(False, self.tr("This pair cannot be read."), {UNUSABLE})
        else:
            self._labels.set_ready(True)

    def show_saved(self) -> None:
        """Show that all decisions are saved, if there are any."""
        opened = self._session.opened
        if self._note.unsaved:
            self._banners.hide_banner("saving")
            self._labels.set_save_state("saving")
            self._note.announce_refused()
        elif opened is not None and opened.is_read_only:
            self._show_save_state("")
        elif opened is not None:  # nothing is "saved" before the first decision
            counts = opened.store.counts()
            decided = counts.labelled or counts.flagged or counts.noted
            self._show_save_state("saved" if decided or opened.store.has_file else "")

    def _fail(self, why: Message | None) -> None:
        self._decided = ""
        self._show_save_state("failed", why)

    def _journalled(self) -> None:
        announce(self._labels, self._decided)  # the next pair is in the window at once
        self._decided = ""
        self._labels.end_reason()  # a key did something since
        self._labels.set_save_state("saving")

    def _show_save_state(self, kind: str, why: Message | None = None) -> None:
        said = translated(why)
        self._labels.set_save_state(kind, said)
        if kind in ("saved", ""):
            self._banners.hide_banner("saving")
        else:
            level = "error" if kind == "failed" else "warning"
            self._banners.show_banner("saving", said, level, self.tr("Try again"))

    def retry(self) -> None:
        """Try again to write the label file, and to save a note that was refused."""
        self._note.flush()
        if self._session.decisions is not None:
            self._session.decisions.retry()
