"""A refused decision stays refused, and takes no other one with it."""

from __future__ import annotations

import errno
import os
import threading
from pathlib import Path

import pytest

from gui.labels import JournalError, LabelStore, SaveKind
from gui.labels.journal.journal_entries import JournalLine, parse_all
from gui.labels.reconciling.file_problems import why_refused
from gui.messages import Message
from tests.labels.file.faults import FailingFiles, FullAfter
from tests.labels.helpers import JUDGED, QuickFiles, Workspace, pair
from tests.labels.scenario import state_in_file, state_of


def refuse(store: LabelStore, *numbers: int) -> None:
    for number in numbers:
        with pytest.raises(JournalError, match="Not saved"):
            store.label(pair(number), "copy", JUDGED)


def label(store: LabelStore, *numbers: int) -> None:
    for number in numbers:
        store.label(pair(number), "copy", JUDGED)


def sequences(workspace: Workspace) -> list[int]:
    return [e.sequence for e in parse_all(workspace.journal.read_bytes()).entries if e.sequence]


class Uncuttable(QuickFiles):
    """A disk on which whole lines are written, but not synced, and cannot be cut off again."""

    def __init__(self) -> None:
        self.broken = False

    def fsync(self, handle: int) -> None:
        if self.broken and os.fstat(handle).st_size:
            raise OSError(errno.EIO, "broken")

    def truncate(self, handle: int, size: int) -> None:
        if self.broken:
            raise OSError(errno.EIO, "broken")
        super().truncate(handle, size)

    def sync_folder(self, path: object) -> None:
        """Folders are all right."""


def test_room_for_a_few_bytes_is_not_room_for_a_decision(workspace: Workspace) -> None:
    """“Try again” said “saved”, and the next label was refused again."""
    files = FullAfter(10**6, only=str(workspace.state))
    store = workspace.store(files=files)
    label(store, 1)
    files.room = 200
    refuse(store, 2)
    files.room = 200
    assert store.project().kind is SaveKind.FAILED
    files.room = 10**6
    assert store.project().kind is SaveKind.SAVED
    label(store, 2)
    assert set(state_of(workspace.store())) == {"p1", "p2"}


@pytest.mark.parametrize(("room", "kind"), [(1_000, SaveKind.FAILED), (1_100, SaveKind.SAVED)])
def test_room_for_a_decision_is_a_thousand_bytes_and_what_says_so(
    workspace: Workspace, room: int, kind: SaveKind
) -> None:
    files = FullAfter(10**6, only=str(workspace.state))
    store = workspace.store(files=files)
    label(store, 1)
    assert store.project().kind is SaveKind.SAVED
    files.room = 0
    refuse(store, 2)
    files.room = room
    assert store.project().kind is kind


def test_decisions_after_a_restart_are_not_those_that_were_refused_before_it(
    workspace: Workspace,
) -> None:
    files = FullAfter(10**6, only=str(workspace.state))
    store = workspace.store(files=files)
    label(store, 1)
    files.room = 0
    refuse(store, 2, 3, 4)
    files.room = 10**6
    store.project()  # "Try again"
    assert set(state_of(store)) == {"p1"}
    workspace.labels.chmod(0o444)
    again = workspace.store()
    label(again, 5, 6, 7)
    workspace.labels.chmod(0o644)
    last = workspace.store()
    assert set(state_of(last)) == {"p1", "p5", "p6", "p7"}
    last.project()
    assert set(state_in_file(workspace)) == {"p1", "p5", "p6", "p7"}


def test_a_decision_of_another_window_is_not_the_one_that_was_refused_here(
    workspace: Workspace,
) -> None:
    files = FullAfter(10**6, only=str(workspace.state))
    one, two = workspace.store(files=files), workspace.store("bert")
    label(one, 1)
    files.room = 0
    refuse(one, 2)
    files.room = 10**6
    label(two, 3)
    label(one, 4)
    again = workspace.store()
    assert {key[0] for key in again.rows(everybody=True)} == {"p1", "p3", "p4"}
    numbers = sequences(workspace)
    assert sorted(set(numbers)) == numbers


