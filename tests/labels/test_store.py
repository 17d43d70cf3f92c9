"""One decision after the other: what the label file holds, and what the store answers."""

from __future__ import annotations

import csv
import shutil
import subprocess
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from gui.labels import DecisionContext, LabelFileError, LabelRow, LabelStore, Pair, SaveKind
from gui.labels.label_values import COLUMNS
from tests.any_message import any_message
from tests.labels.helpers import JUDGED, Clock, Workspace, pair


def test_a_new_file_is_as_the_contract_has_it(workspace: Workspace) -> None:
    store = workspace.store()
    store.label(pair(1), "copy", DecisionContext("aa", "bb", True, 0.50004, 1.0, 12.34))
    assert store.project().kind is SaveKind.SAVED
    assert workspace.labels.read_bytes() == (
        b"pair_id,reference,candidate,label,annotator,created_at,updated_at,lead_time,flagged,note,"
        b"reference_sha256,candidate_sha256,shown_swapped,verbatim,with_substitutions,revision\r\n"
        b"p1,texts/a1.txt,texts/b1.txt,copy,anna,2025-01-31T09:00:01.000Z,2025-01-31T09:00:01.000Z,"
        b"12.3,0,,aa,bb,1,0.5000,1.0000,1\r\n"
    )


def test_a_new_row_is_appended_and_a_later_decision_changes_only_its_record(
    workspace: Workspace,
) -> None:
    store = workspace.store()
    for number in range(3):
        store.label(pair(number), "copy", JUDGED)
        store.project()
    before = workspace.labels.read_bytes().splitlines(keepends=True)
    store.label(pair(1), "unrelated", JUDGED)
    store.project()
    after = workspace.labels.read_bytes().splitlines(keepends=True)
    assert [old == new for old, new in zip(before, after, strict=True)] == [True, True, False, True]
    row = workspace.records()[1]
    assert (row["label"], row["revision"], row["lead_time"]) == ("unrelated", "2", "6.0")
    assert row["created_at"] < row["updated_at"]


def test_label_returns_with_the_decision_and_the_state_is_honest(workspace: Workspace) -> None:
    store = workspace.store()
    assert store.state.kind.value == "saved"
    decision = store.label(pair(1), "copy", JUDGED)
    assert (decision.what, decision.pair_id, decision.before) == ("label", "p1", None)
    assert decision.after == store.row("p1")
    assert store.state.kind.value == "journal"
    assert store.state.pending == 1
    assert not workspace.labels.exists()
    assert store.project().kind is SaveKind.SAVED
    assert store.state.pending == 0


def test_only_the_journal_is_there_after_a_crash(workspace: Workspace) -> None:
    workspace.store().label(pair(1), "copy", JUDGED)
    again = LabelStore(workspace.labels, journal_folder=workspace.state, annotator="anna")
    assert again.open().replayed == 1
    row = again.row("p1")
    assert row is not None
    assert row.label == "copy"
    assert again.state.kind is SaveKind.JOURNAL
    again.project()
    assert workspace.labelled() == {"p1": "copy"}
    assert (
        LabelStore(workspace.labels, journal_folder=workspace.state, annotator="x").open().replayed
        == 0
    )


def test_flag_and_note_make_a_row_and_taking_both_away_removes_it(workspace: Workspace) -> None:
    store = workspace.store()
    store.flag(pair(1), True, JUDGED)
    store.note(pair(1), "look again", JUDGED)
    store.project()
    (record,) = workspace.records()
    assert (record["label"], record["flagged"], record["note"]) == ("", "1", "look again")
    assert store.flag(pair(1), True, JUDGED) is None
    assert store.note(pair(1), "look again", JUDGED) is None
    store.flag(pair(1), False, JUDGED)
    store.note(pair(1), "", JUDGED)
    store.project()
    assert workspace.records() == []
    assert store.row("p1") is None


def test_lead_time_is_summed_over_visits_also_over_an_undo(workspace: Workspace) -> None:
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED._replace(lead_time=30.04))
    store.undo()
    store.label(pair(1), "original", JUDGED._replace(lead_time=2.5))
    row = store.row("p1")
    assert row is not None
    assert row.lead_time == 32.5
    assert row.revision == 1


