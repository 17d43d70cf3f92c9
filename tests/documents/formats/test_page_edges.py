"""Columns, running heads and paragraphs of a page at the edges of what makes them so."""

from __future__ import annotations

import pytest

from gui.documents.formats.page_layout import join_pages
from gui.documents.formats.reading_order import PageLine, in_reading_order

TEXT = "a usual line of prose"


def columns(
    rows: int = 4, *, gap: float = 10, width: float = 150, text: str = TEXT
) -> list[list[PageLine]]:
    """Return rows of two lines; in the left column, all but the first have this *width*."""
    return [
        [
            PageLine(f"{text}", 50, 200 if n == 0 else 50 + width, 700 - 12 * n, 10),
            PageLine(f"{text} ", 200 + gap, 400, 700 - 12 * n, 10),
        ]
        for n in range(rows)
    ]


def is_read_by_columns(rows: list[list[PageLine]]) -> bool:
    found = in_reading_order(rows)
    assert len(found) in (len(rows), 2 * len(rows))
    return len(found) == 2 * len(rows)


def test_columns_have_six_tenths_of_a_type_size_between_them() -> None:
    assert is_read_by_columns(columns(gap=6))
    assert not is_read_by_columns(columns(gap=5))


def test_a_column_has_four_lines_of_15_letters() -> None:
    assert is_read_by_columns(columns(4))
    assert not is_read_by_columns(columns(3))
    assert is_read_by_columns(columns(text="x" * 15))
    assert not is_read_by_columns(columns(text="x" * 14))


def test_half_of_the_lines_of_a_column_fill_three_fifths_of_it() -> None:
    assert is_read_by_columns(columns(width=90))
    assert not is_read_by_columns(columns(width=89))


@pytest.mark.parametrize(("others", "is_found"), [(18, True), (19, False)])
def test_a_column_is_among_the_20_left_edges_with_the_most_lines(
    others: int, is_found: bool
) -> None:
    labels = [
        [PageLine(TEXT, 410 + 2 * (n // 5), 411 + 2 * (n // 5), 640 - 12 * n, 10)]
        for n in range(5 * others)
    ]
    found = in_reading_order([*columns(), *labels])
    assert ([line.text for line in found[:4]] == [TEXT] * 4) is is_found


@pytest.mark.parametrize(
    ("heads", "above", "is_head"), [(1, 25.1, True), (1, 25, False), (2, 30, True), (3, 30, False)]
)
def test_a_running_head_has_two_lines_two_and_a_half_sizes_above(
    heads: int, above: float, is_head: bool
) -> None:
    rows = [
        [
            PageLine("The Gazette", 50, 200, 700 + above + 12 * n, 10),
            PageLine("Monday", 210, 400, 700 + above + 12 * n, 10),
        ]
        for n in reversed(range(heads))
    ]
    found = in_reading_order([*rows, *columns()])
    assert (found[0].text == "The Gazette Monday") is is_head


def test_a_large_first_letter_has_one_and_a_half_times_the_size() -> None:
    rest = PageLine("he gulls moved", 62, 200, 700, 10)
    for size, is_large in ((15, True), (14.9, False)):
        text, _ = join_pages([[PageLine("T", 50, 60, 700, size), rest]], whole_page=True)
        assert (text == "The gulls moved") is is_large


def paragraphs(*lines: PageLine) -> list[int]:
    """Return how many lines each paragraph of a page has."""
    text, _ = join_pages([list(lines)], whole_page=True)
    return [part.count("#") for part in text.split("\n\n")]


def lines(*falls: float, ends: list[float] | None = None, text: str = "# so it") -> list[PageLine]:
    """Return lines, so far below each other, that end where *ends* says."""
    base, found = 700.0, []
    for n, fall in enumerate((0, *falls)):
        base -= fall
        found.append(PageLine(text, 50, ends[n] if ends else 200, base, 10))
    return found


@pytest.mark.parametrize(("above", "left_out"), [(17.1, ["7"]), (16.9, [])])
def test_a_page_number_is_apart_from_the_text(above: float, left_out: list[str]) -> None:
    page = [PageLine("7", 100, 110, 700 + above, 10), *lines(12, 12, 12)]
    assert join_pages([page])[1] == left_out


def test_a_third_more_than_the_usual_distance_separates_paragraphs() -> None:
    assert paragraphs(*lines(12, 12, 12, 15.5)) == [5]
    assert paragraphs(*lines(12, 12, 12, 15.7)) == [4, 1]


def test_usual_distances_are_half_a_size_to_three_sizes() -> None:
    assert paragraphs(*lines(12, 29, 29, 29)) == [5]
    assert paragraphs(*lines(12, 31, 31, 31)) == [2, 1, 1, 1]
    assert paragraphs(*lines(12, 4.5, 4.5, 4.5)) == [5]
    assert paragraphs(*lines(12, 5.5, 5.5, 5.5)) == [1, 4]


def test_type_of_another_size_is_another_paragraph() -> None:
    first, second = lines(12)
    assert paragraphs(first, second._replace(size=11.4)) == [2]
    assert paragraphs(first, second._replace(size=11.6)) == [1, 1]


def test_an_indent_of_four_fifths_of_a_size_begins_a_paragraph() -> None:
    first, second, third = lines(12, 12)
    assert paragraphs(first, second, third._replace(left=57.9, right=210)) == [3]
    assert paragraphs(first, second, third._replace(left=58.1, right=210)) == [2, 1]


def in_even_columns(short: list[float], full: int) -> list[int]:
    ends = [200.0, 200, *[end for one in short for end in (one, 200.0)]]
    ends += [200.0] * (full - len(ends) + len(short))
    return paragraphs(*lines(*[12] * (len(ends) - 1), ends=ends))


def test_in_a_justified_column_a_line_that_lacks_half_a_size_is_the_last() -> None:
    assert in_even_columns([194.9], full=5) == [3, 3]
    assert in_even_columns([195.1], full=5) == [6]


def test_a_column_is_justified_where_seven_lines_in_ten_are_even() -> None:
    assert in_even_columns([190, 190, 190], full=7) == [3, 2, 2, 3]
    assert in_even_columns([190, 190, 190, 190], full=6) == [10]


def test_five_lines_show_how_wide_a_column_is() -> None:
    assert paragraphs(*lines(12, 12, 12, 12, ends=[200, 200, 190, 200, 200])) == [3, 2]
    assert paragraphs(*lines(12, 12, 12, ends=[200, 200, 190, 200])) == [4]


@pytest.mark.parametrize(("end", "expected"), [(169, [2, 1]), (171, [3])])
def test_a_line_of_less_than_four_fifths_that_ends_a_sentence_is_the_last(
    end: float, expected: list[int]
) -> None:
    page = lines(12, 12, ends=[200, end, 200], text="# so it is.")
    assert paragraphs(*page) == expected


def test_what_stands_on_the_same_line_goes_on_within_three_sizes() -> None:
    (first,) = lines()
    for left, expected in ((229, [2]), (231, [1, 1])):
        assert paragraphs(first, first._replace(left=left, right=300)) == expected
    for fall, expected in ((1.9, [1, 1]), (2.1, [2])):
        assert paragraphs(first, first._replace(base=first.base - fall)) == expected
