"""Reads a reviewer's pair list: a CSV file, JSON lines, or a folder.

The rows of files are read by ``pair_rows``.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from ...documents import shown_name
from ...documents.web.web_addresses import is_address
from ...messages import Message, counted
from ...messages.about_documents import AboutDocument
from ...messages.about_pairs import AboutPairs
from ...messages.message_value import Code
from ..file.csv_format import plain
from ..label_values import (
    LABELS_NAME,
    LoneDocumentError,
    LooseArticlesError,
    Pair,
    PairList,
    PairListError,
    UnnamedColumnsError,
)
from .article_addresses import LIST_SUFFIXES, may_be_there, split_address, without_packing
from .named_pairs import in_roles
from .pair_columns import Roles, Sought, find_roles, look_like_texts
from .pair_paths import folder_of, found_sources
from .pair_rows import read_rows, suffix_of
from .pair_table import ListRows, PairTable

GUIDELINES_NAMES = ("guidelines.txt", "guidelines.md")
"""Names of guidelines that are found beside the list."""

FOUND_NAME = "copydesk-pairs.csv"
"""The list of pairs found in a folder of loose articles, in that folder."""

_LIST_NAMES = ("pairs.csv", "pairs.tsv", "pairs.jsonl", "pairs.xlsx", "pairs.ods", "pairs.parquet")
_CORPUS_LIST = "pairs"  # as PAN has it, beside folders src and susp
_NO_LIST = (AboutPairs.NO_TEXT, AboutPairs.NO_PAIRS_IN_LIST, AboutPairs.NO_COLUMNS)
_BROKEN = (AboutPairs.ROW_NOT_JSON, AboutPairs.REST_NOT_JSON)
_ROLES = ("reference", "candidate")
# What stands in a folder of documents and is none of them.
_OTHERS = frozenset((LABELS_NAME, f"{LABELS_NAME}.lock", "copydesk.toml", *GUIDELINES_NAMES))
# What programs leave beside documents: hidden files, locks of Word and LibreOffice, copies from
# before a change, and what is not yet wholly there.
_NOT_BEFORE = (".", "~$")
_NOT_BEHIND = ("thumbs.db", "desktop.ini")
_LEFT_BEHIND = re.compile(
    r"^#.*#$|~$|\.(?:bak|old|orig|save|rej)[.\d]*$"
    r"|\.(?:autosave|asd|wbk|swp|swo|swn|tmp|part|partial|crdownload|download)$",
    re.IGNORECASE | re.DOTALL,
)
# Why a file with rows is no pair list, which may be because it holds articles.
_NO_PAIRS = (
    AboutPairs.NO_COLUMNS,
    AboutPairs.LIST_TOO_LARGE,
    AboutPairs.TABLE_TAKES_TOO_MUCH,
)
_LOOKED_FOR = 100  # pairs whose documents are looked for before the window is there,
_ASKED_FIRST = 1  # if a document of this is elsewhere: a slow disk takes seconds for each
_LOOKED_INTO = 20  # rows by which paths are told from texts
_FEWEST = 3  # articles among which pairs are looked for; two are a pair
_BEGINNING = 2_000  # characters of a value that tell what its column holds
_MOST_COUNTED = 1_000  # documents of a folder, each of which is opened


def read_pairs(
    path: str | os.PathLike[str],
    *,
    columns: Sequence[str] | None = None,
    encoding: str | None = None,
) -> PairList:
    """Read the pair list at *path*, a CSV file with a header, JSON lines, or a folder.

    *columns* names the two columns with the paths of reference and candidate if they have other
    names, and *encoding* is that of a list that is not in UTF-8. No document is opened, and only
    the first ones are looked for; :func:`missing_document` does the rest. Raises
    :class:`PairListError`.
    """
    place = Path(path)
    if os.path.isdir(place):  # noqa: PTH112 - where it cannot be looked at, reading says why
        return _read_folder(place, columns, encoding)
    if split_address(path) is not None:
        raise _second_missing(path)  # not as a Path, which has one slash for two
    return _read_file(place, columns, encoding)


def _read_file(path: Path, columns: Sequence[str] | None, encoding: str | None) -> PairList:
    rows: ListRows | None = None
    try:
        rows = read_rows(path, Sought(None if columns is None else tuple(columns)), encoding)
        if not rows and any(notice.code is AboutPairs.LIST_CUT for notice in rows.notices):
            raise _named(path, Message(AboutPairs.LIST_NOT_JSON))
        if not rows:
            raise PairListError(Message(AboutPairs.NO_PAIRS_IN_LIST, name=shown_name(path)))
        roles = _with_texts(_roles(path, rows, columns), rows, path.parent)
    except PairListError as error:
        is_other = error.message.code in _NO_LIST and suffix_of(path) not in LIST_SUFFIXES
        if is_other or (columns is None and _is_article(path)):
            raise _second_missing(path) from None
        if columns is None and _holds_articles(path, error.message):
            raise LooseArticlesError(error.message, str(path)) from None
        if columns is None and rows is not None and _may_hold_articles(rows, error.message):
            raise UnnamedColumnsError(error.message, str(path), _first_values(rows)) from None
        raise
    folder = path.parent
    pairs = PairTable(rows, roles)
    if path.name in (*_LIST_NAMES, _CORPUS_LIST):
        name = path.resolve().parent.name
    else:
        name = Path(without_packing(path.name)).stem
    title = plain(name or path.stem)
    notices = (*rows.notices, *_found_elsewhere(pairs, folder))
    return PairList(title, folder, pairs, folder / LABELS_NAME, notices)


def _found_elsewhere(pairs: Sequence[Pair], folder: Path) -> tuple[Message, ...]:
    """Say which of the first documents are not where the list says, but nearly there."""
    first = [pair for pair in pairs[:_LOOKED_FOR] if pair.problem is None]
    if not _elsewhere(first[:_ASKED_FIRST], folder):
        return ()
    found = _elsewhere(first, folder)
    name, path = next(iter(found.items()))
    one, many = AboutPairs.DOCUMENT_ELSEWHERE, AboutPairs.DOCUMENTS_ELSEWHERE
    said, place = shown_name(name), shown_name(path)
    return (counted(one, many, len(found), name=said, path=place, pairs=len(first)),)


def _elsewhere(pairs: Sequence[Pair], folder: Path) -> dict[str, str]:
    """Return what *pairs* call documents that are elsewhere, with their paths."""
    return {
        name: str(place)
        for pair in pairs
        for place, name in zip(
            found_sources(pair, folder), (pair.reference, pair.candidate), strict=True
        )
        if not isinstance(place, str)
        and folder_of(str(place), name) is None
        and not is_address(name)
    }


def _is_article(path: Path) -> bool:
    """Return whether a JSON file that is no list is a document: an article as crawlers write it."""
    if suffix_of(path) != ".json":
        return False
    from ...documents import DocumentError, load  # few lists cannot be read: no start pays for it

    try:
        return load(path).format == "json"
    except DocumentError:
        return False


def _holds_articles(path: Path, why: Message) -> bool:
    """Return whether a file that is no pair list, because of *why*, has articles in its rows."""
    if _codes(why).isdisjoint(_NO_PAIRS):
        return False
    from ...documents import DocumentError  # as above
    from .articles import articles_in

    try:
        return len(list(islice(articles_in(path), _FEWEST))) == _FEWEST
    except DocumentError:
        return False


def _codes(why: Message) -> set[Code]:
    """Return the code of a sentence, and those of the clauses in it."""
    inside = (value.code for value in why.arguments.values() if isinstance(value, Message))
    return {why.code, *inside}


def _may_hold_articles(rows: ListRows, why: Message) -> bool:
    """Return whether articles may stand in *rows*, of which *why* says that they are no pairs."""
    return AboutPairs.NO_COLUMNS in _codes(why) and len(rows) >= _FEWEST


def _first_values(rows: ListRows) -> list[tuple[str, str]]:
    """Return the names of the columns, each with its first value, or what it begins with."""
    values = rows.row(0).values
    return [(name, values.get(name, "")[:_BEGINNING]) for name in rows.columns if name]


def may_be_article(name: str) -> bool:
    """Return whether a file called *name* in a folder is a document, going by its name.

    It is not if it is hidden, a file of Copydesk's own (labels, found pairs, guidelines), or a
    leftover of an editor or a system, such as a backup, a lock or a thumbnail.

    >>> [may_be_article(name) for name in ("ferry.txt", "ferry.txt~", "~$ferry.docx", "Thumbs.db")]
    [True, False, False, False]
    """
    if name.startswith(_NOT_BEFORE) or name.lower().endswith(_NOT_BEHIND) or is_left_behind(name):
        return False
    return name not in _OTHERS and not name.endswith(FOUND_NAME)


def is_left_behind(name: str) -> bool:
    """Return whether a file called *name* was left behind by an editor or a download.

    >>> [is_left_behind(name) for name in ("#ferry.txt#", "ferry.txt.save.1", "ferry.old.txt")]
    [True, True, False]
    """
    return _LEFT_BEHIND.search(name) is not None and not name.startswith(_NOT_BEFORE)


def _second_missing(path: str | os.PathLike[str]) -> PairListError:
    """Return what to say of a document that stands alone; what can be read can be asked about."""
    from ...documents import looks_readable  # its libraries are for such documents only

    message = Message(AboutPairs.SECOND_DOCUMENT_MISSING, name=shown_name(path))
    if looks_readable(path) or split_address(path) is not None:
        return LoneDocumentError(message, os.fspath(path))
    return PairListError(message)


def _roles(path: Path, rows: ListRows, columns: Sequence[str] | None) -> Roles:
    try:
        return find_roles(rows.columns, columns)
    except PairListError as error:
        if columns is None and suffix_of(path) not in LIST_SUFFIXES:
            raise  # it is no list at all
        broken = rows.row(0).problem if not rows.columns else None
        if broken is not None and broken.code in _BROKEN:
            raise _named(path, Message(AboutPairs.LIST_NOT_JSON)) from None
        raise _named(path, error.message) from None


def _named(path: Path, clause: Message) -> PairListError:
    """Return the error that says a *clause* about the list at *path*."""
    return PairListError(Message(AboutDocument.OF_FILE, name=shown_name(path), clause=clause))


def _with_texts(roles: Roles, rows: ListRows, folder: Path) -> Roles:
    """Return *roles* with the columns of the documents as texts, if it is texts that they hold."""
    if roles.paths is None or roles.texts is not None:
        return roles
    first = [rows.row(index) for index in range(min(len(rows), _LOOKED_INTO))]
    found = [row.values.get(name, "") for row in first for name in roles.paths]
    if not look_like_texts(found) or any(
        value.strip() and _may_be_document(os.path.join(folder, value))  # noqa: PTH118
        for value in found
    ):
        return roles
    return replace(roles, paths=None, texts=roles.paths)


def _may_be_document(path: str) -> bool:
    """Return whether something is at *path*, which may be a text instead."""
    return may_be_there(path) or split_address(path) is not None


def _read_folder(folder: Path, columns: Sequence[str] | None, encoding: str | None) -> PairList:
    try:
        for name in _LIST_NAMES:
            if (folder / name).is_file():
                return _read_file(folder / name, columns, encoding)
        if (folder / FOUND_NAME).is_file():
            found_list = _read_file(folder / FOUND_NAME, None, None)
            title = plain(folder.resolve().name) or found_list.name
            return found_list._replace(name=title, searched=str(folder))
        if all(map(os.path.exists, (folder / name for name in (_CORPUS_LIST, "src", "susp")))):
            return _read_file(folder / _CORPUS_LIST, columns, encoding)
        with os.scandir(folder) as entries:
            subfolders = sorted(e.name for e in entries if e.is_dir() and e.name[0] != ".")
        found = [(name, _documents_of(folder / name)) for name in subfolders]
    except OSError as error:
        why = error.strerror or str(error)
        raise PairListError(
            Message(AboutPairs.FOLDER_UNREADABLE, name=shown_name(folder), why=why)
        ) from None
    pairs = [
        Pair(plain(name), f"{name}/{names[0]}", f"{name}/{names[1]}")
        for name, names in found
        if len(names) == 2
    ]
    if not pairs:
        pairs = [_flat_pair(folder, sum(len(names) for _, names in found))]
    title = plain(folder.resolve().name) or str(folder)
    return PairList(title, folder, tuple(pairs), folder / LABELS_NAME, _passed_over(found))


def _flat_pair(folder: Path, deeper: int) -> Pair:
    """Return the pair of the two documents that stand in *folder* itself.

    Raises :class:`PairListError` where there are not exactly two: :class:`LooseArticlesError`
    where they are more, together with the *deeper* ones in subfolders.
    """
    names = _documents_of(folder)
    if len(names) == 2:
        return Pair(plain("|".join(names)), names[0], names[1])
    name, count = shown_name(folder), len(names)
    if count > _MOST_COUNTED:
        many = Message(AboutPairs.FOLDER_OF_MANY, name=name, count=_MOST_COUNTED)
        raise LooseArticlesError(many, str(folder))
    if count + deeper >= _FEWEST:
        several = Message(AboutPairs.FOLDER_OF_DOCUMENTS, name=name, count=count + deeper)
        raise LooseArticlesError(several, str(folder))
    code = AboutPairs.FOLDER_OF_ONE if names else AboutPairs.NO_PAIRS_IN_FOLDER
    raise PairListError(Message(code, name=name))


def _documents_of(folder: Path) -> list[str]:
    """Return the names of reference and candidate in *folder*, or of the documents there are.

    Of a great many, only some are looked at and returned.
    """
    try:
        with os.scandir(folder) as entries:
            names = sorted(e.name for e in entries if may_be_article(e.name) and e.is_file())
    except OSError:
        return []
    stems = [[name for name in names if Path(name).stem == role] for role in _ROLES]
    if all(len(found) == 1 for found in stems):
        return [found[0] for found in stems]
    from ...documents import looks_readable  # its libraries are for such folders only

    readable = (name for name in names if looks_readable(folder / name))
    return list(in_roles(list(islice(readable, _MOST_COUNTED + 1))))


def _passed_over(found: Sequence[tuple[str, Sequence[str]]]) -> tuple[Message, ...]:
    """Say which subfolders hold documents but not two of them."""
    others = [shown_name(name) for name, names in found if names and len(names) != 2]
    if not others:
        return ()
    shown = ", ".join(others[:3]) + (", …" if len(others) > 3 else "")
    return (Message(AboutPairs.SUBFOLDERS_PASSED_OVER, names=shown),)
