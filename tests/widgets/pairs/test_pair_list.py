"""The list of pairs by keys and mouse: search, order, filter, conditions, details."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
    QStyleOptionViewItem,
    QToolButton,
    QToolTip,
    QWidget,
)

from gui.labels import Pair
from gui.review.measures import Measures, MeasureTable
from gui.review.pair_fields import Condition, View
from gui.review.pair_state import PairState
from gui.review.pairs_model import PairsModel
from gui.widgets.controls.theme import load_theme
from gui.widgets.pairs.conditions import ConditionsPopup
from gui.widgets.pairs.pair_details import PairDetails
from gui.widgets.pairs.pair_list import PairList, PairsPanel
from tests.any_message import any_message
from tests.widgets.widget_helpers import heard, label_texts


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


def part(panel: QWidget, kind: type[QWidget], name: str = "") -> QWidget:
    found = [w for w in panel.findChildren(kind) if not name or w.accessibleName() == name]
    assert found, name
    return found[0]


def pair_list(panel: PairsPanel) -> PairList:
    found = panel.findChild(PairList)
    assert isinstance(found, PairList)
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


def test_enter_and_click_choose_a_pair_and_arrows_do_not(panel: PairsPanel) -> None:
    emitted = heard(panel.pair_wanted)
    view = pair_list(panel)
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert emitted == []
    QTest.keyClick(view, Qt.Key.Key_Return)
    place = view.visualRect(view.model().index(2, 0)).center()
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(view.viewport(), left, plain, place)
    assert emitted == [1, 2]


def test_the_list_can_be_left_upwards_to_the_search(panel: PairsPanel) -> None:
    view = pair_list(panel)
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert part(panel, QLineEdit).hasFocus()


def test_the_search_is_emptied_by_escape_and_left_downwards(panel: PairsPanel) -> None:
    field = part(panel, QLineEdit)
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "two")
    assert shown(panel) == ["two"]
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert len(shown(panel)) == 3
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert pair_list(panel).hasFocus()
    assert pair_list(panel).currentIndex().row() == 0


def test_letters_do_not_jump_about_in_the_list(panel: PairsPanel) -> None:
    view = pair_list(panel)
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClicks(view, "t")
    assert view.currentIndex().row() == 0


def test_filter_and_order_are_announced_to_be_remembered(panel: PairsPanel) -> None:
    told = heard(panel.view_changed)
    choose(panel, "Which pairs", "copy")
    choose(panel, "In which order", "shuffled")
    assert told == [View("copy"), View("copy", "shuffled")]
    assert shown(panel) == ["two"]


def test_shuffling_again_takes_another_seed_and_announces_it(panel: PairsPanel) -> None:
    told = heard(panel.view_changed)
    again = part(panel, QToolButton, "Shuffle again")
    assert not again.isVisible()
    model_of(panel).set_sort("shuffled", 41)
    assert again.isVisible()
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    assert told[0][:2] == ("all", "shuffled")
    assert told[0].seed != 41


def test_the_order_is_turned_round_by_a_button(panel: PairsPanel) -> None:
    choose(panel, "In which order", "column:topic")
    assert shown(panel) == ["one", "two", "three"]
    turn = part(panel, QToolButton, "Ascending; press to turn the order round")
    choose(panel, "In which order", "list")
    QTest.mouseClick(turn, Qt.MouseButton.LeftButton)
    assert shown(panel) == ["three", "two", "one"]
    assert turn.accessibleName() == "Descending; press to turn the order round"
    choose(panel, "In which order", "similarity")
    assert turn.accessibleName() == "Descending; press to turn the order round"


def test_enter_in_the_search_opens_the_first_hit(panel: PairsPanel) -> None:
    wanted, left = heard(panel.pair_wanted), heard(panel.search_left)
    field = part(panel, QLineEdit)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert wanted == []
    QTest.keyClicks(field, "STORM")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (wanted, len(left)) == ([0], 1)
    QTest.keyClicks(field, "nothing like it")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (wanted, len(left)) == ([0], 1)


def popup_of(panel: PairsPanel) -> ConditionsPopup:
    QTest.mouseClick(part(panel, QToolButton, "Conditions"), Qt.MouseButton.LeftButton)
    found = panel.findChild(ConditionsPopup)
    assert isinstance(found, ConditionsPopup)
    assert found.isVisible()
    return found


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


def test_the_search_narrows_the_list_and_counts(panel: PairsPanel) -> None:
    field = part(panel, QLineEdit)
    QTest.keyClicks(field, "e.txt")
    assert shown(panel) == ["three"]
    words = label_texts(panel)
    assert "1 of 3" in words


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


def test_the_pair_in_the_window_stays_marked_when_it_is_filtered_away(panel: PairsPanel) -> None:
    panel.set_current(1)
    assert pair_list(panel).currentIndex().row() == 1
    model_of(panel).set_filter("unlabelled")
    panel.set_current(0)
    assert shown(panel) == ["one", "three"]
    model_of(panel).set_filter("all")
    panel.set_current(1)
    assert pair_list(panel).currentIndex().row() == 1


def test_states_can_be_told_apart_in_the_picture(panel: PairsPanel, qapp: QApplication) -> None:
    view = pair_list(panel)
    model = view.model()
    assert isinstance(model, PairsModel)
    pictures = []
    for state in (
        PairState(),
        PairState("copy"),
        PairState("copy", flagged=True),
        PairState("copy", note="n"),
        PairState("copy", changed=True),
        PairState("original"),
        PairState(problem=any_message("gone")),
    ):
        model.set_state(2, state)
        qapp.processEvents()
        pictures.append(view.viewport().grab(view.visualRect(model.index(2))).toImage())
    for number, picture in enumerate(pictures):
        assert picture not in pictures[:number]


def test_the_current_pair_stays_in_view_when_the_list_gets_shorter(
    panel: PairsPanel, qapp: QApplication
) -> None:
    found = pair_list(panel)
    model = found.model()
    assert isinstance(model, PairsModel)
    model.set_pairs([Pair(f"p{n}", "a.txt", "b.txt") for n in range(100)], {})
    panel.resize(240, 900)
    qapp.processEvents()
    panel.set_current(60)

    def in_view() -> bool:
        row = model.row_of(60)
        assert row is not None
        top = found.rowViewportPosition(row)
        return 0 <= top < found.viewport().height() - found.rowHeight(row) + 1

    assert in_view()
    panel.resize(240, 420)
    qapp.processEvents()
    assert in_view()
    found.verticalScrollBar().setValue(0)  # the reviewer looks elsewhere
    panel.resize(240, 460)
    qapp.processEvents()
    assert not in_view()


def test_what_comes_next_is_seen_too(panel: PairsPanel, qapp: QApplication) -> None:
    found = pair_list(panel)
    model = found.model()
    assert isinstance(model, PairsModel)
    model.set_pairs([Pair(f"p{n}", "a.txt", "b.txt") for n in range(100)], {})
    panel.resize(240, 900)
    qapp.processEvents()
    height = found.viewport().height()
    for at in (60, 30, 99, 0):
        panel.set_current(at)
        seen = [
            row
            for row in range(100)
            if 0 <= found.rowViewportPosition(row) <= height - found.rowHeight(row)
        ]
        assert at - seen[0] >= min(at, 3)
        assert seen[-1] - at >= min(99 - at, 3)
        if at in (60, 30):
            assert 3 in (at - seen[0], seen[-1] - at), "and the list scrolls no further"


def test_the_pair_of_the_window_is_seen_where_an_order_that_comes_late_puts_it(
    panel: PairsPanel, qapp: QApplication
) -> None:
    found = pair_list(panel)
    model = model_of(panel)
    measures = MeasureTable(100)
    listed = [Pair(f"p{n}", "a.txt", "b.txt") for n in range(100)]
    model.set_pairs(listed, {}, measures, View(sort="similarity"))
    panel.set_current(2)
    for index in range(100):  # what was looked up comes when the window is there already
        measures.put(index, Measures(0.5, index / 100, *range(13)))
    model.measured()
    model.sort_again()
    qapp.processEvents()
    row = model.row_of(2)
    assert row == 97
    assert found.currentIndex().row() == row
    assert 0 <= found.rowViewportPosition(row) < found.viewport().height()
    found.verticalScrollBar().setValue(0)  # the reviewer looks elsewhere
    model.set_states({50: PairState("copy")})
    assert found.verticalScrollBar().value() == 0


def test_the_popups_show_their_last_entry(panel: PairsPanel, look: QApplication) -> None:
    for box in panel.findChildren(QComboBox):
        QTest.mouseClick(box, Qt.MouseButton.LeftButton)
        QTest.qWait(100)
        assert box.view().isVisible()
        assert box.view().verticalScrollBar().maximum() == 0
        box.hidePopup()


def test_tooltip_and_screen_reader_have_the_whole_name_of_a_label(
    panel: PairsPanel, look: QApplication
) -> None:
    name = "x".join("abcdefghijklmnopqrstuvwxyz") + " written by another program"
    problem = any_message("It cannot be read.")
    model_of(panel).set_state(0, PairState(name, problem=problem))
    view = pair_list(panel)
    place = view.model().index(0, 0)
    assert name in place.data(Qt.ItemDataRole.AccessibleTextRole)
    event = QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(5, 5), QPoint(5, 5))
    delegate = view.itemDelegate()
    delegate.helpEvent(event, view, QStyleOptionViewItem(), place)
    assert name in QToolTip.text()
    assert "It cannot be read." in QToolTip.text()
    QToolTip.hideText()


def test_twelve_conditions_are_enough(panel: PairsPanel) -> None:
    popup = popup_of(panel)
    [add] = [b for b in popup.findChildren(QPushButton) if b.text() == "Add a condition"]
    for _ in range(11):
        assert add.isEnabled()
        add.click()
    assert not add.isEnabled()


@pytest.mark.parametrize(("columns", "scrolls"), [(6, False), (7, True)])
def test_eight_lines_of_details_are_seen_without_scrolling(
    panel: PairsPanel, qapp: QApplication, columns: int, scrolls: bool
) -> None:
    pair = Pair("one", "a.txt", "b.txt", details=tuple((f"c{n}", "x") for n in range(columns)))
    model_of(panel).set_pairs([pair], {})
    panel.set_current(0)
    qapp.processEvents()
    assert (details(panel).verticalScrollBar().maximum() > 0) is scrolls


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


def test_figures_of_a_comparison_are_not_drawn_while_they_are_hidden(panel: PairsPanel) -> None:
    model = panel.findChild(PairList).model()  # type: ignore[union-attr]
    assert isinstance(model, PairsModel)
    model.set_state(0, PairState(similarity=0.5))
    view = panel.findChild(PairList)
    assert view is not None
    model.set_sort("similarity")
    view.show_values("similarity")
    QApplication.processEvents()
    shown = view.grab().toImage()
    panel.hide_measures(True)
    hidden = view.grab().toImage()
    assert hidden != shown
    model.set_state(0, PairState(similarity=0.9))
    assert view.grab().toImage() == hidden
    panel.hide_measures(False)
    assert view.grab().toImage() not in (hidden, shown)
