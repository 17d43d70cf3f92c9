"""Reads a long list of pairs bit by bit, so that the window answers meanwhile."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence

from ...labels import Pair
from ...messages import Message

USUAL = 1_000
"""Characters of a row, beyond which a row counts for more than one."""

_SHORT = 20_000  # characters of a row
_BETWEEN = "\x1e"  # the values of a pair


class PairReader:
    """The searchable texts of pairs, and problems with them, as far as the list has been read.

    Making a pair takes time, because its row is parsed; its id is known at once.
    """

    def __init__(self, pairs: Sequence[Pair], names: Sequence[str] | None = None) -> None:
        """Read *pairs*; *names* are what a blind reader knows of them."""
        known: Sequence[str] | None = getattr(pairs, "ids", None) if names is None else names
        self._names = names
        self._pairs = pairs
        self._sizes: Callable[[int], int] | None = getattr(pairs, "size", None)
        self._next = 0
        self._texts: list[str] = []
        self._shapes: dict[tuple[str, ...], int] = {}  # the columns that a row may have
        self._columns: tuple[str, ...] = ()
        self._places: list[dict[str, int]] = []  # of each shape, column → its place
        self._shape = array("i")  # of each pair
        self.ids: Sequence[str] = known if known is not None else [pair.id for pair in pairs]

    @property
    def done(self) -> bool:
        """True once the whole list is read."""
        return self._next >= len(self._pairs)

    @property
    def read(self) -> int:
        """How many pairs are read."""
        return self._next

    @property
    def columns(self) -> tuple[str, ...]:
        """The further columns of the list, as far as it is read, in their order."""
        return self._columns

    def text(self, index: int) -> str:
        """What a search looks at, case folded.

        That is the id, and of a pair that was read also its paths and what else the list says.
        """
        return self._texts[index] if index < self._next else self.ids[index].casefold()

    def value(self, column: str, index: int) -> str | None:
        """What the list says of a pair in *column*, case folded; None where it says nothing.

        Nor is anything known of a pair that is not read yet.
        """
        if index >= self._next:
            return None
        place = self._places[self._shape[index]].get(column)
        return None if place is None else self._texts[index].split(_BETWEEN)[place]

    def is_short(self, index: int) -> bool:
        """True for a pair whose row takes no time to read."""
        return self._sizes is None or self._sizes(index) <= _SHORT

    def read_on(self, count: int) -> dict[int, Message]:
        """Read *count* further pairs; return the problems found, by the pair's index.

        If the rows of the list are very long, fewer are read, but at least one.
        """
        problems: dict[int, Message] = {}
        end, room = min(len(self._pairs), self._next + count), count * USUAL
        for index in range(self._next, end):
            pair = self._pairs[index]
            self._keep(pair)
            self._next = index + 1
            if pair.problem is not None:
                problems[index] = pair.problem
            room -= self._sizes(index) if self._sizes is not None else 0
            if room <= 0:
                break
        return problems

    def _keep(self, pair: Pair) -> None:
        text = f"{pair.id}\n{pair.reference}\n{pair.candidate}".replace(_BETWEEN, " ")
        if self._names is not None:
            text = self._names[self._next]
        names = tuple(name for name, _ in pair.details)
        shape = self._shapes.get(names)
        if shape is None:
            shape = self._shapes[names] = len(self._places)
            self._columns = tuple(dict.fromkeys((*self._columns, *names)))
            self._places.append({name: place for place, name in enumerate(names, start=1)})
        values = (value.replace(_BETWEEN, " ") for _, value in pair.details)
        self._texts.append(_BETWEEN.join((text, *values)).casefold())
        self._shape.append(shape)
