"""What the journal says, worked out: rows in the label file, decisions not yet in it, undo."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from .entries import Entry
from .history import History
from .journal import News
from .merge import merged
from .model import Decision, Key, LabelRow


class JournalState:
    """The sum of the journal's entries, for one annotator's undo and for everybody's rows.

    ``settled`` are the rows as the label file has them, also what it has no column for; None
    for a row that is gone. ``pending`` are the decisions after the checkpoint, by number.
    ``past`` are rows that an undo took away.
    """

    def __init__(self, annotator: str) -> None:
        self._annotator = annotator
        self.settled: dict[Key, LabelRow | None] = {}
        self.pending: dict[int, Decision] = {}
        self._waiting: dict[Key, list[Decision]] = {}  # the same by row
        self.past: dict[Key, LabelRow] = {}
        self.history = History()

    def absorb(self, news: News) -> set[Key]:
        """Take in *news*; return the keys of the rows they are about."""
        if news.anew:
            self.settled.clear()
            self.pending.clear()
            self._waiting.clear()
            self.past.clear()
            self.history.clear()
        return self.absorb_entries(news.entries)

    def absorb_entries(self, entries: Iterable[Entry]) -> set[Key]:
        """Take in *entries*; return the keys of the rows they are about."""
        touched = set()
        for entry in entries:
            saved = entry.saved_up_to
            if saved is not None:
                self.settle(saved)
            elif entry.sequence:
                touched.add(entry.key)
                self._enter(entry)
        return touched

    def settle(self, sequence: int) -> None:
        """The label file has everything up to *sequence*."""
        numbers = sorted(number for number in self.pending if number <= sequence)
        for key in dict.fromkeys(self.pending[number].key for number in numbers):
            decisions = self._waiting.pop(key)
            done = [decision for decision in decisions if decision.sequence <= sequence]
            self.settled[key] = merged(self.settled.get(key), done[0].before, done[-1].after)
            if len(done) < len(decisions):
                self._waiting[key] = decisions[len(done) :]
        for number in numbers:
            del self.pending[number]

    def row(self, key: Key) -> LabelRow | None:
        """Return the row as it is with the decisions that the label file does not have yet."""
        settled, waiting = self.settled.get(key), self._waiting.get(key)
        return merged(settled, waiting[0].before, waiting[-1].after) if waiting else settled

    def waiting(self, key: Key) -> Sequence[Decision]:
        """Return the decisions about the row *key* that the label file does not have yet."""
        return self._waiting.get(key, ())

    @property
    def keys(self) -> set[Key]:
        """The keys of all rows that any entry is about."""
        return {*self.settled, *self._waiting}

    def knows(self, key: Key) -> bool:
        """Return whether any entry is about the row *key*."""
        return key in self.settled or key in self._waiting

    def _enter(self, entry: Entry) -> None:
        decision = entry.decision()
        key = decision.key
        if decision.what == "outside":
            self.settled[key] = decision.after
            self.past.pop(key, None)
        else:
            self.pending[decision.sequence] = decision
            self._waiting.setdefault(key, []).append(decision)
            if decision.after is not None:
                self.past.pop(key, None)
            elif decision.before is not None:
                self.past[key] = replace(decision.before, revision=decision.before.revision + 1)
        if key[1] == self._annotator:
            self.history.record(entry)
