"""Somebody's labels for viewing only: nothing here writes to any disk.

The first of several files is reviewed. Rows of the others, and of other annotators in it, are shown
as details; a label by an adjudicator is final for its pair, and so is one by ``copydesk-labels
gold``.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from ..documents import shown_name
from ..messages import Message, counted
from ..messages.about_blind import AboutLookingBack
from ..messages.about_pairs import AboutPairs
from .journal.journal_entries import Entry, Glimpse
from .label_reading import read_labels
from .label_set import DEFAULT_LABELS, LabelSet
from .label_values import (
    ADJUDICATOR,
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
from .store import LabelStore

_NAMED = 5  # annotators
_OF_CONSENSUS = ("pair_id", "label", "how")


class ReviewedLabels(LabelStore):
    """The labels of one annotator in label files that are only read, in the form of a store.

    It does not inherit from the store, so that nothing the store may learn to write gets here.
    Without a given *annotator* it is the one with most rows in the first file, an adjudicator only
    if there is nobody else.
    """

    def __init__(
        self,
        files: Sequence[Path],
        *,
        names: Sequence[str] | None = None,
        journal_folder: Path,
        annotator: str = "",
        labels: LabelSet = DEFAULT_LABELS,
    ) -> None:
        """*names* are those of annotators, one for each file, in place of those in its rows."""
        super().__init__(
            files[0], journal_folder=journal_folder, annotator=annotator, labels=labels
        )
        self._paths = files
        self._names = names
        self._journals = journal_folder
        self._everybody: Mapping[Key, LabelRow] = {}
        self._own: dict[str, LabelRow] = {}
        self._problems: tuple[Message, ...] = ()
        self.annotators: tuple[str, ...] = ()

    def open(self) -> OpenReport:
        """Read the files; raises LabelFileError if one is no label file or has no rows."""
        first = self._read()
        self.annotators = _by_rows(first)
        name = shown_name(self.path)
        if not self.annotators:
            raise LabelFileError(Message(AboutLookingBack.NO_LABELS, name=name))
        if not self.annotator:
            self.annotator = self.annotators[0]
        elif self.annotator not in self.annotators:
            raise LabelFileError(
                Message(
                    AboutLookingBack.NO_SUCH_ANNOTATOR,
                    name=name,
                    annotator=shown_name(self.annotator),
                    names=named(self.annotators),
                )
            )
        self._choose()
        return OpenReport(rows=len(first), warnings=self._problems)

    def close(self) -> None:
        """Do nothing."""

    def _read(self) -> list[LabelRow]:
        """Take in what the files hold; return the rows of the first."""
        found: dict[Key, LabelRow] = {}
        first: list[LabelRow] = []
        problems: list[Message] = []
        differ: set[Key] = set()
        for number, path in enumerate(self._paths):
            if not path.is_file():
                raise LabelFileError(
                    Message(AboutPairs.NOT_THERE_CHECK_PATH, name=shown_name(path))
                )
            rows = list(_consensus_rows(path).values()) if first else []
            if not rows:
                read = read_labels(path, self._journals, self.labels)
                problems += read.problems
                rows = list(read.rows.values())
                if self._names is not None:
                    rows = _all_by(self._names[number], rows)
            first = first or rows
            for row in rows:
                there = found.setdefault(row.key, row)
                if there.label and row.label and there.label != row.label:
                    differ.add(row.key)
        if differ:
            one, many = AboutLookingBack.PAIR_SAID_ANOTHER, AboutLookingBack.PAIRS_SAID_ANOTHER
            problems.append(counted(one, many, len(differ)))
        self._everybody, self._problems = found, tuple(problems)
        return first

    def _choose(self) -> None:
        rows = self._everybody.items()
        self._own = {pair_id: row for (pair_id, name), row in rows if name == self.annotator}

    def rulings(self) -> dict[str, str]:
        """Return the labels of adjudicators, by pair; of two the later one counts."""
        last = [row for row in self._everybody.values() if row.role == ADJUDICATOR and row.label]
        last.sort(key=lambda row: row.updated_at)
        return {row.pair_id: str(row.label) for row in last if row.annotator != self.annotator}

    def others(self) -> dict[str, list[LabelRow]]:
        """Return the rows of everybody else, by pair."""
        found: dict[str, list[LabelRow]] = {}
        for row in self._everybody.values():
            if row.annotator != self.annotator:
                found.setdefault(row.pair_id, []).append(row)
        return found

    # Rows

    def row(self, pair_id: str) -> LabelRow | None:
        """Return the annotator's row of a pair."""
        return self._own.get(pair_id)

    def rows(self, *, everybody: bool = False) -> Mapping[Key, LabelRow]:
        """Return the annotator's rows, or everybody's, by pair id and annotator."""
        return self._everybody if everybody else {row.key: row for row in self._own.values()}

    def counts(self) -> LabelCounts:
        """Return how many of the annotator's rows have each label, a flag, a note."""
        rows = self._own.values()
        labels = Counter(row.label for row in rows if row.label is not None)
        return LabelCounts(
            labels, sum(row.flagged for row in rows), sum(bool(row.note) for row in rows)
        )

    def decisions(self, wanted: Callable[[Glimpse], bool] | None = None) -> Iterator[Entry]:
        """Yield nothing: a label file has no history of decisions."""
        yield from ()

    def without_similarities(self) -> list[str]:
        """Return nothing: no row is filled in."""
        return []

    # Decisions, of which there are none

    def label(self, pair: Pair, label: str, context: DecisionContext) -> Decision:
        """Raise JournalError."""
        raise _refusal()

    def flag(self, pair: Pair, on: bool, context: DecisionContext) -> Decision | None:
        """Raise JournalError."""
        raise _refusal()

    def note(self, pair: Pair, text: str, context: DecisionContext) -> Decision | None:
        """Raise JournalError."""
        raise _refusal()

    def draft(self, pair: Pair, text: str, context: DecisionContext) -> None:
        """Do nothing."""

    def fill_in(self, pair_id: str, context: DecisionContext) -> bool:
        """Return False."""
        return False

    def undo(self) -> Decision | None:
        """Return None."""
        return None

    def redo(self) -> Decision | None:
        """Return None."""
        return None

    @property
    def can_undo(self) -> bool:
        """False."""
        return False

    @property
    def can_redo(self) -> bool:
        """False."""
        return False

    # The label file

    def project(self) -> SaveState:
        """Write nothing."""
        return self.state

    @property
    def state(self) -> SaveState:
        """Where the decisions are: in the file, as far as they are known here."""
        return SaveState(SaveKind.SAVED)

    def standing(self) -> tuple[Message, ...]:
        """Return what is wrong or odd about the files."""
        return self._problems

    @property
    def has_file(self) -> bool:
        """True."""
        return True

    @property
    def has_news(self) -> bool:
        """False: what changed is found by ``look_outside`` alone."""
        return False

    def answer(self, answer: Answer) -> None:
        """Do nothing."""

    def look_outside(self, waiting: Callable[[], None] = lambda: None) -> OutsideEdit | None:
        """Read the files again; None where the annotator's rows are as they were.

        A file that cannot be read at the moment, or is gone, changes nothing.
        """
        before = self._own
        with suppress(LabelFileError, OSError):
            self._read()
            self._choose()
        now = self._own
        changed = frozenset(
            pair_id for pair_id in {*before, *now} if before.get(pair_id) != now.get(pair_id)
        )
        return OutsideEdit(changed) if changed else None


