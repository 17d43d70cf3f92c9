"""The pace is what pairs took, whatever was decided about them in between."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from gui.labels import LabelStore
from gui.review.deciding.decisions import Decisions, pace_of
from tests.labels.helpers import JUDGED, pair
from tests.review.waiting import wait_until


class Sitting:
    """Decisions whose clock goes when it is told to."""

    def __init__(self, folder: Path) -> None:
        self.seconds = 0.0
        self.owner = QObject()
        store = LabelStore(folder / "labels.csv", journal_folder=folder / "state", annotator="me")
        store.open()
        self.decisions = Decisions(store, self.owner, lambda: self.seconds)
        self.decisions.clock.resume()

    def look(self, seconds: float) -> None:
        """Look at the pair for some seconds, without idling."""
        self.seconds += seconds
        self.decisions.clock.sign()

    def label(self, number: int, seconds: float, label: str = "copy") -> None:
        """Look at a pair, then label it."""
        self.look(seconds)
        self.decisions.label(pair(number), label, JUDGED)
        self.settle()

    def settle(self) -> None:
        """Wait until all is kept."""
        wait_until(lambda: not self.decisions.waiting)


@pytest.fixture
def sitting(qapp: QApplication, tmp_path: Path) -> Iterator[Sitting]:
    found = Sitting(tmp_path)
    yield found
    found.decisions.close(10)
    found.owner.deleteLater()


def test_a_note_before_the_label_takes_no_time_from_the_pair(sitting: Sitting) -> None:
    sitting.look(50)
    sitting.decisions.note(pair(1), "odd", JUDGED)
    sitting.settle()
    sitting.label(1, 1)
    assert sitting.decisions.pace() == 51


def test_the_pace_is_the_median_of_the_pairs(sitting: Sitting) -> None:
    assert sitting.decisions.pace() is None
    for number, seconds in enumerate((10, 50, 20, 40)):
        sitting.label(number, seconds)
    assert sitting.decisions.pace() == 30


def test_a_correction_makes_no_second_pair_of_one(sitting: Sitting) -> None:
    sitting.label(1, 10)
    sitting.label(2, 30)
    sitting.label(2, 4, "original")
    assert sitting.decisions.pace() == (10 + 34) / 2


def test_a_pair_whose_label_is_undone_does_not_count_until_it_is_back(sitting: Sitting) -> None:
    sitting.label(1, 10)
    sitting.label(2, 30)
    sitting.decisions.undo()
    sitting.settle()
    assert sitting.decisions.pace() == 10
    sitting.decisions.redo()
    sitting.settle()
    assert sitting.decisions.pace() == 20


def test_the_pace_is_that_of_the_last_200_pairs() -> None:
    """An hour or more: a few hard pairs do not change it, and a new part of the list does."""
    assert pace_of([1.0] * 50 + [10.0] * 100 + [20.0] * 100) == 15
    assert pace_of([10.0] * 100 + [20.0] * 100) == 15
    assert pace_of([10.0] * 100 + [20.0] * 101) == 20
