"""Lasting messages above the text: what the reviewer should know, and what can be done."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ..controls.controls import IconButton, IconLabel, plain_label, restyle
from ..controls.screen_reader import announce
from ..controls.theme import Theme

_ROLES = {"info": "accent", "warning": "warning", "error": "error"}


class Banners(QWidget):
    """Banners by key, one under the other. A banner stays until it is hidden or closed.

    ``action_wanted``, ``other_wanted`` and ``closed`` carry the key of the banner. ``focus_left``
    is emitted when a banner with the keyboard focus goes.
    """

    action_wanted = Signal(str)
    other_wanted = Signal(str)
    closed = Signal(str)
    focus_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._banners: dict[str, Banner] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setVisible(False)

    def show_banner(
        self,
        key: str,
        text: str,
        kind: str = "info",
        action: str = "",
        other: str = "",
        *,
        closable: bool = True,
    ) -> None:
        """Show *text* under *key*, instead of what stood there before.

        *kind* is "info", "warning" or "error"; *action* and *other* name buttons, none where
        they are empty.
        """
        banner = self._banners.get(key)
        if banner is None:
            banner = Banner()
            banner.action_wanted.connect(partial(self._act, key))
            banner.other_wanted.connect(partial(self._act_otherwise, key))
            banner.closed.connect(partial(self._close, key))
            if self._theme is not None:
                banner.set_theme(self._theme)
            self._banners[key] = banner
            self._layout.addWidget(banner)
        banner.set_message(text, kind, action, other, closable)
        self.setVisible(True)
        announce(banner, text)

    def hide_banner(self, key: str) -> None:
        """Remove the banner of *key*, if there is one."""
        banner = self._banners.pop(key, None)
        if banner is not None:
            focus = self.window().focusWidget()
            if banner.isAncestorOf(focus):
                self.focus_left.emit()  # Qt would move it to the next widget, perhaps to a field
            self._layout.removeWidget(banner)
            banner.hide()
            banner.deleteLater()
        self.setVisible(bool(self._banners))

    def keys(self) -> tuple[str, ...]:
        """Return the keys of the banners that are shown."""
        return tuple(self._banners)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._theme = theme
        for banner in self._banners.values():
            banner.set_theme(theme)

    def _act(self, key: str) -> None:
        self.action_wanted.emit(key)

    def _act_otherwise(self, key: str) -> None:
        self.other_wanted.emit(key)

    def _close(self, key: str) -> None:
        self.hide_banner(key)
        self.closed.emit(key)


class Banner(QFrame):
    """One message with its sign, up to two actions and a way to close it."""

    action_wanted = Signal()
    other_wanted = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel()
        self._text = plain_label(wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = QPushButton()
        self._action.clicked.connect(self.action_wanted)
        self._other = QPushButton()
        self._other.clicked.connect(self.other_wanted)
        for button in (self._action, self._other):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus in the text
        self._close = IconButton("close", self.tr("Close this message"), self.closed.emit)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 8, 6)
        layout.setSpacing(10)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._action)
        layout.addWidget(self._other)
        layout.addWidget(self._close)

    def set_message(self, text: str, kind: str, action: str, other: str, closable: bool) -> None:
        """Show *text* in the manner of *kind*, with buttons named *action* and *other*."""
        restyle(self, "part", f"banner-{kind}")
        self._icon.set_icon(kind, _ROLES[kind])
        self._text.setText(text)
        self.setAccessibleName(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._other.setText(other)
        self._other.setVisible(bool(other))
        self._close.setVisible(closable)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._icon.set_theme(theme)
        self._close.set_theme(theme)
