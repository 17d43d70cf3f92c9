"""Rows that the journal never saw - other annotators', somebody's own columns - and accidents."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path

import pytest

from gui.labels import Answer, LabelStore, SaveKind
from gui.labels.reconciling import projection
from tests.labels.file.faults import FullAfter
from tests.labels.helpers import JUDGED, Workspace, pair, run
from tests.labels.older_copies import accident
from tests.sampling import sampled

Change = Callable[[bytes], "bytes | None"]  # None: the file is removed
Records = dict[tuple[str, str], dict[str, str]]

ACCIDENTS: dict[str, Change] = {
    "removed": lambda data: None,
    "emptied": lambda data: b"",
    "blanked": lambda data: bytes(len(data)),
    "cut in a row": lambda data: data[: int(len(data) * 0.4)],
    "half": lambda data: data[: len(data) // 2],
    "more than half of the rows": lambda data: b"\n".join(data.split(b"\n")[:5]) + b"\n",
    "zeros in rows": lambda data: data[:200] + bytes(300) + data[500:],
}
# In a row's place others are found, but what was swallowed whole is written at the end.
IN_ORDER = {name: change for name, change in ACCIDENTS.items() if name != "zeros in rows"}
DIALECTS = {
    "plain": ("utf-8", ",", "\r\n"),
    "with a mark": ("utf-8-sig", ",", "\n"),
    "semicolons": ("windows-1252", ";", "\r\n"),
    "wide": ("utf-16", "\t", "\r\n"),
}
HEADER = ("batch", "pair_id", "label", "annotator", "note", "checked by", "updated_at", "revision")
NAMES = ("berta", "carl")


def rows_of_others(dialect: str = "plain") -> bytes:
    """A label file with ten rows of two annotators, and columns of its own."""
    encoding, delimiter, line_end = DIALECTS[dialect]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=line_end)
    writer.writerow(HEADER)
    for number in range(1, 6):
        for name in NAMES:
            note = f"früh, {number}; «{name}»"
            at = f"2025-01-0{number}T10:00:00.000Z"
            who = f"Zoë {number}"
            writer.writerow(
                (f"b{number}", f"p{number}", "original", name, note, who, at, str(number))
            )
    return out.getvalue().encode(encoding)


def records_of(data: bytes, dialect: str = "plain") -> Records:
    encoding, delimiter, _ = DIALECTS[dialect]
    reader = csv.DictReader(io.StringIO(data.decode(encoding), newline=""), delimiter=delimiter)
    return {(record["pair_id"], record["annotator"]): record for record in reader}


def opened(workspace: Workspace, dialect: str = "plain", labels: int = 0) -> LabelStore:
    workspace.labels.write_bytes(rows_of_others(dialect))
    store = workspace.store()
    for number in range(1, labels + 1):
        store.label(pair(number), "copy", JUDGED)
    assert store.project().kind is SaveKind.SAVED
    store.look_outside()
    return store


def happens(workspace: Workspace, change: Change) -> None:
    data = change(workspace.labels.read_bytes())
    if data is None:
        workspace.labels.unlink()
    else:
        workspace.labels.write_bytes(data)


@pytest.mark.parametrize(
    ("change", "closed", "labels", "dialect"),
    sampled(
        4,
        ACCIDENTS,
        {"open": False, "closed": True},
        {"nothing decided here": 0, "three labels": 3},
        {dialect: dialect for dialect in DIALECTS},
    ),
)
def test_rows_that_the_journal_never_saw_come_back(
    workspace: Workspace, change: Change, closed: bool, labels: int, dialect: str
) -> None:
    store = opened(workspace, dialect, labels)
    whole, rows = workspace.labels.read_bytes(), store.rows(everybody=True)
    happens(workspace, change)
    if closed:
        store = workspace.store()
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    assert store.rows(everybody=True) == rows
    assert records_of(workspace.labels.read_bytes(), dialect) == records_of(whole, dialect)
    assert workspace.store().rows(everybody=True).keys() == rows.keys()


@pytest.mark.parametrize("labels", [0, 3], ids=["nothing decided here", "three labels"])
@pytest.mark.parametrize("change", IN_ORDER.values(), ids=IN_ORDER)
def test_the_file_is_what_it_was_byte_for_byte(
    workspace: Workspace, change: Change, labels: int
) -> None:
    store = opened(workspace, labels=labels)
    whole = workspace.labels.read_bytes()
    happens(workspace, change)
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    assert workspace.labels.read_bytes() == whole


def rows_in(workspace: Workspace) -> set[tuple[str, str]]:
    return set(records_of(workspace.labels.read_bytes()))


def without(*keys: tuple[str, str]) -> Change:
    """Take out the rows of these pairs and annotators."""
    gone = [f",{pair_id},original,{name},".encode() for pair_id, name in keys]
    return lambda data: b"".join(
        line for line in data.splitlines(keepends=True) if not any(key in line for key in gone)
    )


@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
@pytest.mark.parametrize("gone", [[("p5", "carl")], [("p2", "berta"), ("p4", "carl")]])
def test_single_rows_that_others_take_out_stay_out(
    workspace: Workspace, gone: list[tuple[str, str]], closed: bool
) -> None:
    store = opened(workspace)
    before = rows_in(workspace)
    happens(workspace, without(*gone))
    if closed:
        store = workspace.store()
    edit = store.look_outside()
    assert edit is None or edit.accident is None
    assert store.project().kind is SaveKind.SAVED
    assert rows_in(workspace) == store.rows(everybody=True).keys() == before - set(gone)


def test_rows_that_were_taken_out_do_not_come_back_with_the_file(workspace: Workspace) -> None:
    store = opened(workspace)
    happens(workspace, without(("p2", "berta")))
    store.look_outside()
    happens(workspace, ACCIDENTS["removed"])
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    assert len(rows_in(workspace)) == 9
    assert ("p2", "berta") not in rows_in(workspace)


def test_of_half_of_the_rows_somebody_is_asked(workspace: Workspace) -> None:
    store = opened(workspace)
    before = rows_in(workspace)
    happens(workspace, lambda data: b"".join(data.splitlines(keepends=True)[:6]))
    doubt = accident(store).doubt
    assert "about p3 (carl), p4 (berta), p4 (carl), p5 (berta), p5 (carl):" in str(doubt)
    assert store.rows(everybody=True).keys() == before
    store.answer(Answer.PUT_BACK)
    assert store.project().kind is SaveKind.SAVED
    assert rows_in(workspace) == before


@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
@pytest.mark.parametrize(
    "damage",
    [
        lambda row: row[:-16],
        lambda row: row[:40] + bytes(12) + row[52:],
        lambda row: row.replace(b",Zo", b",x,y,Zo"),
    ],
    ids=["cut off", "zeros", "fields too many"],
)
def test_a_damaged_row_is_written_again_in_its_place(
    workspace: Workspace, damage: Callable[[bytes], bytes], closed: bool
) -> None:
    store = opened(workspace)
    whole = workspace.labels.read_bytes()
    lines = whole.split(b"\r\n")
    damaged = b"\r\n".join([*lines[:4], damage(lines[4]), *lines[5:]])
    workspace.labels.write_bytes(damaged)
    if closed:
        store = workspace.store()
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    assert workspace.labels.read_bytes() == whole
    assert "1 row of labels.csv was damaged or cut off" in str(accident(store).messages[0])
    (copy,) = (workspace.state / "backups").glob("*.older-*.csv")
    assert copy.read_bytes() == damaged


@pytest.mark.parametrize("labels", [0, 3], ids=["nothing decided here", "three labels"])
@pytest.mark.parametrize("part", [0.4, 0.7])
def test_a_file_that_was_cut_is_not_called_an_older_copy(
    workspace: Workspace, part: float, labels: int
) -> None:
    store = opened(workspace, labels=labels)
    whole = workspace.labels.read_bytes()
    happens(workspace, lambda data: data[: int(len(data) * part)])
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    (message,) = accident(store).messages
    assert "rows of labels.csv were damaged or cut off" in str(message)
    assert workspace.labels.read_bytes() == whole


def test_an_older_copy_takes_no_row_of_another_annotator_with_it(workspace: Workspace) -> None:
    store = opened(workspace, labels=2)
    older = workspace.labels.read_bytes()
    store.label(pair(8), "copy", JUDGED)
    with workspace.labels.open("ab") as file:
        file.write(b"b9,p9,copy,carl,,me,2025-01-09T10:00:00.000Z,1\r\n")
    store.look_outside()
    store.label(pair(9), "copy", JUDGED)
    assert store.project().kind is SaveKind.SAVED
    before = records_of(workspace.labels.read_bytes())
    workspace.labels.write_bytes(older)
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    assert records_of(workspace.labels.read_bytes()) == before


@pytest.mark.parametrize("change", ACCIDENTS.values(), ids=ACCIDENTS)
def test_check_restore_and_export_know_of_them(
    workspace: Workspace, capsys: pytest.CaptureFixture[str], change: Change
) -> None:
    before = opened(workspace, labels=2).rows(everybody=True)
    happens(workspace, change)
    journals = ("--journals", workspace.state)
    status, out, _ = run(capsys, "check", workspace.labels, *journals)
    assert status == 1
    assert "12 rows" in out
    _, out, _ = run(capsys, "export", workspace.labels, *journals)
    assert len(out.splitlines()) == 12
    status, out, _ = run(capsys, "restore", "--dry-run", workspace.labels, *journals)
    assert status == 0
    assert "(carl): original" in out
    status, out, _ = run(capsys, "restore", workspace.labels, *journals)
    assert status == 0
    assert rows_in(workspace) == before.keys()
    assert run(capsys, "check", workspace.labels, *journals)[0] == 0


def test_the_copy_goes_with_the_rows_that_it_is_kept_for(workspace: Workspace) -> None:
    def kept() -> list[Path]:
        return list((workspace.state / "backups").glob("*.seen-*.csv"))

    store = opened(workspace)
    (first,) = kept()
    store.label(pair(1), "copy", JUDGED)
    store.project()
    assert kept() == [first]
    happens(workspace, without(("p2", "berta")))
    store.look_outside()
    (second,) = kept()
    assert second != first
    workspace.store()
    assert kept() == [second]


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("labels", [0, 3], ids=["nothing decided here", "three labels"])
@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
def test_zeros_behind_the_last_row_are_no_row(
    workspace: Workspace, closed: bool, labels: int, dialect: str
) -> None:
    store = opened(workspace, dialect, labels)
    whole, rows = workspace.labels.read_bytes(), store.rows(everybody=True)
    happens(workspace, lambda data: data + bytes(100))
    if closed:
        store = workspace.store()
    store.look_outside()
    assert store.rows(everybody=True) == rows
    assert store.project().kind is SaveKind.SAVED
    assert workspace.labels.read_bytes() == whole


@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
@pytest.mark.parametrize("dialect", ["plain", "semicolons"])
def test_a_row_with_another_id_gets_back_the_columns_that_are_not_ours(
    workspace: Workspace, dialect: str, closed: bool
) -> None:
    store = opened(workspace, dialect)
    whole = workspace.labels.read_bytes()
    at = whole.index(b"p3")
    happens(workspace, lambda data: data[: at - 3] + bytes(8) + data[at + 5 :])
    if closed:
        store = workspace.store()
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    assert workspace.labels.read_bytes() == whole


@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
def test_columns_of_ones_own_come_back_in_every_batch(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, closed: bool
) -> None:
    monkeypatch.setattr(projection, "BATCH", 2)
    store = opened(workspace)
    before = records_of(workspace.labels.read_bytes())
    happens(workspace, ACCIDENTS["cut in a row"])
    if closed:
        store = workspace.store()
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    assert records_of(workspace.labels.read_bytes()) == before


def test_columns_of_ones_own_come_back_in_a_window_after_the_one_that_could_not_write(
    workspace: Workspace,
) -> None:
    opened(workspace)
    before = records_of(workspace.labels.read_bytes())
    happens(workspace, ACCIDENTS["cut in a row"])
    store = workspace.store(files=FullAfter(0, only=str(workspace.labels.parent)))
    store.look_outside()
    assert store.project().kind is SaveKind.JOURNAL
    store = workspace.store()
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    assert records_of(workspace.labels.read_bytes()) == before


def test_rows_of_others_come_back_in_their_order_and_the_file_is_added_up_once(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their ids are not in the order of letters; their lengths are not summed for each batch."""
    monkeypatch.setattr(projection, "BATCH", 3)
    rows = (f"p{n},copy,carl,mine {n}\r\n" for n in range(30))
    whole = ("pair_id,label,annotator,mine\r\n" + "".join(rows)).encode()
    workspace.labels.write_bytes(whole)
    store = workspace.store()
    store.project()
    happens(workspace, lambda data: data[:100])
    store.look_outside()
    sums: list[int] = []

    def counting(lengths: list[int]) -> Iterator[int]:
        sums.append(len(lengths))
        return accumulate(lengths)

    monkeypatch.setattr("gui.labels.file.label_records.accumulate", counting)
    assert store.project().kind is SaveKind.SAVED
    assert workspace.labels.read_bytes() == whole
    assert len(sums) <= 2  # once for what was seen, once for the file that is cut


