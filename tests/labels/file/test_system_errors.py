"""Errors of the system at every call: never "saved" unless it is, and it heals."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

import pytest

from gui.labels import JournalError, LabelStore, SaveKind
from gui.labels.file.files import Files
from tests.labels.file.faults import CountedFiles, FailingFiles, FullAfter, ShortFiles
from tests.labels.helpers import JUDGED, Workspace, pair
from tests.labels.scenario import STEPS, NaiveStore, State, complaint, sit, state_in_file, state_of

ERRORS = {
    name: getattr(errno, name) for name in ("ENOSPC", "EIO", "EMFILE", "EROFS", "EACCES", "EPERM")
}


def sit_through_trouble(workspace: Workspace, store: LabelStore) -> str:
    """Make all decisions though some are refused; say where the store was not honest."""
    for step in STEPS:
        before = state_of(store)
        try:
            step.do(store)
        except JournalError:
            if state_of(store) != before:
                return "a refused decision counts"
            if store.state.kind is not SaveKind.FAILED:
                return f"a refused decision, and the state says {store.state.kind}"
        if store.project().kind is SaveKind.SAVED and state_in_file(workspace) != state_of(store):
            return "“saved”, and the file says something else"
    return ""


def complaint_about_trouble(workspace: Workspace, files: FailingFiles) -> str:
    """Run a sitting on failing files; say what is wrong during it, after healing, after restart."""
    store = LabelStore(
        workspace.labels,
        journal_folder=workspace.state,
        annotator="anna",
        now=workspace.clock,
        files=files,
    )
    try:
        store.open()
    except Exception:
        files.mend()
        store.open()
    wrong = sit_through_trouble(workspace, store)
    if wrong:
        return wrong
    files.mend()
    counted = state_of(store)
    if store.can_undo or counted:  # one more decision proves that all works again
        store.label(pair(9), "copy", JUDGED)
        counted = state_of(store)
    state = store.project()
    if state.kind is not SaveKind.SAVED:
        return f"it does not heal: {state.message}"
    if state_in_file(workspace) != counted:
        return f"the file says {state_in_file(workspace)}, the store {counted}"
    again = workspace.store()
    return "" if state_of(again) == counted else f"after a restart {state_of(again)}, not {counted}"


def calls_of_a_sitting(folder: Path) -> int:
    folder.mkdir()
    files = CountedFiles()
    sit(Workspace(folder).store(files=files), lambda: None)
    return files.calls


def sweep(folder: Path, error: int, numbers: range, *, lasting: bool) -> list[str]:
    found = []
    for number in numbers:
        (folder / str(number)).mkdir()
        workspace = Workspace(folder / str(number))
        wanted = (lambda _, n, at=number: n >= at) if lasting else (lambda _, n, at=number: n == at)
        wrong = complaint_about_trouble(workspace, FailingFiles(error, wanted))
        if wrong:
            found.append(f"call {number}: {wrong}")
    return found


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from then on"])
def test_an_error_at_some_calls(tmp_path: Path, lasting: bool) -> None:
    calls = calls_of_a_sitting(tmp_path / "whole")
    for place, error in enumerate(ERRORS.values()):
        folder = tmp_path / str(error)
        folder.mkdir()
        assert sweep(folder, error, range(1 + place, calls, 53), lasting=lasting) == []


@pytest.mark.slow
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize("name", ERRORS)
def test_an_error_at_every_call(tmp_path: Path, name: str, lasting: bool) -> None:
    calls = calls_of_a_sitting(tmp_path / "whole")
    assert sweep(tmp_path, ERRORS[name], range(1, calls + 1), lasting=lasting) == []


@pytest.mark.parametrize("call", ["write", "fsync", "open", "replace"])
def test_a_call_that_always_fails(workspace: Workspace, call: str) -> None:
    files = FailingFiles(errno.EIO, lambda name, _: name == call)
    assert complaint_about_trouble(workspace, files) == ""
    assert files.failed


def test_short_writes_are_finished(workspace: Workspace) -> None:
    sit(workspace.store(files=ShortFiles()), lambda: None)
    assert complaint(workspace, len(STEPS)) == ""


@pytest.mark.parametrize("room", range(0, 4000, 331))
def test_a_disk_that_fills_up_in_the_middle_of_a_write(workspace: Workspace, room: int) -> None:
    files = FullAfter(room)
    store = workspace.store(files=files)
    assert sit_through_trouble(workspace, store) == ""
    files.room = 10**9
    counted = state_of(store)
    if counted:
        assert store.project().kind is SaveKind.SAVED
        assert state_in_file(workspace) == counted
    assert state_of(workspace.store()) == counted


def test_only_the_disk_of_the_label_file_is_full(workspace: Workspace) -> None:
    files = FullAfter(0, only=str(workspace.labels.parent))
    store = workspace.store(files=files)
    store.label(pair(1), "copy", JUDGED)
    state = store.project()
    assert state.kind is SaveKind.JOURNAL
    assert "full" in str(state.message)
    assert state.pending == 1
    files.room = 10**6
    assert store.project().kind is SaveKind.SAVED


def test_a_failed_fsync_is_not_believed_a_second_time(workspace: Workspace) -> None:
    """The cache may have dropped the data: the file is written anew, not merely synced again."""
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    store.project()
    files = FailingFiles(errno.EIO, lambda name, _: name == "fsync")
    files.mend()
    store = workspace.store(files=files)
    store.label(pair(1), "unrelated", JUDGED)
    files.damage()
    inodes = workspace.journal.stat().st_ino, workspace.labels.stat().st_ino
    with pytest.raises(JournalError):
        store.label(pair(2), "copy", JUDGED)
    files.mend()
    store.label(pair(2), "copy", JUDGED)
    assert workspace.journal.stat().st_ino != inodes[0]
    files.damage()
    assert store.project().kind is SaveKind.JOURNAL
    files.mend()
    assert store.project().kind is SaveKind.SAVED
    assert workspace.labels.stat().st_ino != inodes[1]


def test_a_refused_decision_does_not_come_back(workspace: Workspace) -> None:
    """Even where the bytes of a failed append could not be cut off again."""
    files = FailingFiles(errno.EIO, lambda name, _: name in ("fsync", "truncate"))
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    store = workspace.store(files=files)
    with pytest.raises(JournalError) as caught:
        store.label(pair(2), "copy", JUDGED)
    assert "Not saved" in str(caught.value)
    assert store.state.kind.value == "failed"
    files.mend()
    store.label(pair(3), "copy", JUDGED)
    assert set(state_of(store)) == {"p1", "p3"}
    assert set(state_of(workspace.store())) == {"p1", "p3"}
    assert store.state.kind.value == "journal"


# What a naive store does under the same errors


class ForgivingNaive(NaiveStore):
    """One that goes on after an error, as programs with a message box do."""

    def _write(self, rows: State) -> None:
        try:
            super()._write(rows)
        except OSError:
            self._rows = rows


def test_a_naive_store_leaves_a_broken_file_on_a_full_disk(workspace: Workspace) -> None:
    files = FullAfter(1500)
    sit(ForgivingNaive(workspace.labels, files), lambda: None)
    with pytest.raises((AssertionError, ValueError, KeyError)):
        assert state_in_file(workspace) == STEPS[-1].after


# Read-only, locked, vanished, linked


def test_a_read_only_file(workspace: Workspace) -> None:
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    store.project()
    before = workspace.labels.read_bytes()
    workspace.labels.chmod(0o444)
    store.label(pair(2), "copy", JUDGED)
    state = store.project()
    assert state.kind is SaveKind.READONLY
    assert "read-only" in str(state.message)
    assert workspace.labels.read_bytes() == before
    workspace.labels.chmod(0o644)
    assert store.project().kind is SaveKind.SAVED
    assert workspace.labelled() == {"p1": "copy", "p2": "copy"}


def test_a_read_only_folder(workspace: Workspace) -> None:
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    workspace.labels.parent.chmod(0o555)
    try:
        assert store.project().kind is SaveKind.READONLY
        assert workspace.store().row("p1") is not None
        assert list(workspace.labels.parent.iterdir()) == []
    finally:
        workspace.labels.parent.chmod(0o755)
    assert store.project().kind is SaveKind.SAVED


def test_a_read_only_folder_without_labels_is_nothing_to_complain_about(
    workspace: Workspace,
) -> None:
    workspace.store().label(pair(1), "copy", JUDGED)
    workspace.store().project()
    workspace.labels.parent.chmod(0o555)
    try:
        store = workspace.store("bert")
        assert store.project().kind is SaveKind.SAVED
    finally:
        workspace.labels.parent.chmod(0o755)


def test_a_folder_that_vanished(workspace: Workspace) -> None:
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    store.project()
    away = workspace.folder / "away"
    workspace.labels.parent.rename(away)
    store.label(pair(2), "copy", JUDGED)
    state = store.project()
    assert state.kind is SaveKind.JOURNAL
    assert "gone" in str(state.message)
    away.rename(workspace.labels.parent)
    assert store.project().kind is SaveKind.SAVED
    assert workspace.labelled() == {"p1": "copy", "p2": "copy"}


@pytest.mark.parametrize("content", [None, b""], ids=["removed", "emptied"])
def test_a_label_file_that_was_lost_is_written_again(
    workspace: Workspace, content: bytes | None
) -> None:
    store = workspace.store()
    for number in range(3):
        store.label(pair(number), "copy", JUDGED)
    store.project()
    before = workspace.labels.read_bytes()
    if content is None:
        workspace.labels.unlink()
    else:
        workspace.labels.write_bytes(content)
    again = LabelStore(workspace.labels, journal_folder=workspace.state, annotator="anna")
    (warning,) = again.open().warnings
    assert "written again" in str(warning)
    assert len(again.rows()) == 3
    assert again.project().kind is SaveKind.SAVED
    assert workspace.labels.read_bytes() == before


def test_a_symbolic_link_is_followed_and_the_mode_kept(workspace: Workspace) -> None:
    real = workspace.folder / "elsewhere.csv"
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    store.project()
    workspace.labels.rename(real)
    real.chmod(0o640)
    workspace.labels.symlink_to(real)
    store.label(pair(1), "original", JUDGED)
    assert store.project().kind is SaveKind.SAVED
    assert workspace.labels.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert workspace.labelled() == {"p1": "original"}
    undone = workspace.store().undo()  # the journal stays with the name that the reviewer knows
    assert undone is not None


class Sharing(CountedFiles):
    """Windows while a spreadsheet holds the file: replacing it fails for *seconds*."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self.seconds = seconds
        self.slept = 0.0

    def sleep(self, seconds: float) -> None:
        self.slept += seconds

    def elapsed(self) -> float:
        return self.slept

    def replace(self, old: Path, new: Path) -> None:
        if new.name == "labels.csv" and self.slept < self.seconds:
            error = PermissionError(errno.EACCES, "used by another process")
            error.winerror = 32  # type: ignore[attr-defined,unused-ignore]
            raise error
        super().replace(old, new)


