"""What runs in the reading process: limits itself, reads one packed file, answers in JSON."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Mapping
from typing import Any

from .errors import DocumentError
from .model import Notice

_PROGRAM = 30_000_000  # bytes of a process that are interpreter and libraries, not data
_PR_SET_PDEATHSIG = 1
_LONGEST = 20_000_000  # characters of text that an answer may hold


def serve(order: Mapping[str, Any]) -> None:
    """Read the file on standard input as *order* says and write the answer to standard output."""
    end_with_parent(order["parent"])
    limit(order["memory"], order["seconds"])
    answer: dict[str, Any]
    try:
        text, notices = unpack(
            sys.stdin.buffer.read(), order["format"], whole_page=order["whole_page"]
        )
        if len(text) > _LONGEST:
            raise DocumentError(
                f"it holds more than {_LONGEST:,} characters; split it into several documents"
            )
        answer = {"text": text, "notices": [(n.code, n.message, n.count) for n in notices]}
    except DocumentError as error:
        answer = {"error": str(error)}
    sys.stdout.write(json.dumps(answer))


def end_with_parent(parent: int) -> None:
    """See to it that this process ends when *parent*, the one that started it, is killed.

    On Linux the kernel does it; elsewhere the bound on the processor's time must do.
    """
    if sys.platform != "linux":
        return
    import ctypes

    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it was killed before we asked
        os._exit(1)


def limit(memory: int, seconds: float) -> None:
    """Let this process hold *memory* bytes and use *seconds* of the processor, and no more.

    Where the system has no such limits, the one who waits for the answer ends the process.
    """
    try:
        import resource
    except ImportError:  # Windows
        return
    # Data and not address space: what counts is what is filled, not what libraries reserve.
    for what, most in (
        (resource.RLIMIT_DATA, memory - _PROGRAM),
        (resource.RLIMIT_CPU, int(seconds) + 1),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            hard = resource.getrlimit(what)[1]
            most = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(what, (most, hard))
        except (OSError, ValueError):  # a system that knows the name but not the limit
            continue


def unpack(data: bytes, format: str, *, whole_page: bool) -> tuple[str, tuple[Notice, ...]]:
    """Return the text of the packed file *data*; libraries are imported only where needed."""
    if format == "docx":
        from .office import read_docx

        return read_docx(data), ()
    if format == "odt":
        from .office import read_odt

        return read_odt(data), ()
    if format == "rtf":
        from .rtf import read_rtf

        return read_rtf(data), ()
    if format == "html":
        from .webpage import read_article

        return read_article(data), ()
    from .pdf import read_pdf

    return read_pdf(data, whole_page=whole_page)


def missing_library(format: str, library: str) -> DocumentError:
    """Return the error that names what must be installed to read *format*."""
    return DocumentError(
        f"reading {format} needs the library {library}, which is not installed; "
        "install it with: pip install 'copydesk[formats]'"
    )
