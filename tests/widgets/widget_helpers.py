"""What the tests of widgets do with them: show them, read their labels, hear their signals."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

Show = Callable[[QWidget], None]
"""The fixture ``show``."""


def label_texts(widget: QWidget, *, visible: bool = False) -> list[str]:
    """Return the texts of the labels in *widget*, only those that are *visible* if asked."""
    labels = widget.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible() or not visible]


def heard(signal: Any) -> list[Any]:
    """Return a list that collects what *signal* carries."""
    found: list[Any] = []
    signal.connect(lambda *values: found.append(values[0] if len(values) == 1 else values))
    return found
