"""A spreadsheet saves figures and times as it shows them: nobody wished the old ones away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import pytest

from gui.labels import Answer, LabelStore, SaveKind
from gui.labels.label_values import LabelRow
from gui.labels.mending.rewritten_cells import is_rewritten
from tests.labels.helpers import JUDGED, Workspace, pair, run
from tests.labels.older_copies import accident, edited, label

Change = Callable[[dict[str, str]], None]
HASH = "12e" + "0" * 61
FIRST = JUDGED._replace(
    reference_sha256=HASH, lead_time=3.5, verbatim=0.5123, with_substitutions=0.75
)


def change(**columns: str) -> Change:
    """Return what writes *columns* into anna's row of the first pair."""

    def write(row: dict[str, str]) -> None:
        if (row["pair_id"], row["annotator"]) == ("p1", "anna"):
            row.update(columns)

    return write


def local_times(row: dict[str, str]) -> None:
    row["created_at"] = row["updated_at"] = "31.01.2025 09:00"


SAVED_BY: Mapping[str, Change] = MappingProxyType(
    {
        "a date for seconds": change(lead_time="03. Mai"),
        "no decimals": change(lead_time="4"),
        "too narrow a column": change(lead_time="####", created_at="########"),
        "shares in percent": change(verbatim="51%", with_substitutions="75,00 %"),
        "shares rounded": change(verbatim="0,5"),
        "a hash as a number": change(reference_sha256="1.2E+62"),
        "local times": local_times,
        "times of pandas": change(updated_at="2025-01-31 09:00:01+00:00"),
        "serial numbers": change(created_at="45688.375", lead_time="45780"),
        "a flag as a float": change(flagged="1.0"),
        "sides in percent": change(shown_swapped="100%"),
        "a note as a date": change(note="03. Apr"),
        "all of them": change(
            lead_time="03. Mai", verbatim="51%", updated_at="1/31/25 9:00", note="03. Apr"
        ),
    }
)


def opened(workspace: Workspace) -> LabelStore:
    """A window with two rows of its own and one of a colleague, all in the file."""
    store = workspace.store("berta")
    store.label(pair(1), "unrelated", FIRST._replace(shown_swapped=True))
    assert store.project().kind is SaveKind.SAVED
    store = workspace.store()
    store.label(pair(1), "copy", FIRST._replace(shown_swapped=True))
    store.flag(pair(1), True, FIRST._replace(lead_time=0))
    store.note(pair(1), "3-4", FIRST._replace(lead_time=0))
    store.label(pair(2), "original", JUDGED)
    assert store.project().kind is SaveKind.SAVED
    store.look_outside()
    return store


def row_of(store: LabelStore, name: str) -> LabelRow:
    row = store.row(name)
    assert row is not None
    return row


@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
@pytest.mark.parametrize("save", SAVED_BY.values(), ids=SAVED_BY)
def test_what_the_program_wrote_comes_back(
    workspace: Workspace, capsys: pytest.CaptureFixture[str], save: Change, closed: bool
) -> None:
    store = opened(workspace)
    whole, rows = workspace.labels.read_bytes(), store.rows(everybody=True)
    there = edited(whole, save)
    workspace.labels.write_bytes(there)
    checked = ("check", workspace.labels, "--journals", workspace.state)
    status, said, _ = run(capsys, *checked)
    assert status == 1
    assert "in which a spreadsheet rewrote cells, for example “" in said
    if closed:
        store = workspace.store()
    store.look_outside()
    assert store.rows(everybody=True) == rows
    assert store.project().kind is SaveKind.SAVED
    assert workspace.labels.read_bytes() == whole
    found = accident(store)
    (message,) = map(str, found.messages)
    assert "A spreadsheet rewrote cells of labels.csv, for example “" in message
    assert found.can_take_out
    (copy,) = (workspace.state / "backups").glob("*.older-*.csv")
    assert copy.read_bytes() == there
    assert workspace.store().rows(everybody=True) == rows
    assert run(capsys, *checked)[0] == 0


@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
def test_what_somebody_decided_there_is_a_wish(workspace: Workspace, closed: bool) -> None:
    store = opened(workspace)
    before = row_of(store, "p1")
    both = change(label="original", flagged="0", note="see p2", lead_time="03. Mai", verbatim="51%")
    workspace.labels.write_bytes(edited(workspace.labels.read_bytes(), both))
    if closed:
        store = workspace.store()
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    wanted = before._replace(label="original", flagged=False, note="see p2")
    assert row_of(store, "p1") == row_of(workspace.store(), "p1") == wanted


