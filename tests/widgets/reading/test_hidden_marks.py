"""The texts of a pair whose marks are hidden: nothing shows what a comparison found."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.compare import Comparison
from gui.documents import read_text
from gui.widgets.reading import ReadingView
from gui.widgets.reading.counterparts import ROLES, Role, of

from .conftest import paint, several
from .view_helpers import in_pane, pixel_of, shown_picture


def place(view: ReadingView, role: Role, offset: int) -> int:
    """Return the height at which a letter stands."""
    return pixel_of(view, role, offset).y()


def starts(comparison: Comparison, role: Role) -> list[int]:
    return [section.start for section in of(comparison, role).sections[:4]]


def begin_of_view(view: ReadingView, role: Role) -> str:
    """Return the words of *role* at the top of the view."""
    found = view.surface.place_of(role)
    assert found is not None
    return of(shown_picture(view).layout, role).text[found.offset :][:30]


def hide(view: ReadingView, pair: Comparison) -> None:
    view.show_unmarked(pair.reference, pair.candidate)
    paint(view)


def test_where_a_text_stands_does_not_depend_on_the_other_one(
    view: ReadingView, pair: Comparison
) -> None:
    view.show_comparison(pair)
    paint(view)
    hide(view, pair)
    beside = [place(view, Role.CANDIDATE, at) for at in starts(pair, Role.CANDIDATE)]
    view.show_unmarked(read_text("Another text."), pair.candidate)
    paint(view)
    assert [place(view, Role.CANDIDATE, at) for at in starts(pair, Role.CANDIDATE)] == beside


def test_each_text_scrolls_by_itself_by_keys_and_wheel(view: ReadingView, pair: Comparison) -> None:
    hide(view, pair)
    first = {role: starts(pair, role)[0] for role in ROLES}
    before = {role: place(view, role, first[role]) for role in ROLES}
    view.panes[Role.CANDIDATE].setFocus()
    QTest.keyClick(view.panes[Role.CANDIDATE], Qt.Key.Key_PageDown)
    assert place(view, Role.CANDIDATE, first[Role.CANDIDATE]) < before[Role.CANDIDATE] - 200
    assert place(view, Role.REFERENCE, first[Role.REFERENCE]) == before[Role.REFERENCE]
    QTest.keyClick(view.panes[Role.CANDIDATE], Qt.Key.Key_End)
    QTest.keyClick(view.panes[Role.CANDIDATE], Qt.Key.Key_Home)
    assert place(view, Role.CANDIDATE, first[Role.CANDIDATE]) == before[Role.CANDIDATE]
    viewport = view.surface.viewport()
    wheel = QWheelEvent(
        QPointF(20, 50),
        QPointF(viewport.mapToGlobal(QPoint(20, 50))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, wheel)
    assert place(view, Role.REFERENCE, first[Role.REFERENCE]) < before[Role.REFERENCE]
    assert place(view, Role.CANDIDATE, first[Role.CANDIDATE]) == before[Role.CANDIDATE]


def test_the_strip_scrolls_both_to_the_same_share(view: ReadingView, pair: Comparison) -> None:
    hide(view, pair)
    view.surface.scroll_to(view.surface.verticalScrollBar().maximum())
    ends = [len(of(pair, role).text) - 2 for role in ROLES]
    assert all(
        0 < place(view, role, end) < view.surface.height_of_view
        for role, end in zip(ROLES, ends, strict=True)
    )


def test_both_texts_stay_in_their_places_when_marks_go_and_the_one_that_is_read_when_they_come(
    view: ReadingView,
) -> None:
    pair = several(3)
    view.show_comparison(pair)
    paint(view)
    view.surface.scroll_by(260)
    before = {role: view.surface.place_of(role) for role in ROLES}
    hide(view, pair)
    for role, found in before.items():
        assert found is not None
        assert abs(place(view, role, found.offset) - found.pixels) < 30, "half a line"
    view.surface.scroll_by(150, Role.CANDIDATE)
    read = begin_of_view(view, Role.CANDIDATE)
    view.show_comparison(pair)
    paint(view)
    assert begin_of_view(view, Role.CANDIDATE) == read
    assert view.surface.scrolling_of(0) is view.surface.scrolling_of(1), "level again"


def test_the_caret_stays_in_its_text_at_both_ends(view: ReadingView, pair: Comparison) -> None:
    hide(view, pair)
    pane = view.panes[Role.CANDIDATE]
    pane.setFocus()
    for end, key in ((0, Qt.Key.Key_Up), (len(pair.candidate.text), Qt.Key.Key_Down)):
        view.selector.put(Role.CANDIDATE, end)
        for _ in range(3):
            QTest.keyClick(pane, key, Qt.KeyboardModifier.ShiftModifier)
        assert view.selector.selection.role is Role.CANDIDATE
        assert abs((view.selector.selection.caret or 0) - end) < 100


def test_a_click_puts_the_caret_where_it_points(view: ReadingView, pair: Comparison) -> None:
    hide(view, pair)
    view.surface.scroll_by(200, Role.CANDIDATE)
    offset = pair.candidate.sections[2].start + 3
    at = pixel_of(view, Role.CANDIDATE, offset)
    pane = view.panes[Role.CANDIDATE]
    QTest.mouseClick(pane, Qt.MouseButton.LeftButton, pos=in_pane(view, Role.CANDIDATE, at))
    assert abs((view.selector.selection.caret or 0) - offset) <= 1


def test_words_are_found_in_both_texts(view: ReadingView, pair: Comparison) -> None:
    hide(view, pair)
    word = "harbour"
    assert view.finder.find(word) == sum(of(pair, r).text.lower().count(word) for r in ROLES)
    for _ in range(view.finder.find(word)):
        view.finder.step(1)
        hit = shown_picture(view).current_hit
        assert hit is not None
        assert 0 <= place(view, hit[0], hit[1].start) < view.surface.height_of_view


def test_nobody_speaks_of_a_difference_any_more(view: ReadingView, pair: Comparison) -> None:
    view.show_comparison(pair)
    view.go_to_change(0)
    said = view.stepper.text_of(view.current)  # type: ignore[arg-type]
    assert view.panes[Role.REFERENCE].accessibleDescription() == said
    hide(view, pair)
    assert all(pane.accessibleDescription() != said for pane in view.panes.values())
    assert view.place_among_differences is None


@pytest.mark.parametrize("texts", [("", "Words."), ("Words.", ""), ("", "")])
def test_a_text_without_words_stands_beside_the_other(
    view: ReadingView, texts: tuple[str, str]
) -> None:
    view.show_unmarked(*map(read_text, texts))
    paint(view)
    view.surface.scroll_by(50)
    assert view.surface.at_top
