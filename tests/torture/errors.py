"""Lets the system calls of the real window fail, one or all from one on, while somebody labels.

strace makes calls about the journal or the label file return ENOSPC, EIO, EACCES and the like.
After each disturbed sitting the next one may find the label file in order, held by another program
or read-only, until an undisturbed window is opened that must show all that was shown as saved.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import MappingProxyType

from tests.torture.chain import Chain, Tally, random_work
from tests.torture.common import Deadline, arguments_for, counted, for_ears, need, run
from tests.torture.kills import traced
from tests.torture.sitting import Place, a_place, a_screen, held_by_another

ERRORS = MappingProxyType(
    {
        "write": ("ENOSPC", "EIO", "EDQUOT", "EFBIG"),
        "fsync": ("EIO", "ENOSPC", "EDQUOT"),
        "openat": ("ENOSPC", "EACCES", "EROFS", "EMFILE", "EIO"),
        "rename": ("ENOSPC", "EACCES", "EROFS", "EIO"),
        "flock": ("ENOLCK", "EIO"),
        "ftruncate": ("EIO",),
        "read": ("EIO",),
        "newfstatat": ("EACCES", "EIO"),
        "mkdir": ("ENOSPC", "EACCES"),
        "unlink": ("EACCES",),
    }
)
"""System calls and what may go wrong with each."""

_TOGETHER = 5  # sittings on one label file
_STEPS = 8  # of a sitting


class Trouble:
    """What happens in one sitting: some calls fail, from the n-th on or only so many."""

    def __init__(self, chance: random.Random) -> None:
        self.target = chance.choice(("journal", "journal", "label file"))
        self.call = chance.choice([*ERRORS, "write", "fsync", "write", "fsync"])
        self.error = chance.choice(ERRORS[self.call])
        first = chance.randrange(1, 10)
        last = first + chance.randrange(0, 5)
        self.when = chance.choice((f"{first}", f"{first}..{last}", f"{first}+"))

    def __str__(self) -> str:
        return f"{self.error} at {self.call} {self.when} of the {self.target}"

    def command(self, place: Place) -> list[str]:
        """Return the strace command that brings the trouble about."""
        inject = f"error={self.error}:when={self.when}"
        return traced(place, self.target, self.call, inject)


@contextmanager
def out_of_reach(place: Place, how: str) -> Iterator[None]:
    """Make the label file one that cannot be written: ``held``, ``read-only`` or not at all."""
    work = place.labels.parent
    with held_by_another(place.labels, how == "held"):
        if how == "read-only":
            for path in work.iterdir():
                path.chmod(0o444)
            work.chmod(0o555)
        try:
            yield
        finally:
            work.chmod(0o755)
            for path in work.iterdir():
                path.chmod(0o644)


def disturbed(chain: Chain, where: str, chance: random.Random) -> None:
    """A sitting in which calls fail, and one after it in which the label file is out of reach."""
    trouble = Trouble(chance)
    where = f"{where}, {trouble}"
    with (
        out_of_reach(chain.place, chance.choice(("", "", "held", "read-only"))),
        chain.sitting(where, trouble.command(chain.place), dies=True) as sitting,
    ):
        sitting.until(lambda: sitting.ready, 30)
        random_work(sitting, chance, _STEPS)
        sitting.rest(chance.uniform(0.5, 3))  # it tries again by itself
        if chance.random() < 0.7:
            sitting.retry()
        random_work(sitting, chance, chance.choice((0, 0, 2)))
    if chance.random() < 0.5:
        how = chance.choice(("held", "read-only"))
        with out_of_reach(chain.place, how), chain.sitting(f"{where}, then {how}") as sitting:
            chain.check_shown(f"{where}, then {how}", sitting)
            random_work(sitting, chance, 4)


def main(argv: Sequence[str]) -> int:
    """Let calls fail until the minutes are over."""
    arguments = arguments_for("errors", __doc__, 10).parse_args(argv)
    need("strace")
    chance, deadline = random.Random(arguments.seed), Deadline(arguments.minutes)
    tally, disturbances = Tally("errors"), 0
    with a_screen(arguments.offscreen) as screen:
        while not deadline.over():
            with a_place() as place:
                chain = Chain(place, screen, tally, for_ears(arguments))
                for _ in range(_TOGETHER):
                    disturbances += 1
                    disturbed(chain, f"disturbance {disturbances}", chance)
                    if deadline.over() or chance.random() < 0.25:
                        break
                chain.check_in_order(f"after disturbance {disturbances}")
    return tally.finish(f"{counted(disturbances, 'sitting')} with failing calls")


if __name__ == "__main__":
    run("errors", main)
