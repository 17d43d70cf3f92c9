"""The bytes of a document become its text: the part of reading that a file can make long.

It runs in the reading process, see ``bounded``; of short plain text also where it is wanted.
"""

from __future__ import annotations

from typing import NamedTuple

from .decode import Decoded, decode, is_plain_utf8
from .errors import DocumentError
from .formats import declared_encoding, packed_format, text_format
from .mhtml import is_mhtml, page_in
from .model import Notice
from .notices import counted, notices_of

_SHORT = 300_000  # bytes; the longest of usual articles have 60,000


class Wanted(NamedTuple):
    """How a document is to be read.

    ``name`` tells Markdown. ``encoding`` overrides what the bytes say. ``whole_page`` keeps a
    page's furniture and a PDF's running heads, ``as_written`` the marks of Markdown.
    """

    name: str
    encoding: str | None = None
    whole_page: bool = False
    as_written: bool = False


class Contents(NamedTuple):
    """What a document says: its text, how it was encoded ("" where packed), format, notices."""

    text: str
    encoding: str
    format: str
    notices: tuple[Notice, ...] = ()


class Progress:
    """Is told how far the reading has come; this one is not interested."""

    def format(self, format: str) -> None:
        """*format* is what is being read."""

    def so_far(self, contents: Contents) -> None:
        """*contents* will do if what follows takes too much."""


def is_short_plain_text(data: bytes, wanted: Wanted) -> bool:
    """Tell at a glance whether *data* is read in a moment: no format, no doubt, not long."""
    if len(data) > _SHORT or wanted.encoding is not None or data.startswith(b"PK"):
        return False
    if packed_format(data) is not None or is_mhtml(data) or not is_plain_utf8(data):
        return False
    return text_format(data.decode("utf-8"), wanted.name) == "text"


def read_contents(data: bytes, wanted: Wanted, progress: Progress | None = None) -> Contents:
    """Return what *data* says.

    Raises :class:`DocumentError` for what is damaged, encrypted, without text, or needs a
    library that is not installed.
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
        what = "file" if contents.format == "text" else "document"
        raise DocumentError(f"the {what} holds no text, only white space; choose another")
    return contents._replace(notices=(*contents.notices, *notices_of(contents.text)))


def _unpacked(data: bytes, format: str, whole_page: bool) -> tuple[str, tuple[Notice, ...]]:
    """Return the text of a packed file; libraries are imported only where needed."""
    if format == "docx":
        from .office import read_docx

        return read_docx(data), ()
    if format == "odt":
        from .office import read_odt

        return read_odt(data), ()
    if format == "rtf":
        from .rtf import read_rtf

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
        from .webpage import read_page

        def so_far(text: str, notices: tuple[Notice, ...]) -> None:
            progress.so_far(rendered(text, (*notices, *notices_of(text))))

        return rendered(*read_page(decoded.text, whole_page=wanted.whole_page, so_far=so_far))
    if format == "markdown" and not wanted.as_written:
        from .markdown import read_markdown

        return rendered(read_markdown(decoded.text))
    return rendered(decoded.text)


def _undecodable(decoded: Decoded) -> tuple[Notice, ...]:
    if not decoded.undecodable:
        return ()
    places = counted(decoded.undecodable, "place", "places")
    message = f"In {places} the bytes mean nothing in {decoded.encoding}; \ufffd stands for them."
    return (Notice("undecodable", message, decoded.undecodable),)
