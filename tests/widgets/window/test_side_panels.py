"""Which panels have room beside the text, and what is told of decisions of another window."""

from __future__ import annotations

from typing import Any, cast

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from gui.labels import Overruled
from gui.widgets.controls.notifications import Banners
from gui.widgets.window.outside_changes import OverruledNotice
from gui.widgets.window.side_panels import SidePanels
from tests.widgets.widget_helpers import label_texts


class Panel:
    shown = False

    def setVisible(self, on: bool) -> None:
        self.shown = on


@pytest.fixture
def panels() -> tuple[SidePanels, Panel, Panel]:
    pairs, evidence = Panel(), Panel()
    sides = SidePanels(
        {"pairs": (pairs, True, "before"), "evidence": (evidence, True, "behind")},
        lambda _name, _on: None,
    )
    return sides, pairs, evidence


@pytest.mark.parametrize(("width", "shown"), [(1_400, True), (1_399, False)])
def test_in_a_window_of_less_than_1400_pixels_panels_fold(
    panels: tuple[SidePanels, Panel, Panel], width: int, shown: bool
) -> None:
    sides, pairs, evidence = panels
    sides.resized(width)
    assert pairs.shown is evidence.shown is shown


@pytest.mark.parametrize(("width", "both"), [(1_040, True), (1_039, False)])
def test_below_1040_pixels_the_panel_opened_last_is_all_there_is_room_for(
    panels: tuple[SidePanels, Panel, Panel], width: int, both: bool
) -> None:
    sides, pairs, evidence = panels
    sides.resized(width)
    sides.choose("pairs", True)
    sides.choose("evidence", True)
    assert evidence.shown
    assert pairs.shown is both


class Session(QObject):
    overruled = Signal(object)
    label_changed = Signal(str)
    list_opened = Signal()
    opened = book = None


@pytest.mark.parametrize(("count", "more"), [(3, ""), (4, "So it is with 1 further pair(s).")])
def test_of_the_pairs_that_two_windows_decided_three_are_named(
    qapp: QApplication, count: int, more: str
) -> None:
    session, window = Session(), QWidget()
    banners = Banners(window)
    notice = OverruledNotice(cast(Any, session), banners)
    session.overruled.emit([Overruled(f"p{n}", "copy", "original", True) for n in range(count)])
    said = "\n".join(label_texts(banners))
    assert said.count("another window had just decided") == 3
    assert ("So it is with" in said) is bool(more)
    assert more in said
    assert notice.parent() is session