def test_a_file_held_by_a_spreadsheet_for_a_moment_is_waited_for(workspace: Workspace) -> None:
    """It is asked for twenty times a second."""
    files = Sharing(0.68)
    store = workspace.store(files=files)
    store.label(pair(1), "copy", JUDGED)
    assert store.project().kind is SaveKind.SAVED
    assert files.slept == pytest.approx(0.7)


def test_a_file_held_by_a_spreadsheet_for_good_is_said(workspace: Workspace) -> None:
    files = Sharing(10**6)
    store = workspace.store(files=files)
    store.label(pair(1), "copy", JUDGED)
    state = store.project()
    assert state.kind is SaveKind.JOURNAL
    assert "labels.csv is locked by another program" in str(state.message)
    assert 1 <= files.slept < 1.2
    store.label(pair(2), "copy", JUDGED)  # deciding goes on
    files.seconds = 0
    assert store.project().kind is SaveKind.SAVED
    assert workspace.labelled() == {"p1": "copy", "p2": "copy"}


def test_decisions_do_not_wait_for_the_label_file(workspace: Workspace) -> None:
    """While a projection hangs in the system, label() returns; the projection finds both later."""
    made: list[object] = []

    class Hanging(Files):
        def replace(self, old: Path, new: Path) -> None:
            if new.name == "labels.csv":
                made.append(store.label(pair(2), "original", JUDGED))
            super().replace(old, new)

    store = workspace.store(files=Hanging())
    store.label(pair(1), "copy", JUDGED)
    assert store.project().kind is SaveKind.JOURNAL
    assert len(made) == 1
    assert store.project().kind is SaveKind.SAVED
    assert workspace.labelled() == {"p1": "copy", "p2": "original"}


def mounted(folder: Path, size: str) -> bool:
    folder.mkdir()
    return os.system(f"mount -t tmpfs -o size={size} tmpfs {folder} 2>/dev/null") == 0


def fill(path: Path) -> None:
    with path.open("wb", buffering=0) as filler, suppress(OSError):
        while filler.write(b"x" * 1000):
            pass


def test_a_real_small_disk_that_is_full(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    if not mounted(disk, "64k"):
        pytest.skip("mounting is not allowed here")
    try:
        workspace = Workspace(disk)
        store = LabelStore(workspace.labels, journal_folder=tmp_path / "state", annotator="anna")
        store.open()
        store.label(pair(1), "copy", JUDGED)
        assert store.project().kind is SaveKind.SAVED
        fill(disk / "filler")
        store.label(pair(2), "copy", JUDGED)
        store.note(pair(2), "x" * 9000, JUDGED)
        state = store.project()
        assert state.kind is SaveKind.JOURNAL
        assert "full" in str(state.message)
        (disk / "filler").unlink()
        assert store.project().kind is SaveKind.SAVED
        assert workspace.labelled() == {"p1": "copy", "p2": "copy"}
    finally:
        os.system(f"umount {disk}")
