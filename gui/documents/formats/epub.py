"""The text of EPUB books: the pages of the spine in their order.

Read with the standard library and lxml. Imported with the first such file.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from ...messages import Message
from ...messages.about_documents import AboutDocument
from ..document import DocumentError, Notice
from ..pages.markup import page_blocks, parse_page
from ..pages.page_styles import Sheets
from ..pages.style_rules import Sheet
from ..pages.unseen import opened_notice, set_apart
from ..text.hidden_text import put_back
from .office_package import Package, plain_name

CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = ("application/xhtml+xml", "text/html", "text/x-oeb1-document")
_FONTS = (".ttf", ".otf", ".woff", ".woff2")


def read_epub(data: bytes, decoded: Callable[[bytes], str]) -> tuple[str, tuple[Notice, ...]]:
    """Return the text of a book, its paragraphs separated by blank lines, and notices.

    The list of contents is left out, hidden text is marked. *decoded* returns the text of a page.

    Raises :class:`DocumentError` if the file is damaged or encrypted.
    """
    book = Package(data)
    if plain_name(_ENCRYPTION) in book.names and _is_encrypted(book.tree(_ENCRYPTION)):
        raise DocumentError(Message(AboutDocument.ENCRYPTED))
    root = next(book.tree(CONTAINER).iter("{*}rootfile"), None)
    if root is None:
        raise DocumentError(Message(AboutDocument.DAMAGED))
    place = plain_name(root.get("full-path", ""))
    paragraphs: list[str] = []
    opened = 0
    sheets = _Sheets(book, decoded)
    for name in _spine(book.tree(place), posixpath.dirname(place)):
        root = parse_page(decoded(book.part(name)))
        body = None if root is None else root.find("body")
        if body is None:
            continue
        unseen = set_apart(root, sheets.of(name))
        whole = "\n\n".join(block.whole for block in page_blocks(body))
        paragraphs += [put_back(whole, unseen.texts)[0]] if whole else []
        opened += sum(notice.count for notice in unseen.notices)
    return "\n\n".join(paragraphs), opened_notice(opened)


class _Sheets:
    """The style sheets of a book, each read once for all of its pages."""

    def __init__(self, book: Package, decoded: Callable[[bytes], str]) -> None:
        self._book = book
        self._decoded = decoded
        self._read: dict[str, Sheet] = {}

    def of(self, page: str) -> Sheets:
        """Return what finds the sheets that *page* refers to."""

        def find(reference: str, name: str) -> Sheet | None:
            folder = posixpath.dirname(name or page)
            place = posixpath.normpath(posixpath.join(folder, unquote(reference)))
            if plain_name(place) not in self._book.names:
                return None
            if place not in self._read:
                text = self._decoded(self._book.part(place))
                self._read[place] = Sheet.of(place, text)
            return self._read[place]

        return find


def _is_encrypted(listed: Any) -> bool:
    """Return whether more than fonts is encrypted: those are often disguised, and nobody minds."""
    uris = (unquote(each.get("URI", "")) for each in listed.iter("{*}CipherReference"))
    return any(not uri.lower().endswith(_FONTS) for uri in uris)


def _spine(listed: Any, folder: str) -> list[str]:
    """Return the names of the book's pages, in the order in which they are read."""
    items = {item.get("id", ""): item for item in listed.iter("{*}item")}
    found = []
    for reference in listed.iter("{*}itemref"):
        item = items.get(reference.get("idref", ""))
        if item is None or item.get("media-type") not in _PAGES:
            continue
        if "nav" not in item.get("properties", "").split():
            found.append(posixpath.normpath(posixpath.join(folder, unquote(item.get("href", "")))))
    return found
