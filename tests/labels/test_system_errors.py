"""Errors of the system at every call: never "saved" unless it is, and it heals."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

import pytest

from gui.labels import JournalError, Label, LabelStore, SaveKind
from gui.labels.files import Files
from tests.labels.faults import CountedFiles, FailingFiles, FullAfter, ShortFiles
from tests.labels.helpers import JUDGED, Desk, pair
from tests.labels.scenario import (
    STEPS,
    NaiveStore,
    State,
    complaint,
    sit,
    state_in_file,
    state_of,
)

ERRORS = {
    name: getattr(errno, name) for name in ("ENOSPC", "EIO", "EMFILE", "EROFS", "EACCES", "EPERM")
}


def sit_through_trouble(desk: Desk, store: LabelStore) -> str:
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
        if store.project().kind is SaveKind.SAVED and state_in_file(desk) != state_of(store):
            return "“saved”, and the file says something else"
    return ""


def complaint_about_trouble(desk: Desk, files: FailingFiles) -> str:
    """Run a sitting on failing files; say what is wrong during it, after healing, after restart."""
    store = LabelStore(
        desk.labels, journal_folder=desk.state, annotator="anna", now=desk.clock, files=files
    )
    try:
        store.open()
    except Exception:
        files.mend()
        store.open()
    wrong = sit_through_trouble(desk, store)
    if wrong:
        return wrong
    files.mend()
    counted = state_of(store)
    if store.can_undo or counted:  # one more decision proves that all works again
        store.label(pair(9), Label.COPY, JUDGED)
        counted = state_of(store)
    state = store.project()
    if state.kind is not SaveKind.SAVED:
        return f"it does not heal: {state.message}"
    if state_in_file(desk) != counted:
        return f"the file says {state_in_file(desk)}, the store {counted}"
    again = desk.store()
    return "" if state_of(again) == counted else f"after a restart {state_of(again)}, not {counted}"


def calls_of_a_sitting(folder: Path) -> int:
    folder.mkdir()
    files = CountedFiles()
    sit(Desk(folder).store(files=files), lambda: None)
    return files.calls


def sweep(folder: Path, error: int, numbers: range, *, lasting: bool) -> list[str]:
    found = []
    for number in numbers:
        (folder / str(number)).mkdir()
        desk = Desk(folder / str(number))
        wanted = (lambda _, n, at=number: n >= at) if lasting else (lambda _, n, at=number: n == at)
        wrong = complaint_about_trouble(desk, FailingFiles(error, wanted))
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
def test_a_call_that_always_fails(desk: Desk, call: str) -> None:
    files = FailingFiles(errno.EIO, lambda name, _: name == call)
    assert complaint_about_trouble(desk, files) == ""
    assert files.failed


def test_short_writes_are_finished(desk: Desk) -> None:
    sit(desk.store(files=ShortFiles()), lambda: None)
    assert complaint(desk, len(STEPS)) == ""


@pytest.mark.parametrize("room", range(0, 4000, 331))
def test_a_disk_that_fills_up_in_the_middle_of_a_write(desk: Desk, room: int) -> None:
    files = FullAfter(room)
    store = desk.store(files=files)
    assert sit_through_trouble(desk, store) == ""
    files.room = 10**9
    counted = state_of(store)
    if counted:
        assert store.project().kind is SaveKind.SAVED
        assert state_in_file(desk) == counted
    assert state_of(desk.store()) == counted


def test_only_the_disk_of_the_label_file_is_full(desk: Desk) -> None:
    files = FullAfter(0, only=str(desk.labels.parent))
    store = desk.store(files=files)
    store.label(pair(1), Label.COPY, JUDGED)
    state = store.project()
    assert state.kind is SaveKind.JOURNAL
    assert "full" in str(state.message)
    assert state.pending == 1
    files.room = 10**6
    assert store.project().kind is SaveKind.SAVED


def test_a_failed_fsync_is_not_believed_a_second_time(desk: Desk) -> None:
    """The cache may have dropped the data: the file is written anew, not merely synced again."""
    store = desk.store()
    store.label(pair(1), Label.COPY, JUDGED)
    store.project()
    files = FailingFiles(errno.EIO, lambda name, _: name == "fsync")
    files.mend()
    store = desk.store(files=files)
    store.label(pair(1), Label.UNRELATED, JUDGED)
    files.damage()
    inodes = desk.journal.stat().st_ino, desk.labels.stat().st_ino
    with pytest.raises(JournalError):
        store.label(pair(2), Label.COPY, JUDGED)
    files.mend()
    store.label(pair(2), Label.COPY, JUDGED)
    assert desk.journal.stat().st_ino != inodes[0]
    files.damage()
    assert store.project().kind is SaveKind.JOURNAL
    files.mend()
    assert store.project().kind is SaveKind.SAVED
    assert desk.labels.stat().st_ino != inodes[1]


def test_a_refused_decision_does_not_come_back(desk: Desk) -> None:
    """Even where the bytes of a failed append could not be cut off again."""
    files = FailingFiles(errno.EIO, lambda name, _: name in ("fsync", "truncate"))
    store = desk.store()
    store.label(pair(1), Label.COPY, JUDGED)
    store = desk.store(files=files)
    with pytest.raises(JournalError) as caught:
        store.label(pair(2), Label.COPY, JUDGED)
    assert "Not saved" in str(caught.value)
    assert store.state.kind.value == "failed"
    files.mend()
    store.label(pair(3), Label.COPY, JUDGED)
    assert set(state_of(store)) == {"p1", "p3"}
    assert set(state_of(desk.store())) == {"p1", "p3"}
    assert store.state.kind.value == "journal"


# What a naive store does under the same errors


class ForgivingNaive(NaiveStore):
    """One that goes on after an error, as programs with a message box do."""

    def _write(self, rows: State) -> None:
        try:
            super()._write(rows)
        except OSError:
            self._rows = rows


def test_a_naive_store_leaves_a_broken_file_on_a_full_disk(desk: Desk) -> None:
    files = FullAfter(1500)
    sit(ForgivingNaive(desk.labels, files), lambda: None)
    with pytest.raises((AssertionError, ValueError, KeyError)):
        assert state_in_file(desk) == STEPS[-1].after


# Read-only, locked, vanished, linked


def test_a_read_only_file(desk: Desk) -> None:
    store = desk.store()
    store.label(pair(1), Label.COPY, JUDGED)
    store.project()
    before = desk.labels.read_bytes()
    desk.labels.chmod(0o444)
    store.label(pair(2), Label.COPY, JUDGED)
    state = store.project()
    assert state.kind is SaveKind.READONLY
    assert "read-only" in str(state.message)
    assert desk.labels.read_bytes() == before
    desk.labels.chmod(0o644)
    assert store.project().kind is SaveKind.SAVED
    assert desk.labelled() == {"p1": "copy", "p2": "copy"}


def test_a_read_only_folder(desk: Desk) -> None:
    store = desk.store()
    store.label(pair(1), Label.COPY, JUDGED)
    desk.labels.parent.chmod(0o555)
    try:
        assert store.project().kind is SaveKind.READONLY
        assert desk.store().row("p1") is not None
        assert list(desk.labels.parent.iterdir()) == []
    finally:
        desk.labels.parent.chmod(0o755)
    assert store.project().kind is SaveKind.SAVED


def test_a_read_only_folder_without_labels_is_nothing_to_complain_about(desk: Desk) -> None:
    desk.store().label(pair(1), Label.COPY, JUDGED)
    desk.store().project()
    desk.labels.parent.chmod(0o555)
    try:
        store = desk.store("bert")
        assert store.project().kind is SaveKind.SAVED
    finally:
        desk.labels.parent.chmod(0o755)


def test_a_folder_that_vanished(desk: Desk) -> None:
    store = desk.store()
    store.label(pair(1), Label.COPY, JUDGED)
    store.project()
    away = desk.folder / "away"
    desk.labels.parent.rename(away)
    store.label(pair(2), Label.COPY, JUDGED)
    state = store.project()
    assert state.kind is SaveKind.JOURNAL
    assert "gone" in str(state.message)
    away.rename(desk.labels.parent)
    assert store.project().kind is SaveKind.SAVED
    assert desk.labelled() == {"p1": "copy", "p2": "copy"}


@pytest.mark.parametrize("content", [None, b""], ids=["removed", "emptied"])
def test_a_label_file_that_was_lost_is_written_again(desk: Desk, content: bytes | None) -> None:
    store = desk.store()
    for number in range(3):
        store.label(pair(number), Label.COPY, JUDGED)
    store.project()
    before = desk.labels.read_bytes()
    if content is None:
        desk.labels.unlink()
    else:
        desk.labels.write_bytes(content)
    again = LabelStore(desk.labels, journal_folder=desk.state, annotator="anna")
    (warning,) = again.open().warnings
    assert "written again" in str(warning)
    assert len(again.rows()) == 3
    assert again.project().kind is SaveKind.SAVED
    assert desk.labels.read_bytes() == before


def test_a_symbolic_link_is_followed_and_the_mode_kept(desk: Desk) -> None:
    real = desk.folder / "elsewhere.csv"
    store = desk.store()
    store.label(pair(1), Label.COPY, JUDGED)
    store.project()
    desk.labels.rename(real)
    real.chmod(0o640)
    desk.labels.symlink_to(real)
    store.label(pair(1), Label.ORIGINAL, JUDGED)
    assert store.project().kind is SaveKind.SAVED
    assert desk.labels.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert desk.labelled() == {"p1": "original"}
    undone = desk.store().undo()  # the journal stays with the name that the reviewer knows
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


def test_a_file_held_by_a_spreadsheet_for_a_moment_is_waited_for(desk: Desk) -> None:
    files = Sharing(0.7)
    store = desk.store(files=files)
    store.label(pair(1), Label.COPY, JUDGED)
    assert store.project().kind is SaveKind.SAVED
    assert 0.7 <= files.slept < 1


def test_a_file_held_by_a_spreadsheet_for_good_is_said(desk: Desk) -> None:
    files = Sharing(10**6)
    store = desk.store(files=files)
    store.label(pair(1), Label.COPY, JUDGED)
    state = store.project()
    assert state.kind is SaveKind.JOURNAL
    assert "labels.csv is locked by another program" in str(state.message)
    assert 1 <= files.slept < 1.2
    store.label(pair(2), Label.COPY, JUDGED)  # deciding goes on
    files.seconds = 0
    assert store.project().kind is SaveKind.SAVED
    assert desk.labelled() == {"p1": "copy", "p2": "copy"}


def test_decisions_do_not_wait_for_the_label_file(desk: Desk) -> None:
    """While a projection hangs in the system, label() returns; the projection finds both later."""
    made: list[object] = []

    class Hanging(Files):
        def replace(self, old: Path, new: Path) -> None:
            if new.name == "labels.csv":
                made.append(store.label(pair(2), Label.ORIGINAL, JUDGED))
            super().replace(old, new)

    store = desk.store(files=Hanging())
    store.label(pair(1), Label.COPY, JUDGED)
    assert store.project().kind is SaveKind.JOURNAL
    assert len(made) == 1
    assert store.project().kind is SaveKind.SAVED
    assert desk.labelled() == {"p1": "copy", "p2": "original"}


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
        desk = Desk(disk)
        store = LabelStore(desk.labels, journal_folder=tmp_path / "state", annotator="anna")
        store.open()
        store.label(pair(1), Label.COPY, JUDGED)
        assert store.project().kind is SaveKind.SAVED
        fill(disk / "filler")
        store.label(pair(2), Label.COPY, JUDGED)
        store.note(pair(2), "x" * 9000, JUDGED)
        state = store.project()
        assert state.kind is SaveKind.JOURNAL
        assert "full" in str(state.message)
        (disk / "filler").unlink()
        assert store.project().kind is SaveKind.SAVED
        assert desk.labelled() == {"p1": "copy", "p2": "copy"}
    finally:
        os.system(f"umount {disk}")
