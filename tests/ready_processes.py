"""Processes of the program that are there at once: forked from one that has loaded their module.

Starting an interpreter and loading what a process needs takes longer than most tests that want
one. Each is a process of its own all the same, a child of this one that has done nothing yet: it
differs from one that the program starts only in that its modules, and what they load with their
first task, are loaded already. What is tested about the starting itself starts processes of its
own.

The process that the others are forked from imports this module, which therefore imports little.
"""

from __future__ import annotations

import contextlib
import functools
import gc
import importlib
import json
import os
import re
import socket
import subprocess
import sys
import threading
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from tests.first_tasks import load_first_task, loaded_with

CAN_FORK = sys.platform == "linux"
_PR_SET_CHILD_SUBREAPER = 36
_MODULE = re.compile(r"import_module\('([\w.]+)'\)")
_ORIGIN = (
    "import sys; sys.path[:] = {path!r}; "
    "from {here} import next_process; exec(next_process({number}, {modules!r}))"
)


class ReadyProcesses:
    """Stands in for the module ``subprocess`` where the program starts its processes."""

    def __init__(self) -> None:
        self._origins: dict[tuple[str, ...], _Origin] = {}
        self._starting = threading.Lock()  # one at a time is adopted
        self.module = SimpleNamespace(**{**vars(subprocess), "Popen": self._start})

    def _start(self, command: list[str], **how: Any) -> subprocess.Popen[bytes]:
        found = _MODULE.search(command[-1])
        if found is None or subprocess.Popen is not _POPEN:  # a bundle; a test that starts none
            return subprocess.Popen(command, **how)
        return self.start(found[1], command, **how)

    def start(self, module: str, command: list[str], **how: Any) -> subprocess.Popen[Any]:
        """Start *command*, Python with ``-c`` and code, where *module* is loaded already."""
        with self._starting:
            modules = loaded_with(module)
            origin = self._origins.get(modules)
            if origin is not None:
                with contextlib.suppress(OSError):  # a test killed all processes that it found
                    return _Forked(origin, command, **how)
                origin.close()
            origin = self._origins[modules] = _Origin(modules)
            return _Forked(origin, command, **how)

    def close(self) -> None:
        """End the processes that others are forked from."""
        for origin in self._origins.values():
            origin.close()


_POPEN = subprocess.Popen


@functools.cache
def ready_processes() -> ReadyProcesses:
    """Return those of this process, which a fixture closes when all tests are done."""
    return ReadyProcesses()


class _Forked(subprocess.Popen[bytes]):
    """A process that *origin* forks; all but its beginning is as usual."""

    def __init__(self, origin: _Origin, command: list[str], **how: Any) -> None:
        self._origin = origin
        super().__init__(command, **how)

    def _execute_child(self, args: list[str], *how: Any) -> None:
        # As all versions have them, behind arguments that are left as they are.
        folder, environment = how[4:6]
        (
            to_read,
            to_write_to,
            to_read_from,
            to_write,
            errors_to_read,
            errors,
        ) = how[9:15]
        nothing = os.open(os.devnull, os.O_RDWR)
        try:
            streams = (to_read, to_write, errors)
            code, *arguments = args[args.index("-c") + 1 :]
            about = {
                "code": code,
                "arguments": arguments,
                "folder": str(folder or Path.cwd()),
                "environment": {**(os.environ if environment is None else environment)},
            }
            self.pid = self._origin.fork(about, [nothing if n == -1 else n for n in streams])
            self._child_created = True
        finally:
            os.close(nothing)
            self._close_pipe_fds(  # type: ignore[attr-defined]
                to_read, to_write_to, to_read_from, to_write, errors_to_read, errors
            )


class _Origin:
    """The process that has loaded *modules*, for others to be forked from it."""

    def __init__(self, modules: tuple[str, ...]) -> None:
        self._ask, theirs = socket.socketpair()
        number = theirs.fileno()
        code = _ORIGIN.format(path=sys.path, here=__name__, number=number, modules=modules)
        self._process = _POPEN(
            [sys.executable, "-I", "-S", "-c", code],
            pass_fds=[number],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        theirs.close()

    def fork(self, about: dict[str, Any], streams: list[int]) -> int:
        """Let a child of this process run its code with these *streams*; return its number.

        *about* says the code and its arguments, the folder and the environment. The parent of that
        child ends before it begins, and whoever is set to do so adopts it.
        """
        data = json.dumps(about).encode("ascii")
        _adopt(True)
        try:
            socket.send_fds(self._ask, [len(data).to_bytes(8, "little")], streams)
            self._ask.sendall(data)
            number = self._ask.recv(8, socket.MSG_WAITALL)
        finally:
            _adopt(False)
        if len(number) < 8:
            raise OSError("the process that others are forked from is gone")
        return int.from_bytes(number, "little")

    def close(self) -> None:
        """End it; those that were forked from it go on."""
        self._ask.close()
        self._process.wait(10)


def _adopt(on: bool) -> None:
    """Be the parent of processes further down that have lost theirs, or do not."""
    import ctypes

    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, int(on), 0, 0, 0)


# --- in the process that others are forked from -------------------------------------------------


def next_process(number: int, modules: tuple[str, ...]) -> str:
    """Fork whenever that is asked for through the socket *number*; return the code to run.

    It is that of a forked process, which returns here as well; nothing is left to run when the
    socket is closed.
    """
    for module in modules:
        try:
            importlib.import_module(module)
        except Exception:
            continue  # the process itself shall fail
        load_first_task(module)
    gc.collect()
    gc.freeze()
    asked = socket.socket(fileno=number)
    while True:
        size, streams, _, _ = socket.recv_fds(asked, 8, 3)
        if not size:
            return ""
        about = json.loads(asked.recv(int.from_bytes(size, "little"), socket.MSG_WAITALL))
        pid = _fork_orphan()
        if pid == 0:
            asked.close()
            for place, stream in enumerate(streams):
                os.dup2(stream, place)
                os.close(stream)
            os.chdir(about["folder"])
            os.environ.clear()
            os.environ.update(about["environment"])
            sys.argv = ["-c", *about["arguments"]]
            return str(about["code"])
        for stream in streams:
            os.close(stream)
        asked.sendall(pid.to_bytes(8, "little"))


def _fork_orphan() -> int:
    """Fork a process whose parent is gone when it begins; return its number, 0 in it."""
    begin, begun = os.pipe()
    told, tell = os.pipe()
    between = os.fork()
    if between == 0:
        pid = os.fork()
        if pid:
            os.write(tell, pid.to_bytes(8, "little"))
            os._exit(0)
        os.close(begun)
        os.read(begin, 1)  # it is closed when the parent of this process is gone
        for end in (begin, told, tell):
            os.close(end)
        return 0
    os.waitpid(between, 0)
    pid = int.from_bytes(os.read(told, 8), "little")
    for end in (begin, begun, told, tell):
        os.close(end)
    return pid
