"""The worker process: reads two documents, compares them, and sends back what it found.

It is a separate process because a C call may hold the interpreter lock until it returns, and
because a hostile file may use any amount of time and memory: a process can be killed. This module
imports no Qt, so that it starts quickly.

Requests come in on standard input and answers go out on what was standard output, see
``own_process``. At the end of standard input the process exits at once, so it never outlives its
window.
"""

from __future__ import annotations

import os
import queue
import sys
import threading
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import IO

from ...compare import Cancelled, compare
from ...documents import (
    LIMIT,
    Document,
    DocumentError,
    Reader,
    first_words,
    from_text,
    load,
    repaired,
    shown_name,
)
from ...labels.pairs.article_addresses import Address
from ...labels.pairs.blind import unnamed
from ...labels.pairs.pair_documents import read_document
from ...labels.pairs.pair_paths import as_named
from ...labels.pairs.pair_table import missing_file
from ...messages import Message
from ...messages.about_pairs import AboutReview
from ...own_process import TaskCollector, read_frame, write_frame
from ...process_pool import bound_memory, pipes_to_parent
from .protocol import (
    Cancel,
    Documents,
    DocumentSource,
    Expect,
    Failed,
    Found,
    Request,
    Sides,
    WorkerAnswer,
    stamp,
    with_places,
)


def answer(
    request: Request,
    send: Callable[[WorkerAnswer], None],
    cancelled: Callable[[], bool],
    reader: Reader,
) -> None:
    """Read and compare the pair of *request*, and send an answer, whatever happens."""
    stamps = (stamp(request.reference.path), stamp(request.candidate.path))
    request = with_places(request)
    try:
        missing = _missing(request)
        early = None if missing else _beginnings(request, reader)
        if early is not None:
            send(Documents(request.serial, *early, stamps, whole=False))
        (reference, candidate), problem = _read_both(request, missing, reader)
        if cancelled():
            raise Cancelled
        if reference is None or candidate is None or problem is not None:
            sides = (reference, candidate)
            send(Failed(request.serial, problem, stamps=stamps, sides=sides))
            return
        send(Documents(request.serial, reference, candidate, stamps))
        comparison = compare(reference, candidate, options=request.options, cancelled=cancelled)
        send(Found.of(request.serial, comparison))
    except Cancelled:
        send(Failed(request.serial, None, cancelled=True))
    except MemoryError:
        send(Failed(request.serial, _too_large(request), stamps=stamps))
    except Exception as error:
        send(
            Failed(
                request.serial,
                Message(AboutReview.FAULT, error=type(error).__name__),
                traceback.format_exc(),
                stamps=stamps,
            )
        )


def _missing(request: Request) -> dict[DocumentSource, Message]:
    """Return which files are missing; checked first, because a hostile file may take long."""
    found = {}
    for role, source in (("reference", request.reference), ("candidate", request.candidate)):
        if source.path is not None and (missing := missing_file(source.path, role, source.name)):
            found[source] = missing
    return found


def _read_both(
    request: Request, missing: Mapping[DocumentSource, Message], reader: Reader
) -> tuple[Sides, Message | None]:
    """Return what can be read of both documents, and why the pair cannot be compared."""
    problems: list[Message] = []
    sides: list[Document | None] = []
    for source in (request.reference, request.candidate):
        document = None
        if source in missing:
            problems.append(missing[source])
        elif (source.path, source.text) != (None, None):
            try:
                document = _read(source, request, reader)
            except DocumentError as error:
                problems.append(as_listed(error.message, source))
        sides.append(document)
    return (sides[0], sides[1]), request.problem or _as_one(problems)


def as_listed(problem: Message, source: DocumentSource) -> Message:
    """Return *problem* with the name of *source* in the list in place of its path.

    So the message does not depend on where the list is, and stays short. For a document that was
    found elsewhere the path says more.
    """
    elsewhere = source.path is None or ".." in Path(source.name).parts
    if elsewhere or "name" not in problem.arguments:
        return problem
    return problem.with_arguments(name=shown_name(source.name))


def _as_one(problems: Sequence[Message]) -> Message | None:
    """Return *problems*, at most one for each document, as one message."""
    if len(set(map(str, problems))) < 2:
        return next(iter(problems), None)
    reference, candidate = problems
    return Message(AboutReview.NEITHER_READ, reference=reference, candidate=candidate)


def _beginnings(request: Request, reader: Reader) -> tuple[Document, Document] | None:
    """Return the first words of both texts if one is very long; else None."""
    if request.repair or request.problem is not None:
        return None
    sources = request.reference, request.candidate
    try:
        first = [
            s.path and s.article is None and first_words(s.path, encoding=s.encoding)
            for s in sources
        ]
        if not any(first):
            return None
        found = [
            _named(part, source, request) if part else _read(source, request, reader)
            for source, part in zip(sources, first, strict=True)
        ]
    except DocumentError:  # which is found again, and told, when both are read
        return None
    return found[0], found[1]


def _read(source: DocumentSource, request: Request, reader: Reader) -> Document:
    document = _as_found(source, request, reader)
    document = repaired(document) if request.repair else document
    return unnamed(document) if request.blind else document


def _named(part: Document, source: DocumentSource, request: Request) -> Document:
    return unnamed(part) if request.blind else replace(part, name=source.name)


def _as_found(source: DocumentSource, request: Request, reader: Reader) -> Document:
    if source.path is None:
        return from_text(source.text or "", name=source.name)
    if source.article is not None:
        place = Address(Path(source.path), source.article)
        return read_document(place, source.name, encoding=source.encoding)
    document = load(
        straight(Path(source.path)),
        encoding=source.encoding,
        whole_page=request.whole_page,
        limit=LIMIT if request.limit is None else request.limit,
        reader=reader,
    )
    return as_named(document, source.path, source.name)


def straight(path: Path) -> str:
    """Return *path* without its ``..`` parts, where that names the same place.

    ``/texts/../drafts/a.txt`` becomes ``/drafts/a.txt`` unless ``/texts`` is a symbolic link.
    """
    if ".." not in path.parts:
        return str(path)
    short = os.path.normpath(path)
    try:
        same = Path(short).parent.samefile(path.parent)
    except OSError:
        same = False
    return short if same else str(path)


def _too_large(request: Request) -> Message:
    return Message(
        AboutReview.TOO_MUCH_MEMORY,
        reference=request.reference.name,
        candidate=request.candidate.name,
    )


def _listen(
    stream: IO[bytes], requests: queue.SimpleQueue[Request | Expect], cancelled: set[int]
) -> None:
    """Receive requests until the window is gone, then exit at once."""
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
    """Answer requests until standard input ends."""
    incoming, outgoing = pipes_to_parent()
    bound_memory()
    collector = TaskCollector()
    requests: queue.SimpleQueue[Request | Expect] = queue.SimpleQueue()
    cancelled: set[int] = set()
    threading.Thread(target=_listen, args=(incoming, requests, cancelled), daemon=True).start()
    reader = Reader()
    while True:
        request = requests.get()
        if isinstance(request, Expect):
            reader.expect(request.names)  # it gets ready while the window does
            continue
        try:
            answer(
                request,
                lambda found: write_frame(outgoing, found),
                lambda serial=request.serial: serial in cancelled,  # type: ignore[misc]
                reader,
            )
        except OSError:
            sys.exit(0)
        cancelled.discard(request.serial)
        collector.task_done()
