"""Comparisons of a search, kept in an SQLite file so that an interrupted search can go on.

A pair is known by the hashes of both texts and by the version of the comparison, so that nothing
in the file can be out of date. The file is worth nothing but time: one that is damaged is put
aside and made anew, and where it cannot be written nothing is kept.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from ..compare.version import comparison_version
from .verification import Verified

NAME = "found.sqlite"
_MOST = 256_000_000  # bytes, beyond which the older half goes
_FORMAT = 2
_PATIENCE = 5.0  # seconds to wait for another search that is writing


def key_of(*texts: str) -> bytes:
    """Return what a comparison of two *texts* is known by."""
    found = hashlib.blake2b(f"{_FORMAT} {comparison_version()}".encode(), digest_size=16)
    for text in texts:
        found.update(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest())
    return found.digest()


class VerifiedPairs:
    """The file in a folder. One thread uses an object; nothing that happens to it is an error."""

    def __init__(self, folder: Path | None) -> None:
        self._base: sqlite3.Connection | None = None
        if folder is not None:
            self._base = _opened(folder / NAME) or _anew(folder / NAME)

    def known(self, keys: Iterable[bytes]) -> Mapping[bytes, Verified]:
        """Return what is known of the pairs with these *keys*."""
        found: dict[bytes, Verified] = {}
        if self._base is None:
            return found
        with suppress(sqlite3.Error):
            for key in keys:
                row = self._base.execute("SELECT found FROM pairs WHERE key = ?", (key,)).fetchone()
                verified = _unpacked(row[0]) if row else None
                if verified is not None:
                    found[key] = verified
        return found

    def keep(self, key: bytes, verified: Verified) -> None:
        """Keep what came out for the pair with this *key*."""
        if self._base is not None:
            said = json.dumps(verified)
            with suppress(sqlite3.Error):
                self._base.execute("INSERT OR REPLACE INTO pairs VALUES (?, ?)", (key, said))

    def close(self) -> None:
        """Close the file; the older half of what it has goes where that is too much."""
        if self._base is None:
            return
        with suppress(sqlite3.Error):
            size = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
            if self._base.execute(size).fetchone()[0] > _MOST:
                self._base.execute("DELETE FROM pairs WHERE rowid < (SELECT avg(rowid) FROM pairs)")
                self._base.execute("VACUUM")
        self._base.close()
        self._base = None


def _unpacked(data: object) -> Verified | None:
    """Return what a row holds; None where it is damaged."""
    try:
        found = Verified(*json.loads(str(data)))
        (kept, of), (missing, added) = found.sentences, found.missing
        return found._replace(
            sentences=(kept, of),
            missing=(missing, added),
            swaps=tuple((tuple(own), tuple(other)) for own, other in found.swaps),
            names=tuple(found.names),
        )
    except (ValueError, TypeError):
        return None


def _opened(path: Path) -> sqlite3.Connection | None:
    """Return the file at *path*, made where there is none; None where it cannot be used."""
    base = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        base = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("PRAGMA synchronous = OFF")  # what a power cut takes is compared again
        base.execute("CREATE TABLE IF NOT EXISTS pairs (key BLOB PRIMARY KEY, found TEXT)")
        base.execute("SELECT key, found FROM pairs LIMIT 1").fetchone()
    except (sqlite3.Error, OSError):
        if base is not None:
            base.close()
        return None
    return base


def _anew(path: Path) -> sqlite3.Connection | None:
    """Put a damaged file aside and begin another; None where that cannot be done."""
    with suppress(OSError):
        path.replace(path.with_name(f"{path.name}-put-aside"))
        for ending in ("-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
    return _opened(path)
