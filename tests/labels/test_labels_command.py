"""copydesk-labels: what it says of label files, and what it writes for others."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from gui.labels import SaveKind
from gui.labels.journal.journal_entries import JournalLine
from tests.labels.helpers import JUDGED, Workspace, pair, run
from tests.labels.misfortunes import never_closed


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_check_of_a_sound_file(workspace: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    anna, bert = workspace.store("anna"), workspace.store("bert")
    anna.label(pair(1), "copy", JUDGED)
    anna.flag(pair(2), True, JUDGED)
    bert.label(pair(1), "original", JUDGED)
    bert.project()
    before = snapshot(workspace.folder)
    status, out, _ = run(capsys, "check", workspace.labels, "--journals", workspace.state)
    assert status == 0
    assert "3 rows (utf-8, comma, CRLF)" in out
    assert "anna: 1 copy, 1 no label" in out
    assert "bert: 1 original" in out
    assert "3 decisions" in out
    assert "No problems." in out
    assert snapshot(workspace.folder) == before


def test_check_says_how_many_rows_the_file_itself_lacks(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    store = workspace.store()
    for number in (1, 2):
        store.label(pair(number), "copy", JUDGED)
    store.project()
    store.label(pair(2), "original", JUDGED)
    store.label(pair(3), "copy", JUDGED)
    _, out, _ = run(capsys, "check", workspace.labels, "--journals", workspace.state)
    assert "3 rows, 1 of them only in the journal (utf-8, comma, CRLF)" in out


def test_check_tells_of_rows_taken_out_on_purpose_that_restore_would_bring_back(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    store = workspace.store()
    for number in (1, 2, 3):
        store.label(pair(number), "copy", JUDGED)
    store.project()
    rows = workspace.labels.read_bytes().splitlines(keepends=True)
    workspace.labels.write_bytes(b"".join(row for row in rows if not row.startswith(b"p1,")))
    store.look_outside()
    status, out, _ = run(capsys, "check", workspace.labels, "--journals", workspace.state)
    assert status == 0
    assert "Taken out of the label file: 1 row, which copydesk-labels restore" in out


@pytest.mark.parametrize("command", ["check", "restore", "export"])
def test_a_folder_of_journals_that_is_not_there_is_said(
    workspace: Workspace, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    workspace.store().label(pair(1), "copy", JUDGED)
    missing = workspace.folder / "sate"
    before = snapshot(workspace.folder)
    status, out, err = run(capsys, command, workspace.labels, "--journals", missing)
    assert (status, out) == (2, "")
    assert "sate is not a folder; check the path." in err
    assert snapshot(workspace.folder) == before
    assert not missing.exists()


def test_a_label_file_without_a_journal(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    store.project()
    moved = workspace.labels.rename(workspace.labels.with_name("moved.csv"))
    before = snapshot(workspace.folder)
    status, out, _ = run(capsys, "check", moved, "--journals", workspace.state)
    assert status == 0
    assert "No journal: " in out
    status, out, _ = run(capsys, "restore", moved, "--journals", workspace.state)
    assert status == 0
    assert out.startswith("Nothing to put back: ")
    assert "moved.csv has no journal in " in out
    assert snapshot(workspace.folder) == before


def test_check_names_what_is_wrong_and_changes_nothing(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace.labels.write_bytes(
        b"label;pair_id;annotator\r\ncopy;p1;carl\r\nmaybe;p2;carl\r\ncopy;p1;carl\r\nshort\r\n"
    )
    workspace.store().label(pair(7), "copy", JUDGED)
    with workspace.journal.open("ab") as out:
        out.write(b"torn")
    before = snapshot(workspace.folder)
    status, text, _ = run(capsys, "check", workspace.labels, "--journals", workspace.state)
    assert status == 1
    for part in (
        "semicolon",
        "no column for reference, candidate, created_at",
        "2 labels that this list does not name, the first one “maybe” in record 2",
        "has a second row for the same pair and annotator, in record 3",
        "has 1 row with too few or too many columns, in record 4",
        "4 damaged bytes",
        "The journal has a decision on 1 pair that",
        "labels.csv does not have yet (p7)",
    ):
        assert part in text
    assert snapshot(workspace.folder) == before


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "is not there"),
        (b"a,b\r\n1,2\r\n", "it has no columns “pair_id”, “label” and “annotator”; choose"),
        (b"pair_id,label\r\n", "it has no column “annotator”; choose"),
        (b"pair_id,label,annotator,label\r\n", "it has the column “label” twice; choose"),
        (bytes(range(256)) * 20, "is not a label file"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_sentence_and_status_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, sentence: str
) -> None:
    path = tmp_path / "labels.csv"
    if content is not None:
        path.write_bytes(content)
    for command in ("check", "restore", "export"):
        status, out, err = run(capsys, command, path)
        assert (status, out) == (2, "")
        assert sentence in err
        assert err.count("\n") == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "labels.csv"
    os.mkfifo(path)
    for command in ("check", "restore", "export"):
        status, _, err = run(capsys, command, path)
        assert status == 2
        assert "is not a file; choose another one." in err


def test_a_journal_of_a_newer_program(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace.store().label(pair(1), "copy", JUDGED)
    workspace.journal.write_bytes(JournalLine({"journal": 99, "labels": "x"}).encoded())
    for command in ("check", "restore", "export"):
        status, out, err = run(capsys, command, workspace.labels, "--journals", workspace.state)
        assert (status, out) == (2, "")
        assert "was written by a newer Copydesk; open the list with that one." in err


def test_zeros_that_a_power_cut_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "labels.csv"
    path.write_bytes(b"\0" * 500)
    status, out, _ = run(capsys, "check", path)
    assert status == 1
    assert "500 blank or zero bytes" in out


@pytest.mark.parametrize(
    "arguments", [[], ["mend", "x"], ["export"], ["export", "x", "--format", "y"]]
)
def test_wrong_use(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    status, _, err = run(capsys, *arguments)
    assert status == 2
    assert err.count("\n") == 1
    assert "--help" in err


def test_restore_puts_back_whatever_the_journal_holds(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    store = workspace.store()
    for number in range(1, 8):
        store.label(pair(number), "copy", JUDGED)
        store.project()
    store.undo()  # this one is to stay away
    store.project()
    lines = workspace.labels.read_bytes().splitlines(keepends=True)
    workspace.labels.write_bytes(b"".join(line for line in lines if not line.startswith(b"p2,")))
    store.look_outside()  # taken out
    lines = workspace.labels.read_bytes().splitlines(keepends=True)
    workspace.labels.write_bytes(b"".join(lines[:-1]))
    store.look_outside()  # p6 is in doubt
    store.flag(pair(9), True, JUDGED)  # not in the file yet
    there = ("--journals", workspace.state, workspace.labels)
    before = snapshot(workspace.folder)
    status, out, err = run(capsys, "restore", "--dry-run", *there)
    assert (status, err) == (0, "")
    assert snapshot(workspace.folder) == before
    assert out.splitlines()[0].startswith("3 rows would be put back into ")
    assert [line.split()[0] for line in out.splitlines()[1:]] == ["p2", "p6", "p9"]
    status, out, err = run(capsys, "restore", *there)
    assert (status, err) == (0, "")
    assert out.startswith("3 rows were put back into ")
    assert workspace.labelled().keys() == {"p1", "p2", "p3", "p4", "p5", "p6", "p9"}
    assert run(capsys, "check", *there)[0] == 0
    status, out, err = run(capsys, "restore", *there)
    assert (status, err) == (0, "")
    assert out.startswith("Nothing to put back: ")
    assert workspace.store().rows().keys() == {(f"p{n}", "anna") for n in (1, 2, 3, 4, 5, 6, 9)}


@pytest.mark.parametrize("left", [b"", None, "older"])
def test_restore_brings_a_lost_file_back(
    workspace: Workspace, capsys: pytest.CaptureFixture[str], left: bytes | str | None
) -> None:
    store = workspace.store()
    for number in range(1, 5):
        store.label(pair(number), "copy", JUDGED)
        store.project()
    lines = workspace.labels.read_bytes().splitlines(keepends=True)
    if left is None:
        workspace.labels.unlink()
    else:
        workspace.labels.write_bytes(b"".join(lines[:3]) if isinstance(left, str) else left)
    lost = 2 if left == "older" else 4
    there = ("--journals", workspace.state, workspace.labels)
    assert run(capsys, "check", *there)[0] == 1
    status, out, _ = run(capsys, "restore", "--dry-run", *there)
    assert (status, out[:6]) == (0, f"{lost} rows")
    status, out, _ = run(capsys, "restore", *there)
    assert (status, out[:6]) == (0, f"{lost} rows")
    assert len(workspace.labelled()) == 4
    status, out, _ = run(capsys, "check", *there)
    assert status == 0
    assert ("Kept as other programs had left it, before it was repaired: 1" in out) == (
        left == "older"
    )


def test_what_restore_cannot_write_is_one_sentence(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    store = workspace.store()
    for number in range(1, 5):
        store.label(pair(number), "copy", JUDGED)
        store.project()
    never_closed(workspace.labels)
    status, out, err = run(capsys, "restore", "--journals", workspace.state, workspace.labels)
    assert (status, out) == (1, "")
    assert "never closed" in err
    assert err.count("\n") == 1
    missing = workspace.folder / "other.csv"
    status, out, err = run(capsys, "restore", "--journals", workspace.state, missing)
    assert (status, out) == (2, "")
    assert "is not there; check the path." in err
    assert not missing.exists()


@pytest.mark.parametrize(
    ("content", "where", "sentence"),
    [
        (None, "(not there)", "labels.csv is gone; its rows are taken from the journal."),
        (b"", "(empty)", "labels.csv is empty; its rows are taken from the journal."),
        (bytes(512), "", "The rows of "),
        (b"\0", "", "but 1 blank or zero byte, as after a power cut;"),
    ],
)
def test_check_tells_a_file_that_is_gone_from_one_that_is_empty(
    workspace: Workspace,
    capsys: pytest.CaptureFixture[str],
    content: bytes | None,
    where: str,
    sentence: str,
) -> None:
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    store.project()
    workspace.labels.unlink()
    if content is not None:
        workspace.labels.write_bytes(content)
    status, text, _ = run(capsys, "check", workspace.labels, "--journals", workspace.state)
    assert status == 1
    assert "1 row, 1 of them only in the journal" in text
    assert where in text
    assert sentence in text
    assert ("is gone" in text) == (content is None)


@pytest.mark.parametrize("dry", [True, False])
@pytest.mark.parametrize("left", ["a header", "nothing", "no file", "our columns alone"])
def test_restore_says_that_own_columns_do_not_come_back(
    workspace: Workspace, capsys: pytest.CaptureFixture[str], left: str, dry: bool
) -> None:
    ours = left == "our columns alone"
    header = b"pair_id,label,annotator" + (b"" if ours else b",Mood,topic") + b"\r\n"
    workspace.labels.write_bytes(header)
    store = workspace.store()
    for number in (1, 2, 3):
        store.label(pair(number), "copy", JUDGED)
        store.project()
    workspace.labels.unlink()
    if left == "nothing":
        workspace.labels.touch()
    elif left != "no file":
        workspace.labels.write_bytes(header)
    flags = ["--dry-run"] if dry else []
    common = ("--journals", workspace.state, workspace.labels)
    status, out, err = run(capsys, "restore", *flags, *common)
    assert (status, err) == (0, "")
    assert out.startswith("3 rows w")
    last = out.splitlines()[-1]
    if ours:
        assert last.lstrip().startswith("p3 ")
        return
    assert last.startswith("Columns of your own")
    assert ("“Mood”, “topic”" in last) == (left == "a header")
    copy = Path(last.partition("the last copy that was kept, ")[2].removesuffix("."))
    assert copy.read_bytes().startswith(b"pair_id,label,annotator,Mood,topic\r\n")


QUOTED = 'see "Noel"; later'


def within_the_note(data: bytes) -> bytes:
    return data[: data.rindex(b'Noel""; later') + 4]


def within_a_character(data: bytes) -> bytes:
    text = data.decode("utf-8")
    wide = b"\xff\xfe" + text.encode("utf-16-le")
    return wide[: wide.rindex("copy".encode("utf-16-le")) + 3]


CUT = {"within a quoted note": within_the_note, "within a character": within_a_character}


@pytest.mark.parametrize("cut", CUT.values(), ids=CUT)
def test_restore_mends_a_file_that_was_cut_off_as_the_window_does(
    workspace: Workspace, capsys: pytest.CaptureFixture[str], cut: Callable[[bytes], bytes]
) -> None:
    store = workspace.store()
    for number in (1, 2, 3):
        store.label(pair(number), "copy", JUDGED)
    store.note(pair(3), QUOTED, JUDGED)
    assert store.project().kind is SaveKind.SAVED
    workspace.labels.write_bytes(cut(workspace.labels.read_bytes()))
    at = (workspace.labels, "--journals", workspace.state)
    before = snapshot(workspace.folder)
    status, said, _ = run(capsys, "check", *at)
    assert status == 1
    assert "1 row that was damaged or cut off; open the list in the window, or run" in said
    assert "cannot be read" not in said
    assert snapshot(workspace.folder) == before
    status, said, _ = run(capsys, "restore", *at)
    assert status == 0
    assert "1 row was put back into" in said
    assert workspace.store().rows() == store.rows()
    assert run(capsys, "check", *at)[0] == 0


def test_what_only_a_person_can_mend_is_told_with_how(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace.labels.write_bytes(b'pair_id,label,annotator\r\np1,copy,bert\r\np2,"copy,bert\r\n')
    at = (workspace.labels, "--journals", workspace.state)
    workspace.state.mkdir()
    status, said, _ = run(capsys, "check", *at)
    assert status == 1
    assert "cannot be read. Repair that in a text editor" in said
    assert "recovery journal" not in said
    workspace.store().label(pair(1), "copy", JUDGED)
    assert "the recovery journal holds 1 row of it" in run(capsys, "check", *at)[1]
    status, _, complaint = run(capsys, "restore", *at)
    assert status == 1
    assert "move the file away and run copydesk-labels restore" in complaint
