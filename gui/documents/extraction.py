"""A document's bytes are told by their format, and the text is extracted from them.

The content tells the format; the name decides only about Markdown and about mail without the
usual headers. A web page saved as one file (MHTML) is a mail whose parts are the page and its
pictures: the page is taken out of it.

This is the part of reading that a file can make slow. It runs in the reading process (see
``reader``), for short plain text also in the caller's own.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import NamedTuple

import regex

from ..messages import Message, counted
from ..messages.about_documents import AboutDocument
from .decode import Decoded, decode, is_plain_utf8
from .document import DocumentError, Notice
from .notices import notices_of

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # old Office files, and encrypted new ones


def _not_a_text(what: AboutDocument) -> Message:
    return Message(AboutDocument.NOT_A_TEXT, what=Message(what))


def _to_unpack(what: AboutDocument) -> Message:
    return Message(AboutDocument.TO_UNPACK, what=Message(what))


def _to_save(what: AboutDocument, format: str | Message) -> Message:
    return Message(AboutDocument.TO_SAVE_AS, what=Message(what), format=format)


def _page_to_save(what: AboutDocument) -> Message:
    return Message(AboutDocument.PAGE_TO_SAVE_AS, what=Message(what), format="HTML")


# The first bytes of files that people take for documents, and what to say about them.
_OTHERS = (
    (b"\x89PNG", _not_a_text(AboutDocument.PNG)),
    (b"\xff\xd8\xff", _not_a_text(AboutDocument.JPEG)),
    (b"GIF8", _not_a_text(AboutDocument.GIF)),
    (b"RIFF", _not_a_text(AboutDocument.RIFF)),
    (b"II*\0", _not_a_text(AboutDocument.TIFF)),
    (b"MM\0*", _not_a_text(AboutDocument.TIFF)),
    (b"\0\0\x01\0", _not_a_text(AboutDocument.ICON)),
    (b"%!PS", _to_save(AboutDocument.POSTSCRIPT, "PDF")),
    (_OLE, _to_save(AboutDocument.OLD_OFFICE, "DOCX")),
    (b"\x1f\x8b", _to_unpack(AboutDocument.COMPRESSED)),
    (b"BZh", _to_unpack(AboutDocument.COMPRESSED)),
    (b"\xfd7zXZ", _to_unpack(AboutDocument.COMPRESSED)),
    (b"(\xb5/\xfd", _to_unpack(AboutDocument.COMPRESSED)),
    (b"7z\xbc\xaf", _to_unpack(AboutDocument.ARCHIVE)),
    (b"Rar!", _to_unpack(AboutDocument.ARCHIVE)),
    (b"\x7fELF", _not_a_text(AboutDocument.PROGRAM)),
    (b"MZ\x90", _not_a_text(AboutDocument.PROGRAM)),
    (b"\xcf\xfa\xed\xfe", _not_a_text(AboutDocument.PROGRAM)),
    (b"SQLite format 3\0", _not_a_text(AboutDocument.DATABASE)),
    (b"ID3", _not_a_text(AboutDocument.RECORDING)),
    (b"OggS", _not_a_text(AboutDocument.RECORDING)),
    (b"fLaC", _not_a_text(AboutDocument.RECORDING)),
    (b"wOFF", _not_a_text(AboutDocument.FONT)),
    (b"wOF2", _not_a_text(AboutDocument.FONT)),
    (b"bplist", _page_to_save(AboutDocument.SAFARI_ARCHIVE)),
)
_IN_ZIP = MappingProxyType(  # each by a member that only this format has
    {
        "xl/workbook.xml": _to_save(AboutDocument.SPREADSHEET, Message(AboutDocument.CSV_OR_TEXT)),
        "xl/workbook.bin": _to_save(AboutDocument.SPREADSHEET, Message(AboutDocument.CSV_OR_TEXT)),
        "ppt/presentation.xml": _to_save(
            AboutDocument.PRESENTATION, Message(AboutDocument.PDF_OR_TEXT)
        ),
        "Index/Document.iwa": _to_save(AboutDocument.PAGES, "DOCX"),
    }
)
_ODT = b"application/vnd.oasis.opendocument.text"
_BLANKS = 1024  # bytes in which blanks and a mark may precede an RTF file
_PDF_WITHIN = 1024  # bytes at the start in which readers accept the mark of a PDF
_MARKDOWN_NAMES = (".md", ".markdown", ".mdown", ".mkd", ".mkdn")
_HTML_NAMES = (".html", ".htm", ".xhtml", ".xht", ".shtml")
# What precedes the first tag is matched possessively, so that no part of it is tried twice.
_HTML_START = regex.compile(
    r"(?:\s++|<\?xml[^>]*+>|<!--(?>.*?-->))*+"
    r"<(?:!doctype\s+html|html|head|body|meta|title|link|main|article)\b[^<]*[>/]",
    regex.IGNORECASE | regex.DOTALL,
)
# A declaration, comments and a document type may precede the root.
_XML_ROOT = regex.compile(
    r"\s*+(?:<\?[^>]*+>\s*+|<!--(?>.*?-->)\s*+|<!doctype[^>\[]*+(?:\[[^\]]*+\])?+[^>]*+>\s*+)*+"
    r"<(?:[\w.-]++:)?+([\w.-]++)",
    regex.IGNORECASE | regex.DOTALL,
)
_NAMESPACE = regex.compile(r"[^<>]*?\sxmlns=")
_XML_FORMATS = (  # the name of the root, what must stand in its namespaces, the format
    ("document", "opendocument:xmlns:office", "odt"),
    ("worddocument", "office/word/2003/wordml", "docx"),
    ("package", "office/2006/xmlPackage", "docx"),
    ("rss", "", "feed"),
    ("feed", "", "feed"),
    ("rdf", "purl.org/rss", "feed"),
)
_LATEX = regex.compile(r"\s*+(?:%[^\n]*+\s*+)*+\\document(?:class|style)\b")
_SUBTITLES = regex.compile(
    r"\s*+(?:WEBVTT(?!\S)|\d++[ \t\r]*+\n\s*+(?:\d++:)?+\d\d:\d\d[,.]\d{3}\s*+-->)"
)
_JSON_START = re.compile(r"\s*(?:\[\s*)?\{\s*\"")
_HTML_LATER = re.compile(r"<(?:html|body)\b[^<>]*>", re.IGNORECASE)
_ANY_TAG = re.compile(r"<(?:p|div|br|h[1-6]|span|ul|table|a)\b[^<>]*>", re.IGNORECASE)
_CHARSET = regex.compile(
    rb"<meta\b[^<>]*?\bcharset\s*+=\s*+[\"']?+\s*+([\w.:-]+)"
    rb"|^\s*+<\?xml[^>]*?encoding=[\"']([\w.:-]+)",
    regex.IGNORECASE,
)
# Pages in windows-1252, GBK and the like declare the smaller encodings that these extend.
_AS_BROWSERS_DO = MappingProxyType(
    {
        "ascii": "windows-1252",
        "us-ascii": "windows-1252",
        "iso-8859-1": "windows-1252",
        "latin1": "windows-1252",
        "iso-8859-9": "windows-1254",
        "gb2312": "gb18030",
        "gbk": "gb18030",
        "shift_jis": "cp932",
        "x-sjis": "cp932",
    }
)
HEAD = 4096
"""Bytes or characters in which a format shows itself, and whether a file may be a document."""

# Markdown that no one writes by accident: headings, links and fences.
_MARKDOWN = re.compile(r"^#{1,6} +\S|\[[^\[\]\n]+\]\([^\s()]+\)|^```", re.MULTILINE)
_MUCH = 3  # such marks in a file without a name's ending
_MAIL_HEAD = 500_000  # bytes
_MAIL_HEADERS = re.compile(rb"\s*[A-Za-z][A-Za-z-]*: ")


def packed_format(data: bytes) -> str | None:
    """Return the format (pdf, rtf, docx, odt or epub), or None for what may be text.

    Raises :class:`DocumentError` for a format that is known but cannot be read.
    """
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return "pdf"
    if data[:_BLANKS].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if data.startswith(_OLE) and "EncryptedPackage".encode("utf-16-le") in data:
        raise DocumentError(Message(AboutDocument.ENCRYPTED))
    for start, what in _OTHERS:
        if data.startswith(start):
            raise DocumentError(what)
    return None


def _zipped(data: bytes) -> str:
    # Imported here because few files are archives.
    from .office_package import Package

    try:
        package = Package(data)
    except DocumentError:
        raise DocumentError(Message(AboutDocument.END_MISSING)) from None
    for name, what in _IN_ZIP.items():
        if name.lower() in package.names:
            raise DocumentError(what)
    if _ODT in data[:200]:
        return "odt"
    if package.word_document() is not None:
        return "docx"
    if "content.xml" in package.names:
        return "odt"
    if "meta-inf/container.xml" in package.names:
        return "epub"
    raise DocumentError(_to_unpack(AboutDocument.ARCHIVE))


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that the head of an HTML page declares, None if it declares none."""
    found = _CHARSET.search(data[:HEAD])
    if found is None:
        return None
    name = (found.group(1) or found.group(2)).decode("ascii").lower()
    return _AS_BROWSERS_DO.get(name, name)


