"""A reading view of a fixed size, with a font of the tests' own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.compare import Comparison, compare
from gui.documents import read_text
from gui.widgets.controls.theme import load_theme
from gui.widgets.reading import ReadingView

from .written_comparisons import written

FAMILY = "Copydesk Test"


@pytest.fixture(scope="session")
def test_font(application: QApplication) -> Iterator[str]:
    number = QFontDatabase.addApplicationFont(
        str(Path(__file__).parent / "fonts" / "CopydeskTest.ttf")
    )
    assert QFontDatabase.applicationFontFamilies(number) == [FAMILY]
    yield FAMILY
    QFontDatabase.removeApplicationFont(number)


@pytest.fixture
def view(qapp: QApplication, test_font: str) -> Iterator[ReadingView]:
    found = ReadingView()
    found.set_theme(load_theme("light"))
    found.set_font_families((test_font,))
    found.resize(800, 600)
    found.show()
    assert QTest.qWaitForWindowExposed(found)
    yield found
    found.close()
    found.deleteLater()
    qapp.processEvents()


@pytest.fixture
def pair() -> Comparison:
    """Return a pair with every kind of difference, longer than a view."""
    return several(1)


def compared(reference: str, candidate: str) -> Comparison:
    return compare(
        read_text(reference, name="reference.txt"), read_text(candidate, name="candidate.txt")
    )


BLOCKS = (
    ("paired", "Ninety boats and one lamp"),
    ("missing", "3 May 2021"),
    (
        "paired",
        "The harbour office counted ninety boats on the first [s:morning|day] of the season, and "
        "the warden wrote each name into a [m:blue |]book that nobody else was "
        "[s:allowed|permitted] to touch.",
    ),
    (
        "moved",
        "[i:Herring|herring] prices fell twice in April. Traders blamed the weather, cooks blamed "
        "the traders, and the cannery at the north pier [s:closed|shut] its [s:gates|doors] for "
        "eleven days.",
    ),
    (
        "paired",
        "A lamp was [l:lit|l\u0456t] on the breakwater after dusk. Its keeper, [a:|quite ]a "
        "retired teacher of mathematics, says that the light can be seen from the islands when "
        "the air is dry.",
    ),
    (
        "paired",
        "On Thursday the parish voted to pay for a second lamp. [m:Seven members were in favour "
        "and two abstained. |]The chairman left before the count because his ferry would not wait.",
    ),
    (
        "paired",
        "Children from the lower school sang about the herring, badly and with great conviction, "
        "until the rain drove everyone into the rope store.",
    ),
    ("missing", "By A. Writer"),
    ("added", "Read more on our partner layout"),
)
ORDER = (0, 2, 4, 5, 3, 6, 8)


def several(times: int) -> Comparison:
    """Return the made pair *times* over."""
    count = len(BLOCKS)
    return written(BLOCKS * times, [n * count + at for n in range(times) for at in ORDER])


def long_pair() -> Comparison:
    """The same pair several times over: many screens."""
    return several(4)


def paint(view: ReadingView) -> None:
    """Paint now."""
    view.surface.viewport().repaint()


def is_level(view: ReadingView) -> bool:
    """Tell whether the base lines painted last stand at one height, pair by pair."""
    tops = view.surface.painted_tops
    different_rows = len({one for _, one, _ in tops}) == len(tops)
    return different_rows and all(abs(one - other) <= 1 for _, one, other in tops)
