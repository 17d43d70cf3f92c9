"""The table of the formats that documents have: what they are called, and what reads them.

Whatever has to know all formats derives from it: what a file is likely to be by its name's ending,
which readers load ahead, which limits hold, what a refusal calls the format. The pages and what
desktops are told is checked against it (``tests/test_tables.py``). How content shows its format is
told in ``recognition``. No reader is imported here.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import NamedTuple

from ...messages.about_documents import AboutDocument


class DocumentFormat(NamedTuple):
    """What is to be known of a format before a document of it is read.

    ``code`` is what ``Contents.format`` says, ``name`` what people read in any language.
    ``endings`` are those by which the name of a file tells it, ``holders`` those of files that a
    document of this format is taken out of, both without the dot. Under ``mime_types`` desktops
    offer the program; formats whose files mostly hold other things than articles have none, and so
    has DOC, which needs a program that few have. ``readers`` are the modules that read it, as seen
    from ``documents``, and the libraries that load when they do; none for what is as rare as not to
    be worth loading ahead.

    A small file of a format that ``is_packed`` can hold any amount of text. Where a format
    ``may_hide`` text, its reader puts marks around what no reader sees. ``damaged`` says what to do
    about a file that its reader cannot make out.
    """

    code: str
    name: str
    endings: tuple[str, ...] = ()
    mime_types: tuple[str, ...] = ()
    readers: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    is_packed: bool = False
    may_hide: bool = False
    damaged: AboutDocument = AboutDocument.DAMAGED


_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument.text"

_TABLE = (
    DocumentFormat("text", "plain text", mime_types=("text/plain",)),
    DocumentFormat(
        "markdown",
        "Markdown",
        ("md", "markdown", "mdown", "mkd", "mkdn"),
        ("text/markdown",),
        (".formats.markdown_text",),
        may_hide=True,
    ),
    DocumentFormat(
        "html",
        "HTML",
        ("html", "htm", "xhtml", "xht", "shtml"),
        ("text/html",),
        (".pages.article", ".pages.extractor"),
        holders=("mhtml", "mht", "warc"),
        may_hide=True,
    ),
    DocumentFormat("mail", "EML", ("eml",), may_hide=True),
    DocumentFormat(
        "docx",
        "DOCX",
        ("docx", "docm", "dotx"),
        (_OFFICE,),
        (".formats.word",),
        is_packed=True,
        may_hide=True,
        damaged=AboutDocument.DAMAGED_OFFICE,
    ),
    DocumentFormat(
        "doc",
        "DOC",
        ("doc", "dot"),
        is_packed=True,
        damaged=AboutDocument.DAMAGED_OFFICE,
    ),
    DocumentFormat(
        "odt",
        "ODT",
        ("odt", "fodt"),
        (_OPEN_DOCUMENT,),
        (".formats.open_document",),
        is_packed=True,
        may_hide=True,
        damaged=AboutDocument.DAMAGED_OFFICE,
    ),
    DocumentFormat(
        "rtf",
        "RTF",
        ("rtf",),
        ("application/rtf",),
        (".formats.rtf",),
        is_packed=True,
        may_hide=True,
        damaged=AboutDocument.DAMAGED_OFFICE,
    ),
    DocumentFormat(
        "pdf",
        "PDF",
        ("pdf",),
        ("application/pdf",),
        (".formats.pdf", "pypdfium2"),
        is_packed=True,
        may_hide=True,
        damaged=AboutDocument.DAMAGED_PDF,
    ),
    DocumentFormat(
        "epub",
        "EPUB",
        ("epub",),
        ("application/epub+zip",),
        (".formats.epub",),
        is_packed=True,
        may_hide=True,
    ),
    DocumentFormat("subtitles", "SRT"),
    DocumentFormat("feed", "RSS"),
    DocumentFormat("nitf", "NITF"),
    DocumentFormat("tei", "TEI"),
    DocumentFormat("json", "JSON"),
)

FORMATS = MappingProxyType({format.code: format for format in _TABLE})
"""The formats by their codes, in the order in which people are told of them."""
