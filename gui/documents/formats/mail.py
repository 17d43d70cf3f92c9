"""Mail, and pages that a browser saved as mail (MHTML): the body is found and decoded.

Imported with the first such file, because the standard library's ``email`` is large.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from datetime import date, timezone
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message as Mail
from email.utils import parsedate_to_datetime
from typing import NamedTuple
from urllib.parse import urljoin

from ...messages import Message
from ...messages.about_documents import AboutDocument
from ..document import DocumentError
from ..pages.page_styles import Sheets
from ..pages.style_rules import Sheet

_PAGES = ("text/html", "application/xhtml+xml")
_TRAVELLED = ("To", "Received", "Message-ID", "Delivered-To", "Return-Path")
_PLACES = ("Content-Location", "Snapshot-Content-Location")
_TAGS = re.compile(r"<(?:style|script)\b[^<]*</|<[^<>]*>", re.IGNORECASE)
_STUB = 40  # words of a plain form that only says that there is another one
_DEEPEST = 5  # letters inside each other that are read
_DOCUMENTS = ("pdf", "msword", "rtf", "epub", "officedocument", "opendocument.text", "html")


class Body(NamedTuple):
    """What a mail says: its bytes, the encoding it declares, and whether that is HTML.

    ``subject`` is "" where a browser wrote the mail, because the page has its own headline, and
    where the body goes on. ``flowed`` says that a space at a line's end means that the line goes
    on.
    """

    data: bytes
    charset: str | None
    is_html: bool
    subject: str = ""
    flowed: bool = False


class Letter(NamedTuple):
    """A mail: its bodies, those of forwarded mails last, and the names of unread attachments.

    Of a page that a browser saved ``is_page`` is true, and ``sheets`` are the style sheets that
    were saved with it. ``sent`` is when a mail that forwards no other was sent.
    """

    bodies: list[Body]
    attachments: list[str] = []  # noqa: RUF012 - a named tuple's default is never changed
    is_page: bool = False
    sheets: Sheets | None = None
    sent: date | None = None


def read_mail(data: bytes) -> Letter:
    """Return the readable parts of the mail *data*.

    Raises :class:`DocumentError` if there is nothing.
    """
    mail = message_from_bytes(_without_postmark(data), policy=policy.compat32)
    parts = [part for part in _parts(mail) if not part.is_multipart()]
    pages = [p for p in parts if p.get_content_type() in _PAGES and not _is_attached(p)]
    if pages and _is_saved_page(mail, pages):
        page = _begun_with(mail, pages)
        body = Body(_bytes(page), page.get_content_charset(), is_html=True)
        return Letter([body], is_page=True, sheets=_sheets(mail, page, parts))
    if mail.get_content_type() == "multipart/related" and not pages:
        raise DocumentError(Message(AboutDocument.NO_PAGE))
    attached = [part for part in parts if _is_attached(part)]
    bodies = _bodies(mail)
    if not bodies:
        texts = [p for p in attached if p.get_content_type() in ("text/plain", *_PAGES)]
        bodies = _with_subject([_body(part) for part in texts if _bytes(part).strip()], mail)
        attached = [part for part in attached if part not in texts]
    if not bodies:
        raise DocumentError(Message(AboutDocument.NO_TEXT_IN_DOCUMENT))
    documents = [_name(part) for part in attached if _is_document(part)]
    return Letter(bodies, documents, sent=_sent(mail) if len(bodies) == 1 else None)


def _sent(mail: Mail) -> date | None:
    """Return when *mail* was sent, by its sender's clock; None if it does not say."""
    try:
        sent = parsedate_to_datetime(str(mail["Date"]))
        # A zone of -0000 stands for UTC, of which that is not where the sender was.
        return sent if sent.tzinfo else sent.replace(tzinfo=timezone.utc)
    except (ValueError, TypeError, OverflowError):
        return None


def _without_postmark(data: bytes) -> bytes:
    """Return *data* without the line "From ..." before each mail in a file of many (mbox)."""
    start = data.lstrip()
    return start.partition(b"\n")[2] if start.startswith(b"From ") else data


def _parts(mail: Mail) -> Iterator[Mail]:
    """Yield the parts of a mail, without those of mails inside it."""
    yield mail
    if mail.is_multipart() and mail.get_content_maintype() != "message":
        for part in _inside(mail):
            yield from _parts(part)


