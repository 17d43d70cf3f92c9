"""The articles in one file, a row each: JSON lines, CSV, workbooks, Parquet, also compressed.

JSON lines are read one row at a time, so the file may be of any size. Repeated ids are made unique:
the second ``x`` is ``x (2)``, the third ``x (3)``. Refusing the file would not help somebody with a
million rows from a crawl, and dropping a row would hide an article. (``x~2`` is taken: it is the id
of a pair that an annotator is shown again.)
"""

from __future__ import annotations

import codecs
import os
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from ...documents import LIMIT, DocumentError, shown_name
from ...documents.document import Signature
from ...documents.loading import check_file, named
from ...messages import Message, counted
from ...messages.about_articles import AboutArticles
from ...messages.about_documents import AboutDocument
from ..file.csv_format import plain
from ..label_values import PairListError
from .article_addresses import may_have_rows, with_columns
from .json_rows import RowParser
from .pair_columns import Sought, day_column, find_article_columns
from .pair_rows import rows_in
from .pair_table import ListRow, ListRows, TextIndex
from .table_rows import is_packed, unpacking

_ANY_SIZE = 1 << 62
_LOOKED_INTO = 1_000  # rows that tell which columns there are,
_ENOUGH = 4_000_000  # and bytes
_REST = 1 << 20  # bytes of a line that is passed over
# What is said of files that have no rows at all.
_OF_OTHERS = (AboutArticles.NO_TEXT_COLUMN, AboutDocument.NO_ENCODING)


class RowArticle(NamedTuple):
    """An article: its ``id`` in the file, and its ``text``."""

    id: str
    text: str


class PlacedArticle(NamedTuple):
    """An article with the number of its row, from 1, and the place of the row: offset or index.

    ``problem`` is a clause that says why the row cannot be read; it has no id then. ``published``
    is the date in its column for that; empty if there is none.
    """

    article: RowArticle
    row: int
    place: int
    problem: Message | None = None
    published: str = ""


def articles_in(
    path: str | os.PathLike[str],
    *,
    text: str | None = None,
    id: str | None = None,
    encoding: str | None = None,
    tell: Callable[[Message], None] | None = None,
) -> Iterator[RowArticle]:
    """Return the articles of the file at *path* in order, read lazily.

    *text* and *id* name the columns of texts and ids, with dots where JSON is nested. By default
    they are recognized by their names; without ids, the number of the row is used, from 1.
    *encoding* is that of a file that is not in UTF-8. A text may be empty. *tell* is called at the
    end with notices about unreadable rows and repeated ids.

    Raises :class:`DocumentError`, whose message is one sentence that names the file; during
    iteration too, if the file is damaged or changes.
    """
    return open_articles(path, text=text, id=id, encoding=encoding).articles(tell)


def address_prefix(
    path: str | os.PathLike[str],
    *,
    text: str | None = None,
    id: str | None = None,
    encoding: str | None = None,
) -> str:
    """Return what separates file and id in the addresses of the articles of *path*.

    That is ``#``, followed by the names of the columns if they are needed to read an address:
    ``pool.csv#[text=inhalt]7``. Raises what :func:`articles_in` raises.
    """
    wanted = open_articles(path, text=text, id=id, encoding=encoding).columns
    try:
        found = open_articles(path, encoding=encoding).columns
    except DocumentError:
        found = None
    return "#" if found == wanted else f"#{with_columns(text or '', id or '')}"


def open_articles(
    path: str | os.PathLike[str],
    *,
    text: str | None = None,
    id: str | None = None,
    encoding: str | None = None,
) -> ArticleFile:
    """Open the file at *path* and find its columns; see :func:`articles_in`."""
    with clauses_named(path):
        return ArticleFile(Path(path), text or "", id or "", encoding)


