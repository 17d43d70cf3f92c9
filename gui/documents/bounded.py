"""Packed formats are read in a process of their own, which is ended when it takes too much.

A few kilobytes of DOCX, ODT or PDF can unpack to gigabytes or keep a parser busy for hours;
no check beforehand finds them all, so the process that reads them has a limit. So have web
pages of unusual size; a usual one is read at once, for starting a process takes longer.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from .errors import DocumentError
from .model import Notice

MEMORY = 200_000_000  # bytes that the reading process may hold
SECONDS = 5.0  # that it may take, its start included
# -I: neither the current folder nor the environment decides what is imported.
_START = (
    "import importlib, json, sys; order = json.loads(sys.stdin.buffer.readline());"
    "sys.path[:] = order['path']; importlib.import_module(order['module']).serve(order)"
)


def read_packed(
    data: bytes, format: str, *, whole_page: bool = False
) -> tuple[str, tuple[Notice, ...]]:
    """Return the text of a ``"docx"``, ``"odt"``, ``"rtf"`` or ``"pdf"`` file, and what to know.

    ``"html"`` is understood too, in UTF-8, and gives the page's article or nothing.

    Sections are separated by blank lines; *whole_page* keeps a PDF's running heads.

    Raises :class:`DocumentError` for what is damaged, encrypted, without text, too much to
    read, or needs a library that is not installed.
    """
    order = {
        "path": [str(Path(__file__).parents[2]), *filter(None, sys.path)],
        "module": f"{__package__}.unpack",
        "parent": os.getpid(),
        "format": format,
        "whole_page": whole_page,
        "memory": MEMORY,
        "seconds": SECONDS,
    }
    try:
        ended = subprocess.run(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-I", "-c", _START],
            input=json.dumps(order).encode() + b"\n" + data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        raise DocumentError(_too_much(f"{SECONDS:g} seconds", format)) from None
    except OSError as error:
        reason = error.strerror or os.strerror(error.errno or 0)
        raise DocumentError(f"no process could be started to read it ({reason})") from None
    try:
        answer = json.loads(ended.stdout)
    except ValueError:  # it ended without an answer: out of memory or of processor time
        raise DocumentError(_too_much(f"{MEMORY / 1e6:.0f} MB of memory", format)) from None
    if "error" in answer:
        raise DocumentError(answer["error"])
    return answer["text"], tuple(Notice(*notice) for notice in answer["notices"])


def _too_much(limit: str, format: str) -> str:
    return (
        f"reading this {format.upper()} file takes more than {limit}; "
        "it may be damaged or made to do harm, else save its text as a plain text file"
    )