def text_format(text: str, name: str) -> str:
    """Return the format: html, markdown, odt, docx, feed, json, subtitles or text.

    ODT and DOCX are those in one XML file; what begins like JSON need not be any. A
    page is recognized by its content; prose that mentions tags is text. Markdown is plain text
    with marks, so *name* must end like a Markdown file's, or have no ending at all while there
    are several marks.

    Raises :class:`DocumentError` for LaTeX and XML of another kind, whose marks nobody wants to
    read.
    """
    lower = name.lower()
    head = text[:HEAD]
    if xml := _xml_format(head, lower):
        return xml
    if _LATEX.match(head):
        raise DocumentError(Message(AboutDocument.LATEX))
    if _JSON_START.match(head):
        return "json"
    if _SUBTITLES.match(head):
        return "subtitles"
    if _HTML_START.match(head):
        return "html"
    if lower.endswith(_MARKDOWN_NAMES):
        return "markdown"
    if lower.endswith(_HTML_NAMES) and _ANY_TAG.search(text):
        return "html"
    if head.lstrip().startswith("<") and _HTML_LATER.search(head):
        return "html"
    nameless = "." not in re.split(r"[/\\]", lower)[-1]
    if nameless and name and len(_MARKDOWN.findall(text[: 16 * HEAD])) >= _MUCH:
        return "markdown"
    return "text"


