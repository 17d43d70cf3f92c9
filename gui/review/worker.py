"""The worker process: reads two documents, compares them, and sends back what it found.

It is a process of its own because a C call may hold the interpreter for its whole length,
and because a hostile file may take all time and memory there is: a process can be ended.
This module knows no Qt, so that it starts quickly.

Requests come in on standard input and answers go out on what was standard output, see
``frames``. At the end of standard input the process ends at once, so it never outlives its
window, however that ended.
"""

from __future__ import annotations

import gc
import os
import queue
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import IO, Any, TypeAlias

from ..compare import Cancelled, Comparison, Options, compare
from ..compare.furniture import FurnitureItem, furniture
from ..documents import Document, DocumentError, from_text, load, repaired
from .frames import read_frame, write_frame
from .packing import from_pieces, in_pieces, pack, unpack

MEMORY_LIMIT = 4_000_000_000  # bytes of address space; a larger pair is refused in a sentence


@dataclass(frozen=True)
class Source:
    """Where a document comes from: a file at ``path``, or a ``text`` given with the list.

    ``name`` is how the list calls it; ``encoding`` overrides what the bytes say.
    """

    name: str
    path: str | None = None
    text: str | None = None
    encoding: str | None = None


@dataclass(frozen=True)
class Request:
    """One pair to read and compare.

    ``limit`` is in bytes a document; ``repair`` shows text that was decoded wrongly (mojibake)
    as it was meant.
    """

    serial: int
    reference: Source
    candidate: Source
    options: Options = field(default_factory=Options)
    whole_page: bool = False
    repair: bool = False
    limit: int | None = None


@dataclass(frozen=True)
class Cancel:
    """Asks to stop the work on the request with this number."""

    serial: int


@dataclass(frozen=True)
class Documents:
    """Both documents of a request, read. ``stamps`` tell whether the files changed since."""

    serial: int
    reference: Document
    candidate: Document
    stamps: tuple[Stamp, Stamp]

    def __reduce__(self) -> tuple[Any, ...]:
        """Go through a pipe with the documents packed."""
        return _arrived, (self.serial, pack(self.reference), pack(self.candidate), self.stamps)


def _arrived(
    serial: int, reference: dict[str, Any], candidate: dict[str, Any], stamps: tuple[Stamp, Stamp]
) -> Documents:
    return Documents(serial, unpack(reference), unpack(candidate), stamps)


@dataclass(frozen=True)
class Found:
    """The comparison of a request, without the two documents, which were sent before.

    ``furniture`` is found here too: in a long pair that takes longer than a window may stand.
    """

    serial: int
    parts: dict[str, Any]
    furniture: tuple[FurnitureItem, ...] = ()

    def __reduce__(self) -> tuple[Any, ...]:
        """Go through a pipe with the changes in pieces; a long pair has tens of thousands."""
        others = {name: part for name, part in self.parts.items() if name != "changes"}
        return _found, (self.serial, others, in_pieces(self.parts["changes"]), self.furniture)

    def comparison(self, documents: Documents) -> Comparison:
        """The comparison, whole again."""
        return Comparison(
            reference=documents.reference, candidate=documents.candidate, **self.parts
        )


def _found(
    serial: int,
    parts: dict[str, Any],
    changes: tuple[bytes, ...],
    furniture: tuple[FurnitureItem, ...],
) -> Found:
    return Found(serial, {**parts, "changes": from_pieces(changes)}, furniture)


@dataclass(frozen=True)
class Failed:
    """Why a request came to nothing: one sentence, and what the log should have."""

    serial: int
    sentence: str
    details: str = ""
    cancelled: bool = False


Answer: TypeAlias = "Documents | Found | Failed"
Stamp: TypeAlias = "tuple[int, int, int] | None"
"""What tells a file from its next version: time of change, size, inode; None for no file."""


def stamp(path: str | None) -> Stamp:
    """The stamp of the file at *path*; None where there is none."""
    if path is None:
        return None
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return None
    return (found.st_mtime_ns, found.st_size, found.st_ino)


def answer(request: Request, send: Callable[[Answer], None], cancelled: Callable[[], bool]) -> None:
    """Read and compare the pair of *request*; every way it may end is sent as an answer."""
    try:
        stamps = (stamp(request.reference.path), stamp(request.candidate.path))
        reference = _read(request.reference, request)
        candidate = _read(request.candidate, request)
        if cancelled():
            raise Cancelled
        send(Documents(request.serial, reference, candidate, stamps))
        comparison = compare(reference, candidate, options=request.options, cancelled=cancelled)
        send(Found(request.serial, _without_documents(comparison), furniture(comparison)))
    except Cancelled:
        send(Failed(request.serial, "", cancelled=True))
    except DocumentError as error:
        send(Failed(request.serial, str(error)))
    except MemoryError:
        send(Failed(request.serial, _too_large(request)))
    except Exception as error:
        send(
            Failed(
                request.serial,
                f"This pair cannot be compared because of a fault in Copydesk "
                f"({type(error).__name__}); flag it and go on, the details are in the log.",
                traceback.format_exc(),
            )
        )


def _read(source: Source, request: Request) -> Document:
    document = _as_found(source, request)
    return repaired(document) if request.repair else document


def _as_found(source: Source, request: Request) -> Document:
    if source.path is None:
        return from_text(source.text or "", name=source.name)
    limit = {} if request.limit is None else {"limit": request.limit}
    document = load(source.path, encoding=source.encoding, whole_page=request.whole_page, **limit)
    return document if document.name == source.name else replace(document, name=source.name)


def _without_documents(comparison: Comparison) -> dict[str, Any]:
    return {
        part.name: getattr(comparison, part.name)
        for part in fields(comparison)
        if part.name not in ("reference", "candidate")
    }


def _too_large(request: Request) -> str:
    return (
        f"{request.reference.name} and {request.candidate.name} need more memory than Copydesk "
        "allows for one pair; flag the pair, or open shorter documents."
    )


def _bound_memory() -> None:
    """Let a hostile file run into a MemoryError, not the machine into swapping."""
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


def _listen(stream: IO[bytes], requests: queue.SimpleQueue[Request], cancelled: set[int]) -> None:
    """Take requests until the window is gone, then end the process in the middle of anything."""
    try:
        while True:
            message = read_frame(stream)
            if isinstance(message, Cancel):
                cancelled.add(message.serial)
            else:
                requests.put(message)
    except (EOFError, OSError):
        os._exit(0)


def main() -> None:
    """Work off requests until standard input ends."""
    incoming = os.fdopen(os.dup(0), "rb")
    outgoing = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):  # a library that reads or prints must not get between the frames
        os.dup2(nothing, stream)
    _bound_memory()
    gc.disable()  # long pairs make millions of values and no cycles; swept after each pair
    requests: queue.SimpleQueue[Request] = queue.SimpleQueue()
    cancelled: set[int] = set()
    threading.Thread(target=_listen, args=(incoming, requests, cancelled), daemon=True).start()
    while True:
        request = requests.get()
        try:
            answer(
                request,
                lambda found: write_frame(outgoing, found),
                lambda serial=request.serial: serial in cancelled,  # type: ignore[misc]
            )
        except OSError:
            sys.exit(0)
        cancelled.discard(request.serial)
        gc.collect()
