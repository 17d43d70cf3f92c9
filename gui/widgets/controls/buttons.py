"""The buttons of every panel: with an icon alone, as a link, and with a key cap."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton

from .controls import ICON, IconLabel, plain_label, restyle, set_tip, slim_margins
from .theme import Theme, icon


class IconButton(QToolButton):
    """A flat button with an icon; its tooltip and accessible name say what it does."""

    def __init__(self, name: str, what: str, clicked: Callable[[], object] | None = None) -> None:
        super().__init__()
        self._name = name
        self.setIconSize(QSize(ICON, ICON))
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus in the text
        self.describe(what)
        if clicked is not None:
            self.clicked.connect(lambda: clicked())

    def describe(self, what: str, key: str = "") -> None:
        """Set what the button does and the key that does the same."""
        self.setAccessibleName(what)
        set_tip(self, f"{what} ({key})" if key else what)

    def offer(self, actions: Sequence[QAction]) -> None:
        """Open a menu of *actions* when the button is pressed."""
        menu = QMenu(self)
        menu.addActions(list(actions))
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def set_icon(self, name: str, theme: Theme) -> None:
        """Show another icon."""
        self._name = name
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self.setIcon(icon(self._name, theme))


class LinkButton(QPushButton):
    """A button that looks like a link; a long text is elided in its middle."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._whole = text
        self.setProperty("part", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._fit()

    def say(self, text: str) -> None:
        """Set the text of the link."""
        self._whole = text
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the text as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        mode = Qt.TextElideMode.ElideMiddle
        text = self.fontMetrics().elidedText(self._whole, mode, max(40, self.width() - 10))
        self.setText(text.replace("&", "&&"))


class KeyButton(QPushButton):
    """A button with key cap, icon and word; without a key there is no cap.

    *part* names its look in the style sheet: a checked "label" is filled with the accent.
    With *cap_last* the cap stands at the right end.
    """

    def __init__(
        self,
        name: str,
        text: str,
        *,
        part: str = "",
        checkable: bool = False,
        cap_last: bool = False,
    ) -> None:
        super().__init__()
        self._text = text
        self._ink = "text"
        self._hint = ""
        self._name = name
        self._cap = plain_label("", "key")
        self._icon = IconLabel(name)
        self._word = plain_label(text)
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus in the text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setProperty("part", part)
        self._cap.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        slim_margins(layout)
        order = (self._icon, self._word) if cap_last else (self._cap, self._icon, self._word)
        for inside in order:
            layout.addWidget(inside)  # as high as the row: its own height cuts the dots off an Ü
        layout.addStretch(1)
        if cap_last:
            layout.addWidget(self._cap, 0, Qt.AlignmentFlag.AlignVCenter)
        for inside in (self._cap, self._icon, self._word):
            inside.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._cap.setVisible(False)
        self.toggled.connect(self._draw_inside)

    def set_key(self, key: str) -> None:
        """Show *key*, as the desktop writes it, on the cap."""
        self._cap.setText(key)
        self._cap.setVisible(bool(key))
        self._show_tip()
        self.updateGeometry()

    def set_hint(self, hint: str) -> None:
        """Add a line to the tooltip, for instance why the button is disabled."""
        self._hint = hint
        self._show_tip()

    def set_icon(self, name: str, role: str = "text") -> None:
        """Show another icon in the colour of *role*."""
        self._name, self._ink = name, role
        self._draw_inside()

    def set_compact(self, compact: bool) -> None:
        """Leave the icon out where there is little room; key and word stay."""
        self._icon.setVisible(not compact)
        self._resized()

    def set_widest(self, width: int | None) -> None:
        """Limit the word to *width* pixels, with an ellipsis; None removes the limit.

        The tooltip and a screen reader have all of it.
        """
        mode, metrics = Qt.TextElideMode.ElideRight, self._word.fontMetrics()
        shown = self._text if width is None else metrics.elidedText(self._text, mode, width)
        if shown != self._word.text():
            self._word.setText(shown)
            self._resized()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._icon.set_theme(theme)

    def setEnabled(self, enabled: bool) -> None:
        """Enable or disable the button, with its word and icon."""
        super().setEnabled(enabled)
        self._draw_inside()

    def sizeHint(self) -> QSize:
        """Return the size that cap, icon and word need."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the same: nothing on the button is cut off."""
        return self.sizeHint()

    def _show_tip(self) -> None:
        key = self._cap.text()
        name = f"{self._text} ({key})" if key else self._text
        set_tip(self, f"{name}\n{self._hint}" if self._hint else name)
        hint = f"{self._hint} ({key})" if self._hint and key else self._hint
        self.setAccessibleDescription(hint or key or self._text)

    def _resized(self) -> None:
        """Update the layout at once, because a deferred update would report the old size."""
        layout = self.layout()
        if layout is not None:
            layout.invalidate()
        self.updateGeometry()

    def _draw_inside(self) -> None:
        filled = self.isChecked() and self.property("part") == "label"
        if filled:  # the label that a pair has is read also where it cannot be changed now
            look, ink = "on", "on-accent"
        elif not self.isEnabled():
            look, ink = "off", "control"
        else:
            look, ink = "title" if self.isChecked() else "", self._ink
        restyle(self._word, "part", look)
        self._icon.set_icon(self._name, ink)
