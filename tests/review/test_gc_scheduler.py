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
from gui.review.background import GcScheduler
from tests.review.waiting import wait_until


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


@pytest.mark.parametrize("at_once", [True, False])
def test_the_values_of_a_very_long_list_are_not_looked_at(
    sweeper: GcScheduler, monkeypatch: pytest.MonkeyPatch, at_once: bool
) -> None:
    looked: list[int] = []
    collect = gc.collect

    def counted(oldest: int) -> int:
        looked.append(oldest)
        return collect(oldest)

    monkeypatch.setattr(gc, "collect", counted)
    sweeper.sweep()
    looked.clear()
    before = gc.get_freeze_count()
    if at_once:
        values = [[number] for number in range(300_000)]
        sweeper.sweep()
        assert not looked
    else:
        values = []
        for _ in range(20):
            values += [[number] for number in range(20_000)]
            sweeper.sweep()
        assert 2 not in looked
    assert gc.get_freeze_count() - before >= 200_000
    assert values


def test_afterwards_python_collects_by_itself(sweeper: GcScheduler) -> None:
    sweeper.close()
    assert gc.isenabled()


@pytest.mark.parametrize(("count", "frozen"), [(10, False), (100_000, True)])
def test_a_long_value_from_the_worker_is_not_searched(count: int, frozen: bool) -> None:
    pipe = io.BytesIO()
    write_frame(pipe, [Span(at, at + 1) for at in range(count)])
    pipe.seek(0)
    before = gc.get_freeze_count()
    try:
        value = read_frame(pipe)
        assert (gc.get_freeze_count() - before >= count) is frozen
        assert len(value) == count
    finally:
        gc.unfreeze()
