"""Which pair comes next, in the order that the reviewer sees."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice


class Order:
    """The pairs on screen, by their places in the list, and a position among them.

    The pair in the window may have dropped out of the order, as one does that was labelled
    while only unlabelled ones are shown: its position is then where it stood.
    """

    def __init__(self, indices: Sequence[int]) -> None:
        """Start with *indices*, the first one current."""
        self._indices = indices
        self._place_of: Callable[[int], int | None] | None = None
        self._positions: dict[int, int] | None = None
        self._at = 0
        self._inside = True

    def __len__(self) -> int:
        return len(self._indices)

    def change(
        self,
        indices: Sequence[int],
        current: int | None,
        place_of: Callable[[int], int | None] | None = None,
    ) -> None:
        """Another filter or sorting: *indices* are on screen now, *current* is in the window.

        *place_of* says where a pair stands among them; without it a table is made.
        """
        self._indices = indices
        self._place_of = place_of
        self._positions = None
        if current is not None:
            self.go_to(current)

    def go_to(self, index: int) -> None:
        """The pair at *index* is in the window."""
        position = self.position(index)
        self._inside = position is not None
        if position is not None:
            self._at = position

    def position(self, index: int) -> int | None:
        """Where the pair at *index* stands; None for one that is not on screen."""
        if self._place_of is not None:
            return self._place_of(index)
        if isinstance(self._indices, range) and self._indices == range(len(self._indices)):
            return index if 0 <= index < len(self._indices) else None
        if self._positions is None:
            self._positions = {found: at for at, found in enumerate(self._indices)}
        return self._positions.get(index)

    def step(self, by: int) -> int | None:
        """The pair *by* places on (+1 or -1); None at either end."""
        # A pair that dropped out left its place to the one behind it.
        position = self._at + by - (1 if by > 0 and not self._inside else 0)
        return self._indices[position] if 0 <= position < len(self._indices) else None

    def stretches(self) -> tuple[Iterable[int], Iterable[int]]:
        """The pairs behind the current one, and those before it.

        Of a list in its own order each is a range.
        """
        count = len(self._indices)
        start = min(self._at + (1 if self._inside else 0), count)
        end = min(self._at, count)
        if isinstance(self._indices, range):
            return self._indices[start:], self._indices[:end]
        return islice(self._indices, start, None), islice(self._indices, end)
