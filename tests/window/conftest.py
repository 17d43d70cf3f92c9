"""The real window, driven by keys, with folders of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from gui import settings as keys
from gui.review import document_checks
from gui.review.deciding import saving
from gui.widgets.controls.qt_text import install_language
from tests.window.driving import Driver


@pytest.fixture(autouse=True)
def quick_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the window look at the disk again soon, so that tests of it wait a tenth as long."""
    monkeypatch.setattr(document_checks, "LOOK_EVERY", document_checks.LOOK_EVERY / 10)
    monkeypatch.setattr(saving, "RETRIES", tuple(wait / 10 for wait in saving.RETRIES))


@pytest.fixture
def driver(qapp: QApplication, tmp_path: Path) -> Iterator[Driver]:
    """Drives a window that leaves its list unmeasured: the processes that do it take as long."""
    install_language(qapp, "en")
    found = Driver(tmp_path)
    found.settings[keys.MEASURE] = False
    yield found
    found.close()
    qapp.setStyleSheet("")
    for translator in qapp.findChildren(QTranslator, "language"):
        qapp.removeTranslator(translator)  # other tests read the sources' own words
        translator.deleteLater()
