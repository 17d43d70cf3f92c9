"""The tool bar: open and report, step, find, display options, and progress.

In a narrow window words give way first, then buttons: these move to a menu behind one more button
at the right end, so that everything stays within reach.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from types import MappingProxyType

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QSizePolicy,
    QStyle,
    QToolBar,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from ...settings import SHOWN_KINDS
from ..controls.actions import ActionSet
from ..controls.controls import ICON, plain_label, set_tip
from ..controls.qt_text import grouped, middle_cut
from ..controls.theme import Theme, icon

_RECENT = "recent"  # stands for the menu of that
_FILE = (
    *("open", "open-list", "open-folder", "open-links", "paste-texts", "open-samples", _RECENT, ""),
    *("search-again", "export-html", "export-pdf", "export-list", "print", "", "quit"),
)
_VIEW = (
    *("swap", "fold", "serif", "whole-page", "repair", ""),
    "show-marks",
    *(f"show-{kind}" for kind in SHOWN_KINDS),
    *("", "zoom-in", "zoom-out", "zoom-reset", ""),
    *("show-pairs", "show-evidence", "show-guidelines", "choose-guidelines"),
)
_PAIR = (
    *(
        "undo",
        "redo",
        "",
        "next-unlabelled",
        "next-pair",
        "previous-pair",
        "next-candidate",
        "previous-candidate",
        "go-to-pair",
        "search-pairs",
        "work-summary",
        "agreement",
        "",
        "blind",
        "blind-figures",
        "",
        "reload",
        "fetch-pair",
        "fetch-list",
        "compare-snapshots",
        "",
    ),
    *("jump-to-counterpart", "copy"),
)
_HELP = (
    *("settings", "annotator", "", "keys", "legend", "how-to-judge", ""),
    *("copy-details", "about"),
)
_WORD_GOES = MappingProxyType({"show-pairs": 1, "show-evidence": 1})
_RANKS = MappingProxyType(  # which buttons leave a narrow bar first; 0: never. Menus by their icon
    {
        "open": 0,
        "show-pairs": 0,
        "settings": 1,
        "view": 2,
        "open-pair": 3,
        "find": 4,
        "previous-difference": 5,
        "next-difference": 6,
        "show-evidence": 7,
    }
)
_RESERVE = 120  # logical pixels for the pace, which appears after some labels


class ToolBar(QToolBar):
    """Buttons and menus of the actions. Every entry shows its key."""

    def __init__(self, window: QMainWindow, actions: ActionSet, *right: QWidget) -> None:
        """Add the bar to the top of *window*, with the widgets of *right* at its right end."""
        super().__init__(window)
        self.setObjectName("tools")
        self.setAccessibleName(self.tr("Tools"))
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setIconSize(QSize(ICON, ICON))
        self._menus: list[tuple[QToolButton, str]] = []
        self._overflow = Overflow(self, self.tr("More"))
        self.recent = RecentMenu(self)
        self._menu(actions, _FILE, "open", self.tr("File"))
        self._button(actions, "show-pairs", self.tr("List of pairs"))
        actions["show-pairs"].setIconText(self.tr("List"))
        self.addSeparator()
        self._button(actions, "previous-difference", self.tr("Previous difference"))
        self._button(actions, "next-difference", self.tr("Next difference"))
        self.addSeparator()
        self._button(actions, "find", self.tr("Find"))
        self._menu(actions, _VIEW, "view", self.tr("View"))
        self._menu(actions, _PAIR, "open-pair", self.tr("Pair"))
        self._place = plain_label("", "muted")  # here, as no button is to move when it comes
        self.addWidget(self._place)
        room = QWidget()
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(room)
        holder = QWidget()  # a tool bar hides for good what is hidden when it comes in
        holder_layout = QHBoxLayout(holder)
        holder_layout.setContentsMargins(0, 0, 0, 0)
        for widget in right:
            holder_layout.addWidget(widget)
        self.addWidget(holder)
        title = self.tr("Summary, ledger and sections")
        self._button(actions, "show-evidence", title)
        actions["show-evidence"].setIconText(self.tr("Evidence"))
        self._menu(actions, _HELP, "settings", self.tr("Help"))
        self._overflow.add_menu_button()
        window.addToolBar(Qt.ToolBarArea.TopToolBarArea, self)

    def set_theme(self, theme: Theme) -> None:
        """Draw the menus' icons in the colours of *theme*."""
        for button, name in self._menus:
            button.setIcon(icon(name, theme))
        self._overflow.set_theme(theme)

    def set_place(self, number: int, among: int) -> None:
        """Show that difference *number* (from 1; 0: none) of *among* is the current one."""
        place = self.tr("{number} of {total}").format(number=grouped(number), total=grouped(among))
        self._place.setText(place if number else "")
        name = self.tr("Difference {place}").format(place=place)
        self._place.setAccessibleName(name if number else "")
        set_tip(self._place, name if number else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name buttons beside their icons where there is room, or put them into a menu."""
        super().resizeEvent(event)
        self._overflow.fit(_RESERVE)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the buttons now that their sizes are known."""
        super().showEvent(event)
        self._overflow.fit(_RESERVE)

    def event(self, event: QEvent) -> bool:
        """Fit the buttons again when one of them, or the progress, needs more or less room."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._overflow.fit(_RESERVE)
        return done

    def _button(self, actions: ActionSet, name: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(actions[name])
        actions.show_icons([name])
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        action = actions[name]
        action.changed.connect(
            lambda: button.setAccessibleDescription(action.shortcut().toString())
        )
        self._overflow.add(
            button, self.addWidget(button), word_goes=_WORD_GOES.get(name, 0), rank=_RANKS[name]
        )
        return button

    def _menu(self, actions: ActionSet, names: tuple[str, ...], icon_name: str, text: str) -> None:
        menu = QMenu(self)
        menu.setToolTipsVisible(False)
        icons = [name for name in names if name != _RECENT]
        menu.aboutToShow.connect(lambda: actions.show_icons(icons))
        for name in names:
            if name == _RECENT:
                menu.addMenu(self.recent)
            elif name:
                menu.addAction(actions[name])
            else:
                menu.addSeparator()
        button = QToolButton()
        button.setText(text)
        button.setAccessibleName(text)
        set_tip(button, text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setMenu(menu)
        self._overflow.add(button, self.addWidget(button), word_goes=2, rank=_RANKS[icon_name])
        self._menus.append((button, icon_name))


_BESIDE = 4  # logical pixels that Qt leaves between an icon and its word, whatever the style


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
        """Let *button*, which *place* put into the bar, give way when there is too little room.

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
        """Fit the buttons to the bar; the first words go if less than *reserve* would be left."""
        if self._place is None or self._fitting or not isValid(self._place):
            return  # in the last case the bar is being taken down
        self._fitting = True
        others = self._bar.sizeHint().width() - sum(
            self._width(entry, self._has_word(entry))
            for entry in self._entries
            if entry.place.isVisible()
        )
        if self._place.isVisible():
            others -= self._more.sizeHint().width() + self._spacing()
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
        needed += self._more.sizeHint().width() + self._spacing()
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
        width = entry.button.sizeHint().width() + self._spacing()
        if word == self._has_word(entry):
            return width
        metrics, shown = entry.button.fontMetrics(), Qt.TextFlag.TextShowMnemonic
        text = metrics.size(shown, entry.button.text()).width()
        text += 2 * metrics.horizontalAdvance(" ") + _BESIDE  # as in QToolButton.sizeHint
        return width + text if word else width - text

    def _spacing(self) -> int:
        """Return the logical pixels between two buttons."""
        spacing = QStyle.PixelMetric.PM_ToolBarItemSpacing
        return self._bar.style().pixelMetric(spacing, None, self._bar)

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


def short_path(path: str) -> str:
    """Return *path* with its distinctive part first; two documents are joined by a bar.

    >>> short_path("/data/calls/a.txt|/data/calls/b.txt")
    'a.txt | b.txt — /data/calls'
    """
    parts = [PurePath(part) for part in path.split("|")]
    names = " | ".join(part.name or str(part) for part in parts)
    return f"{names} — {parts[0].parent}"


class RecentMenu(QMenu):
    """An entry for each path that was opened lately; ``wanted`` carries the chosen path.

    Without entries it is disabled.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Open recent"))
        self.triggered.connect(lambda action: self.wanted.emit(action.data()))
        self.set_recent(())

    def set_recent(self, recent: Sequence[tuple[str, str]]) -> None:
        """Offer the *recent* paths with their names, the newest first."""
        self.clear()
        for path, name in recent:
            text = middle_cut(name or short_path(path), 90).replace("&", "&&")
            self.addAction(text).setData(path)
        self.menuAction().setEnabled(bool(recent))
