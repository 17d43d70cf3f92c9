"""Decisions, crashes, edits from outside and restarts, in any order, against a simple model."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from gui.labels import DecisionContext, LabelStore
from tests.labels.helpers import EARLY, JUDGED, LABELS, Workspace, leave_out, pair
from tests.labels.scenario import State, state_in_file, state_of

NUMBERS = st.integers(0, 4)
NOTES = st.sampled_from(["", "a", 'b "c"', "d\r\ne", "é,;😀", "\\", "'"])
EMPTY = ("", False, "")


@dataclass
class Made:
    """A decision of the model: which part of which row, from what to what."""

    name: str
    part: int
    old: object
    new: object


class LabelStoreMachine(RuleBasedStateMachine):
    """The model keeps rows as tuples and decisions as a list with a hand on it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="copydesk-test-"))
        self.workspace = Workspace(self.folder)
        self.store: LabelStore = self.workspace.store()
        self.rows: State = {}
        self.done: list[Made] = []
        self.undone: list[Made] = []

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    def _set(self, name: str, part: int, value: object) -> None:
        row = [*self.rows.get(name, EMPTY)]
        row[part] = value
        if tuple(row) == EMPTY:
            self.rows.pop(name, None)
        else:
            self.rows[name] = (str(row[0]), bool(row[1]), str(row[2]))

    def _decide(self, name: str, part: int, value: object) -> None:
        old = self.rows.get(name, EMPTY)[part]
        self.done.append(Made(name, part, old, value))
        self.undone.clear()
        self._set(name, part, value)

    @rule(number=NUMBERS, label=st.sampled_from(LABELS), context=st.sampled_from((JUDGED, EARLY)))
    def label(self, number: int, label: str, context: DecisionContext) -> None:
        self.store.label(pair(number), label, context)
        self._decide(f"p{number}", 0, label)

    @rule(number=NUMBERS)
    def fill_in(self, number: int) -> None:
        before = self.store.row(f"p{number}")
        if self.store.fill_in(f"p{number}", JUDGED) and before is not None:
            assert self.store.row(f"p{number}") == before._replace(
                verbatim=JUDGED.verbatim, with_substitutions=JUDGED.with_substitutions
            )

    @rule(number=NUMBERS, on=st.booleans())
    def flag(self, number: int, on: bool) -> None:
        if self.store.flag(pair(number), on, JUDGED) is not None:
            self._decide(f"p{number}", 1, on)

    @rule(number=NUMBERS, text=NOTES)
    def note(self, number: int, text: str) -> None:
        if self.store.note(pair(number), text, JUDGED) is not None:
            self._decide(f"p{number}", 2, text)

    @rule()
    def undo(self) -> None:
        while self.done:
            made = self.done.pop()
            if self.rows.get(made.name, EMPTY)[made.part] == made.new:
                decision = self.store.undo()
                assert decision is not None
                assert decision.pair_id == made.name
                self._set(made.name, made.part, made.old)
                self.undone.append(made)
                return
        assert self.store.undo() is None

    @rule()
    def redo(self) -> None:
        while self.undone:
            made = self.undone.pop()
            if self.rows.get(made.name, EMPTY)[made.part] == made.old:
                decision = self.store.redo()
                assert decision is not None
                assert decision.pair_id == made.name
                self._set(made.name, made.part, made.new)
                self.done.append(made)
                return
        assert self.store.redo() is None

    @rule()
    def project(self) -> None:
        assert self.store.project().kind.value == "saved"
        assert state_in_file(self.workspace) == self.rows

    @rule()
    def restart(self) -> None:
        self.store.project()
        self.store = self.workspace.store()

    @rule()
    def crash(self) -> None:
        self.store = self.workspace.store()

    @rule()
    def second_window(self) -> None:
        self.workspace.store().project()
        self.store.look_outside()

    @precondition(lambda self: self.rows)
    @rule(data=st.data(), note=NOTES.filter(bool))
    def edit_outside(self, data: st.DataObject, note: str) -> None:
        self.store.project()
        name = data.draw(st.sampled_from(sorted(self.rows)))
        self._edit(name, note)
        self._set(name, 2, note)
        self.store.look_outside()

    @precondition(lambda self: self.rows)
    @rule(data=st.data())
    def delete_outside(self, data: st.DataObject) -> None:
        self.store.project()
        name = data.draw(st.sampled_from(sorted(self.rows)))
        self._edit(name, None)
        del self.rows[name]
        leave_out(self.store)

    def _edit(self, name: str, note: str | None) -> None:
        import csv

        from gui.labels.label_values import COLUMNS

        records = self.workspace.records()
        with self.workspace.labels.open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, COLUMNS)
            writer.writeheader()
            for record in records:
                if record["pair_id"] == name and note is None:
                    continue
                if record["pair_id"] == name and note is not None:
                    record["note"] = note
                writer.writerow(record)

    @invariant()
    def the_store_says_what_the_model_says(self) -> None:
        assert state_of(self.store) == self.rows


LabelStoreMachine.TestCase.settings = settings(
    max_examples=25,
    stateful_step_count=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
TestLabelStore = LabelStoreMachine.TestCase


class LongerMachine(LabelStoreMachine):
    """The same for longer."""


LongerMachine.TestCase.settings = settings(
    max_examples=300, stateful_step_count=60, deadline=None, suppress_health_check=list(HealthCheck)
)
TestLonger = pytest.mark.slow(pytest.mark.timeout(900)(LongerMachine.TestCase))
