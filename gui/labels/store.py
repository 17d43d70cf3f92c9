"""The label store: decisions are journalled at once, and the label file follows.

A decision is first appended to the journal, which makes it count; the label file is a projection of
the journal that :meth:`LabelStore.project` brings up to date, in a thread of its own because a file
can be locked for as long as somebody looks at it.
"""

from __future__ import annotations

import os
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime, timezone
from pathlib import Path

from ..documents import shown_name
from ..messages import Message
from ..messages.about_labels import AboutLabels
from ..messages.about_pairs import AboutPairs
from ..own_process import collector_paused
from .file.csv_format import Texts, may_be_named, plain, utc_stamp
from .file.files import Files
from .file.label_file import LabelFile
from .journal.current_rows import CurrentRows, Overrulings
from .journal.drafts import Drafts, note_with_draft
from .journal.journal import Journal, bring_along
from .journal.journal_entries import Entry, Glimpse
from .journal.row_changes import decided, with_similarities
from .label_set import DEFAULT_LABELS, UNUSABLE, LabelSet
from .label_values import (
    Answer,
    Decision,
    DecisionContext,
    JournalError,
    Key,
    LabelCounts,
    LabelFileError,
    LabelRow,
    OpenReport,
    OutsideEdit,
    Pair,
    SaveKind,
    SaveState,
)
from .mending.last_seen import known_texts
from .reconciling.file_problems import (
    BACKUPS,
    FlawError,
    edited_outside,
    flaws,
    kept_in_journal,
    oddities,
    warnings_about,
    why_not_written,
    why_refused,
    with_rows_of_journal,
)
from .reconciling.projection import Projection
from .reconciling.row_repair import RowRepair

_TROUBLES = (OSError, LabelFileError, FlawError, JournalError)
_BEING_WRITTEN = (SaveKind.JOURNAL, None)


def _utc_now() -> datetime:
    return datetime.now(timezone.utc)


