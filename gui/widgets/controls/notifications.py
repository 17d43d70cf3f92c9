"""Notifications: lasting banners, passing toasts, and a message in place of the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from ...settings import Settings
from .buttons import IconButton
from .controls import IconLabel, plain_label, restyle, slim_margins
from .qt_text import announce, middle_cut
from .theme import Theme

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
        quiet: bool = False,
    ) -> None:
        """Show *text* under *key*, instead of what stood there before.

        *kind* is "info", "warning" or "error"; *action* and *other* name buttons, unless empty. A
        *quiet* banner, which changes all the time, is not spoken.
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
        if not quiet:
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


class StandingBanners(QObject):
    """Remembers which banners about the files of a list were closed, so that they stay away.

    They describe the content of a file, so they would be true at every start.
    """

    def __init__(
        self, banners: Banners, settings: Settings, pair_list: Callable[[], str | None]
    ) -> None:
        """*pair_list* returns the key of the list that is open; None where none is."""
        super().__init__(banners)
        self._settings = settings
        self._pair_list = pair_list
        self._said: dict[str, tuple[str, ...]] = {}
        banners.closed.connect(self._closed)

    def news(self, banner: str, said: Sequence[str]) -> list[bool]:
        """Return for each of the sentences *said* whether to show it.

        They count as read when the banner of this key is closed.
        """
        self._said[banner] = tuple(said)
        pair_list = self._pair_list()
        return [
            pair_list is None or not self._settings.was_closed(pair_list, banner, each)
            for each in said
        ]

    def _closed(self, banner: str) -> None:
        pair_list = self._pair_list()
        if pair_list is not None and self._said.get(banner):
            self._settings.remember_closed(pair_list, banner, self._said[banner])


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
        slim_margins(layout)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._action)
        layout.addWidget(self._other)
        layout.addWidget(self._close)

    def set_message(self, text: str, kind: str, action: str, other: str, closable: bool) -> None:
        """Show *text* in the style of *kind*, with buttons named *action* and *other*."""
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


READ = 6000
"""Milliseconds that a sentence stands: long enough to be read, short enough not to annoy."""

_LONGEST = 1_000  # characters; only a very long name makes a sentence longer


class Toast(QLabel):
    """One sentence near the lower edge of *host*, for some seconds."""

    def __init__(self, host: QWidget, below: QWidget | None = None) -> None:
        """Stay hidden until there is something to show, *below* pixels above the edge of *host*."""
        super().__init__(host)
        self._host = host
        self._below = below
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setProperty("part", "toast")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._pair: int | None = None  # in the window
        self._outlives: int | None = None  # so many changes of the pair; None for any number
        self._end = QTimer(self, singleShot=True, interval=READ)
        self._end.timeout.connect(self.hide)
        for watched in (host, below):
            if watched is not None:
                watched.installEventFilter(self)
        self.hide()

    def show_sentence(self, sentence: str, outlives: int | None = None) -> None:
        """Show *sentence*; a later one takes its place.

        It *outlives* so many changes of the pair: 0 if it is about the pair in the window, 1 if
        about the way to another one, None if about something else.
        """
        self._outlives = outlives
        if len(sentence) > _LONGEST:
            sentence = middle_cut(sentence, _LONGEST)
        self.setText(sentence)
        self.setAccessibleName(sentence)
        self._place()
        self.show()
        self.raise_()
        self._end.start()
        announce(self, sentence)

    def pair_came(self, index: int) -> None:
        """Hide what was said about another pair than the one at *index*."""
        if index == self._pair:
            return
        self._pair = index
        if self._outlives == 0:
            self.hide()
        elif self._outlives is not None:
            self._outlives -= 1

    def pair_left(self) -> None:
        """Hide what was said about the pair, because something else is shown in its place."""
        if self._outlives == 0:
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow changes of the host's size and of the space below."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return False

    def _place(self) -> None:
        host = self._host
        between = self.style().pixelMetric(QStyle.PixelMetric.PM_LayoutVerticalSpacing)
        margin = 2 * self.style().pixelMetric(QStyle.PixelMetric.PM_LayoutBottomMargin)
        self.setWordWrap(False)
        natural = self.sizeHint().width()
        self.setWordWrap(True)
        self.setFixedWidth(max(0, min(natural, host.width() - 2 * margin)))
        self.adjustSize()
        lowest = host.height() if self._below is None else self._below.y()
        at = QPoint((host.width() - self.width()) // 2, lowest - self.height() - margin)
        for other in self.window().findChildren(Toast):
            if other is not self and other.isVisible():
                there = QRect(host.mapFromGlobal(other.mapToGlobal(QPoint())), other.size())
                if there.intersects(QRect(at, self.size())):
                    at.setY(there.top() - self.height() - between)
        self.move(at)


class MessagePanel(QFrame):
    """A title and a sentence in the middle of the window, for a pair that cannot be read."""

    retry_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel("unreadable", "warning", 48)
        self._title = plain_label("", "headline", wrap=True)
        self._text = plain_label("", wrap=True)
        self._hint = plain_label("", "muted", wrap=True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._retry = QPushButton(self.tr("Read it again"))
        self._retry.clicked.connect(self.retry_wanted)
        self._next = QPushButton(self.tr("Next pair"))
        self._next.clicked.connect(self.next_wanted)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.addWidget(self._retry)
        self._buttons.addWidget(self._next)
        self._buttons.addStretch(1)
        inner = QWidget()
        inner.setMaximumWidth(620)
        column = QVBoxLayout(inner)
        for part in (self._icon, self._title, self._text, self._hint):
            column.addWidget(part)
        column.addLayout(self._buttons)
        layout = QVBoxLayout(self)
        self._around = (layout, column)  # layouts with margins
        layout.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(inner, 100)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addStretch(2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the buttons where there is only the width of one document."""
        super().resizeEvent(event)
        needed = self._retry.sizeHint().width() + self._next.sizeHint().width()
        margins = [layout.contentsMargins() for layout in self._around]
        needed += sum(each.left() + each.right() for each in margins) + self._buttons.spacing()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._buttons.setDirection(across if needed <= self.width() else down)

    def set_message(self, title: str, text: str, hint: str = "") -> None:
        """Show *title*, *text* and, quieter, *hint*."""
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(f"{title}: {text}")
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._icon.set_theme(theme)
