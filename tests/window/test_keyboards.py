"""Keyboards whose letters are not Latin, or whose digits need Shift, decide like any other."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit

from tests.review.waiting import let_pass, wait_until
from tests.window.driving import Driver, read_labels, write_pairs

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
LEVEL_THREE = 0x80

PLACES = {"1": 10, "2": 11, "3": 12, "A": 38, "C": 54, "J": 44, "N": 57, "Z": 52, "]": 35}


class Keyboard(NamedTuple):
    """What some keys write, by their places, alone and with Shift."""

    alone: dict[str, str]
    shifted: dict[str, str]


FRENCH = Keyboard(
    {"1": "&", "2": "É", "3": '"', "J": "J", "C": "C", "N": "N"}, {"1": "1", "J": "J"}
)
RUSSIAN = Keyboard(
    {"2": "2", "A": "Ф", "C": "С", "J": "О", "N": "Т", "Z": "Я", "]": "Ъ"}, {"J": "О", "Z": "Я"}
)
GREEK = Keyboard({"A": "Α", "C": "Ψ", "J": "Ξ", "N": "Ν", "Z": "Ζ"}, {"J": "Ξ", "Z": "Ζ"})
HEBREW = Keyboard({"A": "ש", "C": "ב", "J": "ח", "N": "מ", "Z": "ז"}, {"J": "J", "Z": "Z"})
ARABIC = Keyboard({"A": "ش", "C": "ؤ", "J": "ت", "N": "ى", "Z": "ئ"}, {"J": "ـ", "Z": "~"})
BESIDE_LATIN = Keyboard({"Z": "Z"}, {"Z": "Z"})  # what Qt says with Ctrl
OTHER_SCRIPTS = {"Russian": RUSSIAN, "Greek": GREEK, "Hebrew": HEBREW, "Arabic": ARABIC}


def strike(
    driver: Driver,
    keyboard: Keyboard,
    place: str,
    modifiers: Qt.KeyboardModifier = NONE,
    native: int = 0,
    *,
    held: bool = False,
) -> None:
    """Press a key as Qt reports it: it asks the focus, then the actions, and then delivers it."""
    driver.look()
    sign = (keyboard.shifted if modifiers & SHIFT else keyboard.alone)[place]

    def event(kind: QEvent.Type) -> QKeyEvent:
        text = "" if modifiers & CONTROL else sign.lower()
        made = QKeyEvent(kind, ord(sign), modifiers, PLACES[place], 0, native, text, held)
        made.ignore()
        return made

    focus = driver.focus()
    asked = event(QEvent.Type.ShortcutOverride)
    QApplication.sendEvent(focus, asked)
    if asked.isAccepted() or not act(driver, keyboard, place, modifiers):
        QApplication.sendEvent(focus, event(QEvent.Type.KeyPress))
    driver.wait_until_kept()


def act(driver: Driver, keyboard: Keyboard, place: str, modifiers: Qt.KeyboardModifier) -> bool:
    """Trigger the action that Qt finds for a key, as it looks for it; return whether there is one.

    Shift is used up where it makes another sign of a key.
    """
    assert driver.window is not None
    tried = [(modifiers, keyboard.alone[place])]
    if modifiers & SHIFT and keyboard.shifted[place] != keyboard.alone[place]:
        tried.append((modifiers & ~SHIFT, keyboard.shifted[place]))
    for held, sign in tried:
        key = QKeySequence(QKeyCombination(held, Qt.Key(ord(sign))))
        for action in driver.window.actions():
            if key in action.shortcuts():
                action.trigger()
                return True
    return False


def pair_id(driver: Driver) -> str:
    pair = driver.session.pair.pair
    return pair.id if pair is not None else ""


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    return tmp_path / "pairs" / "labels.csv"


@pytest.fixture
def listed(driver: Driver, tmp_path: Path) -> Driver:
    driver.open(write_pairs(tmp_path / "pairs", ("one", "two", "three", "four")))
    return driver


def labelled(labels: Path) -> list[str]:
    return [row["label"] for row in read_labels(labels)]


def test_digits_that_need_shift_label_without_it(listed: Driver, labels: Path) -> None:
    for place in "123":
        strike(listed, FRENCH, place)
        listed.wait_for_pair()
    wait_until(lambda: labelled(labels) == ["original", "copy", "unrelated"])


def test_what_altgr_writes_is_not_the_digit_of_its_key(listed: Driver, labels: Path) -> None:
    altgr = Keyboard({"2": "~"}, {})
    strike(listed, altgr, "2", native=LEVEL_THREE)
    strike(listed, altgr, "2", ALT)
    let_pass(30)
    assert labelled(labels) == []


def test_letters_label_and_undo_and_redo(listed: Driver, labels: Path) -> None:
    for keyboard in OTHER_SCRIPTS.values():
        for place, modifiers, after in (
            ("C", NONE, ["copy"]),
            ("Z", CONTROL, []),
            ("Z", CONTROL | SHIFT, ["copy"]),
            ("Z", CONTROL, []),
        ):
            strike(listed, keyboard, place, modifiers)
            listed.wait_for_pair()
            wait_until(lambda after=after: labelled(labels) == after)  # type: ignore[misc]


def test_letters_with_shift_are_other_keys(listed: Driver, labels: Path) -> None:
    strike(listed, RUSSIAN, "J")
    strike(listed, RUSSIAN, "C")
    wait_until(lambda: labelled(labels) == ["copy"])
    for script, keyboard in OTHER_SCRIPTS.items():
        listed.session.go_to(0)
        listed.wait_for_pair()
        strike(listed, keyboard, "J")
        assert pair_id(listed) == "two", script
        listed.session.go_to(0)
        listed.wait_for_pair()
        strike(listed, keyboard, "J", SHIFT)
        listed.wait_for_pair()
        assert pair_id(listed) == "three", f"{script}: the next without a label, not the next"


def test_what_qt_translates_with_ctrl_does_not_hide_the_script(listed: Driver) -> None:
    """A second, Latin layout: Qt tells its letter with Ctrl, and so far Shift+J was two keys."""
    strike(listed, HEBREW, "J")
    strike(listed, HEBREW, "C")
    listed.wait_for_pair()
    strike(listed, BESIDE_LATIN, "Z", CONTROL)
    listed.wait_for_pair()
    strike(listed, BESIDE_LATIN, "Z", CONTROL | SHIFT)
    listed.wait_for_pair()
    listed.session.go_to(0)
    listed.wait_for_pair()
    strike(listed, HEBREW, "J", SHIFT)
    listed.wait_for_pair()
    assert pair_id(listed) == "three"


def test_a_key_by_its_place_is_guarded_like_any(listed: Driver, labels: Path) -> None:
    strike(listed, RUSSIAN, "C", held=True)
    let_pass(30)
    assert labelled(labels) == []
    assert listed.window is not None
    assert "held down" in listed.window.views.labels.reason


def test_text_is_written_and_edited(listed: Driver, labels: Path) -> None:
    for script, keyboard in OTHER_SCRIPTS.items():
        strike(listed, keyboard, "N")
        note = listed.focus()
        assert isinstance(note, QPlainTextEdit), script
        strike(listed, keyboard, "C")
        strike(listed, keyboard, "J")
        written = (keyboard.alone["C"] + keyboard.alone["J"]).lower()
        assert note.toPlainText() == written, script
        strike(listed, keyboard, "A", CONTROL)
        listed.press(Qt.Key.Key_Delete)
        assert note.toPlainText() == "", script
        strike(listed, keyboard, "Z", CONTROL)
        assert note.toPlainText() == written, "the typing is undone, not a decision"
        strike(listed, keyboard, "A", CONTROL)
        listed.press(Qt.Key.Key_Delete)
        listed.press(Qt.Key.Key_Escape)
    assert not any(labelled(labels))  # there may be a row: of a note that rested


def test_the_widget_with_the_focus_does_not_get_the_letter_too(listed: Driver) -> None:
    assert listed.window is not None
    listed.window.resize(1500, 900)
    box = listed.window.views.late_pairs.part.findChildren(QComboBox)[0]
    box.setFocus()
    box.insertItem(0, "оригинал")
    box.setCurrentIndex(1)
    strike(listed, RUSSIAN, "J")
    assert pair_id(listed) == "two"
    assert box.currentIndex() == 1


def test_brackets_step(listed: Driver) -> None:
    assert listed.window is not None
    strike(listed, RUSSIAN, "]")
    assert listed.window.views.reading.current is not None
