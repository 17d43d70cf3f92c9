"""What runs in the reading process: it sets its own limits and reads one document after another.

Orders arrive on standard input, and answers go to what was standard output. Each is a line of
JSON, followed by as many bytes as its ``size`` says. ``reader`` is the other end.
"""

from __future__ import annotations

import faulthandler
import json
import math
import mmap
import os
import signal
import sys
import time
from pathlib import Path
from typing import IO, Any

from ..messages import Message
from ..messages.about_documents import AboutDocument
from .document import DocumentError
from .extraction import LONGEST, Contents, Progress, Wanted, read_contents

_PROGRAM = 30_000_000  # bytes of a process that are interpreter and libraries, not data
_PER_BYTE = 10  # bytes of memory for each byte of plain text; a character may take four
_PR_SET_PDEATHSIG = 1
_WORN = 100_000_000  # bytes still in use after a document; all libraries together use 60 million
_WORN_SIZE = 5_000_000  # bytes of a document, where the system does not say what is in use
_LATE = 2  # times the seconds of a document: nobody waits for it any more
_STDERR = 2  # the file descriptor, which leads nowhere, see ``reader``
# Formats in which a small file can hold any amount of text.
_PACKED = frozenset(("doc", "docx", "odt", "rtf", "pdf", "epub"))


def main(parent: int) -> None:
    """Read documents for the process *parent* until it closes the pipe or this one is worn out."""
    end_with_parent(parent)
    incoming = os.fdopen(os.dup(0), "rb")
    outgoing = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):  # a library that reads or prints must not disturb the answers
        os.dup2(nothing, stream)
    while order := incoming.readline():
        about = json.loads(order)
        data = incoming.read(about["size"])
        answers = _Answers(outgoing, about)
        limit_time(about["seconds"])
        limit_memory(about["memory"], text=len(data))
        try:
            answers.contents("read", _read(data, Wanted(*about["wanted"]), answers))
        except DocumentError as error:
            answers.send("refused", message=error.message.as_data())
        except MemoryError:
            os._exit(1)  # there may be too little memory left to write an answer
        except Exception as error:  # whatever a library raises for a damaged file
            answers.send("damaged", fault=f"{type(error).__name__}: {error}")
        faulthandler.cancel_dump_traceback_later()
        if is_worn(len(data)):
            return


def _read(data: bytes, wanted: Wanted, answers: _Answers) -> Contents:
    contents = read_contents(data, wanted, answers)
    if contents.format in _PACKED and len(contents.text) > LONGEST:
        raise DocumentError(Message(AboutDocument.TOO_LONG, count=LONGEST))
    return contents


class _Answers(Progress):
    """The answers about one document."""

    def __init__(self, stream: IO[bytes], about: dict[str, Any]) -> None:
        self._stream = stream
        self._memory: int = about["memory"]

    def format(self, format: str) -> None:
        if format != "text":  # from here on it may take any amount of memory
            limit_memory(self._memory)
        self.send("format", format=format)

    def so_far(self, contents: Contents) -> None:
        self.contents("so far", contents)

    def contents(self, kind: str, contents: Contents) -> None:
        text = contents.text.encode("utf-8", "surrogatepass")
        notices = [(n.code, n.message.as_data(), n.count) for n in contents.notices]
        about = contents._replace(text="", notices=())._asdict()
        self.send(kind, text, **{**about, "notices": notices})

    def send(self, kind: str, data: bytes = b"", **said: Any) -> None:
        line = json.dumps({"kind": kind, "size": len(data), **said})
        self._stream.write(line.encode() + b"\n")
        self._stream.write(data)
        self._stream.flush()


def end_with_parent(parent: int) -> None:
    """Make this process end when *parent*, which started it, is killed.

    On Linux the kernel does so; elsewhere this process ends when its standard input does.
    """
    if sys.platform != "linux":
        return
    import ctypes

    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it was killed before the call above
        os._exit(1)


def limit_time(seconds: float) -> None:
    """Let this process use *seconds* of processor time from now on, and no more.

    Where the system has no such limit, the parent ends this process in time. In case the parent
    is killed before that, this process ends itself a little later, even during a call into C.
    """
    try:
        import resource
    except ImportError:  # Windows
        faulthandler.dump_traceback_later(_LATE * seconds, exit=True, file=_STDERR)
        return
    until = math.ceil(time.process_time() + seconds)
    _set_limit(resource.RLIMIT_CPU, until)
    _set_limit(resource.RLIMIT_CORE, 0)


def limit_memory(memory: int, text: int = 0) -> None:
    """Let this process use *memory* bytes, and no more, where the system has such a limit.

    What a plain text of *text* bytes takes comes on top.
    """
    try:
        import resource
    except ImportError:  # Windows
        return
    # The limit is on data, not on address space, of which libraries reserve more than they use.
    _set_limit(resource.RLIMIT_DATA, memory + _PER_BYTE * text - _PROGRAM)


def _set_limit(what: int, most: int) -> None:
    import resource

    try:
        hard = resource.getrlimit(what)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (most, hard))
    except (OSError, ValueError):  # the system knows the limit's name but does not support it
        return


def is_worn(size: int) -> bool:
    """Return whether a document of *size* bytes may have left too little memory for the next."""
    try:
        pages = Path("/proc/self/statm").read_bytes().split()
        held = int(pages[5]) * mmap.PAGESIZE
    except OSError:  # not Linux
        return size > _WORN_SIZE
    return held > _WORN
