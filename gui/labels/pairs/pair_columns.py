"""Finds the columns of the documents, by their names and by their values.

A row of a pair list has two, one of a file of articles has one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ...documents import shown_name
from ...messages import Message
from ...messages.about_articles import AboutArticles
from ...messages.about_pairs import AboutPairs
from ..label_values import PairListError

PAIRED = ("pair", "pairs", "texts", "sentences", "documents", "text_pair", "sentence_pair", "set")
"""Names that JSON lines give to a list of reference and candidate."""

_NAMES = (
    ("reference", "candidate"),
    ("left", "right"),
    ("a", "b"),
    ("path_a", "path_b"),
    ("source", "suspicious"),
    ("original", "copy"),
    ("original", "paraphrase"),
    ("original", "paraphrased"),
    ("original", "rewritten"),
    ("original", "plagiarized"),
    ("original", "modified"),
)
_TEXT_NAMES = (  # also beside paths
    ("reference_text", "candidate_text"),
    ("sentence1", "sentence2"),
    ("text_a", "text_b"),
)
_CORPUS_NAMES = (
    ("text1", "text2"),
    ("question1", "question2"),
    ("sentence_a", "sentence_b"),
    ("sentence_1", "sentence_2"),
    ("premise", "hypothesis"),
    ("anchor", "positive"),
    ("#1 string", "#2 string"),
)
_OUTER_NAMES = (  # of objects that hold the documents
    ("document1", "document2"),
    ("doc1", "doc2"),
    ("first", "second"),
    ("source", "target"),
)
_LISTS = tuple((f"{name}.0", f"{name}.1") for name in PAIRED)


def _with(ends: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return all names with each of *ends*, as nested objects have them."""
    names = (*_NAMES, *_TEXT_NAMES, *_CORPUS_NAMES, *_OUTER_NAMES, *_LISTS)
    return tuple((f"{first}.{end}", f"{second}.{end}") for first, second in names for end in ends)


_NESTED_PATHS = _with(("path", "file", "filename"))
_TEXTS = (*_TEXT_NAMES, *_CORPUS_NAMES, *_LISTS, *_with(("text", "content", "body")))
IDS = ("pair_id", "id")
# The same of articles, one a row, without joints; of a nested name the last part counts.
_ARTICLES = (
    *("text", "body", "content", "articlebody", "article", "fulltext", "articletext", "bodytext"),
    *("maintext", "contenttext", "plaintext", "rawtext", "cleantext", "rawcontent", "contents"),
    *("story", "document", "passage"),
)
_ARTICLE_IDS = (
    *("id", "articleid", "docid", "documentid", "docno", "uid", "uuid", "guid", "key"),
    *("url", "link", "permalink", "uri", "path", "file", "filename", "slug"),
)
# When an article was published, what says so most plainly first. When it was changed, or a crawler
# came by, is none of them: a page may be changed long after it was copied.
_DAYS = (
    *("datepublished", "published", "publishedat", "publisheddate", "publishedtime", "publishedon"),
    *("publishdate", "publishtime", "datepublish", "pubdate", "publicationdate", "dateissued"),
    *("publisheddatetime", "publishdatetime", "publicationtime", "publicationdatetime", "pubtime"),
    *("articlepublishedtime", "webpublicationdate", "publishedtimestamp", "publishedutc", "issued"),
    *("firstpublished", "firstpublishedat", "firstpublicationdate", "firstcreated", "dcdate"),
    *("dateposted", "postedat", "postedon", "posteddate", "postdate", "releasedate", "displaydate"),
)
# The same, but not beside the text they may be those of anything, such as of the author's page.
_OUTER_DAYS = (
    *("date", "datetime", "posted", "datecreated", "createdat", "created", "createdon"),
    *("createddate", "createdtime", "createtime", "creationdate", "timestamp"),
)
# What other names of documents are made of, a noun and one of two, in either order; whether they
# are paths or texts their values tell.
_NOUNS = (
    *("path", "file", "filename", "filepath", "document", "doc", "article", "page", "url", "link"),
    *("text", "sentence", "story"),
)
_ONE_OF_TWO = (
    *(*_NAMES, ("1", "2"), ("one", "two"), ("first", "second"), ("old", "new")),
    ("source", "target"),
)
_OF_NOUNS = tuple(
    ends
    for noun in _NOUNS
    for one, two in _ONE_OF_TWO
    for ends in ((noun + one, noun + two), (one + noun, two + noun))
)
_FIRST_OF_NOUNS = frozenset(first for first, _ in _OF_NOUNS)
_JOINTS = str.maketrans("", "", "_-.: ")


@dataclass(frozen=True)
class Roles:
    """The names of the columns with a meaning; None if the list has no such column."""

    id: str | None
    paths: tuple[str, str] | None
    texts: tuple[str, str] | None

    @cached_property
    def names(self) -> frozenset[str]:
        """All those names."""
        return frozenset((*(self.paths or ()), *(self.texts or ()), self.id or ""))


