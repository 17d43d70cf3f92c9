"""Going from difference to difference."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gui.compare import ChangeKind, Comparison, SectionKind
from gui.documents import read_text
from gui.widgets.reading import ReadingView
from gui.widgets.reading.counterparts import Role
from tests.widgets.widget_helpers import heard

from .conftest import compared, long_pair
from .view_helpers import do_idle_work, shown_picture, top_of_current


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
    do_idle_work(view)
    third = view.surface.height_of_view // 3
    at_the_top = True
    for _ in range(len(view.stepper.all)):
        view.next_change()
        at_the_top = at_the_top and top_of_current(view) < third
        assert top_of_current(view) == third or at_the_top
    assert not at_the_top


def test_scrolling_back_from_past_the_end_does_not_jump(view: ReadingView) -> None:
    view.show_comparison(long_pair())
    do_idle_work(view)
    view.stepper.go_to(len(view.stepper.all) - 1)
    picture, surface = shown_picture(view), view.surface
    end = surface.verticalScrollBar().maximum()
    at = surface.scrolling.value(picture.layout)
    assert at > end
    surface.scroll_by(30)
    assert surface.scrolling.value(picture.layout) == at
    surface.scroll_by(-30)
    assert surface.scrolling.value(picture.layout) == at - 30
    surface.scroll_by(30)
    assert surface.scrolling.value(picture.layout) == at - 30
    do_idle_work(view)
    assert surface.scrolling.value(picture.layout) == at - 30
    surface.scroll_by(end - at)
    surface.scroll_by(surface.height_of_view)
    assert surface.scrolling.value(picture.layout) == end


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


def test_a_jump_goes_to_the_moved_counterpart_and_back(view: ReadingView, pair: Comparison) -> None:
    view.show_comparison(pair)
    moved = next(n for n, s in enumerate(pair.sections) if s.kind is SectionKind.MOVED)
    view.go_to_section(moved)
    here = view.current
    view.jump_to_counterpart()
    there = view.current
    assert here is not None
    assert there is not None
    assert (here.section, here.row) != (there.section, there.row)
    assert here.section == there.section
    view.jump_to_counterpart()
    assert view.current == here


def test_a_click_into_a_moved_gap_goes_to_the_counterpart(
    view: ReadingView, pair: Comparison
) -> None:
    view.show_comparison(pair)
    moved = next(n for n, s in enumerate(pair.sections) if s.kind is SectionKind.MOVED)
    view.go_to_section(moved)
    here = view.current
    assert here is not None
    picture = shown_picture(view)
    row = picture.layout.rows[here.row]
    gap = Role.CANDIDATE if row.candidate is None else Role.REFERENCE
    pane = view.panes[gap]
    at = QPoint(pane.width() // 2, top_of_current(view) + 5)
    QTest.mouseClick(pane, Qt.MouseButton.LeftButton, pos=at)
    assert view.current is not None
    assert view.current.row == row.counterpart


def test_a_new_pair_has_no_current_difference(view: ReadingView, pair: Comparison) -> None:
    view.show_comparison(pair)
    view.next_change()
    currents = heard(view.current_changed)
    view.show_documents(read_text("Other words."), pair.candidate)
    assert currents == [None]
    assert view.current_change is None
