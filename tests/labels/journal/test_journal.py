"""Damaged journals: what is whole is kept, the rest is set aside and reported."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from gui.labels import JournalError, LabelStore, SaveKind
from gui.labels.journal.journal_entries import PIECE, Entry, JournalLine, decision_line, parse
from gui.labels.label_values import Decision, LabelRow
from tests.labels.helpers import JUDGED, Workspace, pair
from tests.labels.scenario import state_of


def journalled(workspace: Workspace, count: int = 3) -> list[bytes]:
    """Make *count* decisions that only the journal has; return the journal's lines."""
    store = workspace.store()
    for number in range(count):
        store.label(pair(number), "copy", JUDGED)
    return workspace.journal.read_bytes().splitlines(keepends=True)


def reopened(workspace: Workspace) -> tuple[LabelStore, tuple[str, ...]]:
    store = LabelStore(
        workspace.labels, journal_folder=workspace.state, annotator="anna", now=workspace.clock
    )  # the real files
    return store, tuple(map(str, store.open().warnings))


@pytest.mark.parametrize(
    "tail",
    [b"torn", b"\0" * 100, b"00000000 {}\n", b"\xff\xfe\r\n\x1a", b'12345678 {"seq":9}\n'],
    ids=["torn", "zeros", "wrong checksum", "noise", "forged"],
)
def test_a_damaged_tail_is_set_aside(workspace: Workspace, tail: bytes) -> None:
    lines = journalled(workspace)
    workspace.journal.write_bytes(b"".join(lines) + tail)
    store, warnings = reopened(workspace)
    assert set(state_of(store)) == {"p0", "p1", "p2"}
    (warning,) = warnings
    aside = workspace.journal.with_name(workspace.journal.name + ".damaged-1")
    assert str(aside) in warning
    assert f"{len(tail)} damaged bytes" in warning
    assert aside.read_bytes() == tail
    assert workspace.journal.read_bytes() == b"".join(lines)
    store.label(pair(7), "copy", JUDGED)
    assert reopened(workspace)[1] == ()
    assert set(state_of(workspace.store())) == {"p0", "p1", "p2", "p7"}


_ABOUT = {"seq": 9, "at": "", "by": "anna", "do": "label", "pair": "p9"}
_ROWS = b'{"before":null,"after":{"label":"copy"}}'


@pytest.mark.parametrize(
    ("about", "body"),
    [
        (_ABOUT, b""),
        (_ABOUT, b'{"before":{},"after":3}'),
        (_ABOUT, b'{"after":null,"before":null}'),
        (_ABOUT, b'{"before":null,"after":{"note":"\\q"}}'),
        (_ABOUT, b'{"before":' + b"[" * 5000),
        ({"seq": 9}, _ROWS),
        ({**_ABOUT, "seq": []}, _ROWS),
        ({**_ABOUT, "pair": 7}, _ROWS),
        ({**_ABOUT, "do": "dance"}, _ROWS),
        ({**_ABOUT, "do": "undo", "of": 1, "subject": "undo"}, _ROWS),
        ({"saved": "all", "crc": 1}, b""),
        ({"saved": 0, "void": 3}, b""),
        ({"saved": 0, "void": ["3"]}, b""),
    ],
)
def test_a_whole_line_that_makes_no_sense_is_set_aside(
    workspace: Workspace, about: dict[str, object], body: bytes
) -> None:
    lines = journalled(workspace)
    strange = JournalLine(about, body).encoded()
    workspace.journal.write_bytes(b"".join((*lines, strange)))
    store, (warning,) = reopened(workspace)
    assert f"{len(strange):,} damaged bytes" in warning
    assert set(state_of(store)) == {"p0", "p1", "p2"}
    assert store.undo() is not None
    assert store.project().kind is SaveKind.SAVED


def test_a_line_with_any_note_makes_sense(workspace: Workspace) -> None:
    store = workspace.store()
    notes = ["".join(map(chr, range(1, 256))), "\\", '\\"', "\ud83d\ude00 \U0001f600 \u2028", ""]
    for number, text in enumerate(notes):
        store.label(pair(number), "copy", JUDGED)
        store.note(pair(number), text, JUDGED)
    again, warnings = reopened(workspace)
    assert warnings == ()
    assert again.rows() == store.rows()


def test_every_cut_of_the_last_record(workspace: Workspace) -> None:
    lines = journalled(workspace)
    whole = b"".join(lines)
    start = len(whole) - len(lines[-1])
    for cut in (*range(start, len(whole), 11), len(whole) - 2, len(whole) - 1):
        workspace.journal.write_bytes(whole[:cut])
        store = workspace.store()
        assert set(state_of(store)) == {"p0", "p1"}
        store.label(pair(2), "original", JUDGED)
        assert set(state_of(workspace.store())) == {"p0", "p1", "p2"}


