"""Closing and opening the folds of the picture that is shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from .folding import Fold, equal_stretches
from .picture import Picture
from .reading_rows import words_in
from .surface import Surface


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
            picture.page.set_folds(_folds(picture))

    def fold(self) -> None:
        """Find the folds anew, because other differences are shown."""
        picture = self._surface.picture
        if picture is not None and picture.marks is not None:
            self._surface.set_folds(_folds(picture) if self._folding else ())
            self.folded.emit()

    def open(self, number: int) -> None:
        """Open the fold that row *number* is in."""
        picture = self._surface.picture
        if picture is not None:
            opened = picture.page.fold_at(number)
            folds = [fold for fold in picture.page.folds.values() if fold is not opened]
            self._surface.set_folds(folds)
            self.folded.emit()


def _folds(picture: Picture) -> tuple[Fold, ...]:
    if picture.marks is None:
        return ()
    reference = picture.page.reference
    return equal_stretches(
        picture.page.rows,
        picture.marks,
        lambda row: words_in(reference, row.reference) if row.reference else 0,
    )
