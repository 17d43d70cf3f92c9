"""Worker processes that are there at once: forked from one that has loaded the program's modules.

Each is a process of its own that has seen no other request, as the program's worker is; only the
loading, which takes longer than most tests, is done once.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import subprocess
import sys
from typing import IO, cast

from gui.review.worker_link import WorkerLink

CAN_FORK = hasattr(os, "fork") and hasattr(os, "pidfd_open")


def main(number: int) -> None:
    """Fork a worker for each pair of pipes that comes in through the socket *number*."""
    import gc

    from gui.review import worker

    gc.freeze()
    asked = socket.socket(fileno=number)
    while True:
        message, pipes, _, _ = socket.recv_fds(asked, 1, 2)
        if not message:
            break
        child = os.fork()
        if child == 0:
            asked.close()
            for number_in_worker, pipe in enumerate(pipes):
                os.dup2(pipe, number_in_worker)
                os.close(pipe)
            try:
                worker.main()
            finally:
                os._exit(1)
        for pipe in pipes:
            os.close(pipe)
        # Who has ended stays a zombie: its number is nobody else's while a test asks for it.
        asked.sendall(child.to_bytes(8, "little"))
    with contextlib.suppress(ChildProcessError):
        while True:
            os.wait()


class _Process:
    """What a `WorkerLink` asks of its process, for one that is no child of this one."""

    def __init__(self, pid: int, stdin: IO[bytes], stdout: IO[bytes]) -> None:
        self.pid, self.stdin, self.stdout = pid, stdin, stdout
        self._handle = os.pidfd_open(pid)

    def __del__(self) -> None:
        os.close(self._handle)

    def poll(self) -> int | None:
        return 0 if select.select([self._handle], [], [], 0)[0] else None

    def wait(self, timeout: float | None = None) -> int:
        if not select.select([self._handle], [], [], timeout)[0]:
            raise subprocess.TimeoutExpired("worker", timeout or 0)
        return 0

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)


class ReadyWorkers:
    """Where the workers of a run of tests come from."""

    def __init__(self) -> None:
        self._ask, theirs = socket.socketpair()
        code = (
            f"import sys; sys.path[:] = {sys.path!r}; "
            f"from {__name__} import main; main({theirs.fileno()})"
        )
        self._origin = subprocess.Popen(
            [sys.executable, "-I", "-c", code],
            pass_fds=[theirs.fileno()],
            stderr=subprocess.DEVNULL,
        )
        theirs.close()

    def process(self) -> _Process:
        """Return a worker that waits for requests."""
        to_read, stdin = os.pipe()
        stdout, to_write = os.pipe()
        socket.send_fds(self._ask, [b"."], [to_read, to_write])
        os.close(to_read)
        os.close(to_write)
        pid = int.from_bytes(self._ask.recv(8, socket.MSG_WAITALL), "little")
        return _Process(pid, os.fdopen(stdin, "wb"), os.fdopen(stdout, "rb"))

    def close(self) -> None:
        """End the process that others are forked from."""
        self._ask.close()
        self._origin.wait(10)


class ReadyLink(WorkerLink):
    """A link to one of *workers*."""

    def __init__(self, workers: ReadyWorkers) -> None:
        super().__init__(cast("subprocess.Popen[bytes]", workers.process()))
