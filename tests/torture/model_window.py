"""A window of the random model: a running store, and what it is just trying to decide."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from gui.labels import Decision, LabelStore
from gui.labels.journal.journal_entries import decision_line
from gui.labels.label_values import Key
from tests.labels.helpers import JUDGED, pair
from tests.torture.model_files import ProcessFiles
from tests.torture.model_truth import Attempt, Values, values_of

Act = Callable[[LabelStore], Decision | None]


class TellingStore(LabelStore):
    """A store that tells of each decision before it goes into the journal."""

    def tell(self, told: Callable[[Decision], None]) -> None:
        """Call *told* with each decision from now on."""
        append = self._current_rows.append

        def telling(decisions: Sequence[Decision]) -> None:
            for decision in decisions:
                told(decision)
            append(decisions)

        self._current_rows.append = telling  # type: ignore[method-assign]


@dataclass
class Window:
    """A running store, the calls it makes, and what it is just trying to decide."""

    store: TellingStore
    files: ProcessFiles
    journal: Path
    attempt: Attempt | None = None
    made: list[Attempt] = field(default_factory=list)

    def forget(self) -> None:
        """Nothing is being decided yet."""
        self.attempt = None

    def listen(self) -> None:
        """Keep what the store is about to write into its journal."""
        self.store.tell(self._noticed)

    def _noticed(self, decision: Decision) -> None:
        if decision.what != "outside":  # rows of others are noted as they stood
            self.attempt = Attempt.of(decision, decision_line(decision).encoded())


def labelled(number: int, label: str) -> Act:
    """Return the decision that gives pair *number* that *label*."""
    return lambda store: store.label(pair(number), label, JUDGED)


def rows_of(window: Window) -> dict[Key, Values]:
    return {key: values_of(row) for key, row in window.store.rows(everybody=True).items()}


def expressed(values: Values, columns: set[str]) -> Values:
    """Return what a file with *columns* can say of *values*."""
    label, flagged, note = values
    return (label, flagged and "flagged" in columns, note if "note" in columns else "")
