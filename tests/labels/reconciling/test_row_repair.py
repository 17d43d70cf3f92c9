"""Rows that a spreadsheet rewrote are put right on request, and as they were again."""

from __future__ import annotations

import csv
import hashlib
import os
from pathlib import Path

import pytest

from gui.labels import Answer, Pair, read_pairs
from gui.labels.reconciling.row_repair import RepairError
from gui.labels.reconciling.stray_rows import hashes_in
from gui.labels.store import LabelStore
from tests.labels.helpers import JUDGED, QuickFiles, Workspace, run

IDS = {"012": "12", "4E7": "4.00E+07", "2024-03-25": "25.03.2024", "7-8": "07. Aug", "x": "x"}
HEADER = (
    "pair_id;reference;candidate;label;annotator;created_at;updated_at;lead_time;flagged;note;"
    "reference_sha256;candidate_sha256;shown_swapped;verbatim;with_substitutions;revision;mine\r\n"
)


def pairs_of(names: list[str]) -> list[Pair]:
    return [Pair(name, "r.txt", "c.txt") for name in names]


def spreadsheet_row(name: str, note: str = "", by: str = "anna", day: str = "25.03.2026") -> str:
    times = f"{day} 08:05;{day} 08:05"
    return f"{name};r.txt;c.txt;copy;{by};{times};12,3;0;{note};;;0;0,5;0,75;2;kept\r\n"


def rewrite(workspace: Workspace, rows: list[str], encoding: str = "cp1252") -> None:
    workspace.labels.write_bytes((HEADER + "".join(rows)).encode(encoding))


def mend(store: LabelStore, pairs: list[Pair]) -> list[str]:
    repair = store.repair
    done = repair.put_right(repair.wanted(repair.strays(pairs), pairs))
    return [after.pair_id for _, after in done.rows]


def ids(workspace: Workspace, encoding: str = "cp1252") -> list[str]:
    with workspace.labels.open(encoding=encoding, newline="") as lines:
        return [row["pair_id"] for row in csv.DictReader(lines, delimiter=";")]


def test_a_file_of_which_the_journal_knows_nothing(workspace: Workspace) -> None:
    rewrite(workspace, [spreadsheet_row(there, "böse") for there in IDS.values()])
    before = workspace.labels.read_bytes()
    store = workspace.store()
    repaired = store.repair.put_right(
        store.repair.wanted(store.repair.strays(pairs_of([*IDS])), pairs_of([*IDS]))
    )
    assert repaired.copy is not None
    assert repaired.copy.read_bytes() == before
    text = workspace.labels.read_text("cp1252")
    wanted = (
        "{};r.txt;c.txt;copy;anna;2026-03-25T08:05:00.000Z;2026-03-25T08:05:00.000Z;12.3;0;böse;"
        ";;0;0.5000;0.7500;2;kept"
    )
    assert text.splitlines()[1:] == [wanted.format(name) for name in IDS]
    assert store.repair.strays(pairs_of([*IDS])) == []
    assert {key[0] for key in store.rows()} == {*IDS}
    again = workspace.store()
    assert again.rows(everybody=True) == store.rows(everybody=True)
    assert again.repair.wanted([], pairs_of([*IDS])) == []


def test_it_is_undone_and_done_again(workspace: Workspace) -> None:
    rewrite(workspace, [spreadsheet_row(there) for there in IDS.values()])
    store = workspace.store()
    mend(store, pairs_of([*IDS]))
    done = workspace.labels.read_bytes()
    store = workspace.store()
    store.repair.take_back()
    assert ids(workspace) == [*IDS.values()]
    assert "25.03.2026 08:05" in workspace.labels.read_text("cp1252")
    store = workspace.store()
    assert {key[0] for key in store.rows()} == {*IDS.values()}
    store.repair.take_back()
    assert workspace.labels.read_bytes() == done
    assert workspace.store().repair.strays(pairs_of([*IDS])) == []


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8-sig", "utf-16"])
def test_what_is_undone_is_as_it_was_to_the_byte(workspace: Workspace, encoding: str) -> None:
    rows = [spreadsheet_row(there, "böse") for there in IDS.values()]
    rows[1] = rows[1].replace("25.03.2026 08:05;25.03.2026 08:05;12,3", ";;12,30")
    rows[2] = rows[2].replace("0,75", '"0,750"')
    rewrite(workspace, rows, encoding)
    before = workspace.labels.read_bytes()
    store = workspace.store()
    mend(store, pairs_of([*IDS]))
    done = workspace.labels.read_bytes()
    for wanted in (before, done, before):
        store = workspace.store()
        store.repair.take_back()
        assert workspace.labels.read_bytes() == wanted
        assert workspace.store().rows() == store.rows()
    assert workspace.store().look_outside() is None


def test_a_row_decided_about_since_is_not_undone(workspace: Workspace) -> None:
    rewrite(workspace, [spreadsheet_row("12"), spreadsheet_row("07. Aug")])
    store = workspace.store()
    mend(store, pairs_of([*IDS]))
    store.label(pairs_of(["012"])[0], "unrelated", JUDGED)
    store.project()
    store.repair.take_back()
    assert ids(workspace) == ["012", "07. Aug"]
    store.undo()
    assert store.rows()["012", "anna"].label == "copy"


