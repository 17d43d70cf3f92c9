"""Wishes and doubts in the table of ``stale``: rows that somebody may have meant."""

from __future__ import annotations

import pytest

from gui.labels import Answer
from gui.labels.label_reading import read_labels
from tests.labels.helpers import JUDGED, Workspace, pair, run
from tests.labels.older_copies import (
    accident,
    check_all_there,
    edited,
    label,
    lines_of,
    names,
    note_on,
    take_out,
)
from tests.labels.scenario import state_of


def test_single_rows_taken_out_of_the_current_state_stay_out(workspace: Workspace) -> None:
    store = workspace.store()
    label(store, range(1, 10))
    take_out(workspace, 2, 3, 7)
    edit = store.look_outside()
    assert edit is not None
    assert edit.accident is None
    check_all_there(workspace, store, [1, 4, 5, 6, 8, 9])
    label(store, [10, 11])
    check_all_there(workspace, workspace.store(), [1, 4, 5, 6, 8, 9, 10, 11])


@pytest.mark.parametrize(("rows", "gone", "in_doubt"), [(5, 3, False), (7, 4, True), (9, 4, False)])
def test_more_than_three_rows_and_more_than_half_are_hardly_taken_out_one_by_one(
    workspace: Workspace, rows: int, gone: int, in_doubt: bool
) -> None:
    """Half of a small file is soon taken out by hand."""
    store = workspace.store()
    label(store, range(1, rows + 1))
    take_out(workspace, *range(1, gone + 1))
    edit = store.look_outside()
    assert edit is not None
    assert (edit.accident is not None) is in_doubt


def test_edited_rows_stay_edited(workspace: Workspace) -> None:
    store = workspace.store()
    label(store, range(1, 4))
    for note in ("one", "two", "one", ""):  # also back to what it was
        workspace.labels.write_bytes(edited(workspace.labels.read_bytes(), note_on("p3", note)))
        edit = store.look_outside()
        assert edit is not None
        assert edit.accident is None
        row = store.row("p3")
        assert row is not None
        assert row.note == note
    check_all_there(workspace, store, range(1, 4))


def test_a_row_taken_away_that_is_there_again_beside_an_edit_is_taken_over(
    workspace: Workspace,
) -> None:
    store = workspace.store()
    label(store, range(1, 4))
    older = workspace.labels.read_bytes()
    store.undo()
    store.project()
    workspace.labels.write_bytes(edited(older, note_on("p1", "mine")))
    store.look_outside()
    check_all_there(workspace, store, range(1, 4))


def test_rows_of_other_programs_are_left_alone(workspace: Workspace) -> None:
    store = workspace.store()
    label(store, range(1, 4))
    with workspace.labels.open("ab") as out:
        out.write(b"q,,,original,carl,,,,,,,,,,,\r\n")
    store.look_outside()
    take_out(workspace, 1)
    store.look_outside()
    store.project()
    assert workspace.labelled() == {"p2": "copy", "p3": "copy"}
    assert workspace.labelled("carl") == {"q": "original"}


@pytest.mark.parametrize("answer", [Answer.PUT_BACK, Answer.LEAVE_OUT])
@pytest.mark.parametrize("later", [False, True], ids=["at once", "after more"])
def test_the_newest_row_alone_is_asked_about(
    workspace: Workspace, answer: Answer, later: bool
) -> None:
    store = workspace.store()
    label(store, range(1, 6))
    take_out(workspace, 5)
    doubt = accident(store).doubt
    assert str(doubt).startswith(
        "labels.csv no longer has what was decided about p5: somebody took"
    )
    for again in (store, workspace.store()):  # it stays known, and out of the file
        assert {key[0] for key in again.rows()} == names(range(1, 6))
        assert again.project().kind.value == "saved"
        assert workspace.labelled().keys() == names(range(1, 5))
    assert accident(again).doubt == doubt
    read = read_labels(workspace.labels, workspace.state)
    assert {key[0] for key in read.rows} == names(range(1, 6))
    assert any("decided about p5" in str(problem) for problem in read.problems)
    there = [1, 2, 3, 4]
    if later:
        label(store, [6, 7])
        there += [6, 7]
        assert workspace.labelled().keys() == names(there)
        store = workspace.store()
        assert {key[0] for key in store.rows()} == names([*there, 5])
    store.answer(answer)
    check_all_there(workspace, store, [*there, 5] if answer is Answer.PUT_BACK else there)
    assert accident(store).doubt is None


