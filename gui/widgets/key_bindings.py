"""Which keys are bound to which actions while they are being changed; refuses conflicts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from .actions import ActionEntry, keys_of, normal_key

_KEYS = 2  # an action has a key and a second one, no more
_OF_THE_TEXT = frozenset({"Up", "Down", "Left", "Right", "PgUp", "PgDown", "Home", "End"})
_OF_CONTROLS = frozenset({"Esc", "Tab", "Backtab", "Space", "Return", "Enter"})


class KeyBindings:
    """The keys of all actions, changed one at a time. Keys are in Qt's portable notation."""

    def __init__(self, table: Sequence[ActionEntry], rebound: Mapping[str, Sequence[str]]) -> None:
        self._entries = {entry.name: entry for entry in table}
        self._keys = {entry.name: tuple(keys_of(entry, rebound)) for entry in table}

    def keys(self, name: str) -> tuple[str, ...]:
        """Return the keys of the action *name*."""
        return self._keys[name]

    def push(self, name: str, key: str) -> str:
        """Make *key* the first key of the action, its first one the second; return why not.

        ``("Ctrl+T",)`` and ``S`` → ``("S", "Ctrl+T")``
        """
        why = self._objection(name, (key,))
        if not why:
            normal = normal_key(key)
            others = [known for known in self._keys[name] if normal_key(known) != normal]
            self._keys[name] = (normal, *others)[:_KEYS]
        return why

    def clear(self, name: str) -> None:
        """Take all keys of the action away."""
        self._keys[name] = ()

    def reset(self, name: str) -> str:
        """Give the action its first keys back; return why not, or nothing."""
        default = self._entries[name].default_keys
        why = self._objection(name, default)
        if not why:
            self._keys[name] = default
        return why

    def reset_all(self) -> None:
        """Give all actions their first keys back."""
        self._keys = {name: entry.default_keys for name, entry in self._entries.items()}

    def rebound(self) -> dict[str, tuple[str, ...]]:
        """Return the keys of the actions that differ from the table."""
        return {
            name: keys
            for name, keys in self._keys.items()
            if keys != self._entries[name].default_keys
        }

    def _objection(self, name: str, keys: Sequence[str]) -> str:
        translate = QCoreApplication.translate
        for key in keys:
            normal = normal_key(key)
            shown = native_key(key)
            if not normal:
                return translate("KeyBindings", "This is not a key.")
            if _belongs_to(normal, _OF_THE_TEXT):
                return translate(
                    "KeyBindings", "{key} moves through the text that has the focus."
                ).format(key=shown)
            if _belongs_to(normal, _OF_CONTROLS):
                return translate(
                    "KeyBindings", "{key} works the buttons and fields of the window."
                ).format(key=shown)
            owner = self._owner(normal, name)
            if owner is not None:
                return translate(
                    "KeyBindings", "{key} is the key of “{action}”. Take it away there first."
                ).format(key=shown, action=owner.translated())
        return ""

    def _owner(self, normal: str, besides: str) -> ActionEntry | None:
        for name, keys in self._keys.items():
            if name != besides and normal in map(normal_key, keys):
                return self._entries[name]
        return None


def native_key(key: str) -> str:
    """Return *key* (in Qt's portable notation) as the desktop writes it."""
    sequence = QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText)
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)


def _belongs_to(key: str, keys: frozenset[str]) -> bool:
    """Tell whether *key* is one of *keys*, alone or with Shift: ``"Shift+Up"`` → ``"Up"``."""
    return key.removeprefix("Shift+") in keys
