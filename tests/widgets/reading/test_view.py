from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui.compare import ChangeKind, Comparison, SectionKind
from gui.documents import Span, read_text
from gui.widgets.reading import Difference, ReadingView
from gui.widgets.reading.roles import ROLES, Role, of

from .conftest import compared, long_pair, paint, several
from .made import made


def heard(signal: Any) -> list[Any]:
    """Return a list that collects what *signal* carries."""
    found: list[Any] = []
    signal.connect(lambda *values: found.append(values[0] if len(values) == 1 else values))
    return found


def other_pair() -> Comparison:
    """Return a pair that is another than the fixture's."""
    return several(2)


def settle(view: ReadingView) -> None:
    """Paint, and let idle work and posted signals have their turns."""
    for _ in range(40):
        view.surface.viewport().repaint()
        QApplication.processEvents()


def wait_for(told: Callable[[], object]) -> None:
    """Let events run until *told* answers with something."""
    for _ in range(1000):
        if told():
            return
        QTest.qWait(5)
    raise AssertionError("it did not come")


def top_of_current(view: ReadingView) -> int:
    """Return how far below the view's top the current difference stands."""
    picture = view.surface.picture
    assert picture is not None
    at = view.stepper.height_of_current()
    assert at is not None
    return at - view.surface.scrolling.value(picture.page)


def pixel_of(view: ReadingView, role: Role, offset: int) -> QPoint:
    """Return the middle of the character at *offset* in the view."""
    picture = view.surface.picture
    assert picture is not None
    page = picture.page
    number = page.row_of(role, offset)
    cell = page.cell(number, role)
    assert cell is not None
    box = cell.rectangles(Span(offset, offset + 1))[0]
    top = view.surface.scrolling.top_of(page, number) + page.space_above(number)
    return QPoint(
        round(page.column(role).text_left + box.center().x()), round(top + box.center().y())
    )


def in_pane(view: ReadingView, role: Role, at: QPoint) -> QPoint:
    return at - view.panes[role].pos()


# Showing


def test_painted_comes_once_for_a_pair_and_after_its_text(
    view: ReadingView, pair: Comparison
) -> None:
    painted, marked = heard(view.painted), heard(view.marked)
    view.show_documents(pair.reference, pair.candidate)
    assert painted == []
    settle(view)
    assert (painted, marked) == ([1], [])
    view.show_comparison(pair)
    settle(view)
    assert (painted, marked) == ([1], [1])
    view.show_comparison(other_pair())
    settle(view)
    assert (painted, marked) == ([1, 2], [1, 2])


def test_the_comparison_arrives_without_moving_the_text(
    view: ReadingView, pair: Comparison
) -> None:
    view.show_documents(pair.reference, pair.candidate)
    paint(view)
    view.surface.scroll_by(210)
    before = view.place()
    assert before is not None
    view.show_comparison(pair)
    after = view.place()
    assert after is not None
    text = of(pair, Role(before.role)).text
    assert text[before.offset :][:40] == of(pair, Role(after.role)).text[after.offset :][:40]


def test_a_comparison_that_arrives_puts_nothing_above_the_top(view: ReadingView) -> None:
    words = "no counterpart on the other side " * 8
    pair = made([("missing", f"Old {words}"), ("added", f"New {words}"), ("paired", "End")], [1, 2])
    view.show_documents(pair.reference, pair.candidate)
    paint(view)
    view.show_comparison(pair)
    paint(view)
    assert view.surface.scrolling.at_top


def test_a_new_pair_starts_at_its_top(view: ReadingView, pair: Comparison) -> None:
    view.show_comparison(pair)
    view.surface.scroll_by(300)
    view.show_comparison(other_pair())
    assert view.surface.scrolling.row == 0
    assert view.surface.scrolling.offset == 0


