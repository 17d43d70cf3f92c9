"""What is handed in while the disk is slow is kept, or refused; nothing falls between."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from gui.labels import JournalError, LabelStore, SaveKind, SaveState
from gui.labels.file.files import Files
from gui.review.deciding.decisions import Decisions
from tests.any_message import any_message
from tests.labels.helpers import JUDGED, pair
from tests.review.waiting import let_timers_run, wait_until


class Gate(Files):
    """A disk on which each fsync of the journal waits until it is let through."""

    def __init__(self) -> None:
        self.open_for = threading.Semaphore(1000)
        self.reached = threading.Semaphore(0)

    def close_gate(self) -> None:
        """Let nothing through from now on."""
        self.open_for = threading.Semaphore(0)
        self.reached = threading.Semaphore(0)

    def fsync(self, handle: int) -> None:
        gate = self.open_for
        if threading.current_thread().name == "copydesk-decisions":
            self.reached.release()
            gate.acquire(timeout=20)
        super().fsync(handle)


class GatedDecisions:
    """Decisions on a store with a gate before its disk."""

    def __init__(self, folder: Path) -> None:
        self.gate = Gate()
        self.owner = QObject()
        self.store = LabelStore(
            folder / "labels.csv", journal_folder=folder / "state", annotator="me", files=self.gate
        )
        self.store.open()
        self.decisions = Decisions(self.store, self.owner)

    def note(self, text: str) -> None:
        """Hand in *text* as the note of the first pair."""
        self.decisions.note(pair(1), text, JUDGED)

    @property
    def kept_note(self) -> str:
        """The note of the first pair as it is on the disk."""
        row = self.store.row(pair(1).id)
        return row.note if row is not None else ""


@pytest.fixture
def gated(qapp: QApplication, tmp_path: Path) -> Iterator[GatedDecisions]:
    found = GatedDecisions(tmp_path)
    yield found
    found.gate.open_for.release(1000)
    found.decisions.close(10)
    found.owner.deleteLater()


def test_a_note_counts_also_where_another_took_its_place_before(gated: GatedDecisions) -> None:
    gated.note("first")  # with it the names of the folders are synced, too
    wait_until(lambda: not gated.decisions.busy)
    gated.gate.close_gate()
    gated.note("a")
    assert gated.gate.reached.acquire(timeout=20)  # it is being written
    gated.note("b")
    gated.note("c")  # takes the place of "b", which waits
    gated.gate.open_for.release()
    assert gated.gate.reached.acquire(timeout=20)  # "c" is being written
    gated.note("b")
    gated.gate.open_for.release(1000)
    wait_until(lambda: not gated.decisions.busy)
    assert gated.kept_note == "b"


def test_the_same_note_again_leaves_room_for_the_next(gated: GatedDecisions) -> None:
    gated.gate.close_gate()
    gated.note("a")
    assert gated.gate.reached.acquire(timeout=20)
    gated.note("a")
    gated.gate.open_for.release(1000)
    wait_until(lambda: not gated.decisions.busy)
    gated.note("b")
    wait_until(lambda: not gated.decisions.busy)
    assert gated.kept_note == "b"


def test_a_fault_in_writing_is_logged_and_the_file_is_written_all_the_same(
    gated: GatedDecisions, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults: list[object] = []
    heard: list[SaveState] = []
    gated.decisions.state_changed.connect(heard.append)
    monkeypatch.setattr(threading, "excepthook", faults.append)

    def fails() -> SaveState:
        raise LookupError("a fault of ours")

    with monkeypatch.context() as patch:
        patch.setattr(gated.store, "project", fails)
        gated.note("a")
        wait_until(lambda: heard)
    assert heard[0].kind is SaveKind.JOURNAL
    assert "labels.csv could not be written (LookupError); trying again" in str(heard[0].message)
    wait_until(lambda: not gated.decisions.busy)
    assert heard[-1].kind is SaveKind.SAVED
    assert len(faults) >= 1


def test_a_saved_from_before_a_refusal_does_not_take_it_off_the_screen(
    gated: GatedDecisions, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[SaveState] = []
    refusals: list[str] = []
    gated.decisions.state_changed.connect(heard.append)
    gated.decisions.refused.connect(refusals.append)
    go = threading.Event()
    project = gated.store.project

    def slow() -> SaveState:
        assert go.wait(20)
        return project()

    def refuse(*_: object) -> None:
        raise JournalError(any_message("Not saved: the disk is full."))

    monkeypatch.setattr(gated.store, "project", slow)
    gated.note("a")
    wait_until(lambda: not gated.decisions.waiting)
    monkeypatch.setattr(gated.store, "note", refuse)
    gated.note("b")
    wait_until(lambda: refusals)
    go.set()
    wait_until(lambda: not gated.decisions.busy)
    assert heard == []
    gated.decisions.retry()
    wait_until(lambda: heard)
    assert heard[-1].kind is SaveKind.SAVED


def test_a_fault_in_looking_is_logged_and_the_next_look_works(
    gated: GatedDecisions, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults: list[object] = []
    edits: list[object] = []
    gated.decisions.edited_outside.connect(edits.append)
    monkeypatch.setattr(threading, "excepthook", faults.append)
    gated.note("a")
    wait_until(lambda: not gated.decisions.busy)

    def fails() -> None:
        raise LookupError("a fault of ours")

    with monkeypatch.context() as patch:
        patch.setattr(gated.store, "look_outside", fails)
        gated.decisions.look_outside()
        wait_until(lambda: faults)
    labels = gated.store.path
    labels.write_bytes(labels.read_bytes().replace(b",a,", b",b,"))
    gated.decisions.look_outside()
    wait_until(lambda: edits)
    assert gated.kept_note == "b"


def test_a_decision_that_takes_150_milliseconds_is_said_to_be_saved(gated: GatedDecisions) -> None:
    """A usual one takes less than a frame; of one that takes longer, somebody wants to know."""
    told: list[bool] = []
    gated.decisions.takes_long.connect(lambda: told.append(True))
    gated.gate.close_gate()
    gated.decisions.flag(pair(1), True, JUDGED)
    let_timers_run(gated.owner, 149)
    assert told == []
    let_timers_run(gated.owner, 150)
    assert told == [True]


def test_one_decision_by_key_waits_behind_another_and_no_third(gated: GatedDecisions) -> None:
    """Whoever presses more keys does not see what they do."""
    gated.gate.close_gate()
    taken = [gated.decisions.flag(pair(number), True, JUDGED) for number in (1, 2, 3)]
    assert taken == [True, True, False]
