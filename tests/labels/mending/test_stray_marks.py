"""A quotation mark too many, or one that is lost, in any place of a label file with notes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import pytest

from gui.labels import LabelStore, SaveKind
from tests.labels.helpers import JUDGED, Workspace, pair, run
from tests.labels.older_copies import accident
from tests.sampling import sampled

ROWS = 9
HEADER = ("pair_id", "reference", "label", "annotator", "note", "updated_at", "seen")
Rows = list[list[str]]


def rows_with(notes: Mapping[int, str]) -> Rows:
    return [
        [
            *(f"p{n}", f"texts/a{n}", "copy", "bert", notes.get(n, f"note {n}")),
            *(f"2025-01-31T09:00:{n:02}.000Z", f"dora {n}"),
        ]
        for n in range(1, ROWS + 1)
    ]


def written(rows: Rows, delimiter: str, line_end: str) -> list[str]:
    """The lines of a file with *rows* as a spreadsheet writes it: notes in quotation marks."""

    def field(place: int, text: str) -> str:
        text = text.replace("\n", line_end)
        quoted = '"' in text or delimiter in text or line_end in text
        return '"' + text.replace('"', '""') + '"' if quoted else text

    return [
        delimiter.join(field(place, text) for place, text in enumerate(row)) + line_end
        for row in [list(HEADER), *rows]
    ]


NOTES: Mapping[str, Mapping[int, str]] = MappingProxyType(
    {
        "no other mark": {},
        "a quoted note in a later row": {8: 'see "Noel"; later, too'},
        "a note with as many delimiters": {6: 'x "a" ; , y'},
        "notes of several lines": {2: "one\ntwo; 2,\nthree", 7: "first\nsecond"},
        "quoted notes around": {1: "a, b; c", 3: "d, e; f", 5: 'g "h", i;', 9: "j, k; l"},
    }
)
DAMAGE: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "before it": lambda text: '"' + text,
        "typed before it": lambda text: '"x' + text,
        "its own one doubled": lambda text: '"' + text if text[:1] == '"' else '""' + text,
    }
)


def opened(workspace: Workspace, lines: list[str]) -> LabelStore:
    workspace.labels.write_bytes("".join(lines).encode())
    store = workspace.store()
    store.flag(pair(100), True, JUDGED)
    assert store.project().kind is SaveKind.SAVED
    store.look_outside()
    return store


def check_mended(workspace: Workspace, store: LabelStore, damaged: bytes, *, closed: bool) -> None:
    whole, rows = workspace.labels.read_bytes(), store.rows(everybody=True)
    assert damaged != whole
    workspace.labels.write_bytes(damaged)
    if closed:
        store = workspace.store()
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    assert store.rows(everybody=True) == rows
    assert workspace.labels.read_bytes() == whole
    assert not store.standing()
    assert "damaged or cut off" in str(accident(store).messages[0])


@pytest.mark.parametrize(
    ("notes", "place", "number", "style"),
    sampled(
        5,
        NOTES,
        {name: place for place, name in enumerate(HEADER)},
        {"first": 1, "fourth": 4, "last": ROWS},
        {"semicolons, open": (";", "\r\n", False), "commas, closed": (",", "\n", True)},
    ),
)
def test_a_mark_before_any_text_of_any_row(
    workspace: Workspace,
    notes: Mapping[int, str],
    place: int,
    number: int,
    style: tuple[str, str, bool],
) -> None:
    delimiter, line_end, closed = style
    rows = rows_with({**notes, number: f"note {number}"})
    store = opened(workspace, written(rows, delimiter, line_end))
    lines = workspace.labels.read_bytes().decode().split(line_end)
    (at,) = (n for n, line in enumerate(lines) if line.startswith(f"p{number}{delimiter}"))
    fields = lines[at].split(delimiter)
    fields[place] = '"' + fields[place]
    lines[at] = delimiter.join(fields)
    check_mended(workspace, store, line_end.join(lines).encode(), closed=closed)


@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
@pytest.mark.parametrize("notes", NOTES.values(), ids=NOTES)
def test_what_is_typed_with_the_mark_goes_with_it(
    workspace: Workspace,
    notes: Mapping[int, str],
    damage: Callable[[str], str],
    closed: bool,
) -> None:
    rows = rows_with(notes)
    store = opened(workspace, written(rows, ";", "\r\n"))
    lines = workspace.labels.read_bytes().decode().split("\r\n")
    (at,) = (n for n, line in enumerate(lines) if line.startswith("p4;"))
    fields = lines[at].split(";")
    fields[4] = damage(fields[4])
    lines[at] = ";".join(fields)
    damaged = "\r\n".join(lines).encode()
    if '""' in fields[4]:
        return  # an empty text in marks, and something behind it: a person may mean that
    check_mended(workspace, store, damaged, closed=closed)


@pytest.mark.parametrize(("more", "restored"), [(0, True), (1, False)])
def test_a_row_is_recognized_by_half_of_its_line(
    workspace: Workspace, more: int, restored: bool
) -> None:
    """Another note with a stray mark before it: the others are parted from it in either case."""
    rest = len(";".join(rows_with({4: ""})[3]))
    note = "m" * (rest + more)
    store = opened(workspace, written(rows_with({4: note}), ";", "\r\n"))
    whole, rows = workspace.labels.read_bytes(), store.rows(everybody=True)
    workspace.labels.write_bytes(whole.replace(note.encode(), b'"other'))
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    changed = {key: row.note for key, row in store.rows(everybody=True).items() if row != rows[key]}
    assert changed == ({} if restored else {("p4", "bert"): '"other'})


@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
@pytest.mark.parametrize("which", ["opening", "closing"])
@pytest.mark.parametrize("number", [2, 7])
def test_a_mark_that_is_lost_of_a_note_of_several_lines(
    workspace: Workspace, number: int, which: str, closed: bool
) -> None:
    store = opened(workspace, written(rows_with(NOTES["notes of several lines"]), ";", "\r\n"))
    data = workspace.labels.read_bytes().decode()
    start = data.index(f"p{number};")
    opening = data.index('"', start)
    at = opening if which == "opening" else data.index('"', opening + 1)
    check_mended(workspace, store, (data[:at] + data[at + 1 :]).encode(), closed=closed)


@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
@pytest.mark.parametrize("which", ["opening", "closing", "inner"])
def test_a_mark_that_is_lost_of_a_note_with_marks(
    workspace: Workspace, which: str, closed: bool
) -> None:
    store = opened(workspace, written(rows_with({3: 'say "x"'}), ";", "\r\n"))
    data = workspace.labels.read_bytes().decode()
    there = {"opening": 'say ""x"""', "closing": '"say ""x""', "inner": '"say "x"""'}[which]
    damaged = data.replace('"say ""x"""', there)
    check_mended(workspace, store, damaged.encode(), closed=closed)


