"""A letter that the encoding of the label file lacks: the file is turned into UTF-8."""

from __future__ import annotations

import codecs
import csv
import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from gui.labels import LabelStore, OutsideEdit, Pair
from gui.labels.file.csv_format import Dialect
from gui.labels.mending import mending
from tests.labels.helpers import JUDGED, QuickFiles, Workspace, pair, run

HEADER = ("pair_id", "label", "annotator", "note", "colour")


def old_file(path: Path, encoding: str, delimiter: str = ";", rows: int = 3) -> bytes:
    """Write a label file with a column of its own, as a spreadsheet does; return its bytes."""
    names = {"windows-1251": ("Анна", "заря"), "shift_jis": ("花子", "同じ記事")}
    who, what = names.get(encoding, ("Bär", "né"))
    lines = [HEADER, *((f"x{n}", "copy", who, what, f"{what} {n}") for n in range(rows))]
    data = "".join(delimiter.join(line) + "\r\n" for line in lines).encode(encoding)
    path.write_bytes(data)
    return data


def records(path: Path, delimiter: str = ";") -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.reader(lines, delimiter=delimiter, strict=True))


def news(store: LabelStore) -> OutsideEdit:
    edit = store.look_outside()
    assert edit is not None
    return edit


@pytest.mark.parametrize("delimiter", [";", "\t"])
@pytest.mark.parametrize("encoding", ["windows-1252", "windows-1251", "shift_jis"])
def test_the_file_is_turned_into_utf_8_so_that_no_letter_is_written_as_an_escape(
    workspace: Workspace, encoding: str, delimiter: str
) -> None:
    data = old_file(workspace.labels, encoding, delimiter)
    store = workspace.store()
    store.label(Pair("☃", "a", "b"), "copy", JUDGED)
    store.note(Pair("☃", "a", "b"), "Ođ é ș", JUDGED)
    assert store.project().kind.value == "saved"
    there = workspace.labels.read_bytes()
    assert there.startswith(codecs.BOM_UTF8 + data.decode(encoding).encode())
    assert records(workspace.labels, delimiter)[-1] == ["☃", "copy", "anna", "Ođ é ș", ""]
    assert store.look_outside() is not None
    assert store.look_outside() is None  # it is told once
    again = workspace.store()
    row = again.row("☃")
    assert row is not None
    assert row.note == "Ođ é ș"
    assert again.look_outside() is None
    again.label(pair(1), "original", JUDGED)
    assert again.project().kind.value == "saved"
    assert workspace.labels.read_bytes().startswith(there)


def test_what_became_of_the_file_is_said_and_the_old_one_kept(workspace: Workspace) -> None:
    data = old_file(workspace.labels, "windows-1252")
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    store.project()
    before = workspace.labels.read_bytes()
    assert before.startswith(data)  # as long as every letter can be written
    store.note(pair(1), "Łódź, 日本", JUDGED)
    store.project()
    accident = news(store).accident
    assert accident is not None
    assert not accident.messages
    assert not accident.can_take_out
    said, look, kept = map(str, accident.recoded)
    assert said.startswith("labels.csv was read as windows-1252, an encoding that lacks Łź日本.")
    assert "the same" not in said
    assert look.startswith("Check whether names in it, such as “Bär”, are right;")
    (copy,) = (workspace.state / "backups").glob("*-windows-1252-*.csv")
    assert kept == f"The file as it was before is kept in {copy}."
    assert copy.read_bytes() == before


def test_a_row_that_is_there_gets_the_letter_in_its_place(workspace: Workspace) -> None:
    old_file(workspace.labels, "windows-1252")
    store = workspace.store("Bär")
    store.note(Pair("x1", "a", "b"), "Ođ", JUDGED)
    store.project()
    assert [row[0] for row in records(workspace.labels)[1:]] == ["x0", "x1", "x2"]
    assert records(workspace.labels)[2] == ["x1", "copy", "Bär", "Ođ", "né 1"]


