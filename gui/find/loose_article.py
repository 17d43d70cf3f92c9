"""An article of a search."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class LooseArticle(NamedTuple):
    """An article and its address, by which lists, labels and the window know it.

    The address is a path, or ``FILE#ID`` for an article in a file with many, which is ``file``.
    ``side`` is 1 for articles of the other collection, if one is searched for copies of another.
    ``published`` is the date in the metadata of the document, or in a column of the file; see
    ``documents.moments``.
    """

    address: str
    text: str
    side: int = 0
    file: str = ""
    published: date | None = None
