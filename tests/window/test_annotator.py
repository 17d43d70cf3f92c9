"""Who sits here: the name in the window, how it is changed, and where each annotator goes on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit

from gui import settings as keys
from gui.commands.window import main, make_parser
from gui.review.opening.wanted import annotator_of, annotator_problem, login_name
from gui.widgets.labelling.annotator import AnnotatorButton, AnnotatorDialog
from gui.widgets.settings.settings_dialog import SettingsDialog
from tests.review.waiting import wait_until
from tests.window.driving import Driver, read_labels, write_pairs


@pytest.fixture
def listed(driver: Driver, tmp_path: Path) -> Driver:
    """The window on three pairs, in which ada decides."""
    driver.open(write_pairs(tmp_path / "pairs"))
    return driver


def shown_name(driver: Driver) -> str:
    assert driver.window is not None
    button = driver.window.findChild(AnnotatorButton)
    assert button is not None
    assert button.isVisible()
    return button.text()


def dialog_of(driver: Driver) -> AnnotatorDialog:
    assert driver.window is not None
    driver.press("a", Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    wait_until(lambda: driver.window and driver.window.findChildren(AnnotatorDialog))
    return driver.window.findChildren(AnnotatorDialog)[0]


def sit_down(driver: Driver, name: str) -> None:
    """Give another name, as somebody does who sits down here."""
    dialog = dialog_of(driver)
    edit = dialog.findChild(QLineEdit)
    assert edit is not None
    edit.setText(name)
    dialog.accept()
    wait_until(lambda: shown_name(driver) == (name or login_name()))
    driver.show()
    driver.wait_for_pair()


def current(driver: Driver) -> str:
    pair = driver.session.pair.pair
    assert pair is not None
    return pair.id


def test_the_window_says_whose_labels_they_are(listed: Driver) -> None:
    assert shown_name(listed) == "ada"


def test_a_name_given_before_the_first_decision_is_in_its_row(
    listed: Driver, tmp_path: Path
) -> None:
    sit_down(listed, "bob")
    assert current(listed) == "one"
    listed.press("2")
    labels = tmp_path / "pairs" / "labels.csv"
    wait_until(lambda: read_labels(labels))
    assert [(row["pair_id"], row["annotator"]) for row in read_labels(labels)] == [("one", "bob")]
    assert listed.settings[keys.ANNOTATOR] == "bob"


def test_each_annotator_goes_on_where_they_stopped(listed: Driver, tmp_path: Path) -> None:
    for _ in range(2):
        listed.press("2")
        listed.wait_for_pair()
    assert current(listed) == "three"
    sit_down(listed, "bob")
    assert current(listed) == "one", "the first that is open for bob"
    listed.press("3")
    listed.wait_for_pair()
    assert current(listed) == "two"
    sit_down(listed, "ada")
    assert current(listed) == "three"
    labels = tmp_path / "pairs" / "labels.csv"
    wait_until(lambda: len(read_labels(labels)) == 3)
    assert [(row["pair_id"], row["annotator"], row["label"]) for row in read_labels(labels)] == [
        ("one", "ada", "copy"),
        ("two", "ada", "copy"),
        ("one", "bob", "unrelated"),
    ]


def test_a_new_annotator_begins_at_the_first_open_pair_in_the_next_window_too(
    driver: Driver, tmp_path: Path
) -> None:
    path = write_pairs(tmp_path / "pairs")
    driver.open(path)
    driver.press("j")
    driver.wait_for_pair()
    driver.close()
    driver.open(path, annotator="bob")
    assert current(driver) == "one"
    driver.close()
    driver.open(path)
    assert current(driver) == "two"


def test_the_name_given_in_the_window_holds_for_lists_opened_later(
    listed: Driver, tmp_path: Path
) -> None:
    sit_down(listed, "bob")
    assert listed.window is not None
    listed.window.opening.open_paths([str(write_pairs(tmp_path / "more", ("four",)))])
    wait_until(lambda: current(listed) == "four")
    assert shown_name(listed) == "bob"


def test_the_settings_show_the_name_that_holds_and_change_it_at_once(listed: Driver) -> None:
    assert listed.window is not None
    listed.settings[keys.ANNOTATOR] = "carol"  # --annotator ada wins
    listed.window.preferences.settings()
    dialog = listed.window.findChildren(SettingsDialog)[0]
    preferences = dialog.preferences()
    assert preferences.annotator == "ada"
    listed.window.preferences.apply(preferences)
    assert listed.settings[keys.ANNOTATOR] == "carol"
    dialog.reject()
    listed.window.preferences.apply(replace(preferences, annotator="dora"))
    wait_until(lambda: shown_name(listed) == "dora")
    assert listed.settings[keys.ANNOTATOR] == "dora"


def test_a_name_that_no_command_line_may_give_is_refused_with_a_sentence(listed: Driver) -> None:
    dialog = dialog_of(listed)
    edit = dialog.findChild(QLineEdit)
    buttons = dialog.findChild(QDialogButtonBox)
    assert edit is not None
    assert buttons is not None
    for name in ("a\u2028b", "x" * 101):
        assert annotator_problem(name) is not None, name
        edit.setText("ada")
        assert buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
        edit.setText(name)
        assert not buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled(), name
        dialog.accept()
        assert dialog.isVisible(), name
        with pytest.raises(Exception, match="annotator's name"):
            make_parser().parse_args(["--annotator", name])
    dialog.reject()


def test_an_empty_name_is_refused_on_the_command_line_and_means_the_login_elsewhere() -> None:
    with pytest.raises(Exception, match="name is empty"):
        make_parser().parse_args(["--annotator", " "])
    assert annotator_of("") == annotator_of("edited\x01by hand") == login_name()
    assert annotator_of(" ada ") == "ada"


def test_blanks_are_no_name(listed: Driver) -> None:
    dialog = dialog_of(listed)
    edit = dialog.findChild(QLineEdit)
    assert edit is not None
    edit.setText("   ")
    dialog.accept()
    assert dialog.isVisible()
    assert any("name is empty; enter one" in label.text() for label in dialog.findChildren(QLabel))
    dialog.reject()
    assert shown_name(listed) == "ada"


def test_a_language_that_is_not_there_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--language", "xx"]) == 2
    assert "there is no language 'xx'; choose en, de or ja" in capsys.readouterr().err
    assert make_parser().parse_args(["--language", "de_AT"]).language == "de_AT"
