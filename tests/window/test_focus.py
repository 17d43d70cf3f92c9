"""Whose the keys are: the pair's from the start, a field's only while somebody writes there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from gui.labels import DecisionContext, LabelStore, Pair
from gui.widgets.labelling.note_field import NoteField
from tests.review.waiting import let_pass, wait_until
from tests.window.driving import Driver, read_labels, write_pairs

NAMES = ("one", "two", "three")
NO_TEXT = bytes(range(256)) * 8


def page(driver: Driver) -> QWidget:
    """The page that stands where the texts stand."""
    assert driver.window is not None
    shown = driver.window.views.stage.currentWidget()
    assert shown is not None
    return shown


def search_of(driver: Driver) -> QLineEdit:
    assert driver.window is not None
    driver.window.resize(1500, 900)
    search = driver.window.views.late_pairs.part.findChild(QLineEdit)
    assert isinstance(search, QLineEdit)
    return search


@pytest.fixture
def listed(driver: Driver, tmp_path: Path) -> Driver:
    driver.open(write_pairs(tmp_path / "pairs", NAMES))
    return driver


@pytest.fixture
def unreadable(driver: Driver, tmp_path: Path) -> Driver:
    """The window on a list of which no pair can be read."""
    path = write_pairs(tmp_path / "pairs", NAMES)
    for name in NAMES:
        for side in ("reference", "candidate"):
            (tmp_path / "pairs" / name / f"{side}.txt").write_bytes(NO_TEXT)
    driver.settings.remember_place(str(path), "ada", "one")
    driver.open(path)
    return driver


def test_a_list_that_begins_unreadable_begins_with_the_keys_at_its_message(
    unreadable: Driver,
) -> None:
    assert unreadable.window is not None
    search = search_of(unreadable)
    stage = unreadable.window.views.stage
    wait_until(lambda: stage.message.shown)
    assert QApplication.focusWidget() is page(unreadable), "not a button that a key might press"
    unreadable.press("2")
    assert "unusable" in unreadable.window.views.labels.reason
    assert search.text() == ""


def test_from_one_unreadable_pair_to_the_next_the_keys_stay_there(unreadable: Driver) -> None:
    for _ in NAMES:
        unreadable.press("j")
        unreadable.wait_for_pair()
        assert QApplication.focusWidget() is page(unreadable)


def test_a_note_on_an_unreadable_pair_is_left_to_what_is_shown(unreadable: Driver) -> None:
    unreadable.press("n")
    unreadable.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page(unreadable), "not to a text that is hidden"


def test_escape_empties_the_search_and_then_leaves_it(listed: Driver) -> None:
    search = search_of(listed)
    search.setFocus()
    listed.type("tw")
    listed.press(Qt.Key.Key_Escape)
    assert search.text() == ""
    assert search.hasFocus()
    listed.press(Qt.Key.Key_Escape)
    assert page(listed).isAncestorOf(listed.focus())


def test_escape_leaves_the_search_also_where_no_text_is_shown(unreadable: Driver) -> None:
    search_of(unreadable).setFocus()
    unreadable.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page(unreadable)


def test_a_deciding_key_in_an_empty_field_is_not_lost_silently(
    listed: Driver, tmp_path: Path
) -> None:
    assert listed.window is not None
    (ledgers,) = listed.window.views.evidence.ledger.findChildren(QLineEdit)
    ledgers.show()
    for field in (search_of(listed), ledgers):
        for key in "2cf":
            field.setFocus()
            listed.press(key)
            reason = listed.window.views.labels.reason
            assert field.text().lower() == key
            assert f"“{field.text()}” went into the text field" in reason
            field.clear()
            listed.window.views.stage.take_keys()
    assert not read_labels(tmp_path / "pairs" / "labels.csv")


def test_who_asked_for_the_search_by_its_key_is_told_nothing_of_it(listed: Driver) -> None:
    assert listed.window is not None
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    listed.press("f", ctrl | shift)
    listed.press("2")
    assert search_of(listed).text() == "2"
    assert listed.window.views.labels.reason == ""
    listed.press(Qt.Key.Key_Escape)
    listed.press("2")
    assert listed.window.views.labels.reason != "", "but for the first key"
    listed.press(Qt.Key.Key_Escape)
    listed.press("f", ctrl | shift)
    listed.press(Qt.Key.Key_Escape)
    search_of(listed).setFocus()
    listed.press("2")
    assert listed.window.views.labels.reason != ""


def test_what_is_no_deciding_key_is_typed_without_a_word(listed: Driver) -> None:
    assert listed.window is not None
    search_of(listed).setFocus()
    listed.type("two2")
    assert listed.window.views.labels.reason == ""


def test_the_end_has_the_keys_and_says_why_they_label_nothing(listed: Driver) -> None:
    for _ in NAMES:
        listed.press("2")
        listed.wait_for_pair()
    assert listed.window is not None
    stage = listed.window.views.stage
    wait_until(lambda: stage.end.shown)
    assert QApplication.focusWidget() is page(listed)
    listed.press(Qt.Key.Key_Space)  # presses no button
    assert stage.end.shown
    texts = [label.text() for label in page(listed).findChildren(QLabel)]
    assert any("label keys do nothing here" in text for text in texts)
    buttons = listed.window.views.labels.findChildren(QPushButton)
    assert any("No pair is shown here." in button.toolTip() for button in buttons)
    stage.end.part.back_wanted.emit()
    assert page(listed).isAncestorOf(listed.focus())


def window_died_typing(driver: Driver, path: Path, name: str, text: str) -> None:
    """Leave behind what a window does that is killed while *text* is typed about a pair."""
    context = DecisionContext("r" * 64, "c" * 64, False, None, None, 1.0)
    pair = Pair(name, f"{name}/reference.txt", f"{name}/candidate.txt")
    labels, state = path.with_name("labels.csv"), driver.places.state / "journals"
    store = LabelStore(labels, journal_folder=state, annotator="ada")
    store.open()
    store.draft(pair, text, context)
    kept = shutil.copytree(state, path.with_name("kept"))
    store.draft(pair, "", context)
    shutil.copytree(kept, state, dirs_exist_ok=True)


def note_of(driver: Driver) -> NoteField:
    assert driver.window is not None
    return driver.window.views.note


def test_who_was_typing_a_note_when_the_window_died_goes_on_typing(
    driver: Driver, tmp_path: Path
) -> None:
    path = write_pairs(tmp_path / "pairs", NAMES)
    driver.settings.remember_place(str(path), "ada", "one")
    window_died_typing(driver, path, "two", "the date, e")
    driver.open(path)
    wait_until(lambda: note_of(driver).isAncestorOf(driver.focus()))
    assert driver.session.pair.pair is not None
    assert driver.session.pair.pair.id == "two"
    driver.type("x2f")
    driver.press(Qt.Key.Key_Escape)
    driver.close()
    (row,) = read_labels(path.with_name("labels.csv"))
    assert (row["pair_id"], row["label"], row["note"]) == ("two", "", "the date, ex2f")


def test_a_note_about_a_pair_that_is_not_in_the_list_takes_no_keys(
    driver: Driver, tmp_path: Path
) -> None:
    path = write_pairs(tmp_path / "pairs", NAMES)
    window_died_typing(driver, path, "gone", "the date, e")
    driver.open(path)
    let_pass(50)
    assert not note_of(driver).isVisible()
    assert not note_of(driver).isAncestorOf(driver.focus())
