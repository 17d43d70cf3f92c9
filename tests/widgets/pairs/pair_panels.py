"""What a panel of pairs shows, and how to choose in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QToolButton,
    QWidget,
)

from gui.review.pair_list.pairs_model import PairsModel
from gui.widgets.pairs.conditions import ConditionsPopup
from gui.widgets.pairs.pair_list import PairListView, PairsPanel


def part(panel: QWidget, kind: type[QWidget], name: str = "") -> QWidget:
    found = [w for w in panel.findChildren(kind) if not name or w.accessibleName() == name]
    assert found, name
    return found[0]


def pair_list(panel: PairsPanel) -> PairListView:
    found = panel.findChild(PairListView)
    assert isinstance(found, PairListView)
    return found


def choose(panel: QWidget, what: str, name: str) -> None:
    box = part(panel, QComboBox, what)
    assert isinstance(box, QComboBox)
    number = box.findData(name)
    assert number >= 0, name
    box.setFocus()
    box.setCurrentIndex(number)
    box.activated.emit(number)


def model_of(panel: PairsPanel) -> PairsModel:
    model = pair_list(panel).model()
    assert isinstance(model, PairsModel)
    return model


def shown(panel: PairsPanel) -> list[str]:
    model = pair_list(panel).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def popup_of(panel: PairsPanel) -> ConditionsPopup:
    QTest.mouseClick(part(panel, QToolButton, "Conditions"), Qt.MouseButton.LeftButton)
    found = panel.findChild(ConditionsPopup)
    assert isinstance(found, ConditionsPopup)
    assert found.isVisible()
    return found
