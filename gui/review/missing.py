"""Finds the pairs of a list whose documents are not there, in the background."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, Signal

from ..labels import missing_document
from ..messages import Message
from .background import Background, described
from .pair_book import PairBook

_AT_ONCE = 200  # pairs after which the news is told
_REST = 0.005  # seconds between two parts: the window needs the interpreter too


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
        part, self._stretches[0] = whole[:_AT_ONCE], whole[_AT_ONCE:]

        def search(cancelled: threading.Event) -> dict[int, Message]:
            found = {}
            for index in part:
                if cancelled.is_set():
                    break
                pair = book.pairs[index]
                if pair.problem is None and (missing := missing_document(pair, book.folder)):
                    found[index] = missing
            cancelled.wait(_REST)
            return found

        self._background.run(search)

    def _looked(self, found: dict[int, Message]) -> None:
        if found:
            self.found.emit(found)
        self._start()

    def _failed(self, error: BaseException) -> None:
        self.fault.emit(described(error))
