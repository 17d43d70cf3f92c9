"""A document's format is told by its content, its encoding by what it declares itself.

The name decides only about Markdown and about mail without the usual headers.
"""

from __future__ import annotations

import re
from types import MappingProxyType

import regex

from ...messages import Message
from ...messages.about_documents import AboutDocument
from ..document import DocumentError
from .format_table import FORMATS

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of old Office versions begin, and encrypted ones of new versions."""


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
    (OLE, _to_save(AboutDocument.OLD_OFFICE, "DOCX")),
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
_MARKDOWN_NAMES, _HTML_NAMES, _MAIL_NAMES = (
    tuple(f".{ending}" for ending in FORMATS[code].endings) for code in ("markdown", "html", "mail")
)
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
    ("nitf", "", "nitf"),
    ("tei", "", "tei"),
    ("tei.2", "", "tei"),
    ("teicorpus", "", "tei"),
)
_LATEX = regex.compile(
    r"\s*+(?:%[^\n]*+\s*+)*+\\(?:document(?:class|style)|RequirePackage|PassOptionsTo\w++"
    r"|(?:part|chapter|section|subsection|title|begin)\*?+\s*+\{)"
)
_LATEX_LATER = re.compile(r"^\\documentclass\b[^\n]*$", re.MULTILINE)
_SUBTITLES = regex.compile(
    r"\s*+(?:WEBVTT(?!\S)|\[Script Info\]|\d++[ \t\r]*+\n\s*+(?:\d++:)?+\d\d:\d\d[,.]\d{3}\s*+-->)"
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
_MAIL_HEADERS = re.compile(rb"\s*(?:From \S[^\r\n]*\r?\n)?[A-Za-z][A-Za-z-]*: ")


def packed_format(data: bytes) -> str | None:
    """Return the format (pdf, rtf, doc, docx, odt or epub), or None for what may be text.

    Raises :class:`DocumentError` for a format that is known but cannot be read.
    """
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return "pdf"
    if data[:_BLANKS].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if data.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise DocumentError(Message(AboutDocument.ENCRYPTED))
        if "WordDocument\0".encode("utf-16-le") in data:
            return "doc"
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
    """Return the format: html, markdown, odt, docx, feed, nitf, tei, json, subtitles or text.

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
    if _LATEX.match(head) or (_LATEX_LATER.search(head) and "\\begin{document}" in text):
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
    return name.lower().endswith(_MAIL_NAMES) and b"\nsubject:" in headers
