"""Labels and tooltips: literal, elided or wrapped; text read back from a field unchanged."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from gui.widgets.controls.buttons import KeyButton
from gui.widgets.controls.controls import (
    ElidedLabel,
    PathLabel,
    ScrollingColumn,
    place_on_screen,
    plain_label,
    tip,
)
from gui.widgets.controls.qt_text import exact_text, short_name, whole_hours
from tests.widgets.widget_helpers import Show


def test_a_tooltip_shows_markup_literally() -> None:
    assert tip("<b>x</b>.txt") == "<qt>&lt;b&gt;x&lt;/b&gt;.txt</qt>"
    assert tip("one\ntwo") == "<qt>one<br>two</qt>"
    assert tip("") == ""


def test_a_long_line_gives_way_and_can_still_be_read(qapp: QApplication, show: Show) -> None:
    label = ElidedLabel("/data/" + "folder/" * 60 + "file.txt")
    window = QWidget()
    QVBoxLayout(window).addWidget(label)
    window.resize(200, 60)
    show(window)
    assert window.width() <= 240
    assert "file.txt" in label.toolTip()
    assert label.accessibleName().endswith("file.txt")


def test_a_wrapped_label_takes_the_height_that_its_width_needs(
    qapp: QApplication, show: Show
) -> None:
    label = plain_label("many words " * 30, wrap=True)
    window = QWidget()
    QVBoxLayout(window).addWidget(label)
    window.resize(240, 400)
    show(window)
    assert label.height() >= label.heightForWidth(label.width())


def test_text_is_read_back_without_qts_losses(qapp: QApplication) -> None:
    document = QTextDocument()
    text = "a\u00a0b\u2028c\n\nd\u200be"
    document.setPlainText(text)
    assert exact_text(document) == text
    assert document.toPlainText() != text


def test_of_a_path_without_room_the_name_of_the_file_stays_or_nothing(qapp: QApplication) -> None:
    label = PathLabel()
    label.setText("/data/of/somebody/with/many/folders/labels.csv")
    advance = QFontMetrics(label.font()).horizontalAdvance
    shown = [label.text_within(width) for width in range(advance(label.text()) + 1)]
    assert shown[-1] == label.text()
    assert all(advance(text) <= width for width, text in enumerate(shown) if text)
    least = advance("labels.csv")
    assert not any(shown[:least])
    assert all(text.endswith("labels.csv") for text in shown[least:])
    assert any(text.startswith("/da") and "…" in text for text in shown)
    assert label.minimumSize().width() == 1, "what has no room pushes nothing aside"
    assert "many/folders" in label.toolTip()


def test_of_a_very_long_name_the_middle_is_elided_where_that_says_something(
    qapp: QApplication,
) -> None:
    label = PathLabel()
    label.setText("/data/" + "very-long-name-" * 20 + ".csv")
    shown = label.text_within(label.fontMetrics().averageCharWidth() * 30)
    assert shown.startswith("very")
    assert shown.endswith(".csv")
    assert label.text_within(label.fontMetrics().averageCharWidth() * 5) == ""


def test_of_a_long_name_sixteen_letters_or_none_are_shown(qapp: QApplication) -> None:
    label = PathLabel()
    label.setText("/data/" + "very-long-name-" * 20 + ".csv")
    least = 16 * label.fontMetrics().averageCharWidth()
    assert label.text_within(least).startswith("ver")
    assert label.text_within(least - 1) == ""


def test_a_name_is_shortened_only_where_it_is_long(qapp: QApplication) -> None:
    metrics, mode = QFontMetrics(qapp.font()), Qt.TextElideMode.ElideRight
    assert all(short_name(metrics, "e" * n, mode) == "e" * n for n in range(10))
    shown = short_name(metrics, "e" * 100, mode)
    assert shown.endswith("…")
    assert metrics.horizontalAdvance(shown) <= 16 * metrics.averageCharWidth()


@pytest.mark.parametrize(("minutes", "hours"), [(89, None), (90, 2), (150, 2), (151, 3)])
def test_from_an_hour_and_a_half_on_hours_are_told(minutes: int, hours: int | None) -> None:
    assert whole_hours(minutes) == hours


def test_the_word_on_a_button_has_the_height_of_its_row(qapp: QApplication, show: Show) -> None:
    """In many a font the dots of a capital stand above the height that the font says it needs."""
    button = KeyButton("label", "Übersetzung")
    button.set_key("6")
    show(button)
    labels = button.findChildren(QLabel)
    word = next(label for label in labels if label.text() == "Übersetzung")
    assert word.height() == max(label.height() for label in labels) > word.sizeHint().height()


def test_a_scrolling_column_asks_for_more_width_when_its_content_does(
    qapp: QApplication, show: Show
) -> None:
    content = QWidget()
    inside = plain_label("one")
    QVBoxLayout(content).addWidget(inside)
    around = QWidget()
    QVBoxLayout(around).addWidget(ScrollingColumn(content))
    show(around)
    before = around.minimumSizeHint()
    inside.setMinimumSize(700, 700)
    for _ in range(3):
        qapp.processEvents()
    assert around.minimumSizeHint().width() > 700
    assert around.minimumSizeHint().height() == before.height()


@pytest.mark.parametrize("place", [QRect(0, 0, 600, 300), QRect(300, 500, 400, 300)])
def test_the_title_of_a_window_of_its_own_is_on_the_screen(
    qapp: QApplication, place: QRect
) -> None:
    parent = QWidget()
    parent.setGeometry(place)
    room = parent.screen().availableGeometry()
    for height in (200, room.height() - 20, room.height() + 200):
        window = QWidget(parent, Qt.WindowType.Window)
        window.resize(300, height)
        place_on_screen(window)
        assert window.testAttribute(Qt.WidgetAttribute.WA_Moved), "else Qt places it"
        assert room.contains(window.pos())
        assert window.pos().y() + height < room.bottom() + 1 or window.pos().y() == room.top()
