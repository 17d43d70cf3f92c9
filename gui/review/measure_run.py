"""Measures all pairs of a list: looks up what is known, has worker processes find the rest.

One thread looks up, those of the pool wait for their processes, which keep what they find; nothing
of it needs Qt, and none of it may keep Qt's thread waiting. A pair that another window is
measuring is put off, and looked up again.
"""

from __future__ import annotations

import os
import secrets
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from ..labels import Pair
from ..process_pool import LOST_IN_A_ROW, Fault, Lost, ProcessPool, spare_processors
from .measure_cache import FileState, MeasureCache, Party, digest_of_text, pair_key
from .measures import Elsewhere, Result
from .protocol import Reading, Request, Source, request_for, with_places

_LOOKED_AT_ONCE = 1_000  # pairs
_PIECE = 100  # of them, or of their files, until the window has its turn
_TRIED = 50  # files that show whether the disk is a slow one
_SLOW = 0.0005  # seconds for which it lets wait for the state of a file
_ASKING = 8  # threads: a folder on the network answers slowly, but many at a time
_REST = 0.001  # seconds between two parts: the window needs the interpreter too
_FIRST = 1.0  # seconds for the pair in the window, before processes start
_TICK = 1.0  # seconds between two looks at the rate, and at pairs that were put off
_POWER_EVERY = 10.0  # seconds
_RATE_OVER = 60  # measurements of the rate, one in each such second
_QUIET = True  # the processes have only what others leave of the processor
_UNSEEN, _WAITING, _TAKEN = 0, 1, 2
POWER = Path("/sys/class/power_supply")
T = TypeVar("T")


class Progress(NamedTuple):
    """How far the list is measured.

    ``seconds`` is the time left, None where it cannot be told. ``state`` is one of "looking",
    "measuring", "paused", "battery" (waiting for the mains), "off" and "done".
    """

    measured: int
    total: int
    seconds: float | None
    state: str