@pytest.mark.parametrize("line", [0, 1, 2, 3])
def test_a_flipped_bit_costs_one_record(workspace: Workspace, line: int) -> None:
    lines = journalled(workspace)
    broken = bytearray(lines[line])
    broken[len(broken) // 2] ^= 4
    workspace.journal.write_bytes(b"".join([*lines[:line], bytes(broken), *lines[line + 1 :]]))
    store, warnings = reopened(workspace)
    assert len(warnings) == 1
    assert set(state_of(store)) == {f"p{n}" for n in range(3) if n + 1 != line}


def test_damage_that_another_window_left_behind(workspace: Workspace) -> None:
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    with workspace.journal.open("ab") as out:
        out.write(b"half a rec")  # killed there
    store.label(pair(2), "copy", JUDGED)
    assert set(state_of(workspace.store())) == {"p1", "p2"}
    assert store.undo() is not None
    assert store.undo() is not None
    assert state_of(store) == {}


def test_a_journal_that_was_removed_under_a_running_window(workspace: Workspace) -> None:
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    store.project()
    store.label(pair(2), "copy", JUDGED)
    workspace.journal.unlink()
    store.label(pair(3), "copy", JUDGED)
    assert store.project().kind.value == "saved"
    assert set(workspace.labelled()) == {"p1", "p2", "p3"}


def test_a_journal_of_a_newer_program_is_left_alone(workspace: Workspace) -> None:
    journalled(workspace, 1)
    from gui.labels.journal.journal_entries import JournalLine

    newer = JournalLine({"journal": 99, "labels": "x"}).encoded()
    workspace.journal.write_bytes(newer)
    store, warnings = reopened(workspace)
    assert "newer Copydesk" in warnings[0]
    with pytest.raises(JournalError, match="newer Copydesk"):
        store.label(pair(1), "copy", JUDGED)
    assert workspace.journal.read_bytes() == newer


def test_a_state_folder_that_cannot_be_used(workspace: Workspace) -> None:
    workspace.state.write_text("a file where the folder should be")
    store, warnings = reopened(workspace)
    assert len(warnings) == 1
    assert "cannot be written" in warnings[0]
    with pytest.raises(JournalError, match="Not saved"):
        store.label(pair(1), "copy", JUDGED)
    assert store.row("p1") is None
    workspace.state.unlink()
    store.label(pair(1), "copy", JUDGED)
    assert store.project().kind.value == "saved"


def test_one_journal_per_label_file_whatever_way_leads_there(tmp_path: Path) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    link = tmp_path / "link"
    link.symlink_to(folder, target_is_directory=True)
    for path in (folder / "labels.csv", link / "labels.csv", link / ".." / "work" / "labels.csv"):
        store = LabelStore(path, journal_folder=tmp_path / "state", annotator="anna")
        store.open()
        store.label(pair(str(path)), "copy", JUDGED)
    other = LabelStore(folder / "b.csv", journal_folder=tmp_path / "state", annotator="anna")
    other.open()
    other.label(pair(1), "copy", JUDGED)
    assert len(list((tmp_path / "state").glob("*.journal"))) == 2


def test_a_label_file_that_was_moved_takes_its_journal_along(tmp_path: Path) -> None:
    old, new, state = tmp_path / "old", tmp_path / "new", tmp_path / "state"
    old.mkdir()
    (old / "labels.csv").write_bytes(b"pair_id,label,annotator\r\n")
    store = LabelStore(old / "labels.csv", journal_folder=state, annotator="anna")
    store.open()
    store.label(pair(1), "copy", JUDGED)
    store.note(pair(1), "only in the journal", JUDGED)
    store.project()
    store.label(pair(2), "copy", JUDGED)  # not yet in the file
    old.rename(new)
    store = LabelStore(new / "labels.csv", journal_folder=state, annotator="anna")
    assert store.open().replayed == 1
    row = store.row("p1")
    assert row is not None
    assert row.note == "only in the journal"
    assert len(list(state.glob("*.journal"))) == 1
    assert store.project().kind.value == "saved"
    undone = [store.undo() for _ in range(3)]
    assert all(undone)
    assert store.undo() is None


def test_a_copy_of_a_label_file_has_a_journal_of_its_own(tmp_path: Path) -> None:
    state = tmp_path / "state"
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    store = LabelStore(tmp_path / "one" / "labels.csv", journal_folder=state, annotator="anna")
    store.open()
    store.label(pair(1), "copy", JUDGED)
    store.project()
    copy = tmp_path / "two" / "labels.csv"
    copy.write_bytes(store.path.read_bytes())
    other = LabelStore(copy, journal_folder=state, annotator="anna")
    other.open()
    assert other.undo() is None  # nothing was decided here
    assert store.undo() is not None
    # nor is the journal of a file taken that held something else
    store.path.unlink()
    copy.write_bytes(copy.read_bytes().replace(b"copy", b"original"))
    third = LabelStore(copy, journal_folder=state, annotator="anna")
    third.open()
    assert third.undo() is None


def test_a_line_says_the_decision_again() -> None:
    row = LabelRow("p", "a", "b", "copy", "anna", "2025", "2026", 1.5, True, 'x "y"\n\t', "r")
    for before, after in (
        (None, row),
        (row, None),
        (row, LabelRow("p", "", "", None, "anna", "", "")),
    ):
        decision = Decision(7, "2027", "undo", "p", "anna", before, after, of=3, subject="note")
        line = decision_line(decision).encoded()
        assert line.count(b"\n") == 1
        entry = parse(line, 40)
        assert isinstance(entry, Entry)
        assert entry.decision() == decision
        assert entry.takes_away == (after is None)
        assert parse(line[:-2] + b"\n", 40) is None


def test_a_long_note_is_written_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library lets no other thread run, the window's neither, while it writes a text."""
    note = 'a "long" note,\n1 \\ 2 of h\u00e4fen \U0001f6a2 \ud800 ' * 10_000
    before = LabelRow("p", "", "", None, "anna", "", "", note="short")
    after = before._replace(note=note, label="copy")
    written: list[int] = []
    dumps = json.dumps

    def noted(value: object, **options: Any) -> str:
        written.append(len(value) if isinstance(value, str) else len(str(value)))
        return dumps(value, **options)

    monkeypatch.setattr(json, "dumps", noted)
    line = decision_line(Decision(7, "2027", "note", "p", "anna", before, after))
    assert max(written) <= PIECE < len(note)
    assert line.body == dumps(json.loads(line.body), separators=(",", ":")).encode()
    assert json.loads(line.body)["after"]["note"] == note
