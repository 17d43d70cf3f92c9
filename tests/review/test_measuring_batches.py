"""When measuring begins, and how often its results come to the window: by timers made to run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication

from gui.review import measuring
from gui.review.background import RightOfWay
from gui.review.measure_run import Progress
from gui.review.measuring import Measuring
from gui.review.pair_book import PairBook
from gui.review.protocol import Reading
from tests.review.waiting import let_timers_run


class Run:
    """Stands for a ``MeasureRun`` that has found a result for each of many pairs."""

    made: list[Run]

    def __init__(self, *given: Any, jobs: int | None, give_way: object) -> None:
        self.announce: Callable[[], object] = given[5]
        self.left = 1_500
        self.taken: list[int] = []
        Run.made.append(self)

    def results(self, most: int) -> list[tuple[int, None]]:
        count = min(most, self.left)
        self.left -= count
        self.taken.append(count)
        return [(0, None)] * count

    def progress(self) -> Progress:
        return Progress(1_500 - self.left, 1_500, None, "measuring")

    def faults(self) -> list[str]:
        return []

    def use_battery(self, allowed: bool) -> None: ...
    def set_paused(self, paused: bool) -> None: ...
    def first(self, indices: list[int]) -> None: ...
    def close(self, seconds: float = 0.0) -> None: ...


def test_it_begins_when_the_first_pair_is_painted_and_tells_five_times_a_second(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More often than that nobody reads a number; a thousand results take some milliseconds."""
    Run.made = []
    monkeypatch.setattr(measuring, "MeasureRun", Run)
    book = SimpleNamespace(
        pairs=[None, None],
        folder=Path(),
        measured=lambda _index, _result: None,
        measures=SimpleNamespace(unreadable=0),
    )
    owner, way = QObject(), RightOfWay(60)
    made = Measuring(owner, way)
    made.begin(cast(PairBook, book), Reading(), 0, None)
    let_timers_run(made, 299)
    assert Run.made == []
    let_timers_run(made, 300)
    (run,) = Run.made
    run.announce()
    QCoreApplication.processEvents()
    let_timers_run(made, 199)
    assert run.taken == []
    way.take()
    let_timers_run(made, 200)
    assert run.taken == [], "the reader waits for a pair"
    way.give_back()
    let_timers_run(made, 20)
    let_timers_run(made, 0)
    assert run.taken == [1_000], "what else waits for the window comes between"
    let_timers_run(made, 1)
    assert run.taken == [1_000, 500], "what waits already comes at once"
    made.end()
    owner.deleteLater()
