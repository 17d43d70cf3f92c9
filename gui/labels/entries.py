"""What stands in a line of the journal: a checksum and one JSON object.

A row is written without its empty columns and without pair and annotator, which stand beside
it; of a row before a decision only the columns that the decision changed.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from typing import Any

from .model import Decision, Key, LabelRow

FORMAT = 1


@dataclass(frozen=True)
class Entry:
    """One line of the journal that means something.

    ``value`` is the JSON object, ``offset`` and ``length`` where the line stands, in bytes.
    """

    value: dict[str, Any]
    offset: int
    length: int

    @property
    def saved_up_to(self) -> int | None:
        """The sequence number up to which the label file is durable, in a line that says so."""
        number = self.value.get("saved")
        return number if isinstance(number, int) else None

    @property
    def sequence(self) -> int:
        """The number of the decision; 0 for lines that are none."""
        return int(self.value.get("seq", 0))

    @property
    def key(self) -> Key:
        """The row that the decision is about."""
        return (self.value["pair"], self.value["by"])

    @property
    def what(self) -> str:
        """What was decided, as in :class:`Decision`."""
        return str(self.value.get("do", ""))

    @property
    def of(self) -> int | None:
        """For undo and redo: the number of the decision it is about."""
        return self.value.get("of")

    @property
    def void(self) -> tuple[int, ...]:
        """Numbers of decisions that were refused because they could not be made durable."""
        return tuple(self.value.get("void", ()))

    def after(self) -> LabelRow | None:
        """Return the row after the decision."""
        return _row(self.key, self.value["after"])

    def decision(self) -> Decision:
        """Return the decision as a whole."""
        before, after = self.value["before"], self.value["after"]
        if before is not None and after is not None:
            before = {**after, **before}
        return Decision(
            sequence=self.sequence,
            at=self.value["at"],
            what=self.what,
            pair_id=self.key[0],
            annotator=self.key[1],
            before=_row(self.key, before),
            after=_row(self.key, after),
            of=self.of,
            subject=self.value.get("subject", self.what),
        )


def line_of(value: dict[str, Any]) -> bytes:
    """Return the line that *value* makes, checksum and line end included."""
    text = json.dumps(value, separators=(",", ":")).encode("ascii")
    return b"%08x %s\n" % (zlib.crc32(text), text)


def value_of(line: bytes) -> dict[str, Any] | None:
    """Return what *line* (without line end) says, None where it is damaged."""
    if len(line) < 10 or line[8:9] != b" ":
        return None
    text = line[9:]
    try:
        if int(line[:8], 16) != zlib.crc32(text):
            return None
        value = json.loads(text)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


def head_value(label_file: str) -> dict[str, Any]:
    """Return the first line's object, which says what the journal is and of which file."""
    return {"journal": FORMAT, "labels": label_file}


def saved_value(sequence: int) -> dict[str, Any]:
    """Return the object which says that the label file has everything up to *sequence*."""
    return {"saved": sequence}


def decision_value(decision: Decision) -> dict[str, Any]:
    """Return the object for *decision*."""
    value: dict[str, Any] = {
        "seq": decision.sequence,
        "at": decision.at,
        "by": decision.annotator,
        "do": decision.what,
        "pair": decision.pair_id,
    }
    if decision.of is not None:
        value["of"] = decision.of
        value["subject"] = decision.subject
    before, after = _columns(decision.before), _columns(decision.after)
    if before is not None and after is not None:
        names = {*before, *after}
        before = {n: before.get(n, "") for n in names if before.get(n, "") != after.get(n, "")}
    value["before"] = before
    value["after"] = after
    return value


def _columns(row: LabelRow | None) -> dict[str, str] | None:
    if row is None:
        return None
    return {
        name: text
        for name, text in row.texts().items()
        if text and name not in ("pair_id", "annotator")
    }


def _row(key: Key, columns: dict[str, str] | None) -> LabelRow | None:
    if columns is None:
        return None
    return LabelRow.from_texts({**columns, "pair_id": key[0], "annotator": key[1]})
