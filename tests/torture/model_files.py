"""One process at the simulated disk: its calls may fail, stop half way, or be its last."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from gui.labels.file.files import Files
from tests.torture.model_disk import Disk, Folder, Node, error, new_node

_T = TypeVar("_T")
CALLS = (
    "open",
    "read",
    "write",
    "short",
    "fsync",
    "fsync folder",
    "truncate",
    "fstat",
    "stat",
    "replace",
    "unlink",
    "make_folder",
)


class Died(BaseException):
    """The process is gone: no handler of the program runs."""


@dataclass
class Trouble:
    """Calls that fail from now on: *times* of them, after *skip* that do not.

    ``late`` is for a call that is done and says that it failed. ``within`` is part of the path
    of the files that it is about.
    """

    call: str
    number: int
    skip: int = 0
    times: int = 1
    late: bool = False
    within: str = ""

    def strikes(self, call: str, path: Path) -> bool:
        if call != self.call or self.within not in str(path) or not self.times:
            return False
        if self.skip:
            self.skip -= 1
            return False
        self.times -= 1
        return True


@dataclass
class Opened:
    """An open file, and where in it the next byte goes."""

    path: Path
    node: Node | None
    append: bool
    offset: int = 0


@dataclass
class Sky:
    """What may befall every process: troubles, and a clock for those who wait."""

    troubles: list[Trouble] = field(default_factory=list)
    waited: float = 0.0


class ProcessFiles(Files):
    """The calls of one process, which dies at call number ``last`` if that is set.

    Calls of other ``kinds``, or about files without ``within`` in their path, do not count.
    """

    def __init__(self, disk: Disk, sky: Sky) -> None:
        self._disk = disk
        self._sky = sky
        self._opened: dict[int, Opened] = {}
        self.last = 0
        self.kinds: frozenset[str] = frozenset(CALLS)
        self.within = ""
        self.half_way = 0.5  # what share of a last write is made
        self.late = False  # whether the last call is made
        self.dead = False
        self.failed = 0

    def die(self) -> None:
        """Let nothing more be done; the system closes what is open."""
        self.dead = True
        for handle in list(self._opened):
            self._close(handle)

    def _do(self, call: str, path: Path, action: Callable[[], _T]) -> _T:
        """Do *action* unless something befalls it."""
        ends = self._ends(call, path)
        if ends and not self.late:
            self.die()
            raise Died
        for trouble in self._sky.troubles:
            if trouble.strikes(call, path):
                self.failed += 1
                if trouble.late:
                    action()
                raise error(trouble.number)
        result = action()
        if ends:
            self.die()
            raise Died
        return result

    def _ends(self, call: str, path: Path) -> bool:
        if self.dead:
            raise Died
        counts = call in self.kinds and self.within in str(path)
        self.last -= counts
        return counts and self.last == 0

    def open(self, path: Path, flags: int, mode: int = 0o666) -> int:
        path = Path(os.path.abspath(path))  # noqa: PTH100

        def opened() -> int:
            there = path.exists()
            handle = super(ProcessFiles, self).open(path, flags, mode)
            node = None
            if self._disk.holds(path) and not path.is_dir():
                if not there:
                    self._disk.folder(path.parent).set(path.name, new_node(path.name))
                node = self._disk.node(path)
            self._opened[handle] = Opened(path, node, bool(flags & os.O_APPEND))
            return handle

        before = set(self._opened)
        try:
            return self._do("open", path, opened)
        except (OSError, Died):
            for handle in set(self._opened) - before:
                self._close(handle)
            raise

    def close(self, handle: int) -> None:
        if not self.dead:
            self._close(handle)

    def _close(self, handle: int) -> None:
        del self._opened[handle]
        super().close(handle)

    def read(self, handle: int, size: int) -> bytes:
        path = self._path(handle)
        return self._do("read", path, lambda: super(ProcessFiles, self).read(handle, size))

    def write(self, handle: int, data: bytes | memoryview) -> int:
        opened = self._opened.get(handle)
        if opened is None:
            raise Died
        if self.late and self.last == 1 and self._ends("write", opened.path):
            self._write(handle, opened, bytes(data)[: int(len(data) * self.half_way)])
            self.die()
            raise Died
        for trouble in self._sky.troubles:
            if trouble.strikes("short", opened.path):
                data = bytes(data)[: max(1, len(data) // 3)]
                break
        else:
            for trouble in self._sky.troubles:
                if (
                    trouble.call == "write"
                    and trouble.late
                    and trouble.strikes("write", opened.path)
                ):
                    self._ends("write", opened.path)
                    self.failed += 1
                    self._write(handle, opened, bytes(data)[: len(data) // 2])
                    raise error(trouble.number)
        return self._do("write", opened.path, lambda: self._write(handle, opened, bytes(data)))

    def _write(self, handle: int, opened: Opened, data: bytes) -> int:
        view = memoryview(data)
        while view:
            view = view[os.write(handle, view) :]
        if opened.node is not None:
            if opened.append:
                opened.offset = len(opened.node.cache)
            opened.node.write(opened.offset, data)
            opened.offset += len(data)
        return len(data)

    def fsync(self, handle: int) -> None:
        opened = self._opened.get(handle)
        if opened is None:
            raise Died
        if not self._disk.holds(opened.path):
            return  # a folder above
        node = opened.node or self._disk.folder(opened.path)
        call = "fsync folder" if isinstance(node, Folder) else "fsync"
        failed = self.failed
        try:
            self._do(call, opened.path, node.sync)
        except OSError:
            if isinstance(node, Node) and self.failed > failed:
                node.fail_to_sync(self._disk.chance)
            raise

    def truncate(self, handle: int, size: int) -> None:
        opened = self._opened.get(handle)
        if opened is None:
            raise Died

        def truncated() -> None:
            super(ProcessFiles, self).truncate(handle, size)
            if opened.node is not None:
                opened.node.truncate(size)

        self._do("truncate", opened.path, truncated)

    def fstat(self, handle: int) -> os.stat_result:
        path = self._path(handle)
        return self._do("fstat", path, lambda: super(ProcessFiles, self).fstat(handle))

    def stat(self, path: Path) -> os.stat_result:
        return self._do("stat", path, lambda: super(ProcessFiles, self).stat(path))

    def replace(self, old: Path, new: Path) -> None:
        def replaced() -> None:
            super(ProcessFiles, self).replace(old, new)
            folder = self._disk.folder(new.parent)
            folder.set(new.name, folder.names[old.name])
            folder.set(old.name, None)

        self._do("replace", new, replaced)

    def unlink(self, path: Path) -> None:
        def unlinked() -> None:
            super(ProcessFiles, self).unlink(path)
            self._disk.folder(path.parent).set(path.name, None)

        self._do("unlink", path, unlinked)

    def make_folder(self, path: Path) -> None:
        def made() -> None:
            super(ProcessFiles, self).make_folder(path)
            self._disk.folder(path)

        self._do("make_folder", path, made)

    def sleep(self, seconds: float) -> None:
        self._sky.waited += seconds

    def elapsed(self) -> float:
        return self._sky.waited

    def _path(self, handle: int) -> Path:
        opened = self._opened.get(handle)
        if opened is None:
            raise Died
        return opened.path


ERRORS = (errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EROFS)
