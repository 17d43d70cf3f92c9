"""The end of a list: what is shown, and that nobody labels a pair that he does not see."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from gui.widgets.controls.buttons import KeyButton
from gui.widgets.labelling.label_bar import SaveSign
from gui.widgets.window.window_layout import WindowLayout
from tests.review.waiting import wait_until
from tests.window.driving import Driver, read_labels, write_pairs

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    return tmp_path / "pairs" / "labels.csv"


@pytest.fixture
def ended(driver: Driver, tmp_path: Path, labels: Path) -> Driver:
    """The window after the last of two pairs was labelled."""
    driver.open(write_pairs(tmp_path / "pairs", ("one", "two")))
    driver.press("2")
    driver.wait_for_pair()
    driver.press("2")
    wait_until(lambda: len(read_labels(labels)) == 2)
    assert shown(driver) is views(driver).stage.end.part
    return driver


def views(driver: Driver) -> WindowLayout:
    assert driver.window is not None
    return driver.window.views


def test_the_page_is_there_before_the_last_label_is_given(driver: Driver, tmp_path: Path) -> None:
    """To make it takes as long as all else that a label key does."""
    driver.open(write_pairs(tmp_path / "pairs", ("one", "two")))
    driver.wait_for_pair()
    end = views(driver).stage.end
    driver.press("2")
    assert end.made is None
    driver.wait_for_pair()
    wait_until(lambda: end.made is not None)
    assert not end.shown


def shown(driver: Driver) -> QWidget | None:
    return views(driver).stage.currentWidget()


def test_undo_at_the_end_goes_back_to_the_text(ended: Driver, labels: Path) -> None:
    ended.press(Qt.Key.Key_Z, CONTROL)
    assert shown(ended) is views(ended).stage.pair
    assert "two" in views(ended).toast.text()
    wait_until(lambda: len(read_labels(labels)) == 1)
    ended.press("3")  # and it can be labelled anew
    wait_until(lambda: [row["label"] for row in read_labels(labels)] == ["copy", "unrelated"])


def test_the_key_for_the_previous_pair_goes_back_to_the_last_one_read(ended: Driver) -> None:
    ended.press("k")
    assert shown(ended) is views(ended).stage.pair
    assert ended.session.pair.index == 1
    ended.press("k")
    ended.wait_for_pair()
    assert ended.session.pair.index == 0


def test_no_key_decides_on_the_pair_behind_the_end(ended: Driver, labels: Path) -> None:
    before = labels.read_bytes()
    for key in "1f":
        views(ended).labels.end_reason()
        ended.press(key)
        assert "Go back to the pairs" in views(ended).labels.reason, key
        row = ended.session.row()
        assert row is not None, key
        assert (row.label, row.flagged) == ("copy", False), key
        assert not ended.window.actions_by_name["flag"].isChecked()  # type: ignore[union-attr]
    ended.close()
    assert labels.read_bytes() == before


def test_nothing_of_the_pair_behind_the_end_stands_in_the_bar(
    driver: Driver, tmp_path: Path
) -> None:
    driver.open(write_pairs(tmp_path / "pairs", ("one", "two")))
    bar, note = views(driver).labels, views(driver).note

    def checked() -> list[str]:
        buttons = bar.findChildren(KeyButton)
        return [button.accessibleName() for button in buttons if button.isChecked()]

    driver.press("2")
    driver.wait_for_pair()
    driver.press("f")
    driver.press("n")
    driver.type("look again")
    driver.press(Qt.Key.Key_Escape)
    wait_until(lambda: not note.unsaved)
    driver.look()
    driver.press("2")
    wait_until(lambda: shown(driver) is views(driver).stage.end.made)
    assert checked() == []
    assert not note.isVisible()
    views(driver).stage.end.part.back_wanted.emit()
    assert checked() == ["Copy", "Flag"]
    assert note.isVisible()


def test_no_key_moves_in_the_text_behind_the_end(ended: Driver) -> None:
    before = ended.focus()
    for key, modifiers in (("]", NONE), ("[", NONE), ("f", CONTROL)):
        views(ended).toast.show_sentence("Something else.")
        ended.press(key, modifiers)
        assert views(ended).toast.text() == "No text is shown here.", key
        assert views(ended).reading.place_among_differences is None, key
        assert views(ended).late_find.made is None, key
        assert ended.focus() is before, key


def test_no_note_is_written_about_the_pair_behind_the_end(ended: Driver) -> None:
    ended.press("n")
    assert not views(ended).note.isVisible()


def test_the_buttons_rest_at_the_end_and_work_after_it(ended: Driver) -> None:
    buttons = views(ended).labels.findChildren(KeyButton)
    assert len(buttons) == 6
    assert not any(button.isEnabled() for button in buttons)
    views(ended).stage.end.part.back_wanted.emit()
    assert shown(ended) is views(ended).stage.pair
    assert all(button.isEnabled() for button in buttons)


def test_a_pair_that_cannot_be_read_saves_nothing(driver: Driver, tmp_path: Path) -> None:
    path = write_pairs(tmp_path / "pairs", ("one", "two"))
    (tmp_path / "pairs" / "two" / "candidate.txt").unlink()
    driver.open(path)
    driver.press("j")
    driver.wait_for_pair()
    assert driver.session.pair.problem
    sign = views(driver).labels.findChild(SaveSign)
    assert isinstance(sign, SaveSign)
    assert "".join(label.text() for label in sign.findChildren(QLabel)) == ""
