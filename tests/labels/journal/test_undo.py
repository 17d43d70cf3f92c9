"""Undo and redo: what they take back, over restarts, and whose decisions they concern."""

from __future__ import annotations

from tests.labels.helpers import JUDGED, Workspace, pair


def test_undo_walks_back_over_a_restart_and_redo_brings_created_at_again(
    workspace: Workspace,
) -> None:
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    created = store.row("p1").created_at  # type: ignore[union-attr]
    store.label(pair(2), "copy", JUDGED)
    store.label(pair(1), "original", JUDGED)
    store.note(pair(1), "why", JUDGED)
    store.project()
    store = workspace.store()
    undone = [store.undo() for _ in range(5)]
    assert [d and (d.pair_id, d.subject, d.of) for d in undone] == [
        ("p1", "note", 4),
        ("p1", "label", 3),
        ("p2", "label", 2),
        ("p1", "label", 1),
        None,
    ]
    store.project()
    assert workspace.records() == []
    store = workspace.store()
    assert store.can_redo
    assert not store.can_undo
    redone = [store.redo() for _ in range(5)]
    assert [d and (d.pair_id, d.subject) for d in redone] == [
        ("p1", "label"),
        ("p2", "label"),
        ("p1", "label"),
        ("p1", "note"),
        None,
    ]
    store.project()
    record = workspace.records()[0]
    assert (record["label"], record["note"]) == ("original", "why")
    assert record["created_at"] == created


def test_revision_counts_every_decision_undo_included(workspace: Workspace) -> None:
    store = workspace.store()
    seen = []
    store.label(pair(1), "copy", JUDGED)
    seen.append(store.row("p1"))
    store.flag(pair(1), True, JUDGED)
    seen.append(store.row("p1"))
    store.undo()
    seen.append(store.row("p1"))
    store.redo()
    seen.append(store.row("p1"))
    store.undo()
    store.undo()
    assert store.row("p1") is None
    store.redo()
    seen.append(store.row("p1"))
    assert [row and row.revision for row in seen] == [1, 2, 3, 4, 7]


def test_a_decision_after_an_undo_ends_redo(workspace: Workspace) -> None:
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    store.undo()
    store.label(pair(2), "copy", JUDGED)
    assert store.redo() is None
    assert workspace.store().redo() is None


def test_undo_concerns_own_decisions_only(workspace: Workspace) -> None:
    anna, bert = workspace.store("anna"), workspace.store("bert")
    anna.label(pair(1), "copy", JUDGED)
    bert.label(pair(1), "original", JUDGED)
    bert.project()
    undone = anna.undo()
    assert undone is not None
    assert undone.annotator == "anna"
    assert anna.undo() is None
    anna.project()
    assert workspace.labelled("anna") == {}
    assert workspace.labelled("bert") == {"p1": "original"}
    assert anna.counts().labelled == 0
    assert set(anna.rows()) == set()
    assert set(anna.rows(everybody=True)) == {("p1", "bert")}


def test_undo_takes_back_what_the_decision_was_about_and_nothing_else(workspace: Workspace) -> None:
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    store.note(pair(1), "mine", JUDGED)
    store.project()
    text = workspace.labels.read_text(encoding="utf-8").replace("mine", "edited by hand")
    workspace.labels.write_text(text, encoding="utf-8", newline="")
    store.look_outside()
    undone = store.undo()  # the note is no longer ours; the label is
    assert undone is not None
    assert undone.subject == "label"
    row = store.row("p1")
    assert row is not None
    assert (row.label, row.note) == (None, "edited by hand")
