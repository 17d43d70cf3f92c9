"""A document's bytes become its text, by the reader of their format.

A web page saved as one file (MHTML) is a mail whose parts are the page and its pictures: the page
is taken out of it.

This is the part of reading that a file can make slow. It runs in the reading process (see
``reader``), for short plain text also in the caller's own.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING

from ..messages import Message, counted
from ..messages.about_documents import AboutDocument
from .document import Contents, DocumentError, Notice, ReadingOptions
from .formats.format_table import FORMATS
from .formats.recognition import declared_encoding, is_mail, packed_format, text_format
from .text.decode import decode, is_plain_utf8
from .text.hidden_text import hidden_notice, with_hidden_apart, with_marks, without_marks
from .text.known_encodings import Decoded
from .text.line_ends import with_plain_ends
from .text.notices import notices_of

if TYPE_CHECKING:
    from .formats.mail import Body
    from .pages.page_styles import Sheets

LONGEST = 10_000_000
"""Characters of a document's text, whatever its format: those of three very long novels.

To compare a text of this length with a copy of it takes a minute and 3 gigabytes.
"""

_SHORT = 300_000  # bytes; long articles have 60,000


class ReadingProgress:
    """Receives reports while a document is read; this class ignores them."""

    def format(self, format: str) -> None:
        """Take note that the document has this *format*."""

    def so_far(self, contents: Contents) -> None:
        """Take note that *contents* will suffice if the rest takes too much time or memory."""


def is_short_plain_text(data: bytes, wanted: ReadingOptions) -> bool:
    """Return whether *data* is short, plainly UTF-8 and of no other format, hence read at once."""
    if len(data) > _SHORT or wanted.encoding is not None or data.startswith(b"PK"):
        return False
    if packed_format(data) is not None or is_mail(data, wanted.name) or not is_plain_utf8(data):
        return False
    return text_format(data.decode("utf-8"), wanted.name) == "text"


def read_contents(
    data: bytes, wanted: ReadingOptions, progress: ReadingProgress | None = None
) -> Contents:
    """Return the contents of the document whose bytes are *data*.

    Raises :class:`DocumentError` if it is damaged, encrypted, without text, or needs a library
    that is not installed.
    """
    progress = progress or ReadingProgress()
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
    return _with_hidden_apart(contents)


def load_readers(formats: Iterable[str]) -> None:
    """Import the readers of *formats* ahead of the first document.

    A missing library is reported only when there is a document for it.
    """
    for format in formats:
        for module in FORMATS[format].readers:
            with suppress(ImportError):
                import_module(module, __package__)


def _with_hidden_apart(contents: Contents) -> Contents:
    """Return *contents* with hidden text told apart and all notices."""
    text, hidden = contents.text, contents.hidden
    if FORMATS[contents.format].may_hide:
        text, hidden = with_hidden_apart(with_plain_ends(text))
    notices = (*contents.notices, *hidden_notice(text, hidden), *notices_of(text))
    return contents._replace(text=text, notices=notices, hidden=hidden)


def _unpacked(data: bytes, format: str, whole_page: bool) -> tuple[str, tuple[Notice, ...]]:
    """Return the text of a packed file and notices; only the reader of its format is imported."""
    if format == "docx":
        from .formats.word import read_docx

        return read_docx(data, _read_inside)
    if format == "odt":
        from .formats.open_document import read_odt

        return read_odt(data)
    if format == "rtf":
        from .formats.rtf import read_rtf

        return read_rtf(data)
    if format == "doc":
        from .formats.old_word import read_doc

        return read_doc(data), ()
    if format == "epub":
        from .formats.epub import read_epub

        return read_epub(data, _page_text)
    if format == "pdf":
        from .formats.pdf import read_pdf

        return read_pdf(data, whole_page=whole_page)
    raise ValueError(f"no reader of packed files of the format {format}")


def _page_text(data: bytes) -> str:
    return decode(data, declared=declared_encoding(data)).text


def _read_inside(data: bytes, name: str) -> str:
    """Return the text of a document inside a Word file, which must not hold a Word file itself."""
    if packed_format(data) != "docx":
        contents = read_contents(data, ReadingOptions(name, whole_page=True))
        return with_marks(contents.text, contents.hidden)
    from .formats.word import read_docx

    def no_more(data: bytes, name: str) -> str:
        return ""

    return read_docx(data, no_more)[0]


def _decoded(data: bytes, wanted: ReadingOptions, progress: ReadingProgress) -> Contents:
    if is_mail(data, wanted.name):
        return _mailed(data, wanted, progress)
    decoded = decode(data, wanted.encoding, declared=declared_encoding(data))
    format = text_format(decoded.text, wanted.name)
    if format == "json" and not wanted.as_written:
        from .pages.article_json import read_json

        progress.format(format)
        text = read_json(decoded.text)
        if text is not None:
            return Contents(text, decoded.encoding, format, _undecodable(decoded))
    format = "text" if format == "json" else format
    progress.format(format)
    return _rendered(decoded, format, wanted, progress)


def _mailed(data: bytes, wanted: ReadingOptions, progress: ReadingProgress) -> Contents:
    from .formats.mail import read_mail

    progress.format("mail")
    letter = read_mail(data)
    if letter.is_page:
        progress.format("html")
        (body,) = letter.bodies
        decoded = _decoded_body(body, wanted)
        return _rendered(decoded, "html", wanted, progress, letter.sheets)
    found = [_read_body(body, wanted) for body in letter.bodies]
    text = "\n\n".join(each.text for each in found)
    notices = [notice for each in found for notice in each.notices]
    if letter.attachments:
        one, many = AboutDocument.UNREAD_ATTACHMENT, AboutDocument.UNREAD_ATTACHMENTS
        count, names = len(letter.attachments), ", ".join(letter.attachments)
        notices.append(Notice("attachments", counted(one, many, count, names=names), count))
    return Contents(text, found[0].encoding, "mail", tuple(notices), published=letter.sent)


def _decoded_body(body: Body, wanted: ReadingOptions) -> Decoded:
    said = body.charset or (declared_encoding(body.data) if body.is_html else None)
    return decode(body.data, wanted.encoding, declared=said)


def _read_body(body: Body, wanted: ReadingOptions) -> Contents:
    """Return the contents of a letter's body, all of which is meant, below its subject."""
    from .formats.mail import unflowed

    decoded = _decoded_body(body, wanted)
    if body.is_html:
        whole = wanted._replace(whole_page=True)
        contents = _rendered(decoded, "html", whole, ReadingProgress())
    else:
        text = unflowed(decoded.text) if body.flowed else decoded.text
        contents = Contents(without_marks(text), decoded.encoding, "mail", _undecodable(decoded))
    subject = f"{body.subject}\n\n" if body.subject and contents.text.strip() else ""
    return contents._replace(text=subject + contents.text.strip("\r\n"))


