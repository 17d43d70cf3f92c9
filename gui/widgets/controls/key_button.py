"""A button that shows the key which does the same."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy

from .controls import IconLabel, plain_label, restyle, tip
from .theme import Theme


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
        layout.setContentsMargins(8, 4, 12, 4)
        layout.setSpacing(7)
        order = (self._icon, self._word) if cap_last else (self._cap, self._icon, self._word)
        for inside in order:
            layout.addWidget(inside, 0, Qt.AlignmentFlag.AlignVCenter)
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
        self.updateGeometry()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._icon.set_theme(theme)

    def setEnabled(self, enabled: bool) -> None:
        """Switch the button on or off, its word and icon with it."""
        super().setEnabled(enabled)
        self._draw_inside()

    def sizeHint(self) -> QSize:
        """Return the room that cap, icon and word need."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the same: nothing on the button is cut off."""
        return self.sizeHint()

    def _show_tip(self) -> None:
        key = self._cap.text()
        name = f"{self._text} ({key})" if key else self._text
        self.setToolTip(tip(f"{name}\n{self._hint}" if self._hint else name))
        self.setAccessibleDescription(self._hint or key)

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
