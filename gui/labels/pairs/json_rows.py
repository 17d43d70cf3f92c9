"""The rows of a pair list in JSON."""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from ...messages import Message
from ...messages.about_pairs import AboutPairs
from .pair_columns import IDS, PAIRED, PAIRS, Sought
from .pair_table import ListRow

_BETWEEN = re.compile(r"[\s,]*")
_NAMELESS = PAIRED[0]  # what the list of two documents is called that is a row

DEEPEST = 3
"""How deep objects in objects of a row may be whose parts are columns."""

MOST_PARTS = 50
"""How many parts such an object may have; one with more is a table of its own."""


class JsonRows:
    """The rows of JSON lines, or of one JSON array: an object each, its keys the columns.

    An object may go over several lines where the first one does.

    What is in an object of an object has a name with a dot, such as ``reference.text``; of a
    list of two documents they are ``pair.0`` and ``pair.1``, also where such a list is the row.
    """

    def __init__(
        self,
        text: str,
        sought: Sought = PAIRS,
        *,
        folder: Path | None = None,
        whole_numbers: bool = False,
    ) -> None:
        """*folder* is where the list stands. *whole_numbers*: 7.0 is 7, as it was once."""
        self.notices: tuple[Message, ...] = ()
        self.columns: tuple[str, ...] = ()
        self._parser = RowParser(sought, whole_numbers=whole_numbers)
        text = text.removeprefix("\ufeff")
        self._take(text)
        if _is_cut(text, self._ends):
            self.notices = (Message(AboutPairs.LIST_CUT),)
        if len(self) > 1 and not sought.articles:
            self._take_arrays(sought, folder)
        whole = _whole(text) if len(self) == 1 else None
        if whole is not None:
            self._take_whole(whole, sought)

    def _take_arrays(self, sought: Sought, folder: Path | None) -> None:
        """Find names for the columns of rows that are arrays: in the first one, or by their shape.

        Where the first two columns are the documents, they are a pair without names.
        """
        first = self._array(0)
        if first is None:
            return
        if sought.are_in(first):
            self._name_arrays(tuple(first), begin=1)
        elif len(first) > len(IDS) and sought.chosen is None and folder is not None:
            from .headerless_rows import LOOKED_AT, shape_of  # few lists are such

            sample = [self._array(index) or [] for index in range(min(len(self), LOOKED_AT))]
            shape = shape_of(sample, folder)
            if shape is not None and shape.first:
                self._name_arrays(shape.columns(max(map(len, sample))), begin=0)
                self.notices = (*self.notices, shape.notice())

    def _array(self, index: int) -> list[str] | None:
        """Return the values of row *index*; None where it is no array of single ones."""
        start, end = self._starts[index], self._ends[index]
        if not self._text.startswith("[", start):
            return None
        with suppress(ValueError, RecursionError):
            found = json.loads(self._text[start:end])
            if not any(isinstance(value, dict | list) for value in found):
                return list(map(_as_text, found))
        return None

    def _name_arrays(self, names: tuple[str, ...], begin: int) -> None:
        """Call the columns of all rows from *begin* on by these *names*."""
        self._parser.names = names
        del self._starts[:begin], self._ends[:begin]
        self.columns = tuple(filter(None, names))

    def _take_whole(self, whole: dict[str, Any], sought: Sought) -> None:
        """Take the rows that are inside of the only object, where it is not itself a row."""
        text, rows = self._text, self._rows_in(whole, sought)
        if not rows:
            return
        with suppress(RecursionError):
            self._take(json.dumps(rows, ensure_ascii=False))
        if not sought.are_in(self.columns):
            self._take(text)

    def _rows_in(self, whole: dict[str, Any], sought: Sought) -> list[dict[str, Any]]:
        parts = [name for name in self.columns if name not in whole]
        rows = _turned(whole)
        if rows and sought.are_in(tuple(whole)) and not sought.are_in(parts):
            return rows
        rows = _by_name(whole)
        if len(rows) > 1 and sought.are_in(tuple(rows[0])):
            return rows
        if sought.are_in(self.columns):
            return []
        names_of = RowParser(sought).names_of
        return next((rows for rows in _inside(whole) if sought.are_in(names_of(rows[0]))), [])

    def _take(self, text: str) -> None:
        self._text = text
        spans = _spans(text)
        self._starts = array("q", (start for start, _ in spans))  # as in ``pair_rows``
        self._ends = array("q", (end for _, end in spans))
        names: dict[str, None] = {}
        for index in range(len(self)):
            names.update(dict.fromkeys(self.row(index).values))
        self.columns = tuple(names)

    def __len__(self) -> int:
        return len(self._starts)

    def row(self, index: int) -> ListRow:
        """Return row *index*; a value that is no text is written as JSON."""
        return self._parser.row(self._text[self._starts[index] : self._ends[index]])

    def size(self, index: int) -> int:
        """Return the characters of row *index*, which tell how long it takes to read."""
        return self._ends[index] - self._starts[index]


