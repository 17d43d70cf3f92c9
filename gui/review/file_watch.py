"""Notices that a file changed on disk, without ever waiting for that disk.

A thread asks for the stamps of a few files, once a second. Qt's QFileSystemWatcher asks the disk
in the thread of the window, and hears nothing of what another machine writes to a shared folder.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal

from .background import invoker
from .protocol import Stamp, stamp

_INTERVAL = 1.0  # seconds between two looks
_REST = 0.2  # seconds: programs write a file in several steps
_NOTHING: Mapping[str, Stamp] = MappingProxyType({})


NEVER_SEEN: Stamp = ()
"""Read under this stamp, a file is told of at the first look."""


def stamp_with_rights(path: str) -> Stamp:
    """Return a stamp that changes also when the file may no longer be read, or may again.

    Of what cannot be looked at it tells why, and whether the folder is there.
    """
    try:
        found = Path(path).stat()
    except (OSError, ValueError) as error:
        folder = os.path.isdir(os.path.dirname(path))  # noqa: PTH112, PTH120 - raises nothing
        return (getattr(error, "errno", 0) or 0, folder)
    readable = os.access(path, os.R_OK)
    return (found.st_mtime_ns, found.st_size, found.st_ino, found.st_mode, readable)


class FileWatch(QObject):
    """Watches a few files, also across their replacement by a rename.

    ``changed`` carries the path of a file of which *look* tells another stamp than before;
    ``outdated``, that of a file that had already changed when the watch began.
    """

    changed = Signal(str)
    outdated = Signal(str)

    def __init__(self, parent: QObject, look: Callable[[str], Stamp] = stamp) -> None:
        """Watch nothing yet."""
        super().__init__(parent)
        self._invoker = invoker()
        self._lookout = _Lookout(self._found, look)
        self.destroyed.connect(self._lookout.close)

    def watch(self, paths: Iterable[str], read: Mapping[str, Stamp] = _NOTHING) -> None:
        """Watch *paths* and nothing else from now on.

        *read* has the stamps under which some of them were read. A path that was watched already
        keeps its stamp, so that a very recent change is still reported.
        """
        self._lookout.watch(paths, read)

    def knows(self, path: str) -> bool:
        """Return True once *path* was checked: changes from then on are reported."""
        return self._lookout.knows(path)

    def close(self) -> None:
        """Stop watching, without waiting for the disk."""
        self._lookout.close()

    def _found(self, path: str, outdated: bool) -> None:
        """Called in the thread."""
        self._invoker.invoke(self, lambda: self._tell(path, outdated))

    def _tell(self, path: str, outdated: bool) -> None:
        (self.outdated if outdated else self.changed).emit(path)


class _Lookout:
    """The thread that checks the files. It knows no Qt and ends when it is closed."""

    def __init__(self, tell: Callable[[str, bool], None], look: Callable[[str], Stamp]) -> None:
        self._tell = tell
        self._stamp_of = look
        self._condition = threading.Condition()
        self._paths: set[str] = set()
        self._stamps: dict[str, Stamp] = {}  # of those that were looked at
        self._read: set[str] = set()  # whose stamp was given and not looked at yet
        self._at_once = False
        self._closing = False
        self._thread: threading.Thread | None = None

    def watch(self, paths: Iterable[str], read: Mapping[str, Stamp]) -> None:
        """Look at *paths* from now on, see :meth:`FileWatch.watch`."""
        with self._condition:
            self._paths = set(paths)
            known = {**self._stamps, **read}
            self._stamps = {path: known[path] for path in self._paths if path in known}
            self._read = self._paths & read.keys()
            self._at_once = True
            self._condition.notify()
            if self._thread is None and self._paths:
                self._thread = threading.Thread(
                    target=self._run, name="copydesk-watching", daemon=True
                )
                self._thread.start()

    def knows(self, path: str) -> bool:
        """Whether there is a stamp of *path*."""
        with self._condition:
            return path in self._stamps

    def close(self) -> None:
        """End the thread, without waiting for it."""
        with self._condition:
            self._closing = True
            self._condition.notify()

    def _run(self) -> None:
        while self._wait():
            with self._condition:
                paths = sorted(self._paths)
            found = [path for path in paths if self._look(path, tell_late=True)]
            if found:
                with self._condition:
                    self._condition.wait_for(lambda: self._closing, _REST)
                for path in found:
                    self._look(path, tell_late=False)

    def _wait(self) -> bool:
        """Wait until it is time for another look; False at the end."""
        with self._condition:
            self._condition.wait_for(
                lambda: self._closing or self._at_once, _INTERVAL if self._paths else None
            )
            self._at_once = False
            return not self._closing

    def _look(self, path: str, *, tell_late: bool) -> bool:
        """Look at *path*; return True for a change that is to be reported after a pause."""
        now = self._stamp_of(path)
        with self._condition:
            if path not in self._paths or self._closing:
                return False
            if path not in self._stamps:
                self._stamps[path] = now
                return False
            if self._stamps[path] == now:
                self._read.discard(path)
                return False
            outdated = path in self._read
            if tell_late and not outdated:
                return True
            self._stamps[path] = now
            self._read.discard(path)
        self._tell(path, outdated)
        return False
