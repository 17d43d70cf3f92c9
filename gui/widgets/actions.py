"""All actions of the window in one table: name, text, keys. The window makes QActions of it.

The keys sheet, the settings dialog, the menus and the buttons read the same table, so that a
key is written in one place only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

CONTEXT = "Actions"
"""The translation context of every text in the table."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark *text* for the translators, who find it by this name; nothing happens to it here."""
    return text


LABELLING = QT_TRANSLATE_NOOP("Actions", "Labelling")
READING = QT_TRANSLATE_NOOP("Actions", "Reading")
SHOWING = QT_TRANSLATE_NOOP("Actions", "What is shown")
PAIRS = QT_TRANSLATE_NOOP("Actions", "Pairs")
PROGRAM = QT_TRANSLATE_NOOP("Actions", "Program")


@dataclass(frozen=True)
class ActionEntry:
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


def _labelling() -> tuple[ActionEntry, ...]:
    return (
        ActionEntry(
            "label-original",
            QT_TRANSLATE_NOOP("Actions", "Label: original"),
            LABELLING,
            ("1",),
            ("O",),
            "label-original",
            decision=True,
        ),
        ActionEntry(
            "label-copy",
            QT_TRANSLATE_NOOP("Actions", "Label: copy"),
            LABELLING,
            ("2",),
            ("C",),
            "label-copy",
            decision=True,
        ),
        ActionEntry(
            "label-unrelated",
            QT_TRANSLATE_NOOP("Actions", "Label: unrelated"),
            LABELLING,
            ("3",),
            ("U",),
            "label-unrelated",
            decision=True,
        ),
        ActionEntry(
            "flag",
            QT_TRANSLATE_NOOP("Actions", "Flag: unsure, come back"),
            LABELLING,
            ("F",),
            (),
            "flag",
            decision=True,
            checkable=True,
        ),
        ActionEntry(
            "note", QT_TRANSLATE_NOOP("Actions", "Write a note"), LABELLING, ("N",), (), "note"
        ),
        ActionEntry(
            "undo",
            QT_TRANSLATE_NOOP("Actions", "Undo the last decision"),
            LABELLING,
            ("Ctrl+Z",),
            (),
            "undo",
            decision=True,
        ),
        ActionEntry(
            "redo",
            QT_TRANSLATE_NOOP("Actions", "Redo the decision"),
            LABELLING,
            ("Ctrl+Shift+Z",),
            ("Ctrl+Y",),
            "redo",
            decision=True,
        ),
        ActionEntry(
            "undo-sitting",
            QT_TRANSLATE_NOOP("Actions", "Undo the last decision of this sitting"),
            LABELLING,
            ("Backspace",),
            (),
            "undo",
            decision=True,
        ),
    )


def _reading() -> tuple[ActionEntry, ...]:
    return (
        ActionEntry(
            "next-difference",
            QT_TRANSLATE_NOOP("Actions", "Next difference"),
            READING,
            ("Alt+Down",),
            ("]",),
            "next",
        ),
        ActionEntry(
            "previous-difference",
            QT_TRANSLATE_NOOP("Actions", "Previous difference"),
            READING,
            ("Alt+Up",),
            ("[",),
            "previous",
        ),
        ActionEntry(
            "jump-to-twin",
            QT_TRANSLATE_NOOP("Actions", "To the other place of a moved section"),
            READING,
            ("T",),
            (),
            "moved",
        ),
        ActionEntry("find", QT_TRANSLATE_NOOP("Actions", "Find"), READING, ("Ctrl+F",), (), "find"),
        ActionEntry("find-next", QT_TRANSLATE_NOOP("Actions", "Find next"), READING, ("F3",)),
        ActionEntry(
            "find-previous", QT_TRANSLATE_NOOP("Actions", "Find previous"), READING, ("Shift+F3",)
        ),
        ActionEntry(
            "copy", QT_TRANSLATE_NOOP("Actions", "Copy the selected text"), READING, ("Ctrl+C",)
        ),
        ActionEntry(
            "swap",
            QT_TRANSLATE_NOOP("Actions", "Swap sides"),
            READING,
            ("Ctrl+T",),
            (),
            "swap",
            checkable=True,
        ),
        ActionEntry(
            "zoom-in",
            QT_TRANSLATE_NOOP("Actions", "Larger text"),
            READING,
            ("Ctrl++",),
            ("Ctrl+=",),
            "zoom-in",
        ),
        ActionEntry(
            "zoom-out",
            QT_TRANSLATE_NOOP("Actions", "Smaller text"),
            READING,
            ("Ctrl+-",),
            (),
            "zoom-out",
        ),
        ActionEntry(
            "zoom-reset",
            QT_TRANSLATE_NOOP("Actions", "Text at its normal size"),
            READING,
            ("Ctrl+0",),
        ),
    )


