"""Going from difference to difference."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gui.compare import ChangeKind, Comparison, SectionKind
from gui.documents import read_text
from gui.widgets.reading import ReadingView
from gui.widgets.reading.counterparts import ROLES, Role, of
from tests.widgets.widget_helpers import heard

from .conftest import compared, long_pair
from .view_helpers import do_idle_work, in_pane, pixel_of, shown_picture, top_of_current


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


def current_change(view: ReadingView) -> int | None:
    """Return the number of the current change; None where none, or a whole section, is current."""
    return view.current.change if view.current is not None else None


def test_go_to_change_and_section(view: ReadingView, pair: Comparison) -> None:
    view.show_comparison(pair)
    for number in range(len(pair.changes)):
        view.go_to_change(number)
        assert current_change(view) == number
    for number, section in enumerate(pair.sections):
        view.go_to_section(number)
        if section.kind is not SectionKind.PAIRED:
            assert view.current is not None
            assert (view.current.section, view.current.change) == (number, None)
            assert current_change(view) is None
    view.go_to_change(10**6)
    view.go_to_section(-1)


def test_hidden_kinds_are_neither_marked_nor_stepped_to(
    view: ReadingView, pair: Comparison
) -> None:
    view.show_comparison(pair)
    view.set_shown(frozenset({"look-alike"}))
    view.next_change()
    number = current_change(view)
    assert number is not None
    assert pair.changes[number].kind is ChangeKind.LOOK_ALIKE
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
    assert current_change(view) is None


def click(view: ReadingView, role: Role, offset: int) -> None:
    at = in_pane(view, role, pixel_of(view, role, offset))
    QTest.mouseClick(view.panes[role], Qt.MouseButton.LeftButton, pos=at)


@pytest.mark.parametrize("role", ROLES)
def test_steps_go_on_from_a_mark_that_was_clicked(
    view: ReadingView, pair: Comparison, role: Role
) -> None:
    view.show_comparison(pair)
    do_idle_work(view)
    clicked = 0
    for number, change in enumerate(pair.changes):
        span = of(change, role)
        if span is None or change.kind is not ChangeKind.SUBSTITUTION:
            continue
        view.stepper.go_to(0)
        if (
            not view.panes[role]
            .rect()
            .contains(in_pane(view, role, pixel_of(view, role, span.start)))
        ):
            continue
        click(view, role, span.start)
        assert current_change(view) == number
        place = view.place_among_differences
        assert place is not None
        view.next_change()
        assert view.place_among_differences == (place[0] % place[1] + 1, place[1])
        view.previous_change()
        assert current_change(view) == number
        clicked += 1
    assert clicked > 1


def test_a_click_does_not_scroll_and_one_beside_all_marks_changes_nothing(
    view: ReadingView, pair: Comparison
) -> None:
    view.show_comparison(pair)
    do_idle_work(view)
    change = next(c for c in pair.changes if c.kind is ChangeKind.SUBSTITUTION)
    assert change.reference is not None
    before = view.place()
    click(view, Role.REFERENCE, change.reference.start)
    assert view.place() == before
    clicked = view.current
    layout = shown_picture(view).layout
    marked = {
        offset
        for c in pair.changes
        if c.reference is not None
        for offset in range(c.reference.start, c.reference.end)
    }
    section = pair.sections[view.current.section if view.current is not None else 0].reference
    assert section is not None
    bare = next(o for o in range(section.start, section.end) if o not in marked)
    assert layout.row_of(Role.REFERENCE, bare) >= 0
    click(view, Role.REFERENCE, bare)
    assert view.current == clicked


def test_a_whole_section_that_was_clicked_is_the_current_difference(view: ReadingView) -> None:
    comparison = compared(
        "One two three.\n\nGone for good, all of it.\n\nLast words here.",
        "One two three.\n\nLast words here.",
    )
    view.show_comparison(comparison)
    do_idle_work(view)
    click(view, Role.REFERENCE, comparison.reference.text.index("good"))
    assert view.current is not None
    assert view.current.kind == "missing"
    assert view.place_among_differences == (1, 1)


def test_the_place_is_counted_anew_when_other_kinds_are_marked(
    view: ReadingView, pair: Comparison
) -> None:
    view.show_comparison(pair)
    currents = heard(view.current_changed)
    for number, difference in enumerate(view.stepper.all):
        if difference.kind == "substitution":
            view.stepper.go_to(number)
    last = view.current
    view.set_shown(frozenset({"substitution"}))
    assert view.current == last
    count = len(view.stepper.all)
    assert view.place_among_differences == (count, count)
    assert currents[-1] == last
    assert len(currents) > count, "it was told of again"
