"""Half of a copy that a program never finished: what it lacks comes back, or is asked about."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest

from gui.labels import Answer, LabelStore, Pair
from gui.labels.label_reading import read_labels
from tests.labels.helpers import JUDGED, Workspace, pair
from tests.labels.older_copies import accident, label, lines_of, take_out

SHOWN = {"3-4": "03. Apr", "7-8": "07. Aug", "+49": "49"}
NOTE = 'line one\nline two; with, commas "x"'


def pair_of(name: str) -> Pair:
    return Pair(name, f"texts/{name}-a.txt", f"texts/{name}-b.txt")


def four_rows(workspace: Workspace) -> LabelStore:
    """Rows of which spreadsheets rewrite ids, one with a note of two lines, and one withdrawn."""
    store = workspace.store()
    store.label(pair_of("7-8"), "copy", JUDGED)
    store.flag(pair_of("1.10"), True, JUDGED)
    store.note(pair_of("3-4"), NOTE, JUDGED)
    store.flag(pair_of("1.10"), False, JUDGED)
    store.note(pair_of("x"), NOTE, JUDGED)
    store.label(pair_of("+49"), "unrelated", JUDGED)
    store.project()
    return store


def rewritten(data: bytes, delimiter: str = ",", *, by_note: bool = False) -> bytes:
    """Return the label file *data* as a spreadsheet saves it."""
    header, *rows = csv.reader(io.StringIO(data.decode(), newline=""))
    for row in rows:
        row[0] = SHOWN.get(row[0], row[0])
    if by_note:
        rows.sort(key=lambda row: row[header.index("note")], reverse=True)
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows([header, *rows])
    return out.getvalue().encode("utf-8-sig")


@pytest.mark.parametrize("by_note", [False, True], ids=["in order", "sorted"])
@pytest.mark.parametrize("delimiter", [",", ";"])
def test_wherever_a_rewritten_copy_ends_nothing_goes_silently(
    workspace: Workspace, delimiter: str, by_note: bool
) -> None:
    store = four_rows(workspace)
    rows = store.rows()
    files = {path: path.read_bytes() for path in workspace.folder.rglob("*") if path.is_file()}
    copy = rewritten(workspace.labels.read_bytes(), delimiter, by_note=by_note)
    first = copy.index(b"\n") + 1
    for end in range(first + 2, len(copy), 83):
        for path in workspace.state.rglob("*"):
            if path.is_file() and path not in files:
                path.unlink()
        for path, data in files.items():
            path.write_bytes(data)
        store = workspace.store()
        workspace.labels.write_bytes(copy[:end])
        read = read_labels(workspace.labels, workspace.state)
        edit = store.look_outside()
        store.project()
        asked = edit is not None and edit.accident is not None and edit.accident.doubt
        assert asked or store.rows() == rows, copy[:end][-40:]
        assert read.rows == rows or read.problems
        store.answer(Answer.PUT_BACK)
        store.project()
        assert store.rows() == rows == workspace.store().rows()
        assert {
            row["pair_id"]
            for row in csv.DictReader(
                io.StringIO(workspace.labels.read_text("utf-8-sig"), newline=""),
                delimiter=delimiter,
            )
        } == {key[0] for key in rows}


@pytest.mark.parametrize(
    "fragment", [b"p", b"p1", b"04. Ma", b"04. Mai,texts/a4", b"zz,texts/a,texts/b,cop"]
)
def test_the_beginning_of_a_row_is_no_row(workspace: Workspace, fragment: bytes) -> None:
    store = workspace.store()
    label(store, range(1, 5))
    rows = store.rows()
    workspace.labels.write_bytes(b"".join(lines_of(workspace)[:2]) + fragment)
    store.look_outside()
    store.project()
    assert store.rows() == rows == workspace.store().rows()
    assert fragment + b"\r\n" not in workspace.labels.read_bytes()


@pytest.mark.parametrize("name", ["note", "mine"])
def test_a_copy_that_ends_within_its_last_field(workspace: Workspace, name: str) -> None:
    store = workspace.store()
    store.note(pair(1), "see page 12", JUDGED)
    label(store, [2, 3])
    header, *rows = csv.reader(io.StringIO(workspace.labels.read_text(), newline=""))
    table = [[*header, "mine"], *([*row, "kept 12"] for row in rows)]
    workspace.labels.write_text("".join(",".join(row) + "\n" for row in table))
    store.look_outside()
    before = store.rows()
    place = table[0].index(name)
    for row in table:
        row.append(row.pop(place))
    text = "".join(";".join(row) + "\n" for row in table[:2])
    workspace.labels.write_text(text[:-2])
    store.look_outside()
    store.project()
    assert accident(store).doubt is None
    assert store.rows() == before == workspace.store().rows()
    with workspace.labels.open(newline="") as file:
        texts = {row["pair_id"]: row for row in csv.DictReader(file, delimiter=";")}
    assert texts["p1"][name] == table[1][-1]


@pytest.mark.parametrize("shown", ["true", "WAHR"])
def test_a_copy_that_ends_within_a_withdrawn_row(workspace: Workspace, shown: str) -> None:
    store = workspace.store()
    label(store, [1])
    store.label(pair_of("TRUE"), "copy", JUDGED)
    store.project()
    copy = workspace.labels.read_text().replace("TRUE,", f"{shown},").replace(",", ";")
    store.undo()
    store.project()
    rows = store.rows()
    workspace.labels.write_text(copy[:-40])
    store.look_outside()
    store.project()
    assert store.rows() == rows == workspace.store().rows()


def rows_out(workspace: Workspace) -> None:
    take_out(workspace, 2)


def rows_out_and_one_by_hand(workspace: Workspace) -> None:
    take_out(workspace, 2)
    with workspace.labels.open("ab") as file:
        file.write(b"p9,texts/a9.txt,texts/b9.txt,copy,anna,,,,,,,,,,,\r\n")


@pytest.mark.parametrize("edit", [rows_out, rows_out_and_one_by_hand])
def test_rows_taken_out_of_a_whole_file_stay_out(
    workspace: Workspace, edit: Callable[[Workspace], None]
) -> None:
    store = workspace.store()
    label(store, range(1, 5))
    edit(workspace)
    found = store.look_outside()
    assert found is not None
    assert found.accident is None
    store.project()
    assert (pair(2).id, "anna") not in store.rows()
    assert b"p2," not in workspace.labels.read_bytes()


def test_a_file_that_never_has_an_end_of_its_last_line(workspace: Workspace) -> None:
    store = workspace.store()
    label(store, range(1, 5))
    workspace.labels.write_bytes(workspace.labels.read_bytes().rstrip())
    store.look_outside()
    take_out(workspace, 2)
    found = store.look_outside()
    assert found is not None
    assert found.accident is None
    assert {key[0] for key in store.rows()} == {"p1", "p3", "p4"}


@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
@pytest.mark.parametrize(
    ("mark", "end"), [("", "label"), ('"', "label"), ('"', "_sha256"), ('"', "revision")]
)
def test_a_copy_that_ends_within_its_header_is_as_good_as_empty(
    workspace: Workspace, mark: str, end: str, closed: bool
) -> None:
    store = workspace.store()
    label(store, [1, 2])
    rows, text = store.rows(), workspace.labels.read_text()
    copy = ";".join(f"{mark}{name}{mark}" for name in text.splitlines()[0].split(","))
    workspace.labels.write_text(copy[: copy.index(end) + 3])
    read = read_labels(workspace.labels, workspace.state)
    assert {key[0] for key in read.rows} == {"p1", "p2"}
    store = workspace.store() if closed else store
    store.look_outside()
    assert store.project().kind.value == "saved"
    assert store.rows() == rows
    assert workspace.labelled().keys() == {"p1", "p2"}
