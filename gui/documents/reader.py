"""Documents are read in a separate process, which is killed if a document takes too much.

A few kilobytes of DOCX, ODT or PDF can unpack to gigabytes, and a page or a text can keep a
parser busy for hours. No check beforehand finds all of them, so the process has limits. It is
reused for the next document, because starting it takes longer than reading most documents; and it
may be started before there is one. ``reading_process`` is what runs there.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import threading
from collections.abc import Iterable
from types import MappingProxyType
from typing import IO, Any

from ..messages import Message
from ..messages.about_documents import AboutDocument
from ..own_process import end_process, start_process
from .document import Contents, DocumentError, Notice, ReadingOptions, Span
from .formats.format_table import FORMATS
from .moments import moment_from

MEMORY = 200_000_000  # bytes that the reading process may hold
SECONDS = 5.0  # of processor time that it may take for a document
# Seconds on the clock: three processes may share a processor. Elsewhere its time has no limit.
PATIENCE = 3 * SECONDS if os.name == "posix" else SECONDS
_LARGE = 500_000  # bytes of a document; the time to start a process does not matter then
# What files with these endings are likely to be. Others are as a rule plain text, which needs no
# process, or rare.
_BY_ENDING = MappingProxyType(
    {
        ending: format.code
        for format in FORMATS.values()
        if format.readers
        for ending in (*format.endings, *format.holders)
    }
)
_PAGE = ("http://", "https://")


class Reader:
    """A process that reads documents; it starts with the first one.

    Only one thread may use it at a time. On Linux the process ends with the thread that started
    it.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._has_read = False

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def expect(self, names: Iterable[str]) -> None:
        """Let the process load what reads documents with these *names*, while others work.

        It is started if that is worth while: not for plain text. Whatever goes wrong is told
        when a document is read.
        """
        formats = sorted({_likely_format(name) for name in names} - {""})
        if not formats or self._process is not None:
            return
        with contextlib.suppress(DocumentError, OSError):
            _send(self._started(), {"size": 0, "expected": formats})

    def read(self, data: bytes, wanted: ReadingOptions) -> Contents:
        """Return the contents of the document whose bytes are *data*.

        Raises :class:`DocumentError` if it is damaged, encrypted, without text, takes too much,
        or needs a library that is not installed.
        """
        if len(data) > _LARGE and self._has_read:
            self.close()  # a fresh process has all its memory for this document
        was_used = self._process is not None
        answer = self._ask(data, wanted)
        if answer.limit is not None and not answer.by_time and was_used:
            # The memory that earlier documents left in use must not count.
            answer = self._ask(data, wanted)
        if answer.contents is not None:
            return answer.contents
        raise DocumentError(answer.refusal())

    @property
    def pid(self) -> int | None:
        """The number of the process that read last; None before there was one."""
        return self._process.pid if self._process is not None else None

    def close(self) -> None:
        """End the process; a new one is started if another document is to be read."""
        process, self._process, self._has_read = self._process, None, False
        if process is not None:
            end_process(process)

    def _ask(self, data: bytes, wanted: ReadingOptions) -> _Answer:
        process = self._started()
        self._has_read = True
        answer = _Answer()
        timer = threading.Timer(PATIENCE, _end, (process, answer))
        timer.daemon = True
        timer.start()
        try:
            whole = self._exchange(process, data, wanted, answer)
        except (OSError, ValueError, EOFError):  # it ended, perhaps in the middle of a line
            whole = False
        except BaseException:  # the rest of this message must not be taken for the next one
            self.close()
            raise
        finally:
            timer.cancel()
            timer.join()
        if not whole:
            self._explain_end(process, answer)
        return answer

    def _exchange(
        self, process: subprocess.Popen[bytes], data: bytes, wanted: ReadingOptions, answer: _Answer
    ) -> bool:
        """Send the document and take the messages about it; return whether they are complete."""
        assert process.stdout is not None
        order = {
            "size": len(data),
            "wanted": wanted,
            "memory": MEMORY,
            "seconds": SECONDS,
        }
        _send(process, order, data)
        while line := process.stdout.readline():
            if answer.take(json.loads(line), process.stdout):
                return True
        return False

    def _explain_end(self, process: subprocess.Popen[bytes], answer: _Answer) -> None:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(1.0)  # its exit status says how it ended
        xcpu = getattr(signal, "SIGXCPU", None)
        answer.by_time |= xcpu is not None and process.returncode == -xcpu
        if answer.by_time:
            answer.limit = Message(AboutDocument.SECONDS, seconds=f"{SECONDS:g}")
        else:
            answer.limit = Message(AboutDocument.MEMORY, count=round(MEMORY / 1e6))
        self.close()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is not None:
            self.close()  # it was worn out
        if self._process is None:
            try:
                self._process = start_process(f"{__package__}.reading_process", os.getpid())
            except OSError as error:
                reason = error.strerror or os.strerror(error.errno or 0)
                raise DocumentError(Message(AboutDocument.NO_PROCESS, why=reason)) from None
        return self._process


def _likely_format(name: str) -> str:
    """Return the format that a document with this *name* is likely to have, "" for plain text."""
    if name.startswith(_PAGE):
        return "html"
    _, dot, ending = name.rpartition(".")
    return _BY_ENDING.get(ending.lower(), "") if dot else ""


def _send(process: subprocess.Popen[bytes], order: dict[str, Any], data: bytes = b"") -> None:
    assert process.stdin is not None
    process.stdin.write(json.dumps(order).encode() + b"\n")
    process.stdin.write(data)
    process.stdin.flush()


class _Answer:
    """What the process has said about a document, and which limit ended it, if any."""

    def __init__(self) -> None:
        self.contents: Contents | None = None
        self.limit: Message | None = None
        self.by_time = False
        self._format = ""
        self._refusal: Message | None = None

    def take(self, message: dict[str, Any], stream: IO[bytes]) -> bool:
        """Take one message; return whether it is the last one."""
        kind = message["kind"]
        if kind == "format":
            self._format = message["format"]
            return False
        if kind in ("read", "so far"):
            data = stream.read(message["size"])
            if len(data) < message["size"]:
                raise EOFError
            notices = tuple(
                Notice(code, Message.from_data(said), count)
                for code, said, count in message["notices"]
            )
            text = data.decode("utf-8", "surrogatepass")
            hidden = tuple(Span(*span) for span in message["hidden"])
            published = message["published"]
            self.contents = Contents(
                text,
                message["encoding"],
                message["format"],
                notices,
                hidden,
                moment_from(published) if published else None,
            )
            return bool(kind == "read")
        if kind == "refused":
            self._refusal = Message.from_data(message["message"])
            self.contents = None
        else:
            self._refusal = self._damaged()
        return True

    def _damaged(self) -> Message:
        known = FORMATS.get(self._format)
        code = AboutDocument.DAMAGED if known is None else known.damaged
        return Message(code)

    def refusal(self) -> Message:
        """Return the reason why there are no contents, without a full stop."""
        if self._refusal is not None or self.limit is None:
            return self._refusal or self._damaged()
        if self._format in ("", "text"):
            return Message(AboutDocument.TEXT_TAKES_TOO_MUCH, limit=self.limit)
        format = FORMATS[self._format].name
        return Message(AboutDocument.FILE_TAKES_TOO_MUCH, format=format, limit=self.limit)


def _end(process: subprocess.Popen[bytes], answer: _Answer) -> None:
    answer.by_time = True
    process.kill()
