"""Themes: legible, apart for all eyes, and worn by the whole program."""

from __future__ import annotations

import re
from itertools import combinations
from types import MappingProxyType
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from gui.labels import DEFAULT_LABELS, Label, LabelSet
from gui.resources import read_bytes, read_theme, theme_names
from gui.widgets.controls import theme as module
from gui.widgets.controls.theme import (
    PICTURES,
    ROLES,
    Theme,
    ThemeError,
    apply_theme,
    chosen_theme,
    icon,
    load_theme,
    palette,
    sign_of_label,
    stylesheet,
)
from tests.widgets.colours import contrast, difference, linear, seen_with

KINDS = ("substitution", "missing", "added", "moved", "look-alike")
GROUNDS = ("window", "panel", "paper")
PLAIN_AT_A_GLANCE = 12.0  # CIEDE2000

themes = pytest.mark.parametrize("name", theme_names())


@pytest.fixture
def plain_application(qapp: QApplication) -> Any:
    """Give the application its look back after the test."""
    before = (qapp.palette(), qapp.styleSheet())
    yield qapp
    qapp.setPalette(before[0])
    qapp.setStyleSheet(before[1])


@themes
def test_a_theme_file_names_each_role_once_and_uses_each_colour(name: str) -> None:
    data = read_theme(name)
    assert set(data["roles"]) == set(ROLES)
    assert set(data["roles"].values()) == set(data["base"])


@themes
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", ["text", "muted", "accent", "error", "warning", "ok"])
def test_text_passes_wcag_aa(name: str, ink: str, ground: str) -> None:
    theme = load_theme(name)
    assert contrast(theme.hex(ink), theme.hex(ground)) >= 4.5


@themes
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("on-accent", "accent"),
        ("gap-text", "gap"),
        ("text", "hover"),
        ("text", "selection"),
        ("text", "find"),
        ("text", "find-current"),
        ("text", "current-back"),
        ("text", "error-back"),
        ("text", "warning-back"),
        ("text", "ok-back"),
        ("text", "minor-back"),
        ("text", "hidden-back"),
        ("error", "error-back"),
        ("warning", "warning-back"),
        ("ok", "ok-back"),
        *(("text", f"{kind}-back") for kind in KINDS),
    ],
)
def test_text_on_coloured_ground_passes_wcag_aa(name: str, ink: str, ground: str) -> None:
    theme = load_theme(name)
    assert contrast(theme.hex(ink), theme.hex(ground)) >= 4.5


@themes
@pytest.mark.parametrize("mark", [*KINDS, "minor", "hidden", "focus", "control", "accent"])
def test_marks_stand_out_from_every_ground(name: str, mark: str) -> None:
    theme = load_theme(name)
    grounds = [*GROUNDS, f"{mark}-back"] if f"{mark}-back" in ROLES else list(GROUNDS)
    for ground in grounds:
        assert contrast(theme.hex(mark), theme.hex(ground)) >= 3.0, ground


@themes
@pytest.mark.parametrize("eyes", ["normal", "protan", "deutan", "tritan"])
def test_the_kinds_stay_apart_for_all_eyes(name: str, eyes: str) -> None:
    theme = load_theme(name)
    seen = {kind: seen_with(eyes, linear(theme.hex(kind))) for kind in KINDS}
    for one, other in combinations(KINDS, 2):
        apart = difference(seen[one], seen[other])
        assert apart >= PLAIN_AT_A_GLANCE, f"{one} and {other}: {apart:.1f}"


def test_red_and_green_would_not_pass() -> None:
    red, green = (seen_with("deutan", linear(colour)) for colour in ("#c04030", "#6a7a20"))
    assert difference(red, green) < PLAIN_AT_A_GLANCE
    assert difference(linear("#c04030"), linear("#6a7a20")) > PLAIN_AT_A_GLANCE


def test_differences_of_colours_are_those_of_the_standard() -> None:
    # Sharma, Wu, Dalal (2005), pair 1: 2.0425 between these two colours in CIELAB.
    one, other = (50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485)
    assert difference(_light(one), _light(other)) == pytest.approx(2.0425, abs=0.002)


def test_an_incomplete_theme_is_refused() -> None:
    with pytest.raises(ThemeError, match="no colour for: window"):
        Theme("odd", False, MappingProxyType(dict.fromkeys(ROLES[1:], "#000000")))


def test_a_role_of_an_unknown_colour_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = read_theme("light")
    data["roles"]["text"] = "octarine"
    monkeypatch.setattr(module, "read_theme", lambda name: data)
    with pytest.raises(ThemeError, match="text the unknown colour 'octarine'"):
        load_theme("light")


@themes
def test_the_style_sheet_has_no_place_left_open(name: str) -> None:
    text = stylesheet(load_theme(name))
    assert "$" not in text
    assert set(re.findall(r"#[0-9a-f]{6}", text)) <= set(load_theme(name).roles.values())


@themes
def test_the_pictures_of_a_theme_have_its_colours(name: str) -> None:
    theme = load_theme(name)
    inks = {"check": "on-accent", "down": "muted", "up": "muted"}
    assert set(inks) == set(PICTURES)
    for picture, role in inks.items():
        assert theme.hex(role).encode() in read_bytes("themes", f"{name}-{picture}.svg")


@themes
def test_the_program_takes_the_theme(name: str, plain_application: QApplication) -> None:
    theme = load_theme(name)
    apply_theme(plain_application, theme)
    assert plain_application.palette().color(QPalette.ColorRole.Base) == theme.colour("paper")
    assert theme.hex("accent") in plain_application.styleSheet()


def test_disabled_text_is_quieter(qapp: QApplication) -> None:
    colours = palette(load_theme("light"))
    normal = colours.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text)
    disabled = colours.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert normal != disabled


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        (Qt.ColorScheme.Dark, "dark"),
        (Qt.ColorScheme.Light, "light"),
        (Qt.ColorScheme.Unknown, "light"),
    ],
)
def test_the_system_is_followed(
    scheme: Qt.ColorScheme, expected: str, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Hints:
        def colorScheme(self) -> Qt.ColorScheme:
            return scheme

    monkeypatch.setattr(QGuiApplication, "styleHints", Hints)
    assert chosen_theme("system").name == expected
    assert chosen_theme("dark").name == "dark"


@pytest.mark.parametrize("name", ["rumour", "co/py"])
def test_a_default_label_without_an_icon_has_the_plain_one(
    name: str, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    labels = LabelSet((*DEFAULT_LABELS, Label(name, colour="warning")))
    monkeypatch.setattr(module, "DEFAULT_LABELS", labels)
    assert sign_of_label(name, labels) == ("label", "warning")
    assert not icon(sign_of_label(name, labels)[0], load_theme("light")).isNull()
    assert sign_of_label("copy", labels)[0] == "label-copy"


def _light(lab: tuple[float, float, float]) -> tuple[float, float, float]:
    lightness, a, b = lab
    fy = (lightness + 16) / 116
    x, y, z = (
        white * (f**3 if f**3 > 0.008856 else (f - 16 / 116) / 7.787)
        for white, f in ((0.95047, fy + a / 500), (1.0, fy), (1.08883, fy - b / 200))
    )
    return (
        3.2404542 * x - 1.5371385 * y - 0.4985314 * z,
        -0.9692660 * x + 1.8760108 * y + 0.0415560 * z,
        0.0556434 * x - 0.2040259 * y + 1.0572252 * z,
    )