DECISION = ("pair_id", "annotator", "label", "flagged", "note")
EMPTIED: Mapping[str, Change] = MappingProxyType(
    {
        "a figure": change(verbatim=""),
        "names of documents": change(reference="", candidate=" "),
        "times and hashes": change(created_at="", updated_at="", reference_sha256="", lead_time=""),
        "all but the decision": lambda row: row.update(
            {name: "" for name in row if name not in DECISION}
        ),
        "an id": change(pair_id=""),
        "an annotator": change(annotator=" "),
        "id, annotator and a figure": change(pair_id="", annotator="", verbatim=""),
        "all ids": lambda row: row.update(pair_id=""),
        "all annotators": lambda row: row.update(annotator=""),
    }
)


@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
@pytest.mark.parametrize("empty", EMPTIED.values(), ids=EMPTIED)
def test_what_the_program_wrote_comes_back_into_empty_cells(
    workspace: Workspace, capsys: pytest.CaptureFixture[str], empty: Change, closed: bool
) -> None:
    store = opened(workspace)
    whole, rows = workspace.labels.read_bytes(), store.rows(everybody=True)
    workspace.labels.write_bytes(edited(whole, empty))
    status, said, _ = run(capsys, "check", workspace.labels, "--journals", workspace.state)
    assert status == 1
    assert "another program emptied cells, such as “" in said
    if closed:
        store = workspace.store()
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    assert workspace.labels.read_bytes() == whole
    assert store.rows(everybody=True) == rows
    found = accident(store)
    (message,) = map(str, found.messages)
    assert "Another program emptied cells of labels.csv, such as" in message
    assert found.can_take_out
    assert len(list((workspace.state / "backups").glob("*.older-*.csv"))) == 1


@pytest.mark.parametrize(
    "empty", [change(verbatim="", reference=""), change(pair_id=""), change(annotator="")]
)
def test_emptied_cells_can_be_emptied_again(workspace: Workspace, empty: Change) -> None:
    store = opened(workspace)
    there = edited(workspace.labels.read_bytes(), empty)
    workspace.labels.write_bytes(there)
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    store.answer(Answer.TAKE_OUT)
    assert store.project().kind is SaveKind.SAVED
    assert workspace.labels.read_bytes() == there
    assert workspace.store().look_outside() is None


@pytest.mark.parametrize("older", [False, True], ids=["current", "older"])
@pytest.mark.parametrize("later", [False, True], ids=["at once", "after a label"])
def test_what_is_taken_out_again_is_as_it_was_to_the_byte(
    workspace: Workspace, older: bool, later: bool
) -> None:
    def save(row: dict[str, str]) -> None:
        row["lead_time"] = row["lead_time"].replace(".", ",")
        row["created_at"], row["updated_at"] = "31.01.2025 09:00", ""

    store = opened(workspace)
    there = edited(workspace.labels.read_bytes(), save, delimiter=";", lineterminator="\n")
    if older:
        label(store, [7, 8])
    workspace.labels.write_bytes(there)
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    if later:
        label(store, [9])
    store.answer(Answer.TAKE_OUT)
    assert store.project().kind is SaveKind.SAVED
    if later:
        assert store.rows()["p9", "anna"].label == "copy"
        assert workspace.labels.read_bytes().startswith(there[:100])
    else:
        assert workspace.labels.read_bytes() == there
    assert workspace.store().look_outside() is None
    assert workspace.store().rows(everybody=True) == store.rows(everybody=True)


@pytest.mark.parametrize(
    ("column", "keys"),
    [
        ("pair_id", {("", "berta"), ("p1", "anna"), ("p2", "anna")}),
        ("annotator", {("p1", "berta"), ("p1", "anna"), ("p2", "")}),
    ],
)
def test_of_two_rows_that_had_become_one_none_is_taken_out(
    workspace: Workspace, column: str, keys: set[tuple[str, str]]
) -> None:
    store = opened(workspace)
    whole = workspace.labels.read_bytes()
    workspace.labels.write_bytes(edited(whole, lambda row: row.update({column: ""})))
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    store.answer(Answer.TAKE_OUT)
    assert store.project().kind is SaveKind.SAVED
    assert {(row["pair_id"], row["annotator"]) for row in workspace.records()} == keys


