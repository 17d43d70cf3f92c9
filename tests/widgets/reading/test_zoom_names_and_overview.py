"""Zoom, fonts, names, places, the overview strip and the menus of the reading view."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.compare import Comparison
from gui.documents import read_text
from gui.settings import PANE_SHARE
from gui.widgets.reading import ReadingView
from gui.widgets.reading.counterparts import Role
from gui.widgets.reading.overview import Overview
from gui.widgets.reading.view_frame import GutterHandle
from tests.review.waiting import wait_until
from tests.widgets.widget_helpers import heard

from .conftest import long_pair
from .view_helpers import do_idle_work


def test_ctrl_and_wheel_zooms_and_the_wheel_alone_scrolls(
    view: ReadingView, pair: Comparison
) -> None:
    view.show_comparison(pair)
    do_idle_work(view)
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


def test_text_grows_in_steps_that_one_sees_and_shrinks_in_the_same(view: ReadingView) -> None:
    steps = [60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300]
    for begin, go, wanted in ((60, view.zoom_in, steps), (300, view.zoom_out, steps[::-1])):
        view.set_zoom(begin)
        seen = [view.zoom]
        for _ in steps[1:]:
            go()
            seen.append(view.zoom)
        assert seen == wanted


@pytest.mark.parametrize(("asked", "given"), [(0.0, 0.1), (0.3, 0.3), (1.0, 0.9)])
def test_the_border_stays_where_the_setting_can_keep_it(
    view: ReadingView, asked: float, given: float
) -> None:
    view.set_share(asked)
    assert view.surface.share == given
    kept = PANE_SHARE.write(round(1000 * view.surface.share))
    assert PANE_SHARE.read(kept) == 1000 * given


def test_an_arrow_key_moves_the_border_by_twenty_pixels(view: ReadingView) -> None:
    [handle] = view.findChildren(GutterHandle)
    places = heard(handle.dragged)
    for key, pixels in ((Qt.Key.Key_Right, 20), (Qt.Key.Key_Left, -20)):
        before = handle.x()
        QTest.keyClick(handle, key)
        assert places[-1] == before + pixels


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
    do_idle_work(view)
    wait_until(lambda: view.strip.stretches)
    kinds = {s.kind for s in view.strip.stretches}
    assert {"missing", "added", "substitution", "look-alike", "moved"} <= kinds
    (overview,) = view.surface.findChildren(Overview)
    overview.gather_soon()
    assert [t.interval() for t in overview.findChildren(QTimer) if t.isActive()] == [120]
    assert all(0 <= s.start <= s.end <= 1 for s in view.strip.stretches)
    bar = view.surface.verticalScrollBar()
    strip = view.strip
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(10, strip.height() // 2))
    assert abs(bar.value() - bar.maximum() / 2) < view.surface.height_of_view / 2
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(10, strip.height() - 1))
    assert bar.value() == bar.maximum()
    strip.repaint()


def test_the_head_asks_for_another_encoding(view: ReadingView, pair: Comparison) -> None:
    view.show_documents(read_text("é", name="a/x.txt", encoding="latin-1"), pair.candidate)
    wanted = heard(view.encoding_wanted)
    button = view.header.encoding_button(Role.REFERENCE)
    assert button.text() == "latin-1"
    button.click()
    assert wanted == [Role.REFERENCE]