def _xml_format(head: str, name: str) -> str:
    """Return the format of a document in XML, "" for HTML and what is no XML."""
    root = _XML_ROOT.match(head)
    if root is None:
        return ""
    tag, rest = root[1].lower(), head[root.end() :]
    for known, namespace, format in _XML_FORMATS:
        if tag == known and namespace in rest:
            return format
    is_data = root[0].lstrip().startswith("<?xml") or _NAMESPACE.match(rest)
    is_page = name.endswith(_HTML_NAMES) or _HTML_START.match(head) or "xhtml" in rest
    if is_page or not is_data:
        return ""
    raise DocumentError(Message(AboutDocument.OTHER_XML, root=root[1]))


def is_mail(data: bytes, name: str) -> bool:
    """Return whether *data* is a mail, or a page that a browser saved as one (MHTML).

    Its headers are looked at up to the first blank line, however long they are. What a person
    might have typed, without the header that all programs write, counts if *name* says so.
    """
    if _MAIL_HEADERS.match(data) is None:
        return False
    head = data[:_MAIL_HEAD].lstrip().replace(b"\r\n", b"\n").lower()
    headers = b"\n" + head.partition(b"\n\n")[0]
    if b"\nmime-version:" in headers:
        return True
    return name.lower().endswith(".eml") and b"\nsubject:" in headers


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
    if packed_format(data) is not None or is_mail(data, wanted.name) or not is_plain_utf8(data):
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
        from .word import read_docx

        return read_docx(data, _read_inside)
    if format == "odt":
        from .open_document import read_odt

        return read_odt(data)
    if format == "rtf":
        from .rtf import read_rtf

        return read_rtf(data)
    if format == "epub":
        from .epub import read_epub

        return read_epub(data, _page_text), ()
    from .pdf import read_pdf

    return read_pdf(data, whole_page=whole_page)


