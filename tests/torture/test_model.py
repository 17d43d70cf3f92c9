"""The random model in short, and that it notices a store which does not wait for the disk."""

from __future__ import annotations

import pytest

from gui.labels.file.label_file import LabelFile
from gui.labels.journal.journal import Journal
from tests.torture.model import run_model
from tests.torture.model_machine import LostError

STEPS = 400


@pytest.mark.parametrize("chance", [1, 5])
def test_nothing_acknowledged_is_lost_whatever_happens(chance: int) -> None:
    counted = run_model(STEPS, chance)
    assert counted.steps >= STEPS
    assert counted.acknowledged
    assert counted.refused
    assert counted.cuts
    assert not counted.found


@pytest.mark.parametrize(
    ("what", "name"),
    [(Journal, "_sync"), (Journal, "_sync_name"), (LabelFile, "_sync_name")],
    ids=["journal not synced", "name of the journal not synced", "name of the file not synced"],
)
def test_the_model_notices_what_is_not_on_the_disk(
    monkeypatch: pytest.MonkeyPatch, what: type, name: str
) -> None:
    monkeypatch.setattr(what, name, lambda *_: None)

    def run_all() -> None:
        for chance in (5, *range(1, 9)):  # the fifth finds each of them today; any will do
            run_model(STEPS, chance, shrink=False)

    with pytest.raises(LostError):
        run_all()
