"""A note that is being typed when its window is killed."""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from gui.labels import LabelStore
from gui.labels.journal.drafts import drafts_of
from gui.labels.journal.journal import path_of
from tests.labels.helpers import JUDGED, QuickFiles, Workspace, pair

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL"),
    # From 3.12 on Python warns where libraries have threads; the children use none of those.
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
]


def killed(
    workspace: Workspace,
    act: Callable[[LabelStore], object],
    annotator: str = "anna",
    files: QuickFiles | None = None,
) -> None:
    """Do *act* with a store of a process that is then killed."""
    child = os.fork()
    if child == 0:
        try:
            act(workspace.store(annotator, files))
            os.kill(os.getpid(), signal.SIGKILL)
        finally:
            os._exit(1)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL


def note(store: LabelStore, number: int = 1) -> str:
    row = store.row(pair(number).id)
    return row.note if row is not None else ""


def type_into(store: LabelStore, text: str, number: int = 1) -> None:
    """Type *text* key by key, and stop there."""
    for end in range(1, len(text) + 1):
        store.draft(pair(number), text[:end], JUDGED)


def drafts(workspace: Workspace) -> list[Path]:
    return drafts_of(path_of(workspace.state, workspace.labels))


def test_what_was_typed_is_there_again(workspace: Workspace) -> None:
    killed(workspace, lambda store: type_into(store, "the date, perhaps\nthe 3rd 😀"))
    store = LabelStore(
        workspace.labels, journal_folder=workspace.state, annotator="anna", now=workspace.clock
    )
    report = store.open()
    assert note(store) == "the date, perhaps\nthe 3rd 😀"
    assert [str(said) for said in report.warnings] == [
        "Copydesk ended while a note on p1 was being typed; what had been typed was kept."
    ]
    store.project()
    (record,) = workspace.records()
    assert record["note"] == "the date, perhaps\nthe 3rd 😀"
    assert record["reference_sha256"] == JUDGED.reference_sha256
    assert drafts(workspace) == []


def test_a_label_keeps_its_place_beside_the_note(workspace: Workspace) -> None:
    def act(store: LabelStore) -> None:
        store.label(pair(1), "copy", JUDGED)
        store.note(pair(1), "first", JUDGED)
        store.project()
        type_into(store, "first and second")

    killed(workspace, act)
    store = workspace.store()
    row = store.row("p1")
    assert row is not None
    assert (row.label, row.note) == ("copy", "first and second")
    store.undo()
    assert note(store) == "first", "it is a decision like any other"


def test_a_note_that_was_deleted_stays_deleted(workspace: Workspace) -> None:
    def act(store: LabelStore) -> None:
        store.note(pair(1), "not so", JUDGED)
        store.project()
        store.draft(pair(1), "", JUDGED)

    killed(workspace, act)
    assert workspace.store().row("p1") is None


def test_nothing_is_left_of_a_note_that_is_finished(workspace: Workspace) -> None:
    def act(store: LabelStore) -> None:
        type_into(store, "finishe")
        assert drafts(workspace) != []
        store.note(pair(1), "finished", JUDGED)
        assert drafts(workspace) == []
        store.undo()

    killed(workspace, act)
    assert workspace.store().row("p1") is None


def test_typing_that_was_taken_back_leaves_nothing(workspace: Workspace) -> None:
    def act(store: LabelStore) -> None:
        type_into(store, "slip")
        store.draft(pair(1), "", JUDGED)

    killed(workspace, act)
    assert workspace.store().row("p1") is None


def test_the_journal_does_not_grow_with_every_key(workspace: Workspace) -> None:
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    before = workspace.journal.stat().st_size
    type_into(store, "x" * 500)
    assert workspace.journal.stat().st_size == before
    (draft,) = drafts(workspace)
    assert draft.stat().st_size < 2_000
    store.note(pair(1), "x" * 500, JUDGED)
    assert workspace.journal.stat().st_size < before + 2_000


def test_a_note_that_another_window_is_typing_is_left_to_it(workspace: Workspace) -> None:
    one = workspace.store()
    type_into(one, "half")
    two = workspace.store()
    assert note(two) == ""
    type_into(two, "of the other", 2)
    assert len(drafts(workspace)) == 2
    one.note(pair(1), "half and half", JUDGED)
    two.note(pair(2), "of the other", JUDGED)
    assert drafts(workspace) == []
    assert (note(workspace.store()), note(workspace.store(), 2)) == (
        "half and half",
        "of the other",
    )


def test_a_note_of_another_annotator_waits_for_them(workspace: Workspace) -> None:
    killed(workspace, lambda store: type_into(store, "mine"), "bert")
    killed(workspace, lambda store: type_into(store, "hers"), "anna")
    assert note(workspace.store("anna")) == "hers"
    assert note(workspace.store("bert")) == "mine"


def test_a_note_that_was_written_meanwhile_is_kept_too(workspace: Workspace) -> None:
    two = workspace.store()
    killed(workspace, lambda store: type_into(store, "typed first"))
    two.note(pair(1), "written since", JUDGED)
    assert note(workspace.store()) == "written since\ntyped first"


def test_a_note_comes_along_when_its_folder_is_moved(workspace: Workspace) -> None:
    def act(store: LabelStore) -> None:
        store.label(pair(2), "copy", JUDGED)
        store.project()
        type_into(store, "on the way")

    killed(workspace, act)
    moved = workspace.labels.parent.with_name("moved")
    workspace.labels.parent.rename(moved)
    store = LabelStore(moved / "labels.csv", journal_folder=workspace.state, annotator="anna")
    store.open()
    assert note(store) == "on the way"


def test_a_damaged_draft_harms_nothing(workspace: Workspace) -> None:
    killed(workspace, lambda store: type_into(store, "whole"))
    (draft,) = drafts(workspace)
    draft.write_bytes(draft.read_bytes()[:-9])
    assert note(workspace.store()) == ""


def test_a_draft_that_the_disk_refuses_is_tried_again(workspace: Workspace) -> None:
    class Full(QuickFiles):
        full = True

        def write(self, handle: int, data: bytes | memoryview) -> int:
            if self.full:
                raise OSError(errno.ENOSPC, "No space left on device")
            return super().write(handle, data)

    def act(store: LabelStore) -> None:
        files.full = True
        with pytest.raises(OSError, match="No space"):
            store.draft(pair(1), "a", JUDGED)
        files.full = False
        store.draft(pair(1), "ab", JUDGED)

    files = Full()
    files.full = False
    killed(workspace, act, files=files)
    assert note(workspace.store()) == "ab"
