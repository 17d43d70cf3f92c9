"""Words that a program takes for "no value", ids that it trims or computes, and rows by thousands.

What git leaves of two versions that it could not merge stands here, too.
"""

from __future__ import annotations

import csv
import threading
import zlib
from collections.abc import Mapping
from pathlib import Path

import pytest

from gui.labels import LabelStore, Pair, SaveKind
from gui.labels.file.label_table import LabelTable
from gui.labels.journal.journal_entries import parse
from gui.labels.label_set import COLOURS, DEFAULT_LABELS, Label, LabelSet
from gui.labels.mending.last_seen import SeenFile
from gui.labels.mending.mending import KnownRows, Mended, mended
from tests.labels.helpers import JUDGED, QuickFiles, Workspace, pair, run
from tests.labels.older_copies import accident, edited, label
from tests.labels.scenario import state_of

OWN = LabelSet(
    (*DEFAULT_LABELS.labels, *(Label(name, colour=COLOURS[0]) for name in ("NA", "null", "None")))
)


def with_own_labels(workspace: Workspace, *labels: str) -> LabelStore:
    store = LabelStore(
        workspace.labels,
        journal_folder=workspace.state,
        annotator="anna",
        labels=OWN,
        now=workspace.clock,
        files=QuickFiles(),
    )
    store.open()
    for number, name in enumerate(labels, 1):
        store.label(pair(number), name, JUDGED)
    assert store.project().kind is SaveKind.SAVED
    return store


def without_missing(row: dict[str, str]) -> None:
    for name, text in row.items():
        row[name] = "" if text in ("NA", "null", "None", "n/a") else text


def taken_in(store: LabelStore) -> None:
    for _ in range(2):
        store.look_outside()
        assert store.project().kind is SaveKind.SAVED


@pytest.mark.parametrize("labels", [("NA", "copy", "null"), ("copy", "None")], ids=len)
def test_labels_that_read_as_missing_come_back(workspace: Workspace, labels: tuple[str]) -> None:
    store = with_own_labels(workspace, *labels)
    wanted = state_of(store)
    # One row alone might have been emptied by somebody: that all lines end otherwise tells.
    there = edited(workspace.labels.read_bytes(), without_missing, lineterminator="\n")
    workspace.labels.write_bytes(there)
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    assert state_of(store) == wanted
    assert [row["label"] for row in workspace.records()] == [*labels]
    (message,) = map(str, accident(store).messages)
    assert "Another program emptied cells of labels.csv, such as “" in message


def test_a_note_that_reads_as_missing_comes_back(workspace: Workspace) -> None:
    store = with_own_labels(workspace, "copy", "copy")
    for number in (1, 2):
        store.note(pair(number), "n/a", JUDGED)
    taken_in(store)
    workspace.labels.write_bytes(edited(workspace.labels.read_bytes(), without_missing))
    taken_in(store)
    assert [row["note"] for row in workspace.records()] == ["n/a", "n/a"]


@pytest.mark.parametrize(
    ("labels", "emptied"),
    [
        (("NA", "copy"), {"p1"}),  # by hand: nothing else was changed
        (("NA", "NA", "copy"), {"p1"}),  # the other one stayed
        (("NA", "NA", "copy"), {"p1", "p2", "p3"}),  # the whole column
    ],
)
def test_labels_that_somebody_emptied_stay_empty(
    workspace: Workspace, labels: tuple[str], emptied: set[str]
) -> None:
    store = with_own_labels(workspace, *labels)
    for number in range(1, len(labels) + 1):
        store.note(pair(number), "looked at twice", JUDGED)
    taken_in(store)

    def change(row: dict[str, str]) -> None:
        row["label"] = "" if row["pair_id"] in emptied else row["label"]

    workspace.labels.write_bytes(edited(workspace.labels.read_bytes(), change))
    taken_in(store)
    found = {row["pair_id"] for row in workspace.records() if not row["label"]}
    assert found == emptied


