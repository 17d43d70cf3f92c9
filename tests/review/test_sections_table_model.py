from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from gui.compare import compare
from gui.documents import read_text
from gui.review import table_models
from gui.review.table_models import SectionRow, SectionsModel, section_rows

pytestmark = pytest.mark.usefixtures("qapp")

BODY = "The ferry left the harbour at noon and nobody on the quay waved to the crew."
REFERENCE = f"By Ann Lee\n\n{BODY}\n\nShe writes for\na weekly in Oslo."
CANDIDATE = f"{BODY}\n\nRead more <b>here</b>"


def test_what_has_no_counterpart_is_listed_with_its_beginning_and_length() -> None:
    comparison = compare(read_text(REFERENCE), read_text(CANDIDATE))
    rows = section_rows(comparison)
    assert [(row.kind, row.beginning, row.words) for row in rows] == [
        ("missing", "By Ann Lee", 3),
        ("missing", "She writes for a weekly in Oslo.", 7),
        ("added", "Read more <b>here</b>", 5),
    ]
    for row in rows:
        assert comparison.sections[row.section].kind.value == row.kind


def test_the_model_shows_goes_back_and_empties() -> None:
    model = SectionsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.set_comparison(compare(read_text(REFERENCE), read_text(CANDIDATE)))
    assert [model.index(2, column).data() for column in (0, 1, 2)] == [
        "Added",
        "Read more <b>here</b>",
        5,
    ]
    model.sort(2, Qt.SortOrder.DescendingOrder)
    assert [model.row_at(number).words for number in range(model.rowCount())] == [7, 5, 3]
    model.set_comparison(None)
    assert model.rowCount() == 0


def test_long_beginnings_are_cut_at_a_word() -> None:
    text = "word " * 400
    rows = section_rows(compare(read_text(text), read_text("")))
    assert isinstance(rows[0], SectionRow)
    assert rows[0].words == 400
    assert len(rows[0].beginning) <= 120
    assert rows[0].beginning.endswith("…")


def test_a_screen_reader_hears_a_sentence() -> None:
    model = SectionsModel()
    model.set_comparison(compare(read_text("Gone now."), read_text("")))
    text = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text.startswith("Missing section of 2 word")
    assert text.endswith("Gone now.")


def test_of_very_many_sections_the_first_are_listed_and_all_are_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(table_models, "MOST", 30)
    text = "\n\n".join(f"Line number {number} is missing there." for number in range(80))
    comparison = compare(read_text(text), read_text("Nothing of it."))
    model = SectionsModel()
    model.set_comparison(comparison)
    assert model.rowCount() == 30
    assert model.count(comparison) == 81
    assert [row.beginning for row in section_rows(comparison)][:2] == [
        "Line number 0 is missing there.",
        "Line number 1 is missing there.",
    ]
    model.set_comparison(None)
    assert model.count(None) == 0


def test_the_beginning_of_a_very_long_section_is_that_of_a_short_one() -> None:
    long = compare(read_text("word " * 40_000), read_text("Nothing of it."))
    short = compare(read_text("word " * 300), read_text("Nothing of it."))
    (one, _), (other, _) = section_rows(long), section_rows(short)
    assert one.beginning == other.beginning
    assert one.beginning.endswith("word …")
    assert (one.words, other.words) == (40_000, 300)


@pytest.mark.parametrize(("letters", "is_cut"), [(120, False), (121, True)])
def test_a_section_shows_its_first_120_characters(letters: int, is_cut: bool) -> None:
    """More have no room in the table, whatever the width of the window."""
    (row,) = section_rows(compare(read_text("x" * letters), read_text("")))
    assert row.beginning.endswith("…") is is_cut


def test_two_thousand_sections_are_listed_and_all_are_counted() -> None:
    """Whoever has more of them reads a report."""
    text = "\n\n".join(f"Part {n}." for n in range(2_001))
    comparison = compare(read_text(text), read_text(""))
    model = SectionsModel()
    model.set_comparison(comparison)
    assert len(section_rows(comparison)) == 2_000
    assert model.count(comparison) == 2_001
