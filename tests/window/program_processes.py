"""The program in a process of its own, with a window that a test has changed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.ready_processes import CAN_FORK, ready_processes

ROOT = Path(__file__).resolve().parents[2]
_LOADED = "gui.widgets.window.main_window"


def start_code(code: str, *arguments: str | Path, cwd: Path | None = None) -> subprocess.Popen[str]:
    """Start Python with *code* and these arguments, with pipes for what it says.

    Loading the modules of the window takes longer than showing it, so they are loaded already
    where a process can be forked.
    """
    command = [sys.executable, "-c", code, *map(str, arguments)]
    how: dict[str, Any] = {
        "stdin": subprocess.DEVNULL,
        "stdout": subprocess.PIPE,
        "stderr": subprocess.PIPE,
        "text": True,
        "cwd": cwd or ROOT,
        "env": {**os.environ, "PYTHONPATH": str(ROOT)},
    }
    if CAN_FORK:
        return ready_processes().start(_LOADED, command, **how)
    return subprocess.Popen(command, **how)


def run_code(
    code: str, *arguments: str | Path, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run Python with *code* and these arguments until it ends, for a minute at most."""
    with start_code(code, *arguments, cwd=cwd) as process:
        try:
            said, complaints = process.communicate(timeout=60)
        except BaseException:
            process.kill()
            raise
    return subprocess.CompletedProcess(process.args, process.returncode, said, complaints)
