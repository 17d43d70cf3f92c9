"""Holds answers of the worker back, as if they took long, until a test lets them come."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from gui.review.preparing import preparing
from gui.review.preparing.protocol import Cancel, Found, Request, WorkerAnswer
from gui.review.preparing.worker_link import QueuedLink, WorkerLink


class Held:
    """Answers of the worker that did not arrive yet: its comparisons, or those of other *kinds*."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *kinds: type[WorkerAnswer]) -> None:
        kinds = kinds or (Found,)
        self.holds = True
        self._waiting: list[Callable[[], object]] = []
        self._changing = threading.Lock()  # for both: answers come in a thread

        def link(
            take: Callable[[WorkerAnswer], None],
            ended: Callable[[], None],
            sent: Callable[[Request | Cancel, bool], None],
            link: WorkerLink | None = None,
        ) -> QueuedLink:
            def hold(answer: WorkerAnswer) -> None:
                with self._changing:
                    if self.holds and isinstance(answer, kinds):
                        self._waiting.append(lambda: take(answer))
                        return
                take(answer)

            return QueuedLink(hold, ended, sent, link)

        monkeypatch.setattr(preparing, "QueuedLink", link)

    @property
    def count(self) -> int:
        """How many wait."""
        return len(self._waiting)

    def let_one_come(self) -> None:
        """Let the first of those come that wait."""
        self._waiting.pop(0)()

    def let_come(self) -> None:
        """Let those come that wait, and all that follow."""
        with self._changing:
            self.holds = False
        while self._waiting:
            self.let_one_come()
