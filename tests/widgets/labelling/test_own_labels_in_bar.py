"""The bar with labels of one's own: its rows, and what gives way."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QWidget,
)

from gui.labels import DEFAULT_LABELS, Label, LabelSet
from gui.widgets.controls.buttons import KeyButton
from gui.widgets.controls.controls import PathLabel
from gui.widgets.labelling.label_bar import LabelBar, SaveSign
from tests.widgets.labelling.label_bars import bar_in_window, words

OWN = LabelSet(
    (
        *(Label(name) for name in ("agency text", "partial copy", "translation", "summary")),
        Label("a translation somebody has shortened"),
        *DEFAULT_LABELS.labels,
    )
)


def test_with_labels_of_ones_own_the_bar_says_who_decides_and_that_it_is_saved(
    bar: LabelBar, look: QApplication
) -> None:
    bar.set_labels(OWN)
    bar.set_path("/data/labels.csv")
    bar.set_save_state("saved", "")
    bar.annotator.set_name("ada lovelace")
    for width in (1440, 1000):
        bar.window().resize(width, 300)
        QApplication.processEvents()
        assert "saved" in words(bar), width
        style = bar.annotator.toolButtonStyle()
        assert style == Qt.ToolButtonStyle.ToolButtonTextBesideIcon, width
        assert bar.annotator.width() >= bar.annotator.sizeHint().width()


@pytest.mark.parametrize("width", [600, 640, 700])
def test_nine_labels_need_three_rows_in_a_narrow_window(
    qapp: QApplication,
    show: Callable[[QWidget], None],
    speaking: Callable[[str], None],
    look: QApplication,
    width: int,
) -> None:
    speaking("de")
    bar = bar_in_window(show)
    bar.set_labels(OWN)
    bar.set_keys({f"label-{label.name}": str(number) for number, label in enumerate(OWN, 1)})
    bar.set_path("/data/labels.csv")
    bar.annotator.set_name("ada lovelace")
    bar.set_save_state("saved", "")
    bar.window().resize(width, 300)
    QApplication.processEvents()
    assert len(labels_tops(bar)) == 3


def test_beside_several_rows_the_annotator_stands_above_the_word_about_saving(
    bar: LabelBar, look: QApplication
) -> None:
    """Side by side they would take the room of a column of labels."""
    bar.set_labels(OWN)
    bar.set_path("/data/labels.csv")
    bar.set_save_state("saved", "")
    bar.annotator.set_name("ada lovelace")
    [sign] = bar.findChildren(SaveSign)
    for width in (900, 2600):
        bar.window().resize(width, 300)
        QApplication.processEvents()
        several = len(labels_tops(bar)) > 1
        assert several == (width == 900), width
        assert (bar.annotator.geometry().bottom() < sign.geometry().top()) == several
        assert bar.annotator.geometry().right() <= bar.width()


def labels_tops(bar: LabelBar) -> set[int]:
    """Where the rows of labels begin."""
    buttons = (b for b in bar.findChildren(KeyButton) if b.property("part") == "label")
    return {button.y() for button in buttons if button.isVisible()}


def test_a_name_that_comes_later_finds_its_room(bar: LabelBar, look: QApplication) -> None:
    bar.set_labels(OWN)
    bar.set_save_state("saved", "")
    for width in range(640, 1440, 50):
        bar.annotator.set_name("")
        bar.window().resize(width, 300)
        bar.annotator.set_name("somebody with a long name")
        QApplication.processEvents()
        layout = bar.layout()
        assert layout is not None
        assert layout.totalMinimumSize().width() <= bar.width(), width


@pytest.mark.parametrize("width", [640, 700, 1000, 1440])
def test_a_long_name_of_a_label_is_elided_and_not_cut_off(
    bar: LabelBar, look: QApplication, width: int
) -> None:
    bar.set_labels(OWN)
    bar.set_save_state("saved", "")
    bar.annotator.set_name("ada")
    bar.window().resize(width, 300)
    QApplication.processEvents()
    for label in OWN:
        name = label.name[:1].upper() + label.name[1:]
        [key] = [
            b for b in bar.findChildren(KeyButton) if b.isVisible() and b.accessibleName() == name
        ]
        assert key.width() >= key.sizeHint().width(), label.name
        assert key.geometry().right() <= bar.width()
        assert label.name[1:] in key.toolTip()
        shown = [w.text() for w in key.findChildren(QLabel)]
        assert name in shown or any(word.endswith("…") for word in shown), label.name


@pytest.mark.parametrize("width", [640, 1000, 1100, 1280])
def test_the_bar_shows_the_name_of_the_label_file_or_leaves_it_to_the_tooltip(
    bar: LabelBar, look: QApplication, width: int
) -> None:
    bar.set_labels(OWN)
    bar.set_path("/data/of/somebody/with/folders/labels.csv")
    bar.set_save_state("saved", "")
    bar.annotator.set_name("ada")
    bar.window().resize(width, 300)
    QApplication.processEvents()
    [path] = bar.findChildren(PathLabel)
    shown = path.text_within(path.contentsRect().width())
    assert not shown or shown.endswith("labels.csv")
    saved = [w for w in bar.findChildren(QLabel) if "labels.csv" in w.toolTip() and w is not path]
    assert any(word.isVisible() for word in saved)


@pytest.mark.parametrize(("count", "rows"), [(4, 1), (5, 2)])
def test_before_it_gives_up_names_a_bar_of_more_than_four_labels_takes_a_second_row(
    bar: LabelBar, look: QApplication, count: int, rows: int
) -> None:
    names = ("unusable", "partial copy", "translation", "summary of it", "quotation")
    bar.set_labels(LabelSet(tuple(Label(name) for name in names[:count])))
    bar.set_save_state("saved", "")
    bar.annotator.set_name("somebody")
    beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    for width in range(1_440, 600, -5):
        bar.window().resize(width, 300)
        QApplication.processEvents()
        keys = [key for key in bar.findChildren(KeyButton) if key.accessibleName().lower() in names]
        found = len({key.y() for key in keys})
        if found > 1 or bar.annotator.toolButtonStyle() != beside:
            break
    assert found == rows


def test_a_bar_has_five_rows_at_most(bar: LabelBar, look: QApplication) -> None:
    names = ["unusable", *(f"label number {number}" for number in range(1, 60))]
    bar.set_labels(LabelSet(tuple(map(Label, names))))
    bar.window().resize(640, 300)
    QApplication.processEvents()
    keys = [key for key in bar.findChildren(KeyButton) if key.isVisible()]
    keys = [key for key in keys if key.accessibleName().lower() in names]
    assert len(keys) == 60
    assert len({key.y() for key in keys}) == 5


def test_long_names_of_labels_give_way_in_three_steps(bar: LabelBar, look: QApplication) -> None:
    """Narrow letters show to which width: 16 average ones, then 13 and 11 in more than two rows."""
    names = ("unusable", *(f"{'t' * 37}{number}" for number in range(10, 24)))
    bar.set_labels(LabelSet(tuple(map(Label, names))))
    bar.set_path("/data/labels.csv")
    bar.set_save_state("saved", "")
    seen: list[tuple[int, int]] = []
    for width in range(2_600, 590, -20):
        bar.window().resize(width, 300)
        QApplication.processEvents()
        [letters] = {
            math.ceil(word.fontMetrics().horizontalAdvance(word.text()) / average)
            for word in bar.findChildren(QLabel)
            if word.isVisible() and word.text().startswith("Ttt")
            for average in [bar.fontMetrics().averageCharWidth()]
        }
        step = letters, len(labels_tops(bar))
        if step not in seen:
            seen.append(step)
    assert seen == [(16, 1), (32, 2), (16, 2), (16, 3), (13, 3), (11, 3), (13, 4)]
    assert bar.minimumSizeHint().width() == 600, "two panes need more"
