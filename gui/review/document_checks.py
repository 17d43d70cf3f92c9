"""Searches in the background for documents that are missing, empty or changed since labelled."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ..documents import DocumentError
from ..labels import LabelRow, Pair, unreadable_at_sight
from ..messages import Message
from .background import Background, described
from .pair_book import PairBook

_SEARCHED_AT_ONCE = 200  # pairs whose documents are looked for before the result is reported
_SEARCH_REST = 0.005  # seconds between two parts: the window needs the interpreter too
_FIRST = 3.0  # seconds after a list was opened: the pair in the window goes first
_REST = 0.01  # seconds between two pairs: nobody waits for this, and the disk is others' too
_AT_ONCE = 100  # pairs compared with their hashes before the result is reported


class MissingDocuments(QObject):
    """Looks once through a list after it was opened, from the pair in the window on.

    ``found`` carries why pairs cannot be read, by their index, a part of the list at a time.
    """

    found = Signal(object)  # dict[int, Message]
    fault = Signal(str)  # for the log

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._background = Background(self, self._looked, self._failed)
        self._book: PairBook | None = None
        self._stretches: list[range] = []  # what is still to be looked at

    def look(self, book: PairBook, start: int) -> None:
        """Look through *book* from now on, beginning at the pair *start*."""
        count = len(book.ids)
        self._book = book
        self._stretches = [range(start, count), range(start)]
        self._start()

    def close(self, seconds: float = 0.0) -> None:
        """End the search; wait at most *seconds* for its thread."""
        self._book = None
        self._background.close(seconds)

    def _start(self) -> None:
        book = self._book
        while self._stretches and not self._stretches[0]:
            del self._stretches[0]
        if book is None or not self._stretches:
            return
        whole = self._stretches[0]
        part, self._stretches[0] = whole[:_SEARCHED_AT_ONCE], whole[_SEARCHED_AT_ONCE:]

        def search(cancelled: threading.Event) -> dict[int, Message]:
            found = {}
            for index in part:
                if cancelled.is_set():
                    break
                pair = book.pairs[index]
                if pair.problem is None and (why := unreadable_at_sight(pair, book.folder)):
                    found[index] = why
            cancelled.wait(_SEARCH_REST)
            return found

        self._background.run(search)

    def _looked(self, found: dict[int, Message]) -> None:
        if found:
            self.found.emit(found)
        self._start()

    def _failed(self, error: BaseException) -> None:
        self.fault.emit(described(error))


@dataclass(frozen=True)
class Judgement:
    """What a label was given to: ``hashes`` of reference and candidate, empty if not known."""

    index: int
    hashes: tuple[str, str]


def hashes_of(row: LabelRow) -> tuple[str, str]:
    """Return what the documents of *row* were when they were labelled."""
    return (row.reference_sha256, row.candidate_sha256)


def labelled(book: PairBook) -> list[Judgement]:
    """Return the pairs that have a label and the hashes of what it was given to."""
    return [
        Judgement(index, hashes_of(row))
        for index, row in enumerate(book.rows())
        if row is not None and row.label is not None and any(hashes_of(row))
    ]


def changed_among(
    wanted: Sequence[Judgement],
    pairs: Sequence[Pair],
    folder: Path,
    pause: Callable[[float], bool],
) -> list[Judgement]:
    """Return those of *wanted* of which a file is another one now.

    A file that cannot be read has not changed: that is told when its pair is opened. *pause*
    waits for some seconds and is true when the search is to end.
    """
    found = []
    for judged in wanted:
        if pause(_REST):
            break
        pair = pairs[judged.index]
        if pair.problem is None and any(
            then and isinstance(place, Path) and _hash(place) not in (then, None)
            for then, place in zip(judged.hashes, pair.sources(folder), strict=True)
        ):
            found.append(judged)
    return found


def _hash(path: Path) -> str | None:
    from ..documents.loading import read_bytes  # not needed before the window is there

    try:
        return hashlib.sha256(read_bytes(path)).hexdigest()
    except DocumentError:
        return None


class Freshness(QObject):
    """Looks through the labelled pairs of a list in the background, once after it was opened.

    ``changed`` carries what was found, a part of the list at a time; the pair may have been
    labelled again meanwhile.
    """

    changed = Signal(object)  # list[Judgement]
    fault = Signal(str)  # for the log

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._background = Background(self, self._found, self._failed)
        self._book: PairBook | None = None
        self._wanted: list[Judgement] | None = None
        self._next = 0

    def look(self, book: PairBook) -> None:
        """Look through *book* from now on; a list before it is forgotten."""
        self._book, self._wanted, self._next = book, None, 0
        self._start()

    def close(self, seconds: float = 0.0) -> None:
        """End the search; wait at most *seconds* for its thread."""
        self._book = None
        self._background.close(seconds)

    def _start(self) -> None:
        book, wanted = self._book, self._wanted
        if book is None:
            return
        first, self._next = self._next, self._next + _AT_ONCE

        def search(cancelled: threading.Event) -> tuple[list[Judgement], list[Judgement]]:
            if wanted is None and cancelled.wait(_FIRST):
                return [], []
            whole = labelled(book) if wanted is None else wanted
            part = whole[first : first + _AT_ONCE]
            folder = book.folder
            return whole, changed_among(part, book.pairs, folder, cancelled.wait)

        self._background.run(search)

    def _found(self, result: tuple[list[Judgement], list[Judgement]]) -> None:
        self._wanted, changed = result
        if changed:
            self.changed.emit(changed)
        if self._next < len(self._wanted):
            self._start()

    def _failed(self, error: BaseException) -> None:
        self.fault.emit(described(error))
