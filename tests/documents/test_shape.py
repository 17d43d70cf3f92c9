"""Headlines, date lines, names and captions are told by their shape, in any language."""

from __future__ import annotations

import pytest

from gui.documents.shape import is_caption, is_headline, is_name_line, is_prose, without_date

HEADLINE = "Ferry returns after a long winter in the dock"
CAPTION = "The ferry at the quay on Sept. 14, 2023. Harbour Office Photo"
PARAGRAPH = (
    "The ferry came back to the harbour on Monday after a winter in the dock, and people stood "
    "along the quay to watch it turn under its own power for the first time since November."
)


@pytest.mark.parametrize(
    "line",
    [
        "September 14, 2023 7:45 AM",
        "Published on 14. September 2023, 18:01",
        "14 de septiembre de 2023",
        "1er mars 2025",
        "2025-02-02 18:01",
        "02/02/2025",
        "2025年2月2日",
        "2025년 2월 2일",
        "٢ فبراير ٢٠٢٥",
        "2 февраля 2025, 18:01",
    ],
)
def test_dates_of_many_languages(line: str) -> None:
    assert without_date(line) is not None


@pytest.mark.parametrize(
    "line",
    [
        "The mayor on Sept. 14, 2023. Photo by the town",
        "Sleepers to return to the coast line after 14 years",
        "Nine thousand tonnes that never were",
    ],
)
def test_lines_that_are_no_dates(line: str) -> None:
    assert without_date(line) is None


@pytest.mark.parametrize("line", ["Source link", "Read the full article", "Harbour at night", ""])
def test_lines_that_name_nobody(line: str) -> None:
    assert not is_name_line(line)


def test_names_without_capitals() -> None:
    assert is_name_line("بقلم أحمد علي")


def test_shapes_do_not_overlap_where_it_matters() -> None:
    assert is_headline(HEADLINE)
    assert not is_headline(CAPTION)
    assert is_caption(CAPTION)
    assert not is_caption(HEADLINE)
    assert is_prose(PARAGRAPH)
    assert not is_prose(CAPTION)
    assert is_caption("A crane over the quay (Photo by Bo Ek)")
    assert is_caption("A crane over the quay. Agency/Bo Ek")
