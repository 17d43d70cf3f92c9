"""Another width or size of much text is laid out in several turns; what is little, at once."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from gui.compare import Comparison
from gui.documents import read_text
from gui.widgets.reading import ReadingView, row_layout
from gui.widgets.reading.cell import Cell
from gui.widgets.reading.relayout import AT_ONCE

from .conftest import paint
from .view_helpers import do_idle_work, shown_picture

FAMILIES = (
    "👨\u200d👩\u200d👧\u200d👦🏳\ufe0f\u200d🌈" * 730
)  # 8,000 characters, as hard as they get


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The widths of the texts that are laid out from now on."""
    found: list[int] = []

    class Counted(Cell):
        def __init__(self, *given: object, **more: object) -> None:
            super().__init__(*given, **more)  # type: ignore[arg-type]
            found.append(self.width)

    monkeypatch.setattr(row_layout, "Cell", Counted)
    return found


@pytest.fixture
def hard(view: ReadingView, laid_out: list[int]) -> ReadingView:
    """A view of two texts that take long to be laid out."""
    view.show_documents(read_text(FAMILIES), read_text(f"{FAMILIES} more"))
    do_idle_work(view)
    laid_out.clear()
    return view


def widths_by_turn(view: ReadingView, laid_out: list[int]) -> list[list[int]]:
    """Let the event loop turn until nothing is laid out any more; what was, turn by turn.

    A turn ends when a timer has run: on a busy machine one call of ``processEvents`` runs several.
    """
    found: list[list[int]] = []

    def end_turn() -> None:
        found.append(laid_out.copy())
        laid_out.clear()

    timers = view.findChildren(QTimer)
    for timer in timers:
        timer.timeout.connect(end_turn)
    for _ in range(20):
        QApplication.processEvents()
    for timer in timers:
        timer.timeout.disconnect(end_turn)
    end_turn()
    return [turn for turn in found if turn]


def test_no_turn_lays_out_two_hard_texts(hard: ReadingView, laid_out: list[int]) -> None:
    assert len(FAMILIES.encode()) > AT_ONCE
    hard.zoom_in()
    assert not laid_out
    assert [len(turn) for turn in widths_by_turn(hard, laid_out)] == [1, 1]


def test_the_overview_strip_waits_for_the_layout(hard: ReadingView, laid_out: list[int]) -> None:
    """It may be about to be gathered, as something changed shortly before."""
    hard.zoom_in()
    timers = hard.findChildren(QTimer)
    rest = [timer for timer in timers if timer.isSingleShot() and timer.interval() > 0]
    assert rest
    for timer in rest:
        timer.timeout.emit()
    assert not laid_out
    assert [len(turn) for turn in widths_by_turn(hard, laid_out)] == [1, 1]


def test_widths_that_nobody_sees_are_not_laid_out(hard: ReadingView, laid_out: list[int]) -> None:
    before = hard.surface.columns
    for width in (500, 900, 600, 700):
        hard.resize(width, 600)
    paint(hard)
    assert hard.surface.columns == before, "the text stands as it did until the other is ready"
    assert not laid_out
    turns = widths_by_turn(hard, laid_out)
    assert hard.surface.columns.candidate.right == hard.surface.viewport().width()
    assert [width for turn in turns for width in turn] == [
        hard.surface.columns.reference.text_width,
        hard.surface.columns.candidate.text_width,
    ]
    for role, pane in hard.panes.items():
        assert pane.x() == shown_picture(hard).layout.column(role).left


def test_who_asks_gets_the_picture_as_it_will_be(hard: ReadingView, laid_out: list[int]) -> None:
    hard.surface.scroll_by(500)
    place = hard.place()
    assert place is not None
    hard.resize(600, 600)
    assert shown_picture(hard).layout.columns.candidate.right == hard.surface.viewport().width()
    again = hard.place()
    assert again is not None
    assert (again.role, again.offset) == (place.role, place.offset)
    assert widths_by_turn(hard, laid_out)


def test_another_pair_takes_the_place_of_what_was_to_come(
    hard: ReadingView, laid_out: list[int], pair: Comparison
) -> None:
    hard.zoom_in()
    hard.show_comparison(pair)
    do_idle_work(hard)
    assert shown_picture(hard).comparison is pair
    assert len(laid_out) >= len(pair.sections)


def test_usual_texts_are_laid_out_at_once(
    view: ReadingView, pair: Comparison, laid_out: list[int]
) -> None:
    view.show_comparison(pair)
    paint(view)
    laid_out.clear()
    view.resize(600, 600)
    assert view.surface.columns.candidate.right == view.surface.viewport().width()
    paint(view)
    assert laid_out


def test_what_moves_without_another_width_stays_laid_out(
    view: ReadingView, pair: Comparison, laid_out: list[int]
) -> None:
    view.resize(2_001, 600)  # wider than the text is set
    view.show_comparison(pair)
    do_idle_work(view)
    laid_out.clear()
    view.set_swapped(True)
    view.resize(2_101, 600)
    do_idle_work(view)
    assert view.surface.columns.swapped
    assert not laid_out


def test_heights_of_many_rows_are_estimated_once_for_all_widths_of_a_turn(
    view: ReadingView, monkeypatch: pytest.MonkeyPatch
) -> None:
    view.show_documents(*(read_text("line\n\n" * 1_100) for _ in range(2)))
    do_idle_work(view)
    estimated: list[int] = []

    class Counted(row_layout.Heights):
        def __init__(self, heights: Iterable[int]) -> None:
            super().__init__(heights)
            estimated.append(len(self))

    monkeypatch.setattr(row_layout, "Heights", Counted)
    for width in (500, 900, 600, 700):
        view.resize(width, 600)
    do_idle_work(view)
    assert view.surface.columns.candidate.right == view.surface.viewport().width()
    assert estimated == [1_100]
