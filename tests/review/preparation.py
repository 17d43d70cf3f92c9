"""A preparer of pairs by number, in a folder of its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from gui.review.preparing import Prepared, Preparer
from gui.review.protocol import Request, Source
from tests.review.waiting import wait_until

REFERENCE = "The harbour opened at dawn.\n\nTwo boats left for the island.\n"


CANDIDATE = "The port opened at dawn.\n\nTwo boats left for the island.\n"


class Preparation:
    """A preparer with pairs by number, and what it announced."""

    def __init__(self, owner: QObject, folder: Path) -> None:
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
        sources = [Source(path.name, path=str(path)) for path in paths]
        self.requests[key] = Request(0, sources[0], sources[1])

    def worker_pid(self) -> int:
        """The number of the worker process."""
        link = self.preparer._link
        assert link is not None
        wait_until(lambda: link.pid is not None)
        assert link.pid is not None
        return link.pid

    def wait_until_sent(self) -> None:
        """Wait until the worker has in its pipe what was asked for."""
        wait_until(lambda: self.preparer._sending is None)
