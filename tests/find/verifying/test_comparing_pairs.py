"""How long a comparison of a search may take, and when no process that compares stays alive."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

import pytest

from gui.find.search_values import SearchError
from gui.find.verifying import comparing_pairs
from gui.find.verifying.comparing_pairs import compare_all
from gui.find.verifying.verification import ComparisonTask
from gui.process_pool import Lost


class Pool:
    """Loses so many processes before one ends in good order, in the thread that makes it."""

    lost: ClassVar[int] = 0
    patience: ClassVar[float] = 0

    def __init__(
        self,
        _module: str,
        _setup: None,
        _jobs: int,
        take: Callable[[], ComparisonTask | None],
        put: Callable[[ComparisonTask, object], None],
        *,
        patience: float,
    ) -> None:
        Pool.patience = patience
        for number in range(100):
            task = take()
            if task is not None:
                put(task, Lost.DIED if number < self.lost else Lost.HUNG)

    def close(self) -> None: ...


@pytest.fixture(autouse=True)
def no_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing_pairs, "ProcessPool", Pool)


def test_a_pair_has_five_minutes() -> None:
    assert compare_all([("a", "b")], 1, None, lambda _: None) == [None]
    assert Pool.patience == 5 * 60


def test_after_ten_processes_that_died_in_a_row_the_search_is_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pairs = [("a", "b")] * 20
    monkeypatch.setattr(Pool, "lost", 9)
    assert compare_all(pairs, 1, None, lambda _: None) == [None] * 20
    monkeypatch.setattr(Pool, "lost", 10)
    with pytest.raises(SearchError):
        compare_all(pairs, 1, None, lambda _: None)