NAMED_ANEW: Mapping[str, str] = {" blank ": "blank", "=1+1": "2", "-7+2": "-5", "@x": "#NAME?"}


@pytest.mark.parametrize("times", [False, True], ids=["times", "times rewritten"])
def test_ids_that_a_program_trimmed_or_computed_come_back(
    workspace: Workspace, times: bool
) -> None:
    store = workspace.store()
    for name in (*NAMED_ANEW, "plain"):
        own = Pair(name, f"texts/{name}-r.txt", f"texts/{name}-c.txt")
        store.label(own, "copy", JUDGED)
    store.project()
    whole, wanted = workspace.labels.read_bytes(), state_of(store)

    def change(row: dict[str, str]) -> None:
        row["pair_id"] = NAMED_ANEW.get(row["pair_id"], row["pair_id"])
        if times:
            for column in ("created_at", "updated_at"):
                row[column] = row[column][:16].replace("T", " ")

    workspace.labels.write_bytes(edited(whole, change))
    taken_in(store)
    assert state_of(store) == wanted
    assert workspace.labels.read_bytes() == whole


def test_an_older_copy_does_not_bring_back_a_withdrawn_row_under_a_computed_id(
    workspace: Workspace,
) -> None:
    store = workspace.store()
    for name in ("plain", "other", "=1+1"):
        store.label(Pair(name, f"texts/{name}-r.txt", f"texts/{name}-c.txt"), "copy", JUDGED)
        store.project()
    older = workspace.labels.read_bytes()
    store.undo()
    store.project()
    wanted = state_of(store)

    def change(row: dict[str, str]) -> None:
        row["pair_id"] = row["pair_id"].replace("=1+1", "2")
        row["created_at"] = row["created_at"][:16].replace("T", " ")

    workspace.labels.write_bytes(edited(older, change))
    taken_in(store)
    assert state_of(store) == wanted
    assert workspace.labelled() == {"plain": "copy", "other": "copy"}


def test_an_older_copy_with_a_computed_id_is_that_of_the_row_as_it_is_now(
    workspace: Workspace,
) -> None:
    store = workspace.store()
    for name in ("plain", "other", "=1+1"):
        store.label(Pair(name, f"texts/{name}-r.txt", f"texts/{name}-c.txt"), "copy", JUDGED)
        store.project()
    older = workspace.labels.read_bytes()
    store.note(Pair("=1+1", "texts/=1+1-r.txt", "texts/=1+1-c.txt"), "later", JUDGED)
    store.project()
    wanted = state_of(store)

    def change(row: dict[str, str]) -> None:
        row["pair_id"] = row["pair_id"].replace("=1+1", "2")

    workspace.labels.write_bytes(edited(older, change))
    taken_in(store)
    assert state_of(store) == wanted
    assert sorted(workspace.labelled()) == ["=1+1", "other", "plain"]


def test_a_computed_id_is_told_from_another_that_is_the_same(workspace: Workspace) -> None:
    store = workspace.store()
    for name in ("=1+1", "002", "plain"):
        store.label(Pair(name, f"texts/{name}-r.txt", f"texts/{name}-c.txt"), "copy", JUDGED)
    store.project()
    wanted = state_of(store)

    def change(row: dict[str, str]) -> None:
        row["pair_id"] = {"=1+1": "2", "002": "2"}.get(row["pair_id"], row["pair_id"])
        row["created_at"] = row["created_at"][:16].replace("T", " ")

    workspace.labels.write_bytes(edited(workspace.labels.read_bytes(), change))
    taken_in(store)
    assert state_of(store) == wanted
    assert sorted(workspace.labelled()) == ["002", "=1+1", "plain"]


