"""Folding: closes long stretches of equal rows into one bar, and opens them again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from ...compare import SectionKind
from .differences import Marks
from .picture import Picture
from .reading_rows import ReadingRow, words_in
from .roles import ROLES
from .row_layout import Fold
from .surface import Surface

# Shorter stretches are read faster than a bar is understood.
FEWEST_WORDS = 60


def equal_stretches(
    rows: Sequence[ReadingRow], marks: Marks, words: Callable[[ReadingRow], int]
) -> tuple[Fold, ...]:
    """Return the folds for *rows*: neighbouring paired rows without a marked change."""
    found = []
    first: int | None = None
    sum_, equal = 0, True
    for number in range(len(rows) + 1):
        row = rows[number] if number < len(rows) else None
        if row is not None and _is_plain(row, marks):
            first = number if first is None else first
            sum_ += words(row)
            equal = equal and not any(marks.all_of_row(row, role) for role in ROLES)
            continue
        if first is not None and sum_ >= FEWEST_WORDS:
            found.append(Fold(first, number - 1, sum_, equal))
        first, sum_, equal = None, 0, True
    return tuple(found)


def _is_plain(row: ReadingRow, marks: Marks) -> bool:
    return row.kind is SectionKind.PAIRED and not any(marks.of_row(row, role) for role in ROLES)


class Folder(QObject):
    """Folds equal stretches when asked to; a fold that was opened stays open for its pair."""

    folded = Signal()

    def __init__(self, surface: Surface, parent: QObject) -> None:
        super().__init__(parent)
        self._surface = surface
        self._folding = False

    def set_folding(self, folding: bool) -> None:
        """Close all folds, or open all."""
        self._folding = folding
        self.fold()

    def prepare(self, picture: Picture) -> None:
        """Close the folds of a picture before it is shown."""
        if self._folding:
            picture.layout.set_folds(_folds(picture))

    def fold(self) -> None:
        """Find the folds again, because other differences are shown."""
        picture = self._surface.picture
        if picture is not None and picture.marks is not None:
            self._surface.set_folds(_folds(picture) if self._folding else ())
            self.folded.emit()

    def open(self, number: int) -> None:
        """Open the fold that row *number* is in."""
        picture = self._surface.picture
        if picture is not None:
            opened = picture.layout.fold_at(number)
            folds = [fold for fold in picture.layout.folds.values() if fold is not opened]
            self._surface.set_folds(folds)
            self.folded.emit()


def _folds(picture: Picture) -> tuple[Fold, ...]:
    if picture.marks is None:
        return ()
    reference = picture.layout.reference
    return equal_stretches(
        picture.layout.rows,
        picture.marks,
        lambda row: words_in(reference, row.reference) if row.reference else 0,
    )
