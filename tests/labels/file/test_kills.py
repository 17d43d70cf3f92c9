"""kill -9 at every call to the operating system that a sitting makes."""

from __future__ import annotations

import itertools
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gui.labels.file.files import Files
from gui.labels.journal.journal import path_of
from tests.labels.file.faults import CountedFiles, KilledFiles
from tests.labels.helpers import Workspace
from tests.labels.scenario import STEPS, NaiveStore, Store, complaint, killed_sitting, sit

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL"),
    # From 3.12 on Python warns where libraries have threads; the children use none of those.
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
]


def ours(workspace: Workspace) -> Callable[[Files], Store]:
    return lambda files: workspace.store(files=files)


def naive(workspace: Workspace) -> Callable[[Files], Store]:
    return lambda files: NaiveStore(workspace.labels, files)


def calls_of_a_sitting(folder: Path, make: Callable[[Workspace], Callable[[Files], Store]]) -> int:
    folder.mkdir()
    files = CountedFiles()
    sit(make(Workspace(folder))(files), lambda: None)
    return files.calls


def sweep(
    folder: Path,
    make: Callable[[Workspace], Callable[[Files], Store]],
    when: str,
    numbers: range | list[int],
) -> Iterator[str]:
    """Kill one sitting at each of the calls *numbers*; yield what is wrong afterwards."""
    for number in numbers:
        (folder / f"{when}-{number}").mkdir()
        workspace = Workspace(folder / f"{when}-{number}")
        acknowledged = killed_sitting(workspace, make(workspace), KilledFiles(number, when))
        wrong = complaint(workspace, acknowledged)
        if wrong:
            yield f"killed {when} call {number}: {wrong}"


@pytest.mark.parametrize("when", ["before", "middle"])
def test_nothing_acknowledged_is_lost_wherever_the_process_is_killed(
    tmp_path: Path, when: str
) -> None:
    calls = calls_of_a_sitting(tmp_path / "whole", ours)
    assert calls > 100
    numbers = sorted(random.Random(when).sample(range(1, calls + 1), 25))
    assert list(sweep(tmp_path, ours, when, numbers)) == []


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("when", ["before", "middle"])
def test_kill_at_every_call(tmp_path: Path, when: str) -> None:
    calls = calls_of_a_sitting(tmp_path / "whole", ours)
    assert list(sweep(tmp_path, ours, when, range(1, calls + 2))) == []


def test_a_store_that_rewrites_its_file_does_lose_labels(tmp_path: Path) -> None:
    calls = calls_of_a_sitting(tmp_path / "whole", naive)
    assert list(sweep(tmp_path, naive, "middle", range(1, calls + 1))) != []


def test_a_replay_may_be_killed_too(tmp_path: Path) -> None:
    """Die between journal and label file, then at each call of the restart that repairs it."""
    for number in range(1, 60, 5):
        (tmp_path / str(number)).mkdir()
        workspace = Workspace(tmp_path / str(number))
        for step in STEPS:
            step.do(workspace.store())
        child = os.fork()
        if child == 0:
            workspace.store(files=KilledFiles(number, "middle")).project()
            os._exit(0)
        os.waitpid(child, 0)
        assert complaint(workspace, len(STEPS)) == ""


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_five_hundred_kills_at_random_moments(tmp_path: Path) -> None:
    chance = random.Random(2025)
    for number in range(500):
        (tmp_path / str(number)).mkdir()
        workspace = Workspace(tmp_path / str(number))
        acknowledged = workspace.folder / "acknowledged"
        child = os.fork()
        if child == 0:
            with acknowledged.open("ab", buffering=0) as out:
                sit(workspace.store(), lambda: out.write(b"."))
            os._exit(0)
        time.sleep(chance.uniform(0, 0.03))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        done = acknowledged.stat().st_size if acknowledged.exists() else 0
        assert complaint(workspace, done) == "", f"kill {number}, seed 2025"


SITTING = """
import sys
from pathlib import Path
from gui.labels.file.files import Files
from gui.labels.journal.journal import path_of
from tests.labels.helpers import Workspace
from tests.labels.scenario import sit
workspace = Workspace(Path(sys.argv[1]))
with open(workspace.folder / "acknowledged", "ab", buffering=0) as out:
    sit(workspace.store(files=Files()), lambda: out.write(b"."))
"""


def strace(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run a sitting under strace, which looks only at the files of that sitting."""
    workspace = Workspace(folder)
    names = [
        workspace.labels,
        Path(f"{workspace.labels}.lock"),
        workspace.labels.parent / ".labels.csv.copydesk-tmp",
    ]
    journal = path_of(workspace.state, workspace.labels)
    names += [journal, Path(f"{journal}.lock"), workspace.labels.parent, workspace.state]
    paths = [part for name in names for part in ("-P", str(name))]
    command = ["strace", "-f", "-qq", "-o", str(folder / "trace"), *paths, *options]
    return subprocess.run(
        [*command, sys.executable, "-c", SITTING, str(folder)],
        cwd=Path(__file__).parents[3],
        text=True,
        capture_output=True,
        check=False,
    )


def strace_works(folder: Path) -> bool:
    if shutil.which("strace") is None:
        return False
    folder.mkdir()
    return strace(folder, "-e", "trace=fsync").returncode == 0


@pytest.mark.slow
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("call", ["write", "fsync", "rename", "openat", "close", "flock"])
def test_the_kernel_kills_at_every_system_call(tmp_path: Path, call: str) -> None:
    """The same with the real calls of the real process: strace sends SIGKILL at the n-th one."""
    if not strace_works(tmp_path / "try"):
        pytest.skip("strace is not installed or not allowed here")
    for number in itertools.count(1):
        folder = tmp_path / f"{call}-{number}"
        folder.mkdir()
        traced = strace(folder, "-e", f"inject={call}:signal=SIGKILL:when={number}")
        acknowledged = folder / "acknowledged"
        done = acknowledged.stat().st_size if acknowledged.exists() else 0
        wrong = complaint(Workspace(folder), done)
        assert wrong == "", f"{call} {number}: {wrong}"
        if traced.returncode == 0:
            assert number > 5
            assert done == len(STEPS)
            break