def _rendered(
    decoded: Decoded,
    format: str,
    wanted: ReadingOptions,
    progress: ReadingProgress,
    sheets: Sheets | None = None,
) -> Contents:
    undecodable = _undecodable(decoded)

    def rendered(
        text: str, notices: tuple[Notice, ...] = (), published: date | None = None
    ) -> Contents:
        all_notices = (*undecodable, *notices)
        return Contents(text, decoded.encoding, format, all_notices, published=published)

    if format == "html":
        from .pages.article import read_page

        def so_far(text: str, notices: tuple[Notice, ...]) -> None:
            progress.so_far(_with_hidden_apart(rendered(text, notices)))

        whole_page = wanted.whole_page
        found = read_page(decoded.text, whole_page=whole_page, so_far=so_far, sheets=sheets)
        return rendered(*found)
    if format == "markdown" and not wanted.as_written:
        from .formats.markdown_text import read_markdown

        return rendered(*read_markdown(decoded.text))
    if format == "subtitles" and not wanted.as_written:
        from .formats.subtitles import read_subtitles

        return rendered(read_subtitles(decoded.text))
    if format in ("odt", "docx", "feed", "nitf", "tei") and not wanted.as_written:
        return rendered(*_flat(decoded.text, format))
    return rendered(decoded.text)


def _flat(text: str, format: str) -> tuple[str, tuple[Notice, ...]]:
    """Return the text and notices of a document that is one XML file."""
    if format == "feed":
        from .pages.article_data import read_feed

        return read_feed(text), ()
    if format in ("nitf", "tei"):
        from .pages.article_xml import read_article_xml

        return read_article_xml(text), ()
    from .formats.office_package import parsed_xml

    root = parsed_xml(text.encode("utf-8", "replace"), encoding="utf-8")
    if format == "odt":
        from .formats.open_document import read_flat_odt

        return read_flat_odt(root)
    from .formats.word import read_flat_word

    return read_flat_word(root, _read_inside)


def _undecodable(decoded: Decoded) -> tuple[Notice, ...]:
    if not decoded.undecodable:
        return ()
    one, many = AboutDocument.UNDECODABLE_PLACE, AboutDocument.UNDECODABLE_PLACES
    message = counted(one, many, decoded.undecodable, encoding=decoded.encoding)
    return (Notice("undecodable", message, decoded.undecodable),)
