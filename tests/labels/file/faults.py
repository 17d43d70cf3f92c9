"""Files that fail: an error, a short write or a kill at any call to the operating system."""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.labels.helpers import QuickFiles

CALLS = (
    "open",
    "close",
    "read",
    "write",
    "fsync",
    "truncate",
    "fstat",
    "stat",
    "replace",
    "unlink",
    "make_folder",
)


class CountedFiles(QuickFiles):
    """Counts calls, and lets ``trouble(call, number)`` happen before each one is made."""

    def __init__(self, trouble: Callable[[str, int], None] | None = None) -> None:
        self.calls = 0
        self.names: list[str] = []
        self._trouble = trouble

    def _before(self, name: str) -> None:
        self.calls += 1
        self.names.append(name)
        if self._trouble is not None:
            self._trouble(name, self.calls)


def _counted(name: str) -> Callable[..., Any]:
    def call(self: CountedFiles, *args: Any, **more: Any) -> Any:
        self._before(name)
        return getattr(QuickFiles, name)(self, *args, **more)

    return call


for _name in CALLS:
    setattr(CountedFiles, _name, _counted(_name))


class KilledFiles(CountedFiles):
    """Kills the process at call *number*: before it, after it, or in the middle of a write."""

    def __init__(self, number: int, when: str) -> None:
        super().__init__(self._kill_before)
        self._number = number
        self._when = when

    def _kill_before(self, name: str, number: int) -> None:
        if number == self._number and self._when == "before":
            kill_oneself()

    def write(self, handle: int, data: bytes | memoryview) -> int:
        self._before("write")
        if self.calls == self._number and self._when == "middle":
            os.write(handle, bytes(data)[: len(data) // 2])
            kill_oneself()
        written = os.write(handle, data)
        if self.calls == self._number:
            kill_oneself()
        return written

    def replace(self, old: Path, new: Path) -> None:
        self._before("replace")
        old.replace(new)
        if self.calls == self._number:
            kill_oneself()


class FailingFiles(CountedFiles):
    """Fails with *number* where ``wanted(call, count)`` says so, until :meth:`mend`."""

    def __init__(self, number: int, wanted: Callable[[str, int], bool]) -> None:
        super().__init__(self._fail)
        self._error = number
        self._wanted = wanted
        self._broken = True
        self.failed = 0
        self.slept = 0.0

    def mend(self) -> None:
        self._broken = False

    def damage(self) -> None:
        """Fail again."""
        self._broken = True

    def sleep(self, seconds: float) -> None:
        self.slept += seconds

    def elapsed(self) -> float:
        return self.slept

    def _fail(self, name: str, number: int) -> None:
        # Closing a file gives its handle back whatever it returns.
        if self._broken and name != "close" and self._wanted(name, number):
            self.failed += 1
            raise OSError(self._error, os.strerror(self._error))


class ShortFiles(CountedFiles):
    """Writes seven bytes at a time, as a signal or a nearly full disk may have it."""

    def write(self, handle: int, data: bytes | memoryview) -> int:
        return os.write(handle, bytes(data)[:7])


class FullAfter(CountedFiles):
    """A disk with room for *room* more bytes: writes become short, then fail."""

    def __init__(self, room: int, only: str = "") -> None:
        super().__init__()
        self.room = room
        self._only = only
        self._paths: dict[int, str] = {}

    def open(self, path: Path, flags: int, mode: int = 0o666) -> int:
        handle = super().open(path, flags, mode)
        self._paths[handle] = str(path)
        return handle

    def write(self, handle: int, data: bytes | memoryview) -> int:
        if self._only not in self._paths[handle]:
            return os.write(handle, data)
        if self.room <= 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written = os.write(handle, bytes(data)[: self.room])
        self.room -= written
        return written


def kill_oneself() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
