"""Gathers the articles of a search from folders, files with one article, files with many."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ..documents import DocumentError, shown_name
from ..labels.pairs.article_addresses import (
    LIST_SUFFIXES,
    columns_and_id,
    split_address,
    with_columns,
)
from ..labels.pairs.articles import address_prefix, open_articles
from ..labels.pairs.pair_rows import suffix_of
from ..labels.pairs.pair_sources import is_left_behind, may_be_article
from ..messages import Message, counted
from ..messages.about_articles import AboutArticles
from ..messages.about_documents import AboutDocument
from ..messages.about_find import AboutFind
from .dating.dates import moment_of
from .document_reading import DocumentReading, ReadFile
from .found_list import is_found_list
from .search_values import LooseArticle, ReportStage, SearchError, SearchStage

_LOOK = 0.2  # seconds between two reports of progress


class SourceOptions(NamedTuple):
    """How sources are read: the columns of texts and ids, and the encoding, if given."""

    text: str | None = None
    id: str | None = None
    encoding: str | None = None


class ArticleTable(NamedTuple):
    """A file of articles that Spark will read, and the number of articles before it."""

    path: str
    side: int
    place: int


class GatheredArticles(NamedTuple):
    """The articles that have words, and messages about what was left out.

    ``notes`` say what was left out because it is no article.
    """

    articles: list[LooseArticle]
    problems: list[Message]
    notes: Sequence[Message] = ()
    tables: Sequence[ArticleTable] = ()

    def too_few(self, *, across: bool) -> Message | None:
        """Return why there is nothing to search; *across* needs articles of both sides."""
        return too_few(Counter(article.side for article in self.articles), across=across)


def too_few(sides: Mapping[int, int], *, across: bool) -> Message | None:
    """Return why the numbers of articles on the *sides* are too low; None if they are not."""
    if across and len(sides) < 2:
        return Message(AboutFind.TOO_FEW_ACROSS)
    if not sides:
        return Message(AboutFind.NONE)
    return Message(AboutFind.ONLY_ONE) if sum(sides.values()) < 2 else None


def without_words(first: str, count: int) -> Message:
    """Return the message about *count* articles without words, of which *first* is the first."""
    name = shown_name(first)
    if count == 1:
        return Message(AboutFind.ARTICLE_WITHOUT_WORDS, name=name)
    return Message(AboutFind.ARTICLES_WITHOUT_WORDS, name=name, count=count)


def gather(
    sources: Sequence[str],
    against: Sequence[str] = (),
    manner: SourceOptions | None = None,
    leave_out: Iterable[str] = (),
    report: ReportStage = lambda _stage: None,
    *,
    jobs: int = 1,
    kept_in: Path | None = None,
    is_table: Callable[[str], bool] = lambda _path: False,
) -> GatheredArticles:
    """Return the articles of *sources*, and those of *against* as the other side.

    Each file is read once. *leave_out* has the paths of files that are no articles, such as the
    list that is being written. *report* may raise to end it. *jobs* files are read at a time; texts
    of an earlier search in the folder *kept_in* are reused. Files for which *is_table* is true are
    only listed.

    Raises:
        SearchError: when a source is not there.
    """
    manner = manner or SourceOptions()
    report(SearchStage("read", 0, 0))
    with DocumentReading(manner.encoding, jobs, kept_in) as reading:
        gathering = _Gathering(manner, leave_out, report, reading, is_table)
        for side, paths in enumerate((sources, against)):
            for path in paths:
                gathering.add(path, side)
            gathering.take(reading.rest(), side)
    return gathering.result()


class _Gathering:
    def __init__(
        self,
        manner: SourceOptions,
        leave_out: Iterable[str],
        report: ReportStage,
        reading: DocumentReading,
        is_table: Callable[[str], bool],
    ) -> None:
        self._manner, self._report, self._reading = manner, report, reading
        self._is_table = is_table
        self._done, self._looked = 0, 0.0
        self._tables: list[ArticleTable] = []
        self._seen = {os.path.realpath(path) for path in leave_out}
        self._articles: list[LooseArticle] = []
        self._problems: list[Message] = []
        self._empty: list[str] = []
        self._left: list[str] = []
        self._has_columns = False  # a file was read whose columns can be named

    def add(self, source: str, side: int) -> None:
        """Read *source*, a folder or a file."""
        path = Path(source)
        is_here = os.path.exists(source)  # noqa: PTH110 - also says so of a name that is too long
        if not is_here and self._is_table(source):  # it is not on this machine
            self._add_table(source, side)
            return
        if not is_here:
            raise SearchError(_not_there(source))
        for file in self._files_in(path) if path.is_dir() else (source,):
            real = os.path.realpath(file)
            if real in self._seen:
                continue
            self._seen.add(real)
            if not (path.is_dir() and _is_list_of_pairs(file)):
                self._add_file(file, side)

    def take(self, files: Iterable[ReadFile], side: int) -> None:
        """Add *files*, each of which is an article."""
        for found in files:
            if found.problem is not None:
                self._problems.append(found.problem)
                self._count()
            else:
                article = LooseArticle(found.file, found.text, side, published=found.published)
                self._add(article, found.has_words)

    def result(self) -> GatheredArticles:
        """Return what was gathered."""
        self._report(SearchStage("read", len(self._articles), len(self._articles)))
        if self._empty:
            self._problems.append(without_words(self._empty[0], len(self._empty)))
        return GatheredArticles(self._articles, self._problems, self._notes(), self._tables)

    def _notes(self) -> list[Message]:
        one, many = AboutFind.FILE_LEFT_BEHIND, AboutFind.FILES_LEFT_BEHIND
        left = self._left
        notes = [counted(one, many, len(left), name=shown_name(left[0]))] if left else []
        if (self._manner.text or self._manner.id) and not self._has_columns:
            notes.append(Message(AboutFind.NO_FILE_OF_ARTICLES))
        return notes

    def _files_in(self, folder: Path) -> Iterator[str]:
        """Yield the files of *folder* and its subfolders by name; see ``may_be_article``."""

        def tell(error: OSError) -> None:
            why = error.strerror or str(error)
            name = shown_name(error.filename or folder)
            self._problems.append(Message(AboutFind.FOLDER_UNREADABLE, name=name, why=why))

        for parent, folders, files in os.walk(folder, onerror=tell):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(files):
                file = os.path.join(parent, name)  # noqa: PTH118 - addresses are texts
                if may_be_article(name):
                    yield file
                elif is_left_behind(name):
                    self._left.append(file)

    def _add_file(self, file: str, side: int) -> None:
        if self._is_table(file):
            self._add_table(file, side)
            return
        if suffix_of(Path(file)) in LIST_SUFFIXES:
            self.take(self._reading.rest(), side)  # articles stay in order
            try:
                if self._add_rows(file, side):
                    return
            except DocumentError as error:
                self._problems.append(error.message)
                return
        self.take(self._reading.add(file), side)

    def _add_table(self, file: str, side: int) -> None:
        self.take(self._reading.rest(), side)  # articles stay in order
        self._has_columns = True
        self._tables.append(ArticleTable(file, side, len(self._articles)))

    def _add_rows(self, file: str, side: int) -> bool:
        """Add the articles of a file with many; False if it is no such file.

        Nothing is added of a damaged file, because no article in it could be opened.
        """
        report: Callable[[Message], None] = self._problems.append
        named = self._manner._asdict()
        added, empty = len(self._articles), len(self._empty)
        with_names = ""
        try:
            prefix = address_prefix(file, **named)
            for own, *_, published in open_articles(file, **named).readable(report):
                front = prefix
                if prefix == "#" and columns_and_id(own.id)[2] != own.id:
                    front = with_names = with_names or self._columns_said(file)
                address, moment = f"{file}{front}{own.id}", moment_of(published)
                article = LooseArticle(address, own.text, side, file, moment)
                self._add(article, bool(own.text.strip()))
        except DocumentError as error:
            if error.message.code is AboutArticles.NOT_OF_ROWS:
                return False
            self._has_columns = True
            if error.message.code is not AboutDocument.CHANGED_WHILE_READ:
                del self._articles[added:], self._empty[empty:]
            raise
        self._has_columns = True
        return True

    def _columns_said(self, file: str) -> str:
        """Return the columns in brackets, for an id that would be read as naming columns itself."""
        columns = open_articles(file, **self._manner._asdict()).columns
        return f"#{with_columns(columns.text, columns.id or '')}"

    def _add(self, article: LooseArticle, has_words: bool) -> None:
        if has_words:
            self._articles.append(article)
        else:
            self._empty.append(article.address)
        self._count()

    def _count(self) -> None:
        """Report progress now and then, also for files that cannot be read."""
        self._done += 1
        if time.monotonic() - self._looked > _LOOK:
            self._looked = time.monotonic()
            self._report(SearchStage("read", self._done, 0))


def _is_list_of_pairs(file: str) -> bool:
    """Return whether an earlier search wrote *file*: among articles it is none."""
    path = Path(file)
    try:
        return suffix_of(path) == ".csv" and is_found_list(path)
    except OSError:
        return False


def _not_there(source: str) -> Message:
    """Return the message about a missing *source*."""
    address = split_address(source)
    if address is None:
        return Message(AboutFind.NO_SOURCE, name=shown_name(source))
    file = shown_name(str(address.file))
    return Message(AboutFind.SOURCE_IS_ADDRESS, name=shown_name(source), file=file)
