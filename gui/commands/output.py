"""The output of command lines: a file that is written atomically, or the terminal.

Everything that is printed goes through here, and no control character reaches a terminal, be it
from a document, a file's name, an argument or a message of the system.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import signal
import stat
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, NoReturn, TextIO

# Exit statuses that every command line has; the last two are what shells make of a signal.
BAD_INPUT, INTERRUPTED, NO_READER = 2, 130, 141


class OutputError(Exception):
    """The result cannot be written; the message is one sentence."""


class Output:
    """Writes text, and flushes each piece. With a *path*, the file appears there at the end.

    For a terminal, control characters are made visible; everything else gets the text as it is.

    A context manager: an exception inside leaves what was at *path* untouched. Special files (a
    pipe, ``/dev/null``) are written to directly.
    """

    def __init__(self, path: str | None) -> None:
        self._target = None if path is None else Path(os.path.realpath(path))
        self._temporary: Path | None = None
        self._stream: IO[bytes]

    def __enter__(self) -> Output:
        if self._target is None:
            if sys.stdout is None:
                raise OutputError("standard output is closed; open it, or use --output FILE.")
            self._stream = sys.stdout.buffer
        else:
            with self._explained():
                self._stream = self._open(self._target)
        return self

    def write(self, said: str | bytes) -> None:
        """Write a text in UTF-8 (a terminal gets its own encoding), or bytes as they are; flush."""
        data = said if isinstance(said, bytes) else self._encoded(said)
        with self._explained():
            self._stream.write(data)
            self._stream.flush()

    def _encoded(self, text: str) -> bytes:
        return _for_terminal(text) if self._target is None else text.encode("utf-8", "replace")

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._target is None:
            return
        try:
            if kind is None:
                with self._explained():
                    self._keep(self._target)
        finally:
            try:
                if kind is None:
                    with self._explained():
                        self._stream.close()
                else:
                    with contextlib.suppress(OSError):  # what went wrong first is said
                        self._stream.close()
            finally:
                if self._temporary is not None:
                    self._temporary.unlink(missing_ok=True)

    def _open(self, target: Path) -> IO[bytes]:
        if target.exists() and not stat.S_ISREG(target.stat().st_mode):
            return target.open("wb")
        # Its name is known before it is there: whatever interrupts this, it can be removed.
        self._temporary = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}")
        try:
            flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
            handle = os.open(self._temporary, flags, 0o600)
            mode = target.stat().st_mode if target.exists() else 0o666 & ~_umask()
            self._temporary.chmod(stat.S_IMODE(mode))
            return os.fdopen(handle, "wb")
        except BaseException:
            self._temporary.unlink(missing_ok=True)
            raise

    def _keep(self, target: Path) -> None:
        if self._temporary is None:
            return
        os.fsync(self._stream.fileno())
        self._stream.close()
        self._temporary.replace(target)
        self._temporary = None

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn an OSError into a sentence; a closed pipe is no error."""
        try:
            yield
        except BrokenPipeError:
            raise
        except OSError as error:
            from ..documents import shown_name

            where = "standard output" if self._target is None else shown_name(self._target)
            reason = error.strerror or str(error)
            raise OutputError(
                f"{where} cannot be written ({reason}); choose another place."
            ) from None


def say(program: str, *lines: str) -> None:
    """Print *lines* on standard error, prefixed with *program*, without control characters."""
    from ..reports.wording import on_one_line  # only where there is something to say

    if sys.stderr is not None:  # started without a console
        shown = "\n".join(map(on_one_line, lines))
        print(f"{program}: {shown}", file=sys.stderr)


def is_heard() -> bool:
    """Return whether there is a standard error at all: a window may start without a console."""
    return sys.stderr is not None


def report_fault(
    kind: type[BaseException], error: BaseException | None, where: TracebackType | None
) -> None:
    """Print an uncaught exception as Python does, without control characters: an ``excepthook``."""
    from ..reports.wording import visible

    if sys.stderr is not None:
        text = "".join(traceback.format_exception(kind, error, where))
        print(visible(text), end="", file=sys.stderr)


def run_program(main: Callable[[], int]) -> int:
    """Run *main* as the whole program and return the exit status.

    An uncaught error is printed without control characters. On SIGTERM the program cleans up as on
    Ctrl+C, even if the signal comes before *main* is ready for it.
    """
    sys.excepthook = report_fault
    try:
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        return main()
    except KeyboardInterrupt:
        return INTERRUPTED


