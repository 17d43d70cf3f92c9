"""A clock for limits that stands still while a window has to wait for a processor.

On a busy machine a window may need a minute for what takes it a second. Whether it hangs is
therefore asked of the time in which it could have gone on: one that waits for a lock, or runs in
circles, uses that up as quickly as any clock goes.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

_PROC = Path("/proc")
_EVERY = 1.0  # seconds from one look at the processes to the next
_MOST = 0.9  # of a stretch of time that may not count: a limit ends after ten times its seconds


class OwnClock:
    """Counts the seconds in which no thread of some processes was waiting for a processor.

    *waited* returns how many seconds each thread has waited so far, by its number; *clock* is
    what time is measured with.
    """

    def __init__(
        self,
        waited: Callable[[], Mapping[int, float]],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._waited, self._clock = waited, clock
        self._looked = clock()
        self._before = dict(waited())
        self._counted = 0.0  # up to the last look

    def now(self) -> float:
        """Return the seconds since the beginning that count."""
        passed = self._clock() - self._looked
        if passed < _EVERY:
            return self._counted
        there = self._waited()
        longest = max((there[n] - self._before.get(n, 0.0) for n in there), default=0.0)
        self._counted += passed - min(max(longest, 0.0), _MOST * passed)
        self._looked += passed
        self._before = dict(there)
        return self._counted


def waited_in_session(leader: int) -> dict[int, float]:
    """Return how long each thread has waited for a processor that belongs to the session *leader*.

    The threads of this process are among them: where it was not its turn, nobody listened. Empty
    where the system does not tell, as only Linux does.
    """
    found: dict[int, float] = {}
    for process in _PROC.glob("[0-9]*"):
        with suppress(OSError, ValueError, IndexError):  # it ended meanwhile
            fields = (process / "stat").read_text("latin-1").rpartition(")")[2].split()
            if int(fields[3]) != leader and int(process.name) != os.getpid():
                continue
            for thread in (process / "task").iterdir():
                with suppress(OSError, ValueError, IndexError):
                    waited = (thread / "schedstat").read_text("ascii").split()[1]
                    found[int(thread.name)] = int(waited) / 1e9
    return found
