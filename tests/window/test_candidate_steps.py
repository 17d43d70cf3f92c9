"""Keys that go from one candidate of a reference to the next."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from gui.widgets.reading.counterparts import Role
from tests.review.waiting import wait_until
from tests.window.driving import Driver
from tests.window.harbour_articles import COPY, OTHER

SHIFT = Qt.KeyboardModifier.ShiftModifier


def write_list(folder: Path) -> Path:
    """Write a list with two candidates of a long text, and one of another between them."""
    lines = [
        f"Line {number} of the harbour report names pier {number * 7}." for number in range(90)
    ]
    texts = {"long": lines, "early": lines[:60], "late": [*lines[20:], *lines[:5]]}
    for name, kept in texts.items():
        (folder / f"{name}.txt").write_text("\n\n".join(kept), encoding="utf-8")
    (folder / "other.txt").write_text(OTHER, encoding="utf-8")
    (folder / "copy.txt").write_text(COPY, encoding="utf-8")
    path = folder / "pairs.csv"
    rows = ("long.txt,early.txt", "other.txt,copy.txt", "long.txt,late.txt")
    path.write_text("\n".join(("reference,candidate", *rows, "")), encoding="utf-8")
    return path


def test_the_reference_stays_while_its_candidates_change(driver: Driver, tmp_path: Path) -> None:
    window = driver.open(write_list(tmp_path))
    surface = window.views.reading.surface
    for _ in range(3):
        driver.press(Qt.Key.Key_PageDown)
    before = surface.place_of(Role.REFERENCE)
    assert before is not None
    assert before.offset
    driver.press(Qt.Key.Key_BracketRight, SHIFT)  # which they are is looked for only now
    wait_until(lambda: driver.session.pair.index == 2)
    driver.wait_for_pair()
    assert surface.place_of(Role.REFERENCE) == before
    driver.press(Qt.Key.Key_BracketLeft, SHIFT)
    driver.wait_for_pair()
    assert driver.session.pair.index == 0
    assert surface.place_of(Role.REFERENCE) == before


def test_it_is_said_why_there_is_no_further_candidate(driver: Driver, tmp_path: Path) -> None:
    toast = driver.open(write_list(tmp_path)).views.toast
    driver.press(Qt.Key.Key_BracketLeft, SHIFT)
    wait_until(lambda: toast.text() == "This is the first candidate of this reference.")
    driver.press(Qt.Key.Key_BracketRight, SHIFT)
    driver.wait_for_pair()
    driver.press(Qt.Key.Key_BracketRight, SHIFT)
    assert toast.text() == "This is the last candidate of this reference."
    driver.session.go_to(1)
    driver.wait_for_pair()
    driver.press(Qt.Key.Key_BracketRight, SHIFT)
    assert toast.text() == "No other pair of the list has this reference."
    assert driver.session.pair.index == 1


def test_who_left_the_pair_meanwhile_is_not_taken_from_the_next(
    driver: Driver, tmp_path: Path
) -> None:
    window = driver.open(write_list(tmp_path))
    driver.press(Qt.Key.Key_BracketRight, SHIFT)
    driver.session.go_to(1)
    driver.wait_for_pair()
    driver.press(Qt.Key.Key_BracketLeft, SHIFT)
    wait_until(lambda: "No other pair" in window.views.toast.text())
    assert driver.session.pair.index == 1


def test_who_reads_blind_is_not_told_what_belongs_together(driver: Driver, tmp_path: Path) -> None:
    window = driver.open(write_list(tmp_path), blind="names")
    for index in range(3):
        driver.session.go_to(index)
        driver.wait_for_pair()
        assert not window.actions_by_name["next-candidate"].isEnabled()
        assert not window.actions_by_name["previous-candidate"].isEnabled()
