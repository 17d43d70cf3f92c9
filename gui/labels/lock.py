"""A lock between processes that the system takes back when its holder dies.

Own code rather than a library: every call goes through :class:`Files`, so that the kill and
fault tests reach the lock too; and where a file system knows no locks we go on without one
instead of leaving behind a lock file that nobody takes away.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .files import Files

_BUSY = frozenset((errno.EACCES, errno.EAGAIN, errno.EDEADLK))
_NO_LOCKS = frozenset((errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP))
_PAUSE = 0.01  # seconds between two tries


class LockBusyError(OSError):
    """Another process holds the lock for too long."""


@contextmanager
def locked(files: Files, path: Path, *, patience: float) -> Iterator[None]:
    """Hold the lock file *path*, waiting up to *patience* seconds for others to let it go.

    Raises :class:`LockBusyError`, or OSError where the lock file cannot be made. The file stays:
    removing it would let two processes hold locks on two files of one name.
    """
    handle = _open(files, path)
    try:
        give_up = files.elapsed() + patience
        while not _try(handle):
            if files.elapsed() >= give_up:
                raise LockBusyError(errno.EAGAIN, "held by another program", str(path))
            files.sleep(_PAUSE)
        yield  # closing the handle gives the lock back
    finally:
        files.close(handle)


def _open(files: Files, path: Path) -> int:
    try:
        return files.open(path, os.O_RDWR | os.O_CREAT)
    except PermissionError:
        # A colleague made it in a shared folder; to lock it, reading is enough.
        return files.open(path, os.O_RDONLY)


if sys.platform == "win32":
    import msvcrt

    def _try(handle: int) -> bool:
        """Take the lock if it is free."""
        try:
            os.lseek(handle, 0, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno in _BUSY:
                return False
            raise
        return True

else:
    import fcntl

    def _try(handle: int) -> bool:
        """Take the lock if it is free; without locks in the file system it counts as taken."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in _BUSY:
                return False
            if error.errno not in _NO_LOCKS:
                raise
        return True