def test_a_flag_keeps_the_hashes_of_what_was_labelled(workspace: Workspace) -> None:
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    store.flag(pair(1), True, DecisionContext("new", "new"))
    row = store.row("p1")
    assert row is not None
    assert row.candidate_sha256 == JUDGED.candidate_sha256
    store.label(pair(1), "copy", DecisionContext("new", "new"))
    row = store.row("p1")
    assert row is not None
    assert row.candidate_sha256 == "new"


def test_an_unreadable_pair_can_be_flagged_but_not_labelled(workspace: Workspace) -> None:
    store = workspace.store()
    bad = Pair("row 7", "a", "", problem=any_message("Row 7 of the list is too short."))
    with pytest.raises(ValueError, match="too short"):
        store.label(bad, "copy", JUDGED)
    assert store.flag(bad, True, DecisionContext()) is not None
    assert store.note(bad, "where is it?", DecisionContext()) is not None


def test_the_clock_may_go_back(workspace: Workspace) -> None:
    workspace.clock = Clock(step=timedelta(hours=-1))
    store = workspace.store()
    for number in (1, 2):
        store.label(pair(number), "copy", JUDGED)
    store.label(pair(1), "original", JUDGED)
    store.project()
    records = workspace.records()
    assert {r["pair_id"]: r["label"] for r in records} == {"p1": "original", "p2": "copy"}
    assert all(r["updated_at"] >= r["created_at"] for r in records)
    again = workspace.store()
    undone = again.undo()
    assert undone is not None
    assert undone.pair_id == "p1"


def test_times_are_utc_in_winter_and_summer(workspace: Workspace) -> None:
    berlin = timezone(timedelta(hours=2))
    moments = iter([datetime(2025, 10, 26, 2, 59, 59, 999_999, berlin)] * 9)
    workspace.clock = lambda: next(moments)
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    row = store.row("p1")
    assert row is not None
    assert row.created_at == "2025-10-26T00:59:59.999Z"


IDS = [
    'a,b|c"d',
    "line\nend\r\nand\rmore",
    "😀|Ω",
    "=1+1",
    "x" * 5000,
    " spaces ",
    "tab\there",
    "'single'",
    "null",
    "#hash",
    "\ufeffmark",
]


def test_any_id_comes_back_as_it_was(workspace: Workspace) -> None:
    store = workspace.store('Ännä, "the"\nfirst')
    for number, name in enumerate(IDS):
        store.label(Pair(name, f"a{number}", "b"), "copy", JUDGED)
        if number % 2:
            store.project()
    store.label(Pair(IDS[2], "a2", "b"), "original", JUDGED)
    assert store.project().kind is SaveKind.SAVED
    assert [r["pair_id"] for r in workspace.records()] == IDS
    again = workspace.store('Ännä, "the"\nfirst')
    assert {key[0] for key in again.rows()} == set(IDS)
    assert again.row(IDS[2]).label == "original"  # type: ignore[union-attr]


def test_what_utf8_cannot_hold_is_written_as_an_escape(workspace: Workspace) -> None:
    store = workspace.store()
    store.label(Pair("caf\udce9|b\0", "caf\udce9", "b"), "copy", JUDGED)
    store.project()
    (record,) = workspace.records()
    assert (record["pair_id"], record["reference"]) == ("caf\\xe9|b\\x00", "caf\\xe9")
    assert store.row("caf\udce9|b\0") is not None
    assert workspace.store().row("caf\udce9|b\0") is not None


def test_a_note_of_200_kilobytes(workspace: Workspace) -> None:
    note = 'He said "no",\r\n' * 14_000
    store = workspace.store()
    store.note(pair(1), note, JUDGED)
    store.project()
    row = workspace.store().row("p1")
    assert row is not None
    assert row.note == note
    usual = csv.field_size_limit(10**6)
    try:
        assert workspace.records()[0]["note"] == note
    finally:
        csv.field_size_limit(usual)  # other tests of the process are refused what is longer


def test_a_backup_is_made_before_the_first_change_of_a_day(workspace: Workspace) -> None:
    clock = Clock(step=timedelta(seconds=1))
    workspace.clock = clock
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    store.project()
    store.label(pair(2), "copy", JUDGED)
    store.project()
    clock.now += timedelta(days=1)
    yesterday = workspace.labels.read_bytes()
    store.label(pair(2), "original", JUDGED)
    store.project()
    store.label(pair(3), "original", JUDGED)
    store.project()
    copies = sorted((workspace.state / "backups").iterdir())
    assert [path.name[-14:] for path in copies] == ["2025-01-31.csv", "2025-02-01.csv"]
    assert copies[1].read_bytes() == yesterday