def find_roles(columns: Sequence[str], chosen: Sequence[str] | None = None) -> Roles:
    """Find which of *columns* contain the id, the paths and the texts.

    *chosen* names the two columns of the documents. Raises PairListError, with a message that does
    not name the list.
    """
    by_name: dict[str, str] = {}
    for name in columns:
        by_name.setdefault(name.lower(), name)
    pair_id = next((by_name[name] for name in IDS if name in by_name), None)
    if chosen is not None:
        names = _chosen(columns, by_name, chosen)
        if (names[0].lower(), names[1].lower()) in _TEXTS:
            return _alone(Roles(pair_id, None, names), columns)
        return _alone(Roles(pair_id, names, None), columns)
    paths = _first_of(_NAMES, by_name)
    texts = _first_of(_TEXT_NAMES if paths else _TEXTS, by_name)
    paths = paths or _first_of(_NESTED_PATHS, by_name)
    if paths is None and texts is None:
        paths = _made_of_nouns(by_name) or _inside(by_name)
    if paths is None and texts is None:
        raise PairListError(Message(AboutPairs.NO_COLUMNS, columns=_listed(columns)))
    return _alone(Roles(pair_id, paths, texts), columns)


class ArticleColumns(NamedTuple):
    """The columns of a file of articles; ``id`` is None where the number of the row is the id."""

    text: str
    id: str | None


def find_article_columns(
    columns: Sequence[str], text: str = "", id: str = "", *, lone: bool = False
) -> ArticleColumns:
    """Find which of *columns* contain the text and the id of an article.

    *text* and *id* are names that somebody chose. With *lone*, the only column, or the only one
    beside that of the ids, has the texts, whatever its name is. Raises PairListError, with a
    clause.

    >>> find_article_columns(["url", "title", "articleBody"])
    ArticleColumns(text='articleBody', id='url')
    >>> find_article_columns(["_id.$oid", "meta.id", "doc.body", "Text"], id="_id.$oid")
    ArticleColumns(text='Text', id='_id.$oid')
    """
    by_name: dict[str, str] = {}
    for name in columns:
        by_name.setdefault(name.lower(), name)
    own_id = _named(id, columns, by_name) if id else _article_column(columns, _ARTICLE_IDS)
    own_text = _named(text, columns, by_name) if text else _article_column(columns, _ARTICLES)
    if own_text is None:
        others = [name for name in columns if name and name != own_id]
        if not lone or len(others) != 1:
            raise PairListError(Message(AboutArticles.NO_TEXT_COLUMN, columns=_listed(columns)))
        own_text = others[0]
    for name in filter(None, (own_text, own_id)):
        if columns.count(name) > 1:
            raise PairListError(Message(AboutPairs.COLUMN_TWICE, name=shown_name(name)))
    return ArticleColumns(own_text, own_id)


def day_column(columns: Sequence[str], text: str) -> str | None:
    """Return which of *columns* has the date of publication of an article, if any.

    *text* is the column with its text: what stands beside that is likelier the article's own.

    >>> columns = ["user.created_at", "Date", "doc.body", "doc.created_at", "meta.datePublished"]
    >>> day_column(columns, "doc.body"), day_column(columns, "user.text")
    ('doc.created_at', 'user.created_at')
    >>> day_column(["text", "user.created_at", "updated_at", "crawl.date"], "text")
    """
    beside = [name for name in columns if name.rpartition(".")[0] == text.rpartition(".")[0]]
    outer = [name for name in columns if "." not in name]
    places = (beside, _DAYS), (beside, _OUTER_DAYS), (outer, _DAYS), (outer, _OUTER_DAYS)
    found = (_article_column(*place) for place in (*places, (columns, _DAYS)))
    return next(filter(None, found), None)


def _article_column(columns: Sequence[str], known: Sequence[str]) -> str | None:
    """Return the column that has one of the *known* names, the least nested one first."""
    found = []
    for place, column in enumerate(columns):
        *outer, name = (part.translate(_JOINTS) for part in column.lower().split("."))
        if name in known:
            inside = not any(part in known for part in outer)
            found.append((len(outer), known.index(name), inside, place, column))
    return min(found)[-1] if found else None


class Sought(NamedTuple):
    """What to find in the columns of a file: the two documents of a pair, or one article.

    *chosen* are their names, if somebody named them: of reference and candidate, or of text and id,
    where an empty one is to be found.
    """

    chosen: tuple[str, ...] | None = None
    articles: bool = False

    def columns_in(self, columns: Sequence[str]) -> tuple[str, ...]:
        """Return those of *columns* that contain documents. Raises PairListError, with a clause."""
        if self.articles:
            return find_article_columns(columns, *(self.chosen or ()))[:1]
        roles = find_roles(columns, self.chosen)
        return roles.paths or roles.texts or ()

    def are_in(self, columns: Sequence[str]) -> bool:
        """Return whether *columns* contain the documents."""
        try:
            self.columns_in(columns)
        except PairListError:
            return False
        return True


PAIRS = Sought()
"""The documents of a pair in columns that nobody named."""


