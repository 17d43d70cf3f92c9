"""The details of a pair: the columns of the list, as they are there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QStyleOptionViewItem,
    QWidget,
)

from gui.labels import Pair
from gui.review.pair_list.pair_fields import Condition
from gui.review.pair_list.pairs_model import PairsModel
from gui.widgets.pairs.pair_details import PairDetails
from gui.widgets.pairs.pair_list import PairsPanel
from tests.widgets.pairs.pair_panels import model_of, pair_list, part, popup_of

LONG = "a name that takes more room"


def test_not_all_names_of_a_list_of_thousands_are_measured_at_each_pair(
    qapp: QApplication, show: Callable[[QWidget], None]
) -> None:
    details = PairDetails()
    show(details)

    def width(*names: str) -> int:
        details.set_pair(Pair("one", "a.txt", "b.txt", details=tuple((n, "") for n in names)))
        return details.horizontalHeader().sectionSize(0)

    names = [f"c{number}" for number in range(1_000)]
    assert width(*names[:150], LONG) > width(*names)
    assert width(*names, LONG) == width(*names)


def details(panel: PairsPanel) -> PairDetails:
    found = panel.findChild(PairDetails)
    assert isinstance(found, PairDetails)
    return found


def test_the_details_of_the_pair_are_shown_literally(panel: PairsPanel) -> None:
    panel.set_current(0)
    model = details(panel).model()
    words = {
        model.index(row, column).data() for row in range(model.rowCount()) for column in (0, 1)
    }
    assert words == {"Reference", "Candidate", "a.txt", "b.txt", "topic", "<b>storm</b>"}
    storm = model.index(2, 1)
    assert storm.data(Qt.ItemDataRole.ToolTipRole) == "<qt>&lt;b&gt;storm&lt;/b&gt;</qt>"
    assert storm.data(Qt.ItemDataRole.AccessibleTextRole) == "topic: <b>storm</b>"
    panel.set_current(None)
    assert pair_list(panel).selectionModel().selectedRows() == []
    assert not details(panel).isVisible()


def test_of_thousands_of_columns_only_those_in_view_are_looked_at(
    panel: PairsPanel, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = tuple((f"column {number}", f"value {number}") for number in range(5_000))
    model = pair_list(panel).model()
    assert isinstance(model, PairsModel)
    panel.set_current(0)
    parts = len(panel.findChildren(QWidget))
    model.set_pairs([Pair("wide", "a.txt", "b.txt", details=many)], {})
    kind = type(details(panel).model())
    data, asked = kind.data, set()

    def counted(self: Any, index: QModelIndex, role: int = 0) -> Any:
        asked.add(index.row())
        return data(self, index, role)

    monkeypatch.setattr(kind, "data", counted)
    panel.set_current(0)
    qapp.processEvents()
    assert len(panel.findChildren(QWidget)) == parts
    assert 2 <= len(asked) < 50
    assert details(panel).model().rowCount() == 5_002
    assert details(panel).height() < 140


def test_of_very_many_columns_the_first_ones_and_the_chosen_one_can_be_chosen(
    panel: PairsPanel,
) -> None:
    """A box of 20,000 entries takes a fifth of a second to fill, and another one to open."""
    many = tuple((f"column {number}", str(number)) for number in range(5_000))
    model = model_of(panel)
    model.set_pairs([Pair("wide", "a.txt", "b.txt", details=many)], {})
    order = part(panel, QComboBox, "In which order")
    assert isinstance(order, QComboBox)
    *names, last = map(order.itemText, range(order.count()))
    assert names[-1] == "column 999"
    assert last == "The first 1,000 of 5,000 columns"
    assert not order.model().index(order.count() - 1, 0).flags() & Qt.ItemFlag.ItemIsEnabled
    model.set_sort("column:column 4321")
    assert order.currentText() == "column 4321"
    model.set_conditions([Condition("column:column 4000", "equals", "4000")])
    popup = popup_of(panel)
    field = part(popup, QComboBox, "What is looked at")
    assert isinstance(field, QComboBox)
    assert field.currentText() == "column 4000"
    assert field.itemText(field.count() - 1) == "The first 1,000 of 5,000 columns"
    assert field.count() < 1_050


def test_of_a_very_long_value_both_ends_are_shown(panel: PairsPanel) -> None:
    model = pair_list(panel).model()
    assert isinstance(model, PairsModel)
    long = "begins " + "and goes on " * 100_000 + "and ends"
    model.set_pairs([Pair(long, "a.txt", "b.txt", details=(("remark", long),))], {})
    panel.set_current(0)
    value = details(panel).model().index(2, 1)
    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
        text = value.data(role)
        assert len(text) < 3_000
        assert "begins" in text
        assert "and ends" in text


@pytest.mark.parametrize(("columns", "scrolls"), [(6, False), (7, True)])
def test_eight_lines_of_details_are_seen_without_scrolling(
    panel: PairsPanel, qapp: QApplication, columns: int, scrolls: bool
) -> None:
    panel.resize(panel.width(), 700)
    pair = Pair("one", "a.txt", "b.txt", details=tuple((f"c{n}", "x") for n in range(columns)))
    model_of(panel).set_pairs([pair], {})
    panel.set_current(0)
    qapp.processEvents()
    assert (details(panel).verticalScrollBar().maximum() > 0) is scrolls


def test_a_value_of_several_words_stands_below_its_name_where_it_does_not_fit(
    panel: PairsPanel, qapp: QApplication, look: QApplication
) -> None:
    reason = "dated 2024-03-04 and 2024-03-09; both name Tobias Renke; 3 of 4 figures kept"
    folder = "a-folder-with-a-long-name/" * 5
    rows = (("reason", reason), ("folder", folder), ("remark", "and so on " * 90), ("c", "x"))
    model_of(panel).set_pairs([Pair("one", "a.txt", "b.txt", details=rows)], {})
    panel.set_current(0)
    view = details(panel)
    heights = {}
    for width in (260, 1_400):
        panel.resize(width, 700)
        qapp.processEvents()
        heights[width] = [view.rowHeight(row) for row in range(6)]
        assert view.verticalScrollBar().maximum() == 0
    narrow, wide = heights.values()
    line = narrow[0]
    panel.resize(260, 700)
    qapp.processEvents()
    room = QRect(0, 0, view.viewport().width(), 1_000)
    needed = view.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, reason).height()
    assert narrow[2] >= line + needed
    assert [view.columnSpan(row, 0) for row in range(6)] == [1, 1, 2, 1, 2, 1]
    spacing = view.fontMetrics().lineSpacing()
    assert line + 7 * spacing < narrow[4] <= line + 8 * spacing  # eight lines of a long value
    assert (narrow[3], narrow[5]) == (line, line)
    assert wide[:4] == [line] * 4


@pytest.mark.parametrize("height", [480, 700])
def test_long_values_in_many_columns_leave_the_list_and_the_window_their_room(
    panel: PairsPanel, qapp: QApplication, look: QApplication, height: int
) -> None:
    least = panel.minimumSizeHint().height()
    rows = tuple((f"remark {number}", "and so on " * 90) for number in range(8))
    model_of(panel).set_pairs([Pair("one", "a.txt", "b.txt", details=rows)], {})
    panel.set_current(0)
    panel.resize(260, height)
    qapp.processEvents()
    assert panel.minimumSizeHint().height() <= least + 100
    assert pair_list(panel).height() >= details(panel).height() - 1
    assert details(panel).verticalScrollBar().maximum() > 0


def test_of_a_path_that_does_not_fit_the_end_is_seen(
    look: QApplication, show: Callable[[QWidget], None]
) -> None:
    details = PairDetails()
    show(details)

    def picture(name: str) -> QImage:
        details.set_pair(Pair("one", f"articles/harbour-opening-{name}.txt", "b.txt"))
        details.resize(180, 100)
        return details.grab().toImage()

    assert picture("1") != picture("2")


@pytest.mark.parametrize("name", ["words paid", "published", "WWWW", "il", "Seitenzahl"])
def test_a_name_of_a_column_is_not_cut_beside_its_value(
    panel: PairsPanel, qapp: QApplication, look: QApplication, name: str
) -> None:
    pair = Pair("one", "a.txt", "b.txt", details=((name, "x"), ("i", "y")))
    model_of(panel).set_pairs([pair], {})
    panel.set_current(0)
    qapp.processEvents()
    view = details(panel)
    index = view.model().index(2, 0)
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    needed = view.itemDelegateForIndex(index).sizeHint(option, index).width()
    assert view.columnWidth(0) >= needed


def test_a_very_long_name_leaves_room_for_the_values(
    panel: PairsPanel, qapp: QApplication, look: QApplication
) -> None:
    name = "what_the_automatic_filter_said_about_this_article"
    pair = Pair("one", "a.txt", "b.txt", details=((name, "doubtful"),))
    model_of(panel).set_pairs([pair], {})
    panel.set_current(0)
    view = details(panel)
    for width in (200, 320):
        panel.resize(width, 600)
        qapp.processEvents()
        assert view.columnWidth(1) >= view.fontMetrics().horizontalAdvance("doubtful")
    said = view.model().index(2, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert name in said
    assert "doubtful" in said


@pytest.mark.parametrize(("words", "columns"), [(4, 1), (5, 2)])
def test_a_value_of_five_words_is_one_that_is_read(
    panel: PairsPanel, qapp: QApplication, words: int, columns: int
) -> None:
    remark = " ".join(["unremarkable-as-it-is"] * words)
    pair = Pair("one", "a.txt", "b.txt", details=(("remark", remark),))
    model_of(panel).set_pairs([pair], {})
    panel.set_current(0)
    panel.resize(260, 700)
    qapp.processEvents()
    assert details(panel).columnSpan(2, 0) == columns


def test_of_a_value_some_40_characters_are_shown_however_narrow_the_panel(
    show: Callable[[QWidget], None], look: QApplication
) -> None:
    view = PairDetails()
    show(view)
    view.resize(30, 400)
    view.set_pair(Pair("one", "a.txt", "b.txt", details=(("remark", "and so on " * 90),)))
    assert 36 <= len(view.below[2]) <= 40
