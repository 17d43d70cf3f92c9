"""The lock file beside the label file: it goes again, and two never hold it at once."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gui.labels.file.files import Files, LockBusyError, has_exact_names, locked
from tests.labels.helpers import JUDGED, Workspace, pair

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the file stays")


def lock_of(workspace: Workspace) -> Path:
    return Path(f"{workspace.labels}.lock")


@linux_only
def test_no_lock_file_stays_beside_the_labels(workspace: Workspace) -> None:
    store = workspace.store()
    store.open()
    store.label(pair(1), "copy", JUDGED)
    store.project()
    store.label(pair(1), "original", JUDGED)
    store.project()
    store.look_outside()
    assert sorted(path.name for path in workspace.labels.parent.iterdir()) == ["labels.csv"]


@linux_only
def test_what_an_older_program_or_a_kill_left_behind_goes_too(workspace: Workspace) -> None:
    lock_of(workspace).touch()
    store = workspace.store()
    store.open()
    store.label(pair(1), "copy", JUDGED)
    store.project()
    assert not lock_of(workspace).exists()


class Overtaken(Files):
    """Whoever opens the lock file finds that it was removed before he could lock it."""

    def __init__(self, times: int, then: Path | None = None) -> None:
        self.times = times
        self._then = then

    def open(self, path: Path, flags: int, mode: int = 0o666) -> int:
        handle = super().open(path, flags, mode)
        if self.times:
            self.times -= 1
            path.unlink()
            if self._then is not None:
                path.touch()
        return handle


@linux_only
@pytest.mark.parametrize("made_anew", [False, True])
def test_a_lock_on_a_file_without_a_name_is_no_lock(tmp_path: Path, made_anew: bool) -> None:
    path = tmp_path / "lock"
    files = Overtaken(3, path if made_anew else None)
    with locked(files, path, patience=10, passing=True):
        assert files.times == 0
        with pytest.raises(LockBusyError), locked(Files(), path, patience=0, passing=True):
            pass
    assert not path.exists()


@linux_only
def test_who_is_always_overtaken_gives_up(tmp_path: Path) -> None:
    files = Overtaken(1_000_000)
    with (
        pytest.raises(LockBusyError),
        locked(files, tmp_path / "lock", patience=0.1, passing=True),
    ):
        pass


@linux_only
def test_a_lock_file_that_a_person_removed_and_another_made_is_left_to_that(
    tmp_path: Path,
) -> None:
    path = tmp_path / "lock"
    with locked(Files(), path, patience=0, passing=True):
        path.unlink()
        path.touch()
    assert path.exists()


@linux_only
def test_who_could_not_lock_at_all_leaves_the_file_to_those_who_could(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lock"
    path.touch()

    def refuse(handle: int, operation: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr("fcntl.flock", refuse)
    with locked(Files(), path, patience=0, passing=True):
        pass
    assert path.exists()


_COUNTING = """
import os, sys
from pathlib import Path
from gui.labels.file.files import Files, locked
lock, count, times = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
for _ in range(times):
    with locked(Files(), lock, patience=60, passing=True):
        number = int(count.read_text())
        inside = os.open(count.with_suffix(".inside"), os.O_CREAT | os.O_EXCL | os.O_WRONLY)
        count.write_text(str(number + 1))
        os.close(inside)
        count.with_suffix(".inside").unlink()
"""


@linux_only
def test_processes_that_make_and_remove_the_file_never_hold_it_together(tmp_path: Path) -> None:
    count = tmp_path / "count"
    count.write_text("0", encoding="utf-8")
    command = [sys.executable, "-c", _COUNTING, str(tmp_path / "lock"), str(count), "150"]
    others = [subprocess.Popen(command) for _ in range(4)]
    deadline = time.monotonic() + 120
    assert [other.wait(max(1, deadline - time.monotonic())) for other in others] == [0] * 4
    assert count.read_text(encoding="utf-8") == "600"
    assert not (tmp_path / "lock").exists()


_MOUNTS = r"""22 1 0:21 / / rw - ext4 /dev/sda1 rw
23 22 0:22 / /home rw,relatime shared:5 - nfs4 server:/home rw
24 23 0:23 / /home/ada/my\040disk rw - xfs /dev/sdb1 rw
25 22 0:24 / /mnt/there rw - ext4 /dev/sdc1 rw
26 22 0:25 / /mnt/there rw - fuse.sshfs far: rw
"""


@pytest.mark.parametrize(
    ("folder", "exact"),
    [
        ("/", True),
        ("/srv/labels", True),
        ("/homework", True),
        ("/home/ada", False),
        ("/home/ada/my disk/labels", True),
        ("/mnt/there", False),
    ],
)
def test_the_file_stays_where_another_machine_may_see_its_name_for_longer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str, exact: bool
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(_MOUNTS, encoding="utf-8")
    monkeypatch.setattr("gui.labels.file.files.MOUNTS", mounts)
    assert has_exact_names(Path(folder)) == exact


@pytest.mark.skipif(os.name == "nt", reason="Windows removes it otherwise")
def test_on_a_network_and_on_unknown_systems_the_lock_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.labels.file.files.MOUNTS", tmp_path / "gone")
    path = tmp_path / "lock"
    with locked(Files(), path, patience=0, passing=True):
        pass
    assert path.exists()
