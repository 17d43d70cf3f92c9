"""The addresses of articles that are rows of one file: ``FILE#ID``.

A file whose own name contains ``#`` takes precedence. Nothing here reads a file; ``article_shelf``
does.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode

JSON_SUFFIXES = (".jsonl", ".ndjson", ".json")
WORKBOOK_SUFFIXES = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
_TEXT_SUFFIXES = (".csv", ".tsv", ".tab", *JSON_SUFFIXES)
LIST_SUFFIXES = (*_TEXT_SUFFIXES, *WORKBOOK_SUFFIXES, ".parquet")
"""Of files that have rows; one that was packed has a second suffix."""
PACKED_SUFFIXES = (".gz", ".bz2", ".xz", ".zst", ".zstd")
"""Of files that were compressed."""
SHOWN_SUFFIXES = (
    *LIST_SUFFIXES,
    *(f"{suffix}{packed}" for packed in PACKED_SUFFIXES for suffix in _TEXT_SUFFIXES),
)
"""What a dialog that asks for a list shows: workbooks and Parquet are compressed in themselves."""

_LONGEST = 4_096  # characters of a path; Linux takes as many bytes with the zero at the end


class Address(NamedTuple):
    """An article: its file, and its id there."""

    file: Path
    id: str

    def __str__(self) -> str:
        """Return the address as lists have it."""
        return f"{self.file}#{self.id}"


def split_address(name: str | os.PathLike[str]) -> Address | None:
    """Return the file and the id in *name*, or None if it is no such address.

    The file is the part before the first ``#`` that follows the name of an existing file: the id
    may contain more of them. None also if *name* is an existing file.
    """
    whole = os.fspath(name)
    if "#" not in whole or may_be_there(whole):
        return None
    return next((Address(Path(f), i) for f, i in splits(whole) if is_file(f)), None)


def absolute(name: str) -> str:
    """Return the path or address *name* with an absolute path; the id of an article stays."""
    address = split_address(name)
    if address is None:
        return str(Path(name).absolute())
    return str(address._replace(file=address.file.absolute()))


def file_of(name: str) -> Path:
    """Return the absolute path of the file at the path or address *name*."""
    address = split_address(name)
    return (Path(name) if address is None else address.file).absolute()


def splits(name: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to split *name* into file and id, the shortest file first.

    Files with a longer name than the system allows are left out.

    >>> list(splits("C#/a.jsonl#7"))
    [('C', '/a.jsonl#7'), ('C#/a.jsonl', '7')]
    """
    place = name.find("#", 1)
    while 0 < place < min(len(name) - 1, _LONGEST):
        yield name[:place], name[place + 1 :]
        place = name.find("#", place + 1)


def without_packing(name: str) -> str:
    """Return the name of a list without the suffix for its compression.

    >>> without_packing("pairs.jsonl.zst"), without_packing("pairs.csv")
    ('pairs.jsonl', 'pairs.csv')
    """
    stem, dot, suffix = name.rpartition(".")
    return stem if f"{dot}{suffix.lower()}" in PACKED_SUFFIXES else name


def may_have_rows(name: str) -> bool:
    """Return whether the name of a file is that of a list, in any case, compressed or not."""
    return without_packing(name.lower()).endswith(LIST_SUFFIXES)


def may_be_there(path: str) -> bool:
    """Return False if nothing is at *path*; True also if looking there is not permitted."""
    try:
        os.stat(path)  # noqa: PTH116
    except PermissionError:
        return True
    except (OSError, ValueError):
        return False
    return True


def is_file(path: str) -> bool:
    """Return whether a regular file is at *path*."""
    try:
        return stat.S_ISREG(os.stat(path).st_mode)  # noqa: PTH116
    except (OSError, ValueError):
        return False


def with_columns(text: str, id: str) -> str:
    """Return the prefix of an id that names the columns of texts and ids, if that is needed.

    >>> with_columns("inhalt", ""), with_columns("", "")
    ('[text=inhalt]', '')
    """
    said = urlencode({name: value for name, value in (("text", text), ("id", id)) if value})
    return f"[{said}]" if said else ""


def columns_and_id(said: str) -> tuple[str, str, str]:
    """Return the names of the columns of texts and ids at the beginning of *said*, and the id.

    >>> columns_and_id("[text=inhalt]7"), columns_and_id("[7]")
    (('inhalt', '', '7'), ('', '', '[7]'))
    """
    if said.startswith("[") and "]" in said:
        front, _, rest = said[1:].partition("]")
        named = dict(parse_qsl(front))
        if named and named.keys() <= {"text", "id"}:
            return named.get("text", ""), named.get("id", ""), rest
    return "", "", said
