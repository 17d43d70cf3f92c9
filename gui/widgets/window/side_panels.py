"""The panels beside the text: which are wanted, and which the window has room for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Protocol

from ... import settings as keys
from ...settings import Settings
from ..controls.actions import ActionSet
from .window_layout import WindowLayout

NARROW = 1400
"""Width of the window, in logical pixels, below which the side panels fold."""

_FOR_BOTH = 1040  # logical pixels, in which panels at both sides leave two readable columns


class Panel(Protocol):
    """A widget, or a ``LazyWidget``."""

    def setVisible(self, on: bool, /) -> None:
        """Show or hide the panel."""


class _Side:
    def __init__(self, panel: Panel, chosen: bool, beside: str) -> None:
        self.panel = panel
        self.beside = beside  # "before" the text or "behind" it
        self.chosen = chosen  # what the reviewer wants where there is room
        self.useful = True  # whether it has anything to show
        self.opened_narrow = False  # wanted by the reviewer although the window is narrow


class SidePanels:
    """Shows and folds the panels beside the text.

    In a narrow window a panel is folded unless the reviewer opens it there, which is remembered;
    when the window grows again, the choice for wide windows applies. If panels on both sides would
    leave the text no room, those on the side opened last are shown.
    """

    def __init__(
        self,
        panels: Mapping[str, tuple[Panel, bool, str]],
        shown: Callable[[str, bool], None],
        narrow: tuple[str, ...] = (),
    ) -> None:
        """Show *panels* by name, each with whether the reviewer wants it, and its side.

        The side is "before" or "behind" the text; *shown* is called with changes. *narrow* are
        those that the reviewer wants in a narrow window.
        """
        self._sides = {name: _Side(*panel) for name, panel in panels.items()}
        for name in self._sides.keys() & set(narrow):
            self._sides[name].opened_narrow = True
        self._announce_change = shown
        self._narrow = self._one_only = False
        self._latest = ""  # where the panel stands that was opened last in a narrow window

    def resized(self, width: int) -> None:
        """Fit the panels to a window that is *width* logical pixels wide."""
        self._narrow = width < NARROW
        self._one_only = width < _FOR_BOTH
        self.refresh()

    def set_useful(self, name: str, useful: bool) -> None:
        """Set whether the panel *name* has anything to show; one that has not stays hidden."""
        self._sides[name].useful = useful
        self.refresh()

    def choose(self, name: str, on: bool) -> bool | None:
        """Show or hide the panel *name*, as the reviewer chose.

        Returns the choice to be saved for wide windows; None for one in a narrow window, which
        ``wanted_narrow`` returns.
        """
        side = self._sides[name]
        if self._narrow:
            side.opened_narrow = on
            if on:
                self._latest = side.beside
                self._give_way()
        else:
            side.chosen = on
        if on:
            side.useful = True
        self.refresh()
        return None if self._narrow else on

    def _give_way(self) -> None:
        """Fold the panels on the other side of the text if there is room for one side only."""
        for side in self._sides.values():
            if self._one_only and side.beside != self._latest:
                side.opened_narrow = False

    @property
    def wanted_narrow(self) -> tuple[str, ...] | None:
        """Return the panels to show in a narrow window; None if only one side has room."""
        if self._one_only:
            return None
        return tuple(name for name, side in self._sides.items() if side.opened_narrow)

    def shows(self, name: str) -> bool:
        """Return whether the panel *name* is visible."""
        side = self._sides[name]
        if self._one_only and side.beside != self._latest:
            return False
        return side.useful and (side.opened_narrow if self._narrow else side.chosen)

    def refresh(self) -> None:
        """Show the panels that are wanted, useful and have room."""
        for name, side in self._sides.items():
            on = self.shows(name)
            side.panel.setVisible(on)
            self._announce_change(name, on)


class SidePanelsController:
    """Connects the panels beside the text with their switches and with what is remembered."""

    _SWITCHES: Mapping[str, keys.Setting[bool]] = MappingProxyType(
        {
            "show-pairs": keys.SHOW_PAIRS,
            "show-evidence": keys.SHOW_EVIDENCE,
            "show-guidelines": keys.SHOW_GUIDELINES,
        }
    )

    def __init__(self, views: WindowLayout, actions: ActionSet, settings: Settings) -> None:
        """Show the panels of *views* that *settings* say are wanted."""
        self._actions = actions
        self._settings = settings
        self._left = views.side
        places: dict[str, tuple[Panel, str]] = {
            "show-pairs": (views.late_pairs, "before"),
            "show-evidence": (views.evidence, "behind"),
            "show-guidelines": (views.guidelines, "before"),
        }
        wanted = {name: settings[setting] for name, setting in self._SWITCHES.items()}
        self._panels = SidePanels(
            {name: (panel, wanted[name], beside) for name, (panel, beside) in places.items()},
            self._shown,
            settings[keys.SHOW_NARROW],
        )
        actions.handle_switches({name: partial(self._choose, name) for name in self._SWITCHES})
        self._panels.set_useful("show-pairs", False)  # until there are some

    def resized(self, width: int) -> None:
        """Fit the panels to a window that is *width* logical pixels wide."""
        self._panels.resized(width)

    def set_useful(self, name: str, useful: bool) -> None:
        """Set whether the panel of the switch *name* has anything to show."""
        self._panels.set_useful(name, useful)

    def ensure(self, name: str) -> None:
        """Show the panel of the switch *name*, as if the reviewer had chosen it."""
        if not self._panels.shows(name):
            self._actions[name].trigger()

    def _choose(self, name: str, on: bool) -> None:
        remembered = self._panels.choose(name, on)
        if remembered is not None:
            self._settings[self._SWITCHES[name]] = remembered
        elif (narrow := self._panels.wanted_narrow) is not None:
            self._settings[keys.SHOW_NARROW] = narrow

    def _shown(self, name: str, on: bool) -> None:
        self._actions[name].setChecked(on)
        self._left.setVisible(
            any(self._panels.shows(each) for each in ("show-pairs", "show-guidelines"))
        )
