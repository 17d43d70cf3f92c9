"""What a pair is called where people see it: by its id, or by a number to a blind reader."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

from ..labels import Pair


def title_of(number: int) -> str:
    """What a blind reader's pair is called, by its place from 1, in the language of the window."""
    return _pattern().format(number=number)


def _pattern() -> str:
    from PySide6.QtCore import QCoreApplication  # pairs are opened before Qt is loaded

    return QCoreApplication.translate("PairsModel", "Pair {number}")


class Titles(Sequence[str]):
    """What so many pairs are called that are read blind; each is made when it is asked for."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._pattern = _pattern()

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
    """What *pair* is called in the window: its id, or its number where it is read blind."""
    return title_of(pair.number) if pair.number else pair.id


def pair_names(pair: Pair) -> tuple[str, ...]:
    """What *pair* and its documents are called; a blind reader gets the number alone."""
    return (pair_title(pair),) if pair.number else (pair.id, pair.reference, pair.candidate)
