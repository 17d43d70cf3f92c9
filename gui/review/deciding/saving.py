"""Brings the label file up to date in a thread, so that a locked file never blocks the window."""

from __future__ import annotations

import math
import threading
import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ...documents import shown_name
from ...labels import SaveKind, SaveState
from ...messages import Message
from ...messages.about_labels import AboutLabels
from ...own_thread import OwnThread
from ..background import invoker

if TYPE_CHECKING:
    from ...labels import LabelStore

RETRIES = (1.0, 2.0, 3.0)  # seconds before another try; the last one is repeated
_SECOND_LOOK = 1.5  # seconds after which a file that was made is looked at once more


class LabelWriter(QObject):
    """Writes decisions from the journal into the label file, and retries until that succeeds.

    Every decision is in the journal before this is woken, so speed does not matter.
    ``state_changed`` says "saved" only if there was no newer request.
    """

    state_changed = Signal(object)  # SaveState
    edited_outside = Signal(object)  # OutsideEdit
    standing_changed = Signal(object, object)  # what LabelStore.standing returned before, and now
    ended = Signal()

    def __init__(self, store: LabelStore, parent: QObject) -> None:
        """Write the label file of *store*, which is thread-safe."""
        super().__init__(parent)
        self._store = store
        self._condition = threading.Condition()
        self._asked = 0  # how often something was to be written
        self._answered = 0  # up to which of them the outcome is known
        self._refused_after = 0  # how often it had been asked when a decision was refused
        self._failing = False
        self._look_wanted = False
        self._closing = False
        self._standing: tuple[Message, ...] | None = None
        self._invoker = invoker()
        self._thread = OwnThread(self._run, "copydesk-label-writer")
        self._thread.start()

    @property
    def busy(self) -> bool:
        """True while the label file is known to lack something."""
        return self._failing or self._answered < self._asked

    def wake(self) -> None:
        """Write what is new, or try again."""
        with self._condition:
            self._asked += 1
            self._condition.notify()

    def decision_refused(self) -> None:
        """Suppress a "saved" from before a decision was refused.

        It would remove the message about the refusal from the screen.
        """
        self._refused_after = self._asked

    def look(self) -> None:
        """Check whether another program changed the label file."""
        with self._condition:
            self._look_wanted = True
            self._condition.notify()

    def end(self) -> None:
        """Write once more and end, without waiting for it; ``ended`` follows.

        What could not be written is in the journal and comes into the file at the next start.
        """
        with self._condition:
            self._closing = True
            self._condition.notify()

    def close(self, seconds: float) -> bool:
        """Write once more and end; False where that took longer than *seconds*."""
        self.end()
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        failures = answered = 0
        # A file that is removed as soon as it was made looks to a watch as if it had never been.
        look_at = math.inf
        self._tell_of_standing()
        while True:
            with self._condition:
                wait = RETRIES[min(failures, len(RETRIES)) - 1] if failures else math.inf
                wait = min(wait, max(0.0, look_at - time.monotonic()))
                self._condition.wait_for(
                    lambda known=answered: (  # type: ignore[misc]
                        self._asked > known or self._look_wanted or self._closing
                    ),
                    wait if wait < math.inf else None,
                )
                write = self._asked > answered or failures > 0
                asked, closing = self._asked, self._closing
                look = self._look_wanted or time.monotonic() >= look_at
                self._look_wanted = False
            if look and not closing:
                self._look()
                self._foretell()
                if time.monotonic() >= look_at:
                    look_at = math.inf
            had_file = self._store.has_file
            if write or look:
                failures = failures + 1 if not self._project(asked) else 0
                answered = asked
                if self._store.has_file and not had_file:
                    look_at = time.monotonic() + _SECOND_LOOK
            if self._store.has_news:  # met with while writing
                self._look()
            self._tell_of_standing()
            if closing:
                self._invoker.invoke(self, lambda: self.ended.emit())
                return

    def _project(self, asked: int) -> bool:
        try:
            state = self._store.project()
        except Exception as error:  # of ours, or for want of memory; whatever it is, go on
            _report_fault(error)
            clause = Message(
                AboutLabels.NOT_WRITTEN,
                name=shown_name(self._store.path.name),
                why=type(error).__name__,
            )
            state = SaveState(
                SaveKind.JOURNAL,
                Message(AboutLabels.KEPT_IN_JOURNAL, clause=clause),
            )
        self._invoker.invoke(self, partial(self._take, asked, state))
        return state.kind is SaveKind.SAVED

    def _foretell(self) -> None:
        """Announce that the label file is damaged or gone before it is written again.

        Writing may take a while, or fail, and "saved" must not be shown meanwhile.
        """
        state = self._store.state
        if state.kind in (SaveKind.JOURNAL, SaveKind.READONLY):
            self._invoker.invoke(self, lambda: self.state_changed.emit(state))

    def _look(self) -> None:
        try:
            edit = self._store.look_outside(self._foretell)
        except Exception as error:  # as above; the next look may be better
            _report_fault(error)
            return
        if edit is not None:
            self._invoker.invoke(self, lambda: self.edited_outside.emit(edit))

    def _tell_of_standing(self) -> None:
        """Announce that oddities of the file were repaired or appeared, for the window's banner."""
        try:
            before, self._standing = self._standing, self._store.standing()
        except Exception as error:  # as above
            _report_fault(error)
            return
        now = self._standing
        if before is not None and now != before:
            self._invoker.invoke(self, lambda: self.standing_changed.emit(before, now))

    def _take(self, asked: int, state: SaveState) -> None:
        self._answered = asked
        self._failing = state.kind is not SaveKind.SAVED
        if state.kind in (SaveKind.JOURNAL, SaveKind.READONLY):
            self._refused_after = 0  # a refusal stands on the screen no longer
        if self._failing or (asked == self._asked and asked > self._refused_after):
            self.state_changed.emit(state)  # else another answer follows, or a refusal stands


def _report_fault(error: Exception) -> None:
    """Report *error* like one that ended the thread."""
    thread = threading.current_thread()
    about = (type(error), error, error.__traceback__, thread)
    threading.excepthook(threading.ExceptHookArgs(about))
