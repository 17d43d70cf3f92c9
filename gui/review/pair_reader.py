"""Reads a long list of pairs bit by bit, so that the window answers meanwhile."""

from __future__ import annotations

from collections.abc import Sequence

from ..labels import Pair


class PairReader:
    """What a search looks at, and why pairs cannot be read, as far as the list has been read.

    Making a pair takes time, because its files are looked for on disk; its id is known at
    once. ``texts`` has the id of a pair, and from when it was read its paths too, both with
    case folded.
    """

    def __init__(self, pairs: Sequence[Pair]) -> None:
        known: Sequence[str] | None = getattr(pairs, "ids", None)
        self._pairs = pairs
        self._next = 0
        self.ids: Sequence[str] = known if known is not None else [pair.id for pair in pairs]
        self.texts = [pair_id.casefold() for pair_id in self.ids]

    @property
    def done(self) -> bool:
        """True once the whole list is read."""
        return self._next >= len(self._pairs)

    def read_on(self, count: int) -> dict[int, str]:
        """Read *count* further pairs; return the problems found, by the pair's index."""
        problems: dict[int, str] = {}
        end = min(len(self._pairs), self._next + count)
        for index in range(self._next, end):
            pair = self._pairs[index]
            self.texts[index] = f"{pair.id}\n{pair.reference}\n{pair.candidate}".casefold()
            if pair.problem:
                problems[index] = pair.problem
        self._next = end
        return problems
