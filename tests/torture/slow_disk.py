"""Makes the disk slow, by 10 ms and by 2 s a call, and measures whether the window waits for it.

    python -m tests.torture.slow_disk [--minutes M] [--offscreen]

strace delays each call about the label file, the journal, the list, its documents and the settings,
in all threads and processes, while somebody labels. It also says which of these calls the thread of
the window makes: there should be none, and the event loop should go on turning as it does on a disk
that is not slow, which is measured first.
"""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.torture.chain import Chain, Tally
from tests.torture.common import (
    Deadline,
    arguments_for,
    counted,
    for_ears,
    need,
    run,
)
from tests.torture.sitting import HungError, Place, Screen, Sitting, a_place, a_screen

DELAYED = "?stat,?newfstatat,?statx,openat,fsync,fdatasync,write,flock,?rename,inotify_add_watch"
COUNTED = f"{DELAYED},read,fcntl,ftruncate,lseek,?access,?faccessat,?faccessat2,?unlink,?unlinkat"
LONGEST = 0.25  # seconds that the event loop may stand longer than on a disk that is not slow
SAYS_SAVING = 0.15  # seconds after which a label that takes longer is said to be on its way

_PAIRS = 6
_LINE = re.compile(r"^(\d+) +(\d+\.\d+) (\w+)\(")


class Disk(NamedTuple):
    """How slow a disk is: milliseconds for a call, how many labels are given, patience in s."""

    milliseconds: int
    labels: int
    patience: float


DISKS = (Disk(0, 5, 30), Disk(10, 5, 60), Disk(2000, 2, 240))


class Found(NamedTuple):
    """What a sitting on a slow disk was like."""

    disk: Disk
    labelled: int
    calls: dict[str, int]  # of the thread of the window while somebody labelled, by name
    stall: float  # the longest, in seconds
    silent: int  # labels that took long without a word

    def __str__(self) -> str:
        by_name = ", ".join(f"{name} {count}" for name, count in sorted(self.calls.items()))
        each = sum(self.calls.values()) / max(1, self.labelled)
        return (
            f"{self.disk.milliseconds} ms a call: {self.labelled} of "
            f"{counted(self.disk.labels, 'label')} taken, {each:.0f} calls of the window's thread "
            f"a label{f' ({by_name})' if by_name else ''}, longest stall {self.stall:.3f} s"
        )

    def complaints(self, usual: float) -> list[str]:
        """Return what was not as it should be; *usual* is the longest stall on another disk."""
        found = []
        if self.labelled < self.disk.labels:
            found.append(f"only {self.labelled} of {counted(self.disk.labels, 'label')} were taken")
        if self.calls:
            found.append(f"the window's thread asked the disk: {self.calls}")
        if self.disk.milliseconds and self.stall > usual + LONGEST:
            found.append(f"the window stood for {self.stall:.3f} s")
        if self.silent:
            found.append(f"{counted(self.silent, 'label')} took long, and nothing was said")
        return found


def slow_paths(place: Place, disk: Disk) -> list[Path]:
    """Return what the program should never wait for in the window's thread.

    Before there is a window it does wait for the list; on a very slow disk, where that would take
    a minute, the list is left out.
    """
    labels, journal = place.labels, place.journal
    folder = place.pairs.parent
    config = Path(place.env["XDG_CONFIG_HOME"]) / "copydesk"
    documents = [path for path in folder.rglob("*") if path.is_file() and path != place.pairs]
    listed = [place.pairs, folder] if disk.milliseconds < 1000 else []
    return [
        *(labels, Path(f"{labels}.lock"), labels.parent / f".{labels.name}.copydesk-tmp"),
        *(labels.parent, journal, Path(f"{journal}.lock"), Path(f"{journal}.tmp"), journal.parent),
        *(*listed, *documents, folder / "guidelines.txt", folder / "guidelines.md"),
        *(config, config / "copydesk.ini", config / "copydesk.ini.lock"),
    ]