def test_escapes_that_stood_for_letters_give_way_to_them(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An older version wrote them; what is no such escape stays, whatever it looks like."""
    old_file(workspace.labels, "windows-1252")
    store = workspace.store()
    store.note(Pair("plain", "a", "b"), r"C:\u2603", JUDGED)
    with monkeypatch.context() as older:
        older.setattr("gui.labels.file.label_table.LabelTable.lacking", lambda *_: "")
        store.label(Pair("☃1", "a", "b"), "copy", JUDGED)
        store.note(Pair("p1", "a", "b"), "☃", JUDGED)
        store.project()
    assert rb"\u26031;copy" in workspace.labels.read_bytes()
    store = workspace.store()
    assert store.look_outside() is None
    store.flag(pair(2), True, JUDGED)
    store.note(pair(2), "☃", JUDGED)
    store.project()
    rows = {row[0]: row[1:4] for row in records(workspace.labels)[1:]}
    assert rows == {
        **{f"x{n}": ["copy", "Bär", "né"] for n in range(3)},
        "plain": ["", "anna", r"C:\u2603"],
        "☃1": ["copy", "anna", ""],
        "p1": ["", "anna", "☃"],
        "p2": ["", "anna", "☃"],
    }
    assert workspace.store().look_outside() is None


def test_a_decision_that_needed_the_letter_can_be_undone(workspace: Workspace) -> None:
    data = old_file(workspace.labels, "windows-1252")
    store = workspace.store("Bär")
    store.label(Pair("☃", "a", "b"), "copy", JUDGED)
    store.project()
    again = workspace.store("Bär")
    assert again.undo() is not None
    again.project()
    assert workspace.labels.read_bytes().decode("utf-8-sig") == data.decode("windows-1252")


def test_a_lost_file_is_written_again_with_the_letter(workspace: Workspace) -> None:
    old_file(workspace.labels, "windows-1252")
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    store.project()
    workspace.labels.unlink()
    store.label(Pair("☃", "a", "b"), "copy", JUDGED)
    assert store.project().kind.value == "saved"
    rows = records(workspace.labels)
    assert rows[1] == ["x0", "copy", "Bär", "né", "né 0"]
    assert [row[0] for row in rows[1:]] == ["x0", "x1", "x2", "p1", "☃"]


def test_rows_that_come_back_bring_the_letters_of_their_own_columns(workspace: Workspace) -> None:
    """A stale copy in the old encoding is saved over the file, which was in UTF-8 already."""
    data = old_file(workspace.labels, "windows-1252")
    store = workspace.store()
    for number in range(3):
        store.label(Pair(f"☃{number}", "a", "b"), "copy", JUDGED)
    store.project()
    whole = workspace.labels.read_bytes()
    mine = whole.replace("☃2;copy;anna;;".encode(), "☃2;copy;anna;;Ođ".encode())
    assert mine != whole
    workspace.labels.write_bytes(mine)
    store.look_outside()
    workspace.labels.write_bytes(data)
    store.look_outside()
    assert store.project().kind.value == "saved"
    assert workspace.labels.read_bytes() == mine


def test_a_copy_that_cannot_be_kept_holds_nothing_up(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    old_file(workspace.labels, "windows-1252")
    store = workspace.store(files=QuickFiles())

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("gui.labels.reconciling.accident_reports.keep_copy", refuse)
    store.label(Pair("☃", "a", "b"), "copy", JUDGED)
    assert store.project().kind.value == "saved"
    accident = news(store).accident
    assert accident is not None
    assert len(accident.recoded) == 2  # nothing of a copy


def test_restore_says_so_too(workspace: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    old_file(workspace.labels, "windows-1252")
    workspace.store().label(Pair("☃", "a", "b"), "copy", JUDGED)
    status, out, _ = run(capsys, "restore", workspace.labels, "--journals", workspace.state)
    assert status == 0
    assert "labels.csv was read as windows-1252, an encoding that lacks ☃." in out
    status, out, _ = run(capsys, "check", workspace.labels, "--journals", workspace.state)
    assert (status, "utf-8 with a byte-order mark, semicolon" in out) == (0, True)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", "ä,漢😀\r\n"),
        ("utf-16-le", "ä漢😀,\r\n"),
        ("gb18030", "é漢字\n"),
        ("shift_jis", "表,字\n"),
        ("windows-1252", "naïve €\n"),
    ],
)
@pytest.mark.parametrize("piece", [1, 2, 3, 5, 1_000])
def test_the_letters_of_a_file_are_found_wherever_it_is_cut_into_pieces(
    encoding: str, text: str, piece: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mending, "PIECE", piece)
    found = mending.letters_in((text * 3).encode(encoding), Dialect(encoding))
    assert found == {letter for letter in text if not letter.isascii()}


@pytest.mark.parametrize(("text", "least", "most"), [("é,", 40, 100), ("e,", 0, 1)])
def test_a_file_of_many_megabytes_is_not_searched_for_letters_by_one_call(
    text: str, least: int, most: int
) -> None:
    """No other thread would run meanwhile, and the window would stand still."""
    calls: list[str] = []

    def note(_frame: FrameType, event: str, what: Any) -> None:
        if event == "c_call":
            calls.append(what.__name__)

    data = (text * 2_000_000).encode()
    before = sys.getprofile()
    sys.setprofile(note)
    try:
        mending.letters_in(data, Dialect())
    finally:
        sys.setprofile(before)
    assert least <= calls.count("sub") <= most
