"""The real window, driven by keys, with folders of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from gui.widgets.controls.qt_text import install_language
from gui.widgets.controls.theme import apply_theme, load_theme
from tests.review.ready_workers import CAN_FORK, ReadyWorkers
from tests.window.driving import Driver


@pytest.fixture(scope="session")
def workers() -> Iterator[ReadyWorkers | None]:
    """Where the windows' workers come from; None on systems where each has to start its own."""
    if not CAN_FORK:
        yield None
        return
    found = ReadyWorkers()
    yield found
    found.close()


@pytest.fixture
def driver(qapp: QApplication, tmp_path: Path, workers: ReadyWorkers | None) -> Iterator[Driver]:
    install_language(qapp, "en")
    apply_theme(qapp, load_theme("light"))
    found = Driver(tmp_path, workers)
    yield found
    found.close()
    for translator in qapp.findChildren(QTranslator, "language"):
        qapp.removeTranslator(translator)  # other tests read the sources' own words
        translator.deleteLater()
