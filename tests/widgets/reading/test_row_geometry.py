"""Where rows and columns stand: summed heights, and widths shared by the panes."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.widgets.reading.counterparts import Role
from gui.widgets.reading.row_layout import Heights, columns


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
