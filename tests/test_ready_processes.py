"""Processes that are forked from one that is ready are as those that the program starts."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from gui.own_process import command_for, end_process, start_process
from tests.first_tasks import ALIKE, FIRST_TASKS
from tests.ready_processes import CAN_FORK

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="processes are started anew here")

MODULE = "gui.messages"  # whichever: what runs in it is replaced


def started(
    monkeypatch: pytest.MonkeyPatch, code: str, module: str = MODULE
) -> subprocess.Popen[bytes]:
    """Start a process that has loaded *module* and runs *code*."""
    command = [*command_for(module)[:-1], f"import_module = str; import_module('{module}'); {code}"]
    monkeypatch.setattr("gui.own_process.command_for", lambda *_: command)
    return start_process(module, stderr=subprocess.PIPE)


def test_it_is_a_child_in_the_folder_and_environment_of_its_start(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COPYDESK_TOLD", "a\nb")
    code = "from os import *; print([getppid(), getcwd(), environ['COPYDESK_TOLD']])"
    with started(monkeypatch, code) as process:
        said, complaints = process.communicate()
    assert eval(said) == [os.getpid(), str(tmp_path), "a\nb"]
    assert (complaints, process.returncode) == (b"", 0)


def test_it_has_loaded_its_module_and_not_the_modules_of_the_tests(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    code = "import sys; print([n in sys.modules for n in ('gui.messages', 'pytest', 'PySide6')])"
    with started(monkeypatch, code) as process:
        said, _ = process.communicate()
    assert eval(said) == [True, False, False]


@pytest.mark.parametrize(
    ("module", "late"),
    [
        ("gui.documents.reading_process", "trafilatura"),
        ("gui.review.measuring.measure_lookup", "gui.labels.pairs.pair_rows"),
    ],
)
def test_it_has_loaded_what_its_first_task_takes(
    monkeypatch: pytest.MonkeyPatch, module: str, late: str
) -> None:
    code = f"import sys; print([n in sys.modules for n in ('{late}', 'pytest', 'PySide6')])"
    with started(monkeypatch, code, module) as process:
        said, _ = process.communicate()
    assert eval(said) == [True, False, False]


def test_what_a_window_starts_is_forked_from_one(monkeypatch: pytest.MonkeyPatch) -> None:
    code = f"import sys; print(all(n in sys.modules for n in {ALIKE}))"
    with started(monkeypatch, code, ALIKE[-1]) as process:
        said, _ = process.communicate()
    assert said == b"True\n"


@pytest.mark.parametrize("module", sorted({*FIRST_TASKS, *ALIKE}))
def test_first_tasks_are_those_of_processes_of_the_program(module: str) -> None:
    found = find_spec(module)
    assert found is not None
    assert found.origin is not None
    assert "\ndef main(" in Path(found.origin).read_text(encoding="utf-8")


def test_it_reads_until_its_input_ends_and_its_error_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with started(monkeypatch, "import sys; raise ValueError(sys.stdin.read())") as process:
        said, complaints = process.communicate(b"mist")
    assert (said, process.returncode) == (b"", 1)
    assert complaints.strip().endswith(b"ValueError: mist")


@pytest.mark.parametrize(("code", "status"), [("import sys; sys.exit(3)", 3), ("1", 0)])
def test_its_exit_status_is_its_own(
    monkeypatch: pytest.MonkeyPatch, code: str, status: int
) -> None:
    with started(monkeypatch, code) as process:
        assert process.wait(60) == status


def test_it_can_be_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    process = started(monkeypatch, "import sys; print('here', flush=True); sys.stdin.read()")
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline() == b"here\n"
    assert process.poll() is None
    process.stderr.close()
    end_process(process)
    assert process.returncode == -signal.SIGKILL


def test_a_module_that_is_not_there_ends_it_as_usual() -> None:
    with start_process("gui.nothing", stderr=subprocess.PIPE) as process:
        _, complaints = process.communicate()
    assert process.returncode == 1
    assert b"gui.nothing" in complaints


def test_nobody_else_is_adopted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that a test leaves without its parent is the system's, as without the tests."""
    with started(monkeypatch, "1") as process:
        process.wait(60)
    # A child that forks: once it is gone the parent of its own child is not this process.
    code = (
        "import os, time\n"
        "first = os.getpid()\n"
        "if os.fork():\n"
        "    os._exit(0)\n"
        "while os.getppid() == first:\n"
        "    time.sleep(0.001)\n"
        "print(os.getppid())\n"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout
    assert int(said) != os.getpid()


def test_those_after_a_massacre_are_ready_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test may kill all children of this process, of which some are there for others."""
    with started(monkeypatch, "1") as process:
        process.wait(60)
    for children in Path("/proc/self/task").glob("*/children"):
        for pid in children.read_text().split():
            os.kill(int(pid), signal.SIGKILL)
    for _ in range(2):
        with started(monkeypatch, "1") as process:
            assert process.wait(60) == 0