class RowParser:
    """Makes a row of the text of a JSON object."""

    def __init__(self, sought: Sought = PAIRS, *, whole_numbers: bool = False) -> None:
        """*whole_numbers*: 7.0 is 7, as it was once."""
        self._whole_numbers = whole_numbers
        self._paired = () if sought.articles else PAIRED
        self._lists = frozenset((*self._paired, *_lists_in(sought.chosen or ())))
        self._articles = sought.articles
        self.names: tuple[str, ...] = ()
        """What the columns of rows are called that are arrays."""

    def row(self, text: str) -> ListRow:
        """Return the row that *text* is; a value that is no text is written as JSON."""
        try:
            found = json.loads(text)
            if isinstance(found, list) and self.names:
                return self._named(found)
            if isinstance(found, list) and not self._articles and _are_documents(found[:2]):
                return ListRow(
                    {f"{_NAMELESS}.{at}": _as_text(part) for at, part in enumerate(found)}
                )
            if not isinstance(found, dict):
                return ListRow({}, Message(AboutPairs.ROW_NO_OBJECT))
            values: dict[str, str] = {}
            for name, value in found.items():
                self._put(values, name.strip(), value, DEEPEST)
            return ListRow(values)
        except ValueError:
            several = "\n" in text.strip()
            code = AboutPairs.REST_NOT_JSON if several else AboutPairs.ROW_NOT_JSON
            return ListRow({}, Message(code))
        except RecursionError:  # to write a value takes a little more than to read it
            return ListRow({}, Message(AboutPairs.ROW_TOO_DEEP))

    def names_of(self, row: dict[str, Any]) -> tuple[str, ...]:
        """Return the names of the columns of an object that is a *row*."""
        return tuple(self.row(json.dumps(row)).values)

    def _named(self, found: list[object]) -> ListRow:
        row = {n: _as_text(value) for n, value in zip(self.names, found, strict=False) if n}
        wanted = len(self.names)
        if len(found) == wanted:
            return ListRow(row)
        code = AboutPairs.ROW_TOO_SHORT if len(found) < wanted else AboutPairs.ROW_TOO_LONG_HERE
        return ListRow(row, Message(code, found=len(found), wanted=wanted))

    def _put(self, values: dict[str, str], name: str, value: object, depth: int) -> None:
        """Put *value* into *values* under *name*, or what is in it under names with a dot."""
        parts: Iterable[tuple[object, object]] = ()
        if isinstance(value, dict):
            parts = value.items()
        elif isinstance(value, list) and self._is_pair(name, value):
            parts = enumerate(value)
        if not depth or not value or not isinstance(value, dict | list) or len(value) > MOST_PARTS:
            parts = ()
        for key, part in parts:
            self._put(values, f"{name}.{key}".strip(), part, depth - 1)
        if not parts:
            if self._whole_numbers and isinstance(value, float) and value.is_integer():
                value = int(value)
            values.setdefault(name, _as_text(value))

    def _is_pair(self, name: str, value: list[object]) -> bool:
        if name in self._lists:
            return len(value) == 2 or name not in self._paired
        return (
            not self._articles and len(value) == 2 and all(isinstance(part, dict) for part in value)
        )


def _are_documents(parts: list[object]) -> bool:
    """Return whether *parts* are the two texts of a row that has no names for them."""
    return len(parts) == 2 and all(isinstance(part, str) and part for part in parts)


def _whole(text: str) -> dict[str, Any] | None:
    """Return the object that *text* is; None for anything else."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return whole if isinstance(whole, dict) else None


def _inside(whole: dict[str, Any]) -> list[list[dict[str, Any]]]:
    """Return lists of objects in an object around them, one of which may be the rows.

    Such are the answers of servers; data frames also write the names of columns apart.

    >>> _inside({"data": [{"a": 1}], "total": 1})
    [[{'a': 1}]]
    >>> _inside({"columns": ["a"], "data": [[1]]})
    [[{'a': 1}]]
    """
    lists = [value for value in whole.values() if isinstance(value, list) and value]
    rows = [each for each in lists if all(isinstance(row, dict) for row in each)]
    columns, data = whole.get("columns"), whole.get("data")
    tables = isinstance(columns, list) and all(isinstance(name, str) for name in columns)
    if tables and isinstance(data, list) and all(isinstance(row, list) for row in data):
        rows = [[dict(zip(columns or (), row, strict=False)) for row in data]]
    return rows


def _by_name(whole: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the rows of an object that has one for each name or number.

    >>> _by_name({"p7": {"a": 1}, "p8": {"a": 2}})
    [{'id': 'p7', 'a': 1}, {'id': 'p8', 'a': 2}]
    """
    rows = list(whole.values())
    if not all(isinstance(row, dict) and row.keys() == rows[0].keys() for row in rows):
        return []
    return [{**_id(name, whole, row), **row} for name, row in whole.items()]


