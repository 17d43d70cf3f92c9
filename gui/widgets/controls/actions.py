"""The actions of the window: the table of names, texts, keys and icons, and QActions made of it.

A key is written in the table and nowhere else, that of a label in its set. Keys that the reviewer
chose replace them, and no two actions share one. `KeyGuard` keeps a key from labelling a pair that
nobody has seen yet.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from ...labels import DEFAULT_LABELS, LabelSet
from ...messages import QT_TRANSLATE_NOOP
from ...review.pair_list.pair_state import label_text
from .controls import tip
from .key_places import KeyPlaces
from .theme import Theme, icon, sign_of_label

CONTEXT = "Actions"
"""The translation context of every text in the table."""


class ActionSpec(NamedTuple):
    """One action: its stable name, its English text, and its keys in Qt's portable notation.

    ``keys`` is the first set, ``more_keys`` the second, for layouts that lack the first.
    ``decision`` actions change a label: they are guarded against keys that were not meant.
    ``checkable`` actions are on or off. ``label`` is the name of the label that the action gives;
    as the reviewer reads it, it replaces ``{label}`` in ``text``.
    """

    name: str
    text: str
    group: str
    keys: tuple[str, ...] = ()
    more_keys: tuple[str, ...] = ()
    icon: str = ""
    decision: bool = False
    checkable: bool = False
    label: str = ""

    @property
    def default_keys(self) -> tuple[str, ...]:
        """Both sets of keys."""
        return (*self.keys, *self.more_keys)

    def translated(self) -> str:
        """The text in the language of the window."""
        text = QCoreApplication.translate(CONTEXT, self.text)
        return text.replace("{label}", label_text(self.label)) if self.label else text


def keys_of(spec: ActionSpec, rebound: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The keys of *spec*: what the reviewer chose, or both sets of the table."""
    return tuple(rebound.get(spec.name, spec.default_keys))


def shown_key(spec: ActionSpec, rebound: Mapping[str, Sequence[str]]) -> str:
    """The first key of *spec* as the desktop writes it; empty where it has none."""
    keys = keys_of(spec, rebound)
    if not keys:
        return ""
    return QKeySequence.fromString(keys[0], QKeySequence.SequenceFormat.PortableText).toString(
        QKeySequence.SequenceFormat.NativeText
    )


def normal_key(key: str) -> str:
    """Return *key* in Qt's portable notation; empty if it is not a key."""
    portable = QKeySequence.SequenceFormat.PortableText
    return QKeySequence.fromString(key, portable).toString(portable)


# ruff: noqa: E501
# fmt: off