def _consensus_rows(path: Path) -> Mapping[Key, LabelRow]:
    """Return the rows of *path* where it is what ``copydesk-labels gold`` writes, else none.

    Such a label is the last word on its pair; its note says how it was reached.
    """
    found: dict[Key, LabelRow] = {}
    with suppress(OSError, ValueError, csv.Error), path.open(encoding="utf-8-sig", newline="") as f:
        lines = csv.DictReader(f)
        names = lines.fieldnames or ()
        if not all(name in names for name in _OF_CONSENSUS) or "annotator" in names:
            return found
        for said in lines:
            row = LabelRow.from_texts({name: said[name] or "" for name in _OF_CONSENSUS})
            note = str(said["how"] or "")
            row = row._replace(annotator=path.stem, role=ADJUDICATOR, note=note)
            found[row.key] = row
    return found


def _all_by(name: str, rows: Sequence[LabelRow]) -> list[LabelRow]:
    """Return *rows* as *name* wrote them, the latest of each pair; the last word stays whose it is.

    There are several of a pair where the names in a file are those of several people after all.
    """
    found: dict[Key, LabelRow] = {}
    for row in sorted(rows, key=lambda row: row.updated_at):
        own = row if row.role == ADJUDICATOR else row._replace(annotator=name)
        found[own.key] = own
    return list(found.values())


def named(names: Sequence[str]) -> str:
    """Return the *names* of annotators in a row, of many the first ones."""
    shown = [shown_name(name) for name in names[:_NAMED]]
    return ", ".join(shown) + (", …" if len(names) > _NAMED else "")


def _by_rows(rows: Sequence[LabelRow]) -> tuple[str, ...]:
    """Return who has rows, most rows first, and behind them those with the last word."""
    counts = Counter(row.annotator for row in rows)
    last = {row.annotator for row in rows if row.role == ADJUDICATOR}
    return tuple(sorted(counts, key=lambda name: (name in last, -counts[name], name)))


def _refusal() -> JournalError:
    return JournalError(Message(AboutLookingBack.READ_ONLY))
