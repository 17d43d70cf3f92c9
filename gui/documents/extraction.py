"""The text is extracted from a document's bytes: the part of reading that a file can make slow.

It runs in the reading process (see ``reader``), for short plain text also in the caller's own.
"""

from __future__ import annotations

from typing import NamedTuple

from ..messages import Message, counted
from ..messages.about_documents import AboutDocument
from .decode import Decoded, decode, is_plain_utf8
from .document import DocumentError, Notice
from .formats import declared_encoding, is_mhtml, packed_format, page_in, text_format
from .notices import notices_of

LONGEST = 10_000_000
"""Characters of a document's text, whatever its format: those of three very long novels.

To compare a text of this length with a copy of it takes a minute and 3 gigabytes.
"""

_SHORT = 300_000  # bytes; long articles have 60,000


class Wanted(NamedTuple):
    """How a document is to be read.

    ``name`` may identify Markdown. ``encoding`` overrides what the bytes say. ``whole_page``
    keeps the furniture of a page and the running heads of a PDF, ``as_written`` the marks of
    Markdown.
    """

    name: str
    encoding: str | None = None
    whole_page: bool = False
    as_written: bool = False


class Contents(NamedTuple):
    """The text of a document, its encoding ("" for packed formats), format and notices."""

    text: str
    encoding: str
    format: str
    notices: tuple[Notice, ...] = ()


class Progress:
    """Receives reports while a document is read; this class ignores them."""

    def format(self, format: str) -> None:
        """Take note that the document has this *format*."""

    def so_far(self, contents: Contents) -> None:
        """Take note that *contents* will do if the rest takes too much time or memory."""


def is_short_plain_text(data: bytes, wanted: Wanted) -> bool:
    """Return whether *data* is short, plainly UTF-8 and of no other format, hence read at once."""
    if len(data) > _SHORT or wanted.encoding is not None or data.startswith(b"PK"):
        return False
    if packed_format(data) is not None or is_mhtml(data) or not is_plain_utf8(data):
        return False
    return text_format(data.decode("utf-8"), wanted.name) == "text"


def read_contents(data: bytes, wanted: Wanted, progress: Progress | None = None) -> Contents:
    """Return the contents of the document whose bytes are *data*.

    Raises :class:`DocumentError` if it is damaged, encrypted, without text, or needs a library
    that is not installed.
    """
    progress = progress or Progress()
    packed = packed_format(data)
    if packed is not None:
        progress.format(packed)
        text, notices = _unpacked(data, packed, wanted.whole_page)
        contents = Contents(text, "", packed, notices)
    else:
        contents = _decoded(data, wanted, progress)
    if not contents.text or contents.text.isspace():
        if contents.format == "text":
            raise DocumentError(Message(AboutDocument.NO_TEXT_IN_FILE))
        raise DocumentError(Message(AboutDocument.NO_TEXT_IN_DOCUMENT))
    return contents._replace(notices=(*contents.notices, *notices_of(contents.text)))


def _unpacked(data: bytes, format: str, whole_page: bool) -> tuple[str, tuple[Notice, ...]]:
    """Return the text of a packed file and notices; only the reader of its format is imported."""
    if format == "docx":
        from .word_processors import read_docx

        return read_docx(data), ()
    if format == "odt":
        from .word_processors import read_odt

        return read_odt(data), ()
    if format == "rtf":
        from .word_processors import read_rtf

        return read_rtf(data), ()
    from .pdf import read_pdf

    return read_pdf(data, whole_page=whole_page)


def _decoded(data: bytes, wanted: Wanted, progress: Progress) -> Contents:
    page, declared = page_in(data) if is_mhtml(data) else (data, None)
    decoded = decode(page, wanted.encoding, declared=declared or declared_encoding(page))
    format = text_format(decoded.text, wanted.name) if page is data else "html"
    progress.format(format)
    undecodable = _undecodable(decoded)

    def rendered(text: str, notices: tuple[Notice, ...] = ()) -> Contents:
        return Contents(text, decoded.encoding, format, (*undecodable, *notices))

    if format == "html":
        from .article import read_page

        def so_far(text: str, notices: tuple[Notice, ...]) -> None:
            progress.so_far(rendered(text, (*notices, *notices_of(text))))

        return rendered(*read_page(decoded.text, whole_page=wanted.whole_page, so_far=so_far))
    if format == "markdown" and not wanted.as_written:
        from .markup import read_markdown

        return rendered(read_markdown(decoded.text))
    return rendered(decoded.text)


def _undecodable(decoded: Decoded) -> tuple[Notice, ...]:
    if not decoded.undecodable:
        return ()
    one, many = AboutDocument.UNDECODABLE_PLACE, AboutDocument.UNDECODABLE_PLACES
    message = counted(one, many, decoded.undecodable, encoding=decoded.encoding)
    return (Notice("undecodable", message, decoded.undecodable),)
