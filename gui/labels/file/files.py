"""The calls to the operating system that journal and label file use, and a file lock.

The system releases the lock when its holder dies.
"""

from __future__ import annotations

import errno
import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from pathlib import Path

from ...documents.document import Signature

_BINARY: int = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_NO_SYNC = frozenset((errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES))


class Files:
    """The operating system's files. Every method may raise OSError."""

    def open(self, path: Path, flags: int, mode: int = 0o666) -> int:
        """Open *path* and return its handle."""
        return os.open(path, flags | _BINARY, mode)

    def close(self, handle: int) -> None:
        """Close *handle*."""
        os.close(handle)

    def read(self, handle: int, size: int) -> bytes:
        """Read up to *size* bytes; none at the end of the file."""
        return os.read(handle, size)

    def write(self, handle: int, data: bytes | memoryview) -> int:
        """Write some of *data*; return how many bytes."""
        return os.write(handle, data)

    def fsync(self, handle: int) -> None:
        """Wait until what was written is on the disk, not merely in its cache."""
        if sys.platform == "darwin":
            import fcntl

            try:
                fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
                return
            except OSError as error:  # not every file system of macOS has it
                if error.errno not in (errno.ENOTSUP, errno.EINVAL, errno.ENOTTY):
                    raise
        os.fsync(handle)

    def truncate(self, handle: int, size: int) -> None:
        """Cut the file to *size* bytes."""
        os.ftruncate(handle, size)

    def seek(self, handle: int, offset: int) -> None:
        """Continue reading at *offset*."""
        os.lseek(handle, offset, os.SEEK_SET)

    def fstat(self, handle: int) -> os.stat_result:
        """Return the status of the open file."""
        return os.fstat(handle)

    def stat(self, path: Path) -> os.stat_result:
        """Return the status of *path*, through symbolic links."""
        return os.stat(path)  # noqa: PTH116

    def may_read(self, path: Path) -> bool:
        """Return whether the system would let us read *path*."""
        return os.access(path, os.R_OK)

    def may_write(self, path: Path) -> bool:
        """Return whether the system would let us write to *path*."""
        return os.access(path, os.W_OK)

    def replace(self, old: Path, new: Path) -> None:
        """Give the file *old* the name *new* atomically."""
        os.replace(old, new)  # noqa: PTH105

    def unlink(self, path: Path) -> None:
        """Remove *path*."""
        os.unlink(path)  # noqa: PTH108

    def make_folder(self, path: Path) -> None:
        """Make the folder *path* and those above it."""
        os.makedirs(path, mode=0o700, exist_ok=True)  # noqa: PTH103

    def sync_folder(self, path: Path) -> None:
        """Wait until the names in the folder *path* are on the disk, if that is supported."""
        if os.name == "nt":  # folders cannot be opened there, and renames are journalled
            return
        handle = self.open(path, os.O_RDONLY)
        try:
            self.fsync(handle)
        except OSError as error:
            if error.errno not in _NO_SYNC:  # some network file systems know no such call
                raise
        finally:
            self.close(handle)

    def sync_names(self, folder: Path) -> None:
        """Wait until the names in *folder*, and those of its parents, are on the disk.

        Whoever created the folder, and perhaps its parents, may not have waited for that. Such
        folders belong to us and are on one file system; others existed before.
        """
        self.sync_folder(folder)
        if os.name == "nt":
            return
        status = self.stat(folder)
        for above in folder.resolve().parents:
            if status.st_uid != os.geteuid():
                break
            device, status = status.st_dev, self.stat(above)
            if status.st_dev != device:
                break
            with suppress(PermissionError):  # we may pass through it, but not list it
                self.sync_folder(above)

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)

    def elapsed(self) -> float:
        """Return seconds of a monotonic clock."""
        return time.monotonic()

    def write_all(self, handle: int, data: bytes) -> None:
        """Write all of *data*, however little a single call accepts."""
        rest = memoryview(data)
        while rest:
            written = self.write(handle, rest)
            if written <= 0:
                raise OSError(errno.EIO, "nothing could be written")
            rest = rest[written:]

    def read_all(self, path: Path, offset: int = 0) -> tuple[bytes, Signature]:
        """Return the bytes of *path* from *offset* on, and the signature they were read under."""
        handle = self.open(path, os.O_RDONLY)
        try:
            if offset:
                self.seek(handle, offset)
            pieces = []
            while piece := self.read(handle, 1 << 20):
                pieces.append(piece)
            return b"".join(pieces), Signature.of(self.fstat(handle))
        finally:
            self.close(handle)

    def write_new(
        self, path: Path, data: bytes, *, like: os.stat_result | None = None, mode: int = 0o666
    ) -> None:
        """Write *data* durably to the new file *path*, with the mode of *like* or *mode*."""
        handle = self.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        try:
            if like is not None:
                _take_rights(handle, like)
            self.write_all(handle, data)
            self.fsync(handle)
        finally:
            self.close(handle)

    def write_over(self, path: Path, data: bytes, *, mode: int = 0o666) -> None:
        """Replace the file *path* by *data*, atomically and durably.

        Leftovers of a killed process are removed. The folder is not synced: until it is, a power
        cut may bring back the old file.
        """
        temporary = Path(f"{path}.tmp")
        with suppress(FileNotFoundError):
            self.unlink(temporary)
        self.write_new(temporary, data, mode=mode)
        self.replace(temporary, path)


