"""Fetches web pages in the background of a window, and tells the history of their snapshots."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from ...documents import DocumentError
from ...documents.web.snapshot_folder import snapshot_path, times_of
from ...documents.web.web_addresses import address_of, dated
from ..background import Background, described, invoker

if TYPE_CHECKING:
    from ...documents.web.page_fetcher import Fetched, FetchRun, FetchStage


class Fetching(QObject):
    """Fetches pages one after another while the window stays responsive.

    ``progressed`` carries how far that is, a few times a second.
    """

    progressed = Signal(object)  # FetchStage
    fault = Signal(str)  # for the log

    def __init__(self, parent: QObject, *, local: bool = False) -> None:
        """*local* allows addresses of this machine and its network."""
        super().__init__(parent)
        self._local = local
        self._invoker = invoker()
        self._background: Background[list[Fetched]] = Background(self, self._ended, self._failed)
        self._run: FetchRun | None = None
        self._then: Callable[[list[Fetched]], object] | None = None

    @property
    def busy(self) -> bool:
        """True while pages are being fetched."""
        return self._run is not None

    def fetch(self, urls: Sequence[str], then: Callable[[list[Fetched]], object]) -> None:
        """Fetch the pages at *urls*, then call *then* with what came of each.

        A run that is still under way is cancelled; its caller is not called any more.
        """
        from ...documents.web.page_fetcher import (
            FetchRun,  # not needed by windows that fetch nothing
        )

        self.cancel()
        self._run = run = FetchRun(urls, local=self._local)
        self._then = then

        def work(_cancelled: threading.Event) -> list[Fetched]:
            return run.run(lambda stage: self._tell(run, stage))

        self._background.run(work)

    def cancel(self) -> None:
        """End what is being fetched; pages that came whole are kept."""
        if self._run is not None:
            self._run.cancel()
            self._background.forget()
            self._run = self._then = None

    def close(self, seconds: float = 1.0) -> None:
        """End everything; wait at most *seconds*."""
        self.cancel()
        self._background.close(seconds)

    def _tell(self, run: FetchRun, stage: FetchStage) -> None:
        """Called in the thread."""
        self._invoker.invoke(self, lambda: self._progressed(run, stage))

    def _progressed(self, run: FetchRun, stage: FetchStage) -> None:
        if run is self._run:
            self.progressed.emit(stage)

    def _ended(self, found: list[Fetched]) -> None:
        then, self._run, self._then = self._then, None, None
        if then is not None:
            then(found)

    def _failed(self, error: BaseException) -> None:
        self._ended([])
        self.fault.emit(described(error))


class FetchHistory(NamedTuple):
    """When the page ``url`` was fetched, the first time first; ``changed`` since the time before.

    ``changed`` is None where it was fetched once.
    """

    url: str
    times: tuple[str, ...]
    changed: bool | None = None


def histories(names: Sequence[str]) -> list[FetchHistory]:
    """Return what is known of the snapshots of the addresses *names*; asks the disk."""
    from ...documents.loading import read_bytes, sha256_of

    found = []
    for name in dict.fromkeys(names):
        times = tuple(times_of(name))
        if not times:
            continue
        url, changed = address_of(name).url, None
        latest = [snapshot_path(dated(url, time)) for time in times[-2:]]
        if len(latest) == 2:
            try:
                before, now = (sha256_of(read_bytes(path)) for path in latest if path is not None)
                changed = before != now
            except (DocumentError, ValueError):  # one is gone or damaged
                changed = None
        found.append(FetchHistory(url, times, changed))
    return found
