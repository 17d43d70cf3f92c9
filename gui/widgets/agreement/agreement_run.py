"""One computation of agreement, in a process of its own; stale results are dropped."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from ...agreement import agreement_worker
from ...agreement.agreement_worker import Counted, StudyRequest, StudyStep
from ...process_pool import ProcessPool
from ...review.background import invoker


class AgreementRun(QObject):
    """Has the files of an order read and compared.

    Until the run is closed, *on_answer* is called in Qt's thread with each answer of the process,
    which may be a ``Fault`` or ``Lost``.
    """

    def __init__(
        self, parent: QObject, order: StudyRequest, on_answer: Callable[[object], None]
    ) -> None:
        """Begin."""
        super().__init__(parent)
        self._on_answer = on_answer
        self._closed = threading.Event()
        self._tasks = deque(StudyStep)
        self._invoker = invoker()
        self._pool = ProcessPool(agreement_worker.__name__, order, 1, self._take, self._done)

    def close(self) -> None:
        """Kill the process; nothing more is reported."""
        self._closed.set()
        self._tasks.clear()
        self._pool.close(0.0)
        self.deleteLater()

    # --- in the thread of the pool ------------------------------------------------------------

    def _take(self) -> StudyStep | None:
        return self._tasks.popleft() if self._tasks and not self._closed.is_set() else None

    def _done(self, _task: StudyStep, answer: object) -> None:
        if not isinstance(answer, Counted):  # there is no use in what would follow
            self._tasks.clear()
        self._invoker.invoke(self, partial(self._tell, answer))

    # --- in Qt's thread -----------------------------------------------------------------------

    def _tell(self, answer: object) -> None:
        if not self._closed.is_set():
            self._on_answer(answer)
