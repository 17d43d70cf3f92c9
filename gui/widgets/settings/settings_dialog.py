"""The settings dialog: pages for appearance, comparison, work and keys, applied together.

The result is one frozen value, `Preferences`. Imported when the dialog is first opened.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ...compare import Options
from ...resources import languages, theme_names
from ...settings import SIZE_LIMIT, SIZE_RANGE, ZOOM, ZOOM_RANGE
from ..controls.actions import ActionSpec
from ..controls.controls import plain_label, resize_on_screen
from ..labelling.annotator import AnnotatorField
from .keys_dialog import KeysPage


class SettingsDialog(QDialog):
    """Shows Preferences and announces the changed ones with ``applied`` on OK or Apply."""

    applied = Signal(object)

    def __init__(
        self,
        preferences: Preferences,
        table: Sequence[ActionSpec],
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
        self._go = [
            buttons.button(one)
            for one in (QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Apply)
        ]
        self._work.annotator.changed.connect(self._look)
        layout = QVBoxLayout(self)
        layout.addWidget(self._tabs, 1)
        layout.addWidget(buttons)
        resize_on_screen(self, 640, 560)

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

    def _look(self) -> None:
        for button in self._go:
            button.setEnabled(self._work.annotator.good)

    def accept(self) -> None:
        """Apply and close."""
        self.apply()
        super().accept()


SYSTEM = "system"


class LooksPage(QWidget):
    """Theme, language, font, zoom, folding."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._theme = _choice(self._themes(), preferences.theme)
        self._language = _choice(self._languages(), preferences.language)
        self._font = _choice(
            (("serif", self.tr("With serifs")), ("sans", self.tr("Without serifs"))),
            preferences.font_style,
        )
        self._zoom = _number(ZOOM_RANGE, preferences.zoom, " %")
        self._zoom.setSingleStep(10)
        self._folding = QCheckBox(self.tr("Fold long equal stretches"))
        self._folding.setChecked(preferences.folding)
        form = _form(self)
        _add(form, self.tr("Colours:"), self._theme)
        _add(form, self.tr("Language:"), self._language)
        hint = self.tr("The new language is used from the next start on.")
        form.addRow("", plain_label(hint, "muted"))
        _add(form, self.tr("Font of the texts:"), self._font)
        _add(form, self.tr("Size of the texts:"), self._zoom)
        form.addRow("", self._folding)

    def onto(self, preferences: Preferences) -> Preferences:
        """Return *preferences* with what is chosen on this page."""
        return replace(
            preferences,
            theme=str(self._theme.currentData()),
            language=str(self._language.currentData()),
            font_style=str(self._font.currentData()),
            zoom=self._zoom.value(),
            folding=self._folding.isChecked(),
        )

    def _themes(self) -> Sequence[tuple[str, str]]:
        known = {"light": self.tr("Light"), "dark": self.tr("Dark")}
        shipped = [(name, known.get(name, name)) for name in reversed(theme_names())]
        return ((SYSTEM, self.tr("As the desktop")), *shipped)

    def _languages(self) -> Sequence[tuple[str, str]]:
        shipped = [(code, QLocale(code).nativeLanguageName()) for code in languages()]
        return ((SYSTEM, self.tr("As the desktop")), *shipped)


