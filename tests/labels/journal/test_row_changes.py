"""What becomes of a row that both we and another program changed."""

from __future__ import annotations

import pytest

from gui.labels import LabelRow
from gui.labels.file.csv_format import plain
from gui.labels.journal.row_changes import later, merged
from gui.labels.label_set import label_of

ROW = LabelRow("p", "a", "b", "copy", "anna", "2025-01", "2025-01", 3.0, revision=4)
RELABELLED = ROW._replace(label="original", updated_at="2025-02", revision=5)
NOTED = ROW._replace(note="by hand", flagged=True, revision=9)


def test_where_nobody_interfered_the_decision_stands() -> None:
    assert merged(ROW, ROW, RELABELLED) == RELABELLED
    assert merged(None, None, ROW) == ROW
    assert merged(ROW, ROW, None) is None


def test_a_decision_that_is_there_already_changes_nothing() -> None:
    assert merged(RELABELLED, ROW, RELABELLED) == RELABELLED
    assert merged(None, ROW, None) is None


def test_both_changes_are_kept() -> None:
    assert merged(NOTED, ROW, RELABELLED) == RELABELLED._replace(
        note="by hand", flagged=True, revision=10
    )


def test_a_row_that_was_taken_away_comes_back_with_a_newer_decision() -> None:
    assert merged(None, ROW, RELABELLED) == RELABELLED


def test_taking_back_a_label_leaves_a_note_of_others() -> None:
    row = merged(NOTED, ROW, None)
    assert row is not None
    assert (row.label, row.note, row.flagged) == (None, "by hand", True)
    assert merged(ROW._replace(lead_time=9.0), ROW, None) is None


def test_what_is_only_filled_in_neither_counts_nor_brings_a_row_back() -> None:
    filled = ROW._replace(verbatim=0.5)
    assert merged(ROW, ROW, filled) == filled
    assert merged(NOTED, ROW, filled) == NOTED._replace(verbatim=0.5)
    assert merged(None, ROW, filled) is None


def test_a_first_decision_on_a_row_that_appeared_meanwhile() -> None:
    theirs = ROW._replace(label=None, note="theirs", created_at="2024", revision=2)
    row = merged(theirs, None, ROW._replace(revision=1))
    assert row == ROW._replace(note="theirs", created_at="2024", revision=3)


@pytest.mark.parametrize(
    ("at", "before", "wanted"),
    [
        ("2025-01-31T09:00:00.000Z", "2025-01-31T10:00:00.000Z", "2025-01-31T10:00:00.000Z"),
        ("2025-01-31T11:00:00.000Z", "2025-01-31T10:00:00.000Z", "2025-01-31T11:00:00.000Z"),
        ("2025-01-31T09:00:00.000Z", "yesterday", "2025-01-31T09:00:00.000Z"),
    ],
)
def test_a_time_never_goes_back(at: str, before: str, wanted: str) -> None:
    assert later(at, before) == wanted


def test_examples_of_the_docstrings() -> None:
    assert plain("caf\udce9.txt") == "caf\\xe9.txt"
    assert label_of(" Copy ") == "copy"
    row = LabelRow.from_texts(
        {"pair_id": "p", "annotator": "a", "label": " Copy ", "flagged": "yes"}
    )
    assert (row.label, row.flagged) == ("copy", True)


def test_a_row_is_read_back_from_its_texts() -> None:
    row = NOTED._replace(verbatim=0.1234, with_substitutions=1.0, shown_swapped=True)
    assert LabelRow.from_texts(row.texts()) == row
    nonsense = {"lead_time": "nan", "verbatim": "-1", "revision": "many", "flagged": "perhaps"}
    read = LabelRow.from_texts(nonsense)
    assert (read.lead_time, read.verbatim, read.revision, read.flagged) == (0.0, None, 1, False)
