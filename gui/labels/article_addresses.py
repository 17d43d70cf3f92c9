"""The addresses of articles that stand in one file, a row each: ``FILE#ID``.

A file whose own name has a ``#`` in it goes first. Nothing here reads a file; ``article_shelf``
does.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode

LIST_SUFFIXES = (
    *(".csv", ".tsv", ".tab", ".jsonl", ".ndjson", ".json"),
    *(".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".parquet"),
)
"""Of files that have rows; one that was packed has a second suffix."""

_LONGEST = 4_096  # characters of a path; Linux takes as many bytes with the zero at the end
_PACKED_SUFFIXES = (".gz", ".bz2", ".xz", ".zst", ".zstd")


class Address(NamedTuple):
    """An article: the file that it stands in, and its id there."""

    file: Path
    id: str

    def __str__(self) -> str:
        """The address as a list has it."""
        return f"{self.file}#{self.id}"


def split_address(name: str | os.PathLike[str]) -> Address | None:
    """Return the file and the id that *name* says, or None where it is no such address.

    The file is the part before the first ``#`` that has a file in front of it: there may be more
    of them in the id. None also where *name* is that of a file itself.
    """
    whole = os.fspath(name)
    if "#" not in whole or may_be_there(whole):
        return None
    return next((Address(Path(f), i) for f, i in splits(whole) if is_file(f)), None)


def absolute(name: str) -> str:
    """Return the path or address *name* with all folders; the id of an article stays as it is."""
    address = split_address(name)
    if address is None:
        return str(Path(name).absolute())
    return str(address._replace(file=address.file.absolute()))


def file_of(name: str) -> Path:
    """Return the file at the path or address *name*, with all folders."""
    address = split_address(name)
    return (Path(name) if address is None else address.file).absolute()


def splits(name: str) -> Iterator[tuple[str, str]]:
    """Yield what may be file and id in *name*, with as short a file as possible first.

    No file has a longer name than the system takes.

    >>> list(splits("C#/a.jsonl#7"))
    [('C', '/a.jsonl#7'), ('C#/a.jsonl', '7')]
    """
    place = name.find("#", 1)
    while 0 < place < min(len(name) - 1, _LONGEST):
        yield name[:place], name[place + 1 :]
        place = name.find("#", place + 1)


def without_packing(name: str) -> str:
    """Return the name of a list without the suffix of the program that packed it.

    >>> without_packing("pairs.jsonl.zst"), without_packing("pairs.csv")
    ('pairs.jsonl', 'pairs.csv')
    """
    stem, dot, suffix = name.rpartition(".")
    return stem if f"{dot}{suffix.lower()}" in _PACKED_SUFFIXES else name


def may_have_rows(name: str) -> bool:
    """Return whether a file is called like a list: in small or capital letters, packed or not."""
    return without_packing(name.lower()).endswith(LIST_SUFFIXES)


def may_be_there(path: str) -> bool:
    """Return False where nothing is at *path*; what may not be looked at may be there."""
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
    """Return what stands before an id where the columns of texts and ids had to be named.

    >>> with_columns("inhalt", ""), with_columns("", "")
    ('[text=inhalt]', '')
    """
    said = urlencode({name: value for name, value in (("text", text), ("id", id)) if value})
    return f"[{said}]" if said else ""


def columns_and_id(said: str) -> tuple[str, str, str]:
    """Return the names of the columns of texts and ids that *said* begins with, and the id.

    >>> columns_and_id("[text=inhalt]7"), columns_and_id("[7]")
    (('inhalt', '', '7'), ('', '', '[7]'))
    """
    if said.startswith("[") and "]" in said:
        front, _, rest = said[1:].partition("]")
        named = dict(parse_qsl(front))
        if named and named.keys() <= {"text", "id"}:
            return named.get("text", ""), named.get("id", ""), rest
    return "", "", said
