"""The label file on disk: looked at before each write, appended to or replaced whole."""

from __future__ import annotations

import errno
import os
import stat
import zlib
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import TypeVar

from ...documents import shown_name
from ...documents.document import Signature
from ...messages import Message
from ...messages.about_labels import AboutLabels
from ..label_values import Key, LabelFileError, LabelRow
from .csv_format import HeaderError, Texts, check_size, is_begun_header, proposed_name
from .files import Files, locked
from .label_table import LabelTable

_T = TypeVar("_T")
_PATIENCE = 1.0  # seconds that a program which holds the file is waited for
_PAUSE = 0.05
_TRIES = 5  # readings of a file that another program keeps changing
_REST = 1.0  # seconds without a change, after which nobody is taken to be writing any more


class ChangedMeanwhileError(OSError):
    """Another program changed the file between our look and our write."""


class NotAtRestError(ChangedMeanwhileError):
    """Another program may be in the middle of writing the file."""


class InTheWayError(LabelFileError):
    """Something that is no label file stands where the label file should; ``what`` says what."""

    def __init__(self, message: Message, what: Message) -> None:
        super().__init__(message)
        self.what = what


class UnreadableError(PermissionError):
    """The rights of the file, or of a folder above it, forbid reading it."""


class ReadOnlyError(OSError):
    """The rights of the file or folder *place* forbid writing; a rename would go through."""

    def __init__(self, place: Path) -> None:
        super().__init__(errno.EACCES, "read-only", os.fspath(place))
        self.place = place


