"""A machine without Qt's system libraries is told which packages to install."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from pathlib import Path

import pytest

from gui.commands import libraries

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def lacking(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The libraries that the machine pretends to lack."""
    missing: set[str] = set()

    def load(name: str, mode: int = 0) -> None:
        if name in missing:
            raise OSError(f"{name}: cannot open shared object file")

    monkeypatch.setattr(ctypes, "CDLL", load)
    return missing


def test_every_missing_library_is_named_with_its_packages(lacking: set[str]) -> None:
    lacking |= {"libEGL.so.1", "libxcb-cursor.so.0"}
    said = libraries.explain("libEGL.so.1: cannot open shared object file: No such file")
    assert "libEGL.so.1, libxcb-cursor.so.0" in said
    assert "sudo apt-get install libegl1 libxcb-cursor0" in said
    assert "sudo dnf install libglvnd-egl xcb-util-cursor" in said


def test_a_library_outside_the_table_is_named_all_the_same(lacking: set[str]) -> None:
    lacking.add("libodd.so.3")
    assert "libodd.so.3" in libraries.explain("libodd.so.3: cannot open shared object file")


def test_where_nothing_is_missing_qt_has_the_word(lacking: set[str]) -> None:
    assert "something else" in libraries.explain("something\nelse")


def test_no_display_is_said(lacking: set[str]) -> None:
    said = libraries.explain_platform("no Qt platform plugin could be initialized", {})
    assert "no display is set" in said
    said = libraries.explain_platform("could not connect to display", {"DISPLAY": ":9"})
    assert ":9 does not answer" in said


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays of X")
@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":987"}, "display"),
        ({"QT_QPA_PLATFORM": "nonsense"}, "QT_QPA_PLATFORM"),
    ],
)
def test_without_a_screen_the_command_ends_with_a_sentence_and_status_2(
    variables: dict[str, str], said: str
) -> None:
    clean = {key: value for key, value in os.environ.items() if key != "WAYLAND_DISPLAY"}
    found = subprocess.run(
        [sys.executable, "-m", "gui"],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=ROOT,
        env={**clean, **variables},
        check=False,
    )
    assert found.returncode == 2, found.stderr
    assert said in found.stderr
    assert "Traceback" not in found.stderr