@pytest.mark.parametrize("happened", ["removed", "emptied", "cut in a row"])
def test_columns_of_ones_own_come_back_where_the_journal_knows_every_row(
    workspace: Workspace, happened: str
) -> None:
    workspace.labels.write_bytes(b"pair_id,label,annotator,note,mine\r\n")
    store = workspace.store()
    for number in range(12):
        store.label(pair(number), "copy", JUDGED)
    store.project()
    lines = workspace.labels.read_bytes().split(b"\r\n")
    mine = (line + f"thought {n}".encode() for n, line in enumerate(lines[1:-1]))
    workspace.labels.write_bytes(b"\r\n".join((lines[0], *mine, b"")))
    store.look_outside()
    store.label(pair(12), "copy", JUDGED)
    store.project()
    whole = workspace.labels.read_bytes()
    happens(workspace, ACCIDENTS[happened])
    store = workspace.store()
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    assert workspace.labels.read_bytes() == whole


@pytest.mark.parametrize("left", [0, 300], ids=["removed", "cut"])
def test_before_thousands_of_rows_come_back_it_is_said_that_they_are_not_there(
    workspace: Workspace, left: int
) -> None:
    """Bringing them back takes a while, in which the sign must not go on saying "saved"."""
    lines = [f"p{number},copy,berta,,\r\n".encode() for number in range(1000)]
    header = b"pair_id,label,annotator,note,seen\r\n"
    workspace.labels.write_bytes(header + b"".join(lines))
    store = workspace.store()
    store.label(pair("own"), "copy", JUDGED)
    assert store.project().kind is SaveKind.SAVED
    store.look_outside()
    if left:
        workspace.labels.write_bytes(header + b"".join(lines[:left]))
    else:
        workspace.labels.unlink()
    told = []
    journal = workspace.journal.stat().st_size
    store.look_outside(lambda: told.append((store.state.kind, workspace.journal.stat().st_size)))
    assert told[0] == (SaveKind.JOURNAL, journal)
    assert store.project().kind is SaveKind.SAVED
    assert len(store.rows(everybody=True)) == 1001


def test_the_beginning_of_a_row_does_not_come_back(workspace: Workspace) -> None:
    """A power cut on another machine left it, and that machine took it away again."""
    lines = rows_of_others().splitlines(keepends=True)
    whole = b"".join((*lines[:8], b"b9,p9\r\n", *lines[8:]))
    workspace.labels.write_bytes(whole)
    store = workspace.store()
    store.label(pair(7), "copy", JUDGED)
    assert store.project().kind is SaveKind.SAVED
    store.look_outside()
    workspace.labels.write_bytes(b"".join(lines[:4]))
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    store.answer(Answer.PUT_BACK)
    assert store.project().kind is SaveKind.SAVED
    records = records_of(workspace.labels.read_bytes())
    assert records.keys() == {*records_of(rows_of_others()), ("p7", "anna")}
