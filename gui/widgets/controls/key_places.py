"""Keys by their place, for keyboards whose letters are not Latin or whose digits need Shift.

The keys of the window are Latin letters, digits and a few signs. Where a keyboard writes something
else in their place, what counts is the place: where an American keyboard has `Z`, `Ctrl+Я` undoes.

This module knows how Linux, Windows and macOS number the places of keys, but no actions.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_THIRD_LEVEL = 0x80  # the bit of AltGr in the modifiers of X and Wayland, which Qt does not tell


def _row(first: int, signs: str) -> dict[int, str]:
    return dict(enumerate(signs, first))


# What an American keyboard writes, by the number that the system gives the key. X and Wayland
# count places: those of Linux, and 8.
_LINUX = {
    **_row(10, "1234567890-="),
    **_row(24, "QWERTYUIOP[]"),
    **_row(38, "ASDFGHJKL;'`"),
    **_row(51, "\\ZXCVBNM,./"),
}
# Windows gives a key of a layout that is not Latin the number of its Latin letter, and the keys
# of the digits their numbers also where they write digits with Shift only.
_WINDOWS = {
    **{ord(sign): sign for sign in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
    **_row(0xBA, ";=,-./`"),
    **_row(0xDB, "[\\]'"),
}
# macOS counts places, in an order of its own; "?" are keys that are not wanted here.
_MACOS = {
    place: sign
    for place, sign in enumerate("ASDFHGZXCV?BQWERYT123465=97-80]OU[IP?LJ'K;\\,/NM.??`")
    if sign != "?"
}


def place_of(event: QKeyEvent, platform: str) -> str:
    """Return what an American keyboard types with the key of *event*; empty if unknown.

    *platform* is Qt's name for where the window is shown.
    """
    if platform == "windows":
        return _WINDOWS.get(event.nativeVirtualKey(), "")
    if platform == "cocoa":
        return _MACOS.get(event.nativeVirtualKey(), "")
    return _LINUX.get(event.nativeScanCode(), "")


def writes_latin(sign: str) -> bool | None:
    """Return whether *sign* is a Latin letter; None if it is not a letter.

    >>> writes_latin("é"), writes_latin("Я"), writes_latin("&")
    (True, False, None)
    """
    if not sign or unicodedata.category(sign)[0] not in "LM":
        return None
    return unicodedata.name(sign, "").startswith("LATIN")


def meant_sign(sign: str, place: str, shift: bool, other_script: bool) -> str:
    """Return the Latin sign that a key stands for; empty if *sign*, which it types, will do.

    *place* is what an American keyboard types there; *other_script* says that the keyboard is known
    to have other letters than Latin ones. In that case the punctuation on its letter keys is not
    meant either.

    >>> meant_sign("&", "1", shift=False, other_script=False)
    '1'
    >>> meant_sign("О", "J", shift=True, other_script=False)
    'J'
    >>> meant_sign("~", "Z", shift=True, other_script=True)
    'Z'
    >>> meant_sign("Z", "Y", shift=False, other_script=False)
    ''
    """
    latin = writes_latin(sign)
    if place.isdigit():
        return "" if shift or sign.isdigit() else place
    if latin is False:
        return place
    if place.isalpha() and other_script and (latin is None or shift):
        return place
    return ""


class _Meant(NamedTuple):
    """A key that is about to be pressed, and what it stands for."""

    scan_code: int
    combination: QKeyCombination
    repeating: bool
    target: QWidget


class KeyPlaces(QObject):
    """Lets a key act by its place where nothing in the window handles what it types.

    Qt offers each key to the focused widget and then to all actions. Only a key that neither of
    them takes reaches the widget as a key press, and that is where this class steps in.
    """

    def __init__(self, window: QWidget, find: Callable[[QKeySequence], QAction | None]) -> None:
        """Watch the keys of *window*; *find* returns the action that has a key."""
        super().__init__(window)
        self._window = window
        self._find = find
        self._meant: _Meant | None = None
        self._other_script = False  # what the last letter key said about the keyboard

    def coming(self, event: QKeyEvent) -> bool:
        """Note that a key is about to be pressed that the focused widget does not claim.

        Returns True if Qt must not look for its action, because it would find a wrong one.
        """
        if not event.nativeScanCode():
            return False  # no keyboard sent it, but the program itself
        self._forget()
        key = self._by_place(event)
        if key is None:
            return False
        target = QApplication.focusWidget() or self._window
        repeating = event.isAutoRepeat()
        self._meant = _Meant(event.nativeScanCode(), key, repeating, target)
        target.installEventFilter(self)
        # Some keyboards write Latin capitals with Shift. Qt thinks that Shift is used up then, and
        # takes Shift+J for J, and Ctrl+Shift+Z for Ctrl+Z.
        wrong = bool(event.modifiers() & _SHIFT) and event.key() < 0x80
        return wrong and self._find(QKeySequence(key)) is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Do what the key stands for, and hide it from the widget, which would not know it."""
        meant = self._meant
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        self._forget()
        if meant is None or event.nativeScanCode() != meant.scan_code:
            return False
        return self._edits(meant) or self._acts(meant)

    def _by_place(self, event: QKeyEvent) -> QKeyCombination | None:
        modifiers = event.modifiers()
        if modifiers & ~(_SHIFT | _CONTROL) or event.nativeModifiers() & _THIRD_LEVEL:
            return None
        place = place_of(event, QGuiApplication.platformName())
        if not place:
            return None
        shift = bool(modifiers & _SHIFT)
        sign = chr(event.key()) if 0x20 < event.key() < 0x110000 else ""
        latin = writes_latin(sign)
        # With Ctrl Qt may tell the letter of another layout, so that says nothing of this one.
        if place.isalpha() and not shift and (latin is False or (latin and not modifiers)):
            self._other_script = not latin
        meant = meant_sign(sign, place, shift, self._other_script)
        return QKeyCombination(modifiers, Qt.Key(ord(meant))) if meant else None

    def _edits(self, meant: _Meant) -> bool:
        """Offer the key to the widget with the focus: in a text `Ctrl+Z` undoes typing."""
        if not meant.combination.keyboardModifiers() & _CONTROL:
            return False
        offer = _event(QEvent.Type.ShortcutOverride, meant)
        offer.ignore()
        QApplication.sendEvent(meant.target, offer)
        if offer.isAccepted():
            QApplication.sendEvent(meant.target, _event(QEvent.Type.KeyPress, meant))
        return offer.isAccepted()

    def _acts(self, meant: _Meant) -> bool:
        action = self._find(QKeySequence(meant.combination))
        if action is None or not action.isEnabled():
            return False
        action.trigger()
        return True

    def _forget(self) -> None:
        if self._meant is not None and isValid(self._meant.target):
            self._meant.target.removeEventFilter(self)
        self._meant = None


def _event(kind: QEvent.Type, meant: _Meant) -> QKeyEvent:
    key = meant.combination
    return QKeyEvent(kind, key.key(), key.keyboardModifiers(), "", meant.repeating)
