"""Pointing at the text, selecting and copying it, and its keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.compare import Comparison
from gui.widgets.reading import Difference, ReadingView
from gui.widgets.reading.counterparts import ROLES, Role, of

from .conftest import compared, paint
from .view_helpers import do_idle_work, in_pane, pixel_of, shown_picture


def test_hover_marks_both_counterparts_and_the_tip_is_plain(view: ReadingView) -> None:
    pair = compared("The <b>phone</b> rang twice today.", "The <b>telephone</b> rang twice today.")
    view.show_comparison(pair)
    paint(view)
    (change,) = pair.changes
    for role in ROLES:
        span = of(change, role)
        assert span is not None
        at = pixel_of(view, role, span.start)
        found = view.pointer.difference_at(role, at)
        assert found == Difference("substitution", 0, 0, 0)
        QTest.mouseMove(view.panes[role], in_pane(view, role, at))
        view.panes[role].pointed.emit(role, at)
        assert shown_picture(view).hover == found
        assert view.pointer.tip(role, at) == "Substitution: “phone” became “telephone”"
    view.panes[Role.REFERENCE].pointed.emit(Role.REFERENCE, None)
    assert shown_picture(view).hover is None


def test_the_tip_names_an_unseen_character(view: ReadingView) -> None:
    view.show_comparison(compared("A password.", "A pass\u200bword."))
    tip = view.pointer.tip(Role.CANDIDATE, pixel_of(view, Role.CANDIDATE, 6))
    assert "ZERO WIDTH SPACE (U+200B)" in tip
    assert tip.startswith("Look-alike: “password”")


def test_a_selection_over_sections_is_copied_from_the_document(
    view: ReadingView, pair: Comparison, qapp: QApplication
) -> None:
    view.show_comparison(pair)
    paint(view)
    text = pair.reference.text
    start, end = text.index("boats on"), text.index("season")
    pane = view.panes[Role.REFERENCE]
    QTest.mousePress(
        pane,
        Qt.MouseButton.LeftButton,
        pos=in_pane(view, Role.REFERENCE, pixel_of(view, Role.REFERENCE, 0)),
    )
    pane.pressed.emit(Role.REFERENCE, pixel_of(view, Role.REFERENCE, 7) - QPoint(3, 0), False)
    pane.dragged.emit(Role.REFERENCE, pixel_of(view, Role.REFERENCE, end) - QPoint(3, 0))
    assert view.selected_text() == text[7:end]
    assert "\n\n3 May 2021\n\n" in view.selected_text()
    assert start < end
    QTest.keyClick(pane, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == text[7:end]


def test_a_double_click_selects_a_word_and_ctrl_a_everything(
    view: ReadingView, pair: Comparison
) -> None:
    view.show_comparison(pair)
    paint(view)
    role = Role.CANDIDATE
    pane = view.panes[role]
    at = pixel_of(view, role, pair.candidate.text.index("harbour") + 3)
    QTest.mouseDClick(pane, Qt.MouseButton.LeftButton, pos=in_pane(view, role, at))
    assert view.selected_text() == "harbour"
    QTest.keyClick(pane, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.selected_text() == pair.candidate.text


def test_text_that_is_drawn_otherwise_is_copied_as_it_is(view: ReadingView) -> None:
    odd = "a\u200bb \u202edc\xa0e\u2028f 😀 \ud800"
    view.show_comparison(compared(odd, "other words"))
    QTest.keyClick(view.panes[Role.REFERENCE], Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.selected_text() == odd


def test_shift_and_arrows_select_in_the_pane_with_the_focus(
    view: ReadingView, pair: Comparison
) -> None:
    view.show_comparison(pair)
    paint(view)
    role = Role.REFERENCE
    pane = view.panes[role]
    QTest.mouseClick(
        pane,
        Qt.MouseButton.LeftButton,
        pos=in_pane(view, role, pixel_of(view, role, 0) - QPoint(4, 0)),
    )
    shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    for _ in range(3):
        QTest.keyClick(pane, Qt.Key.Key_Right, shift)
    assert view.selected_text() == "Nin"
    QTest.keyClick(pane, Qt.Key.Key_Right, shift | control)
    assert view.selected_text() == "Ninety "
    QTest.keyClick(pane, Qt.Key.Key_End, shift)
    assert view.selected_text() == "Ninety boats and one lamp"
    QTest.keyClick(pane, Qt.Key.Key_Down, shift)
    assert view.selected_text() == "Ninety boats and one lamp\n\n3 May 2021"
    QTest.keyClick(pane, Qt.Key.Key_End, shift | control)
    assert view.selected_text() == pair.reference.text
    QTest.keyClick(pane, Qt.Key.Key_Home, shift | control)
    assert view.selected_text() == ""


def test_bare_keys_scroll(view: ReadingView, pair: Comparison) -> None:
    view.show_comparison(pair)
    do_idle_work(view)
    pane, bar = view.panes[Role.CANDIDATE], view.surface.verticalScrollBar()
    QTest.keyClick(pane, Qt.Key.Key_Down)
    assert bar.value() > 0
    QTest.keyClick(pane, Qt.Key.Key_Up)
    assert bar.value() == 0
    QTest.keyClick(pane, Qt.Key.Key_PageDown)
    assert bar.value() > 200
    QTest.keyClick(pane, Qt.Key.Key_PageUp)
    assert bar.value() == 0
    QTest.keyClick(pane, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    QTest.keyClick(pane, Qt.Key.Key_Home)
    assert bar.value() == 0
