"""The process that looks up which pairs of a list were measured before.

It is not a thread of the window because a long list makes it check tens of thousands of files and
cache entries, which would slow the window's interpreter. It imports neither Qt nor the comparison,
so that it starts quickly.

Looking up one pair takes several times as long as asking for the state of its two files. So the
results of a block of consecutive pairs are kept a second time as a whole, as one entry of the
cache, under a key made of all that they depend on: where the documents are, their sizes and times,
and how they are read and compared. If one of these changes, so does the key, and the pairs are
looked up one by one again.
"""

from __future__ import annotations

import hashlib
import json
import os
import struct
import sys
import threading
import time
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import NamedTuple, TypeAlias

from ...compare.version import comparison_version
from ...labels import Pair
from ...labels.label_values import path_of
from ...process_pool import serve
from ..measures import MeasureTable, Result, Unreadable, packed, unpacked
from ..preparing.protocol import DocumentSource, Reading, Request, request_to_show, with_places
from .measure_cache import FileState, MeasureCache, digest_of_text, key_of, pair_key

_NICE = 5  # the window, which shows its first pair just then, goes before
_TRIED = 50  # files that show whether the disk is a slow one
_SLOW = 0.0005  # seconds for which it lets wait for the state of a file
_ASKING = 8  # threads: a folder on the network answers slowly, but many at a time

_TEXT, _NOTHING = (-1, 0), (-1, 1)  # in the place of a state
_LENGTH = struct.Struct("<I")

BLOCK = 2_000
"""The most pairs of a block. The first block begins with the first pair of the list."""

State = tuple[int, int]
"""The size of a file and its time in nanoseconds."""

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
    key = _block_key(pairs, paths, states, listed.reading)
    table, problems = _block(key, pairs, cache)
    in_place, elsewhere = dict[int, Request](), dict[int, Request]()
    for at, pair in enumerate(pairs):
        if pair.problem is None and not table.is_known(at):
            both = paths[2 * at : 2 * at + 2]
            where = in_place if all(path is None or states[path] for path in both) else elsewhere
            where[at] = request_to_show(pair, listed.folder, listed.reading)
    if found := _known(in_place, states, cache):
        _add(found, table, problems)
        cache.keep_block(key, _packed_block(table, problems))
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
            return _unpacked_block(data, pairs)
    return MeasureTable(len(pairs)), {}


def _block_key(
    pairs: Sequence[Pair],
    paths: Sequence[str | None],
    states: Mapping[str, State | None],
    reading: Reading,
) -> bytes:
    """The key of a block of *pairs* whose documents are at *paths*, two for each pair.

    A path is None where the text stands in the list. *states* has the files that are there.
    """
    texts = chain.from_iterable((pair.reference_text, pair.candidate_text) for pair in pairs)
    said, found = [], []
    for path, text in zip(paths, texts, strict=True):
        said.append(digest_of_text(text or "").hex() if path is None else path)
        found.append(_TEXT if path is None else states.get(path) or _NOTHING)
    key = hashlib.blake2b(_conditions(pairs, reading), digest_size=16)
    key.update(array("q", map(len, said)).tobytes())
    key.update("".join(said).encode("utf-8", "surrogatepass"))
    key.update(array("q", chain.from_iterable(found)).tobytes())
    return key.digest()


def _conditions(pairs: Sequence[Pair], reading: Reading) -> bytes:
    """How the documents of *pairs* are read and compared; the order of bytes is the machine's."""
    encodings: list[tuple[str, str]] = []
    if reading.encodings:
        names = {name for pair in pairs for name in (pair.reference, pair.candidate)}
        encodings = sorted(said for said in reading.encodings.items() if said[0] in names)
    conditions = (
        comparison_version(),
        reading.options,
        reading.whole_page,
        reading.repair,
        reading.encoding,
        encodings,
        sys.byteorder,
    )
    return repr(conditions).encode("utf-8", "surrogatepass") + b"\0"


def _packed_block(table: MeasureTable, problems: Mapping[int, Unreadable]) -> bytes:
    """Return *table* and the *problems* of its pairs, by their place in it, in few bytes."""
    data = table.packed()
    kept = {at: found.decode() for at, why in problems.items() if (found := packed(why))}
    return _LENGTH.pack(len(data)) + data + json.dumps(kept, separators=(",", ":")).encode()


def _unpacked_block(
    data: bytes, pairs: Sequence[Pair]
) -> tuple[MeasureTable, dict[int, Unreadable]]:
    """Return what was packed of the block *pairs*; raises ValueError for anything else."""
    try:
        (length,) = _LENGTH.unpack_from(data)
        said = json.loads(data[_LENGTH.size + length :]).items()
    except (struct.error, AttributeError) as error:
        raise ValueError("this is no block") from error
    table = MeasureTable.from_packed(data[_LENGTH.size : _LENGTH.size + length], len(pairs))
    problems: dict[int, Unreadable] = {}
    for place, text in said:
        at = int(place)
        pair = pairs[at]
        found = unpacked(text.encode(), (pair.reference, pair.candidate))
        if isinstance(found, Unreadable):
            problems[at] = found
    return table, problems


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
