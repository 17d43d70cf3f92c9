"""What the reading view shows, and when it says that it was seen."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest

from gui.compare import Comparison
from gui.widgets.reading import ReadingView
from gui.widgets.reading.counterparts import Role, of
from tests.widgets.widget_helpers import heard

from .conftest import compared, paint
from .view_helpers import do_idle_work, other_pair, shown_picture
from .written_comparisons import written


def test_painted_comes_once_for_a_pair_and_after_its_text(
    view: ReadingView, pair: Comparison
) -> None:
    painted, marked = heard(view.painted), heard(view.marked)
    view.show_documents(pair.reference, pair.candidate)
    assert painted == []
    do_idle_work(view)
    assert (painted, marked) == ([1], [])
    view.show_comparison(pair)
    do_idle_work(view)
    assert (painted, marked) == ([1], [1])
    view.show_comparison(other_pair())
    do_idle_work(view)
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
    pair = written(
        [("missing", f"Old {words}"), ("added", f"New {words}"), ("paired", "End")], [1, 2]
    )
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
    view.finder.find("words")
    view.surface.scroll_by(50)
    paint(view)


def test_a_pair_of_empty_documents_counts_as_painted(view: ReadingView) -> None:
    painted = heard(view.painted)
    view.clear()
    do_idle_work(view)
    assert painted == []
    view.show_comparison(compared("", ""))
    do_idle_work(view)
    assert painted == [1]


def test_a_cleared_view_has_nothing_to_find_or_to_go_to(
    view: ReadingView, pair: Comparison
) -> None:
    view.show_comparison(pair)
    view.clear()
    paint(view)
    assert view.surface.message == ""
    assert view.current is None
    assert view.finder.find("boats") == 0
    assert view.selected_text() == ""
    view.next_change()
    view.jump_to_counterpart()
    assert view.place() is None
    view.show_comparison(pair)
    assert view.surface.message == ""
    view.clear()
    assert view.surface.picture is None


def test_the_pane_keeps_the_focus_from_pair_to_pair(view: ReadingView, pair: Comparison) -> None:
    view.setFocus()
    for number in range(4):
        if number % 2:
            view.clear()
        else:
            view.show_comparison(pair if number else other_pair())
        do_idle_work(view)
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


@pytest.mark.parametrize("empty", [True, False])
def test_a_part_that_is_painted_again_looks_as_before(view: ReadingView, empty: bool) -> None:
    """What passes over the text, a notice or a dialog, leaves the words of gaps in their places."""
    words = "no counterpart on the other side " * 30
    if empty:
        view.show_comparison(compared("A text.\n\nAnd a second one.", ""))
    else:
        blocks = [("paired", "Beginning"), ("missing", words), ("paired", "End")]
        view.show_comparison(written(blocks, [0, 2]))
    do_idle_work(view)
    viewport = view.surface.viewport()
    whole = viewport.grab().toImage()
    for part in (QRect(410, 40, 120, 500), QRect(0, 0, 800, 75), QRect(100, 90, 600, 60)):
        part = part.intersected(viewport.rect())
        again, before = viewport.grab(part).toImage(), whole.copy(part)
        # Hatching may be mixed with its ground one step darker or lighter than before.
        steps = zip(bytes(again.constBits()), bytes(before.constBits()), strict=True)
        assert max(abs(one - other) for one, other in steps) <= 2, part


def test_nothing_that_reads_is_loaded_where_one_document_cannot_be_read(
    view: ReadingView, pair: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first such pair of a list stopped the window while it was imported."""
    monkeypatch.delitem(sys.modules, "gui.documents.text.segmentation")
    view.show_readable(pair.candidate, Role.REFERENCE, "gone.txt", "it is gone")
    paint(view)
    assert "gui.documents.text.segmentation" not in sys.modules
    assert [row.reference for row in shown_picture(view).layout.rows if row.reference] == []
    assert view.surface.rows_in_view()[0].row.candidate == pair.candidate.sections[0]
