"""Fetches pages one after another, keeps them, and reports the result of each.

There is a pause between two pages of one server. robots.txt, which is meant for programs that
follow links by themselves, is not consulted: every page here was named by a person.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from ..messages import Message
from .document import DocumentError
from .page_fetcher import PageFetcher
from .snapshots import keep
from .web_addresses import host_of

REST = 1.0  # seconds between two pages of one server


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
