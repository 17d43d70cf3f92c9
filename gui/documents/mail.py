"""Mail, and pages that a browser saved as mail (MHTML): the body is found and decoded.

Imported with the first such file, because the standard library's ``email`` is large.
"""

from __future__ import annotations

import contextlib
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message as Mail
from typing import NamedTuple

from ..messages import Message
from ..messages.about_documents import AboutDocument
from .document import DocumentError

_PAGES = ("text/html", "application/xhtml+xml")
_TRAVELLED = ("To", "Received", "Message-ID", "Delivered-To", "Return-Path")
_PLACES = ("Content-Location", "Snapshot-Content-Location")


class Body(NamedTuple):
    """What a mail says: its bytes, the encoding it declares, and whether that is HTML.

    ``subject`` is "" where a browser wrote the mail: the page has its own headline. ``flowed``
    says that a space at a line's end means that the line goes on.
    """

    data: bytes
    charset: str | None
    is_html: bool
    subject: str = ""
    flowed: bool = False


def body_of(data: bytes) -> Body:
    """Return the body of the mail *data*: of a saved page the page, else what people read.

    Raises :class:`DocumentError` if there is none.
    """
    mail = message_from_bytes(data, policy=policy.compat32)
    parts = [part for part in mail.walk() if not part.is_multipart() and not _is_attached(part)]
    pages = [part for part in parts if part.get_content_type() in _PAGES]
    if pages and _is_saved_page(mail, pages):
        page = _begun_with(mail, pages)
        return Body(_bytes(page), page.get_content_charset(), is_html=True)
    if mail.get_content_type() == "multipart/related" and not pages:
        raise DocumentError(Message(AboutDocument.NO_PAGE))
    plain = [part for part in parts if part.get_content_type() == "text/plain"]
    subject = _subject(mail)
    for part in (*plain, *pages):
        body = _bytes(part)
        if body.strip():
            is_html = part in pages
            flowed = str(part.get_param("format", "")).lower() == "flowed"
            return Body(body, part.get_content_charset(), is_html, subject, flowed)
    raise DocumentError(Message(AboutDocument.NO_TEXT_IN_DOCUMENT))


def unflowed(text: str) -> str:
    r"""Return a flowed text with its lines joined (RFC 3676).

    >>> unflowed("The ferry \nwaited.\n\nNobody minded.")
    'The ferry waited.\n\nNobody minded.'
    """
    lines: list[str] = []
    goes_on = False
    for line in text.replace("\r\n", "\n").split("\n"):
        if goes_on and not line.startswith(">"):
            lines[-1] += line.removeprefix(" ")
        else:
            lines.append(line.removeprefix(" "))
        goes_on = line.endswith(" ") and line != "-- "
    return "\n".join(lines)


def _is_attached(part: Mail) -> bool:
    return part.get_content_disposition() == "attachment"


def _is_saved_page(mail: Mail, pages: list[Mail]) -> bool:
    if any(name in part for name in _PLACES for part in (mail, *pages)):
        return True
    return not any(name in mail for name in _TRAVELLED)


def _begun_with(mail: Mail, pages: list[Mail]) -> Mail:
    """Return the page that the mail names as the one to begin with, or the first one."""
    start = str(mail.get_param("start", "")).strip("<> ")
    named = (part for part in pages if str(part.get("Content-ID", "")).strip("<> ") == start)
    return (next(named, None) if start else None) or pages[0]


def _bytes(part: Mail) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _subject(mail: Mail) -> str:
    said = str(mail.get("Subject", ""))
    with contextlib.suppress(HeaderParseError, LookupError, UnicodeError, ValueError):
        said = str(make_header(decode_header(said)))
    return " ".join(said.split())
