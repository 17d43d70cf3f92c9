"""The oracle: what the window showed as saved is there afterwards, and nothing else is.

A row counts as *shown as saved* from the moment on when the list of pairs shows it and either
the save sign says "saved" or "kept in the recovery journal", or the window moved on to another
pair. What was wanted or shown after that - a key on its way when the process was killed, a
decision that the window refused - may be there or not.
"""

from __future__ import annotations

import csv
from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

SAFE = frozenset(("saved", "journal", "readonly"))
"""What the save sign shows where the decisions are on the disk."""


class Key(NamedTuple):
    """Whose label of which pair in which file."""

    file: str
    by: str
    id: str


class Row(NamedTuple):
    """What a reviewer decided about a pair."""

    label: str = ""
    flagged: bool = False
    note: str = ""


EMPTY = Row()


class Wishes:
    """What keys were pressed for, part by part of one row."""

    def __init__(self) -> None:
        self._parts: tuple[set[object], set[object], set[object]] = (set(), set(), set())

    def add(self, now: Row, rows: Sequence[Row]) -> None:
        """Take down that one of *rows* is wanted where *now* is shown."""
        labels, flags, notes = self._parts
        if any(row.note != now.note for row in rows):
            notes.clear()  # a note is wanted anew; it may stop anywhere
        notes |= {row.note for row in rows if row.note != now.note}
        labels |= {row.label for row in rows if row.label != now.label}
        flags |= {row.flagged for row in rows if row.flagged != now.flagged}

    def fulfil(self, before: Row, row: Row) -> None:
        """Take down that *row* is shown: what it changed is no longer on its way."""
        for part, wanted in enumerate(self._parts[:2]):
            if row[part] != before[part]:
                wanted.clear()

    def allow(self, row: Row, *there: Row) -> bool:
        """Tell whether *row* comes of what was *there* and of what was wanted."""
        return all(
            row[part] in wanted or row[part] in {each[part] for each in there}
            for part, wanted in enumerate(self._parts)
        )


