"""Conditions are typed into a popup of the list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLineEdit,
    QPushButton,
    QToolButton,
)

from gui.review.pair_list.pair_fields import Condition, View
from gui.widgets.pairs.conditions import ConditionsPopup
from gui.widgets.pairs.pair_list import PairsPanel
from tests.widgets.pairs.pair_panels import choose, model_of, part, popup_of, shown
from tests.widgets.widget_helpers import heard, label_texts


def condition_field(popup: ConditionsPopup, name: str) -> QLineEdit:
    found = [f for f in popup.findChildren(QLineEdit) if f.accessibleName() == name]
    assert found, name
    return found[-1]


def test_a_condition_is_typed_into_a_popup_and_told_below_the_filter(panel: PairsPanel) -> None:
    told = heard(panel.view_changed)
    popup = popup_of(panel)
    assert condition_field(popup, "Similarity: lowest").hasFocus()
    QTest.keyClicks(condition_field(popup, "Similarity: lowest"), "40")
    QTest.keyClick(condition_field(popup, "Similarity: lowest"), Qt.Key.Key_Return)
    assert not popup.isVisible()
    assert told == [View(conditions=(Condition("similarity", "between", "40"),))]
    assert shown(panel) == []
    assert "Similarity from 40 %" in label_texts(panel)
    assert "0 of 3 measured" in label_texts(panel)
    QTest.mouseClick(part(panel, QToolButton, "Remove all conditions"), Qt.MouseButton.LeftButton)
    assert len(shown(panel)) == 3
    assert "Similarity from 40 %" not in label_texts(panel)


def test_columns_of_the_list_have_conditions_of_their_own(panel: PairsPanel) -> None:
    popup = popup_of(panel)
    choose(popup, "What is looked at", "column:topic")
    QTest.keyClicks(condition_field(popup, "topic"), "Storm")
    popup.hide()
    assert shown(panel) == ["one"]
    assert "topic contains “Storm”" in label_texts(panel)
    popup = popup_of(panel)
    choose(popup, "How it is compared", "equals")
    popup.hide()
    assert shown(panel) == []


def test_missing_sections_are_asked_for_by_choosing_them(panel: PairsPanel) -> None:
    popup = popup_of(panel)
    choose(popup, "What is looked at", "missing sections")
    popup.hide()
    assert model_of(panel).view.conditions == (Condition("missing sections", "between", "1"),)


def test_what_is_no_number_is_told_and_does_not_count(panel: PairsPanel) -> None:
    popup = popup_of(panel)
    QTest.keyClicks(condition_field(popup, "Similarity: highest"), "half")
    assert "“half” is not a number: this condition does not count." in label_texts(popup)
    popup.hide()
    assert model_of(panel).view.conditions == ()


def test_a_condition_is_removed_from_the_popup(panel: PairsPanel) -> None:
    model_of(panel).set_conditions([Condition("length", "between", "5")])
    popup = popup_of(panel)
    QTest.mouseClick(part(popup, QToolButton, "Remove this condition"), Qt.MouseButton.LeftButton)
    assert not popup.isVisible()
    assert model_of(panel).view.conditions == ()


def test_twelve_conditions_are_enough(panel: PairsPanel) -> None:
    popup = popup_of(panel)
    [add] = [b for b in popup.findChildren(QPushButton) if b.text() == "Add a condition"]
    for _ in range(11):
        assert add.isEnabled()
        add.click()
    assert not add.isEnabled()
