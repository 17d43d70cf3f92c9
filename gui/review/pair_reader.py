"""Reads a long list of pairs bit by bit, so that the window answers meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..labels import Pair
from ..messages import Message

USUAL = 1_000
"""Characters of a row, beyond which a row counts for more than one."""


class PairReader:
    """What a search looks at, and why pairs cannot be read, as far as the list has been read.

    Making a pair takes time, because its row is parsed; its id is known at once.
    """

    def __init__(self, pairs: Sequence[Pair]) -> None:
        known: Sequence[str] | None = getattr(pairs, "ids", None)
        self._pairs = pairs
        self._sizes: Callable[[int], int] | None = getattr(pairs, "size", None)
        self._next = 0
        self._texts: list[str] = []
        self.ids: Sequence[str] = known if known is not None else [pair.id for pair in pairs]

    @property
    def done(self) -> bool:
        """True once the whole list is read."""
        return self._next >= len(self._pairs)

    def text(self, index: int) -> str:
        """What a search looks at: the id, and of a pair that was read the paths, case folded."""
        return self._texts[index] if index < self._next else self.ids[index].casefold()

    def read_on(self, count: int) -> dict[int, Message]:
        """Read *count* further pairs; return the problems found, by the pair's index.

        Fewer, but at least one, where the rows of the list are very long.
        """
        problems: dict[int, Message] = {}
        end, room = min(len(self._pairs), self._next + count), count * USUAL
        for index in range(self._next, end):
            pair = self._pairs[index]
            self._texts.append(f"{pair.id}\n{pair.reference}\n{pair.candidate}".casefold())
            self._next = index + 1
            if pair.problem is not None:
                problems[index] = pair.problem
            room -= self._sizes(index) if self._sizes is not None else 0
            if room <= 0:
                break
        return problems