class Ledger:
    """Keeps what windows showed as saved, over any number of sittings and restarts.

    Only what somebody wanted counts: a row that changes in the window by itself, as after an edit
    from outside, changes nothing here. Where nobody tells what was wanted, *trusting* takes
    whatever a window shows.
    """

    def __init__(self, trusting: bool = False) -> None:
        self.safe: dict[Key, Row] = {}
        self.acknowledged = 0  # how often a row came to be shown as saved
        self._trusting = trusting
        self._shown: dict[Key, Row] = {}  # not yet as saved
        self._wanted: defaultdict[Key, Wishes] = defaultdict(Wishes)
        self._tolerated: defaultdict[Key, set[Row]] = defaultdict(set)
        self._ever: defaultdict[Key, set[Row]] = defaultdict(set)
        self._walks = 0  # undos and redos that are on their way
        self._sign = ""
        self._story: deque[tuple[Key | None, str]] = deque(maxlen=400)

    def opened(self) -> None:
        """Another window is about to be opened."""
        self._sign = ""
        self._story.append((None, "opened"))

    def heard(self, event: Mapping[str, Any]) -> None:
        """Take in what a window told."""
        self._remember(event)
        if event["what"] == "row":
            self._row_shown(Key(event["file"], event["by"], event["id"]), Row(*event["row"]))
        elif event["what"] == "pair":
            self._count_as_safe()
        elif event["what"] == "ignored":
            self._walks = max(0, self._walks - 1)  # there was nothing to undo
        elif event["what"] == "sign":
            self._sign = event["kind"]
            if self._sign in SAFE:
                self._count_as_safe()

    def _remember(self, event: Mapping[str, Any]) -> None:
        what = event["what"]
        if what == "row":
            key = Key(event["file"], event["by"], event["id"])
            self._story.append((key, f"shown {_said(Row(*event['row']))}"))
        elif what in ("sign", "ignored", "closed"):
            self._story.append((None, event.get("kind", what) or "no sign"))
        elif what == "pair":
            self._story.append((None, f"at {event['id']}"))

    def story(self, key: Key) -> str:
        """Return what happened last, as far as it has to do with *key*."""
        own = [number for number, (whose, _) in enumerate(self._story) if whose == key][-8:]
        near = {n for number in own for n in range(number - 2, number + 3)}
        last = range(len(self._story) - 8, len(self._story))
        told = [
            what
            for number, (whose, what) in enumerate(self._story)
            if whose in (None, key) and (number in near or number in last)
        ]
        return ", ".join(told)

    def _row_shown(self, key: Key, row: Row) -> None:
        before = self.row(key)
        if row == before:
            return
        if self._trusting or self._wanted[key].allow(row, before):
            self._wanted[key].fulfil(before, row)
        elif self._walks:
            self._wanted.pop(key, None)
            self._walks -= 1
        else:
            return
        self._shown[key] = row
        self._ever[key].add(row)
        if self._sign in SAFE:
            self._count_as_safe()

    def row(self, key: Key) -> Row:
        """Return what was shown last of what was wanted."""
        return self._shown.get(key, self.safe.get(key, EMPTY))

    def wants(self, key: Key, *rows: Row) -> None:
        """Take down that a key is about to be pressed that makes one of *rows* of *key*."""
        self._story += ((key, f"wanted {_said(row)}") for row in rows)
        self._wanted[key].add(self.row(key), rows)

    def walks(self) -> None:
        """Take down that undo or redo is about to be pressed."""
        self._story.append((None, "undo or redo"))
        self._walks += 1

    def edited(self, key: Key, row: Row) -> None:
        """Take down that somebody wrote *row* into the label file on purpose."""
        self._ever[key].add(row)
        self._shown.pop(key, None)
        self._wanted.pop(key, None)
        self.safe[key] = row

    def tolerates(self, key: Key, row: Row) -> None:
        """Take down that *row* may be there, because some program wrote it by mistake."""
        self._tolerated[key].add(row)

    def files(self) -> set[str]:
        """Return the label files that rows were shown of."""
        return {key.file for key in (*self.safe, *self._shown)}

    def complaints(self, found: Mapping[Key, Row], file: str, by: str | None = None) -> list[str]:
        """Return what is lost from or was added to *file*, one sentence each.

        With *by* only the rows of that annotator are looked at. What was found is what later
        checks expect, so that nothing is counted twice.
        """
        wrong = []
        keys = set().union(self.safe, self._shown, self._wanted, found)
        keys = {key for key in keys if key.file == file and by in (None, key.by)}
        for key in sorted(keys):
            row, safe = found.get(key, EMPTY), self.safe.get(key, EMPTY)
            there = (safe, self._shown.get(key, safe))
            if row in self._tolerated[key] or self._wanted[key].allow(row, *there):
                pass
            elif self._walks and row in self._ever[key] | {EMPTY}:
                self._walks -= 1
            else:
                wrong.append(self._sentence(key, safe, row))
            if row not in self._tolerated[key]:
                self.safe[key] = row
            self._ever[key].add(row)
            self._shown.pop(key, None)
            self._wanted.pop(key, None)
        self._walks = 0
        return wrong

    def _sentence(self, key: Key, safe: Row, found: Row) -> str:
        before, now = _said(safe), _said(found)
        story = self.story(key)
        return f"{key.id} of {key.by}: {before} was shown as saved, {now} is there ({story})"

    def _count_as_safe(self) -> None:
        for key, row in self._shown.items():
            if self.safe.get(key) != row:
                self.acknowledged += 1
            self.safe[key] = row
        self._shown.clear()


def _said(row: Row) -> str:
    if row == EMPTY:
        return "nothing"
    parts = [row.label or "no label", "flagged" if row.flagged else "", repr(row.note or "")]
    return " ".join(part for part in parts if part and part != "''")


def rows_in_file(path: Path) -> dict[Key, Row]:
    """Return the rows of a label file as any program reads them; none where there is no file."""
    if not path.exists():
        return {}
    found = {}
    with path.open(encoding="utf-8-sig", newline="") as stream:
        first = stream.readline()
        stream.seek(0)
        reader = csv.DictReader(stream, delimiter=";" if first.count(";") > 3 else ",")
        for record in reader:
            key = Key(str(path), record["annotator"] or "", record["pair_id"] or "")
            if key in found:
                raise ValueError(f"{key.id} of {key.by} stands in {path.name} twice")
            found[key] = Row(record["label"] or "", record["flagged"] == "1", record["note"] or "")
    return found
