"""A note that is being typed when its window is killed."""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from gui.labels import Label, LabelStore
from gui.labels.drafts import drafts_of
from gui.labels.journal import path_of
from tests.labels.helpers import JUDGED, Desk, QuickFiles, pair

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL"),
    # From 3.12 on Python warns where libraries have threads; the children use none of those.
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
]


def killed(
    desk: Desk,
    act: Callable[[LabelStore], object],
    annotator: str = "anna",
    files: QuickFiles | None = None,
) -> None:
    """Do *act* with a store of a process that is then killed."""
    child = os.fork()
    if child == 0:
        try:
            act(desk.store(annotator, files))
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


def drafts(desk: Desk) -> list[Path]:
    return drafts_of(path_of(desk.state, desk.labels))


def test_what_was_typed_is_there_again(desk: Desk) -> None:
    killed(desk, lambda store: type_into(store, "the date, perhaps\nthe 3rd 😀"))
    store = LabelStore(desk.labels, journal_folder=desk.state, annotator="anna", now=desk.clock)
    report = store.open()
    assert note(store) == "the date, perhaps\nthe 3rd 😀"
    assert [str(said) for said in report.warnings] == [
        "Copydesk ended while a note on p1 was being typed; what was typed of it is kept."
    ]
    store.project()
    (record,) = desk.records()
    assert record["note"] == "the date, perhaps\nthe 3rd 😀"
    assert record["reference_sha256"] == JUDGED.reference_sha256
    assert drafts(desk) == []


def test_a_label_keeps_its_place_beside_the_note(desk: Desk) -> None:
    def act(store: LabelStore) -> None:
        store.label(pair(1), Label.COPY, JUDGED)
        store.note(pair(1), "first", JUDGED)
        store.project()
        type_into(store, "first and second")

    killed(desk, act)
    store = desk.store()
    row = store.row("p1")
    assert row is not None
    assert (row.label, row.note) == (Label.COPY, "first and second")
    store.undo()
    assert note(store) == "first", "it is a decision like any other"


def test_a_note_that_was_deleted_stays_deleted(desk: Desk) -> None:
    def act(store: LabelStore) -> None:
        store.note(pair(1), "not so", JUDGED)
        store.project()
        store.draft(pair(1), "", JUDGED)

    killed(desk, act)
    assert desk.store().row("p1") is None


def test_nothing_is_left_of_a_note_that_is_finished(desk: Desk) -> None:
    def act(store: LabelStore) -> None:
        type_into(store, "finishe")
        assert drafts(desk) != []
        store.note(pair(1), "finished", JUDGED)
        assert drafts(desk) == []
        store.undo()

    killed(desk, act)
    assert desk.store().row("p1") is None


def test_typing_that_was_taken_back_leaves_nothing(desk: Desk) -> None:
    def act(store: LabelStore) -> None:
        type_into(store, "slip")
        store.draft(pair(1), "", JUDGED)

    killed(desk, act)
    assert desk.store().row("p1") is None


def test_the_journal_does_not_grow_with_every_key(desk: Desk) -> None:
    store = desk.store()
    store.label(pair(1), Label.COPY, JUDGED)
    before = desk.journal.stat().st_size
    type_into(store, "x" * 500)
    assert desk.journal.stat().st_size == before
    (draft,) = drafts(desk)
    assert draft.stat().st_size < 2_000
    store.note(pair(1), "x" * 500, JUDGED)
    assert desk.journal.stat().st_size < before + 2_000


def test_a_note_that_another_window_is_typing_is_left_to_it(desk: Desk) -> None:
    one = desk.store()
    type_into(one, "half")
    two = desk.store()
    assert note(two) == ""
    type_into(two, "of the other", 2)
    assert len(drafts(desk)) == 2
    one.note(pair(1), "half and half", JUDGED)
    two.note(pair(2), "of the other", JUDGED)
    assert drafts(desk) == []
    assert (note(desk.store()), note(desk.store(), 2)) == ("half and half", "of the other")


def test_a_note_of_another_annotator_waits_for_them(desk: Desk) -> None:
    killed(desk, lambda store: type_into(store, "mine"), "bert")
    killed(desk, lambda store: type_into(store, "hers"), "anna")
    assert note(desk.store("anna")) == "hers"
    assert note(desk.store("bert")) == "mine"


def test_a_note_that_was_written_meanwhile_is_kept_too(desk: Desk) -> None:
    two = desk.store()
    killed(desk, lambda store: type_into(store, "typed first"))
    two.note(pair(1), "written since", JUDGED)
    assert note(desk.store()) == "written since\ntyped first"


def test_a_note_comes_along_when_its_folder_is_moved(desk: Desk) -> None:
    def act(store: LabelStore) -> None:
        store.label(pair(2), Label.COPY, JUDGED)
        store.project()
        type_into(store, "on the way")

    killed(desk, act)
    moved = desk.labels.parent.with_name("moved")
    desk.labels.parent.rename(moved)
    store = LabelStore(moved / "labels.csv", journal_folder=desk.state, annotator="anna")
    store.open()
    assert note(store) == "on the way"


def test_a_damaged_draft_harms_nothing(desk: Desk) -> None:
    killed(desk, lambda store: type_into(store, "whole"))
    (draft,) = drafts(desk)
    draft.write_bytes(draft.read_bytes()[:-9])
    assert note(desk.store()) == ""


def test_a_draft_that_the_disk_refuses_is_tried_again(desk: Desk) -> None:
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
    killed(desk, act, files=files)
    assert note(desk.store()) == "ab"
