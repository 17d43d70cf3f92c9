"""The fixtures fail a test that leaves something behind: shown on tests that do."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[1]

CONFTEST = """
from tests import conftest
from tests.conftest import *
conftest.PATIENCE = 0.1
"""
THREAD = """
import threading
def test(): threading.Thread(target=threading.Event().wait, args=(3,), name="stray").start()
"""
WINDOW = """
from PySide6.QtWidgets import QLabel
kept = []
def test(qapp):
    kept.append(QLabel("still here")); kept[0].show()
"""
WARNING = """
from PySide6.QtCore import QObject, qWarning
def test(qapp): qWarning("something is wrong")
"""
ALLOWED = WARNING.replace("def test", "import pytest\n@pytest.mark.allow_qt_warnings\ndef test")
CLEAN = """
import os, pathlib
from PySide6.QtWidgets import QLabel
def test(qapp, own_folders):
    label = QLabel("gone"); label.show(); label.close()
    assert pathlib.Path.home() == own_folders
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
"""
HOMES = """
homes = []
def test_empty(own_folders): homes.append(own_folders)
def test_used(own_folders):
    homes.append(own_folders)
    (own_folders / "state" / "kept").touch()
def test():
    empty, used = homes
    assert not empty.exists()
    assert [path.name for path in used.iterdir()] == ["state"]
"""

TESTS = {
    "thread": THREAD,
    "window": WINDOW,
    "warning": WARNING,
    "allowed": ALLOWED,
    "clean": CLEAN,
    "homes": HOMES,
}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Run the tests above, each in a file of its own; return what is said of each."""
    folder = tmp_path_factory.mktemp("tests")
    (folder / "conftest.py").write_text(CONFTEST, encoding="utf-8")
    (folder / "pytest.ini").write_text(
        "[pytest]\nmarkers = allow_qt_warnings: on purpose\n", encoding="utf-8"
    )
    for name, code in TESTS.items():
        (folder / f"test_{name}.py").write_text(code, encoding="utf-8")
    report = folder / "report.xml"
    subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--junitxml={report}"],
        cwd=folder,
        capture_output=True,
        timeout=100,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    return {
        case.attrib["classname"].removeprefix("test_"): " ".join(
            f"{found.tag}: {found.attrib['message']}" for found in case
        )
        for case in ElementTree.parse(report).iter("testcase")
    }


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("thread", "threads left running: ['stray']"),
        ("window", "left open: [\"QLabel ''\"]"),
        ("warning", "Qt said: ['something is wrong']"),
    ],
)
def test_what_is_left_behind_fails_the_test(
    name: str, complaint: str, outcomes: dict[str, str]
) -> None:
    assert complaint in outcomes[name]


@pytest.mark.parametrize("name", ["clean", "allowed", "homes"])
def test_what_is_in_order_passes(name: str, outcomes: dict[str, str]) -> None:
    assert outcomes[name] == ""
