"""The window's end of the worker process: start it, send to it, listen to it, end it.

No Qt here, so that the process can be started before the window's libraries are loaded; both
then start at the same time.
"""

from __future__ import annotations

import contextlib
import subprocess
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from ..own_process import command_for
from .protocol import read_frame, write_frame

if TYPE_CHECKING:
    from .protocol import Answer, Cancel, Request


class WorkerLink:
    """One worker process. Messages are sent from the window's thread only."""

    def __init__(self) -> None:
        """Start the process; it loads its libraries while the window loads its own."""
        package = __name__.rpartition(".")[0]
        self._process = subprocess.Popen(  # noqa: S603 - this program itself
            command_for(f"{package}.worker"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._listener: threading.Thread | None = None

    @property
    def alive(self) -> bool:
        """True while the process runs."""
        return self._process.poll() is None

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    def listen(self, take: Callable[[Answer], None], ended: Callable[[], None]) -> None:
        """Call *take* with each answer, and *ended* once at the end, from a thread of its own."""
        stream = self._process.stdout
        if stream is None:
            raise RuntimeError("the worker was started without a pipe")

        def run() -> None:
            try:
                while True:
                    take(read_frame(stream))
            except (EOFError, OSError, ValueError):
                pass  # the process is gone
            finally:  # also where an answer cannot be taken: nobody may wait for the next one
                stream.close()
                ended()
                self._process.wait()  # here, because a process that waits for its disk ends late

        self._listener = threading.Thread(target=run, name="copydesk-worker-link", daemon=True)
        self._listener.start()

    def send(self, message: Request | Cancel) -> bool:
        """Send *message*; False where the process is gone."""
        if self._process.stdin is None:
            return False
        try:
            write_frame(self._process.stdin, message)
        except (OSError, ValueError):
            return False
        return True

    def kill(self) -> None:
        """End the process now, whatever it is doing; who listens waits for its end."""
        self._process.kill()
        if self._listener is None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(timeout=1.0)
        if self._process.stdin is not None:
            with contextlib.suppress(OSError):
                self._process.stdin.close()

    def close(self) -> None:
        """End the process and wait for the listening thread; for the end of the program."""
        self.kill()
        if self._listener is not None:
            self._listener.join(timeout=1.0)
        elif self._process.stdout is not None:
            self._process.stdout.close()
