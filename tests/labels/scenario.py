"""A sitting of decisions with what must be true after each, run where it may be killed."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from gui.labels import Decision, DecisionContext, LabelStore, Pair
from gui.labels.file.files import Files
from tests.labels.helpers import EARLY, JUDGED, Workspace, pair

State = dict[str, tuple[str, bool, str]]  # pair id → label, flagged, note


class Store(Protocol):
    """What a sitting needs of a store."""

    def label(self, pair: Pair, label: str, context: DecisionContext) -> object: ...
    def flag(self, pair: Pair, on: bool, context: DecisionContext) -> object: ...
    def note(self, pair: Pair, text: str, context: DecisionContext) -> object: ...
    def fill_in(self, pair_id: str, context: DecisionContext) -> object: ...
    def undo(self) -> object: ...
    def redo(self) -> object: ...
    def project(self) -> object: ...


@dataclass(frozen=True)
class Step:
    """A decision, and the rows that there are after it."""

    do: Callable[[Store], object]
    after: State
    project: bool = True


def _steps() -> tuple[Step, ...]:
    note = 'a "note",\r\nof two lines'
    one: State = {"p1": ("copy", False, "")}
    two: State = {**one, "p2": ("original", False, "")}
    three: State = {**two, "p1": ("unrelated", False, "")}
    noted: State = {**three, "p2": ("original", False, note)}
    flagged: State = {**noted, "p3": ("", True, "")}
    early: State = {**noted, "p4": ("copy", False, "")}
    return (
        Step(lambda s: s.label(pair(1), "copy", JUDGED), one),
        Step(lambda s: s.label(pair(2), "original", JUDGED), two),
        Step(lambda s: s.label(pair(1), "unrelated", JUDGED), three),
        Step(lambda s: s.note(pair(2), note, JUDGED), noted),
        Step(lambda s: s.flag(pair(3), True, JUDGED), flagged, project=False),
        Step(lambda s: s.undo(), noted, project=False),
        Step(lambda s: s.undo(), three),
        Step(lambda s: s.redo(), noted),
        Step(lambda s: s.label(pair(4), "copy", EARLY), early),
        Step(lambda s: s.fill_in("p4", JUDGED), early),
    )


STEPS = _steps()
STATES: tuple[State, ...] = ({}, *(step.after for step in STEPS))


def sit(store: Store, acknowledge: Callable[[], object]) -> None:
    """Make all decisions; each that returned is acknowledged before anything else happens."""
    for step in STEPS:
        step.do(store)
        acknowledge()
        if step.project:
            store.project()


def state_of(store: LabelStore) -> State:
    return {
        key[0]: (row.label if row.label else "", row.flagged, row.note)
        for key, row in store.rows().items()
    }


def state_in_file(workspace: Workspace) -> State:
    found: State = {}
    for record in workspace.records() if workspace.labels.exists() else ():
        if record["annotator"] != "anna":
            continue
        assert record["pair_id"] not in found, "a row twice"
        found[record["pair_id"]] = (record["label"], record["flagged"] == "1", record["note"])
    return found


def killed_sitting(workspace: Workspace, make: Callable[[Files], Store], files: Files) -> int:
    """Run a sitting in a child that may be killed; return how many decisions were acknowledged."""
    acknowledged = workspace.folder / "acknowledged"
    child = os.fork()
    if child == 0:
        with acknowledged.open("ab", buffering=0) as out:
            sit(make(files), lambda: out.write(b"."))
        os._exit(0)
    os.waitpid(child, 0)
    return acknowledged.stat().st_size if acknowledged.exists() else 0


def complaint(workspace: Workspace, acknowledged: int) -> str:
    """Say what is wrong after a restart; empty where everything acknowledged is there, once.

    The decision that was being made when the process died may or may not be there.
    """
    allowed = STATES[acknowledged : acknowledged + 2]
    try:
        again = workspace.store()
        if state_of(again) not in allowed:
            return f"{state_of(again)} after {acknowledged} decisions"
        again.project()
        if again.state.kind.value != "saved":
            return f"not saved: {again.state.message}"
        if state_in_file(workspace) != state_of(again):
            return f"the file says {state_in_file(workspace)}, the store {state_of(again)}"
        leftovers = [p.name for p in workspace.labels.parent.iterdir() if p.name.startswith(".")]
        if leftovers:
            return f"left behind: {leftovers}"
        return _undo_complaint(workspace, again)
    except Exception as error:
        return repr(error)


def _undo_complaint(workspace: Workspace, store: LabelStore) -> str:
    """Walk all the way back; then the file must be empty but for its header."""
    walked: list[Decision] = []
    while (undone := store.undo()) is not None:
        walked.append(undone)
    store.project()
    if state_in_file(workspace):
        return f"after {len(walked)} undos the file still says {state_in_file(workspace)}"
    return ""


class NaiveStore:
    """What many programs do: keep rows in memory, write the whole file with ``open("w")``."""

    def __init__(self, path: Path, files: Files) -> None:
        self._path = path
        self._files = files
        self._rows: State = {}
        self._before: list[State] = []
        self._after: list[State] = []

    def label(self, pair: Pair, label: str, context: DecisionContext) -> None:
        _, flagged, note = self._rows.get(pair.id, ("", False, ""))
        self._set(pair.id, (label, flagged, note))

    def flag(self, pair: Pair, on: bool, context: DecisionContext) -> None:
        label, _, note = self._rows.get(pair.id, ("", False, ""))
        self._set(pair.id, (label, on, note))

    def note(self, pair: Pair, text: str, context: DecisionContext) -> None:
        label, flagged, _ = self._rows.get(pair.id, ("", False, ""))
        self._set(pair.id, (label, flagged, text))

    def fill_in(self, pair_id: str, context: DecisionContext) -> None:
        """It keeps no similarities."""

    def undo(self) -> None:
        self._after.append(self._rows)
        self._write(self._before.pop())

    def redo(self) -> None:
        self._before.append(self._rows)
        self._write(self._after.pop())

    def project(self) -> None:
        """There is nothing more to do."""

    def _set(self, pair_id: str, row: tuple[str, bool, str]) -> None:
        self._before.append(self._rows)
        self._write({**self._rows, pair_id: row})

    def _write(self, rows: State) -> None:
        from gui.labels.file.csv_records import joined
        from gui.labels.label_values import COLUMNS

        self._rows = rows
        lines = [",".join(COLUMNS)]
        for name, (label, flagged, note) in rows.items():
            values = dict.fromkeys(COLUMNS, "") | {"pair_id": name, "label": label, "note": note}
            values |= {"annotator": "anna", "flagged": "1" if flagged else "0"}
            lines.append(joined(list(values.values()), ","))
        handle = self._files.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        self._files.write_all(handle, ("\r\n".join(lines) + "\r\n").encode())
        self._files.close(handle)