def test_a_row_in_doubt_that_is_decided_anew_is_in_the_file(workspace: Workspace) -> None:
    store = workspace.store()
    label(store, range(1, 4))
    take_out(workspace, 3)
    store.look_outside()
    label(store, [3], "unrelated")
    check_all_there(workspace, store, range(1, 4))
    assert accident(store).doubt is None


def test_a_copy_from_when_a_row_was_in_doubt_does_not_take_it_out_once_decided(
    workspace: Workspace,
) -> None:
    store = workspace.store()
    label(store, range(1, 6))
    take_out(workspace, 5)
    assert accident(store).doubt
    label(store, [6])
    older = workspace.labels.read_bytes()
    label(store, [5], "unrelated")
    label(store, [1], "unrelated")
    workspace.labels.write_bytes(older)
    store.look_outside()
    check_all_there(workspace, store, range(1, 7))


def test_a_row_in_doubt_that_comes_back_is_in_doubt_no_more(workspace: Workspace) -> None:
    store = workspace.store()
    label(store, range(1, 4))
    newer = workspace.labels.read_bytes()
    take_out(workspace, 3)
    assert accident(store).doubt
    workspace.labels.write_bytes(newer)
    assert accident(store).doubt is None
    check_all_there(workspace, store, range(1, 4))


def test_undo_takes_back_the_last_decision_also_in_doubt(workspace: Workspace) -> None:
    store = workspace.store()
    label(store, range(1, 4))
    take_out(workspace, 3)
    store.look_outside()
    undone = store.undo()
    assert undone is not None
    assert undone.pair_id == "p3"
    check_all_there(workspace, store, range(1, 3))
    assert accident(store).doubt is None


def test_the_only_row_of_a_file_is_asked_about(workspace: Workspace) -> None:
    store = workspace.store()
    label(store, [1])
    workspace.labels.write_bytes(lines_of(workspace)[0])
    assert accident(store).doubt
    assert state_of(workspace.store()) == {"p1": ("copy", False, "")}


def test_a_lost_journal_takes_no_row_in_doubt_along(workspace: Workspace) -> None:
    store = workspace.store()
    label(store, range(1, 4))
    take_out(workspace, 3)
    store.look_outside()
    workspace.journal.unlink()
    label(store, [4])
    again = workspace.store()
    assert {key[0] for key in again.rows()} == names(range(1, 5))
    assert accident(again).doubt


def test_a_file_without_times_and_revisions_is_asked_about(workspace: Workspace) -> None:
    workspace.labels.write_bytes(b"pair_id,label,annotator\r\n")
    store = workspace.store()
    label(store, range(1, 4))
    older = workspace.labels.read_bytes()
    label(store, [2], "unrelated")
    workspace.labels.write_bytes(older)
    assert "decided about p2" in str(accident(store).doubt)
    store.answer(Answer.PUT_BACK)
    store.project()
    assert b"p2,unrelated,anna" in workspace.labels.read_bytes()


def test_a_row_that_was_cut_short_is_asked_about(workspace: Workspace) -> None:
    store = workspace.store()
    label(store, range(1, 4))
    label(store, [2], "unrelated")
    label(store, [2], "copy")
    lines = lines_of(workspace)
    lines[2] = b"p2,texts/a2.txt,texts/b2.txt,unrelated,anna,2025\r\n"
    workspace.labels.write_bytes(b"".join(lines))
    assert "decided about p2" in str(accident(store).doubt)
    row = store.row("p2")
    assert row is not None
    assert row.label == "copy"
    store.answer(Answer.PUT_BACK)
    check_all_there(workspace, store, range(1, 4))
    assert workspace.labelled()["p2"] == "copy"


def test_of_many_rows_in_doubt_ones_own_are_named_first_and_their_number_is_said(
    workspace: Workspace,
) -> None:
    store = workspace.store()
    for number in range(3, 12):
        workspace.store("carl").label(pair(number), "copy", JUDGED)
    label(store, [50])
    store.look_outside()
    take_out(workspace, *range(3, 11), 50)
    assert str(accident(store).doubt).startswith(
        "labels.csv lacks 9 rows that it had, about p50, p3 (carl), p4 (carl), p5 (carl), "
        "p6 (carl), …: somebody took them out"
    )


def test_check_tells_decisions_from_rows_that_others_brought(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    store = workspace.store()
    label(store, range(1, 4))
    lines = workspace.labels.read_bytes()
    workspace.labels.write_bytes(lines.replace(b",copy,", b",original,", 2))
    store.look_outside()
    _, out, _ = run(capsys, "check", workspace.labels, "--journals", workspace.state)
    assert ": 3 decisions, and 2 changes to rows that no decision made\n" in out
