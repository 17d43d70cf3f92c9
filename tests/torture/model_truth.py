"""What must be true of the labels, whatever befell the store: decided, maybe decided, refused."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from gui.labels import Decision, LabelRow
from gui.labels.label_values import Key

Values = tuple[str, bool, str]  # label, flagged, note
NOTHING: Values = ("", False, "")
PARTS = {"label": 0, "flag": 1, "note": 2}


def values_of(row: LabelRow | None) -> Values:
    if row is None:
        return NOTHING
    return (row.label if row.label else "", row.flagged, row.note)


@dataclass(frozen=True)
class Attempt:
    """A decision that the store was making: the part of the row, its value, its journal line."""

    key: Key
    part: int
    value: object
    line: bytes

    @classmethod
    def of(cls, decision: Decision, line: bytes) -> Attempt:
        part = PARTS[decision.subject]
        return cls(decision.key, part, values_of(decision.after)[part], line)


@dataclass
class Truth:
    """For each part of each row what was acknowledged last, and what may stand there instead.

    ``open`` are decisions that were neither acknowledged nor refused, because the process died,
    or whose bytes could not be taken back: they may have come about or not.
    """

    known: dict[tuple[Key, int], object] = field(default_factory=dict)
    open: list[Attempt] = field(default_factory=list)
    ever: dict[tuple[Key, int], set[object]] = field(default_factory=dict)

    def acknowledge(self, attempt: Attempt) -> None:
        place = (attempt.key, attempt.part)
        self.known[place] = attempt.value
        self.ever.setdefault(place, set()).add(attempt.value)
        self.open = [other for other in self.open if (other.key, other.part) != place]

    def leave_open(self, attempt: Attempt) -> None:
        self.open.append(attempt)
        self.ever.setdefault((attempt.key, attempt.part), set()).add(attempt.value)

    def settle(self, key: Key, seen: Values, possible: Callable[[Attempt], bool]) -> None:
        """What the window shows as saved is acknowledged; what may still come back stays open."""
        for part, value in enumerate(seen):
            if any((a.key, a.part) == (key, part) for a in self.open):
                self.known[key, part] = value
        self.open = [a for a in self.open if a.key != key or possible(a)]

    def stands(self, attempt: Attempt) -> bool:
        """Return whether *attempt* is what must stand there, and nothing else may."""
        place = (attempt.key, attempt.part)
        unsure = any((other.key, other.part) == place for other in self.open)
        return not unsure and self.known[place] == attempt.value

    def allows(self, attempt: Attempt) -> bool:
        """Return whether the value of *attempt* may stand there for another reason."""
        place = (attempt.key, attempt.part)
        return attempt.value == self.known.get(place, NOTHING[attempt.part]) or any(
            (other.key, other.part, other.value) == (*place, attempt.value) for other in self.open
        )

    def rows(self) -> set[Key]:
        return {key for key, _ in self.known} | {attempt.key for attempt in self.open}

    def complaints(self, seen: Mapping[Key, Values], keys: Iterable[Key]) -> list[str]:
        """Say which rows of *seen* are not what they must be; *keys* are those that count."""
        found = []
        for key in keys:
            for part, value in enumerate(seen.get(key, NOTHING)):
                wanted = self.known.get((key, part), NOTHING[part])
                if value == wanted:
                    continue
                allowed = {a.value for a in self.open if (a.key, a.part) == (key, part)}
                if value not in allowed:
                    what = "lost" if wanted != NOTHING[part] else "not undone or refused"
                    found.append(f"{what}: {key} part {part} is {value!r}, not {wanted!r}")
        return found

    def strangers(self, seen: Mapping[Key, Values]) -> list[str]:
        """Say which rows nobody ever decided."""
        keys = {key for key, _ in self.ever}
        return [
            f"stranger: {key} is {values}"
            for key, values in seen.items()
            if key not in keys
            or any(
                value != NOTHING[part] and value not in self.ever.get((key, part), ())
                for part, value in enumerate(values)
            )
        ]


class Rows(NamedTuple):
    """A label file as the csv module reads it: its rows, its columns, and half rows in it."""

    whole: dict[Key, Values]
    columns: set[str]
    torn: set[Key]


_ZERO = "\ue000"  # in place of a zero, at which Python 3.10 gives the whole file up


def values_in(path: Path) -> Rows:
    """Read the label file; raises AssertionError where a row stands there twice."""
    if not path.exists() or not path.stat().st_size:
        return Rows({}, {"label", "flagged", "note"}, set())
    found: dict[Key, Values] = {}
    torn: set[Key] = set()
    with path.open(encoding="utf-8", newline="") as lines:
        head = lines.readline()
        lines.seek(0)
        whole = (line.replace("\0", _ZERO) for line in lines)
        for record in csv.DictReader(whole, delimiter=";" if ";" in head else ","):
            key = (record["pair_id"], record["annotator"])
            if None in record or None in record.values() or _ZERO in "".join(record.values()):
                torn.add((key[0] or "", key[1] or ""))
                continue
            assert key not in found, f"a row twice: {key}"
            note = record.get("note") or ""
            found[key] = (record["label"], record.get("flagged") == "1", note)
    return Rows(found, set(record_names(head)), torn)


def record_names(head: str) -> list[str]:
    return head.strip().replace(";", ",").split(",")
