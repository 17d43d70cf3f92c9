"""A preparer of pairs by number, in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from gui.review.background import invoker
from gui.review.preparing import preparing
from gui.review.preparing.preparing import Prepared, Preparer
from gui.review.preparing.protocol import Cancel, DocumentSource, Request, WorkerAnswer
from gui.review.preparing.worker_link import QueuedLink, WorkerLink
from tests.review.waiting import wait_until

REFERENCE = "The harbour opened at dawn.\n\nTwo boats left for the island.\n"


CANDIDATE = "The port opened at dawn.\n\nTwo boats left for the island.\n"


class Preparation:
    """A preparer with pairs by number, what it announced, and its worker processes."""

    def __init__(self, owner: QObject, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(preparing, "QueuedLink", self._link)
        monkeypatch.setattr(QueuedLink, "send", self._noted(QueuedLink.send))
        self._processes: list[WorkerLink] = []
        monkeypatch.setattr(WorkerLink, "listen", self._started(WorkerLink.listen))
        self._given: list[Request | Cancel] = []
        self._arrived: list[Request | Cancel] = []
        self.owner = owner
        self.folder = folder
        self.requests: dict[int, Request] = {}
        self.ready: list[tuple[int, Prepared]] = []
        self.documents: list[int] = []
        self.beginnings: list[tuple[str, str]] = []
        self.faults: list[str] = []
        self.preparer = Preparer(self.requests.get, owner, None)
        self.preparer.ready.connect(lambda key, prepared: self.ready.append((key, prepared)))
        self.preparer.documents_ready.connect(lambda key, *_: self.documents.append(key))
        self.preparer.beginnings_ready.connect(
            lambda _key, *both: self.beginnings.append((both[0].text, both[1].text))
        )
        self.preparer.fault.connect(self.faults.append)

    def add(self, key: int, reference: str = REFERENCE, candidate: str = CANDIDATE) -> None:
        """Write a pair of files."""
        paths = []
        for name, text in (("r", reference), ("c", candidate)):
            path = self.folder / f"{key}-{name}.txt"
            path.write_text(text, encoding="utf-8")
            paths.append(path)
        sources = [DocumentSource(path.name, path=str(path)) for path in paths]
        self.requests[key] = Request(0, sources[0], sources[1])

    def worker_pid(self) -> int:
        """The number of the worker process."""
        wait_until(lambda: self._processes)
        return self._processes[-1].pid

    def wait_until_sent(self) -> None:
        """Wait until the worker has in its pipe what was asked for."""
        wait_until(lambda: self._arrived == self._given)

    def _link(
        self,
        take: Callable[[WorkerAnswer], None],
        ended: Callable[[], None],
        sent: Callable[[Request | Cancel, bool], None],
        link: WorkerLink | None = None,
    ) -> QueuedLink:
        def noted(message: Request | Cancel, arrived: bool) -> None:
            sent(message, arrived)  # the preparer learns of it first
            invoker().invoke(self.owner, lambda: self._arrived.append(message))

        return QueuedLink(take, ended, noted, link)

    def _noted(
        self, send: Callable[[QueuedLink, Request | Cancel], None]
    ) -> Callable[[QueuedLink, Request | Cancel], None]:
        def noted(link: QueuedLink, message: Request | Cancel) -> None:
            self._given.append(message)
            send(link, message)

        return noted

    def _started(self, listen: Callable[..., None]) -> Callable[..., None]:
        def started(link: WorkerLink, *called: Callable[..., None]) -> None:
            self._processes.append(link)
            listen(link, *called)

        return started
