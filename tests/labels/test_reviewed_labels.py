"""Labels that are only read: whatever a store can do, nothing here does it to a file."""

from __future__ import annotations

from gui.labels import LabelStore
from gui.labels.reviewed import ReviewedLabels, named


def test_nothing_that_a_store_does_is_done_by_labels_that_are_read() -> None:
    """Somebody who gives stores another method has to say what it means here."""
    inherited = {
        name
        for name in dir(LabelStore)
        if not name.startswith("_") and name not in vars(ReviewedLabels)
    }
    assert not inherited


def test_five_annotators_are_named() -> None:
    assert named(list("abcde")) == "a, b, c, d, e"
    assert named(list("abcdef")) == "a, b, c, d, e, …"
