"""What the reviewer decides, from the key to the store, with how long it took."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ..labels import Decision, JournalError, Judged, Label, Pair, SaveState
from .attention import AttentionClock
from .saving import LabelWriter

if TYPE_CHECKING:
    from ..labels import LabelStore


class Decisions(QObject):
    """Labels, flags and notes of one sitting on one label file.

    A decision counts once it is in the journal; ``refused`` says why one could not be put
    there, and the caller must not move on then.
    """

    changed = Signal(str)  # pair id
    refused = Signal(str)  # one sentence
    state_changed = Signal(object)  # SaveState, from the writing thread
    edited_outside = Signal(object)  # OutsideEdit, from the writing thread

    def __init__(
        self, store: LabelStore, parent: QObject, now: Callable[[], float] = time.monotonic
    ) -> None:
        """Decide on *store*; *now* gives seconds that never go back."""
        super().__init__(parent)
        self.store = store
        self.clock = AttentionClock(now)
        self._unbooked: defaultdict[str, float] = defaultdict(float)  # pair id → seconds
        self._sitting = 0  # decisions of this sitting that can be undone
        self._paces: list[float] = []
        self._writer = LabelWriter(store, self)
        self._writer.state_changed.connect(self.state_changed)
        self._writer.edited_outside.connect(self.edited_outside)

    @property
    def decided_in_sitting(self) -> int:
        """How many decisions of this sitting an undo would find."""
        return self._sitting

    def label(self, pair: Pair, label: Label, judged: Judged) -> bool:
        """Label *pair*; False where that is not even in the journal."""
        seconds = self._unbooked[pair.id] + self.clock.seconds()
        done = self._decide(pair, judged, lambda kept: self.store.label(pair, label, kept))
        if done:
            self._paces.append(seconds)
        return done

    def flag(self, pair: Pair, on: bool, judged: Judged) -> bool:
        """Flag *pair* or take the flag off."""
        return self._decide(pair, judged, lambda kept: self.store.flag(pair, on, kept))

    def note(self, pair: Pair, text: str, judged: Judged) -> bool:
        """Keep *text* as the note of *pair*."""
        return self._decide(pair, judged, lambda kept: self.store.note(pair, text, kept))

    def undo(self) -> Decision | None:
        """Take back the last decision; None where there is none, or it could not be kept."""
        return self._walk(self.store.undo, -1)

    def redo(self) -> Decision | None:
        """Bring back the decision that was undone last."""
        return self._walk(self.store.redo, 1)

    def leave(self, pair: Pair) -> None:
        """The reviewer goes to another pair: remember the time that no decision took."""
        self._unbooked[pair.id] += self.clock.take()

    def pace(self) -> float | None:
        """The median of the seconds that this sitting's labels took; None before the first."""
        if not self._paces:
            return None
        recent = sorted(self._paces[-200:])
        middle = len(recent) // 2
        return recent[middle] if len(recent) % 2 else (recent[middle - 1] + recent[middle]) / 2

    def state(self) -> SaveState:
        """Where the decisions are now."""
        return self.store.state

    def retry(self) -> None:
        """Try now to bring the label file up to date."""
        self._writer.wake()

    def look_outside(self) -> None:
        """The label file may have been changed by another program."""
        self._writer.look()

    def close(self) -> None:
        """Write what there is and end the writing thread."""
        if self._writer.close():
            self.store.close()

    def _decide(
        self, pair: Pair, judged: Judged, keep: Callable[[Judged], Decision | None]
    ) -> bool:
        seconds = self._unbooked[pair.id] + self.clock.seconds()
        try:
            decision = keep(judged._replace(lead_time=seconds))
        except JournalError as error:
            self.refused.emit(str(error))
            return False
        if decision is None:  # nothing changes by it
            return True
        self._unbooked.pop(pair.id, None)
        self.clock.restart()
        self._sitting += 1
        self._writer.wake()
        self.changed.emit(pair.id)
        return True

    def _walk(self, step: Callable[[], Decision | None], by: int) -> Decision | None:
        try:
            decision = step()
        except JournalError as error:
            self.refused.emit(str(error))
            return None
        if decision is not None:
            self._sitting = max(0, self._sitting + by)
            self._writer.wake()
            self.changed.emit(decision.pair_id)
        return decision
