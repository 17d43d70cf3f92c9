"""What a pair is called where people see it: by its id, or by a number to a blind reader."""

from __future__ import annotations

from ..labels import Pair


def title_of(number: int) -> str:
    """What a blind reader's pair is called, by its place from 1, in the language of the window."""
    from PySide6.QtCore import QCoreApplication  # pairs are opened before Qt is loaded

    return QCoreApplication.translate("PairsModel", "Pair {number}").format(number=number)


def pair_title(pair: Pair) -> str:
    """What *pair* is called in the window: its id, or its number where it is read blind."""
    return title_of(pair.number) if pair.number else pair.id


def pair_names(pair: Pair) -> tuple[str, ...]:
    """What *pair* and its documents are called; a blind reader gets the number alone."""
    return (pair_title(pair),) if pair.number else (pair.id, pair.reference, pair.candidate)
