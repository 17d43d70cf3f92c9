"""The fixtures fail a test that leaves something behind: shown on tests that do."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

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


def outcome(code: str, folder: Path) -> str:
    (folder / "conftest.py").write_text("from tests.conftest import *\n", encoding="utf-8")
    (folder / "test_it.py").write_text(code, encoding="utf-8")
    (folder / "pytest.ini").write_text(
        "[pytest]\nmarkers = allow_qt_warnings: on purpose\n", encoding="utf-8"
    )
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(folder)],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    return run.stdout


@pytest.mark.parametrize(
    ("code", "complaint"),
    [
        (THREAD, "threads left running: ['stray']"),
        (WINDOW, "left open: [\"QLabel ''\"]"),
        (WARNING, "Qt said: ['something is wrong']"),
    ],
    ids=["thread", "window", "warning"],
)
def test_what_is_left_behind_fails_the_test(code: str, complaint: str, tmp_path: Path) -> None:
    assert complaint in outcome(code, tmp_path)


@pytest.mark.parametrize("code", [CLEAN, ALLOWED], ids=["clean", "allowed"])
def test_what_is_in_order_passes(code: str, tmp_path: Path) -> None:
    said = outcome(code, tmp_path)
    assert "1 passed" in said
    assert "error" not in said
