"""How far a pair has come, and by what the list of pairs can be filtered and sorted."""

from __future__ import annotations

from dataclasses import dataclass

from ..labels import Label
from ..messages import Message

FILTERS = (
    "all",
    "unlabelled",
    *(label.value for label in Label),
    *("flagged", "noted", "changed", "unreadable"),
)
"""The filters by name. ``changed``: a document is not what it was when it was labelled."""

SORTS = ("list", "similarity", "shuffled")
"""The orders by name: as in the pair list, most alike first, shuffled by a seed."""


@dataclass(frozen=True)
class PairState:
    """How far a pair has come. ``similarity`` is 0 to 1, None while it is not known.

    ``problem`` says why the pair cannot be read; None where it can, as far as is known.
    """

    label: Label | None = None
    flagged: bool = False
    note: str = ""
    changed: bool = False
    similarity: float | None = None
    problem: Message | str | None = None

    def passes(self, wanted: str) -> bool:
        """Tell whether the filter *wanted* (one of FILTERS) shows a pair in this state."""
        if wanted == "unlabelled":
            return self.label is None and self.problem is None
        if wanted == "flagged":
            return self.flagged
        if wanted == "noted":
            return bool(self.note)
        if wanted == "changed":
            return self.changed
        if wanted == "unreadable":
            return self.problem is not None
        return wanted == "all" or (self.label is not None and self.label.value == wanted)


def label_text(label: Label | None) -> str:
    """Return the word for *label* in the reviewer's language."""
    from PySide6.QtCore import QCoreApplication  # pairs are opened before Qt is loaded

    words = {
        Label.ORIGINAL: QCoreApplication.translate("PairsModel", "original"),
        Label.COPY: QCoreApplication.translate("PairsModel", "copy"),
        Label.UNRELATED: QCoreApplication.translate("PairsModel", "unrelated"),
    }
    return words[label] if label else QCoreApplication.translate("PairsModel", "not labelled")
