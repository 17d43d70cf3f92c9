"""Does the window ever stand still? Very large inputs, one window each, and a heartbeat.

    python -m tests.torture.stalls [--where] [NAME ...]

Opens the real window on lists, notes, guidelines and documents far beyond what is usual, does
what a reviewer does with them, and prints the longest time for which the event loop did not
turn during each action, and of that what the window's own thread worked: on a busy machine the
first is longer, since others had the processor. ``--where`` also says in which function the
window stood; the names are those of the first column. The exit status is 0 where nothing took
longer than 100 ms.

Runs on whatever platform Qt finds: without a screen set ``QT_QPA_PLATFORM=offscreen``, or run
it under ``xvfb-run``.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.torture.stalls_inputs import INPUTS

PROMISE = 0.100
"""Seconds for which the window may stand still."""

_ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 500  # seconds for one window, after which it is ended


def measure(name: str, where: bool) -> list[tuple[str, float, float, str]]:
    """Run the window of the input *name*.

    Returns for each action the seconds that the window stood still, those that its own thread
    worked in one turn, and where.
    """
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
                env={**os.environ, **places},
                timeout=_PATIENCE,
                check=False,
            )
            said, status = done.stdout, done.returncode
        except subprocess.TimeoutExpired as late:
            said, status = (late.stdout or b"").decode(), 1
    rows = []
    for line in said.splitlines():
        action, seconds, work, place = line.split("\t")
        rows.append((action, float(seconds), float(work), place.removeprefix("-")))
    if status or not rows:
        rows.append(("the window did not get through", float("inf"), float("inf"), ""))
    return rows


def main(arguments: list[str]) -> int:
    """Measure what *arguments* name, or everything; return the exit status."""
    where = "--where" in arguments
    names = [name for name in arguments if name != "--where"] or list(INPUTS)
    kept = True
    print(f"{'input':18} {'action':34} {'longest stall':>14} {'own work':>11}")
    for name in names:
        for action, seconds, work, place in measure(name, where):
            late = seconds > PROMISE
            kept = kept and not late
            times = f"{seconds * 1000:11.0f} ms {work * 1000:8.0f} ms"
            print(f"{name:18} {action:34} {times} {'<--' if late else '   '} {place}", flush=True)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