def _take_rights(handle: int, like: os.stat_result) -> None:
    """Give the open file the mode of *like*, and its owner if we may."""
    if os.name == "nt":
        return
    own = os.fstat(handle)
    if (own.st_uid, own.st_gid) != (like.st_uid, like.st_gid):
        try:
            os.fchown(handle, like.st_uid, like.st_gid)
        except OSError:  # only root may give files away; the group may still be ours to set
            with suppress(OSError):
                os.fchown(handle, -1, like.st_gid)
    with suppress(PermissionError):  # a file system without rights of its own
        os.fchmod(handle, like.st_mode & 0o7777)


_BUSY = frozenset((errno.EACCES, errno.EAGAIN, errno.EDEADLK))
_NO_LOCKS = frozenset((errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP))
_PAUSE = 0.01  # seconds between two tries; others hold a lock for some milliseconds


class _Lock(Enum):
    """The result of trying to lock a file; without lock support, UNKNOWN counts as held."""

    HELD = "held"
    BUSY = "busy"
    UNKNOWN = "unknown"


class LockBusyError(OSError):
    """Another process held the lock for too long."""


@contextmanager
def locked(files: Files, path: Path, *, patience: float, passing: bool = False) -> Iterator[None]:
    """Hold the lock file *path*, waiting up to *patience* seconds for others to release it.

    Raises :class:`LockBusyError`, or OSError if the lock file cannot be created. A *passing* one is
    removed when it is released, if that is safe; a process that waited for it then finds that the
    file it locked has no name any more, and starts over. All users of a lock must agree on
    *passing*.
    """
    give_up = files.elapsed() + patience
    goes = passing and has_exact_names(path.parent)
    while True:
        handle = _open(files, path)
        try:
            while (lock := _try(handle)) is _Lock.BUSY and files.elapsed() < give_up:
                files.sleep(_PAUSE)
            if goes and lock is _Lock.HELD and not _has_name(files, handle, path):
                lock = _Lock.BUSY
                if files.elapsed() < give_up:
                    continue
            if lock is _Lock.BUSY:
                raise LockBusyError(errno.EAGAIN, "held by another program", str(path))
            try:
                yield  # closing the handle gives the lock back
            finally:
                if goes and lock is _Lock.HELD:
                    _remove(files, handle, path)
            break
        finally:
            files.close(handle)
    if passing and os.name == "nt":
        with suppress(OSError):  # Windows removes no file that anybody has open
            files.unlink(path)


def _open(files: Files, path: Path) -> int:
    try:
        return files.open(path, os.O_RDWR | os.O_CREAT)
    except PermissionError:
        # A colleague made it in a shared folder; to lock it, reading is enough.
        return files.open(path, os.O_RDONLY)


def _has_name(files: Files, handle: int, path: Path) -> bool:
    """Return whether *path* is still the name of the open file."""
    own = files.fstat(handle)
    try:
        there = files.stat(path)
    except FileNotFoundError:
        return False
    return (own.st_dev, own.st_ino) == (there.st_dev, there.st_ino)


def _remove(files: Files, handle: int, path: Path) -> None:
    """Remove the lock file that we hold; if that fails, it stays."""
    with suppress(OSError):
        if _has_name(files, handle, path):  # a person may have removed it meanwhile
            files.unlink(path)


_EXACT = frozenset("bcachefs btrfs ext2 ext3 ext4 f2fs jfs overlay tmpfs xfs zfs".split())
MOUNTS = Path("/proc/self/mountinfo")


def has_exact_names(folder: Path) -> bool:
    """Return whether *folder*, without links in its path, is on a local file system.

    On a network another machine may continue to see a removed name for a while, so that two
    processes might hold locks on two files of the same name. A file system that is not known to be
    exact counts as a network.
    """
    found, kind = "", ""
    inner = f"{folder}/".replace("//", "/")
    try:
        lines = MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return False
    for line in lines:
        before, _, after = line.partition(" - ")
        place = _unescaped(before.split(" ")[4])
        # As texts: there may be hundreds of them, and every lock asks.
        if inner.startswith(f"{place.rstrip('/')}/") and len(place) >= len(
            found
        ):  # of two at one place the later covers the first
            found, kind = place, after.split(" ")[0]
    return kind in _EXACT


def _unescaped(text: str) -> str:
    r"""Return a path of the kernel's table without its escapes.

    >>> _unescaped(r"/mnt/my\040disk")
    '/mnt/my disk'
    """
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), text)


if sys.platform == "win32":
    import msvcrt

    def _try(handle: int) -> _Lock:
        """Take the lock if it is free."""
        try:
            os.lseek(handle, 0, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno in _BUSY:
                return _Lock.BUSY
            raise
        return _Lock.HELD

else:
    import fcntl

    def _try(handle: int) -> _Lock:
        """Take the lock if it is free."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in _BUSY:
                return _Lock.BUSY
            if error.errno not in _NO_LOCKS:
                raise
            return _Lock.UNKNOWN
        return _Lock.HELD
