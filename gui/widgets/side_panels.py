"""Which of the side panels stand beside the text: the reviewer's choice, and room for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

NARROW = 1400
"""Width of the window, in logical pixels, below which the side panels fold by themselves."""


class Panel(Protocol):
    """A widget, or one that is made when it is first shown."""

    def setVisible(self, on: bool, /) -> None:
        """Show or hide the panel."""


class _Side:
    def __init__(self, panel: Panel, chosen: bool) -> None:
        self.panel = panel
        self.chosen = chosen  # what the reviewer wants where there is room
        self.useful = True  # whether it has anything to show
        self.opened_narrow = False  # opened by hand although the window is narrow


class SidePanels:
    """Shows and folds the panels beside the text.

    In a narrow window a panel is folded unless the reviewer opens it there; when the window
    grows again, what the reviewer chose for wide windows comes back.
    """

    def __init__(
        self, panels: Mapping[str, tuple[Panel, bool]], shown: Callable[[str, bool], None]
    ) -> None:
        """*panels* by name, each with whether the reviewer wants it; *shown* is told of changes."""
        self._sides = {name: _Side(panel, on) for name, (panel, on) in panels.items()}
        self._tell = shown
        self._narrow = False

    def resized(self, width: int) -> None:
        """The window is *width* logical pixels wide now."""
        narrow = width < NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            for side in self._sides.values():
                side.opened_narrow = False
        self.refresh()

    def set_useful(self, name: str, useful: bool) -> None:
        """Say whether the panel *name* has anything to show; one that has not stays away."""
        self._sides[name].useful = useful
        self.refresh()

    def choose(self, name: str, on: bool) -> bool | None:
        """The reviewer shows or hides the panel *name*.

        Returns what is to be remembered; None for a choice that holds for the narrow window
        only.
        """
        side = self._sides[name]
        if self._narrow:
            side.opened_narrow = on
        else:
            side.chosen = on
        if on:
            side.useful = True
        self.refresh()
        return None if self._narrow else on

    def shows(self, name: str) -> bool:
        """True while the panel *name* is to be seen."""
        side = self._sides[name]
        return side.useful and (side.opened_narrow if self._narrow else side.chosen)

    def refresh(self) -> None:
        """Show what is to be shown."""
        for name, side in self._sides.items():
            on = self.shows(name)
            side.panel.setVisible(on)
            self._tell(name, on)