class LabelFile:
    """One label file. ``table`` is what it held when it was last looked at.

    ``pieces`` are its bytes then, and after each write of ours. The list grows with what is
    appended; a file that was changed otherwise gets another list.

    ``texts`` are likely to be in it where its encoding must be guessed, which is ``named`` perhaps.

    Not thread-safe; between processes :meth:`lock` keeps writers apart. Everything raises
    OSError, and LabelFileError where the file is no label file.
    """

    def __init__(self, path: Path, files: Files) -> None:
        self.path = path
        self._files = files
        self._signature: Signature | None = None
        self._checksum = 0
        self._known = False
        self._usable = True
        self._doubtful = False  # an fsync failed: what is in the cache is not to be trusted
        self._named = -1  # the inode whose name is known to be on the disk
        self._still: tuple[Signature | None, float] | None = None  # unchanged since then
        self._mended: tuple[bytes, int] | None = None  # and the checksum of what is there
        self.pieces: list[bytes] = []
        self.table = LabelTable(b"")
        self.texts: Texts = tuple
        self.named: str | None = None

    @property
    def target(self) -> Path:
        """The file itself, behind symbolic links."""
        return Path(os.path.realpath(self.path))

    @property
    def exists(self) -> bool:
        """Whether there was a file at the last look, with a header at least."""
        return self._signature is not None and self.table.has_header

    @property
    def is_usable(self) -> bool:
        """False where the last look could not read what is there, or found no label file."""
        return self._usable

    @property
    def checksum(self) -> int:
        """The checksum of the file at the last look or write of ours."""
        return self._checksum

    def lock(self) -> AbstractContextManager[None]:
        """Hold ``labels.csv.lock``, so that no other Copydesk writes."""
        path = Path(f"{self.target}.lock")
        return locked(self._files, path, patience=_PATIENCE, passing=True)

    def check_writable(self) -> None:
        """Raise :class:`ReadOnlyError` where file or folder are marked read-only.

        The mode is asked, too: root may write anything, and should not.
        """
        for place in (self.target, self.target.parent):
            with suppress(FileNotFoundError):
                mode = self._files.stat(place).st_mode
                writable = mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
                if not writable or not self._files.may_write(place):
                    raise ReadOnlyError(place)

    @property
    def encoding(self) -> str:
        """The encoding of the file at the last look."""
        return self.table.dialect.encoding

    def look(self, encoding: str = "utf-8") -> bool:
        """Look at the file; return True where it is not what it was, and has been read again.

        *encoding* is what it was written in when it was last known.
        """
        self._usable = False
        changed = self._look(encoding)
        self._usable = True
        return changed

    def _look(self, encoding: str) -> bool:
        try:
            status = self._files.stat(self.target)
        except FileNotFoundError:
            changed = self._signature is not None or not self._known
            self._take(b"", None, LabelTable(b""))
            return changed
        except PermissionError as error:
            raise UnreadableError(*error.args) from None
        self._check_readable(status)
        if self._known and Signature.of(status) == self._signature:
            return False
        try:
            check_size(status.st_size)
            return self._read(encoding)
        except HeaderError as error:
            self._known = False
            refusal = Message(
                AboutLabels.NO_LABEL_FILE,
                name=shown_name(self.path),
                clause=error.message,
                proposal=proposed_name(self.path),
            )
            raise InTheWayError(refusal, error.message) from None

    def _check_readable(self, status: os.stat_result) -> None:
        """Raise InTheWayError where there is no file, UnreadableError where its rights forbid.

        The mode is asked, too: root may read anything, and others may not.
        """
        name = shown_name(self.path)
        if stat.S_ISDIR(status.st_mode):
            what = Message(AboutLabels.IT_IS_FOLDER)
            raise InTheWayError(Message(AboutLabels.IS_FOLDER, name=name), what)
        if not stat.S_ISREG(status.st_mode):
            what = Message(AboutLabels.IT_IS_NO_FILE)
            raise InTheWayError(Message(AboutLabels.NO_FILE, name=name), what)
        readable = status.st_mode & (stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
        if not readable or not self._files.may_read(self.target):
            raise UnreadableError(errno.EACCES, os.strerror(errno.EACCES), os.fspath(self.target))

    def forget(self) -> None:
        """Read the file again at the next look, whatever its signature says."""
        self._known = False

    @property
    def modified(self) -> float | None:
        """When the file was last written, in seconds since 1970; None without a file."""
        return self._signature.modified / 1e9 if self._signature is not None else None

    def wait_for_rest(self, now: float) -> None:
        """Raise :class:`NotAtRestError` unless the file has not changed for a moment.

        *now* is in seconds since 1970. A file that was written long ago is at rest; any other
        must be the same twice, with a moment between.
        """
        signature = self._signature
        if self._still is None or self._still[0] != signature:
            self._still = (signature, self._files.elapsed())
        if not self._rests(signature, self._still[1], now):
            self.forget()
            raise NotAtRestError(f"{shown_name(self.path)} is being written")

    def is_to_wait_for(self, now: float) -> bool:
        """Return whether what was not at rest has not changed since, and is not at rest yet.

        *now* is in seconds since 1970. To ask this takes no time, unlike to read the file again.
        """
        if self._still is None:
            return False
        signature, since = self._still
        try:
            is_same = Signature.of(self._files.stat(self.target)) == signature
        except OSError:
            return False
        return is_same and not self._rests(signature, since, now)

    def _rests(self, signature: Signature | None, since: float, now: float) -> bool:
        long_ago = signature is not None and now - signature.modified / 1e9 > _REST
        return long_ago or self._files.elapsed() - since >= _REST

    def pause(self) -> None:
        """Give a program that may be writing the file a little time."""
        self._files.sleep(_PAUSE)

    def drop_torn_tail(self) -> None:
        """Forget the last record, which was never written whole: see ``mending.torn_ends``.

        The file is replaced at the next write.
        """
        self.table.drop_tail()
        self._doubtful = True

    @property
    def is_mended(self) -> bool:
        """Whether ``table`` says what the file should say rather than what it says."""
        return self._mended is not None

    def mend(self, table: LabelTable, data: bytes) -> None:
        """Take *table*, of which *data* are the bytes, for what the file says.

        The file is replaced at the next write.
        """
        self._mended = (data, self._checksum)
        self.table, self.pieces, self._checksum = table, [data], zlib.crc32(data)
        self._doubtful = True

    @property
    def can_append(self) -> bool:
        """Whether rows may be added at the end of what is there, and nothing else be written."""
        return self.table.has_header and not self._doubtful

    def append(self, rows: list[LabelRow]) -> None:
        """Add *rows* at the end, durably."""
        data = self.table.appendix(rows)
        handle = self._patiently(lambda: self._files.open(self.target, os.O_WRONLY | os.O_APPEND))
        try:
            before = self._files.fstat(handle)
            if Signature.of(before) != self._signature:
                raise ChangedMeanwhileError("the label file changed")
            self._sync_name(before.st_ino)
            self._known = False
            try:
                self._files.write_all(handle, data)
                self._sync(handle)
            except OSError:
                self._take_back(handle, before.st_size, len(data))
                raise
            after = Signature.of(self._files.fstat(handle))
        finally:
            self._files.close(handle)
        if after.size != before.st_size + len(data) or not self.table.extend(data):
            raise ChangedMeanwhileError("the label file changed")  # is it still there?
        self.table.share(rows)
        self._signature, self._known = after, True
        self._checksum = zlib.crc32(data, self._checksum)
        self.pieces.append(data)

    def edit(
        self,
        edits: Mapping[Key, LabelRow | None],
        lost: tuple[LabelTable, bytes] | None = None,
    ) -> None:
        """Change, add and take away rows: the file is replaced atomically and durably.

        *lost* are the rows and the bytes of a file that is to be changed instead.
        """
        table, data = lost if lost is not None else (self.table, self._bytes())
        self._known = False
        new = table.edited(data, edits)
        self._replace(new)
        self.table = table if table.has_header else LabelTable(new)
        self.table.share(edits.values())
        self._known = True

    def in_unicode(self) -> tuple[LabelTable, bytes]:
        """Return the file as :meth:`LabelTable.in_unicode` does; nothing is written."""
        return self.table.in_unicode(self._bytes())

    def make_durable(self) -> None:
        """Make the present contents of the file durable."""
        if self._doubtful:
            self._replace(self._bytes())
        elif self._signature is not None:
            handle = self._files.open(self.target, os.O_RDWR)
            try:
                self._sync(handle)
                self._sync_name(self._files.fstat(handle).st_ino)
            finally:
                self._files.close(handle)

    def copy_to(self, path: Path) -> None:
        """Copy the file as it was at the last look to the new file *path*, durably."""
        self._files.write_over(path, self._bytes())
        self._files.sync_folder(path.parent)

    def remove_leftovers(self) -> None:
        """Remove what a killed process left beside the file; call it under the lock."""
        with suppress(FileNotFoundError):
            self._files.unlink(self._temporary)

    @property
    def is_doubtful(self) -> bool:
        """True after a failed fsync, until the file has been replaced whole."""
        return self._doubtful

    def distrust(self) -> None:
        """Replace the file at the next write: what it says may be nowhere but in the cache."""
        self._doubtful = True

    @property
    def _temporary(self) -> Path:
        target = self.target
        return target.with_name(f".{target.name}.copydesk-tmp")

    def _read(self, encoding: str) -> bool:
        for _ in range(_TRIES):
            data, signature = self._files.read_all(self.target)
            if len(data) == signature.size:
                break
        old_size = self._signature.size if self._signature is not None else 0
        # Where half a record was dropped, the table is no longer that of the file's beginning.
        same_start = self._known and 0 < old_size == self.table.size <= len(data)
        if same_start and zlib.crc32(memoryview(data)[:old_size]) == self._checksum:
            grown = data[old_size:]
            if not grown or self.table.extend(grown):
                self._take(data, signature, self.table)
                return bool(grown)
        texts: Texts = self.texts if self.named is None else tuple
        # As good as empty: its rows are written again.
        table = LabelTable(b"" if is_begun_header(data) else data, self.named or encoding, texts)
        self._take(data, signature, table)
        return True

    def _take(self, data: bytes, signature: Signature | None, table: LabelTable) -> None:
        self._signature, self.table, self._known = signature, table, True
        self._take_bytes(data)

    def _take_bytes(self, data: bytes) -> None:
        self._checksum = zlib.crc32(data)
        self.pieces = [data]
        self._mended = None

    def _bytes(self) -> bytes:
        """Return the bytes that ``table`` was made from, without a torn tail."""
        if self._signature is None:
            return b""
        data, signature = self._files.read_all(self.target)
        whole, checksum = self._mended or (data, self._checksum)
        if signature != self._signature or zlib.crc32(data) != checksum:
            raise ChangedMeanwhileError("the label file changed")
        return whole[: self.table.size]

    def _replace(self, data: bytes) -> None:
        target, temporary = self.target, self._temporary
        like = None
        if self._signature is not None:
            like = self._files.stat(target)
        self.remove_leftovers()
        try:
            self._files.write_new(temporary, data, like=like)
            if like is not None and Signature.of(self._files.stat(target)) != self._signature:
                raise ChangedMeanwhileError("the label file changed")
            written = self._files.stat(temporary)
            self._patiently(lambda: self._files.replace(temporary, target))
        except OSError:
            with suppress(OSError):
                self._files.unlink(temporary)
            raise
        self._doubtful = True  # until the new name is on the disk too
        self._named = -1
        self._sync_name(written.st_ino)
        self._doubtful = False
        self._signature = Signature.of(written)
        self._take_bytes(data)

    def _patiently(self, action: Callable[[], _T]) -> _T:
        """Retry *action* for at most a second, until no other program holds the file."""
        give_up = self._files.elapsed() + _PATIENCE
        while True:
            try:
                return action()
            except PermissionError:
                if self._files.elapsed() >= give_up:
                    raise
            self._files.sleep(_PAUSE)

    def _sync(self, handle: int) -> None:
        try:
            self._files.fsync(handle)
        except OSError:
            self._doubtful = True
            raise

    def _sync_name(self, inode: int) -> None:
        """Make sure that the file will be found after a power cut.

        Whoever made it may have died before that, or had an error.
        """
        if inode != self._named:
            self._files.sync_names(self.target.parent)
            self._named = inode

    def _take_back(self, handle: int, size: int, added: int) -> None:
        """Cut off what a failed write left behind, unless another program wrote there too."""
        with suppress(OSError):
            if size < self._files.fstat(handle).st_size <= size + added:
                self._files.truncate(handle, size)
