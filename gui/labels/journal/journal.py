"""The recovery journal: every decision is checksummed, appended and on disk before it counts.

There is one journal per label file, in the user's state folder. Sequence numbers are assigned under
the journal's own lock rather than that of the label file: a label file in a read-only or vanished
folder has no lock, and a decision must not wait for one. That is safe with two windows: those of
one user share this journal and its lock, and the numbers of two journals never meet, because label
files have none.

What could not be made durable is refused, and its bytes are removed from the file: cut off at once,
or, if that fails too, left out when the journal is rewritten before anything else is read or added.
So every line in the journal counts, whatever its number; no line can cancel another one.

The path of the journals is determined here without Qt, so that the window and the command line
agree. If a label file is moved, with its folder or alone, its journal is moved along.
"""

from __future__ import annotations

import hashlib
import os
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import NamedTuple

from ...documents import shown_name
from ...messages import Message, counted
from ...messages.about_labels import AboutLabels
from ..file.files import Files, locked
from ..label_values import JournalError
from .drafts import drafts_of, place_of
from .journal_entries import (
    FORMAT,
    Entry,
    Glimpse,
    JournalLine,
    glimpse,
    head_line,
    parse,
    parse_all,
)

_PATIENCE = 2.0  # seconds; others hold the lock for one append, and the reviewer waits


class News(NamedTuple):
    """What is new in the journal since the last look.

    With ``anew``, these are all entries, and replace what was known before. With ``lost``, the
    journal is gone; what is not in the label file must be written again.
    """

    entries: Sequence[Entry]
    anew: bool = False
    lost: bool = False


