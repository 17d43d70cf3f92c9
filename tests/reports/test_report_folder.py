"""The names of pages in the folder of a report."""

from __future__ import annotations

from gui.reports.report_folder import page_name


def test_the_name_of_a_page_begins_with_40_characters_of_the_pair() -> None:
    assert page_name("x" * 41).removeprefix("pairs/").partition("-")[0] == "x" * 40
    assert page_name("x" * 41) != page_name("x" * 42)
