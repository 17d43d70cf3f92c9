"""A path becomes a ``Document``: the file is checked, read once, and recognized by its content.

``first_words`` gives the beginning of a large text, to be shown while the rest is being read.
"""

from __future__ import annotations

import codecs
import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from ..messages import Message
from ..messages import counted as counted_message
from ..messages.about_documents import AboutDocument
from ..messages.about_web import AboutWeb
from .document import Contents, Document, DocumentError, Notice, ReadingOptions, shown_name
from .extraction import LONGEST, is_short_plain_text, read_contents
from .formats.format_table import FORMATS
from .formats.recognition import HEAD, OLE, packed_format, text_format
from .text.decode import decode
from .text.line_ends import with_plain_ends
from .text.notices import notices_of
from .text.segmentation import read_text

if TYPE_CHECKING:
    from .reader import Reader

LIMIT = 50_000_000  # bytes
START = b"WARC/1."
"""How a web archive begins."""

TRIES = 3
"""Attempts to read a file that changes meanwhile."""


AnyPath: TypeAlias = "str | bytes | os.PathLike[str] | os.PathLike[bytes]"

_KINDS = (
    (stat.S_ISDIR, AboutDocument.IS_FOLDER),
    (stat.S_ISFIFO, AboutDocument.IS_PIPE),
    (stat.S_ISSOCK, AboutDocument.IS_SOCKET),
    (stat.S_ISCHR, AboutDocument.IS_DEVICE),
    (stat.S_ISBLK, AboutDocument.IS_DEVICE),
)
# Where in such a file it says what it is cannot be told.
_OLD_WORD = tuple(f".{ending}" for ending in FORMATS["doc"].endings)
_SENTENCES = (AboutDocument.OF_FILE, AboutDocument.CHANGED_WHILE_READ)
_LARGE = 2_000_000  # bytes; smaller files are read at once
_SHOWN_FIRST = 40_000  # bytes: several screens of text


def load(
    path: AnyPath,
    *,
    encoding: str | None = None,
    whole_page: bool = False,
    limit: int = LIMIT,
    reader: Reader | None = None,
) -> Document:
    """Return the document at *path*; its ``name`` is *path* as given.

    *encoding* overrides what the bytes say; *whole_page* keeps the menus and other furniture of
    a web page, and the running heads of a PDF; *limit* is in bytes. All but short plain text is
    read by the process of *reader*, or by one that ends with this call. A text of any format
    has at most ``LONGEST`` characters.

    Raises :class:`DocumentError`, whose message is one sentence that names the file.
    """
    data = read_bytes(path, limit=limit)
    name = os.fsdecode(path)
    return from_bytes(data, name=name, encoding=encoding, whole_page=whole_page, reader=reader)


def load_text(path: AnyPath, *, limit: int = LIMIT) -> str:
    r"""Return the text at *path* as people should read it, with all line ends made ``\n``.

    Markdown stays as it was written, because the numbers and bullets of its lists matter.

    Raises :class:`DocumentError`, whose message is one sentence that names the file.
    """
    data = read_bytes(path, limit=limit)
    wanted = ReadingOptions(os.fsdecode(path), as_written=True)
    return with_plain_ends(_contents(data, wanted, None).text)


def from_bytes(
    data: bytes,
    *,
    name: str,
    encoding: str | None = None,
    whole_page: bool = False,
    reader: Reader | None = None,
) -> Document:
    """Return the document whose bytes are *data*; *name* is its ``name``, used in messages too."""
    if data.startswith(START):
        return _from_archive(data, ReadingOptions(name, encoding, whole_page), reader)
    read = _contents(data, ReadingOptions(name, encoding, whole_page), reader)
    _check_length(read.text, name)
    return read_text(
        read.text,
        name=name,
        encoding=read.encoding,
        sha256=hashlib.sha256(data).hexdigest(),
        format=read.format,
        notices=read.notices,
        hidden=read.hidden,
        published=read.published,
    )