@pytest.mark.parametrize("other", ["anna", "bert"])
def test_a_line_that_could_not_be_cut_off_is_left_out_later(
    workspace: Workspace, other: str
) -> None:
    files = Uncuttable()
    one, two = workspace.store(files=files), workspace.store(other)
    label(one, 1)
    files.broken = True
    refuse(one, 2)
    label(two, 3)  # the other window knows nothing of the trouble
    refused = sequences(workspace)[1]
    files.broken = False
    label(one, 4)
    label(two, 5)
    assert {key[0] for key in two.rows(everybody=True)} == {"p1", "p3", "p4", "p5"}
    for store in (one, two, workspace.store()):
        assert "p2" not in state_of(store)
    numbers = sequences(workspace)
    assert refused not in numbers
    assert sorted(set(numbers)) == numbers
    workspace.store().project()
    assert {record["pair_id"] for record in workspace.records()} == {"p1", "p3", "p4", "p5"}


def test_no_line_says_of_another_that_it_does_not_count(workspace: Workspace) -> None:
    """What stands in the journal counts for older programs too."""
    files = Uncuttable()
    store = workspace.store(files=files)
    label(store, 1)
    files.broken = True
    refuse(store, 2)
    files.broken = False
    label(store, 3)
    assert b"void" not in workspace.journal.read_bytes()


@pytest.mark.parametrize("place", ["before", "after"])
def test_a_list_of_void_numbers_takes_nothing_away(workspace: Workspace, place: str) -> None:
    """Older programs wrote such lists, and gave the numbers to decisions that were saved."""
    label(workspace.store(), 1, 2)
    lines = workspace.journal.read_bytes().splitlines(keepends=True)
    void = JournalLine({"works": True, "void": [2, 9]}).encoded()
    lines.insert(2 if place == "before" else 3, void)
    workspace.journal.write_bytes(b"".join(lines))
    store = workspace.store()
    assert set(state_of(store)) == {"p1", "p2"}
    label(store, 3)
    assert sequences(workspace) == [1, 2, 10]
    store.project()
    assert set(state_in_file(workspace)) == {"p1", "p2", "p3"}


def test_the_number_of_a_refused_decision_is_not_given_out_again(workspace: Workspace) -> None:
    files = FullAfter(10**6, only=str(workspace.state))
    store = workspace.store(files=files)
    label(store, 1)
    for room in (0, 100):  # nothing of the line, half of it
        files.room = room
        refuse(store, 2)
    files.room = 10**6
    label(store, 3)
    assert sequences(workspace) == [1, 4]


def test_an_undo_of_what_is_not_there_leaves_the_others_to_be_undone(workspace: Workspace) -> None:
    """The second window undoes what it saw, before the first one takes that back."""
    files = Uncuttable()
    one, two = workspace.store(files=files), workspace.store()
    label(one, 1)
    files.broken = True
    refuse(one, 2)
    undone = two.undo()
    assert undone is not None
    assert undone.pair_id == "p2"
    files.broken = False
    label(one, 3)
    assert [made.pair_id for made in (one.undo(), one.undo()) if made] == ["p3", "p1"]


def test_a_journal_that_vanished_while_in_doubt_is_begun_again(workspace: Workspace) -> None:
    files = FailingFiles(errno.EIO, lambda name, _: name == "fsync")
    files.mend()
    store = workspace.store(files=files)
    label(store, 1)
    files.damage()
    refuse(store, 2)
    workspace.journal.unlink()
    files.mend()
    label(store, 3)
    assert set(state_of(workspace.store())) == {"p1", "p3"}


def test_nobody_hears_saved_while_a_decision_is_being_refused(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = FullAfter(10**6, only=str(workspace.state))
    store = workspace.store(files=files)
    label(store, 1)
    assert store.project().kind is SaveKind.SAVED
    heard: list[SaveKind] = []
    listener = threading.Thread(target=lambda: heard.append(store.state.kind))

    def telling(error: OSError, folder: Path) -> Message:  # just before the refusal is told
        listener.start()
        listener.join(0.5)
        return why_refused(error, folder)

    files.room = 0
    monkeypatch.setattr("gui.labels.store.why_refused", telling)
    refuse(store, 2)
    listener.join()
    assert heard == [SaveKind.FAILED]


def test_of_a_full_disk_it_is_said_what_to_do() -> None:
    said = why_refused(OSError(errno.ENOSPC, "No space left on device"), Path("state"))
    assert str(said) == (
        "Not saved: the disk with the recovery journal, in state, is full; free some space, then "
        "choose “Try again”, and decide again."
    )