@contextmanager
def clauses_named(path: str | os.PathLike[str]) -> Iterator[None]:
    """Turn errors about the file at *path* into a DocumentError that names it."""
    with named(path):
        try:
            yield
        except PairListError as error:
            raise DocumentError(error.message) from None


class ArticleFile:
    """A file of articles. ``columns`` are those of texts and ids.

    ``lines`` are its rows if they can be read one after another, else None.
    """

    def __init__(self, path: Path, text: str, id: str, encoding: str | None) -> None:
        """Raise OSError, and DocumentError and PairListError with a clause."""
        status = path.stat()
        check_file(status, _ANY_SIZE)
        if not status.st_size:
            raise DocumentError(Message(AboutDocument.EMPTY))
        self.path = path
        self.signature = Signature.of(status)
        sought = Sought((text, id), articles=True)
        self.lines = JsonLines.of(path, sought) if encoding is None else None
        self._rows: ListRows | None = None
        is_list = may_have_rows(path.name) or self.lines is not None
        try:
            if self.lines is not None:
                names = self.lines.columns
            else:
                self._rows = rows_in(path, sought, encoding)
                names = self._rows.columns
            self.columns = find_article_columns(names, text, id, lone=is_list)
            self._day = day_column(names, self.columns.text)
        except (DocumentError, PairListError) as error:
            if is_list or error.message.code not in _OF_OTHERS:
                raise
            raise DocumentError(Message(AboutArticles.NOT_OF_ROWS)) from None
        if self._rows is not None and not len(self._rows):
            raise DocumentError(Message(AboutArticles.NO_ROWS))

    def articles(self, tell: Callable[[Message], None] | None = None) -> Iterator[RowArticle]:
        """Yield the articles; see :func:`articles_in`."""
        return (placed.article for placed in self.readable(tell))

    def readable(self, tell: Callable[[Message], None] | None = None) -> Iterator[PlacedArticle]:
        """Yield the readable rows; raises what :func:`articles_in` does."""
        with clauses_named(self.path):
            yield from (placed for placed in self.placed(tell) if placed.problem is None)

    def placed(self, tell: Callable[[Message], None] | None = None) -> Iterator[PlacedArticle]:
        """Yield all rows; raises what :func:`articles_in` does, but with clauses."""
        ids, bad = UniqueIds(), _Unreadable()
        for number, (place, row) in enumerate(self._numbered(), start=1):
            if row.problem is not None:
                bad.add(number, row.problem)
                yield PlacedArticle(RowArticle("", ""), number, place, row.problem)
                continue
            own = row.values.get(self.columns.id, "").strip() if self.columns.id else ""
            published = row.values.get(self._day, "") if self._day else ""
            article = RowArticle(ids.name(plain(own), number), self.text_of(row))
            yield PlacedArticle(article, number, place, published=published)
        if Signature.at(self.path) != self.signature:
            name = shown_name(self.path)
            raise DocumentError(Message(AboutDocument.CHANGED_WHILE_READ, name=name))
        for said in (*ids.notices(self.path), *bad.notices(self.path)):
            if tell is not None:
                tell(said)

    def text_of(self, row: ListRow) -> str:
        """Return the text of the article in *row*."""
        return row.values.get(self.columns.text, "")

    def _numbered(self) -> Iterator[tuple[int, ListRow]]:
        if self.lines is not None:
            return iter(self.lines)
        rows = self._rows
        assert rows is not None
        return ((index, rows.row(index)) for index in range(len(rows)))


