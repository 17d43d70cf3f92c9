"""What runs in a process of its own: measures patterns on growing texts and prints what is slow.

``python -m tests.patterns.measure`` takes the patterns of the program, unless one cannot be told.
Time is compared with time on the same machine, never with a clock's figure: four times the text
takes four times as long where the work is linear and sixteen times where it is quadratic.
"""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Iterable
from typing import Any

from .hostile_texts import Series, hostile
from .sites import AnyPattern, Named, all_patterns, unknown

_FEW = 40  # repeats: enough for what is exponential to hang, and the guard to end it
_FIRST = 2_000  # characters of a first look
_SIZE = 8_000  # characters where that leaves a doubt
_NOTICEABLE = 0.000_1  # seconds for _FIRST characters; what is quadratic takes more
# Times as long for four times the text: 4 where all is linear, 16 where all is quadratic.
_CLEARLY_LINEAR = 5.5  # what is quadratic in part and passes here would pass below, too
_LINEAR = 8.0
_RUNS = 3
_ALL = 120  # seconds of the processor for all patterns, which take some 8; for one that hangs


def slow(named: Named, *, tries: int = 5) -> str:
    """Return what shows first that a pattern's work is not linear, or nothing.

    A pattern whose work is exponential never comes back.
    """
    for way in sorted(named.ways):
        for series in hostile(named.pattern):
            seconds(named.pattern, way, series.times(_FEW))
            first = seconds(named.pattern, way, series.text(_FIRST))
            if (
                first > _NOTICEABLE
                and _grows(named.pattern, way, series, _FIRST, _CLEARLY_LINEAR, first)
                # A busy machine may slow one of both down; what is quadratic is so each time.
                and all(_grows(named.pattern, way, series, _SIZE, _LINEAR) for _ in range(tries))
            ):
                return f"{way} is not linear on {series}"
    return ""


def _grows(
    pattern: AnyPattern,
    way: str,
    series: Series,
    size: int,
    times: float,
    measured: float = math.inf,
) -> bool:
    """Return whether *size* characters take more than *times* as long as a quarter of them.

    The shortest of some runs counts, of which one was *measured* before: the first that is short
    enough settles it.
    """
    short, long = series.text(size // 4), series.text(size)
    least = min(seconds(pattern, way, short) for _ in range(_RUNS))
    limit = times * max(least, 1e-6)
    return measured > limit and all(
        seconds(pattern, way, long) > limit
        for _ in range(_RUNS if measured == math.inf else _RUNS - 1)
    )


def seconds(pattern: AnyPattern, way: str, text: str) -> float:
    """Return the processor's time that one use of *pattern* on *text* takes.

    It is the thread's: Linux counts a process's time in whole ticks once that has a limit.
    """
    subject: Any = text.encode("latin-1", "ignore") if isinstance(pattern.pattern, bytes) else text
    start = time.thread_time()
    if way == "search":
        for _ in pattern.finditer(subject):
            pass
    elif way == "match":
        pattern.match(subject)
    else:
        pattern.fullmatch(subject)
    return time.thread_time() - start


def main(patterns: Iterable[Named]) -> int:
    """Print each pattern before it is measured, so that one that hangs is known by name.

    The system ends the process where one does. (Windows does not; there the test's own limit is
    left.)
    """
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (_ALL, resource.RLIM_INFINITY))
    count = 0
    for named in patterns:
        print(f"measuring {named.place} {named.pattern.pattern!r}", flush=True)
        if found := slow(named):
            count += 1
            print(f"SLOW {found}", flush=True)
    return 1 if count else 0


if __name__ == "__main__":
    for said in (places := unknown()):
        print(f"UNKNOWN {said}")
    sys.exit(2 if places else main(all_patterns()))
