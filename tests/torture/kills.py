"""Kills the real window at its system calls, and at random moments, while somebody labels.

strace sends SIGKILL at the n-th call of a kind that has to do with the journal, or with the label
file; the next window must show all that the killed one showed as saved. Chance picks the calls.
"""

from __future__ import annotations

import itertools
import random
import signal
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import MappingProxyType

from tests.torture.chain import Chain, Tally, random_work
from tests.torture.common import Deadline, arguments_for, counted, for_ears, need, run
from tests.torture.sitting import LABELS, Place, Sitting, a_place, a_screen, held_by_another

CALLS = MappingProxyType(
    {
        **dict.fromkeys(("openat", "close", "newfstatat", "read"), 18),
        **dict.fromkeys(("write", "fsync", "flock"), 10),
        **dict.fromkeys(("rename", "unlink", "ftruncate", "lseek"), 2),
    }
)
"""System calls, and about how many of each one thread makes in a sitting."""

_TOGETHER = 6  # killed sittings on one label file
_STEPS = 9  # of a sitting
_HELD = 0.5  # of the sittings: the label file is held by somebody, and all is in the journal


def traced(place: Place, target: str, call: str, inject: str) -> list[str]:
    """Return the strace command that does *inject* at calls about the *target*'s files."""
    labels, journal = place.labels, place.journal
    if target == "journal":
        paths = [journal, Path(f"{journal}.lock"), Path(f"{journal}.tmp"), journal.parent]
    else:
        temporary = labels.parent / f".{labels.name}.copydesk-tmp"
        paths = [labels, Path(f"{labels}.lock"), temporary, labels.parent]
    command = ["strace", "-f", "-qq", "-o", "/dev/null"]
    command += [part for path in paths for part in ("-P", str(path))]
    return [*command, "-e", f"trace={call}", "-e", f"inject={call}:{inject}"]


class Points:
    """The calls to be killed at, in random order, and how many there are of each kind."""

    def __init__(self, chance: random.Random) -> None:
        kinds = list(itertools.product(("journal", "label file"), CALLS))
        self._limits = {kind: CALLS[kind[1]] for kind in kinds}
        self._points = [(*kind, n) for kind in kinds for n in range(1, self._limits[kind] + 1)]
        chance.shuffle(self._points)
        self.met = 0

    def __iter__(self) -> Iterator[tuple[str, str, int]]:
        while self._points:
            target, call, number = self._points.pop()
            if number <= self._limits[target, call]:
                yield target, call, number

    def result(self, target: str, call: str, number: int, killed: bool) -> None:
        """Remember whether the sitting came to the call *number*."""
        self.met += killed
        if not killed:
            self._limits[target, call] = min(self._limits[target, call], number - 1)


def kill_at_random(chain: Chain, where: str, chance: random.Random) -> None:
    """Kill a sitting somewhere in the middle of a label that is on its way."""
    held = held_by_another(chain.place.labels, chance.random() < _HELD)
    with held, chain.sitting(where, dies=True) as sitting:
        chain.check_shown(where, sitting)
        random_work(sitting, chance, chance.randrange(1, 6))
        sitting.until(lambda: sitting.ready == sitting.pair, 20)
        press_and_kill(sitting, chance)


def press_and_kill(sitting: Sitting, chance: random.Random) -> None:
    """Press a label key and kill within the next hundredths of a second."""
    digit = chance.choice("123")
    row = sitting.ledger.row(sitting.key)
    sitting.ledger.wants(sitting.key, row._replace(label=LABELS[digit]))
    sitting.screen.press(sitting, digit)
    sitting.rest(chance.uniform(0, 0.04))
    sitting.kill(signal.SIGKILL)


def main(argv: Sequence[str]) -> int:
    """Kill until the minutes are over."""
    arguments = arguments_for("kills", __doc__, 10).parse_args(argv)
    need("strace")
    chance, deadline, tally = (
        random.Random(arguments.seed),
        Deadline(arguments.minutes),
        Tally("kills"),
    )
    points, kills = Points(chance), 0
    pending = iter(points)
    with a_screen(arguments.offscreen) as screen:
        while not deadline.over():
            with a_place() as place:
                chain = Chain(place, screen, tally, for_ears(arguments))
                for _ in range(_TOGETHER):
                    point = next(pending, None)
                    if point is None or tally.sittings % 4 == 3:
                        kill_at_random(chain, f"kill {kills}, at a random moment", chance)
                        kills += 1
                    else:
                        kills += kill_at(chain, points, point, chance)
                    if deadline.over():
                        break
                chain.check_in_order(f"after kill {kills}")
    return tally.finish(f"{counted(kills, 'kill')}, {points.met} of them at different system calls")


def kill_at(
    chain: Chain, points: Points, point: tuple[str, str, int], chance: random.Random
) -> bool:
    """Run a sitting that is killed at *point*; False where it never came there."""
    target, call, number = point
    where = f"killed at {call} {number} of the {target}"
    under = traced(chain.place, target, call, f"signal=SIGKILL:when={number}")
    killed = True
    held = held_by_another(chain.place.labels, target == "journal" and chance.random() < _HELD)
    with held, chain.sitting(where, under, dies=True) as sitting:
        chain.check_shown(where, sitting)
        random_work(sitting, chance, _STEPS)
        sitting.settle()
        killed = False
    points.result(target, call, number, killed)
    return killed


if __name__ == "__main__":
    run("kills", main)
