"""A window of the random model: a running store, and what it is just trying to decide."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from gui.labels import Decision, LabelStore
from gui.labels.journal_entries import decision_line
from gui.labels.label_values import Key
from tests.labels.helpers import JUDGED, pair
from tests.torture.model_files import ProcessFiles
from tests.torture.model_truth import Attempt, Values, values_of

Act = Callable[[LabelStore], Decision | None]


@dataclass
class Window:
    """A running store, the calls it makes, and what it is just trying to decide."""

    store: LabelStore
    files: ProcessFiles
    journal: Path
    attempt: Attempt | None = None
    made: list[Attempt] = field(default_factory=list)

    def forget(self) -> None:
        """Nothing is being decided yet."""
        self.attempt = None

    def listen(self) -> None:
        """Keep what the store is about to write into its journal."""
        book = self.store._book
        append = book.append

        def noticed(decisions: Sequence[Decision]) -> None:
            for decision in decisions:
                if decision.what != "outside":  # rows of others are noted as they stood
                    self.attempt = Attempt.of(decision, decision_line(decision).encoded())
            append(decisions)

        book.append = noticed  # type: ignore[method-assign]


def labelled(number: int, label: str) -> Act:
    """Return the decision that gives pair *number* that *label*."""
    return lambda store: store.label(pair(number), label, JUDGED)


def rows_of(window: Window) -> dict[Key, Values]:
    return {key: values_of(row) for key, row in window.store.rows(everybody=True).items()}


def expressed(values: Values, columns: set[str]) -> Values:
    """Return what a file with *columns* can say of *values*."""
    label, flagged, note = values
    return (label, flagged and "flagged" in columns, note if "note" in columns else "")