def _inside(mail: Mail) -> list[Mail]:
    parts = mail.get_payload()
    return [part for part in parts if isinstance(part, Mail)] if isinstance(parts, list) else []


def _bodies(mail: Mail, depth: int = 0) -> list[Body]:
    """Return the bodies of a mail, the first with its subject, and those of mails inside it."""
    forwarded = [p for p in _parts(mail) if p.get_content_type() == "message/rfc822"]
    shown = [part for part in _shown(mail) if _bytes(part).strip()]
    plain = [part for part in shown if part.get_content_type() == "text/plain"]
    found = _with_subject([_body(part) for part in plain or shown[:1]], mail)
    for part in forwarded if depth < _DEEPEST else ():
        for inside in _inside(part):
            found += _bodies(inside, depth + 1)
    return found


def _shown(mail: Mail) -> Iterator[Mail]:
    """Yield the parts that a mail program shows as text, of several forms of a text the best."""
    kind = mail.get_content_type()
    if _is_attached(mail) or kind == "message/rfc822":
        return
    if kind in ("text/plain", *_PAGES):
        yield mail
    elif mail.is_multipart():
        forms = [list(_shown(part)) for part in _inside(mail)]
        if kind == "multipart/alternative":
            forms = [_best(forms)]
        for form in forms:
            yield from form


def _best(forms: list[list[Mail]]) -> list[Mail]:
    """Return the plain form of a text, unless it only says that there is another one."""
    forms = [form for form in forms if any(_bytes(part).strip() for part in form)]
    plain = next((f for f in forms if any(p.get_content_type() == "text/plain" for p in f)), [])
    longest = max(forms, key=_word_count, default=[])
    words = _word_count(plain)
    return longest if words < _STUB and 3 * words < _word_count(longest) else plain or longest


def _word_count(parts: list[Mail]) -> int:
    return sum(len(_TAGS.sub(" ", _bytes(p).decode("latin-1")).split()) for p in parts)


def _body(part: Mail) -> Body:
    is_html = part.get_content_type() in _PAGES
    flowed = str(part.get_param("format", "")).lower() == "flowed"
    return Body(_bytes(part), part.get_content_charset(), is_html, "", flowed)


def _with_subject(bodies: list[Body], mail: Mail) -> list[Body]:
    return [bodies[0]._replace(subject=_subject(mail)), *bodies[1:]] if bodies else []


def _is_document(part: Mail) -> bool:
    kind = part.get_content_type()
    return kind.startswith("text/") or any(name in kind for name in _DOCUMENTS)


def _name(part: Mail) -> str:
    return _decoded_header(part.get_filename() or part.get_content_type())


def _sheets(mail: Mail, page: Mail, parts: list[Mail]) -> Sheets:
    """Return what finds the style sheets that were saved with a page."""
    saved = {}
    for part in parts:
        if part.get_content_type() == "text/css":
            text = _bytes(part).decode(part.get_content_charset("utf-8"), "replace")
            for place in _own_places(part):
                saved[place] = text
    base = next((str(each[name]) for each in (page, mail) for name in _PLACES if name in each), "")

    def find(reference: str, name: str) -> Sheet | None:
        place = reference if reference in saved else urljoin(name or base, reference)
        return Sheet.of(place, saved[place]) if place in saved else None

    return find


def _own_places(part: Mail) -> list[str]:
    number = str(part.get("Content-ID", "")).strip("<> ")
    return [str(part.get("Content-Location", "")).strip(), f"cid:{number}" if number else ""]


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
    place = str(mail.get("Snapshot-Content-Location", "")).strip()
    named = (p for p in pages if start and str(p.get("Content-ID", "")).strip("<> ") == start)
    placed = (p for p in pages if place and str(p.get("Content-Location", "")).strip() == place)
    return next(named, None) or next(placed, None) or pages[0]


def _bytes(part: Mail) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _subject(mail: Mail) -> str:
    return _decoded_header(str(mail.get("Subject", "")))


def _decoded_header(said: str) -> str:
    with contextlib.suppress(HeaderParseError, LookupError, UnicodeError, ValueError):
        said = str(make_header(decode_header(said)))
    return " ".join(said.split())
