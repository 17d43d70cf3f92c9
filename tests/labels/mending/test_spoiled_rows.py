"""Rows that were damaged in the label file: they are written again, and nobody is blamed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import pytest

from gui.commands.labels import main
from gui.labels import LabelStore, SaveKind
from tests.labels.helpers import JUDGED, Workspace, pair
from tests.labels.older_copies import accident
from tests.labels.scenario import state_of

Damage = Callable[[bytes], bytes]

HALF: Mapping[str, Damage] = MappingProxyType(
    {
        "cut off": lambda row: row[: len(row) // 2],
        "cut off within the last text": lambda row: row[:60],
        "zeros behind": lambda row: row[:-20] + bytes(20),
        "zeros before": lambda row: bytes(15) + row[15:],
        "no characters": lambda row: row.replace(b"copy", b"c\xff\xfey"),
        "no characters in the id": lambda row: b"\xff\xfe" + row,
        "overwritten": lambda row: b"#####" + row[5:],
        "a comma too many": lambda row: row.replace(b",copy,", b",,copy,"),
        "marks lost": lambda row: row.replace(b'"', b""),
        "a mark that swallows": lambda row: row.replace(b",copy,", b',"copy,'),
    }
)
"""What is left of such a record tells whose it was; it goes to its place."""

WHOLE: Mapping[str, Damage] = MappingProxyType(
    {
        "zeros": lambda row: bytes(len(row)),
        "something else": lambda row: b"x&%$" * 40,
        "semicolons": lambda row: row.replace(b",", b";"),
    }
)
"""Nothing tells whose such a record was."""


def one_damaged(data: bytes, damage: Damage) -> bytes:
    lines = data.split(b"\r\n")
    lines[3] = damage(lines[3])
    return b"\r\n".join(lines)


def five_rows(workspace: Workspace) -> LabelStore:
    store = workspace.store()
    for number in range(1, 6):
        store.label(pair(number), "copy", JUDGED)
    store.note(pair(1), "grün", JUDGED)
    store.note(pair(3), "schön, früh", JUDGED)
    assert store.project().kind is SaveKind.SAVED
    store.look_outside()
    return store


@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
@pytest.mark.parametrize("damage", HALF.values(), ids=HALF)
def test_a_damaged_row_is_written_again_in_its_place(
    workspace: Workspace, damage: Damage, closed: bool
) -> None:
    store = five_rows(workspace)
    before, whole = state_of(store), workspace.labels.read_bytes()
    damaged = one_damaged(whole, damage)
    workspace.labels.write_bytes(damaged)
    if closed:
        store = workspace.store()
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    assert state_of(store) == before
    assert workspace.labels.read_bytes() == whole
    found = accident(store)
    assert tuple(map(str, found.messages)) == (
        "1 row of labels.csv was damaged or cut off; it was written again as it was.",
    )
    assert not found.can_take_out
    assert found.doubt is None
    (copy,) = (workspace.state / "backups").glob("*.older-*.csv")
    assert copy.read_bytes() == damaged


@pytest.mark.parametrize("damage", WHOLE.values(), ids=WHOLE)
def test_where_nothing_tells_whose_it_was_the_row_is_written_again_at_the_end(
    workspace: Workspace, damage: Damage
) -> None:
    store = five_rows(workspace)
    before = state_of(store)
    workspace.labels.write_bytes(one_damaged(workspace.labels.read_bytes(), damage))
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    assert "1 row of labels.csv was damaged" in str(accident(store).messages[0])
    assert state_of(store) == before
    assert b"\r\np3,texts/a3.txt,texts/b3.txt,copy,anna," in workspace.labels.read_bytes()


@pytest.mark.parametrize("damage", WHOLE.values(), ids=WHOLE)
def test_such_a_record_may_have_been_there_long_before_and_somebody_is_asked(
    workspace: Workspace, damage: Damage
) -> None:
    before = state_of(five_rows(workspace))
    workspace.labels.write_bytes(one_damaged(workspace.labels.read_bytes(), damage))
    store = workspace.store()
    assert "decided about p3: somebody took that out, damaged it" in str(accident(store).doubt)
    assert state_of(store) == before


def test_two_rows_that_became_one_are_two_again(workspace: Workspace) -> None:
    store = five_rows(workspace)
    before = state_of(store)
    lines = workspace.labels.read_bytes().split(b"\r\n")
    workspace.labels.write_bytes(b"\r\n".join([*lines[:2], lines[2] + lines[3], *lines[4:]]))
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    assert state_of(store) == before
    assert len(workspace.records()) == 5
    assert "2 rows of labels.csv were damaged" in str(accident(store).messages[0])


def test_a_row_taken_out_beside_a_damaged_one_that_was_there_before_stays_out(
    workspace: Workspace,
) -> None:
    store = five_rows(workspace)
    with workspace.labels.open("ab") as file:
        file.write(b"half,a,b\r\n")
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    lines = workspace.labels.read_bytes().split(b"\r\n")
    workspace.labels.write_bytes(b"\r\n".join([*lines[:2], *lines[3:]]))
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    assert set(workspace.labels.read_bytes().decode().split("\r\n")) == {
        line.decode() for line in [*lines[:2], *lines[3:]]
    }
    assert store.row("p2") is None


@pytest.mark.parametrize(
    ("known", "there"), [(b"p3,", b"q3,"), (b",anna,", b",anja,")], ids=["id", "annotator"]
)
def test_where_a_row_is_there_under_another_name_somebody_is_asked(
    workspace: Workspace, known: bytes, there: bytes
) -> None:
    store = five_rows(workspace)
    before = state_of(store)
    workspace.labels.write_bytes(
        one_damaged(workspace.labels.read_bytes(), lambda row: row.replace(known, there, 1))
    )
    assert "decided about p3: somebody" in str(accident(store).doubt)
    assert store.project().kind is SaveKind.SAVED
    assert state_of(store).items() >= before.items()


def test_where_the_end_of_the_header_is_gone_with_the_first_row_somebody_is_asked(
    workspace: Workspace,
) -> None:
    store = five_rows(workspace)
    whole = workspace.labels.read_bytes()
    end = whole.index(b"\r\n")
    workspace.labels.write_bytes(whole[: end - 10] + whole[end + 30 :])
    assert "decided about p1: somebody" in str(accident(store).doubt)
    assert store.row("p1") is not None


def test_bytes_that_are_no_characters_do_not_change_what_others_are(workspace: Workspace) -> None:
    """They once made another encoding probable, and every other text a wrong one."""
    store = five_rows(workspace)
    whole = workspace.labels.read_bytes()
    workspace.labels.write_bytes(whole + b"q,,,copy,carl,,,,,caf\xe9,,,,,,\r\n")
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    row = store.row("p1")
    assert row is not None
    assert row.note == "grün"
    assert workspace.labels.read_bytes().startswith(whole)


@pytest.mark.parametrize(
    "header",
    [
        b"pair_id,candidate,label,annotator,created_at,updated_at,lead_time,flagged,note,"
        b"reference_sha256,candidate_sha256,shown_swapped,verbatim,with_substitutions,revision",
        b"pair_id,new,reference,candidate,label,annotator,created_at,updated_at,lead_time,flagged,"
        b"note,reference_sha256,candidate_sha256,shown_swapped,verbatim,with_substitutions,"
        b"revision",
        b"pair_id;reference;candidate;label;annotator;created_at;updated_at",
    ],
    ids=["a name lost", "a name put in", "another delimiter"],
)
def test_a_header_that_does_not_fit_its_rows_is_not_believed(
    workspace: Workspace, header: bytes
) -> None:
    store = five_rows(workspace)
    before, whole = state_of(store), workspace.labels.read_bytes()
    damaged = b"\r\n".join([header, *whole.split(b"\r\n")[1:]])
    workspace.labels.write_bytes(damaged)
    store.look_outside()
    state = store.project()
    assert (state.kind, state.pending, state.lost) == (SaveKind.JOURNAL, 5, True)
    assert "labels.csv has a header that does not fit its rows; repair it" in str(state.message)
    assert state_of(store) == before
    assert workspace.labels.read_bytes() == damaged
    workspace.labels.write_bytes(whole)
    assert store.project().kind is SaveKind.SAVED
    assert state_of(store) == before


@pytest.mark.parametrize("place", [1, 3])
def test_a_header_among_the_rows_is_no_row(
    workspace: Workspace, capsys: pytest.CaptureFixture[str], place: int
) -> None:
    store = five_rows(workspace)
    lines = workspace.labels.read_bytes().split(b"\r\n")
    lines.insert(place, lines[0])
    workspace.labels.write_bytes(b"\r\n".join(lines))
    assert store.look_outside() is None
    store.label(pair(6), "original", JUDGED)
    assert store.project().kind is SaveKind.SAVED
    assert workspace.labels.read_bytes().startswith(b"\r\n".join(lines))
    assert len(store.rows(everybody=True)) == 6
    assert main(["check", str(workspace.labels), "--journals", str(workspace.state)]) == 1
    assert f"has its header again in record {place}; it is not counted" in capsys.readouterr().out


def test_check_says_that_a_row_was_damaged(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    five_rows(workspace)
    workspace.labels.write_bytes(one_damaged(workspace.labels.read_bytes(), HALF["zeros behind"]))
    assert main(["check", str(workspace.labels), "--journals", str(workspace.state)]) == 1
    said = capsys.readouterr().out
    assert "labels.csv has 1 row that was damaged or cut off; open the list in the" in said
    assert "older copy" not in said


def test_rows_that_were_mended_are_not_told_of_as_damaged_at_the_next_accident(
    workspace: Workspace,
) -> None:
    store = five_rows(workspace)
    whole = workspace.labels.read_bytes()
    workspace.labels.write_bytes(one_damaged(whole, HALF["cut off"]))
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    assert "damaged or cut off" in str(accident(store).messages[0])
    workspace.labels.write_bytes(whole.split(b"\r\n")[0] + b"\r\n")
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    assert list(map(str, accident(store).messages)) == [
        "5 labels that an older copy of labels.csv lacked were put back."
    ]
