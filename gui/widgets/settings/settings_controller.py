"""Opens the settings, the keys and the About box, and applies what was chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from ... import __version__
from ... import settings as keys
from ...compare import Options
from ...review.current_pair import CurrentPair
from ...review.opening.wanted import annotator_of
from ...review.preparing.protocol import Reading
from ...settings import Settings
from ..controls.actions import ActionSet
from ..controls.controls import plain_label, separator
from ..controls.theme import Theme, apply_theme, chosen_theme, pixmap

if TYPE_CHECKING:
    from .settings_dialog import Preferences


class SettingsController(QObject):
    """Opens the dialogs and applies what was chosen.

    The dialogs are imported on first use, to keep the start short. ``annotator_chosen`` carries
    the name under which decisions are made from now on.
    """

    annotator_chosen = Signal(str)

    def __init__(
        self,
        window: QWidget,
        current: CurrentPair,
        actions: ActionSet,
        settings: Settings,
        set_theme: Callable[[Theme], None],
        refresh: Callable[[], None],
        annotator: Callable[[], str],
    ) -> None:
        """*set_theme* redraws the window, *refresh* shows its texts and keys as chosen.

        *annotator* returns the name in use, which may be that of the command line.
        """
        super().__init__(window)
        self._window = window
        self._current = current
        self._actions = actions
        self._settings = settings
        self._set_theme = set_theme
        self._refresh = refresh
        self._annotator = annotator
        actions.handle({"settings": self.settings, "keys": self.keys, "about": self.about})
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    def settings(self) -> None:
        """Open the settings."""
        from .settings_dialog import SettingsDialog

        dialog = SettingsDialog(self._preferences(), self._actions.table, self._window)
        dialog.applied.connect(self.apply)
        dialog.open()

    def _preferences(self) -> Preferences:
        return replace(preferences_of(self._settings), annotator=self._annotator())

    def keys(self) -> None:
        """Show all keys."""
        from .keys_dialog import KeysSheet

        rebound = self._settings[keys.KEYS]
        KeysSheet(self._actions.table, rebound, self._window).open()

    def about(self) -> None:
        """Show version and licence."""
        AboutDialog(self._window).open()

    def apply(self, preferences: Preferences) -> None:
        """Remember *preferences* and apply them."""
        before = self._preferences()
        named_anew = preferences.annotator != before.annotator
        kept = preferences.annotator if named_anew else self._settings[keys.ANNOTATOR]
        keep(self._settings, replace(preferences, annotator=kept))
        if named_anew:
            self.annotator_chosen.emit(annotator_of(preferences.annotator))
        if preferences.theme != before.theme:
            self._dress()
        if preferences.keys != before.keys:
            self._actions.rebind(preferences.keys)
        self._refresh()
        chosen = reading_of(self._settings)
        self._current.read_otherwise(
            self._current.reading._replace(options=chosen.options, limit=chosen.limit)
        )

    def _dress(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            theme = chosen_theme(self._settings[keys.THEME])
            apply_theme(application, theme)
            self._set_theme(theme)

    def _system_changed(self) -> None:
        if self._settings[keys.THEME] == "system":
            self._dress()


_MEGABYTE = 1_000_000


def options_of(settings: Settings) -> Options:
    """Return what counts as a minor difference."""
    return Options(**{kind: settings[setting] for kind, setting in keys.MINOR.items()})


def reading_of(settings: Settings) -> Reading:
    """Return how documents are read and compared."""
    return Reading(
        options=options_of(settings),
        whole_page=settings[keys.WHOLE_PAGE],
        limit=settings[keys.SIZE_LIMIT] * _MEGABYTE,
    )


def preferences_of(settings: Settings) -> Preferences:
    """Return what the settings dialog shows."""
    from .settings_dialog import Preferences  # a start does not pay for the dialog

    return Preferences(
        theme=settings[keys.THEME],
        font_style=settings[keys.FONT_STYLE],
        zoom=settings[keys.ZOOM],
        folding=settings[keys.FOLDING],
        options=options_of(settings),
        size_limit_mb=settings[keys.SIZE_LIMIT],
        annotator=settings[keys.ANNOTATOR],
        language=settings[keys.LANGUAGE],
        after_label=settings[keys.AFTER_LABEL],
        measuring=settings[keys.MEASURE],
        measuring_on_battery=settings[keys.MEASURE_ON_BATTERY],
        keys=settings[keys.KEYS],
    )


def keep(settings: Settings, preferences: Preferences) -> None:
    """Save what was chosen in the settings dialog."""
    settings[keys.THEME] = preferences.theme
    settings[keys.FONT_STYLE] = preferences.font_style
    settings[keys.ZOOM] = preferences.zoom
    settings[keys.FOLDING] = preferences.folding
    for kind, is_minor in preferences.options._asdict().items():
        settings[keys.MINOR[kind]] = is_minor
    settings[keys.SIZE_LIMIT] = preferences.size_limit_mb
    settings[keys.ANNOTATOR] = preferences.annotator
    settings[keys.LANGUAGE] = preferences.language
    settings[keys.AFTER_LABEL] = preferences.after_label
    settings[keys.MEASURE] = preferences.measuring
    settings[keys.MEASURE_ON_BATTERY] = preferences.measuring_on_battery
    settings[keys.KEYS] = dict(preferences.keys)
    settings.save()


class AboutDialog(QDialog):
    """Name, version and licence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Copydesk"))
        picture = QLabel()
        picture.setPixmap(pixmap("copydesk", QColor(0, 0, 0), 64, self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.addWidget(plain_label("Copydesk", "headline"))
        version = plain_label(self.tr("Version {version}").format(version=__version__))
        version.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        words.addWidget(version)
        words.addWidget(
            plain_label(
                self.tr("Read two articles side by side, see what was swapped, label the pair."),
                wrap=True,
            )
        )
        words.addWidget(separator())
        words.addWidget(
            plain_label(
                self.tr(
                    "Free software under the MIT licence. It comes without any warranty."
                    " The window is drawn by Qt {version} (LGPL, version 3)."
                ).format(version=qVersion()),
                "muted",
                wrap=True,
            )
        )
        words.addStretch(1)
        top = QHBoxLayout()
        top.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(top, 1)
        layout.addWidget(buttons)
        self.resize(460, 260)
