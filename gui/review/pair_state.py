"""How far a pair has come, and the filters that ask for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..messages import Message
from ..messages.about_pairs import AboutPairs

OVERRULED = "~overruled"
"""The filter for labels that an adjudicator changed, offered where labels are viewed.
"""

FILTERS = ("all", "unlabelled", "flagged", "noted", "changed", "unreadable", "twice")
"""The filters by name. ``unlabelled``: to be labelled, so neither unreadable nor ``twice``, which
is a pair with the id of an earlier one. ``changed``: a document is not what it was when it was
labelled.

Each label is a filter too, by its own name: no label is called as any of these.
"""


def filters(labels: Sequence[str]) -> tuple[str, ...]:
    """All filters where these are the names of labels, in the order in which they are offered."""
    return (*FILTERS[:2], *(name for name in labels if name not in FILTERS), *FILTERS[2:])


@dataclass(frozen=True)
class PairState:
    """How far a pair has come. ``similarity`` is 0 to 1, None while it is not known.

    ``seconds`` is the time that it took, ``decided`` when that was, as the label file has it.
    ``problem`` says why the pair cannot be read; None where it can, as far as is known.
    ``overruled`` is another label, by somebody with the last word; empty where there is none.
    """

    label: str | None = None
    flagged: bool = False
    note: str = ""
    changed: bool = False
    similarity: float | None = None
    problem: Message | None = None
    seconds: float = 0.0
    decided: str = ""
    overruled: str = ""

    @property
    def twice(self) -> bool:
        """True where the pair has the id of an earlier one of its list."""
        return self.problem is not None and self.problem.code is AboutPairs.ROW_DOUBLE

    def passes(self, wanted: str) -> bool:
        """Tell whether the filter *wanted* (see filters) shows a pair in this state."""
        if wanted == "unlabelled":
            return self.label is None and self.problem is None
        if wanted == "flagged":
            return self.flagged
        if wanted == "noted":
            return bool(self.note)
        if wanted == "changed":
            return self.changed
        if wanted == "unreadable":
            return self.problem is not None and not self.twice
        if wanted == OVERRULED:
            return bool(self.overruled)
        if wanted == "twice":
            return self.twice
        return wanted == "all" or (self.label == wanted)
