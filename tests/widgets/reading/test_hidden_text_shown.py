"""Hidden text in the reading view: drawn apart, said to the mouse and to screen readers."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import QAccessible, QColor, QImage

from gui.compare import Comparison, SectionKind
from gui.documents import Span
from gui.widgets.controls.theme import load_theme
from gui.widgets.reading import ReadingView
from gui.widgets.reading.counterparts import Role
from gui.widgets.reading.differences import gap_text
from tests.reports.hidden_pair import hidden_pair

from .conftest import paint
from .view_helpers import pixel_of, shown_picture


@pytest.fixture
def hiding() -> Comparison:
    return hidden_pair()


def picture(view: ReadingView) -> QImage:
    paint(view)
    return view.surface.viewport().grab().toImage()


def inked(view: ReadingView, role: Role, span: Span, colour: QColor) -> int:
    """Return how many pixels of the boxes around the first and the last letter have *colour*."""
    image = picture(view)
    found = 0
    for offset in (span.start, span.end - 1):
        middle = pixel_of(view, role, offset)
        for x in range(middle.x() - 14, middle.x() + 15):
            for y in range(middle.y() - 16, middle.y() + 17):
                found += image.pixelColor(x, y).rgb() == colour.rgb()
    return found


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_is_drawn_in_its_own_way(view: ReadingView, hiding: Comparison, theme: str) -> None:
    view.set_theme(load_theme(theme))
    colour = load_theme(theme).colour("hidden")
    view.show_documents(hiding.reference, hiding.candidate)
    before = [inked(view, Role.CANDIDATE, span, colour) for span in hiding.candidate.hidden]
    view.show_comparison(hiding)
    after = [inked(view, Role.CANDIDATE, span, colour) for span in hiding.candidate.hidden]
    seen = [inked(view, Role.REFERENCE, Span(0, 9), colour)]
    assert min(before) > 20
    assert min(after) > 20
    assert seen == [0]


def test_stepping_says_that_it_is_hidden(view: ReadingView, hiding: Comparison) -> None:
    view.show_comparison(hiding)
    said = [view.stepper.text_of(difference) for difference in view.stepper.all]
    assert said == [
        "Hidden in the candidate (2 word(s)): “purple cows”",
        "Hidden in the candidate (2 word(s)): “Seven <hats>”",
    ]


def test_the_gap_opposite_says_that_it_is_hidden(view: ReadingView, hiding: Comparison) -> None:
    view.show_comparison(hiding)
    [row] = [row for row in shown_picture(view).layout.rows if row.kind is SectionKind.ADDED]
    assert gap_text(hiding.candidate, row, 0) == "hidden: 2 word(s)"


def test_screen_readers_know_how_much_is_hidden_and_where(
    view: ReadingView, hiding: Comparison
) -> None:
    view.show_comparison(hiding)
    paint(view)
    descriptions = [view.panes[role].accessibleDescription() for role in Role]
    assert "hidden" not in descriptions[0]
    assert "4 hidden word(s)" in descriptions[1]
    interface = QAccessible.queryAccessibleInterface(view.panes[Role.CANDIDATE])
    assert interface is not None
    text: Any = interface.textInterface()  # its stubs lack what it has
    first = hiding.candidate.hidden[0]
    assert text.attributes(first.start + 2) == ("invisible:true;", first.start, first.end)
    assert text.attributes(0) == ("", 0, first.start)
