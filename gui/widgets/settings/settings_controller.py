"""Opens settings, keys and the About box, and turns what was chosen into settings and colours."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from ... import settings as kept_as
from ...compare import Options
from ...review.reading_options import Reading
from ...review.session import ReviewSession
from ...settings import Settings
from ..controls.theme import Theme, apply_theme, chosen_theme
from ..window.actions import ActionSet

if TYPE_CHECKING:
    from .preferences import Preferences


class SettingsController(QObject):
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
        from ..window.about import AboutDialog

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
        reading = self._session.pair.reading
        self._session.pair.read_otherwise(
            reading._replace(options=chosen.options, limit=chosen.limit)
        )

    def _dress(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            theme = chosen_theme(self._kept[kept_as.THEME])
            apply_theme(application, theme)
            self._set_theme(theme)

    def _system_changed(self) -> None:
        if self._kept[kept_as.THEME] == "system":
            self._dress()


_MEGABYTE = 1_000_000


def options_of(kept: Settings) -> Options:
    """What counts as a minor difference."""
    return Options(
        case=kept[kept_as.MINOR_CASE],
        quotes=kept[kept_as.MINOR_QUOTES],
        dashes=kept[kept_as.MINOR_DASHES],
        spacing=kept[kept_as.MINOR_SPACING],
        punctuation=kept[kept_as.MINOR_PUNCTUATION],
        marks=kept[kept_as.MINOR_MARKS],
    )


def reading_of(kept: Settings) -> Reading:
    """How documents are read and compared."""
    return Reading(
        options=options_of(kept),
        whole_page=kept[kept_as.WHOLE_PAGE],
        limit=kept[kept_as.SIZE_LIMIT] * _MEGABYTE,
    )


def preferences_of(kept: Settings) -> Preferences:
    """What the settings dialog shows."""
    from .preferences import Preferences  # a start does not pay for the dialog

    return Preferences(
        theme=kept[kept_as.THEME],
        font_style=kept[kept_as.FONT_STYLE],
        zoom=kept[kept_as.ZOOM],
        folding=kept[kept_as.FOLDING],
        options=options_of(kept),
        size_limit_mb=kept[kept_as.SIZE_LIMIT],
        annotator=kept[kept_as.ANNOTATOR],
        language=kept[kept_as.LANGUAGE],
        keys=kept[kept_as.KEYS],
    )


def keep(kept: Settings, preferences: Preferences) -> None:
    """Remember what was chosen in the settings dialog."""
    kept[kept_as.THEME] = preferences.theme
    kept[kept_as.FONT_STYLE] = preferences.font_style
    kept[kept_as.ZOOM] = preferences.zoom
    kept[kept_as.FOLDING] = preferences.folding
    kept[kept_as.MINOR_CASE] = preferences.options.case
    kept[kept_as.MINOR_QUOTES] = preferences.options.quotes
    kept[kept_as.MINOR_DASHES] = preferences.options.dashes
    kept[kept_as.MINOR_SPACING] = preferences.options.spacing
    kept[kept_as.MINOR_PUNCTUATION] = preferences.options.punctuation
    kept[kept_as.MINOR_MARKS] = preferences.options.marks
    kept[kept_as.SIZE_LIMIT] = preferences.size_limit_mb
    kept[kept_as.ANNOTATOR] = preferences.annotator
    kept[kept_as.LANGUAGE] = preferences.language
    kept[kept_as.KEYS] = dict(preferences.keys)
    kept.save()
