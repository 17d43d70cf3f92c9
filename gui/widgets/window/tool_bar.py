"""The tool bar: open, step, find, what is shown, and progress."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
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
from ..controls.controls import ICON, plain_label, tip
from ..controls.qt_text import grouped
from ..controls.theme import Theme, icon

_OPEN = (
    *("open", "open-list", "open-folder", "", "open-samples", "paste-texts", ""),
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
        "",
        "reload",
    ),
    *("jump-to-twin", "copy"),
)
_HELP = ("settings", "annotator", "keys", "about")
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
        self._menu(actions, _OPEN, "open", self.tr("Open"))
        self._named = [self._button(actions, "show-pairs", self.tr("List of pairs"))]
        actions["show-pairs"].setIconText(self.tr("Pairs"))
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
        self._named.append(self._button(actions, "show-evidence", title))
        actions["show-evidence"].setIconText(self.tr("Evidence"))
        self._menu(actions, _HELP, "settings", self.tr("Help"))
        window.addToolBar(Qt.ToolBarArea.TopToolBarArea, self)

    def set_theme(self, theme: Theme) -> None:
        """Draw the menus' icons in the colours of *theme*."""
        for button, name in self._menus:
            button.setIcon(icon(name, theme))

    def set_place(self, number: int, among: int) -> None:
        """Show that difference *number* (from 1; 0: none) of *among* is the current one."""
        place = self.tr("{number} of {total}").format(number=grouped(number), total=grouped(among))
        self._place.setText(place if number else "")
        name = self.tr("Difference {place}").format(place=place)
        self._place.setAccessibleName(name if number else "")
        self._place.setToolTip(tip(name) if number else "")
        self._name_panels()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name the panels beside their icons where there is room."""
        super().resizeEvent(event)
        self._name_panels()

    def showEvent(self, event: QShowEvent) -> None:
        """Name the panels now that the sizes are known."""
        super().showEvent(event)
        self._name_panels()

    def _name_panels(self) -> None:
        named = self._named[0].toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        texts = sum(b.fontMetrics().horizontalAdvance(b.text()) + 8 for b in self._named)
        needed = self.sizeHint().width() + (0 if named else texts) + _RESERVE
        fits = needed <= self.width()
        style = (
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon
            if fits
            else Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        for button in self._named:
            button.setToolButtonStyle(style)

    def _button(self, actions: ActionSet, name: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(actions[name])
        actions.show_icons([name])
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.addWidget(button)
        return button

    def _menu(self, actions: ActionSet, names: tuple[str, ...], icon_name: str, text: str) -> None:
        menu = QMenu(self)
        menu.setToolTipsVisible(False)
        menu.aboutToShow.connect(lambda: actions.show_icons(names))
        for name in names:
            if name:
                menu.addAction(actions[name])
            else:
                menu.addSeparator()
        button = QToolButton()
        button.setText(text)
        button.setAccessibleName(text)
        button.setToolTip(tip(text))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setMenu(menu)
        self.addWidget(button)
        self._menus.append((button, icon_name))
