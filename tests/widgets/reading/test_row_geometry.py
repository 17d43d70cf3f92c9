"""Where rows and columns stand: summed heights, and widths shared by the panes."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from gui.documents import read_text
from gui.widgets.reading.cell import typography
from gui.widgets.reading.counterparts import Role
from gui.widgets.reading.reading_rows import document_rows
from gui.widgets.reading.row_layout import Heights, RowLayout, columns
from gui.widgets.reading.scrolling import Measurer


@given(st.lists(st.integers(0, 50), min_size=1, max_size=60), st.randoms())
def test_heights_are_sums(heights: list[int], chance: random.Random) -> None:
    tree = Heights(heights)
    for _ in range(5):
        row = chance.randrange(len(heights))
        heights[row] = chance.randrange(60)
        tree.set(row, heights[row])
    assert tree.total == sum(heights)
    assert [tree.top(row) for row in range(len(heights))] == [
        sum(heights[:row]) for row in range(len(heights))
    ]
    for y in range(tree.total):
        row = tree.at(y)
        assert tree.top(row) <= y < tree.top(row) + heights[row]
    assert tree.at(tree.total + 5) == len(heights) - 1


def test_no_heights_have_no_row() -> None:
    with pytest.raises(IndexError):
        Heights([]).at(0)


@pytest.mark.parametrize("width", [300, 754, 1280, 1920, 3840])
@pytest.mark.parametrize("share", [0.0, 0.3, 0.5, 1.0])
def test_columns_fill_the_view_and_swap_whole(width: int, share: float) -> None:
    plain = columns(width, share, False, 600, 20)
    swapped = columns(width, share, True, 600, 20)
    assert plain.reference.left == 0
    assert plain.reference.right == plain.gutter_left
    assert plain.candidate.left == plain.gutter_left + plain.gutter_width
    assert plain.candidate.right == width
    assert (swapped.candidate, swapped.reference) == (plain.reference, plain.candidate)
    for column in (plain.reference, plain.candidate):
        assert column.left < column.text_left
        assert column.text_left + column.text_width < column.right
        assert column.text_width <= 600
    assert plain.role_at(0) is Role.REFERENCE
    assert swapped.role_at(0) is Role.CANDIDATE
    assert plain.role_at(plain.gutter_left) is None


@pytest.mark.parametrize("swapped", [False, True])
def test_counterparts_stay_near_each_other_on_a_large_screen(swapped: bool) -> None:
    found = columns(3840, 0.5, swapped, 600, 20)
    first, second = (
        (found.candidate, found.reference) if swapped else (found.reference, found.candidate)
    )
    assert second.text_left - (first.text_left + first.text_width) <= found.gutter_width + 80


@pytest.mark.parametrize(("width", "gutter"), [(500, 34), (499, 20)])
def test_a_narrow_view_has_a_narrow_gutter(width: int, gutter: int) -> None:
    assert columns(width, 0.5, False, 600, 20).gutter_width == gutter


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_the_narrower_pane_keeps_140_pixels(share: float) -> None:
    found = columns(1_000, share, False, 600, 20)
    narrow = min(found.reference, found.candidate, key=lambda column: column.width)
    assert narrow.width == 140
    assert narrow.text_width == 140 - 2 * 11, "with less around its text than a wide one"


def laid_out(reference: str, candidate: str = "") -> RowLayout:
    """Lay out *reference* and *candidate* in columns of ordinary width, without marks."""
    documents = read_text(reference), read_text(candidate)
    rows = document_rows(*documents)
    return RowLayout(*documents, rows, columns(1_000, 0.5, False, 600, 20), typography("sans", 100))


def test_the_last_400_000_characters_stay_laid_out(look: QApplication) -> None:
    layout = laid_out("\n\n".join(f"{'x' * 99} " * 79 + "y" * 100 for _ in range(51)))
    cells = [layout.cell(number, Role.REFERENCE) for number in range(50)]
    assert {cell.span.end - cell.span.start for cell in cells if cell is not None} == {8_000}
    assert layout.cell(0, Role.REFERENCE) is cells[0]
    layout.cell(50, Role.REFERENCE)  # for which the one goes that was not needed for longest
    assert layout.cell(0, Role.REFERENCE) is cells[0]
    assert layout.cell(1, Role.REFERENCE) is not cells[1]


@pytest.mark.parametrize(
    ("texts", "is_measured"),
    [
        pytest.param((["text"] * 1_500, []), True, id="1,500 rows"),
        pytest.param((["text"] * 1_501, []), False, id="1,501 rows"),
        pytest.param((["text", "x" * 74_994], ["y" * 75_000]), True, id="150,000 characters"),
        pytest.param((["text", "x" * 74_994], ["y" * 75_001]), False, id="150,001 characters"),
    ],
)
def test_pairs_of_some_size_are_measured_to_their_end(
    look: QApplication, texts: tuple[list[str], list[str]], is_measured: bool
) -> None:
    """Of larger ones only what comes near the view."""
    layout = laid_out(*map("\n\n".join, texts))
    parent = QObject()
    measurer = Measurer(parent)
    measurer.measure(layout)
    measurer.seen()
    look.processEvents()
    assert layout.is_exact(0) is is_measured
    measurer.stop()
