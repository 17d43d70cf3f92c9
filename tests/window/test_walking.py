"""The way through a list: where an order begins, how a search ends, what the end page says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from string import Formatter

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton

from gui.messages import Message
from gui.messages.about_pairs import AboutReview
from gui.review.measures import Measures
from gui.review.pair_list.pair_fields import View
from gui.review.pair_list.pairs_model import VALUE_ROLE
from gui.review.preparing.preparing import Prepared, Preparer
from gui.widgets.controls.buttons import LinkButton
from gui.widgets.pairs.conditions import value_text
from gui.widgets.pairs.pair_list import PairsPanel
from gui.widgets.window.end_page import EndPanel
from tests.review.waiting import wait_until
from tests.widgets.widget_helpers import label_texts
from tests.window.driving import Driver, write_pairs
from tests.window.harbour_articles import ARTICLE

NAMES = ("one", "two", "three", "four")
YEARS = {"one": 1999, "two": 2020, "three": 1987, "four": 2001}


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """Four pairs with a column that orders them otherwise, the second of which is long."""
    path = write_pairs(tmp_path / "pairs", NAMES)
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    lines = [f"{row},{YEARS[row.partition(',')[0]]}" for row in rows]
    path.write_text("\n".join((f"{header},year", *lines)) + "\n", encoding="utf-8")
    long = "\n\n".join(f"{ARTICLE} {number}" for number in range(40))
    for name in ("reference", "candidate"):
        (path.parent / "two" / f"{name}.txt").write_text(long, encoding="utf-8")
    return path


def current(driver: Driver) -> str:
    pair = driver.session.pair.pair
    assert pair is not None
    return pair.id


def panel_of(driver: Driver) -> PairsPanel:
    assert driver.window is not None
    panel = driver.window.findChild(PairsPanel)
    assert isinstance(panel, PairsPanel)
    return panel


def choose(driver: Driver, value: str) -> None:
    """Choose the filter or order *value* above the list."""
    boxes = panel_of(driver).findChildren(QComboBox)
    box = next(box for box in boxes if box.findData(value) >= 0)
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def end_of(driver: Driver) -> EndPanel:
    assert driver.window is not None
    stage = driver.window.views.stage
    wait_until(lambda: stage.end.shown)
    return stage.end.part


def test_a_new_order_begins_at_its_first_pair_without_a_label(driver: Driver, listed: Path) -> None:
    driver.open(listed)
    choose(driver, "column:year")
    driver.wait_for_pair()
    assert current(driver) == "three"
    driver.press("2")
    driver.wait_for_pair()
    assert current(driver) == "one"
    choose(driver, "list")
    driver.wait_for_pair()
    assert current(driver) == "one"
    choose(driver, "column:year")
    driver.wait_for_pair()
    assert current(driver) == "one", "three has a label"


def test_who_is_in_the_middle_of_a_pair_stays_there(driver: Driver, listed: Path) -> None:
    window = driver.open(listed)
    driver.press("j")
    driver.wait_for_pair()
    window.views.reading.setFocus()
    driver.press(Qt.Key.Key_PageDown)
    choose(driver, "column:year")
    assert current(driver) == "two"
    driver.press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    choose(driver, "column:year")
    driver.wait_for_pair()
    assert current(driver) == "three"


def sort_again(driver: Driver) -> None:
    again = panel_of(driver).findChild(LinkButton)
    assert isinstance(again, LinkButton)
    assert again.isVisibleTo(panel_of(driver))
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    driver.wait_for_pair()


def test_sorting_again_begins_where_a_new_order_does(driver: Driver, listed: Path) -> None:
    window = driver.open(listed)
    choose(driver, "length")
    driver.press("j")
    driver.press("j")
    driver.wait_for_pair()
    measures, model = driver.session.book, window.views.pairs_model
    assert measures is not None
    for index, words in enumerate((40, 30, 20, 10)):
        measures.measures.put(index, Measures(0.5, 0.5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, words, 0))
    model.measured()
    before = current(driver)
    sort_again(driver)
    assert current(driver) == NAMES[model.shown()[0]] != before


def test_an_order_by_decisions_begins_at_its_top_and_stays(driver: Driver, listed: Path) -> None:
    driver.open(listed)
    driver.press("2")
    driver.wait_for_pair()
    driver.press("3")
    driver.wait_for_pair()
    assert current(driver) == "three"
    choose(driver, "label")
    driver.wait_for_pair()
    assert current(driver) == "one", "to be looked at again"
    driver.press("j")
    driver.wait_for_pair()
    driver.press("f")
    sort_again(driver)
    assert current(driver) == "two"


def test_who_is_new_begins_at_the_first_pair_of_the_order(driver: Driver, listed: Path) -> None:
    driver.settings.remember_view(str(listed), View(sort="column:year").texts())
    driver.open(listed)
    assert current(driver) == "three"
    driver.close()
    driver.settings.remember_view(str(listed), View(sort="column:year", turned=True).texts())
    driver.open(listed)
    assert current(driver) == "three", "this is where ada stopped"
    driver.close()
    driver.open(listed, annotator="bob")
    assert current(driver) == "two"


def test_a_list_that_is_opened_later_begins_in_its_order_too(driver: Driver, listed: Path) -> None:
    driver.settings.remember_view(str(listed), View(sort="column:year").texts())
    other = write_pairs(listed.parent / "other", ("alpha", "beta"))
    window = driver.open(other)
    window.opening.open_dropped([str(listed)])
    wait_until(lambda: len(driver.session.pairs) == 4)
    driver.wait_for_pair()
    assert current(driver) == "three"


def test_enter_ends_the_search_at_the_pair_that_was_found(driver: Driver, listed: Path) -> None:
    window = driver.open(listed)
    field = panel_of(driver).findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setFocus()
    driver.type("three")
    assert len(driver.session.order) == 1
    driver.press(Qt.Key.Key_Return)
    driver.wait_for_pair()
    assert (current(driver), field.text(), len(driver.session.order)) == ("three", "", 4)
    assert window.views.reading.isAncestorOf(driver.focus()) or (
        driver.focus() is window.views.reading
    )
    driver.press("2")
    driver.wait_for_pair()
    assert current(driver) == "four"


def test_a_key_leads_to_the_search_also_where_the_list_is_folded(
    driver: Driver, listed: Path
) -> None:
    window = driver.open(listed)
    window.actions_by_name["show-pairs"].trigger()
    if panel_of(driver).isVisible():
        window.actions_by_name["show-pairs"].trigger()
    driver.press("f", Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert panel_of(driver).isVisible()
    driver.type("three")
    driver.press(Qt.Key.Key_Return)
    driver.wait_for_pair()
    assert current(driver) == "three"
    driver.press("2")  # the keys are the pair's again
    driver.wait_for_pair()
    assert current(driver) == "four"


def test_the_end_of_a_filtered_list_says_what_is_left(driver: Driver, listed: Path) -> None:
    (listed.parent / "two" / "candidate.txt").unlink()
    driver.open(listed)
    driver.press("j")
    driver.wait_for_pair()
    assert driver.session.pair.problem is not None
    choose(driver, "unreadable")
    driver.press("j", Qt.KeyboardModifier.ShiftModifier)
    if not driver.window.views.stage.end.shown:  # type: ignore[union-attr]
        driver.press("j", Qt.KeyboardModifier.ShiftModifier)
    end = end_of(driver)
    said = label_texts(end)
    assert "The list shows no pair that is left to label" in said
    assert "3 pairs that the list does not show are left to label." in said
    everything = next(b for b in end.findChildren(QPushButton) if b.text() == "Show all pairs")
    everything.click()
    driver.wait_for_pair()
    assert (current(driver), len(driver.session.order)) == ("one", 4)


def test_no_figures_of_a_pair_stand_beside_the_end(driver: Driver, tmp_path: Path) -> None:
    window = driver.open(write_pairs(tmp_path / "pairs", ("one", "two")))
    evidence = window.views.evidence

    def figures() -> set[str]:
        return {label.text() for label in evidence.findChildren(QLabel) if "%" in label.text()}

    for _ in range(2):
        driver.press("2")
        wait_until(lambda: window.views.stage.end.shown or figures())
        driver.look()
    end = end_of(driver)
    assert figures() == set()
    assert evidence.ledger.findChildren(QLabel)
    end.back_wanted.emit()
    wait_until(figures)


def test_a_share_is_one_figure_in_list_and_evidence(driver: Driver, tmp_path: Path) -> None:
    path = write_pairs(tmp_path / "pairs", ("one", "two"))
    window = driver.open(path)
    book, comparison = driver.session.book, driver.session.pair.comparison
    assert book is not None
    assert comparison is not None
    for share in (0.94746, 0.94754, 0.94749999, 0.99999, 0.00001, 0.12345):
        similarity = comparison.similarity._replace(verbatim=share)
        found = replace(comparison, similarity=similarity)
        window.views.evidence.set_comparison(found)
        book.measures.put(0, Measures.of(found))
        model = window.views.pairs_model
        model.set_sort("verbatim")
        listed = value_text("verbatim", model.index(model.row_of(0) or 0).data(VALUE_ROLE))
        assert listed in {label.text() for label in window.views.evidence.findChildren(QLabel)}


def test_a_box_above_the_list_leaves_the_keys_to_the_text(driver: Driver, listed: Path) -> None:
    window = driver.open(listed)
    window.resize(1500, 800)
    wait_until(lambda: panel_of(driver).isVisible())
    boxes = [box for box in panel_of(driver).findChildren(QComboBox) if box.isVisible()]
    assert len(boxes) == 2
    for box in boxes:
        before, index = driver.focus(), box.currentIndex()
        assert window.views.reading.isAncestorOf(before) or before is window.views.reading
        QTest.mouseClick(box, Qt.MouseButton.LeftButton)
        box.hidePopup()
        QTest.keyClick(driver.focus(), Qt.Key.Key_PageDown)
        turn = QWheelEvent(
            QPointF(5, 5), QPointF(box.mapToGlobal(QPoint(5, 5))), QPoint(), QPoint(0, -120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(box, turn)
        assert (driver.focus(), box.currentIndex()) == (before, index)


def test_panels_leave_the_text_its_room(driver: Driver, listed: Path) -> None:
    window = driver.open(listed)
    actions, views = window.actions_by_name, window.views
    shown = {"show-pairs": panel_of(driver), "show-evidence": views.evidence}
    for width in (640, 700, 1000):
        window.resize(width, 700)
        wait_until(lambda width=width: window.width() == width)  # type: ignore[misc]
        for name in ("show-pairs", "show-evidence", "show-pairs"):
            actions[name].trigger()
            QApplication.processEvents()
            assert [other for other, part in shown.items() if part.isVisible()] == [name], width
            assert [other for other in shown if actions[other].isChecked()] == [name], width
            assert views.reading.width() > 270, width
        window.resize(1200, 700)
        wait_until(lambda: window.width() == 1200)
        actions["show-evidence"].trigger()
        assert all(part.isVisible() for part in shown.values()), width
        window.resize(width, 700)
        QApplication.processEvents()
        assert [name for name, part in shown.items() if part.isVisible()] == ["show-evidence"]


def test_the_window_has_the_right_of_way_from_the_key_to_the_painted_pair(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver.open(write_pairs(tmp_path))
    driver.look()
    way = driver.session.right_of_way
    told: list[str] = []
    monkeypatch.setattr(way, "take", lambda: told.append("taken"))
    monkeypatch.setattr(way, "give_back", lambda: told.append("given back"))
    for key in Qt.Key.Key_2, Qt.Key.Key_K:
        told.clear()
        driver.press(key)
        wait_until(lambda: "given back" in told)
        assert told[0] == "taken"


GO_WITH_THE_PAIR = ("FIRST_PAIR", "LAST_PAIR", "NONE_LEFT", "ONLY_OPEN_PAIR")
GO_WITH_THE_NEXT = (
    *("PASSED_OVER", "PASSED_OVER_MANY", "PASSED_OVER_MIXED"),
    *("DOUBLE_PASSED_OVER", "DOUBLES_PASSED_OVER"),
)


def test_what_is_said_of_the_way_goes_when_the_pair_that_it_led_to_goes(
    driver: Driver, listed: Path
) -> None:
    toast = driver.open(listed).views.toast
    pair = 100
    for name in (*GO_WITH_THE_PAIR, *GO_WITH_THE_NEXT):
        code = AboutReview[name]
        places = [field for _, field, _, _ in Formatter().parse(code.value) if field]
        driver.session.notice.emit(Message(code, **dict.fromkeys(places, 2)))
        if name in GO_WITH_THE_NEXT:
            pair += 1
            toast.pair_came(pair)
        assert toast.isVisible(), name
        pair += 1
        toast.pair_came(pair)
        assert not toast.isVisible(), name


def test_the_next_three_pairs_without_a_label_are_prepared_before_their_turn(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted: list[tuple[int, set[int]]] = []

    def want(preparer: Preparer, key: int, ahead: Sequence[int] = ()) -> Prepared | None:
        wanted.append((key, set(ahead)))
        return as_ever(preparer, key, ahead)

    as_ever = Preparer.want
    monkeypatch.setattr(Preparer, "want", want)
    driver.open(write_pairs(tmp_path / "pairs", tuple("abcdef")))
    assert wanted[-1] == (0, {1, 2, 3})