def test_what_the_journal_knows_comes_back_exactly(workspace: Workspace) -> None:
    """The spreadsheet's times are exact to the minute only, and its figures may be dates."""
    store = workspace.store()
    for each in pairs_of(["x", "y"]):
        store.label(each, "copy", JUDGED)
    store.project()
    store.look_outside()
    before = store.rows()
    text = workspace.labels.read_text()
    for row in before.values():
        text = text.replace(row.created_at, "31.01.2025 09:00").replace("3.0", "03. Jan")
    workspace.labels.write_text(text)
    store.look_outside()
    store.project()
    store.answer(Answer.TAKE_OUT)  # what came back by itself
    store.project()
    assert store.rows() != before
    mend(store, pairs_of(["x", "y"]))
    assert store.rows() == before == workspace.store().rows()


def test_an_older_file_saved_again_is_known(workspace: Workspace) -> None:
    rows = [spreadsheet_row(there) for there in IDS.values()]
    rewrite(workspace, rows)
    store = workspace.store()
    mend(store, pairs_of([*IDS]))
    rewrite(workspace, rows)  # the spreadsheet still had it open
    store.look_outside()
    store.project()
    assert sorted(ids(workspace)) == sorted(IDS)
    assert {key[0] for key in store.rows()} == {*IDS}


def test_a_file_that_was_rewritten_in_several_ways_is_put_right(workspace: Workspace) -> None:
    """Ids that one program makes one of, another tells apart."""
    ways = {
        "=1": ("0", "=1"),
        "1.000": ("1", "1.000"),
        "true": ("TRUE", "VRAI"),
        "00": ("0", "0"),
        "2e-3": ("2.00E-03", "0,002"),
        "SEPT2": ("2-Sep", "SEPT2"),
    }
    pairs = [Pair(name, f"r{at}.txt", f"c{at}.txt") for at, name in enumerate(ways)]
    for way in (0, 0, 1):
        rows = [spreadsheet_row(there[way]) for there in ways.values()]
        documents = [
            row.replace("r.txt;c.txt", f"r{at}.txt;c{at}.txt") for at, row in enumerate(rows)
        ]
        workspace.labels.unlink(missing_ok=True)
        rewrite(workspace, documents)
        store = workspace.store()
        mend(store, pairs)
        store.close()
    assert {key[0] for key in store.rows()} >= {"=1", "1.000", "2e-3", "SEPT2"}


def test_labels_given_under_another_id_follow_the_list(workspace: Workspace) -> None:
    """Here it was the list that a spreadsheet rewrote, and the journal knows the old ids."""
    store = workspace.store()
    for each in pairs_of([*IDS]):
        store.label(each, "copy", JUDGED)
    store.project()
    now = pairs_of([*IDS.values()])
    mend(store, now)
    assert [row["pair_id"] for row in workspace.records()] == [*IDS.values()]
    store = workspace.store()
    assert store.repair.strays(now) == []
    assert len(store.rows()) == len(IDS)
    assert not store.state.pending
    status = store.repair.last()
    assert [after.pair_id for _, after in status] == [name for name in IDS if name != "x"]


def test_documents_that_moved_are_known_by_their_hashes(workspace: Workspace) -> None:
    folder = workspace.labels.parent
    for name in ("a", "b", "c"):
        (folder / f"{name}.txt").write_text(f"text {name}")
    (folder / "pairs.csv").write_text("reference,candidate\na.txt,b.txt\na.txt,c.txt\n")
    digests = {n: hashlib.sha256(f"text {n}".encode()).hexdigest() for n in "abc"}
    row = "old/a.txt|old/c.txt,old/a.txt,old/c.txt,copy,anna,{},{}\n".format(
        digests["a"], digests["c"]
    )
    head = "pair_id,reference,candidate,label,annotator,reference_sha256,candidate_sha256\n"
    workspace.labels.write_text(head + row)
    pairs = read_pairs(folder / "pairs.csv")
    store = workspace.store()
    assert [stray.likely for stray in store.repair.strays(pairs.pairs)] == [None]
    strays = store.repair.strays(pairs.pairs, hashes_in(folder))
    assert [stray.likely for stray in strays] == ["a.txt|c.txt"]
    store.repair.put_right(store.repair.wanted(strays, pairs.pairs))
    assert "\na.txt|c.txt,a.txt,c.txt,copy,anna," in workspace.labels.read_text()


def test_two_records_that_came_to_have_one_id(workspace: Workspace) -> None:
    rows = [spreadsheet_row("7"), spreadsheet_row("7").replace("r.txt", "other.txt")]
    rewrite(workspace, rows)
    store = workspace.store()
    pairs = [Pair("007", "r.txt", "c.txt"), Pair("07", "other.txt", "c.txt")]
    assert [stray.likely for stray in store.repair.strays(pairs)] == ["007", "07"]
    mend(store, pairs)
    assert ids(workspace) == ["007", "07"]
    store.repair.take_back()
    assert ids(workspace) == ["7", "7"]