@pytest.mark.parametrize(("one", "other"), [("", "Some words."), ("Some words.", " \n "), ("", "")])
def test_empty_documents_are_said_to_be_empty(view: ReadingView, one: str, other: str) -> None:
    view.show_comparison(compared(one, other))
    paint(view)
    view.next_change()
    view.find("words")
    view.surface.scroll_by(50)
    paint(view)


def test_a_pair_of_empty_documents_counts_as_painted(view: ReadingView) -> None:
    painted = heard(view.painted)
    view.show_message("Loading")
    settle(view)
    assert painted == []
    view.show_comparison(compared("", ""))
    settle(view)
    assert painted == [1]


def test_a_message_is_shown_and_forgotten(view: ReadingView, pair: Comparison) -> None:
    view.show_comparison(pair)
    view.show_message("<b>No</b> file")
    paint(view)
    assert view.surface.message == "<b>No</b> file"
    assert view.current is None
    assert view.find("boats") == 0
    assert view.selected_text() == ""
    view.next_change()
    view.jump_to_twin()
    assert view.place() is None
    view.show_comparison(pair)
    assert view.surface.message == ""
    view.clear()
    assert view.surface.picture is None


def test_the_pane_keeps_the_focus_from_pair_to_pair(view: ReadingView, pair: Comparison) -> None:
    view.setFocus()
    for number in range(4):
        if number % 2:
            view.show_message("Loading")
        else:
            view.show_comparison(pair if number else other_pair())
        settle(view)
        assert view.pane_with_focus() is Role.REFERENCE


def test_tab_goes_from_pane_to_pane_in_the_order_on_the_screen(
    view: ReadingView, pair: Comparison
) -> None:
    view.show_comparison(pair)
    for swapped in (False, True):
        view.set_swapped(swapped)
        first = Role.CANDIDATE if swapped else Role.REFERENCE
        view.panes[first].setFocus()
        QTest.keyClick(view.panes[first], Qt.Key.Key_Tab)
        assert view.pane_with_focus() is first.other


# Stepping


def test_steps_reach_every_difference_and_wrap_with_a_notice(
    view: ReadingView, pair: Comparison
) -> None:
    view.show_comparison(pair)
    notices, currents = heard(view.notice), heard(view.current_changed)
    count = len(view.stepper.all)
    for _ in range(count):
        view.next_change()
    assert notices == []
    assert len(set(currents)) == count
    assert {d.change for d in currents if d.change is not None} == set(range(len(pair.changes)))
    view.next_change()
    assert len(notices) == 1
    assert currents[-1] == currents[0]
    view.previous_change()
    assert len(notices) == 2
    assert currents[-1] == currents[count - 1]


def test_the_current_difference_stands_a_third_from_the_top(view: ReadingView) -> None:
    view.show_comparison(long_pair())
    settle(view)
    third = view.surface.height_of_view // 3
    at_the_top = True
    for _ in range(len(view.stepper.all)):
        view.next_change()
        at_the_top = at_the_top and top_of_current(view) < third
        assert top_of_current(view) == third or at_the_top
    assert not at_the_top


def test_scrolling_back_from_past_the_end_does_not_jump(view: ReadingView) -> None:
    view.show_comparison(long_pair())
    settle(view)
    view.stepper.go_to(len(view.stepper.all) - 1)
    picture, surface = view.surface.picture, view.surface
    assert picture is not None
    end = surface.verticalScrollBar().maximum()
    at = surface.scrolling.value(picture.page)
    assert at > end
    surface.scroll_by(30)
    assert surface.scrolling.value(picture.page) == at
    surface.scroll_by(-30)
    assert surface.scrolling.value(picture.page) == at - 30
    surface.scroll_by(30)
    assert surface.scrolling.value(picture.page) == at - 30
    settle(view)
    assert surface.scrolling.value(picture.page) == at - 30
    surface.scroll_by(end - at)
    surface.scroll_by(surface.height_of_view)
    assert surface.scrolling.value(picture.page) == end