class Journal:
    """The journal of one label file. All methods except :meth:`lock` need the lock.

    They raise OSError; ``reports`` are messages about damage that was set aside.
    """

    def __init__(self, folder: Path, label_file: Path, files: Files) -> None:
        self._files = files
        self._label_file = name_of(label_file)
        self.path = path_of(folder, label_file)
        self.reports: list[Message] = []
        self.due: Callable[[], object] | None = None  # to be done before anything is read
        self._lost = False  # it vanished, and what it had was not written again yet
        self._inode = -1
        self._offset = 0  # up to here everything is known
        self._last = 0  # the highest sequence number seen
        self._foreign = False  # the last line was not written, and so not synced, by us
        self._named = False  # its name is known to be on the disk
        self._doubtful = False  # an fsync failed since the file was made, or refused lines stand
        self._refused: set[bytes] = set()  # lines that may stand there and must not

    @property
    def folder(self) -> Path:
        """The folder of the journal."""
        return self.path.parent

    @property
    def stem(self) -> str:
        """The journal's name without its suffix."""
        return self.path.stem

    @property
    def next_sequence(self) -> int:
        """The number of the next decision."""
        return self._last + 1

    def lock(self) -> AbstractContextManager[None]:
        """Hold the journal; raises OSError if it is not free in time."""
        self._files.make_folder(self.folder)
        return locked(self._files, Path(f"{self.path}.lock"), patience=_PATIENCE)

    def look(self) -> News:
        """Read what was added since the last look, by this or another process."""
        if self.due is not None:
            self.due()
            self.due = None
        if self._doubtful:
            self._renew()
        try:
            status = self._files.stat(self.path)
        except FileNotFoundError:
            self._lost |= self._offset > 0
            self._start_again(-1)
            return News((), lost=self._lost)
        if status.st_ino == self._inode and status.st_size == self._offset:
            return News((), lost=self._lost)
        anew = status.st_ino != self._inode or status.st_size < self._offset
        if anew:
            self._start_again(status.st_ino)
        data, _ = self._files.read_all(self.path, self._offset)
        parsed = parse_all(data, self._offset)
        if parsed.format != FORMAT:
            self._start_again(-1)
            raise JournalError(Message(AboutLabels.JOURNAL_NEWER, name=shown_name(self.path)))
        if parsed.damaged and self._set_aside(parsed.damaged):
            return self.look()
        self._offset += len(data)
        self._foreign = bool(data)
        self._last = max(self._last, parsed.highest)
        if self._lost and not parsed.entries:  # what was to be written again could not be
            return News((), lost=True)
        self._lost = False
        return News(parsed.entries, anew)

    def append(self, lines: Sequence[JournalLine]) -> list[Entry]:
        """Add *lines* durably, after a call of :meth:`look`; if this raises, none counts."""
        if not lines:
            return []
        # Even the numbers of refused lines are not given out again.
        self._last = max(self._last, *(line.sequence for line in lines))
        # Lines that others left behind without syncing them may lose their end in a power cut.
        start = b"\n" if self._foreign else b""
        if self._offset == 0:
            start = head_line(self._label_file).encoded()
        encoded = [line.encoded() for line in lines]
        self._write(start, encoded)
        entries, offset = [], self._offset + len(start)
        for line, data in zip(lines, encoded, strict=True):
            entries.append(line.entry(offset, len(data)))
            offset += len(data)
        self._offset = offset
        self._foreign = self._lost = False
        return entries

    def entries(self, wanted: Callable[[Glimpse], bool] | None = None) -> Iterator[Entry]:
        """Yield the current entries of the journal; thread-safe, and needs no lock.

        Only lines whose glimpse is *wanted* are parsed. Raises OSError.
        """
        with suppress(FileNotFoundError), self.path.open("rb") as lines:
            for line in lines:  # the last one may be on its way there
                seen = None if wanted is None else glimpse(line)
                if seen is not None and wanted is not None and not wanted(seen):
                    continue
                entry = parse(line, 0)
                if entry is not None and "journal" not in entry.about:
                    yield entry

    def read(self, offset: int, length: int) -> Entry:
        """Return the entry at *offset*; raises JournalError if there is none."""
        handle = self._files.open(self.path, os.O_RDONLY)
        try:
            self._files.seek(handle, offset)
            data = b""
            while len(data) < length and (piece := self._files.read(handle, length - len(data))):
                data += piece
        finally:
            self._files.close(handle)
        entry = parse(data, offset)
        if entry is None:
            raise JournalError(Message(AboutLabels.JOURNAL_DAMAGED, name=shown_name(self.path)))
        return entry

    def _start_again(self, inode: int) -> None:
        self._inode = inode
        self._offset = 0
        self._foreign = False
        self._named = False

    def _write(self, start: bytes, lines: Sequence[bytes]) -> None:
        flags = os.O_WRONLY | os.O_APPEND | (os.O_CREAT if self._offset == 0 else 0)
        handle = self._files.open(self.path, flags, 0o600)
        try:
            before = self._files.fstat(handle)
            self._sync_name()
            try:
                self._files.write_all(handle, start + b"".join(lines))
                self._sync(handle)
            except OSError:
                self._take_back(handle, before.st_size, lines)
                raise
            self._inode = before.st_ino
        finally:
            self._files.close(handle)

    def _sync_name(self) -> None:
        """Make sure that the journal's name survives a power cut, before anything is added.

        Whoever created or rewrote it may have crashed before that, or had an error.
        """
        if not self._named:
            self._files.sync_names(self.folder)
            self._named = True

    def _sync(self, handle: int) -> None:
        try:
            self._files.fsync(handle)
        except OSError:
            # What the cache holds may never reach the disk, whatever a later fsync says.
            self._doubtful = True
            raise

    def _take_back(self, handle: int, size: int, lines: Sequence[bytes]) -> None:
        """Cut off what a failed write left behind; under the lock nobody else appends.

        If that fails, or may not last, the *lines* are left out when the journal is rewritten.
        """
        try:
            self._files.truncate(handle, size)
            self._files.fsync(handle)
        except OSError:
            self._doubtful = True
            self._refused.update(lines)

    def _set_aside(self, damaged: bytes) -> bool:
        """Keep damaged bytes in a file beside the journal, and report it; True if that worked."""
        number = 1
        while (aside := Path(f"{self.path}.damaged-{number}")).exists():
            number += 1
        where = Message(AboutLabels.DAMAGE_SET_ASIDE, name=str(aside))
        done = True
        try:
            self._files.write_new(aside, damaged, mode=0o600)
            self._renew()
        except OSError as error:
            done = False
            where = Message(AboutLabels.DAMAGE_LEFT, why=error.strerror or str(error))
        one, many = AboutLabels.JOURNAL_HAD_DAMAGED_BYTE, AboutLabels.JOURNAL_HAD_DAMAGED_BYTES
        report = counted(one, many, len(damaged), clause=where)
        if report not in self.reports:
            self.reports.append(report)
        return done

    def _renew(self) -> None:
        """Replace the journal by a new file with its undamaged records."""
        try:
            data, _ = self._files.read_all(self.path)
        except FileNotFoundError:
            pass  # removed meanwhile, with what was in doubt
        else:
            self._files.write_over(self.path, b"".join(self._good(data)), mode=0o600)
            self._start_again(-1)  # the next look reads it from the start
            with suppress(OSError):  # the next append asks again, and does not count without
                self._files.sync_folder(self.folder)
        self._refused.clear()
        self._doubtful = False

    def _good(self, data: bytes) -> Iterator[bytes]:
        for line in data.splitlines(keepends=True):
            if line not in self._refused and parse(line, 0) is not None:
                yield line


