"""The window's end of the worker process: start it, send to it, listen to it, end it.

Starting a process, writing to its pipe and waiting for its end can each take long; `QueuedLink`
does all of that in a thread.

No Qt here, so that the process can be started before the window's libraries are loaded, and both
start at the same time.
"""

from __future__ import annotations

import contextlib
import queue
import subprocess
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from ...own_process import read_frame, start_process, write_frame

if TYPE_CHECKING:
    from .protocol import Cancel, Expect, Request, WorkerAnswer


class WorkerLink:
    """One worker process. Only one thread at a time may send messages."""

    def __init__(self, process: subprocess.Popen[bytes] | None = None) -> None:
        """Start the process; it loads its libraries while the window loads its own.

        *process* is a worker that was started already.
        """
        self._process = process or start_process(f"{__package__}.worker")
        self._listener: threading.Thread | None = None
        self._writing = threading.Lock()
        self._listening = threading.Lock()  # a thread that is being started cannot be joined

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    def listen(self, take: Callable[[WorkerAnswer], None], ended: Callable[[], None]) -> None:
        """Start a thread that calls *take* with each answer, and *ended* once at the end."""
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

        listener = threading.Thread(target=run, name="copydesk-worker-link", daemon=True)
        with self._listening:
            listener.start()
            self._listener = listener

    def send(self, message: Request | Cancel | Expect) -> bool:
        """Send *message*; False where the process is gone."""
        if self._process.stdin is None:
            return False
        try:
            with self._writing:
                write_frame(self._process.stdin, message)
        except (OSError, ValueError):
            return False
        return True

    def kill(self) -> None:
        """Kill the process without waiting for its end."""
        self._process.kill()
        # Who is writing just then meets a broken pipe, and closing would wait for that.
        if self._process.stdin is not None and self._writing.acquire(blocking=False):
            try:
                with contextlib.suppress(OSError):
                    self._process.stdin.close()
            finally:
                self._writing.release()

    def close(self) -> None:
        """End the process, and wait a moment for it and for the listening thread."""
        self.kill()
        if not self._join_listener():
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(timeout=1.0)
            if not self._join_listener() and self._process.stdout is not None:
                self._process.stdout.close()

    def _join_listener(self) -> bool:
        with self._listening:
            listener = self._listener
        if listener is not None:
            listener.join(timeout=1.0)
        return listener is not None


class QueuedLink:
    """A worker process, and a thread that starts it, writes to it and waits for its end.

    Messages sent before the process is there are delivered once it is. Only `close` waits. All
    callables given here are called in threads.
    """

    def __init__(
        self,
        take: Callable[[WorkerAnswer], None],
        ended: Callable[[], None],
        sent: Callable[[Request | Cancel, bool], None],
        link: WorkerLink | None = None,
    ) -> None:
        """Start a process, or serve that of *link*.

        *take* is called with each answer, *ended* once when the process is gone or could not be
        started, and *sent* with each message and whether it reached the process.
        """
        self._take = take
        self._ended = ended
        self._sent = sent
        self._link = link
        self._unwanted = False
        self._changing = threading.Lock()  # for both of the above
        self._messages: queue.SimpleQueue[Request | Cancel | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="copydesk-worker-pipe", daemon=True)
        self._thread.start()

    def send(self, message: Request | Cancel) -> None:
        """Send *message* after those before it."""
        self._messages.put(message)

    def end(self) -> None:
        """End the process now, or as soon as it is started."""
        with self._changing:
            self._unwanted = True
            link = self._link
        if link is not None:
            link.kill()  # not in the thread, which may be writing to a process that does not read
        self._messages.put(None)

    def close(self, seconds: float = 1.5) -> None:
        """End the process and wait at most *seconds* for that; for the end of the program."""
        self.end()
        self._thread.join(seconds)

    def _run(self) -> None:
        link = self._started()
        while (message := self._messages.get()) is not None:
            self._sent(message, link is not None and link.send(message))
        if link is not None:
            link.close()

    def _started(self) -> WorkerLink | None:
        link = self._link
        try:
            if link is None:
                link = WorkerLink()
        except OSError:  # no memory, no more processes, no program
            self._ended()
            return None
        with self._changing:
            self._link = link
            unwanted = self._unwanted
        link.listen(self._take, self._ended)
        if unwanted:
            link.kill()
        return link
