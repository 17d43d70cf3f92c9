"""Looks in the background for documents that are missing, empty or changed since labelled.

The pair in the window is watched: once a second a thread checks the stamps of its few files. Qt's
QFileSystemWatcher asks the disk in the window's thread, and is not notified of what another machine
writes to a shared folder.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal

from ..documents import DocumentError
from ..labels import LabelRow, Pair, unreadable_at_sight
from ..labels.pairs.pair_paths import DocumentPlace, found_sources
from ..messages import Message
from ..own_thread import OwnThread
from .background import Background, RightOfWay, described, invoker
from .pair_list.pair_book import PairBook
from .preparing.protocol import Stamp, stamp

_SEARCHED_AT_ONCE = 200  # pairs whose documents are looked for before the result is reported
_PIECE = 20  # pairs that are looked for until the window has its turn
FIRST_LOOK = 3.0  # seconds after a list was opened: the pair in the window goes first
_REST = 0.01  # seconds between two steps: nobody waits for them; disk and processor are others' too
COMPARED_AT_ONCE = 100  # pairs compared with their hashes before the result is reported


class MissingDocuments(QObject):
    """Goes through a list once after it was opened, starting at the pair in the window.

    ``found`` carries why pairs cannot be read, by their index, a part of the list at a time.
    """

    found = Signal(object)  # dict[int, Message]
    fault = Signal(str)  # for the log

    def __init__(
        self,
        parent: QObject,
        right_of_way: RightOfWay | None = None,
        head_start: RightOfWay | None = None,
    ) -> None:
        """Let the window go first where it has the *right_of_way*.

        Only the first part is searched before those who have the *head_start* give it back.
        """
        super().__init__(parent)
        self._way = right_of_way or RightOfWay()
        self._others = head_start or RightOfWay()
        self._background: Background[None] = Background(self, lambda _: None, self._failed)

    def look(self, book: PairBook, start: int) -> None:
        """Look through *book* from now on, beginning at the pair *start*."""

        def search(cancelled: threading.Event) -> None:
            for number, part in enumerate(_parts(start, len(book.ids))):
                if number:
                    self._others.wait()
                if found := self._missing_among(part, book, cancelled):
                    self._background.tell(cancelled, partial(self.found.emit, found))
                if cancelled.wait(_REST):
                    break

        self._background.run(search)

    def close(self, seconds: float = 0.0) -> None:
        """End the search; wait at most *seconds* for its thread."""
        self._background.close(seconds)

    def _missing_among(
        self, part: range, book: PairBook, cancelled: threading.Event
    ) -> dict[int, Message]:
        found = {}
        for at, index in enumerate(part):
            if at % _PIECE == 0:
                self._way.wait()
            if cancelled.is_set():
                break
            pair = book.pairs[index]
            if pair.problem is None and (why := unreadable_at_sight(pair, book.folder)):
                found[index] = why
        return found

    def _failed(self, error: BaseException) -> None:
        self.fault.emit(described(error))


def _parts(start: int, count: int) -> Iterator[range]:
    """Yield some of so many pairs at a time, from the pair *start* on and then those before it."""
    for whole in (range(start, count), range(start)):
        while whole:
            yield whole[:_SEARCHED_AT_ONCE]
            whole = whole[_SEARCHED_AT_ONCE:]


@dataclass(frozen=True)
class LabelledPair:
    """A pair of the list by its index, and the ``hashes`` of what its label was given to.

    They are those of reference and candidate, empty if not known.
    """

    index: int
    hashes: tuple[str, str]


def hashes_of(row: LabelRow) -> tuple[str, str]:
    """Return what the documents of *row* were when they were labelled."""
    return (row.reference_sha256, row.candidate_sha256)


def labelled_pairs(book: PairBook) -> list[LabelledPair]:
    """Return the pairs that have a label and the hashes of what it was given to."""
    return [
        LabelledPair(index, hashes_of(row))
        for index, row in enumerate(book.rows())
        if row is not None and row.label is not None and any(hashes_of(row))
    ]


def changed_among(
    wanted: Sequence[LabelledPair],
    pairs: Sequence[Pair],
    folder: Path,
    pause: Callable[[float], bool],
) -> list[LabelledPair]:
    """Return those of *wanted* with a file that has changed since.

    A file that cannot be read does not count as changed: that is reported when its pair is opened.
    *pause* waits for some seconds and is true when the search is to end.
    """
    found = []
    for labelled in wanted:
        if pause(_REST):
            break
        pair = pairs[labelled.index]
        if pair.problem is None and any(
            then and not isinstance(place, str) and _hash(place) not in (then, None)
            for then, place in zip(labelled.hashes, found_sources(pair, folder), strict=True)
        ):
            found.append(labelled)
    return found


def _hash(place: DocumentPlace) -> str | None:
    from ..labels.pairs.pair_documents import sha256_at  # not needed before the window is there

    try:
        return sha256_at(place)
    except DocumentError:
        return None


class Freshness(QObject):
    """Checks the labelled pairs of a list in the background, once after it was opened.

    ``changed`` carries what was found, a part of the list at a time; the pair may have been
    labelled again meanwhile.
    """

    changed = Signal(object)  # list[LabelledPair]
    fault = Signal(str)  # for the log

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._background: Background[None] = Background(self, lambda _: None, self._failed)

    def look(self, book: PairBook) -> None:
        """Check *book* from now on, and no list before it."""

        def search(cancelled: threading.Event) -> None:
            if cancelled.wait(FIRST_LOOK):
                return
            wanted = labelled_pairs(book)
            for first in range(0, len(wanted), COMPARED_AT_ONCE):
                part = wanted[first : first + COMPARED_AT_ONCE]
                if found := changed_among(part, book.pairs, book.folder, cancelled.wait):
                    self._background.tell(cancelled, partial(self.changed.emit, found))
                if cancelled.is_set():
                    break

        self._background.run(search)

    def close(self, seconds: float = 0.0) -> None:
        """End the search; wait at most *seconds* for its thread."""
        self._background.close(seconds)

    def _failed(self, error: BaseException) -> None:
        self.fault.emit(described(error))


class DocumentChecks(QObject):
    """Both searches through the open list; what they find is remembered in its book.

    ``looked_at`` carries the pairs, by index, that are unreadable or changed now and were not.
    """

    looked_at = Signal(object)  # list of indices
    fault = Signal(str)  # for the log

    def __init__(
        self,
        parent: QObject,
        here: Callable[[], int | None],
        right_of_way: RightOfWay,
        head_start: RightOfWay,
    ) -> None:
        """*here* is the pair in the window; for the others see ``MissingDocuments``."""
        super().__init__(parent)
        self._here = here
        self._book: PairBook | None = None
        self._freshness = Freshness(self)
        self._freshness.changed.connect(self._found_changed)
        self._missing = MissingDocuments(self, right_of_way, head_start)
        self._missing.found.connect(self.found_unreadable)
        for search in (self._freshness, self._missing):
            search.fault.connect(self.fault)

    def open_list(self, book: PairBook) -> None:
        """Remember in *book* what is found from now on."""
        self._book = book

    def look(self) -> None:
        """Search through the list, for missing documents first near the pair in the window."""
        if self._book is not None:
            self._missing.look(self._book, self._here() or 0)
            self._freshness.look(self._book)

    def close_list(self, seconds: float = 0.0) -> None:
        """End the searches; wait at most *seconds* for each."""
        self._book = None
        self._missing.close(seconds)
        self._freshness.close(seconds)

    def found_unreadable(self, found: Mapping[int, Message]) -> None:
        """Remember why pairs cannot be read; the one in the window knows for itself."""
        if self._book is not None:
            news = {index: why for index, why in found.items() if index != self._here()}
            unreadable = self._book.unreadable
            self.looked_at.emit([index for index, why in news.items() if unreadable(index, why)])

    def _found_changed(self, found: Sequence[LabelledPair]) -> None:
        """Mark pairs whose documents changed since their label, unless relabelled meanwhile."""
        book = self._book
        if book is None:
            return
        news = []
        for labelled in found:
            row = book.row(labelled.index)
            still = row is not None and row.label is not None and hashes_of(row) == labelled.hashes
            if still and book.mark_changed(labelled.index, True):
                news.append(labelled.index)
        self.looked_at.emit(news)


LOOK_EVERY = 1.0  # seconds
_SETTLING = 0.2  # seconds: programs write a file in several steps
_NOTHING: Mapping[str, Stamp] = MappingProxyType({})


NEVER_SEEN: Stamp = ()
"""Read under this stamp, a file is told of at the first look."""


def stamp_with_rights(path: str) -> Stamp:
    """Return a stamp that changes also when the file may no longer be read, or may again.

    Of what cannot be looked at it tells why, and whether the folder is there.
    """
    try:
        found = Path(path).stat()
    except (OSError, ValueError) as error:
        folder = os.path.isdir(os.path.dirname(path))  # noqa: PTH112, PTH120 - raises nothing
        return (getattr(error, "errno", 0) or 0, folder)
    readable = os.access(path, os.R_OK)
    return (found.st_mtime_ns, found.st_size, found.st_ino, found.st_mode, readable)


class FileWatch(QObject):
    """Watches a few files, also across their replacement by a rename.

    ``changed`` carries the path of a file of which *look* tells another stamp than before;
    ``outdated``, that of a file that had already changed when the watch began.
    """

    changed = Signal(str)
    outdated = Signal(str)

    def __init__(self, parent: QObject, look: Callable[[str], Stamp] = stamp) -> None:
        """Watch nothing yet."""
        super().__init__(parent)
        self._invoker = invoker()
        self._lookout = _Lookout(self._found, look)
        self.destroyed.connect(self._lookout.close)

    def watch(self, paths: Iterable[str], read: Mapping[str, Stamp] = _NOTHING) -> None:
        """Watch *paths* and nothing else from now on.

        *read* has the stamps under which some of them were read. A path that was watched already
        keeps its stamp, so that a very recent change is still reported.
        """
        self._lookout.watch(paths, read)

    def knows(self, path: str) -> bool:
        """Return True once *path* was checked: changes from then on are reported."""
        return self._lookout.knows(path)

    def close(self) -> None:
        """Stop watching, without waiting for the disk."""
        self._lookout.close()

    def _found(self, path: str, outdated: bool) -> None:
        """Called in the thread."""
        self._invoker.invoke(self, lambda: self._tell(path, outdated))

    def _tell(self, path: str, outdated: bool) -> None:
        (self.outdated if outdated else self.changed).emit(path)


class _Lookout:
    """The thread that checks the files. It knows no Qt and ends when it is closed."""

    def __init__(self, tell: Callable[[str, bool], None], look: Callable[[str], Stamp]) -> None:
        self._tell = tell
        self._stamp_of = look
        self._condition = threading.Condition()
        self._paths: set[str] = set()
        self._stamps: dict[str, Stamp] = {}  # of those that were looked at
        self._read: set[str] = set()  # whose stamp was given and not looked at yet
        self._at_once = False
        self._closing = False
        self._thread: threading.Thread | None = None

    def watch(self, paths: Iterable[str], read: Mapping[str, Stamp]) -> None:
        """Look at *paths* from now on, see :meth:`FileWatch.watch`."""
        with self._condition:
            self._paths = set(paths)
            known = {**self._stamps, **read}
            self._stamps = {path: known[path] for path in self._paths if path in known}
            self._read = self._paths & read.keys()
            self._at_once = True
            self._condition.notify()
            if self._thread is None and self._paths:
                self._thread = OwnThread(self._run, "copydesk-watching")
                self._thread.start()

    def knows(self, path: str) -> bool:
        """Whether there is a stamp of *path*."""
        with self._condition:
            return path in self._stamps

    def close(self) -> None:
        """End the thread, without waiting for it."""
        with self._condition:
            self._closing = True
            self._condition.notify()

    def _run(self) -> None:
        while self._wait():
            with self._condition:
                paths = sorted(self._paths)
            found = [path for path in paths if self._look(path, tell_late=True)]
            if found:
                with self._condition:
                    self._condition.wait_for(lambda: self._closing, _SETTLING)
                for path in found:
                    self._look(path, tell_late=False)

    def _wait(self) -> bool:
        """Wait until it is time for another look; False at the end."""
        with self._condition:
            self._condition.wait_for(
                lambda: self._closing or self._at_once, LOOK_EVERY if self._paths else None
            )
            self._at_once = False
            return not self._closing

    def _look(self, path: str, *, tell_late: bool) -> bool:
        """Look at *path*; return True for a change that is to be reported after a pause."""
        now = self._stamp_of(path)
        with self._condition:
            if path not in self._paths or self._closing:
                return False
            if path not in self._stamps:
                self._stamps[path] = now
                return False
            if self._stamps[path] == now:
                self._read.discard(path)
                return False
            outdated = path in self._read
            if tell_late and not outdated:
                return True
            self._stamps[path] = now
            self._read.discard(path)
        self._tell(path, outdated)
        return False
