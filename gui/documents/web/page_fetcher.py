"""Fetches pages one after another, by a process that is ended when a page takes too long.

Looking up a name cannot be interrupted, and a server can take its time over every byte: whatever
it is that waits, after the seconds of ``PageLimits`` altogether it is gone. Whoever asked can also
cancel at any moment. ``fetching_process`` is what runs there.

There is a pause between two pages of one server. robots.txt, which is meant for programs that
follow links by themselves, is not consulted: every page here was named by a person.
"""

from __future__ import annotations

import json
import os
import subprocess
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO, Any, NamedTuple

from ...messages import Message
from ...messages.about_documents import AboutDocument
from ...messages.about_web import AboutWeb
from ...own_process import end_process, start_process
from ..document import DocumentError
from .page_request import Exchange, PageLimits, Progress
from .snapshots import keep
from .web_addresses import address_of, host_of

REST = 1.0  # seconds between two pages of one server


class PageFetcher:
    """A process that fetches pages; it starts with the first one.

    Only one thread may use it at a time; any thread may :meth:`cancel`.
    """

    def __init__(self, *, local: bool = False, limits: PageLimits | None = None) -> None:
        """*local* allows addresses of this machine and its network."""
        self._local = local
        self._limits = limits or PageLimits()
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()  # for the two below and the process
        self._cancelled = False
        self._is_late = False

    def __enter__(self) -> PageFetcher:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def fetch(self, url: str, progress: Progress = lambda *_: None) -> list[Exchange]:
        """Return what was said until the page at *url* came, which is the last answer.

        Raises :class:`DocumentError`, whose message names the server.
        """
        host = address_of(url).host
        process = self._started(host)
        timer = threading.Timer(self._limits.seconds, self._end_late)
        timer.daemon = True
        timer.start()
        try:
            return self._exchange(process, url, progress)
        except DocumentError:
            raise
        except (OSError, ValueError, EOFError):
            with self._lock:
                cancelled, late = self._cancelled, self._is_late
                self._is_late = False
            self.close()
            if cancelled:
                raise DocumentError(Message(AboutWeb.CANCELLED)) from None
            if late:
                seconds = round(self._limits.seconds)
                raise DocumentError(
                    Message(AboutWeb.TOO_SLOW, host=host, seconds=seconds)
                ) from None
            raise DocumentError(Message(AboutWeb.PROCESS_DIED)) from None
        except BaseException:  # the rest of this answer must not be taken for the next one
            self.close()
            raise
        finally:
            timer.cancel()
            timer.join()

    def cancel(self) -> None:
        """End what is being fetched, and whatever is asked for from now on."""
        with self._lock:
            self._cancelled = True
            if self._process is not None:
                self._process.kill()

    def close(self) -> None:
        """End the process; a new one is started if another page is to be fetched."""
        with self._lock:
            process, self._process = self._process, None
        if process is not None:
            end_process(process)

    def _end_late(self) -> None:
        with self._lock:
            self._is_late = True
            if self._process is not None:
                self._process.kill()

    def _exchange(
        self, process: subprocess.Popen[bytes], url: str, progress: Progress
    ) -> list[Exchange]:
        assert process.stdin is not None
        assert process.stdout is not None
        order = {"url": url, "local": self._local, "limits": self._limits}
        process.stdin.write(json.dumps(order).encode() + b"\n")
        process.stdin.flush()
        found: list[Exchange] = []
        while line := process.stdout.readline():
            about = json.loads(line)
            kind = about["kind"]
            if kind == "progress":
                progress(about["url"], about["received"], about["total"])
            elif kind == "exchange":
                found.append(_received(about, process.stdout))
            elif kind == "refused":
                raise DocumentError(Message.from_data(about["message"]))
            else:
                return found
        raise EOFError

    def _started(self, host: str) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._cancelled:
                raise DocumentError(Message(AboutWeb.CANCELLED))
            if self._process is None:
                try:
                    self._process = start_process(f"{__package__}.fetching_process", os.getpid())
                except OSError as error:
                    reason = error.strerror or os.strerror(error.errno or 0)
                    clause = Message(AboutDocument.NO_PROCESS, why=reason)
                    raise DocumentError(
                        Message(AboutDocument.OF_FILE, name=host, clause=clause)
                    ) from None
            return self._process


def _received(about: dict[str, Any], stream: IO[bytes]) -> Exchange:
    blocks = []
    for size in about["sizes"]:
        data = stream.read(size)
        if len(data) < size:
            raise EOFError
        blocks.append(data)
    return Exchange(about["url"], about["at"], about["ip"], *blocks)


class Fetched(NamedTuple):
    """The result for the page at ``url``: where it is kept, or why it is not."""

    url: str
    path: Path | None = None
    problem: Message | None = None


class FetchStage(NamedTuple):
    """The progress of a run: page ``number`` of ``total``, and the bytes received of it.

    ``size`` is the number of its bytes, None if the server does not say.
    """

    number: int
    total: int
    host: str
    received: int = 0
    size: int | None = None


class FetchRun:
    """Fetches the pages of the given addresses, each once; any thread may cancel it."""

    def __init__(self, urls: Iterable[str], *, local: bool = False, rest: float = REST) -> None:
        """*local* allows addresses of this machine and its network."""
        self._urls = list(dict.fromkeys(urls))
        self._fetcher = PageFetcher(local=local)
        self._rest = rest
        self._cancelled = threading.Event()

    def run(self, progress: Callable[[FetchStage], object] = lambda _: None) -> list[Fetched]:
        """Return the result for each page, in order, up to a cancellation."""
        found = []
        seen: set[str] = set()
        total = len(self._urls)
        try:
            for number, url in enumerate(self._urls, start=1):
                host = host_of(url)
                if host in seen and self._cancelled.wait(self._rest):
                    break
                seen.add(host)
                stage = FetchStage(number, total, host)
                progress(stage)
                result = self._fetch(url, stage, progress)
                if self._cancelled.is_set() and result.path is None:
                    break
                found.append(result)
        finally:
            self._fetcher.close()
        return found

    def cancel(self) -> None:
        """Cancel the page under way and all after it."""
        self._cancelled.set()
        self._fetcher.cancel()

    def _fetch(
        self, url: str, stage: FetchStage, progress: Callable[[FetchStage], object]
    ) -> Fetched:
        def came(_url: str, received: int, size: int | None) -> None:
            progress(stage._replace(received=received, size=size))

        try:
            return Fetched(url, keep(url, self._fetcher.fetch(url, came)))
        except DocumentError as error:
            return Fetched(url, problem=error.message)