def _turned(whole: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the rows of an object that has a list, or an object, for each column of a table.

    >>> _turned({"a": [1, 2], "b": [3, 4]})
    [{'a': 1, 'b': 3}, {'a': 2, 'b': 4}]
    >>> _turned({"a": {"0": 1, "1": 2}, "b": {"0": 3, "1": 4}})
    [{'a': 1, 'b': 3}, {'a': 2, 'b': 4}]
    """
    columns = list(whole.values())
    places: Iterable[Any] = ()
    if all(isinstance(column, list) for column in columns):
        places = range(min(map(len, columns), default=0))
        same = len(set(map(len, columns))) == 1
    else:
        same = all(isinstance(column, dict) for column in columns)
        places = columns[0] if same else ()
        same = same and all(column.keys() == columns[0].keys() for column in columns)
    if not same or any(isinstance(c[p], dict | list) for c in columns for p in places):
        return []
    ids = columns[0] if isinstance(columns[0], dict) else {}
    return [
        {**_id(p, ids, whole), **{name: column[p] for name, column in whole.items()}}
        for p in places
    ]


def _id(name: Any, names: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    """Return *name* as the id of a *row* that has none, unless *names* only number the rows."""
    if not names or row.keys() & set(IDS) or all(map(str.isdecimal, names)):
        return {}
    return {"id": name}


def _spans(text: str) -> list[tuple[int, int]]:
    """Return where the rows of *text* stand: a line each, or a value each.

    Where a value is broken, nothing tells where the next one begins: the rest is one row.
    """
    found = _values(text)
    if found is not None:
        return found
    lines = []
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if text[start:end].strip():
            lines.append((start, end))
        start = end + 1
    return lines


def _values(text: str) -> list[tuple[int, int]] | None:
    """Return where the values of an array stand, or those that do not have a line each.

    None where the first line is a value of its own, or the first value is broken.
    """
    place = _between(text, 0)
    is_array = text.startswith("[", place) and not _is_line_of_its_own(text, place)
    if is_array:
        place = _between(text, place + 1)
    decode = json.JSONDecoder().raw_decode
    found: list[tuple[int, int]] = []
    while place < len(text) and not (is_array and text.startswith("]", place)):
        try:
            _, end = decode(text, place)
        except (ValueError, RecursionError):
            end = len(text)
            if not found and not is_array:
                return None
        if not found and not is_array and "\n" not in text[place:end]:
            return None
        found.append((place, end))
        place = _between(text, end)
    return found


def _is_cut(text: str, ends: Sequence[int]) -> bool:
    """Return whether *text* is an array without its end; *ends* are those of its values.

    >>> [_is_cut(text, [8]) for text in ('[{"a":1}]', '[{"a":1},', '[{"a":1}')]
    [False, True, True]
    """
    place = _between(text, 0)
    if not text.startswith("[", place) or _is_line_of_its_own(text, place):
        return False
    last = ends[-1] if ends else place + 1
    # A value that is broken goes as far as the text, which may have its end nevertheless.
    return _between(text, last) == len(text) and not text.rstrip().endswith("]")


def _is_line_of_its_own(text: str, place: int) -> bool:
    """Return whether the array at *place* ends with its line, and others follow."""
    end = text.find("\n", place)
    if end < 0 or not text.startswith("[", _between(text, end)):
        return False
    try:
        return isinstance(json.loads(text[place:end].rstrip(" \t\r,")), list)
    except (ValueError, RecursionError):
        return False


def _between(text: str, place: int) -> int:
    """Return where from *place* on blanks and commas end."""
    found = _BETWEEN.match(text, place)
    return place if found is None else found.end()


def _lists_in(chosen: Iterable[str]) -> Iterator[str]:
    """Yield the names of the lists of which a part was chosen, as in ``texts.0``."""
    for name in chosen:
        parts = name.strip().split(".")
        yield from (".".join(parts[:end]) for end in range(1, len(parts)) if parts[end].isdigit())


def _as_text(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
