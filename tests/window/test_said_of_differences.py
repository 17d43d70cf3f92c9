"""What the window says about differences: which one of how many, and that nothing can be folded."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolBar

from tests.window.driving import Driver, write_pairs

CONTROL = Qt.KeyboardModifier.ControlModifier
NOTHING_TO_FOLD = "nothing to fold"


@pytest.fixture
def listed(driver: Driver, tmp_path: Path) -> Driver:
    driver.open(write_pairs(tmp_path / "pairs", ("one", "two")))
    return driver


def said_of_place(driver: Driver) -> str:
    assert driver.window is not None
    bar = driver.window.findChild(QToolBar)
    assert isinstance(bar, QToolBar)
    texts = [label.text() for label in bar.findChildren(QLabel)]
    return next((text for text in texts if " of " in text and "pair" not in text), "")


def test_the_bar_says_which_difference_of_how_many_is_current(listed: Driver) -> None:
    assert listed.window is not None
    count = len(listed.window.views.reading.stepper.all)
    assert said_of_place(listed) == ""
    listed.press("]")
    assert said_of_place(listed) == f"1 of {count}"
    listed.press("]")
    assert said_of_place(listed) == f"2 of {count}"
    listed.press("[")
    assert said_of_place(listed) == f"1 of {count}"
    listed.press("j")
    assert said_of_place(listed) == "", "no difference of the next pair is current"


def test_folding_says_where_there_is_nothing_to_fold(listed: Driver) -> None:
    assert listed.window is not None
    listed.press("e", CONTROL)
    assert NOTHING_TO_FOLD in listed.window.views.toast.text()


def test_folding_says_nothing_where_it_is_to_be_seen(driver: Driver, tmp_path: Path) -> None:
    path = write_pairs(tmp_path / "pairs", ("one", "two"))
    long = " ".join(f"word{number}" for number in range(90))
    for name in ("reference.txt", "candidate.txt"):
        (tmp_path / "pairs" / "one" / name).write_text(f"{long}\n\n{name}\n", encoding="utf-8")
    window = driver.open(path)
    driver.press("e", CONTROL)
    assert NOTHING_TO_FOLD not in window.views.toast.text()
    assert window.views.reading.has_folds
