"""A bar of labels in a window, and what it shows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QLabel,
    QVBoxLayout,
    QWidget,
)

from gui.widgets.controls.notifications import READ
from gui.widgets.controls.theme import load_theme
from gui.widgets.labelling.label_bar import LabelBar

KEYS = {
    "label-original": "1",
    "label-copy": "2",
    "label-unrelated": "3",
    "label-unusable": "0",
    "flag": "F",
    "note": "N",
}


def bar_in_window(show: Callable[[QWidget], None], *, reason_shown: int = READ) -> LabelBar:
    bar = LabelBar(reason_shown=reason_shown)
    bar.set_theme(load_theme("light"))
    bar.set_keys(KEYS)
    bar.set_ready(True)
    bar.set_open(True)
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(bar)
    column.insertStretch(0, 1)  # the pair, above which a sentence may stand
    window.resize(1280, 300)
    show(window)
    return bar


def words(bar: LabelBar) -> list[str]:
    found = [w for w in bar.findChildren(QLabel) if w.isVisible() and w.text()]
    return [w.text() for w in sorted(found, key=lambda w: w.mapTo(bar, QPoint()).x())]