def _showing() -> tuple[ActionEntry, ...]:
    kinds = (
        ("show-substitution", QT_TRANSLATE_NOOP("Actions", "Mark substitutions"), "Ctrl+1"),
        ("show-missing", QT_TRANSLATE_NOOP("Actions", "Mark missing words"), "Ctrl+2"),
        ("show-added", QT_TRANSLATE_NOOP("Actions", "Mark added words"), "Ctrl+3"),
        ("show-moved", QT_TRANSLATE_NOOP("Actions", "Mark moved sections"), "Ctrl+4"),
        ("show-look-alike", QT_TRANSLATE_NOOP("Actions", "Mark look-alike characters"), "Ctrl+5"),
        ("show-minor", QT_TRANSLATE_NOOP("Actions", "Mark minor differences"), "Ctrl+6"),
    )
    toggles = (
        ("fold", QT_TRANSLATE_NOOP("Actions", "Fold long equal stretches"), "Ctrl+E"),
        ("serif", QT_TRANSLATE_NOOP("Actions", "Serif font"), ""),
        ("whole-page", QT_TRANSLATE_NOOP("Actions", "Show web pages whole"), "Ctrl+H"),
        ("show-pairs", QT_TRANSLATE_NOOP("Actions", "List of pairs"), "F7"),
        ("show-evidence", QT_TRANSLATE_NOOP("Actions", "Summary, ledger and sections"), "F8"),
        ("show-guidelines", QT_TRANSLATE_NOOP("Actions", "Guidelines"), "F9"),
    )
    return tuple(
        ActionEntry(name, text, SHOWING, (key,) if key else (), checkable=True)
        for name, text, key in (*kinds, *toggles)
    )


def _pairs() -> tuple[ActionEntry, ...]:
    return (
        ActionEntry(
            "next-pair", QT_TRANSLATE_NOOP("Actions", "Next pair"), PAIRS, ("J",), ("Alt+Right",)
        ),
        ActionEntry(
            "previous-pair",
            QT_TRANSLATE_NOOP("Actions", "Previous pair"),
            PAIRS,
            ("K",),
            ("Alt+Left",),
        ),
        ActionEntry(
            "next-unlabelled",
            QT_TRANSLATE_NOOP("Actions", "Next unlabelled pair"),
            PAIRS,
            ("Shift+J",),
        ),
        ActionEntry(
            "reload",
            QT_TRANSLATE_NOOP("Actions", "Read the pair from disk again"),
            PAIRS,
            ("F5",),
            (),
            "reload",
        ),
        ActionEntry(
            "choose-guidelines", QT_TRANSLATE_NOOP("Actions", "Choose a guidelines file…"), PAIRS
        ),
    )


def _program() -> tuple[ActionEntry, ...]:
    return (
        ActionEntry(
            "open",
            QT_TRANSLATE_NOOP("Actions", "Open two documents…"),
            PROGRAM,
            ("Ctrl+O",),
            (),
            "open",
        ),
        ActionEntry(
            "open-list",
            QT_TRANSLATE_NOOP("Actions", "Open a list of pairs…"),
            PROGRAM,
            ("Ctrl+Shift+O",),
        ),
        ActionEntry("open-folder", QT_TRANSLATE_NOOP("Actions", "Open a folder…"), PROGRAM),
        ActionEntry("open-samples", QT_TRANSLATE_NOOP("Actions", "Open the sample pairs"), PROGRAM),
        ActionEntry(
            "paste-texts",
            QT_TRANSLATE_NOOP("Actions", "Paste two texts…"),
            PROGRAM,
            ("Ctrl+Shift+V",),
        ),
        ActionEntry(
            "export-html",
            QT_TRANSLATE_NOOP("Actions", "Save a report as HTML…"),
            PROGRAM,
            ("Ctrl+Shift+S",),
        ),
        ActionEntry("export-pdf", QT_TRANSLATE_NOOP("Actions", "Save a report as PDF…"), PROGRAM),
        ActionEntry("print", QT_TRANSLATE_NOOP("Actions", "Print…"), PROGRAM, ("Ctrl+P",)),
        ActionEntry(
            "settings",
            QT_TRANSLATE_NOOP("Actions", "Settings…"),
            PROGRAM,
            ("Ctrl+,",),
            (),
            "settings",
        ),
        ActionEntry(
            "keys", QT_TRANSLATE_NOOP("Actions", "All keys"), PROGRAM, ("?",), ("F1",), "keys"
        ),
        ActionEntry("about", QT_TRANSLATE_NOOP("Actions", "About Copydesk"), PROGRAM),
        ActionEntry("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), PROGRAM, ("Ctrl+Q",)),
    )


def action_table() -> tuple[ActionEntry, ...]:
    """Every action of the window, group by group."""
    return (*_labelling(), *_reading(), *_pairs(), *_showing(), *_program())


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


def conflicts(
    table: Sequence[ActionEntry], rebound: Mapping[str, Sequence[str]]
) -> dict[str, tuple[ActionEntry, ...]]:
    """Keys that more than one action would answer to, with those actions.

    The key is in Qt's portable notation: ``ctrl+z`` and ``Ctrl+Z`` are the same.
    """
    taken: dict[str, list[ActionEntry]] = {}
    for entry in table:
        for key in dict.fromkeys(map(normal_key, keys_of(entry, rebound))):
            if key:
                taken.setdefault(key, []).append(entry)
    return {key: tuple(entries) for key, entries in taken.items() if len(entries) > 1}


def normal_key(key: str) -> str:
    """*key* in Qt's portable notation; empty for something that is no key."""
    portable = QKeySequence.SequenceFormat.PortableText
    return QKeySequence.fromString(key, portable).toString(portable)
