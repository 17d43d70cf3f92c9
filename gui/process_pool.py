"""Worker processes that do one task after another, and the code that runs in them.

If a task crashes its process, or takes too long, only that task is lost: the next one gets a new
process. The processes end with the program that started them, however that ended. Knows no Qt, and
nothing about the tasks.
"""

from __future__ import annotations

import _thread
import contextlib
import os
import queue
import signal
import socket
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable
from enum import Enum
from functools import partial
from typing import IO, Any, NamedTuple

from .own_process import Frame, TaskCollector, read_frame, start_process, write_frame

PATIENCE = 120  # seconds of processor time that a task may take, where that can be limited
WAITING = 15.0 * PATIENCE  # seconds on the clock: other programs may take the processor
LOST_IN_A_ROW = 10  # tasks without an answer, after which whoever asks gives up
MEMORY_LIMIT = 4_000_000_000  # bytes of address space of a process
_LOOK = 0.5  # seconds between two looks whether a task takes too long
_GONE = 0.02  # seconds between two looks whether a process that said its last is gone
_LOWEST = 19  # niceness
_SWEPT = 50  # tasks after which memory is searched for garbage


class Lost(Enum):
    """Why there is no answer to a task."""

    DIED = "the process ended, or could not be started"
    HUNG = "the task took too long"


class Fault(NamedTuple):
    """What a task raised: the name of the exception, and all of it for the log."""

    error: str
    details: str


