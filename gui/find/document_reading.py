"""Reads the files of a search in parallel, in order, and caches the texts.

Reading a web page takes longer than searching it. Each thread has a process that reads for it; a
file whose bytes this version of the program has read before is not read again.
"""

from __future__ import annotations

import hashlib
import queue
import threading
import zlib
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from ..compare.version import comparison_version
from ..documents import DocumentError, Reader, from_bytes
from ..documents.loading import read_bytes
from ..documents.moments import moment_from
from ..messages import Message
from .search_cache import SearchCache

_AHEAD = 4  # files that are waited for, by each thread


class ReadFile(NamedTuple):
    """A file, its text and whether that has words; or why it could not be read.

    ``published`` is that of the ``Document``.
    """

    file: str
    text: str = ""
    has_words: bool = False
    problem: Message | None = None
    published: date | None = None


class _Task(NamedTuple):
    file: str
    key: bytes
    data: bytes
    answer: Future[ReadFile]


class DocumentReading:
    """A context manager with threads that read; leaving it does not wait for them."""

    def __init__(self, encoding: str | None, jobs: int, kept_in: Path | None) -> None:
        """Read *jobs* files at a time; an *encoding* overrides what their bytes say."""
        self._encoding, self._jobs = encoding, jobs
        self._cache = SearchCache(kept_in, "documents")
        self._tasks: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._ahead: deque[_Task | ReadFile] = deque()
        self._threads: list[threading.Thread] = []
        self._closed = threading.Event()

    def __enter__(self) -> DocumentReading:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._closed.set()
        for _ in self._threads:
            self._tasks.put(None)
        self._cache.close()

    def add(self, file: str) -> Iterator[ReadFile]:
        """Have *file* read; yield files added before that have been read meanwhile, in order."""
        self._ahead.append(self._begun(file))
        while len(self._ahead) > _AHEAD * self._jobs:
            yield self._next()

    def rest(self) -> Iterator[ReadFile]:
        """Wait for all files that were added, and yield them."""
        while self._ahead:
            yield self._next()

    def _begun(self, file: str) -> _Task | ReadFile:
        try:
            data = read_bytes(file)
        except DocumentError as error:
            return ReadFile(file, problem=error.message)
        key = self._key(file, data)
        known = _unpacked(file, self._cache.find(key))
        if known is not None:
            return known
        task = _Task(file, key, data, Future())
        self._tasks.put(task)
        if len(self._threads) < self._jobs:
            thread = threading.Thread(target=self._read, name="copydesk-reading", daemon=True)
            self._threads.append(thread)
            thread.start()
        return task

    def _next(self) -> ReadFile:
        own = self._ahead.popleft()
        if isinstance(own, ReadFile):
            return own
        found = own.answer.result()
        if found.problem is None:
            self._cache.keep(own.key, _packed(found))
        return found

    def _key(self, file: str, data: bytes) -> bytes:
        """Return the cache key of a document: its bytes, and all that decides how they are read."""
        endings = "".join(Path(file).suffixes).lower()
        how = f"{comparison_version('find')} {self._encoding} {endings}"
        found = hashlib.blake2b(how.encode("utf-8", "surrogatepass"), digest_size=16)
        found.update(hashlib.sha256(data).digest())
        return found.digest()

    # --- in a thread ------------------------------------------------------------------------------

    def _read(self) -> None:
        with Reader() as reader:
            while (task := self._tasks.get()) is not None and not self._closed.is_set():
                try:
                    task.answer.set_result(self._result(task, reader))
                except BaseException as error:  # whoever waits for it has to know
                    task.answer.set_exception(error)

    def _result(self, task: _Task, reader: Reader) -> ReadFile:
        try:
            found = from_bytes(task.data, name=task.file, encoding=self._encoding, reader=reader)
        except DocumentError as error:
            return ReadFile(task.file, problem=error.message)
        return ReadFile(task.file, found.text, bool(found.words), published=found.published)


def _packed(found: ReadFile) -> bytes:
    moment = f"{found.published.isoformat() if found.published else ''}\n".encode()
    text = zlib.compress(moment + found.text.encode("utf-8", "surrogatepass"), 1)
    return bytes([found.has_words]) + text


def _unpacked(file: str, row: object) -> ReadFile | None:
    """Return the content of a row; None if there is none, or it is damaged."""
    if not isinstance(row, bytes) or row[:1] not in (b"\0", b"\1"):
        return None
    try:
        moment, _, text = zlib.decompress(row[1:]).decode("utf-8", "surrogatepass").partition("\n")
        published = moment_from(moment) if moment else None
    except (zlib.error, ValueError):
        return None
    return ReadFile(file, text, row[0] == 1, published=published)