def _from_archive(archive: bytes, wanted: ReadingOptions, reader: Reader | None) -> Document:
    """Return the web page in *archive*, with notices that say where and when it was fetched."""
    from .web.snapshots import page_in  # few documents are web archives

    try:
        page = page_in(archive, wanted.encoding)
    except DocumentError as error:
        raise _named(wanted.name, error.message) from None
    found = page.snapshot
    document = from_bytes(
        page.data,
        name=found.final.partition("?")[0],
        encoding=page.encoding,
        whole_page=wanted.whole_page,
        reader=reader,
    )
    time = f"{found.fetched[:19].replace('T', ' ')} UTC"
    said = [Notice("snapshot", Message(AboutWeb.SNAPSHOT, url=shown_name(found.url), time=time))]
    if found.final != found.url:
        final = shown_name(found.final)
        message = Message(AboutWeb.REDIRECTED, url=shown_name(found.url), final=final)
        said.append(Notice("redirected", message))
    if page.ignored and document.encoding:
        message = Message(AboutWeb.CHARSET_IGNORED, charset=shown_name(page.ignored))
        said.append(Notice("charset-ignored", message))
    return replace(
        document,
        name=wanted.name,
        sha256=found.sha256,
        notices=(*said, *document.notices),
        snapshot=found,
    )


def sha256_of(data: bytes) -> str:
    """Return the SHA-256 of the document whose file has the bytes *data*.

    Of a snapshot that is the hash of the page as it came, so that a page that did not change has
    the same hash each time it is fetched.
    """
    if data.startswith(START):
        from .web.snapshots import page_in

        with suppress(DocumentError):
            return page_in(data).snapshot.sha256
    return hashlib.sha256(data).hexdigest()


def from_text(text: str, *, name: str) -> Document:
    """Return *text*, for instance from the clipboard, as a document.

    Raises :class:`DocumentError` if there is nothing but white space in it, or more than
    ``LONGEST`` characters.
    """
    _check_length(text, name)
    if not text or text.isspace():
        raise DocumentError(Message(AboutDocument.NO_TEXT_TO_PASTE, name=shown_name(name)))
    return read_text(text, name=name, notices=notices_of(text))


def _check_length(text: str, name: str) -> None:
    if len(text) > LONGEST:
        raise _named(name, Message(AboutDocument.TOO_LONG, count=LONGEST))


def _contents(data: bytes, wanted: ReadingOptions, reader: Reader | None) -> Contents:
    try:
        if not data:
            raise DocumentError(Message(AboutDocument.EMPTY))
        if is_short_plain_text(data, wanted):
            return read_contents(data, wanted)
        if reader is not None:
            return reader.read(data, wanted)
        # Imported here because it takes as long to load as all the rest.
        from .reader import Reader

        with Reader() as own:
            return own.read(data, wanted)
    except DocumentError as error:
        raise _named(wanted.name, error.message) from None


def read_bytes(path: AnyPath, *, limit: int = LIMIT) -> bytes:
    """Return all bytes of the regular file at *path*, as they were at one moment.

    Never opens a pipe or device, and never holds more than *limit* bytes.

    Raises :class:`DocumentError`, whose message is one sentence that names the file.
    """
    with named(path):
        for _ in range(TRIES):
            data = _read_once(path, limit)
            if data is not None:
                return data
    raise DocumentError(Message(AboutDocument.CHANGED_WHILE_READ, name=shown_name(path)))


@contextmanager
def named(path: AnyPath) -> Iterator[None]:
    """Make what goes wrong with the file at *path* an error that names it.

    That is what the system says, and a :class:`DocumentError` with a clause; one that is a
    sentence stays as it is.
    """
    try:
        yield
    except DocumentError as error:
        if error.message.code in _SENTENCES:
            raise
        raise _named(path, error.message) from None
    except (OSError, ValueError) as error:
        raise _named(path, _reason(error)) from None


def _named(path: AnyPath, clause: Message) -> DocumentError:
    return DocumentError(Message(AboutDocument.OF_FILE, name=shown_name(path), clause=clause))


def _read_once(path: AnyPath, limit: int) -> bytes | None:
    """Return the file's bytes, or None if it changed meanwhile."""
    # Checked before it is opened: opening alone can rewind a tape. (A path may be bytes, which
    # pathlib does not take.)
    check_file(os.stat(path), limit)  # noqa: PTH116
    # With O_NONBLOCK a pipe that has replaced the file meanwhile does not stop the program.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags)
    try:
        before = os.fstat(handle)
        check_file(before, limit)
        pieces = []
        size = 0
        while piece := os.read(handle, before.st_size - size + 1):
            size += len(piece)
            if size > before.st_size:  # it grows, and reading on might never end
                return None
            pieces.append(piece)
        after = os.fstat(handle)
    finally:
        os.close(handle)
    unchanged = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    return b"".join(pieces) if unchanged and size == after.st_size else None