def spare_processors() -> int:
    """Return how many processes may work beside the window: one less than there are processors."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)) - 1)
    return max(1, (os.cpu_count() or 1) - 1)


class ProcessPool:
    """Threads that each have a process, and give it one task after another.

    The callables are called in these threads. *take* returns the next task, waiting for it if
    need be, or None when there is none and the thread may end. *done* is called with each task
    and its answer, which may be a ``Fault`` or ``Lost``.
    """

    def __init__(
        self,
        module: str,
        setup: object,
        jobs: int,
        take: Callable[[], Any],
        done: Callable[[Any, Any], None],
        *,
        quiet: bool = False,
        patience: float = WAITING,
    ) -> None:
        """Start *jobs* threads; their processes call ``main(quiet)`` of *module*, see ``serve``.

        *setup* is pickled in one of the threads and sent to each process first; it must not change
        meanwhile. *quiet* ones leave the processor to all others; their tasks may take
        ``PATIENCE`` seconds of it. *patience* is in seconds on the clock.
        """
        self._setup = _Setup(setup)
        self._start = partial(_Process, module, self._setup, quiet)
        self._take = take
        self._done = done
        self._patience = patience
        self._closing = threading.Event()
        self._changing = threading.Lock()
        self._at_work = jobs
        self._busy: dict[_Process, float] = {}  # since when, on the monotonic clock
        self._threads = [
            threading.Thread(target=self._run, name=f"copydesk-pool-{number}", daemon=True)
            for number in range(jobs)
        ]
        watch = threading.Thread(target=self._watch, name="copydesk-pool-watch", daemon=True)
        for thread in (*self._threads, watch):
            thread.start()
        self._watching = watch

    @property
    def working(self) -> bool:
        """True until all threads have done their last task."""
        return bool(self._at_work)

    def pids(self) -> list[int]:
        """The numbers of the processes that have a task."""
        with self._changing:
            return [process.pid for process in self._busy]

    def close(self, seconds: float = 1.0) -> None:
        """End all processes, in the middle of what they do, and wait a moment for the threads.

        *take* must not wait any longer. The threads wait for no process: the system ends those of
        the lowest priority when it has nothing better to do, which on a busy machine takes long.
        """
        self._closing.set()
        with self._changing:
            for process in self._busy:
                process.kill()
        deadline = time.monotonic() + seconds
        for thread in (*self._threads, self._watching):
            thread.join(max(0.0, deadline - time.monotonic()))

    def _run(self) -> None:
        process: _Process | None = None
        try:
            while not self._closing.is_set() and (task := self._take()) is not None:
                process, answer = self._answered(process, task)
                if self._closing.is_set():
                    return
                self._done(task, answer)
        finally:
            if process is not None:
                process.end()
            with self._changing:
                self._at_work -= 1
                if not self._at_work:
                    self._closing.set()  # nothing is left to watch
                    self._setup.forget()

    def _answered(self, process: _Process | None, task: object) -> tuple[_Process | None, object]:
        """Return the answer to *task*, and the process as long as it can take another one."""
        try:
            process = process or self._start()
        except OSError:  # no memory, no more processes
            return None, Lost.DIED
        with self._changing:
            self._busy[process] = time.monotonic()
            if self._closing.is_set():
                process.kill()
        try:
            return process, process.ask(task)
        except (OSError, EOFError, ValueError):
            return None, process.why_lost(self._closing)
        finally:
            with self._changing:
                del self._busy[process]

    def _watch(self) -> None:
        while not self._closing.wait(min(_LOOK, self._patience)):
            latest = time.monotonic() - self._patience
            with self._changing:
                for process, since in self._busy.items():
                    if since < latest:
                        process.hung = True
                        process.kill()


class _Setup:
    """What each process is sent first; pickled when the first one wants it, and once for all."""

    def __init__(self, value: object) -> None:
        self._value: object = value
        self._frame: Frame | None = None
        self._pickling = threading.Lock()

    def send(self, stream: IO[bytes]) -> None:
        """Write it to *stream*; raises OSError where the process is gone."""
        with self._pickling:
            if self._frame is None:
                self._frame = Frame(self._value)
                self._value = None
            frame = self._frame
        frame.send(stream)

    def forget(self) -> None:
        """Let go of it, which may be many megabytes, when no process is started any more."""
        self._value = self._frame = None


class _Process:
    """One worker process, used by one thread; another one may kill it."""

    def __init__(self, module: str, setup: _Setup, quiet: bool) -> None:
        # Unlike a pipe, a socket can be shut down while a thread reads from it. (On Windows no
        # process can write to one, but there a process that is killed ends at once.)
        pair = socket.socketpair() if os.name == "posix" else ()
        try:
            self._process = start_process(
                module,
                int(quiet),
                stdout=pair[1].fileno() if pair else subprocess.PIPE,
                is_quiet=quiet,
            )
        except OSError:
            for end in pair:
                end.close()
            raise
        self._line = pair[0] if pair else None
        self._answers: IO[bytes] | None = self._process.stdout
        if pair:
            pair[1].close()
            self._answers = pair[0].makefile("rb")
        self._setup = setup
        self._is_set_up = False
        self.hung = False

    @property
    def pid(self) -> int:
        return self._process.pid

    def ask(self, task: object) -> object:
        """Return the answer to *task*; raises OSError or EOFError where the process is gone."""
        assert self._process.stdin is not None
        assert self._answers is not None
        if not self._is_set_up:
            self._setup.send(self._process.stdin)
            self._is_set_up = True
        write_frame(self._process.stdin, task)
        return read_frame(self._answers)

    def kill(self) -> None:
        """End the process now; whoever waits for its answer gets an error at once."""
        self._process.kill()
        if self._line is not None:
            with contextlib.suppress(OSError):  # closed already
                self._line.shutdown(socket.SHUT_RDWR)

    def why_lost(self, closing: threading.Event) -> Lost:
        """Let go of the process, which did not answer, and return why, as far as that matters."""
        xcpu = getattr(signal, "SIGXCPU", None)
        self._process.kill()  # one that is ending already keeps its exit status, which says how
        while not self.hung and self._process.poll() is None and not closing.wait(_GONE):
            pass
        self.end()
        timed_out = xcpu is not None and self._process.returncode == -xcpu
        return Lost.HUNG if self.hung or timed_out else Lost.DIED

    def end(self) -> None:
        """End the process and let go of it, whenever the system comes to end it."""
        self.kill()
        for stream in (self._process.stdin, self._answers, self._line):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        if self._process.poll() is None:
            with contextlib.suppress(RuntimeError):  # the program is ending too
                _thread.start_new_thread(self._process.wait, ())  # nobody waits for that in turn


# --- in the process -----------------------------------------------------------------------


def serve(prepare: Callable[[Any], Callable[[Any], object]], quiet: int) -> None:
    """Do the tasks of a pool until it is gone, then exit at once.

    *prepare* is given the pool's setup and returns what does a task. *quiet* is what ``main`` of
    the module was given.
    """
    incoming, outgoing = pipes_to_parent()
    _stand_apart(bool(quiet))
    bound_memory()
    collector = TaskCollector(_SWEPT, freezes_first=True)
    tasks: queue.SimpleQueue[Any] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(incoming, tasks), daemon=True).start()
    work = prepare(tasks.get())
    while True:
        task = tasks.get()
        if quiet:
            bound_time()
        answer = _result_of(work, task)
        try:
            write_frame(outgoing, answer)
        except OSError:
            sys.exit(0)
        collector.task_done()


def _result_of(work: Callable[[Any], object], task: object) -> object:
    try:
        return work(task)
    except Exception as error:
        return Fault(type(error).__name__, traceback.format_exc())


def _listen(stream: IO[bytes], tasks: queue.SimpleQueue[Any]) -> None:
    try:
        while True:
            tasks.put(read_frame(stream))
    except (EOFError, OSError):
        os._exit(0)


def pipes_to_parent() -> tuple[IO[bytes], IO[bytes]]:
    """Return what was standard input and output, which are empty from now on.

    A library that reads or prints must not get between the frames.
    """
    incoming = os.fdopen(os.dup(0), "rb")
    outgoing = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(nothing, stream)
    return incoming, outgoing


def _stand_apart(quiet: bool) -> None:
    """Ignore a terminal's Ctrl+C, which is for the program; if *quiet*, lower the priority."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if os.name == "posix":
        with contextlib.suppress(OSError):
            os.setpgid(0, 0)  # nor shall the process that reads documents for us
        if quiet:
            with contextlib.suppress(OSError):
                os.nice(_LOWEST)
    if quiet and sys.platform == "linux":  # only what nobody else wants, even of a busy machine
        with contextlib.suppress(OSError):
            os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))


def bound_time() -> None:
    """Let the system end the process when the next task takes too much processor time."""
    try:
        import resource
    except ImportError:  # Windows
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + PATIENCE
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    with contextlib.suppress(OSError, ValueError):
        unlimited = hard == resource.RLIM_INFINITY
        resource.setrlimit(resource.RLIMIT_CPU, (soft if unlimited else min(soft, hard), hard))


def bound_memory() -> None:
    """Limit memory, so that a hostile file causes a MemoryError and no swapping."""
    try:
        import resource
    except ImportError:  # Windows
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    bound = MEMORY_LIMIT if hard == resource.RLIM_INFINITY else min(MEMORY_LIMIT, hard)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (bound, hard))
    except (OSError, ValueError):  # macOS knows the limit but refuses to set it
        return
