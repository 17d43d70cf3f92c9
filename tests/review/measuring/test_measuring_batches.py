"""When measuring begins, and how often its results come to the window: by timers made to run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication

from gui.review.background import RightOfWay
from gui.review.measuring import measuring
from gui.review.measuring.measure_lookup import Known
from gui.review.measuring.measure_run import BESIDE_WINDOW, MeasuringProgress, Pace
from gui.review.measuring.measuring import Measuring
from gui.review.pair_list.pair_book import PairBook
from gui.review.preparing.protocol import Reading
from tests.review.waiting import let_timers_run


class Run:
    """Stands for a ``MeasureRun`` that has found a result for each of many pairs."""

    made: list[Run]

    def __init__(self, *given: Any, jobs: int | None, pace: Pace) -> None:
        self.announce: Callable[[], object] = given[5]
        self.left = 1_500
        self.taken: list[int] = []
        self.looked_up: list[Known] = []
        self.state = "looking"
        Run.made.append(self)

    def known(self) -> list[Known]:
        taken, self.looked_up = self.looked_up, []
        return taken

    def results(self, most: int) -> list[tuple[int, None]]:
        count = min(most, self.left)
        self.left -= count
        self.taken.append(count)
        return [(0, None)] * count

    def progress(self) -> MeasuringProgress:
        return MeasuringProgress(1_500 - self.left, 1_500, None, self.state)

    def faults(self) -> list[str]:
        return []

    def use_battery(self, allowed: bool) -> None: ...
    def set_paused(self, paused: bool) -> None: ...
    def first(self, indices: list[int]) -> None: ...
    def close(self, seconds: float = 0.0) -> None: ...


@pytest.fixture
def way() -> RightOfWay:
    return RightOfWay(60)


@pytest.fixture
def made(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, way: RightOfWay
) -> Iterator[Measuring]:
    """Measuring that has begun with a list, and not made its ``Run`` yet."""
    Run.made = []
    monkeypatch.setattr(measuring, "MeasureRun", Run)
    monkeypatch.setattr(measuring, "BESIDE_WINDOW", BESIDE_WINDOW._replace(head_start=600))
    book = SimpleNamespace(
        pairs=[None, None],
        folder=Path(),
        measured=lambda _index, _result: None,
        measures=SimpleNamespace(measured=0),
        shows_figures=True,
    )
    owner = QObject()
    found = Measuring(owner, way)
    found.begin(cast(PairBook, book), Reading(), 0, None)
    yield found
    found.end()
    owner.deleteLater()


def test_it_begins_when_the_first_pair_is_painted_and_tells_five_times_a_second(
    made: Measuring, way: RightOfWay
) -> None:
    """More often than that nobody reads a number; a thousand results take some milliseconds."""
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


def test_what_comes_last_is_told_at_once(made: Measuring) -> None:
    let_timers_run(made, 300)
    (run,) = Run.made
    run.announce()
    QCoreApplication.processEvents()
    let_timers_run(made, 1)
    assert run.taken == []
    run.state = "done"
    run.announce()
    QCoreApplication.processEvents()
    let_timers_run(made, 1)
    assert run.taken == [1_000]


def test_what_is_known_is_looked_up_before_missing_documents_are(made: Measuring) -> None:
    let_timers_run(made, 300)
    (run,) = Run.made
    run.left = 10
    run.announce()
    QCoreApplication.processEvents()
    let_timers_run(made, 200)
    assert made.head_start.taken
    run.state = "measuring"
    run.announce()
    QCoreApplication.processEvents()
    let_timers_run(made, 200)
    assert not made.head_start.taken


def test_a_list_that_is_closed_keeps_no_head_start(made: Measuring) -> None:
    assert made.head_start.taken
    made.end()
    assert not made.head_start.taken
