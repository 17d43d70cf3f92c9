"""The garbage collector runs at set times and leaves long pairs alone."""

from __future__ import annotations

import gc
import io
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from gui.documents import Span
from gui.own_process import read_frame, write_frame
from gui.review import background
from gui.review.background import GcScheduler
from tests.review.waiting import let_timers_run, wait_until


class Ring:
    """Garbage that only a collection finds."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def sweeper(qapp: QApplication) -> Iterator[GcScheduler]:
    owner = QObject()
    found = GcScheduler(owner, pause=20)
    yield found
    found.close()
    gc.unfreeze()
    owner.deleteLater()


def test_garbage_is_found_by_and_by_and_only_then(sweeper: GcScheduler) -> None:
    assert not gc.isenabled()
    lost = weakref.ref(Ring())
    assert lost() is not None
    wait_until(lambda: lost() is None)


def test_older_garbage_is_found_too(sweeper: GcScheduler) -> None:
    ring = Ring()
    gc.collect()  # now it is among the old ones
    lost = weakref.ref(ring)
    del ring
    wait_until(lambda: lost() is None)


class Collector:
    """Stands for Python's garbage collector: what it is asked for, and how long that takes."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.asked: list[str] = []
        self.made = 1_000  # values since the last time
        self.seconds = 0.0  # for one search
        self._now = 0.0
        patch.setattr(gc, "get_count", lambda: (self.made, 0, 0))
        patch.setattr(gc, "collect", self._collect)
        patch.setattr(gc, "freeze", lambda: self.asked.append("freeze"))
        patch.setattr(background, "perf_counter", lambda: self._now)

    def _collect(self, oldest: int) -> None:
        self._now += self.seconds
        self.asked.append("all" if oldest == 2 else "newest")


@pytest.fixture
def collector(monkeypatch: pytest.MonkeyPatch) -> Collector:
    return Collector(monkeypatch)


@pytest.fixture
def idle(qapp: QApplication) -> Iterator[GcScheduler]:
    owner = QObject()
    found = GcScheduler(owner)
    yield found
    found.close()
    gc.unfreeze()
    owner.deleteLater()


def test_each_second_the_newest_are_looked_at_and_every_twenty_all(
    idle: GcScheduler, collector: Collector
) -> None:
    """All of them take twenty times as long; so both take a like share of the time."""
    let_timers_run(idle, 999)
    assert collector.asked == []
    for _ in range(40):
        let_timers_run(idle, 1_000)
    assert collector.asked == (["newest"] * 19 + ["all"]) * 2


@pytest.mark.parametrize(("made", "asked"), [(50_000, "newest"), (50_001, "freeze")])
def test_more_than_50_000_values_are_not_looked_at(
    idle: GcScheduler, collector: Collector, made: int, asked: str
) -> None:
    """Ones that nothing has at hand take up to half a microsecond each: 200,000 took 119 ms."""
    collector.made = made
    idle.sweep()
    assert collector.asked == [asked]


@pytest.mark.parametrize(("made", "last"), [(5_000, "all"), (5_001, "freeze")])
def test_nor_are_those_that_were_made_since_all_were_looked_at(
    idle: GcScheduler, collector: Collector, made: int, last: str
) -> None:
    collector.made = made
    for _ in range(20):
        idle.sweep()
    assert collector.asked == ["newest"] * 19 + [last]


@pytest.mark.parametrize(("seconds", "is_frozen"), [(0.039, False), (0.041, True)])
def test_what_took_more_than_two_frames_is_not_looked_at_again(
    idle: GcScheduler, collector: Collector, seconds: float, is_frozen: bool
) -> None:
    """Somebody who types sees that a letter comes late."""
    collector.seconds = seconds
    idle.sweep()
    assert ("freeze" in collector.asked) is is_frozen


def test_afterwards_python_collects_by_itself(sweeper: GcScheduler) -> None:
    sweeper.close()
    assert gc.isenabled()


@pytest.mark.parametrize(("size", "frozen"), [(400_000, False), (600_000, True)])
def test_a_long_value_from_the_worker_is_not_searched(size: int, frozen: bool) -> None:
    spans = [Span(at, at + 1) for at in range(1_000)]
    pipe = io.BytesIO()
    write_frame(pipe, spans)
    whole = (spans, "x" * (size - pipe.tell()))
    pipe = io.BytesIO()
    write_frame(pipe, whole)
    pipe.seek(0)
    before = gc.get_freeze_count()
    try:
        value = read_frame(pipe)
        assert (gc.get_freeze_count() - before >= len(spans)) is frozen
        assert value == whole
    finally:
        gc.unfreeze()
