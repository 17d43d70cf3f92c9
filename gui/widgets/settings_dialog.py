"""The settings: looks, reading, comparing, labelling, and keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QVBoxLayout, QWidget

from .actions import ActionEntry
from .keys_page import KeysPage
from .preferences import Preferences
from .settings_pages import ComparingPage, LooksPage, WorkPage


class SettingsDialog(QDialog):
    """Shows Preferences and announces the changed ones with ``applied`` on OK or Apply."""

    applied = Signal(object)

    def __init__(
        self,
        preferences: Preferences,
        table: Sequence[ActionEntry],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Settings"))
        self._applied = preferences
        self._looks = LooksPage(preferences)
        self._comparing = ComparingPage(preferences)
        self._work = WorkPage(preferences)
        self._keys = KeysPage(table, preferences.keys)
        self._tabs = QTabWidget()
        self._tabs.addTab(self._looks, self.tr("Appearance"))
        self._tabs.addTab(self._comparing, self.tr("Comparing"))
        self._tabs.addTab(self._work, self.tr("Labels and documents"))
        self._tabs.addTab(self._keys, self.tr("Keys"))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok
            | QDialogButtonBox.StandardButton.Cancel
            | QDialogButtonBox.StandardButton.Apply
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Apply).clicked.connect(self.apply)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.addWidget(self._tabs, 1)
        layout.addWidget(buttons)
        self.resize(640, 560)

    def preferences(self) -> Preferences:
        """Return what is chosen now."""
        chosen = self._work.onto(self._comparing.onto(self._looks.onto(self._applied)))
        return replace(chosen, keys=self._keys.rebound())

    def apply(self) -> None:
        """Announce the preferences if they differ from those announced last."""
        chosen = self.preferences()
        if chosen != self._applied:
            self._applied = chosen
            self.applied.emit(chosen)

    def accept(self) -> None:
        """Apply and close."""
        self.apply()
        super().accept()
