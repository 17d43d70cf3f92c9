"""What the panes say while a pair is read and compared, where that takes long."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from gui import settings as keys
from gui.review.preparing.protocol import Documents, Found
from gui.widgets.window import review_controller
from gui.widgets.window.main_window import MainWindow
from tests.review.waiting import wait_until
from tests.window.driving import Driver, write_pairs
from tests.window.holding import Held


@pytest.fixture
def window(driver: Driver, tmp_path: Path) -> MainWindow:
    driver.settings[keys.MEASURE] = False
    found = driver.make(write_pairs(tmp_path / "pairs"))
    driver.show()
    return found


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Held:
    """Stands before the window in a test, which then opens its list with comparisons held."""
    return Held(monkeypatch)


def patience_of(window: MainWindow) -> QTimer:
    """Return what waits before anything is said."""
    timer = window.review.findChild(QTimer)
    assert isinstance(timer, QTimer)
    return timer


def state(window: MainWindow) -> str:
    return window.views.reading.header.state


def test_both_panes_say_that_they_are_being_compared(held: Held, window: MainWindow) -> None:
    wait_until(lambda: held.count == 1)
    wait_until(lambda: state(window) == "comparing…")
    header = window.views.reading.header
    with_it = header.grab().toImage()
    held.let_come()
    wait_until(lambda: window.session.pair.comparison is not None)
    assert state(window) == ""
    assert header.grab().toImage() != with_it


def test_the_next_pair_begins_without_it(held: Held, driver: Driver, window: MainWindow) -> None:
    wait_until(lambda: state(window) == "comparing…")
    patience_of(window).setInterval(1_000_000)
    driver.session.go_to(1)
    wait_until(lambda: driver.session.pair.index == 1)
    assert state(window) == ""
    held.let_come()
    driver.wait_for_pair()


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The window says nothing as long as a test takes, however slow the machine is."""
    monkeypatch.setattr(review_controller, "PATIENCE", 1_000_000)


@pytest.mark.usefixtures("patient")
def test_of_what_is_quick_nothing_is_said(held: Held, driver: Driver, window: MainWindow) -> None:
    assert patience_of(window).isActive()
    wait_until(lambda: held.count == 1)
    QApplication.processEvents()
    assert state(window) == ""
    held.let_come()
    driver.wait_for_pair()
    assert not patience_of(window).isActive()


def test_where_reading_takes_long_the_middle_says_so(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(monkeypatch, Documents, Found)
    window = driver.make(write_pairs(tmp_path / "pairs"))
    driver.show()
    reading = window.views.reading
    wait_until(lambda: reading.surface.message == "Reading the documents…")
    assert state(window) == ""
    wait_until(lambda: held.count == 2)
    held.let_one_come()
    wait_until(lambda: (reading.surface.message, state(window)) == ("", "comparing…"))
    held.let_come()
    driver.wait_for_pair()
    assert state(window) == ""


def test_a_pair_that_cannot_be_read_is_not_being_compared(
    tmp_path: Path, held: Held, window: MainWindow
) -> None:
    wait_until(lambda: state(window) == "comparing…")
    for name in ("reference.txt", "candidate.txt"):
        (tmp_path / "pairs" / "one" / name).unlink()
    held.let_come()
    wait_until(lambda: window.session.pair.comparison is not None)
    window.session.pair.reload()
    wait_until(lambda: window.session.pair.problem is not None)
    assert (state(window), window.views.reading.surface.message) == ("", "")


def test_who_has_a_pair_read_again_before_it_is_compared_sees_that_it_cannot_be(
    tmp_path: Path, held: Held, window: MainWindow
) -> None:
    wait_until(lambda: state(window) == "comparing…")
    (tmp_path / "pairs" / "one" / "candidate.txt").unlink()
    failed: list[object] = []
    window.session.pair.failed.connect(failed.append)
    window.session.pair.reload()
    held.let_come()
    wait_until(lambda: failed)
    QApplication.processEvents()
    assert window.session.pair.index == 0
    assert window.session.pair.problem is not None