class UniqueIds:
    """Gives each article a unique id."""

    def __init__(self) -> None:
        self._seen = TextIndex()
        self._times: Counter[str] = Counter()  # of those that stand there twice
        self._first: tuple[int, str, str] | None = None  # row, id, and what it is called
        self._count = 0

    def name(self, own: str, row: int) -> str:
        """Return a unique id for the article in *row*, whose own id may be empty."""
        wanted = own or str(row)
        if wanted not in self._seen:
            self._seen.add(wanted, row)
            return wanted
        while True:
            self._times[wanted] += 1
            name = f"{wanted} ({self._times[wanted] + 1})"
            if name not in self._seen:
                break
        self._seen.add(name, row)
        self._first = self._first or (row, wanted, name)
        self._count += 1
        return name

    def notices(self, path: Path) -> Iterator[Message]:
        """Return notices about repeated ids, if any."""
        if self._first is not None:
            row, id, new = self._first
            one, many = AboutArticles.ID_TWICE, AboutArticles.IDS_TWICE
            names = {"name": shown_name(path), "id": shown_name(id), "new": shown_name(new)}
            yield counted(one, many, self._count, row=row, **names)


class _Unreadable:
    """Counts the rows that cannot be read."""

    def __init__(self) -> None:
        self._first: tuple[int, Message] | None = None
        self._count = 0

    def add(self, row: int, problem: Message) -> None:
        """Count *row*, which cannot be read because of *problem*, a clause about it."""
        self._first = self._first or (row, problem)
        self._count += 1

    def notices(self, path: Path) -> Iterator[Message]:
        """Return notices about unreadable rows, if any."""
        if self._first is not None:
            row, clause = self._first
            one, many = AboutArticles.ROW_PASSED_OVER, AboutArticles.ROWS_PASSED_OVER
            name = shown_name(path)
            yield counted(one, many, self._count, name=name, row=row, clause=clause)


class JsonLines:
    """The rows of a file of JSON lines in UTF-8; ``columns`` are those of the first rows.

    ``is_packed`` says that no row can be read without those before it.
    """

    def __init__(self, path: Path, sought: Sought) -> None:
        self.path = path
        self.columns: tuple[str, ...] = ()
        self._parser = RowParser(sought)
        with path.open("rb") as file:
            self.is_packed = is_packed(file.read(8))

    @classmethod
    def of(cls, path: Path, sought: Sought) -> JsonLines | None:
        """Return the rows of the file at *path*, None where it is none of JSON lines.

        Raises OSError, and PairListError, with a clause, for what is packed and damaged.
        """
        found = cls(path, sought)
        names: dict[str, None] = {}
        count = size = 0
        for _, line in _lines(path):
            try:
                row = found._parser.row(_bare(line).decode())
            except UnicodeDecodeError:
                return None
            if not count and row.problem is not None:
                return None
            names.update(dict.fromkeys(row.values))
            count, size = count + 1, size + len(line)
            if count >= _LOOKED_INTO or size >= _ENOUGH:
                break
        found.columns = tuple(names)
        return found if count > 1 else None  # one alone may be what is put around a list

    def __iter__(self) -> Iterator[tuple[int, ListRow]]:
        """Yield the rows with the offset of each; what is not UTF-8 in them is U+FFFD."""
        for offset, line in _lines(self.path):
            yield offset, self._row(line)

    def row_in(self, file: IO[bytes], offset: int) -> ListRow:
        """Return the row at *offset* of the open *file*, which is not packed."""
        file.seek(offset)
        return self._row(file.readline(LIMIT + 1))

    def _row(self, line: bytes) -> ListRow:
        if len(line) > LIMIT:
            return ListRow({}, Message(AboutArticles.ROW_TOO_LARGE, most=LIMIT // 10**6))
        return self._parser.row(_bare(line).decode("utf-8", "replace"))


def _bare(line: bytes) -> bytes:
    return line.removeprefix(codecs.BOM_UTF8)


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that are not blank with their offsets, of a very long one the beginning."""
    offset = 0
    with path.open("rb") as file, unpacking(file) as stream:
        while line := stream.readline(LIMIT + 1):
            if not line.isspace():
                yield offset, line
            offset += len(line)
            while len(line) > LIMIT and not line.endswith(b"\n"):
                rest = stream.readline(_REST)
                offset += len(rest)
                if not rest or rest.endswith(b"\n"):
                    break
