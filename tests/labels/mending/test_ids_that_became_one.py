"""An older copy in which two ids are one, after one of the two was taken back."""

from __future__ import annotations

import pytest

from gui.labels import Answer, Pair
from tests.labels.helpers import JUDGED, Workspace
from tests.labels.older_copies import edited
from tests.labels.scenario import state_of


@pytest.mark.parametrize("times", [False, True], ids=["times", "times rewritten"])
@pytest.mark.parametrize(
    ("kept", "undone"), [("12", "012"), ("012", "12"), ("1E2", "100"), ("100", "1E2")]
)
def test_what_was_taken_back_is_no_edit_of_the_other(
    workspace: Workspace, kept: str, undone: str, times: bool
) -> None:
    store = workspace.store()
    for name, value in (("aa", "copy"), (kept, "copy"), (undone, "original")):
        store.label(Pair(name, f"texts/{name}-r.txt", f"texts/{name}-c.txt"), value, JUDGED)
    store.project()
    older = workspace.labels.read_bytes()
    store.undo()
    store.project()
    wanted = state_of(store)

    def change(row: dict[str, str]) -> None:
        row["pair_id"] = {"012": "12", "1E2": "100"}.get(row["pair_id"], row["pair_id"])
        if times:
            for column in ("created_at", "updated_at"):
                row[column] = row[column][:16].replace("T", " ")

    workspace.labels.write_bytes(edited(older, change))
    for _ in range(3):
        store.look_outside()
        store.project()
    assert state_of(store) == wanted
    found = {row["pair_id"]: (row["label"], row["reference"]) for row in workspace.records()}
    assert found == {name: ("copy", f"texts/{name}-r.txt") for name in ("aa", kept)}
    assert len(workspace.records()) == 2


@pytest.mark.parametrize(("early", "late"), [("1E2", "100"), ("012", "12")])
def test_a_row_under_the_id_of_a_later_label_is_mended(
    workspace: Workspace, early: str, late: str
) -> None:
    store = workspace.store()
    pairs = [Pair(name, f"texts/{name}-r.txt", f"texts/{name}-c.txt") for name in ("aa", early)]
    for own in pairs:
        store.label(own, "copy", JUDGED)
    store.project()
    older = workspace.labels.read_bytes()
    store.label(Pair(late, f"texts/{late}-r.txt", f"texts/{late}-c.txt"), "original", JUDGED)
    store.project()

    def change(row: dict[str, str]) -> None:
        row["pair_id"] = late if row["pair_id"] == early else row["pair_id"]

    workspace.labels.write_bytes(edited(older, change))
    for _ in range(3):
        store.look_outside()
        store.project()
    found = [(row["pair_id"], row["label"]) for row in workspace.records()]
    assert (early, "copy") in found
    assert (late, "copy") not in found
    store.answer(Answer.PUT_BACK)
    store.project()
    found = [(row["pair_id"], row["label"]) for row in workspace.records()]
    assert sorted(found) == sorted([("aa", "copy"), (early, "copy"), (late, "original")])
