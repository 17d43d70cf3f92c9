"""The search for pairs among loose articles, run for the window in a process of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from subprocess import Popen

from PySide6.QtCore import QObject

from ...find import search_process
from ...find.search_process import ListWritten, SearchRefused, SearchRequest
from ...labels.pairs.article_addresses import absolute
from ...messages import Message
from ...messages.about_find import AboutFind
from ...own_process import end_process, read_frame, start_process, write_frame
from ..background import invoker
from .opening import list_places
from .wanted import Places, Wanted


def order_for(wanted: Wanted, places: Places) -> SearchRequest:
    """Return what the process is asked: to search the folder or file of *wanted*.

    Where *wanted* names an encoding, that is the encoding of a file of articles.
    """
    source = wanted.paths[0]
    text, id = wanted.article_columns or ("", "")
    lists = tuple(map(str, list_places(source, places.data)))
    order = SearchRequest(absolute(source), lists, str(places.state), wanted.encoding)
    return order._replace(text=text or None, id=id or None)


class SearchRun(QObject):
    """One search. *on_answer* is called in Qt's thread with each ``SearchStage``.

    The last call carries a ``ListWritten`` or a ``SearchRefused``; none follows once the run is
    closed.
    """

    def __init__(
        self,
        parent: QObject,
        order: Callable[[], SearchRequest],
        on_answer: Callable[[object], None],
    ) -> None:
        """Begin the search; *order* is called in a thread, because it may ask the disk."""
        super().__init__(parent)
        self._on_answer = on_answer
        self._order = order
        self._closed = threading.Event()
        self._changing = threading.Lock()
        self._process: Popen[bytes] | None = None
        self._invoker = invoker()
        threading.Thread(target=self._run, name="copydesk-search", daemon=True).start()

    def close(self) -> None:
        """Kill the process, whatever it is doing; its own workers end with it."""
        with self._changing:
            self._closed.set()
            if self._process is not None:
                self._process.kill()
        self.deleteLater()

    # --- in a thread --------------------------------------------------------------------------

    def _run(self) -> None:
        answer: object = None
        try:
            with self._changing:
                if self._closed.is_set():
                    return
                process = self._process = start_process(search_process.__name__)
            try:
                assert process.stdin is not None
                assert process.stdout is not None
                write_frame(process.stdin, self._order())
                while not isinstance(answer, (ListWritten, SearchRefused)):
                    answer = read_frame(process.stdout)
                    self._tell(answer)
            finally:
                end_process(process)
        except (OSError, EOFError):
            self._tell(SearchRefused(Message(AboutFind.ENDED)))

    def _tell(self, answer: object) -> None:
        if not self._closed.is_set():
            self._invoker.invoke(self, partial(self._take, answer))

    # --- in Qt's thread -----------------------------------------------------------------------

    def _take(self, answer: object) -> None:
        if not self._closed.is_set():
            self._on_answer(answer)