def unique_names(columns: Iterable[str]) -> tuple[str, ...]:
    """Return unique names of columns, with a number behind repeated ones.

    >>> unique_names(["text", "date", "text", ""])
    ('text', 'date', 'text (2)', '')
    """
    times: dict[str, int] = {}  # by every name that was given or given out
    names = []
    for name in columns:
        own = name
        while name and own in times:
            times[name] += 1
            own = f"{name} ({times[name]})"
        times[own] = 1
        names.append(own)
    return tuple(names)


def _alone(roles: Roles, columns: Sequence[str]) -> Roles:
    """Return *roles*; raises PairListError if two columns have the name of one of them."""
    for name in (*(roles.paths or ()), *(roles.texts or ()), roles.id):
        if name and columns.count(name) > 1:
            raise PairListError(Message(AboutPairs.COLUMN_TWICE, name=shown_name(name)))
    return roles


def _made_of_nouns(by_name: dict[str, str]) -> tuple[str, str] | None:
    """Return two columns with names such as ``file1`` and ``file2``, ``Left path`` and the like.

    >>> _made_of_nouns({"file_a": "File_A", "file_b": "File_B", "score1": "", "score2": ""})
    ('File_A', 'File_B')
    """
    plain = {name.translate(_JOINTS): column for name, column in reversed(by_name.items())}
    if _FIRST_OF_NOUNS.isdisjoint(plain):  # as with most rows that might be a header
        return None
    return _first_of(_OF_NOUNS, plain)


def _inside(by_name: dict[str, str]) -> tuple[str, str] | None:
    """Return two columns that one object has, such as ``data.reference`` and ``data.candidate``."""
    objects: dict[str, dict[str, str]] = {}
    for name, column in by_name.items():
        if len(name) > _LONGEST:  # no key of an object is so long
            continue
        for dot in (at for at, letter in enumerate(name) if letter == "."):
            objects.setdefault(name[:dot], {})[name[dot + 1 :]] = column
    known = (*_NAMES, *_TEXTS, *_NESTED_PATHS)
    found = (_first_of(known, each) for each in objects.values())
    return next(filter(None, found), None)


def _chosen(
    columns: Sequence[str], by_name: dict[str, str], chosen: Sequence[str]
) -> tuple[str, str]:
    if len(chosen) != 2 or chosen[0] == chosen[1]:
        raise PairListError(Message(AboutPairs.COLUMNS_ALIKE))
    reference, candidate = chosen
    return _named(reference, columns, by_name), _named(candidate, columns, by_name)


def _named(name: str, columns: Sequence[str], by_name: dict[str, str]) -> str:
    """Return the column that somebody calls *name*, in any case."""
    column = name if name in columns else by_name.get(name.strip().lower())
    if column is None:
        there = _listed(columns)
        raise PairListError(
            Message(AboutPairs.NO_SUCH_COLUMN, name=shown_name(name), columns=there)
        )
    return column


def _first_of(
    choices: Iterable[tuple[str, str]], by_name: dict[str, str]
) -> tuple[str, str] | None:
    for first, second in choices:
        if first in by_name and second in by_name:
            return by_name[first], by_name[second]
    return None


def _listed(columns: Sequence[str]) -> str | Message:
    shown = [shown_name(name) for name in columns if name][:8]
    if not shown:
        return Message(AboutPairs.NO_NAMES)
    return ", ".join(shown) + (", …" if len(columns) > 8 else "")


_LONGEST = 1_000  # characters of the name of a column that is looked for in objects
_WORDS, _MANY_WORDS = 3, 8
_ENDING = 40  # characters that are looked at for how a value ends
_SUFFIX = re.compile(r"\.\w{1,8}$")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]{8}")  # no spaces between words
_SENTENCE_END = re.compile(r"[.!?…。！？؟][\"'”’»」』)]*$")


def look_like_texts(values: Iterable[str]) -> bool:
    """Return whether most of *values* are texts rather than paths of documents.

    >>> look_like_texts(["How is rice cooked?", "They voted to reopen the old harbour"])
    True
    >>> look_like_texts(["docs/The old harbour.txt", "new draft"])
    False
    """
    found = [is_text(value.strip()) for value in values if value.strip()]
    return 2 * sum(found) > len(found)


def is_text(value: str) -> bool:
    """Return whether *value* is a text rather than the path of one."""
    if "\n" in value:
        return True
    ending = value[-_ENDING:]
    if _SUFFIX.search(ending) or "://" in value[:_ENDING]:
        return False
    words = len(value.split(None, _MANY_WORDS))
    in_folders = "/" in value or "\\" in value
    if words >= (_MANY_WORDS if in_folders else _WORDS):
        return True
    return not in_folders and (ends_as_sentence(ending) or _UNSPACED.search(value) is not None)


def ends_as_sentence(value: str) -> bool:
    """Return whether *value* ends with the end of a sentence, perhaps before closing marks."""
    return _SENTENCE_END.search(value[-_ENDING:]) is not None
