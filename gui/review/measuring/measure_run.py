"""Measures all pairs of a list: some processes look up what is known, others find the rest.

The threads here wait for their processes, which store their own results. Nothing here needs Qt or
may block Qt's thread. A pair that another window is measuring is postponed and tried again.
"""

from __future__ import annotations

import os
import secrets
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from ...labels import Pair
from ...own_thread import OwnThread
from ...process_pool import LOST_IN_A_ROW, Fault, Lost, ProcessPool, spare_processors
from ..measures import Elsewhere, Result
from ..preparing.protocol import Reading, Request, request_for, with_places
from .measure_cache import MeasureCache, Party
from .measure_lookup import BLOCK, Known, ListToLookUp

_LOOKING_UP = 2  # processes: it takes half of the time
_TICK = 1.0  # seconds between two looks at the rate, and at pairs that were put off
_POWER_EVERY = 10.0  # seconds
_RATE_OVER = 60  # measurements of the rate, one in each such second
LONG = 500  # pairs of a list that is worth looking up as a whole
_LOOKUP = f"{__package__}.measure_lookup"
_UNSEEN, _WAITING, _TAKEN = 0, 1, 2
POWER = Path("/sys/class/power_supply")


class MeasuringProgress(NamedTuple):
    """How far the list is measured.

    ``seconds`` is the time left, None where it cannot be told. ``state`` is one of "looking",
    "measuring", "paused", "battery" (waiting for the mains), "off" and "done".
    """

    measured: int
    total: int
    seconds: float | None
    state: str


class Pace(NamedTuple):
    """How far measuring gives way to the window; times are in seconds from the opening of a list.

    Nothing begins ``before`` that time. Measuring waits a further ``first`` for the pair in the
    window, and ``looking`` for the look-up, however slow the disk is. During the ``head_start``
    nothing else uses the disk. Processes that are quiet use only idle processor time.
    """

    before: float
    first: float
    looking: float
    head_start: float
    is_quiet: bool


BESIDE_WINDOW = Pace(before=0.3, first=1.0, looking=10.0, head_start=2.0, is_quiet=True)


