"""Two windows of one annotator that label the same pair."""

from __future__ import annotations

import pytest

from gui.labels import LabelStore, Overruled
from tests.labels.helpers import JUDGED, StillFiles, Workspace, pair

COPY, ORIGINAL, UNRELATED = "copy", "original", "unrelated"


def label(store: LabelStore, what: str) -> None:
    store.label(pair(1), what, JUDGED)
    store.project()


def told(store: LabelStore) -> list[Overruled]:
    edit = store.look_outside()
    return list(edit.overruled) if edit is not None else []


def test_both_windows_tell_of_two_labels_at_once(workspace: Workspace) -> None:
    one, two = workspace.store(), workspace.store()
    label(one, COPY)
    label(two, UNRELATED)
    assert two.has_news
    assert told(two) == [Overruled("p1", COPY, UNRELATED, here=True)]
    assert told(one) == [Overruled("p1", COPY, UNRELATED, here=False)]
    assert workspace.labelled() == {"p1": "unrelated"}
    two.undo()
    two.project()
    assert workspace.labelled() == {"p1": "copy"}, "undo brings back what was overruled"


def test_the_same_label_in_both_windows_is_nothing_to_tell(workspace: Workspace) -> None:
    one, two = workspace.store(), workspace.store()
    label(one, COPY)
    label(two, COPY)
    assert told(one) == told(two) == []


@pytest.mark.parametrize(("seconds", "knowingly"), [(4.9, False), (5.0, True)])
def test_who_has_seen_a_label_for_five_seconds_changes_it_knowingly(
    workspace: Workspace, seconds: float, knowingly: bool
) -> None:
    """One that came a moment ago may not have been seen by whoever presses a key just then."""
    one, files = workspace.store(), StillFiles()
    two = workspace.store(files=files)
    label(one, COPY)
    assert told(two) == [], "there was no label here that could be overruled"
    files.sleep(seconds)
    label(two, UNRELATED)
    assert told(two) == ([] if knowingly else [Overruled("p1", COPY, UNRELATED, here=True)])
    assert told(one) == [Overruled("p1", COPY, UNRELATED, here=False)]
    label(two, ORIGINAL)
    assert told(two) == [], "the second time it is one's own"


def test_a_label_that_is_taken_back_elsewhere_is_told(workspace: Workspace) -> None:
    one, two = workspace.store(), workspace.store()
    label(one, COPY)
    told(two)
    two.undo()
    two.project()
    assert told(one) == [Overruled("p1", COPY, None, here=False)]


def test_an_undo_that_meets_with_another_decision_tells_so(workspace: Workspace) -> None:
    one, two = workspace.store(), workspace.store()
    label(one, COPY)
    label(two, UNRELATED)
    one.undo()  # meant its own label, and took back the other window's, which was later
    one.project()
    assert told(one) == [Overruled("p1", UNRELATED, COPY, here=True)]


def test_notes_flags_and_others_annotators_overrule_nothing(workspace: Workspace) -> None:
    one, two, other = workspace.store(), workspace.store(), workspace.store("bert")
    label(one, COPY)
    label(other, UNRELATED)
    two.flag(pair(1), True, JUDGED)
    two.note(pair(1), "odd", JUDGED)
    two.project()
    assert told(one) == told(two) == told(other) == []


def test_a_flag_does_not_hide_that_the_label_changed(workspace: Workspace) -> None:
    one, two = workspace.store(), workspace.store()
    label(one, COPY)
    label(two, UNRELATED)
    one.flag(pair(1), True, JUDGED)
    assert told(one) == [Overruled("p1", COPY, UNRELATED, here=False)]


def test_what_another_program_did_is_not_called_a_window_s(workspace: Workspace) -> None:
    one, two = workspace.store(), workspace.store()
    label(one, COPY)
    told(two)
    text = workspace.labels.read_bytes()
    workspace.labels.write_bytes(text.replace(b",copy,", b",unrelated,"))
    assert told(one) == []
    assert told(two) == [], "it learns of that from the other window"
    row = two.row("p1")
    assert row is not None
    assert row.label is UNRELATED


@pytest.mark.parametrize("restarts", [False, True])
def test_a_label_given_again_counts_against_an_edit_that_was_not_known_yet(
    workspace: Workspace, restarts: bool
) -> None:
    store = workspace.store()
    label(store, COPY)
    told(store)
    text = workspace.labels.read_bytes()
    workspace.labels.write_bytes(text.replace(b",copy,", b",unusable,"))
    assert store.label(pair(1), COPY, JUDGED).after == store.row("p1")
    store = workspace.store() if restarts else store
    store.project()
    assert workspace.labelled() == {"p1": "copy"}
    assert workspace.records()[0]["revision"] == "2"
    edit = store.look_outside()
    row = store.row("p1")
    assert row is not None
    assert row.label == COPY
    if not restarts:
        assert edit is not None
        assert edit.message is not None
        assert "1 row changed" in str(edit.message)


def test_a_label_given_again_and_taken_back_leaves_an_edit_alone(workspace: Workspace) -> None:
    store = workspace.store()
    label(store, COPY)
    text = workspace.labels.read_bytes()
    workspace.labels.write_bytes(text.replace(b",copy,", b",unusable,"))
    store.label(pair(1), COPY, JUDGED)
    store.undo()
    store.project()
    assert workspace.labelled() == {"p1": "unusable"}
