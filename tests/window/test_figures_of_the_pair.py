"""The evidence beside a pair is that pair's: never, not for a moment, that of the one before."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel

from gui.widgets.evidence.summary import NOTHING
from gui.widgets.window.main_window import MainWindow
from tests.review.waiting import wait_until
from tests.window.driving import Driver, write_pairs
from tests.window.holding import Held


@pytest.fixture
def window(driver: Driver, tmp_path: Path) -> MainWindow:
    """The second of three pairs, with the evidence beside it.

    The third, which is no copy, has been in the window and is there at once when it comes again.
    """
    window = driver.open(write_pairs(tmp_path / "pairs", ("a", "b", "c")))
    window.resize(1_500, 1_000)
    driver.session.go_to(2)
    driver.wait_for_pair()
    driver.session.go_to(1)
    driver.wait_for_pair()
    wait_until(lambda: "%" in seen(window))
    return window


def seen(window: MainWindow) -> str:
    """What of the texts of the evidence is not covered by anything."""
    labels = window.views.evidence.findChildren(QLabel)
    return " ".join(one.text() for one in labels if not one.visibleRegion().isEmpty())


def step(driver: Driver, by: int) -> bool:
    """Go to another pair; tell whether it was there already, read and compared."""
    driver.session.step(by)
    return driver.session.pair.comparison is not None


def test_no_figures_of_the_previous_pair_stand_beside_a_prepared_one(
    driver: Driver, window: MainWindow
) -> None:
    of_the_other = seen(window)
    beside: list[str] = []
    window.views.reading.painted.connect(lambda _serial: beside.append(seen(window)))
    assert step(driver, 1)
    assert seen(window) == ""
    wait_until(lambda: beside)
    assert beside[0] == ""
    wait_until(lambda: "%" in seen(window))
    assert seen(window) != of_the_other


def test_a_pair_that_takes_long_has_no_figures(
    driver: Driver, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver.close()
    held = Held(monkeypatch)
    held.holds = False
    window = driver.open(tmp_path / "pairs" / "pairs.csv")
    window.resize(1_500, 1_000)
    wait_until(lambda: "%" in seen(window))
    held.holds = True
    window.session.pair.reload(others=True)
    assert seen(window) == "", "the documents may have changed"
    assert not step(driver, 1)
    assert seen(window) == ""
    wait_until(lambda: NOTHING in seen(window))
    assert "%" not in seen(window)
    held.let_come()
    driver.wait_for_pair()
    wait_until(lambda: "%" in seen(window))


def test_nothing_of_the_previous_pair_can_be_copied_or_chosen(
    driver: Driver, window: MainWindow
) -> None:
    table = window.views.evidence.ledger.findChild(QAbstractItemView)
    assert isinstance(table, QAbstractItemView)
    wait_until(lambda: table.model().rowCount() > 0)
    table.setFocus()
    QGuiApplication.clipboard().setText("something else")
    chosen: list[int] = []
    window.views.evidence.change_wanted.connect(chosen.append)
    assert step(driver, 1)
    for key, modifiers in (
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier),
    ):
        driver.press(key, modifiers, wait=False)
    assert (chosen, QGuiApplication.clipboard().text()) == ([], "")
    QApplication.processEvents()
