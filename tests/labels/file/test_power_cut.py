"""A power cut keeps what was synced, and nothing else is certain."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from gui.labels import LabelStore
from gui.labels.file.files import Files
from gui.labels.label_values import COLUMNS
from tests.labels.file.faults import CountedFiles
from tests.labels.helpers import Workspace
from tests.labels.scenario import STEPS, NaiveStore, Store, complaint


class PowerCut(BaseException):
    """The lights go out: no handler of the program runs."""


class Disk(CountedFiles):
    """Remembers which contents and names would survive a power cut at this moment.

    Contents survive an fsync of the file, names an fsync of their folder. What was not synced
    may be there or not, or be half there: ``after_cut`` decides by *chance*.
    """

    def __init__(self, root: Path, cut_at: int) -> None:
        super().__init__(self._maybe_cut)
        self._root = root
        self._cut_at = cut_at
        self._contents: dict[int, bytes] = {}  # inode → what is on the disk
        self._names: dict[Path, int] = {}  # path → inode, as the folders on the disk say
        self._handles: dict[int, Path] = {}
        self._kept_open: list[int] = []  # so that no inode is given to another file
        for path in root.rglob("*"):
            if path.is_file():
                self._kept_open.append(os.open(path, os.O_RDONLY))
                self._names[path] = path.stat().st_ino
                self._contents[path.stat().st_ino] = path.read_bytes()

    def open(self, path: Path, flags: int, mode: int = 0o666) -> int:
        handle = super().open(path, flags, mode)
        self._handles[handle] = Path(path)
        return handle

    def fsync(self, handle: int) -> None:
        super().fsync(handle)
        path = self._handles[handle]
        if not path.is_relative_to(self._root):  # a folder above it, with files of others
            return
        if path.is_dir():
            for old in [name for name in self._names if name.parent == path]:
                del self._names[old]
            self._names |= {p: p.stat().st_ino for p in path.iterdir() if p.is_file()}
        else:
            self._kept_open.append(os.dup(handle))
            self._contents[os.fstat(handle).st_ino] = path.read_bytes()

    def _maybe_cut(self, _: str, number: int) -> None:
        if number == self._cut_at:
            raise PowerCut

    def after_cut(self, chance: random.Random) -> None:
        """Leave in the folder what a power cut leaves there."""
        present = {p: p.stat().st_ino for p in self._root.rglob("*") if p.is_file()}
        cached = {inode: path.read_bytes() for path, inode in present.items()}
        names = {
            path: inode
            for path, inode in {**self._names, **present}.items()
            if self._names.get(path) == present.get(path) or path in self._names
        }
        for path, inode in self._names.items():  # a rename that was not synced may be undone
            names[path] = chance.choice([inode, present.get(path, inode)])
        for path in set(present) - set(self._names):
            if chance.random() < 0.5 and not path.name.endswith(".lock"):
                names[path] = present[path]
        for path in present:
            path.unlink()
        for path, inode in names.items():
            safe = self._contents.get(inode, b"")
            loose = cached.get(inode, safe)
            path.write_bytes(_half_written(safe, loose, chance))
        for handle in self._kept_open:
            os.close(handle)


def _half_written(safe: bytes, loose: bytes, chance: random.Random) -> bytes:
    """Return what is on the disk of *loose* when only *safe* was synced."""
    if safe == loose or not loose.startswith(safe):
        return safe if chance.random() < 0.5 or not loose.startswith(safe) else loose
    added = loose[len(safe) :]
    kept = chance.randrange(len(added) + 1)
    zeros = chance.choice([0, len(added) - kept])
    return safe + added[:kept] + b"\0" * zeros


def cut_sitting(
    workspace: Workspace, make: Callable[[Files], Store], number: int, seed: int
) -> int:
    """Run a sitting until the lights go out; return how many decisions were acknowledged."""
    disk = Disk(workspace.folder, number)
    done = 0
    try:
        store = make(disk)
        for step in STEPS:
            step.do(store)
            done += 1
            if step.project:
                store.project()
    except PowerCut:
        pass
    disk.after_cut(random.Random(seed))
    return done


def sweep(
    folder: Path,
    make: Callable[[Workspace], Callable[[Files], Store]],
    calls: range,
    seeds: range,
    start: bytes = b"",
) -> list[str]:
    found = []
    for number in calls:
        for seed in seeds:
            (folder / f"{number}-{seed}").mkdir()
            workspace = Workspace(folder / f"{number}-{seed}")
            if start:
                workspace.labels.write_bytes(start)
            done = cut_sitting(workspace, make(workspace), number, 1000 * seed + number)
            wrong = complaint(workspace, done)
            if start and not wrong and not workspace.labels.read_bytes().startswith(start):
                wrong = "a row of another annotator changed"
            if wrong:
                found.append(f"cut at call {number}, seed {seed}: {wrong}")
    return found


def ours(workspace: Workspace) -> Callable[[Files], Store]:
    def make(files: Files) -> LabelStore:
        return workspace.store(files=files)

    return make


def test_what_was_acknowledged_survives_a_power_cut(tmp_path: Path) -> None:
    assert sweep(tmp_path, ours, range(5, 360, 13), range(1)) == []


def test_the_simulated_power_cut_leaves_alone_what_is_outside_its_folder(tmp_path: Path) -> None:
    others = tmp_path / "others.txt"
    others.write_text("of somebody else", encoding="utf-8")
    (tmp_path / "root").mkdir()
    disk = Disk(tmp_path / "root", cut_at=-1)
    disk.sync_folder(tmp_path)
    disk.after_cut(random.Random(1))
    assert others.read_text(encoding="utf-8") == "of somebody else"


ANOTHER = (",".join(COLUMNS) + "\r\nx,,,copy,carl" + "," * 11 + "\r\n").encode()


def test_the_same_with_a_file_that_was_there_before(tmp_path: Path) -> None:
    """A rename that was not synced brings the old file back, and with it the old rows."""
    assert sweep(tmp_path, ours, range(8, 360, 13), range(1), ANOTHER) == []


@pytest.mark.slow
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("start", [b"", ANOTHER], ids=["new", "existing"])
def test_a_power_cut_at_every_call(tmp_path: Path, start: bytes) -> None:
    assert sweep(tmp_path, ours, range(1, 400), range(6), start) == []


def test_a_store_without_fsync_does_lose_labels(tmp_path: Path) -> None:
    naive = lambda workspace: lambda files: NaiveStore(workspace.labels, files)  # noqa: E731
    assert sweep(tmp_path, naive, range(1, 28, 3), range(2)) != []
