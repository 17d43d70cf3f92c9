"""Labels of a set, and rows whose label no set knows."""

import pytest

from gui.labels import DEFAULT_LABELS, UNUSABLE, Label, LabelSet
from tests.labels.helpers import JUDGED, Workspace, pair


def test_a_set_without_unusable_or_with_one_name_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="no set of labels"):
        LabelSet((Label("copy"),))
    with pytest.raises(ValueError, match="no set of labels"):
        LabelSet((Label(UNUSABLE), Label("Rumour"), Label("rumour")))


def test_the_default_labels_are_those_of_the_contract_and_unusable() -> None:
    orders = [label.order for label in DEFAULT_LABELS]
    assert orders == sorted(orders), "DEFAULT_LABELS has them in their order"
    assert DEFAULT_LABELS.names == ("original", "copy", "unrelated", "unusable")
    keys = [key for label in DEFAULT_LABELS for key in label.keys]
    assert len(set(keys)) == len(keys)


def test_a_label_that_the_set_lacks_is_refused(workspace: Workspace) -> None:
    with pytest.raises(ValueError, match="there is no label rumour"):
        workspace.store().label(pair(1), "rumour", JUDGED)


def test_a_label_of_the_file_that_no_set_knows_is_kept_and_told_of(workspace: Workspace) -> None:
    workspace.labels.write_bytes(
        b"pair_id,label,annotator\r\np1,Rumour,anna\r\np2, COPY ,anna\r\np3,,anna\r\n"
    )
    before = workspace.labels.read_bytes()
    store = workspace.store()
    labels = {number: row.label for number in (1, 2, 3) if (row := store.row(f"p{number}"))}
    assert labels == {1: "Rumour", 2: "copy", 3: None}
    assert store.counts().labels["Rumour"] == 1
    assert workspace.labels.read_bytes() == before
    store.label(pair(4), "original", JUDGED)
    store.note(pair(1), "odd", JUDGED)
    store.project()
    assert b"p1,Rumour,anna" in workspace.labels.read_bytes(), "a note leaves the label alone"
    row = workspace.store().row("p1")
    assert row is not None
    assert (row.label, row.note) == ("Rumour", "odd")


def test_a_strange_label_is_undone_to(workspace: Workspace) -> None:
    workspace.labels.write_bytes(b"pair_id,label,annotator\r\np1,Rumour,anna\r\n")
    store = workspace.store()
    store.label(pair(1), UNUSABLE, JUDGED)
    store.undo()
    store.project()
    assert b"p1,Rumour,anna" in workspace.labels.read_bytes()
