"""The current rows in memory, and the journal behind them.

If two windows of one annotator disagree on a label, the later one counts, and both say so.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from ..label_set import DEFAULT_LABELS
from ..label_values import Decision, JournalError, Key, LabelCounts, LabelRow, Overruled
from .journal import Journal
from .journal_entries import Entry, JournalLine, decision_line, lacks_line, saved_line
from .journal_state import JournalState, Spot
from .row_changes import has_effect, set_as

_ROOM = 1_000  # bytes that a decision takes, at most as a rule


@dataclass
class Touched:
    """A row that others changed: what it was before, and who did so.

    ``label`` is the last one known before. ``by_program`` is True for another program, False for a
    second window with this journal. ``decided`` is True if somebody made a decision about it in
    that window, which may also report changes by other programs.
    """

    was_there: bool
    label: str | None = None
    by_program: bool = False
    decided: bool = False


class CurrentRows:
    """The rows of all annotators with every decision applied, and the journal behind them.

    ``lock`` guards all of it; it is held while the journal is written, never while the label file
    is. Reading rows does not need it, so a slow disk never blocks a reader. ``changed`` has rows
    that others changed, until somebody asks. ``file_due`` is set when the journal was read again:
    then the label file must be compared with it again.
    """

    def __init__(self, journal: Journal, annotator: str) -> None:
        self.lock = threading.RLock()
        self.journal = journal
        self.annotator = annotator
        self.state = JournalState(annotator)
        self.changed: dict[Key, Touched] = {}
        self.file_due = False
        self._looking = threading.Lock()  # held for moments only, never while waiting for a disk
        self._rows: dict[Key, LabelRow] = {}
        self._labels: Counter[str | None] = Counter()
        self._flagged = 0
        self._noted = 0

    @contextmanager
    def journal_held(self, *, quietly: bool = False) -> Iterator[None]:
        """Hold the journal after reading what is new in it; raises OSError and JournalError.

        With *quietly*, the rows are not updated yet, because :meth:`take_file` follows.
        """
        with self.lock, self.journal.lock():
            news = self.journal.look()
            known = self.state.keys if news.anew else set()
            touched = self.state.absorb(news)
            if news.lost:
                lines = self.state.unsaved_lines(self.journal.next_sequence)
                self.state.keep(self.journal.append(lines))
            elif not quietly:
                for key in known | touched:
                    self._refresh(key, by_others=True)
                for entry in news.entries:
                    if entry.is_own and entry.key in self.changed:
                        self.changed[entry.key].decided = True
            self.file_due |= news.anew
            yield

    def append(self, decisions: Sequence[Decision]) -> None:
        """Make *decisions* durable, then apply them; to be called with the journal held."""
        lines = [decision_line(decision) for decision in decisions]
        self._apply(self.journal.append(lines), decisions)
        for decision in decisions:
            self._share(decision.key, decision.after)

    def reversal(self, what: str, spot: Spot, at: str) -> Decision | None:
        """Return the decision that undoes or redoes, as *what* says, the one at *spot*.

        None if it would have no effect; to be called with the journal held.
        """
        made = self.journal.read(spot.offset, spot.length).decision()
        row, past = self.row(made.key), self.state.past.get(made.key)
        wanted, there = made.before, made.after
        if what == "redo":
            wanted, there = there, wanted
        if not has_effect(made.subject, row, there):
            return None
        after = set_as(made.subject, row, past, wanted, at)
        number = self.journal.next_sequence
        return Decision(
            number, at, what, *made.key, row, after, of=made.sequence, subject=made.subject
        )

    def try_out(self) -> None:
        """Check whether a decision can be written again; raises OSError and JournalError.

        That takes room for a whole decision, not just the few bytes that a full disk may have left.
        """
        with self.journal_held():
            self.journal.append([JournalLine({"works": True, "room": " " * _ROOM})])

    def append_outside(
        self,
        made: Sequence[Decision],
        checksum: int,
        encoding: str,
        *,
        found: Sequence[Decision] = (),
        back: Iterable[Key] = (),
        doubt: Iterable[Key] = (),
        has: Sequence[Key] = (),
        by_others: bool = True,
    ) -> None:
        """Record what other programs did to rows; to be called with the journal held.

        *checksum* and *encoding* are those of the label file, which is now in the state that the
        entries describe. *found* are rows that the file had and the journal did not know. The rows
        *back* and *doubt* are missing there, see :class:`JournalState`; the rows *has* are no
        longer missing. *by_others* is False if the reviewer asked for it.
        """
        back, doubt = list(back), list(doubt)
        if not (made or back or doubt or has):
            return
        lines = [decision_line(decision) for decision in made]
        if back or doubt:  # first: what the others say of the file is not true without it
            lines.insert(0, lacks_line(back, doubt))
        lines[:0] = [decision_line(decision) for decision in found]
        try:
            lines.append(saved_line(0, checksum, encoding, has))
            self._apply(self.journal.append(lines), [*found, *made])
        except OSError:  # the journal is full: it is known until the end, and found again
            for decision in found:
                self.state.put_settled(decision.key, decision.after)
            self.state.lack(back, doubt)
            self.state.put_back(has)
            for decision in made:
                self.state.put_settled(decision.key, decision.after)
                self._refresh(decision.key)
        for decision in made:
            self._touch(decision.key, decision.before, by_program=by_others)

    def note(self, found: Sequence[Decision]) -> None:
        """Record rows that the label file had; to be called with the journal held."""
        if not found:
            return
        try:
            self.append(found)
        except OSError:  # they are known until the end
            for decision in found:
                self.state.put_settled(decision.key, decision.after)

    def settle(self, sequence: int, checksum: int, encoding: str, has: Sequence[Key] = ()) -> None:
        """Record durably that the label file has everything up to *sequence*.

        It has the rows *has* again, which were missing.
        """
        with self.lock:
            keys = {e.key for number, e in self.state.pending.items() if number <= sequence}
            try:
                with self.journal_held():
                    line = saved_line(sequence, checksum, encoding, has)
                    self._apply(self.journal.append([line]))
            except (OSError, JournalError):
                # Only the note is missing: a restart would compare once more, and find all done.
                self.state.put_back(has)
                self.state.settle(sequence, checksum)
            for key in keys:
                self._refresh(key)

    def row(self, key: Key) -> LabelRow | None:
        """Return a row as it is now."""
        with self._looking:
            return self._rows.get(key)

    def journalled_row(self, key: Key) -> LabelRow | None:
        """Return the row of the journal; the same object as the known one if they are equal."""
        row, known = self.state.row(key), self.row(key)
        return known if known == row else row

    def rows(self) -> Mapping[Key, LabelRow]:
        """Return a copy of all rows."""
        with self._looking:
            return dict(self._rows)

    def counts(self) -> LabelCounts:
        """Return how many rows of the annotator have each label, a flag, a note."""
        with self._looking:
            names = dict.fromkeys((*DEFAULT_LABELS.names, *self._labels))
            labels = {name: self._labels[name] for name in names if name is not None}
            return LabelCounts(labels, self._flagged, self._noted)

    def take_file(self, rows: Mapping[Key, LabelRow]) -> None:
        """Take over the *rows* of the label file that no decision is about; drop all others."""
        self.file_due = False
        for key in self.state.keys:
            self._refresh(key, by_others=True)
        for key in [key for key in self._rows if key not in rows and not self.state.knows(key)]:
            self._touch(key, self._rows[key], by_program=True)
            self._put(key, None)
        for key, row in rows.items():
            before = self._rows.get(key)
            if not self.state.knows(key) and self._put(key, row):
                self._touch(key, before, by_program=True)

    def _apply(self, entries: Sequence[Entry], made: Iterable[Decision] = ()) -> None:
        """Apply *entries*, some of which are those of the decisions *made*."""
        keys = self.state.absorb_entries(entries)
        for decision in made:
            if decision.what == "outside":  # of thousands of rows none need be parsed again
                self.state.put_settled(decision.key, decision.after)
        for key in keys:
            self._refresh(key)

    def _refresh(self, key: Key, *, by_others: bool = False) -> None:
        before = self._rows.get(key)
        if not self._put(key, self.state.row(key)):
            self.state.share(key, before)
        elif by_others and key not in self.changed:
            self._touch(key, before, by_program=False)

    def _share(self, key: Key, row: LabelRow | None) -> None:
        """Keep *row*, which shares its texts with others, in place of an equal one."""
        if row is not None and self._rows.get(key) == row:
            with self._looking:
                self._rows[key] = row

    def _touch(self, key: Key, before: LabelRow | None, *, by_program: bool) -> None:
        label = before.label if before is not None else None
        touched = self.changed.setdefault(key, Touched(before is not None, label))
        touched.by_program = by_program

    def _put(self, key: Key, row: LabelRow | None) -> bool:
        """Set the current row; return whether that changed it."""
        before = self._rows.get(key)
        if before == row:
            return False
        with self._looking:
            if row is None:
                del self._rows[key]
            else:
                self._rows[key] = row
            if key[1] == self.annotator:
                self._count(before, -1)
                self._count(row, 1)
        return True

    def _count(self, row: LabelRow | None, by: int) -> None:
        if row is not None:
            self._labels[row.label] += by
            self._flagged += by * row.flagged
            self._noted += by * bool(row.note)


_FRESH = 5.0  # seconds in which a label that another window gave may not have been noticed here


class Overrulings:
    """Collects disagreements between windows over labels, until somebody asks for them.

    A label is reported as overruled here if this window did not know of it yet, or learned of it
    only a moment before: anybody who sees a label and gives another one does so on purpose. One
    that another window changes is always reported.
    """

    def __init__(self, annotator: str) -> None:
        self._annotator = annotator
        self._found: list[Overruled] = []
        self._heard: dict[Key, float] = {}  # labels that other windows gave, and when we heard

    @property
    def is_news(self) -> bool:
        """True if there is anything to report."""
        return bool(self._found)

    def decided(self, decision: Decision, touched: Touched | None, now: float) -> None:
        """Note *decision*, made here at *now*, in seconds.

        *touched* is what other windows changed in the row without this one knowing it yet.
        """
        if decision.subject != "label":
            return
        heard = self._heard.pop(decision.key, None)
        there, label = label_of_row(decision.before), label_of_row(decision.after)
        unknown = touched is not None and touched.decided and touched.label != there
        fresh = heard is not None and now - heard < _FRESH
        if (unknown or fresh) and there != label:
            self._found.append(Overruled(decision.pair_id, there, label, here=True))
        if touched is not None:
            touched.label = label  # the difference to it is told

    def changed(
        self, rows: Mapping[Key, LabelRow | None], changed: Mapping[Key, Touched], now: float
    ) -> None:
        """Note that *changed* become known at *now*, in seconds; *rows* are the current ones."""
        for key, touched in changed.items():
            label = label_of_row(rows[key])
            if key[1] != self._annotator or not touched.decided or touched.label == label:
                continue
            self._heard[key] = now
            if touched.label is not None:
                self._found.append(Overruled(key[0], touched.label, label, here=False))

    def take(self) -> tuple[Overruled, ...]:
        """Return what there is to report, and forget it."""
        found, self._found = tuple(self._found), []
        return found


def label_of_row(row: LabelRow | None) -> str | None:
    """Return the label of *row*; None if there is no row."""
    return row.label if row is not None else None
