"""The measures of pairs, kept from one start to the next in an SQLite file beside the journals.

A pair is known by the hashes of both documents and by all that decides how they are read and
compared, so that nothing in the file can be out of date: what changed has another key. The hashes
of files are remembered by path, size and time, so that the measures of a long list are found
without reading its documents.

Losing the file costs nothing but time. One that is damaged, or was made by another program or a
later version, is moved aside and replaced by a new one; where it cannot be written, there is no
cache. Two windows may use it at once. No Qt here.
"""

from __future__ import annotations

import hashlib
import os
import struct
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from ...compare.version import comparison_version
from ..measures import Result, packed, unpacked
from ..preparing.protocol import DocumentSource, Request

if TYPE_CHECKING:
    from sqlite3 import Connection

NAME = "measures.sqlite"
MOST = 256_000_000  # bytes of the file, beyond which the oldest entries go
_ASIDE = "-put-aside"
_FORMAT = 2
_OURS = 0x43444D31  # tells SQLite files of ours from others
_PATIENCE = 2.0  # seconds to wait for another window that is writing
_AT_ONCE = 500  # entries of one query, and of one transaction when old ones go
_KEPT_SHARE = 0.75  # of the entries stay when the file is too large
_FRESH = 24 * 30  # hours for which an entry that is used counts as used
_CLAIMED = 60  # seconds after which whoever claimed a pair may be gone
_LATELY = 2_000_000_000  # nanoseconds: a file so new may change again under the same time
_DIGEST = 16  # bytes of each SHA-256 that are kept: more than enough to tell documents apart
_CHECK = struct.Struct("<H")
_TABLES = (
    "CREATE TABLE pairs (key BLOB PRIMARY KEY, used INTEGER, found BLOB) WITHOUT ROWID",
    "CREATE TABLE files (path BLOB PRIMARY KEY, used INTEGER, size INTEGER, modified INTEGER, "
    "digest BLOB) WITHOUT ROWID",
    "CREATE TABLE claims (key BLOB PRIMARY KEY, owner BLOB, since INTEGER) WITHOUT ROWID",
)
_KEEP = "INSERT OR REPLACE INTO pairs VALUES (?, ?, ?)"
_SIZE = (
    "SELECT (page_count - max(freelist_count, 0)) * page_size "  # negative where it is damaged
    "FROM pragma_page_count, pragma_freelist_count, pragma_page_size"
)
T = TypeVar("T")


class FileState(NamedTuple):
    """A file as it was at one moment; ``modified`` is its time in nanoseconds.

    ``path`` may be what :func:`key_of` says.
    """

    path: str
    size: int
    modified: int

    @classmethod
    def of(cls, path: str) -> FileState | None:
        """The state of the file at *path* now; None where there is none."""
        try:
            status = os.stat(path)  # noqa: PTH116 - asked tens of thousands of times
        except (OSError, ValueError):
            return None
        return cls(path, status.st_size, status.st_mtime_ns)

    @property
    def is_at_rest(self) -> bool:
        """False where the file may change once more without getting another time."""
        return time.time_ns() - self.modified > _LATELY


def key_of(source: DocumentSource) -> str:
    """The key of the file of *source*, or of the article in it: as a rule its path.

    The digest of an article is that of its text, which also depends on the encoding of the file.
    """
    if source.article is None:
        return source.path or ""
    return f"{source.path}\0{source.article!r}{source.encoding!r}"


def digest_of(data: bytes) -> bytes:
    """The key of a document: the first bytes of the SHA-256 of its bytes."""
    return hashlib.sha256(data).digest()[:_DIGEST]


def digest_from(sha256: str) -> bytes:
    """The same key, from the hash in hexadecimal digits that a document has."""
    return bytes.fromhex(sha256)[:_DIGEST]


def digest_of_text(text: str) -> bytes:
    """The same key for a text that stands in the list."""
    return digest_of(text.encode("utf-8", "surrogatepass"))


def pair_key(request: Request, reference: bytes, candidate: bytes) -> bytes:
    """The key of a pair with these digests, read and compared as *request* says."""
    said = _conditions(
        comparison_version(),
        request.options,
        request.whole_page,
        request.repair,
        *_manner(request.reference),
        *_manner(request.candidate),
    )
    return hashlib.blake2b(said + reference + candidate, digest_size=16).digest()


