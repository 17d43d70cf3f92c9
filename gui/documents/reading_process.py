"""The reading process: limits itself, and reads one document after another.

Orders arrive on standard input, and answers go to what was standard output. Each is a line of
JSON, followed by as many bytes as its ``size`` says. ``reader`` is the other end.
"""

from __future__ import annotations

import faulthandler
import json
import mmap
import os
from pathlib import Path
from typing import IO, Any

from ..messages import Message
from ..messages.about_documents import AboutDocument
from .document import Contents, DocumentError, ReadingOptions
from .extraction import LONGEST, ReadingProgress, load_readers, read_contents
from .formats.format_table import FORMATS
from .process_limits import end_with_parent, limit_memory, limit_time

_WORN = 100_000_000  # bytes still in use after a document; all libraries together use 60 million
_WORN_SIZE = 5_000_000  # bytes of a document, where the system does not say what is in use


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
        if "expected" in about:
            load_readers(about["expected"])
            continue
        data = incoming.read(about["size"])
        answers = _Answers(outgoing, about)
        limit_time(about["seconds"])
        limit_memory(about["memory"], text=len(data))
        try:
            answers.contents("read", _read(data, ReadingOptions(*about["wanted"]), answers))
        except DocumentError as error:
            answers.send("refused", message=error.message.as_data())
        except MemoryError:
            os._exit(1)  # there may be too little memory left to write an answer
        except Exception as error:  # whatever a library raises for a damaged file
            answers.send("damaged", fault=f"{type(error).__name__}: {error}")
        faulthandler.cancel_dump_traceback_later()
        if is_worn(len(data)):
            return


def _read(data: bytes, wanted: ReadingOptions, answers: _Answers) -> Contents:
    contents = read_contents(data, wanted, answers)
    if FORMATS[contents.format].is_packed and len(contents.text) > LONGEST:
        raise DocumentError(Message(AboutDocument.TOO_LONG, count=LONGEST))
    return contents


class _Answers(ReadingProgress):
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
        published = contents.published and contents.published.isoformat()
        self.send(kind, text, **{**about, "notices": notices, "published": published})

    def send(self, kind: str, data: bytes = b"", **said: Any) -> None:
        line = json.dumps({"kind": kind, "size": len(data), **said})
        self._stream.write(line.encode() + b"\n")
        self._stream.write(data)
        self._stream.flush()


def is_worn(size: int) -> bool:
    """Return whether a document of *size* bytes may have left too little memory for the next."""
    try:
        pages = Path("/proc/self/statm").read_bytes().split()
        held = int(pages[5]) * mmap.PAGESIZE
    except OSError:  # not Linux
        return size > _WORN_SIZE
    return held > _WORN