def name_of(label_file: Path) -> str:
    """Return the canonical path of a label file, whatever links lead to its folder.

    A symbolic link in place of the file itself is not followed: the journal belongs to the
    name that the reviewer knows, and stays with it when the file becomes a link.
    """
    return os.path.normcase(label_file.parent.resolve() / label_file.name)


def path_of(folder: Path, label_file: Path) -> Path:
    """Return the path of the journal of *label_file* in *folder*."""
    name = name_of(label_file)
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
    stem = "".join(c if c.isalnum() else "-" for c in label_file.stem)[:40]
    return folder / f"{stem}-{digest[:16]}.journal"


def bring_along(journal: Journal, label_file: Path, files: Files) -> bool:
    """Move the journal of a label file that was moved here; True if there was one.

    A journal belongs to the file if it is of a file with this name that is gone now, and that had
    the same content when it was last saved. To be called with *journal* locked. Raises OSError;
    then nothing is lost, and no other journal may be begun before this succeeds.
    """
    if journal.path.exists() or not label_file.is_file():
        return False
    for path in sorted(journal.folder.glob("*.journal")):
        try:
            with path.open("rb") as lines:
                head = parse(lines.readline(), 0)
            if head is None or not _is_gone(str(head.about.get("labels", "")), label_file):
                continue
            data = path.read_bytes()
        except OSError:  # that of some other file, as a rule
            continue
        if _last_checksum(data) == zlib.crc32(label_file.read_bytes()):
            _rename(path, journal.path, name_of(label_file), data, files)
            for draft in drafts_of(path):
                with suppress(OSError):
                    files.replace(draft, place_of(draft, path, journal.path))
            return True
    return False


def _is_gone(name: str, label_file: Path) -> bool:
    return bool(name) and Path(name).name == label_file.name and not Path(name).exists()


def _last_checksum(data: bytes) -> int | None:
    saved = [entry.checksum for entry in parse_all(data).entries if entry.saved >= 0]
    return saved[-1] if saved else None


def _rename(old: Path, new: Path, label_file: str, data: bytes, files: Files) -> None:
    """Rewrite the journal with a first line that names *label_file*."""
    _, _, lines = data.partition(b"\n")
    files.write_over(new, head_line(label_file).encoded() + lines, mode=0o600)
    files.sync_folder(new.parent)
    files.unlink(old)
    with suppress(OSError):  # where the old one comes back, nothing looks for it
        files.sync_folder(new.parent)


def journal_folder() -> Path:
    """Return the folder of the recovery journals.

    It is ``journals`` in the folder that Qt calls ``StateLocation``, for an application
    ``copydesk``.
    """
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        base = Path(local) if local else Path.home() / "AppData" / "Local"
        return base / "copydesk" / "State" / "journals"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Preferences" / "copydesk" / "State" / "journals"
    state = os.environ.get("XDG_STATE_HOME", "")
    base = Path(state) if state.startswith("/") else Path.home() / ".local" / "state"
    return base / "copydesk" / "journals"
