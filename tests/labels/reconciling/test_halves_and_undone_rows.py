"""Older copies that are half written, or that have rows which were taken away since."""

from __future__ import annotations

import pytest

from gui.labels import Answer, Pair
from tests.labels.helpers import JUDGED, Workspace, run
from tests.labels.older_copies import accident, check_all_there, label, lines_of


@pytest.mark.parametrize("opened", [True, False], ids=["open", "closed"])
def test_a_copy_from_before_an_undo_does_not_bring_the_label_back(
    workspace: Workspace, opened: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    store = workspace.store()
    label(store, range(1, 4))
    older = workspace.labels.read_bytes()
    store.undo()
    store.project()
    undone = workspace.labels.read_bytes()
    if not opened:
        store.close()
    workspace.labels.write_bytes(older)
    status, out, _ = run(capsys, "check", "--journals", workspace.state, workspace.labels)
    assert (status, "labels.csv has 1 label again that was withdrawn" in out) == (1, True)
    store = store if opened else workspace.store()
    store.look_outside()
    store.project()
    assert workspace.labels.read_bytes() == undone
    found = accident(store)
    assert [str(message) for message in found.messages] == [
        "1 withdrawn label that an older copy of labels.csv still had was taken out again."
    ]
    assert found.can_take_out
    store.answer(Answer.TAKE_OUT)
    check_all_there(workspace, store, range(1, 4))
    assert store.can_redo


def test_the_end_of_a_slow_copy_does_not_bring_back_what_was_undone(workspace: Workspace) -> None:
    store = workspace.store()
    label(store, range(1, 7))
    older = workspace.labels.read_bytes()
    store.undo()
    store.project()
    rows = lines_of(workspace)
    workspace.labels.write_bytes(b"".join(rows[:3]))
    store.look_outside()
    workspace.labels.write_bytes(older)
    store.look_outside()
    check_all_there(workspace, store, range(1, 6))


def test_half_a_copy_that_ends_in_a_row_that_was_undone(workspace: Workspace) -> None:
    store = workspace.store()
    label(store, range(1, 7))
    rows = lines_of(workspace)
    store.undo()
    store.project()
    label(store, [7])
    half = b"".join([rows[0], *rows[2:4], rows[6][:90]])
    workspace.labels.write_bytes(half)
    store.look_outside()
    check_all_there(workspace, store, [1, 2, 3, 4, 5, 7])


def test_half_a_copy_that_ends_in_a_row_under_a_rewritten_id(workspace: Workspace) -> None:
    store = workspace.store()
    for number in range(1, 7):
        store.label(Pair(f"00{number}", f"a{number}.txt", f"b{number}.txt"), "copy", JUDGED)
        store.project()
    rows = [line.replace(b"00", b"", 1) for line in lines_of(workspace)[1:]]
    half = b"".join([lines_of(workspace)[0], *rows[2:4], rows[0][:90]])
    workspace.labels.write_bytes(half)
    store.look_outside()
    store.project()
    assert set(workspace.labelled()) == {f"00{number}" for number in range(1, 7)}


def test_a_copy_from_between_undo_and_redo_is_asked_about(workspace: Workspace) -> None:
    store = workspace.store()
    label(store, range(1, 6))
    store.undo()
    store.project()
    older = workspace.labels.read_bytes()
    store.redo()
    store.project()
    workspace.labels.write_bytes(older)
    assert accident(store).doubt
    store.answer(Answer.PUT_BACK)
    check_all_there(workspace, store, range(1, 6))


@pytest.mark.parametrize("undone", [1, 2])
@pytest.mark.parametrize("part", [0.0, 0.5, 0.95], ids=["whole", "half", "nearly-whole"])
def test_a_copy_with_rewritten_ids_does_not_bring_back_what_was_undone(
    workspace: Workspace, part: float, undone: int
) -> None:
    store = workspace.store()
    ids = ["001", "002", "003", "x"]
    for id in ids:
        store.label(Pair(id, f"a{id}.txt", f"b{id}.txt"), "copy", JUDGED)
        store.project()
    head, *rows = lines_of(workspace)
    older = b"".join([head, *(row.removeprefix(b"00") for row in rows)])
    for _ in range(undone):
        store.undo()
        store.project()
    if part:  # a slow program writes it in two halves
        workspace.labels.write_bytes(older[: int(len(older) * part)])
        store.look_outside()
        store.project()
    workspace.labels.write_bytes(older)
    store.look_outside()
    store.project()
    assert sorted(workspace.labelled()) == ids[:-undone]


def test_a_label_over_one_that_the_journal_met_late(workspace: Workspace) -> None:
    lines = ("pair_id,label,annotator", "p1,copy,carl", "p2,copy,carl", "p3,copy,anna", "")
    workspace.labels.write_text("\n".join(lines))
    store = workspace.store()
    label(store, [4])
    older = workspace.labels.read_bytes()
    workspace.labels.unlink()  # now it notes what was there
    store.look_outside()
    label(store, [5])
    label(store, [3], "unrelated")
    workspace.labels.write_bytes(older)
    store.look_outside()
    store.project()
    assert store.rows()["p3", "anna"].label == "unrelated"
    assert ("p5", "anna") in store.rows()
    assert workspace.store().rows() == store.rows()
