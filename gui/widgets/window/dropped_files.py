"""Files that are dropped: which of them are taken, and which is the reference."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent

LIST_SUFFIXES = (".csv", ".tsv", ".jsonl", ".ndjson", ".json")
_NAMES = ({"reference", "original"}, {"candidate", "copy"})


def dropped_paths(data: QMimeData) -> list[str]:
    """Return the local paths that *data* carries, in their order; other addresses are left out."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]


def take_files(event: QDropEvent) -> bool:
    """Accept *event* if it brings files; always as a copy, whatever the file manager proposes.

    Where a move is accepted, the program that is dragged from may delete its files.
    """
    if not dropped_paths(event.mimeData()):
        event.ignore()
        return False
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
    return True


def in_roles(paths: Sequence[str]) -> tuple[str, ...]:
    """Return two documents as reference and candidate where their names say so.

    File managers drop in the order of the alphabet.

    >>> in_roles(["/d/candidate.txt", "/d/reference.txt"])
    ('/d/reference.txt', '/d/candidate.txt')
    >>> in_roles(["/d/b.txt", "/d/a.txt"])
    ('/d/b.txt', '/d/a.txt')
    """
    if len(paths) == 2:
        first, second = (_said_role(path) for path in paths)
        if first != second and (first == 1 or second == 0):
            return (paths[1], paths[0])
    return tuple(paths)


def has_role(path: str, role: str) -> bool:
    """True where the name of a document says that it is the *role*, reference or candidate.

    >>> has_role("/d/my copy.txt", "candidate"), has_role("/d/a.txt", "candidate")
    (True, False)
    """
    said = _said_role(path)
    return said is not None and role in _NAMES[said]


def _said_role(path: str) -> int | None:
    """Return 0 for what is named a reference, 1 for a candidate; None where nothing is said."""
    words = set(re.findall(r"[^\W\d_]+", PurePath(path).stem.lower()))
    said = [number for number, names in enumerate(_NAMES) if words & names]
    return said[0] if len(said) == 1 else None