def slowed(place: Place, disk: Disk, trace: Path) -> list[str]:
    """Return the strace command that makes the disk slow and writes what is called to *trace*.

    With its filter in the kernel strace slows nothing else, which it does where it is attached
    later. So the window starts from the slow disk, too.
    """
    command = ["strace", "-f", "--seccomp-bpf", "-qq", "-ttt", "-o", str(trace)]
    command += [part for path in slow_paths(place, disk) for part in ("-P", str(path))]
    delay = f"inject={DELAYED}:delay_enter={disk.milliseconds * 1000}"
    return [*command, "-e", f"trace={COUNTED}", "-e", delay]


def calls_of(trace: Path, thread: int, begun: float, ended: float) -> dict[str, int]:
    """Return how often *thread* made which call between two times."""
    calls: dict[str, int] = {}
    for line in trace.read_text(encoding="utf-8", errors="replace").splitlines():
        match = _LINE.match(line)
        if match and int(match[1]) == thread and begun <= float(match[2]) <= ended:
            calls[match[3]] = calls.get(match[3], 0) + 1
    return calls


def label(sitting: Sitting, digit: str, patience: float) -> tuple[bool, bool]:
    """Press a label's key; return whether the window went on, and whether it kept silent."""
    pair, begun, said = sitting.pair, time.monotonic(), False
    sitting.sign = "unknown"
    row = sitting.ledger.row(sitting.key)
    labels = {"1": "original", "2": "copy", "3": "unrelated"}
    sitting.ledger.wants(sitting.key, row._replace(label=labels[digit]))
    sitting.screen.press(sitting, digit)
    while sitting.pair == pair and time.monotonic() - begun < patience:
        sitting.until(lambda: sitting.pair != pair, 0.5)
        said = said or sitting.sign == "saving"
        if sitting.pair == pair:
            sitting.screen.press(sitting, "Down")  # reading goes on
    took = time.monotonic() - begun
    return sitting.pair != pair, took > 4 * SAYS_SAVING and not said


def sit(sitting: Sitting, disk: Disk, trace: Path) -> Found:
    """Label some pairs on a slow disk, then close the window."""
    if not sitting.until(lambda: sitting.ready, disk.patience):
        raise HungError(f"no pair could be seen after {disk.patience:.0f} s")
    sitting.rest(1)
    sitting.stalls.clear()  # a window that has just come paints for the first time
    begun, done, silent = time.time(), 0, 0
    for number in range(disk.labels):
        if not sitting.until(lambda: sitting.ready == sitting.pair != "", disk.patience):
            break
        taken, was_silent = label(sitting, "123"[number % 3], disk.patience)
        done, silent = done + taken, silent + was_silent
    sitting.rest(1)
    ended, stall = time.time(), max(sitting.stalls, default=0.0)
    sitting.close()
    return Found(disk, done, calls_of(trace, sitting.pid, begun, ended), stall, silent)


def measure(
    screen: Screen, tally: Tally, options: Sequence[str], disk: Disk, usual: float
) -> float:
    """Label on *disk*, then look whether all is there; return the longest stall."""
    stall = usual
    with a_place(_PAIRS) as place:
        chain = Chain(place, screen, tally, options)
        where = f"{disk.milliseconds} ms a call"
        trace = place.folder / "trace"
        with chain.sitting(where, slowed(place, disk, trace)) as sitting:
            found = sit(sitting, disk, trace)
            print(f"  {found}", flush=True)
            tally.wrong("hung", where, found.complaints(usual))
            stall = found.stall
        chain.check_in_order(f"after {where}")
    return stall


def main(argv: Sequence[str]) -> int:
    """Measure each disk in turn."""
    arguments = arguments_for("slow_disk", __doc__, 10).parse_args(argv)
    need("strace")
    deadline, tally, sittings = Deadline(arguments.minutes), Tally("slow_disk"), 0
    options, usual = for_ears(arguments), 0.0
    with a_screen(arguments.offscreen) as screen:
        for disk in DISKS:
            if not deadline.over():
                sittings += 1
                stall = measure(screen, tally, options, disk, usual)
                usual = stall if disk.milliseconds == 0 else usual
    return tally.finish(f"{counted(sittings, 'sitting')} on slow disks")


if __name__ == "__main__":
    run("slow_disk", main)
