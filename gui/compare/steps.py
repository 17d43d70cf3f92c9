"""What an alignment is made of: steps that keep, drop, add or replace tokens."""

from __future__ import annotations

from typing import NamedTuple

KEPT, SWAPPED, DROPPED, ADDED, REWRITTEN = range(5)
_MIRRORED = (KEPT, SWAPPED, ADDED, DROPPED, REWRITTEN)
Part = tuple[int, int, int, int]  # tokens [i0, i1) and [j0, j1)


class Step(NamedTuple):
    """One step of an alignment: tokens ``[i0, i1)`` of the reference, ``[j0, j1)`` opposite."""

    kind: int
    i0: int
    i1: int
    j0: int
    j1: int

    def mirrored(self) -> Step:
        """Return the step as it is with the documents exchanged."""
        return Step(_MIRRORED[self.kind], self.j0, self.j1, self.i0, self.i1)


def gaps(i0: int, i1: int, j0: int, j1: int) -> list[Step]:
    """Return the steps that drop the tokens ``[i0, i1)`` and add ``[j0, j1)``."""
    return [
        *[Step(DROPPED, i, i + 1, j0, j0) for i in range(i0, i1)],
        *[Step(ADDED, i1, i1, j, j + 1) for j in range(j0, j1)],
    ]
