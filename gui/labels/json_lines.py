"""JSON lines read one after the other, packed or not: no file is too large for that."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from ..documents import LIMIT
from ..messages import Message
from ..messages.about_articles import AboutArticles
from .json_rows import RowParser
from .pair_columns import Sought
from .pair_table import ListRow
from .table_rows import is_packed, unpacking

_LOOKED_INTO = 1_000  # rows that tell which columns there are,
_ENOUGH = 4_000_000  # and bytes
_REST = 1 << 20  # bytes of a line that is passed over


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