WISHES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "other seconds": ("lead_time", "60"),
        "seconds as we write them": ("lead_time", "3.6"),
        "another share": ("verbatim", "0.9"),
        "no label": ("label", ""),
        "no note": ("note", ""),
        "another note": ("note", "3-5"),
        "no flag": ("flagged", "0"),
    }
)


@pytest.mark.parametrize(("name", "text"), WISHES.values(), ids=WISHES)
def test_another_figure_is_a_wish(workspace: Workspace, name: str, text: str) -> None:
    store = opened(workspace)
    there = edited(workspace.labels.read_bytes(), change(**{name: text}))
    workspace.labels.write_bytes(there)
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    assert workspace.labels.read_bytes() == there


def test_what_means_the_same_is_left_as_it_is(workspace: Workspace) -> None:
    store = opened(workspace)
    rows = store.rows(everybody=True)
    there = edited(
        workspace.labels.read_bytes(),
        change(lead_time="3,5", verbatim="0,5123", shown_swapped="TRUE"),
    )
    workspace.labels.write_bytes(there)
    assert store.look_outside() is None
    assert store.project().kind is SaveKind.SAVED
    assert workspace.labels.read_bytes() == there
    assert store.rows(everybody=True) == rows


def test_an_older_copy_with_rewritten_times_is_an_older_copy(workspace: Workspace) -> None:
    store = opened(workspace)
    older = edited(workspace.labels.read_bytes(), local_times)
    for number in (3, 4, 5):
        store.label(pair(number), "copy", JUDGED)
        store.project()
    store.label(pair(2), "unrelated", JUDGED)
    store.project()
    store.look_outside()
    rows = store.rows(everybody=True)
    workspace.labels.write_bytes(older)
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    assert store.rows(everybody=True) == rows == workspace.store().rows(everybody=True)


def test_a_row_undone_stays_away_though_an_older_copy_has_it_with_other_times(
    workspace: Workspace,
) -> None:
    store = opened(workspace)
    store.label(pair(3), "copy", JUDGED)
    store.project()
    older = edited(workspace.labels.read_bytes(), local_times)
    store.undo()
    store.label(pair(4), "copy", JUDGED)
    store.project()
    store.look_outside()
    rows = store.rows(everybody=True)
    workspace.labels.write_bytes(older)
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    assert store.rows(everybody=True) == rows == workspace.store().rows(everybody=True)


def test_a_name_that_is_a_number_comes_back_and_so_do_ids(workspace: Workspace) -> None:
    store = workspace.store("007")
    for number in range(1, 4):
        store.label(pair(f"{number}")._replace(id=f"00{number}"), "copy", FIRST)
    assert store.project().kind is SaveKind.SAVED
    store.look_outside()
    whole = workspace.labels.read_bytes()

    def save(row: dict[str, str]) -> None:
        row["annotator"], row["pair_id"] = "7", row["pair_id"].lstrip("0")

    workspace.labels.write_bytes(edited(whole, save))
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    assert workspace.labels.read_bytes() == whole


def test_what_came_back_can_be_taken_out_again(workspace: Workspace) -> None:
    store = opened(workspace)
    there = change(updated_at="31.01.2025 09:00", lead_time="4", note="03. Apr")
    workspace.labels.write_bytes(edited(workspace.labels.read_bytes(), there))
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    store.answer(Answer.TAKE_OUT)
    assert store.project().kind is SaveKind.SAVED
    row = row_of(store, "p1")
    assert (row.updated_at, row.lead_time, row.note) == ("31.01.2025 09:00", 4.0, "03. Apr")
    assert workspace.store().look_outside() is None


@pytest.mark.parametrize(
    ("name", "known", "there"),
    [
        ("lead_time", "123456.7", "1E+05"),
        ("lead_time", "123456.7", "1,23E+05"),
        ("lead_time", "12.5", "12"),
        ("verbatim", "0.5123", "#NUM!"),
        ("verbatim", "1.0000", "100%"),
        ("updated_at", "2025-01-31T09:00:01.000Z", "45688,375"),
    ],
)
def test_further_writings(name: str, known: str, there: str) -> None:
    assert is_rewritten(name, known, there)