class StatusLine:
    """One line on standard error that says what is being done, erased at the end.

    If that is no terminal but, say, a log, a line is printed now and then instead.
    """

    def __init__(
        self, program: str = "", every: float = 30.0, stream: TextIO | None = None
    ) -> None:
        """Without a terminal, print a line as *program* each *every* seconds, if it is given."""
        self._stream = sys.stderr if stream is None else stream  # None without a console
        self.is_drawn = self._stream is not None and self._stream.isatty()
        self._program, self._every = program, every
        self._said = time.monotonic()

    @property
    def is_due(self) -> bool:
        """Return whether a text shown now would be visible."""
        if self.is_drawn or self._stream is None or not self._program:
            return self.is_drawn
        return time.monotonic() - self._said >= self._every

    def show(self, text: str) -> None:
        """Draw *text* in place of the previous text."""
        if not self.is_due:
            return
        from ..reports.wording import on_one_line

        if self.is_drawn:
            self._write(f"\r{on_one_line(text)}\x1b[K")
        else:
            self._said = time.monotonic()
            self._write(f"{self._program}: {on_one_line(text)}\n")

    def clear(self) -> None:
        """Erase the line."""
        if self.is_drawn:
            self._write("\r\x1b[K")

    def _write(self, text: str) -> None:
        encoding = self._stream.encoding or "ascii"
        self._stream.write(text.encode(encoding, "replace").decode(encoding))
        self._stream.flush()


@contextlib.contextmanager
def at_work(text: str, line: StatusLine, *, every: float = 0.5) -> Iterator[None]:
    """Show *text* and the elapsed seconds in *line*, for work without progress reports.

    It is updated *every* so many seconds, and not shown at all if the work ends before.
    """
    begun, over = time.monotonic(), threading.Event()

    def go_on() -> None:
        while not over.wait(every):
            line.show(f"{text}, {_duration(time.monotonic() - begun)}")

    thread = threading.Thread(target=go_on, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
        line.clear()


class PairProgress:
    """A ``StatusLine`` with a bar: the number of pairs done, their rate and the time left."""

    _WIDTH = 30
    _FIRST = 2.0  # seconds after which a rate means something

    def __init__(self, total: int, line: StatusLine, *, begin: int = 0) -> None:
        """*begin* of the *total* pairs were done before."""
        self._total = max(1, total)
        self._begin, self._begun = begin, time.monotonic()
        self._line = line

    def show(self, done: int, failed: int) -> None:
        """Show that *done* pairs are done, of which *failed* could not be compared."""
        if not self._line.is_due:
            return
        filled = self._WIDTH * done // self._total
        bar = "█" * filled + "░" * (self._WIDTH - filled) + " " if self._line.is_drawn else ""
        trouble = f", {failed:,} unreadable" if failed else ""
        pairs = "pair" if self._total == 1 else "pairs"
        rate = self._rate(done)
        self._line.show(f"{bar}{done:,} of {self._total:,} {pairs}{trouble}{rate}")

    def _rate(self, done: int) -> str:
        seconds = time.monotonic() - self._begun
        if seconds < self._FIRST or done <= self._begin:
            return ""
        rate = (done - self._begin) / seconds
        pace = f"{rate:.1f} a second" if rate >= 1 else f"{rate * 60:.1f} a minute"
        return f", {pace}, {_duration((self._total - done) / rate)} left"

    def clear(self) -> None:
        """Erase the bar, so that other lines can be printed."""
        self._line.clear()


def agreed(question: str) -> bool:
    """Ask the *question* in a terminal; True for a yes, or without a terminal."""
    if sys.stdin is None or sys.stderr is None:
        return True
    if not sys.stdin.isatty() or not sys.stderr.isatty():
        return True
    sys.stderr.write(f"{question} [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _duration(seconds: float) -> str:
    """Return a time in the unit that suits it.

    >>> _duration(42), _duration(540), _duration(10_000)
    ('42 s', '9 min', '2 h 47 min')
    """
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"


def same_file(one: Path, other: Path) -> bool:
    """Return whether both paths lead to the same existing file."""
    try:
        return one.samefile(other)
    except OSError:
        return False


def exit_now(status: int) -> NoReturn:
    """End the process without Python's shutdown, after flushing what was printed."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with contextlib.suppress(OSError, ValueError):  # closed, or nobody reads it
                stream.flush()
    os._exit(status)


def _for_terminal(text: str) -> bytes:
    if sys.stdout.isatty():
        from ..reports.wording import for_terminal

        text = for_terminal(text)
        return text.encode(sys.stdout.encoding or "utf-8", "backslashreplace")
    return text.encode("utf-8", "replace")


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