def _page_text(data: bytes) -> str:
    return decode(data, declared=declared_encoding(data)).text


def _read_inside(data: bytes, name: str) -> str:
    """Return the text of a document inside a Word file, which must not hold a Word file itself."""
    if packed_format(data) != "docx":
        return read_contents(data, Wanted(name, whole_page=True)).text
    from .word import read_docx

    def no_more(data: bytes, name: str) -> str:
        return ""

    return read_docx(data, no_more)[0]


def _decoded(data: bytes, wanted: Wanted, progress: Progress) -> Contents:
    if is_mail(data, wanted.name):
        return _mailed(data, wanted, progress)
    decoded = decode(data, wanted.encoding, declared=declared_encoding(data))
    format = text_format(decoded.text, wanted.name)
    if format == "json" and not wanted.as_written:
        from .article_data import read_json

        progress.format(format)
        text = read_json(decoded.text)
        if text is not None:
            return Contents(text, decoded.encoding, format, _undecodable(decoded))
    format = "text" if format == "json" else format
    progress.format(format)
    return _rendered(decoded, format, wanted, progress)


def _mailed(data: bytes, wanted: Wanted, progress: Progress) -> Contents:
    from .mail import body_of, unflowed

    progress.format("mail")
    body = body_of(data)
    said = body.charset or (declared_encoding(body.data) if body.is_html else None)
    decoded = decode(body.data, wanted.encoding, declared=said)
    if not body.is_html:
        text = unflowed(decoded.text) if body.flowed else decoded.text
        contents = Contents(text, decoded.encoding, "mail", _undecodable(decoded))
    elif not body.subject:
        progress.format("html")
        return _rendered(decoded, "html", wanted, progress)
    else:  # all of a letter is meant
        whole = wanted._replace(whole_page=True)
        contents = _rendered(decoded, "html", whole, progress)._replace(format="mail")
    if contents.text.strip() and body.subject:
        return contents._replace(text=f"{body.subject}\n\n{contents.text.lstrip()}")
    return contents


def _rendered(decoded: Decoded, format: str, wanted: Wanted, progress: Progress) -> Contents:
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
    if format == "subtitles" and not wanted.as_written:
        from .subtitles import read_subtitles

        return rendered(read_subtitles(decoded.text))
    if format in ("odt", "docx", "feed") and not wanted.as_written:
        return rendered(*_flat(decoded.text, format))
    return rendered(decoded.text)


def _flat(text: str, format: str) -> tuple[str, tuple[Notice, ...]]:
    """Return the text and notices of a document that is one XML file."""
    if format == "feed":
        from .article_data import read_feed

        return read_feed(text), ()
    from .office_package import parsed_xml

    root = parsed_xml(text.encode("utf-8", "replace"), encoding="utf-8")
    if format == "odt":
        from .open_document import read_flat_odt

        return read_flat_odt(root)
    from .word import read_flat_word

    return read_flat_word(root, _read_inside)


def _undecodable(decoded: Decoded) -> tuple[Notice, ...]:
    if not decoded.undecodable:
        return ()
    one, many = AboutDocument.UNDECODABLE_PLACE, AboutDocument.UNDECODABLE_PLACES
    message = counted(one, many, decoded.undecodable, encoding=decoded.encoding)
    return (Notice("undecodable", message, decoded.undecodable),)
