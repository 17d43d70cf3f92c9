"""Runs a part of the program's work in a process of its own: starts it and talks to it.

If the program is installed, the interpreter is started with the path of the program. A bundle
(PyInstaller) has no interpreter to call: the bundle itself is started, with a first argument that
says to do a part of the work instead of opening a window.

A value goes through a pipe as a frame: eight bytes of length and a pickle. Both ends are this
program: nothing is unpickled that another program wrote. Pickling and unpickling let other threads
run after every 64 KB. Outside of Qt's thread this is also the one place that controls the garbage
collector. This module imports no Qt and nothing of the program, so every layer may use it.
"""

from __future__ import annotations

import contextlib
import gc
import io
import pickle
import struct
import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import IO, Any

_PART = "--part-of-copydesk"
# The search path is handed over and the current folder left out of it: a reviewer's folder may
# hold a regex.py. -I keeps the environment from adding to it again, -S the files of the installed
# packages, which take as long to read as the interpreter itself to start.
_BARE = ("-I", "-S")
_START = (
    "import importlib, sys; sys.path[:] = {path!r}; "
    "importlib.import_module({module!r}).main(*{numbers!r})"
)


def is_bundle() -> bool:
    """Return whether the program runs from a bundle, without an interpreter that can be called."""
    return bool(getattr(sys, "frozen", False))


def command_for(module: str, *numbers: int) -> list[str]:
    """Return the command that calls ``main(*numbers)`` of *module* in a process of its own.

    *module* is the full name of a module of this program.
    """
    if is_bundle():
        name = module.removeprefix(f"{__package__}.")
        return [sys.executable, _PART, name, *map(str, numbers)]
    path = [str(Path(__file__).resolve().parents[1]), *filter(None, sys.path)]
    code = _START.format(path=path, module=module, numbers=numbers)
    return [sys.executable, *_BARE, "-c", code]


def start_process(
    module: str,
    *numbers: int,
    stdout: int = subprocess.PIPE,
    stderr: int = subprocess.DEVNULL,
    is_quiet: bool = False,
) -> subprocess.Popen[bytes]:
    """Start a process that calls ``main(*numbers)`` of *module* and waits for orders.

    On Windows no window of a terminal opens for it, and a quiet one begins with less priority.
    Raises OSError where the system starts none.
    """
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    if is_quiet:
        flags |= getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
    return subprocess.Popen(  # noqa: S603 - this program itself
        command_for(module, *numbers),
        stdin=subprocess.PIPE,
        stdout=stdout,
        stderr=stderr,
        creationflags=flags,
    )


def end_process(process: subprocess.Popen[bytes]) -> None:
    """Kill *process*, wait until it is gone, and close the pipes to it."""
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with contextlib.suppress(OSError):
                stream.close()


def does_a_part(arguments: Sequence[str]) -> bool:
    """Do the part of the work that *arguments* ask for; False where they ask for none.

    The entry of a bundle calls this before anything else, with the arguments behind the
    program's name. Only modules of this program are run.
    """
    if not is_bundle() or len(arguments) < 2 or arguments[0] != _PART:
        return False
    import_module(f".{arguments[1]}", __package__).main(*map(int, arguments[2:]))
    return True


_LENGTH = struct.Struct("<Q")
_COPIED = 1 << 20  # bytes of a long text that are copied in one call
_LARGE = 500_000  # bytes; such a value is too large to be searched for garbage in a moment


class Frame:
    """A value that is ready for pipes: pickled once, to however many processes it is sent.

    It must not change while it is pickled, for other threads go on meanwhile.
    """

    def __init__(self, value: object) -> None:
        pieces = _Pieces()
        pickle.Pickler(pieces, protocol=pickle.HIGHEST_PROTOCOL).dump(value)
        self._pieces = pieces.written

    def send(self, stream: IO[bytes]) -> None:
        """Write it to *stream*; raises OSError where the other end is gone."""
        stream.write(_LENGTH.pack(sum(map(len, self._pieces))))
        stream.writelines(self._pieces)
        stream.flush()


class _Pieces:
    """What a pickler writes.

    The pickler writes about 64 KB at a time. It calls a Python function for that, which lets other
    threads run: a pickle made by one call would block them all.
    """

    def __init__(self) -> None:
        self.written: list[bytes] = []

    def write(self, piece: bytes) -> None:
        view = memoryview(piece)  # of a long text all of it, and only until this call ends
        for at in range(0, len(view), _COPIED):
            self.written.append(bytes(view[at : at + _COPIED]))


class _InPieces(io.BytesIO):
    """What an unpickler reads, likewise a piece at a time and by a function of Python."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(size)


def write_frame(stream: IO[bytes], value: object) -> None:
    """Send *value*; raises OSError where the other end is gone."""
    Frame(value).send(stream)


def read_frame(stream: IO[bytes]) -> Any:
    """Receive a value; raises EOFError where the other end is gone."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    with collector_paused():
        value = pickle.load(_InPieces(data))  # noqa: S301 - written by our own process
        if length > _LARGE:
            gc.freeze()  # values without cycles: their end is known without a search
    return value


@contextlib.contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the search for cycles, and resume it afterwards if it was on.

    Hundreds of thousands of new values trigger collections that find nothing, each of which blocks
    all threads. That was a fifth of the time to open 50,000 labels; a comparison of long texts
    makes a million values and no cycles.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class TaskCollector:
    """Collects garbage only between the tasks of a process, which make few cycles.

    The tables that the first task loads are never garbage: with *freezes_first* they are not
    searched again. After that, every so many tasks are followed by a search.
    """

    def __init__(self, every: int = 1, *, freezes_first: bool = False) -> None:
        """Turn Python's own collection off for the rest of the process."""
        self._every = every
        self._freezes_first = freezes_first
        self._done = 0
        gc.disable()

    def task_done(self) -> None:
        """Note the end of a task, and collect if it is time."""
        self._done += 1
        if self._done == 1 and self._freezes_first:
            gc.freeze()
        elif self._done % self._every == 0:
            gc.collect()