def test_a_text_that_fits_the_view_does_not_scroll(view: ReadingView) -> None:
    view.show_comparison(compared("One word.\n\nAnother here.", "One bird.\n\nAnother there."))
    for _ in range(3):
        view.next_change()
        assert view.surface.scrolling.row == 0
        assert view.surface.scrolling.offset == 0


def test_stepping_goes_on_from_where_one_has_scrolled(view: ReadingView) -> None:
    view.show_comparison(long_pair())
    view.next_change()
    first = view.current
    view.surface.scroll_to(view.surface.verticalScrollBar().maximum() // 2)
    in_view = [placed.number for placed in view.surface.rows_in_view()]
    view.next_change()
    assert view.current is not None
    assert first is not None
    assert view.current.row >= in_view[0] > first.row


def test_go_to_change_and_section(view: ReadingView, pair: Comparison) -> None:
    view.show_comparison(pair)
    for number in range(len(pair.changes)):
        view.go_to_change(number)
        assert view.current_change == number
    for number, section in enumerate(pair.sections):
        view.go_to_section(number)
        if section.kind is not SectionKind.PAIRED:
            assert view.current is not None
            assert (view.current.section, view.current.change) == (number, None)
            assert view.current_change is None
    view.go_to_change(10**6)
    view.go_to_section(-1)


def test_hidden_kinds_are_neither_marked_nor_stepped_to(
    view: ReadingView, pair: Comparison
) -> None:
    view.show_comparison(pair)
    view.set_shown(frozenset({"look-alike"}))
    view.next_change()
    assert view.current_change is not None
    assert pair.changes[view.current_change].kind is ChangeKind.LOOK_ALIKE
    view.set_shown(frozenset())
    notices = heard(view.notice)
    view.next_change()
    assert view.current is None
    assert notices


def test_a_jump_goes_to_the_moved_twin_and_back(view: ReadingView, pair: Comparison) -> None:
    view.show_comparison(pair)
    moved = next(n for n, s in enumerate(pair.sections) if s.kind is SectionKind.MOVED)
    view.go_to_section(moved)
    here = view.current
    view.jump_to_twin()
    there = view.current
    assert here is not None
    assert there is not None
    assert (here.section, here.row) != (there.section, there.row)
    assert here.section == there.section
    view.jump_to_twin()
    assert view.current == here


def test_a_click_into_a_moved_gap_goes_to_the_twin(view: ReadingView, pair: Comparison) -> None:
    view.show_comparison(pair)
    moved = next(n for n, s in enumerate(pair.sections) if s.kind is SectionKind.MOVED)
    view.go_to_section(moved)
    here = view.current
    assert here is not None
    picture = view.surface.picture
    assert picture is not None
    row = picture.page.rows[here.row]
    gap = Role.CANDIDATE if row.candidate is None else Role.REFERENCE
    pane = view.panes[gap]
    at = QPoint(pane.width() // 2, top_of_current(view) + 5)
    QTest.mouseClick(pane, Qt.MouseButton.LeftButton, pos=at)
    assert view.current is not None
    assert view.current.row == row.twin


def test_a_new_pair_has_no_current_difference(view: ReadingView, pair: Comparison) -> None:
    view.show_comparison(pair)
    view.next_change()
    currents = heard(view.current_changed)
    view.show_documents(read_text("Other words."), pair.candidate)
    assert currents == [None]
    assert view.current_change is None


# Pointing


def test_hover_marks_both_twins_and_the_tip_is_plain(view: ReadingView) -> None:
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
        assert view.surface.picture is not None
        assert view.surface.picture.hover == found
        assert view.pointer.tip(role, at) == "Substitution: “phone” became “telephone”"
    view.panes[Role.REFERENCE].pointed.emit(Role.REFERENCE, None)
    assert view.surface.picture is not None
    assert view.surface.picture.hover is None


def test_the_tip_names_an_unseen_character(view: ReadingView) -> None:
    view.show_comparison(compared("A password.", "A pass\u200bword."))
    tip = view.pointer.tip(Role.CANDIDATE, pixel_of(view, Role.CANDIDATE, 6))
    assert "ZERO WIDTH SPACE (U+200B)" in tip
    assert tip.startswith("Look-alike: “password”")


# Selecting


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
    settle(view)
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


# Finding


def test_finding_counts_and_goes_round_in_both_panes(view: ReadingView, pair: Comparison) -> None:
    view.show_comparison(pair)
    hits = heard(view.hits_changed)
    count = view.find("herring")
    both = pair.reference.text + pair.candidate.text
    assert count == both.lower().count("herring")
    assert hits[-1] == (1, count)
    for _ in range(count):
        view.find_next()
    assert hits[-1] == (1, count)
    view.find_previous()
    assert hits[-1] == (count, count)
    paint(view)
    assert view.find("") == 0
    assert hits[-1] == (0, 0)


# Folding


def folded(view: ReadingView) -> Comparison:
    same = "Every word of this stays as it is written here. " * 8
    pair = compared(f"A dog ran.\n\n{same}\n\nIt rained.", f"A cat ran.\n\n{same}\n\nIt snowed.")
    view.show_comparison(pair)
    view.set_folding(True)
    paint(view)
    return pair


def test_equal_stretches_fold_and_open_by_a_click(view: ReadingView) -> None:
    folded(view)
    picture = view.surface.picture
    assert picture is not None
    (fold,) = picture.page.folds.values()
    assert fold.words == 80
    bar = view.surface.rows_in_view()[1]
    assert bar.number == fold.first
    pane = view.panes[Role.REFERENCE]
    QTest.mouseClick(pane, Qt.MouseButton.LeftButton, pos=QPoint(60, bar.text_top + 4))
    assert picture.page.folds == {}
    paint(view)


def test_a_hit_in_a_fold_opens_it(view: ReadingView) -> None:
    folded(view)
    view.find("every word")
    assert view.surface.picture is not None
    assert view.surface.picture.page.folds == {}


def test_a_section_in_a_fold_is_opened_to_go_there(view: ReadingView) -> None:
    folded(view)
    view.go_to_section(1)
    assert view.surface.picture is not None
    assert view.surface.picture.page.folds == {}


# Looks and manners


def test_ctrl_and_wheel_zooms_and_the_wheel_alone_scrolls(
    view: ReadingView, pair: Comparison
) -> None:
    view.show_comparison(pair)
    settle(view)
    zooms = heard(view.zoom_changed)

    def wheel(delta: int, keys: Qt.KeyboardModifier) -> None:
        place = QPointF(100, 100)
        event = QWheelEvent(
            place,
            place,
            QPoint(),
            QPoint(0, delta),
            Qt.MouseButton.NoButton,
            keys,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view.surface.viewport(), event)

    wheel(120, Qt.KeyboardModifier.ControlModifier)
    wheel(-120, Qt.KeyboardModifier.ControlModifier)
    assert zooms == [110, 100]
    wheel(-120, Qt.KeyboardModifier.NoModifier)
    assert view.surface.verticalScrollBar().value() == 3 * view.surface.typography.line
    for _ in range(30):
        view.zoom_in()
    assert view.zoom == 300
    for _ in range(30):
        view.zoom_out()
    assert view.zoom == 60
    view.zoom_reset()
    assert view.zoom == 100


def test_an_unknown_font_style_is_refused(view: ReadingView) -> None:
    view.set_font_style("sans")
    with pytest.raises(ValueError, match="fraktur"):
        view.set_font_style("fraktur")


def test_panes_have_names_and_tell_the_current_difference(
    view: ReadingView, pair: Comparison
) -> None:
    view.show_comparison(pair)
    assert view.panes[Role.REFERENCE].accessibleName() == "Reference: reference.txt"
    assert view.panes[Role.CANDIDATE].accessibleName() == "Candidate: candidate.txt"
    view.go_to_change(0)
    assert view.panes[Role.CANDIDATE].accessibleDescription() == view.stepper.text_of(
        view.stepper.all[view.stepper.all.index(view.current)]  # type: ignore[arg-type]
    )


def test_the_place_is_given_back(view: ReadingView, pair: Comparison) -> None:
    view.show_comparison(pair)
    view.surface.scroll_by(250)
    place = view.place()
    view.surface.scroll_to(0)
    view.restore_place(place)
    assert view.place() == place
    view.restore_place(None)
    assert view.place() == place


def test_the_overview_shows_each_kind_where_it_is_and_takes_clicks(
    view: ReadingView, pair: Comparison
) -> None:
    view.show_comparison(long_pair())
    settle(view)
    wait_for(lambda: view.strip.stretches)
    kinds = {s.kind for s in view.strip.stretches}
    assert {"missing", "added", "substitution", "look-alike", "moved"} <= kinds
    assert all(0 <= s.start <= s.end <= 1 for s in view.strip.stretches)
    bar = view.surface.verticalScrollBar()
    strip = view.strip
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(10, strip.height() // 2))
    assert abs(bar.value() - bar.maximum() / 2) < view.surface.height_of_view / 2
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(10, strip.height() - 1))
    assert bar.value() == bar.maximum()
    strip.repaint()


def test_the_context_menu_offers_the_other_place_of_a_moved_section(
    view: ReadingView, pair: Comparison
) -> None:
    view.show_comparison(pair)
    moved = next(n for n, s in enumerate(pair.sections) if s.kind is SectionKind.MOVED)
    view.go_to_section(moved)
    at = QPoint(50, top_of_current(view) + 5)
    menu = view.pointer.make_menu(Role.REFERENCE, at)
    assert [a.text() for a in menu.actions() if not a.isSeparator()] == [
        "Copy",
        "Select All of This Document",
        "Go to Where This Section Moved",
    ]
    menu.deleteLater()


def test_the_head_asks_for_another_encoding(view: ReadingView, pair: Comparison) -> None:
    view.show_documents(read_text("é", name="a/x.txt", encoding="latin-1"), pair.candidate)
    wanted = heard(view.encoding_wanted)
    button = view.header.encoding_button(Role.REFERENCE)
    assert button.text() == "latin-1"
    button.click()
    assert wanted == [Role.REFERENCE]


def test_texts_that_face_each_other_are_painted_stepped_and_pointed_to(view: ReadingView) -> None:
    blocks = [("missing", "lost words " * 40), ("added", "other things " * 40), ("paired", "End")]
    view.show_comparison(made(blocks, [1, 2]))
    paint(view)
    kinds = []
    for _ in range(2):
        view.next_change()
        paint(view)
        assert view.current is not None
        kinds.append(view.current.kind)
    assert kinds == ["missing", "added"]
    for role, kind in ((Role.REFERENCE, "missing"), (Role.CANDIDATE, "added")):
        found = view.pointer.difference_at(role, pixel_of(view, role, 0))
        assert found is not None
        assert found.kind == kind
        assert f"Section {kind}" in view.pointer.tip(role, pixel_of(view, role, 0))


def test_a_click_on_the_arrow_in_the_gutter_goes_to_the_twin(
    view: ReadingView, pair: Comparison
) -> None:
    view.show_comparison(pair)
    moved = next(n for n, s in enumerate(pair.sections) if s.kind is SectionKind.MOVED)
    view.go_to_section(moved)
    here = view.current
    handle = view.findChild(QWidget, "gutter")
    assert isinstance(handle, QWidget)
    at = QPoint(handle.width() // 2, top_of_current(view) + 8)
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=at)
    assert view.current is not None
    assert here is not None
    assert view.current.section == here.section
    assert view.current.row != here.row
