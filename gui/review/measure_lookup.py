"""What a process does that looks up which pairs of a list were measured before.

It is one of its own: for a long list it asks for tens of thousands of files and entries of
the cache, and the window would have to share its interpreter with a thread that does so. Knows no
Qt, nor anything that compares, so that it starts quickly.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ..labels import Pair
from ..process_pool import serve
from .measure_cache import FileState, MeasureCache, digest_of_text, pair_key
from .measures import MeasureTable, Result, Unreadable
from .protocol import Reading, Request, Source, request_for, with_places

_NICE = 5  # the window, which shows its first pair just then, goes before
_TRIED = 50  # files that show whether the disk is a slow one
_SLOW = 0.0005  # seconds for which it lets wait for the state of a file
_ASKING = 8  # threads: a folder on the network answers slowly, but many at a time


class Listed(NamedTuple):
    """The pairs to look up, how they are read and compared, and the folder of the cache.

    Their paths are relative to ``folder``.
    """

    pairs: Sequence[Pair]
    folder: Path
    reading: Reading
    cache: Path


class Known(NamedTuple):
    """What is known of some consecutive pairs of a list, of which the first stands at ``start``.

    ``table`` has their measures, and ``problems`` says why pairs cannot be read, by their place
    in the list. What the list itself calls unreadable is passed over in the table.
    """

    start: int
    table: MeasureTable
    problems: Mapping[int, Unreadable]

    def places(self) -> list[int]:
        """The places in the list of those pairs of which something is known."""
        return [self.start + at for at in range(len(self.table)) if self.table.is_known(at)]


def look_up(listed: Listed, part: range, cache: MeasureCache) -> Known:
    """Return what *cache* knows of a *part* of the *listed* pairs."""
    table, problems = MeasureTable(len(part)), dict[int, Unreadable]()
    requests: dict[int, Request] = {}
    for place, pair in zip(part, listed.pairs[part.start : part.stop], strict=True):
        request = request_for(pair, listed.folder, listed.reading)
        if request is None:
            table.pass_over(place - part.start)
        else:
            requests[place] = request
    for place, result in _known(requests, cache).items():
        table.put(place - part.start, result)
        if isinstance(result, Unreadable):
            problems[place] = result
    return Known(part.start, table, problems)


def _known(requests: dict[int, Request], cache: MeasureCache) -> dict[int, Result]:
    states = _states_of(dict.fromkeys(_paths(requests.values())))
    for place, request in requests.items():
        if not _are_there(request, states):  # not quite where the list says, or gone
            requests[place] = placed = with_places(request)
            states.update((path, FileState.of(path)) for path in _paths([placed]))
    digests = cache.digests([state for state in states.values() if state is not None])
    keys: dict[int, bytes] = {}
    names: dict[bytes, tuple[str, str]] = {}
    for place, request in requests.items():
        reference = _digest(request.reference, digests)
        candidate = _digest(request.candidate, digests)
        if reference is not None and candidate is not None:
            key = keys[place] = pair_key(request, reference, candidate)
            names[key] = (request.reference.name, request.candidate.name)
    results = cache.results(names)
    return {place: results[key] for place, key in keys.items() if key in results}


def _paths(requests: Iterable[Request]) -> list[str]:
    sources = (source for request in requests for source in (request.reference, request.candidate))
    return [source.path for source in sources if source.path is not None]


def _are_there(request: Request, states: Mapping[str, FileState | None]) -> bool:
    """True where both documents are texts, or files of which *states* has the state."""
    paths = (request.reference.path, request.candidate.path)
    return all(path is None or states[path] is not None for path in paths)


def _digest(source: Source, digests: dict[str, bytes]) -> bytes | None:
    return digest_of_text(source.text or "") if source.path is None else digests.get(source.path)


def _states_of(paths: Iterable[str]) -> dict[str, FileState | None]:
    """The states of files, None of one that is not there; of a slow disk several threads ask."""
    wanted = list(paths)
    found: dict[str, FileState | None] = {}

    def ask(some: Sequence[str]) -> None:
        for path in some:
            found[path] = FileState.of(path)

    begun = time.monotonic()
    ask(wanted[:_TRIED])
    rest = wanted[_TRIED:]
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


def _prepared(listed: Listed) -> Callable[[range], Known]:
    cache = MeasureCache(listed.cache)
    return lambda part: look_up(listed, part, cache)


def main(quiet: int = 0) -> None:
    """Look up what the pool asks for."""
    if os.name == "posix":
        os.nice(_NICE)
    serve(_prepared, quiet)
