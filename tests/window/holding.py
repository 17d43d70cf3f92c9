"""Holds comparisons back, as if they took long, until a test lets them come."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from gui.review import preparing
from gui.review.preparing import Preparer


class Held:
    """Comparisons that the worker has found and that did not arrive yet."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.holds = True
        self._waiting: list[Callable[[], object]] = []
        take = Preparer._take

        def hold(preparer: Preparer, generation: int, answer: Any) -> None:
            if self.holds and isinstance(answer, preparing._Compared):
                self._waiting.append(lambda: take(preparer, generation, answer))
            else:
                take(preparer, generation, answer)

        monkeypatch.setattr(Preparer, "_take", hold)

    @property
    def count(self) -> int:
        """How many wait."""
        return len(self._waiting)

    def let_come(self) -> None:
        """Let those come that wait, and all that follow."""
        self.holds = False
        while self._waiting:
            self._waiting.pop(0)()
