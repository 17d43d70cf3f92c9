"""A program that is broken on purpose, to show that the tortures notice.

Each function breaks this very process; ``--broken NAME`` makes a torture run its windows so.
"""

from __future__ import annotations

import os
import threading
import time
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Any

from gui.labels.file.files import Files


class _Grown:
    """The status of a file as if all that waits to be written were in it."""

    def __init__(self, status: os.stat_result, more: int) -> None:
        self._status = status
        self.st_size = status.st_size + more

    def __getattr__(self, name: str) -> Any:
        return getattr(self._status, name)


def lazy() -> None:
    """What is appended to a journal is on its way to the disk only half a second later.

    A decision counts before that, as with a buffered stream.
    """
    really = {name: getattr(Files, name) for name in ("open", "write", "close", "stat", "fstat")}
    names: dict[int, str] = {}
    waiting: dict[str, bytes] = {}
    lock = threading.RLock()

    def flush(name: str) -> None:
        with lock:
            data = waiting.pop(name, b"")
            if data:
                with Path(name).open("ab", buffering=0) as out:
                    out.write(data)

    def open_(files: Files, path: Path, flags: int, *more: Any) -> Any:
        if not flags & (os.O_WRONLY | os.O_RDWR):
            flush(str(path))
        handle = really["open"](files, path, flags, *more)
        names[handle] = str(path)
        return handle

    def write(files: Files, handle: int, data: bytes | memoryview) -> Any:
        name = names.get(handle, "")
        if not name.endswith(".journal"):
            return really["write"](files, handle, data)
        with lock:
            waiting[name] = waiting.get(name, b"") + bytes(data)
        timer = threading.Timer(0.5, flush, [name])
        timer.daemon = True
        timer.start()
        return len(data)

    def close(files: Files, handle: int) -> None:
        names.pop(handle, None)
        really["close"](files, handle)

    def stat(files: Files, path: Path) -> Any:
        with lock:
            return _Grown(really["stat"](files, path), len(waiting.get(str(path), b"")))

    def fstat(files: Files, handle: int) -> Any:
        with lock:
            more = len(waiting.get(names.get(handle, ""), b""))
            return _Grown(really["fstat"](files, handle), more)

    calls = {"open": open_, "write": write, "close": close, "stat": stat, "fstat": fstat}
    for name, call in calls.items():
        setattr(Files, name, call)


def deaf() -> None:
    """Errors of writing and of fsync are swallowed: what could not be written counts as saved."""
    write, fsync = Files.write, Files.fsync

    def deaf_write(files: Files, handle: int, data: bytes | memoryview) -> int:
        with suppress(OSError):
            write(files, handle, data)
        return len(data)

    def deaf_fsync(files: Files, handle: int) -> None:
        with suppress(OSError):
            fsync(files, handle)

    vars_of: Any = Files
    vars_of.write, vars_of.fsync = deaf_write, deaf_fsync


def sleepy() -> None:
    """The window sleeps for three seconds after each decision."""
    from gui.review.session import ReviewSession

    label: Any = ReviewSession.set_label

    def slow_label(session: ReviewSession, wanted: Any) -> Any:
        time.sleep(3)
        return label(session, wanted)

    vars_of: Any = ReviewSession
    vars_of.set_label = slow_label


BROKEN = MappingProxyType({"lazy": lazy, "deaf": deaf, "sleepy": sleepy})
