"""Conditions on pairs, and what they are sorted by, in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from gui.review.pair_list.pair_fields import Condition
from gui.widgets.pairs.conditions import (
    ConditionsPopup,
    condition_text,
    value_text,
)
from gui.widgets.pairs.pair_delegate import right_end


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        (Condition("similarity", "between", "50", "90"), "Similarity 50 to 90 %"),
        (Condition("verbatim", "between", "", "90 %"), "Verbatim up to 90 %"),
        (Condition("missing sections", "between", "1"), "Sections missing from 1"),
        (Condition("time", "between", "60"), "Time taken from 60 s"),
        (Condition("column:topic", "equals", " storm"), "topic is “storm”"),
    ],
)
def test_conditions_are_told_in_words(condition: Condition, said: str) -> None:
    assert condition_text(condition) == said


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("labelled", "2024-05-06T07:08:09Z", "2024-05-06"),
        ("column:topic", "x" * 40, "x" * 40),
        ("column:topic", "x" * 41, "x" * 20 + "…" + "x" * 19),
    ],
)
def test_beside_a_pair_stands_what_it_is_sorted_by(field: str, value: str, said: str) -> None:
    assert value_text(field, value) == said


def choices() -> QWindow:
    """The window of the choices that are shown."""
    shown = [w for w in QGuiApplication.topLevelWindows() if w.isVisible()]
    return next(w for w in reversed(shown) if w.type() == Qt.WindowType.Popup)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape])
def test_a_field_is_chosen_by_key_and_the_popup_stays(
    qapp: QApplication, show: Callable[[QWidget], None], key: Qt.Key
) -> None:
    window = QWidget()
    window.resize(600, 400)
    show(window)
    popup = ConditionsPopup(window)
    popup.open_at(QPoint(), (), ())
    box = popup.findChild(QComboBox)
    assert box is not None
    box.showPopup()
    QTest.keyClick(choices(), Qt.Key.Key_Down)
    QTest.keyClick(choices(), key)
    assert popup.isVisible()
    assert not box.view().isVisible()
    assert box.currentData() == ("similarity" if key == Qt.Key.Key_Escape else "verbatim")
    QApplication.processEvents()
    value = popup.findChild(QLineEdit)
    assert value is not None
    QTest.keyClicks(value, "60")
    assert value.text() == "60", "the next keys are heard again"
    popup.hide()


def test_of_a_long_label_five_letters_say_something(look: QApplication) -> None:
    metrics = QFontMetrics(look.font())
    widths = range(metrics.horizontalAdvance("unrelated") + 1)
    told = [right_end(metrics, "unrelated", "", width) for width in widths]
    assert told[-1] == "unrelated"
    assert {len(text) for text in told} == {0, *range(5, 10)}
