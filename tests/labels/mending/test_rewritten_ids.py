"""Rows under ids as a spreadsheet makes them, and other manners of writing the same file."""

from __future__ import annotations

import csv

import pytest

from gui.labels import Answer, Pair
from gui.labels.label_reading import read_labels
from gui.labels.mending.rewritten_ids import may_have_become
from tests.labels.helpers import JUDGED, Workspace, pair
from tests.labels.older_copies import accident, edited, label, names
from tests.labels.scenario import state_of

IDS = {"007": "7", "1E5": "100000", "1.10": "1.1", "12345678901234567890": "1.23456789012346E+19"}


@pytest.mark.parametrize("stale", [False, True], ids=["current", "older"])
@pytest.mark.parametrize("name", IDS)
def test_an_id_that_a_spreadsheet_rewrote(workspace: Workspace, name: str, stale: bool) -> None:
    store = workspace.store()
    label(store, [1])
    store.label(Pair(name, "texts/x.txt", "texts/y.txt"), "copy", JUDGED)
    store.project()
    older = workspace.labels.read_bytes()
    if stale:
        label(store, [2, 3])

    def change(row: dict[str, str]) -> None:
        row["pair_id"] = IDS.get(row["pair_id"], row["pair_id"])

    workspace.labels.write_bytes(edited(older, change))
    read = read_labels(workspace.labels, workspace.state)
    assert {key[0] for key in read.rows} == {key[0] for key in store.rows()}
    assert any("that a spreadsheet rewrote" in str(problem) for problem in read.problems)
    store.look_outside()
    assert (name, "anna") in store.rows()
    assert (IDS[name], "anna") not in store.rows()
    store.project()
    assert "1 id in labels.csv that a spreadsheet had rewritten was corrected." in map(
        str, accident(store).messages
    )
    assert store.look_outside() is None
    ids = [row["pair_id"] for row in workspace.records()]
    assert sorted(ids) == sorted(["p1", name, *(["p2", "p3"] if stale else [])])
    assert state_of(workspace.store()) == state_of(store)


@pytest.mark.parametrize("column", ["candidate", "reference"])
def test_a_later_label_outlives_an_older_copy_without_a_column_of_documents(
    workspace: Workspace, column: str
) -> None:
    store = workspace.store()
    label(store, [1])
    own = Pair("007", "texts/x.txt", "texts/y.txt")
    store.label(own, "copy", JUDGED)
    store.project()
    older = workspace.labels.read_bytes()
    store.label(own, "unrelated", JUDGED)
    label(store, [2])
    store.look_outside()
    rows = store.rows()
    lines = list(csv.reader(older.decode().splitlines()))
    gone = lines[0].index(column)
    with workspace.labels.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            ["7" if text == "007" else text for place, text in enumerate(line) if place != gone]
            for line in lines
        )
    store.look_outside()
    assert store.project().kind.value == "saved"
    assert store.rows() == rows == workspace.store().rows()


@pytest.mark.parametrize("stale", [False, True], ids=["current", "older"])
def test_an_id_that_was_mended_can_be_taken_out_again(workspace: Workspace, stale: bool) -> None:
    store = workspace.store()
    label(store, [1])
    store.label(Pair("007", "texts/x.txt", "texts/y.txt"), "copy", JUDGED)
    store.project()
    older = workspace.labels.read_bytes()
    if stale:
        label(store, [2, 3])
        store.label(Pair("007", "texts/x.txt", "texts/y.txt"), "unrelated", JUDGED)
        store.project()
    there = older.replace(b"\n007,", b"\n7,")
    workspace.labels.write_bytes(there)
    store.look_outside()
    store.project()
    assert accident(store).can_take_out
    store.answer(Answer.TAKE_OUT)
    store.project()
    assert workspace.labels.read_bytes() == there
    assert {key[0] for key in store.rows()} == {"p1", "7"}
    assert workspace.store().look_outside() is None
    assert state_of(workspace.store()) == state_of(store)


def test_a_row_in_doubt_that_comes_under_a_rewritten_id_is_put_back(workspace: Workspace) -> None:
    store = workspace.store()
    label(store, [1, 2])
    without = workspace.labels.read_bytes()
    store.label(Pair("007", "texts/x.txt", "texts/y.txt"), "copy", JUDGED)
    store.project()
    older = workspace.labels.read_bytes()
    workspace.labels.write_bytes(without)
    assert accident(store).doubt is not None
    workspace.labels.write_bytes(older.replace(b"\n007,", b"\n7,"))
    store.look_outside()
    store.project()
    told = accident(store)
    assert told.doubt is None
    assert told.messages
    for again in (store, workspace.store()):
        assert {key[0] for key in again.rows()} == {"p1", "p2", "007"}
    assert workspace.labels.read_bytes() == older


