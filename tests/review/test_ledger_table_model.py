from __future__ import annotations

import csv
import io

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from gui.compare import LedgerEntry
from gui.review.table_models import LedgerModel, ledger_as_csv, ledger_as_text

pytestmark = pytest.mark.usefixtures("qapp")

ENTRIES = (
    LedgerEntry("defense", "protection", (0, 4, 9)),
    LedgerEntry("both", "each", (1, 7)),
    LedgerEntry("said", "mentioned", (2,)),
)


@pytest.fixture
def model() -> LedgerModel:
    model = LedgerModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.set_rows(ENTRIES)
    return model


def references(model: LedgerModel) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_a_row_shows_reference_candidate_and_count(model: LedgerModel) -> None:
    assert [model.index(0, column).data() for column in range(3)] == ["defense", "protection", 3]
    names = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(3)]
    assert names == ["Reference", "Candidate", "Count"]


def test_it_sorts_by_each_column_and_back_to_the_order_of_the_comparison(
    model: LedgerModel,
) -> None:
    model.sort(0)
    assert references(model) == ["both", "defense", "said"]
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert references(model) == ["defense", "said", "both"]
    model.sort(2)
    assert references(model) == ["said", "both", "defense"]
    model.sort(-1)
    assert references(model) == ["defense", "both", "said"]


def test_the_filter_looks_at_both_sides(model: LedgerModel) -> None:
    model.set_filter("EACH")
    assert references(model) == ["both"]
    model.set_filter("s")
    assert references(model) == ["defense", "said"]
    model.set_filter(" ")
    assert len(references(model)) == 3


def test_a_new_ledger_keeps_filter_and_order(model: LedgerModel) -> None:
    model.set_filter("e")
    model.sort(0, Qt.SortOrder.DescendingOrder)
    model.set_rows((*ENTRIES, LedgerEntry("zinc", "metal", (3,)), LedgerEntry("ox", "cow", (5,))))
    assert references(model) == ["zinc", "said", "defense", "both"]


def test_a_change_is_found_again(model: LedgerModel) -> None:
    assert model.row_of_change(7) == 1
    assert model.row_of_change(3) is None
    model.set_filter("defense")
    assert model.row_of_change(7) is None


def test_rows_outside_are_refused(model: LedgerModel) -> None:
    for row in (-1, 3):
        with pytest.raises(IndexError):
            model.row_at(row)


def test_text_has_one_line_an_entry() -> None:
    assert ledger_as_text([LedgerEntry("phone", "telephone", (4, 9))]) == "phone → telephone\t2\n"


def test_csv_is_read_back_whatever_the_words_contain() -> None:
    odd = [LedgerEntry('a "b", c', "d\ne", (0,)), LedgerEntry("=1+1", "ü", (1, 2))]
    assert list(csv.reader(io.StringIO(ledger_as_csv(odd), newline=""))) == [
        ["reference", "candidate", "count"],
        ['a "b", c', "d\ne", "1"],
        ["=1+1", "ü", "2"],
    ]


def test_a_screen_reader_hears_a_sentence(model: LedgerModel) -> None:
    text = model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text.startswith("defense became protection, 3 time")
