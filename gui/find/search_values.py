"""What all of a search passes on: its articles, and how far it has come."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from ..messages import CopydeskError


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


class SearchStage(NamedTuple):
    """The progress of a search: what it does, and how much of that is done."""

    name: str  # "read", "terms", "sorted", "shared" or "compared"
    done: int
    total: int


ReportStage = Callable[[SearchStage], None]


class SearchError(CopydeskError):
    """The search cannot go on; the message says why and what to do."""