def test_between_two_pairs_nothing_is_chosen(workspace: Workspace) -> None:
    rewrite(workspace, [spreadsheet_row("7"), spreadsheet_row("7", by="bert")])
    store = workspace.store()
    pairs = pairs_of(["007", "07"])
    strays = store.repair.strays(pairs)
    assert [(stray.likely, stray.possible) for stray in strays] == [(None, ("007", "07"))] * 2
    mend(store, pairs)
    assert ids(workspace) == ["7", "7"]


@pytest.mark.parametrize(
    ("day", "right"),
    [("3/4/2026", "3/4/2026 08:05"), ("3/25/2026", "2026-03-25T08:05:00.000Z")],
)
def test_a_day_that_may_be_a_month_stays(workspace: Workspace, day: str, right: str) -> None:
    rewrite(workspace, [spreadsheet_row("x", day=day)])
    store = workspace.store()
    mend(store, pairs_of(["x"]))
    assert store.rows()["x", "anna"].updated_at == right


def test_an_id_that_the_encoding_lacks(workspace: Workspace) -> None:
    rewrite(workspace, [spreadsheet_row("Lodz", "böse")])
    store = workspace.store()
    mend(store, pairs_of(["Łódź"]))
    assert workspace.labels.read_bytes().startswith(b"\xef\xbb\xbf")
    assert ids(workspace, "utf-8-sig") == ["Łódź"]
    assert store.rows()["Łódź", "anna"].note == "böse"


class NoJournal(QuickFiles):
    """Files of which the journal cannot be written, once that is said."""

    broken = False

    def write_all(self, handle: int, data: bytes) -> None:
        if self.broken and data.find(b'"works"') >= 0:
            raise OSError(28, os.strerror(28))
        super().write_all(handle, data)


def test_without_a_journal_nothing_is_touched(workspace: Workspace) -> None:
    rewrite(workspace, [spreadsheet_row("12")])
    files = NoJournal()
    store = workspace.store(files=files)
    files.broken = True
    with pytest.raises(OSError, match="No space"):
        mend(store, pairs_of(["012"]))
    assert ids(workspace) == ["12"]


def test_a_file_that_may_not_be_written_says_so(workspace: Workspace) -> None:
    rewrite(workspace, [spreadsheet_row("12")])
    store = workspace.store()
    store.label(pairs_of(["x"])[0], "copy", JUDGED)
    workspace.labels.chmod(0o444)
    with pytest.raises(RepairError, match="read-only"):
        mend(store, pairs_of(["012"]))
    workspace.labels.chmod(0o644)
    assert mend(store, pairs_of(["012"])) == ["012"]


def test_the_command(workspace: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    folder = workspace.labels.parent
    lines = "".join(f"{name},r.txt,c.txt\n" for name in IDS)
    (folder / "pairs.csv").write_text("id,reference,candidate\n" + lines + "z,q.txt,r.txt\n")
    rewrite(workspace, [spreadsheet_row(there) for there in IDS.values()])
    before = workspace.labels.read_bytes()
    journals: tuple[str | Path, ...] = ("--journals", workspace.state)
    workspace.state.mkdir()
    listed = ("--pairs", folder / "pairs.csv", workspace.labels)
    status, out, _ = run(capsys, "check", *journals, *listed)
    assert status == 1
    assert "4 rows name no pair of the list, and 5 pairs have no row" in out
    assert "07. Aug (anna) is likely 7-8" in out
    assert "5 rows have times or figures that a spreadsheet rewrote" in out
    status, out, _ = run(capsys, "repair", "--dry-run", *journals, *listed)
    assert (status, workspace.labels.read_bytes()) == (0, before)
    assert "5 rows" in out
    status, out, _ = run(capsys, "repair", *journals, *listed)
    assert (status, ids(workspace)) == (0, [*IDS])
    assert "The file as it was:" in out
    status, out, _ = run(capsys, "check", *journals, *listed)
    assert (status, "No problems." in out) == (0, True)
    status, out, _ = run(capsys, "repair", *journals, *listed)
    assert (status, "Nothing to correct" in out) == (0, True)
    mended = workspace.labels.read_bytes()
    workspace.labels.write_bytes(before)  # the spreadsheet still had it open
    status, out, _ = run(capsys, "repair", *journals, *listed)
    assert "run copydesk-labels restore, and they will be corrected" in out
    assert status == 1, "they name no pair still"
    workspace.labels.write_bytes(mended)
    status, out, _ = run(capsys, "repair", "--undo", *journals, *listed)  # the list is not needed
    assert (status, ids(workspace)) == (0, [*IDS.values()])
    status, out, err = run(capsys, "repair", *journals, workspace.labels)
    assert (status, "--undo" in err) == (2, True)
    status, out, _ = run(capsys, "restore", *journals, workspace.labels)
    assert (status, ids(workspace)) == (0, [*IDS.values()])
