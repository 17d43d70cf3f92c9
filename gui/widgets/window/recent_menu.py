"""The menu of what was opened lately, which is there also while something is open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from ..controls.qt_text import middle_cut

_WIDEST = 90  # characters of an entry


def short_path(path: str) -> str:
    """Return *path* with its distinctive part first; two documents are joined with a bar.

    >>> short_path("/data/calls/a.txt|/data/calls/b.txt")
    'a.txt | b.txt — /data/calls'
    """
    parts = [PurePath(part) for part in path.split("|")]
    names = " | ".join(part.name or str(part) for part in parts)
    return f"{names} — {parts[0].parent}"


class RecentMenu(QMenu):
    """An entry for each path that was opened lately; ``wanted`` carries the path that is chosen.

    Without any it cannot be opened.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Open recent"))
        self.triggered.connect(lambda action: self.wanted.emit(action.data()))
        self.set_recent(())

    def set_recent(self, recent: Sequence[tuple[str, str]]) -> None:
        """Offer the *recent* paths with their names, the newest first."""
        self.clear()
        for path, name in recent:
            text = middle_cut(name or short_path(path), _WIDEST).replace("&", "&&")
            self.addAction(text).setData(path)
        self.menuAction().setEnabled(bool(recent))
