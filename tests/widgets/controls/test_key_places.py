"""Which Latin sign a key stands for on other keyboards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from gui.widgets.controls.key_places import meant_sign, place_of


def pressed(scan_code: int = 0, virtual_key: int = 0) -> QKeyEvent:
    nothing = Qt.KeyboardModifier.NoModifier
    return QKeyEvent(QEvent.Type.KeyPress, 0, nothing, scan_code, virtual_key, 0, "")


@pytest.mark.parametrize(
    ("scan_code", "sign"),
    [
        (10, "1"),
        (19, "0"),
        (24, "Q"),
        (32, "O"),
        (35, "]"),
        (38, "A"),
        (52, "Z"),
        (58, "M"),
        (9, ""),
    ],
)
def test_places_on_linux(scan_code: int, sign: str) -> None:
    for platform in ("xcb", "wayland"):
        assert place_of(pressed(scan_code), platform) == sign


@pytest.mark.parametrize(
    ("virtual_key", "sign"), [(0x31, "1"), (0x5A, "Z"), (0xDB, "["), (0xDD, "]"), (0x61, "")]
)
def test_places_on_windows(virtual_key: int, sign: str) -> None:
    assert place_of(pressed(44, virtual_key), "windows") == sign


@pytest.mark.parametrize(
    ("virtual_key", "sign"),
    [(0, "A"), (6, "Z"), (10, ""), (18, "1"), (30, "]"), (33, "["), (38, "J"), (46, "M"), (83, "")],
)
def test_places_on_macos(virtual_key: int, sign: str) -> None:
    assert place_of(pressed(1, virtual_key), "cocoa") == sign


@pytest.mark.parametrize(
    ("sign", "place"),
    [
        *(("q", "A"), ("Z", "Y"), ("Z", "W"), ("É", "["), ("Ł", "L"), ("Ð", "]")),  # Latin letters
        *((";", "Z"), (",", "W"), ("'", "Q"), (",", "M")),  # Dvorak, and the French comma
        *(("1", "1"), ("٢", "2"), ("$", "]"), ("ù", "'")),
    ],
)
def test_a_latin_keyboard_is_taken_at_its_word(sign: str, place: str) -> None:
    assert meant_sign(sign, place, shift=False, other_script=False) == ""


@pytest.mark.parametrize(
    ("sign", "place"),
    [
        *(("&", "1"), ("É", "2"), ('"', "3"), ("Č", "4"), ("À", "0")),  # French, Czech
        *(("О", "J"), ("Я", "Z"), ("Х", "["), ("Б", ",")),  # Russian
        *(("Ξ", "J"), ("Ζ", "Z"), ("ח", "J"), ("ת", ","), ("ت", "J"), ("ا", "H"), ("ि", "F")),
    ],
)
def test_other_signs_stand_for_their_place(sign: str, place: str) -> None:
    assert meant_sign(sign, place, shift=False, other_script=False) == place


def test_a_digit_that_needs_shift_is_not_two_keys() -> None:
    assert meant_sign("&", "1", shift=True, other_script=False) == ""


def test_what_a_letter_key_of_another_script_writes_with_shift_is_not_meant() -> None:
    assert meant_sign("J", "J", shift=True, other_script=True) == "J"  # Hebrew
    assert meant_sign("~", "Z", shift=True, other_script=True) == "Z"  # Arabic
    assert meant_sign(";", "Q", shift=False, other_script=True) == "Q"  # Greek
    assert meant_sign("J", "J", shift=True, other_script=False) == ""
