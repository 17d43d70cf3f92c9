"""A pair as the window lists it: how far it has come, what it and its label are called.

A pair is called by its id, or by a number for a blind reader. No Qt at import: pairs are opened
before it is loaded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

from ...documents import shown_name
from ...labels import Pair
from ...messages import Message
from ...messages.about_pairs import AboutPairs

_LONGEST = 40  # characters of a label that are shown

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


def title_of(number: int) -> str:
    """Return the name of a blind reader's pair, by its place from 1, in the window's language."""
    return _title_pattern().format(number=number)


def _title_pattern() -> str:
    from PySide6.QtCore import QCoreApplication  # pairs are opened before Qt is loaded

    return QCoreApplication.translate("PairsModel", "Pair {number}")


class Titles(Sequence[str]):
    """The names of pairs that are read blind, each made on demand."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._pattern = _title_pattern()

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...
    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(self._count))]
        return self._pattern.format(number=range(self._count)[index] + 1)


def pair_title(pair: Pair) -> str:
    """Return the name of *pair* in the window: its id, or its number where it is read blind."""
    return title_of(pair.number) if pair.number else pair.id


def pair_names(pair: Pair) -> tuple[str, ...]:
    """Return the names of *pair* and its documents; a blind reader gets the number alone."""
    return (pair_title(pair),) if pair.number else (pair.id, pair.reference, pair.candidate)


def label_text(label: str | None, longest: int = _LONGEST) -> str:
    """Return the name of *label*, that of a default label in the reviewer's language.

    A name longer than *longest* characters is cut.
    """
    from PySide6.QtCore import QCoreApplication  # as above

    words = {
        "original": QCoreApplication.translate("PairsModel", "original"),
        "copy": QCoreApplication.translate("PairsModel", "copy"),
        "unrelated": QCoreApplication.translate("PairsModel", "unrelated"),
        "unusable": QCoreApplication.translate("PairsModel", "unusable"),
        None: QCoreApplication.translate("PairsModel", "not labelled"),
    }
    known = words.get(label)
    if known is not None or label is None:
        return known or ""
    shown = shown_name(label)  # whatever stands in the file
    return shown if len(shown) <= longest else f"{shown[:longest]}…"
