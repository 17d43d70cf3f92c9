"""What is handed in while the disk is slow is kept, or refused; nothing falls between."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from gui.labels import LabelStore
from gui.labels.files import Files
from gui.review.decisions import Decisions
from tests.labels.helpers import JUDGED, pair
from tests.review.waiting import wait_until


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


class Table:
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
def table(qapp: QApplication, tmp_path: Path) -> Iterator[Table]:
    found = Table(tmp_path)
    yield found
    found.gate.open_for.release(1000)
    found.decisions.close(10)
    found.owner.deleteLater()


def test_a_note_counts_also_where_another_took_its_place_before(table: Table) -> None:
    table.note("first")  # with it the names of the folders are synced, too
    wait_until(lambda: not table.decisions.busy)
    table.gate.close_gate()
    table.note("a")
    assert table.gate.reached.acquire(timeout=20)  # it is being written
    table.note("b")
    table.note("c")  # takes the place of "b", which waits
    table.gate.open_for.release()
    assert table.gate.reached.acquire(timeout=20)  # "c" is being written
    table.note("b")
    table.gate.open_for.release(1000)
    wait_until(lambda: not table.decisions.busy)
    assert table.kept_note == "b"


def test_the_same_note_again_leaves_room_for_the_next(table: Table) -> None:
    table.gate.close_gate()
    table.note("a")
    assert table.gate.reached.acquire(timeout=20)
    table.note("a")
    table.gate.open_for.release(1000)
    wait_until(lambda: not table.decisions.busy)
    table.note("b")
    wait_until(lambda: not table.decisions.busy)
    assert table.kept_note == "b"
