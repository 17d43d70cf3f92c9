"""A random model of the label store: everything acknowledged is there, whatever happens.

Up to three windows of two annotators work on one label file while calls to the system fail,
processes are killed, the power is cut, files are read-only and windows are opened again. After
each recovery every decision that was acknowledged and not undone must be in the rows, and in the
label file once that is said to be saved; no refused decision may show, and no row that nobody
decided.

``python -m tests.torture.model --steps 50000 --seed 7``
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.torture.model_machine import Count, StoreMachine

STEPS_EACH = 50


def run_model(steps: int, chance: int, *, collect: bool = False) -> Count:
    """Run the model for about *steps* steps; raises LostError unless it is to *collect*."""
    counted = Count()

    class Machine(StoreMachine):
        count = counted

    Machine.collect = collect
    bounds = settings(
        max_examples=max(1, steps // STEPS_EACH),
        stateful_step_count=STEPS_EACH,
        deadline=None,
        database=None,
        phases=[Phase.generate] if collect else [Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(seed(chance)(Machine), settings=bounds)
    return counted


def main(arguments: Sequence[str]) -> int:
    """Run the model and print what it saw."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.torture.model", description=(__doc__ or "").split("\n\n")[0]
    )
    parser.add_argument("--seed", type=int, default=1, help="what chance begins with (default: 1)")
    parser.add_argument("--steps", type=int, default=5000, help="(default: %(default)s)")
    parser.add_argument(
        "--collect", action="store_true", help="go on after a loss, and count them all"
    )
    given = parser.parse_args(arguments)
    counted = run_model(given.steps, given.seed, collect=given.collect)
    print(
        f"{counted.steps} steps in {counted.runs} runs: {counted.acknowledged} decisions "
        f"acknowledged, {counted.refused} refused, {counted.kills} kills, {counted.cuts} power cuts"
    )
    if counted.torn:
        print(f"half rows left behind which another machine wrote on: seen {counted.torn} times")
    for kind, number in sorted(counted.found.items()):
        print(f"{kind}: {number} times in {counted.runs_with[kind]} runs, {counted.first[kind]}")
    return 1 if counted.found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
