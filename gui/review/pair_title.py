"""The name by which a pair is shown: its id, or a number to a blind reader."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

from ..labels import Pair


def title_of(number: int) -> str:
    """Return the name of a blind reader's pair, by its place from 1, in the window's language."""
    return _pattern().format(number=number)


def _pattern() -> str:
    from PySide6.QtCore import QCoreApplication  # pairs are opened before Qt is loaded

    return QCoreApplication.translate("PairsModel", "Pair {number}")


class Titles(Sequence[str]):
    """The names of pairs that are read blind, each made on demand."""

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
    """Return the name of *pair* in the window: its id, or its number where it is read blind."""
    return title_of(pair.number) if pair.number else pair.id


def pair_names(pair: Pair) -> tuple[str, ...]:
    """Return the names of *pair* and its documents; a blind reader gets the number alone."""
    return (pair_title(pair),) if pair.number else (pair.id, pair.reference, pair.candidate)
