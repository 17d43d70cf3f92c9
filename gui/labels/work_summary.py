"""Sums up an annotator's work on a list: labels, attention, flags, and changes of mind.

It is counted from the journal, in a thread and without Qt; the window only shows it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timezone
from types import MappingProxyType
from typing import NamedTuple

from .file.csv_format import utc_stamp
from .journal.journal_entries import Entry, Glimpse
from .label_values import LabelRow
from .store import LabelStore

_SOME = 1_000  # decisions or rows between two looks whether the answer is still wanted


class Done(NamedTuple):
    """The work in a period, without what was undone since.

    ``labels`` counts pairs by their label. Of their lead times, seconds of attention in that
    span, ``median`` is the middle one, None without any, and ``seconds`` the sum, with that of
    pairs that have a flag or note only. ``changed`` counts pairs on which the annotator
    disagreed with themselves: they gave one label and later another. What was undone does not
    count.
    """

    labels: Mapping[str, int] = MappingProxyType({})
    median: float | None = None
    seconds: float = 0.0
    flagged: int = 0
    changed: int = 0

    @property
    def labelled(self) -> int:
        """The number of pairs with any label."""
        return sum(self.labels.values())


class WorkSummary(NamedTuple):
    """What was done in this sitting, today, and altogether."""

    sitting: Done
    today: Done
    everything: Done


def midnight(now: datetime | None = None) -> str:
    """Return the beginning of the reviewer's day, in UTC in the format of the journal."""
    here = (now or datetime.now(timezone.utc)).astimezone()
    began = here.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None).astimezone()
    return utc_stamp(began.astimezone(timezone.utc))


def summarize(
    store: LabelStore,
    listed: Callable[[str], bool],
    sitting: Collection[int],
    today: str,
    cancelled: Callable[[], bool] = lambda: False,
) -> WorkSummary | None:
    """Sum up what the annotator of *store* did with the pairs of a list; asks the disk.

    *listed* tells which pairs those are, by their ids. *sitting* has the numbers of this
    sitting's decisions; *today* is as ``midnight`` says. None where *cancelled*. Raises OSError
    where the journal cannot be read.
    """
    walk = _Walk(sitting, today)
    for number, entry in enumerate(store.decisions(walk.wants)):
        if number % _SOME == 0 and cancelled():
            return None
        if listed(entry.key[0]):
            walk.take(entry)
    spans = walk.spans()
    total = _Total()
    for number, ((pair_id, _), row) in enumerate(store.rows().items()):
        if number % _SOME == 0 and cancelled():
            return None
        if listed(pair_id):
            total.add(row, row.lead_time, bool(row.label), row.flagged, pair_id in walk.changed)
            for name, span in spans.items():
                span.add_to(walk.totals[name], pair_id, row)
    walk.forget()
    return WorkSummary(walk.totals["sitting"].done(), walk.totals["today"].done(), total.done())


class _Total:
    """Adds rows up; lead times are counted by tenths of a second, of which there are not many."""

    def __init__(self) -> None:
        self._labels: Counter[str] = Counter()
        self._tenths: Counter[int] = Counter()
        self._seconds = 0.0
        self._flagged = self._changed = 0

    def add(
        self, row: LabelRow, seconds: float, labelled: bool, flagged: bool, changed: bool
    ) -> None:
        """Add a pair whose row is *row*."""
        self._seconds += seconds
        self._flagged += flagged
        self._changed += changed
        if labelled and row.label:
            self._labels[row.label] += 1
            self._tenths[round(seconds * 10)] += 1

    def done(self) -> Done:
        """Return the sums."""
        return Done(dict(self._labels), self._median(), self._seconds, self._flagged, self._changed)

    def _median(self) -> float | None:
        count = sum(self._tenths.values())
        if not count:
            return None
        passed, lower = 0, None
        for tenths in sorted(self._tenths):
            passed += self._tenths[tenths]
            if lower is None and passed * 2 >= count:
                lower = tenths
            if passed * 2 > count and lower is not None:
                return (lower + tenths) / 20
        return None


