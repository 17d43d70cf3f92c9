"""Reads the documents of a pair from where they were found: a file, an article in one, a text."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from ...documents import LIMIT, Document, DocumentError, from_text, load
from ...documents.loading import named, read_bytes, sha256_of
from ...messages import Message
from ...messages.about_documents import AboutDocument
from .article_addresses import Address
from .pair_paths import DocumentPlace, as_named

if TYPE_CHECKING:
    from ...documents import Reader


def read_document(
    place: DocumentPlace,
    name: str,
    *,
    encoding: str | None = None,
    whole_page: bool = False,
    limit: int = LIMIT,
    reader: Reader | None = None,
) -> Document:
    """Return the document at *place* under the *name* that the list has for it.

    The other arguments are those of ``documents.load``; for an article, *encoding* is that of its
    file. An article is plain text, even if it contains HTML; its hash is the SHA-256 of its text in
    UTF-8, so that it does not depend on other rows of the file. Raises DocumentError.
    """
    if isinstance(place, str):
        return from_text(place, name=name)
    if isinstance(place, Address):
        document = from_text(article_text(place, encoding), name=str(place))
    else:
        document = load(place, encoding=encoding, whole_page=whole_page, limit=limit, reader=reader)
    return as_named(document, str(place), name)


def article_text(address: Address, encoding: str | None = None) -> str:
    """Return the text of the article at *address*. Raises DocumentError, also for an empty one."""
    from .article_shelf import article_at  # few documents stand in a file with others

    text = article_at(address, encoding=encoding).text
    if not text or text.isspace():
        with named(str(address)):
            raise DocumentError(Message(AboutDocument.NO_TEXT_IN_DOCUMENT))
    return text


def sha256_at(place: DocumentPlace) -> str:
    """Return the hash that :func:`read_document` gives the document at *place*.

    Raises DocumentError where it cannot be read.
    """
    if isinstance(place, os.PathLike):
        return sha256_of(read_bytes(place))
    text = article_text(place) if isinstance(place, Address) else place
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
