"""Notices that a file changed on disk."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from .messages import Stamp, stamp

_REST = 200  # milliseconds: programs write a file in several steps


class FileWatch(QObject):
    """Watches a few files, also across their replacement by a rename.

    ``changed`` gives the path of a file whose time, size or identity is another than before.
    """

    changed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        """Watch nothing yet."""
        super().__init__(parent)
        self._watcher = QFileSystemWatcher(self)
        self._stamps: dict[str, Stamp] = {}
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._look)
        self._watcher.fileChanged.connect(lambda _path: self._rest.start())
        # A file that was replaced drops out of the watcher: its folder tells of the new one.
        self._watcher.directoryChanged.connect(lambda _path: self._rest.start())

    def watch(self, paths: Iterable[str]) -> None:
        """Watch *paths* and nothing else from now on.

        A path that was watched already keeps its stamp: a change of just now is still told.
        """
        stamps = self._stamps
        wanted = {path: stamps[path] if path in stamps else stamp(path) for path in paths}
        known = [*self._watcher.files(), *self._watcher.directories()]
        if known:
            self._watcher.removePaths(known)
        self._stamps = wanted
        self._add()
        self._rest.start()

    def _add(self) -> None:
        known = {*self._watcher.files(), *self._watcher.directories()}
        folders = {str(Path(path).parent) for path in self._stamps}
        missing = [
            path
            for path in (*self._stamps, *folders)
            if path and path not in known and Path(path).exists()
        ]
        if missing:
            self._watcher.addPaths(missing)

    def _look(self) -> None:
        self._add()
        for path, before in list(self._stamps.items()):
            now = stamp(path)
            if now != before:
                self._stamps[path] = now
                self.changed.emit(path)
