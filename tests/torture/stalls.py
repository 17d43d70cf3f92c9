"""Does the window ever stand still? Very large inputs, one window each, and a heartbeat.

    python -m tests.torture.stalls [--where] [NAME ...]

Opens the real window on lists, notes, guidelines and documents far beyond what is usual, does
what a reviewer does with them, and prints the longest time for which the event loop did not
turn during each action; the same without what the window waited for a processor, which is what
counts where the machine is busy with other things; and of that what the window's own thread
worked. ``--where`` also says in which function the window stood; the names are those of the first
column. The exit status is 0 where nothing took longer than 100 ms by the second figure.

Runs on the screen that there is, also that of ``xvfb-run``, and offscreen where there is none.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from tests.torture.stalls_inputs import INPUTS

PROMISE = 0.100
"""Seconds for which the window may stand still."""

_ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 500  # seconds for one window, after which it is ended


class Figure(NamedTuple):
    """What was measured during one action, in seconds, and where the window stood."""

    action: str
    stall: float
    alone: float
    work: float
    place: str = ""


_NEVER = float("inf")


def measure(name: str, where: bool) -> list[Figure]:
    """Run the window of the input *name*."""
    with tempfile.TemporaryDirectory() as folder:
        arguments = INPUTS[name].make(Path(folder))
        places = {f"XDG_{kind}_HOME": f"{folder}/{kind}" for kind in ("CONFIG", "STATE", "DATA")}
        options = ["--where"] if where else []
        command = [sys.executable, "-m", "tests.torture.stalls_probe", *options, name, folder]
        try:
            done = subprocess.run(
                [*command, *map(str, arguments)],
                stdout=subprocess.PIPE,
                text=True,
                cwd=_ROOT,
                env={**_platform(), **os.environ, **places},
                timeout=_PATIENCE,
                check=False,
            )
            said, status = done.stdout, done.returncode
        except subprocess.TimeoutExpired as late:
            said, status = (late.stdout or b"").decode(), 1
    figures = []
    for line in said.splitlines():
        action, stall, alone, work, place = line.split("\t")
        figures.append(Figure(action, float(stall), float(alone), float(work), place.strip("-")))
    if status or not figures:
        figures.append(Figure(f"ended too early, status {status}", _NEVER, _NEVER, _NEVER))
    return figures


def _platform() -> dict[str, str]:
    """Return the platform for Qt where no screen is named."""
    has_screen = "DISPLAY" in os.environ or "WAYLAND_DISPLAY" in os.environ
    return {} if has_screen or sys.platform != "linux" else {"QT_QPA_PLATFORM": "offscreen"}


def main(arguments: list[str]) -> int:
    """Measure what *arguments* name, or everything; return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.torture.stalls", description=(__doc__ or "").split("\n\n")[0]
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"({', '.join(INPUTS)})")
    parser.add_argument("--where", action="store_true", help="also say where the window stood")
    given = parser.parse_args(arguments)
    unknown = sorted(set(given.names) - INPUTS.keys())
    if unknown:
        parser.error(f"there is no input called {unknown[0]}")
    kept = True
    print(f"{'input':18} {'action':34} {'longest stall':>14} {'alone':>10} {'own work':>10}")
    for name in given.names or INPUTS:
        for figure in measure(name, given.where):
            late = figure.alone > PROMISE
            kept = kept and not late
            times = "".join(f"{seconds * 1000:8.0f} ms" for seconds in figure[1:4])
            mark = "<--" if late else "   "
            print(f"{name:18} {figure.action:34} {times} {mark} {figure.place}", flush=True)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
