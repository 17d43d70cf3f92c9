"""What the tests of labelling share."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QWidget,
)

from gui.widgets.labelling.label_bar import LabelBar
from tests.widgets.labelling.label_bars import bar_in_window


@pytest.fixture
def bar(qapp: QApplication, show: Callable[[QWidget], None]) -> LabelBar:
    return bar_in_window(show)
