"""Documents are read in a process of their own, which is ended when one takes too much.

A few kilobytes of DOCX, ODT or PDF can unpack to gigabytes, a page or a text can keep a parser
busy for hours; no check beforehand finds them all, so the process that reads them has limits.
It is kept for the next document, since starting it takes longer than reading most of them.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import threading
from typing import IO, Any

from ..own_process import command_for
from .contents import Contents, Wanted
from .errors import DocumentError
from .model import Notice

MEMORY = 200_000_000  # bytes that the reading process may hold
SECONDS = 5.0  # of the processor that it may take for a document
# Seconds on the clock, for where the processor's time is not bounded or other programs have it.
PATIENCE = 15.0 if os.name == "posix" else SECONDS
_LARGE = 500_000  # bytes of a document beside which starting a process is nothing
_NAMED = {"html": "HTML", "markdown": "Markdown"}


class Reader:
    """A process that reads documents. It is started with the first one.

    Not for several threads at once. On Linux the process ends with the thread that started it.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self, data: bytes, wanted: Wanted) -> Contents:
        """Return what the document *data* says.

        Raises :class:`DocumentError` for what is damaged, encrypted, without text, too much to
        read, or needs a library that is not installed.
        """
        if len(data) > _LARGE:
            self.close()  # it is worth a fresh process: all its memory is for this document
        was_used = self._process is not None
        told = self._told(data, wanted)
        if told.limit and not told.by_time and was_used:
            # What earlier documents left in the process must not count.
            told = self._told(data, wanted)
        if told.contents is not None:
            return told.contents
        raise DocumentError(told.sentence())

    def close(self) -> None:
        """End the process; another is started if another document is to be read."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()

    def _told(self, data: bytes, wanted: Wanted) -> _Told:
        process = self._started()
        told = _Told()
        timer = threading.Timer(PATIENCE, _end, (process, told))
        timer.daemon = True
        timer.start()
        try:
            whole = self._exchange(process, data, wanted, told)
        except (OSError, ValueError, EOFError):  # it ended, in the middle of a line or before one
            whole = False
        except BaseException:  # what it still says of this document is not about the next one
            self.close()
            raise
        finally:
            timer.cancel()
            timer.join()
        if not whole:
            self._told_by_its_end(process, told)
        return told

    def _exchange(
        self, process: subprocess.Popen[bytes], data: bytes, wanted: Wanted, told: _Told
    ) -> bool:
        """Send the document and take what is said about it; True where that is complete."""
        assert process.stdin is not None
        assert process.stdout is not None
        order = {
            "size": len(data),
            "wanted": wanted,
            "memory": MEMORY,
            "seconds": SECONDS,
        }
        process.stdin.write(json.dumps(order).encode() + b"\n")
        process.stdin.write(data)
        process.stdin.flush()
        while line := process.stdout.readline():
            if told.take(json.loads(line), process.stdout):
                return True
        return False

    def _told_by_its_end(self, process: subprocess.Popen[bytes], told: _Told) -> None:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(1.0)  # so that it is known how it ended
        xcpu = getattr(signal, "SIGXCPU", None)
        told.by_time |= xcpu is not None and process.returncode == -xcpu
        told.limit = f"{SECONDS:g} seconds" if told.by_time else f"{MEMORY / 1e6:.0f} MB of memory"
        self.close()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is not None:
            self.close()  # it was worn
        if self._process is None:
            command = command_for(f"{__package__}.reading_process", os.getpid())
            try:
                self._process = subprocess.Popen(  # noqa: S603 - this program itself
                    command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                )
            except OSError as error:
                reason = error.strerror or os.strerror(error.errno or 0)
                raise DocumentError(f"no process could be started to read it ({reason})") from None
        return self._process


class _Told:
    """What the process said about a document, and which limit ended it, if one did."""

    def __init__(self) -> None:
        self.contents: Contents | None = None
        self.limit = ""
        self.by_time = False
        self._format = ""
        self._refusal = ""

    def take(self, answer: dict[str, Any], stream: IO[bytes]) -> bool:
        """Take one answer; True for the last one."""
        kind = answer["kind"]
        if kind == "format":
            self._format = answer["format"]
            return False
        if kind in ("read", "so far"):
            data = stream.read(answer["size"])
            if len(data) < answer["size"]:
                raise EOFError
            notices = tuple(Notice(*notice) for notice in answer["notices"])
            text = data.decode("utf-8", "surrogatepass")
            self.contents = Contents(text, answer["encoding"], answer["format"], notices)
            return bool(kind == "read")
        self._refusal = answer["sentence"] if kind == "refused" else self._damaged()
        if kind == "refused":
            self.contents = None
        return True

    def _damaged(self) -> str:
        if self._format in ("docx", "odt", "rtf"):
            return "the file is damaged; open it in a word processor and save it again"
        if self._format == "pdf":
            return "the PDF is damaged; get it again or print it anew"
        return "the file is damaged; open it in the program that wrote it and save its text"

    def sentence(self) -> str:
        """Say why there are no contents, without a full stop."""
        if self._refusal:
            return self._refusal
        if self._format in ("", "text"):
            return f"reading this text takes more than {self.limit}; split it into several files"
        format = _NAMED.get(self._format, self._format.upper())
        return (
            f"reading this {format} file takes more than {self.limit}, as it is too large, too "
            "complicated or damaged; save its text, or only the article, as a plain text file"
        )


def _end(process: subprocess.Popen[bytes], told: _Told) -> None:
    told.by_time = True
    process.kill()
