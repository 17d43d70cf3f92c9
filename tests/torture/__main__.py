"""Runs all tortures in turn, each within a short bound, and prints one table.

    python -m tests.torture [--minutes M] [--seed S] [--offscreen] [NAME ...]

What a torture says on its way is passed on; the table has its last line and what its exit status
means. The exit status is 0 where all of them held; one that was left out, because something is
missing on this machine, did not hold.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from tests.torture.common import FAILED, HELD, MISSING
from tests.torture.sitting import ROOT

_OURS = ("--minutes", "--seed", "--offscreen")
TORTURES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        **dict.fromkeys(("kills", "errors", "outside", "monkey", "slow_disk"), _OURS),
        "model": ("--seed", "--steps"),
        "hostile": ("--minutes", "--seed"),
        "stalls": (),
    }
)
"""The tortures, and which of our options each understands."""

_STEPS = 3000  # of the model in a minute, at the least
_PATIENCE = 30  # minutes beyond its own, after which a torture counts as hung
_MEANS = {HELD: "held", FAILED: "FAILED", MISSING: "left out"}


class Result(NamedTuple):
    """How a torture ended."""

    name: str
    status: int
    seconds: float
    last_line: str


def torture(name: str, minutes: float, options: Sequence[str]) -> Result:
    """Run one in a process of its own, and pass on what it says."""
    begun, said = time.monotonic(), [""]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    if not env.get("DISPLAY"):  # for those that bring no X server of their own
        env.setdefault("QT_QPA_PLATFORM", "offscreen")
    process = subprocess.Popen(
        [sys.executable, "-m", f"tests.torture.{name}", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=ROOT,
        env=env,
    )
    guard = threading.Timer(60 * (minutes + _PATIENCE), process.kill)
    guard.start()
    assert process.stdout is not None
    for line in process.stdout:
        print(f"{name:9} | {line.rstrip()}", flush=True)
        said.append(line.strip())
    status = process.wait()
    guard.cancel()
    return Result(name, status, time.monotonic() - begun, said[-1])


def main(argv: Sequence[str]) -> int:
    """Run what *argv* names, or everything; return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.torture", description=(__doc__ or "").split("\n\n")[0]
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"({', '.join(TORTURES)})")
    parser.add_argument("--minutes", type=float, default=3, help="for each (default: 3)")
    parser.add_argument("--seed", type=int, default=1, help="what chance begins with (default: 1)")
    parser.add_argument("--offscreen", action="store_true", help="without an X server")
    given = parser.parse_args(argv)
    unknown = sorted(set(given.names) - TORTURES.keys())
    if unknown:
        parser.error(f"there is no torture called {unknown[0]}")
    values = {
        "--minutes": ["--minutes", str(given.minutes)],
        "--seed": ["--seed", str(given.seed)],
        "--offscreen": ["--offscreen"] if given.offscreen else [],
        "--steps": ["--steps", str(round(_STEPS * given.minutes))],
    }
    results = []
    for name in given.names or TORTURES:
        options = [part for option in TORTURES[name] for part in values[option]]
        results.append(torture(name, given.minutes, options))
    print()
    for result in results:
        means = _MEANS.get(result.status, f"status {result.status}")
        print(f"{result.name:9}  {means:9} {result.seconds:6.0f} s  {result.last_line}")
    return HELD if all(result.status == HELD for result in results) else FAILED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
