"""Bytes become text in an encoding whose name is known: strictly, or with what does not fit marked.

Which encoding that is, ``decode`` finds out.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from ...messages import Message
from ...messages.about_documents import AboutDocument
from ..document import DocumentError, shown_name

PIECE = 1 << 20
"""Bytes that are looked at in one call."""

# Codecs of the standard library that turn bytes into text but are no encoding of documents.
_NO_ENCODINGS = frozenset(
    {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "utf-7"}
)


@dataclass(frozen=True)
class Decoded:
    """A decoded text; ``undecodable`` counts the places where the bytes had to become U+FFFD."""

    text: str
    encoding: str
    undecodable: int = 0


def known_encoding(name: str) -> str:
    """Return *name*, of an encoding, in lower case; raise :class:`DocumentError` if unknown.

    >>> known_encoding("Latin-1")
    'latin-1'
    """
    plain = name.strip().lower().replace("_", "-")
    try:
        info = codecs.lookup(plain) if plain.isprintable() else None
    except (LookupError, ValueError):
        info = None
    # bytes.decode reads this attribute too: it is false for hex, zip and other codecs of bytes.
    if info is None or plain in _NO_ENCODINGS or not getattr(info, "_is_text_encoding", True):
        raise DocumentError(Message(AboutDocument.UNKNOWN_ENCODING, name=shown_name(name)))
    return plain


def strict(data: bytes, encoding: str) -> str | None:
    """Return the text of *data* in *encoding*; None where some bytes mean nothing in it."""
    try:
        if encoding != "utf-8" or len(data) <= PIECE:
            return data.decode(encoding)
        decoder = codecs.getincrementaldecoder(encoding)()
        texts = [decoder.decode(data[start : start + PIECE]) for start in starts(data)]
        return "".join((*texts, decoder.decode(b"", True)))
    except (UnicodeError, LookupError):
        return None


def starts(data: bytes) -> range:
    """Return the offsets at which pieces of *data* begin that are searched one by one.

    No other thread runs Python while one call searches bytes. For a label file of many megabytes
    that takes a tenth of a second, during which the window would freeze.
    """
    return range(0, len(data), PIECE)


def forced(data: bytes, encoding: str) -> Decoded:
    """Return the text of *data* in *encoding*, with U+FFFD for bytes that mean nothing in it."""
    text = data.decode(encoding, "replace").removeprefix("\ufeff")
    undecodable = text.count("\ufffd")
    if undecodable and encoding.startswith("utf-8"):
        undecodable -= data.count("\ufffd".encode())  # these are in the file itself
    return Decoded(text, encoding, undecodable)
