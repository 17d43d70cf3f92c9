"""The fetching process: requests one page after another, as ordered.

Orders arrive on standard input, and answers go to what was standard output. Each is a line of
JSON, followed by as many bytes as its ``size`` says. ``page_fetcher`` is the other end.
"""

from __future__ import annotations

import faulthandler
import json
import os
import time
from typing import IO, Any

from ...messages import Message
from ...messages.about_web import AboutWeb
from ..document import DocumentError
from ..process_limits import end_with_parent, limit_memory
from .page_request import PageLimits, PageRequest

_MEMORY = 300_000_000  # bytes: a page as it comes, in pieces, and what it unpacks to
_OFTEN = 0.1  # seconds between two reports of how far a page is
_LATE = 2  # times the seconds of a page: whoever asked is gone by then


def main(parent: int) -> None:
    """Ask for pages for the process *parent* until it closes the pipe."""
    end_with_parent(parent)
    incoming = os.fdopen(os.dup(0), "rb")
    outgoing = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):  # a library that reads or prints must not disturb the answers
        os.dup2(nothing, stream)
    limit_memory(_MEMORY)
    while order := incoming.readline():
        about = json.loads(order)
        faulthandler.dump_traceback_later(_LATE * about["limits"][2], exit=True)
        answer(about, outgoing)
        faulthandler.cancel_dump_traceback_later()


def answer(about: dict[str, Any], outgoing: IO[bytes]) -> None:
    """Fetch the page that *about* names, and write progress and result to *outgoing*."""
    answers = _Answers(outgoing)
    request = PageRequest(
        local=about["local"], limits=PageLimits(*about["limits"]), progress=answers.progress
    )
    try:
        found = request.fetch(about["url"])
    except DocumentError as error:
        answers.send("refused", message=error.message.as_data())
        return
    except MemoryError:
        size = about["limits"][0] // 1_000_000
        message = Message(AboutWeb.TOO_LARGE_UNPACKED, size=size)
        answers.send("refused", message=message.as_data())
        return
    for url, at, ip, *blocks in found:
        sizes = [len(block) for block in blocks]
        answers.send("exchange", b"".join(blocks), url=url, at=at, ip=ip, sizes=sizes)
    answers.send("fetched")


class _Answers:
    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._next = 0.0

    def progress(self, url: str, received: int, total: int | None) -> None:
        now = time.monotonic()
        if not received or now >= self._next:
            self._next = now + _OFTEN
            self.send("progress", url=url, received=received, total=total)

    def send(self, kind: str, data: bytes = b"", **said: Any) -> None:
        line = json.dumps({"kind": kind, "size": len(data), **said})
        self._stream.write(line.encode() + b"\n")
        self._stream.write(data)
        self._stream.flush()
