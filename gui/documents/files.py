"""A path becomes a Document: what stands there is checked, read once, and told by its content."""

from __future__ import annotations

import hashlib
import os
import stat
from typing import TypeAlias

from .decode import Decoded, decode
from .errors import DocumentError, shown_name
from .formats import declared_encoding, packed_format, text_format
from .mhtml import is_mhtml, page_in
from .model import Document, Notice
from .notices import counted, notices_of
from .segment import read_text

LIMIT = 50_000_000  # bytes
_PIECE = 1 << 20  # bytes read at a time
_HEAD = 4096  # bytes that tell a document from other files
_TRIES = 3  # readings of a file that changes meanwhile

AnyPath: TypeAlias = "str | bytes | os.PathLike[str] | os.PathLike[bytes]"

_KINDS = (
    (stat.S_ISDIR, "is a folder, not a document; choose a file in it"),
    (stat.S_ISFIFO, "is a pipe, not a file; save its text to a file first"),
    (stat.S_ISSOCK, "is a socket, not a document"),
    (stat.S_ISCHR, "is a device, not a document"),
    (stat.S_ISBLK, "is a device, not a document"),
)


def load(
    path: AnyPath, *, encoding: str | None = None, whole_page: bool = False, limit: int = LIMIT
) -> Document:
    """Read the document at *path*. Its ``name`` is *path* as given.

    *encoding* overrides what the bytes say; *whole_page* keeps a web page's menus and other
    furniture, and a PDF's running heads; *limit* is in bytes.

    Raises :class:`DocumentError`, whose message is one sentence that names the file.
    """
    data = read_bytes(path, limit=limit)
    return from_bytes(data, name=os.fsdecode(path), encoding=encoding, whole_page=whole_page)


def from_bytes(
    data: bytes, *, name: str, encoding: str | None = None, whole_page: bool = False
) -> Document:
    """Return the document that *data* holds; *name* is for its ``name`` and for messages."""
    try:
        return _from_bytes(data, name, encoding, whole_page)
    except DocumentError as error:
        raise DocumentError(f"{shown_name(name)}: {error}.") from None


def from_text(text: str, *, name: str) -> Document:
    """Return the document that *text* is, for instance from the clipboard."""
    if not text or text.isspace():
        raise DocumentError(f"{shown_name(name)}: there is no text in it; paste one.")
    return read_text(text, name=name, notices=notices_of(text))


def _from_bytes(data: bytes, name: str, encoding: str | None, whole_page: bool) -> Document:
    if not data:
        raise DocumentError("the file is empty; choose one that holds a text")
    packed = packed_format(data)
    if packed is not None:
        # Only here: what starts another process takes as long to load as all the rest.
        from .bounded import read_packed

        format, used = packed, ""
        text, notices = read_packed(data, packed, whole_page=whole_page)
    else:
        page, declared = page_in(data) if is_mhtml(data) else (data, None)
        decoded = decode(page, encoding, declared=declared or declared_encoding(page))
        used = decoded.encoding
        format = text_format(decoded.text, name) if page is data else "html"
        text, notices = _rendered(decoded.text, format, whole_page)
        notices = (*_undecodable(decoded), *notices)
    if not text or text.isspace():
        what = "file" if format == "text" else "document"
        raise DocumentError(f"the {what} holds no text, only white space; choose another")
    return read_text(
        text,
        name=name,
        encoding=used,
        sha256=hashlib.sha256(data).hexdigest(),
        format=format,
        notices=(*notices, *notices_of(text)),
    )


def _undecodable(decoded: Decoded) -> tuple[Notice, ...]:
    if not decoded.undecodable:
        return ()
    places = counted(decoded.undecodable, "place", "places")
    message = f"In {places} the bytes mean nothing in {decoded.encoding}; \ufffd stands for them."
    return (Notice("undecodable", message, decoded.undecodable),)


def _rendered(text: str, format: str, whole_page: bool) -> tuple[str, tuple[Notice, ...]]:
    """Return what a reader sees of *text*. Each format's library is imported only here."""
    if format == "html":
        from .webpage import read_page

        return read_page(text, whole_page=whole_page)
    if format == "markdown":
        from .markdown import read_markdown

        return read_markdown(text), ()
    return text, ()


def read_bytes(path: AnyPath, *, limit: int = LIMIT) -> bytes:
    """Return all bytes of the regular file at *path*, as they stood there at one moment.

    Never opens a pipe or device, never holds more than *limit* bytes. Raises
    :class:`DocumentError`.
    """
    try:
        for _ in range(_TRIES):
            data = _read_once(path, limit)
            if data is not None:
                return data
    except DocumentError as error:
        raise DocumentError(f"{shown_name(path)}: {error}.") from None
    except (OSError, ValueError) as error:
        raise DocumentError(f"{shown_name(path)}: {_reason(error)}.") from None
    raise DocumentError(
        f"{shown_name(path)}: the file changed while it was read; "
        "wait until the other program is done, then try again."
    )


def _read_once(path: AnyPath, limit: int) -> bytes | None:
    """Return the file's bytes, or None where it changed meanwhile."""
    # Looked at before opening, which alone can rewind a tape. (Not pathlib: a path may be bytes.)
    _check(os.stat(path), limit)  # noqa: PTH116
    # O_NONBLOCK: a pipe that took the file's place since must not stop us.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags)
    try:
        before = os.fstat(handle)
        _check(before, limit)
        pieces = []
        size = 0
        while piece := os.read(handle, _PIECE):
            size += len(piece)
            if size > before.st_size:  # it grows; following it might never end
                return None
            pieces.append(piece)
        after = os.fstat(handle)
    finally:
        os.close(handle)
    unchanged = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    return b"".join(pieces) if unchanged and size == after.st_size else None


def _check(status: os.stat_result, limit: int) -> None:
    for is_kind, sentence in _KINDS:
        if is_kind(status.st_mode):
            raise DocumentError(f"this {sentence}")
    _check_size(status.st_size, limit)


def _check_size(size: int, limit: int) -> None:
    if size > limit:
        raise DocumentError(
            f"the file is larger than {_megabytes(limit)}, the limit set for documents; "
            "raise the limit or cut the file"
        )


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.0f} MB" if size >= 1e6 else f"{size:,} bytes"


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file; check the path"
    if isinstance(error, NotADirectoryError):
        return "there is no such file: a part of the path is not a folder; check the path"
    if isinstance(error, PermissionError):
        return "you may not read this file; change its permissions or copy it"
    if isinstance(error, ValueError):  # an embedded NUL
        return "this cannot be the path of a file; check it"
    return f"the file cannot be read ({error.strerror or error}); check the path and the disk"


def looks_readable(path: AnyPath) -> bool:
    """Tell cheaply, from a regular file's first bytes, whether :func:`load` is worth a try.

    False for folders, pipes, pictures, archives and whatever else is plainly no document,
    and for hidden files. Never raises.
    """
    try:
        if os.path.basename(os.fsdecode(path)).startswith("."):  # noqa: PTH119
            return False
        _check(os.stat(path), 1 << 62)  # noqa: PTH116
        with open(path, "rb") as file:  # noqa: PTH123
            return _is_document(file.read(_HEAD))
    except (DocumentError, OSError, ValueError):
        return False


def _is_document(head: bytes) -> bool:
    if head.startswith(b"PK\x03\x04"):  # which archive it is stands at its end
        return True
    try:
        return packed_format(head) is not None or bool(decode(head).text.strip())
    except DocumentError:
        return False