class MeasureRun:
    """Measures the pairs of one list, from a certain one on, in the background.

    All methods return at once, but ``close``. ``known``, ``results`` and ``progress`` say what
    came out.
    """

    def __init__(
        self,
        pairs: Sequence[Pair],
        folder: Path,
        reading: Reading,
        start: int,
        cache: Path | None,
        announce: Callable[[], object],
        jobs: int | None = None,
        pace: Pace = BESIDE_WINDOW,
    ) -> None:
        """Begin with the pair *start*; paths are relative to *folder*.

        The cache is kept in the folder *cache*. *announce* is called in threads when there is
        something new to take. *jobs* is the number of processes that measure; without any, only
        what the cache knows is found.
        """
        self._pairs, self._folder, self._reading = pairs, folder, reading
        self._start = start
        self._party = Party(cache, secrets.token_bytes(8))
        self._announce = announce
        self._jobs = spare_processors() if jobs is None else jobs
        self._pace = pace
        self._states = bytearray(len(pairs))
        self._parts = _parts(len(pairs), start)  # that nobody looks up yet
        self._seen = 0  # pairs that were looked up
        self._open = [0] * len(self._parts)  # pairs of each block that are to be measured
        self._settled: list[range] = []  # blocks of which all was measured, to be kept as such
        self._first: deque[int] = deque()
        self._again: deque[int] = deque()  # that another window claimed, and did not measure
        self._put_off: list[int] = []  # that another window is measuring
        self._left = len(pairs)
        self._measured = 0  # by the pool
        self._known: list[Known] = []
        self._found: list[tuple[int, Result | None]] = []
        self._faults: list[str] = []
        self._paused = self._waits_for_mains = self._closing = False
        self._may_use_battery = False
        self._lost = 0  # in a row
        self._rate = _Rate()
        self._begun = self._power_at = self._tick_at = 0.0
        self._changed = threading.Condition()  # for all of the above
        self._listed: ListToLookUp | None = None
        self._lookup: ProcessPool | None = None
        self._settling: ProcessPool | None = None
        self._pool: ProcessPool | None = None
        self._hurry = threading.Event()
        self._thread = OwnThread(self._run, "copydesk-measuring")
        self._thread.start()

    def first(self, indices: Iterable[int]) -> None:
        """Measure these pairs before all others, in this order."""
        with self._changed:
            self._first = deque(index for index in indices if 0 <= index < len(self._states))

    def set_paused(self, paused: bool) -> None:
        """Let the processes finish their tasks and pause, or let them continue."""
        with self._changed:
            self._paused = paused
            self._changed.notify_all()

    def use_battery(self, allowed: bool) -> None:
        """Set whether pairs are measured on battery power."""
        with self._changed:
            self._may_use_battery = allowed
        self._hurry.set()

    def known(self) -> list[Known]:
        """Return what was looked up since the last call: measures from earlier sittings."""
        with self._changed:
            taken, self._known = self._known, []
        return taken

    def results(self, most: int) -> list[tuple[int, Result | None]]:
        """Return at most *most* pairs measured since the last call, with None for no result."""
        with self._changed:
            taken, self._found = self._found[:most], self._found[most:]
        return taken

    def faults(self) -> list[str]:
        """Return the faults for the log."""
        with self._changed:
            taken, self._faults = self._faults, []
        return taken

    def progress(self) -> MeasuringProgress:
        """Return how far the run has come."""
        with self._changed:
            total = len(self._pairs)
            done = total - self._left
            seconds = self._rate.seconds_for(self._left)
            if not self._left:
                return MeasuringProgress(done, total, None, "done")
            if self._seen < total and self._pool is None:
                return MeasuringProgress(done, total, None, "looking")
            if not self._jobs or self._lost >= LOST_IN_A_ROW:
                return MeasuringProgress(done, total, None, "off")
            if self._paused:
                return MeasuringProgress(done, total, seconds, "paused")
            state = "battery" if self._waits_for_mains else "measuring"
            return MeasuringProgress(done, total, seconds, state)

    @property
    def working(self) -> bool:
        """True until everything is done, including work that nobody waits for."""
        return self._thread.is_alive()

    def pids(self) -> list[int]:
        """The numbers of the processes that measure a pair just now."""
        with self._changed:
            pool = self._pool
        return [] if pool is None else pool.pids()

    def close(self, seconds: float = 0.0) -> None:
        """Interrupt all work; wait at most *seconds* for the threads.

        What was measured is kept.
        """
        with self._changed:
            self._closing = True
            self._changed.notify_all()
            pools = (self._lookup, self._settling, self._pool)
        self._hurry.set()
        for pool in pools:
            if pool is not None:
                pool.close(seconds)
        self._thread.join(seconds)

    # --- the thread that attends to all ---------------------------------------------------------

    def _run(self) -> None:
        self._begun = time.monotonic()
        try:
            self._start_lookup()
            self._announce()
            while not self._is_over():
                self._attend()
                self._announce()  # for the time left
                waits = self._pool is None and self._jobs
                self._hurry.wait(self._pace.first / 10 if waits else _TICK)
        finally:
            if self._party.folder is not None:
                cache = MeasureCache(self._party.folder)
                cache.release(self._party.owner)  # what a killed process left
                cache.close()

    def _is_over(self) -> bool:
        if self._closing:
            return True
        if self._settled or (self._settling is not None and self._settling.working):
            return False
        if not self._left or self._lost >= LOST_IN_A_ROW:
            return True
        return not self._jobs and self._seen == len(self._pairs)

    def _attend(self) -> None:
        """Check whether the pool may work, and let postponed pairs be tried again."""
        now = time.monotonic()
        if now >= self._power_at or self._hurry.is_set():
            self._hurry.clear()
            self._look_at_power()
            self._power_at = now + _POWER_EVERY
        is_seen = self._seen == len(self._pairs) or now >= self._begun + self._pace.looking
        if self._pool is None and is_seen and now >= self._begun + self._pace.first:
            self._start_pool()
        if self._settled and not (self._settling is not None and self._settling.working):
            self._start_settling()
        if now >= self._tick_at:
            self._tick_at = now + _TICK
            with self._changed:
                for index in self._put_off:
                    self._states[index] = _WAITING
                self._again.extend(self._put_off)
                self._put_off.clear()
                self._changed.notify_all()
                self._rate.tick(self._measured, self._held)

    def _start_lookup(self) -> None:
        """Have processes look up what is known, also where there is no cache yet.

        They also find the pairs that the list itself calls unreadable: with some 100,000 of those,
        a thread of the window's process would block the window for seconds.
        """
        folder = self._party.folder
        with self._changed:
            if folder is None:
                self._pass_unseen()
            elif not self._closing:
                plain = self._reading._replace(encodings=dict(self._reading.encodings))
                self._listed = ListToLookUp(self._pairs, self._folder, plain, folder)
                jobs = min(len(self._parts), _LOOKING_UP, spare_processors() + 1)
                self._lookup = ProcessPool(_LOOKUP, self._listed, jobs, self._part, self._looked)

    def _start_pool(self) -> None:
        with self._changed:
            jobs = min(self._jobs, self._left)
            if jobs and not self._closing:
                module = f"{__package__}.measure_worker"
                self._pool = ProcessPool(
                    module, self._party, jobs, self._take, self._done, quiet=self._pace.is_quiet
                )

    def _start_settling(self) -> None:
        """Have complete blocks looked up once more, which stores each of them as a whole.

        Then the next start need not look up each of their pairs. Nobody waits for that.
        """
        with self._changed:
            if not self._closing:
                self._settling = ProcessPool(
                    _LOOKUP,
                    self._listed,
                    1,
                    self._settled_part,
                    lambda *_: None,
                    quiet=self._pace.is_quiet,
                )

    def _settled_part(self) -> range | None:
        with self._changed:
            return None if self._closing or not self._settled else self._settled.pop(0)

    def _look_at_power(self) -> None:
        discharging = on_battery()
        with self._changed:
            self._waits_for_mains = discharging and not self._may_use_battery
            self._changed.notify_all()

    # --- the threads of the processes that look up ----------------------------------------------

    def _part(self) -> range | None:
        """Return the next pairs to look up: first the block of the start, then those behind it."""
        with self._changed:
            return None if self._closing or not self._parts else self._parts.pop(0)

    def _looked(self, part: range, answer: Any) -> None:
        """Record what is known of *part*, and queue its other pairs to be measured."""
        with self._changed:
            if isinstance(answer, Known):
                self._states[part.start : part.stop] = bytes([_WAITING]) * len(part)
                known = answer.places()
                for place in known:
                    self._states[place] = _TAKEN
                self._seen += len(part)
                self._left -= len(known)
                self._open[part.start // BLOCK] = len(part) - len(known)
                self._known.append(answer)
            else:  # then the processes that measure look up each pair
                if isinstance(answer, Fault):
                    self._faults.append(answer.details)
                self._parts.clear()
                self._pass_unseen()
            is_seen = self._seen == len(self._pairs)
            self._changed.notify_all()
        if is_seen:
            self._hurry.set()
        self._announce()

    def _pass_unseen(self) -> None:
        """The look-up failed: have all remaining pairs measured. The lock is held."""
        self._states[:] = self._states.replace(bytes([_UNSEEN]), bytes([_WAITING]))
        self._seen = len(self._states)

    # --- the threads of the pool --------------------------------------------------------------

    @property
    def _held(self) -> bool:
        return self._paused or self._waits_for_mains

    def _take(self) -> Request | None:
        """Wait for the next pair that may be measured and return it; None at the end."""
        while True:
            with self._changed:
                index = None
                while index is None:
                    if self._closing or self._lost >= LOST_IN_A_ROW:
                        return None
                    index = None if self._held else self._next_index()
                    if index is None:
                        if not self._held and self._all_taken():
                            return None
                        self._changed.wait()
                self._states[index] = _TAKEN
            request = self._request(index)
            if request is not None:
                return request._replace(serial=index)
            self._put(index, None)

    def _all_taken(self) -> bool:
        return self._seen == len(self._pairs) and not self._put_off and not self._again

    def _next_index(self) -> int | None:
        """Return the next pair that waits to be measured; it stays queued until it is taken."""
        for waiting in (self._first, self._again):
            while waiting and self._states[waiting[0]] == _TAKEN:
                waiting.popleft()
            for index in waiting:  # some may not be looked up yet
                if self._states[index] == _WAITING:
                    return index
        mark = bytes([_WAITING])
        index = self._states.find(mark, self._start)
        if index < 0:
            index = self._states.find(mark, 0, self._start)
        return index if index >= 0 else None

    def _done(self, request: Request, answer: Any) -> None:
        if isinstance(answer, Fault):
            with self._changed:
                self._faults.append(answer.details)
            self._put(request.serial, None)
        elif isinstance(answer, Lost):
            with self._changed:
                self._lost += 1
            self._put(request.serial, None)
        elif isinstance(answer, Elsewhere):
            with self._changed:
                self._lost = 0
                self._put_off.append(request.serial)
        else:
            with self._changed:
                self._lost = 0
            self._put(request.serial, answer)

    def _put(self, index: int, result: Result | None) -> None:
        with self._changed:
            self._add(index, result)
            is_last = not self._left
        if is_last:
            self._hurry.set()
        self._announce()

    def _add(self, index: int, result: Result | None) -> None:
        """Record a result that came after the look-up; the lock is held."""
        self._found.append((index, result))
        self._left -= 1
        self._measured += 1
        number = index // BLOCK
        self._open[number] -= 1
        if not self._open[number] and len(self._pairs) >= LONG:
            self._settled.append(_block(number, len(self._pairs)))

    def _request(self, index: int) -> Request | None:
        request = request_for(self._pairs[index], self._folder, self._reading)
        return None if request is None else with_places(request)


def _parts(count: int, start: int) -> list[range]:
    """All blocks of a list of *count* pairs: that with the pair *start*, then those behind it."""
    blocks = -(-count // BLOCK)
    return [_block((start // BLOCK + at) % blocks, count) for at in range(blocks)]


def _block(number: int, count: int) -> range:
    return range(number * BLOCK, min(count, (number + 1) * BLOCK))


class _Rate:
    """How quickly pairs have been measured lately, pauses excluded."""

    def __init__(self) -> None:
        self._ticks: deque[tuple[float, int]] = deque(maxlen=_RATE_OVER)
        self._active = 0.0
        self._before: float | None = None

    def tick(self, done: int, held: bool) -> None:
        """Note that so many are *done* now."""
        now = time.monotonic()
        if self._before is not None and not held:
            self._active += now - self._before
        self._before = now
        self._ticks.append((self._active, done))

    def seconds_for(self, count: int) -> float | None:
        """The time that *count* further pairs take."""
        if len(self._ticks) < 2:
            return None
        (since, then), (until, now) = self._ticks[0], self._ticks[-1]
        return count * (until - since) / (now - then) if now > then else None


def on_battery(folder: Path = POWER) -> bool:
    """Return whether Linux reports that a battery is discharging; False where nothing does."""
    try:
        supplies = [Path(entry.path) for entry in os.scandir(folder)]
    except OSError:
        return False
    return any(
        _said(supply, "type") == "Battery"
        and _said(supply, "scope") != "Device"  # that of a mouse
        and _said(supply, "status") == "Discharging"
        for supply in supplies
    )


def _said(supply: Path, what: str) -> str:
    try:
        return (supply / what).read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""