def test_of_two_ids_that_became_one_none_is_taken_out(workspace: Workspace) -> None:
    store = workspace.store()
    for name in ("007", "07"):
        store.label(Pair(name, f"texts/{name}.txt", "texts/y.txt"), "copy", JUDGED)
    store.project()
    whole = workspace.labels.read_bytes()
    workspace.labels.write_bytes(whole.replace(b"\n007,", b"\n7,").replace(b"\n07,", b"\n7,"))
    store.look_outside()
    store.project()
    assert not accident(store).can_take_out
    assert {"007", "07"} == {row["pair_id"] for row in workspace.records()}


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("3-4", "03. Apr"),
        ("2024-03-25", "25.03.2024"),
        ("0012345678901234567", "1,23457E+16"),
        ("12:30", "12:30:00"),
    ],
)
def test_dates_and_short_numbers_are_known_where_times_were_rewritten_too(
    workspace: Workspace, name: str, there: str
) -> None:
    store = workspace.store()
    label(store, [1])
    store.label(Pair(name, "texts/x.txt", "texts/y.txt"), "copy", JUDGED)
    store.project()

    def change(row: dict[str, str]) -> None:
        row["pair_id"] = row["pair_id"].replace(name, there)
        row["created_at"] = row["updated_at"] = "31.01.2025 09:00"

    workspace.labels.write_bytes(edited(workspace.labels.read_bytes(), change))
    store.look_outside()
    store.project()
    assert {key[0] for key in store.rows()} == {"p1", name}
    assert [row["pair_id"] for row in workspace.records()] == ["p1", name]


def test_many_ids_of_the_same_documents(workspace: Workspace) -> None:
    names = [f"{number:03}" for number in range(1, 41)]
    store = workspace.store()
    for name in names:
        store.label(Pair(name, "texts/x.txt", "texts/y.txt"), "copy", JUDGED)
    store.project()

    def change(row: dict[str, str]) -> None:
        row["pair_id"] = row["pair_id"].lstrip("0")
        row["created_at"] = "31.01.2025 09:00"

    workspace.labels.write_bytes(edited(workspace.labels.read_bytes(), change))
    store.look_outside()
    store.project()
    assert [row["pair_id"] for row in workspace.records()] == names


def test_of_a_number_a_spreadsheet_keeps_15_digits(workspace: Workspace) -> None:
    """More of them say nothing, and fewer would take two pairs for one."""
    ids = {
        "12345678901234567890": "1.23456789012346E+19",
        "12345678901299999999": "1.23456789013E+19",
    }
    store = workspace.store()
    for name in ids:
        store.label(Pair(name, "texts/x.txt", "texts/y.txt"), "copy", JUDGED)
    store.project()

    def change(row: dict[str, str]) -> None:
        row["pair_id"] = ids[row["pair_id"]]
        row["created_at"] = "01/31/25"

    workspace.labels.write_bytes(edited(workspace.labels.read_bytes(), change))
    store.look_outside()
    assert {key[0] for key in store.rows()} == set(ids)


def test_two_ids_that_became_one_both_come_back(workspace: Workspace) -> None:
    store = workspace.store()
    for name in ("007", "07", "x"):
        store.label(Pair(name, f"texts/{name}.txt", "texts/y.txt"), "copy", JUDGED)
    store.project()

    def change(row: dict[str, str]) -> None:
        row["pair_id"] = row["pair_id"].lstrip("0")

    workspace.labels.write_bytes(edited(workspace.labels.read_bytes(), change))
    store.look_outside()
    store.project()
    assert {"007", "07", "x"} <= {key[0] for key in store.rows()}
    assert {"007", "07", "x"} <= {row["pair_id"] for row in workspace.records()}


def test_a_row_of_another_pair_is_no_rewritten_id(workspace: Workspace) -> None:
    store = workspace.store()
    store.label(Pair("007", "texts/x.txt", "texts/y.txt"), "copy", JUDGED)
    label(store, [1])

    def change(row: dict[str, str]) -> None:
        if row["pair_id"] == "007":
            row |= {"pair_id": "7", "reference": "texts/z.txt"}

    workspace.labels.write_bytes(edited(workspace.labels.read_bytes(), change))
    store.look_outside()
    store.project()
    assert {row["pair_id"] for row in workspace.records()} == {"7", "p1"}


@pytest.mark.parametrize(
    ("encoding", "more"),
    [
        ("utf-8-sig", {"delimiter": ";"}),
        ("utf-16", {"delimiter": "\t", "lineterminator": "\n"}),
        ("utf-8", {"quoting": csv.QUOTE_ALL}),
        ("windows-1252", {}),
    ],
)
def test_another_manner_of_writing_hides_nothing(
    workspace: Workspace, encoding: str, more: dict[str, str]
) -> None:
    store = workspace.store()
    label(store, range(1, 6))
    store.note(pair(1), "é", JUDGED)
    store.project()
    current = workspace.labels.read_bytes()
    label(store, range(6, 9))
    rows = edited(current, lambda row: None, **more).decode().splitlines(keepends=True)
    data = "".join([rows[0], *reversed(rows[1:])]).encode(encoding)
    workspace.labels.write_bytes(data)  # also sorted another way
    store.look_outside()
    assert store.project().kind.value == "saved"
    assert {key[0] for key in store.rows()} == names(range(1, 9))
    assert {key[0] for key in read_labels(workspace.labels, workspace.state).rows} == names(
        range(1, 9)
    )
    assert state_of(workspace.store()) == state_of(store)
    assert workspace.labels.read_bytes().startswith(data)


def test_a_spreadsheet_keeps_15_digits_of_a_number() -> None:
    assert may_have_become("1234567890123456", "1234567890123450")
    assert not may_have_become("1234567890123456", "1234567890123400")
    assert may_have_become("1234567890123456", "1.23456789012346E+15")


def test_a_date_is_looked_for_in_30_characters() -> None:
    assert may_have_become("1".ljust(29, "/") + "2", "02.01.")
    assert not may_have_become("1".ljust(30, "/") + "2", "02.01.")