# name, text, keys of the first set and, behind a bar, of the second, icon
_LABELLING = (
    ("flag", QT_TRANSLATE_NOOP("Actions", "Flag: unsure, come back"), "F", "flag"),
    ("note", QT_TRANSLATE_NOOP("Actions", "Write a note"), "N", "note"),
    ("undo", QT_TRANSLATE_NOOP("Actions", "Undo the last decision"), "Ctrl+Z", "undo"),
    ("redo", QT_TRANSLATE_NOOP("Actions", "Redo the decision"), "Ctrl+Shift+Z | Ctrl+Y", "redo"),
    ("undo-sitting", QT_TRANSLATE_NOOP("Actions", "Undo this session's last decision"), "Backspace", "undo"),
)
_READING = (
    ("next-difference", QT_TRANSLATE_NOOP("Actions", "Next difference"), "Alt+Down | ]", "next-change"),
    ("previous-difference", QT_TRANSLATE_NOOP("Actions", "Previous difference"), "Alt+Up | [", "previous-change"),
    ("jump-to-counterpart", QT_TRANSLATE_NOOP("Actions", "To the other place of a moved section"), "T", "jump"),
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
    ("next-candidate", QT_TRANSLATE_NOOP("Actions", "Next candidate of this reference"), "Alt+Shift+Down | Shift+]", "next"),
    ("previous-candidate", QT_TRANSLATE_NOOP("Actions", "Previous candidate of this reference"), "Alt+Shift+Up | Shift+[", "previous"),
    ("next-unlabelled", QT_TRANSLATE_NOOP("Actions", "Next unlabelled pair"), "Shift+J", "unlabelled"),
    ("go-to-pair", QT_TRANSLATE_NOOP("Actions", "Go to pair number…"), "Ctrl+G", ""),
    ("search-pairs", QT_TRANSLATE_NOOP("Actions", "Search the list of pairs"), "Ctrl+Shift+F", ""),
    ("work-summary", QT_TRANSLATE_NOOP("Actions", "Summary of the work"), "Ctrl+I", "summary"),
    ("agreement", QT_TRANSLATE_NOOP("Actions", "Agreement of annotators"), "Ctrl+Shift+I", "summary"),
    ("reload", QT_TRANSLATE_NOOP("Actions", "Read the pair from disk again"), "F5", "reload"),
    ("fetch-pair", QT_TRANSLATE_NOOP("Actions", "Fetch the pair's web pages again"), "Shift+F5", "reload"),
    ("fetch-list", QT_TRANSLATE_NOOP("Actions", "Fetch all web pages of the list…"), "", "open-list"),
    ("compare-snapshots", QT_TRANSLATE_NOOP("Actions", "Compare two snapshots of a page…"), "", "open-pair"),
    ("blind", QT_TRANSLATE_NOOP("Actions", "Read blind: hide names, paths and columns"), "", "hidden"),
    ("blind-figures", QT_TRANSLATE_NOOP("Actions", "Read blind: hide similarities, too"), "", "hidden"),
    ("choose-guidelines", QT_TRANSLATE_NOOP("Actions", "Choose a guidelines file…"), "", "guidelines"),
)
_SHOWING = (
    ("show-marks", QT_TRANSLATE_NOOP("Actions", "Show the marks, or none of them"), "M", "view"),
    ("show-substitution", QT_TRANSLATE_NOOP("Actions", "Mark substitutions"), "Ctrl+1", "substitution"),
    ("show-missing", QT_TRANSLATE_NOOP("Actions", "Mark missing words"), "Ctrl+2", "missing"),
    ("show-added", QT_TRANSLATE_NOOP("Actions", "Mark added words"), "Ctrl+3", "added"),
    ("show-moved", QT_TRANSLATE_NOOP("Actions", "Mark moved sections"), "Ctrl+4", "moved"),
    ("show-look-alike", QT_TRANSLATE_NOOP("Actions", "Mark look-alike characters"), "Ctrl+5", "look-alike"),
    ("show-minor", QT_TRANSLATE_NOOP("Actions", "Mark minor differences"), "Ctrl+6", "minor"),
    ("fold", QT_TRANSLATE_NOOP("Actions", "Fold long equal stretches"), "Ctrl+E", "fold"),
    ("serif", QT_TRANSLATE_NOOP("Actions", "Serif font"), "", ""),
    ("whole-page", QT_TRANSLATE_NOOP("Actions", "Show web pages whole"), "Ctrl+H", ""),
    ("repair", QT_TRANSLATE_NOOP("Actions", "Repair wrongly decoded text (for this session)"), "", ""),
    ("show-pairs", QT_TRANSLATE_NOOP("Actions", "List of pairs"), "F7", "open-list"),
    ("show-evidence", QT_TRANSLATE_NOOP("Actions", "Summary, ledger and sections"), "F8", "summary"),
    ("show-guidelines", QT_TRANSLATE_NOOP("Actions", "Guidelines"), "F9", "guidelines"),
)
_PROGRAM = (
    ("open", QT_TRANSLATE_NOOP("Actions", "Open two documents…"), "Ctrl+O", "open-pair"),
    ("open-list", QT_TRANSLATE_NOOP("Actions", "Open a list of pairs…"), "Ctrl+Shift+O", "open-list"),
    ("open-folder", QT_TRANSLATE_NOOP("Actions", "Open a folder…"), "", "open"),
    ("search-again", QT_TRANSLATE_NOOP("Actions", "Search the articles for pairs again"), "", "find"),
    ("open-links", QT_TRANSLATE_NOOP("Actions", "Open web pages…"), "Ctrl+L | Ctrl+V", "paste"),
    ("open-samples", QT_TRANSLATE_NOOP("Actions", "Open the sample pairs"), "", "sample"),
    ("paste-texts", QT_TRANSLATE_NOOP("Actions", "Paste two texts…"), "Ctrl+Shift+V", "paste"),
    ("export-html", QT_TRANSLATE_NOOP("Actions", "Save a report as HTML…"), "Ctrl+Shift+S", "export"),
    ("export-pdf", QT_TRANSLATE_NOOP("Actions", "Save a report as PDF…"), "", "export"),
    ("export-list", QT_TRANSLATE_NOOP("Actions", "Save reports of all pairs…"), "", "export"),
    ("print", QT_TRANSLATE_NOOP("Actions", "Print…"), "Ctrl+P", "print"),
    ("settings", QT_TRANSLATE_NOOP("Actions", "Settings…"), "Ctrl+,", "settings"),
    ("annotator", QT_TRANSLATE_NOOP("Actions", "Change the annotator…"), "Ctrl+Shift+A", "annotator"),
    ("keys", QT_TRANSLATE_NOOP("Actions", "All keys"), "? | F1", "keys"),
    ("legend", QT_TRANSLATE_NOOP("Actions", "Legend of the marks"), "", "look-alike"),
    ("how-to-judge", QT_TRANSLATE_NOOP("Actions", "How to judge a pair"), "", "guidelines"),
    ("copy-details", QT_TRANSLATE_NOOP("Actions", "Copy details for a bug report"), "", "copy-text"),
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
_DECISIONS = frozenset({"flag", "undo", "redo", "undo-sitting"})
LABEL = "label-"  # begins the name of an action that labels; the label's name follows
_SWITCHES = frozenset({"flag", "swap", "blind", "blind-figures", *(row[0] for row in _SHOWING)})


def action_table() -> tuple[ActionSpec, ...]:
    """Every action of the window, group by group; first those that give the default labels."""
    others = (
        _entry(group, name, text, keys, icon)
        for group, rows in _GROUPS
        for name, text, keys, icon in rows
    )
    return (*label_actions(DEFAULT_LABELS), *others)


def _entry(group: str, name: str, text: str, keys: str, icon: str) -> ActionSpec:
    first, _, second = keys.partition(" | ")
    return ActionSpec(
        name,
        text,
        group,
        tuple(first.split()),
        tuple(second.split()),
        icon,
        decision=name in _DECISIONS,
        checkable=name in _SWITCHES,
    )


def label_actions(labels: LabelSet) -> tuple[ActionSpec, ...]:
    """The actions that give *labels*, with the keys that these name."""
    text, group = QT_TRANSLATE_NOOP("Actions", "Label: {label}"), _GROUPS[0][0]
    return tuple(
        ActionSpec(
            f"{LABEL}{label.name}",
            text,
            group,
            label.keys[:1],
            label.keys[1:],
            sign_of_label(label.name, labels)[0],
            decision=True,
            label=label.name,
        )
        for label in labels
    )


FIRST_SIGHT = 0.15
"""Seconds after the first paint of a pair's text in which no key decides anything."""


class KeyGuard:
    """Decides whether a key for a decision is ignored, and why.

    It is ignored while an editable text has the focus, when the key auto-repeats, and until a
    moment after the pair's text was first painted.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        """*now* returns seconds that never go back."""
        self._now = now
        self._painted: float | None = None
        self._repeating = False

    def pair_coming(self) -> None:
        """Note that another pair is coming whose text has not been seen yet."""
        self._painted = None

    def text_painted(self) -> None:
        """Note that the pair's text was painted; later paints of the same text change nothing."""
        if self._painted is None:
            self._painted = self._now()

    def key_pressed(self, repeating: bool) -> None:
        """Note that a key is about to act; *repeating* is True while it is held down."""
        self._repeating = repeating

    def objection(self, focus: QWidget | None) -> str:
        """Return in one sentence why a deciding key is ignored now; empty if it is not.

        *focus* is the widget that has the keyboard.
        """
        if is_editable(focus):
            return QCoreApplication.translate(
                "KeyGuard", "Ignored, because a text is being edited. Esc leaves it."
            )
        if self._repeating:
            return QCoreApplication.translate(
                "KeyGuard", "Ignored, because the key was held down. Press it again."
            )
        return self.unseen()

    @staticmethod
    def not_on_screen() -> str:
        """Return the sentence that says that a pair must be visible to be labelled."""
        return QCoreApplication.translate(
            "KeyGuard", "Ignored, because the pair is not on the screen yet."
        )

    def unseen(self) -> str:
        """Return in one sentence why the pair cannot be judged yet; empty if it can."""
        if self._painted is None:
            return self.not_on_screen()
        if self._now() - self._painted < FIRST_SIGHT:
            return QCoreApplication.translate(
                "KeyGuard", "Ignored, because the pair had only just appeared. Press it again."
            )
        return ""


def is_editable(widget: QWidget | None) -> bool:
    """True for a widget in which keys write text."""
    if isinstance(widget, (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)):
        return not widget.isReadOnly()
    return isinstance(widget, QComboBox) and widget.isEditable()


class ActionSet(QObject):
    """All actions of one window, by name.

    ``refused`` says why a deciding key was ignored. What an action does is set once by the
    controller that does it, with :meth:`handle`, or :meth:`handle_switches` where it is on or off.
    """

    refused = Signal(str)

    def __init__(
        self, window: QWidget, table: Sequence[ActionSpec], rebound: Mapping[str, Sequence[str]]
    ) -> None:
        """Give *window* the actions of *table*; *rebound* are keys that the reviewer chose."""
        super().__init__(window)
        self.table = table
        self.guard = KeyGuard()
        self._places = KeyPlaces(window, self.with_key)
        self._rebound: Mapping[str, Sequence[str]] = MappingProxyType({})
        self._handlers: dict[str, Callable[[bool], object]] = {}
        self._actions: dict[str, QAction] = {}
        self._theme: Theme | None = None
        self._drawn: set[str] = set()  # names of actions whose icons are to be seen
        self._window = window
        self._make(table)
        self.rebind(rebound)

    def _make(self, specs: Sequence[ActionSpec]) -> None:
        made = {}
        for spec in specs:
            action = QAction(spec.translated(), self._window)
            action.setObjectName(spec.name)
            if spec.checkable:
                action.setCheckable(True)
            action.triggered.connect(self._firing(spec))
            made[spec.name] = action
        self._actions.update(made)
        self._window.addActions(list(made.values()))

    def set_labels(self, specs: Sequence[ActionSpec]) -> list[tuple[ActionSpec, str, ActionSpec]]:
        """Replace the label actions by those of *specs*; ``handle`` then sets what they do.

        A label does not get a key that another action has: such labels are returned, each with the
        key and that action.
        """
        others = tuple(spec for spec in self.table if not spec.name.startswith(LABEL))
        taken = {normal_key(key): each for each in others for key in keys_of(each, self._rebound)}
        fitting, clashes = [], []
        for spec in specs:
            wanted = {key: taken.get(normal_key(key)) for key in spec.default_keys}
            clashes += [(spec, key, other) for key, other in wanted.items() if other is not None]
            keys = tuple(key for key, other in wanted.items() if other is None)
            free = spec._replace(keys=keys[:1], more_keys=keys[1:])
            fitting.append(free)
            taken.update((normal_key(key), free) for key in keys_of(free, self._rebound))
        for name in [name for name in self._actions if name.startswith(LABEL)]:
            action = self._actions.pop(name)
            self._handlers.pop(name, None)
            self._window.removeAction(action)
            action.deleteLater()
        self.table = (*fitting, *others)
        self._make(fitting)
        self.rebind(self._rebound)
        return clashes

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def handle(self, handlers: Mapping[str, Callable[[], object]]) -> None:
        """Set what actions do, by their names."""
        for name, handler in handlers.items():
            self._handlers[self._known(name)] = partial(_without_state, handler)

    def handle_switches(self, handlers: Mapping[str, Callable[[bool], object]]) -> None:
        """Set what happens when actions are switched on or off, by their names."""
        for name, handler in handlers.items():
            self._handlers[self._known(name)] = handler

    def rebind(self, rebound: Mapping[str, Sequence[str]]) -> None:
        """Use the keys that the reviewer chose from now on."""
        self._rebound = rebound
        portable = QKeySequence.SequenceFormat.PortableText
        for spec in self.table:
            keys = [QKeySequence.fromString(key, portable) for key in keys_of(spec, rebound)]
            self._actions[spec.name].setShortcuts(keys)
            what, key = spec.translated(), shown_key(spec, rebound)
            self._actions[spec.name].setToolTip(tip(f"{what} ({key})" if key else what))

    def key_coming(self, event: QKeyEvent) -> bool:
        """Note that a key is about to be pressed; True if Qt must not look for its action."""
        self.guard.key_pressed(event.isAutoRepeat())
        return self._places.coming(event)

    def with_key(self, key: QKeySequence) -> QAction | None:
        """Return the action that has *key*, if there is one."""
        return next((each for each in self._actions.values() if key in each.shortcuts()), None)

    def decides(self, name: str) -> bool:
        """Return whether the action *name* changes a decision about a pair."""
        return any(spec.decision for spec in self.table if spec.name == name)

    def shown_keys(self) -> dict[str, str]:
        """The first key of each action as the desktop writes it."""
        return {spec.name: shown_key(spec, self._rebound) for spec in self.table}

    def set_theme(self, theme: Theme) -> None:
        """Draw the visible icons in the colours of *theme*."""
        self._theme = theme
        seen, self._drawn = self._drawn, set()
        self.show_icons(seen)

    def show_icons(self, names: Iterable[str]) -> None:
        """Draw the icons of the actions *names* from now on, because they become visible.

        Most are only in menus, and drawing all of them takes longer than the rest of the bar.
        """
        new = set(names) - self._drawn
        self._drawn |= new
        for spec in self.table:
            if self._theme is not None and spec.icon and spec.name in new:
                self._actions[spec.name].setIcon(icon(spec.icon, self._theme))

    def _known(self, name: str) -> str:
        if name not in self._actions:
            raise KeyError(f"there is no action {name}")
        return name

    def _firing(self, spec: ActionSpec) -> Callable[[bool], None]:
        def fire(on: bool) -> None:  # a partial would not be given the state by PySide
            self._fire(spec, on)

        return fire

    def _fire(self, spec: ActionSpec, on: bool) -> None:
        if spec.decision:
            objection = self.guard.objection(QApplication.focusWidget())
            if objection:
                if spec.checkable:
                    self._actions[spec.name].setChecked(not on)
                self.refused.emit(objection)
                return
        handler = self._handlers.get(spec.name)
        if handler is not None:
            handler(on)


def _without_state(handler: Callable[[], object], _on: bool) -> None:
    handler()
