"""What an action is, which keys it has, and whether two actions want the same key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

CONTEXT = "Actions"
"""The translation context of every text in the table."""


class ActionEntry(NamedTuple):
    """One action: its stable name, its English text, and its keys in Qt's portable notation.

    ``keys`` is the first set, ``more_keys`` the second, for layouts that lack the first.
    ``decision`` actions change a label: they are guarded against keys that were not meant.
    ``checkable`` actions are on or off.
    """

    name: str
    text: str
    group: str
    keys: tuple[str, ...] = ()
    more_keys: tuple[str, ...] = ()
    icon: str = ""
    decision: bool = False
    checkable: bool = False

    @property
    def default_keys(self) -> tuple[str, ...]:
        """Both sets of keys."""
        return (*self.keys, *self.more_keys)

    def translated(self) -> str:
        """The text in the reviewer's language."""
        return QCoreApplication.translate(CONTEXT, self.text)


def keys_of(entry: ActionEntry, rebound: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The keys of *entry*: what the reviewer chose, or both sets of the table."""
    return tuple(rebound.get(entry.name, entry.default_keys))


def shown_key(entry: ActionEntry, rebound: Mapping[str, Sequence[str]]) -> str:
    """The first key of *entry* as the desktop writes it; empty where it has none."""
    keys = keys_of(entry, rebound)
    if not keys:
        return ""
    return QKeySequence.fromString(keys[0], QKeySequence.SequenceFormat.PortableText).toString(
        QKeySequence.SequenceFormat.NativeText
    )


def normal_key(key: str) -> str:
    """*key* in Qt's portable notation; empty for something that is no key."""
    portable = QKeySequence.SequenceFormat.PortableText
    return QKeySequence.fromString(key, portable).toString(portable)
