"""Labels over which two windows of one annotator disagree: the later counts, and both say so."""

from __future__ import annotations

from collections.abc import Mapping

from .book import Touched
from .label_values import Decision, Key, LabelRow, Overruled

_FRESH = 5.0  # seconds in which a label that another window gave may not have been noticed here


class Overrulings:
    """What is to be told of such labels, until somebody asks for it.

    A label is said to be overruled here where this window did not know of it yet, or learned of
    it only a moment before: whoever sees a label and gives another one knows what they do. One
    that another window changes is always told of.
    """

    def __init__(self, annotator: str) -> None:
        self._annotator = annotator
        self._found: list[Overruled] = []
        self._heard: dict[Key, float] = {}  # labels that other windows gave, and when we heard

    @property
    def is_news(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self._found)

    def decided(self, decision: Decision, touched: Touched | None, now: float) -> None:
        """Take in *decision*, made here at *now*, in seconds.

        *touched* tells of the row what other windows changed and this one does not know yet.
        """
        if decision.subject != "label":
            return
        heard = self._heard.pop(decision.key, None)
        there, label = label_of_row(decision.before), label_of_row(decision.after)
        unknown = touched is not None and touched.decided and touched.label != there
        fresh = heard is not None and now - heard < _FRESH
        if (unknown or fresh) and there != label:
            self._found.append(Overruled(decision.pair_id, there, label, here=True))
        if touched is not None:
            touched.label = label  # the difference to it is told

    def changed(
        self, rows: Mapping[Key, LabelRow | None], changed: Mapping[Key, Touched], now: float
    ) -> None:
        """Take in that *changed* are made known at *now*, in seconds; *rows* are as they are."""
        for key, touched in changed.items():
            label = label_of_row(rows[key])
            if key[1] != self._annotator or not touched.decided or touched.label == label:
                continue
            self._heard[key] = now
            if touched.label is not None:
                self._found.append(Overruled(key[0], touched.label, label, here=False))

    def take(self) -> tuple[Overruled, ...]:
        """Return what is to be told, and forget it."""
        found, self._found = tuple(self._found), []
        return found


def label_of_row(row: LabelRow | None) -> str | None:
    """Return the label of *row*; None where there is no row."""
    return row.label if row is not None else None
