"""A web page saved as one file (MHTML): an e-mail whose parts are the page and its pictures."""

from __future__ import annotations

import re

from .errors import DocumentError

_HEAD = 4096  # bytes that tell a saved page
_HEADERS = re.compile(rb"\s*[A-Za-z][A-Za-z-]*: ")


def is_mhtml(data: bytes) -> bool:
    """Tell whether *data* begins like a page that a browser saved as a single file."""
    head = data[:_HEAD].lower()
    is_mail = _HEADERS.match(head) is not None and b"mime-version:" in head
    return is_mail and b"multipart/related" in head


def page_in(data: bytes) -> tuple[bytes, str | None]:
    """Return the bytes of the page in a saved file and the encoding that the file names.

    Raises :class:`DocumentError` where there is no page in it.
    """
    # Only here: the package of e-mail formats is large.
    from email import message_from_bytes, policy

    for part in message_from_bytes(data, policy=policy.compat32).walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            page = part.get_payload(decode=True)
            if isinstance(page, bytes):
                return page, part.get_content_charset()
    raise DocumentError("there is no web page in this saved file; save the page as HTML")
