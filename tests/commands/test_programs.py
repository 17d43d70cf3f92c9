"""The commands as programs of their own: how they are started, told to end, and fail."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STARTS = [
    ("-c", "import sys; from gui.commands import copydesk_labels as c; sys.exit(c())"),
    ("-m", "gui.commands.labels"),
]


def exporting(folder: Path, *start: str) -> subprocess.Popen[bytes]:
    """Start to export more than a pipe holds; nobody reads on."""
    with (folder / "labels.csv").open("w", encoding="utf-8") as file:
        file.write("pair_id,reference,candidate,label,annotator,note\n")
        file.writelines(f"p{n},a.txt,b.txt,copy,ann,{'why ' * 100}\n" for n in range(1_000))
    process = subprocess.Popen(
        [sys.executable, *start, "export", "labels.csv"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    assert process.stdout.read(1)
    return process


@pytest.mark.skipif(os.name != "posix", reason="signals are told otherwise")
@pytest.mark.parametrize("start", STARTS, ids=["command", "module"])
@pytest.mark.parametrize("how", ["SIGINT", "SIGTERM"])
def test_a_program_that_is_told_to_end_ends_without_a_fault(
    start: tuple[str, ...], how: str, tmp_path: Path
) -> None:
    with exporting(tmp_path, *start) as run:
        run.send_signal(getattr(signal, how))
        said = run.communicate(timeout=30)[1].decode()
    assert (run.returncode, said) == (130, "")


@pytest.mark.parametrize("module", ["compare", "labels"])
def test_a_fault_is_printed_legibly(module: str, tmp_path: Path) -> None:
    code = (
        f"import runpy, sys; import gui.commands.arguments as a\n"
        "def fail(*_): raise RuntimeError('\\x1b[2J is wiped')\n"
        "a.Parser.parse_args = fail\n"
        f"runpy.run_module('gui.commands.{module}', run_name='__main__')"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment)
    assert run.returncode == 1
    assert b"RuntimeError" in run.stderr
    assert b"\x1b" not in run.stderr
