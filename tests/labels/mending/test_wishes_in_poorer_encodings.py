"""What a person wrote, or wants as it is, stays also where an encoding lacks letters."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import pytest

from gui.labels import Answer, Pair, SaveKind
from tests.labels.helpers import JUDGED, Workspace
from tests.labels.mending.poorer_encodings import (
    LETTERS,
    PLACES,
    SAVED_BY,
    file_with,
    opened,
    records_in,
    text_of,
)
from tests.labels.older_copies import accident


@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
@pytest.mark.parametrize("place", PLACES)
def test_what_somebody_edited_before_is_a_wish(
    workspace: Workspace, place: str, closed: bool
) -> None:
    store = opened(workspace, file_with(place))
    whole = records_in(workspace)
    edited = [dict(record) for record in whole]
    edited[1]["label"] = edited[2]["label"] = "unrelated"
    edited[4]["note"] = "is it so?"
    edited[8]["label"] = "copy"
    del edited[6]
    workspace.labels.write_bytes(SAVED_BY["windows-1252 as Windows does"](text_of(edited, ",")))
    if closed:
        store = workspace.store()
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    assert records_in(workspace) == edited
    row = store.row("own")
    assert row is not None
    assert (row.label, row.note) == ("copy", f"mine: {LETTERS}")


WISHES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "a mark more": ("früh", "früh?"),
        "a mark in the place of a letter": ("früh", "fr?h"),
        "an accent less": ("früh", "fruh"),
        "a letter less": ("früh 日", "früh "),
        "another word": ("früh", "spät"),
        "marks only": ("früh", "???"),
        "emptied": ("日本", ""),
    }
)


@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
@pytest.mark.parametrize(("before", "after"), WISHES.values(), ids=WISHES)
def test_what_a_person_writes_is_a_wish(
    workspace: Workspace, before: str, after: str, closed: bool
) -> None:
    """Other letters are still there, so that no encoding made it of what was there before."""
    store = opened(workspace, file_with("seen", "für 日本"))
    own = Pair("third", "a3", "b3")
    store.note(own, before, JUDGED)
    assert store.project().kind is SaveKind.SAVED
    store.look_outside()
    data = workspace.labels.read_bytes()
    workspace.labels.write_bytes(data.replace(f",{before},".encode(), f",{after},".encode()))
    there = workspace.labels.read_bytes()
    assert there != data
    if closed:
        store = workspace.store()
    edit = store.look_outside()
    assert edit is None or edit.accident is None
    assert store.project().kind is SaveKind.SAVED
    row = store.row("third")
    assert (row.note if row is not None else "") == after
    assert workspace.labels.read_bytes() == there


@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
def test_what_came_back_can_be_taken_out_again(workspace: Workspace, closed: bool) -> None:
    store = opened(workspace, file_with("note"))
    whole = records_in(workspace)
    workspace.labels.write_bytes(SAVED_BY["windows-1252 with marks"](text_of(whole, ",")))
    if closed:
        store = workspace.store()
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    assert accident(store).can_take_out
    store.answer(Answer.TAKE_OUT)
    assert store.project().kind is SaveKind.SAVED
    notes = [record["note"] for record in records_in(workspace)]
    assert notes[1] == "?ód? ñ “??” ?… 1"
    assert notes[8] == "mine: ?ód? ñ “??” ?…"
    assert workspace.store().look_outside() is None
    assert [record["note"] for record in records_in(workspace)] == notes


@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
@pytest.mark.parametrize("place", ["pair_id", "annotator"])
def test_taken_out_again_rows_have_the_ids_and_names_that_the_file_had(
    workspace: Workspace, place: str, closed: bool
) -> None:
    store = opened(workspace, file_with(place))
    save = SAVED_BY["windows-1252 with marks"]
    there = save(text_of(records_in(workspace), ","))
    workspace.labels.write_bytes(there)
    if closed:
        store = workspace.store()
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    store.answer(Answer.TAKE_OUT)
    assert store.project().kind is SaveKind.SAVED
    assert workspace.labels.read_bytes().decode("utf-8-sig") == there.decode("windows-1252")
    again = workspace.store()
    assert again.look_outside() is None
    assert again.rows(everybody=True) == store.rows(everybody=True)
