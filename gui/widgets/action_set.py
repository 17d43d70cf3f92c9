"""The QActions of the window, made of the table of actions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from .actions import ActionEntry, keys_of, shown_key
from .icons import icon
from .key_guard import KeyGuard
from .parts import tip
from .theme import Theme


class ActionSet(QObject):
    """All actions of one window, by name.

    ``refused`` says why a deciding key was ignored. What an action does is said once, with
    :meth:`handle`.
    """

    refused = Signal(str)

    def __init__(
        self, window: QWidget, table: Sequence[ActionEntry], rebound: Mapping[str, Sequence[str]]
    ) -> None:
        """Give *window* the actions of *table*; *rebound* are keys that the reviewer chose."""
        super().__init__(window)
        self.table = table
        self.guard = KeyGuard()
        self._rebound: Mapping[str, Sequence[str]] = MappingProxyType({})
        self._handlers: dict[str, Callable[[bool], object]] = {}
        self._actions: dict[str, QAction] = {}
        self._theme: Theme | None = None
        self._drawn: set[str] = set()  # names of actions whose icons are to be seen
        for entry in table:
            action = QAction(entry.translated(), window)
            action.setObjectName(entry.name)
            if entry.checkable:
                action.setCheckable(True)
            action.triggered.connect(self._firing(entry))
            self._actions[entry.name] = action
        window.addActions(list(self._actions.values()))
        self.rebind(rebound)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def handle(self, handlers: Mapping[str, Callable[[], object]]) -> None:
        """Say what actions do, by their names."""
        for name, handler in handlers.items():
            self._handlers[self._known(name)] = partial(_without_state, handler)

    def handle_switches(self, handlers: Mapping[str, Callable[[bool], object]]) -> None:
        """Say what happens when actions are switched on or off, by their names."""
        for name, handler in handlers.items():
            self._handlers[self._known(name)] = handler

    def rebind(self, rebound: Mapping[str, Sequence[str]]) -> None:
        """Use the keys that the reviewer chose from now on."""
        self._rebound = rebound
        portable = QKeySequence.SequenceFormat.PortableText
        for entry in self.table:
            keys = [QKeySequence.fromString(key, portable) for key in keys_of(entry, rebound)]
            self._actions[entry.name].setShortcuts(keys)
            what, key = entry.translated(), shown_key(entry, rebound)
            self._actions[entry.name].setToolTip(tip(f"{what} ({key})" if key else what))

    def shown_keys(self) -> dict[str, str]:
        """The first key of each action as the desktop writes it."""
        return {entry.name: shown_key(entry, self._rebound) for entry in self.table}

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons that are to be seen in the colours of *theme*."""
        self._theme = theme
        seen, self._drawn = self._drawn, set()
        self.show_icons(seen)

    def show_icons(self, names: Iterable[str]) -> None:
        """Draw the icons of the actions *names*, which are about to be seen, from now on.

        Most stand in menus only, and to draw them all takes longer than the rest of the bar.
        """
        new = set(names) - self._drawn
        self._drawn |= new
        for entry in self.table:
            if self._theme is not None and entry.icon and entry.name in new:
                self._actions[entry.name].setIcon(icon(entry.icon, self._theme))

    def _known(self, name: str) -> str:
        if name not in self._actions:
            raise KeyError(f"there is no action {name}")
        return name

    def _firing(self, entry: ActionEntry) -> Callable[[bool], None]:
        def fire(on: bool) -> None:  # a partial would not be given the state by PySide
            self._fire(entry, on)

        return fire

    def _fire(self, entry: ActionEntry, on: bool) -> None:
        if entry.decision:
            objection = self.guard.objection(QApplication.focusWidget())
            if objection:
                if entry.checkable:
                    self._actions[entry.name].setChecked(not on)
                self.refused.emit(objection)
                return
        handler = self._handlers.get(entry.name)
        if handler is not None:
            handler(on)


def _without_state(handler: Callable[[], object], _on: bool) -> None:
    handler()
