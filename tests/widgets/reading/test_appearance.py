"""Zoom, fonts, names, places, the overview strip and the menus of the reading view."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui.compare import Comparison, SectionKind
from gui.documents import read_text
from gui.widgets.reading import ReadingView
from gui.widgets.reading.counterparts import ROLES, Role
from gui.widgets.reading.painting import sections_away
from tests.reports.sample_comparisons import moved_in_a_paragraph, split_in_the_candidate

from .conftest import long_pair, paint
from .view_helpers import heard, pixel_of, settle, top_of_current, wait_for
from .written_comparisons import made


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
    picture = view.surface.picture
    assert picture is not None
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
    settle(view)
    found = joints(view)
    assert found[Role.CANDIDATE] == 0
    gap = view.surface.typography.section_gap
    assert gap < found[Role.REFERENCE] < 2 * view.surface.typography.line + gap


def test_parts_of_one_paragraph_stand_nearer_than_paragraphs(view: ReadingView) -> None:
    spaces = []
    for comparison in (moved_in_a_paragraph(), split_in_the_candidate()):
        view.show_comparison(comparison)
        settle(view)
        assert view.surface.picture is not None
        layout = view.surface.picture.layout
        spaces.append(
            [layout.space_above(n) - layout.padding(n) for n in range(1, len(layout.rows))]
        )
    near, far = spaces
    assert len(set(near)) == 1
    assert set(far) == {view.surface.typography.section_gap}
    assert 0 < near[0] < far[0] / 2


def test_where_a_section_went_is_counted_in_the_pane_that_lacks_it_here(view: ReadingView) -> None:
    texts = ("moved", "One ran."), ("missing", "Two ran."), ("paired", "Three ran.")
    view.show_comparison(made((*texts, ("added", "Four ran.")), [2, 3, 0]))
    settle(view)
    assert view.surface.picture is not None
    layout = view.surface.picture.layout
    assert [row.kind.value for row in layout.rows if row.kind is not None] == [
        "moved",
        "missing",
        "paired",
        "added",
        "moved",
    ]
    assert sections_away(layout, 0) == 3
    assert sections_away(layout, 4) == -3
