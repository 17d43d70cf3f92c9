"""Widgets are tested in the program's own look and language, and closed after each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from gui.widgets.controls.qt_text import install_language
from gui.widgets.controls.theme import apply_theme, load_theme


@pytest.fixture
def look(qapp: QApplication) -> Iterator[QApplication]:
    """Give the application the light theme for the test, and its old look afterwards."""
    before = (qapp.palette(), qapp.styleSheet())
    apply_theme(qapp, load_theme("light"))
    yield qapp
    qapp.setStyleSheet(before[1])
    qapp.setPalette(before[0])


@pytest.fixture
def show(qapp: QApplication) -> Iterator[Callable[[QWidget], None]]:
    """Return a function that shows a widget; all are closed and deleted after the test."""
    shown: list[QWidget] = []

    def show_one(widget: QWidget) -> None:
        shown.append(widget)
        widget.show()
        widget.activateWindow()
        for _ in range(5):
            qapp.processEvents()

    yield show_one
    for widget in shown:
        widget.hide()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def speaking(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    """Return a function that makes the program speak a language; English comes back."""
    before = QLocale()
    yield lambda language: _speak(qapp, language)
    for translator in qapp.findChildren(QTranslator, "language"):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


def _speak(application: QApplication, language: str) -> None:
    assert install_language(application, language) == language
