"""Interprets what a server says of its bytes: compression and encoding.

Nothing here trusts it: bytes are decompressed up to a limit, and an encoding that does not fit the
bytes is ignored.
"""

from __future__ import annotations

import codecs
import re
import zlib

from ...messages import Message
from ...messages.about_web import AboutWeb
from ..document import DocumentError
from ..formats.recognition import declared_encoding
from ..text.known_encodings import known_encoding

MOST_BYTES = 20_000_000
"""The most bytes of a page, both compressed and decompressed."""

MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""How a text begins that says itself in which encoding it is."""

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:+-]{1,40})", re.IGNORECASE)
_PLAIN = frozenset(("", "identity", "none", "binary"))
_PACKED = frozenset(("gzip", "x-gzip", "deflate", "x-deflate"))
_GZIP_OR_ZLIB, _BARE = 47, -15  # window bits, as zlib wants them


def unpacked(body: bytes, coding: str, most: int = MOST_BYTES) -> bytes:
    """Return *body* as it was before the server packed it; *coding* is its Content-Encoding.

    Raises :class:`DocumentError` for a coding that nobody asked for and this program does not
    know, for damaged data, and for what unpacks to more than *most* bytes.
    """
    name = coding.strip().lower()
    if name in _PLAIN:
        return body
    if name not in _PACKED:
        raise DocumentError(Message(AboutWeb.UNKNOWN_CODING, coding=name[:40]))
    try:
        return _inflated(body, _GZIP_OR_ZLIB, most)
    except zlib.error:
        pass
    try:  # some servers call this deflate
        return _inflated(body, _BARE, most)
    except zlib.error:
        raise DocumentError(Message(AboutWeb.DAMAGED_CODING, coding=name)) from None


def _inflated(body: bytes, bits: int, most: int) -> bytes:
    """Return *body* inflated, all parts of it where there are several."""
    found: list[bytes] = []
    room, rest = most + 1, body
    while rest:
        inflater = zlib.decompressobj(bits)
        found.append(inflater.decompress(rest, room))
        room -= len(found[-1])
        if room <= 0:
            raise DocumentError(Message(AboutWeb.TOO_LARGE_UNPACKED, size=most // 1_000_000))
        if not inflater.eof:
            raise zlib.error("cut off")
        rest = inflater.unused_data if bits == _GZIP_OR_ZLIB else b""
        if found[1:] and not found[-1]:  # padding behind the end
            break
    return b"".join(found)


def charset_of(content_type: str) -> str:
    """Return the encoding that a Content-Type names, as the server wrote it; "" for none.

    >>> charset_of('text/html; charset="windows-1251"')
    'windows-1251'
    """
    found = _CHARSET.search(content_type)
    return found[1] if found else ""


def encoding_of(body: bytes, charset: str) -> str | None:
    r"""Return the encoding that *charset*, declared for *body*, means; None to detect it.

    Browsers believe the server before the page. That is right unless the bytes say otherwise: by
    a mark at their beginning, by not being text in that encoding, or by being UTF-8 where the
    server has a small encoding for all of its pages.

    >>> encoding_of("Прага".encode("windows-1251"), "windows-1251")
    'windows-1251'
    >>> encoding_of("Прага".encode(), "iso-8859-1") is None
    True
    """
    if not charset or body.startswith(MARKS):
        return None
    # The name as pages have it, which stands for the larger encoding that browsers take.
    meant = declared_encoding(b'<meta charset="%s">' % charset.encode("ascii", "replace"))
    try:
        name = known_encoding(meant or charset)
        text = body.decode(name)
    except (DocumentError, UnicodeDecodeError, LookupError):
        return None
    if body.isascii() and len(text) == len(body):
        return None  # the same in all of them
    is_unicode = name.replace("-", "").replace("_", "").lower().startswith("utf")
    if not is_unicode and not body.isascii() and _is_utf8(body):
        return None
    return name


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