class ComparingPage(QWidget):
    """What counts as a minor difference."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        options = preferences.options
        texts = {
            "case": self.tr("Upper and lower case: Minister, minister"),
            "quotes": self.tr('Quotation marks: “so”, "so"'),
            "dashes": self.tr("Dashes and bullets: 2019–2024, 2019-2024"),
            "spacing": self.tr("White space inside a word: 10 000, 10000"),
            "marks": self.tr("Optional accents and encodings: ETAT, État; ş, ș"),
            "punctuation": self.tr("All punctuation"),
        }
        usual = Options().kinds
        kinds = (*usual, *(kind for kind in Options._fields if kind not in usual))
        self._boxes = {kind: QCheckBox(texts.get(kind, kind)) for kind in kinds}
        layout = QVBoxLayout(self)
        layout.addWidget(plain_label(self.tr("Minor differences"), "title"))
        layout.addWidget(
            plain_label(
                self.tr("They are marked quietly and count as equal in the figures."),
                "muted",
                wrap=True,
            )
        )
        for name, box in self._boxes.items():
            box.setChecked(getattr(options, name))
            layout.addWidget(box)
        layout.addStretch(1)

    def onto(self, preferences: Preferences) -> Preferences:
        """Return *preferences* with what is chosen on this page."""
        chosen = {name: box.isChecked() for name, box in self._boxes.items()}
        return replace(preferences, options=Options(**chosen))


class WorkPage(QWidget):
    """The annotator's name, the limit on documents, and the measuring of a list's pairs."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.annotator = AnnotatorField(preferences.annotator)
        self._limit = _number(SIZE_RANGE, preferences.size_limit_mb, " MB")
        form = _form(self)
        _add(form, self.tr("Annotator:"), self.annotator)
        hint = self.tr("Goes into each row that is decided from now on.")
        form.addRow("", plain_label(hint, "muted"))
        self._after = _choice(
            (
                ("unlabelled", self.tr("the next pair without a label")),
                ("next", self.tr("the next pair of the list")),
                ("stay", self.tr("no other pair")),
            ),
            preferences.after_label,
        )
        _add(form, self.tr("A label leads to:"), self._after)
        _add(form, self.tr("Largest document:"), self._limit)
        self._measuring = QCheckBox(self.tr("Measure all pairs of a list in the background"))
        self._measuring.setChecked(preferences.measuring)
        self._on_battery = QCheckBox(self.tr("Also on battery"))
        self._on_battery.setChecked(preferences.measuring_on_battery)
        self._on_battery.setEnabled(preferences.measuring)
        self._measuring.toggled.connect(self._on_battery.setEnabled)
        form.addRow("", self._measuring)
        form.addRow("", self._on_battery)

    def onto(self, preferences: Preferences) -> Preferences:
        """Return *preferences* with what is chosen on this page."""
        return replace(
            preferences,
            annotator=self.annotator.name(),
            size_limit_mb=self._limit.value(),
            after_label=str(self._after.currentData()),
            measuring=self._measuring.isChecked(),
            measuring_on_battery=self._on_battery.isChecked(),
        )


def _form(page: QWidget) -> QFormLayout:
    form = QFormLayout(page)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    return form


def _add(form: QFormLayout, name: str, field: QWidget) -> None:
    label = plain_label(name)
    label.setBuddy(field.focusProxy() or field)
    form.addRow(label, field)


def _choice(choices: Sequence[tuple[str, str]], chosen: str) -> QComboBox:
    box = QComboBox()
    for name, text in choices:
        box.addItem(text, name)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box


def _number(limits: tuple[int, int], value: int, unit: str) -> QSpinBox:
    box = QSpinBox()
    box.setRange(*limits)
    box.setValue(value)
    box.setSuffix(unit)
    box.lineEdit().setTextMargins(6, 0, 0, 0)  # the style sheet does not reach in there
    return box


@dataclass(frozen=True)
class Preferences:
    """The choices of the settings dialog.

    ``theme`` is a theme's name or "system", ``font_style`` "serif" or "sans", ``zoom`` in per cent,
    ``size_limit_mb`` the largest document in megabytes, ``annotator`` empty for the login name,
    ``language`` a language or "system". ``after_label`` says where a label leads: to the next
    "unlabelled" pair, to the "next" one, or nowhere ("stay"). ``measuring`` compares all pairs of a
    list in the background, ``measuring_on_battery`` even on battery power. ``keys`` gives the keys
    of actions that were rebound, by the action's name, in Qt's portable notation.
    """

    theme: str = "system"
    font_style: str = "serif"
    zoom: int = ZOOM.default
    folding: bool = False
    options: Options = field(default_factory=Options)
    size_limit_mb: int = SIZE_LIMIT.default
    annotator: str = ""
    language: str = "system"
    after_label: str = "unlabelled"
    measuring: bool = True
    measuring_on_battery: bool = False
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        for what, value, (lowest, highest) in (
            ("zoom", self.zoom, ZOOM_RANGE),
            ("size_limit_mb", self.size_limit_mb, SIZE_RANGE),
        ):
            if not lowest <= value <= highest:
                raise ValueError(f"{what} must be {lowest} to {highest}, not {value}")
