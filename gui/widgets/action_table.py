"""The table of all actions: name, text, keys, icon. A key is written here and nowhere else.

The keys sheet, the settings dialog, the menus and the buttons all read it.
"""

from __future__ import annotations

from .actions import ActionEntry
from .marking import QT_TRANSLATE_NOOP

# ruff: noqa: E501
# fmt: off

# name, text, keys of the first set and, behind a bar, of the second, icon
_LABELLING = (
    ("label-original", QT_TRANSLATE_NOOP("Actions", "Label: original"), "1 | O", "label-original"),
    ("label-copy", QT_TRANSLATE_NOOP("Actions", "Label: copy"), "2 | C", "label-copy"),
    ("label-unrelated", QT_TRANSLATE_NOOP("Actions", "Label: unrelated"), "3 | U", "label-unrelated"),
    ("flag", QT_TRANSLATE_NOOP("Actions", "Flag: unsure, come back"), "F", "flag"),
    ("note", QT_TRANSLATE_NOOP("Actions", "Write a note"), "N", "note"),
    ("undo", QT_TRANSLATE_NOOP("Actions", "Undo the last decision"), "Ctrl+Z", "undo"),
    ("redo", QT_TRANSLATE_NOOP("Actions", "Redo the decision"), "Ctrl+Shift+Z | Ctrl+Y", "redo"),
    ("undo-sitting", QT_TRANSLATE_NOOP("Actions", "Undo this sitting's last decision"), "Backspace", "undo"),
)
_READING = (
    ("next-difference", QT_TRANSLATE_NOOP("Actions", "Next difference"), "Alt+Down | ]", "next-change"),
    ("previous-difference", QT_TRANSLATE_NOOP("Actions", "Previous difference"), "Alt+Up | [", "previous-change"),
    ("jump-to-twin", QT_TRANSLATE_NOOP("Actions", "To the other place of a moved section"), "T", "jump"),
    ("find", QT_TRANSLATE_NOOP("Actions", "Find"), "Ctrl+F", "find"),
    ("find-next", QT_TRANSLATE_NOOP("Actions", "Find next"), "F3", ""),
    ("find-previous", QT_TRANSLATE_NOOP("Actions", "Find previous"), "Shift+F3", ""),
    ("copy", QT_TRANSLATE_NOOP("Actions", "Copy the selected text"), "Ctrl+C", "copy-text"),
    ("swap", QT_TRANSLATE_NOOP("Actions", "Swap sides"), "Ctrl+T", "swap"),
    ("zoom-in", QT_TRANSLATE_NOOP("Actions", "Larger text"), "Ctrl++ | Ctrl+=", "zoom-in"),
    ("zoom-out", QT_TRANSLATE_NOOP("Actions", "Smaller text"), "Ctrl+-", "zoom-out"),
    ("zoom-reset", QT_TRANSLATE_NOOP("Actions", "Text at its normal size"), "Ctrl+0", ""),
)
_PAIRS = (
    ("next-pair", QT_TRANSLATE_NOOP("Actions", "Next pair"), "J | Alt+Right", "next"),
    ("previous-pair", QT_TRANSLATE_NOOP("Actions", "Previous pair"), "K | Alt+Left", "previous"),
    ("next-unlabelled", QT_TRANSLATE_NOOP("Actions", "Next unlabelled pair"), "Shift+J", "unlabelled"),
    ("go-to-pair", QT_TRANSLATE_NOOP("Actions", "Go to pair number…"), "Ctrl+G", ""),
    ("reload", QT_TRANSLATE_NOOP("Actions", "Read the pair from disk again"), "F5", "reload"),
    ("choose-guidelines", QT_TRANSLATE_NOOP("Actions", "Choose a guidelines file…"), "", "guidelines"),
)
_SHOWING = (
    ("show-substitution", QT_TRANSLATE_NOOP("Actions", "Mark substitutions"), "Ctrl+1", "substitution"),
    ("show-missing", QT_TRANSLATE_NOOP("Actions", "Mark missing words"), "Ctrl+2", "missing"),
    ("show-added", QT_TRANSLATE_NOOP("Actions", "Mark added words"), "Ctrl+3", "added"),
    ("show-moved", QT_TRANSLATE_NOOP("Actions", "Mark moved sections"), "Ctrl+4", "moved"),
    ("show-look-alike", QT_TRANSLATE_NOOP("Actions", "Mark look-alike characters"), "Ctrl+5", "look-alike"),
    ("show-minor", QT_TRANSLATE_NOOP("Actions", "Mark minor differences"), "Ctrl+6", "minor"),
    ("fold", QT_TRANSLATE_NOOP("Actions", "Fold long equal stretches"), "Ctrl+E", "fold"),
    ("serif", QT_TRANSLATE_NOOP("Actions", "Serif font"), "", ""),
    ("whole-page", QT_TRANSLATE_NOOP("Actions", "Show web pages whole"), "Ctrl+H", ""),
    ("repair", QT_TRANSLATE_NOOP("Actions", "Repair wrongly decoded text (for this sitting)"), "", ""),
    ("show-pairs", QT_TRANSLATE_NOOP("Actions", "List of pairs"), "F7", "open-list"),
    ("show-evidence", QT_TRANSLATE_NOOP("Actions", "Summary, ledger and sections"), "F8", "summary"),
    ("show-guidelines", QT_TRANSLATE_NOOP("Actions", "Guidelines"), "F9", "guidelines"),
)
_PROGRAM = (
    ("open", QT_TRANSLATE_NOOP("Actions", "Open two documents…"), "Ctrl+O", "open-pair"),
    ("open-list", QT_TRANSLATE_NOOP("Actions", "Open a list of pairs…"), "Ctrl+Shift+O", "open-list"),
    ("open-folder", QT_TRANSLATE_NOOP("Actions", "Open a folder…"), "", "open"),
    ("open-samples", QT_TRANSLATE_NOOP("Actions", "Open the sample pairs"), "", "sample"),
    ("paste-texts", QT_TRANSLATE_NOOP("Actions", "Paste two texts…"), "Ctrl+Shift+V", "paste"),
    ("export-html", QT_TRANSLATE_NOOP("Actions", "Save a report as HTML…"), "Ctrl+Shift+S", "export"),
    ("export-pdf", QT_TRANSLATE_NOOP("Actions", "Save a report as PDF…"), "", "export"),
    ("print", QT_TRANSLATE_NOOP("Actions", "Print…"), "Ctrl+P", "print"),
    ("settings", QT_TRANSLATE_NOOP("Actions", "Settings…"), "Ctrl+,", "settings"),
    ("keys", QT_TRANSLATE_NOOP("Actions", "All keys"), "? | F1", "keys"),
    ("about", QT_TRANSLATE_NOOP("Actions", "About Copydesk"), "", "about"),
    ("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), "Ctrl+Q", "quit"),
)
_GROUPS = (
    (QT_TRANSLATE_NOOP("Actions", "Labelling"), _LABELLING),
    (QT_TRANSLATE_NOOP("Actions", "Reading"), _READING),
    (QT_TRANSLATE_NOOP("Actions", "Pairs"), _PAIRS),
    (QT_TRANSLATE_NOOP("Actions", "What is shown"), _SHOWING),
    (QT_TRANSLATE_NOOP("Actions", "Program"), _PROGRAM),
)
_DECISIONS = frozenset(
    {"label-original", "label-copy", "label-unrelated", "flag", "undo", "redo", "undo-sitting"}
)
_SWITCHES = frozenset({"flag", "swap", *(row[0] for row in _SHOWING)})


def action_table() -> tuple[ActionEntry, ...]:
    """Every action of the window, group by group."""
    return tuple(
        _entry(group, name, text, keys, icon)
        for group, rows in _GROUPS
        for name, text, keys, icon in rows
    )


def _entry(group: str, name: str, text: str, keys: str, icon: str) -> ActionEntry:
    first, _, second = keys.partition(" | ")
    return ActionEntry(
        name,
        text,
        group,
        tuple(first.split()),
        tuple(second.split()),
        icon,
        decision=name in _DECISIONS,
        checkable=name in _SWITCHES,
    )