def check_file(status: os.stat_result, limit: int) -> None:
    """Raise :class:`DocumentError`, with a clause, for what is no file or above *limit* bytes."""
    for is_kind, code in _KINDS:
        if is_kind(status.st_mode):
            raise DocumentError(Message(code))
    _check_size(status.st_size, limit)


def _check_size(size: int, limit: int) -> None:
    if size > limit:
        raise DocumentError(Message(AboutDocument.TOO_LARGE, size=_megabytes(limit)))


def _megabytes(size: int) -> Message:
    if size >= 1e6:
        return Message(AboutDocument.MEGABYTES, count=round(size / 1e6))
    return counted_message(AboutDocument.BYTE, AboutDocument.BYTES, size)


def _reason(error: OSError | ValueError) -> Message:
    if isinstance(error, FileNotFoundError):
        return Message(AboutDocument.NO_SUCH_FILE)
    if isinstance(error, NotADirectoryError):
        return Message(AboutDocument.NO_FOLDER_IN_PATH)
    if isinstance(error, PermissionError):
        return Message(AboutDocument.NO_PERMISSION)
    if isinstance(error, ValueError):  # an embedded NUL
        return Message(AboutDocument.NO_PATH)
    return Message(AboutDocument.UNREADABLE, why=error.strerror or str(error))


def looks_readable(path: AnyPath) -> bool:
    """Return whether :func:`load` is worth a try, judged by the first bytes of a regular file.

    False for folders, pipes, pictures, archives and other files that cannot be documents, and
    for hidden files. Raises nothing.
    """
    try:
        if os.path.basename(os.fsdecode(path)).startswith("."):  # noqa: PTH119
            return False
        check_file(os.stat(path), 1 << 62)  # noqa: PTH116
        with open(path, "rb") as file:  # noqa: PTH123
            head = file.read(HEAD)
            is_old_word = os.fsdecode(path).lower().endswith(_OLD_WORD) and head.startswith(OLE)
            return is_old_word or _is_document(head)
    except (DocumentError, OSError, ValueError):
        return False


def _is_document(head: bytes) -> bool:
    if head.startswith(b"PK\x03\x04"):  # the end of an archive says of which format it is
        return True
    try:
        return packed_format(head) is not None or bool(decode(head).text.strip())
    except DocumentError:
        return False


def first_words(path: str, *, encoding: str | None = None) -> Document | None:
    """Return the first words of the large plain text at *path*, or None.

    None is for small files, for other formats, and for what cannot be read; the reason is then
    given by :func:`load`. *encoding* overrides what the bytes say.
    """
    try:
        head = _head(path)
        if head is None or head.startswith(START) or packed_format(head) is not None:
            return None
        text, used = _decoded(head, encoding)
        whole_words = text.rsplit(None, 1)[0] if text.strip() else ""
        if not whole_words or text_format(whole_words, path) != "text":
            return None
    except (OSError, ValueError, DocumentError):
        return None
    return read_text(whole_words, name=path, encoding=used)


def _head(path: str) -> bytes | None:
    """Return the first bytes of a large regular file, None for anything else."""
    status = os.stat(path)  # noqa: PTH116
    if not stat.S_ISREG(status.st_mode) or status.st_size < _LARGE:
        return None
    # With O_NONBLOCK a pipe that has replaced the file meanwhile does not stop the program.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags)
    try:
        return os.read(handle, _SHOWN_FIRST)
    finally:
        os.close(handle)


def _decoded(head: bytes, encoding: str | None) -> tuple[str, str]:
    if encoding is None and b"\0" not in head:
        try:  # an incremental decoder, because the last character may be cut
            return codecs.getincrementaldecoder("utf-8")().decode(head), "utf-8"
        except UnicodeDecodeError:
            pass
    decoded = decode(head[: len(head) // 4 * 4], encoding)
    return decoded.text, decoded.encoding
