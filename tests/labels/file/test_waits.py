"""How long the store waits for other programs and processes, and how often it looks."""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path

import pytest

from gui.documents.document import Signature
from gui.labels import JournalError, SaveKind
from gui.labels.file.files import Files, LockBusyError, locked
from gui.labels.file.label_file import LabelFile, NotAtRestError
from gui.labels.reconciling.file_problems import keep_copy
from tests.labels.helpers import JUDGED, QuickFiles, StillFiles, Workspace, pair
from tests.labels.older_copies import label


def test_a_lock_is_asked_for_a_hundred_times_a_second(tmp_path: Path) -> None:
    """Others hold it for some milliseconds, and the reviewer waits."""
    tries: list[float] = []

    class Waiting(StillFiles):
        def sleep(self, seconds: float) -> None:
            super().sleep(seconds)
            tries.append(seconds)

    lock = tmp_path / "lock"
    with (
        locked(Files(), lock, patience=0.0),
        pytest.raises(LockBusyError),
        locked(Waiting(), lock, patience=1.0),
    ):
        pass
    assert 99 <= len(tries) <= 101  # a hundredth of a second is no number of the computer's


class HeldUntil(StillFiles):
    """Another process holds a lock until some seconds have passed."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._held = ExitStack()

    def hold(self, lock: Path) -> None:
        self._held.enter_context(locked(Files(), lock, patience=0.0))

    def sleep(self, seconds: float) -> None:
        super().sleep(seconds)
        if self.paused >= self._seconds:
            self._held.close()


@pytest.mark.parametrize(("seconds", "is_kept"), [(1.95, True), (2.05, False)])
def test_a_decision_waits_two_seconds_for_the_journal(
    workspace: Workspace, seconds: float, is_kept: bool
) -> None:
    """Then something is wrong, and the reviewer is told so at once."""
    files = HeldUntil(seconds)
    store = workspace.store(files=files)
    store.label(pair(1), "copy", JUDGED)
    files.hold(Path(f"{workspace.journal}.lock"))
    if is_kept:
        store.label(pair(2), "copy", JUDGED)
    else:
        with pytest.raises(JournalError):
            store.label(pair(2), "copy", JUDGED)
        files.sleep(1.0)
    assert ("p2" in {key[0] for key in store.rows()}) is is_kept


@pytest.mark.parametrize(("seconds", "at_rest"), [(0.9, False), (1.1, True)])
def test_a_file_that_has_not_changed_for_a_second_is_at_rest(
    tmp_path: Path, seconds: float, at_rest: bool
) -> None:
    """A program that writes it in pieces is not slower than that between two of them."""
    path, files = tmp_path / "labels.csv", StillFiles()
    path.write_bytes(b"pair_id,label,annotator\r\n")
    written = path.stat().st_mtime
    for now, pause in ((written + seconds, 0.0), (written, seconds)):  # by the two clocks
        file = LabelFile(path, files)
        file.look()
        if pause:
            with pytest.raises(NotAtRestError):
                file.wait_for_rest(now)
            file.look()
            files.sleep(pause)
        if at_rest:
            file.wait_for_rest(now)
        else:
            with pytest.raises(NotAtRestError):
                file.wait_for_rest(now)


def test_a_file_that_grows_while_it_is_read_is_read_five_times(tmp_path: Path) -> None:
    """One that still grows then is read at the next look; it must not hold up this one."""

    class Growing(StillFiles):
        readings = 0

        def read_all(self, path: Path, offset: int = 0) -> tuple[bytes, Signature]:
            self.readings += 1
            with path.open("ab") as file:
                data = path.read_bytes()
                file.write(b"p1,copy\r\n")
            return data, Signature.of(path.stat())

    path, files = tmp_path / "labels.csv", Growing()
    path.write_bytes(b"pair_id,label,annotator\r\n")
    LabelFile(path, files).look()
    assert files.readings == 5


class Meddlers(StillFiles):
    """Another program changes the label file some times in the moment when it is replaced."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.times = 0

    def write_new(
        self, path: Path, data: bytes, *, like: os.stat_result | None = None, mode: int = 0o666
    ) -> None:
        super().write_new(path, data, like=like, mode=mode)
        if self.times and path.parent == self._path.parent:  # no backup is meddled with
            self.times -= 1
            with self._path.open("ab") as file:
                file.write(b"x%d,,,,other,,,,,,,,,,\r\n" % self.times)


@pytest.mark.parametrize(("times", "kind"), [(4, SaveKind.SAVED), (5, SaveKind.JOURNAL)])
def test_a_write_that_another_program_came_into_is_tried_five_times(
    workspace: Workspace, times: int, kind: SaveKind
) -> None:
    """Who is overtaken so often leaves the file alone for a while, and says so."""
    files = Meddlers(workspace.labels)
    store = workspace.store(files=files)
    label(store, range(1, 4))
    store.label(pair(2), "original", JUDGED)  # in the middle: the file is replaced
    files.times = times
    assert store.project().kind is kind


@pytest.mark.parametrize(("seconds", "kind"), [(3.9, SaveKind.SAVED), (4.1, SaveKind.JOURNAL)])
def test_a_file_that_another_program_writes_for_long_is_waited_for_five_seconds(
    workspace: Workspace, seconds: float, kind: SaveKind
) -> None:
    """A second of them is the rest that shows that nobody is writing any more."""

    class Written(StillFiles):
        def sleep(self, pause: float) -> None:
            super().sleep(pause)
            if self.paused <= seconds:
                workspace.labels.write_bytes(half + b"\0" * round(100 * self.paused))

    files = Written()
    store = workspace.store(files=files)
    label(store, range(1, 11))
    whole = workspace.labels.read_bytes()
    half = whole[: len(whole) // 2]
    store.label(pair(11), "copy", JUDGED)
    workspace.labels.write_bytes(half)
    assert store.project().kind is kind


def test_a_file_that_is_waited_for_is_read_again_only_when_it_has_changed(
    workspace: Workspace,
) -> None:
    """To read and judge a long one takes longer than the pauses between."""

    class Reading(StillFiles):
        readings = 0

        def read_all(self, path: Path, offset: int = 0) -> tuple[bytes, Signature]:
            self.readings += path == workspace.labels
            return super().read_all(path, offset)

    files = Reading()
    store = workspace.store(files=files)
    label(store, range(1, 11))
    whole = workspace.labels.read_bytes()
    workspace.labels.write_bytes(whole[: len(whole) // 2])
    files.readings = 0
    store.look_outside()
    assert files.paused > 0.9
    assert files.readings <= 3


def test_thirty_copies_of_a_kind_are_kept(tmp_path: Path) -> None:
    """They are those of a month of accidents, and of a few megabytes."""
    path = tmp_path / "labels.csv"
    path.write_bytes(b"pair_id,label,annotator\r\n")
    file = LabelFile(path, QuickFiles())
    file.look()
    backups = tmp_path / "backups"
    for day in range(32):
        keep_copy(file, backups / f"a.older-{day:02}.csv", "a.older-*.csv")
    assert sorted(copy.name for copy in backups.iterdir()) == [
        f"a.older-{day:02}.csv" for day in range(2, 32)
    ]
