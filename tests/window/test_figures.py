"""The figures in the window are true at every moment: of this list, by this annotator."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QInputDialog, QLabel, QProgressBar

from gui.labels import DecisionContext, LabelStore, Pair
from tests.review.waiting import wait_until
from tests.window.driving import Driver, write_pairs

NAMES = ("one", "two", "three", "four", "five", "six")


def said(driver: Driver) -> list[str]:
    """The texts beside the bar of progress."""
    assert driver.window is not None
    return [label.text() for label in driver.window.views.progress.findChildren(QLabel)]


def choose_filter(driver: Driver, wanted: str) -> None:
    assert driver.window is not None
    boxes = driver.window.views.late_pairs.part.findChildren(QComboBox)
    box = next(box for box in boxes if box.findData(wanted) >= 0)
    box.setCurrentIndex(box.findData(wanted))
    box.activated.emit(box.currentIndex())


def go_to_pair_range(driver: Driver) -> tuple[int, int]:
    """The number that Ctrl+G proposes, and the greatest that it takes."""
    assert driver.window is not None
    driver.window.actions_by_name["go-to-pair"].trigger()
    wait_until(lambda: driver.window and driver.window.findChildren(QInputDialog))
    dialog = driver.window.findChildren(QInputDialog)[0]
    found = dialog.intValue(), int(re.findall(r"\d+", dialog.labelText())[-1])
    dialog.reject()
    driver.show()
    wait_until(lambda: driver.window and not driver.window.findChildren(QInputDialog))
    return found


def test_progress_counts_the_pairs_of_the_list_by_the_annotator(
    driver: Driver, tmp_path: Path
) -> None:
    path = write_pairs(tmp_path / "pairs", NAMES[:3])
    for annotator in ("ada", "bob"):
        store = LabelStore(
            path.with_name("labels.csv"),
            journal_folder=driver.places.state / "journals",
            annotator=annotator,
        )
        store.open()
        for number in range(20):
            store.label(Pair(f"elsewhere {number}", "a", "b"), "copy", DecisionContext())
        if annotator == "bob":
            store.label(Pair("one", "a", "b"), "copy", DecisionContext())
        store.project()
    window = driver.open(path)
    wait_until(lambda: "0 labelled" in said(driver)[1])
    driver.press("2")
    wait_until(lambda: said(driver)[1].startswith("1 labelled"))
    bar = window.views.progress.findChild(QProgressBar)
    assert bar is not None
    assert (bar.value(), bar.maximum()) == (1, 3)
    assert "2 to label" in window.views.progress.toolTip()


def test_number_and_go_to_agree_with_the_filter(driver: Driver, tmp_path: Path) -> None:
    driver.open(write_pairs(tmp_path / "pairs", NAMES))
    for _ in range(2):
        driver.press("2")
        driver.wait_for_pair()
    wait_until(lambda: said(driver)[0] == "pair 3 of 6")
    assert go_to_pair_range(driver) == (3, 6)
    choose_filter(driver, "unlabelled")
    wait_until(lambda: said(driver)[0] == "pair 1 of 4")
    assert go_to_pair_range(driver) == (1, 4)
    choose_filter(driver, "copy")
    wait_until(lambda: said(driver)[0] == "outside the 2 shown")
    assert go_to_pair_range(driver) == (1, 2)


def test_stepping_goes_on_from_the_place_of_a_pair_that_the_filter_leaves_out(
    driver: Driver, tmp_path: Path
) -> None:
    driver.open(write_pairs(tmp_path / "pairs", NAMES))
    for key in "f", "j", "j", "j", "f", "k":
        driver.press(key)
        driver.wait_for_pair()
    assert driver.session.pair.index == 2
    choose_filter(driver, "flagged")
    driver.press("k")
    assert driver.session.pair.index == 0
    choose_filter(driver, "all")
    driver.press("j")
    driver.press("j")
    driver.wait_for_pair()
    choose_filter(driver, "flagged")
    driver.press("j")
    assert driver.session.pair.index == 3
