"""An article of a search."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class LooseArticle(NamedTuple):
    """An article and the address that lists, labels and the window know it by.

    The address is a path, or ``FILE#ID`` for an article in a file with many, which ``file`` names
    then. ``side`` is 1 for the articles of the other collection, where one is searched for copies
    of another. ``published`` is when that was by metadata alone: the document's, or a
    column of the file; see ``documents.moments``.
    """

    address: str
    text: str
    side: int = 0
    file: str = ""
    published: date | None = None
