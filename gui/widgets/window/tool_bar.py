"""The tool bar: open and report, step, find, what is shown, and progress."""

from __future__ import annotations

from types import MappingProxyType

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)

from ...settings import SHOWN_KINDS
from ..controls.actions import ActionSet
from ..controls.controls import ICON, plain_label, set_tip
from ..controls.qt_text import grouped
from ..controls.theme import Theme, icon
from .overflow import Overflow
from .recent_menu import RecentMenu

_RECENT = "recent"  # stands for the menu of that
_FILE = (
    *("open", "open-list", "open-folder", "paste-texts", "open-samples", _RECENT, ""),
    *("export-html", "export-pdf", "print", "", "quit"),
)
_VIEW = (
    *("swap", "fold", "serif", "whole-page", "repair", ""),
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
        "go-to-pair",
        "work-summary",
        "",
        "reload",
    ),
    *("jump-to-twin", "copy"),
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
        """Stand at the top of *window*; the widgets of *right* go to its right end."""
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
        self._place = plain_label("", "muted")
        self.addWidget(self._place)
        self.addSeparator()
        self._button(actions, "find", self.tr("Find"))
        self._menu(actions, _VIEW, "view", self.tr("View"))
        self._menu(actions, _PAIR, "open-pair", self.tr("Pair"))
        room = QWidget()
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(room)
        holder = QWidget()  # a tool bar hides for good what is hidden when it comes in
        holder_layout = QHBoxLayout(holder)
        holder_layout.setContentsMargins(0, 0, 0, 0)
        holder_layout.setSpacing(12)
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
