"""Counterparts stand level whenever they are painted, wherever the view is and however wide."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui.compare import Comparison
from gui.widgets.reading import Place, ReadingView
from gui.widgets.reading.counterparts import ROLES, Role, of
from gui.widgets.reading.scrolling import place_at

from .conftest import compared, is_level, long_pair, paint
from .view_helpers import shown_picture
from .written_comparisons import written


def really_at(view: ReadingView) -> Place:
    """Return the place that is in view, whatever the view remembers of it."""
    return place_at(shown_picture(view).layout, view.surface.rows_in_view())


def drag(widget: QWidget, kind: QEvent.Type, at: QPoint) -> None:
    buttons = Qt.MouseButton.LeftButton
    if kind is QEvent.Type.MouseButtonRelease:
        buttons = Qt.MouseButton.NoButton
    place, screen = QPointF(at), QPointF(widget.mapToGlobal(at))
    event = QMouseEvent(
        kind, place, screen, Qt.MouseButton.LeftButton, buttons, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize("width", [780, 1280, 2000, 3840])
@pytest.mark.parametrize("zoom", [60, 100, 300])
def test_level_at_each_width_and_zoom(
    view: ReadingView, pair: Comparison, width: int, zoom: int
) -> None:
    view.resize(width, 700)
    view.set_zoom(zoom)
    view.show_comparison(pair)
    frames = 0
    for _ in range(40):
        paint(view)
        frames += bool(view.surface.painted_tops)
        assert is_level(view)
        view.surface.scroll_by(97)
    assert frames


def test_level_while_the_gutter_is_dragged(view: ReadingView, pair: Comparison) -> None:
    view.show_comparison(pair)
    view.surface.scroll_by(150)
    paint(view)
    handle = view.findChild(QWidget, "gutter")
    assert isinstance(handle, QWidget)
    drag(handle, QEvent.Type.MouseButtonPress, QPoint(5, 50))
    shares = set()
    for step in range(1, 12):
        at = QPoint(5 + (9 if step % 3 else -14), 50)
        drag(handle, QEvent.Type.MouseMove, at)
        paint(view)
        assert view.surface.painted_tops
        assert is_level(view)
        shares.add(view.share)
    drag(handle, QEvent.Type.MouseButtonRelease, QPoint(5, 50))
    assert len(shares) > 3


def test_the_text_in_view_stays_while_the_width_changes(view: ReadingView) -> None:
    text = "\n\n".join(f"Part {n}. " + "The tide came in and went out. " * 60 for n in range(4))
    view.show_comparison(compared(text, text))
    view.surface.scroll_by(900)
    before = really_at(view)
    assert before.role == Role.REFERENCE
    for width in [*range(800, 1300, 40), *range(1300, 600, -40), 800]:
        view.resize(width, 600)
        paint(view)
        topmost = really_at(view)
        assert topmost.offset <= before.offset < topmost.offset + 150 < len(text)
    assert really_at(view) == before


def test_scrolling_by_steps_up_and_down_comes_back(view: ReadingView) -> None:
    view.show_comparison(long_pair())
    view.surface.scroll_by(333)
    before = view.place()
    for pixels in (40, 200, -120, 77, -197):
        view.surface.scroll_by(pixels)
        paint(view)
    assert view.place() == before


def test_mended_heights_do_not_move_the_text(view: ReadingView) -> None:
    # Rows of few wide words are estimated far off.
    text = "\n\n".join("W" * 30 + " " + "MMMMMMMM " * (5 + n % 7) for n in range(400))
    view.show_comparison(compared(text, text.replace("MMMM W", "MMMM V")))
    view.surface.scroll_to(view.surface.verticalScrollBar().maximum() // 2)
    place = view.place()
    assert place is not None
    layout = shown_picture(view).layout if view.surface.picture else None
    assert layout is not None
    before = layout.heights.total
    for number in range(len(layout.rows)):
        layout.height(number)
    assert layout.heights.total != before
    paint(view)
    view.surface.scroll_by(0)
    view.surface.restore_place(place)
    assert view.place() == place


def test_the_ends_are_reached(view: ReadingView, pair: Comparison) -> None:
    view.show_comparison(pair)
    view.surface.scroll_to(10**9)
    paint(view)
    picture = shown_picture(view)
    last = view.surface.rows_in_view()[-1]
    assert last.number == len(picture.layout.rows) - 1
    assert last.bottom < view.surface.height_of_view
    view.surface.scroll_by(-(10**6))
    assert view.surface.scrolling.row == 0
    assert view.surface.scrolling.offset == 0


def test_swapped_sides_change_places_and_nothing_else(view: ReadingView, pair: Comparison) -> None:
    view.show_comparison(pair)
    view.next_change()
    current = view.current
    plain = shown_picture(view).layout.columns
    view.set_swapped(True)
    paint(view)
    swapped = shown_picture(view).layout.columns
    assert swapped.reference.left == plain.candidate.left
    assert view.current == current
    assert is_level(view)
    for role in ROLES:
        assert view.panes[role].x() == of(swapped, role).left


@pytest.mark.parametrize("zoom", [60, 130, 300])
def test_equal_documents_are_equal_pictures_at_each_height(view: ReadingView, zoom: int) -> None:
    """What is really painted, not what is remembered of it, is level."""
    text = "\n\n".join(f"Section {n}: " + "it rained again, " * (3 * n % 11) for n in range(40))
    view.show_comparison(compared(text, text))
    view.set_zoom(zoom)
    view.panes[Role.REFERENCE].clearFocus()
    for _ in range(6):
        view.surface.scroll_by(83)
        image = view.surface.viewport().grab().toImage()
        halves = []
        for role in ROLES:
            column = of(shown_picture(view).layout.columns, role)
            halves.append(image.copy(column.text_left, 0, column.text_width - 1, image.height()))
        assert halves[0] == halves[1]


def test_the_border_moves_by_keys(view: ReadingView, pair: Comparison) -> None:
    view.show_comparison(pair)
    handle = view.findChild(QWidget, "gutter")
    assert isinstance(handle, QWidget)
    QTest.keyClick(handle, Qt.Key.Key_Left)
    assert view.share < 0.5
    paint(view)
    assert is_level(view)
    QTest.keyClick(handle, Qt.Key.Key_Home)
    assert view.share == 0.5


WORDS = st.lists(
    st.sampled_from(["red", "tape", "ran", "over", "hills,", "so", "it", "sang.", "Nine"]),
    max_size=30,
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    sections=st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=6),
    width=st.integers(400, 1600),
    zoom=st.sampled_from([60, 100, 200, 300]),
    scrolls=st.lists(st.integers(-900, 900), max_size=5),
    kinds=st.sampled_from([None, frozenset({"missing"}), frozenset[str]()]),
)
def test_any_pair_paints_level_and_reaches_all_differences(
    view: ReadingView,
    sections: list[tuple[list[str], list[str]]],
    width: int,
    zoom: int,
    scrolls: list[int],
    kinds: frozenset[str] | None,
) -> None:
    comparison = compared(
        "\n\n".join(" ".join(one) for one, _ in sections),
        "\n\n".join(" ".join(other) for _, other in reversed(sections)),
    )
    view.resize(width, 500)
    view.set_zoom(zoom)
    view.set_folding(width % 2 == 0)
    view.show_documents(comparison.reference, comparison.candidate)
    paint(view)
    view.show_comparison(comparison)
    if kinds is not None:
        view.set_shown(kinds)
    for pixels in scrolls:
        view.surface.scroll_by(pixels)
        paint(view)
        assert is_level(view)
    for _ in range(3):
        view.next_change()
        paint(view)
    view.set_shown(frozenset({"missing", "added", "substitution", "moved", "minor", "look-alike"}))


def test_of_a_large_pair_only_what_is_near_the_view_is_laid_out(view: ReadingView) -> None:
    texts = [f"Section {n} " + "tells of the sea and the rain. " * 8 for n in range(2500)]
    pair = written([("paired", text.rstrip()) for text in texts], range(2500))
    assert pair.reference.words > 100_000
    view.show_comparison(pair)
    paint(view)
    QTest.qWait(50)
    view.surface.scroll_to(view.surface.verticalScrollBar().maximum() // 3)
    paint(view)
    layout = shown_picture(view).layout
    exact = sum(layout.is_exact(number) for number in range(len(layout.rows)))
    assert 0 < exact < 60
    assert is_level(view)