def test_old_backups_give_way(workspace: Workspace) -> None:
    clock = Clock()
    workspace.clock = clock
    store = workspace.store()
    for number in range(40):
        store.label(pair(number), "copy", JUDGED)
        store.project()
        clock.now += timedelta(days=1)
    assert len(list((workspace.state / "backups").iterdir())) == 30


REFUSED = {
    "a pair list": b"reference,candidate\r\na,b\r\n",
    "no annotator": b"pair_id,label\r\np1,copy\r\n",
    "twice": b"pair_id,label,annotator,label\r\np1,copy,a,b\r\n",
    "no table": b"Dear reader,\r\nthis is a letter.\r\n",
    "bytes": bytes(range(256)) * 20,
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_no_label_file_is_refused_and_left_alone(
    workspace: Workspace, name: str
) -> None:
    workspace.labels.write_bytes(REFUSED[name])
    with pytest.raises(LabelFileError) as caught:
        workspace.store()
    message = str(caught.value)
    assert "labels-2.csv" in message
    assert "--labels" in message
    assert "\n" not in message
    assert workspace.labels.read_bytes() == REFUSED[name]


def test_the_proposed_name_is_free(workspace: Workspace) -> None:
    workspace.labels.write_bytes(REFUSED["no annotator"])
    workspace.labels.with_name("labels-2.csv").touch()
    with pytest.raises(LabelFileError, match=r"labels-3\.csv"):
        workspace.store()


def test_a_folder_that_is_not_there_is_said_at_once(tmp_path: Path) -> None:
    store = LabelStore(
        tmp_path / "no" / "labels.csv", journal_folder=tmp_path / "state", annotator="anna"
    )
    with pytest.raises(LabelFileError, match="is not there"):
        store.open()


def test_counts_follow_decisions(workspace: Workspace) -> None:
    store = workspace.store()
    for number, label in enumerate(("original", "copy", "unrelated")):
        store.label(pair(number), label, JUDGED)
    store.flag(pair(0), True, JUDGED)
    store.note(pair(9), "?", JUDGED)
    store.label(pair(1), "unrelated", JUDGED)
    counts = store.counts()
    decided = {label: count for label, count in counts.labels.items() if count}
    assert decided == {"original": 1, "unrelated": 2}
    assert (counts.labelled, counts.flagged, counts.noted) == (3, 1, 1)
    assert workspace.store().counts() == counts
    store.undo()
    assert store.counts().labels["copy"] == 1


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_gives_back_what_was_stored(workspace: Workspace) -> None:
    store = workspace.store()
    for number, note in enumerate(["plain", 'quo"te', "a,b", "é😀"]):
        store.label(pair(number), "copy", JUDGED)
        store.note(pair(number), note, JUDGED)
    store.project()
    as_text = "/".join(f"{column}/2" for column in range(1, len(COLUMNS) + 1))
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={(workspace.folder / 'office').as_uri()}"),
            *("--headless", f"--infilter=CSV:44,34,76,1,{as_text}"),
            *("--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1"),
            *("--outdir", str(workspace.folder), str(workspace.labels)),
        ],
        check=True,
        timeout=100,
    )
    with (workspace.folder / "labels.csv").open(encoding="utf-8", newline="") as lines:
        assert list(csv.DictReader(lines)) == workspace.records()


def test_pandas_gives_back_what_was_stored(workspace: Workspace) -> None:
    pandas = pytest.importorskip("pandas")
    store = workspace.store()
    notes = ["NA", "", 'quo"te', "a,b", "line\nend", "\r", "1.0", "é😀", " x "]
    for number, note in enumerate(notes):
        store.label(pair(number), "copy", JUDGED)
        store.note(pair(number), note, JUDGED)
    store.project()
    frame = pandas.read_csv(workspace.labels, dtype=str, keep_default_na=False)
    assert tuple(frame.columns) == COLUMNS
    assert list(frame["note"]) == notes
    rows = [store.row(f"p{number}") for number in range(len(notes))]
    assert [LabelRow.from_texts(said) for said in frame.to_dict("records")] == rows
