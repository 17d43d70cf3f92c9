"""The reviewer's decisions on their way to the store, with the attention that they took.

Nothing here waits for the disk. A decision is handed to a thread, which puts one after another into
the journal; the answer comes back as ``kept`` or ``refused``, usually within a millisecond.
`AttentionClock` measures how long the reviewer actually looked at a pair.
"""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Reversible
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from ...labels import Answer, Decision, DecisionContext, JournalError, Pair
from ..background import InOrder
from .saving import LabelWriter

if TYPE_CHECKING:
    from ...labels import LabelStore


PATIENCE = 150
"""Milliseconds that a decision may take before the window says that it is being saved."""

_MOST_KEYS = 2  # decisions by key on their way at a time: one being kept and one behind it
_WALKS = ("undo", "redo")
_PACED = 200  # pairs, the latest, that tell how long one takes


class Asked(NamedTuple):
    """A decision on its way to the disk.

    ``what`` is label, flag, note, undo or redo, ``value`` the label, the flag or the note, and
    ``seconds`` the attention that it took.
    """

    what: str
    pair: Pair | None = None
    value: bool | str | None = None
    seconds: float = 0.0

    def repeats(self, other: Asked) -> bool:
        """Return whether *other* is the same decision about the same pair.

        A note is never one: its text may have been replaced since it was handed in.
        """
        if self.pair is None or other.pair is None or self.what == "note":
            return False
        return (self.what, self.pair.id, self.value) == (other.what, other.pair.id, other.value)


