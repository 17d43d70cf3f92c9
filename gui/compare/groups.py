"""Groups of units that are counterparts of each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .words import Block


@dataclass(frozen=True)
class Group:
    """Units ``[i0, i1)`` of the reference that stand for units ``[j0, j1)`` of the candidate.

    ``blocks`` are their kept tokens, counted from the start of both documents, ascending.
    A moved group consists of ``parts`` in order; units between them were dropped or put in.
    """

    i0: int
    i1: int
    j0: int
    j1: int
    blocks: tuple[Block, ...] = ()
    parts: tuple[Group, ...] = ()

    def keeping(self, blocks: Iterable[Block]) -> Group:
        """Return this group with *blocks* as its kept tokens."""
        return Group(self.i0, self.i1, self.j0, self.j1, tuple(blocks), self.parts)


@dataclass(frozen=True)
class Pairing:
    """``paired`` ascends on both sides; ``moved`` has no order of its own."""

    paired: list[Group]
    moved: list[Group]
