"""Labels that came before the comparison: their similarities follow, and nobody decides that."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from gui.labels import DecisionContext
from gui.labels.file.files import Files
from gui.labels.journal.journal_state import Versions
from gui.labels.work_summary import summarize
from tests.labels.helpers import EARLY, JUDGED, QuickFiles, Workspace, leave_out, pair


def similarities(workspace: Workspace) -> dict[str, tuple[str, str, str]]:
    return {
        row["pair_id"]: (row["verbatim"], row["with_substitutions"], row["revision"])
        for row in workspace.records()
    }


@pytest.mark.parametrize("projected", [True, False])
def test_they_are_filled_in_without_a_revision(workspace: Workspace, projected: bool) -> None:
    store = workspace.store()
    store.label(pair(1), "copy", EARLY)
    store.label(pair(2), "original", JUDGED)
    before = store.row("p1")
    assert before is not None
    if projected:
        store.project()
        assert similarities(workspace) == {"p1": ("", "", "1"), "p2": ("0.5000", "0.7500", "1")}
    assert store.fill_in("p1", JUDGED)
    assert store.row("p1") == before._replace(verbatim=0.5, with_substitutions=0.75)
    assert store.project().kind.value == "saved"
    assert similarities(workspace) == {
        "p1": ("0.5000", "0.7500", "1"),
        "p2": ("0.5000", "0.7500", "1"),
    }
    again = workspace.store()
    assert again.row("p1") == store.row("p1")
    assert not again.fill_in("p1", JUDGED._replace(verbatim=0.1)), "they are there"


def test_they_are_filled_in_while_the_row_is_being_written(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = workspace.store()
    store.label(pair(1), "copy", EARLY)
    filled: list[bool] = []
    comparison = threading.Thread(target=lambda: filled.append(store.fill_in("p1", JUDGED)))
    enter = Versions.enter

    def entering(*arguments: Any) -> None:
        if not comparison.ident:
            comparison.start()
            comparison.join(0.2)  # it comes just now; it may have to wait
        enter(*arguments)

    monkeypatch.setattr(Versions, "enter", entering)
    store.project()
    comparison.join()
    assert filled == [True]


def test_undo_does_not_stop_at_them_and_redo_asks_for_them_again(workspace: Workspace) -> None:
    store = workspace.store()
    store.label(pair(1), "copy", EARLY)
    store.fill_in("p1", JUDGED)
    undone = store.undo()
    assert undone is not None
    assert (undone.subject, store.row("p1"), store.can_undo) == ("label", None, False)
    store.redo()
    assert store.without_similarities() == ["p1"]
    assert store.fill_in("p1", JUDGED)
    assert store.can_undo
    row = store.row("p1")
    assert row is not None
    assert (row.verbatim, row.revision) == (0.5, 3)


def test_redo_is_there_after_something_was_filled_in(workspace: Workspace) -> None:
    store = workspace.store()
    store.label(pair(1), "copy", EARLY)
    store.label(pair(2), "copy", JUDGED)
    store.undo()
    store.fill_in("p1", JUDGED)
    assert workspace.store().redo() is not None


@pytest.mark.parametrize(
    "context",
    [
        JUDGED._replace(reference_sha256="x" * 64),
        JUDGED._replace(candidate_sha256=""),
        EARLY,
    ],
)
def test_those_of_other_documents_are_not_filled_in(
    workspace: Workspace, context: DecisionContext
) -> None:
    store = workspace.store()
    store.label(pair(1), "copy", EARLY)
    assert not store.fill_in("p1", context)
    assert not store.fill_in("p2", JUDGED), "nobody labelled that"
    assert store.without_similarities() == ["p1"]


def test_after_a_crash_they_are_known_to_lack(workspace: Workspace) -> None:
    store = workspace.store()
    store.label(pair(1), "copy", EARLY)
    store.label(pair(2), "copy", JUDGED)
    store.label(pair(3), "unusable", EARLY._replace(candidate_sha256=""))
    store.flag(pair(4), True, EARLY)
    workspace.store("bert").label(pair(5), "copy", EARLY)
    again = workspace.store()
    assert again.without_similarities() == ["p1"]
    again.project()
    assert workspace.store().without_similarities() == ["p1"], "also where the file has the row"


def test_rows_of_other_programs_stay_as_they_are(workspace: Workspace) -> None:
    store = workspace.store()
    store.label(pair(1), "copy", EARLY)
    store.label(pair(2), "copy", EARLY)
    store.project()
    text = workspace.labels.read_text(encoding="utf-8")
    lines = text.splitlines()
    theirs = lines[2].replace("p2", "p9")
    text = "\r\n".join((lines[0], lines[1].replace("copy", "original"), lines[2], theirs, ""))
    workspace.labels.write_bytes(text.encode())
    leave_out(store)
    for name in ("p1", "p9"):
        assert not store.fill_in(name, JUDGED), "a person or a script may have meant it so"
    store.project()
    assert workspace.labels.read_bytes() == text.encode()
    assert store.fill_in("p2", JUDGED)


def test_a_row_that_was_taken_out_does_not_come_back_with_them(workspace: Workspace) -> None:
    store = workspace.store()
    store.label(pair(1), "copy", EARLY)
    store.label(pair(2), "copy", JUDGED)
    store.project()
    store.fill_in("p1", JUDGED)
    header, _, two = workspace.labels.read_text(encoding="utf-8").splitlines()
    workspace.labels.write_bytes(f"{header}\r\n{two}\r\n".encode())
    leave_out(store)
    store.project()
    assert list(similarities(workspace)) == ["p2"]
    assert store.row("p1") is None


def test_a_second_window_learns_of_them(workspace: Workspace) -> None:
    here, there = workspace.store(), workspace.store()
    here.label(pair(1), "copy", EARLY)
    here.project()
    there.look_outside()
    here.fill_in("p1", JUDGED)
    here.project()
    edit = there.look_outside()
    assert edit is not None
    assert (edit.pair_ids, edit.message, edit.overruled) == (frozenset({"p1"}), None, ())
    assert there.row("p1") == here.row("p1")


class FullFiles(QuickFiles):
    """A disk that takes nothing more, once it is full."""

    full = False

    def write_all(self, handle: int, data: bytes) -> None:
        if self.full:
            raise OSError(28, "No space left on device")
        super().write_all(handle, data)


def test_where_the_disk_takes_nothing_they_wait_and_the_label_counts(workspace: Workspace) -> None:
    files: Files = FullFiles()
    store = workspace.store(files=files)
    store.label(pair(1), "copy", EARLY)
    store.project()
    files.full = True  # type: ignore[attr-defined]
    assert not store.fill_in("p1", JUDGED)
    assert store.state.kind.value == "saved"
    files.full = False  # type: ignore[attr-defined]
    assert store.fill_in("p1", JUDGED)


def test_they_are_no_work(workspace: Workspace) -> None:
    store = workspace.store()
    decision = store.label(pair(1), "copy", EARLY)
    store.fill_in("p1", JUDGED)
    assert [entry.what for entry in store.decisions()] == ["label"]
    summary = summarize(store, lambda _id: True, {decision.sequence}, "2000")
    assert summary is not None
    assert (summary.sitting.labelled, summary.sitting.seconds) == (1, JUDGED.lead_time)
    assert store.state.pending == 1, "only the label"
