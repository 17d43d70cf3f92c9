"""The label file as it was last seen whole, to restore rows that the journal never had.

The rows of other annotators, and columns that somebody added, are only in the label file. A window
keeps the bytes of the file while it is open; between windows there is a copy among the backups, as
long as the file has such rows or columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path

from ..file.csv_format import HeaderError, check_size
from ..file.files import Files
from ..file.label_table import LabelTable
from ..journal.journal_state import JournalState
from ..label_values import Key, LabelFileError, LabelRow
from .row_identity import age


@dataclass(frozen=True)
class SeenFile:
    """A label file that was whole: the pieces that it consists of, and their encoding."""

    pieces: list[bytes]
    encoding: str

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return b"".join(self.pieces)

    @cached_property
    def places(self) -> dict[Key, int]:
        """The position of each row in the file."""
        return {key: place for place, key in enumerate(self.table.rows)}

    def record(self, key: Key) -> bytes:
        """Return the bytes of the row *key*."""
        start, end = self.table.place_of(key)
        return self._bytes[start:end]

    @cached_property
    def _bytes(self) -> bytes:
        return self.data

    @cached_property
    def table(self) -> LabelTable:
        """The rows of the file, in a table that must not be changed."""
        return self.fresh_table()

    def fresh_table(self) -> LabelTable:
        """Return the rows of the file in a table that may be changed."""
        return LabelTable(self.data, self.encoding)


def known_texts(state: JournalState, table: LabelTable | None) -> Iterator[str]:
    """Yield texts in the rows of the journal and of *table* that may not be ASCII."""
    for key in state.keys:
        row = state.row(key)
        yield from key
        if row is not None:
            yield from (row.reference, row.candidate, row.note)
    if table is not None:
        yield from table.names
        for row in table.rows.values():
            yield from (row.pair_id, row.annotator, row.reference, row.candidate, row.note)
        for texts in table.further.values():
            yield from texts


def unnoted(
    table: LabelTable, state: JournalState, count: int | None = None
) -> dict[Key, LabelRow]:
    """Return the rows of *table* that no entry of the journal is about, in their order.

    Only its first *count* rows are considered; None is for all. A fragment of a row, as a power cut
    leaves it, does not count as long as it says nothing.
    """
    names = {table.key_of(key) for key in state.keys}
    return {
        key: row
        for key, row in islice(table.rows.items(), count)
        if key not in names and not (key in table.short and row.is_empty)
    }


def in_order(
    keys: Iterable[Key], table: LabelTable, state: JournalState, seen: SeenFile | None
) -> list[Key]:
    """Return *keys* in the order in which their rows are added to *table*.

    Those that were in the file when it was *seen* keep its order, the others follow by age.
    """
    order = seen.places if seen is not None else {}
    last = len(order)
    return sorted(
        keys, key=lambda key: (order.get(table.key_of(key), last), age(key, state.row(key)))
    )


def kept_copy(backups: Path, stem: str, encoding: str) -> SeenFile | None:
    """Return the copy of the label file with the journal *stem*, if there is one.

    Its name contains the encoding that the file was read in. *encoding*, in which it was last
    written, applies to a copy by an older version.
    """
    for path in _copies(backups, stem):
        with suppress(OSError, HeaderError, LabelFileError):
            check_size(path.stat().st_size)
            seen = SeenFile([path.read_bytes()], _encoding_in(path, stem) or encoding)
            if seen.table.has_header:
                return SeenFile(seen.pieces, seen.table.dialect.encoding)
    return None


class KeptCopy:
    """The copy among the backups, kept up to date with what the journal never had."""

    def __init__(self, backups: Path, stem: str, files: Files) -> None:
        self._backups = backups
        self._stem = stem
        self._files = files
        self._kept: tuple[Mapping[Key, LabelRow], Mapping[Key, tuple[str, ...]]] | None = None

    def read(self, encoding: str) -> SeenFile | None:
        """Return what is in it; see :func:`kept_copy`."""
        return kept_copy(self._backups, self._stem, encoding)

    def keep(
        self,
        rows: Mapping[Key, LabelRow],
        known: LabelTable,
        seen: SeenFile,
        checksum: int,
        *,
        as_left: bool,
    ) -> None:
        """Keep the label file as it was *seen*, with this *checksum*.

        That is for the sake of its *rows*, and of what *known*, its table, has in columns that
        are not ours. *as_left*: since the file was last written here, nobody changed it. Raises
        OSError.
        """
        wanted = (rows, known.further)
        if wanted == self._kept:
            return
        encoding = re.sub(r"[^\w-]", "-", known.dialect.encoding)  # codecs read that alike
        path = self._backups / f"{self._stem}.seen-{checksum:08x}.{encoding}.csv"
        there = _copies(self._backups, self._stem)
        if any(wanted) and path not in there and not (self._kept is None and as_left and there):
            self._backups.mkdir(parents=True, exist_ok=True)
            self._files.write_over(path, seen.data)
            self._files.sync_folder(self._backups)
            there = [each for each in there if each != path]
        elif any(wanted):
            there = []
        for old in there:
            old.unlink(missing_ok=True)
        self._kept = dict(rows), dict(known.further)


def _encoding_in(path: Path, stem: str) -> str:
    """Return the encoding that the name of a copy tells; none for one of an older program."""
    return path.name[len(stem) :].removesuffix(".csv").partition(".seen-")[2].partition(".")[2]


def _copies(backups: Path, stem: str) -> list[Path]:
    """Return the copies, the latest one first; there is more than one where a window died."""
    found = []
    with suppress(OSError):
        found = [(path.stat().st_mtime_ns, path) for path in backups.glob(f"{stem}.seen-*.csv")]
    return [path for _, path in sorted(found, reverse=True)]
