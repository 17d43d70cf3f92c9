"""Two windows on one file, and programs that know nothing of us."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from gui.labels import LabelRow, LabelStore
from tests.labels.helpers import JUDGED, LABELS, Workspace, leave_out, pair

LABELS_EACH = 300
# From 3.12 on Python warns where libraries have threads; the children use none of those.
pytestmark = pytest.mark.filterwarnings(
    "ignore:This process .* is multi-threaded:DeprecationWarning"
)


def label_many(workspace: Workspace, annotator: str, state: str, *, start: int, count: int) -> None:
    """Label *count* pairs, the second half of them twice, projecting after each."""
    store = LabelStore(
        workspace.labels, journal_folder=workspace.folder / state, annotator=annotator
    )
    store.open()
    for number in range(start, start + count):
        store.label(pair(number), "copy", JUDGED)
        if number % 2:
            store.label(pair(number), "original", JUDGED)
        store.project()
    while store.project().kind.value != "saved":
        pass


def in_two_processes(workspace: Workspace, jobs: list[tuple[str, str, int]], count: int) -> None:
    children = []
    for annotator, state, start in jobs:
        child = os.fork()
        if child == 0:
            status = 1
            try:
                label_many(workspace, annotator, state, start=start, count=count)
                status = 0
            finally:
                os._exit(status)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0]


def expected(numbers: range) -> dict[str, str]:
    return {f"p{n}": "original" if n % 2 else "copy" for n in numbers}


JOBS = {
    "one journal, one annotator": [("anna", "state", 0), ("anna", "state", 1000)],
    "one journal, two annotators": [("anna", "state", 0), ("bert", "state", 0)],
    "two machines, two annotators": [("anna", "one", 0), ("bert", "two", 0)],
    "two machines, one annotator": [("anna", "one", 0), ("anna", "two", 1000)],
}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("name", JOBS)
@pytest.mark.parametrize("count", [25, pytest.param(LABELS_EACH, marks=pytest.mark.slow)])
def test_two_windows_lose_nothing(workspace: Workspace, name: str, count: int) -> None:
    in_two_processes(workspace, JOBS[name], count)
    records = workspace.records()
    assert len(records) == 2 * count
    for annotator in {job[0] for job in JOBS[name]}:
        starts = [job[2] for job in JOBS[name] if job[0] == annotator]
        wanted: dict[str, str] = {}
        for start in starts:
            wanted |= expected(range(start, start + count))
        assert workspace.labelled(annotator) == wanted


def test_a_second_window_sees_what_the_first_decided(workspace: Workspace) -> None:
    one, two = workspace.store(), workspace.store()
    one.label(pair(1), "copy", JUDGED)
    one.project()
    edit = two.look_outside()
    assert edit is not None
    assert edit.pair_ids == {"p1"}
    assert edit.message is None
    two.label(pair(1), "original", JUDGED)
    row = two.row("p1")
    assert row is not None
    assert row.revision == 2
    undone = one.undo()  # the annotator's last decision, wherever it was made
    assert undone is not None
    assert undone.after is not None
    assert undone.after.label == "copy"


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new).encode())


def test_an_edit_that_a_write_meets_with_is_told_of(workspace: Workspace) -> None:
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    store.project()
    news = [store.has_news]
    rewrite(
        workspace.labels,
        "p1,texts/a1.txt,texts/b1.txt,copy",
        "p1,texts/a1.txt,texts/b1.txt,unrelated",
    )
    store.label(pair(2), "copy", JUDGED)
    store.project()
    news.append(store.has_news)
    edit = store.look_outside()
    assert edit is not None
    assert edit.pair_ids == {"p1"}
    assert [*news, store.has_news] == [False, True, False]


def test_rows_that_are_only_deleted_are_told_as_removed(workspace: Workspace) -> None:
    store = workspace.store()
    for number in range(6):
        store.label(pair(number), "copy", JUDGED)
    store.project()
    lines = workspace.labels.read_bytes().splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith((b"p1,", b"p2,"))]
    workspace.labels.write_bytes(b"".join(kept))
    edit = store.look_outside()
    assert edit is not None
    assert str(edit.message) == "labels.csv was changed outside this window: 2 rows removed."


def test_a_row_that_comes_and_goes_before_anybody_looks_is_not_told_of(
    workspace: Workspace,
) -> None:
    store = workspace.store()
    store.label(pair(0), "copy", JUDGED)
    store.project()
    before = workspace.labels.read_bytes()
    for content in (before + b"q,,,original,carl,,,,,,,,,,,\r\n", before):
        workspace.labels.write_bytes(content)
        store.label(pair(1), "copy", JUDGED)
        store.undo()
        store.project()
    edit = store.look_outside()
    assert edit is None or edit.message is None


def test_rows_that_others_append_edit_and_delete(workspace: Workspace) -> None:
    store = workspace.store()
    for number in range(4):
        store.label(pair(number), "copy", JUDGED)
    store.project()
    with workspace.labels.open("ab") as out:
        out.write(b"q,,,original,carl,,,,,,,,,,,\r\n")
    rewrite(
        workspace.labels,
        "p1,texts/a1.txt,texts/b1.txt,copy",
        "p1,texts/a1.txt,texts/b1.txt,unrelated",
    )
    lines = workspace.labels.read_bytes().splitlines(keepends=True)
    workspace.labels.write_bytes(b"".join(line for line in lines if not line.startswith(b"p2,")))
    edit = store.look_outside()
    assert edit is not None
    assert edit.pair_ids == {"p1", "p2"}
    assert str(edit.message) == (
        "labels.csv was changed outside this window: 1 row added, 1 row changed, 1 row removed."
    )
    assert store.look_outside() is None
    store.label(pair(3), "original", JUDGED)
    store.label(pair(4), "original", JUDGED)
    store.project()
    wanted = {"p0": "copy", "p1": "unrelated", "p3": "original", "p4": "original"}
    assert workspace.labelled() == wanted
    assert workspace.labelled("carl") == {"q": "original"}
    again = workspace.store()
    again.project()
    assert workspace.labelled() == wanted
    assert again.row("p2") is None


def test_a_row_deleted_while_the_program_was_closed_stays_deleted(workspace: Workspace) -> None:
    store = workspace.store()
    for number in range(3):
        store.label(pair(number), "copy", JUDGED)
    store.project()
    lines = workspace.labels.read_bytes().splitlines(keepends=True)
    workspace.labels.write_bytes(b"".join(line for line in lines if not line.startswith(b"p1,")))
    for _ in range(2):
        store = workspace.store()
        store.project()
        assert set(workspace.labelled()) == {"p0", "p2"}
    workspace.labels.unlink()  # losing the file brings back what was in it, and not more
    workspace.store().project()
    assert set(workspace.labelled()) == {"p0", "p2"}


def test_a_decision_and_an_edit_of_other_columns_are_both_kept(workspace: Workspace) -> None:
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    store.project()
    store.label(pair(1), "original", JUDGED)  # not yet in the file
    rewrite(workspace.labels, ",0,,", ",1,from outside,")
    store.project()
    (record,) = workspace.records()
    assert (record["label"], record["flagged"], record["note"]) == (
        "original",
        "1",
        "from outside",
    )
    row = store.row("p1")
    assert row is not None
    assert row == LabelRow.from_texts(record)


def test_an_edit_in_the_same_moment_and_of_the_same_length_is_not_overwritten(
    workspace: Workspace,
) -> None:
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    store.label(pair(2), "copy", JUDGED)
    store.note(pair(1), "one", JUDGED)
    store.project()
    status = workspace.labels.stat()
    rewrite(workspace.labels, ",one,", ",two,")
    os.utime(workspace.labels, ns=(status.st_atime_ns, status.st_mtime_ns))
    store.label(pair(2), "original", JUDGED)
    assert store.project().kind.value == "saved"
    assert [r["note"] for r in workspace.records()] == ["two", ""]
    row = store.row("p1")
    assert row is not None
    assert row.note == "two"


def test_a_file_replaced_by_another_that_is_no_label_file(workspace: Workspace) -> None:
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    store.project()
    good = workspace.labels.read_bytes()
    workspace.labels.write_bytes(b"a letter\r\n")
    store.look_outside()
    store.label(pair(2), "copy", JUDGED)
    state = store.project()
    assert state.kind.value == "journal"
    assert "not a label file" in str(state.message)
    assert workspace.labels.read_bytes() == b"a letter\r\n"
    workspace.labels.write_bytes(good)
    assert store.project().kind.value == "saved"
    assert workspace.labelled() == {"p1": "copy", "p2": "copy"}


def test_a_busy_third_program(workspace: Workspace) -> None:
    """Between labels another program appends, edits, deletes and replaces the file."""
    chance = random.Random(7)
    store = workspace.store()
    mine: dict[str, str] = {}
    theirs: dict[str, str] = {}
    for number in range(80):
        label = chance.choice(LABELS)
        store.label(pair(number), label, JUDGED)
        mine[f"p{number}"] = label
        if chance.random() < 0.3:
            old = chance.choice(sorted(mine))
            again = chance.choice(LABELS)
            store.label(pair(int(old[1:])), again, JUDGED)
            mine[old] = again
        store.project()
        lines = workspace.labels.read_bytes().splitlines(keepends=True)
        action = chance.choice(["append", "edit", "delete", "replace", "nothing"])
        if action == "append":
            theirs[f"t{number}"] = "copy"
            lines.append(f"t{number},,,copy,carl,,,,,,,,,,,\r\n".encode())
        elif action == "edit" and theirs:
            name = chance.choice(sorted(theirs))
            theirs[name] = "unrelated"
            lines = [
                line.replace(b",copy,", b",unrelated,")
                if line.startswith(f"{name},".encode())
                else line
                for line in lines
            ]
        elif action == "delete":
            name = chance.choice(sorted(mine))
            del mine[name]
            lines = [line for line in lines if not line.startswith(f"{name},".encode())]
        if action == "append":
            with workspace.labels.open("ab") as out:
                out.write(lines[-1])
        elif action == "replace":
            temporary = workspace.labels.with_suffix(".new")
            temporary.write_bytes(b"".join(lines))
            temporary.replace(workspace.labels)
        elif action != "nothing":
            workspace.labels.write_bytes(b"".join(lines))
        if action == "delete":
            leave_out(store)
    store.look_outside()
    assert workspace.labelled() == mine
    assert workspace.labelled("carl") == theirs
    assert {key[0]: row.label for key, row in store.rows().items() if row.label} == mine
    store = workspace.store()
    store.project()
    assert workspace.labelled() == mine


def test_rows_appended_behind_half_a_row_of_ours(workspace: Workspace) -> None:
    """A power cut left half a row; another machine writes on before this one mends it."""
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    store.project()
    store.label(pair(2), "copy", JUDGED)
    with workspace.labels.open("ab") as out:
        out.write(b"p2,texts/a2.txt,te")
    again = workspace.store()
    with workspace.labels.open("ab") as out:
        out.writelines(b"\r\nq%d,,,original,carl,,,,,,,,,,," % n for n in range(5))
        out.write(b"\r\n")
    again.project()
    lines = workspace.labels.read_bytes().splitlines()
    assert [line.count(b",") for line in lines if line.startswith((b"q", b"p"))] == [15, 15, 2] + [
        15
    ] * 6
    assert {f"q{n}" for n in range(5)} == {
        key[0] for key in again.rows(everybody=True) if key[1] == "carl"
    }
    assert set(again.rows()) == {("p1", "anna"), ("p2", "anna")}


@pytest.mark.parametrize("half", [b",3.0,0\r\n", b",3.\0\0\0\0\0\r\n"], ids=["short", "zeros"])
def test_half_a_row_of_ours_is_no_wish_of_another_machine(
    workspace: Workspace, half: bytes
) -> None:
    """The other one wrote behind it; the label that it begins with was taken back here."""
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    store.project()
    row = store.label(pair(2), "copy", JUDGED).after
    assert row is not None
    with workspace.labels.open("ab") as out:
        out.write(f"p2,{row.reference},{row.candidate},copy,anna,{row.created_at},".encode())
        out.write(row.updated_at.encode() + half + b"q,,,original,carl,,,,,,,,,,,\r\n")
    again = workspace.store()
    assert again.row("p2") == row
    again.undo()
    assert again.row("p2") is None
    again.label(pair(2), "copy", JUDGED)
    assert again.project().kind.value == "saved"
    assert b"\0" not in workspace.labels.read_bytes()
    assert workspace.labelled() == {"p1": "copy", "p2": "copy"}
    assert workspace.labelled("carl") == {"q": "original"}