class MeasureRun:
    """Measures the pairs of one list, from a certain one on, in the background.

    All methods return at once, but ``close``. ``results`` and ``progress`` say what came out.
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
        give_way: Callable[[], object] = lambda: None,
    ) -> None:
        """Begin with the pair *start*; paths are relative to *folder*.

        The cache is kept in the folder *cache*. *announce* is called in threads when there is
        something new to take. *jobs* is the number of processes; without any, only what the
        cache knows is found. *give_way* is called in the thread that looks up, every millisecond
        or so: it may wait there.
        """
        self._pairs, self._folder, self._reading = pairs, folder, reading
        self._start = start
        self._cache = None if cache is None else MeasureCache(cache)
        self._party = Party(cache, secrets.token_bytes(8))
        self._announce, self._give_way = announce, give_way
        self._jobs = spare_processors() if jobs is None else jobs
        self._states = bytearray(len(pairs))
        self._seen = self._next = 0  # places in the order of the list, counted from the start
        self._first: deque[int] = deque()
        self._again: deque[int] = deque()  # that another window claimed, and did not measure
        self._put_off: list[int] = []  # that another window is measuring
        self._left = len(pairs)
        self._measured = 0  # by the pool
        self._found: list[tuple[int, Result | None]] = []
        self._faults: list[str] = []
        self._paused = self._waits_for_mains = self._closing = False
        self._may_use_battery = False
        self._lost = 0  # in a row
        self._rate = _Rate()
        self._begun = self._power_at = self._tick_at = 0.0
        self._changed = threading.Condition()  # for all of the above
        self._pool: ProcessPool | None = None
        self._hurry = threading.Event()
        self._thread = threading.Thread(target=self._run, name="copydesk-measuring", daemon=True)
        self._thread.start()

    def first(self, indices: Iterable[int]) -> None:
        """Measure these pairs before all others, in this order."""
        with self._changed:
            self._first = deque(indices)

    def set_paused(self, paused: bool) -> None:
        """Let the processes finish what they have and wait; or go on."""
        with self._changed:
            self._paused = paused
            self._changed.notify_all()

    def use_battery(self, allowed: bool) -> None:
        """Go on without the mains too, or do not."""
        with self._changed:
            self._may_use_battery = allowed
        self._hurry.set()

    def results(self, most: int) -> list[tuple[int, Result | None]]:
        """At most so many results that came since, by pair; None where a pair has none."""
        with self._changed:
            taken, self._found = self._found[:most], self._found[most:]
        return taken

    def faults(self) -> list[str]:
        """What the log should have."""
        with self._changed:
            taken, self._faults = self._faults, []
        return taken

    def progress(self) -> Progress:
        """How far it has come."""
        with self._changed:
            total = len(self._pairs)
            done = total - self._left
            seconds = self._rate.seconds_for(self._left)
            if not self._left:
                return Progress(done, total, None, "done")
            if self._seen < total and self._pool is None:
                return Progress(done, total, None, "looking")
            if not self._jobs or self._lost >= LOST_IN_A_ROW:
                return Progress(done, total, None, "off")
            if self._paused:
                return Progress(done, total, seconds, "paused")
            state = "battery" if self._waits_for_mains else "measuring"
            return Progress(done, total, seconds, state)

    def pids(self) -> list[int]:
        """The numbers of the processes that measure a pair just now."""
        with self._changed:
            pool = self._pool
        return [] if pool is None else pool.pids()

    def close(self, seconds: float = 0.0) -> None:
        """End everything in the middle of what it does; wait at most *seconds* for the threads.

        What was measured is kept.
        """
        with self._changed:
            self._closing = True
            self._changed.notify_all()
            pool = self._pool
        self._hurry.set()
        if pool is not None:
            pool.close(seconds)
        self._thread.join(seconds)

    # --- the thread that looks up -------------------------------------------------------------

    def _run(self) -> None:
        self._begun = time.monotonic()
        try:
            while not self._closing and self._seen < len(self._pairs):
                self._look(self._part())
                self._attend()
                self._hurry.wait(_REST)
            while not self._is_over():
                self._attend()
                self._announce()  # for the time left
                self._hurry.wait(_TICK if self._pool is not None else _FIRST / 10)
        finally:
            if self._cache is not None:
                self._cache.release(self._party.owner)  # what a killed process left
                self._cache.close()

    def _is_over(self) -> bool:
        return self._closing or not self._left or not self._jobs or self._lost >= LOST_IN_A_ROW

    def _attend(self) -> None:
        """Look whether the pool may work, and what became of pairs that were put off."""
        now = time.monotonic()
        if now >= self._power_at or self._hurry.is_set():
            self._hurry.clear()
            self._look_at_power()
            self._power_at = now + _POWER_EVERY
        if self._pool is None and now >= self._begun + _FIRST:
            self._start_pool()
        if now >= self._tick_at:
            self._tick_at = now + _TICK
            self._look_again()
            with self._changed:
                self._rate.tick(self._measured, self._held)

    def _part(self) -> list[int]:
        """The next pairs to look up, in the order of the list from the start on."""
        count = len(self._pairs)
        end = min(count, self._seen + _LOOKED_AT_ONCE)
        return [(self._start + place) % count for place in range(self._seen, end)]

    def _look(self, part: Sequence[int]) -> None:
        """Find out which pairs of *part* are known; the others wait to be measured."""
        requests = self._requests(part)
        known = self._known({i: r for i, r in requests.items() if r is not None})
        with self._changed:
            self._seen += len(part)
            for index, request in requests.items():
                if request is None or index in known:
                    self._states[index] = _TAKEN
                    self._found.append((index, known.get(index)))
                    self._left -= 1
                elif self._states[index] == _UNSEEN:
                    self._states[index] = _WAITING
            self._changed.notify_all()
        self._announce()

    def _look_again(self) -> None:
        """Look up the pairs that were put off; those that are not known are to be measured."""
        with self._changed:
            put_off = self._put_off[:]
        if not put_off:
            return
        requests = self._requests(put_off)
        known = self._known({i: r for i, r in requests.items() if r is not None})
        with self._changed:
            self._put_off = self._put_off[len(put_off) :]
            for index in put_off:
                if index in known:
                    self._add(index, known[index])
                else:
                    self._states[index] = _WAITING
                    self._again.append(index)
            self._changed.notify_all()
        self._announce()

    def _known(self, requests: dict[int, Request]) -> dict[int, Result]:
        if self._cache is None:
            return {}
        sources = [s for r in requests.values() for s in (r.reference, r.candidate)]
        paths = list(dict.fromkeys(s.path for s in sources if s.path is not None))
        digests: dict[str, bytes] = {}
        for states in self._pieces(_states_of(paths, self._give_way)):
            digests.update(self._cache.digests(states))
        found: dict[int, Result] = {}
        for some in self._pieces(list(requests.items())):
            found.update(_results(self._cache, some, digests))
        return found

    def _requests(self, indices: Sequence[int]) -> dict[int, Request | None]:
        return {i: self._request(i) for some in self._pieces(indices) for i in some}

    def _pieces(self, values: Sequence[T]) -> Iterator[Sequence[T]]:
        """Yield *values* some at a time; before each time the window has its turn."""
        for at in range(0, len(values), _PIECE):
            self._give_way()
            yield values[at : at + _PIECE]

    def _start_pool(self) -> None:
        with self._changed:
            jobs = min(self._jobs, self._left)
            if jobs and not self._closing:
                module = f"{__package__}.measure_worker"
                self._pool = ProcessPool(
                    module, self._party, jobs, self._take, self._done, quiet=_QUIET
                )

    def _look_at_power(self) -> None:
        discharging = on_battery()
        with self._changed:
            self._waits_for_mains = discharging and not self._may_use_battery
            self._changed.notify_all()

    # --- the threads of the pool --------------------------------------------------------------

    @property
    def _held(self) -> bool:
        return self._paused or self._waits_for_mains

    def _take(self) -> Request | None:
        """The next pair to be measured, once there is one and it may be; None at the end."""
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
        for waiting in (self._first, self._again):
            while waiting:
                index = waiting.popleft()
                if 0 <= index < len(self._states) and self._states[index] == _WAITING:
                    return index
        count = len(self._states)
        while self._next < self._seen:
            index = (self._start + self._next) % count
            if self._states[index] == _WAITING:
                return index
            self._next += 1
        return None

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
        """Note a result that came after the first look; the lock is held."""
        self._found.append((index, result))
        self._left -= 1
        self._measured += 1

    def _request(self, index: int) -> Request | None:
        request = request_for(self._pairs[index], self._folder, self._reading)
        return None if request is None else with_places(request)


class _Rate:
    """How quickly pairs are measured, by what was done lately; pauses do not count."""

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


def _states_of(paths: Sequence[str], give_way: Callable[[], object]) -> list[FileState]:
    """The states of those files that are there; of a slow disk several threads ask for them."""
    found: list[FileState] = []

    def ask(some: Sequence[str]) -> None:
        for at in range(0, len(some), _PIECE):
            give_way()
            states = map(FileState.of, some[at : at + _PIECE])
            found.extend(state for state in states if state is not None)

    begun = time.monotonic()
    ask(paths[:_TRIED])
    rest = paths[_TRIED:]
    if time.monotonic() - begun < _TRIED * _SLOW:
        ask(rest)
        return found
    threads = [
        threading.Thread(target=ask, args=(rest[at::_ASKING],), daemon=True)
        for at in range(min(_ASKING, len(rest)))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def _results(
    cache: MeasureCache, requests: Iterable[tuple[int, Request]], digests: dict[str, bytes]
) -> dict[int, Result]:
    """Look up what is known of those *requests* whose documents have *digests*."""
    keys: dict[int, bytes] = {}
    names: dict[bytes, tuple[str, str]] = {}
    for index, request in requests:
        reference = _digest(request.reference, digests)
        candidate = _digest(request.candidate, digests)
        if reference is not None and candidate is not None:
            key = keys[index] = pair_key(request, reference, candidate)
            names[key] = (request.reference.name, request.candidate.name)
    results = cache.results(names)
    return {index: results[key] for index, key in keys.items() if key in results}


def _digest(source: Source, digests: dict[str, bytes]) -> bytes | None:
    return digest_of_text(source.text or "") if source.path is None else digests.get(source.path)


def on_battery(folder: Path = POWER) -> bool:
    """Tell whether a battery is being used up, as Linux says it; False where nobody says so."""
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
