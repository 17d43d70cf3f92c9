"""A search in a process of its own, for the window: reports progress, and writes the list.

The window must not load numpy, nor have an interpreter that is busy for minutes. Killing the
process ends the search, and with it the processes that compare.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import IO, NamedTuple

from ..documents import shown_name
from ..extra_libraries import is_installed
from ..messages import CopydeskError, Message
from ..messages.about_find import AboutFind
from ..own_process import read_frame, write_frame
from ..process_pool import bound_memory, pipes_to_parent, spare_processors
from .search_values import SearchStage


class SearchRequest(NamedTuple):
    """What to search: the folder or file of articles at *source*.

    The list is written to the first writable one of *places*. *kept_in* is the folder that caches
    comparisons. ``text``, ``id`` and ``encoding`` are those of a ``SourceOptions``.
    """

    source: str
    places: Sequence[str]
    kept_in: str
    encoding: str | None = None
    text: str | None = None
    id: str | None = None


class ListWritten(NamedTuple):
    """The list is written. *problems* say what could not be read, or was passed over."""

    path: str
    pairs: int
    articles: int
    problems: Sequence[Message]


class SearchRefused(NamedTuple):
    """Why there is no list. *problems* say what could not be read, or was passed over."""

    why: Message
    problems: Sequence[Message] = ()


def main() -> None:
    """Receive an order, and answer with stages and finally with the result."""
    incoming, outgoing = pipes_to_parent()
    bound_memory()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # each thread reserves memory
    order = read_frame(incoming)
    threading.Thread(target=_end_with, args=(incoming,), daemon=True).start()
    try:
        answer = search(order, outgoing)
    except MemoryError:
        answer = SearchRefused(Message(AboutFind.NO_MEMORY))
    except CopydeskError as error:
        answer = SearchRefused(error.message)
    try:
        write_frame(outgoing, answer)
    except OSError:
        sys.exit(0)


def _end_with(stream: IO[bytes]) -> None:
    """Exit when the process that gave the order is gone."""
    stream.read()
    os._exit(0)


def search(order: SearchRequest, outgoing: IO[bytes]) -> ListWritten | SearchRefused:
    """Search, write the list, and report each stage to *outgoing*."""
    if not is_installed("numpy"):
        return SearchRefused(Message(AboutFind.NO_NUMPY))
    from .found_list import ids_in, list_of
    from .proposing.proposals import Wish
    from .search import find_pairs
    from .sources import SourceOptions, gather

    def report(stage: SearchStage) -> None:
        try:
            write_frame(outgoing, stage)
        except OSError:
            os._exit(0)

    report(SearchStage("read", 0, 0))
    manner = SourceOptions(order.text, order.id, order.encoding)
    jobs, kept_in = spare_processors(), Path(order.kept_in)
    found = gather([order.source], (), manner, order.places, report, jobs=jobs, kept_in=kept_in)
    total, problems = len(found.articles), [*found.notes, *found.problems]
    few = found.too_few(across=False)
    if few is not None:
        return SearchRefused(few, problems)
    wish = Wish(jobs=jobs, kept_in=kept_in)
    proposals = find_pairs(found.articles, wish, report)
    if not proposals:
        least = f"{wish.at_least:.1f}"
        return SearchRefused(Message(AboutFind.NOTHING_FOUND, least=least, count=total), problems)
    why = ""
    for place in order.places:
        folder = Path(place).parent
        try:
            before = (ids_in(Path(place)) if Path(place).is_file() else None) or frozenset()
            _write(Path(place), list_of(proposals, found.articles, str(folder), before))
        except OSError as error:
            why = error.strerror or str(error)
            continue
        return ListWritten(place, len(proposals), total, problems)
    name = shown_name(order.places[-1])
    return SearchRefused(Message(AboutFind.LIST_NOT_WRITTEN, name=name, why=why))


def _write(path: Path, text: str) -> None:
    """Write *text* to *path* atomically; raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    begun = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with begun.open("w", encoding="utf-8", errors="replace", newline="") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        begun.replace(path)
    finally:
        begun.unlink(missing_ok=True)
