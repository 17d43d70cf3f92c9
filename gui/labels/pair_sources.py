"""The pair list that a reviewer brings: a CSV file, JSON lines, or a folder.

The rows of a list are read when they are asked for; the text of the list is kept as it is.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from ..documents import DocumentError, shown_name
from ..messages import Message
from ..messages.about_documents import AboutDocument
from ..messages.about_pairs import AboutPairs
from .csv_format import DELIMITERS, plain, scan, split_line_end, values
from .label_values import LABELS_NAME, LoneDocumentError, Pair, PairList, PairListError
from .named_pairs import in_roles
from .pair_table import PairTable, Roles, Row, Rows, find_roles

GUIDELINES_NAMES = ("guidelines.txt", "guidelines.md")
"""Found beside the list without being asked for."""

_LIST_NAMES = ("pairs.csv", "pairs.tsv", "pairs.jsonl")
_LIST_SUFFIXES = (".csv", ".tsv", ".tab", ".jsonl", ".ndjson", ".json")
_NO_LIST = (AboutPairs.NO_TEXT, AboutPairs.NO_PAIRS_IN_LIST, AboutPairs.NO_COLUMNS)
_ROLES = ("reference", "candidate")
# What stands in a folder of documents and is none of them.
_OTHERS = frozenset((LABELS_NAME, f"{LABELS_NAME}.lock", "copydesk.toml", *GUIDELINES_NAMES))
_LARGEST = 1_000_000_000  # bytes of a list, which may have the texts in it
_MOST_COUNTED = 1_000  # documents of a folder, each of which is opened


def read_pairs(path: str | os.PathLike[str], *, columns: Sequence[str] | None = None) -> PairList:
    """Read the pair list at *path*, a CSV file with a header, JSON lines, or a folder.

    *columns* names the two columns with the paths of reference and candidate where the list
    calls them something else. No document is opened or looked for: :func:`missing_document`
    does. Raises :class:`PairListError`.
    """
    place = Path(path)
    if os.path.isdir(place):  # noqa: PTH112 - where it cannot be looked at, reading says why
        return _read_folder(place, columns)
    return _read_file(place, columns)


def _read_file(path: Path, columns: Sequence[str] | None) -> PairList:
    try:
        rows = read_rows(path)
        if not rows:
            raise PairListError(Message(AboutPairs.NO_PAIRS_IN_LIST, name=shown_name(path)))
        roles = _roles(path, rows, columns)
    except PairListError as error:
        if error.message.code in _NO_LIST and path.suffix.lower() not in _LIST_SUFFIXES:
            raise _second_missing(path) from None
        raise
    folder = path.parent
    pairs = PairTable(rows, roles)
    name = path.stem if path.name not in _LIST_NAMES else path.resolve().parent.name
    return PairList(plain(name or path.stem), folder, pairs, folder / LABELS_NAME)


def _second_missing(path: Path) -> PairListError:
    """Return what to say of a document that stands alone; what can be read can be asked about."""
    from ..documents import looks_readable  # its libraries are for such documents only

    message = Message(AboutPairs.SECOND_DOCUMENT_MISSING, name=shown_name(path))
    if looks_readable(path):
        return LoneDocumentError(message, os.fspath(path))
    return PairListError(message)


def _roles(path: Path, rows: Rows, columns: Sequence[str] | None) -> Roles:
    try:
        return find_roles(rows.columns, columns)
    except PairListError as error:
        if columns is None and path.suffix.lower() not in _LIST_SUFFIXES:
            raise  # it is no list at all
        raise PairListError(
            Message(AboutDocument.OF_FILE, name=shown_name(path), clause=error.message)
        ) from None


def _read_folder(folder: Path, columns: Sequence[str] | None) -> PairList:
    try:
        for name in _LIST_NAMES:
            if (folder / name).is_file():
                return _read_file(folder / name, columns)
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
        pairs = [_flat_pair(folder)]
    title = plain(folder.resolve().name) or str(folder)
    return PairList(title, folder, tuple(pairs), folder / LABELS_NAME, _passed_over(found))


def _flat_pair(folder: Path) -> Pair:
    """Return the pair of the two documents that stand in *folder* itself.

    Raises :class:`PairListError` where there are not exactly two.
    """
    names = _documents_of(folder)
    if len(names) == 2:
        return Pair(plain("|".join(names)), names[0], names[1])
    name, count = shown_name(folder), len(names)
    if count > _MOST_COUNTED:
        raise PairListError(Message(AboutPairs.FOLDER_OF_MANY, name=name, count=_MOST_COUNTED))
    if count > 2:
        raise PairListError(Message(AboutPairs.FOLDER_OF_DOCUMENTS, name=name, count=count))
    code = AboutPairs.FOLDER_OF_ONE if names else AboutPairs.NO_PAIRS_IN_FOLDER
    raise PairListError(Message(code, name=name))


def _documents_of(folder: Path) -> list[str]:
    """Return the names of reference and candidate in *folder*, or of the documents there are.

    Of a great many, only some are looked at and returned.
    """
    try:
        with os.scandir(folder) as entries:
            names = sorted(
                e.name
                for e in entries
                if e.name[0] != "." and e.name not in _OTHERS and e.is_file()
            )
    except OSError:
        return []
    stems = [[name for name in names if Path(name).stem == role] for role in _ROLES]
    if all(len(found) == 1 for found in stems):
        return [found[0] for found in stems]
    from ..documents import looks_readable  # its libraries are for such folders only

    readable = (name for name in names if looks_readable(folder / name))
    return list(in_roles(list(islice(readable, _MOST_COUNTED + 1))))


def _passed_over(found: Sequence[tuple[str, Sequence[str]]]) -> tuple[Message, ...]:
    """Say which subfolders hold documents but not two of them."""
    others = [shown_name(name) for name, names in found if names and len(names) != 2]
    if not others:
        return ()
    shown = ", ".join(others[:3]) + (", …" if len(others) > 3 else "")
    return (Message(AboutPairs.SUBFOLDERS_PASSED_OVER, names=shown),)


_JSON_SUFFIXES = (".jsonl", ".ndjson", ".json")
_MOST_REPAIRS = 100  # rows with an unclosed quotation mark, after which the rest is one bad row


def read_rows(path: Path) -> Rows:
    """Read the pair list at *path*: JSON lines if it looks like that, else CSV.

    Raises :class:`PairListError`.
    """
    from ..documents.decode import decode  # its libraries are for lists only

    name = shown_name(path)
    try:
        status = path.stat()
        if stat.S_ISCHR(status.st_mode) or stat.S_ISBLK(status.st_mode):  # which may have no end
            why = Message(AboutPairs.IS_DEVICE)
            raise PairListError(Message(AboutPairs.LIST_UNREADABLE, name=name, why=why))
        if status.st_size > _LARGEST:
            size = status.st_size // 10**6
            why = Message(AboutPairs.LIST_TOO_LARGE, size=size, most=_LARGEST // 10**6)
            raise PairListError(Message(AboutPairs.LIST_UNREADABLE, name=name, why=why))
        text = decode(path.read_bytes()).text
    except (FileNotFoundError, NotADirectoryError):
        raise PairListError(Message(AboutPairs.NOT_THERE_CHECK_PATH, name=name)) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise PairListError(Message(AboutPairs.LIST_UNREADABLE, name=name, why=reason)) from None
    except DocumentError:
        raise PairListError(Message(AboutPairs.NO_TEXT, name=name)) from None
    if path.suffix.lower() in _JSON_SUFFIXES or text.lstrip()[:1] == "{":
        if text.lstrip()[:1] == "[":
            raise PairListError(Message(AboutPairs.JSON_ARRAY, name=name))
        return JsonRows(text)
    return CsvRows(text)


class CsvRows:
    """The rows of a CSV text with a header, after RFC 4180; the delimiter is found by itself."""

    def __init__(self, text: str) -> None:
        text = text.removeprefix("\ufeff")
        self._text = text
        self._delimiter = _delimiter_of(text)
        self._spans, self._unclosed = _spans(text, self._delimiter)
        self.columns: tuple[str, ...] = ()
        if self._spans:
            self.columns = tuple(name.strip() for name in self._values(*self._spans.pop(0)))

    def __len__(self) -> int:
        return len(self._spans)

    def row(self, index: int) -> Row:
        """Return row *index*."""
        start, end = self._spans[index]
        if start in self._unclosed:
            return Row({}, Message(AboutPairs.ROW_UNCLOSED))
        found = self._values(start, end)
        row = dict(zip(self.columns, found, strict=False))
        if len(found) < len(self.columns):
            wanted = len(self.columns)
            return Row(row, Message(AboutPairs.ROW_TOO_SHORT, found=len(found), wanted=wanted))
        return Row(row)

    def size(self, index: int) -> int:
        """Return the characters of row *index*, which tell how long it takes to read."""
        start, end = self._spans[index]
        return end - start

    def _values(self, start: int, end: int) -> list[str]:
        return values(split_line_end(self._text[start:end])[0], self._delimiter)


class JsonRows:
    """The rows of JSON lines: an object each, its keys the columns."""

    def __init__(self, text: str) -> None:
        self._text = text.removeprefix("\ufeff")
        self._spans: list[tuple[int, int]] = []
        names: dict[str, None] = {}
        start = 0
        while start < len(self._text):
            end = self._text.find("\n", start)
            end = len(self._text) if end < 0 else end
            if self._text[start:end].strip():
                self._spans.append((start, end))
                names.update(dict.fromkeys(self.row(len(self._spans) - 1).values))
            start = end + 1
        self.columns = tuple(names)

    def __len__(self) -> int:
        return len(self._spans)

    def row(self, index: int) -> Row:
        """Return row *index*; a value that is no text is written as JSON."""
        start, end = self._spans[index]
        try:
            found = json.loads(self._text[start:end])
            if not isinstance(found, dict):
                return Row({}, Message(AboutPairs.ROW_NO_OBJECT))
            return Row({name.strip(): _as_text(value) for name, value in found.items()})
        except ValueError:
            return Row({}, Message(AboutPairs.ROW_NOT_JSON))
        except RecursionError:  # to write a value takes a little more than to read it
            return Row({}, Message(AboutPairs.ROW_TOO_DEEP))

    def size(self, index: int) -> int:
        """Return the characters of row *index*, which tell how long it takes to read."""
        start, end = self._spans[index]
        return end - start


def _as_text(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _delimiter_of(text: str) -> str:
    """Return the delimiter that cuts the header, the first line, into most columns.

    >>> _delimiter_of("reference;candidate")
    ';'
    """
    header = text.lstrip("\r\n").split("\n", 1)[0]
    return max(DELIMITERS, key=header.count)


def _spans(text: str, delimiter: str) -> tuple[list[tuple[int, int]], set[int]]:
    """Return where the records stand, and the starts of those with an unclosed quotation mark.

    Such a record is taken to be one line, so that it does not swallow the rest of the list.
    """
    spans: list[tuple[int, int]] = []
    unclosed: set[int] = set()
    start = 0
    while start < len(text):
        ends, closed = scan(text, delimiter, start)
        if not closed:
            bad = ends[-2] if len(ends) > 1 else start
            line = text.find("\n", bad) + 1
            if len(unclosed) < _MOST_REPAIRS and line > 0:
                ends[-1] = line
            unclosed.add(bad)
        for end in ends:
            if text[start:end].strip("\r\n"):
                spans.append((start, end))
            start = end
    return spans, unclosed
