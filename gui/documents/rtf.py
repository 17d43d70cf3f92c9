"""The text of RTF files, read with ``striprtf``, which is optional."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..messages import Message
from ..messages.about_documents import AboutDocument
from .document import DocumentError, missing_library


def read_rtf(data: bytes) -> str:
    """Return the text of an RTF file, its paragraphs separated by blank lines.

    Raises :class:`DocumentError` if the file is damaged or ``striprtf`` is not installed.
    """
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError:
        raise missing_library("RTF", "striprtf") from None
    try:
        # RTF is ASCII; other bytes belong to the code page that the file names.
        convert: Callable[..., str] = rtf_to_text
        text = convert(data.decode("latin-1"), errors="replace")
    except MemoryError:
        raise
    except Exception:  # the library raises all kinds of exceptions for damaged files
        raise DocumentError(Message(AboutDocument.DAMAGED_OFFICE)) from None
    lines = (line.strip() for line in re.split(r"[\n\r\x0c]", text))
    return "\n\n".join(line for line in lines if line)
