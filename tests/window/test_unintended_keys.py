"""Keys that were not meant decide nothing, and the window says why."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from gui.documents import read_text
from gui.review.preparing import preparing
from gui.review.preparing.worker_link import QueuedLink
from gui.widgets.controls.actions import FIRST_SIGHT
from gui.widgets.controls.buttons import KeyButton
from tests.review.waiting import let_pass, wait_until
from tests.window.driving import Driver, read_labels, write_pairs

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    return tmp_path / "pairs" / "labels.csv"


@pytest.fixture
def listed(driver: Driver, tmp_path: Path) -> Driver:
    driver.open(write_pairs(tmp_path / "pairs"))
    return driver


def reason(driver: Driver) -> str:
    assert driver.window is not None
    return driver.window.views.labels.reason


def nothing_was_decided(driver: Driver, labels: Path) -> bool:
    let_pass(30)
    decisions = driver.session.decisions
    return decisions is not None and decisions.decided_in_sitting == 0 and not labels.exists()


def test_a_key_within_the_first_moment_is_ignored(listed: Driver, labels: Path) -> None:
    assert listed.window is not None
    guard = listed.window.actions_by_name.guard
    for key in "123f":
        listed.window.views.labels.end_reason()
        guard.pair_coming()
        guard.text_painted()
        listed.clock.seconds += FIRST_SIGHT - 0.01
        listed.press(key)
        assert nothing_was_decided(listed, labels), key
        assert "only just appeared" in reason(listed), key
    listed.clock.seconds += 0.02
    listed.press("2")
    wait_until(lambda: read_labels(labels))


def test_after_a_label_the_next_pair_must_be_seen_first(listed: Driver, labels: Path) -> None:
    listed.press("2")
    listed.press("2")
    listed.press("2")
    wait_until(lambda: read_labels(labels))
    let_pass(50)
    assert [row["pair_id"] for row in read_labels(labels)] == ["one"]


def test_a_pair_that_is_not_on_the_screen_yet_is_not_labelled(listed: Driver, labels: Path) -> None:
    assert listed.window is not None
    listed.window.actions_by_name.guard.pair_coming()
    listed.clock.seconds += 10
    listed.press("2")
    assert nothing_was_decided(listed, labels)
    assert "not on the screen" in reason(listed)


def test_what_was_said_of_a_key_goes_when_it_is_no_longer_true(
    listed: Driver, labels: Path
) -> None:
    assert listed.window is not None
    guard = listed.window.actions_by_name.guard
    guard.pair_coming()
    guard.text_painted()
    listed.press("2")
    assert "Press it again" in reason(listed)
    listed.clock.seconds += 10
    listed.press("f")
    wait_until(lambda: read_labels(labels))
    assert reason(listed) == ""
    listed.press("2", held=True)
    assert "held down" in reason(listed)
    listed.press("j")
    listed.wait_for_pair()
    assert reason(listed) == "", "it was about another pair"


def test_a_key_that_came_before_its_pair_is_asked_for_again_once_that_is_there(
    listed: Driver, labels: Path
) -> None:
    assert listed.window is not None
    listed.window.actions_by_name.guard.pair_coming()
    listed.press("2")
    assert "not on the screen" in reason(listed)
    listed.window.views.reading.painted.emit(1)
    assert reason(listed) == "Now the pair is shown. Press the key again."
    assert nothing_was_decided(listed, labels)


def test_the_beginning_of_a_long_text_is_read_but_not_judged(listed: Driver, labels: Path) -> None:
    assert listed.window is not None
    session, reading = listed.session, listed.window.views.reading
    session.pair.changed.emit(session.pair.index)
    session.pair.documents = session.pair.comparison = None
    begun = read_text("The first words."), read_text("The very first words.")
    session.pair.beginnings_ready.emit(*begun)

    def is_shown() -> bool:
        picture = reading.surface.picture
        return picture is not None and (picture.layout.reference, picture.layout.candidate) == begun

    wait_until(is_shown)
    listed.clock.seconds += 10
    listed.press("2")
    assert nothing_was_decided(listed, labels)
    assert "not on the screen" in reason(listed)


def test_a_button_does_not_label_what_was_not_seen_either(listed: Driver, labels: Path) -> None:
    assert listed.window is not None
    listed.window.actions_by_name.guard.pair_coming()
    buttons = listed.window.views.labels.findChildren(KeyButton)
    next(each for each in buttons if each.accessibleName() == "Original").click()
    assert nothing_was_decided(listed, labels)


def test_a_key_that_is_held_down_is_ignored(listed: Driver, labels: Path) -> None:
    assert listed.window is not None
    for key in "2F":
        listed.window.views.labels.end_reason()
        listed.press(key, held=True)
        assert nothing_was_decided(listed, labels), key
        assert "held down" in reason(listed), key
        assert not listed.window.actions_by_name["flag"].isChecked()


def test_keys_in_a_text_write_text(listed: Driver, labels: Path) -> None:
    window = listed.window
    assert window is not None
    window.resize(1500, 900)
    (search,) = window.views.late_pairs.part.findChildren(QLineEdit)
    decisions = listed.session.decisions
    assert decisions is not None
    for where in ("search", "find", "note"):
        if where == "search":
            search.setFocus()
        else:
            window.actions_by_name[where].trigger()
        listed.type("123fjku")
        listed.press(Qt.Key.Key_Z, CONTROL)
        listed.press(Qt.Key.Key_Backspace)
        assert decisions.decided_in_sitting == 0, where
        assert listed.session.pair.index == 0, where


def test_a_decision_triggered_while_a_text_has_the_focus_is_refused(
    listed: Driver, labels: Path
) -> None:
    assert listed.window is not None
    listed.press("n")
    listed.window.actions_by_name["label-copy"].trigger()
    assert nothing_was_decided(listed, labels)
    assert "edited" in reason(listed)


def test_an_unreadable_pair_is_flagged_and_noted_but_not_labelled(
    driver: Driver, tmp_path: Path, labels: Path
) -> None:
    path = write_pairs(tmp_path / "pairs")
    (tmp_path / "pairs" / "one" / "candidate.txt").write_bytes(bytes(range(256)) * 8)
    driver.settings.remember_place(str(path), "ada", "one")
    window = driver.open(path)
    assert window.views.stage.currentWidget() is window.views.stage.pair
    assert "candidate.txt" in str(driver.session.pair.problem)
    driver.press("2")
    let_pass(30)
    assert not labels.exists()
    driver.press("f")
    wait_until(lambda: [row["flagged"] for row in read_labels(labels)] == ["1"])
    driver.press("n")
    driver.type("damaged")
    driver.press(Qt.Key.Key_Escape)
    wait_until(lambda: [row["note"] for row in read_labels(labels)] == ["damaged"])
    assert [row["label"] for row in read_labels(labels)] == [""]


def test_unreadable_pairs_are_passed_over_on_the_way(
    driver: Driver, tmp_path: Path, labels: Path
) -> None:
    path = write_pairs(tmp_path / "pairs")
    (tmp_path / "pairs" / "two" / "reference.txt").unlink()
    driver.open(path)
    driver.press("2")
    pair = driver.session.pair.pair
    assert pair is not None
    assert pair.id == "three"


def test_the_rest_works_while_a_pair_is_being_compared(
    listed: Driver, labels: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker is held up; the window goes on and labels what it has prepared."""
    preparer = listed.session.findChild(preparing.Preparer)
    assert isinstance(preparer, preparing.Preparer)
    wait_until(lambda: preparer.known(1) is not None and preparer.known(2) is not None)
    monkeypatch.setattr(QueuedLink, "send", lambda *_: None)
    listed.press("2")
    listed.look()
    listed.press("3")
    listed.look()
    wait_until(lambda: [row["label"] for row in read_labels(labels)] == ["copy", "unrelated"])
