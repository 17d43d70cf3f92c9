"""A label file that takes long to read: the window is there first, and nothing gets lost."""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from gui.labels import LabelFileError
from gui.review import background
from gui.review.opening.opening import Opened, Opening, open_pairs
from gui.review.opening.wanted import Wanted
from gui.widgets.evidence.evidence_panel import EvidencePanel
from gui.widgets.settings.settings_controller import reading_of
from gui.widgets.window.main_window import MainWindow
from tests.any_message import any_message
from tests.review.waiting import wait_until
from tests.window.driving import Driver, read_labels, write_pairs


class SlowOpening:
    """An opening that ends when it is told to."""

    def __init__(self, driver: Driver, folder: Path) -> None:
        self.pairs = write_pairs(folder)
        self.labels = folder / "labels.csv"
        self.may_end = threading.Event()
        self.error: Exception | None = None
        self._driver = driver
        self.window: MainWindow = driver.open()
        self.opening = Opening(self._find)
        self.window.opening.expect(self.opening, self._begin)

    def _find(self) -> Opened:
        self.may_end.wait(20)
        if self.error is not None:
            raise self.error
        return open_pairs(Wanted((str(self.pairs),), annotator="ada"), self._driver.places)

    def _begin(self, opened: Opened) -> None:
        self._driver.session.open(opened, reading_of(self._driver.settings))


@pytest.fixture
def slow(driver: Driver, tmp_path: Path) -> Iterator[SlowOpening]:
    found = SlowOpening(driver, tmp_path)
    yield found
    found.may_end.set()
    with contextlib.suppress(Exception):  # which the window has told
        found.opening.wait()


def banners(slow: SlowOpening) -> tuple[str, ...]:
    return slow.window.views.banners.keys()


def test_keys_before_the_labels_are_read_do_nothing_and_those_after_label(
    driver: Driver, slow: SlowOpening
) -> None:
    views = slow.window.views
    assert views.stage.currentWidget() is views.stage.pair
    assert "opening" in banners(slow)
    timers = [t.interval() for t in slow.window.opening.findChildren(QTimer) if t.isActive()]
    assert timers == [30], "until it looks again"
    for key in "123FN":
        driver.press(key)
    assert not slow.labels.exists()
    slow.may_end.set()
    wait_until(lambda: driver.session.opened is not None)
    driver.wait_for_pair()
    assert "opening" not in banners(slow)
    driver.press("2")
    wait_until(slow.labels.exists)
    wait_until(lambda: len(read_labels(slow.labels)) == 1)
    assert read_labels(slow.labels)[0]["label"] == "copy"


def test_what_cannot_be_opened_is_said_in_the_window(slow: SlowOpening) -> None:
    slow.error = LabelFileError(any_message("labels.csv holds two rows for one pair; remove one."))
    slow.may_end.set()
    views = slow.window.views
    wait_until(lambda: views.stage.start.shown)
    assert "opening" in banners(slow)


def test_a_fault_in_opening_is_told_once(
    slow: SlowOpening, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: told.append(kind))
    slow.error = LookupError("a fault of ours")
    slow.may_end.set()
    wait_until(lambda: told)
    QTest.qWait(200)
    assert told == [LookupError]
    assert slow.window.views.stage.start.shown
    assert "opening" not in banners(slow)


def test_another_list_may_be_opened_meanwhile(
    driver: Driver, slow: SlowOpening, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    slow.window.opening.open_paths([str(write_pairs(other))])
    wait_until(lambda: driver.session.opened is not None)
    slow.may_end.set()
    slow.opening.wait()
    QTest.qWait(100)
    opened = driver.session.opened
    assert opened is not None
    assert opened.pairs.folder == other


def test_the_window_closes_while_it_waits(driver: Driver, slow: SlowOpening) -> None:
    driver.close()
    slow.may_end.set()
    slow.opening.wait()
    QTest.qWait(100)
    assert not slow.labels.exists()


def test_the_panel_of_a_list_is_made_in_a_turn_before_the_list_is_shown(
    driver: Driver, slow: SlowOpening, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each takes half of the time for which a window may stand still."""
    monkeypatch.setattr(background, "SLICE", -1.0)  # whatever is done took longer, on any machine
    seen: list[str] = []
    window = slow.window
    assert window.views.late_pairs.made is None

    def found() -> None:
        seen.append("found")
        QTimer.singleShot(0, window, lambda: seen.append("another turn"))

    window.opening.list_found.connect(found)
    driver.session.list_opened.connect(lambda: seen.append("opened"))
    window.views.late_pairs.do("made", lambda _panel: seen.append("made"))
    slow.may_end.set()
    driver.wait_for_pair()
    assert seen.index("made") < seen.index("another turn") < seen.index("opened")
    shown = window.actions_by_name["show-pairs"].isChecked()
    assert window.views.late_pairs.part.isVisible() is shown


def test_a_list_brings_its_first_pair_once(
    driver: Driver, slow: SlowOpening, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[bool] = []  # each time that the evidence of another pair is covered
    cover = EvidencePanel.cover

    def noted(panel: EvidencePanel) -> None:
        compared.append(driver.session.pair.comparison is not None)
        cover(panel)

    monkeypatch.setattr(EvidencePanel, "cover", noted)
    slow.may_end.set()
    driver.wait_for_pair()
    assert compared.count(False) == 1