class Decisions(QObject):
    """Labels, flags and notes of one sitting on one label file.

    A decision counts once it is in the journal: then ``kept`` is emitted. ``refused`` carries
    why one could not be written; the decisions behind it, which relied on it, are dropped too,
    and ``not_kept`` names each of them.

    A key pressed while a decision is still being kept concerns the pair that is on the screen,
    which is that decision's own: the window moves on only afterwards, and nobody labels a pair
    that they have not seen. So the same key again changes nothing, a flag joins the label, an
    undo takes it back. Another label corrects it, but only once ``takes_long`` has said that it is
    being saved: one that comes sooner was struck by mistake, or was meant for the next pair. Only
    one may wait; and behind an undo or redo, which will bring up a pair that is not on the screen
    yet, only another one.
    """

    changed = Signal(str)  # pair id
    kept = Signal(object, object)  # Asked; Decision, or None where nothing changed by it
    refused = Signal(object)  # Message
    not_kept = Signal(object)  # Asked
    takes_long = Signal()  # something is on its way for longer than PATIENCE
    state_changed = Signal(object)  # SaveState
    edited_outside = Signal(object)  # OutsideEdit
    standing_changed = Signal(object, object)  # tuples of messages: before, and now
    ended = Signal()  # see end

    def __init__(
        self, store: LabelStore, parent: QObject, now: Callable[[], float] = time.monotonic
    ) -> None:
        """Keep decisions in *store*; *now* returns seconds that never go back."""
        super().__init__(parent)
        self.store = store
        self.clock = AttentionClock(now)
        self._unbooked: defaultdict[str, float] = defaultdict(float)  # pair id → seconds
        self._sitting = 0  # decisions of this sitting that can be undone
        self.numbers: set[int] = set()  # of this sitting's decisions in the journal
        self._lead_times: dict[str, float] = {}  # of the pairs labelled in this sitting
        self._on_their_way: list[Asked] = []
        self._trouble: BaseException | None = None  # refuses what was handed in behind it, too
        self._notes: dict[str, str] = {}  # pair id → the latest text that waits for the thread
        self._draft: tuple[Pair, str, DecisionContext] | None = None  # the latest, as above
        self._notes_lock = threading.Lock()
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._say_it_takes_long)
        self._known_to_wait = False  # the reviewer has been told that something is on its way
        self._keeper = InOrder(self, "copydesk-decisions")
        self._writer = LabelWriter(store, self)
        self._writer.state_changed.connect(self.state_changed)
        self._writer.edited_outside.connect(self.edited_outside)
        self._writer.standing_changed.connect(self.standing_changed)
        self._writer.ended.connect(self.ended)

    @property
    def decided_in_sitting(self) -> int:
        """The number of decisions of this sitting that can be undone."""
        return self._sitting + sum(asked.what not in _WALKS for asked in self._on_their_way)

    @property
    def waiting(self) -> bool:
        """True while a decision is on its way to the journal."""
        return bool(self._on_their_way)

    @property
    def busy(self) -> bool:
        """True while anything is on its way to the journal or from there to the label file."""
        return self.waiting or self._writer.busy

    def has_note(self, pair_id: str) -> bool:
        """True while a note on the pair with this id is on its way to the journal."""
        return any(
            asked.what == "note" and asked.pair is not None and asked.pair.id == pair_id
            for asked in self._on_their_way
        )

    def label(self, pair: Pair, label: str, context: DecisionContext) -> bool:
        """Label *pair*; False where so much is on its way that this is not taken."""
        return self._decide(
            Asked("label", pair, label), context, partial(self.store.label, pair, label)
        )

    def flag(self, pair: Pair, on: bool, context: DecisionContext) -> bool:
        """Flag *pair* or take the flag off; False where this is not taken."""
        return self._decide(Asked("flag", pair, on), context, partial(self.store.flag, pair, on))

    def note(self, pair: Pair, text: str, context: DecisionContext) -> None:
        """Keep *text* as the note of *pair*; one that still waits is replaced by it."""
        with self._notes_lock:
            waits = pair.id in self._notes
            self._notes[pair.id] = text
            self._draft = None  # it was a beginning of this
        if not waits:
            self._decide(Asked("note", pair, text), context, partial(self._keep_note, pair))

    def draft(self, pair: Pair, text: str, context: DecisionContext) -> None:
        """Keep *text*, a note on *pair* that is still being typed, in case the window dies.

        No decision waits for it, and a failure is not reported: the note that follows shows whether
        the disk can be written.
        """
        with self._notes_lock:
            waits = self._draft is not None
            self._draft = (pair, text, context)
        if not waits:
            self._keeper.run(self._keep_draft, self._draft_kept)

    def fill_in(self, pair_id: str, context: DecisionContext) -> None:
        """Fill in the similarities of a pair that was labelled before they were known.

        As with a draft, no decision waits for it, and a failure is not reported.
        """
        self._keeper.run(partial(self.store.fill_in, pair_id, context), self._filled_in)

    def undo(self) -> bool:
        """Take back the last decision; False where this is not taken."""
        return self._ask(Asked("undo"), self.store.undo)

    def redo(self) -> bool:
        """Bring back the decision that was undone last; False where this is not taken."""
        return self._ask(Asked("redo"), self.store.redo)

    def sign(self) -> None:
        """Note that the reviewer did something."""
        self.clock.sign()

    def set_attended(self, attended: bool) -> None:
        """Let attention count only while the window is active, *attended*."""
        if attended:
            self.clock.resume()
        else:
            self.clock.pause()

    def leave(self, pair: Pair) -> None:
        """Remember the time that no decision took, because the reviewer goes to another pair."""
        self._unbooked[pair.id] += self.clock.take()

    def pace(self) -> float | None:
        """The median of the seconds of attention that pairs took which now have a label.

        It is about those labelled last in this sitting; None where there are none. What a pair
        took is its row's lead time, with the notes and flags that came before its label.
        """
        return pace_of(self._lead_times.values())

    def retry(self) -> None:
        """Try again now to write the label file."""
        self._writer.wake()

    def answer(self, answer: Answer) -> None:
        """Set what an accident to the label file was; the file is written accordingly."""
        self.store.answer(answer)
        self._writer.wake()

    def look_outside(self) -> None:
        """Check whether another program changed the label file."""
        self._writer.look()

    def end(self) -> None:
        """Write what there is and end the threads, without waiting; ``ended`` follows."""
        self._keeper.close(0.0)
        self._writer.end()

    def close(self, seconds: float = 1.5) -> None:
        """Write what there is and end the threads; wait for each at most *seconds*."""
        self._patience.stop()
        kept = self._keeper.close(seconds)
        if self._writer.close(seconds) and kept:
            self.store.close()

    def _decide(
        self,
        asked: Asked,
        context: DecisionContext,
        keep: Callable[[DecisionContext], Decision | None],
    ) -> bool:
        pair_id = asked.pair.id if asked.pair is not None else ""
        seconds = self._unbooked[pair_id] + self.clock.seconds()
        asked = asked._replace(seconds=seconds)
        if not self._ask(asked, partial(keep, context._replace(lead_time=seconds))):
            return False
        if self._on_their_way[-1] is asked:  # and no repetition of one before it
            self._unbooked.pop(pair_id, None)
            self.clock.restart()
        return True

    def _keep_note(self, pair: Pair, context: DecisionContext) -> Decision | None:
        """Store the latest note on *pair*; called in the thread."""
        with self._notes_lock:
            text = self._notes.pop(pair.id)
        return self.store.note(pair, text, context)

    def _keep_draft(self) -> None:
        """Store the latest draft, unless its note overtook it; called in the thread."""
        with self._notes_lock:
            draft, self._draft = self._draft, None
        if draft is not None:
            self.store.draft(*draft)

    def _filled_in(self, done: bool | None, error: BaseException | None) -> None:
        if error is not None:
            raise error
        if done:
            self._writer.wake()

    def _draft_kept(self, _nothing: None, error: BaseException | None) -> None:
        if error is not None and not isinstance(error, OSError):
            raise error

    def _ask(self, asked: Asked, keep: Callable[[], Decision | None]) -> bool:
        """Hand *asked* to the thread; False where there is no room for it."""
        if self._on_their_way and asked.repeats(self._on_their_way[-1]):
            return True
        if not self._has_room(asked.what):
            return False

        def run() -> Decision | None:
            if self._trouble is not None:
                raise self._trouble
            try:
                return keep()
            except BaseException as error:
                self._trouble = error
                raise

        self._on_their_way.append(asked)
        if not self._patience.isActive():
            self._patience.start()
        self._keeper.run(run, self._answered)
        return True

    def _say_it_takes_long(self) -> None:
        self._known_to_wait = True
        self.takes_long.emit()

    def _has_room(self, what: str) -> bool:
        if what == "note":  # words are never refused; see note for how few wait
            return True
        keys = [asked.what for asked in self._on_their_way if asked.what != "note"]
        if keys and keys[-1] in _WALKS and what not in _WALKS:
            return False
        if what == "label" and "label" in keys and not self._known_to_wait:
            return False
        return len(keys) < _MOST_KEYS

    def _answered(self, decision: Decision | None, error: BaseException | None) -> None:
        """The oldest of what was handed in is kept, or was refused."""
        asked = self._on_their_way.pop(0)
        self._patience.stop()
        if self._on_their_way:
            self._patience.start()
        else:
            self._known_to_wait = False
        if error is not None:
            self._refuse(asked, error)
            return
        if decision is None:
            self._give_back(asked)
        else:
            self._book(asked, decision)
        self._writer.wake()  # also where nothing changed: its answer says where things stand
        if decision is not None:
            self.changed.emit(decision.pair_id)
        self.kept.emit(asked, decision)

    def _book(self, asked: Asked, decision: Decision) -> None:
        if asked.what in _WALKS:
            self._sitting = max(0, self._sitting + (1 if asked.what == "redo" else -1))
        else:
            self._sitting += 1
        self.numbers.add(decision.sequence)
        self._note_lead_time(decision)

    def _note_lead_time(self, decision: Decision) -> None:
        """Remember how long the pair took, while it has a label that was decided here."""
        pair_id, row = decision.pair_id, decision.after
        was_there = self._lead_times.pop(pair_id, None) is not None
        labelled_here = decision.subject == "label" and decision.what != "undo"
        if row is not None and row.label is not None and (was_there or labelled_here):
            self._lead_times[pair_id] = row.lead_time

    def _refuse(self, asked: Asked, error: BaseException) -> None:
        self._give_back(asked)
        if asked.what == "note" and asked.pair is not None:
            with self._notes_lock:
                self._notes.pop(asked.pair.id, None)
        if not self._on_their_way:
            self._trouble = None
        self.not_kept.emit(asked)
        if not isinstance(error, JournalError):
            raise error
        self._writer.decision_refused()
        self.refused.emit(error.message)

    def _give_back(self, asked: Asked) -> None:
        """Keep the seconds of *asked*, which was not kept, for the pair's next decision."""
        if asked.pair is not None:
            self._unbooked[asked.pair.id] += asked.seconds