@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
@pytest.mark.parametrize("there", ["say x", '"say ""y"""', '"say x"""', '"say """"x"""'])
def test_marks_that_a_person_edits_are_a_wish(
    workspace: Workspace, there: str, closed: bool
) -> None:
    store = opened(workspace, written(rows_with({3: 'say "x"'}), ";", "\r\n"))
    data = workspace.labels.read_bytes().decode().replace('"say ""x"""', there)
    workspace.labels.write_bytes(data.encode())
    if closed:
        store = workspace.store()
    edit = store.look_outside()
    assert edit is None or edit.accident is None
    assert store.project().kind is SaveKind.SAVED
    assert workspace.labels.read_bytes() == data.encode()


@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
def test_a_mark_in_the_last_column_before_a_note_of_several_lines(
    workspace: Workspace, closed: bool
) -> None:
    """It closes where the note begins, and both rows keep as many columns as they had."""
    header = "note;pair_id;label;updated_at;annotator"
    lines = [
        header,
        *(
            f"{note};p{n};copy;2025-01-0{n}T10:00:00.000Z;bert"
            for n, note in enumerate(("first", '"one\r\ntwo"', "third"), 1)
        ),
        "",
    ]
    store = opened(workspace, ["\r\n".join(lines)])
    damaged = workspace.labels.read_bytes().replace(b"bert", b'"bert', 1)
    check_mended(workspace, store, damaged, closed=closed)


@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
def test_what_somebody_did_besides_is_a_wish(workspace: Workspace, closed: bool) -> None:
    store = opened(workspace, written(rows_with(NOTES["quoted notes around"]), ";", "\r\n"))
    lines = workspace.labels.read_bytes().decode().split("\r\n")
    wanted = [
        line.replace(";copy;", ";unrelated;") if line[:3] == "p6;" else line for line in lines
    ]
    wanted = [line for line in wanted if line[:3] != "p7;"]
    new = "p10;texts/a10;copy;bert;new;2025-01-31T09:00:10.000Z;dora"
    wanted.insert(5, new)
    damaged = [line.replace(";note 4;", ';"note 4;') for line in wanted]
    workspace.labels.write_bytes("\r\n".join(damaged).encode())
    if closed:
        store = workspace.store()
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    assert workspace.labels.read_bytes().decode().split("\r\n") == wanted


@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
def test_a_note_that_quotes_another_row_is_one(workspace: Workspace, closed: bool) -> None:
    """That row is there itself: nobody hid it."""
    store = opened(workspace, written(rows_with({}), ";", "\r\n"))
    data = workspace.labels.read_bytes().decode()
    line = next(line for line in data.split("\r\n") if line[:3] == "p5;")
    there = data.replace(";note 2;", f';"compare\r\n{line}\r\nhere";').encode()
    workspace.labels.write_bytes(there)
    if closed:
        store = workspace.store()
    edit = store.look_outside()
    assert edit is None or edit.accident is None
    assert store.project().kind is SaveKind.SAVED
    assert workspace.labels.read_bytes() == there


def test_check_and_restore_do_the_same(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    opened(workspace, written(rows_with(NOTES["a quoted note in a later row"]), ";", "\r\n"))
    whole = workspace.labels.read_bytes()
    workspace.labels.write_bytes(whole.replace(b";note 4;", b';"note 4;'))
    there = ("--journals", workspace.state, workspace.labels)
    status, said, _ = run(capsys, "check", *there)
    assert status == 1
    assert "labels.csv has 5 rows that were damaged or cut off; open the list" in said
    status, said, _ = run(capsys, "restore", *there)
    assert (status, said[:6]) == (0, "5 rows")
    assert workspace.labels.read_bytes() == whole
