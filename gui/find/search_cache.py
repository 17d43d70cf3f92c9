"""Caches results of a search in an SQLite file, so that an interrupted search can continue.

The keys of rows are hashes of what they were made from and of the version of the search
(``comparison_version("find")``), so that nothing in the file can be out of date. Losing the file
costs nothing but time: a damaged one is moved aside and replaced, and if it cannot be written,
nothing is cached. Concurrent searches share it.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Literal

NAME = "found.sqlite"
_MOST = 256_000_000  # bytes
_OFTEN = 4_096  # rows between two looks at the size
_PATIENCE = 5.0  # seconds to wait for another search that is writing
_TABLES = ("pairs", "documents")
_SIZE = (
    "SELECT (page_count - freelist_count) * page_size "
    "FROM pragma_page_count, pragma_freelist_count, pragma_page_size"
)


class SearchCache:
    """One table of the file in a folder. Nothing that happens to the file is an error.

    An object may only be used in the thread that created it.
    """

    def __init__(
        self, folder: Path | None, table: Literal["pairs", "documents"], most: int = _MOST
    ) -> None:
        """Open or create the file; without a *folder* nothing is cached.

        If it exceeds *most* bytes, the older half is deleted.
        """
        self._table, self._most = table, most
        self._kept = 0
        self._base: sqlite3.Connection | None = None
        if folder is not None:
            self._base = _opened(folder / NAME) or _anew(folder / NAME)

    def find(self, key: bytes) -> object:
        """Return what is cached for *key*, perhaps damaged; None if nothing."""
        if self._base is None:
            return None
        with suppress(sqlite3.Error):
            query = f"SELECT found FROM {self._table} WHERE key = ?"  # noqa: S608 - of two names
            row = self._base.execute(query, (key,)).fetchone()
            return row[0] if row else None
        return None

    def keep(self, key: bytes, found: str | bytes) -> None:
        """Cache *found* under *key*."""
        if self._base is None:
            return
        with suppress(sqlite3.Error):
            query = f"INSERT OR REPLACE INTO {self._table} VALUES (?, ?)"  # noqa: S608
            self._base.execute(query, (key, found))
        self._kept += 1
        if self._kept % _OFTEN == 0:
            with suppress(sqlite3.Error):
                self._make_room()

    def close(self) -> None:
        """Close the file, after deleting the older half of it if it is too large."""
        if self._base is None:
            return
        with suppress(sqlite3.Error):
            if self._make_room():
                self._base.execute("VACUUM")
        self._base.close()
        self._base = None

    def _make_room(self) -> bool:
        assert self._base is not None
        if self._base.execute(_SIZE).fetchone()[0] <= self._most:
            return False
        for table in _TABLES:
            older = f"rowid < (SELECT avg(rowid) FROM {table})"  # noqa: S608
            self._base.execute(f"DELETE FROM {table} WHERE {older}")  # noqa: S608
        return True


def _opened(path: Path) -> sqlite3.Connection | None:
    """Return the file at *path*, created if missing; None if it cannot be used."""
    base = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        base = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("PRAGMA synchronous = OFF")  # what a power cut takes is found out again
        for table in _TABLES:
            base.execute(f"CREATE TABLE IF NOT EXISTS {table} (key BLOB PRIMARY KEY, found)")
            base.execute(f"SELECT key, found FROM {table} LIMIT 1").fetchone()  # noqa: S608
    except (sqlite3.Error, OSError):
        if base is not None:
            base.close()
        return None
    return base


def _anew(path: Path) -> sqlite3.Connection | None:
    """Move a damaged file aside and create another; None if that is impossible."""
    with suppress(OSError):
        path.replace(path.with_name(f"{path.name}-put-aside"))
        for ending in ("-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
    return _opened(path)