def test_cells_in_a_copy_that_ends_within_quotation_marks_come_back(workspace: Workspace) -> None:
    store = with_own_labels(workspace, "NA", "null", "copy", "copy")
    wanted = state_of(store)
    whole = edited(workspace.labels.read_bytes(), without_missing, quoting=csv.QUOTE_ALL)
    workspace.labels.write_bytes(whole[:-60])
    store.look_outside()
    assert state_of(store) == wanted
    assert store.project().kind is SaveKind.SAVED
    assert [row["label"] for row in workspace.records()] == ["NA", "null", "copy", "copy"]


@pytest.mark.parametrize("quoting", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL], ids=["bare", "quoted"])
def test_one_label_that_reads_as_missing_comes_back_from_a_copy_that_was_cut(
    workspace: Workspace, quoting: int
) -> None:
    store = with_own_labels(workspace, "NA", "copy", "copy", "copy")
    wanted = state_of(store)
    whole = edited(workspace.labels.read_bytes(), without_missing, quoting=quoting)
    workspace.labels.write_bytes(whole[: len(whole) // 2])
    taken_in(store)
    assert state_of(store) == wanted
    assert [row["label"] for row in workspace.records()] == ["NA", "copy", "copy", "copy"]


def test_two_computed_ids_of_the_same_documents_are_not_guessed(workspace: Workspace) -> None:
    store = workspace.store()
    for name in ("=1+1", "=1+2"):
        store.label(Pair(name, "a.txt", "b.txt"), "copy", JUDGED)
    store.project()

    def change(row: dict[str, str]) -> None:
        row["pair_id"] = {"=1+1": "2", "=1+2": "3"}[row["pair_id"]]
        row["created_at"] = row["created_at"][:16].replace("T", " ")

    there = edited(workspace.labels.read_bytes(), change)
    workspace.labels.write_bytes(there)
    assert accident(store).doubt is not None
    assert workspace.labels.read_bytes() == there


def test_marks_of_a_merge_conflict_keep_both_sides(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    store = workspace.store()
    label(store, range(1, 4))
    whole = workspace.labels.read_bytes()
    header, one, two, three = whole.splitlines(keepends=True)
    theirs = two.replace(b",copy,", b",unrelated,")
    marked = b"".join(
        (
            header,
            one,
            b"<<<<<<< HEAD\r\n",
            two,
            b"=======\r\n",
            theirs,
            b">>>>>>> theirs\r\n",
            three,
        )
    )
    workspace.labels.write_bytes(marked)
    store.look_outside()
    store.label(pair(4), "original", JUDGED)
    state = store.project()
    assert state.kind is SaveKind.JOURNAL
    assert "marks of a merge conflict, as git writes them, the first in record 2" in str(
        state.message
    )
    assert workspace.labels.read_bytes() == marked
    assert {key[0]: row.label for key, row in store.rows().items()}["p2"] == "copy"
    status, out, _ = run(capsys, "check", "--journals", workspace.state, workspace.labels)
    assert (status, "marks of a merge conflict" in out) == (1, True)
    workspace.labels.write_bytes(b"".join((header, one, theirs, three)))  # somebody chose
    taken_in(store)
    assert workspace.labelled() == {
        "p1": "copy",
        "p2": "unrelated",
        "p3": "copy",
        "p4": "original",
    }


def test_a_file_that_begins_with_a_conflict_says_so_and_what_comes_back(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    store = workspace.store()
    label(store, range(1, 3))
    workspace.labels.write_bytes(b"<<<<<<< HEAD\r\n" + workspace.labels.read_bytes())
    status, _, err = run(capsys, "check", "--journals", workspace.state, workspace.labels)
    assert status == 2
    assert "it begins with the mark of a merge conflict" in err
    assert "holds 2 rows" in err
    assert "choose" not in err  # another file would leave these rows behind


@pytest.mark.parametrize("cut", [1, 3, 4, 20, 26])
@pytest.mark.parametrize("lost", [1, 2])
def test_a_row_made_of_the_beginning_of_another_gives_way_to_it(
    workspace: Workspace, cut: int, lost: int
) -> None:
    store = workspace.store()
    for number in range(5):
        own = Pair(f"{number:03}", f"texts/r{number}.txt", f"texts/c{number}.txt")
        store.label(own, "copy", JUDGED)
        store.project()
    whole, wanted = workspace.labels.read_bytes(), state_of(store)
    lines = whole.splitlines(keepends=True)
    torn = b"".join(lines[:-lost]) + lines[-lost][:cut]
    workspace.labels.write_bytes(edited(torn, lambda row: row.update(pair_id=f"{row['pair_id']}")))
    taken_in(store)
    assert state_of(store) == wanted
    assert workspace.labels.read_bytes() == whole


@pytest.mark.parametrize(("gone", "asks"), [(2, False), (5, True)])
def test_only_rows_behind_an_early_end_are_asked_about(
    workspace: Workspace, gone: int, asks: bool
) -> None:
    store = workspace.store()
    label(store, range(1, 6))
    header, *rows = workspace.labels.read_bytes().splitlines(keepends=True)
    rows.pop(gone - 1)
    rows[0] = rows[0].replace(b",copy,", b",unrelated,")  # else it would be cut from what there was
    workspace.labels.write_bytes(b"".join((header, *rows)).removesuffix(b"\r\n"))
    edit = store.look_outside()
    assert edit is not None
    assert (edit.accident is not None and edit.accident.doubt is not None) is asks


def test_a_long_note_in_the_journal_is_read_back_whole_or_not_at_all(workspace: Workspace) -> None:
    store = workspace.store()
    note = 'a "b" \\ \N{SNOWMAN}\n' * 10_000
    store.note(pair(1), note, JUDGED)
    row = workspace.store().row("p1")
    assert row is not None
    assert row.note == note
    (line,) = (x for x in workspace.journal.read_bytes().split(b"\n") if b'"do":"note"' in x)
    start = line.index(b"\\n")
    assert parse(encoded(line[9:]), 0) is not None
    assert parse(encoded(line[9 : start + 1] + b"q" + line[start + 2 :]), 0) is None


def encoded(text: bytes) -> bytes:
    return b"%08x %b\n" % (zlib.crc32(text), text)


class CountedWrites(QuickFiles):
    """Files that count how often one took the place of another."""

    replaced = 0

    def replace(self, source: Path, target: Path) -> None:
        """Put *source* in the place of *target*."""
        self.replaced += 1
        super().replace(source, target)


def test_rows_that_come_back_are_written_at_one_go(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.labels.reconciling.projection.BATCH", 3)
    files = CountedWrites()
    store = workspace.store(files=files)
    for number in range(100, 112):
        store.label(Pair(f"0{number}", f"a{number}", f"b{number}"), "copy", JUDGED)
    store.project()
    whole = workspace.labels.read_bytes()

    def change(row: dict[str, str]) -> None:
        row["pair_id"] = row["pair_id"].lstrip("0")

    workspace.labels.write_bytes(edited(whole, change))
    store.look_outside()
    before = files.replaced
    assert store.project().kind is SaveKind.SAVED
    assert files.replaced == before + 1
    assert workspace.labels.read_bytes() == whole


def test_a_label_does_not_wait_for_rows_that_are_mended(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = workspace.store()
    label(store, range(1, 3))
    made = []

    def slowly(
        table: LabelTable, data: bytes, known: KnownRows, seen: SeenFile | None, *, torn: bool
    ) -> Mended | None:
        thread = threading.Thread(
            target=lambda: made.append(store.label(pair(9), "copy", JUDGED)), daemon=True
        )
        thread.start()
        thread.join(20)
        assert made
        return mended(table, data, known, seen, torn=torn)

    monkeypatch.setattr("gui.labels.reconciling.intake.mended", slowly)
    workspace.labels.write_bytes(edited(workspace.labels.read_bytes(), without_missing) + b"\r\n")
    store.look_outside()
    assert made
