"""Settings, keys, colours, and what the program says about itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from .. import settings as kept_as
from ..review.session import ReviewSession
from ..settings import Settings
from .action_set import ActionSet
from .preferring import keep, preferences_of, reading_of
from .theme import Theme, apply_theme, chosen_theme

if TYPE_CHECKING:
    from .preferences import Preferences


class SettingsDesk(QObject):
    """Opens the dialogs and makes what was chosen true.

    The dialogs are imported when they are asked for: a start does not pay for them.
    """

    def __init__(
        self,
        window: QWidget,
        session: ReviewSession,
        actions: ActionSet,
        kept: Settings,
        set_theme: Callable[[Theme], None],
        refresh: Callable[[], None],
    ) -> None:
        """*set_theme* draws the window anew, *refresh* shows its texts and keys as chosen."""
        super().__init__(window)
        self._window = window
        self._session = session
        self._actions = actions
        self._kept = kept
        self._set_theme = set_theme
        self._refresh = refresh
        actions.handle({"settings": self.settings, "keys": self.keys, "about": self.about})
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    def settings(self) -> None:
        """Open the settings."""
        from .settings_dialog import SettingsDialog

        dialog = SettingsDialog(preferences_of(self._kept), self._actions.table, self._window)
        dialog.applied.connect(self.apply)
        dialog.open()

    def keys(self) -> None:
        """Show all keys."""
        from .keys_sheet import KeysSheet

        rebound = self._kept[kept_as.KEYS]
        KeysSheet(self._actions.table, rebound, self._window).open()

    def about(self) -> None:
        """Show version and licence."""
        from .about import AboutDialog

        AboutDialog(self._window).open()

    def apply(self, preferences: Preferences) -> None:
        """Remember *preferences* and make them true."""
        before = preferences_of(self._kept)
        keep(self._kept, preferences)
        if preferences.theme != before.theme:
            self._dress()
        if preferences.keys != before.keys:
            self._actions.rebind(preferences.keys)
        self._refresh()
        chosen = reading_of(self._kept)
        reading = self._session.reading
        self._session.read_otherwise(reading._replace(options=chosen.options, limit=chosen.limit))

    def _dress(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            theme = chosen_theme(self._kept[kept_as.THEME])
            apply_theme(application, theme)
            self._set_theme(theme)

    def _system_changed(self) -> None:
        if self._kept[kept_as.THEME] == "system":
            self._dress()
