"""Every action of the table does something in the window, and is found there without its key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu, QToolButton

from gui.widgets.controls.actions import LABEL, ActionSet, action_table
from tests.window.driving import Driver, write_pairs

NAMES = {spec.name for spec in action_table()}
# Those of a label bar and of a find bar have buttons there; the menu has an undo that does as much.
ELSEWHERE = {"flag", "note", "find-next", "find-previous", "undo-sitting"}


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


def test_each_action_stands_in_a_menu_or_on_a_button(driver: Driver, tmp_path: Path) -> None:
    window = driver.open(write_pairs(tmp_path / "pairs"))
    parts = [*window.findChildren(QMenu), *window.findChildren(QToolButton)]
    shown = {action.objectName() for part in parts for action in part.actions()}
    hidden = {name for name in NAMES - shown - ELSEWHERE if not name.startswith(LABEL)}
    assert hidden == set(), "only their keys lead to them: name them in tool_bar.py"
