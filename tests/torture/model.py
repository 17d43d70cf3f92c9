"""A random model of the label store: everything acknowledged is there, whatever happens.

Up to three windows of two annotators work on one label file while calls to the system fail,
processes are killed, the power is cut, files are read-only and windows are opened again. After
each recovery every decision that was acknowledged and not undone must be in the rows, and in the
label file once that is said to be saved; no refused decision may show, and no row that nobody
decided.

``python -m tests.torture.model --steps 50000 --seed 7``; ``--shrink`` stops at the first fault and
shows a short way to it.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.torture.common import FAILED, HELD, Deadline, counted, run
from tests.torture.model_machine import Count, StoreMachine

STEPS_EACH = 50


def run_model(
    steps: int,
    chance: int,
    *,
    collect: bool = False,
    shrink: bool = True,
    end: Deadline | None = None,
) -> Count:
    """Run the model for about *steps* steps, until *end* at most.

    Unless it is to *collect*, raises LostError at the first fault: after it has looked for a short
    way there, if it is to *shrink*.
    """
    seen = Count()

    class Machine(StoreMachine):
        count = seen
        deadline = end

    Machine.collect = collect
    bounds = settings(
        max_examples=max(1, steps // STEPS_EACH),
        stateful_step_count=STEPS_EACH,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink] if shrink and not collect else [Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(seed(chance)(Machine), settings=bounds)
    return seen


def main(arguments: Sequence[str]) -> int:
    """Run the model and print what it saw."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.torture.model", description=(__doc__ or "").split("\n\n")[0]
    )
    parser.add_argument("--minutes", type=float, default=30, help="(default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="what chance begins with (default: 1)")
    parser.add_argument("--steps", type=int, default=50_000, help="(default: %(default)s)")
    parser.add_argument("--shrink", action="store_true", help="show the shortest way to a loss")
    given = parser.parse_args(arguments)
    end = Deadline(given.minutes)
    seen = run_model(given.steps, given.seed, collect=not given.shrink, end=end)
    for kind, number in sorted(seen.found.items()):
        print(f"{kind}: {number} times in {seen.runs_with[kind]} runs, {seen.first[kind]}")
    if seen.torn:
        print(f"half rows behind which another machine wrote on: seen {seen.torn} times")
    print(
        f"{counted(seen.steps, 'step')} in {counted(seen.runs, 'run')}: "
        f"{counted(seen.acknowledged, 'decision')} acknowledged, {seen.refused:,} refused, "
        f"{counted(seen.kills, 'kill')}, {counted(seen.cuts, 'power cut')}; "
        f"{counted(sum(seen.found.values()), 'complaint')}"
    )
    return FAILED if seen.found else HELD


if __name__ == "__main__":
    run("model", main)