class LabelStore:
    """The labels of one annotator in one label file. Thread-safe.

    What the label file has no column for stays in the journal, which is in *journal_folder*.
    ``labels`` are those that can be given; rows may have others. *texts*, such as the ids of the
    list, are likely to be in a file whose encoding must be guessed; *encoding* is that of a file
    that is not in UTF-8, if somebody named it. *role* is the annotator's role in new rows.
    ``repair`` repairs what a spreadsheet rewrote.
    """

    def __init__(
        self,
        path: Path,
        *,
        journal_folder: Path,
        annotator: str,
        labels: LabelSet = DEFAULT_LABELS,
        now: Callable[[], datetime] = _utc_now,
        files: Files | None = None,
        texts: Texts = tuple,
        encoding: str | None = None,
        role: str = "",
    ) -> None:
        self.path = Path(path)
        self.annotator = plain(annotator)
        self.labels = labels
        self._role = role
        self._now = now
        self._files = files = files or Files()
        self._current_rows = CurrentRows(
            Journal(Path(journal_folder), self.path, files), self.annotator
        )
        self._file = LabelFile(self.path, files)
        backups = Path(journal_folder) / BACKUPS
        self._projection = Projection(self._current_rows, self._file, backups, now, files)
        self._texts = texts
        self._file.texts = self._likely_texts
        self._file.named = encoding if encoding and may_be_named(encoding) else None
        self._drafts = Drafts(self._current_rows.journal.path, files)
        self._writing = threading.Lock()  # one thread at a time at the label file
        self._trouble: tuple[SaveKind, Message | None] = _BEING_WRITTEN  # and a clause about it
        self._refusal: Message | None = None
        self._overrulings = Overrulings(self.annotator)
        self.repair = RowRepair(
            self._current_rows,
            self._file,
            self._projection,
            backups,
            now,
            self.project,
            self._writing,
        )

    def open(self) -> OpenReport:
        """Read journal and label file; nothing is written to the label file.

        Raises :class:`LabelFileError` where the file is no label file or cannot be read.
        """
        if not os.path.isdir(self.path.parent):  # noqa: PTH112 - nor where nobody may look
            raise LabelFileError(
                Message(AboutLabels.FOLDER_NOT_THERE, name=shown_name(self.path.parent))
            )
        with self._writing, collector_paused():
            troubles = []
            journal = self._current_rows.journal
            journal.due = lambda: bring_along(journal, self.path, self._files)
            try:
                with self._current_rows.journal_held(quietly=True):
                    pass
            except (OSError, JournalError) as error:
                troubles.append(self._refuse(error))
            try:
                self._look_at_opening(without_journal=bool(troubles))
            except JournalError as error:  # since a moment ago
                troubles.append(self._refuse(error))
                self._look_at_opening(without_journal=True)
            with self._current_rows.lock:
                self._current_rows.changed.clear()
            resumed = [] if troubles else self._take_over_drafts()
            return OpenReport(
                rows=len(self._current_rows.rows()),
                replayed=len(self._current_rows.state.pending),
                warnings=(
                    *troubles,
                    *(Message(AboutLabels.NOTE_TAKEN_OVER, id=pair_id) for pair_id in resumed),
                    *warnings_about(self.path, self._current_rows, self._file, self.labels),
                ),
                resumed=resumed[-1] if resumed else None,
                behind=self._projection.has_work,
            )

    def _look_at_opening(self, *, without_journal: bool) -> None:
        """Take in the label file; raises LabelFileError, which says what the journal has."""
        try:
            self._projection.look(without_journal=without_journal)
        except (OSError, LabelFileError) as error:
            with self._current_rows.lock:
                rows = self._current_rows.state.row_count
            raise with_rows_of_journal(error, self.path, rows) from error

    def _likely_texts(self) -> Iterator[str]:
        yield self.annotator
        yield from self._texts()
        seen = self._projection.seen
        with self._current_rows.lock:
            yield from known_texts(
                self._current_rows.state, seen.table if seen is not None else None
            )

    def close(self) -> None:
        """Do nothing: no file is held open between calls; the file gets the rest next time."""

    # Rows

    def row(self, pair_id: str) -> LabelRow | None:
        """Return the annotator's row of a pair."""
        return self._current_rows.row((plain(pair_id), self.annotator))

    def rows(self, *, everybody: bool = False) -> Mapping[Key, LabelRow]:
        """Return the annotator's rows, or everybody's, by pair id and annotator."""
        rows = self._current_rows.rows()
        if everybody:
            return rows
        return {key: row for key, row in rows.items() if key[1] == self.annotator}

    def counts(self) -> LabelCounts:
        """Return how many of the annotator's rows have each label, a flag, a note."""
        return self._current_rows.counts()

    def decisions(self, wanted: Callable[[Glimpse], bool] | None = None) -> Iterator[Entry]:
        """Yield what the annotator decided, the oldest first; raises OSError.

        With *wanted*, labels, flags and notes are left out that it does not want at a glimpse,
        which takes a fraction of the time.
        """
        for entry in self._current_rows.journal.entries(wanted):
            if entry.is_own and entry.key[1] == self.annotator:
                yield entry

    # Decisions: each is on the disk when the method returns, or JournalError is raised

    def label(self, pair: Pair, label: str, context: DecisionContext) -> Decision:
        """Give *pair* the label of this name; the same one again counts as a new decision.

        Raises ValueError for a name that is none of ``labels``, and for any but "unusable" where
        no file could make a pair of the list's row.
        """
        known = self.labels.find(label)
        if known is None:
            raise ValueError(f"there is no label {label}")
        if pair.problem is not None and known.name != UNUSABLE:
            raise ValueError(
                str(Message(AboutPairs.CANNOT_BE_LABELLED, id=pair.id, clause=pair.problem))
            )
        return self._decide("label", pair, context, label=known.name)

    def flag(self, pair: Pair, on: bool, context: DecisionContext) -> Decision | None:
        """Flag *pair* or remove its flag; None if nothing changes."""
        row = self.row(pair.id)
        if on == (row is not None and row.flagged):
            return None
        return self._decide("flag", pair, context, flagged=on)

    def note(self, pair: Pair, text: str, context: DecisionContext) -> Decision | None:
        """Keep *text* as the note on *pair*; None if nothing changes."""
        row, text = self.row(pair.id), plain(text)
        same = text == _note_of(row)
        decision = None if same else self._decide("note", pair, context, note=text)
        with suppress(OSError):  # it is found again, and changes nothing
            self._drafts.end(plain(pair.id))
        return decision

    def draft(self, pair: Pair, text: str, context: DecisionContext) -> None:
        """Keep *text*, a note on *pair* that is still being typed, in case the window dies.

        It is no decision: :meth:`note` makes it one, or :meth:`open` where that never came.
        Raises OSError.
        """
        key, text = (plain(pair.id), self.annotator), plain(text)
        row = self._current_rows.row(key)
        if text == _note_of(row):
            self._drafts.end(key[0])
            return
        at = utc_stamp(self._now())
        after = decided(pair, key, row, None, at, context, self._role, note=text)
        kept = None if after.is_empty else after
        self._drafts.keep(Decision(0, at, "note", *key, row, kept, subject="note"))

    def fill_in(self, pair_id: str, context: DecisionContext) -> bool:
        """Fill in the similarities of a row whose label came before them; False for any other.

        Its documents have to be those of *context*, and no other program may have changed it
        since. It is no decision, see :class:`Decision`: where the disk does not take it, nothing
        is lost, nothing is said, and it can be tried again whenever the pair is compared.
        """
        key = (plain(pair_id), self.annotator)
        with self._current_rows.lock:  # a row that is being written is for a moment nobody's
            if not self._can_fill_in(key):
                return False
        with suppress(OSError, JournalError), self._current_rows.journal_held():
            row = self._current_rows.row(key)
            if row is not None and self._can_fill_in(key):
                return self._fill_in(row, with_similarities(row, context))
        return False

    def _fill_in(self, row: LabelRow, filled: LabelRow) -> bool:
        if filled == row:
            return False
        at, what = utc_stamp(self._now()), "similarities"
        number = self._current_rows.journal.next_sequence
        self._current_rows.append([Decision(number, at, what, *row.key, row, filled, subject=what)])
        return True

    def without_similarities(self) -> list[str]:
        """Return the ids of the annotator's pairs that :meth:`fill_in` is for."""
        rows = self.rows()
        with self._current_rows.lock:
            return [key[0] for key in rows if self._can_fill_in(key)]

    def _can_fill_in(self, key: Key) -> bool:
        row = self._current_rows.row(key)
        return row is not None and row.lacks_similarities and self._current_rows.state.is_own(key)

    def undo(self) -> Decision | None:
        """Undo the annotator's last decision that still has an effect; None if there is none."""
        return self._walk("undo")

    def redo(self) -> Decision | None:
        """Redo what was undone last; None if there is nothing."""
        return self._walk("redo")

    @property
    def can_undo(self) -> bool:
        """True if there are decisions to undo."""
        with self._current_rows.lock:
            return bool(self._current_rows.state.history.done)

    @property
    def can_redo(self) -> bool:
        """True if there are decisions to redo."""
        with self._current_rows.lock:
            return bool(self._current_rows.state.history.undone)

    # The label file

    def project(self) -> SaveState:
        """Bring the label file up to date; may wait for a lock, so not in the window's thread.

        The returned state says what failed; call again to try again.
        """
        with self._writing:
            self._look_whether_journal_works()
            try:
                if self._projection.has_work:
                    self._projection.bring_up()
            except _TROUBLES as error:
                self._trouble = why_not_written(error, self.path)
            else:
                self._trouble = _BEING_WRITTEN
        return self.state

    @property
    def state(self) -> SaveState:
        """Where the decisions are."""
        with self._current_rows.lock:
            projection = self._projection
            if self._refusal is None and not projection.has_work:
                return SaveState(SaveKind.SAVED)
            lost, pending = projection.has_lost_file, projection.lacking
            if self._refusal is not None:
                return SaveState(SaveKind.FAILED, self._refusal, pending, lost)
            kind, clause = self._trouble
            if clause is None:
                message = Message(AboutLabels.BEING_WRITTEN)
            elif projection.flaw is not None and not pending:
                name = shown_name(self.path.name)
                message = Message(AboutLabels.FLAWED, name=name, clause=projection.flaw)
            else:
                message = kept_in_journal(clause, pending if lost else 0)
            return SaveState(kind, message, pending, lost)

    def standing(self) -> tuple[Message, ...]:
        """Return messages about problems of the current label file and journal."""
        with self._writing:
            refusal = () if self._refusal is None else (self._refusal,)
            table = self._file.table
            odd = oddities(self.path, table, self.labels)
            return (*refusal, *flaws(self.path, table), *odd)

    @property
    def has_file(self) -> bool:
        """True if there was a label file at the last look; does not ask the disk."""
        return self._file.exists

    @property
    def has_news(self) -> bool:
        """True if changes by other programs are known that nobody has asked for yet."""
        with self._current_rows.lock:
            news = bool(self._current_rows.changed) or self._overrulings.is_news
            return news or self._projection.accidents.is_news

    def answer(self, answer: Answer) -> None:
        """Set what :meth:`project` does about an accident that :meth:`look_outside` reported."""
        self._projection.answer(answer)

    def look_outside(self, waiting: Callable[[], None] = lambda: None) -> OutsideEdit | None:
        """Take in what other programs did to the label file; None if that is nothing.

        ``state`` then reports problems of the file. *waiting* is called before waiting for another
        program that may still be writing it.
        """
        with self._writing:
            self._trouble = _BEING_WRITTEN
            try:
                self._projection.look(waiting)
            except _TROUBLES as error:
                self._trouble = why_not_written(error, self.path)
            with self._current_rows.lock:
                changed, self._current_rows.changed = self._current_rows.changed, {}
                rows = {key: self._current_rows.row(key) for key in changed}
                self._overrulings.changed(rows, changed, self._files.elapsed())
                overruled = self._overrulings.take()
                accident = self._projection.accidents.take()
        if not changed and not overruled and accident is None:
            return None
        own = frozenset(pair for pair, annotator in changed if annotator == self.annotator)
        happened = Counter(
            (touched.was_there, rows[key] is not None)
            for key, touched in changed.items()
            if touched.by_program
        )
        return OutsideEdit(own, edited_outside(self.path, happened), accident, overruled)

    # How a decision is made

    def _decide(
        self, what: str, pair: Pair, context: DecisionContext, **change: bool | str
    ) -> Decision:
        key = (plain(pair.id), self.annotator)
        with self._refusing(), self._current_rows.journal_held():
            at = utc_stamp(self._now())
            before, past = self._current_rows.row(key), self._current_rows.state.past.get(key)
            after = decided(pair, key, before, past, at, context, self._role, **change)
            number = self._current_rows.journal.next_sequence
            kept = None if after.is_empty else after
            decision = Decision(number, at, what, *key, before, kept, subject=what)
            self._append(decision)
            self._refusal = None
            return decision

    def _walk(self, what: str) -> Decision | None:
        with self._refusing(), self._current_rows.journal_held():
            history = self._current_rows.state.history
            spots = history.done if what == "undo" else history.undone
            at = utc_stamp(self._now())
            while spots:
                decision = self._current_rows.reversal(what, spots[-1], at)
                if decision is not None:
                    self._append(decision)
                    self._refusal = None
                    return decision
                spots.pop()  # another program changed the row since: there is no way back
        return None

    def _take_over_drafts(self) -> list[str]:
        """Decide what windows that died were about to; return the ids of the pairs in order."""
        made = []
        with suppress(OSError, JournalError):  # they stay, and are found the next time
            for draft in self._drafts.left_behind(self.annotator):
                if self._take_over_draft(draft):
                    made.append((draft.at, draft.pair_id))
        return [pair_id for _, pair_id in sorted(made)]

    def _take_over_draft(self, draft: Decision) -> bool:
        """Decide what *draft* says; False where that changes nothing."""
        known = draft.after or draft.before
        there = _note_of(self.row(draft.pair_id))
        note = note_with_draft(draft, there)
        if known is None or note == there:
            return False
        pair = Pair(known.pair_id, known.reference, known.candidate)
        return self.note(pair, note, DecisionContext.of(known)) is not None

    def _append(self, decision: Decision) -> None:
        """Make *decision* durable; call it with the journal held."""
        touched = self._current_rows.changed.get(decision.key)
        self._current_rows.append([decision])
        self._overrulings.decided(decision, touched, self._files.elapsed())

    @contextmanager
    def _refusing(self) -> Iterator[None]:
        """Turn what keeps a decision out of the journal into a JournalError, and remember it.

        Under the lock: nobody may say "saved" between the failure and that.
        """
        with self._current_rows.lock:
            try:
                yield
            except (OSError, JournalError) as error:
                raise JournalError(self._refuse(error)) from error

    def _look_whether_journal_works(self) -> None:
        if self._refusal is not None:
            with suppress(OSError, JournalError), self._current_rows.lock:
                self._current_rows.try_out()
                self._refusal = None

    def _refuse(self, error: OSError | JournalError) -> Message:
        self._refusal = why_refused(error, self._current_rows.journal.folder)
        return self._refusal


def _note_of(row: LabelRow | None) -> str:
    return row.note if row is not None else ""
