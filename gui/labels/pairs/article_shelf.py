"""Finds one article in a file of many, by its address ``FILE#ID``.

For uncompressed JSON lines, a process remembers where each row begins; for other files, the texts
of all articles, up to a limit. That holds until the file changes.
"""

from __future__ import annotations

import os
import threading
from array import array
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from ...documents import DocumentError, shown_name
from ...documents.document import Signature
from ...documents.loading import TRIES
from ...messages import Message
from ...messages.about_articles import AboutArticles
from ...messages.about_documents import AboutDocument
from .article_addresses import Address, columns_and_id, split_address
from .articles import ArticleFile, RowArticle, clauses_named
from .pair_table import TextIndex

MOST = 300_000_000
"""Characters of text that a process keeps, about a quarter of a million articles."""

_EACH = 120  # characters that an id may be reckoned as
_PROBLEMS = 1_000  # rows of a file of which it is kept why they cannot be read


def article_at(address: str | Address, *, encoding: str | None = None) -> RowArticle:
    """Return the article at *address*, ``FILE#ID``, with the id of the address.

    *encoding* is that of a file that is not in UTF-8. Raises :class:`DocumentError`, whose
    message is one sentence that names the article.
    """
    found = address if isinstance(address, Address) else split_address(address)
    if found is None:
        with clauses_named(address if isinstance(address, str) else str(address)):
            raise DocumentError(Message(AboutDocument.NO_SUCH_FILE))
    text_column, id_column, id = columns_and_id(found.id)
    path = str(found.file.absolute())  # the current folder may become another
    key = _Key(path, text_column, id_column, encoding)
    with clauses_named(str(found)):
        for _ in range(TRIES):
            with suppress(_ChangedError):
                return RowArticle(found.id, _shelf().index(key).text(id.strip()))
    raise _changed(found.file)


def _changed(path: Path) -> DocumentError:
    return DocumentError(Message(AboutDocument.CHANGED_WHILE_READ, name=shown_name(path)))


class _ChangedError(Exception):
    """A file has changed since it was indexed."""


class _Key(NamedTuple):
    """A file, and how it is read."""

    path: str
    text: str
    id: str
    encoding: str | None


class _Index:
    """Where the articles of a file are; ``size`` is the number of characters that this takes."""

    def __init__(self, file: ArticleFile) -> None:
        """Index *file*. Raises what reading it raises, with clauses."""
        self.signature = file.signature
        self.size = 0
        self._file = file
        lines = file.lines
        self._lines = None if lines is None or lines.is_packed else lines
        self._places = TextIndex()
        self._offsets = array("q")
        self._texts: list[str] = []
        self._problems: dict[str, Message] = {}
        self._first = ""
        count = 0
        for article in self._readable():
            if not count:
                self._first = article.id
            self._places.add(article.id, count)
            count += 1
        self._count = count

    def _readable(self) -> Iterator[RowArticle]:
        for (id, text), row, place, problem, _ in self._file.placed():
            if problem is not None:
                if len(self._problems) < _PROBLEMS:
                    self._problems[str(row)] = problem
                continue
            if self._lines is not None:
                self._offsets.append(place)
            else:
                self._texts.append(text)
                self.size += len(text)
            self.size += _EACH
            if self.size > MOST:
                raise DocumentError(Message(AboutArticles.TOO_LARGE_TO_KEEP, most=MOST // 10**6))
            yield RowArticle(id, text)

    def text(self, id: str) -> str:
        """Return the text of the article *id*. Raises _ChangedError, OSError, DocumentError."""
        place = self._places.get(id)
        if place is None:
            if (clause := self._problems.get(id)) is not None:
                said = Message(AboutArticles.ROW_UNREADABLE, row=int(id), clause=clause)
            else:
                wanted, first, total = shown_name(id), shown_name(self._first), self._count
                code = AboutArticles.NO_SUCH_ARTICLE
                said = Message(code, id=wanted, first=first, total=total)
            raise DocumentError(said)
        if self._lines is None:
            return self._texts[place]
        with self._file.path.open("rb") as file:
            if Signature.of(os.fstat(file.fileno())) != self.signature:
                raise _ChangedError
            row = self._lines.row_in(file, self._offsets[place])
            if Signature.of(os.fstat(file.fileno())) != self.signature:
                raise _ChangedError
        return self._file.text_of(row)


class _Shelf:
    """The files that were indexed last, up to the limit. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[_Key, _Index] = OrderedDict()

    def index(self, key: _Key) -> _Index:
        """Return the index of a file as it is now. Raises what ArticleFile raises."""
        with self._lock:
            known = self._kept.pop(key, None)
            now = Signature.of(Path(key.path).stat())
            if known is None or known.signature != now:
                known = None  # before the next one is made
                known = self._made(key)
            self._kept[key] = known
            while len(self._kept) > 1 and sum(each.size for each in self._kept.values()) > MOST:
                self._kept.popitem(last=False)
            return known

    def _made(self, key: _Key) -> _Index:
        """Index a file, and once more if it changes meanwhile."""
        path, text, id, encoding = key
        for _ in range(TRIES):
            try:
                return _Index(ArticleFile(Path(path), text, id, encoding))
            except DocumentError as error:
                if error.message.code is not AboutDocument.CHANGED_WHILE_READ:
                    raise
        raise _changed(Path(path))


@lru_cache(maxsize=1)
def _shelf() -> _Shelf:
    """Return the shelf of this process."""
    return _Shelf()
