"""The list of pairs by keys and mouse: search, order, filter, conditions, details."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QStyleOptionViewItem,
    QToolButton,
    QToolTip,
)

from gui.labels import Pair
from gui.review.measures import Measures, MeasureTable
from gui.review.pair_list.pair_fields import View
from gui.review.pair_list.pair_state import PairState
from gui.review.pair_list.pairs_model import PairsModel
from gui.widgets.pairs.pair_details import PairDetails
from gui.widgets.pairs.pair_list import PairListView, PairsPanel
from tests.any_message import any_message
from tests.widgets.pairs.pair_panels import choose, model_of, pair_list, part, shown
from tests.widgets.widget_helpers import heard, label_texts


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
    turn = part(panel, QToolButton, "Ascending; press to reverse the order")
    choose(panel, "In which order", "list")
    QTest.mouseClick(turn, Qt.MouseButton.LeftButton)
    assert shown(panel) == ["three", "two", "one"]
    assert turn.accessibleName() == "Descending; press to reverse the order"
    choose(panel, "In which order", "similarity")
    assert turn.accessibleName() == "Descending; press to reverse the order"


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


def test_the_search_narrows_the_list_and_counts(panel: PairsPanel) -> None:
    field = part(panel, QLineEdit)
    QTest.keyClicks(field, "e.txt")
    assert shown(panel) == ["three"]
    words = label_texts(panel)
    assert "1 of 3" in words


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


def test_figures_of_a_comparison_are_not_drawn_while_they_are_hidden(panel: PairsPanel) -> None:
    model = panel.findChild(PairListView).model()  # type: ignore[union-attr]
    assert isinstance(model, PairsModel)
    model.set_state(0, PairState(similarity=0.5))
    view = panel.findChild(PairListView)
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


def test_pairs_called_by_their_paths_are_told_apart_in_a_narrow_list(
    panel: PairsPanel, qapp: QApplication
) -> None:
    """Of such an id, the beginning of one path and the end of the other were shown."""
    far = "../../../../home/anna/articles"
    names = [("harbour", "storm"), ("harbour", "ferry"), ("tram", "storm")]
    model = model_of(panel)
    paths = [(f"{far}/week-{one}.txt", f"{far}/spun/{two}-copy.txt") for one, two in names]
    model.set_pairs([Pair("|".join(two), *two) for two in paths], {})
    view = pair_list(panel)
    panel.resize(220, panel.height())
    qapp.processEvents()
    pictures = [
        view.viewport().grab(view.visualRect(model.index(row))).toImage() for row in range(3)
    ]
    assert all(pictures.count(picture) == 1 for picture in pictures)


def test_list_and_details_make_do_with_two_lines_each_on_a_low_screen(
    panel: PairsPanel, qapp: QApplication
) -> None:
    """They kept room for more, and the label bar was cut where a large font met a small screen."""
    model = model_of(panel)
    columns = tuple((f"column {number}", "value") for number in range(8))
    pairs = [Pair(f"p-{number}", "a.txt", "b.txt", details=columns) for number in range(9)]
    model.set_pairs(pairs, {})
    panel.set_current(0)
    panel.resize(230, panel.minimumSizeHint().height())
    qapp.processEvents()
    details = panel.findChild(PairDetails)
    assert isinstance(details, PairDetails)
    for view in (pair_list(panel), details):
        line = view.verticalHeader().defaultSectionSize()
        assert 2 * line <= view.viewport().height() < 3 * line
