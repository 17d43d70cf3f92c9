"""Snapshots: web pages as they came, each in a web archive (WARC) of its own.

An archive holds every request and answer on the way to the page, with
the time, the address of the server, and the SHA-256 of what it sent; other programs that read
WARC can read it, and it is a document like any other. Nothing is ever written over.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ... import __version__
from ...messages import Message
from ...messages.about_web import AboutWeb
from ..document import DocumentError, Snapshot, shown_name
from .snapshot_folder import path_of_snapshot, snapshots_folder
from .web_addresses import address_of
from .web_content import MARKS, MOST_BYTES, charset_of, encoding_of, unpacked

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord
    from warcio.statusandheaders import StatusAndHeaders

    from .page_request import Exchange

_ANSWER = "application/http; msgtype=response"
_REQUEST = "application/http; msgtype=request"
_VERSION = "WARC/1.1"  # which has fractions of a second


class SnapshotPage(NamedTuple):
    """A page out of an archive.

    ``data`` has its bytes, decompressed; ``encoding`` is that declared by the server, None if it
    must be detected; ``ignored`` is a wrong declaration of the server. ``snapshot`` says where it
    is from, and has the hash of the bytes as they came.
    """

    data: bytes
    encoding: str | None
    ignored: str
    snapshot: Snapshot


def keep(url: str, exchanges: Sequence[Exchange]) -> Path:
    """Write all *exchanges* up to the page at *url* into a new archive; return its path.

    The archive is durable. Raises :class:`DocumentError` if that fails, and leaves nothing.
    """
    address = address_of(url)
    path = path_of_snapshot(address.url, exchanges[-1].at)
    try:
        _write_new(path, _archive(address.url, exchanges, path.name))
    except OSError as error:
        why, folder = error.strerror or str(error), shown_name(snapshots_folder())
        raise DocumentError(
            Message(AboutWeb.NOT_KEPT, host=address.host, folder=folder, why=why)
        ) from None
    return path


def page_in(archive: bytes, encoding: str | None = None) -> SnapshotPage:
    """Return the page in a web archive: the first answer in it that is one.

    *encoding* is that of the page where a person named it. Raises :class:`DocumentError`, whose
    message does not name the file, where there is none, or it unpacks to too much.
    """
    answers = list(_answers(archive))
    place = next((n for n, answer in enumerate(answers) if _is_page(answer)), None)
    if place is None:
        raise DocumentError(Message(AboutWeb.DAMAGED_SNAPSHOT))
    url, at, head, body = answers[place]
    try:
        data = unpacked(body, head.get_header("content-encoding") or "")
    except DocumentError:
        raise DocumentError(Message(AboutWeb.DAMAGED_SNAPSHOT)) from None
    charset = charset_of(head.get_header("content-type") or "")
    taken = encoding or encoding_of(data, charset)
    is_ignored = taken is None and not data.isascii() and not data.startswith(MARKS)
    snapshot = Snapshot(answers[0].url, url, at, hashlib.sha256(body).hexdigest())
    return SnapshotPage(data, taken, charset if is_ignored else "", snapshot)


def _archive(url: str, exchanges: Sequence[Exchange], name: str) -> bytes:
    """Return the bytes of an archive that holds *exchanges*."""
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False, warc_version=_VERSION)
    about = {"software": f"Copydesk/{__version__}", "format": "WARC File Format 1.1"}
    writer.write_record(writer.create_warcinfo_record(name, {**about, "description": url}))
    for exchange in exchanges:
        answer = _record(exchange, "response", exchange.head, exchange.body)
        request = _record(exchange, "request", exchange.request, b"")
        writer.write_request_response_pair(request, answer)
    return out.getvalue()


def _record(exchange: Exchange, kind: str, head: bytes, body: bytes) -> ArcWarcRecord:
    """Return a record whose block is exactly *head* and *body*, with the hashes of both."""
    from uuid import uuid4

    from warcio.recordloader import ArcWarcRecord
    from warcio.statusandheaders import StatusAndHeaders

    headers = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{uuid4()}>",
        "WARC-Target-URI": exchange.url,
        "WARC-Date": exchange.at,
        "WARC-Block-Digest": f"sha256:{hashlib.sha256(head + body).hexdigest()}",
        "WARC-Payload-Digest": f"sha256:{hashlib.sha256(body).hexdigest()}",
    }
    if exchange.ip:
        headers["WARC-IP-Address"] = exchange.ip
    said = StatusAndHeaders("", list(headers.items()), protocol=_VERSION)
    block = io.BytesIO(head + body)
    form = _ANSWER if kind == "response" else _REQUEST
    length = len(head) + len(body)
    return ArcWarcRecord("warc", kind, said, block, None, form, length)


class _Answer(NamedTuple):
    url: str
    at: str
    head: StatusAndHeaders
    body: bytes


def _is_page(answer: _Answer) -> bool:
    return bool(answer.head.get_statuscode().startswith("2"))


def _answers(archive: bytes) -> Iterator[_Answer]:
    """Yield the answers in *archive*, as long as there is room for what servers sent."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    room = MOST_BYTES
    try:
        for record in ArchiveIterator(io.BytesIO(archive)):
            if record.rec_type == "response" and record.http_headers is not None:
                body = record.raw_stream.read(room + 1)
                room -= len(body)
                if room < 0:
                    break
                said = record.rec_headers.get_header
                url, at = said("WARC-Target-URI") or "", said("WARC-Date") or ""
                yield _Answer(url, at, record.http_headers, body)
    except (ArchiveLoadFailed, ValueError, EOFError):
        raise DocumentError(Message(AboutWeb.DAMAGED_SNAPSHOT)) from None


def _write_new(path: Path, data: bytes) -> None:
    """Write the file *path* whole or not at all, where nothing is yet; raises OSError."""
    os.makedirs(path.parent, mode=0o700, exist_ok=True)  # noqa: PTH103
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with open(part, "xb", opener=_private) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        with contextlib.suppress(OSError):  # an empty folder says nothing
            path.parent.rmdir()
        raise
    for folder in (path.parent, path.parent.parent):
        _sync(folder)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _sync(folder: Path) -> None:
    """Wait until the names in *folder* are on the disk, where that can be asked."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
