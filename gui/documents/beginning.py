"""The beginning of a large text, to be shown while the whole of it is being read."""

from __future__ import annotations

import codecs
import os
import stat

from .decode import decode
from .errors import DocumentError
from .formats import packed_format, text_format
from .model import Document
from .segment import read_text

_LARGE = 2_000_000  # bytes; what is smaller is read in a moment
_HEAD = 40_000  # bytes that are shown first: several screens


def first_words(path: str, *, encoding: str | None = None) -> Document | None:
    """Return the first words of the plain text at *path*; None where nothing is gained by it.

    That is so for small files, for other formats, and for what cannot be read: why not, the
    reading of the whole will tell. *encoding* overrides what the bytes say.
    """
    try:
        head = _head(path)
        if head is None or packed_format(head) is not None:
            return None
        text, used = _decoded(head, encoding)
    except (OSError, ValueError, DocumentError):
        return None
    whole_words = text.rsplit(None, 1)[0] if text.strip() else ""
    if not whole_words or text_format(whole_words, path) != "text":
        return None
    return read_text(whole_words, name=path, encoding=used)


def _head(path: str) -> bytes | None:
    """Return the first bytes of a large regular file, None for anything else."""
    status = os.stat(path)  # noqa: PTH116
    if not stat.S_ISREG(status.st_mode) or status.st_size < _LARGE:
        return None
    # O_NONBLOCK: a pipe that took the file's place since must not stop us.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags)
    try:
        return os.read(handle, _HEAD)
    finally:
        os.close(handle)


def _decoded(head: bytes, encoding: str | None) -> tuple[str, str]:
    if encoding is None and b"\0" not in head:
        try:  # a character may be cut in two at the end
            return codecs.getincrementaldecoder("utf-8")().decode(head), "utf-8"
        except UnicodeDecodeError:
            pass
    decoded = decode(head[: len(head) // 4 * 4], encoding)
    return decoded.text, decoded.encoding
