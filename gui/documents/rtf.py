"""The text of an RTF file."""

from __future__ import annotations

import re
from collections.abc import Callable

from .errors import DocumentError, missing_library


def read_rtf(data: bytes) -> str:
    """Return the text of an RTF file, its paragraphs separated by blank lines.

    Raises :class:`DocumentError` where the file is damaged or ``striprtf`` is not installed.
    """
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError:
        raise missing_library("RTF", "striprtf") from None
    try:
        # RTF is ASCII; other bytes are of the code page that the file names.
        convert: Callable[..., str] = rtf_to_text
        text = convert(data.decode("latin-1"), errors="replace")
    except MemoryError:
        raise
    except Exception:  # the library raises whatever its tables and loops meet
        raise DocumentError(
            "the file is damaged; open it in a word processor and save it again"
        ) from None
    lines = (line.strip() for line in re.split(r"[\n\r\x0c]", text))
    return "\n\n".join(line for line in lines if line)
