"""Whatever stands in a list's folder, the window appears and ends when it is told to."""

from __future__ import annotations

import contextlib
import itertools
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.window.driving import write_pairs
from tests.window.program_processes import ROOT, start_code

GUARD = 60  # seconds; the right time is one or two

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")

SHOWING = """
import sys
import gui.widgets.window.main_window as window
from gui.commands.window import main

class Showing(window.MainWindow):
    def showEvent(self, event):
        super().showEvent(event)
        print("shown", flush=True)

window.MainWindow = Showing
sys.exit(main(sys.argv[1:]))
"""
HOSTILE = {
    "comments": "<!-- a -->" * 30 + "x",
    "brackets": "[" * 1_000_000,
    "dots": "." * 3_000_000 + "x",
    "spaces": "<!doctype html><pre>x" + " " * 1_000_000,
    "emphasis": "**a [b](c) `d` " * 400_000,
    "attributes": "<!doctype html>" + "<p a=b>x" * 2_000_000,
}


def started_anew(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", SHOWING, str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def ended(process: subprocess.Popen[str]) -> str:
    """Send SIGTERM and return what was said on standard error until the process ended."""
    process.send_signal(signal.SIGTERM)
    try:
        return process.communicate(timeout=GUARD)[1]
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        pytest.fail("the window does not end by SIGTERM")


def wait_until_shown(process: subprocess.Popen[str]) -> None:
    assert process.stdout is not None
    guard = threading.Timer(GUARD, process.kill)
    guard.start()
    line = process.stdout.readline()
    guard.cancel()
    guard.join()
    if line != "shown\n":
        pytest.fail(f"no window is shown: {process.communicate()[1]}")


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_window_with_hostile_guidelines_appears_and_ends(kind: str, tmp_path: Path) -> None:
    """With some kinds, the documents that are read meanwhile are hostile as well."""
    path = write_pairs(tmp_path, ("one", "two"))
    name = "guidelines.md" if kind in ("brackets", "emphasis") else "guidelines.txt"
    (tmp_path / name).write_text(HOSTILE[kind], encoding="utf-8")
    has_documents = kind in ("emphasis", "attributes")
    if has_documents:
        for pair, role in itertools.product(("one", "two"), ("reference", "candidate")):
            (tmp_path / pair / f"{role}.md").write_text(HOSTILE[kind], encoding="utf-8")
        path.write_text(path.read_text(encoding="utf-8").replace(".txt", ".md"), encoding="utf-8")
    with start_code(SHOWING, tmp_path) as process:
        wait_until_shown(process)
        if has_documents:
            time.sleep(0.3)  # in the middle of reading them
        assert ended(process) == ""
    assert process.returncode == 0


def test_a_window_on_a_hostile_list_ends(tmp_path: Path) -> None:
    with contextlib.ExitStack() as stack:
        processes = {}
        for number, row in enumerate(('"', '""', 'a"b', ",", "a,", '"a""b"c"')):
            path = tmp_path / str(number) / "pairs.csv"
            path.parent.mkdir()
            path.write_text(f"reference,candidate\n{row * 1_000_000}", encoding="utf-8")
            processes[row] = stack.enter_context(start_code(SHOWING, path))
        time.sleep(1.0)
        for process in processes.values():
            ended(process)
    for row, process in processes.items():
        assert process.returncode in (0, 2, -signal.SIGTERM), row


@pytest.mark.parametrize("seconds", [0.1, 0.4])
def test_a_start_ends_at_any_time(seconds: float, tmp_path: Path) -> None:
    write_pairs(tmp_path)
    (tmp_path / "guidelines.txt").write_text(HOSTILE["comments"], encoding="utf-8")
    with started_anew(tmp_path) as process:
        time.sleep(seconds)
        assert "Traceback" not in ended(process)
    assert process.returncode in (0, -signal.SIGTERM)
