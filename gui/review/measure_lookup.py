"""The process that looks up which pairs of a list were measured before.

It is not a thread of the window because a long list makes it check tens of thousands of files and
cache entries, which would slow the window's interpreter. It imports neither Qt nor the comparison,
so that it starts quickly.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, TypeAlias

from ..labels import Pair
from ..labels.label_values import path_of
from ..process_pool import serve
from .measure_blocks import State, block_key, packed_block, unpacked_block
from .measure_cache import FileState, MeasureCache, digest_of_text, key_of, pair_key
from .measures import MeasureTable, Result, Unreadable
from .protocol import DocumentSource, Reading, Request, request_to_show, with_places

_NICE = 5  # the window, which shows its first pair just then, goes before
_TRIED = 50  # files that show whether the disk is a slow one
_SLOW = 0.0005  # seconds for which it lets wait for the state of a file
_ASKING = 8  # threads: a folder on the network answers slowly, but many at a time

States: TypeAlias = "Mapping[str, State | None]"
"""The states of files by path; None for one that is not there."""


class ListToLookUp(NamedTuple):
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
        return [self.start + at for at in self.table.known_places()]


def look_up(listed: ListToLookUp, part: range, cache: MeasureCache) -> Known:
    """Return what *cache* knows of a *part* of the *listed* pairs.

    What it knows of each pair for itself is kept there as a block, to be known at once next time.
    """
    pairs = listed.pairs[part.start : part.stop]
    paths = [path for pair in pairs for path in _paths_of(pair, listed.folder)]
    states = _states_of(path for path in dict.fromkeys(paths) if path)
    key = block_key(pairs, paths, states, listed.reading)
    table, problems = _block(key, pairs, cache)
    in_place, elsewhere = dict[int, Request](), dict[int, Request]()
    for at, pair in enumerate(pairs):
        if pair.problem is None and not table.is_known(at):
            both = paths[2 * at : 2 * at + 2]
            where = in_place if all(path is None or states[path] for path in both) else elsewhere
            where[at] = request_to_show(pair, listed.folder, listed.reading)
    if found := _known(in_place, states, cache):
        _add(found, table, problems)
        cache.keep_block(key, packed_block(table, problems))
    moved = {at: with_places(request) for at, request in elsewhere.items()}  # or it is gone
    states = {path: _state_of(path) for path in dict.fromkeys(_paths(moved.values()))}
    _add(_known(moved, states, cache), table, problems)
    for at, pair in enumerate(pairs):
        if pair.problem is not None:
            table.pass_over(at)
    return Known(part.start, table, {part.start + at: why for at, why in problems.items()})


def _paths_of(pair: Pair, folder: Path) -> tuple[str | None, str | None]:
    """Return the paths of both documents of *pair*: None for a text, empty if it cannot be read."""
    if pair.problem is not None:
        return "", ""
    reference = pair.reference if pair.reference_text is None else ""
    candidate = pair.candidate if pair.candidate_text is None else ""
    return (
        path_of(folder, reference) if reference else None,
        path_of(folder, candidate) if candidate else None,
    )


def _block(
    key: bytes, pairs: Sequence[Pair], cache: MeasureCache
) -> tuple[MeasureTable, dict[int, Unreadable]]:
    data = cache.block(key)
    if data is not None:
        with suppress(ValueError):
            return unpacked_block(data, pairs)
    return MeasureTable(len(pairs)), {}


def _add(found: Mapping[int, Result], table: MeasureTable, problems: dict[int, Unreadable]) -> None:
    for at, result in found.items():
        table.put(at, result)
        if isinstance(result, Unreadable):
            problems[at] = result


def _known(
    requests: Mapping[int, Request], states: States, cache: MeasureCache
) -> dict[int, Result]:
    """What *cache* knows of single pairs, by the numbers of their *requests*."""
    files = {
        key_of(source): state
        for request in requests.values()
        for source in (request.reference, request.candidate)
        if source.path is not None and (state := states.get(source.path))
    }
    digests = cache.digests([FileState(key, *state) for key, state in files.items()])
    keys: dict[int, bytes] = {}
    names: dict[bytes, tuple[str, str]] = {}
    for at, request in requests.items():
        reference = _digest(request.reference, digests)
        candidate = _digest(request.candidate, digests)
        if reference is not None and candidate is not None:
            key = keys[at] = pair_key(request, reference, candidate)
            names[key] = (request.reference.name, request.candidate.name)
    results = cache.results(names)
    return {at: results[key] for at, key in keys.items() if key in results}


def _paths(requests: Iterable[Request]) -> Iterator[str]:
    for request in requests:
        for source in (request.reference, request.candidate):
            if source.path is not None:
                yield source.path


def _digest(source: DocumentSource, digests: Mapping[str, bytes]) -> bytes | None:
    return digest_of_text(source.text or "") if source.path is None else digests.get(key_of(source))


def _states_of(paths: Iterable[str]) -> States:
    """Return the states of files, None if missing; a slow disk is asked by several threads."""
    wanted = list(paths)
    found: dict[str, State | None] = {}

    def ask(some: Sequence[str]) -> None:
        for path in some:
            found[path] = _state_of(path)

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


def _state_of(path: str) -> State | None:
    """The state of the file at *path*, as ``FileState`` has it; None where there is none."""
    try:
        status = os.stat(path)  # noqa: PTH116 - asked tens of thousands of times
    except (OSError, ValueError):
        return None
    return status.st_size, status.st_mtime_ns


def _prepared(listed: ListToLookUp) -> Callable[[range], Known]:
    cache = MeasureCache(listed.cache)
    return lambda part: look_up(listed, part, cache)


def main(quiet: int = 0) -> None:
    """Serve the pool's requests."""
    if os.name == "posix":
        os.nice(_NICE)
    serve(_prepared, quiet)