@lru_cache(maxsize=64)  # the same few for all pairs of a list
def _conditions(*conditions: object) -> bytes:
    return repr(conditions).encode("utf-8", "surrogatepass") + b"\0"


def _manner(source: DocumentSource) -> tuple[str | None, str]:
    """Return how the bytes of *source* are read; the suffix of a file may say what it is."""
    if source.path is None or source.article is not None:
        return None, "text"
    return source.encoding, os.path.splitext(source.path)[1].lower()  # noqa: PTH122


class CacheEntry(NamedTuple):
    """A result to be kept, with the state of the files that it was found in."""

    key: bytes
    result: Result
    files: tuple[tuple[FileState, bytes], ...] = ()


class Party(NamedTuple):
    """One of several runs that share the cache in ``folder``, if there is one; called ``owner``."""

    folder: Path | None
    owner: bytes


class MeasureCache:
    """The cache file. Each object serves one thread; a fault of the file is never an error."""

    def __init__(
        self,
        folder: Path,
        most: int = MOST,
        *,
        patience: float = _PATIENCE,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Keep the file in *folder*, which is made when something is to be written.

        When it has more than *most* bytes, the entries that were not used for longest go. Another
        window that is writing is waited for *patience* seconds; *clock* returns the time in
        seconds.
        """
        self._patience, self._clock = patience, clock
        self._path = folder / NAME
        self._most = most
        self._database: Connection | None = None
        self._identity: tuple[int, int] | None = None
        self._off = False
        self._full = False  # or read-only: what is there can still be looked up

    @property
    def path(self) -> Path:
        """Where the file is, or will be."""
        return self._path

    def digests(self, files: Sequence[FileState]) -> dict[str, bytes]:
        """The digests of those *files* that were hashed in this state, by path."""
        wanted = {_path_key(file.path): file for file in files}
        found: dict[str, bytes] = {}
        old = []
        columns = "path, used < ?, size, modified, digest"
        rows = self._look_up("files", "path", columns, wanted)
        for key, is_old, size, modified, digest in rows:
            path, size_now, modified_now = wanted[key]
            if size == size_now and modified == modified_now and isinstance(digest, bytes):
                found[path] = digest
                if is_old:
                    old.append(key)
        self._touch("files", "path", old)
        return found

    def results(self, wanted: Mapping[bytes, tuple[str, str]]) -> dict[bytes, Result]:
        """The results known for the keys in *wanted*, which have the names of the documents."""
        found: dict[bytes, Result] = {}
        for key, data in self._values(wanted).items():
            with suppress(ValueError):
                found[key] = unpacked(data, wanted[key])
        return found

    def block(self, key: bytes) -> bytes | None:
        """Return what ``keep_block`` stored under *key*; None if there is nothing."""
        return self._values({key: None}).get(key)

    def keep_block(self, key: bytes, data: bytes) -> None:
        """Store *data*, the results of many pairs, under *key*."""
        row = (key, self._now(), _with_check(key, data))
        self._write_each(_KEEP, [row])
        self._shorten()

    def _values(self, wanted: Mapping[bytes, object]) -> dict[bytes, bytes]:
        """Return the undamaged values under the keys in *wanted*."""
        found: dict[bytes, bytes] = {}
        old = []
        for key, is_old, data in self._look_up("pairs", "key", "key, used < ?, found", wanted):
            with suppress(ValueError):
                found[key] = _checked(key, data)
                if is_old:
                    old.append(key)
        self._touch("pairs", "key", old)
        return found

    def keep(self, entries: Iterable[CacheEntry]) -> None:
        """Keep *entries*, in one short transaction."""
        pairs, files, now = [], [], self._now()
        for entry in entries:
            data = packed(entry.result)
            if data is not None:
                pairs.append((entry.key, now, _with_check(entry.key, data)))
            files += [
                (_path_key(state.path), now, state.size, state.modified, digest)
                for state, digest in entry.files
                if state.is_at_rest
            ]

        def write(database: Connection) -> None:
            database.executemany(_KEEP, pairs)
            database.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?)", files)

        if pairs or files:
            self._write(write)
            self._shorten()

    def claim(self, key: bytes, owner: bytes) -> bool:
        """Say that *owner* measures the pair with this key; False where another one does.

        A claim holds for a minute, unless it is released before. Without a cache, every claim
        succeeds.
        """
        now = int(self._clock())

        def write(database: Connection) -> bool:
            with _transaction(database):
                # A clock may have been put back: a claim from the future would stay for long.
                database.execute(
                    "DELETE FROM claims WHERE since NOT BETWEEN ? AND ?", (now - _CLAIMED, now)
                )
                made = database.execute(
                    "INSERT OR IGNORE INTO claims VALUES (?, ?, ?)", (key, owner, now)
                )
                return made.rowcount == 1

        return self._full or self._guarded(write, writes=True) is not False

    def release(self, owner: bytes, key: bytes | None = None) -> None:
        """End the claim of *owner* to the pair with this key; without one, all its claims."""
        which, parameters = ("", (owner,)) if key is None else (" AND key = ?", (owner, key))
        query = f"DELETE FROM claims WHERE owner = ?{which}"  # noqa: S608
        if self._path.exists():
            self._write(lambda database: database.execute(query, parameters))

    def close(self) -> None:
        """Close the file; it is opened again when it is used again."""
        database, self._database = self._database, None
        if database is not None:
            with suppress(Exception):  # what cannot be closed is left to the system
                database.close()

    def _now(self) -> int:
        """The time in hours: it stands in every entry, and need not be exact."""
        return int(self._clock() // 3600)

    def _look_up(
        self, table: str, key: str, columns: str, wanted: Mapping[bytes, object]
    ) -> Iterator[tuple[Any, ...]]:
        """Yield the rows for *wanted*; *columns* compares their times with one parameter."""
        keys = list(wanted)
        for at in range(0, len(keys), _AT_ONCE):
            some = keys[at : at + _AT_ONCE]
            places = ",".join("?" * len(some))
            query = f"SELECT {columns} FROM {table} WHERE {key} IN ({places})"  # noqa: S608
            yield from self._ask(query, (self._now() - _FRESH, *some), wanted)

    def _ask(
        self,
        query: str,
        parameters: Sequence[Any] = (),
        wanted: Mapping[bytes, object] | None = None,
    ) -> list[tuple[Any, ...]]:
        def ask(database: Connection) -> list[tuple[Any, ...]]:
            rows = database.execute(query, parameters).fetchall()
            if wanted is not None and not all(row[0] in wanted for row in rows):
                raise _UnusableFile  # SQLite does not notice a damaged key
            return rows

        return self._guarded(ask) or [] if self._path.exists() else []

    def _write(self, write: Callable[[Connection], object]) -> None:
        def transaction(database: Connection) -> None:
            with _transaction(database):
                write(database)

        if not self._full:
            self._guarded(transaction, writes=True)

    def _touch(self, table: str, key: str, keys: Sequence[bytes]) -> None:
        """Note that entries were used."""
        query, now = f"UPDATE {table} SET used = ? WHERE {key} = ?", self._now()  # noqa: S608
        if keys:
            self._write_each(query, [(now, used) for used in keys])

    def _shorten(self) -> None:
        """Delete the oldest entries if the file is too large, so that it does not grow further."""
        size = sum(count for (count,) in self._ask(_SIZE))
        if size <= self._most:
            return
        for table, key in (("pairs", "key"), ("files", "path")):
            ((count,),) = self._ask(f"SELECT count(*) FROM {table}") or [(0,)]  # noqa: S608
            going = self._ask(
                f"SELECT {key} FROM {table} ORDER BY used LIMIT ?",  # noqa: S608
                (round(count * (1 - _KEPT_SHARE)),),
            )
            query = f"DELETE FROM {table} WHERE {key} = ?"  # noqa: S608
            for at in range(0, len(going), _AT_ONCE):
                self._write_each(query, going[at : at + _AT_ONCE])

    def _write_each(self, query: str, rows: Sequence[tuple[Any, ...]]) -> None:
        self._write(lambda database: database.executemany(query, rows))

    def _guarded(self, use: Callable[[Connection], T], *, writes: bool = False) -> T | None:
        """Return the result of *use* on the database; None while there is no cache."""
        if self._off:
            return None
        try:
            import sqlite3
        except ImportError:  # Python can be built without it
            self._off = True
            return None
        for _ in range(2):
            try:
                return use(self._opened())
            except (sqlite3.OperationalError, OSError) as error:
                if _is_busy(error):
                    return None
                if _is_of_the_disk(error) and not self._is_said_to_be_read_only(error):
                    self._give_up(writes)
                    return None
            except (sqlite3.Error, _UnusableFile):
                pass
            self._put_aside()
        self._off = True
        return None

    def _opened(self) -> Connection:
        """Return the database, made if need be. Raises sqlite3.Error, OSError, _UnusableFile."""
        if self._database is not None:
            return self._database
        import sqlite3

        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        database = sqlite3.connect(
            self._path, timeout=self._patience, isolation_level=None, check_same_thread=False
        )
        try:
            self._identity = _identity(self._path)
            _prepare(database)
        except BaseException:
            database.close()
            raise
        self._database = database
        return database

    def _give_up(self, writes: bool) -> None:
        self._full = True
        if not writes:
            self._off = True
            self.close()

    def _is_said_to_be_read_only(self, error: Exception) -> bool:
        """True where the file is not, but says so itself: its first page is damaged."""
        return "readonly" in str(error) and all(
            os.access(path, os.W_OK) for path in (self._path, self._path.parent)
        )

    def _put_aside(self) -> None:
        """Make room for a new file, unless another window did it already."""
        self.close()
        try:
            if self._identity == _identity(self._path):
                for ending in ("", "-wal", "-shm"):
                    with suppress(FileNotFoundError):
                        Path(f"{self._path}{ending}").replace(f"{self._path}{_ASIDE}{ending}")
        except OSError:
            self._off = True


class _UnusableFile(Exception):
    """The file is that of another program or another version of this one, or it is damaged."""


def _prepare(database: Connection) -> None:
    """Make the tables in a new file. Raises _UnusableFile for one that is not ours."""
    if _read_format(database) != (_OURS, _FORMAT):
        with _transaction(database):  # another window may be doing the same
            if _read_format(database) != (_OURS, _FORMAT):
                if database.execute("SELECT count(*) FROM sqlite_master").fetchone() != (0,):
                    raise _UnusableFile
                for statement in _TABLES:
                    database.execute(statement)
                database.execute(f"PRAGMA application_id = {_OURS}")
                database.execute(f"PRAGMA user_version = {_FORMAT}")
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = NORMAL")


def _read_format(database: Connection) -> tuple[int, int]:
    (ours,) = database.execute("PRAGMA application_id").fetchone()
    (number,) = database.execute("PRAGMA user_version").fetchone()
    return ours, number


@contextmanager
def _transaction(database: Connection) -> Iterator[None]:
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if database.in_transaction:  # a full disk ends it by itself
            database.execute("ROLLBACK")
        raise
    database.execute("COMMIT")


def _is_busy(error: Exception) -> bool:
    return "locked" in str(error) or "busy" in str(error)


def _is_of_the_disk(error: Exception) -> bool:
    """True where there is no room or no permission; all else that fails lies in the file.

    SQLite calls both operational.
    """
    reasons = ("unable to open", "full", "I/O", "readonly")
    return isinstance(error, OSError) or any(said in str(error) for said in reasons)


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino


def _path_key(path: str) -> bytes:
    return hashlib.blake2b(os.fsencode(path), digest_size=_DIGEST).digest()


def _with_check(key: bytes, data: bytes) -> bytes:
    """Put a checksum before *data*: SQLite does not notice a damaged value."""
    return _CHECK.pack(zlib.crc32(key + data) & 0xFFFF) + data


def _checked(key: bytes, stored: object) -> bytes:
    """Return the data in *stored*; raises ValueError where its checksum is another one."""
    if not isinstance(stored, bytes) or _with_check(key, stored[_CHECK.size :]) != stored:
        raise ValueError("this entry is damaged")
    return stored[_CHECK.size :]
