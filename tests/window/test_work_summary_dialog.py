"""The summary of the work, on request and at the end of the list."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from gui.widgets.pairs.work_summary_dialog import WorkSummaryDialog, duration
from tests.review.waiting import wait_until
from tests.window.driving import Driver, write_pairs


def copied(driver: Driver) -> list[list[str]]:
    """Copy the summary that is open as text, close it, and return its cells."""
    assert driver.window is not None
    wait_until(lambda: driver.window and driver.window.findChildren(WorkSummaryDialog))
    dialog = driver.window.findChildren(WorkSummaryDialog)[0]
    button = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Copy as text")
    wait_until(button.isEnabled)
    button.click()
    dialog.reject()
    return [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]


def test_the_summary_says_what_was_done_and_can_be_copied(driver: Driver, tmp_path: Path) -> None:
    path = write_pairs(tmp_path / "pairs")
    driver.open(path)
    driver.press("2")
    driver.close()
    driver.open(path)
    driver.press("k")
    driver.wait_for_pair()
    driver.press("1")
    driver.wait_for_pair()
    driver.press("3")
    driver.wait_for_pair()
    driver.press("i", Qt.KeyboardModifier.ControlModifier)
    title, *rows = copied(driver)
    assert title[0].startswith("ada: ")
    assert rows[0] == ["", "This session", "Today", "All"]
    by_name = {row[0]: row[1:] for row in rows[1:]}
    assert by_name["original"] == ["1", "1", "1"]
    assert by_name["copy"] == ["0", "0", "0"]
    assert by_name["Labelled"] == ["2", "2", "2"]
    assert by_name["Given another label later"] == ["1", "1", "1"]


def test_the_end_page_offers_the_summary(driver: Driver, tmp_path: Path) -> None:
    window = driver.open(write_pairs(tmp_path / "pairs", ("one", "two")))
    driver.press("2")
    driver.wait_for_pair()
    driver.press("2")
    end = window.views.stage.end
    wait_until(lambda: end.shown)
    button = next(
        b for b in end.part.findChildren(QPushButton) if b.text() == "Summary of the work"
    )
    button.click()
    assert ["Labelled", "2", "2", "2"] in copied(driver)


@pytest.mark.usefixtures("driver")
@pytest.mark.parametrize(
    ("seconds", "said"),
    [(None, "–"), (9.96, "10.0 s"), (320, "5 min 20 s"), (11_220, "3 h 7 min")],
)
def test_durations_are_said_in_words(seconds: float | None, said: str) -> None:
    assert duration(seconds) == said
