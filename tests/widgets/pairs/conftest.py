"""What the tests of the list of pairs share."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QWidget,
)

from gui.labels import Pair
from gui.review.pair_list.pair_state import PairState
from gui.review.pair_list.pairs_model import PairsModel
from gui.widgets.controls.theme import load_theme
from gui.widgets.pairs.pair_list import PairsPanel


@pytest.fixture
def panel(qapp: QApplication, show: Callable[[QWidget], None]) -> PairsPanel:
    model = PairsModel()
    model.set_pairs(
        [
            Pair("one", "a.txt", "b.txt", details=(("topic", "<b>storm</b>"),)),
            Pair("two", "c.txt", "d.txt"),
            Pair("three", "e.txt", "f.txt"),
        ],
        {1: PairState("copy")},
    )
    panel = PairsPanel(model)
    panel.set_theme(load_theme("light"))
    show(panel)
    return panel