# What is remembered of a decision, in one number: an object for each would have to be looked at by
# the garbage collector, which makes the window wait.
_LABEL, _FLAG, _CHANGED = 1, 2, 4
_KINDS = MappingProxyType({"label": _LABEL, "flag": _FLAG})
_SPANS = MappingProxyType({"sitting": 8, "today": 16})


@dataclass
class _Span:
    """What was decided in a span of time, and the attention that pairs took in it."""

    labelled: set[str] = field(default_factory=set)
    flagged: set[str] = field(default_factory=set)
    changed: set[str] = field(default_factory=set)
    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))

    def add_to(self, total: _Total, pair_id: str, row: LabelRow) -> None:
        """Add a pair, whose row is *row* now, to *total*, if anything was decided about it."""
        if pair_id in self.seconds:
            total.add(
                row,
                self.seconds[pair_id],
                pair_id in self.labelled,
                row.flagged and pair_id in self.flagged,
                pair_id in self.changed,
            )


class _Walk:
    """Goes through the decisions once.

    Of those before today only the changes of mind are kept, so that many years take no room.
    """

    def __init__(self, sitting: Collection[int], today: str) -> None:
        self._sitting = sitting
        self._today = today
        self._made: dict[int, int] = {}
        self._undone: dict[int, int] = {}
        self._pairs: dict[int, str] = {}  # what those are about
        self._spans = {"sitting": _Span(), "today": _Span()}
        self._lead_times: dict[str, float] = {}  # of rows that were undone today
        self.totals = {name: _Total() for name in self._spans}
        self.changed: set[str] = set()

    def wants(self, seen: Glimpse) -> bool:
        """Tell whether a decision can matter; most of those before today cannot."""
        if seen.at >= self._today or seen.sequence in self._sitting:
            return True
        return seen.what == "label" and not seen.brings

    def take(self, entry: Entry) -> None:
        """Take in the next decision."""
        spans = self._spans_of(entry)
        if entry.what in ("undo", "redo"):
            source, target = self._made, self._undone
            if entry.what == "redo":
                source, target = target, source
            made = source.pop(entry.of or 0, None)
            if made is not None:
                target[entry.of or 0] = made
            if spans and entry.takes_away:
                before = entry.decision().before
                self._lead_times[entry.key[0]] = before.lead_time if before is not None else 0.0
            return
        if not spans and (entry.what != "label" or entry.brings):
            return
        decision = entry.decision()
        before, after = decision.before, decision.after
        labels = [row.label if row is not None else None for row in (before, after)]
        changed = entry.what == "label" and None not in labels and labels[0] != labels[1]
        if spans or changed:
            kind = _KINDS.get(entry.what, 0) | (_CHANGED if changed else 0)
            self._made[entry.sequence] = kind | sum(_SPANS[name] for name in spans)
            self._pairs[entry.sequence] = decision.pair_id
        known = before.lead_time if before else self._lead_times.get(decision.pair_id, 0.0)
        took = after.lead_time - known if after is not None else 0.0
        for name in spans:
            self._spans[name].seconds[decision.pair_id] += max(0.0, took)

    def spans(self) -> Mapping[str, _Span]:
        """Return what stands of the decisions, by span; ``changed`` has those of all times."""
        for number, made in self._made.items():
            pair_id = self._pairs[number]
            if made & _CHANGED:
                self.changed.add(pair_id)
            for name, bit in _SPANS.items():
                if not made & bit:
                    continue
                span = self._spans[name]
                for kind, found in (
                    (_LABEL, span.labelled),
                    (_FLAG, span.flagged),
                    (_CHANGED, span.changed),
                ):
                    if made & kind:
                        found.add(pair_id)
        return self._spans

    def forget(self) -> None:
        """Let go of everything, a part at a time: nothing else happens while one is let go."""
        for span in self._spans.values():
            for part in (span.labelled, span.flagged, span.changed, span.seconds):
                part.clear()
        for rest in (self._made, self._undone, self._pairs, self._lead_times, self.changed):
            rest.clear()

    def _spans_of(self, entry: Entry) -> tuple[str, ...]:
        found = ["sitting"] if entry.sequence in self._sitting else []
        if str(entry.about["at"]) >= self._today:
            found.append("today")
        return tuple(found)
