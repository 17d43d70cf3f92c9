"""Makes the buttons of a tool bar fit its width: words give way first, then buttons.

The buttons that find no room stand in a menu behind one more button at the right end, so that
nothing of the bar is ever out of reach.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolBar, QToolButton

from ..controls.controls import set_tip
from ..controls.theme import Theme, icon

_BESIDE = 8  # logical pixels between an icon and its word, and around it
_SPACING = 2  # logical pixels between buttons, as in the style sheet


@dataclass(frozen=True)
class _Entry:
    button: QToolButton
    place: QAction  # hides and shows the button in the bar
    word_goes: int  # the step at which its word is left out; 0: it never has one
    rank: int  # buttons of a low rank leave the bar first; 0: it never does


class Overflow:
    """The buttons of *bar* that can give way, and the menu for those that did."""

    def __init__(self, bar: QToolBar, text: str) -> None:
        """*text* names the button of the menu."""
        self._bar = bar
        self._entries: list[_Entry] = []
        self._menu = QMenu(bar)
        self._menu.aboutToShow.connect(self._fill)
        self._more = QToolButton()
        self._more.setAccessibleName(text)
        set_tip(self._more, text)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more.setMenu(self._menu)
        self._place: QAction | None = None
        self._fitting = False

    def add(self, button: QToolButton, place: QAction, *, word_goes: int, rank: int) -> None:
        """Let *button*, which *place* put into the bar, give way.

        Words with a low *word_goes* are left out first (0: there is none), then buttons with a
        low *rank* leave the bar (0: never).
        """
        self._entries.append(_Entry(button, place, word_goes, rank))

    def add_menu_button(self) -> None:
        """Put the button of the menu at the end of the bar."""
        self._place = self._bar.addWidget(self._more)
        self._place.setVisible(False)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._more.setIcon(icon("more", theme))

    def fit(self, reserve: int) -> None:
        """Use the width of the bar; the first words go while there is less than *reserve* left."""
        if self._place is None or self._fitting:
            return
        self._fitting = True
        others = self._bar.sizeHint().width() - sum(
            self._width(entry, self._has_word(entry))
            for entry in self._entries
            if entry.place.isVisible()
        )
        if self._place.isVisible():
            others -= self._more.sizeHint().width() + _SPACING
        room = self._bar.width() - others
        steps = sorted({entry.word_goes for entry in self._entries if entry.word_goes})
        gone = next(
            (s for s in (0, *steps) if self._needed(s) + (0 if s else reserve) <= room), steps[-1]
        )
        self._show(gone, self._leaving(gone, room))
        self._fitting = False

    def _needed(self, gone: int) -> int:
        return sum(self._width(entry, entry.word_goes > gone) for entry in self._entries)

    def _leaving(self, gone: int, room: int) -> set[int]:
        """Return the ranks of the buttons that must leave the bar."""
        needed = self._needed(gone)
        if needed <= room:
            return set()
        needed += self._more.sizeHint().width() + _SPACING
        leaving = set()
        for entry in sorted(self._entries, key=lambda entry: entry.rank):
            if entry.rank and needed > room:
                leaving.add(entry.rank)
                needed -= self._width(entry, entry.word_goes > gone)
        return leaving

    def _show(self, gone: int, leaving: set[int]) -> None:
        styles = Qt.ToolButtonStyle
        for entry in self._entries:
            word = entry.word_goes > gone
            style = styles.ToolButtonTextBesideIcon if word else styles.ToolButtonIconOnly
            if entry.button.toolButtonStyle() is not style:
                entry.button.setToolButtonStyle(style)
            _set_visible(entry.place, entry.rank not in leaving)
        if self._place is not None:
            _set_visible(self._place, bool(leaving))

    def _width(self, entry: _Entry, word: bool) -> int:
        """Return how much of the bar the button takes, with its word or without."""
        width = entry.button.sizeHint().width() + _SPACING
        if word == self._has_word(entry):
            return width
        text = entry.button.fontMetrics().horizontalAdvance(entry.button.text()) + _BESIDE
        return width + text if word else width - text

    def _has_word(self, entry: _Entry) -> bool:
        return entry.button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon

    def _fill(self) -> None:
        """Put what left the bar into the menu: a button's action, or its menu."""
        self._menu.clear()
        for entry in self._entries:
            if not entry.place.isVisible():
                if entry.button.popupMode() is QToolButton.ToolButtonPopupMode.InstantPopup:
                    inside = self._menu.addMenu(entry.button.menu())
                    inside.setText(entry.button.text())
                    inside.setIcon(entry.button.icon())
                else:
                    self._menu.addAction(entry.button.defaultAction())


def _set_visible(action: QAction, visible: bool) -> None:
    if action.isVisible() != visible:
        action.setVisible(visible)
