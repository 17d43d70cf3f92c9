"""Lists of pairs on disk that are measured in the background, and what comes out."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gui.compare import compare
from gui.documents import load
from gui.labels import Pair
from gui.review.measures import Measures, Result
from gui.review.measuring import measure_run, measuring
from gui.review.measuring.measure_cache import digest_of, pair_key
from gui.review.measuring.measure_lookup import Known
from gui.review.measuring.measure_run import MeasureRun, MeasuringProgress, Pace
from gui.review.preparing.protocol import Reading, request_for

AT_ONCE = Pace(before=0.0, first=0.0, looking=10.0, head_start=2.0, is_quiet=False)
"""Without a pause for a window, by processes that take their share of the processor.

Other tests may leave nothing for those that only take what is left.
"""


def measure_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let lists that open be measured like that, also where this machine has no mains."""
    monkeypatch.setattr(measure_run, "on_battery", lambda: False)
    monkeypatch.setattr(measuring, "BESIDE_WINDOW", AT_ONCE)


SENTENCES = (
    "The harbour opened at dawn and two boats left for the outer island.",
    "Every stall on the market square sold fresh bread and honey that morning.",
    "The council will vote on the new bridge before the end of the winter.",
    "A storm in the night took the roof off the old boat house by the pier.",
)
A_DAY_AGO = 86_400 * 10**9


class Desk:
    """A list of pairs on disk, and runs over it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.state = folder / "state"
        self.pairs: list[Pair] = []
        self.runs: list[MeasureRun] = []

    def add(self, count: int) -> None:
        for number in range(len(self.pairs), len(self.pairs) + count):
            reference, candidate = f"{number}-r.txt", f"{number}-c.txt"
            for name, first in ((reference, number), (candidate, number + 1)):
                text = "\n\n".join(SENTENCES[(first + n) % 4] for n in range(3))
                self.write(name, f"{text}\n\nNumber {number}.")
            self.pairs.append(Pair(f"p{number}", reference, candidate))

    def write(self, name: str, text: str | bytes) -> Path:
        """Write a file that has not been touched for a day."""
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        then = time.time_ns() - A_DAY_AGO
        os.utime(path, ns=(then, then))
        return path

    def run(
        self,
        start: int = 0,
        jobs: int = 1,
        reading: Reading | None = None,
        pace: Pace = AT_ONCE,
    ) -> MeasureRun:
        run = MeasureRun(
            self.pairs,
            self.folder,
            reading or Reading(),
            start,
            self.state,
            lambda: None,
            jobs=jobs,
            pace=pace,
        )
        self.runs.append(run)
        return run

    def finish(self) -> None:
        """Wait until the latest run has nothing more to do."""
        deadline = time.monotonic() + 60
        while self.runs[-1].working:
            assert time.monotonic() < deadline
            time.sleep(0.01)

    def close(self) -> None:
        for run in self.runs:
            run.close(10)


def until(
    run: MeasureRun, true: Callable[[MeasuringProgress], bool], seconds: float = 60
) -> MeasuringProgress:
    deadline = time.monotonic() + seconds
    while not true(progress := run.progress()):
        assert time.monotonic() < deadline, f"waited in vain: {progress}"
        time.sleep(0.01)
    return progress


def all_of(run: MeasureRun, *states: str) -> dict[int, Result | None]:
    """Everything that *run* finds, by pair: what was known, then the rest as it was found."""
    until(run, lambda progress: progress.state in (states or ("done",)))
    known = {place: result for part in run.known() for place, result in results_in(part)}
    return {**known, **dict(run.results(10_000))}


def results_in(known: Known) -> Iterator[tuple[int, Result | None]]:
    for place in known.places():
        yield place, known.table.get(place - known.start) or known.problems.get(place)


def measured_here(desk: Desk, index: int) -> Measures:
    pair = desk.pairs[index]
    return Measures.of(
        compare(load(desk.folder / pair.reference), load(desk.folder / pair.candidate))
    )


def key_of(desk: Desk, index: int) -> bytes:
    pair = desk.pairs[index]
    request = request_for(pair, desk.folder, Reading())
    assert request is not None
    first, second = ((desk.folder / name).read_bytes() for name in (pair.reference, pair.candidate))
    return pair_key(request, digest_of(first), digest_of(second))
