"""Lets other programs meddle with label file and journal while the real window is used.

Spreadsheets save an old state, sync clients put the version of ten minutes ago back, scripts
truncate and rewrite in two halves, locks are held, disks are full, journals are lost, damaged or
read-only. Rows that somebody took out of the current file on purpose must stay out.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from tests.torture.accidents import SCENARIOS
from tests.torture.chain import Chain, Tally
from tests.torture.common import Deadline, MissingError, arguments_for, counted, for_ears, run
from tests.torture.sitting import Screen, a_place, a_screen


def main(argv: Sequence[str]) -> int:
    """Go through the scenarios until the minutes are over, in a new order each time."""
    parser = arguments_for("outside", __doc__, 10)
    parser.add_argument("--only", choices=SCENARIOS, help="this scenario, once")
    arguments = parser.parse_args(argv)
    chance, deadline = random.Random(arguments.seed), Deadline(arguments.minutes)
    tally = Tally("outside")
    done: list[str] = []
    left_out: dict[str, str] = {}
    with a_screen(arguments.offscreen) as screen:
        while not deadline.over():
            names = [arguments.only] if arguments.only else [*SCENARIOS]
            chance.shuffle(names)
            for name in names:
                if deadline.over() or name in left_out:
                    continue
                try:
                    play(name, screen, tally, chance, for_ears(arguments))
                    done.append(name)
                except MissingError as error:
                    left_out[name] = str(error)
                    print(f"  left out, {name}: {error}", flush=True)
            if arguments.only:
                break
    return tally.finish(
        f"{counted(len(done), 'accident')} of {counted(len(set(done)), 'kind')}"
        + (f", {len(left_out)} kinds left out" if left_out else "")
    )


def play(
    name: str, screen: Screen, tally: Tally, chance: random.Random, options: Sequence[str]
) -> None:
    """Let the accident *name* happen at a new place, and look what is left."""
    before = tally.lost
    with a_place() as place:
        chain = Chain(place, screen, tally, options)
        SCENARIOS[name](chain, chance)
        chain.check_in_order(f"after {name}")
    print(f"  {name}: {tally.lost - before} lost", flush=True)


if __name__ == "__main__":
    run("outside", main)
