"""Sections that moved, face each other or were cut: painted, counted and pointed to."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from gui.compare import Comparison, SectionKind
from gui.widgets.reading import ReadingView
from gui.widgets.reading.counterparts import ROLES, Role
from gui.widgets.reading.painting import sections_away
from tests.reports.sample_comparisons import moved_in_a_paragraph, split_in_the_candidate

from .conftest import paint
from .view_helpers import do_idle_work, pixel_of, shown_picture, top_of_current
from .written_comparisons import written


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
        "Select all of this document",
        "Go to where this section moved",
    ]
    menu.deleteLater()


def test_texts_that_face_each_other_are_painted_stepped_and_pointed_to(view: ReadingView) -> None:
    blocks = [("missing", "lost words " * 40), ("added", "other things " * 40), ("paired", "End")]
    view.show_comparison(written(blocks, [1, 2]))
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


def test_a_click_on_the_arrow_in_the_gutter_goes_to_the_counterpart(
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


def joints(view: ReadingView) -> dict[Role, int]:
    """Return how many pixels of the margin of each pane are neither paper nor focus frame."""
    picture = shown_picture(view)
    image = view.surface.viewport().grab().toImage()
    paper = picture.colour("paper").rgb()
    found = {}
    for role in ROLES:
        column = picture.layout.column(role)
        room = range(column.left + 1, column.text_left - 2)
        found[role] = sum(
            any(image.pixel(x, y) != paper for x in room) for y in range(4, image.height())
        )
    return found


def test_a_paragraph_cut_in_a_sentence_is_joined_in_the_pane_that_has_it_whole(
    view: ReadingView,
) -> None:
    view.show_comparison(split_in_the_candidate())
    do_idle_work(view)
    found = joints(view)
    assert found[Role.CANDIDATE] == 0
    gap = view.surface.typography.section_gap
    assert gap < found[Role.REFERENCE] < 2 * view.surface.typography.line + gap


def test_parts_of_one_paragraph_stand_nearer_than_paragraphs(view: ReadingView) -> None:
    spaces = []
    for comparison in (moved_in_a_paragraph(), split_in_the_candidate()):
        view.show_comparison(comparison)
        do_idle_work(view)
        layout = shown_picture(view).layout
        spaces.append(
            [layout.space_above(n) - layout.padding(n) for n in range(1, len(layout.rows))]
        )
    near, far = spaces
    gap = view.surface.typography.section_gap
    assert set(far) == {gap}
    assert set(near) == {gap // 3}


def test_where_a_section_went_is_counted_in_the_pane_that_lacks_it_here(view: ReadingView) -> None:
    texts = ("moved", "One ran."), ("missing", "Two ran."), ("paired", "Three ran.")
    view.show_comparison(written((*texts, ("added", "Four ran.")), [2, 3, 0]))
    do_idle_work(view)
    layout = shown_picture(view).layout
    assert [row.kind.value for row in layout.rows if row.kind is not None] == [
        "moved",
        "missing",
        "paired",
        "added",
        "moved",
    ]
    assert sections_away(layout, 0) == 3
    assert sections_away(layout, 4) == -3
