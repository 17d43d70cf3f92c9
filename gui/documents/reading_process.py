"""What runs in the reading process: bounds itself, reads one document after the other.

Orders come in on standard input and answers go out on what was standard output, each a line of
JSON and, where it says so, that many bytes. See ``bounded`` for the other end.
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

from .contents import Contents, Progress, Wanted, read_contents
from .errors import DocumentError

_PROGRAM = 30_000_000  # bytes of a process that are interpreter and libraries, not data
_PER_BYTE = 10  # bytes of memory that a byte of plain text may take: four are a character
_PR_SET_PDEATHSIG = 1
_LONGEST = 20_000_000  # characters of text that a document may unpack to
_WORN = 100_000_000  # bytes still held when a document is done; all libraries hold 60
_WORN_SIZE = 5_000_000  # bytes of a document, where the system does not tell what is held
_LATE = 2  # times the seconds of a document, after which nobody waits for it any more
_STDERR = 2  # nobody reads it, see bounded
# Formats of which a small file can hold any amount of text.
_PACKED = frozenset(("docx", "odt", "rtf", "pdf"))


def main(parent: int) -> None:
    """Read documents for the process *parent* until it closes the pipe or this one is worn."""
    end_with_parent(parent)
    incoming = os.fdopen(os.dup(0), "rb")
    outgoing = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):  # a library that reads or prints must not get between the answers
        os.dup2(nothing, stream)
    while order := incoming.readline():
        about = json.loads(order)
        data = incoming.read(about["size"])
        answers = _Answers(outgoing, about)
        limit_time(about["seconds"])
        limit_memory(about["memory"] + _PER_BYTE * len(data))
        try:
            answers.contents("read", _read(data, Wanted(*about["wanted"]), answers))
        except DocumentError as error:
            answers.send("refused", sentence=str(error))
        except MemoryError:
            os._exit(1)  # what is still held may keep the answer from being written
        except Exception as error:  # whatever a damaged file does to a library
            answers.send("damaged", fault=f"{type(error).__name__}: {error}")
        faulthandler.cancel_dump_traceback_later()
        if _is_worn(len(data)):
            return


def _read(data: bytes, wanted: Wanted, answers: _Answers) -> Contents:
    contents = read_contents(data, wanted, answers)
    if contents.format in _PACKED and len(contents.text) > _LONGEST:
        raise DocumentError(
            f"it holds more than {_LONGEST:,} characters; split it into several documents"
        )
    return contents


class _Answers(Progress):
    """What is said about one document."""

    def __init__(self, stream: IO[bytes], about: dict[str, Any]) -> None:
        self._stream = stream
        self._memory: int = about["memory"]

    def format(self, format: str) -> None:
        if format != "text":  # what follows may take any amount of memory
            limit_memory(self._memory)
        self.send("format", format=format)

    def so_far(self, contents: Contents) -> None:
        self.contents("so far", contents)

    def contents(self, kind: str, contents: Contents) -> None:
        text = contents.text.encode("utf-8", "surrogatepass")
        notices = [(n.code, n.message, n.count) for n in contents.notices]
        about = contents._replace(text="", notices=())._asdict()
        self.send(kind, text, **{**about, "notices": notices})

    def send(self, kind: str, data: bytes = b"", **said: Any) -> None:
        line = json.dumps({"kind": kind, "size": len(data), **said})
        self._stream.write(line.encode() + b"\n")
        self._stream.write(data)
        self._stream.flush()


def end_with_parent(parent: int) -> None:
    """See to it that this process ends when *parent*, the one that started it, is killed.

    On Linux the kernel does it; elsewhere the end of standard input must do.
    """
    if sys.platform != "linux":
        return
    import ctypes

    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it was killed before we asked
        os._exit(1)


def limit_time(seconds: float) -> None:
    """Let this process use *seconds* of the processor from now on, and no more.

    Where the system has no such limit, the one who waits for the answer ends the process. It
    may be killed itself before that: then the process ends on its own, a little later, also
    where a call into C does not return.
    """
    try:
        import resource
    except ImportError:  # Windows
        faulthandler.dump_traceback_later(_LATE * seconds, exit=True, file=_STDERR)
        return
    until = math.ceil(time.process_time() + seconds)
    _set_limit(resource.RLIMIT_CPU, until)
    _set_limit(resource.RLIMIT_CORE, 0)


def limit_memory(memory: int) -> None:
    """Let this process hold *memory* bytes, and no more, where the system has such a limit."""
    try:
        import resource
    except ImportError:  # Windows
        return
    # Data and not address space: what counts is what is filled, not what libraries reserve.
    _set_limit(resource.RLIMIT_DATA, memory - _PROGRAM)


def _set_limit(what: int, most: int) -> None:
    import resource

    try:
        hard = resource.getrlimit(what)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (most, hard))
    except (OSError, ValueError):  # a system that knows the name but not the limit
        return


def _is_worn(size: int) -> bool:
    """Tell whether a document of *size* bytes may have left too little memory for the next."""
    try:
        pages = Path("/proc/self/statm").read_bytes().split()
        held = int(pages[5]) * mmap.PAGESIZE
    except OSError:  # not Linux
        return size > _WORN_SIZE
    return held > _WORN
