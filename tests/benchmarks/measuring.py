"""How long a list takes to be measured, beside one comparison; and how quickly it is known again.

    python -m tests.benchmarks.measuring [PAIRS]

Makes PAIRS pairs of 600 words (200 unless told otherwise). Prints a table and asserts nothing.
Other programs take the processor too, so processor time is told beside the time on the clock.
"""

from __future__ import annotations

import os
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

from gui.documents import Reader
from gui.labels import PairList, read_pairs
from gui.process_pool import spare_processors
from gui.review.measuring.measure_cache import NAME
from gui.review.measuring.measure_run import MeasureRun
from gui.review.measuring.measure_worker import measure
from gui.review.preparing.protocol import Reading, request_for
from tests.benchmarks.window import made_list, row

_ALONE = 50  # pairs that are compared one after the other, for the time that one takes


def alone(listed: PairList) -> tuple[float, float]:
    """Seconds on the clock and of the processor for one pair, once the model is loaded."""
    times = []
    with Reader() as reader:
        for pair in listed.pairs[: _ALONE + 1]:
            request = request_for(pair, listed.folder, Reading())
            assert request is not None
            clock, processor = time.monotonic(), time.process_time()
            measure(request, reader)
            times.append((time.monotonic() - clock, time.process_time() - processor))
    clocks, processors = zip(*times[1:], strict=True)
    return statistics.fmean(clocks), statistics.fmean(processors)


def run(listed: PairList, cache: Path) -> tuple[float, float]:
    """Seconds on the clock and of the processor, that of the processes included."""
    clock, processor = time.monotonic(), _processor()
    measuring = MeasureRun(listed.pairs, listed.folder, Reading(), 0, cache, lambda: None)
    measuring.use_battery(True)
    while measuring.progress().state not in ("done", "off"):
        time.sleep(0.01)
    seconds = time.monotonic() - clock
    measuring.close(10)
    while _children():  # their time is known once they are gone
        time.sleep(0.01)
    return seconds, _processor() - processor


def _children() -> str:
    """The numbers of this program's processes, where the system tells them."""
    return "".join(path.read_text() for path in Path("/proc/self/task").glob("*/children"))


def _processor() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def main(arguments: list[str]) -> None:
    pairs = int(arguments[0]) if arguments else 200
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        listed = read_pairs(made_list(folder, pairs, 600))
        then = time.time() - 86_400
        for path in folder.glob("*.txt"):  # files as new as these might still change unnoticed
            os.utime(path, (then, then))
        clock, processor = alone(listed)
        row("one pair alone", f"{clock * 1000:.0f} ms", f"{processor * 1000:.0f} ms of processor")
        seconds, used = run(listed, folder / "cache")
        share = seconds / (pairs * clock / spare_processors())
        row(f"{pairs:,} pairs", f"{seconds:.1f} s", f"{used:.1f} s of processor")
        row("  by pairs × one ÷ processes, on the clock", f"{share:.2f}", "1.3")
        row("  by pairs × one, of the processor", f"{used / (pairs * processor):.2f}", "1.3")
        size = (folder / "cache" / NAME).stat().st_size
        row("  cache", f"{size / pairs:.0f} bytes a pair", "200")
        seconds, used = run(listed, folder / "cache")
        row("  known at the next start after", f"{seconds:.2f} s", f"{used:.2f} s of processor")


if __name__ == "__main__":
    main(sys.argv[1:])
