"""Which decisions of one annotator can be undone, and which of the undone brought back."""

from __future__ import annotations

from typing import NamedTuple

from .entries import Entry


class Spot(NamedTuple):
    """A decision, by its number and its place in the journal, where it is read when needed."""

    sequence: int
    offset: int
    length: int


class History:
    """The decisions as a walk through the journal; unlimited, and the same after a restart."""

    def __init__(self) -> None:
        self.done: list[Spot] = []
        self.undone: list[Spot] = []

    def record(self, entry: Entry) -> None:
        """Take in *entry*, the next one of this annotator in the journal.

        Undoing a decision passes over those above it that no longer had an effect. Of one that
        was refused, and seen meanwhile by a second window, there is nothing to undo.
        """
        what = entry.what
        if what == "undo":
            self._move(self.done, self.undone, entry.of)
        elif what == "redo":
            self._move(self.undone, self.done, entry.of)
        elif what != "outside":
            self.done.append(Spot(entry.sequence, entry.offset, entry.length))
            self.undone.clear()

    def clear(self) -> None:
        """Forget everything."""
        self.done.clear()
        self.undone.clear()

    @staticmethod
    def _move(source: list[Spot], target: list[Spot], sequence: int | None) -> None:
        for place in range(len(source) - 1, -1, -1):
            if source[place].sequence == sequence:
                target.append(source[place])
                del source[place:]
                return
