"""Help in the real window: the legend that comes once and asks nothing, and the help menu."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from gui.widgets.window.help_pages import HelpPage, LegendStrip
from tests.review.waiting import wait_until
from tests.window.driving import Driver, write_pairs


def legend(driver: Driver) -> LegendStrip | None:
    assert driver.window is not None
    return driver.window.findChild(LegendStrip)


def test_the_legend_comes_with_the_first_pair_once_and_takes_no_key(
    driver: Driver, tmp_path: Path
) -> None:
    path = write_pairs(tmp_path / "pairs")
    window = driver.open(path)
    wait_until(lambda: legend(driver) is not None)
    strip = legend(driver)
    assert strip is not None
    assert strip.isVisible()
    assert [d for d in window.findChildren(QDialog) if d.isVisible()] == []
    assert not strip.isAncestorOf(window.focusWidget())
    driver.press("2")
    driver.wait_for_pair()
    assert driver.session.pair.index == 1
    assert strip.isVisible(), "it stays until it is closed"
    strip.closed.emit()
    assert not strip.isVisible()
    driver.close()
    driver.open(path)
    driver.wait_for_pair()
    assert legend(driver) is None


def test_the_whole_legend_is_under_help_for_ever(driver: Driver, tmp_path: Path) -> None:
    window = driver.open(write_pairs(tmp_path / "pairs"))
    window.actions_by_name["legend"].trigger()
    page = window.findChild(HelpPage)
    assert page is not None
    assert page.isVisible()
    assert not page.isModal()
    page.reject()


def test_details_for_a_bug_report_go_to_the_clipboard(driver: Driver, tmp_path: Path) -> None:
    window = driver.open(write_pairs(tmp_path / "pairs"))
    window.actions_by_name["copy-details"].trigger()
    told = QGuiApplication.clipboard().text()
    assert told.startswith("Copydesk ")
    assert "crash.log" in told
    assert str(tmp_path / "pairs") not in told
    assert "clipboard" in window.views.toast.text()
