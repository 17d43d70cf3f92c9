"""A list of very many pairs in the real window: usable at once, measured, known again, sorted.

    python -m tests.benchmarks.big_list [PAIRS [SAMPLE [FOLDER]]]

Makes PAIRS pairs of 600 words (20,000 unless told otherwise), in FOLDER, which is used again where
it has a list already. Only the first SAMPLE of them (2,000) are measured, and the time for all is
worked out from their rate, both while pairs are labelled and while nobody does anything. Other
programs take the processor too, so its time is told beside that on the clock. For the second start
the cache is filled with figures that are made up. Needs what ``tests.benchmarks.window`` needs;
prints a table and asserts nothing.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from gui.labels import PairList, read_pairs
from gui.process_pool import spare_processors
from gui.review.measures import Measures
from gui.review.measuring.measure_cache import (
    NAME,
    CacheEntry,
    FileState,
    MeasureCache,
    digest_of,
    pair_key,
)
from gui.review.measuring.measure_lookup import BLOCK, ListToLookUp, look_up
from gui.review.preparing.protocol import Reading, request_for
from tests.benchmarks.measuring import alone
from tests.benchmarks.window import (
    ROOT,
    Probe,
    compile_all,
    made_list,
    percentile,
    press,
    probing,
    row,
    stalls,
)

_LABELS = 100  # that are given while pairs are measured
_SORTS = 5
_COUNTS = Measures._fields[2:-2]
_STATE = Path("STATE", "copydesk")  # in the home of a probe


class Rate(NamedTuple):
    """Seconds for one pair in the background, and what its processes have of the processor."""

    clock: float
    processor: float


def rate(probe: Probe, until: Callable[[], bool]) -> Rate:
    """How quickly pairs are measured from now until *until* says so, which may act meanwhile."""
    begun, first, used = time.monotonic(), probe.measured, processor_time(probe)
    while not until():
        time.sleep(0.01)
    count = max(1, probe.measured - first)
    return Rate((time.monotonic() - begun) / count, (processor_time(probe) - used) / count)


def processor_time(probe: Probe) -> float:
    """Seconds of the processor that the processes had which measure pairs."""
    used = 0.0
    for children in Path(f"/proc/{probe.process.pid}/task").glob("*/children"):
        for pid in children.read_text().split():
            with suppress(OSError):  # it may be gone
                if b"measure_worker" in Path(f"/proc/{pid}/cmdline").read_bytes():
                    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
                    used += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return used


def measured_rates(probe: Probe, sample: int) -> tuple[Rate, Rate, list[float]]:
    """The rate while pairs are labelled, that while they are not, and from label to next pair."""
    times: list[float] = []

    def label() -> bool:
        press("2")
        pressed = probe.wait_for("key")
        times.append(probe.wait_for("painted", 60) - pressed)
        time.sleep(0.3)  # somebody who reads very quickly
        return len(times) == _LABELS or probe.measured >= sample / 2

    probe.wait_for_measured(10, 120)  # by then its processes have loaded everything
    labelling = rate(probe, label)
    return labelling, rate(probe, lambda: probe.measured >= sample), times


def fill(cache: MeasureCache, listed: PairList) -> None:
    """Give the cache figures of all pairs, as if they had been measured."""
    chance = random.Random(5)
    entries = []
    for pair in listed.pairs:
        request = request_for(pair, listed.folder, Reading())
        assert request is not None
        files = []
        for source in (request.reference, request.candidate):
            assert source.path is not None
            state = FileState.of(source.path)
            assert state is not None
            files.append((state, digest_of(Path(source.path).read_bytes())))
        share = round(chance.random(), 4)
        counts = (*(chance.randrange(200) for _ in _COUNTS), 600, 600)
        figures = Measures(share, share, *counts)
        key = pair_key(request, files[0][1], files[1][1])
        entries.append(CacheEntry(key, figures, tuple(files)))
    cache.keep(entries)
    known = ListToLookUp(listed.pairs, listed.folder, Reading(), cache.path.parent)
    for at in range(0, len(listed.pairs), BLOCK):  # as the first window does where all is measured
        look_up(known, range(at, min(at + BLOCK, len(listed.pairs))), cache)
    cache.close()


def main(arguments: list[str]) -> None:
    pairs, sample = (int(arguments[at]) if len(arguments) > at else 0 for at in (0, 1))
    pairs, sample = pairs or 20_000, sample or 2_000
    compile_all(ROOT)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(arguments[2] if len(arguments) > 2 else name)
        path = folder / "pairs.csv"
        if not path.exists():
            made_list(folder, pairs, 600)
        for old in folder.glob("labels.csv*"):
            old.unlink()
        then = time.time() - 86_400
        for text in folder.glob("*.txt"):  # files as new as these might still change unnoticed
            os.utime(text, (then, then))
        listed = read_pairs(path)
        first_rows(listed, path, sample)
        again_rows(listed, path, Path(name) / "home")


def first_rows(listed: PairList, path: Path, sample: int) -> None:
    count = len(listed.pairs)
    clock, processor = alone(listed)
    one = f"{clock * 1000:.0f} ms"
    row("one pair alone", one, f"{processor * 1000:.0f} ms of processor")
    with probing(path, guard=False) as probe:
        row(f"{count:,} pairs: window after", f"{probe.wait_for('shown') - probe.begun:.2f} s")
        row("  first pair marked after", f"{probe.wait_for('marked', 60) - probe.begun:.2f} s")
        labelling, resting, times = measured_rates(probe, sample)
        row(f"  all measured in, by {sample:,}", f"{resting.clock * count / 60:.0f} min")
        for what, found in (("", resting), (" while one labels", labelling)):
            share = found.clock / (clock / spare_processors())
            row(f"  by pairs × one ÷ processes{what}, on the clock", f"{share:.2f}", "1.3")
        row("  by pairs × one, of the processor", f"{resting.processor / processor:.2f}", "1.3")
        late = f"{percentile(times, 0.95) * 1000:.0f} ms"
        row(f"  label key to next pair, 95th percentile of {len(times)}", late, "100 ms")
        row("  longest stall of the event loop", stalls(probe), "100 ms")
        row("  memory of the window", f"{probe.memory():.0f} MB")


def again_rows(listed: PairList, path: Path, home: Path) -> None:
    count = len(listed.pairs)
    begun = time.monotonic()
    cache = MeasureCache(home / _STATE)
    fill(cache, listed)
    print(f"  (cache filled in {time.monotonic() - begun:.0f} s)", file=sys.stderr)
    size = sum(found.stat().st_size for found in home.rglob(f"{NAME}*"))
    row(f"{count:,} pairs in the cache", f"{size / count:.0f} bytes a pair", "200")
    with probing(path, guard=False, home=home) as probe:
        shown = probe.wait_for("shown")
        probe.wait_for_measured(count, 120)
        row("  known, after the window was shown", f"{time.monotonic() - shown:.2f} s", "1 s")
        time.sleep(3)
        times = []
        for _ in range(_SORTS):
            press("F12")  # the probe's own key
            pressed = probe.wait_for("sort")
            times.append(probe.wait_for("listed") - pressed)
            time.sleep(0.5)
        row("  sorted and painted, the slowest", f"{max(times) * 1000:.0f} ms", "100 ms")
        row("  longest stall of the event loop", stalls(probe), "100 ms")


if __name__ == "__main__":
    main(sys.argv[1:])
