"""A stray quotation mark makes one row of many: all of them come back, and the one is mended."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gui.labels import LabelStore, SaveKind
from gui.labels.file.label_table import LabelTable
from gui.labels.label_values import COLUMNS, LabelRow
from tests.labels.helpers import JUDGED, Workspace, pair, run
from tests.labels.older_copies import accident

ROWS = 14
SWALLOWING = 3  # the number of the pair whose row gets the mark


def of_bert(number: int) -> bytes:
    """A row of a colleague, in a file that a spreadsheet wrote; the last but one has a note."""
    note = '"see ""Noel""; later"' if number == ROWS - 1 else ""
    at = f"2025-01-31T09:00:{number:02}.000Z"
    texts = (f"p{number}", f"a{number}", f"b{number}", "copy", "bert", at, at)
    return ";".join([*texts, "", "", note, *[""] * 5, "1"]).encode() + b"\r\n"


HEADER = ";".join(COLUMNS).encode() + b"\r\n"
WHOLE = HEADER + b"".join(map(of_bert, range(1, ROWS + 1)))


def stray_in(column: str) -> Callable[[bytes], bytes]:
    """Put a mark, and a letter behind it, before what that row says in *column*."""
    place = COLUMNS.index(column)

    def damage(data: bytes) -> bytes:
        lines = data.split(b"\r\n")
        fields = lines[SWALLOWING].split(b";")
        fields[place] = b'"x' + fields[place]
        lines[SWALLOWING] = b";".join(fields)
        return b"\r\n".join(lines)

    return damage


PLACES = ("reference", "label", "annotator", "updated_at", "flagged", "note", "revision")


def seen_whole(workspace: Workspace) -> LabelStore:
    workspace.labels.write_bytes(WHOLE)
    store = workspace.store()
    store.label(pair(100), "copy", JUDGED)
    assert store.project().kind is SaveKind.SAVED
    store.look_outside()
    return store


@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
@pytest.mark.parametrize("column", PLACES)
def test_the_rows_come_back_and_the_one_that_hid_them_is_mended(
    workspace: Workspace, column: str, closed: bool
) -> None:
    store = seen_whole(workspace)
    whole, rows = workspace.labels.read_bytes(), store.rows(everybody=True)
    workspace.labels.write_bytes(stray_in(column)(whole))
    if closed:
        store = workspace.store()
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    assert store.rows(everybody=True) == rows
    written = workspace.labels.read_bytes()
    assert sorted(written.split(b"\r\n")) == sorted(whole.split(b"\r\n"))
    assert written.split(b"\r\n")[SWALLOWING] == whole.split(b"\r\n")[SWALLOWING]
    assert "rows of labels.csv were damaged or cut off" in str(accident(store).messages[0])
    assert not store.standing()


@pytest.mark.parametrize("column", PLACES)
def test_check_tells_of_such_a_row_whether_there_is_a_journal_or_not(
    workspace: Workspace, capsys: pytest.CaptureFixture[str], column: str
) -> None:
    seen_whole(workspace)
    whole = workspace.labels.read_bytes()
    workspace.labels.write_bytes(stray_in(column)(whole))
    status, said, _ = run(capsys, "check", workspace.labels, "--journals", workspace.state)
    assert status == 1
    assert "rows that were damaged or cut off" in said
    away = workspace.labels.rename(workspace.labels.with_name("unknown.csv"))
    status, said, _ = run(capsys, "check", away, "--journals", workspace.state)
    assert status == 1
    assert "1 row with line ends where none can be, in record 3; a stray quotation mark" in said


def test_a_row_taken_out_beside_such_a_record_stays_out(workspace: Workspace) -> None:
    store = seen_whole(workspace)
    whole = workspace.labels.read_bytes()
    there = whole.replace(of_bert(1), b"")
    assert store.row("p100") is not None
    damage = stray_in("flagged")(whole).replace(of_bert(1), b"")
    workspace.labels.write_bytes(damage)
    store.look_outside()
    store.project()
    assert sorted(workspace.labels.read_bytes().split(b"\r\n")) == sorted(there.split(b"\r\n"))


def test_a_note_of_several_lines_is_none() -> None:
    row = LabelRow("p1", "a", "b", "copy", "anna", "2025-01-31", "2025-01-31", note="a,\r\nb,c\nd")
    empty = LabelTable(HEADER.replace(b";", b","))
    table = LabelTable(HEADER.replace(b";", b",") + empty.record(row))
    assert table.rows[row.key] == row
    assert not table.swallowing
    assert not table.spoiled
