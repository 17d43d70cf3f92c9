"""Every action of the table does something in the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from gui.widgets.controls.actions import ActionSet, action_table
from tests.window.driving import Driver, write_pairs

NAMES = {spec.name for spec in action_table()}


def test_each_action_does_something(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    handled: set[str] = set()

    def noting(set_handlers: Callable[[ActionSet, Mapping[str, object]], None]) -> object:
        def note(actions: ActionSet, handlers: Mapping[str, object]) -> None:
            handled.update(handlers)
            set_handlers(actions, handlers)

        return note

    for method in ("handle", "handle_switches"):
        monkeypatch.setattr(ActionSet, method, noting(getattr(ActionSet, method)))
    driver.open(write_pairs(tmp_path / "pairs"))
    assert NAMES - handled == set(), "nothing handles them: a controller does, by ActionSet.handle"