def pace_of(lead_times: Reversible[float]) -> float | None:
    """Return the median of the latest of *lead_times*, oldest first; None if there are none.

    >>> pace_of([10.0, 50.0, 20.0, 40.0])
    30.0
    """
    latest = sorted(islice(reversed(lead_times), _PACED))
    middle = len(latest) // 2
    if not latest:
        return None
    return latest[middle] if len(latest) % 2 else (latest[middle - 1] + latest[middle]) / 2


IDLE_LIMIT = 60.0
"""Seconds without a sign of the reviewer after which time no longer counts."""


class AttentionClock:
    """Measures the seconds of attention to one pair during one visit.

    Time runs while the window is active; of a stretch in which the reviewer gives no sign
    (no key, no mouse, no scrolling) only the first minute counts.

    Signs at 0 s and 10 s, then none until 100 s: 10 + 60 = 70 seconds.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        """*now* gives seconds that never go back, such as ``time.monotonic``."""
        self._now = now
        self._counted = 0.0
        self._last_sign: float | None = None  # None: paused

    def seconds(self) -> float:
        """Seconds of attention so far."""
        return self._counted + self._since_sign()

    def sign(self) -> None:
        """Note that the reviewer did something; without effect while paused."""
        if self._last_sign is not None:
            self._counted += self._since_sign()
            self._last_sign = self._now()

    def resume(self) -> None:
        """The window became active."""
        if self._last_sign is None:
            self._last_sign = self._now()

    def pause(self) -> None:
        """The window is no longer active."""
        self._counted += self._since_sign()
        self._last_sign = None

    def restart(self) -> None:
        """Begin another visit: count from zero, running or paused as before."""
        self._counted = 0.0
        if self._last_sign is not None:
            self._last_sign = self._now()

    def take(self) -> float:
        """Return the seconds of attention so far, and begin another visit."""
        seconds = self.seconds()
        self.restart()
        return seconds

    def _since_sign(self) -> float:
        if self._last_sign is None:
            return 0.0
        return min(max(0.0, self._now() - self._last_sign), IDLE_LIMIT)
